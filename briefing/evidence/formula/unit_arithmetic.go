package formula

import (
	"math/big"
	"strings"

	"roadshow/briefing/evidence/value"
)

// Percentages and points are hundredths, multiples are ratios: inside a formula all of them are pure numbers, so that 1 less
// 20% is 0.8. The kind of a unit only says how a result is printed; the tables below say which kind a result has, and
// refuse what has no meaning or two.

// adopt gives a typed number the unit and the scale of the count that it stands beside: 10 beside 6 bn parameters is ten
// billion of them. Beside money a number without a currency is a pure number, which is neither added to it nor compared with
// it. Beside a percentage, points or a multiple it stays a pure number; nothing needs no unit.
func (e *evaluation) adopt(n *node, a, b operand) (operand, operand, *value.SyntaxError) {
	var err *value.SyntaxError
	beside := func(lit, of operand, at *node) operand {
		switch {
		case lit.nothing():
			lit.unit, lit.literal = of.unit, false
		case ratio(of.unit):
		case of.unit.Currency != "" && err == nil:
			err = &value.SyntaxError{Offset: at.lo, End: at.hi, Summary: value.Quoted(e.src[at.lo:at.hi]) + " is a plain number beside " + e.words(of, e.space.span(of.t)),
				Hint: "write the amount with its currency and scale, as in $1m, or name a figure"}
		case of.fitted && err == nil && of.unit.Scale != "":
			err = &value.SyntaxError{Offset: at.lo, End: at.hi, Summary: value.Quoted(e.src[at.lo:at.hi]) + " has no scale beside " + e.words(of, e.space.span(of.t)),
				Hint: "write the amount with its currency and scale, as in $1.5bn, or name a figure"}
		default:
			lit.unit, lit.literal = of.unit, false
			if x := of.unit.Exponent(); x != 0 {
				lit.t = e.op('*', lit.t, e.constant(value.Power10(x)))
			}
		}
		return lit
	}
	switch {
	case a.literal && !b.literal:
		a = beside(a, b, n.a)
	case b.literal && !a.literal:
		b = beside(b, a, n.b)
	}
	return a, b, err
}

// nothing is a typed zero: it is the same in every unit.
func (o operand) nothing() bool { return o.literal && o.t.op == 'k' && o.t.k.Sign() == 0 }

// certain says that a number is known to have no unit. A figure typed as a plain number may count anything.
func (o operand) certain() bool {
	return o.pure || o.literal || ratio(o.unit) && o.unit.Kind != value.Plain
}

// ratio says that a unit is one of pure numbers: none, ×, % and points, of something or of nothing.
func ratio(u value.Unit) bool {
	return u.Currency == "" && !rateOf(u) && (u.Kind != value.Plain || u.Noun == "" && u.Scale == "")
}

// rateOf says that a unit is counted by another: $/kWh, %/year.
func rateOf(u value.Unit) bool {
	return strings.HasPrefix(u.Noun, "/") || strings.HasPrefix(u.Noun, "per ")
}

// plain units leave the other factor's unit as it is: none at all, a scale alone, and multiples.
func plain(u value.Unit) bool {
	return u.Currency == "" && u.Noun == "" && (u.Kind == value.Plain || u.Kind == value.Times)
}

// scaled says that a number without a unit has a scale: 40 bn is an amount of something, and no pure number.
func scaled(u value.Unit) bool { return plain(u) && u.Kind == value.Plain && u.Exponent() > 0 }

// percentage says that a unit is a share of something, and no rate.
func percentage(u value.Unit) bool { return u.Kind == value.Percent && u.Currency == "" && !rateOf(u) }

func points(u value.Unit) bool { return u.Kind == value.Points && u.Currency == "" && !rateOf(u) }

