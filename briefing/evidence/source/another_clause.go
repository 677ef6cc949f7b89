package source

import (
	"slices"
	"strings"
)

// isAnothers says that a label names what another number of the sentence is of, and not what reading i is of: "exports fell 4% while
// imports rose 11%" says no 11% of exports, "sales and profit were $8m and $2m" no sales of $2m. whole says that nothing of the label may be
// left out there.
func (e *Excerpt) isAnothers(all []Reading, i int, label []string, whole bool) bool {
	if names, mine := e.namesOfList(all, i); names != nil {
		return e.otherName(names, mine, label) >= 0
	}
	mine := e.stretchOf(all, i)
	for k := i; k > 0 && !e.ownSubject(&all[i], mine, label); k-- { // and rose 5%; and it rose 5%
		mine.from = e.stretchOf(all, k-1).from
	}
	for k := range all {
		other := e.stretchOf(all, k)
		if other.from >= mine.from && other.from < mine.to || all[k].year() || all[k].ordinal || whole && e.kinCount(label, other) < len(label) {
			continue
		}
		if e.fitsBetter(label, other, mine) {
			return true
		}
	}
	return false
}

// ofItsNoun says that an amount is of the noun behind it, which no label's word is: profit rose to £18.6m despite a £2.1m restructuring bill.
func (e *Excerpt) ofItsNoun(all []Reading, i int, label []string) bool {
	r := &all[i]
	if !e.in("en") || r.Unit.Currency == "" || e.article(r.From) == r.From {
		return false
	}
	end := r.To
	for end < len(e.Words) && e.letter(end) && !against(e.At(end)) && !being(e.At(end)) && e.Ahead(end, sayRise|sayFall|SayLevel|SayAnd|sayScopestop|sayScope|sayPart|sayAux) == nil {
		end++
	}
	if end == r.To || e.kinCount(label, span{r.To, end}) > 0 || e.kinCount(label, span{0, len(e.Words)}) < len(label) {
		return false
	}
	return slices.ContainsFunc(all, func(o Reading) bool { return o.From != r.From && o.Unit.Kind == r.Unit.Kind && o.SameCurrency(r.Value) })
}

// fitsBetter says that a label's words stand in another stretch than its number's. What the stretch that comes first has alone may be
// left out in the other: sales in Europe were 5, in Asia 3.
func (e *Excerpt) fitsBetter(label []string, other, mine span) bool {
	only := false // words of the other alone
	for _, w := range label {
		there, here := e.kinIn(w, other.from, other.to), e.kinIn(w, mine.from, mine.to)
		if !there && (!here || other.from < mine.from) {
			return false
		}
		only = only || !here
	}
	return only
}

// otherName is the name of a list that a label's words stand in rather than in that of its number, -1 for none. What follows the last name
// may be of all: sales and profit of Holm AG.
func (e *Excerpt) otherName(names []span, mine int, label []string) int {
	best, most := mine, 0
	for k, s := range names {
		if n := e.kinCount(label, s); n > most {
			best, most = k, n
		}
	}
	only := func(in, not span) bool {
		return slices.ContainsFunc(label, func(w string) bool { return e.kinIn(w, in.from, in.to) && !e.kinIn(w, not.from, not.to) })
	}
	if !only(names[best], names[mine]) || best == len(names)-1 && only(names[mine], names[best]) {
		return -1
	}
	return best
}

func (e *Excerpt) kinCount(words []string, s span) (n int) {
	for _, w := range words {
		if e.kinIn(w, s.from, s.to) {
			n++
		}
	}
	return n
}

// stretchOf are the words that go with a reading: from behind the first mark or conjunction behind the reading before it to the first
// one behind itself. A year is no reading.
func (e *Excerpt) stretchOf(all []Reading, i int) span {
	s := span{0, len(e.Words)}
	before := -1 // where the reading before ends
	for k := range all {
		if k != i && all[k].year() {
			continue
		}
		for j := before; j >= 0 && j < all[k].From; j++ {
			if !e.endsClause(j) && !e.leadsTo(j, all[k].From) {
				continue
			}
			if k > i {
				s.to = j
				return s
			}
			s.from = j + 1
			break
		}
		before = all[k].To
	}
	return s
}

// leadsTo says that word i leads to a noun with a number of its own: lost $11m on revenue of $140m.
func (e *Excerpt) leadsTo(i, number int) bool {
	switch e.At(i) {
	case "on", "with", "bei", "mit", "sur", "avec", "con", "sobre":
		of := e.At(number - 1)
		return number-i > 2 && (of == "of" || of == "von" || of == "de" || of == "d")
	}
	return false
}

// endsClause says that word i ends a clause, or an item of a list.
func (e *Excerpt) endsClause(i int) bool {
	return stops(e.At(i)) || e.Ahead(i, SayAnd|sayScopestop) != nil || e.At(i) == "、"
}

