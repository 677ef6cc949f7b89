// Package xmlscan reads the elements and texts of an XML file that lies in memory. A workbook's sheet has a million of them, and
// encoding/xml makes several objects of each; here names, values and texts are pieces of the file. Rules: what encoding/xml takes is
// read as it reads it (a test holds the two against each other); a name space is its prefix; an entity that XML does not know stays
// as it stands; a document type is refused, for no workbook may have one.
package xmlscan

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"unicode/utf8"
)

// Kind is what a token is.
type Kind uint8

// Kinds. An element without content has a start and an end.
const (
	Start Kind = iota
	End
	Text
)

// ErrDamaged is what is no XML.
var ErrDamaged = errors.New("it is no XML that can be read")

// Attr is an attribute.
type Attr struct{ Prefix, Name, Value []byte }

// Scanner goes through a file. What it hands out is good until Next is called again.
type Scanner struct {
	rest  []byte
	open  [][]byte // the names of open elements, with their prefixes
	name  []byte   // of the element at hand
	attrs []Attr
	text  []byte
	empty bool // the element at hand has no content: its end comes next
}

// New is a scanner of a file in UTF-8.
func New(data []byte) (*Scanner, error) {
	if !utf8.Valid(data) || bytes.ContainsFunc(data, control) {
		return nil, ErrDamaged
	}
	return &Scanner{rest: bytes.TrimPrefix(data, []byte("\ufeff"))}, nil
}

// control says that XML knows no such character.
func control(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' && r != '\r' || r == 0xfffe || r == 0xffff
}

// Name is the name of the element that starts or ends, without its prefix.
func (s *Scanner) Name() []byte {
	_, name := divided(s.name)
	return name
}

// Attrs are the attributes of the element that starts.
func (s *Scanner) Attrs() []Attr { return s.attrs }

// Attr is the value of an attribute of the element that starts, whatever its prefix; "" when it has none.
func (s *Scanner) Attr(name string) string {
	for _, a := range s.attrs {
		if string(a.Name) == name {
			return string(a.Value)
		}
	}
	return ""
}

// Text is the text at hand.
func (s *Scanner) Text() []byte { return s.text }

// Skip goes to the end of the element that has started.
func (s *Scanner) Skip() error {
	for depth := len(s.open); ; {
		kind, err := s.Next()
		if err != nil {
			return err
		}
		if kind == End && len(s.open) < depth {
			return nil
		}
	}
}

// Next is the next token; io.EOF behind the last.
func (s *Scanner) Next() (Kind, error) {
	if s.empty {
		s.empty = false
		return s.end(s.name)
	}
	for len(s.rest) > 0 {
		if s.rest[0] != '<' {
			n := bytes.IndexByte(s.rest, '<')
			if n < 0 {
				n = len(s.rest)
			}
			text := s.rest[:n]
			if s.rest = s.rest[n:]; len(s.open) == 0 { // between the parts of a file there are only spaces
				continue
			}
			s.text = decoded(text)
			return Text, nil
		}
		switch {
		case bytes.HasPrefix(s.rest, []byte("</")):
			name, ok := s.upTo(2, ">")
			if !ok {
				return 0, ErrDamaged
			}
			return s.end(bytes.TrimRight(name, spaces))
		case bytes.HasPrefix(s.rest, []byte("<?")):
			if _, ok := s.upTo(2, "?>"); !ok {
				return 0, ErrDamaged
			}
		case bytes.HasPrefix(s.rest, []byte("<!--")):
			if _, ok := s.upTo(4, "-->"); !ok {
				return 0, ErrDamaged
			}
		case bytes.HasPrefix(s.rest, []byte("<![CDATA[")):
			text, ok := s.upTo(9, "]]>")
			if !ok {
				return 0, ErrDamaged
			}
			if len(s.open) == 0 {
				continue
			}
			s.text = lines(text)
			return Text, nil
		default:
			return s.start()
		}
	}
	if len(s.open) > 0 {
		return 0, ErrDamaged
	}
	return 0, io.EOF
}

// upTo takes what stands up to a mark, behind the first bytes, and goes behind the mark.
func (s *Scanner) upTo(from int, mark string) (part []byte, ok bool) {
	n := bytes.Index(s.rest[from:], []byte(mark))
	if n < 0 {
		return nil, false
	}
	part = s.rest[from : from+n]
	s.rest = s.rest[from+n+len(mark):]
	return part, true
}

