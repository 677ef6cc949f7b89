package charts

import (
	"math"
	"slices"

	"github.com/shopspring/decimal"

	"roadshow/briefing/evidence/value"
)

// decimalOf is v rounded to places, for printing.
func decimalOf(v float64, places int) decimal.Decimal {
	if !finite(v) {
		return decimal.Zero
	}
	return decimal.NewFromFloat(v).Round(int32(places))
}

// slack is by how much a sum may miss of so many rounded numbers: half a unit of the last printed digit each.
func (c *check) slack(numbers int) decimal.Decimal {
	return decimal.New(5, int32(-c.n.places-1)).Mul(decimal.NewFromInt(int64(numbers)))
}

// roundingHint says what an author may do about a sum that misses: "rounded" only where rounding explains it.
func (c *check) roundingHint(miss decimal.Decimal, numbers int, otherwise string) string {
	if !c.Rounded && !miss.Abs().GreaterThan(c.slack(numbers)) {
		return otherwise + "; if the numbers are rounded say `rounded: true`"
	}
	return otherwise
}

// plus is the interval sum of two values of one unit and scale.
func plus(a, b value.Value) value.Value {
	a.Lo, a.Hi = addEnds(a.Lo, b.Lo), addEnds(a.Hi, b.Hi)
	a.About = a.About || b.About
	a.Words = ""
	return a
}

// minus is the interval difference a − b. The difference of percentages is in points.
func minus(a, b value.Value) value.Value {
	b.Lo, b.Hi = negate(b.Hi), negate(b.Lo)
	d := plus(a, b)
	if d.Unit.Kind == value.Percent {
		d.Unit.Kind = value.Points
	}
	return d
}

func addEnds(a, b value.End) value.End {
	if a.Inf || b.Inf {
		return value.End{Inf: true}
	}
	return value.End{N: a.N.Add(b.N), Open: a.Open || b.Open}
}

func negate(e value.End) value.End {
	e.N = e.N.Neg()
	return e
}

// ratio is the interval a ÷ b for positive values; ok is false when an end of b is not above zero or a is negative.
func ratio(a, b value.Value) (q value.Value, ok bool) {
	if b.Lo.Inf || !b.Lo.N.IsPositive() || a.Lo.Inf || a.Lo.N.IsNegative() {
		return q, false
	}
	q = value.Value{Unit: value.Unit{Kind: value.Times}, Computed: true, About: a.About || b.About}
	if b.Hi.Inf {
		q.Lo = value.End{N: decimal.Zero, Open: true}
	} else {
		q.Lo = value.End{N: a.Lo.N.DivRound(b.Hi.N, 12), Open: a.Lo.Open || b.Hi.Open}
	}
	if a.Hi.Inf {
		q.Hi = value.End{Inf: true}
	} else {
		q.Hi = value.End{N: a.Hi.N.DivRound(b.Lo.N, 12), Open: a.Hi.Open || b.Lo.Open}
	}
	return q, true
}

// compare orders two finite values by what is known of them.
func compare(a, b cell) int {
	x, y := a.point(), b.point()
	switch {
	case a.missing && b.missing:
		return 0
	case a.missing:
		return 1
	case b.missing:
		return -1
	case x < y:
		return -1
	case x > y:
		return 1
	}
	return 0
}

// totalText is the label of a category's sum; none where a part is not known.
func (n *numbers) totalText(i int, f value.Format) string {
	sum, some := value.Value{}, false
	for _, c := range n.cols {
		switch v := c.cells[i]; {
		case v.missing && v.value != nil && v.value.State == value.Unknown:
			return ""
		case v.missing:
		case !some:
			sum, some = *v.value, true
			sum.Words = ""
		default:
			sum = plus(sum, *v.value)
		}
	}
	if !some {
		return ""
	}
	sum.Computed = false
	return sum.Label(f)
}

// shareTexts are the parts of category i in percent, rounded by largest remainder so that they add to 100.
func (n *numbers) shareTexts(i int, f value.Format) []string {
	parts := make([]float64, len(n.cols))
	for k := range n.cols {
		if c := n.cols[k].cells[i]; !c.missing {
			parts[k] = c.point()
		}
	}
	out := make([]string, len(n.cols))
	for k, v := range LargestRemainder(parts) {
		out[k] = f.Percent(number(float64(v), 0, f))
		if c := n.cols[k].cells[i]; n.unit.Kind == value.Percent && !c.missing {
			out[k] = c.text // already shares: printed as given
		}
	}
	return out
}

// LargestRemainder turns parts into whole percentages that add to 100: every part is rounded down, and what is left goes to
// the largest remainders, the first of equals first.
func LargestRemainder(parts []float64) []int {
	var sum float64
	for _, v := range parts {
		sum += v
	}
	out := make([]int, len(parts))
	if !(sum > 0) || !finite(sum) {
		return out
	}
	type rest struct {
		k int
		r float64
	}
	var rests []rest
	left := 100
	for k, v := range parts {
		exact := v / sum * 100
		whole := math.Floor(exact + 1e-9)
		out[k] = int(whole)
		left -= out[k]
		rests = append(rests, rest{k, exact - whole})
	}
	slices.SortStableFunc(rests, func(a, b rest) int {
		switch {
		case a.r > b.r+1e-9:
			return -1
		case a.r < b.r-1e-9:
			return 1
		}
		return 0
	})
	for i := 0; i < left && i < len(rests); i++ {
		out[rests[i].k]++
	}
	return out
}
