package pptx

import (
	"math"

	"roadshow/scene"
)

// spans writes bars from one number to another: upon bars that are not seen.
func (g *native) spans() {
	name := g.called(0)
	from, to, length := column{head: name + ", from"}, column{head: name + ", to"}, column{head: name + ", range"}
	for row := range g.rows {
		d := g.datum(0, row)
		at := itoa(row + 2)
		low, high := figure{}, figure{}
		if !d.Missing && !math.IsInf(d.Low, 0) {
			low = typed(d.Low)
		}
		if !d.Missing && !math.IsInf(d.High, 0) {
			high = typed(d.High)
		}
		from.cells, to.cells = append(from.cells, low), append(to.cells, high)
		if high.known {
			length.cells = append(length.cells, counted(high.v-low.v, "C"+at+"-B"+at))
		} else {
			length.cells = append(length.cells, figure{})
		}
	}
	a := g.book.add(from)
	g.book.add(to)
	b := g.book.add(length)
	g.barHead("stacked")
	g.hidden(a)
	g.head(b)
	color := g.common(0)
	g.fillMark(scene.DataMark{Color: color})
	g.put(`<c:invertIfNegative val="0"/>`)
	g.markPoints(0, color)
	g.cells("cat", g.names)
	g.cells("val", b)
	g.put(`</c:ser>`)
	g.barFoot(100)
	g.axes()
}

// hidden writes a series that only holds others up.
func (g *native) hidden(c *column) {
	g.head(c)
	g.put(`<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:invertIfNegative val="0"/>`)
	g.cells("cat", g.names)
	g.cells("val", c)
	g.put(`</c:ser>`)
}

// pairs writes two dots a row, and a line that joins them: one series whose line breaks between the rows.
func (g *native) pairs() {
	from, to := g.column(0), g.column(1)
	place, joinX, joinY := column{head: "Row"}, column{head: "Line, x"}, column{head: "Line, row"}
	rows := len(g.rows)
	for row := range g.rows {
		at := itoa(row + 2)
		y := float64(rows-row) - 0.5 // from below
		place.cells = append(place.cells, typed(y))
		for _, c := range []*column{from, to} {
			if from.cells[row].known && to.cells[row].known {
				joinX.cells = append(joinX.cells, counted(c.cells[row].v, c.letter+at))
				joinY.cells = append(joinY.cells, counted(y, "D"+at))
			} else {
				joinX.cells, joinY.cells = append(joinX.cells, figure{}), append(joinY.cells, figure{})
			}
		}
		if row < rows-1 {
			joinX.cells, joinY.cells = append(joinX.cells, figure{}), append(joinY.cells, figure{})
		}
	}
	y := g.book.add(place)
	g.put(`<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>`)
	g.joints(g.book.add(joinX), g.book.add(joinY))
	for k, x := range []*column{from, to} {
		g.head(x)
		g.put(`<c:spPr>`)
		g.pen(scene.Stroke{})
		g.put(`</c:spPr>`)
		color, usual := g.common(k), g.largest(k)
		g.dot(usual, color, scene.Color{}, 0)
		texts := make([]string, rows)
		for row := range g.rows {
			m := g.datum(k, row).As()
			if l := m.Label; l != nil {
				texts[row] = l.Spans[0].Text
				x.cells[row].format = l.Format
			}
			if m.Radius != usual || m.Color != color {
				g.put(`<c:dPt><c:idx val="`, row, `"/>`)
				g.dotPoint(m)
			}
		}
		g.labels(func(row int) *scene.Label { return g.datum(k, row).As().Label }, x)
		g.cells("xVal", x)
		g.cells("yVal", y)
		g.put(`<c:smooth val="0"/>`)
		g.fromCells(x, texts)
		g.put(`</c:ser>`)
	}
	g.put(axisIDs, `</c:scatterChart>`)
	n := *g.n
	n.Across, n.Values = n.Values, [2]float64{0, float64(rows)}
	n.Base.Color = scene.Color{}
	g.n = &n
	g.values(acrossAxis, valueAxis, "b", n.Across, 0, "min", "midCat")
	g.values(valueAxis, acrossAxis, "l", n.Values, 2, "min", "midCat")
}

// largest is the radius of the largest dot of a series.
func (g *native) largest(k int) (r scene.Pt) {
	for row := range g.rows {
		r = max(r, g.datum(k, row).As().Radius)
	}
	return r
}

// joints writes the line that joins the dots of each row, in its colour.
func (g *native) joints(x, y *column) {
	width := 0.8 * max(g.largest(0), g.largest(1))
	g.head(y)
	g.put(`<c:spPr>`)
	g.pen(scene.Stroke{Color: g.datum(0, 0).As().Hatch, Width: width})
	g.put(`</c:spPr><c:marker><c:symbol val="none"/></c:marker>`)
	for row := range g.rows {
		if color := g.datum(0, row).As().Hatch; !color.None() {
			g.put(`<c:dPt><c:idx val="`, 3*row+1, `"/><c:marker><c:symbol val="none"/></c:marker><c:bubble3D val="0"/><c:spPr>`)
			g.pen(scene.Stroke{Color: color, Width: width})
			g.put(`</c:spPr></c:dPt>`)
		}
	}
	g.cells("xVal", x)
	g.cells("yVal", y)
	g.put(`<c:smooth val="0"/></c:ser>`)
}

