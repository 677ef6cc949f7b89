package evidence

import (
	"math/big"
	"slices"
	"strings"
)

// Disagreement is an excerpt that does not say what a figure says.
type Disagreement struct {
	Summary string
	Hint    string
	Wording bool // the figure's words do not stand in the excerpt
	Other   bool // the number stands there, but of another column or date
}

func (d *Disagreement) Error() string { return d.Summary }

// Says checks that an excerpt says a value: the number, in digits or words, with its bound, approximation, scale, percent
// and currency. The error is a *Disagreement. The noun is only noted: note is "" or a remark for the author.
func Says(words string, v Value) (note string, err error) {
	if v.State != Known {
		return "", nil
	}
	words = Quote{Text: words}.SourceWords()
	e := readExcerpt(words)
	if v.Words != "" {
		if t, err := NewText("", []byte(words)); err != nil || !t.holds(v.Words) {
			return "", &Disagreement{Summary: "the words " + quoted(v.Words) + " do not stand in the excerpt", Hint: "copy them from it", Wording: true}
		}
		if d := Wording(v); d != nil {
			return "", d
		}
	}
	all := e.quantities()
	var best *reading
	bestSlips := slip(1 << 30)
	for i := range all {
		s := all[i].slips(v)
		if s == 0 {
			return e.noun(v), nil
		}
		if s < bestSlips {
			best, bestSlips = &all[i], s
		}
	}
	if best == nil {
		return "", &Disagreement{Summary: "the excerpt says no number", Hint: "quote the words that say " + v.String()}
	}
	return "", e.disagree(v, best, bestSlips, all)
}

func (t *Text) holds(words string) bool {
	_, err := t.Match(Quote{Text: words})
	return err == nil
}

// slip counts what differs between a reading and a value, the worst first.
type slip int

const (
	needsWords slip = 1 << iota
	notUnderstood
	wrongAbout
	wrongBound
	wrongSign
	wrongCurrency
	wrongKind
	wrongScale
	wrongNumber
)

// slips compares a value with a reading in each of the forms that mean the same.
func (r *reading) slips(v Value) slip {
	best := r.compare(v)
	try := func(q reading) {
		best = min(best, q.compare(v))
		if q.cents { // 25 cents
			q.Unit = Unit{}
			q.Lo, q.Hi, q.anyOf = q.Lo.times(100), q.Hi.times(100), nil
			best = min(best, q.compare(v))
		}
	}
	if r.decline || r.either {
		q := *r
		q.flip()
		if q.Lo.Inf != q.Hi.Inf { // "fell by over 8%" is a fall of over 8%
			q.Lo, q.Hi = r.Lo, r.Hi
		}
		q.decline = false
		if v.negative() {
			try(q)
		}
	}
	if r.part && r.Unit == (Unit{}) { // half is 50%
		q := *r
		q.Unit.Kind = Percent
		q.Lo, q.Hi = q.Lo.times(100), q.Hi.times(100)
		try(q)
	}
	if r.more {
		q := *r
		q.Unit.Kind = Percent
		q.Lo, q.Hi = r.Lo.plus(-1).times(100), r.Hi.plus(-1).times(100)
		try(q)
	}
	if r.cents {
		try(*r)
	}
	return best
}

// times multiplies an end by a whole number.
func (e End) times(n int64) End {
	if e.Inf {
		return e
	}
	out := fromRat(new(big.Rat).Mul(e.rat(), integer(n)))
	out.Open = e.Open
	return out
}

// plus adds a whole number to an end.
func (e End) plus(n int64) End {
	if e.Inf {
		return e
	}
	out := fromRat(new(big.Rat).Add(e.rat(), integer(n)))
	out.Open = e.Open
	return out
}

func (r *reading) compare(v Value) (s slip) {
	if r.why != "" {
		s |= notUnderstood
	}
	if !r.sameAbout(v) {
		s |= wrongAbout
	}
	if r.vague && v.Words == "" {
		s |= needsWords
	}
	if !r.sameCurrency(v) {
		s |= wrongCurrency
	}
	if v.Plus && !r.rise {
		s |= wrongSign
	}
	if rk, vk := r.Unit.Kind, v.Unit.Kind; rk != vk && !(r.often && vk == Plain) || r.ordinal && v.Unit.Scale != "" { // "three times a day" is 3
		s |= wrongKind
	}
	if per := periodOf(v.Unit.Noun); r.per != "" && per != "" && per != r.per {
		s |= wrongKind
	}
	switch {
	case equalNumbers(v.Lo, v.Hi, v.Unit, r.Lo, r.Hi, r.Unit):
		if !r.sameBound(v) {
			s |= wrongBound
		}
	case equalNumbers(v.Lo, v.Hi, Unit{}, r.Lo, r.Hi, Unit{}):
		s |= wrongScale
		if !r.sameBound(v) {
			s |= wrongBound
		}
	default:
		s |= wrongNumber
	}
	return s
}

