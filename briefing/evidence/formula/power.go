package formula

import (
	"math/big"

	"roadshow/briefing/evidence/value"
	"roadshow/internal/limits"
)

// Bounds of powers: what is larger would be no figure of a briefing.
const (
	rootDigits = 60 // decimals of a root; its interval is one unit of the last wide
	maxFactors = 4  // an interval is multiplied out up to here, so that it stays one figure
)

// power raises a pure number: (end / begin) ^ (1/5) is five years' factor. The exponent is one rational number.
func (e *evaluation) power(n *node, a, b operand) (operand, *value.SyntaxError) {
	o := operand{t: a.t, unit: a.unit, literal: a.literal && b.literal, pure: a.pure || a.literal && !b.literal, about: a.about || b.about, fitted: a.fitted}
	exponent := e.space.span(b.t)
	switch {
	case !exponent.IsPoint():
		return o, &value.SyntaxError{Offset: n.b.lo, End: n.b.hi, Summary: value.Quoted(e.src[n.b.lo:n.b.hi]) + " is not one number, it is " + e.words(b, exponent), Hint: "an exponent is one number, as in (end / begin) ^ (1/5)"}
	case b.unit.Kind != value.Plain || b.unit.Currency != "" || b.unit.Noun != "" && !time(b.unit):
		return o, &value.SyntaxError{Offset: n.b.lo, End: n.b.hi, Summary: "an exponent has no unit, this one is " + b.unitName(), Hint: "raise to a plain number, or to a number of years"}
	case !plain(a.unit) && !percentage(a.unit):
		return o, e.fail(n, a.unitName()+" has no powers", "raise a ratio, as in (end / begin) ^ (1/5)")
	}
	p := exponent.Lo.N
	for i, id := range [...]limits.ID{limits.Exponent, limits.Root} {
		if part := [...]*big.Int{new(big.Int).Abs(p.Num()), p.Denom()}[i]; part.Cmp(big.NewInt(id.N64())) > 0 {
			return o, &value.SyntaxError{Offset: n.b.lo, End: n.b.hi, Summary: id.Says(value.Quoted(e.src[n.b.lo:n.b.hi])), Hint: id.Hint()}
		}
	}
	base := e.space.span(a.t)
	sign, strict := base.Sign()
	above := strict || sign > 0 && p.Sign() >= 0
	if (!p.IsInt() || p.Sign() < 0) && !above && !(p.IsInt() && sign < 0 && strict) {
		return o, &value.SyntaxError{Offset: n.a.lo, End: n.a.hi, Summary: value.Quoted(e.src[n.a.lo:n.a.hi]) + " may not be raised to this: it is " + e.words(a, base), Hint: "only numbers above zero have roots and negative powers"}
	}
	if !p.IsInt() && sign < 0 {
		return o, &value.SyntaxError{Offset: n.a.lo, End: n.a.hi, Summary: "a number below zero has no root: " + value.Quoted(e.src[n.a.lo:n.a.hi]) + " is " + e.words(a, base), Hint: "growth from a loss has no rate: say the change itself"}
	}
	if percentage(o.unit) && !p.IsInt() {
		o.unit, o.pure = value.Unit{}, true
	}
	whole := int(new(big.Int).Abs(p.Num()).Int64())
	switch {
	case whole == 0:
		o.t = e.constant(big.NewRat(1, 1))
	case p.IsInt() && whole <= maxFactors && a.t.op != 'k':
		for range whole - 1 {
			o.t = e.op('*', o.t, a.t)
		}
		if p.Sign() < 0 {
			o.t = e.op('/', e.constant(big.NewRat(1, 1)), o.t)
		}
	default:
		i := base.Raise(whole)
		for _, edge := range [...]value.Edge{i.Lo, i.Hi} {
			if !edge.Inf && edge.N.Num().BitLen()+edge.N.Denom().BitLen() > limits.PowerBits.N() {
				return o, e.limit(n, limits.PowerBits)
			}
		}
		if q := int(p.Denom().Int64()); q > 1 {
			e.roots++
			i = intervalRoot(i, q)
		}
		if p.Sign() < 0 {
			i = i.Inverse()
		}
		o.t = e.known(i)
	}
	return o, e.size(n, o.t)
}

// time says that a unit counts time, which growth a year or a month is counted by.
func time(u value.Unit) bool {
	switch one(u.Noun) {
	case "year", "years", "month", "quarter", "week", "day", "/year", "/month", "/quarter", "/week", "/day", "年", "月", "个月":
		return true
	}
	return false
}

// known is an interval as a term: a constant where it is a point.
func (e *evaluation) known(i value.Interval) *term {
	if i.IsPoint() {
		return e.constant(i.Lo.N)
	}
	e.terms++
	e.space = append(e.space, i)
	return &term{op: 'v', v: len(e.space) - 1}
}

