package outline

import (
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"roadshow/internal/diag"
)

// sourceOf is the file that a node was read from.
func (p *parser) sourceOf(y *yaml.Node) *source {
	if s := p.set[y]; s != nil {
		return s
	}
	return p.src
}

// at is where a node begins.
func (p *parser) at(y *yaml.Node) diag.Span {
	s := p.sourceOf(y)
	off := s.offset(y.Line, y.Column)
	return s.span(off, off)
}

// extent is the stretch of a file that a node fills. An alias is where it is used.
func (p *parser) extent(y *yaml.Node) diag.Span {
	s := p.sourceOf(y)
	from := s.offset(y.Line, y.Column)
	to := max(from, p.end(s, y))
	at := diag.Span{File: s.file, Line: y.Line, Col: y.Column, EndLine: y.Line}
	switch {
	case y.Line < 1 || y.Line > len(s.lines):
		return s.span(from, to)
	case y.Line == len(s.lines) || to < s.lines[y.Line].byte:
		at.EndCol = y.Column + utf8.RuneCountInString(s.text[from:to])
	default:
		at.EndLine, at.EndCol = s.place(to)
	}
	return at
}

// end is the byte behind a node's last character.
func (p *parser) end(s *source, y *yaml.Node) int {
	off := s.offset(y.Line, y.Column)
	switch y.Kind {
	case yaml.ScalarNode:
		start := s.scalarStart(y)
		return s.scalarEnd(start, quotingOf(y), y.Value)
	case yaml.AliasNode:
		return min(off+1+len(y.Value), len(s.text))
	}
	if len(y.Content) > 0 {
		last := y.Content[len(y.Content)-1]
		if p.sourceOf(last) == s {
			off = max(off, p.end(s, last))
		}
	}
	if y.Style&yaml.FlowStyle == 0 {
		return off
	}
	// The bracket that closes it stands behind the last item, a comma, blanks and comments.
	if len(y.Content) == 0 {
		off++
	}
	for off < len(s.text) {
		switch s.text[off] {
		case ']', '}':
			return off + 1
		case '#':
			if i := strings.IndexAny(s.text[off:], "\r\n"); i >= 0 {
				off += i
				continue
			}
			return len(s.text)
		}
		off++
	}
	return off
}