func (e *evaluation) sum(n *node, a, b operand) (operand, *value.SyntaxError) {
	nothing := a.nothing() || b.nothing()
	a, b, err := e.adopt(n, a, b)
	if err != nil {
		return a, err
	}
	o := operand{t: e.op(n.op[0], a.t, b.t), unit: a.unit, literal: a.literal && b.literal, about: a.about || b.about,
		pure: a.pure || b.pure, fitted: a.fitted || b.fitted, year: a.year != b.year && (a.year || n.op == "+")} // 2027 + 3 is a year, 2027 − 2024 is none
	if b.unit.Exponent() > a.unit.Exponent() {
		o.unit.Scale = b.unit.Scale
	}
	minus := n.op == "-"
	switch {
	case value.SameUnit(a.unit, b.unit) && percentage(a.unit) && minus:
		if o.whole = a.whole; !o.whole && !nothing { // 100% − 20% is the rest, 80%
			o.unit.Kind = value.Points // 70% is 20 points more than 50%
		}
	case value.SameUnit(a.unit, b.unit):
	case percentage(a.unit) && points(b.unit):
	case points(a.unit) && percentage(b.unit) && !minus:
		o.unit = b.unit
	case percentage(a.unit) && plain(b.unit) && (b.literal || b.pure), percentage(b.unit) && plain(a.unit) && (a.literal || a.pure),
		plain(a.unit) && plain(b.unit):
		o.unit, o.pure, o.literal = value.Unit{}, a.certain() && b.certain(), false
	default:
		word := map[string]string{"+": "added to", "-": "subtracted from"}[n.op]
		first, second := a, b
		if minus {
			first, second = b, a
		}
		return o, e.fail(n, first.unitName()+" cannot be "+word+" "+second.unitName(), sameUnitHint(a, b))
	}
	return o, e.size(n, o.t)
}

// sameUnitHint never says which unit: only the author knows what was meant.
func sameUnitHint(a, b operand) string {
	for _, o := range [...]operand{a, b} {
		if o.literal && (a.unit.Kind == value.Points || b.unit.Kind == value.Points) {
			return "write the number with its unit: 3 points"
		}
		if o.literal && (a.unit.Kind == value.Percent || b.unit.Kind == value.Percent) {
			return "write the number with its unit: 15%"
		}
	}
	return "give both sides the same unit"
}

func (o operand) unitName() string {
	u := o.unit
	u.Scale = ""
	if u.IsZero() {
		return "a plain number"
	}
	return value.Quoted(u.String())
}

func (e *evaluation) product(n *node, a, b operand) (operand, *value.SyntaxError) {
	o := operand{t: e.op('*', a.t, b.t), literal: a.literal && b.literal, about: a.about || b.about, fitted: a.fitted || b.fitted}
	switch {
	case scaled(a.unit) && percentage(b.unit): // 20% of 40 bn
		o.unit = a.unit
	case percentage(a.unit) && scaled(b.unit):
		o.unit = b.unit
	case plain(a.unit):
		o.unit = b.unit
		if a.unit.Exponent() > 0 && o.unit.Kind == value.Plain {
			o.unit.Scale = larger(a.unit, b.unit)
		}
		if a.unit.Kind == value.Times && b.unit.IsZero() {
			o.unit = a.unit
		}
	case plain(b.unit):
		o.unit = a.unit
		if b.unit.Exponent() > 0 && o.unit.Kind == value.Plain {
			o.unit.Scale = larger(a.unit, b.unit)
		}
	case percentage(a.unit):
		o.unit = b.unit
	case percentage(b.unit):
		o.unit = a.unit
	case points(a.unit) && !points(b.unit): // what a change of margin is worth
		o.unit = b.unit
	case points(b.unit) && !points(a.unit):
		o.unit = a.unit
	default:
		u, ok := cancelRate(a.unit, b.unit)
		if !ok {
			return o, e.fail(n, a.unitName()+" times "+b.unitName()+" has no unit", "multiply by a plain number, a percentage or a rate such as $/kWh")
		}
		o.unit = u
	}
	o.pure = plain(o.unit) && !o.literal && a.certain() && b.certain()
	return o, e.size(n, o.t)
}

func larger(a, b value.Unit) string {
	if a.Exponent() > b.Exponent() {
		return a.Scale
	}
	return b.Scale
}

// cancelRate multiplies $/kWh by kWh.
func cancelRate(a, b value.Unit) (value.Unit, bool) {
	rate, of := a, b
	if !rateOf(rate) {
		rate, of = b, a
	}
	if !rateOf(rate) || !value.SameNoun(per(rate), of.Noun) || of.Currency != "" || of.Kind != value.Plain {
		return value.Unit{}, false
	}
	rate.Noun, rate.Scale = "", larger(rate, of)
	if rate.Kind != value.Plain {
		rate.Scale = ""
	}
	return rate, true
}

// per is what a rate is counted by.
func per(u value.Unit) string {
	return strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(u.Noun, "/"), "per "))
}

