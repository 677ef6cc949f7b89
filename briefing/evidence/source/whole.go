package source

import (
	"slices"
	"strings"
)

// A number counts what its own stretch of the sentence names: "a staff of 410, of whom 37 were captains" says no 410 captains, and
// 18 months are no 18 years.

// measureAt is the unit of measurement that word i names, by the one name that is compared for all languages, "" for none:
// months, Monate, 个月. Units that share a letter with other words (a, m, d) are none.
func (e *Excerpt) measureAt(i int) string {
	if e.At(i) == "-" && e.touching(i) { // an 18-month plan
		i++
	}
	if e.At(i) == "个" {
		i++
	}
	if e.han(i) {
		for n := 3; n > 0; n-- {
			if name := unitName(strings.Join(e.Lower[i:min(i+n, len(e.Lower))], "")); measured(name) && !vagueMeasure(name) {
				return name
			}
		}
		return ""
	}
	w := e.At(i)
	if joinsNoun(w) || len(w) < 2 && w != "t" && w != "g" || w == "once" || w == "min" && e.At(i+1) == "." {
		return ""
	}
	if name := e.rateWord(i); measured(name) && !vagueMeasure(name) {
		return name
	}
	return ""
}

// vagueMeasure says that a unit may go by any other name: shares are units.
func vagueMeasure(name string) bool { return name == "share" || name == "unit" || name == "dozen" }

// measureOf is the unit of measurement that a noun names: months of cash; not "a month", which is a rate.
func measureOf(noun string) string {
	e := ReadExcerpt(noun)
	if noun == "" || noun[0] == '/' || joinsNoun(e.At(0)) {
		return ""
	}
	for i := range min(len(e.Words), 3) {
		if m := e.measureAt(i); m != "" {
			return m
		}
	}
	return ""
}

// otherMeasure is where the words end that count a number in another unit of measurement than a noun does: 18 months, not years;
// 300 MWh, not MW. It is 0 where they do not.
func (e *Excerpt) otherMeasure(r *Reading, noun string) int {
	typed := measureOf(noun)
	if typed == "" {
		return 0
	}
	for i := r.To; i < min(len(e.Words), r.To+2) && !stops(e.At(i)) && !e.digitAt(i) && !joinsNoun(e.At(i)); i++ {
		if said := e.measureAt(i); said != "" {
			if said == typed {
				return 0
			}
			for e.At(i) == "-" || e.At(i) == "个" {
				i++
			}
			return i + 1
		}
	}
	return 0
}

// measureElsewhere is another unit of measurement that the excerpt names where it names none like the noun's: inventory days came to
// 64, which are no 64 weeks.
func (e *Excerpt) measureElsewhere(noun string) string {
	typed, other := measureOf(noun), ""
	for i := 0; i < len(e.Words) && typed != ""; i++ {
		switch m := e.measureAt(i); {
		case m == typed:
			return ""
		case m != "" && other == "" && !e.digitAt(i-1) && len(e.At(i)) > 2 && e.letter(i):
			other = e.original(i)
		}
	}
	return other
}

// partBehind finds the number behind reading i that is a part of it, and where the words of the part begin: "410, of whom 37", "86
// vessels, 19 of them tankers", "of 64 stores, 12 …". part is nil where the sentence says none.
func (e *Excerpt) partBehind(all []Reading, i int) (part *Reading, from int) {
	const near = 3 // words between a part and what says that it is one
	r := &all[i]
	for k := i + 1; k < len(all); k++ {
		q := &all[k]
		if q.From < r.To || q.year() || q.ordinal {
			continue
		}
		for j := r.To; j < q.start; j++ {
			switch w := e.At(j); {
			case w == ";" || w == "。" || w == "." || e.Ahead(j, SayAnd) != nil || j-r.To < near && e.ofThem(r.To, j):
				return nil, 0
			case e.partAt(j):
				return q, j
			}
		}
		for j := q.To; j < min(len(e.Words), q.To+near) && !stops(e.At(j)) && !e.digitAt(j); j++ {
			if p := e.Ahead(j, sayPart); p != nil && p.arg == "" && len(p.words) > 1 {
				return q, q.From
			}
		}
		if e.outOfAll(r) { // of the 80 branches we inherited, we have shut half
			for from = r.To; from < q.From && !stops(e.At(from)); from++ {
			}
			return q, from
		}
		return nil, 0
	}
	return nil, 0
}

// outOfAll says that a clause opens with "of" and a number, the whole that its other number is a part of.
func (e *Excerpt) outOfAll(r *Reading) bool {
	i := r.From
	for i > 0 && determines(e.At(i-1)) && e.At(i-1) != "of" && e.At(i-1) != "de" {
		i--
	}
	if i != 1 && !(i > 1 && stops(e.At(i-2))) {
		return false
	}
	switch e.At(i - 1) {
	case "of", "among", "von", "unter", "de", "sur", "parmi", "entre", "在":
		return true
	}
	return false
}

// ofAPart is the part whose words a noun has where reading i is the whole: of 410, of whom 37 were captains, 410 are no captains.
func (e *Excerpt) ofAPart(all []Reading, i int, noun string) *Reading {
	if part, some := e.partly(all, i, nounWords(noun)); some {
		return part
	}
	return nil
}

