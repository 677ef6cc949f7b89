package source

import (
	"slices"

	"roadshow/briefing/evidence/value"
)

// isPast says that reading i is what a label's words were before, or are compared with. A word that stands only behind the number is what the
// number alone counts: grew from three founders to a staff of 400.
func (e *Excerpt) isPast(all []Reading, i int, label []string) bool {
	const counted = 2 // words behind a number that say what it counts
	r := &all[i]
	for _, w := range label {
		if end := min(len(e.Words), r.To+counted); e.kinIn(w, r.To, end) && !e.kinIn(w, 0, r.From) && !e.kinIn(w, end, len(e.Words)) {
			return false
		}
	}
	return e.former(all, i) || e.compared(all, i, label) || e.kinCount(label, span{0, len(e.Words)}) == len(label) && e.older(all, i)
}

// former says that reading i is what something was before: from 12 to 15, 12 a year earlier.
func (e *Excerpt) former(all []Reading, i int) bool {
	const near = 3 // words between
	r := &all[i]
	for j := r.To; !r.decline && !r.rise && j < min(len(e.Words), r.To+near) && !e.digitAt(j); j++ {
		if p := e.Ahead(j, sayPeriod); p != nil && p.arg == "before" {
			return e.At(j+len(p.words)) != ":" // 96 (the year before: 88)
		}
		if w := e.At(j); stops(w) && w != "(" || against(w) && w != "in" || e.Ahead(j, sayScope|sayFrom|sayRise|sayFall|sayOver|sayUnder) != nil {
			break
		}
	}
	at := e.article(r.From)
	for n := 0; n < 4 && at > 0; n++ { // 由去年的28.4%升至; 上年同期为12; the year before it was 12
		p := e.back(at, sayNoun|sayPeriod)
		switch w := e.At(at - 1); {
		case p != nil && (p.arg == "past" || p.arg == "before" || p.arg == "former" && p.lang == "zh"): // once 20 weeks; 较期初的33亿元
			return e.han(at-1) || e.At(at) != ","
		case e.back(at, sayFrom) != nil:
			n = 4
		case p != nil && p.arg == "former":
			at -= len(p.words)
		case w == "的", w == ":", being(w), refersBack(w):
			at--
		default:
			n = 4
		}
	}
	like := func(k int) bool {
		return k >= 0 && k < len(all) && all[k].Unit.Kind == r.Unit.Kind && all[k].SameCurrency(r.Value)
	}
	return e.back(at, sayFrom) != nil && (like(i+1) && all[i+1].level || like(i-1) && (all[i-1].level || e.back(at-1, sayRise|sayFall) != nil) && since(e.At(at-1))) // from 12 to 15; 15, up from 12
}

// since are the words for "from" that are not those for "of" as well.
func since(w string) bool { return w == "from" || w == "desde" || w == "depuis" }

// formerly is a reading with what says that it is past.
func (e *Excerpt) formerly(r *Reading) string {
	return e.Part(max(0, e.article(r.From)-1), min(len(e.Words), r.To+3))
}

// tellsWhen says that a label, or the period beside it, names a date or says that something is past.
func (e *Excerpt) tellsWhen(period string) bool {
	return period != "" || len(e.days) > 0 || e.mentions(sayPeriod, "before") || e.mentions(sayNoun, "former") || e.mentions(sayNoun, "past")
}

// compared says that a number is what the one before it is compared with, and that no word of the label stands with it: 14%, against an
// average of 19% in the industry.
func (e *Excerpt) compared(all []Reading, i int, label []string) bool {
	r := &all[i]
	if i == 0 || all[i-1].Unit.Kind != r.Unit.Kind || !all[i-1].SameCurrency(r.Value) {
		return false
	}
	at := e.article(r.From)
	p := e.back(at, sayScope)
	return p != nil && p.arg == "other" && e.kinCount(label, span{at, e.stretchOf(all, i).to}) == 0
}

// older says that a number is of an earlier date than another of its kind: 12% in 2023 and 15% in 2024; now
// 15%, in 2023 12%; 15% (2023: 12%).
func (e *Excerpt) older(all []Reading, i int) bool {
	s := e.stretchOf(all, i)
	mine := e.dateIn(s)
	for k := range all {
		if k == i || mine == nil || all[k].year() || all[k].Unit.Kind != all[i].Unit.Kind || !all[k].SameCurrency(all[i].Value) || e.doubt(&all[k]) != "" {
			continue
		}
		other := e.dateIn(e.stretchOf(all, k))
		bracket := s.from > 0 && (e.At(s.from-1) == "(" || e.At(s.from-1) == "（")
		if other != nil && other.Year > mine.Year || other == nil && (bracket || e.saysNow(e.stretchOf(all, k))) {
			return true
		}
	}
	return false
}

// dateIn is the first date with a year in a stretch.
func (e *Excerpt) dateIn(s span) *DateSaid {
	for i := range e.days {
		if d := &e.days[i]; d.From >= s.from && d.To <= s.to && d.Year > 0 {
			return d
		}
	}
	return nil
}

// saysNow says that a stretch speaks of the present.
func (e *Excerpt) saysNow(s span) bool {
	for i := s.from; i < s.to; i++ {
		if p := e.Ahead(i, sayNoun); p != nil && p.arg == "present" {
			return true
		}
	}
	return false
}

// ofAnotherDate says that a label names a date that a number of reading i's kind has, and reading i another.
func (e *Excerpt) ofAnotherDate(all []Reading, i int, l *Excerpt) bool {
	has := func(s span, m value.Moment) bool {
		return slices.ContainsFunc(e.days, func(d DateSaid) bool {
			return d.From >= s.from && d.To <= s.to && (m == value.Moment{} || d.Moment == m)
		})
	}
	mine := e.stretchOf(all, i)
	for _, d := range l.days {
		if has(mine, d.Moment) || !has(mine, value.Moment{}) {
			continue
		}
		for k := range all {
			if s := e.stretchOf(all, k); k != i && all[k].Unit.Kind == all[i].Unit.Kind && !all[k].year() && s != mine && has(s, d.Moment) {
				return true
			}
		}
	}
	return false
}
