package pptx

import "roadshow/scene"

// The axes of a chart: the categories or x, and the values.
const (
	acrossAxis = "50010"
	valueAxis  = "50020"
)

const axisIDs = `<c:axId val="` + acrossAxis + `"/><c:axId val="` + valueAxis + `"/>`

// axes writes the axis of categories and that of values.
func (g *native) axes() {
	n := g.n
	where, side := "b", "l"
	if n.Lying {
		where, side = "l", "b"
	}
	dated := n.Dated && len(n.At) > 0
	tag := "cat"
	if dated {
		tag = "date"
	}
	g.put(`<c:`, tag, `Ax><c:axId val="`, acrossAxis, `"/><c:scaling><c:orientation val="`)
	if n.Lying {
		g.put(`maxMin`) // the first row stands at the top
	} else {
		g.put(`minMax`)
	}
	g.put(`"/></c:scaling><c:delete val="0"/><c:axPos val="`, where, `"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="`)
	if n.Named {
		g.put(`low`)
	} else {
		g.put(`none`)
	}
	g.put(`"/><c:spPr>`)
	g.pen(n.Base)
	g.put(`</c:spPr>`)
	g.txPr(n.Names, "")
	g.put(`<c:crossAx val="`, valueAxis, `"/><c:crosses val="autoZero"/><c:auto val="0"/>`)
	if dated {
		g.put(`<c:lblOffset val="100"/><c:baseTimeUnit val="days"/>`)
	} else {
		g.put(`<c:lblAlgn val="ctr"/><c:lblOffset val="40"/><c:noMultiLvlLbl val="1"/>`)
	}
	g.put(`</c:`, tag, `Ax>`)
	crosses, between := "autoZero", "midCat"
	if n.Lying {
		crosses = "max"
	}
	if n.Between {
		between = "between"
	}
	g.values(valueAxis, acrossAxis, side, n.Values, 0, crosses, between)
}

// plane writes the axes of points.
func (g *native) plane() {
	g.values(acrossAxis, valueAxis, "b", g.n.Across, 1, "min", "midCat")
	g.values(valueAxis, acrossAxis, "l", g.n.Values, 0, "min", "midCat")
}

const noAxis = -1 // an axis that only bears

// values writes an axis of numbers. which is its place among the chart's axes.
func (g *native) values(id, other, side string, ends [2]float64, which int, crosses, between string) {
	n := g.n
	ax := scene.Axis{Format: "General"}
	if which >= 0 && which < len(g.c.Axes) {
		ax = g.c.Axes[which]
	}
	ticks, step := n.Ticks && ax.Step > 0, ax.Step
	if which == 0 {
		ends[0], ends[1] = g.day(ends[0]), g.day(ends[1])
	}
	if n.Stack == scene.Shares { // shares are counted from 0 to 1
		ends[0], ends[1], step, ax.Format = ends[0]/100, ends[1]/100, step/100, "0%"
	}
	g.put(`<c:valAx><c:axId val="`, id, `"/><c:scaling>`)
	if ax.Log {
		g.put(`<c:logBase val="10"/>`)
	}
	g.put(`<c:orientation val="minMax"/><c:max val="`, float(ends[1]), `"/><c:min val="`, float(ends[0]), `"/></c:scaling><c:delete val="`)
	line := which == 1 && !n.Base.Color.None()
	g.put(bit(!ticks && !line), `"/><c:axPos val="`, side, `"/>`)
	if ticks && which == 0 {
		g.put(`<c:majorGridlines><c:spPr>`)
		g.pen(n.Rule)
		g.put(`</c:spPr></c:majorGridlines>`)
	}
	g.put(`<c:numFmt formatCode="`, esc(ax.Format), `" sourceLinked="0"/><c:majorTickMark val="`)
	if ticks && which == 1 {
		g.put(`out`)
	} else {
		g.put(`none`)
	}
	g.put(`"/><c:minorTickMark val="none"/><c:tickLblPos val="`)
	if ticks {
		g.put(`nextTo`)
	} else {
		g.put(`none`)
	}
	g.put(`"/><c:spPr>`)
	if line {
		g.pen(n.Base)
	} else {
		g.pen(scene.Stroke{})
	}
	g.put(`</c:spPr>`)
	g.txPr(n.Tick, "")
	g.put(`<c:crossAx val="`, other, `"/><c:crosses val="`, crosses, `"/><c:crossBetween val="`, between, `"/>`)
	if ticks {
		g.put(`<c:majorUnit val="`, float(step), `"/>`)
	}
	g.put(`</c:valAx>`)
}