// namesOfList are what numbers of a list are of, where as many names stand before them, and which of them reading i has: sales and profit
// were 8 and 2. It is nil where there are no such lists.
func (e *Excerpt) namesOfList(all []Reading, i int) (names []span, mine int) {
	a, b := i, i
	for a > 0 && e.listedWith(&all[a-1], &all[a]) {
		a--
	}
	for b+1 < len(all) && e.listedWith(&all[b], &all[b+1]) {
		b++
	}
	if a == b {
		return nil, 0
	}
	end := all[a].From
	for j := end; j >= 0 && len(names) <= b-a; j-- {
		if j > 0 && !e.endsClause(j-1) {
			continue
		}
		if end-j > 0 {
			names = append(names, span{j, end})
		}
		end = j - 1
		if j > 0 && stops(e.At(j-1)) && e.At(j-1) != "," && e.At(j-1) != "，" {
			break
		}
	}
	if len(names) <= b-a {
		return nil, 0
	}
	slices.Reverse(names)
	return names, i - a
}

// listedWith says that nothing but a comma or "and" stands between two readings, and before it what the first counts.
func (e *Excerpt) listedWith(a, b *Reading) bool {
	const most = 2 // words that say what is counted
	joined := false
	for j := a.To; j < b.From; j++ {
		w := e.At(j)
		switch {
		case w == ",", w == "，", w == "、", e.Ahead(j, SayAnd) != nil:
			joined = true
		case joined, j-a.To >= most, against(w), Mark(w), e.Ahead(j, sayRise|sayFall|SayLevel) != nil:
			return false
		}
	}
	return joined
}

// ownSubject says that a stretch names what its reading is of: before it, and before a verb of change, a word that no number has about it
// and that is no label's; or a name behind it and a preposition. What a pronoun stands for is not known.
func (e *Excerpt) ownSubject(r *Reading, s span, label []string) bool {
	const about = sayRise | sayFall | SayLevel | sayFiller | sayExact | sayAbout | sayNear | sayOver | sayUnder | sayLeast | sayMost | sayPeriod |
		sayAux | sayNot | sayDoubt | sayPart | sayScope | sayPositive | sayNegative | SayAnd | sayScopestop | sayFrom | sayJoin | sayNeutral | sayMoney
	if e.han(s.from) {
		if s.from > 0 && among(e.At(s.from), "占较比") { // 占员工总数的28%
			return false
		}
		return e.elsewhere(r, s.from, s.to, false, false)
	}
	if slices.ContainsFunc(e.Lower[s.from:r.From], refersBack) && s.from > 0 {
		return false
	}
	own := false
	for i := s.from; i < r.From && !own; i++ {
		w := e.At(i)
		switch p := e.Ahead(i, about); {
		case e.verbAt(i): // and fell away to 3
			i = r.From
		case p != nil:
			i += len(p.words) - 1
		case e.letter(i) && len(w) > 2 && !determines(w) && !joinsNoun(w) && !against(w) && !being(w) && !adverb(w) && !e.dateAt(i) && !e.pastTense(i):
			own = !slices.ContainsFunc(label, func(l string) bool { return kin(l, w) })
		}
	}
	return own || e.elsewhere(r, r.From, s.to, false, false)
}

// pastTense says that a word looks like a verb in the past, or in German like no noun: and contributed 3; und erreichte 3; y sumó 3.
func (e *Excerpt) pastTense(i int) bool {
	w := e.At(i)
	for _, of := range [...]struct{ lang, end string }{{"en", "ed"}, {"es", "ó"}, {"es", "aron"}, {"es", "ieron"}} {
		if e.in(of.lang) && strings.HasSuffix(w, of.end) {
			return true
		}
	}
	return e.in("de") && w == e.original(i)
}

// countsAnother says that a label names what another number counts, and not the noun behind this one: 1,300 employees in 14 countries.
func (e *Excerpt) countsAnother(all []Reading, i int, label []string) bool {
	const near = 2 // words behind a number that say what it counts
	behind := func(r *Reading) span {
		s := span{r.To, r.To}
		for s.to < min(len(e.Words), r.To+near) && !e.endsClause(s.to) {
			s.to++
		}
		return s
	}
	r := &all[i]
	w := e.original(r.To)
	if !e.letter(r.To) || !pluralNoun(w) && !(e.in("de") && w != e.At(r.To)) || e.kinCount(label, behind(r)) > 0 {
		return false
	}
	return slices.ContainsFunc(all, func(o Reading) bool { return o.From != r.From && e.kinCount(label, behind(&o)) == len(label) })
}

// verbAt says that a verb of change begins at word i.
func (e *Excerpt) verbAt(i int) bool {
	p := e.Ahead(i, sayRise|sayFall)
	return p != nil && p.arg != "noun" && p.arg != "loss"
}

// refersBack says that a word stands for what was named before.
func refersBack(w string) bool {
	switch w {
	case "it", "this", "that", "these", "which", "who", "what", "there", "its", "their", "es", "dies", "diese", "dieser", "deren", "dessen", "ihr", "ihre", "sein", "seine",
		"ce", "cela", "ceci", "celui", "celle", "ceux", "celles", "leur", "leurs", "son", "sa", "esto", "eso", "esta", "este", "su", "sus", "cual", "lo",
		"damit", "dadurch", "wobei", "thereby", "thus", "ainsi":
		return true
	}
	return isPronoun(w)
}

// dateAt says that word i belongs to a date.
func (e *Excerpt) dateAt(i int) bool {
	return slices.ContainsFunc(e.days, func(d DateSaid) bool { return d.From <= i && i < d.To })
}
