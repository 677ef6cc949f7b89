package evidence

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// interval is a set of numbers without gaps, over exact fractions: formulas never round inside.
type interval struct{ lo, hi edge }

// edge is one end of an interval. Where it is infinite, n is nil.
type edge struct {
	n    *big.Rat
	open bool
	inf  bool
}

func zero() *big.Rat { return new(big.Rat) }

// everything is what is known of a number when nothing is known.
func everything() interval { return interval{lo: edge{inf: true}, hi: edge{inf: true}} }

func point(n *big.Rat) interval { return interval{lo: edge{n: n}, hi: edge{n: n}} }

func (i interval) isPoint() bool { return !i.lo.inf && !i.hi.inf && i.lo.n.Cmp(i.hi.n) == 0 }

// interval is the value in base units.
func (v Value) interval() interval {
	lo, hi := v.Base()
	return interval{lo: lo.edge(), hi: hi.edge()}
}

// pureInterval is the value as formulas count it: percentages and points in hundredths.
func (v Value) pureInterval() interval {
	i := v.interval()
	if by := hundredths(v.Unit); by.Cmp(big.NewRat(1, 1)) != 0 {
		i = i.times(point(by))
	}
	return i
}

func (e End) edge() edge {
	if e.Inf {
		return edge{inf: true}
	}
	return edge{n: e.rat(), open: e.Open}
}

// end is the edge in a unit whose scale is ten to the power of exponent.
func (e edge) end(exponent int32) End {
	if e.inf {
		return End{Inf: true}
	}
	n := e.n
	if exponent != 0 {
		n = new(big.Rat).Quo(n, power10(exponent))
	}
	out := fromRat(n)
	out.Open = e.open
	return out
}

func power10(exponent int32) *big.Rat {
	n := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(exponent, -exponent))), nil))
	if exponent < 0 {
		n.Inv(n)
	}
	return n
}

// fromRat is the decimal of a fraction: exact where it ends, else its first digits and the fraction itself.
func fromRat(r *big.Rat) End {
	if places, ok := r.FloatPrec(); ok && places <= 64 {
		d, _ := decimal.NewFromString(r.FloatString(places))
		return End{N: trim(d)}
	}
	places := 34 + (r.Denom().BitLen()-r.Num().BitLen())*3/10
	d, _ := decimal.NewFromString(r.FloatString(max(34, min(places, 400))))
	return End{N: d, exact: new(big.Rat).Set(r)}
}

// has says whether the number lies in the interval.
func (i interval) has(n *big.Rat) bool {
	if !i.lo.inf {
		if c := i.lo.n.Cmp(n); c > 0 || c == 0 && i.lo.open {
			return false
		}
	}
	if !i.hi.inf {
		if c := i.hi.n.Cmp(n); c < 0 || c == 0 && i.hi.open {
			return false
		}
	}
	return true
}

// sign is 1 where no number of the interval is negative, -1 where none is positive, else 0; strict: none is zero either.
func (i interval) sign() (sign int, strict bool) {
	switch {
	case !i.lo.inf && i.lo.n.Sign() >= 0:
		return 1, i.lo.n.Sign() > 0 || i.lo.open
	case !i.hi.inf && i.hi.n.Sign() <= 0:
		return -1, i.hi.n.Sign() < 0 || i.hi.open
	}
	return 0, false
}

func (i interval) negate() interval {
	flip := func(e edge) edge {
		if !e.inf {
			e.n = new(big.Rat).Neg(e.n)
		}
		return e
	}
	return interval{lo: flip(i.hi), hi: flip(i.lo)}
}

func (i interval) plus(j interval) interval {
	add := func(a, b edge) edge {
		if a.inf || b.inf {
			return edge{inf: true}
		}
		return edge{n: new(big.Rat).Add(a.n, b.n), open: a.open || b.open}
	}
	return interval{lo: add(i.lo, j.lo), hi: add(i.hi, j.hi)}
}

