package pdftest

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"strconv"
	"unicode/utf16"
)

// The objects of a PDF file. Numbers are float64, truth values bool, null is nil.
type (
	Name   string
	String string // bytes as they stand; see Text
	Array  []any
	Dict   map[Name]any
	Ref    int // an indirect object's number
	Stream struct {
		Dict Dict
		Data []byte // decoded
	}
)

// Text decodes a text string: UTF-16 with a byte order mark, or ASCII.
func (s String) Text() string {
	if len(s) < 2 || s[:2] != "\xFE\xFF" {
		return string(s)
	}
	units := make([]uint16, 0, len(s)/2)
	for i := 2; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}

// lexer reads objects and, in content streams, operators.
type lexer struct {
	data []byte
	at   int
	raw  bool // streams that cannot be read stay as they are
}

// operator is a bare word.
type operator string

type closing byte

func isSpace(c byte) bool {
	return c == 0 || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' '
}

func isDelimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

func (l *lexer) skip() {
	for l.at < len(l.data) {
		switch c := l.data[l.at]; {
		case isSpace(c):
			l.at++
		case c == '%':
			for l.at < len(l.data) && l.data[l.at] != '\n' && l.data[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

// next reads one object or operator; io.EOF at the end. Depth is bounded by the data: every level takes a byte.
func (l *lexer) next() (any, error) { return l.value(0) }

func (l *lexer) value(depth int) (any, error) {
	if depth > 100 {
		return nil, fmt.Errorf("objects nested too deeply at byte %d", l.at)
	}
	l.skip()
	if l.at >= len(l.data) {
		return nil, io.EOF
	}
	switch c := l.data[l.at]; {
	case c == '/':
		return l.name()
	case c == '(':
		return l.literal()
	case c == '<' && l.at+1 < len(l.data) && l.data[l.at+1] == '<':
		l.at += 2
		return l.dict(depth)
	case c == '<':
		return l.hex()
	case c == '[':
		l.at++
		return l.array(depth)
	case c == ']':
		l.at++
		return closing(']'), nil
	case c == '>' && l.at+1 < len(l.data) && l.data[l.at+1] == '>':
		l.at += 2
		return closing('>'), nil
	case isDelimiter(c):
		return nil, fmt.Errorf("unexpected %q at byte %d", c, l.at)
	}
	word := l.word()
	if n, err := strconv.ParseFloat(word, 64); err == nil && (word[0] < 'A') {
		return l.refOrNumber(n, word)
	}
	switch word {
	case "true":
		return true, nil
	case "false":
		return false, nil
	case "null":
		return nil, nil
	}
	return operator(word), nil
}

func (l *lexer) word() string {
	from := l.at
	for l.at < len(l.data) && !isSpace(l.data[l.at]) && !isDelimiter(l.data[l.at]) {
		l.at++
	}
	return string(l.data[from:l.at])
}

// refOrNumber looks ahead for "0 R".
func (l *lexer) refOrNumber(n float64, word string) (any, error) {
	if num, err := strconv.Atoi(word); err == nil && num > 0 {
		if rest := l.data[l.at:]; bytes.HasPrefix(rest, []byte(" 0 R")) && (len(rest) == 4 || isSpace(rest[4]) || isDelimiter(rest[4])) {
			l.at += 4
			return Ref(num), nil
		}
	}
	return n, nil
}

func (l *lexer) name() (any, error) {
	l.at++
	word := l.word()
	var out []byte
	for i := 0; i < len(word); i++ {
		if word[i] == '#' && i+2 < len(word) {
			if v, err := strconv.ParseUint(word[i+1:i+3], 16, 8); err == nil {
				out = append(out, byte(v))
				i += 2
				continue
			}
		}
		out = append(out, word[i])
	}
	return Name(out), nil
}

func (l *lexer) literal() (any, error) {
	var out []byte
	depth := 0
	for l.at++; l.at < len(l.data); l.at++ {
		switch c := l.data[l.at]; c {
		case '(':
			depth++
			out = append(out, c)
		case ')':
			if depth == 0 {
				l.at++
				return String(out), nil
			}
			depth--
			out = append(out, c)
		case '\\':
			if l.at++; l.at >= len(l.data) {
				return nil, fmt.Errorf("string without end")
			}
			switch e := l.data[l.at]; e {
			case 'n':
				out = append(out, '\n')
			case 'r':
				out = append(out, '\r')
			case 't':
				out = append(out, '\t')
			case '(', ')', '\\':
				out = append(out, e)
			default:
				return nil, fmt.Errorf("escape \\%c in a string", e)
			}
		case '\r':
			return nil, fmt.Errorf("bare carriage return in a string at byte %d", l.at)
		default:
			out = append(out, c)
		}
	}
	return nil, fmt.Errorf("string without end")
}

func (l *lexer) hex() (any, error) {
	end := bytes.IndexByte(l.data[l.at:], '>')
	if end < 0 {
		return nil, fmt.Errorf("string without end")
	}
	digits := string(l.data[l.at+1 : l.at+end])
	l.at += end + 1
	out := make([]byte, 0, len(digits)/2)
	for i := 0; i+1 < len(digits); i += 2 {
		v, err := strconv.ParseUint(digits[i:i+2], 16, 8)
		if err != nil {
			return nil, fmt.Errorf("hexadecimal string %q", digits)
		}
		out = append(out, byte(v))
	}
	return String(out), nil
}

func (l *lexer) array(depth int) (any, error) {
	out := Array{}
	for {
		v, err := l.value(depth + 1)
		if err != nil {
			return nil, fmt.Errorf("array: %w", err)
		}
		if v == closing(']') {
			return out, nil
		}
		out = append(out, v)
	}
}

func (l *lexer) dict(depth int) (any, error) {
	out := Dict{}
	for {
		k, err := l.value(depth + 1)
		if err != nil {
			return nil, fmt.Errorf("dictionary: %w", err)
		}
		if k == closing('>') {
			return out, nil
		}
		key, ok := k.(Name)
		if !ok {
			return nil, fmt.Errorf("dictionary key %v", k)
		}
		if _, twice := out[key]; twice {
			return nil, fmt.Errorf("dictionary key /%s stands twice", key)
		}
		if out[key], err = l.value(depth + 1); err != nil {
			return nil, fmt.Errorf("dictionary: %w", err)
		}
	}
}

// indirect reads "n 0 obj … endobj" at a byte.
func (l *lexer) indirect(n int) (any, error) {
	head := fmt.Sprintf("%d 0 obj", n)
	if !bytes.HasPrefix(l.data[l.at:], []byte(head)) {
		return nil, fmt.Errorf("object %d does not stand where the table says", n)
	}
	l.at += len(head)
	v, err := l.next()
	if err != nil {
		return nil, fmt.Errorf("object %d: %w", n, err)
	}
	end, err := l.next()
	if err != nil {
		return nil, fmt.Errorf("object %d: %w", n, err)
	}
	d, isDict := v.(Dict)
	if end == operator("stream") && isDict {
		size, ok := d["Length"].(float64)
		from := l.at + 1
		to := from + int(size)
		if !ok || size < 0 || to > len(l.data) || !bytes.HasPrefix(l.data[to:], []byte("\nendstream\nendobj")) {
			return nil, fmt.Errorf("object %d: /Length %v is not the stream's", n, d["Length"])
		}
		data, err := decode(d, l.data[from:to])
		if err != nil && l.raw {
			data, err = l.data[from:to], nil
		}
		if err != nil {
			return nil, fmt.Errorf("object %d: %w", n, err)
		}
		return Stream{d, data}, nil
	}
	if end != operator("endobj") {
		return nil, fmt.Errorf("object %d: %v instead of endobj", n, end)
	}
	return v, nil
}

// maxStream bounds a decoded stream.
const maxStream = 256 << 20

// decode undoes Flate; picture data stays as it is.
func decode(d Dict, data []byte) ([]byte, error) {
	switch d["Filter"] {
	case nil:
		return data, nil
	case Name("FlateDecode"):
		r, err := zlib.NewReader(bytes.NewReader(data))
		if err != nil {
			return nil, err
		}
		return io.ReadAll(io.LimitReader(r, maxStream))
	case Name("DCTDecode"):
		return data, nil
	}
	return nil, fmt.Errorf("filter %v", d["Filter"])
}

// Operators visits a content stream's operators with what stands before each.
func Operators(data []byte, visit func(op string, args []any) error) error {
	l := &lexer{data: data}
	var args []any
	for {
		v, err := l.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		op, ok := v.(operator)
		if !ok {
			args = append(args, v)
			continue
		}
		if err := visit(string(op), args); err != nil {
			return err
		}
		args = args[:0]
	}
}
