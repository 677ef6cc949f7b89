package outline

import (
	"sort"
	"strings"
	"unicode/utf8"

	"roadshow/internal/diag"
)

// source is the text of one file with the places of its lines and characters.
type source struct {
	file  string
	text  string
	lines []linePlace
	// every checkpoint-th character's byte offset: a place in a line of 200 KB is found without walking the line.
	checks []int
	runes  int
	plain  bool // without \r
}

// linePlace is where a line begins: its byte and its character in the file.
type linePlace struct{ byte, rune int }

const checkpoint = 64

func newSource(file, text string) *source {
	s := &source{file: file, text: text, plain: !strings.Contains(text, "\r")}
	s.lines = make([]linePlace, 1, 1+strings.Count(text, "\n"))
	n := 0
	s.checks = make([]int, 0, len(text)/checkpoint+1)
	for i := 0; i < len(text); {
		if n%checkpoint == 0 {
			s.checks = append(s.checks, i)
		}
		c := text[i]
		n++
		switch {
		case c == '\n':
			i++
			s.lines = append(s.lines, linePlace{i, n})
		case c < utf8.RuneSelf:
			i++
		default:
			_, w := utf8.DecodeRuneInString(text[i:])
			i += w
		}
	}
	s.runes = n
	return s
}

// offset is the byte at a 1-based line and column, or the nearest there is.
func (s *source) offset(line, col int) int {
	line = min(max(line, 1), len(s.lines))
	at := s.lines[line-1]
	want := at.rune + max(col, 1) - 1
	if want >= s.runes {
		return len(s.text)
	}
	next := linePlace{len(s.text), s.runes}
	if line < len(s.lines) {
		next = s.lines[line]
	}
	if want < next.rune && next.byte-at.byte == next.rune-at.rune {
		return at.byte + want - at.rune // a line of ASCII
	}
	off := s.checks[want/checkpoint]
	for n := want % checkpoint; n > 0; n-- {
		_, w := utf8.DecodeRuneInString(s.text[off:])
		off += w
	}
	return off
}

// place is the 1-based line and column of a byte offset.
func (s *source) place(off int) (line, col int) {
	off = min(max(off, 0), len(s.text))
	line = sort.Search(len(s.lines), func(i int) bool { return s.lines[i].byte > off })
	return line, s.runeAt(off) - s.lines[line-1].rune + 1
}

// runeAt is the number of characters before a byte offset.
func (s *source) runeAt(off int) int {
	if s.runes == len(s.text) {
		return off
	}
	i := sort.Search(len(s.checks), func(i int) bool { return s.checks[i] > off }) - 1
	if i < 0 {
		return 0
	}
	return i*checkpoint + utf8.RuneCountInString(s.text[s.checks[i]:off])
}

// span is the stretch between two byte offsets.
func (s *source) span(from, to int) diag.Span {
	line, col := s.place(from)
	endLine, endCol := s.place(max(from, to))
	return diag.Span{File: s.file, Line: line, Col: col, EndLine: endLine, EndCol: endCol}
}

// lineText is a line without its break; line is 1-based.
func (s *source) lineText(line int) string {
	if line < 1 || line > len(s.lines) {
		return ""
	}
	from, to := s.lines[line-1].byte, len(s.text)
	if line < len(s.lines) {
		to = s.lines[line].byte
	}
	return strings.TrimRight(s.text[from:to], "\r\n")
}
