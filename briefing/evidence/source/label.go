package source

import (
	"cmp"
	"strings"

	"roadshow/briefing/evidence/value"
)

// Mislabelled says what a sentence says of a value where that is something else than its label: a label that names a change
// ("growth", Rückgang der Marge, 增幅) is no label for a level ("grew to 8%"), for the opposite change, or where nothing changes; one
// that names a level is none for what it changed by, nor, without a period, for what it was before; what is named in a part only ("410,
// of whom 37 were captains") is no label for the whole, nor the whole's name for the part; and what another clause gives a number of is
// none for the number of this one; nor is the opposite of what the clause names (profit for a loss). It is "" where the label may be right.
func Mislabelled(sentence, label, period string, v value.Value) string {
	e, l := ReadExcerpt(sentence), ReadExcerpt(label)
	said := ""
	all := e.Quantities()
	for i := range all {
		if all[i].Slips(v) != 0 {
			continue
		}
		if said = e.mislabels(all, i, l, period, v); said == "" {
			return ""
		}
	}
	return said
}

// mislabels is what the excerpt says of reading i, where a label does not.
func (e *Excerpt) mislabels(all []Reading, i int, l *Excerpt, period string, v value.Value) string {
	r, words := &all[i], l.labelWords(e)
	if said := cmp.Or(e.otherThanChange(all, i, l, v), e.saysOpposite(all, i, l, v)); said != "" || len(words) == 0 {
		return said
	}
	if e.changedOnly(r, l, words, v) {
		return e.saysWhole(r)
	}
	if !l.tellsWhen(period) && e.isPast(all, i, words) {
		return e.formerly(r)
	}
	if part, some := e.partly(all, i, words); some && !l.mentions(SayAnd|sayPart, "") {
		return e.Part(r.From, part.To)
	}
	if from := e.wholeBefore(all, i, words); from >= 0 {
		return e.Part(from, r.To)
	}
	if e.ofAnotherDate(all, i, l) || e.isSome(all, i, words) || e.ofItsNoun(all, i, words) || e.countsAnother(all, i, words) || e.isAnothers(all, i, words, l.mentions(SayAnd, "")) {
		return e.saysWhole(r)
	}
	return ""
}

// labelWords are the words of a label that carry it, but for those of a change and for general ones that its sentence has not: share, Anteil.
func (e *Excerpt) labelWords(sentence *Excerpt) []string {
	var carry, all []string
	for i := 0; i < len(e.Lower); i++ {
		w, p := e.At(i), e.Ahead(i, sayNoun)
		if Mark(w) || joinsNoun(w) || determines(w) || against(w) || e.digitAt(i) || w == "的" {
			continue
		}
		for _, c := range compounds {
			if head, ok := strings.CutSuffix(w, c.tail); ok && head != "" && w != "surplus" {
				w = head
			}
		}
		all = append(all, w)
		switch n := e.changeWord(i); {
		case n > 0:
			i += n - 1
		case p != nil && p.arg == "general" && !sentence.has(p):
			i += len(p.words) - 1
		default:
			carry = append(carry, w)
		}
	}
	if len(carry) == 0 {
		return all
	}
	return carry
}

// has says that the words of a phrase stand in the excerpt.
func (e *Excerpt) has(p *phrase) bool {
	for i := range e.Words {
		if e.stands(p, i) {
			return true
		}
	}
	return false
}
