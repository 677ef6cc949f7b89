package source

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"roadshow/briefing/evidence/value"
	"roadshow/internal/limits"
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
	ofCredit := err == ""
	if err == "" && q.Credit != "" {
		var parts []segment
		if parts, err = parseSegments(q.Credit); err == "" && len(parts) > 1 {
			err = "a credit has no cuts"
		} else if err == "" {
			credit = parts[0]
		}
	}
	if err != "" {
		if err == limits.Cuts.Says() {
			return nil, nil, &Miss{Summary: err, Credit: ofCredit, Hint: limits.Cuts.Hint()}
		}
		return nil, nil, &Miss{Summary: err, Credit: ofCredit, Hint: "write the source's own words; […] marks a cut, [words] are yours and belong into no number"}
	}
	return of, credit, nil
}

func parseSegments(text string) (out []segment, problem string) {
	var s segment
	cuts := 0
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
			if splitsAmount(before, after) {
				return nil, "a cut stands inside an amount"
			}
			s = s.plain(before)
			end()
			if cuts++; cuts > limits.Cuts.N() {
				return nil, limits.Cuts.Says()
			}
			text = after
			continue
		}
		stem := strings.TrimLeft(before[len(strings.TrimRightFunc(before, innerRune)):], apostrophes)
		rest := strings.TrimLeftFunc(after, wordRune)
		tail := after[:len(after)-len(rest)]
		s = s.plain(before[:len(before)-len(stem)])
		if touchesNumber(before, inside, after) {
			return nil, "an editor's bracket changes a number"
		}
		if word := denial(inside); word != "" {
			return nil, "an editor's bracket adds “" + word + "”, which turns the words round"
		}
		if word := hedging(before, inside, after); word != "" {
			return nil, "an editor's bracket adds “" + word + "”, which makes the words less sure"
		}
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

const apostrophes = "'’‘"

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// innerRune recognises what may stand before the end of a word: the apostrophe of can'[t] too.
func innerRune(r rune) bool { return wordRune(r) || strings.ContainsRune(apostrophes, r) }

func (s segment) plain(text string) segment {
	for _, w := range SplitWords(text) {
		s = append(s, pattern{w.Text})
	}
	return s
}

// altered are the spellings that the source may have where the editor changed letters: [T]he for the, machine[s] for machine.
func altered(stem, inside, tail string) pattern {
	var p pattern
	spellings := []string{inside, strings.ToLower(inside), strings.ToUpper(inside), ""}
	if opposite(stem, inside, tail) {
		spellings = spellings[:3] // [un]likely is not the editor's word for likely
	}
	for _, letters := range spellings {
		if ws := SplitWords(stem + letters + tail); len(ws) == 1 {
			p = append(p, ws[0].Text)
		}
	}
	if len(p) == 0 {
		p = pattern{stem + inside + tail}
	}
	return p
}

// touchesNumber says that an editor's bracket stands inside a number, or beside one with what would change it: a digit, a
// scale, a bound.
func touchesNumber(before, inside, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	if unicode.IsDigit(last) || unicode.IsDigit(next) {
		return true
	}
	last, _ = utf8.DecodeLastRuneInString(strings.TrimSpace(before))
	next, _ = utf8.DecodeRuneInString(strings.TrimSpace(after))
	beside := func(r rune) bool { return unicode.IsDigit(r) || unicode.Is(unicode.Sc, r) || r == '%' || r == '％' }
	if !beside(last) && !beside(next) {
		return false
	}
	words := ReadExcerpt(inside)
	for i, w := range words.Lower {
		_, _, number := words.number(i)
		if number || dash(rune(w[0])) || value.ScaleOf(words.original(i), false) != "" || strings.ContainsAny(w, "万亿千百十成倍半%") || w == "not" || w == "percent" {
			return true
		}
		if words.Ahead(i, sayLeast|sayMost|sayOver|sayUnder|sayAbout|sayNear|sayHedge|sayNot|sayScale|sayNegative) != nil {
			return true
		}
	}
	return false
}

// SourceWords are the words of a quote that are the source's own: the editor's are left out, a cut parts what stands on its
// sides. Numbers are read from these.
func (q Quote) SourceWords() string {
	var b strings.Builder
	for text := q.Text; ; {
		open := strings.IndexAny(text, "[［")
		if open < 0 {
			b.WriteString(text)
			return b.String()
		}
		b.WriteString(text[:open])
		_, size := utf8.DecodeRuneInString(text[open:])
		closing := strings.IndexAny(text[open:], "]］")
		if closing < 0 {
			return b.String()
		}
		inside := text[open+size : open+closing]
		_, size = utf8.DecodeRuneInString(text[open+closing:])
		before, _ := utf8.DecodeLastRuneInString(text[:open])
		text = text[open+closing+size:]
		after, _ := utf8.DecodeRuneInString(text)
		switch {
		case cut(inside):
			b.WriteString(" … ")
		case wordRune(before) && before < utf8.RuneSelf || wordRune(after) && after < utf8.RuneSelf:
			b.WriteString(inside) // letters of a word: [T]wo
		}
	}
}

// A question or a cry is part of what was said: only the other marks may be left out at the edges.
func droppable(text string) bool { return Mark(text) && text != "?" && text != "!" }

