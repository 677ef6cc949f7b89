package outline

import (
	"strings"
	"unicode/utf8"

	"roadshow/internal/diag"
)

const byteOrderMark = "\uFEFF"

// clean returns text with nothing in it that YAML cannot read, and lines that end in \n or \r\n.
func clean(src []byte, file string, l *diag.List) string {
	text := strings.TrimPrefix(string(src), byteOrderMark)
	if utf16(text) {
		l.Error(diag.Span{File: file, Line: 1, Col: 1}, "E-YAML", "save the file as UTF-8", "the file is in UTF-16, not UTF-8")
		return ""
	}
	if strings.Contains(text, "\r") {
		b := []byte(text)
		for i, c := range b {
			if c == '\r' && (i+1 == len(b) || b[i+1] != '\n') {
				b[i] = '\n' // as old Macintosh files end their lines
			}
		}
		text = string(b)
	}
	return visible(text, file, l)
}

// utf16 says that a text begins as one in UTF-16 does: with its mark, or with a letter of which one byte is zero.
func utf16(text string) bool {
	return strings.HasPrefix(text, "\xff\xfe") || strings.HasPrefix(text, "\xfe\xff") ||
		len(text) > 1 && (text[0] == 0) != (text[1] == 0)
}

// visible returns text that the YAML parser can read: bytes that are no UTF-8 and invisible control characters are reported
// and replaced by as many characters, so that every other place stays what the author's editor shows.
func visible(text, file string, l *diag.List) string {
	first := strings.IndexFunc(text, func(r rune) bool { return r == utf8.RuneError || forbidden(r) })
	if first < 0 {
		return text
	}
	var out strings.Builder
	out.Grow(len(text) + 8)
	out.WriteString(text[:first])
	line := 1 + strings.Count(text[:first], "\n")
	col := 1 + utf8.RuneCountInString(text[strings.LastIndexByte(text[:first], '\n')+1:first])
	reported := 0
	for i := first; i < len(text); {
		r, w := utf8.DecodeRuneInString(text[i:])
		bad := r == utf8.RuneError && w == 1
		switch {
		case (bad || forbidden(r)) && reported < 20:
			reported++
			at := diag.Span{File: file, Line: line, Col: col, EndLine: line, EndCol: col + 1}
			if bad {
				l.Error(at, "E-YAML", "save the file as UTF-8", "byte 0x%02X is not UTF-8", text[i])
			} else {
				l.Error(at, "E-YAML", "delete it: it came with text pasted from elsewhere", "invisible character U+%04X", r)
			}
			fallthrough
		case bad, forbidden(r):
			out.WriteByte(' ')
		default:
			out.WriteString(text[i : i+w])
		}
		i += w
		col++
		if r == '\n' {
			line, col = line+1, 1
		}
	}
	return out.String()
}

// forbidden says whether a character may not stand in an outline: YAML refuses it, takes it for a line break that editors
// do not show, or turns the text around it.
func forbidden(r rune) bool {
	switch {
	case r == '\t', r == '\n', r == '\r':
		return false
	case r < 0x20, r >= 0x7f && r < 0xa0:
		return true
	case r < 0x2028:
		return false
	case r <= 0x202e:
		return true // line and paragraph separator, bidirectional marks
	case r >= 0x2066 && r <= 0x2069:
		return true
	}
	return r == 0xfeff || r == 0xfffe || r == 0xffff
}
