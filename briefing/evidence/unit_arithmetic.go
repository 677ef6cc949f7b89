package evidence

import (
	"math/big"
	"strings"
)

// Percentages and points are hundredths, multiples are ratios: inside a formula all of them are pure numbers, so that 1 less
// 20% is 0.8. The kind of a unit only says how a result is printed; the tables below say which kind a result has, and
// refuse what has no meaning or two.

// adopt gives a typed number the unit and the scale of the amount that it stands beside: 10 beside 6 bn parameters is ten
// billion of them. Beside a percentage, points or a multiple it stays a pure number; nothing needs no unit.
func (e *evaluation) adopt(n *node, a, b operand) (operand, operand, *SyntaxError) {
	var err *SyntaxError
	beside := func(lit, of operand, at *node) operand {
		switch {
		case lit.nothing():
			lit.unit, lit.literal = of.unit, false
		case of.unit.ratio():
		case of.fitted && err == nil && (of.unit.Scale != "" || of.unit.Currency != ""):
			err = &SyntaxError{Offset: at.lo, End: at.hi, Summary: quoted(e.src[at.lo:at.hi]) + " has no scale beside " + e.words(of, e.space.span(of.t)),
				Hint: "write the amount with its currency and scale, as in $1.5bn, or name a figure"}
		default:
			lit.unit, lit.literal = of.unit, false
			if x := of.unit.exponent(); x != 0 {
				lit.t = e.op('*', lit.t, e.constant(power10(x)))
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
func (o operand) certain() bool { return o.pure || o.literal || o.unit.ratio() && o.unit.Kind != Plain }

// ratio says that a unit is one of pure numbers: none, ×, % and points, of something or of nothing.
func (u Unit) ratio() bool {
	return u.Currency == "" && !u.rate() && (u.Kind != Plain || u.Noun == "" && u.Scale == "")
}

// rate says that a unit is counted by another: $/kWh, %/year.
func (u Unit) rate() bool { return strings.HasPrefix(u.Noun, "/") || strings.HasPrefix(u.Noun, "per ") }

// plain units leave the other factor's unit as it is: none at all, a scale alone, and multiples.
func (u Unit) plain() bool {
	return u.Currency == "" && u.Noun == "" && (u.Kind == Plain || u.Kind == Times)
}

// percentage says that a unit is a share of something, and no rate.
func (u Unit) percentage() bool { return u.Kind == Percent && u.Currency == "" && !u.rate() }

func (u Unit) points() bool { return u.Kind == Points && u.Currency == "" && !u.rate() }

func (e *evaluation) sum(n *node, a, b operand) (operand, *SyntaxError) {
	nothing := a.nothing() || b.nothing()
	a, b, err := e.adopt(n, a, b)
	if err != nil {
		return a, err
	}
	o := operand{t: e.op(n.op[0], a.t, b.t), unit: a.unit, literal: a.literal && b.literal, about: a.about || b.about,
		pure: a.pure || b.pure, fitted: a.fitted || b.fitted, year: a.year != b.year && (a.year || n.op == "+")} // 2027 + 3 is a year, 2027 − 2024 is none
	if b.unit.exponent() > a.unit.exponent() {
		o.unit.Scale = b.unit.Scale
	}
	minus := n.op == "-"
	switch {
	case SameUnit(a.unit, b.unit) && a.unit.percentage() && minus:
		if o.whole = a.whole; !o.whole && !nothing { // 100% − 20% is the rest, 80%
			o.unit.Kind = Points // 70% is 20 points more than 50%
		}
	case SameUnit(a.unit, b.unit):
	case a.unit.percentage() && b.unit.points():
	case a.unit.points() && b.unit.percentage() && !minus:
		o.unit = b.unit
	case a.unit.percentage() && b.unit.plain() && (b.literal || b.pure), b.unit.percentage() && a.unit.plain() && (a.literal || a.pure),
		a.unit.plain() && b.unit.plain():
		o.unit, o.pure, o.literal = Unit{}, a.certain() && b.certain(), false
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
		if o.literal && (a.unit.Kind == Points || b.unit.Kind == Points) {
			return "write the number with its unit: 3 points"
		}
		if o.literal && (a.unit.Kind == Percent || b.unit.Kind == Percent) {
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
	return quoted(u.String())
}

func (e *evaluation) product(n *node, a, b operand) (operand, *SyntaxError) {
	o := operand{t: e.op('*', a.t, b.t), literal: a.literal && b.literal, about: a.about || b.about, fitted: a.fitted || b.fitted}
	switch {
	case a.unit.plain():
		o.unit = b.unit
		if a.unit.exponent() > 0 && o.unit.Kind == Plain {
			o.unit.Scale = larger(a.unit, b.unit)
		}
		if a.unit.Kind == Times && b.unit.IsZero() {
			o.unit = a.unit
		}
	case b.unit.plain():
		o.unit = a.unit
		if b.unit.exponent() > 0 && o.unit.Kind == Plain {
			o.unit.Scale = larger(a.unit, b.unit)
		}
	case a.unit.percentage():
		o.unit = b.unit
	case b.unit.percentage():
		o.unit = a.unit
	case a.unit.points() && !b.unit.points(): // what a change of margin is worth
		o.unit = b.unit
	case b.unit.points() && !a.unit.points():
		o.unit = a.unit
	default:
		u, ok := cancelRate(a.unit, b.unit)
		if !ok {
			return o, e.fail(n, a.unitName()+" times "+b.unitName()+" has no unit", "multiply by a plain number, a percentage or a rate such as $/kWh")
		}
		o.unit = u
	}
	o.pure = o.unit.plain() && !o.literal && a.certain() && b.certain()
	return o, e.size(n, o.t)
}

func larger(a, b Unit) string {
	if a.exponent() > b.exponent() {
		return a.Scale
	}
	return b.Scale
}

// cancelRate multiplies $/kWh by kWh.
func cancelRate(a, b Unit) (Unit, bool) {
	rate, of := a, b
	if !rate.rate() {
		rate, of = b, a
	}
	if !rate.rate() || !sameNoun(rate.per(), of.Noun) || of.Currency != "" || of.Kind != Plain {
		return Unit{}, false
	}
	rate.Noun, rate.Scale = "", larger(rate, of)
	if rate.Kind != Plain {
		rate.Scale = ""
	}
	return rate, true
}

// per is what a rate is counted by.
func (u Unit) per() string {
	return strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(u.Noun, "/"), "per "))
}

func (e *evaluation) quotient(n *node, a, b operand) (operand, *SyntaxError) {
	o := operand{literal: a.literal && b.literal, about: a.about || b.about, fitted: a.fitted || b.fitted}
	by := e.space.span(b.t)
	if s, _ := by.sign(); s == 0 || by.has(zero()) {
		if by.isPoint() {
			return o, e.fail(n, quoted(e.src[n.b.lo:n.b.hi])+" is zero: nothing can be divided by it", "")
		}
		return o, e.fail(n, quoted(e.src[n.b.lo:n.b.hi])+" may be zero, it is "+e.words(b, by)+": nothing can be divided by it", "")
	}
	o.t = e.op('/', a.t, b.t)
	switch cancels, ok := numerator(a.unit, b.unit); {
	case b.unit.plain():
		o.unit = a.unit
		if a.unit.Kind == Times && b.unit.Kind == Times {
			o.unit.Kind = Plain
		}
		o.pure = o.unit.plain() && !o.literal && a.certain() && b.certain()
	case SameUnit(a.unit, b.unit), a.unit.points() && b.unit.percentage(), a.unit.percentage() && b.unit.points():
		o.pure = true // the units cancel
	case ok:
		o.unit = cancels // $50m at $5m/month last ten months
	case b.unit.percentage():
		o.unit = a.unit
		o.pure = o.unit.plain() && a.certain()
	case b.unit.points() || b.unit.Currency != "" || b.unit.rate():
		return o, e.fail(n, a.unitName()+" cannot be divided by "+b.unitName(), "give both sides the same unit")
	case a.unit.rate():
		return o, e.fail(n, a.unitName()+" cannot be divided by "+b.unitName(), "a rate has one divisor: multiply the two first")
	default:
		o.unit = a.unit
		o.unit.Noun = a.unit.Noun + "/" + one(b.unit.Noun)
	}
	return o, e.size(n, o.t)
}

// numerator is what is left of an amount that is divided by a rate of the same: $ by $/month is months.
func numerator(a, b Unit) (Unit, bool) {
	if !b.rate() || a.rate() || a.Noun != "" || a.Kind != b.Kind || a.Currency != b.Currency || a.plain() {
		return Unit{}, false
	}
	noun := b.per()
	switch noun {
	case "year", "month", "quarter", "week", "day", "hour":
		noun += "s"
	}
	return Unit{Noun: noun}, true
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
func (v Value) stated(u Unit, formula, pure bool) (Value, *SyntaxError) {
	if v.State != Known || u.IsZero() {
		return v, nil
	}
	own := v.Unit
	clash := func() *SyntaxError {
		if own.IsZero() {
			return &SyntaxError{Summary: "this is a ratio, not an amount in " + quoted(u.String()), Hint: "leave `unit` out, or say %, × or what the ratio counts"}
		}
		return &SyntaxError{Summary: "this is in " + quoted(own.String()) + ", not in " + quoted(u.String()), Hint: "leave `unit` out: the value has its own"}
	}
	ratio := u.Kind == Percent || u.Kind == Times
	switch {
	case !own.IsZero() && own.Kind == u.Kind && own.Currency == u.Currency && sameRate(own, u):
	case !formula || !own.plain() && !own.percentage() || own.Scale != "":
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
		i := v.interval()
		i = i.times(point(hundredths(own))).times(point(new(big.Rat).Inv(hundredths(u))))
		v.Lo, v.Hi, v.Unit = i.lo.end(0), i.hi.end(0), u
		return v, nil
	case own.IsZero() && !pure:
		v.Unit = u // typed as plain numbers: the author says what they count
		return v, nil
	case own.IsZero() && u.Currency == "" && u.Kind == Plain:
		v.Unit.Noun = u.Noun
	default:
		return v, clash()
	}
	if u.Scale != "" {
		v, v.fitted = v.In(u.Scale), false
	}
	return v, nil
}

// sameRate says that two units count the same, $/month being $ per month.
func sameRate(a, b Unit) bool {
	return a.Noun == "" && b.Noun == "" || a.rate() == b.rate() && sameNoun(a.per(), b.per()) || b.Noun == ""
}
