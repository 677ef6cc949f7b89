package value

import (
	"strings"

	"github.com/shopspring/decimal"

	tongue "roadshow/words"
)

// Format is how a briefing prints its numbers. The zero Format is the house's: 1,480.5 · RMB 1–2m · k m bn trn.
type Format struct {
	Locale     tongue.Locale
	Units      string // "", "finance": k m bn trn; "si": k M G T; "zh": 万 亿
	Language   string // of the words of numbers; "" is English
	Accounting bool   // negative numbers in parentheses
	Ranges     string // "": unit once (1–2m); "repeat": the Economist's 1m–2m
	Codes      bool   // three-letter currency codes (IBCS, for more than two currencies on a page)
	Plus       bool   // + before positive numbers: differences only
}

type style uint8

const (
	prose style = iota
	label
	whole
	short
)

// Prose is the value as a sentence says it: "more than 70%", "about $80m", "40–50 bn parameters", "6.7 times"; the source's
// Words where it has them.
func (v Value) Prose(f Format) string { return v.print(f, prose) }

// Label is the value beside a mark of a chart or in a table: ">70%", "≈$80m", "40–50 bn". The noun is left out, for the
// chart or table names it once; Words stay.
func (v Value) Label(f Format) string { return v.print(f, label) }

// Short is the label even where the source has only Words: "≥RMB 20m" for "tens of millions of yuan".
func (v Value) Short(f Format) string { return v.print(f, short) }

// Whole is the label with what is counted, where nothing else names it: "40–50 bn parameters", "$5/kWh".
func (v Value) Whole(f Format) string { return v.print(f, whole) }

// String is the value in the house's prose form; ParseValue reads it back.
func (v Value) String() string {
	v.Words = ""
	switch v.State {
	case NotApplicable:
		return "n/a"
	case Unknown:
		return "?"
	}
	return v.Prose(Format{Plus: v.Plus && len(v.Ends()) == 1 && !v.Negative()})
}

// FormatAll are the labels of values that stand together, in one chart or column: one scale for all where it suits all. Typed
// numbers keep their own decimals: 12 beside 7.125 is not known to be 12.000.
func FormatAll(values []Value, f Format) []string {
	values = oneScale(tellStored(values))
	years := true
	for _, v := range values {
		years = years && (v.Year || v.State != Known || v.silent())
	}
	out := make([]string, len(values))
	for i, v := range values {
		v.Year = years
		out[i] = v.print(f, label)
	}
	return out
}

// YearLike says that a text is four digits that read as a year: 2027 is no 2,027.
func YearLike(text string) bool {
	return len(text) == 4 && strings.Trim(text, "0123456789") == "" && text >= "1900" && text < "2101"
}

// TypedYears says that all numbers of a text read as years: 2027, about 2030, 2027 to 2030.
func TypedYears(s string) bool {
	found := false
	for i := 0; i < len(s); {
		from := i
		for i < len(s) && (Digit(s[i]) || (s[i] == '.' || s[i] == ',') && i > from && i+1 < len(s) && Digit(s[i+1])) {
			i++
		}
		switch {
		case i == from:
			if strings.IndexByte("+-", s[i]) >= 0 && !found {
				return false
			}
			i++
		case !YearLike(s[from:i]):
			return false
		default:
			found = true
		}
	}
	return found
}

// silent says that words stand in for the number.
func (v Value) silent() bool { return v.Words != "" }