// flattened says that a quote ends in a full stop where the source asks or cries.
func (t *Text) flattened(q Quote, last span) bool {
	typed := SplitWords(q.Text)
	if len(typed) == 0 || last.to >= len(t.words) {
		return false
	}
	end, is := typed[len(typed)-1].Text, t.words[last.to].Text
	return (end == "." || end == "。") && (is == "?" || is == "!")
}

func (s segment) trimmed() segment {
	for len(s) > 0 && Mark(s[0][0]) {
		s = s[1:]
	}
	for len(s) > 0 && droppable(s[len(s)-1][0]) {
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
		if i > 0 && (!Mark(plain) || plain == "-" || plain == "(") && plain != "%" && !strings.HasSuffix(words[i-1], "(") && words[i-1] != "-" && plain != "-" {
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
		if !Mark(m) || len(marks) == maxBetween && m != "." {
			return false
		}
	}
	return len(marks) <= maxBetween
}

// Match finds a quote. Of several places the first whose credit fits is taken.
func (t *Text) Match(q Quote) (Passage, error) { return t.match(q, true) }

// MatchBriefly does the same; a miss says no more than that. What is nearest takes a walk through the text.
func (t *Text) MatchBriefly(q Quote) (Passage, error) { return t.match(q, false) }

func (t *Text) match(q Quote, explain bool) (Passage, error) {
	parts, credit, miss := q.segments()
	if miss != nil {
		return Passage{}, miss
	}
	spans, credited := t.locate(parts, credit)
	if spans == nil {
		if !explain {
			return Passage{}, &Miss{Summary: notThere, Hint: copyHint}
		}
		return Passage{}, t.miss(parts, credit, false)
	}
	if bare := t.bare(spans, parts); t.flattened(q, bare[len(bare)-1]) {
		n := bare[len(bare)-1].to
		return Passage{}, &Miss{Summary: "the source does not say this with a full stop", Hint: "end it as the source does: " + t.words[n].Text,
			Nearest: t.around(spans[0].from, n), Line: t.line(t.words[spans[0].from].from)}
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

// locate finds the segments one behind the other, and the credit beside the first or the last; the span of the segment beside
// the credit then covers both. Of several places one with the credit is taken first, then the one whose parts stand together:
// in a sentence, then in a paragraph.
func (t *Text) locate(parts []segment, credit segment) (best []span, credited bool) {
	finders := make([]finder, len(parts))
	for i, s := range parts {
		ids := t.lookUp(s)
		if ids == nil {
			return nil, false
		}
		finders[i] = t.finder(ids)
	}
	var creditIDs [][]int32
	var before, behind finder
	if credit != nil {
		if creditIDs = t.lookUp(credit); creditIDs != nil {
			before, behind = t.finder(creditIDs), t.finder(creditIDs)
		}
	}
	nearest := 0
	var rest []span // of the place before: many starts go on alike
	var spans []span
	for at := finders[0].next(0); at >= 0; at = finders[0].next(at + 1) {
		spans = append(spans[:0], span{at, at + len(parts[0])})
		for i, s := range parts[1:] {
			next := finders[i+1].next(spans[i].to)
			if next < 0 {
				return best, credited // no later start can help
			}
			if i == 0 && len(rest) > 0 && rest[0].from == next {
				spans = append(spans, rest...)
				break
			}
			spans = append(spans, span{next, next + len(s)})
		}
		rest = append(rest[:0], spans[1:]...)
		with := false
		if from, to := at-len(creditIDs), spans[len(spans)-1].to; creditIDs != nil && (before.within(from-maxBetween, from) || behind.within(to, to+maxBetween)) {
			with = t.beside(spans, creditIDs)
		}
		if best != nil && nearest == 0 && !with {
			continue // nothing stands closer together, and only a credit would make it better
		}
		how := t.together(spans)
		if best == nil || with && !credited || with == credited && how < nearest {
			best, credited, nearest = append(best[:0], spans...), with, how
		}
		if nearest == 0 && credited == (creditIDs != nil) {
			break
		}
	}
	return best, credited
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

// anywhere says that the words stand somewhere.
func (t *Text) anywhere(words [][]int32) bool {
	f := t.finder(words)
	return f.next(0) >= 0
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
		out = append(out, w.Text)
	}
	return out
}

const (
	notThere = "these words do not stand in the source"
	copyHint = "copy them from the source; […] marks a cut"
)

// miss explains a quote that was not found.
func (t *Text) miss(parts []segment, credit segment, creditOnly bool) *Miss {
	if creditOnly {
		m := &Miss{Credit: true, Summary: fmt.Sprintf("the credit %s does not stand beside the quotation", value.Quoted(credit.String())),
			Hint: "copy the source's words directly before or behind the quotation that name the speaker"}
		if spans, _ := t.locate(parts, nil); spans != nil {
			m.Nearest = t.around(spans[0].from, spans[len(spans)-1].to)
			m.Line = t.line(t.words[spans[0].from].from)
			m.Hint = "beside it the source says: " + m.Nearest
		}
		return m
	}
	m := &Miss{Summary: notThere, Hint: copyHint}
	bad := parts[0]
	for _, s := range parts {
		if ids := t.lookUp(s); ids == nil || !t.anywhere(ids) {
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
	for a < from && Mark(t.words[a].Text) {
		a++
	}
	return strings.Join(strings.Fields(t.src[t.words[a].from:t.words[b-1].to]), " ")
}
