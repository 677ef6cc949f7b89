package outline

import (
	"strings"
	"unicode/utf8"

	"roadshow/internal/diag"
)

// plainBlanks finds what looks like YAML's own blanks and is none, where YAML counts blanks: before a key, around a dash and behind
// the colon of a key. It comes with text pasted from a page or a word processor, and YAML takes it for letters. Inside texts it is
// what the author typed.
func plainBlanks(text, file string, l *diag.List) string {
	if strings.IndexFunc(text, diag.OddBlank) < 0 {
		return text
	}
	lines, reported := strings.SplitAfter(text, "\n"), 0
	below := -1 // what stands deeper belongs to a text of several lines
	for k, line := range lines {
		body := strings.TrimRight(line, " \t\r\n")
		if body == "" || below >= 0 && blanks(body) > below {
			continue
		}
		below = -1
		if opensText(body) {
			below = blanks(body)
		}
		odd := oddBlanks(body)
		if len(odd) == 0 {
			continue
		}
		if reported++; reported <= 20 {
			r, w := utf8.DecodeRuneInString(body[odd[0]:])
			l.Error((&source{file: file}).spanOf(k+1, line, odd[0], odd[0]+w), "E-YAML", "type a plain blank in its place: it came with text pasted from elsewhere",
				"%s stands where YAML needs a plain blank", diag.NameBlank(r))
		}
		for i := len(odd) - 1; i >= 0; i-- {
			_, w := utf8.DecodeRuneInString(line[odd[i]:])
			line = line[:odd[i]] + " " + line[odd[i]+w:]
		}
		lines[k] = line
	}
	return strings.Join(lines, "")
}

// oddBlanks are the places of such blanks in the indentation of a line, its dashes included, and behind the colon of its key.
func oddBlanks(body string) (at []int) {
	i := 0
	blank := func() {
		for i < len(body) {
			r, w := utf8.DecodeRuneInString(body[i:])
			if diag.OddBlank(r) {
				at = append(at, i)
			} else if r != ' ' {
				return
			}
			i += w
		}
	}
	blank()
	for i < len(body) && body[i] == '-' {
		if r, _ := utf8.DecodeRuneInString(body[i+1:]); r != ' ' && !diag.OddBlank(r) {
			return at // a number, or a text that begins with a dash
		}
		i++
		blank()
	}
	word := i
	for i < len(body) && (body[i] >= 'a' && body[i] <= 'z' || body[i] == '_') {
		i++
	}
	if i > word && i < len(body) && body[i] == ':' {
		i++
		blank()
	}
	return at
}
