// Package value knows numbers and dates as a briefing means them: with bound, unit and period, how they are typed, compared and
// printed.
//
// Numbers are decimals, never binary floats. A value is an interval: a plain number is an interval of one point, "over 70"
// is open below and unbounded above. "About" travels with a value and never widens it.
package value

import (
	"math"
	"math/big"

	"github.com/shopspring/decimal"

	"roadshow/internal/diag"
)

// State says whether there is a value at all.
type State uint8

// States.
const (
	Known         State = iota
	NotApplicable       // n/a: does not exist
	Unknown             // ?: exists, not known
)

// End is one end of an interval.
type End struct {
	N    decimal.Decimal
	Open bool // the end itself is excluded: over 70
	Inf  bool // no limit on this side; N and Open mean nothing

	// Exact is set only where a formula's result is no finite decimal (40 ÷ 6): N then holds its first digits.
	Exact *big.Rat
}

// Value is what one cell, figure or inline value says. Lo and Hi are in the Unit's own scale: "40 to 50 bn" has 40 and 50.
type Value struct {
	State    State
	Lo, Hi   End
	About    bool
	Year     bool // typed as four digits that read as a year: printed as typed where nothing is counted
	Near     bool // approximately, and below: "nearly 80", which is under about 80
	Plus     bool // typed with a plus: a rise
	Computed bool // by a formula, not typed: printed with two or three significant figures
	Places   int8 // decimals that its cell shows, plus one; 0: as typed. Arithmetic knows nothing of them
	Unit     Unit
	Words    string // the source's wording where it has no exact number ("tens of millions of yuan"); printed instead
	At       diag.Span

	Fitted bool // a computed value's scale was chosen to read well
}

// Exact is the value of one point.
func Exact(n decimal.Decimal, u Unit) Value {
	return Value{Lo: End{N: n}, Hi: End{N: n}, Unit: u}
}

// Between is the closed interval from lo to hi.
func Between(lo, hi decimal.Decimal, u Unit) Value {
	return Value{Lo: End{N: lo}, Hi: End{N: hi}, Unit: u}
}

// Point is the number of a value that is one: known, no range, no bound. "About 80" is a point.
func (v Value) Point() (decimal.Decimal, bool) {
	if v.State != Known || v.Lo.Inf || v.Hi.Inf || v.Lo.Open || v.Hi.Open || !v.single() {
		return decimal.Decimal{}, false
	}
	return v.Lo.N, true
}

// Range says that the value has two finite ends that differ.
func (v Value) Range() bool {
	return v.State == Known && !v.Lo.Inf && !v.Hi.Inf && !v.single()
}

// single says that two finite ends are one number, the ends of a computed root being a hair apart.
func (v Value) single() bool {
	lo, hi := v.Lo.Rat(), v.Hi.Rat()
	if lo.Cmp(hi) == 0 || !v.Computed {
		return lo.Cmp(hi) == 0
	}
	gap := new(big.Rat).Sub(hi, lo)
	return gap.Cmp(hair()) < 0
}

// hair is wider than the interval of a root, and narrower than anything that is printed.
func hair() *big.Rat { return new(big.Rat).Inv(Power10(30)) }

// Bound says that exactly one side has no limit: "over 70", "at most 3".
func (v Value) Bound() bool { return v.State == Known && v.Lo.Inf != v.Hi.Inf }

// Floats are the ends in the unit's own scale, for drawing; ±Inf where there is no limit, NaN where there is no value.
func (v Value) Floats() (lo, hi float64) {
	if v.State != Known {
		return math.NaN(), math.NaN()
	}
	lo, hi = math.Inf(-1), math.Inf(1)
	if !v.Lo.Inf {
		lo = v.Lo.N.InexactFloat64()
	}
	if !v.Hi.Inf {
		hi = v.Hi.N.InexactFloat64()
	}
	return lo, hi
}

// Low is the lower end as a point, or Unknown where there is none: the author's `.low`.
func (v Value) Low() Value { return v.only(v.Lo) }

// High is the upper end as a point: the author's `.high`.
func (v Value) High() Value { return v.only(v.Hi) }

func (v Value) only(e End) Value {
	v.Words = ""
	if v.State != Known {
		return v
	}
	if e.Inf {
		v.State = Unknown
		return v
	}
	e.Open = false
	v.Lo, v.Hi = e, e
	return v
}

// Base are the ends in base units: the unit's scale is multiplied in, so "40 to 50 bn" has 40,000,000,000 and 50,000,000,000.
func (v Value) Base() (lo, hi End) {
	return v.Lo.Shift(v.Unit.Exponent()), v.Hi.Shift(v.Unit.Exponent())
}

// Missed are a sum, the total that should be it and their difference, all in base units, as the total is counted: what one
// percentage misses another by is points.
func Missed(sum, total, miss decimal.Decimal, u Unit, f Format) (has, says, by string) {
	say := func(n decimal.Decimal, u Unit) string {
		scale := u.Scale
		u.Scale = ""
		return Exact(n, u).In(scale).Prose(f)
	}
	points := u
	if u.Kind == Percent {
		points.Kind = Points
	}
	return say(sum, u), say(total, u), say(miss, points)
}

// In is the same value counted in another scale: 900k in "m" is 0.9m. An unknown scale leaves the value as it is.
func (v Value) In(scale string) Value {
	to, ok := ScaleExponent(scale)
	if !ok || scale == v.Unit.Scale {
		return v
	}
	by := v.Unit.Exponent() - to
	v.Unit.Scale = scale
	if v.Places > 0 {
		v.Places = int8(min(max(int32(v.Places)-by, 1), 60))
	}
	v.Lo, v.Hi = v.Lo.Shift(by), v.Hi.Shift(by)
	return v
}

// Shift multiplies by ten to the power of by. Zeros that only the shift brought behind the point are dropped.
func (e End) Shift(by int32) End {
	if by == 0 || e.Inf {
		return e
	}
	if e.Exact != nil {
		e.Exact = new(big.Rat).Mul(e.Exact, decimal.New(1, by).Rat())
	}
	e.N = Trim(e.N.Shift(by))
	return e
}

// Rat is the end's number without rounding.
func (e End) Rat() *big.Rat {
	if e.Exact != nil {
		return e.Exact
	}
	return e.N.Rat()
}

// Trim drops zeros behind the decimal point.
func Trim(d decimal.Decimal) decimal.Decimal {
	if d.Exponent() >= 0 {
		return d
	}
	c, exp := d.Coefficient(), d.Exponent()
	if c.Sign() == 0 {
		return decimal.Zero
	}
	ten, q, r := big.NewInt(10), new(big.Int), new(big.Int)
	for exp < 0 {
		q.QuoRem(c, ten, r)
		if r.Sign() != 0 {
			break
		}
		c.Set(q)
		exp++
	}
	return decimal.NewFromBigInt(c, exp)
}

func (v Value) Negative() bool {
	ends := v.Ends()
	return len(ends) > 0 && ends[0].N.IsNegative()
}
