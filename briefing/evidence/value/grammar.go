package value

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

// AmbiguousError is the error of a number that can be read in two ways. It unwraps to its *SyntaxError.
type AmbiguousError struct{ *SyntaxError }

func (e AmbiguousError) Unwrap() error { return e.SyntaxError }

// CodeOf is the code of a value's error: E-AMBIGUOUS, else the reader's usual one.
func CodeOf(err error, usual string) string {
	if errors.As(err, &AmbiguousError{}) {
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

// Quoted puts words of the author between double quotes, control characters escaped, long ones shortened.
func Quoted(s string) string {
	if utf8.RuneCountInString(s) > 40 {
		s = string([]rune(s)[:38]) + "…"
	}
	return strconv.Quote(s)
}

// Scan walks over the text of one value or date.
type Scan struct {
	S     string
	I     int
	metre bool // a lone m stands apart behind a number
}

func (p *Scan) Done() bool   { return p.I >= len(p.S) }
func (p *Scan) rest() string { return p.S[p.I:] }

func (p *Scan) fail(from, to int, hint, summary string) *SyntaxError {
	return &SyntaxError{Offset: from, End: to, Summary: summary, Hint: hint}
}

// Spaces skips blanks of every width.
func (p *Scan) Spaces() bool {
	from := p.I
	for p.I < len(p.S) {
		if c := p.S[p.I]; c == ' ' || '\t' <= c && c <= '\r' {
			p.I++
			continue
		}
		if p.S[p.I] < utf8.RuneSelf {
			break
		}
		r, n := utf8.DecodeRuneInString(p.rest())
		if !unicode.IsSpace(r) && r != '\u2060' && r != '\ufeff' {
			break
		}
		p.I += n
	}
	return p.I > from
}

// sign takes one of several marks.
func (p *Scan) mark(marks ...string) string {
	for _, m := range marks {
		if strings.HasPrefix(p.rest(), m) {
			p.I += len(m)
			return m
		}
	}
	return ""
}

// words takes one of several phrases of lower-case words, whatever their case here and however many spaces between them,
// with a word's end behind.
func (p *Scan) words(phrases ...string) string {
	if p.Done() || !AsciiLetter(p.S[p.I]) {
		return ""
	}
	for _, phrase := range phrases {
		if end := p.phraseEnd(phrase); end > 0 {
			p.I = end
			return phrase
		}
	}
	return ""
}

func (p *Scan) phraseEnd(phrase string) int {
	q := Scan{S: p.S, I: p.I}
	for j := 0; j < len(phrase); j++ {
		if phrase[j] == ' ' {
			if !q.Spaces() {
				return 0
			}
			continue
		}
		if q.Done() || q.S[q.I]|0x20 != phrase[j] && q.S[q.I] != phrase[j] {
			return 0
		}
		q.I++
	}
	if !q.Done() {
		if r, _ := utf8.DecodeRuneInString(q.rest()); unicode.IsLetter(r) && AsciiLetter(phrase[len(phrase)-1]) {
			return 0
		}
	}
	return q.I
}

// letters takes a run of letters; Han characters stand alone and are not taken.
func (p *Scan) letters() string {
	from := p.I
	for p.I < len(p.S) {
		r, n := utf8.DecodeRuneInString(p.rest())
		if !unicode.IsLetter(r) || unicode.Is(unicode.Han, r) {
			break
		}
		p.I += n
	}
	return p.S[from:p.I]
}

func AsciiLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func Digit(c byte) bool       { return '0' <= c && c <= '9' }
