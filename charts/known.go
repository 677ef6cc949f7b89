package charts

import (
	"roadshow/briefing/evidence/value"
	"roadshow/internal/diag"
)

// known refuses data of which nothing is known: an empty plot with an axis looks like a row of zeros.
func (c *check) known() {
	if c.l.Failed(false) || len(c.n.cols) == 0 {
		return
	}
	for _, col := range c.n.cols {
		for _, v := range col.cells {
			if !v.missing {
				return
			}
		}
	}
	c.l.Error(c.place("kind"), "E-CHART", "give at least one number, or say in text what is not known", "this chart has nothing to draw: no value is known")
}

// wholeParts refuses shares of a whole with a part that is not known, or with nothing in it: the parts that are known would
// be drawn as all there is. A part that does not exist (n/a) takes nothing away.
func (c *check) wholeParts(cells []cell, name func(i int) string) {
	if c.l.Failed(false) || c.n.unit.Kind == value.Percent { // shares that are known say themselves that nothing is left
		return
	}
	some := false
	for i, v := range cells {
		if v.missing && v.value != nil && v.value.State == value.Unknown {
			c.l.Error(*v.at, "E-CHART", "write n/a if there is none, or use bar", "a part of this whole is not known: %s", name(i))
			return
		}
		some = some || !v.missing && v.hi > 0
	}
	if !some && len(cells) > 0 {
		c.l.Error(*cells[0].at, "E-CHART", "use bar", "nothing has no shares: all parts are 0")
	}
}

// ends refuses a band that ends below its beginning.
func (c *check) ends(v value.Value, at diag.Span) {
	if v.State == value.Known && !v.Lo.Inf && !v.Hi.Inf && v.Lo.N.GreaterThan(v.Hi.N) {
		c.l.Error(at, "E-CHART", "write the smaller number first", "this band ends below its beginning: %s to %s", v.Lo.N, v.Hi.N)
	}
}