// times multiplies: the extremes lie at products of ends. A product is reached where both ends are, and 0 wherever one
// factor reaches it.
func (i interval) times(j interval) interval {
	var out interval
	started := false
	for m, a := range [2]edge{i.lo, i.hi} {
		for n, b := range [2]edge{j.lo, j.hi} {
			p, sign := product(a, b, 2*m-1, 2*n-1)
			switch {
			case sign < 0:
				out.lo.inf = true
			case sign > 0:
				out.hi.inf = true
			case !started:
				started = true
				out.lo.n, out.lo.open, out.hi.n, out.hi.open = p.n, p.open, p.n, p.open
			default:
				out = out.reach(p)
			}
		}
	}
	if i.has(zero()) || j.has(zero()) {
		out.lo.open = out.lo.open && (out.lo.inf || out.lo.n.Sign() != 0)
		out.hi.open = out.hi.open && (out.hi.inf || out.hi.n.Sign() != 0)
	}
	return interval{lo: out.lo.tidy(), hi: out.hi.tidy()}
}

// product of two ends. sideA and sideB say which infinity an infinite end is; sign says which infinity the product is, 0
// for none. Zero times infinity is zero: every product there is.
func product(a, b edge, sideA, sideB int) (p edge, sign int) {
	if a.inf || b.inf {
		if !a.inf {
			sideA = a.n.Sign()
		}
		if !b.inf {
			sideB = b.n.Sign()
		}
		if sign = sideA * sideB; sign != 0 {
			return edge{}, sign
		}
		return edge{n: zero(), open: a.open || b.open}, 0
	}
	return edge{n: new(big.Rat).Mul(a.n, b.n), open: a.open || b.open}, 0
}

// reach widens the hull to one more product.
func (i interval) reach(p edge) interval {
	if c := p.n.Cmp(i.lo.n); c < 0 {
		i.lo.n, i.lo.open = p.n, p.open
	} else if c == 0 {
		i.lo.open = i.lo.open && p.open
	}
	if c := p.n.Cmp(i.hi.n); c > 0 {
		i.hi.n, i.hi.open = p.n, p.open
	} else if c == 0 {
		i.hi.open = i.hi.open && p.open
	}
	return i
}

func (e edge) tidy() edge {
	if e.inf {
		return edge{inf: true}
	}
	return e
}

// inverse is 1 divided by an interval without zero; of one with zero nothing is known.
func (i interval) inverse() interval {
	if s, _ := i.sign(); s == 0 || i.has(zero()) {
		return everything()
	}
	turn := func(e edge) edge {
		switch {
		case e.inf:
			return edge{n: zero(), open: true}
		case e.n.Sign() == 0: // the open end of (0, 5]
			return edge{inf: true}
		}
		return edge{n: new(big.Rat).Inv(e.n), open: e.open}
	}
	return interval{lo: turn(i.hi), hi: turn(i.lo)}
}

// raise is a power: an even one is never negative, and an odd one rises throughout, which multiplying an interval with
// itself would not know.
func (i interval) raise(n int) interval {
	if n == 1 {
		return i
	}
	power := func(e edge) edge {
		if e.inf {
			return e
		}
		out := new(big.Rat).Set(e.n)
		for range n - 1 {
			out.Mul(out, e.n)
		}
		return edge{n: out, open: e.open}
	}
	lo, hi := power(i.lo), power(i.hi)
	if n%2 == 1 {
		return interval{lo: lo, hi: hi}
	}
	switch s, _ := i.sign(); s {
	case 1:
		return interval{lo: lo, hi: hi}
	case -1:
		return interval{lo: hi, hi: lo}
	}
	if lo.inf || !hi.inf && (lo.n.Cmp(hi.n) > 0 || lo.n.Cmp(hi.n) == 0 && !lo.open) {
		hi = lo
	}
	return interval{lo: edge{n: zero()}, hi: hi}
}

// meet is what two intervals that both hold the truth have in common.
func (i interval) meet(j interval) interval {
	return interval{lo: inner(i.lo, j.lo, 1), hi: inner(i.hi, j.hi, -1)}
}

func inner(a, b edge, side int) edge {
	switch {
	case a.inf:
		return b
	case b.inf:
		return a
	}
	c := b.n.Cmp(a.n) * side
	if c > 0 || c == 0 && b.open {
		return b
	}
	return a
}