// intervalRoot is the q-th root of an interval without negative numbers, its ends rounded outwards where they are irrational.
func intervalRoot(i value.Interval, q int) value.Interval {
	end := func(e value.Edge, up bool) value.Edge {
		if e.Inf {
			return e
		}
		n := root(e.N, q, up)
		return value.Edge{N: n, Open: e.Open}
	}
	return value.Interval{Lo: end(i.Lo, false), Hi: end(i.Hi, true)}
}

// root is the q-th root of a number that is not negative; where it is irrational, rounded down, or up.
func root(x *big.Rat, q int, up bool) *big.Rat {
	num, whole := rootOf(x.Num(), q)
	den, both := rootOf(x.Denom(), q)
	if whole && both {
		return new(big.Rat).SetFrac(num, den)
	}
	ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(rootDigits), nil)
	scaled := new(big.Int).Mul(x.Num(), new(big.Int).Exp(ten, big.NewInt(int64(q)), nil))
	n, _ := rootOf(scaled.Quo(scaled, x.Denom()), q)
	if up {
		n.Add(n, big.NewInt(1))
	}
	return new(big.Rat).SetFrac(n, ten)
}

// rootOf is the largest number whose q-th power is no more than x, and whether it is x.
func rootOf(x *big.Int, q int) (r *big.Int, exact bool) {
	power := big.NewInt(int64(q))
	low, high := new(big.Int), new(big.Int).Lsh(big.NewInt(1), uint(x.BitLen()/q+1))
	for { // low^q <= x < high^q
		mid := new(big.Int).Add(low, high)
		if mid.Rsh(mid, 1).Cmp(low) == 0 {
			break
		}
		if new(big.Int).Exp(mid, power, nil).Cmp(x) <= 0 {
			low = mid
		} else {
			high = mid
		}
	}
	return low, new(big.Int).Exp(low, power, nil).Cmp(x) == 0
}

// growth looks for growth that is counted from a base that is not above zero, in a formula and in those of the figures that
// it names.
type growth struct {
	env   FormulaEnv
	steps int
}

// written is a node and the formula that it stands in.
type written struct {
	*node
	src string
}

// maxSteps bounds how far figures of figures are followed.
const maxSteps = 2000

// fromLoss refuses it: from −$5m to $10m is no −300%.
func (f *Formula) fromLoss(env FormulaEnv) *value.SyntaxError {
	g := growth{env: env}
	if found := g.find(written{f.root, f.src}); found != "" {
		return &value.SyntaxError{Offset: 0, End: len(f.src), Summary: "growth from " + found + " has no percentage", Hint: "only what was above zero grew by a %: say the change itself"}
	}
	return nil
}

// of is a node's part, or the formula that it names.
func (g *growth) of(w written, part *node) written {
	w.node = part
	for part != nil && w.op == "figure" && w.side == "" && g.env.Formula != nil && g.steps < maxSteps {
		f := g.env.Formula(w.name)
		if f == nil {
			break
		}
		g.steps++
		w = written{f.root, f.src}
	}
	return w
}

// find says what the base is, "" where there is none such.
func (g *growth) find(w written) string {
	if g.steps++; w.node == nil || g.steps > maxSteps {
		return ""
	}
	if from := g.base(w); from.node != nil {
		e := evaluation{env: g.env, vars: map[string]int{}, src: from.src}
		if o, err := e.build(from.node); err == nil && o.state == value.Known {
			i := e.space.span(o.t)
			if sign, strict := i.Sign(); sign <= 0 || !strict {
				return e.words(o, i)
			}
		}
	}
	if found := g.find(g.of(w, w.a)); found != "" {
		return found
	}
	return g.find(g.of(w, w.b))
}

// base is what a node grew from: (now − before) / before, now / before − 1, (now / before) ^ (1/5) − 1.
func (g *growth) base(w written) written {
	switch w.op {
	case "/":
		if from := g.of(w, w.a); from.op == "-" && g.same(from, from.b, w, w.b) {
			return written{w.b, w.src}
		}
	case "-":
		by := g.of(w, w.a)
		if by.op == "^" {
			by = g.of(by, by.a)
		}
		if n := w.b; n.op == "number" && by.op == "/" && new(big.Rat).Mul(n.number, value.Hundredths(n.unit)).Cmp(big.NewRat(1, 1)) == 0 {
			return written{by.b, by.src}
		}
	}
	return written{}
}

// same says that two nodes compute the same.
func (g *growth) same(wa written, a *node, wb written, b *node) bool {
	if a == nil || b == nil {
		return a == b
	}
	if a.op == "figure" && b.op == "figure" && a.name == b.name {
		return a.side == b.side
	}
	wa, wb = g.of(wa, a), g.of(wb, b)
	a, b = wa.node, wb.node
	if g.steps++; g.steps > maxSteps || a.op != b.op || a.name != b.name || a.side != b.side || a.cell != b.cell {
		return false
	}
	if a.op == "number" && (a.number.Cmp(b.number) != 0 || a.unit != b.unit) {
		return false
	}
	return g.same(wa, a.a, wb, b.a) && g.same(wa, a.b, wb, b.b)
}
