package evidence

import (
	"errors"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"roadshow/internal/diag"
)

// SyntaxError says what is wrong in a value, date, unit, formula or claim, and where in its text.
type SyntaxError struct {
	Offset, End int    // bytes of the text, End exclusive
	Summary     string // one line, the author's words
	Hint        string // one thing to try; may be empty
}

func (e *SyntaxError) Error() string { return e.Summary }

// ambiguousError is the error of a number that can be read in two ways. It unwraps to its *SyntaxError.
type ambiguousError struct{ *SyntaxError }

func (e ambiguousError) Unwrap() error { return e.SyntaxError }

// CodeOf is the code of a value's error: E-AMBIGUOUS, else the reader's usual one.
func CodeOf(err error, usual string) string {
	if errors.As(err, &ambiguousError{}) {
		return "E-AMBIGUOUS"
	}
	return usual
}

// Span is the place of the error in a file, when text begins at at and stands on one line there.
func (e *SyntaxError) Span(at diag.Span, text string) diag.Span {
	if at.Line == 0 { // workbook cells: the cell is the place
		return at
	}
	from := min(max(e.Offset, 0), len(text))
	to := min(max(e.End, from), len(text))
	at.EndLine, at.EndCol = at.Line, at.Col+utf8.RuneCountInString(text[:to])
	at.Col += utf8.RuneCountInString(text[:from])
	if at.EndCol <= at.Col {
		at.EndCol = at.Col + 1
	}
	return at
}

// Report adds the error to a list, at its place inside text.
func (e *SyntaxError) Report(l *diag.List, at diag.Span, code, text string) {
	l.Error(e.Span(at, text), code, e.Hint, "%s", e.Summary)
}

// quoted puts words of the author between double quotes, control characters escaped, long ones shortened.
func quoted(s string) string {
	if utf8.RuneCountInString(s) > 40 {
		s = string([]rune(s)[:38]) + "…"
	}
	return strconv.Quote(s)
}

// scan walks over the text of one value or date.
type scan struct {
	s     string
	i     int
	metre bool // a lone m stands apart behind a number
}

func (p *scan) done() bool   { return p.i >= len(p.s) }
func (p *scan) rest() string { return p.s[p.i:] }

func (p *scan) fail(from, to int, hint, summary string) *SyntaxError {
	return &SyntaxError{Offset: from, End: to, Summary: summary, Hint: hint}
}

// spaces skips blanks of every width.
func (p *scan) spaces() bool {
	from := p.i
	for p.i < len(p.s) {
		if c := p.s[p.i]; c == ' ' || '\t' <= c && c <= '\r' {
			p.i++
			continue
		}
		if p.s[p.i] < utf8.RuneSelf {
			break
		}
		r, n := utf8.DecodeRuneInString(p.rest())
		if !unicode.IsSpace(r) && r != '\u2060' && r != '\ufeff' {
			break
		}
		p.i += n
	}
	return p.i > from
}

// sign takes one of several marks.
func (p *scan) mark(marks ...string) string {
	for _, m := range marks {
		if strings.HasPrefix(p.rest(), m) {
			p.i += len(m)
			return m
		}
	}
	return ""
}

// words takes one of several phrases of lower-case words, whatever their case here and however many spaces between them,
// with a word's end behind.
func (p *scan) words(phrases ...string) string {
	if p.done() || !asciiLetter(p.s[p.i]) {
		return ""
	}
	for _, phrase := range phrases {
		if end := p.phraseEnd(phrase); end > 0 {
			p.i = end
			return phrase
		}
	}
	return ""
}

func (p *scan) phraseEnd(phrase string) int {
	q := scan{s: p.s, i: p.i}
	for j := 0; j < len(phrase); j++ {
		if phrase[j] == ' ' {
			if !q.spaces() {
				return 0
			}
			continue
		}
		if q.done() || q.s[q.i]|0x20 != phrase[j] && q.s[q.i] != phrase[j] {
			return 0
		}
		q.i++
	}
	if !q.done() {
		if r, _ := utf8.DecodeRuneInString(q.rest()); unicode.IsLetter(r) && asciiLetter(phrase[len(phrase)-1]) {
			return 0
		}
	}
	return q.i
}

// letters takes a run of letters; Han characters stand alone and are not taken.
func (p *scan) letters() string {
	from := p.i
	for p.i < len(p.s) {
		r, n := utf8.DecodeRuneInString(p.rest())
		if !unicode.IsLetter(r) || unicode.Is(unicode.Han, r) {
			break
		}
		p.i += n
	}
	return p.s[from:p.i]
}

func asciiLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func digit(c byte) bool       { return '0' <= c && c <= '9' }
