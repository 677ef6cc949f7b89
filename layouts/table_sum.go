package layouts

import (
	"strings"

	"github.com/shopspring/decimal"

	"roadshow/briefing/evidence/table"
	"roadshow/briefing/evidence/value"
	"roadshow/page"
)

// addUp holds a total against the sum of the other rows, in decimals. Rounded parts may miss it by half a unit each: then
// the source line says so. Whole numbers are counted, of kilograms as of people: they may not, unless their data say
// `rounded: true`. Percentages add up where their total is the whole.
func addUp(k *page.Composer, d *tableData, total int) {
	for c := range d.cols {
		if kind := d.cols[c].kind; kind == "num" || kind == "bar" {
			addUpColumn(k, d, total, c)
		}
	}
}

func addUpColumn(k *page.Composer, d *tableData, total, col int) {
	cell := d.rows[total].cells[col]
	want, ok := pointOf(cell, d.unitOf(d.rows[total]))
	if ok && !addable(k, d, total, col) || !ok || want.About || want.Unit.Kind != value.Plain && !isWhole(want) {
		return
	}
	lo, _ := want.Base()
	sum, slack, counted := decimal.Zero, lastDigit(want), want.Unit.Scale == "" && want.Unit.Kind == value.Plain && !d.parted
	for i, r := range d.rows {
		text := strings.TrimSpace(r.cells[col].Text)
		if i == total || r.cells[col].Value == nil && text != "?" && missing(text) {
			continue
		}
		v, ok := pointOf(r.cells[col], d.unitOf(r))
		if !ok || v.About || v.Unit.Kind != want.Unit.Kind {
			return
		}
		part, _ := v.Base()
		sum, slack = sum.Add(part.N), slack.Add(lastDigit(v))
		counted = counted && part.N.Exponent() >= 0
	}
	miss := lo.N.Sub(sum)
	switch {
	case miss.IsZero():
	case counted && !d.mayMiss || miss.Abs().Mul(decimal.NewFromInt(2)).GreaterThan(slack):
		has, says, by := value.Missed(sum, lo.N, miss, want.Unit, k.B.Format)
		hint := "correct the total or a part"
		if miss.Abs().Mul(decimal.NewFromInt(2)).LessThanOrEqual(slack) {
			hint += ", or set `rounded: true` where the parts were rounded"
		}
		k.L.Error(cell.At, "E-SUM", hint, "the rows of %q add up to %s, the total says %s: the difference is %s",
			d.cols[col].head, has, says, by)
	default:
		d.rounded = true
	}
}

// addable reports a total of values that nobody can add: 5 kg and 200 g are not 205.
func addable(k *page.Composer, d *tableData, total, col int) bool {
	var first value.Unit
	for _, r := range d.rows {
		v, ok := pointOf(r.cells[col], d.unitOf(r))
		switch {
		case !ok || v.Unit.IsZero() || v.Lo.N.IsZero():
		case first.IsZero():
			first = v.Unit
		case !value.SameUnit(first, v.Unit):
			k.L.Error(d.rows[total].cells[col].At, "E-UNIT", "write all values in one unit, or n/a for the total", "the rows of %q cannot be added: %q is not counted as %q is",
				d.cols[col].head, v.Unit.String(), first.String())
			return false
		}
	}
	return true
}

// isWhole says that a value is 100%.
func isWhole(v value.Value) bool {
	return v.Unit.Kind == value.Percent && v.Lo.N.Equal(decimal.NewFromInt(100))
}

// pointOf is a cell's value where it is one number.
func pointOf(c table.Cell, unit value.Unit) (value.Value, bool) {
	v := value.Value{State: value.Unknown}
	if c.Value != nil {
		v = *c.Value
	} else if parsed, err := c.Read(unit); err == nil {
		v = parsed
	}
	v, err := v.WithUnit(unit)
	_, ok := v.Point()
	return v, ok && err == nil
}

// lastDigit is one unit of the last digit typed, in base units.
func lastDigit(v value.Value) decimal.Decimal {
	v.Lo.N = decimal.New(1, min(v.Lo.N.Exponent(), 0))
	base, _ := v.Base()
	return base.N
}