// end closes the element that was opened last: no other can be closed.
func (s *Scanner) end(name []byte) (Kind, error) {
	last := len(s.open) - 1
	if last < 0 || !bytes.Equal(s.open[last], name) {
		return 0, ErrDamaged
	}
	s.name, s.open = name, s.open[:last]
	return End, nil
}

// start reads the tag that begins an element.
func (s *Scanner) start() (Kind, error) {
	s.rest = s.rest[1:]
	s.attrs = s.attrs[:0]
	if s.name = s.word(); len(s.name) == 0 || s.name[0] == '!' {
		return 0, ErrDamaged
	}
	for {
		spaced := s.skipSpaces()
		switch {
		case len(s.rest) == 0:
			return 0, ErrDamaged
		case s.rest[0] == '>':
			s.rest = s.rest[1:]
			s.open = append(s.open, s.name)
			return Start, nil
		case bytes.HasPrefix(s.rest, []byte("/>")):
			s.rest, s.empty = s.rest[2:], true
			s.open = append(s.open, s.name)
			return Start, nil
		}
		name := s.word()
		s.skipSpaces()
		if len(name) == 0 || !spaced && len(s.attrs) == 0 || len(s.rest) == 0 || s.rest[0] != '=' {
			return 0, ErrDamaged
		}
		s.rest = s.rest[1:]
		s.skipSpaces()
		if len(s.rest) == 0 || s.rest[0] != '"' && s.rest[0] != '\'' {
			return 0, ErrDamaged
		}
		value, ok := s.upTo(1, string(s.rest[:1]))
		if !ok || bytes.IndexByte(value, '<') >= 0 {
			return 0, ErrDamaged
		}
		a := Attr{Value: decoded(value)}
		a.Prefix, a.Name = divided(name)
		s.attrs = append(s.attrs, a)
	}
}

const spaces = " \t\r\n"

func (s *Scanner) skipSpaces() bool {
	n := 0
	for n < len(s.rest) && (s.rest[n] == ' ' || s.rest[n] == '\n' || s.rest[n] == '\r' || s.rest[n] == '\t') {
		n++
	}
	s.rest = s.rest[n:]
	return n > 0
}

// word takes a name.
func (s *Scanner) word() []byte {
	n := 0
	for n < len(s.rest) && !endsName(s.rest[n]) {
		n++
	}
	name := s.rest[:n]
	s.rest = s.rest[n:]
	return name
}

func endsName(b byte) bool {
	switch b {
	case ' ', '\t', '\r', '\n', '=', '/', '>', '<', '"', '\'', '&':
		return true
	}
	return false
}

// divided is a name's prefix and the rest.
func divided(name []byte) (prefix, local []byte) {
	if n := bytes.IndexByte(name, ':'); n > 0 && n < len(name)-1 {
		return name[:n], name[n+1:]
	}
	return nil, name
}

// decoded is a text with its entities as the characters that they mean.
func decoded(text []byte) []byte {
	text = lines(text)
	at := bytes.IndexByte(text, '&')
	if at < 0 {
		return text
	}
	out := make([]byte, 0, len(text))
	for at >= 0 {
		out, text = append(out, text[:at]...), text[at:]
		end := bytes.IndexByte(text[:min(len(text), longestEntity)], ';')
		r, ok := rune(0), false
		if end > 0 {
			r, ok = entity(text[1:end])
		}
		if ok {
			out, text = utf8.AppendRune(out, r), text[end+1:]
		} else {
			out, text = append(out, '&'), text[1:]
		}
		at = bytes.IndexByte(text, '&')
	}
	return append(out, text...)
}

const longestEntity = 16 // bytes of &#x0000010FFFF;

func entity(name []byte) (rune, bool) {
	switch string(name) {
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "amp":
		return '&', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	if len(name) < 2 || name[0] != '#' {
		return 0, false
	}
	base, digits := 10, name[1:]
	if digits[0] == 'x' {
		base, digits = 16, digits[1:]
	}
	n, err := strconv.ParseUint(string(digits), base, 32)
	r := rune(n)
	return r, err == nil && n <= utf8.MaxRune && utf8.ValidRune(r) && !control(r)
}

// lines is a text whose lines end as XML ends them.
func lines(text []byte) []byte {
	if bytes.IndexByte(text, '\r') < 0 {
		return text
	}
	return bytes.ReplaceAll(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
}
