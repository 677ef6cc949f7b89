package art

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"roadshow/internal/lazy"
	"roadshow/internal/limits"
)

// svgNode is an element of the file.
type svgNode struct {
	name   string
	attr   map[string]string // of SVG itself, by local name
	text   string            // of a style element
	words  bool              // it holds letters itself
	kids   []*svgNode
	parent *svgNode
	line   int
}

// parseSVG reads the file into a tree and finds what bears an id.
func parseSVG(data []byte) (*svgNode, map[string]*svgNode, error) {
	dec := xml.NewDecoder(bytes.NewReader(data))
	dec.CharsetReader = oneByte
	ids := map[string]*svgNode{}
	var root, open *svgNode
	depth, count, skipped := 0, 0, 0 // skipped: levels below an element that is not SVG
	for {
		line, _ := dec.InputPos()
		at := &svgNode{line: line}
		t, err := dec.Token()
		if errors.Is(err, io.EOF) {
			if root == nil {
				return nil, nil, at.fault(HintRepair, "it holds no <svg>")
			}
			return root, ids, nil
		}
		if err != nil {
			line, _ := dec.InputPos()
			return nil, nil, (&svgNode{line: line}).blame(HintRepair, unreadable(err))
		}
		switch t := t.(type) {
		case xml.Directive:
			dec.Entity = entities(string(t), dec.Entity)
		case xml.StartElement:
			if depth++; depth > limits.DrawingNesting.N() {
				return nil, nil, at.blame("", limits.DrawingNesting.Err())
			}
			if count++; count > limits.DrawingElements.N() {
				return nil, nil, at.blame("", limits.DrawingElements.Err())
			}
			if root != nil && (skipped > 0 || foreign(t.Name.Space)) {
				skipped++
				continue
			}
			n := newNode(t, open, line)
			switch {
			case open != nil:
				open.kids = append(open.kids, n)
			case root != nil || n.name != "svg":
				return nil, nil, at.fault(HintRepair, "it is a <%s>, not an <svg>", clip(n.name))
			default:
				root = n
			}
			if id := n.attr["id"]; id != "" && ids[id] == nil {
				ids[id] = n
			}
			open = n
		case xml.EndElement:
			depth--
			if skipped > 0 {
				skipped--
			} else {
				open = open.parent
			}
		case xml.CharData:
			if open != nil && skipped == 0 {
				open.words = open.words || len(bytes.TrimSpace(t)) > 0
				if open.name == "style" {
					open.text += string(t)
				}
			}
		}
	}
}

func newNode(e xml.StartElement, parent *svgNode, line int) *svgNode {
	n := &svgNode{name: e.Name.Local, attr: map[string]string{}, parent: parent, line: line}
	for _, a := range e.Attr {
		linked := a.Name.Local == "href" && (a.Name.Space == "xlink" || strings.HasSuffix(a.Name.Space, "/xlink"))
		if _, own := n.attr[a.Name.Local]; a.Name.Space == "" || linked && !own {
			n.attr[a.Name.Local] = strings.TrimSpace(a.Value)
		}
	}
	return n
}

// foreign says that a name belongs to an editor's own notes.
func foreign(space string) bool { return space != "" && space != "http://www.w3.org/2000/svg" }

var svgEntity = lazy.Pattern(`<!ENTITY\s+([\w.-]+)\s+(?:"([^"&<%]{0,200})"|'([^'&<%]{0,200})')\s*>`)

// entities are the file's own short forms, which some programs write for the addresses of their notes. Those that name
// others stay unknown: they can unfold without end.
func entities(directive string, known map[string]string) map[string]string {
	if !strings.HasPrefix(directive, "DOCTYPE") {
		return known
	}
	out := map[string]string{}
	for _, m := range svgEntity().FindAllStringSubmatch(directive, 64) {
		out[m[1]] = m[2] + m[3]
	}
	return out
}

// oneByte reads the one old encoding that drawings still come in.
func oneByte(label string, in io.Reader) (io.Reader, error) {
	switch strings.ToLower(label) {
	case "iso-8859-1", "us-ascii", "ascii", "windows-1252":
	case "utf8":
		return in, nil
	default:
		return nil, fmt.Errorf("its encoding %q is not read", clip(label))
	}
	data, err := io.ReadAll(io.LimitReader(in, limits.DrawingBytes.N64()))
	if err != nil {
		return nil, err
	}
	out := make([]rune, len(data))
	for i, b := range data {
		out[i] = rune(b)
	}
	return strings.NewReader(string(out)), nil
}

// unreadable is an error of the XML reader in fewer words.
func unreadable(err error) error {
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Errorf("it is no XML that can be read: %s", syntax.Msg)
	}
	return fmt.Errorf("it is no XML that can be read: %w", err)
}

// clip keeps a name from the file short enough for a message.
func clip(s string) string {
	if r := []rune(s); len(r) > 24 {
		return string(r[:24]) + "…"
	}
	return s
}

// svgWords are divided by blanks or commas.
func svgWords(text string) []string {
	return strings.FieldsFunc(text, func(c rune) bool { return c == ',' || c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' })
}
