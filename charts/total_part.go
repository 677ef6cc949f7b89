package charts

import (
	"math"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"roadshow/briefing/evidence/table"
	"roadshow/briefing/evidence/value"
)

// totalAmongParts finds a part that is the sum of the others: drawn beside them it doubles the whole. One that is called a total
// is an error; without such a name it may be chance, and with two parts it says nothing.
func (c *check) totalAmongParts() {
	if c.l.Failed(false) || c.n.sample {
		return
	}
	byColumn := c.Is.layers // a row of totals among shares shows the mean of them
	byRow := c.Is.whole && !c.Is.layers || !c.n.dated && (c.Is.bars || c.Is.layers && c.Is.stack != shares)
	if byColumn {
		parts := make([][]cell, len(c.n.cols))
		for k, col := range c.n.cols {
			parts[k] = col.cells
		}
		c.totalPart(parts, func(k int) string { return c.n.cols[k].name }, true, true)
	}
	if byRow {
		parts := make([][]cell, len(c.n.cats))
		for i := range c.n.cats {
			for _, col := range c.n.cols {
				parts[i] = append(parts[i], col.cells[i])
			}
		}
		c.totalPart(parts, func(i int) string { return c.n.cats[i].name }, false, len(c.n.cols) == 1)
		c.averageAmongBars(parts)
	}
}

// averageAmongBars warns of a bar that is the average of the others: it stands among them as one of their kind. Its author may mean
// that, and highlights it.
func (c *check) averageAmongBars(parts [][]cell) {
	if len(parts) < 3 {
		return
	}
	for k, p := range parts {
		name := c.n.cats[k].name
		is, surely := table.IsAverageName(name)
		if !is || c.Highlight == name || slices.ContainsFunc(c.n.cats, func(o category) bool { return table.IsJudgement(o.name) }) {
			continue
		}
		within, mean := true, true
		for j := range p {
			lo, hi, sum, n := math.Inf(1), math.Inf(-1), 0.0, 0.0
			for i, o := range parts {
				if v := o[j].point(); i != k && !math.IsNaN(v) {
					lo, hi, sum, n = min(lo, v), max(hi, v), sum+v, n+1
				}
			}
			v := p[j].point()
			within = within && lo <= v && v <= hi
			mean = mean && math.Abs(sum/n-v) <= 0.006*math.Abs(v)
		}
		if within && (surely || mean) {
			at := c.place("kind")
			if c.n.cats[k].at != nil && !c.n.cats[k].at.IsZero() {
				at = *c.n.cats[k].at
			}
			c.l.Warn(at, "W-CHART", c.averageHint(name), "%q is drawn as a bar among those that it is the average of", name)
		}
	}
}

// averageHint is how an average is drawn as what it is.
func (c *check) averageHint(name string) string {
	how := "leave it out"
	if c.Table.ID != "" {
		how = "write `leave_out: [" + name + "]` at the data"
	}
	if !c.Is.whole {
		how += " and draw its value as a line, `annotations: [{reference: {value: …, label: " + name + "}}]`"
	}
	return how + "; if it is to stand among them, say so: `highlight: " + name + "`"
}

// totalPart judges parts, each with a value for every place that all share: categories, or series.
func (c *check) totalPart(parts [][]cell, name func(int) string, column, whole bool) {
	if len(parts) < 2 || len(parts[0]) == 0 {
		return
	}
	sums := make([]partSum, len(parts[0]))
	for j := range sums {
		for _, p := range parts {
			if !sums[j].add(p[j]) {
				return
			}
		}
	}
	for k, p := range parts {
		exact, near, percent, some := true, true, true, false
		for j := range sums {
			is, close := sums[j].isTotal(p[j])
			exact, near = exact && is, near && close
			percent = percent && sums[j].hundred(p[j])
			some = some || !p[j].missing && !p[j].value.Lo.N.IsZero()
		}
		named := table.IsTotalName(name(k))
		at := c.place("kind")
		if !column && c.n.cats[k].at != nil && !c.n.cats[k].at.IsZero() {
			at = *c.n.cats[k].at
		} else if column && !c.n.cols[k].at.IsZero() {
			at = c.n.cols[k].at
		}
		switch {
		case !some:
		case named && near:
			c.l.Error(at, "E-CHART", c.partsOnly(column, name(k)), "%q is the sum of the others: beside them it would be drawn as a part", name(k))
			return
		case exact && whole && len(parts) > 2 && !percent && (!c.Is.bars || len(parts) > 3 || tellingSum(p)):
			c.l.Warn(at, "W-CHART", c.partsOnly(column, name(k))+"; if it is a part like the others, all is well", "%q equals the sum of the others: is it their total?", name(k))
			return
		}
	}
}

// tellingSum says that a bar is hardly the sum of two others by chance: 1, 2 and 3 often stand side by side, 31, 42 and 73 do not.
func tellingSum(part []cell) bool {
	for _, c := range part {
		if c.missing || len(strings.TrimRight(c.value.Lo.N.Coefficient().String(), "0")) < 2 {
			return false
		}
	}
	return true
}

// partsOnly is the hint: how the total is left out of the drawing.
func (c *check) partsOnly(column bool, name string) string {
	switch {
	case column:
		return "name the columns that are parts: y: [A, B]"
	case c.Table.ID != "":
		return "write `total: " + name + "` at the data: the row is proved, and not drawn"
	}
	return "leave it out: what the parts add up to is no part"
}

// partSum is the sum of all parts at one place, and what they may have lost by rounding.
type partSum struct{ lo, hi, slack decimal.Decimal }

// add is false where a part cannot be counted: it is not known, a bound, or below zero.
func (s *partSum) add(c cell) bool {
	if c.missing {
		return c.value == nil || c.blank || c.value.State == value.NotApplicable
	}
	if c.value == nil || c.value.Lo.Inf || c.value.Hi.Inf || c.value.Lo.N.IsNegative() {
		return false
	}
	s.lo, s.hi = s.lo.Add(c.value.Lo.N), s.hi.Add(c.value.Hi.N)
	s.slack = s.slack.Add(halfUnit(c))
	return true
}

// isTotal says that a part is the sum of the others: exactly, and as far as their rounding lets anybody know.
func (s *partSum) isTotal(c cell) (exact, near bool) {
	if c.missing {
		return s.lo.IsZero(), s.lo.IsZero()
	}
	two := decimal.NewFromInt(2)
	lo, hi := s.lo.Sub(c.value.Lo.N.Mul(two)).Abs(), s.hi.Sub(c.value.Hi.N.Mul(two)).Abs()
	return lo.IsZero() && hi.IsZero(), !lo.GreaterThan(s.slack) && !hi.GreaterThan(s.slack)
}

// hundred says that the parts are shares that make the whole with this one among them: half of a hundred is no total.
func (s *partSum) hundred(c cell) bool {
	return c.value != nil && c.value.Unit.Kind == value.Percent && s.lo.Equal(decimal.NewFromInt(100))
}

// halfUnit is half a unit of the last digit of a number with decimals; whole numbers are taken as counted.
func halfUnit(c cell) decimal.Decimal {
	if e := c.value.Lo.N.Exponent(); e < 0 {
		return decimal.New(5, e-1)
	}
	return decimal.Zero
}
