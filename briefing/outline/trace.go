package outline

import (
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"roadshow/internal/diag"
)

// Scalars are read twice: yaml tells their text, and this file walks text and source side by side to tell where each
// character of the text stands in the file. It runs for messages only.

// quoting is how a scalar was written.
type quoting uint8

const (
	plain quoting = iota
	single
	double
	literal
	folded
	whole // a whole file
)

func quotingOf(y *yaml.Node) quoting {
	switch {
	case y.Style&yaml.DoubleQuotedStyle != 0:
		return double
	case y.Style&yaml.SingleQuotedStyle != 0:
		return single
	case y.Style&yaml.LiteralStyle != 0:
		return literal
	case y.Style&yaml.FoldedStyle != 0:
		return folded
	}
	return plain
}

// segment says that from a byte of the text on, text and source run side by side.
type segment struct{ text, src int }

// scalarStart is where a scalar's own characters begin, behind its anchor and tag.
func (s *source) scalarStart(y *yaml.Node) int {
	off := s.offset(y.Line, y.Column)
	for off < len(s.text) && (s.text[off] == '&' || s.text[off] == '!') {
		off += strings.IndexAny(s.text[off:]+" ", " \t\r\n,]}")
		for off < len(s.text) && strings.IndexByte(" \t\r\n", s.text[off]) >= 0 {
			off++
		}
	}
	return off
}

// scalarEnd is where a scalar that begins at start ends.
func (s *source) scalarEnd(start int, q quoting, text string) int {
	src := s.text
	switch q {
	case plain:
		if strings.HasPrefix(src[start:], text) && !strings.ContainsAny(text, "\n\r") {
			return start + len(text)
		}
		return s.trace(start, q, text, func(segment) {})
	case single:
		for i := start + 1; i < len(src); i++ {
			if src[i] == '\'' {
				if i+1 < len(src) && src[i+1] == '\'' {
					i++
					continue
				}
				return i + 1
			}
		}
	case double:
		for i := start + 1; i < len(src); i++ {
			switch src[i] {
			case '\\':
				i++
			case '"':
				return i + 1
			}
		}
	case literal, folded:
		return s.trace(start, q, strings.TrimRight(text, "\n"), func(segment) {})
	}
	return len(src)
}

// trace walks text and the source that it was read from, emits a segment wherever they stop running side by side, and
// returns where the text ends in the source. Where they disagree it stops: the places found so far stay right.
func (s *source) trace(start int, q quoting, text string, emit func(segment)) int {
	switch q {
	case literal, folded:
		return s.traceBlock(start, q, text, emit)
	case single, double:
		start++
	case whole:
		return s.traceFile(text, emit)
	}
	src := s.text
	i, j := 0, start
	emit(segment{0, j})
	for i < len(text) && j < len(src) {
		if end, breaks := lineBreaks(src, j); breaks > 0 {
			if breaks == 1 {
				i++ // a space
			} else {
				i += breaks - 1
			}
			j = end
			emit(segment{i, j})
			continue
		}
		c := src[j]
		switch {
		case q == double && c == '\\' && j+1 < len(src):
			if _, breaks := lineBreaks(src, j+1); breaks > 0 {
				end, breaks := lineBreaks(src, j+1)
				i, j = i+breaks-1, end
			} else {
				_, w := utf8.DecodeRuneInString(text[i:])
				n := 2
				switch src[j+1] {
				case 'x':
					n = 4
				case 'u':
					n = 6
				case 'U':
					n = 10
				default:
					_, w := utf8.DecodeRuneInString(src[j+1:])
					n = 1 + w
				}
				emit(segment{i, j})
				i, j = i+w, j+n
			}
			emit(segment{i, j})
		case q == single && c == '\'':
			emit(segment{i, j})
			i, j = i+1, j+2
			emit(segment{i, j})
		case c == text[i]:
			i, j = i+1, j+1
		default:
			return min(j, len(src))
		}
	}
	return min(j, len(src))
}

