package source

import (
	"slices"
	"strings"

	"roadshow/briefing/evidence/value"
)

// maxAround bounds the words of its sentence that are read on each side of a passage.
const maxAround = 60

// Around is what stands before a passage and behind it in its sentence, marks and all.
func (t *Text) Around(p Passage) (before, after string) {
	from, to := p.At, p.At+p.Words
	if from < 0 || to > len(t.words) || from >= to {
		return "", ""
	}
	a, z := from, to
	for a > 0 && from-a < maxAround && !ends(t.words[a-1].Text) && !t.paragraph(a-1, a) {
		a--
	}
	for z < len(t.words) && z-to < maxAround && !ends(t.words[z].Text) && !t.paragraph(z-1, z) {
		z++
	}
	return t.src[t.words[a].from:t.words[from].from], t.src[t.words[to-1].to:t.words[z-1].to]
}

// paragraph says that one ends between two words.
func (t *Text) paragraph(a, b int) bool {
	gap := t.gap(a, b)
	return strings.Count(gap, "\n") > 1 || strings.Contains(gap, "\n") && t.words[a].Text == "。"
}

// Within holds a value that a quote says against the whole of its sentence: one that leaves out "not" or "about" says something
// else, and so does one whose cut drops another number. doubt is a word of the sentence that makes the number conditional,
// denies it or aims at it; "" for none. The error is a *Disagreement.
func (t *Text) Within(q Quote, v value.Value) (doubt string, err error) {
	parts, credit, miss := q.segments()
	if miss != nil || v.State != value.Known {
		return "", nil
	}
	spans, _ := t.locate(parts, credit)
	if spans == nil {
		return "", nil
	}
	from, to := spans[0].from, spans[len(spans)-1].to
	before, after := t.Around(Passage{At: from, Words: to - from})
	shift := t.words[from].from - len(before)
	e := ReadExcerpt(before + t.src[t.words[from].from:t.words[to-1].to] + after)
	kept := func(at int) bool {
		return slices.ContainsFunc(spans, func(s span) bool { return t.words[s.from].from <= at+shift && at+shift < t.words[s.to-1].to })
	}
	var best *Reading
	bestSlips := slip(1 << 30)
	all := e.Quantities()
	for i := range all {
		r := &all[i]
		if !kept(e.Words[r.start].from) { // "five people" is cut from a number: thirty-five people, one to five
			if best == nil && slices.ContainsFunc(e.Words[r.start:r.To], func(w word) bool { return kept(w.from) }) {
				best = r
			}
			continue
		}
		s := r.Slips(v) &^ needsWords
		if s == 0 {
			for k := 1; k < len(spans); k++ {
				if other := t.dropsNumber(e, all, shift, spans[k-1], spans[k], r); other != "" {
					return "", &Disagreement{Summary: "a cut drops “" + other + "”"}
				}
			}
			for k := range all {
				o, a, b := &all[k], r, &all[k]
				if o.start < r.start {
					a, b = o, r
				}
				if !kept(e.Words[o.start].from) && e.oneSpan(a, b) {
					whole := t.src[e.Words[a.start].from+shift : e.Words[b.To].to+shift]
					return "", &Disagreement{Summary: "the sentence says “" + whole + "”, the figure says " + v.String(), Hint: "quote as much of the sentence as says it"}
				}
			}
			return e.doubt(r), nil
		}
		if s < bestSlips {
			best, bestSlips = r, s
		}
	}
	if best == nil {
		return "", nil
	}
	d := &Disagreement{Summary: "the sentence says “" + e.Says(best) + "”, the figure says " + v.String(), Hint: "quote as much of the sentence as says it"}
	if best.why != "" {
		d.Summary = "the sentence says “" + e.Says(best) + "”: " + best.why
	}
	return "", d
}