// partly says that some of these words stand with a part of what reading i counts and not with itself.
func (e *Excerpt) partly(all []Reading, i int, words []string) (part *Reading, some bool) {
	if len(words) == 0 {
		return nil, false
	}
	part, from := e.partBehind(all, i)
	return part, part != nil && slices.ContainsFunc(words, func(w string) bool { return !e.standsIn(w, 0, from) && e.standsIn(w, from, len(e.Words)) })
}

func (e *Excerpt) standsIn(w string, from, to int) bool {
	return slices.ContainsFunc(e.Lower[from:to], func(have string) bool { return stem(have) == stem(w) })
}

// ofThem says that a number that ends before word from is a part itself, for "of them" stands at word i: the ten largest of them.
func (e *Excerpt) ofThem(from, i int) bool {
	p := e.Ahead(i, sayPart)
	if p == nil || len(p.words) < 2 || slices.ContainsFunc(e.Lower[from:i], stops) {
		return false
	}
	switch p.words[len(p.words)-1] {
	case "them", "these", "those", "ihnen", "denen", "eux", "elles", "ellos", "ellas":
		return true
	}
	return false
}

// partAt says that word i begins words behind which a part of the number before them stands.
func (e *Excerpt) partAt(i int) bool {
	p := e.Ahead(i, sayPart)
	return p != nil && p.arg == ""
}

// wholeBefore is where the whole begins that reading i is a part of, if words stand with the whole alone; otherwise -1.
func (e *Excerpt) wholeBefore(all []Reading, i int, words []string) int {
	for k := range i {
		part, from := e.partBehind(all, k)
		if part != &all[i] {
			continue
		}
		if !slices.ContainsFunc(words, func(w string) bool { return !e.kinIn(w, 0, from) || e.kinIn(w, from, len(e.Words)) }) {
			return all[k].From
		}
	}
	return -1
}

// isSome says that words stand with what is said of a portion of reading i: "half of the 60 stores closed" says no 60 stores closed,
// and 60家门店中一半已经关闭 neither.
func (e *Excerpt) isSome(all []Reading, i int, words []string) bool {
	r := &all[i]
	end := e.hanPortion(all, r)
	if end < 0 && e.portionBefore(all, i) {
		end = e.countedTo(r, words)
	}
	if end < 0 {
		return false
	}
	beyond, counted := false, false
	for _, w := range words {
		counted = counted || e.kinIn(w, r.From, end)
		beyond = beyond || !e.kinIn(w, 0, end) && e.kinIn(w, end, len(e.Words))
	}
	return beyond || !counted && slices.ContainsFunc(words, func(w string) bool { return e.kinIn(w, 0, r.From) })
}

// portionBefore says that words before a reading, an article at most between, make it the whole of which they say a portion: half of the
// 60, two of the 30, one in five of 200, keiner der 14, la plupart des 35.
func (e *Excerpt) portionBefore(all []Reading, i int) bool {
	of := false
	for k := all[i].From; k > 0; k-- {
		if p := e.back(k, sayPart); p != nil && p.arg == "whole" || of && i > 0 && all[i-1].To == k && !all[i-1].year() && e.At(all[i-1].From-1) != "every" && e.At(all[i-1].From-1) != "each" {
			return true
		}
		switch w := e.At(k - 1); {
		case w == "of", w == "der", w == "des", w == "de", w == "del", w == "von":
			of = true
		case !determines(w):
			return false
		}
	}
	return false
}

// hanPortion is where the words end that a Chinese reading counts, if a portion of it follows in its clause; otherwise -1.
func (e *Excerpt) hanPortion(all []Reading, r *Reading) int {
	const most = 8 // characters between
	for j := r.To; j < min(len(e.Words), r.To+most) && e.han(j); j++ {
		p := e.Ahead(j, sayPart)
		if p != nil && p.arg == "whole" || slices.ContainsFunc(all, func(o Reading) bool { return o.From == j && o.part || e.At(j) == "中" && o.From > j && o.From-j < 3 }) {
			return j
		}
	}
	return -1
}

// countedTo is where the words end that a reading counts: the next, and those behind it that a label names too. A participle or a verb that ends
// its clause says what became of them: half of the 60 stores closed in May.
func (e *Excerpt) countedTo(r *Reading, label []string) int {
	i := r.To + 1
	for i < len(e.Words) && !e.in("de") && slices.ContainsFunc(label, func(w string) bool { return kin(w, e.At(i)) }) {
		i++
	}
	if w := e.At(i); i > r.To+1 && (strings.HasSuffix(e.At(i-1), "ed") || !e.in("en")) && (w == "" || stops(w) || against(w)) {
		i--
	}
	return min(i, len(e.Words))
}

func (e *Excerpt) kinIn(w string, from, to int) bool {
	return slices.ContainsFunc(e.Lower[from:to], func(have string) bool { return kin(have, w) })
}

// kin says that two words are forms of one, as far as their beginnings tell: geschlossen, geschlossene; vendió, vendieron.
func kin(a, b string) bool {
	n := min(len(a), len(b)) - 2
	return strings.TrimSuffix(stem(a), "e") == strings.TrimSuffix(stem(b), "e") || n >= 5 && a[:n] == b[:n]
}