// lineBreaks skips blanks, line breaks and the blanks after them. It counts the breaks; without any it skips nothing.
func lineBreaks(src string, j int) (end, breaks int) {
	for end = j; end < len(src); end++ {
		switch src[end] {
		case ' ', '\t':
		case '\r':
			if end+1 < len(src) && src[end+1] == '\n' {
				end++
			}
			breaks++
		case '\n':
			breaks++
		default:
			return end, breaks
		}
		if breaks == 0 && src[end] != ' ' && src[end] != '\t' {
			return end, 0
		}
	}
	return end, breaks
}

// traceBlock is trace for literal and folded block scalars.
func (s *source) traceBlock(start int, q quoting, text string, emit func(segment)) int {
	line, _ := s.place(start)
	line++
	// The indentation is what the first line with words has more than the text.
	indent := 0
	for k := line; k <= len(s.lines); k++ {
		if t := s.lineText(k); strings.TrimSpace(t) != "" {
			first := strings.TrimLeft(text, "\n")
			indent = max(blanks(t)-blanks(first), 0)
			break
		}
	}
	i, end := 0, start
	for ; line <= len(s.lines) && i <= len(text); line++ {
		from, t := s.lines[line-1].byte, s.lineText(line)
		t = t[min(indent, len(t)-len(strings.TrimLeft(t, " "))):]
		at := from + len(s.lineText(line)) - len(t)
		if q == literal || t == "" || text == "" {
			if i < len(text) && !strings.HasPrefix(text[i:], t) {
				return end
			}
			emit(segment{i, at})
			i += len(t)
			end = at + len(t)
			if i >= len(text) {
				return end
			}
			if q == literal || t == "" && text[i] == '\n' {
				i++
			}
			continue
		}
		// Folded: the breaks between two lines are a space or what is left of the empty lines.
		for i < len(text) && (text[i] == '\n' || text[i] == ' ') && !strings.HasPrefix(text[i:], t) {
			i++
		}
		if !strings.HasPrefix(text[i:], t) {
			return end
		}
		emit(segment{i, at})
		i += len(t)
		end = at + len(t)
		if i >= len(text) {
			return end
		}
	}
	return end
}

func blanks(s string) int { return len(s) - len(strings.TrimLeft(s, " ")) }

// traceFile is trace for a text that is a whole file.
func (s *source) traceFile(text string, emit func(segment)) int {
	if s.plain { // they run side by side from end to end
		emit(segment{0, 0})
		return len(s.text)
	}
	i := 0
	for line := 1; line <= len(s.lines) && i <= len(text); line++ {
		emit(segment{i, s.lines[line-1].byte})
		i += len(s.lineText(line)) + 1
	}
	return len(s.text)
}

// Pos is the place of the character at a byte offset of Text.
func (n *Node) Pos(offset int) diag.Span { return n.Range(offset, offset) }

// Range is the place of the stretch of Text between two byte offsets; an empty stretch is one character.
func (n *Node) Range(from, to int) diag.Span {
	if n == nil {
		return diag.Span{}
	}
	if n.src == nil || len(n.Text) == 0 {
		return n.At
	}
	from = min(max(from, 0), len(n.Text))
	for from > 0 && from < len(n.Text) && !utf8.RuneStart(n.Text[from]) {
		from--
	}
	last := from
	if to = min(to, len(n.Text)); to > from {
		_, w := utf8.DecodeLastRuneInString(n.Text[:to])
		last = to - w
	}
	a, z := segment{0, n.start}, segment{0, n.start}
	next := segment{-1, 0}
	n.src.trace(n.start, n.quoting, n.Text, func(g segment) {
		if g.text <= from {
			a = g
		}
		if g.text <= last {
			z, next = g, segment{-1, 0}
		} else if next.text < 0 {
			next = g
		}
	})
	src := n.src.text
	begin := min(a.src+from-a.text, len(src))
	end := min(z.src+last-z.text, len(src))
	if _, w := utf8.DecodeRuneInString(n.Text[last:]); last+w == next.text && !strings.ContainsAny(src[min(end, next.src):next.src], "\r\n") {
		end = next.src // an escape is longer than the character that it stands for
	} else if end < len(src) && src[end] != '\n' && src[end] != '\r' {
		_, w := utf8.DecodeRuneInString(src[end:])
		end += w
	}
	return n.src.span(begin, max(begin, end))
}
