package briefing

import (
	"bytes"

	"roadshow/internal/limits"
)

// bounded says whether Markdown can be read: its parser looks back over all that is open at every mark that could close it, so
// that a page of brackets takes minutes, and every later step asks a paragraph for its whole length. What is counted are marks,
// levels and bytes of a paragraph from a byte on, before anything is parsed.
func (w *walker) bounded(from int) bool {
	marks, begins := 0, from
	for at := from; at < len(w.src); {
		end := len(w.src)
		if i := bytes.IndexByte(w.src[at:], '\n'); i >= 0 {
			end = at + i
		}
		line := w.src[at:end]
		if len(bytes.TrimSpace(line)) == 0 {
			marks, begins = 0, end
		}
		if end-begins > limits.ParagraphBytes.N() {
			w.r.l.Limit(w.n.Pos(begins), limits.ParagraphBytes)
			return false
		}
		if deep(line) > limits.ProseNesting.N() {
			w.r.l.Limit(w.n.Pos(at), limits.ProseNesting)
			return false
		}
		for i, c := range line {
			switch c {
			case '[', ']', '(', '*', '_', '`', '<', '&', '!', '\\', '~':
				if marks++; marks > limits.ProseMarks.N() {
					w.r.l.Limit(w.n.Pos(at+i), limits.ProseMarks)
					return false
				}
			}
		}
		at = end + 1
	}
	return true
}

// deep is how many lists and quotations a line can be inside of: the marks that it begins with, and two blanks a level.
func deep(line []byte) int {
	n, blanks := 0, 0
	for i := 0; i < len(line); i++ {
		rest := line[i:]
		digits := len(rest) - len(bytes.TrimLeft(rest, "0123456789"))
		switch {
		case rest[0] == ' ':
			blanks++
		case rest[0] == '\t':
			blanks += 4
		case rest[0] == '>', bytes.IndexByte([]byte("-*+"), rest[0]) >= 0 && bytes.HasPrefix(rest[1:], []byte(" ")):
			n++
			if bytes.HasPrefix(rest[1:], []byte(" ")) { // the mark's own
				i++
			}
		case digits > 0 && (bytes.HasPrefix(rest[digits:], []byte(". ")) || bytes.HasPrefix(rest[digits:], []byte(") "))):
			n++
			i += digits + 1
		case n == 0:
			return 0
		default:
			return n + blanks/2
		}
	}
	return n + blanks/2
}
