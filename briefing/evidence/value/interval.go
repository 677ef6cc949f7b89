package value

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// Interval is a set of numbers without gaps, over exact fractions: formulas never round inside.
type Interval struct{ Lo, Hi Edge }

// Edge is one end of an interval. Where it is infinite, n is nil.
type Edge struct {
	N    *big.Rat
	Open bool
	Inf  bool
}

func Zero() *big.Rat { return new(big.Rat) }

// Everything is what is known of a number when nothing is known.
func Everything() Interval { return Interval{Lo: Edge{Inf: true}, Hi: Edge{Inf: true}} }

func Point(n *big.Rat) Interval { return Interval{Lo: Edge{N: n}, Hi: Edge{N: n}} }

func (i Interval) IsPoint() bool { return !i.Lo.Inf && !i.Hi.Inf && i.Lo.N.Cmp(i.Hi.N) == 0 }

// Interval is the value in base units.
func (v Value) Interval() Interval {
	lo, hi := v.Base()
	return Interval{Lo: lo.edge(), Hi: hi.edge()}
}

// PureInterval is the value as formulas count it: percentages and points in hundredths.
func (v Value) PureInterval() Interval {
	i := v.Interval()
	if by := Hundredths(v.Unit); by.Cmp(big.NewRat(1, 1)) != 0 {
		i = i.Times(Point(by))
	}
	return i
}

func (e End) edge() Edge {
	if e.Inf {
		return Edge{Inf: true}
	}
	return Edge{N: e.Rat(), Open: e.Open}
}

// End is the edge in a unit whose scale is ten to the power of exponent.
func (e Edge) End(exponent int32) End {
	if e.Inf {
		return End{Inf: true}
	}
	n := e.N
	if exponent != 0 {
		n = new(big.Rat).Quo(n, Power10(exponent))
	}
	out := FromRat(n)
	out.Open = e.Open
	return out
}

func Power10(exponent int32) *big.Rat {
	n := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(exponent, -exponent))), nil))
	if exponent < 0 {
		n.Inv(n)
	}
	return n
}

// FromRat is the decimal of a fraction: exact where it ends, else its first digits and the fraction itself.
func FromRat(r *big.Rat) End {
	if places, ok := r.FloatPrec(); ok && places <= 64 {
		d, _ := decimal.NewFromString(r.FloatString(places))
		return End{N: Trim(d)}
	}
	places := 34 + (r.Denom().BitLen()-r.Num().BitLen())*3/10
	d, _ := decimal.NewFromString(r.FloatString(max(34, min(places, 400))))
	return End{N: d, Exact: new(big.Rat).Set(r)}
}

// Has says whether the number lies in the interval.
func (i Interval) Has(n *big.Rat) bool {
	if !i.Lo.Inf {
		if c := i.Lo.N.Cmp(n); c > 0 || c == 0 && i.Lo.Open {
			return false
		}
	}
	if !i.Hi.Inf {
		if c := i.Hi.N.Cmp(n); c < 0 || c == 0 && i.Hi.Open {
			return false
		}
	}
	return true
}

// Sign is 1 where no number of the interval is negative, -1 where none is positive, else 0; strict: none is zero either.
func (i Interval) Sign() (sign int, strict bool) {
	switch {
	case !i.Lo.Inf && i.Lo.N.Sign() >= 0:
		return 1, i.Lo.N.Sign() > 0 || i.Lo.Open
	case !i.Hi.Inf && i.Hi.N.Sign() <= 0:
		return -1, i.Hi.N.Sign() < 0 || i.Hi.Open
	}
	return 0, false
}

func (i Interval) Negate() Interval {
	flip := func(e Edge) Edge {
		if !e.Inf {
			e.N = new(big.Rat).Neg(e.N)
		}
		return e
	}
	return Interval{Lo: flip(i.Hi), Hi: flip(i.Lo)}
}

func (i Interval) Plus(j Interval) Interval {
	add := func(a, b Edge) Edge {
		if a.Inf || b.Inf {
			return Edge{Inf: true}
		}
		return Edge{N: new(big.Rat).Add(a.N, b.N), Open: a.Open || b.Open}
	}
	return Interval{Lo: add(i.Lo, j.Lo), Hi: add(i.Hi, j.Hi)}
}