// oneSpan says that two readings that follow each other are one length of time: two years and six months.
func (e *Excerpt) oneSpan(a, b *Reading) bool {
	longer, shorter := slices.Index(spansOfTime, e.measureAt(a.To)), slices.Index(spansOfTime, e.measureAt(b.To))
	if longer < 0 || shorter <= longer {
		return false
	}
	at := a.To + 1
	if e.At(at) == "," || e.Ahead(at, SayAnd) != nil {
		at++
	}
	return at == b.start
}

// spansOfTime are the units that a length of time is told in, the longest first.
var spansOfTime = []string{"year", "month", "week", "day", "hour", "minute", "second"}

// dropsNumber is a number between two parts of a quote whose going makes their words say something else of number r: "Sales were
// $5m and profit was $2m" cut to "Sales were […] $2m". Years may go, and so may what stands between two commas, one of several
// like amounts ("$5m in 2023 […] and $7m in 2025"), and small counts in words ("at two of our mills") that do not touch r.
func (t *Text) dropsNumber(e *Excerpt, all []Reading, shift int, a, b span, r *Reading) string {
	from, to := t.words[a.to-1].to-shift, t.words[b.from].from-shift
	next := r.start
	for next > 0 && e.Words[next-1].from >= to && determines(e.At(next-1)) {
		next--
	}
	touches := e.Words[r.From].from < to || next == 0 || e.Words[next-1].from < to
	for i := range all {
		d := &all[i]
		if at := e.Words[d.start].from; at < from || at >= to || d.year() || d.ordinal || d.smallCount(e) && !touches {
			continue
		}
		like := func(from, to int) bool {
			return slices.ContainsFunc(all, func(o Reading) bool {
				at := e.Words[o.start].from
				return from <= at && at < to && o.Unit.Kind == d.Unit.Kind && o.Unit.Currency == d.Unit.Currency
			})
		}
		if gap := (span{a.to, b.from}); t.inserted(gap) || t.listed(gap) && like(t.words[a.from].from-shift, from) && like(to, t.words[b.to-1].to-shift) {
			return ""
		}
		return e.Says(d)
	}
	return ""
}

func determines(w string) bool {
	switch w {
	case "the", "our", "its", "their", "his", "her", "my", "all", "these", "those", "of", "der", "die", "das", "den", "unsere", "les", "nos", "los", "las", "de",
		"des", "dem", "du", "del", "le", "la", "el":
		return true
	}
	return false
}

// inserted says that a stretch stands between two commas, dashes or brackets, with none inside.
func (t *Text) inserted(s span) bool {
	if s.to-s.from < 3 || !Mark(t.words[s.from].Text) || !Mark(t.words[s.to-1].Text) {
		return false
	}
	for i := s.from + 1; i < s.to-1; i++ {
		if Mark(t.words[i].Text) {
			return false
		}
	}
	return true
}

// listed says that a stretch is an item of a list: a comma or "and" opens or ends it.
func (t *Text) listed(s span) bool {
	joins := func(w string) bool {
		switch Fold(w) {
		case ",", "，", "、", "and", "or", "und", "oder", "et", "ou", "y", "o", "和", "及":
			return true
		}
		return false
	}
	return s.from < s.to && (joins(t.words[s.from].Text) || joins(t.words[s.to-1].Text))
}

// bare says that a number counts in nothing but ones.
func (r *Reading) bare() bool {
	return r.Unit.Currency == "" && r.Unit.Scale == "" && r.Unit.Kind == value.Plain
}

// year says that a number may be no more than a year.
func (r *Reading) year() bool {
	n, point := r.Point()
	return point && r.bare() && !r.About && n.IsInteger() && n.IntPart() >= 1900 && n.IntPart() < 2100
}

// smallCount says that a number is a count in words, as typed ones are the author's: two founders.
func (r *Reading) smallCount(e *Excerpt) bool {
	n, point := r.Point()
	return point && r.bare() && n.IsInteger() && n.IntPart() <= 12 && !value.Digit(e.At(r.start)[0])
}
