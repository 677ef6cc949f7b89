package charts

import (
	"strings"

	"github.com/shopspring/decimal"

	"roadshow/briefing/evidence/value"
)

func stackedKind() Kind {
	return Kind{Name: "stacked", Summary: "Parts and their total", Columns: "{name, part, part …}",
		check: checkStacked, draw: drawColumns, marks: "callout reference band event forecast", axis: fromZero, stack: onTop, reach: layersReach,
		alone: "column", stands: true, layers: true, along: true}
}

func stacked100Kind() Kind {
	return Kind{Name: "stacked_100", Summary: "Shares over a few items", Columns: "{name, part, part …}", Wide: true,
		check: checkStacked, draw: drawColumns, marks: "callout event forecast", stack: shares, layers: true, whole: true, along: true}
}

// shares checks parts of a whole: none below zero, no bounds, and percentages that add up to 100 in decimals.
func (c *check) shares(cells []cell) {
	sum, lo, hi := decimal.Zero, decimal.Zero, decimal.Zero
	var said []string
	loose := false
	at := c.place("kind")
	for _, v := range cells {
		switch {
		case v.missing:
			continue
		case v.floor() || v.ceil():
			c.l.Error(*v.at, "E-CHART", "use bar, which draws a bound as one", "a bound has no share of a whole: %s", v.text)
			return
		case v.point() < 0:
			c.l.Error(*v.at, "E-CHART", "use bar, or waterfall for gains and losses", "a part of a whole cannot be negative: %s", v.text)
			return
		}
		at = *v.at
		loose = loose || v.about()
		lo, hi = lo.Add(v.value.Lo.N), hi.Add(v.value.Hi.N)
		sum = sum.Add(v.value.Lo.N)
		said = append(said, v.text)
	}
	hundred := decimal.NewFromInt(100)
	slack := decimal.Zero
	if c.Rounded {
		slack = c.slack(len(said))
	}
	if c.n.unit.Kind != value.Percent || len(said) == 0 || loose || !lo.Sub(slack).GreaterThan(hundred) && !hi.Add(slack).LessThan(hundred) {
		return
	}
	numbers := len(said)
	if len(said) > 8 {
		said = append(said[:7], "…", said[len(said)-1])
	}
	c.l.Error(at, "E-SUM", c.roundingHint(hundred.Sub(sum), numbers, "correct the share that is wrong, or give amounts instead of shares"), "the shares add up to %s, not 100%%, a difference of %s: %s",
		value.Digits(sum, max(0, int(-sum.Exponent())), c.Format)+"%",
		value.Digits(hundred.Sub(sum), max(0, int(-sum.Exponent())), c.Format)+" points", strings.Join(said, " + "))
}

// checkStacked judges stacked and stacked_100.
func checkStacked(c *check) {
	checkBars(c)
	parts := len(c.n.cols)
	for _, col := range c.n.cols {
		for _, v := range col.cells {
			switch {
			case !v.missing && v.point() < 0:
				c.l.Error(*v.at, "E-CHART", "use waterfall, or grouped", "stacked parts cannot be negative: %s", v.text)
				return
			case c.Kind == "stacked_100" && (v.floor() || v.ceil()):
				c.l.Error(*v.at, "E-CHART", "use grouped, which draws a bound as one", "a bound has no share of a whole: %s", v.text)
				return
			}
		}
	}
	if c.Kind == "stacked_100" {
		for i := range c.n.cats {
			row := make([]cell, parts)
			for k := range c.n.cols {
				row[k] = c.n.cols[k].cells[i]
			}
			c.shares(row)
			c.wholeParts(row, func(k int) string { return c.n.cats[i].name + ", " + c.n.cols[k].name })
		}
	}
	switch {
	case c.Kind == "stacked" && parts > 5:
		c.l.Warn(c.place("kind"), "W-CHART", "merge the small parts", "%d parts are more than 5", parts)
	case c.Kind == "stacked_100" && parts > 6:
		c.l.Warn(c.place("kind"), "W-CHART", "use a table block", "%d parts are more than 6", parts)
	}
}

// partTexts are the labels of the parts of the first column: as given, or as shares that add to 100.
func (n *numbers) partTexts(asShares bool, f value.Format) []string {
	cells := n.cols[0].cells
	out := make([]string, len(cells))
	parts := make([]float64, len(cells))
	for i, c := range cells {
		out[i] = c.text
		if !c.missing {
			parts[i] = c.point()
		}
	}
	if asShares && n.unit.Kind != value.Percent {
		for i, v := range LargestRemainder(parts) {
			if !cells[i].missing {
				out[i] = f.Percent(number(float64(v), 0, f))
			}
		}
	}
	return out
}

// layersReach adds the sums of layers that lie on each other.
func layersReach(c *Chart, h *hull) {
	for i := range c.n.cats {
		var sum float64
		for _, col := range c.n.cols {
			if v := col.cells[i]; !v.missing {
				sum += v.point()
			}
		}
		h.add(sum)
	}
}