// periodOf is the period of a rate that is typed: the month of $20/month.
func periodOf(noun string) string {
	if _, rate, ok := strings.Cut(noun, "/"); ok {
		if p := readExcerpt("/ "+rate).ahead(0, sayPer); p != nil {
			return p.arg
		}
	}
	return ""
}

// sameAbout: "nearly 80" is about 80, or under 80.
func (r *reading) sameAbout(v Value) bool {
	switch {
	case r.near:
		return v.About || v.Lo.Inf && v.Hi.Open
	case v.Near:
		return false
	case r.loose && r.About: // 30-odd
		return v.About || v.Lo.Open
	}
	return r.About == v.About
}

func (r *reading) sameCurrency(v Value) bool {
	return r.Unit.Currency == v.Unit.Currency || slices.Contains(r.anyOf, v.Unit.Currency)
}

// equalNumbers compares the numbers of two values, whatever their bounds: "over 50" and "50" have one number.
func equalNumbers(alo, ahi End, a Unit, blo, bhi End, b Unit) bool {
	va, vb := Value{Lo: alo, Hi: ahi}.ends(), Value{Lo: blo, Hi: bhi}.ends()
	if len(va) != len(vb) {
		return false
	}
	for i := range va {
		if va[i].shift(a.exponent()).rat().Cmp(vb[i].shift(b.exponent()).rat()) != 0 {
			return false
		}
	}
	return true
}

func (r *reading) sameBound(v Value) bool {
	if r.near && v.Lo.Inf && v.Hi.Open {
		return true
	}
	if r.loose && r.About && v.Lo.Open && v.Hi.Inf {
		return true
	}
	if _, point := v.Point(); point && r.open {
		return true
	}
	same := func(a, b End) bool { return a.Inf == b.Inf && (a.Inf || a.Open == b.Open || r.loose) }
	return same(r.Lo, v.Lo) && same(r.Hi, v.Hi)
}

// says is the reading in the excerpt's own words.
func (e *excerpt) says(r *reading) string { return e.part(r.from, r.to) }

func (e *excerpt) disagree(v Value, r *reading, s slip, all []reading) *Disagreement {
	saying := "the excerpt says “" + e.says(r) + "”"
	mine := v.String()
	v.Computed = false
	d := &Disagreement{Summary: saying + ", the figure says " + mine, Hint: r.advice(v)}
	switch {
	case s == needsWords:
		d.Summary = saying + ", which is no exact number"
		d.Hint = "set words: " + e.part(r.start, r.to)
	case s&wrongNumber != 0:
		d.Summary = "the excerpt does not say " + mine
		d.Hint = "it says “" + e.says(r) + "”"
		if len(all) > 1 {
			var parts []string
			for i := range all[:min(len(all), 4)] {
				parts = append(parts, "“"+e.says(&all[i])+"”")
			}
			d.Hint = "it says " + strings.Join(parts, ", ")
		}
	case s&notUnderstood != 0:
		d.Summary = saying + ": " + r.why
		d.Hint = "quote words that say " + mine + " without it, or let the prose quote them as they stand"
	case s&wrongCurrency != 0 && r.Unit.Currency == "":
		d.Summary = saying + ", without " + v.Unit.Sign
		d.Hint = "quote the words that name the currency"
	}
	return d
}

// advice is a value that the reading does say: no hint drops a word that qualifies.
func (r *reading) advice(v Value) string {
	read := r.Value
	if v.Unit.Kind == Plain && read.Unit.Kind == Plain {
		read.Unit.Noun = v.Unit.Noun
	}
	if r.near {
		if r.compare(v)&^wrongAbout == 0 {
			return "write nearly, about or under"
		}
		read.About, read.Near = true, true
		read.Lo, read.Hi.Open = End{Inf: true}, true
	}
	if r.loose && r.About {
		return "write about or over"
	}
	again, err := ParseValue(read.String())
	if err != nil || r.compare(again) != 0 {
		return "print the words as they stand"
	}
	return "write " + read.String()
}