func (e *evaluation) quotient(n *node, a, b operand) (operand, *value.SyntaxError) {
	o := operand{literal: a.literal && b.literal, about: a.about || b.about, fitted: a.fitted || b.fitted}
	by := e.space.span(b.t)
	if s, _ := by.Sign(); s == 0 || by.Has(value.Zero()) {
		if by.IsPoint() {
			return o, e.fail(n, value.Quoted(e.src[n.b.lo:n.b.hi])+" is zero: nothing can be divided by it", "")
		}
		return o, e.fail(n, value.Quoted(e.src[n.b.lo:n.b.hi])+" may be zero, it is "+e.words(b, by)+": nothing can be divided by it", "")
	}
	o.t = e.op('/', a.t, b.t)
	switch cancels, ok := numerator(a.unit, b.unit); {
	case plain(b.unit):
		o.unit = a.unit
		if a.unit.Kind == value.Times && b.unit.Kind == value.Times {
			o.unit.Kind = value.Plain
		}
		o.pure = plain(o.unit) && !o.literal && a.certain() && b.certain()
	case value.SameUnit(a.unit, b.unit), points(a.unit) && percentage(b.unit), percentage(a.unit) && points(b.unit):
		o.pure = true // the units cancel
	case ok:
		o.unit = cancels // $50m at $5m/month last ten months
	case percentage(b.unit):
		o.unit = a.unit
		o.pure = plain(o.unit) && a.certain()
	case points(b.unit) || b.unit.Currency != "" || rateOf(b.unit):
		return o, e.fail(n, a.unitName()+" cannot be divided by "+b.unitName(), "give both sides the same unit")
	case rateOf(a.unit):
		return o, e.fail(n, a.unitName()+" cannot be divided by "+b.unitName(), "a rate has one divisor: multiply the two first")
	default:
		o.unit = a.unit
		o.unit.Noun = a.unit.Noun + "/" + one(b.unit.Noun)
	}
	return o, e.size(n, o.t)
}

// numerator is what is left of an amount that is divided by a rate of the same: $ by $/month is months.
func numerator(a, b value.Unit) (value.Unit, bool) {
	if !rateOf(b) || rateOf(a) || a.Noun != "" || a.Kind != b.Kind || a.Currency != b.Currency || plain(a) {
		return value.Unit{}, false
	}
	noun := per(b)
	switch noun {
	case "year", "month", "quarter", "week", "day", "hour":
		noun += "s"
	}
	return value.Unit{Noun: noun}, true
}

// one is the singular that a rate is counted by: $/month.
func one(noun string) string {
	if len(noun) > 4 && strings.HasSuffix(noun, "s") && !strings.HasSuffix(noun, "ss") {
		return noun[:len(noun)-1]
	}
	return noun
}

// stated is a result under the unit that its author gives it. A ratio may be said as %, as a multiple or as what it counts
// (months of cash); an amount keeps its currency and its noun. formula: the value is one's result, of which pure says that
// it has no unit for certain.
func stated(v value.Value, u value.Unit, formula, pure bool) (value.Value, *value.SyntaxError) {
	if v.State != value.Known || u.IsZero() {
		return v, nil
	}
	own := v.Unit
	clash := func() *value.SyntaxError {
		if own.IsZero() {
			return &value.SyntaxError{Summary: "this is a ratio, not an amount in " + value.Quoted(u.String()), Hint: "leave `unit` out, or say %, × or what the ratio counts"}
		}
		return &value.SyntaxError{Summary: "this is in " + value.Quoted(own.String()) + ", not in " + value.Quoted(u.String()), Hint: "leave `unit` out: the value has its own"}
	}
	ratio := u.Kind == value.Percent || u.Kind == value.Times
	switch {
	case !own.IsZero() && own.Kind == u.Kind && own.Currency == u.Currency && sameRate(own, u):
	case !formula || !plain(own) && !percentage(own) || own.Scale != "":
		if !own.IsZero() && own.Kind != u.Kind || own.Noun != "" && u.Currency != own.Currency {
			return v, clash()
		}
		out, err := v.WithUnit(u)
		if err != nil {
			return v, clash()
		}
		if !formula {
			return out, nil
		}
		v = out
	case ratio && u.Currency == "" && u.Noun == "":
		i := v.Interval()
		i = i.Times(value.Point(value.Hundredths(own))).Times(value.Point(new(big.Rat).Inv(value.Hundredths(u))))
		v.Lo, v.Hi, v.Unit = i.Lo.End(0), i.Hi.End(0), u
		return v, nil
	case own.IsZero() && !pure:
		v.Unit = u // typed as plain numbers: the author says what they count
		return v, nil
	case own.IsZero() && u.Currency == "" && u.Kind == value.Plain:
		v.Unit.Noun = u.Noun
	default:
		return v, clash()
	}
	if u.Scale != "" {
		v, v.Fitted = v.In(u.Scale), false
	}
	return v, nil
}

// sameRate says that two units count the same, $/month being $ per month.
func sameRate(a, b value.Unit) bool {
	return a.Noun == "" && b.Noun == "" || rateOf(a) == rateOf(b) && value.SameNoun(per(a), per(b)) || b.Noun == ""
}
