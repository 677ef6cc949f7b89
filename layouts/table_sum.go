package layouts

import (
	"math"
	"strings"

	"roadshow/briefing/evidence"
)

// addUp holds a total against the sum of the other rows. Rounded parts may miss it by half a unit each: then the source
// line says so.
func (k *Kit) addUp(d *tableData, total int) {
	for c := range d.cols {
		if kind := d.cols[c].kind; kind == "num" || kind == "bar" {
			k.addUpColumn(d, total, c)
		}
	}
}

func (k *Kit) addUpColumn(d *tableData, total, col int) {
	cell := d.rows[total].cells[col]
	want, ok := pointOf(cell, d.unit)
	if !ok || want.Unit.Kind != evidence.Plain || want.About {
		return
	}
	lo, _ := want.Base()
	rest, slack, counted := lo.N, ulp(want), want.Unit.IsZero()
	for i, r := range d.rows {
		text := strings.TrimSpace(r.cells[col].Text)
		if i == total || r.cells[col].Value == nil && text != "?" && missing(text) {
			continue
		}
		v, ok := pointOf(r.cells[col], d.unit)
		if !ok || v.About || !evidence.SameUnit(v.Unit, want.Unit) || r.unit != d.rows[total].unit {
			return
		}
		part, _ := v.Base()
		rest, slack = rest.Sub(part.N), slack+ulp(v)
		counted = counted && part.N.IsInteger()
	}
	switch miss := math.Abs(rest.InexactFloat64()); {
	case rest.IsZero():
	case counted || miss > slack/2*1.0001:
		sum := lo.N.Sub(rest)
		k.L.Error(cell.At, "E-SUM", "correct the total or a part", "the rows of %q add up to %s, the total says %s", d.cols[col].head, sum, lo.N)
	default:
		d.rounded = true
	}
}

// pointOf is a cell's value where it is one number.
func pointOf(c evidence.Cell, unit evidence.Unit) (evidence.Value, bool) {
	v := evidence.Value{State: evidence.Unknown}
	if c.Value != nil {
		v = *c.Value
	} else if parsed, err := evidence.ParseValue(strings.TrimSpace(c.Text)); err == nil {
		v = parsed
	}
	v, err := v.WithUnit(unit)
	_, ok := v.Point()
	return v, ok && err == nil
}

// ulp is the size of the last digit typed, in base units.
func ulp(v evidence.Value) float64 {
	exp := float64(v.Lo.N.Exponent())
	base, _ := v.Base()
	if n := v.Lo.N.InexactFloat64(); n != 0 {
		return math.Pow(10, exp) * base.N.InexactFloat64() / n
	}
	return 0
}