// steps writes a running sum: the sheet computes where each bar begins, so that a changed step moves all that follow.
func (g *native) steps() {
	value := g.column(0)
	rows := len(g.rows)
	role := func(row int) string { return g.datum(0, row).As().Role }
	level := column{head: "Level"}
	end := make([]float64, rows)
	for row := range rows {
		at, before := itoa(row+2), itoa(row+1)
		v := value.cells[row].v
		if role(row) == "total" || row == 0 {
			end[row] = v
			level.cells = append(level.cells, counted(v, "B"+at))
		} else {
			end[row] = end[row-1] + v
			level.cells = append(level.cells, counted(end[row], "C"+before+"+B"+at))
		}
	}
	g.book.add(level)
	below := false
	for _, v := range end {
		below = below || v < 0
	}
	base := column{head: "Base"}
	for row := range rows {
		at, before := itoa(row+2), itoa(row+1)
		if role(row) == "total" || row == 0 {
			base.cells = append(base.cells, figure{})
			continue
		}
		lo, hi := min(end[row-1], end[row]), max(end[row-1], end[row])
		base.cells = append(base.cells, counted(max(lo, 0)+min(hi, 0), "MAX(MIN(C"+before+",C"+at+"),0)+MIN(MAX(C"+before+",C"+at+"),0)"))
	}
	g.barHead("stacked")
	g.hidden(g.book.add(base))
	for _, kind := range []string{"total", "rise", "fall"} {
		g.stepSeries(kind, end, role, false)
	}
	for _, kind := range []string{"total", "rise", "fall"} {
		if below {
			g.stepSeries(kind, end, role, true)
		}
	}
	g.barFoot(100)
	g.stepLabels(value, end, role)
	g.levels()
	g.axes()
}

// stepSeries writes the totals, the rises or the falls as far as they stand above or below zero. Which is a rise the sheet says.
func (g *native) stepSeries(kind string, end []float64, role func(int) string, below bool) {
	col := column{head: map[string]string{"total": "Total", "rise": "Rise", "fall": "Fall"}[kind]}
	if below {
		col.head += " below zero"
	}
	var colors []scene.Color
	for row := range g.rows {
		at, before := itoa(row+2), itoa(row+1)
		total := role(row) == "total" || row == 0
		colors = append(colors, g.datum(0, row).As().Color)
		switch {
		case total != (kind == "total"):
			col.cells = append(col.cells, figure{})
		case total && below:
			col.cells = append(col.cells, counted(min(end[row], 0), "MIN(C"+at+",0)"))
		case total:
			col.cells = append(col.cells, counted(max(end[row], 0), "MAX(C"+at+",0)"))
		default:
			a, b, from, to := end[row-1], end[row], "C"+before, "C"+at
			sign := ">="
			if kind == "fall" {
				a, b, from, to, sign = b, a, to, from, "<"
			}
			v, f := max(b, 0)-max(a, 0), "MAX("+to+",0)-MAX("+from+",0)"
			if below {
				v, f = min(a, 0)-min(b, 0), "MIN("+from+",0)-MIN("+to+",0)"
			}
			if (end[row] < end[row-1]) != (kind == "fall") {
				v = 0
			}
			col.cells = append(col.cells, counted(v, "IF(C"+at+sign+"C"+before+","+f+",0)"))
		}
	}
	c := g.book.add(col)
	g.head(c)
	count, color, most := map[scene.Color]int{}, colors[0], 0
	for row := range g.rows {
		if m := g.datum(0, row).As(); m.Role == kind {
			if count[m.Color]++; count[m.Color] > most {
				color, most = m.Color, count[m.Color]
			}
		}
	}
	g.fillMark(scene.DataMark{Color: color})
	g.put(`<c:invertIfNegative val="0"/>`)
	for row := range g.rows {
		if m := g.datum(0, row).As(); m.Role == kind && (m.Color != color || !m.Hatch.None() || m.Outline) {
			g.put(`<c:dPt><c:idx val="`, row, `"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>`)
			g.fillMark(m)
			g.put(`</c:dPt>`)
		}
	}
	g.cells("cat", g.names)
	g.cells("val", c)
	g.put(`</c:ser>`)
}

// stepLabels writes the values above or below their bars: at a line that is not seen, whose labels are the cells of the values.
func (g *native) stepLabels(value *column, end []float64, role func(int) string) {
	if g.n.Lying {
		return
	}
	at := func(row int) *scene.Label { return g.datum(0, row).As().Label }
	heights := column{head: "Label"}
	texts := make([]string, len(g.rows))
	some := false
	for row := range g.rows {
		cell, before := "C"+itoa(row+2), "C"+itoa(row+1)
		from := 0.0
		if role(row) == "total" || row == 0 {
			before = "0"
		} else {
			from = end[row-1]
		}
		l := at(row)
		if some = some || l != nil; l != nil && len(l.Spans) > 0 {
			texts[row] = l.Spans[0].Text
			value.cells[row].format = l.Format
		}
		if l != nil && l.Place == scene.Below {
			heights.cells = append(heights.cells, counted(min(from, end[row]), "MIN("+before+","+cell+")"))
		} else {
			heights.cells = append(heights.cells, counted(max(from, end[row]), "MAX("+before+","+cell+")"))
		}
	}
	if !some {
		return
	}
	c := g.book.add(heights)
	g.put(`<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>`)
	g.head(c)
	g.put(`<c:spPr>`)
	g.pen(scene.Stroke{})
	g.put(`</c:spPr><c:marker><c:symbol val="none"/></c:marker>`)
	g.labels(at, value)
	g.cells("cat", g.names)
	g.cells("val", c)
	g.put(`<c:smooth val="0"/>`)
	g.fromCells(value, texts)
	g.put(`</c:ser><c:marker val="1"/>`, axisIDs, `</c:lineChart>`)
}
