package source

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"roadshow/briefing/evidence/value"
)

// OfAnother says that a sentence says a value of somebody else than its subject: "A grew 5%, B 7%" says 7% of B. That is so where
// the subject stands in a clause with such a number of its own, and the value's clause names something else beside it. said is
// what it says of the subject.
func OfAnother(sentence, subject string, v value.Value) (said string, other bool) {
	e := ReadExcerpt(sentence)
	want := ReadExcerpt(subject).Lower
	head := false // the subject begins its clause
	all := e.Quantities()
	var mine, theirs []*Reading
	for i := range all {
		r := &all[i]
		if r.Unit.Kind != v.Unit.Kind || !r.SameCurrency(v) || r.year() {
			continue
		}
		switch from, to := e.clauseOf(r); {
		case e.namesIn(want, from, to):
			mine = append(mine, r)
			head = e.namesIn(want, from, min(to, from+len(want)+1))
		case e.elsewhere(r, from, to, head):
			theirs = append(theirs, r)
		default:
			return "", false
		}
	}
	says := func(r *Reading) bool { return r.Slips(v) == 0 }
	if len(mine) == 0 || slices.ContainsFunc(mine, says) || !slices.ContainsFunc(theirs, says) {
		return "", false
	}
	return e.saysWhole(mine[0]), true
}

// Names says that a sentence holds words in a row, whatever their case, in the singular or the plural, or of somebody: Acme's.
func Names(sentence, words string) bool {
	e := ReadExcerpt(sentence)
	return e.namesIn(ReadExcerpt(words).Lower, 0, len(e.Words))
}

// clauseOf are the words around a reading as far as the next mark or conjunction.
func (e *Excerpt) clauseOf(r *Reading) (from, to int) {
	ends := func(i int) bool { return stops(e.At(i)) || e.Ahead(i, SayAnd|sayScopestop) != nil || e.At(i) == "、" }
	from, to = r.From, r.To
	for from > 0 && !ends(from-1) {
		from--
	}
	for to < len(e.Words) && !ends(to) {
		to++
	}
	return from, to
}

// namesIn says that words stand in a row in a stretch, each in the singular or the plural.
func (e *Excerpt) namesIn(words []string, from, to int) bool {
	for i := from; i+len(words) <= to; i++ {
		same := true
		for k, w := range words {
			same = same && stem(strings.TrimSuffix(e.At(i+k), "'s")) == stem(w)
		}
		if same {
			return true
		}
	}
	return false
}

// elsewhere says that a clause names who its number is of: a name, or in Chinese any noun, before it, or behind it and "at". A noun with its
// article is who it is of where the subject begins its clause as well.
func (e *Excerpt) elsewhere(r *Reading, from, to int, head bool) bool {
	if e.han(r.start) || from < r.From && e.han(from) {
		for i := from; i < r.From; {
			if p := e.Ahead(i, sayRise|sayFall|SayLevel|sayFiller|sayExact|sayAbout|sayNear|sayOver|sayUnder|sayLeast|sayMost); p != nil {
				i += len(p.words)
				continue
			}
			if e.han(i) && !among(e.At(i), "则也又再到为年月日同比环比") {
				return true
			}
			i++
		}
		return false
	}
	name := func(i int) bool {
		first, _ := utf8.DecodeRuneInString(e.original(i))
		return unicode.IsUpper(first) && !opener(e.original(i)) && e.Ahead(i, sayRise|sayFall|sayMoney|sayScale|sayPercent) == nil &&
			!slices.ContainsFunc(e.days, func(d DateSaid) bool { return d.From <= i && i < d.To })
	}
	for i := from; i < r.From; i++ {
		if name(i) && (head || i == from || !determines(e.At(i-1))) {
			return true
		}
	}
	for i := r.To; i+1 < to; i++ {
		switch e.At(i) {
		case "at", "in", "for", "bei", "chez", "en", "pour", "para":
			if name(i + 1) {
				return true
			}
		}
	}
	return false
}
