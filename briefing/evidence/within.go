package evidence

import "strings"

// maxAround bounds the words of its sentence that are read on each side of a passage.
const maxAround = 60

// Around is what stands before a passage and behind it in its sentence, marks and all.
func (t *Text) Around(p Passage) (before, after string) {
	from, to := p.At, p.At+p.Words
	if from < 0 || to > len(t.words) || from >= to {
		return "", ""
	}
	a, z := from, to
	for a > 0 && from-a < maxAround && !ends(t.words[a-1].text) && !t.paragraph(a-1, a) {
		a--
	}
	for z < len(t.words) && z-to < maxAround && !ends(t.words[z].text) && !t.paragraph(z-1, z) {
		z++
	}
	return t.src[t.words[a].from:t.words[from].from], t.src[t.words[to-1].to:t.words[z-1].to]
}

// paragraph says that one ends between two words.
func (t *Text) paragraph(a, b int) bool {
	gap := t.src[t.words[a].to:t.words[b].from]
	return strings.Count(gap, "\n") > 1 || strings.Contains(gap, "\n") && t.words[a].text == "。"
}

// Within holds a value that an excerpt says against the whole of its sentence: an excerpt that leaves out "not" or "about"
// says something else. doubt is a word of the sentence that makes the number conditional, denies it or aims at it; "" for
// none. The error is a *Disagreement.
func Within(before, words, after string, v Value) (doubt string, err error) {
	if v.State != Known {
		return "", nil
	}
	e := readExcerpt(before + words + after)
	lo, hi := len(before), len(before)+len(words)
	var best *reading
	bestSlips := slip(1 << 30)
	all := e.quantities()
	for i := range all {
		r := &all[i]
		if at := e.words[r.start]; at.from < lo || at.from >= hi {
			continue
		}
		s := r.slips(v) &^ needsWords
		if s == 0 {
			return e.doubt(r), nil
		}
		if s < bestSlips {
			best, bestSlips = r, s
		}
	}
	if best == nil {
		return "", nil
	}
	d := &Disagreement{Summary: "the sentence says “" + e.says(best) + "”, the figure says " + v.String(), Hint: "quote as much of the sentence as says it"}
	if best.why != "" {
		d.Summary = "the sentence says “" + e.says(best) + "”: " + best.why
	}
	return "", d
}

// doubt is the word before a number, in its clause, that makes it conditional, denies it or aims at it. A negation that a
// bound has taken is none.
func (e *excerpt) doubt(r *reading) string {
	for i := r.from; i > 0 && !stops(e.at(i-1)); i-- {
		p := e.back(i, sayDoubt)
		if p == nil || p.lang == "en" && p.words[0] == "may" && e.original(i-1) == "May" || e.ahead(i-len(p.words), sayScope) != nil {
			continue
		}
		if e.at(i) == "only" || p.words[0] == "not" && e.at(i) == "just" {
			continue
		}
		return e.part(i-len(p.words), i)
	}
	for i := r.to; i < min(r.to+1, len(e.words)) && !stops(e.at(i)); i++ {
		if p := e.ahead(i, sayDoubt); p != nil && p.lang != "zh" && len(p.words[0]) > 4 {
			return e.part(i, i+len(p.words))
		}
	}
	return ""
}

// Doubts says that words themselves say that a number is conditional, denied or aimed at: a label that says "target".
func Doubts(words string) bool {
	e := readExcerpt(words)
	for i := range e.words {
		if e.ahead(i, sayDoubt) != nil {
			return true
		}
	}
	return false
}