// oneScale counts values of one unit in the largest scale among them, unless that costs one of them more than three decimals or
// leaves it below a tenth: 900k beside 1.2m is 0.9m, but 4k beside 2m is 4k.
func oneScale(values []Value) []Value {
	out := append([]Value(nil), values...)
	var first *Value
	largest, mixed := "", false
	var top int32
	for i := range out {
		v := &out[i]
		if v.State != Known || v.silent() {
			continue
		}
		if first == nil {
			first, largest, top = v, v.Unit.Scale, v.Unit.Exponent()
			continue
		}
		if !SameUnit(first.Unit, v.Unit) {
			return out
		}
		if v.Unit.Scale != largest {
			mixed = true
			if e := v.Unit.Exponent(); e > top {
				largest, top = v.Unit.Scale, e
			}
		}
	}
	if !mixed {
		return out
	}
	moved := append([]Value(nil), out...)
	for i := range moved {
		if moved[i].State != Known || moved[i].silent() {
			continue
		}
		moved[i] = moved[i].In(largest)
		if moved[i].places() > 3 {
			return out
		}
		for _, e := range moved[i].Ends() {
			if !e.N.IsZero() && e.N.Abs().LessThan(decimal.New(1, -1)) {
				return out
			}
		}
	}
	return moved
}

// scaled counts a value in the scales of the format. Numbers without a scale stay as typed unless a program stored them, and in
// English parameters stay in bn.
func (f Format) scaled(v Value) Value {
	if v.Unit.Scale == "" && !v.Year {
		v = tellStored([]Value{v})[0]
	}
	han := v.Unit.Scale == "万" || v.Unit.Scale == "亿" || v.Unit.Scale == "万亿"
	if v.Unit.Scale == "trn" && f.words().Number.Billions && f.Units != "si" {
		v = v.In("bn")
	}
	counted := SameNoun(v.Unit.Noun, "parameters") && !f.zh()
	if v.Unit.Scale == "" || v.Unit.Scale == "bps" || f.Units == "zh" == han || counted && !han {
		return v
	}
	lo, hi := v.Base()
	largest := lo.N.Abs()
	if lo.Inf || !hi.Inf && hi.N.Abs().GreaterThan(largest) {
		largest = hi.N.Abs()
	}
	steps := []string{"trn", "bn", "m", "k"}
	if f.Units == "zh" {
		steps = []string{"万亿", "亿", "万"}
	}
	for _, scale := range steps {
		if e, _ := ScaleExponent(scale); largest.GreaterThanOrEqual(decimal.New(1, e)) {
			return v.In(scale)
		}
	}
	return v.In("")
}

// places is the number of decimals of a value on its own: as typed, or for computed values two significant figures of the
// smallest end, a third where that makes it exact.
func (v Value) places() int {
	ends := v.Ends()
	if v.Places > 0 {
		return int(v.Places) - 1
	}
	if !v.rounded() {
		n := 0
		for _, e := range ends {
			n = max(n, printedDecimals(e.N))
		}
		return n
	}
	n, limit := 0, 12
	for _, e := range ends {
		if e.N.IsZero() {
			continue
		}
		whole := e.N.NumDigits() + int(e.N.Exponent()) // digits before the point; 0 or less below 1
		two, three := max(0, 2-whole), max(0, 3-whole)
		if exact := Decimals(Trim(e.N)); e.Exact == nil && exact <= three {
			two = exact
		}
		n = max(n, two)
		limit = min(limit, max(three, 1-whole))
	}
	if len(ends) == 2 {
		n = min(n, max(limit, firstDigit(ends)))
	}
	if v.Unit.Kind == Percent && len(ends) == 1 { // 99.95% is not 100%
		all := decimal.New(100, 0)
		for n < 12 && !ends[0].N.Abs().Equal(all) && ends[0].N.Abs().Round(int32(n)).Equal(all) {
			n++
		}
	}
	return n
}

// firstDigit is how many decimals show at least one digit of the smaller end.
func firstDigit(ends []End) int {
	n := 0
	for _, e := range ends {
		if !e.N.IsZero() {
			n = max(n, 1-(e.N.NumDigits()+int(e.N.Exponent())))
		}
	}
	return n
}

func Decimals(d decimal.Decimal) int { return max(0, int(-d.Exponent())) }

