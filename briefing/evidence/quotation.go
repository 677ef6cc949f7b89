package evidence

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Quote is words that a source is said to hold: verbatim, but for […] (a cut) and [words] (the editor's own). Excerpts are
// quotes too.
type Quote struct {
	Text   string
	Credit string // the source's words directly before or behind, that name the speaker; may be empty
}

// Passage is where a quote stands.
type Passage struct {
	At       int    // number of its first word, from 0; the credit counts when it stands before
	Words    int    // words from the first to the last, cuts and credit included
	Line     int    // line of the text, from 1; 0 when only proofs were at hand
	Text     string // as the source prints it; "" when only proofs were at hand
	Credited bool   // the credit stands beside it
}

// Witness can say whether a source holds a quote: its Text, or its Proofs when the text is not at hand. The error is a *Miss.
type Witness interface {
	Match(q Quote) (Passage, error)
}

// Miss is a quote that a source does not hold.
type Miss struct {
	Summary  string // one line for the author
	Hint     string
	Credit   bool   // the quotation stands, its credit does not stand beside it
	CaseOnly bool   // only capitals differ
	Nearest  string // the source's nearest passage, differing words between « and »; "" when nothing is like it
	Quoted   string // the quote's words with theirs marked
	Line     int    // of Nearest
}

func (m *Miss) Error() string { return m.Summary }

// pattern is one word of a quote: one spelling, or several where the editor changed letters ([T]he).
type pattern []string

// segment is the words between two cuts.
type segment []pattern

// segments reads the quote's words. Marks at the edges of a segment are left out: a quotation may end in a full stop where
// the source goes on.
func (q Quote) segments() (of []segment, credit segment, miss *Miss) {
	of, err := parseSegments(q.Text)
	if err == "" && q.Credit != "" {
		var parts []segment
		if parts, err = parseSegments(q.Credit); err == "" && len(parts) > 1 {
			err = "a credit has no cuts"
		} else if err == "" {
			credit = parts[0]
		}
	}
	if err != "" {
		return nil, nil, &Miss{Summary: err, Hint: "write the source's own words; […] marks a cut, [words] are yours"}
	}
	return of, credit, nil
}

func parseSegments(text string) (out []segment, problem string) {
	var s segment
	end := func() {
		if s = s.trimmed(); len(s) > 0 {
			out = append(out, s)
		}
		s = nil
	}
	for text != "" {
		open := strings.IndexAny(text, "[［")
		if open < 0 {
			s = s.plain(text)
			break
		}
		_, size := utf8.DecodeRuneInString(text[open:])
		closing := strings.IndexAny(text[open:], "]］")
		if closing < 0 {
			return nil, "a bracket opens and never closes: [ and ] are the editor's marks"
		}
		inside := text[open+size : open+closing]
		_, closeSize := utf8.DecodeRuneInString(text[open+closing:])
		before, after := text[:open], text[open+closing+closeSize:]
		if cut(inside) {
			s = s.plain(before)
			end()
			text = after
			continue
		}
		stem := before[len(strings.TrimRightFunc(before, wordRune)):]
		rest := strings.TrimLeftFunc(after, wordRune)
		tail := after[:len(after)-len(rest)]
		s = s.plain(before[:len(before)-len(stem)])
		if stem == "" && tail == "" {
			text = after
			continue
		}
		s = append(s, altered(stem, inside, tail))
		text = rest
	}
	end()
	if len(out) == 0 {
		return nil, "there are no words of the source in it"
	}
	return out, ""
}

// cut recognises […] in its spellings.
func cut(inside string) bool {
	inside = strings.TrimSpace(inside)
	return inside != "" && strings.Trim(inside, "….⋯ ") == ""
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func (s segment) plain(text string) segment {
	for _, w := range splitWords(text) {
		s = append(s, pattern{w.text})
	}
	return s
}

// altered are the spellings that the source may have where the editor changed letters: [T]he for the, machine[s] for machine.
func altered(stem, inside, tail string) pattern {
	var p pattern
	for _, letters := range []string{inside, strings.ToLower(inside), strings.ToUpper(inside), ""} {
		if ws := splitWords(stem + letters + tail); len(ws) == 1 {
			p = append(p, ws[0].text)
		}
	}
	if len(p) == 0 {
		p = pattern{stem + inside + tail}
	}
	return p
}

func (s segment) trimmed() segment {
	for len(s) > 0 && mark(s[0][0]) {
		s = s[1:]
	}
	for len(s) > 0 && mark(s[len(s)-1][0]) {
		s = s[:len(s)-1]
	}
	return s
}

// String is the segment's words, for messages.
func (s segment) String() string {
	parts := make([]string, len(s))
	for i, p := range s {
		parts[i] = p[0]
	}
	return join(parts)
}

// join puts words back into a line, marks without a space before them.
func join(words []string) string {
	var b strings.Builder
	for i, w := range words {
		plain := strings.Trim(w, "«»")
		if i > 0 && (!mark(plain) || plain == "-" || plain == "(") && plain != "%" && !strings.HasSuffix(words[i-1], "(") && words[i-1] != "-" && plain != "-" {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return b.String()
}

// maxBetween bounds the marks between a quotation and its credit: any two, or the three points of an ellipsis.
const maxBetween = 3

func between(marks []string) bool {
	for _, m := range marks {
		if !mark(m) || len(marks) == maxBetween && m != "." {
			return false
		}
	}
	return len(marks) <= maxBetween
}

// Match finds a quote. Of several places the first whose credit fits is taken.
func (t *Text) Match(q Quote) (Passage, error) {
	parts, credit, miss := q.segments()
	if miss != nil {
		return Passage{}, miss
	}
	spans, credited := t.locate(parts, credit)
	if spans == nil {
		return Passage{}, t.miss(parts, credit, false)
	}
	if credit != nil && !credited {
		return t.passage(spans, false), t.miss(parts, credit, true)
	}
	return t.passage(spans, credited), nil
}

// span is a run of words, to exclusive.
type span struct{ from, to int }

func (t *Text) passage(spans []span, credited bool) Passage {
	from, to := spans[0].from, spans[len(spans)-1].to
	a, b := t.words[from].from, t.words[to-1].to
	return Passage{At: from, Words: to - from, Line: t.line(a), Text: t.src[a:b], Credited: credited}
}

// locate finds the segments one behind the other, each as near as possible, and the credit beside the first or the last;
// the span of the segment beside the credit then covers both.
func (t *Text) locate(parts []segment, credit segment) (best []span, credited bool) {
	ids := make([][][]int32, len(parts))
	for i, s := range parts {
		if ids[i] = t.lookUp(s); ids[i] == nil {
			return nil, false
		}
	}
	var creditIDs [][]int32
	if credit != nil {
		creditIDs = t.lookUp(credit)
	}
	for at := 0; ; at++ {
		if at = t.next(ids[0], at); at < 0 {
			return best, false
		}
		spans := []span{{at, at + len(parts[0])}}
		for _, s := range ids[1:] {
			next := t.next(s, spans[len(spans)-1].to)
			if next < 0 {
				return best, false // no later start can help
			}
			spans = append(spans, span{next, next + len(s)})
		}
		if best == nil {
			best = spans
		}
		if credit == nil {
			return spans, false
		}
		if creditIDs != nil && t.beside(spans, creditIDs) {
			return spans, true
		}
	}
}

// lookUp are the numbers of a segment's words in this text, nil when one does not occur.
func (t *Text) lookUp(s segment) [][]int32 {
	out := make([][]int32, len(s))
	for i, p := range s {
		if out[i] = t.numbers(p); out[i] == nil {
			return nil
		}
	}
	return out
}

// next is the first place from start where the words stand, -1 when there is none.
func (t *Text) next(words [][]int32, start int) int {
	for i := start; i+len(words) <= len(t.ids); i++ {
		if t.stand(words, i) {
			return i
		}
	}
	return -1
}

// stand says that the words stand at this place.
func (t *Text) stand(words [][]int32, at int) bool {
	if at < 0 || at+len(words) > len(t.ids) {
		return false
	}
	for k, of := range words {
		if !slices.Contains(of, t.ids[at+k]) {
			return false
		}
	}
	return true
}

// beside extends the first span by a credit before it, or the last by one behind it. Only marks may stand between.
func (t *Text) beside(spans []span, credit [][]int32) bool {
	first, last := &spans[0], &spans[len(spans)-1]
	for gap := 0; gap <= maxBetween; gap++ {
		if at := first.from - gap - len(credit); t.stand(credit, at) && between(t.texts(at+len(credit), first.from)) {
			first.from = at
			return true
		}
	}
	for gap := 0; gap <= maxBetween; gap++ {
		if at := last.to + gap; t.stand(credit, at) && between(t.texts(last.to, at)) {
			last.to = at + len(credit)
			return true
		}
	}
	return false
}

func (t *Text) texts(from, to int) []string {
	out := make([]string, 0, maxBetween)
	for _, w := range t.words[from:to] {
		out = append(out, w.text)
	}
	return out
}

// miss explains a quote that was not found.
func (t *Text) miss(parts []segment, credit segment, creditOnly bool) *Miss {
	if creditOnly {
		m := &Miss{Credit: true, Summary: fmt.Sprintf("the credit %s does not stand beside the quotation", quoted(credit.String())),
			Hint: "copy the source's words directly before or behind the quotation that name the speaker"}
		if spans, _ := t.locate(parts, nil); spans != nil {
			m.Nearest = t.around(spans[0].from, spans[len(spans)-1].to)
			m.Line = t.line(t.words[spans[0].from].from)
			m.Hint = "beside it the source says: " + m.Nearest
		}
		return m
	}
	m := &Miss{Summary: "these words do not stand in the source", Hint: "copy them from the source; […] marks a cut"}
	bad := parts[0]
	for _, s := range parts {
		if ids := t.lookUp(s); ids == nil || t.next(ids, 0) < 0 {
			bad = s
			break
		}
	}
	n := t.nearest(bad)
	if n == nil {
		if len(parts) > 1 && t.lookUp(bad) != nil {
			m.Summary, m.Hint = "the parts of this quotation do not stand in this order", "divide it into two quotations"
		}
		return m
	}
	if n.same {
		if len(parts) > 1 {
			m.Summary, m.Hint = "the parts of this quotation do not stand in this order", "divide it into two quotations"
			return m
		}
	}
	m.Nearest, m.Quoted, m.Line, m.CaseOnly = n.source, n.quote, n.line, n.caseOnly
	m.Hint = "the source says, in line " + fmt.Sprint(m.Line) + ": " + m.Nearest
	if m.CaseOnly {
		m.Summary = "these words stand in the source with other capitals"
		m.Hint += "; write [T]he where you change a capital"
	}
	return m
}

// around is a passage with a dozen words on both sides.
func (t *Text) around(from, to int) string {
	a, b := max(0, from-12), min(len(t.words), to+12)
	for a < from && mark(t.words[a].text) {
		a++
	}
	return strings.Join(strings.Fields(t.src[t.words[a].from:t.words[b-1].to]), " ")
}
