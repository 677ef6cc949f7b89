package source

import (
	"math/big"
	"slices"
	"strings"

	"roadshow/briefing/evidence/value"
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
func Says(words string, v value.Value) (note string, err error) {
	if v.State != value.Known {
		return "", nil
	}
	words = Quote{Text: words}.SourceWords()
	e := ReadExcerpt(words)
	if v.Words != "" {
		if t, err := NewText("", []byte(words)); err != nil || !t.holds(v.Words) {
			return "", &Disagreement{Summary: "the words " + value.Quoted(v.Words) + " do not stand in the excerpt", Hint: "copy them from it", Wording: true}
		}
		if d := Wording(v); d != nil {
			return "", d
		}
	}
	all := e.Quantities()
	var best *Reading
	bestSlips := slip(1 << 30)
	for i := range all {
		s := all[i].Slips(v)
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

// Slips compares a value with a reading in each of the forms that mean the same.
func (r *Reading) Slips(v value.Value) slip {
	best := r.compare(v)
	try := func(q Reading) {
		best = min(best, q.compare(v))
		if q.cents { // 25 cents
			q.Unit = value.Unit{}
			q.Lo, q.Hi, q.anyOf = times(q.Lo, 100), times(q.Hi, 100), nil
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
		if v.Negative() {
			try(q)
		}
	}
	if r.part && r.Unit == (value.Unit{}) { // half is 50%
		q := *r
		q.Unit.Kind = value.Percent
		q.Lo, q.Hi = times(q.Lo, 100), times(q.Hi, 100)
		try(q)
	}
	if r.more {
		q := *r
		q.Unit.Kind = value.Percent
		q.Lo, q.Hi = times(plus(r.Lo, -1), 100), times(plus(r.Hi, -1), 100)
		try(q)
	}
	if r.cents {
		try(*r)
	}
	return best
}

// times multiplies an end by a whole number.
func times(e value.End, n int64) value.End {
	if e.Inf {
		return e
	}
	out := value.FromRat(new(big.Rat).Mul(e.Rat(), Integer(n)))
	out.Open = e.Open
	return out
}

// plus adds a whole number to an end.
func plus(e value.End, n int64) value.End {
	if e.Inf {
		return e
	}
	out := value.FromRat(new(big.Rat).Add(e.Rat(), Integer(n)))
	out.Open = e.Open
	return out
}

func (r *Reading) compare(v value.Value) (s slip) {
	if r.why != "" {
		s |= notUnderstood
	}
	if !r.sameAbout(v) {
		s |= wrongAbout
	}
	if r.vague && v.Words == "" {
		s |= needsWords
	}
	if !r.SameCurrency(v) {
		s |= wrongCurrency
	}
	if v.Plus && !r.rise {
		s |= wrongSign
	}
	if rk, vk := r.Unit.Kind, v.Unit.Kind; rk != vk && !(r.often && vk == value.Plain) || r.ordinal && v.Unit.Scale != "" { // "three times a day" is 3
		s |= wrongKind
	}
	if per := periodOf(v.Unit.Noun); r.per != "" && per != "" && per != r.per {
		s |= wrongKind
	}
	switch {
	case EqualNumbers(v.Lo, v.Hi, v.Unit, r.Lo, r.Hi, r.Unit):
		if !r.sameBound(v) {
			s |= wrongBound
		}
	case EqualNumbers(v.Lo, v.Hi, value.Unit{}, r.Lo, r.Hi, value.Unit{}):
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
		if p := ReadExcerpt("/ "+rate).Ahead(0, sayPer); p != nil {
			return p.arg
		}
	}
	return ""
}

// sameAbout: "nearly 80" is about 80, or under 80.
func (r *Reading) sameAbout(v value.Value) bool {
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

func (r *Reading) SameCurrency(v value.Value) bool {
	return r.Unit.Currency == v.Unit.Currency || slices.Contains(r.anyOf, v.Unit.Currency)
}

// EqualNumbers compares the numbers of two values, whatever their bounds: "over 50" and "50" have one number.
func EqualNumbers(alo, ahi value.End, a value.Unit, blo, bhi value.End, b value.Unit) bool {
	va, vb := value.Value{Lo: alo, Hi: ahi}.Ends(), value.Value{Lo: blo, Hi: bhi}.Ends()
	if len(va) != len(vb) {
		return false
	}
	for i := range va {
		if va[i].Shift(a.Exponent()).Rat().Cmp(vb[i].Shift(b.Exponent()).Rat()) != 0 {
			return false
		}
	}
	return true
}

func (r *Reading) sameBound(v value.Value) bool {
	if r.near && v.Lo.Inf && v.Hi.Open {
		return true
	}
	if r.loose && r.About && v.Lo.Open && v.Hi.Inf {
		return true
	}
	if _, point := v.Point(); point && r.open {
		return true
	}
	same := func(a, b value.End) bool { return a.Inf == b.Inf && (a.Inf || a.Open == b.Open || r.loose) }
	return same(r.Lo, v.Lo) && same(r.Hi, v.Hi)
}

// Says is the reading in the excerpt's own words.
func (e *Excerpt) Says(r *Reading) string { return e.Part(r.From, r.To) }

func (e *Excerpt) disagree(v value.Value, r *Reading, s slip, all []Reading) *Disagreement {
	saying := "the excerpt says “" + e.Says(r) + "”"
	mine := v.String()
	v.Computed = false
	d := &Disagreement{Summary: saying + ", the figure says " + mine, Hint: r.advice(v)}
	switch {
	case s == needsWords:
		d.Summary = saying + ", which is no exact number"
		d.Hint = "set words: " + e.Part(r.start, r.To)
	case s&wrongNumber != 0:
		d.Summary = "the excerpt does not say " + mine
		d.Hint = "it says “" + e.Says(r) + "”"
		if len(all) > 1 {
			var parts []string
			for i := range all[:min(len(all), 4)] {
				parts = append(parts, "“"+e.Says(&all[i])+"”")
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
func (r *Reading) advice(v value.Value) string {
	read := r.Value
	if v.Unit.Kind == value.Plain && read.Unit.Kind == value.Plain {
		read.Unit.Noun = v.Unit.Noun
	}
	if r.near {
		if r.compare(v)&^wrongAbout == 0 {
			return "write nearly, about or under"
		}
		read.About, read.Near = true, true
		read.Lo, read.Hi.Open = value.End{Inf: true}, true
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
