package pptx

import (
	"math"

	"roadshow/scene"
)

// bars writes columns or lying bars, beside or upon each other.
func (g *native) bars() {
	n := g.n
	var columns []*column
	for k := range g.c.Data.Series {
		columns = append(columns, g.column(k))
	}
	g.barHead([...]string{scene.Beside: "clustered", scene.OnTop: "stacked", scene.Shares: "percentStacked"}[n.Stack])
	parts := n.Parts
	for _, k := range parts {
		g.head(columns[k])
		color := g.fills(g.c.Data.Series[k].Color, g.marks(k))
		g.labels(func(row int) *scene.Label { return g.datum(k, row).As().Label }, nil)
		g.intervals(k, columns[k], color)
		g.cells("cat", g.names)
		g.cells("val", columns[k])
		g.put(`</c:ser>`)
	}
	overlap := int(math.Round(n.Overlap * 100))
	if n.Stack != scene.Beside {
		overlap = 100
	}
	g.barFoot(overlap)
	g.levels()
	g.axes()
}

func (g *native) barHead(grouping string) {
	dir := "col"
	if g.n.Lying {
		dir = "bar"
	}
	g.put(`<c:barChart><c:barDir val="`, dir, `"/><c:grouping val="`, grouping, `"/><c:varyColors val="0"/>`)
}

func (g *native) barFoot(overlap int) {
	g.put(`<c:gapWidth val="`, min(max(int(math.Round(g.n.Gap*100)), 0), 500), `"/><c:overlap val="`, min(max(overlap, -100), 100), `"/>`, axisIDs, `</c:barChart>`)
}

// marks are how the data of a series are drawn.
func (g *native) marks(k int) func(row int) scene.DataMark {
	return func(row int) scene.DataMark { return g.datum(k, row).As() }
}

// common is the colour that most marks of a series have.
func (g *native) common(k int) scene.Color { return g.most(g.c.Data.Series[k].Color, g.marks(k)) }

// most is the colour that most of some marks have: the others are coloured one by one.
func (g *native) most(otherwise scene.Color, at func(row int) scene.DataMark) scene.Color {
	count, best, most := map[scene.Color]int{}, otherwise, 0
	for row := range g.rows {
		if m := at(row); !m.Color.None() && g.rows[row] != rest {
			if count[m.Color]++; count[m.Color] > most {
				best, most = m.Color, count[m.Color]
			}
		}
	}
	return best
}

// fills writes how the bars of a series are filled: in the colour that most have, which it returns, and the others one by one. A mark
// without a colour is as the others are.
func (g *native) fills(otherwise scene.Color, at func(row int) scene.DataMark) scene.Color {
	usual := g.most(otherwise, at)
	g.fillMark(scene.DataMark{Color: usual})
	g.put(`<c:invertIfNegative val="0"/>`)
	for row := range g.rows {
		m := at(row)
		if m.Color.None() || m.Color == usual && m.Hatch.None() && !m.Outline {
			continue
		}
		g.put(`<c:dPt><c:idx val="`, row, `"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>`)
		g.fillMark(m)
		g.put(`</c:dPt>`)
	}
	return usual
}

// fillMark writes how a mark is filled.
func (g *native) fillMark(m scene.DataMark) {
	g.put(`<c:spPr>`)
	switch {
	case m.Outline:
		g.put(`<a:noFill/>`)
		g.pen(scene.Stroke{Color: m.Color, Width: 1})
	case !m.Hatch.None():
		g.put(`<a:pattFill prst="wdUpDiag"><a:fgClr>`)
		g.color(m.Hatch)
		g.put(`</a:fgClr><a:bgClr>`)
		g.color(m.Color)
		g.put(`</a:bgClr></a:pattFill>`)
		g.pen(g.apart())
	default:
		g.fill(m.Color)
		g.pen(g.apart())
	}
	g.put(`</c:spPr>`)
}

// apart is the rim that keeps the parts of a stack from each other.
func (g *native) apart() scene.Stroke {
	if g.n.Form == scene.Bars && g.n.Stack != scene.Beside {
		return scene.Stroke{Color: g.theme.ground, Width: 1.5}
	}
	return scene.Stroke{}
}