// Ends are the finite ends, one for a point.
func (v Value) Ends() []End {
	switch {
	case v.Lo.Inf && v.Hi.Inf:
		return nil
	case v.Lo.Inf:
		return []End{v.Hi}
	case v.Hi.Inf || v.Lo.Rat().Cmp(v.Hi.Rat()) == 0:
		return []End{v.Lo}
	}
	return []End{v.Lo, v.Hi}
}

func (v Value) print(f Format, s style) string {
	f.Plus = f.Plus || v.Plus && s != prose // a change that was typed with its sign; prose has a verb for it
	switch {
	case v.State == NotApplicable:
		return f.words().Number.Absent
	case v.State == Unknown || v.Lo.Inf && v.Hi.Inf:
		if s == prose {
			return f.words().Number.Unknown
		}
		return "?"
	case v.silent() && s != short:
		return v.Words
	}
	v = f.scaled(v)
	if f.Codes && v.Unit.Currency != "" {
		v.Unit.Sign = v.Unit.Currency
	}
	v.Unit.Sign = f.sign(v.Unit.Sign)
	ends := v.Ends()
	spell := spelling{prose: s == prose, spelled: s == prose || s == whole && v.Unit.Noun != ""}
	var b strings.Builder
	b.WriteString(v.lead(f, s))
	if share := f.share(v, ends); share != "" && s == prose {
		b.WriteString(share)
		v.noun(&b, f, s, decimal.New(1, 0), spelling{prose: true})
		return b.String()
	}
	if len(ends) == 1 {
		round := nearest
		if v.rounded() && v.Hi.Inf {
			round = down // "more than 2.56" is more than 2.5, but not more than 2.6
		} else if v.rounded() && v.Lo.Inf {
			round = up
		}
		v.amount(&b, f, v.digits(ends[0], round, f), true, true, spell.of(ends[0].N))
		v.noun(&b, f, s, ends[0].N, spell)
		return b.String()
	}
	lo, hi := v.digits(ends[0], nearest, f), v.digits(ends[1], nearest, f)
	if lo == hi { // a computed range narrower than its rounding
		v.amount(&b, f, lo, true, true, spell.of(ends[0].N))
		v.noun(&b, f, s, ends[0].N, spell)
		return b.String()
	}
	sep := "–"
	if worded := ends[0].N.IsNegative() || f.Plus; worded || f.zh() && s == prose {
		sep = f.words().Number.To
	}
	repeat := (f.Ranges == "repeat" || f.zh() && s == prose) && !(s == prose && v.Unit.Kind == Times)
	v.amount(&b, f, lo, true, repeat, spell.of(ends[1].N))
	b.WriteString(sep)
	v.amount(&b, f, hi, false, true, spell.of(ends[1].N))
	v.noun(&b, f, s, decimal.New(2, 0), spell)
	return b.String()
}

// lead is the bound and the approximation.
func (v Value) lead(f Format, s style) string {
	leads := f.words().Number.Leads
	if s != prose {
		leads = [...]string{">", "≥", "<", "≤", "≈"}
	}
	lead := ""
	switch {
	case v.Hi.Inf && v.Lo.Open:
		lead = leads[0]
	case v.Hi.Inf:
		lead = leads[1]
	case v.near() && s == prose:
		return f.words().Number.Nearly
	case v.Lo.Inf && v.Hi.Open:
		lead = leads[2]
	case v.Lo.Inf:
		lead = leads[3]
	}
	if v.About {
		lead += leads[4]
	}
	return lead
}

