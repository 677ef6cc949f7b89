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
		if s == 0 && (e.otherChange(&all[i], v.Unit.Noun) || e.otherMeasure(&all[i], v.Unit.Noun) > 0 || e.ofAPart(all, i, v.Unit.Noun) != nil) {
			s = wrongKind
		}
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
	d := e.disagree(v, best, bestSlips, all)
	if advised := d.Advised(); advised != nil {
		if _, no := Says(words, *advised); no != nil { // 24 Monate are no 24 Jahre, with whatever bound
			d.Hint = "print the words as they stand"
		}
	}
	return "", d
}

// Advised is the value that the hint says to write, nil where it does not.
func (d *Disagreement) Advised() *value.Value {
	words, ok := strings.CutPrefix(d.Hint, "write ")
	if v, err := ParseValue(words); ok && err == nil {
		return &v
	}
	return nil
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
		if (q.decline || q.either) && v.Negative() {
			f := q
			f.flip()
			if f.Lo.Inf != f.Hi.Inf { // "fell by over 8%" is a fall of over 8%
				f.Lo, f.Hi = q.Lo, q.Hi
			}
			f.decline = false
			best = min(best, f.compare(v))
		}
	}
	if r.decline || r.either {
		try(*r)
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
	if r.cents { // 25 cents
		q := *r
		q.Unit = value.Unit{}
		q.Lo, q.Hi, q.anyOf = times(q.Lo, 100), times(q.Hi, 100), nil
		try(q)
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
	if otherRate(v.Unit.Noun, r.per) {
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

// sameAbout: "nearly 80" is about 80, or under 80.
func (r *Reading) sameAbout(v value.Value) bool {
	switch {
	case r.near:
		return v.About || v.Lo.Inf && v.Hi.Open
	case v.Near:
		return false
	case r.loose && r.About: // 30-odd
		return v.About || v.Lo.Open
	case r.round && !r.About:
		return true
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

// saysWhole is the reading with the verb of its change.
func (e *Excerpt) saysWhole(r *Reading) string {
	from, to := r.From, r.To
	if r.verb.from < r.verb.to && e.At(r.verb.to) != "to" {
		from, to = min(from, r.verb.from), max(to, r.verb.to)
	}
	return e.Part(from, to)
}

// otherChange says that a value's noun is a change ("8% growth") that the reading does not say: the excerpt has a level (grew to 8%), or
// the change that is its opposite, and does not name the noun itself.
func (e *Excerpt) otherChange(r *Reading, noun string) bool {
	kind := changeOf(noun)
	if kind == 0 || e.names(noun) {
		return false
	}
	return r.level || kind == sayRise && r.decline && !r.rise || kind == sayFall && r.rise && !r.decline
}

// changeOf says that a noun ends in a word of a rise or a fall.
func changeOf(noun string) says {
	words := nounWords(noun)
	if len(words) == 0 {
		return 0
	}
	e := ReadExcerpt(strings.Join(words, " "))
	if p := e.back(len(e.Words), sayRise|sayFall); p != nil && p.arg != "loss" {
		return p.kind
	}
	return 0
}

// wholly is a reading with the verb before it, as far as its clause begins.
func (e *Excerpt) wholly(r *Reading) string {
	from := r.From
	for n := 0; n < 4 && from > 0 && !stops(e.At(from-1)); n++ {
		if p := e.back(from, sayRise|sayFall); p != nil {
			return e.Part(from-len(p.words), r.To)
		}
		from--
	}
	return e.saysWhole(r)
}

func (e *Excerpt) disagree(v value.Value, r *Reading, s slip, all []Reading) *Disagreement {
	saying := "the excerpt says “" + e.Says(r) + "”"
	at := slices.IndexFunc(all, func(o Reading) bool { return o.From == r.From && o.To == r.To })
	other := otherRate(v.Unit.Noun, r.per)
	if other && r.rated > r.To {
		saying = "the excerpt says “" + e.Part(r.From, r.rated) + "”"
	}
	mine := v.String()
	v.Computed = false
	d := &Disagreement{Summary: saying + ", the figure says " + mine, Hint: r.advice(v)}
	switch {
	case s == needsWords:
		d.Summary = saying + ", which is no exact number"
		d.Hint = "set words: " + e.Part(r.start, r.To)
	case s == wrongKind && e.otherChange(r, v.Unit.Noun):
		d.Summary = "the excerpt says “" + e.wholly(r) + "”, the figure says " + mine
		v.Unit.Noun = ""
		d.Hint = "quote the words that say the change, or write " + v.String() + " alone"
	case s == wrongKind && e.otherMeasure(r, v.Unit.Noun) > 0:
		d.Summary = "the excerpt says “" + e.Part(r.From, e.otherMeasure(r, v.Unit.Noun)) + "”, the figure says " + mine
		d.Hint = "count it as the excerpt does"
	case s == wrongKind && e.ofAPart(all, at, v.Unit.Noun) != nil:
		part := e.ofAPart(all, at, v.Unit.Noun)
		d.Summary = saying + " of the whole, and " + value.Quoted(v.Unit.Noun) + " of a part, “" + e.Says(part) + "”"
		d.Hint = "name what the whole is, or write the number of the part"
	case s == wrongKind && other:
		d.Hint = "quote what the amount is of"
	case s&wrongNumber != 0:
		d.Summary = "the excerpt does not say " + mine
		d.Hint = "it says “" + e.saysWhole(r) + "”"
		if len(all) > 1 {
			var parts []string
			for i := range all[:min(len(all), 4)] {
				parts = append(parts, "“"+e.saysWhole(&all[i])+"”")
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
	// No hint drops a direction: what fell by 12% is no mere 12%.
	if n, point := read.Point(); point && r.decline && n.IsPositive() {
		f := Reading{Value: read}
		f.flip()
		read = f.Value
	} else if point && r.rise && n.IsPositive() {
		read.Plus = true
	}
	again, err := ParseValue(read.String())
	if err != nil || r.Slips(again) != 0 {
		return "print the words as they stand"
	}
	return "write " + read.String()
}