// intervals writes the ranges among bars as error bars, from columns of their own.
func (g *native) intervals(k int, c *column, color scene.Color) {
	to, more := column{head: c.head + ", to", format: c.format}, column{head: c.head + ", range"}
	some := false
	for row := range g.rows {
		d := g.datum(k, row)
		v, _ := known(d)
		far := d.High
		if v == d.High {
			far = d.Low
		}
		if d.Missing || d.Low == d.High || math.IsInf(d.Low, 0) || math.IsInf(d.High, 0) {
			to.cells, more.cells = append(to.cells, figure{}), append(more.cells, figure{})
			continue
		}
		some = true
		at := itoa(row + 2)
		to.cells = append(to.cells, typed(far))
		more.cells = append(more.cells, counted(far-v, letters(len(g.book.columns))+at+"-"+c.letter+at))
	}
	if !some {
		return
	}
	g.book.add(to)
	m := g.book.add(more)
	g.put(`<c:errBars><c:errBarType val="plus"/><c:errValType val="cust"/><c:noEndCap val="0"/><c:plus>`)
	g.range_(m)
	g.put(`</c:plus><c:spPr>`)
	g.pen(scene.Stroke{Color: color, Width: 1.5})
	g.put(`</c:spPr></c:errBars>`)
}

// levels writes lines at values across standing marks. Between columns they reach half a step beyond the middles.
func (g *native) levels() {
	if g.n.Lying || len(g.n.Levels) == 0 {
		return
	}
	g.put(`<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>`)
	for _, l := range g.n.Levels {
		col := column{head: l.Name}
		for range g.rows {
			col.cells = append(col.cells, typed(l.Value))
		}
		c := g.book.add(col)
		g.head(c)
		pen := l.Pen
		if g.n.Between {
			pen = scene.Stroke{}
		}
		g.put(`<c:spPr>`)
		g.pen(pen)
		g.put(`</c:spPr><c:marker><c:symbol val="none"/></c:marker>`)
		if g.n.Between {
			g.put(`<c:trendline><c:spPr>`)
			g.pen(l.Pen)
			g.put(`</c:spPr><c:trendlineType val="linear"/><c:forward val="0.5"/><c:backward val="0.5"/><c:dispRSqr val="0"/><c:dispEq val="0"/></c:trendline>`)
		}
		g.cells("cat", g.names)
		g.cells("val", c)
		g.put(`<c:smooth val="0"/></c:ser>`)
	}
	g.put(`<c:marker val="1"/>`, axisIDs, `</c:lineChart>`)
}

// lines writes lines through the categories.
func (g *native) lines() {
	var columns []*column
	for k := range g.c.Data.Series {
		columns = append(columns, g.column(k))
	}
	g.put(`<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>`)
	for _, k := range g.n.Parts {
		g.line1(k, columns[k])
		g.cells("cat", g.names)
		g.cells("val", columns[k])
		g.put(`<c:smooth val="0"/></c:ser>`)
	}
	g.put(`<c:marker val="1"/>`, axisIDs, `</c:lineChart>`)
	g.levels()
	g.axes()
}

// line1 begins a line: its pen, its dots, its dashes and its labels.
func (g *native) line1(k int, c *column) {
	pen := g.c.Data.Series[k].Pen
	pen.Round = true
	g.head(c)
	g.put(`<c:spPr>`)
	g.pen(pen)
	g.put(`</c:spPr><c:marker><c:symbol val="none"/></c:marker>`)
	for row := range g.rows {
		m := g.datum(k, row).As()
		if m.Radius == 0 && !m.Ahead {
			continue
		}
		g.put(`<c:dPt><c:idx val="`, row, `"/>`)
		g.dot("circle", m.Radius, pen.Color, scene.Stroke{Color: g.theme.ground, Width: 1.5})
		own := pen
		if m.Ahead {
			own.Dash = []scene.Pt{4, 3}
		}
		g.put(`<c:bubble3D val="0"/><c:spPr>`)
		g.pen(own)
		g.put(`</c:spPr></c:dPt>`)
	}
	g.labels(func(row int) *scene.Label { return g.datum(k, row).As().Label }, nil)
}

// dot writes a marker with a rim; none where it has no radius.
func (g *native) dot(symbol string, r scene.Pt, color scene.Color, rim scene.Stroke) {
	if r <= 0 {
		g.put(`<c:marker><c:symbol val="none"/></c:marker>`)
		return
	}
	g.put(`<c:marker><c:symbol val="`, symbol, `"/><c:size val="`, min(max(int(math.Round(float64(2*r))), 2), 72), `"/><c:spPr>`)
	g.fill(color)
	g.pen(rim)
	g.put(`</c:spPr></c:marker>`)
}

// dotPoint ends a point that has a dot of its own. Some programs take its colour from the marker, some from the point.
func (g *native) dotPoint(m scene.DataMark, symbol string, rim scene.Stroke) {
	if !m.Hatch.None() {
		rim = scene.Stroke{Color: m.Hatch, Width: 0.8}
	}
	g.dot(symbol, m.Radius, m.Color, rim)
	g.put(`<c:bubble3D val="0"/><c:spPr>`)
	if m.Color.None() {
		g.put(`<a:noFill/>`)
	} else {
		g.fill(m.Color)
	}
	g.pen(scene.Stroke{})
	g.put(`</c:spPr></c:dPt>`)
}

