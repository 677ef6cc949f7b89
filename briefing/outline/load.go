package outline

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"go.yaml.in/yaml/v3"

	"roadshow/internal/diag"
	"roadshow/internal/limits"
)

// document reads a file's one document and walks it.
func (p *parser) document(src []byte, file string, shape *Shape) *Node {
	start := diag.Span{File: file, Line: 1, Col: 1}
	n := &Node{At: start, Key: start}
	p.src = newSource(file, "")
	if len(src) > limits.OutlineBytes.N() {
		p.l.Limit(start, limits.OutlineBytes)
		return n
	}
	text := clean(src, file, p.l)
	p.broken = text == "" && len(src) > 0
	p.src = newSource(file, plainBlanks(text, file, p.l))
	y := p.load()
	if y == nil || p.isNull(y) {
		if !p.broken {
			p.l.Error(start, "E-MISSING", "it takes "+shape.keys(), "the file is empty")
		}
		return n
	}
	if !p.withinLimits(y) {
		return n
	}
	p.override(y)
	p.root = y
	n.At = p.extent(y)
	n.Key = n.At
	if y.Kind == yaml.SequenceNode && len(shape.Fields) == 1 && shape.Fields[0].List { // a file of one list may leave its name out
		f := &shape.Fields[0]
		list := &Node{Field: f, Name: f.Name, Key: n.At}
		p.fill(list, f, y)
		n.Keys = []*Node{list}
		return n
	}
	if y.Kind != yaml.MappingNode {
		p.l.Error(n.At, "E-TYPE", "begin with `"+shape.Fields[0].Name+": …`", "%s is a mapping of keys and values, not %s", article(shape.Name), kindOf(y))
		return n
	}
	p.object(n, y, shape)
	return n
}

// load turns the text into yaml's tree. Where YAML cannot go on it says why in the author's words, mends the line and
// reads again, so that one slip does not hide the others.
func (p *parser) load() *yaml.Node {
	text := p.src.text
	for range 20 {
		y, err := decode(strings.NewReader(text))
		if err == nil {
			return y
		}
		mended, ok := p.explain(text, err)
		p.broken = true
		if !ok || mended == text {
			return nil
		}
		text = mended
	}
	return nil
}

// errSecondDocument says that the file holds more than one document.
var errSecondDocument = errors.New("second document")

func decode(r io.Reader) (y *yaml.Node, err error) {
	defer func() {
		// yaml's parser is a port of C; a panic in it is one more way of not understanding the file.
		if r := recover(); r != nil {
			y, err = nil, fmt.Errorf("yaml: %v", r)
		}
	}()
	d := yaml.NewDecoder(r)
	var doc yaml.Node
	switch err := d.Decode(&doc); {
	case errors.Is(err, io.EOF):
		return nil, nil
	case err != nil:
		return nil, err
	}
	var more yaml.Node
	if err := d.Decode(&more); !errors.Is(err, io.EOF) {
		return nil, errSecondDocument
	}
	if len(doc.Content) == 0 {
		return nil, nil
	}
	return doc.Content[0], nil
}

// stumble finds how far yaml read before it gave up: the byte that it asked for last, less its look-ahead.
func stumble(text string) int {
	r := &slowReader{r: bytes.NewReader([]byte(text))}
	_, _ = decode(r)
	return max(r.n-1, 0)
}

// slowReader gives one byte at a time.
type slowReader struct {
	r *bytes.Reader
	n int
}

func (s *slowReader) Read(b []byte) (int, error) {
	if len(b) == 0 {
		return 0, nil
	}
	n, err := s.r.Read(b[:1])
	s.n += n
	return n, err
}

// withinLimits counts what the walker would see, aliases followed.
func (p *parser) withinLimits(y *yaml.Node) bool {
	count, text := 0, 0
	var visit func(y *yaml.Node, depth int) bool
	visit = func(y *yaml.Node, depth int) bool {
		count++
		text += len(y.Value)
		switch {
		case text > limits.OutlineText.N():
			p.l.Limit(p.at(y), limits.OutlineText)
			return false
		case count > limits.OutlineValues.N():
			p.l.Limit(p.at(y), limits.OutlineValues)
			return false
		case depth > limits.OutlineNesting.N():
			p.l.Limit(p.at(y), limits.OutlineNesting)
			return false
		}
		if y.Kind == yaml.AliasNode {
			return visit(y.Alias, depth+1)
		}
		for _, c := range y.Content {
			if !visit(c, depth+1) {
				return false
			}
		}
		return true
	}
	return visit(y, 1)
}