// amount writes digits with sign, currency, scale and kind. first: this is where the currency stands; last: the scale, spelled
// where spell says so.
func (v Value) amount(b *strings.Builder, f Format, digits string, first, last bool, spell spelling) {
	u := v.Unit
	after := f.signAfter(u.Sign)
	negative := strings.HasPrefix(digits, "−")
	if negative && f.Accounting {
		b.WriteByte('(')
		digits = digits[len("−"):]
	}
	if first && (!after && u.Sign != "" || u.Kind == Percent && f.Locale.PercentFirst) {
		if n := len("−"); negative && !f.Accounting {
			b.WriteString(digits[:n])
			digits = digits[n:]
		} else if digits[0] == '+' {
			b.WriteByte('+')
			digits = digits[1:]
		}
		if u.Kind == Percent {
			b.WriteString(f.percent())
		} else {
			b.WriteString(u.Sign)
		}
		if LetterEnd(u.Sign) {
			b.WriteByte(' ')
		}
	}
	b.WriteString(digits)
	if last {
		b.WriteString(f.scaleText(u, after, spell))
		switch {
		case u.Kind == Percent && !f.Locale.PercentFirst:
			b.WriteString(f.percent())
		case u.Kind == Times && !spell.prose && !f.zh():
			b.WriteString(f.words().Number.TimesLabel)
		}
		if after {
			b.WriteString(u.Sign)
		}
	}
	if negative && f.Accounting {
		b.WriteByte(')')
	}
}

// scaleName is how the format spells a scale.
func (f Format) scaleName(u Unit) string {
	if u.Scale == "bps" && f.zh() {
		return ""
	}
	if f.Units == "si" && !SameNoun(u.Noun, "parameters") {
		switch u.Scale {
		case "m":
			return "M"
		case "bn":
			return "G"
		case "trn":
			return "T"
		}
	}
	return u.Scale
}

// noun writes what the unit counts.
func (v Value) noun(b *strings.Builder, f Format, s style, n decimal.Decimal, spell spelling) {
	w := &f.words().Number
	switch {
	case f.zh():
		b.WriteString(v.Unit.kindZh())
	case v.Unit.Kind == Times && s == prose:
		b.WriteString(f.form(w.Times, n))
	case v.Unit.Scale == "bps": // amount wrote it
	case v.Unit.Kind == Points && s == prose:
		b.WriteString(f.form(w.Points, n))
	case v.Unit.Kind == Points:
		b.WriteString(w.PointsLabel)
	}
	if noun := v.Unit.Noun; (s == prose || s == whole) && noun != "" {
		if !strings.HasPrefix(noun, "/") && !startsHan(noun) {
			b.WriteByte(' ')
			noun = f.counted(noun, v.Unit, spell)
		}
		b.WriteString(noun)
	}
}

type rounding uint8

const (
	nearest rounding = iota
	down
	up
)

// digits writes one end: a typed one with its own decimals, a cell's with those that it shows, those of a computed value with as
// many as the value shows.
func (v Value) digits(e End, round rounding, f Format) string {
	n, places := e.N, printedDecimals(e.N)
	if v.rounded() || v.Places > 0 {
		places = v.places()
	}
	switch round {
	case down:
		n = n.RoundFloor(int32(places))
	case up:
		n = n.RoundCeil(int32(places))
	}
	text := Digits(n, places, f)
	if year := n.Round(int32(places)).String(); v.Year && v.Unit.IsZero() && YearLike(year) {
		text = year
	}
	if f.Plus && n.IsPositive() {
		text = "+" + text
	}
	return text
}

// Digits writes a number with its thousands grouped, a true minus and exactly places decimals, rounded half away from zero;
// for axis ticks and sums, which carry no unit of their own.
func Digits(n decimal.Decimal, places int, f Format) string {
	s := n.StringFixed(int32(places))
	negative := s[0] == '-'
	if negative {
		s = s[1:]
		negative = strings.Trim(s, "0.") != ""
	}
	whole, fraction, found := strings.Cut(s, ".")
	var b strings.Builder
	b.Grow(len(s) + 8)
	if negative {
		b.WriteString("−")
	}
	l := f.Locale
	if l.Decimal == "" {
		l.Decimal, l.Group = ".", ","
	}
	for i := 0; i < len(whole); i++ {
		if left := len(whole) - i; i > 0 && l.Parts(left, len(whole)) {
			b.WriteString(l.Group)
		}
		b.WriteByte(whole[i])
	}
	if found {
		b.WriteString(l.Decimal)
		b.WriteString(fraction)
	}
	return b.String()
}
