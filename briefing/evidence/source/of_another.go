package source

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"roadshow/briefing/evidence/value"
)

// OfAnother says that a sentence says a value of somebody else than its subject: "A grew 5%, B 7%" says 7% of B. That is so where
// the subject stands in a clause with such a number of its own, and the value's clause names something else beside it; or where the
// value is what the subject is compared with: "A is ahead of B's 7%". said is what it says of the subject, "" for nothing.
func OfAnother(sentence, subject string, v value.Value) (said string, other bool) {
	e, s := ReadExcerpt(sentence), ReadExcerpt(subject)
	all := e.Quantities()
	if said, other = e.ofAnotherName(all, s.Lower, v); other {
		return said, true
	}
	for i := range all { // Acme and Birch earned $8m and $2m
		if all[i].Slips(v) != 0 {
			continue
		}
		names, mine := e.namesOfList(all, i)
		k := -1
		if names != nil {
			k = e.otherName(names, mine, s.labelWords(e))
		}
		if k < 0 || k == len(names)-1 {
			return "", false
		}
		said, other = e.saysWhole(&all[i+k-mine]), true
	}
	return said, other
}

// ofAnotherName says that a value is of a name other than the subject, as OfAnother does.
func (e *Excerpt) ofAnotherName(all []Reading, want []string, v value.Value) (said string, other bool) {
	head := false // the subject begins its clause
	says := func(r *Reading) bool { return r.Slips(v) == 0 }
	var mine, theirs []*Reading
	beside := false // the value is what something is compared with
	for i := range all {
		r := &all[i]
		if r.Unit.Kind != v.Unit.Kind || !r.SameCurrency(v) || r.year() {
			continue
		}
		from, to, compared := e.clauseOf(r)
		behind := 0 // the number before it
		if i > 0 {
			behind = all[i-1].To
		}
		switch {
		case e.ownedByAnother(r, from, want), behind > from && e.atAnother(r, want):
			theirs = append(theirs, r)
			beside = beside || compared && says(r)
		case e.namesIn(want, from, to):
			mine = append(mine, r)
			head = e.namesIn(want, from, min(to, from+len(want)+1))
		case e.elsewhere(r, max(from, behind), to, head, compared):
			theirs = append(theirs, r)
			beside = beside || compared && says(r)
		default:
			return "", false
		}
	}
	if len(mine) == 0 && beside && e.namesIn(want, 0, len(e.Words)) {
		return "", true
	}
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

// clauseOf are the words around a reading as far as the next mark, conjunction or comparison, and whether a comparison leads to it.
func (e *Excerpt) clauseOf(r *Reading) (from, to int, compared bool) {
	compares := func(p *phrase) bool { return p != nil && p.arg == "other" }
	from, to = r.From, r.To
	back := func() {
		for from > 0 && !e.endsClause(from-1) && !compared {
			if compared = compares(e.back(from, sayScope)); !compared {
				from--
			}
		}
	}
	back()
	for k := from; k >= from-1 && k > 1; k-- { // Birch, which lost 7%
		if w := e.At(k); (relative(w) || w == "que") && e.At(k-1) == "," {
			from, compared = k-1, false
			back()
			break
		}
	}
	for to < len(e.Words) && !e.endsClause(to) && !compares(e.Ahead(to, sayScope)) {
		to++
	}
	return from, to, compared
}

// ownedByAnother says that a name other than the subject has a number as its own: Birch's 7%, Birch's margin of 7%.
func (e *Excerpt) ownedByAnother(r *Reading, from int, want []string) bool {
	const most = 5 // words between
	if len(want) == 0 {
		return false
	}
	for i := r.start - 1; i >= from && r.start-i <= most; i-- {
		w := e.original(i)
		if e.digitAt(i) || e.Ahead(i, sayRise|sayFall|SayLevel) != nil {
			return false
		}
		if name, ok := strings.CutSuffix(strings.ReplaceAll(w, "’", "'"), "'s"); ok && e.proper(i) {
			return !strings.EqualFold(name, want[len(want)-1]) && stem(strings.ToLower(name)) != stem(want[len(want)-1])
		}
	}
	return false
}

// atAnother says that a name other than the subject stands behind a number as whose it is: dwarfs the $1.2bn at Birch.
func (e *Excerpt) atAnother(r *Reading, want []string) bool {
	switch e.At(r.To) {
	case "at", "of", "for", "bei", "von", "für", "chez", "de", "du", "del":
		return e.proper(r.To+1) && !e.namesIn(want, r.To+1, min(len(e.Words), r.To+1+len(want)))
	}
	return false
}

// proper says that a word is a name, as far as its capital tells: no day, no money, nothing that only opens a sentence.
func (e *Excerpt) proper(i int) bool {
	first, _ := utf8.DecodeRuneInString(e.original(i))
	return unicode.IsUpper(first) && !opener(e.original(i)) && e.Ahead(i, sayRise|sayFall|sayMoney|sayScale|sayPercent) == nil && !e.dateAt(i)
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
// article is who it is of where the subject begins its clause, or is compared.
func (e *Excerpt) elsewhere(r *Reading, from, to int, head, compared bool) bool {
	if e.han(r.start) || from < r.From && e.han(from) {
		for i := from; i < r.From; {
			if p := e.Ahead(i, sayRise|sayFall|SayLevel|sayFiller|sayExact|sayAbout|sayNear|sayOver|sayUnder|sayLeast|sayMost|sayPeriod); p != nil {
				i += len(p.words)
				continue
			}
			if e.han(i) && !among(e.At(i), "则也又再到为年月日同比环比的去上") {
				return true
			}
			i++
		}
		return false
	}
	for i := from; i < r.From; i++ {
		if e.proper(i) && (head || compared || i == from || !determines(e.At(i-1))) {
			return true
		}
	}
	for i := r.To; i+1 < to; i++ {
		switch e.At(i) {
		case "of", "von", "de", "du", "del":
			if !compared {
				continue
			}
			fallthrough
		case "at", "in", "from", "for", "bei", "aus", "chez", "en", "pour", "para":
			if e.proper(i + 1) {
				return true
			}
		}
	}
	return false
}