// areas writes layers; one alone is a tint below its line.
func (g *native) areas() {
	single := len(g.c.Data.Series) == 1
	var columns []*column
	for k := range g.c.Data.Series {
		columns = append(columns, g.column(k))
	}
	grouping := "stacked"
	if single {
		grouping = "standard"
	}
	g.put(`<c:areaChart><c:grouping val="`, grouping, `"/><c:varyColors val="0"/>`)
	for k, c := range columns {
		g.head(c)
		g.put(`<c:spPr>`)
		g.fill(g.n.Tones[k])
		if single {
			g.pen(scene.Stroke{})
		} else {
			g.pen(scene.Stroke{Color: g.theme.ground, Width: 1}) // layers lie apart
		}
		g.put(`</c:spPr>`)
		g.cells("cat", g.names)
		g.cells("val", c)
		g.put(`</c:ser>`)
	}
	g.put(axisIDs, `</c:areaChart>`)
	if single {
		g.put(`<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>`)
		g.line1(0, columns[0])
		g.cells("cat", g.names)
		g.cells("val", columns[0])
		g.put(`<c:smooth val="0"/></c:ser><c:marker val="1"/>`, axisIDs, `</c:lineChart>`)
	}
	g.levels()
	g.axes()
}

// joined writes lines through points that have an x of their own.
func (g *native) joined() {
	var columns []*column
	for k := range g.c.Data.Series {
		columns = append(columns, g.column(k))
	}
	g.put(`<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>`)
	for _, k := range g.n.Parts {
		g.line1(k, columns[k])
		g.cells("xVal", g.names)
		g.cells("yVal", columns[k])
		g.put(`<c:smooth val="0"/></c:ser>`)
	}
	g.put(axisIDs, `</c:scatterChart>`)
	g.plane()
}

// points writes dots, or bubbles, at two numbers each, with their names.
func (g *native) points() {
	bubbles := g.n.Form == scene.Bubbles
	x, y := g.column(0), g.column(1)
	var size *column
	if bubbles {
		size = g.column(2)
		g.put(`<c:bubbleChart><c:varyColors val="0"/>`)
	} else {
		g.put(`<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>`)
	}
	if bubbles {
		g.head(y)
		g.fillMark(scene.DataMark{Color: g.common(0)})
		g.put(`<c:invertIfNegative val="0"/>`)
		for row := range g.rows {
			m := g.datum(0, row).As()
			g.put(`<c:dPt><c:idx val="`, row, `"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>`)
			if m.Radius > 0 {
				g.fill(m.Color)
				g.pen(scene.Stroke{Color: g.theme.ground, Width: 0.6})
			} else {
				g.put(`<a:noFill/>`)
				g.pen(scene.Stroke{})
			}
			g.put(`</c:spPr></c:dPt>`)
		}
	} else {
		g.dots(0, y, "circle", scene.Stroke{})
	}
	g.labels(func(row int) *scene.Label { return g.datum(0, row).As().Label }, g.names)
	g.cells("xVal", x)
	g.cells("yVal", y)
	if bubbles {
		g.cells("bubbleSize", size)
		g.put(`<c:bubble3D val="0"/>`)
	} else {
		g.put(`<c:smooth val="0"/>`)
	}
	g.fromCells(g.names, g.names.words)
	g.put(`</c:ser>`)
	if bubbles {
		// Office programs make the largest as wide as a quarter of the plot's shorter side.
		scale := 2 * g.largest(0) / (0.25 * min(g.n.Box.W, g.n.Box.H)) * 100
		g.put(`<c:bubbleScale val="`, min(max(int(math.Round(float64(scale))), 1), 300), `"/><c:showNegBubbles val="0"/><c:sizeRepresents val="area"/>`, axisIDs, `</c:bubbleChart>`)
	} else {
		g.put(axisIDs, `</c:scatterChart>`)
	}
	g.plane()
}

// ring writes parts of a whole.
func (g *native) ring() {
	c := g.column(0)
	g.put(`<c:doughnutChart><c:varyColors val="1"/>`)
	g.head(c)
	for row := range g.rows {
		g.put(`<c:dPt><c:idx val="`, row, `"/><c:bubble3D val="0"/><c:spPr>`)
		g.fill(g.datum(0, row).As().Color)
		g.pen(scene.Stroke{Color: g.theme.ground, Width: 2})
		g.put(`</c:spPr></c:dPt>`)
	}
	g.cells("cat", g.names)
	g.cells("val", c)
	g.put(`</c:ser><c:firstSliceAng val="0"/><c:holeSize val="`, int(math.Round(g.n.Hole*100)), `"/></c:doughnutChart>`)
}
