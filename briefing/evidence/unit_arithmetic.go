package evidence

import (
	"math/big"
	"strings"
)

// adopt gives a typed number the unit and the scale of what it stands beside: 10 beside 6 bn is ten billion.
func (e *evaluation) adopt(a, b operand) (operand, operand) {
	scaled := func(lit, of operand) operand {
		lit.unit, lit.literal = of.unit, false
		if x := of.unit.exponent(); x != 0 {
			lit.t = e.op('*', lit.t, e.constant(power10(x)))
		}
		return lit
	}
	switch {
	case a.literal && !b.literal:
		a = scaled(a, b)
	case b.literal && !a.literal:
		b = scaled(b, a)
	}
	return a, b
}

func (e *evaluation) sum(n *node, a, b operand) (operand, *SyntaxError) {
	a, b = e.adopt(a, b)
	o := operand{t: e.op(n.op[0], a.t, b.t), unit: a.unit, literal: a.literal && b.literal, about: a.about || b.about}
	if b.unit.exponent() > a.unit.exponent() {
		o.unit.Scale = b.unit.Scale
	}
	switch ka, kb := a.unit.Kind, b.unit.Kind; {
	case ka == Percent && kb == Points:
	case ka == Percent && kb == Percent && n.op == "-":
		o.unit.Kind = Points // 70% is 20 points more than 50%
	case !SameUnit(a.unit, b.unit):
		word := map[string]string{"+": "added to", "-": "subtracted from"}[n.op]
		first, second := a.unit, b.unit
		if n.op == "-" {
			first, second = b.unit, a.unit
		}
		return o, e.fail(n, unitName(first)+" cannot be "+word+" "+unitName(second), "give both figures the same unit")
	}
	return o, e.size(n, o.t)
}

func unitName(u Unit) string {
	u.Scale = ""
	if u.IsZero() {
		return "a plain number"
	}
	return quoted(u.String())
}

func (e *evaluation) product(n *node, a, b operand) (operand, *SyntaxError) {
	o := operand{t: e.op('*', a.t, b.t), literal: a.literal && b.literal, about: a.about || b.about}
	switch {
	case a.unit.plain():
		o.unit = b.unit
		if a.unit.exponent() > 0 && o.unit.Kind == Plain {
			o.unit.Scale = larger(a.unit, b.unit)
		}
	case b.unit.plain():
		o.unit = a.unit
		if b.unit.exponent() > 0 && o.unit.Kind == Plain {
			o.unit.Scale = larger(a.unit, b.unit)
		}
	case a.unit.Kind == Percent || b.unit.Kind == Percent:
		o.unit = a.unit
		if a.unit.Kind == Percent {
			o.unit = b.unit
		}
		o.t = e.op('/', o.t, e.constant(big.NewRat(100, 1)))
	default:
		u, ok := cancelRate(a.unit, b.unit)
		if !ok {
			return o, e.fail(n, unitName(a.unit)+" times "+unitName(b.unit)+" has no unit", "multiply by a plain number, a percentage or a rate such as $/kWh")
		}
		o.unit = u
	}
	return o, e.size(n, o.t)
}

func larger(a, b Unit) string {
	if a.exponent() > b.exponent() {
		return a.Scale
	}
	return b.Scale
}

// plain units leave the other factor's unit as it is: none at all, a scale alone, and multiples.
func (u Unit) plain() bool {
	return u.Currency == "" && u.Noun == "" && (u.Kind == Plain || u.Kind == Times)
}

// cancelRate multiplies $/kWh by kWh.
func cancelRate(a, b Unit) (Unit, bool) {
	rate, of := a, b
	if !strings.HasPrefix(rate.Noun, "/") && !strings.HasPrefix(rate.Noun, "per ") {
		rate, of = b, a
	}
	per := strings.TrimPrefix(strings.TrimPrefix(rate.Noun, "/"), "per ")
	if per == rate.Noun || !sameNoun(strings.TrimSpace(per), of.Noun) || of.Currency != "" || of.Kind != Plain {
		return Unit{}, false
	}
	rate.Noun, rate.Scale = "", larger(rate, of)
	return rate, true
}

func (e *evaluation) quotient(n *node, a, b operand) (operand, *SyntaxError) {
	o := operand{literal: a.literal && b.literal, about: a.about || b.about}
	by := e.space.span(b.t)
	if s, _ := by.sign(); s == 0 || by.has(zero()) {
		if by.isPoint() {
			return o, e.fail(n, quoted(e.src[n.b.lo:n.b.hi])+" is zero: nothing can be divided by it", "")
		}
		return o, e.fail(n, quoted(e.src[n.b.lo:n.b.hi])+" may be zero, it is "+e.words(b, by)+": nothing can be divided by it", "")
	}
	o.t = e.op('/', a.t, b.t)
	switch {
	case b.unit.plain():
		o.unit = a.unit
		if a.unit.Kind == Times && b.unit.Kind == Times {
			o.unit.Kind = Plain
		}
	case SameUnit(a.unit, b.unit): // the units cancel
	case b.unit.Kind == Percent:
		o.unit = a.unit
		o.t = e.op('*', o.t, e.constant(big.NewRat(100, 1)))
	case b.unit.Kind == Points || a.unit.Kind == Points || a.unit.Currency != "" && b.unit.Currency != "" || b.unit.Currency != "" || strings.ContainsRune(b.unit.Noun, '/'):
		return o, e.fail(n, unitName(a.unit)+" cannot be divided by "+unitName(b.unit), "give both figures the same unit")
	default:
		o.unit = a.unit
		o.unit.Noun = a.unit.Noun + "/" + one(b.unit.Noun)
	}
	return o, e.size(n, o.t)
}

// one is the singular that a rate is counted by: $/month.
func one(noun string) string {
	if len(noun) > 4 && strings.HasSuffix(noun, "s") && !strings.HasSuffix(noun, "ss") {
		return noun[:len(noun)-1]
	}
	return noun
}
