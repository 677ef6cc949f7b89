package evidence

import (
	"strings"
)

// Disagreement is an excerpt that does not say what a figure says.
type Disagreement struct {
	Summary string
	Hint    string
	Wording bool // the figure's words do not stand in the excerpt
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
			return "", &Disagreement{"the words " + quoted(v.Words) + " do not stand in the excerpt", "copy them from it", true}
		}
		if d := Wording(v); d != nil {
			return "", d
		}
	}
	all := e.quantities()
	var best *reading
	bestSlips := slip(99)
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
	wrongAbout
	wrongBound
	wrongCurrency
	wrongKind
	wrongScale
	wrongNumber
)

func (r *reading) slips(v Value) (s slip) {
	if !r.sameAbout(v) {
		s |= wrongAbout
	}
	if r.vague && v.Words == "" {
		s |= needsWords
	}
	if !r.sameCurrency(v) {
		s |= wrongCurrency
	}
	if rk, vk := r.Unit.Kind, v.Unit.Kind; rk != vk && !(rk == Times && vk == Plain) { // "three times a day" is 3
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

// sameAbout: "nearly 80" is about 80, or under 80.
func (r *reading) sameAbout(v Value) bool {
	if r.near {
		return v.About || v.Lo.Inf && v.Hi.Open
	}
	return r.About == v.About
}

func (r *reading) sameCurrency(v Value) bool {
	return r.Unit.Currency == v.Unit.Currency || r.yen && v.Unit.Currency == "JPY"
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
	same := func(a, b End) bool { return a.Inf == b.Inf && (a.Inf || a.Open == b.Open) }
	return same(r.Lo, v.Lo) && same(r.Hi, v.Hi)
}

// says is the reading in the excerpt's own words.
func (e *excerpt) says(r *reading) string { return e.part(r.from, r.to) }

func (e *excerpt) part(from, to int) string {
	return strings.Join(strings.Fields(e.src[e.words[from].from:e.words[to-1].to]), " ")
}

func (e *excerpt) disagree(v Value, r *reading, s slip, all []reading) *Disagreement {
	saying := "the excerpt says “" + e.says(r) + "”"
	mine := v.String()
	v.Computed = false
	read := r.Value
	if v.Unit.Kind == Plain && read.Unit.Kind == Plain {
		read.Unit.Noun = v.Unit.Noun
	}
	d := &Disagreement{Summary: saying + ", the figure says " + mine, Hint: "write " + read.String()}
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
	case s&wrongCurrency != 0 && read.Unit.Currency == "":
		d.Summary = saying + ", without " + v.Unit.Sign
		d.Hint = "quote the words that name the currency"
	case s&wrongAbout != 0 && r.near:
		d.Hint = "write about or under"
	}
	return d
}