// Times multiplies: the extremes lie at products of ends. A product is reached where both ends are, and 0 wherever one
// factor reaches it.
func (i Interval) Times(j Interval) Interval {
	if i.positive() && j.positive() {
		lo, _ := product(i.Lo, j.Lo, 0, 0)
		hi, _ := product(i.Hi, j.Hi, 0, 0)
		return Interval{Lo: lo, Hi: hi}
	}
	var out Interval
	started := false
	for m, a := range [2]Edge{i.Lo, i.Hi} {
		for n, b := range [2]Edge{j.Lo, j.Hi} {
			p, sign := product(a, b, 2*m-1, 2*n-1)
			switch {
			case sign < 0:
				out.Lo.Inf = true
			case sign > 0:
				out.Hi.Inf = true
			case !started:
				started = true
				out.Lo.N, out.Lo.Open, out.Hi.N, out.Hi.Open = p.N, p.Open, p.N, p.Open
			default:
				out = out.reach(p)
			}
		}
	}
	if i.Has(Zero()) || j.Has(Zero()) {
		out.Lo.Open = out.Lo.Open && (out.Lo.Inf || out.Lo.N.Sign() != 0)
		out.Hi.Open = out.Hi.Open && (out.Hi.Inf || out.Hi.N.Sign() != 0)
	}
	return Interval{Lo: out.Lo.tidy(), Hi: out.Hi.tidy()}
}

// positive says that both ends are known and above zero.
func (i Interval) positive() bool {
	return !i.Lo.Inf && !i.Hi.Inf && i.Lo.N.Sign() > 0 && i.Hi.N.Sign() > 0
}

// product of two ends. sideA and sideB say which infinity an infinite end is; sign says which infinity the product is, 0
// for none. Zero times infinity is zero: every product there is.
func product(a, b Edge, sideA, sideB int) (p Edge, sign int) {
	if a.Inf || b.Inf {
		if !a.Inf {
			sideA = a.N.Sign()
		}
		if !b.Inf {
			sideB = b.N.Sign()
		}
		if sign = sideA * sideB; sign != 0 {
			return Edge{}, sign
		}
		return Edge{N: Zero(), Open: a.Open || b.Open}, 0
	}
	return Edge{N: new(big.Rat).Mul(a.N, b.N), Open: a.Open || b.Open}, 0
}

// reach widens the hull to one more product.
func (i Interval) reach(p Edge) Interval {
	if c := p.N.Cmp(i.Lo.N); c < 0 {
		i.Lo.N, i.Lo.Open = p.N, p.Open
	} else if c == 0 {
		i.Lo.Open = i.Lo.Open && p.Open
	}
	if c := p.N.Cmp(i.Hi.N); c > 0 {
		i.Hi.N, i.Hi.Open = p.N, p.Open
	} else if c == 0 {
		i.Hi.Open = i.Hi.Open && p.Open
	}
	return i
}

func (e Edge) tidy() Edge {
	if e.Inf {
		return Edge{Inf: true}
	}
	return e
}

// Inverse is 1 divided by an interval without zero; of one with zero nothing is known.
func (i Interval) Inverse() Interval {
	if s, _ := i.Sign(); s == 0 || i.Has(Zero()) {
		return Everything()
	}
	turn := func(e Edge) Edge {
		switch {
		case e.Inf:
			return Edge{N: Zero(), Open: true}
		case e.N.Sign() == 0: // the open end of (0, 5]
			return Edge{Inf: true}
		}
		return Edge{N: new(big.Rat).Inv(e.N), Open: e.Open}
	}
	return Interval{Lo: turn(i.Hi), Hi: turn(i.Lo)}
}

// Raise is a power: an even one is never negative, and an odd one rises throughout, which multiplying an interval with
// itself would not know.
func (i Interval) Raise(n int) Interval {
	if n == 1 {
		return i
	}
	power := func(e Edge) Edge {
		if e.Inf {
			return e
		}
		out := new(big.Rat).Set(e.N)
		for range n - 1 {
			out.Mul(out, e.N)
		}
		return Edge{N: out, Open: e.Open}
	}
	lo, hi := power(i.Lo), power(i.Hi)
	if n%2 == 1 {
		return Interval{Lo: lo, Hi: hi}
	}
	switch s, _ := i.Sign(); s {
	case 1:
		return Interval{Lo: lo, Hi: hi}
	case -1:
		return Interval{Lo: hi, Hi: lo}
	}
	if lo.Inf || !hi.Inf && (lo.N.Cmp(hi.N) > 0 || lo.N.Cmp(hi.N) == 0 && !lo.Open) {
		hi = lo
	}
	return Interval{Lo: Edge{N: Zero()}, Hi: hi}
}

// Meet is what two intervals that both hold the truth have in common.
func (i Interval) Meet(j Interval) Interval {
	return Interval{Lo: inner(i.Lo, j.Lo, 1), Hi: inner(i.Hi, j.Hi, -1)}
}

func inner(a, b Edge, side int) Edge {
	switch {
	case a.Inf:
		return b
	case b.Inf:
		return a
	}
	c := b.N.Cmp(a.N) * side
	if c > 0 || c == 0 && b.Open {
		return b
	}
	return a
}
