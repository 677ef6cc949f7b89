package pptx

import (
	"math"

	"roadshow/scene"
)

// spans writes bars from one number to another: upon bars that are not seen. Where ends are soft, what surely lies within stands between
// two paler parts.
func (g *native) spans() {
	from, to := g.ends()
	edges, soft := []*column{from, to}, false
	for row, i := range g.rows {
		s := g.sure(i)
		soft = soft || s != nil && (typed(g.day(s.From)) != from.cells[row] || typed(g.day(s.To)) != to.cells[row])
	}
	names := []string{", range"}
	if soft {
		surely, until := g.blank(", surely from"), g.blank(", surely to")
		for row, i := range g.rows {
			if s := g.sure(i); s != nil {
				surely.cells[row], until.cells[row] = typed(g.day(s.From)), typed(g.day(s.To))
			}
		}
		edges, names = []*column{from, surely, until, to}, []string{", perhaps before", ", surely", ", perhaps after"}
	}
	var parts []*column
	for k, name := range names {
		a, b, part := edges[k], edges[k+1], column{head: g.called(0) + name, cells: make([]figure, len(g.rows))}
		for row, i := range g.rows {
			if at := itoa(row + 2); b.cells[row].known && (g.n.Sure == nil || g.sure(i) != nil) {
				part.cells[row] = counted(b.cells[row].v-a.cells[row].v, b.letter+at+"-"+a.letter+at)
			}
		}
		parts = append(parts, g.book.add(part))
	}
	g.barHead("stacked")
	g.hidden(from)
	for k, part := range parts {
		g.head(part)
		g.fills(g.c.Data.Series[0].Color, func(row int) scene.DataMark {
			if s := g.sure(g.rows[row]); s != nil && soft && k != 1 {
				return scene.DataMark{Color: s.Soft}
			}
			return g.datum(0, row).As()
		})
		g.cells("cat", g.names)
		g.cells("val", part)
		g.put(`</c:ser>`)
	}
	g.barFoot(100)
	g.axes()
}

// sure is what surely lies within the span of a category, or nothing.
func (g *native) sure(i int) *scene.Sure {
	if g.n.Sure == nil {
		return nil
	}
	return g.n.Sure[i]
}

// ends adds both ends of the values to the sheet.
func (g *native) ends() (from, to *column) {
	from, to = g.blank(", from"), g.blank(", to")
	for row := range g.rows {
		d := g.datum(0, row)
		if !d.Missing && !math.IsInf(d.Low, 0) {
			from.cells[row] = typed(g.day(d.Low))
		}
		if !d.Missing && !math.IsInf(d.High, 0) {
			to.cells[row] = typed(g.day(d.High))
		}
	}
	return from, to
}

// blank adds a column beside that of the first series, of numbers like its own, to be filled.
func (g *native) blank(what string) *column {
	col := column{head: g.called(0) + what, cells: make([]figure, len(g.rows))}
	if g.n.Days {
		col.format = "yyyy-mm-dd"
	}
	return g.book.add(col)
}

// day is a value as the sheet counts it.
func (g *native) day(v float64) float64 {
	if g.n.Days {
		return serial(v)
	}
	return v
}

// hidden writes a series that only holds others up.
func (g *native) hidden(c *column) {
	g.head(c)
	g.put(`<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:invertIfNegative val="0"/>`)
	g.cells("cat", g.names)
	g.cells("val", c)
	g.put(`</c:ser>`)
}

// pairs writes two dots a row, and a line that joins them.
func (g *native) pairs() {
	from, to := g.column(0), g.column(1)
	place := g.places()
	g.put(`<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>`)
	g.joints(from, to, place)
	for k, x := range []*column{from, to} {
		texts := make([]string, len(g.rows))
		for row := range g.rows {
			if l := g.datum(k, row).As().Label; l != nil {
				texts[row], x.cells[row].format = l.Spans[0].Text, l.Format
			}
		}
		g.dots(k, x, "circle", scene.Stroke{})
		g.labels(func(row int) *scene.Label { return g.datum(k, row).As().Label }, x)
		g.cells("xVal", x)
		g.cells("yVal", place)
		g.put(`<c:smooth val="0"/>`)
		g.fromCells(x, texts)
		g.put(`</c:ser>`)
	}
	g.rowAxes()
}

// moments writes a diamond a row; the days between which it lies stand beside it in the sheet.
func (g *native) moments() {
	g.ends()
	at := g.blank("")
	for row, i := range g.rows {
		if s := g.sure(i); s != nil {
			at.cells[row] = typed(g.day(s.From))
		}
	}
	place := g.places()
	g.put(`<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>`)
	g.dots(0, at, "diamond", scene.Stroke{Color: g.theme.ground, Width: 1.5})
	g.cells("xVal", at)
	g.cells("yVal", place)
	g.put(`<c:smooth val="0"/></c:ser>`)
	g.rowAxes()
}

// places adds where the rows stand to the sheet, from below.
func (g *native) places() *column {
	col := column{head: "Row"}
	for row := range g.rows {
		col.cells = append(col.cells, typed(float64(len(g.rows)-row)-0.5))
	}
	return g.book.add(col)
}

// dots begins a series of markers without a line.
func (g *native) dots(k int, c *column, symbol string, rim scene.Stroke) {
	g.head(c)
	g.put(`<c:spPr>`)
	g.pen(scene.Stroke{})
	g.put(`</c:spPr>`)
	color, usual := g.common(k), g.largest(k)
	g.dot(symbol, usual, color, rim)
	for row := range g.rows {
		m := g.datum(k, row).As()
		own := m.Color != color || !m.Hatch.None()
		if own && m.Radius == usual { // some programs look for another colour only where the size is another
			m.Radius += 0.5
		}
		if own || m.Radius != usual {
			g.put(`<c:dPt><c:idx val="`, row, `"/>`)
			g.dotPoint(m, symbol, rim)
		}
	}
}

// rowAxes ends a chart of rows: only the axis across says something.
func (g *native) rowAxes() {
	g.put(axisIDs, `</c:scatterChart>`)
	g.values(acrossAxis, valueAxis, "b", g.n.Values, 0, "min", "midCat")
	g.values(valueAxis, acrossAxis, "l", [2]float64{0, float64(len(g.rows))}, noAxis, "min", "midCat")
}

// largest is the radius of the largest dot of a series.
func (g *native) largest(k int) (r scene.Pt) {
	for row := range g.rows {
		r = max(r, g.datum(k, row).As().Radius)
	}
	return r
}

// joints writes the lines that join what stands in each row, in its colour: one series whose line breaks between the rows.
func (g *native) joints(from, to, place *column) {
	width := 0.8 * max(g.largest(0), g.largest(1))
	x := g.book.add(column{head: "Line, x", format: from.format, cells: make([]figure, 3*len(g.rows)-1)})
	y := g.book.add(column{head: "Line, row", cells: make([]figure, 3*len(g.rows)-1)})
	for row := range g.rows {
		at := itoa(row + 2)
		for k, c := range []*column{from, to} {
			if !g.datum(0, row).As().Join.None() {
				x.cells[3*row+k] = counted(c.cells[row].v, c.letter+at)
				y.cells[3*row+k] = counted(place.cells[row].v, place.letter+at)
			}
		}
	}
	usual := g.most(scene.Color{}, func(row int) scene.DataMark { return scene.DataMark{Color: g.datum(0, row).As().Join} })
	g.head(y)
	g.put(`<c:spPr>`)
	g.pen(scene.Stroke{Color: usual, Width: width})
	g.put(`</c:spPr>`)
	g.dot("circle", 1, usual, scene.Stroke{}) // some programs paint lines without markers above all markers
	for row := range g.rows {
		if color := g.datum(0, row).As().Join; !color.None() && color != usual {
			g.put(`<c:dPt><c:idx val="`, 3*row+1, `"/>`)
			g.dot("circle", 1, color, scene.Stroke{})
			g.put(`<c:bubble3D val="0"/><c:spPr>`)
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
	step := func(row int) string { return g.datum(0, row).As().Step }
	level := column{head: "Level"}
	end := make([]float64, rows)
	for row := range rows {
		at, before := itoa(row+2), itoa(row+1)
		v := value.cells[row].v
		if step(row) == "total" || row == 0 {
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
		if step(row) == "total" || row == 0 {
			base.cells = append(base.cells, figure{})
			continue
		}
		lo, hi := min(end[row-1], end[row]), max(end[row-1], end[row])
		base.cells = append(base.cells, counted(max(lo, 0)+min(hi, 0), "MAX(MIN(C"+before+",C"+at+"),0)+MIN(MAX(C"+before+",C"+at+"),0)"))
	}
	g.barHead("stacked")
	g.hidden(g.book.add(base))
	for _, kind := range []string{"total", "rise", "fall"} {
		g.stepSeries(kind, end, step, false)
	}
	for _, kind := range []string{"total", "rise", "fall"} {
		if below {
			g.stepSeries(kind, end, step, true)
		}
	}
	g.barFoot(100)
	g.stepLabels(value, end, step)
	g.levels()
	g.axes()
}

// stepSeries writes the totals, the rises or the falls as far as they stand above or below zero. Which is a rise the sheet says.
func (g *native) stepSeries(kind string, end []float64, step func(int) string, below bool) {
	col := column{head: map[string]string{"total": "Total", "rise": "Rise", "fall": "Fall"}[kind]}
	if below {
		col.head += " below zero"
	}
	var colors []scene.Color
	for row := range g.rows {
		at, before := itoa(row+2), itoa(row+1)
		total := step(row) == "total" || row == 0
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
	g.fills(colors[0], func(row int) scene.DataMark {
		if m := g.datum(0, row).As(); m.Step == kind {
			return m
		}
		return scene.DataMark{}
	})
	g.cells("cat", g.names)
	g.cells("val", c)
	g.put(`</c:ser>`)
}

// stepLabels writes the values above or below their bars: at a line that is not seen, whose labels are the cells of the values.
func (g *native) stepLabels(value *column, end []float64, step func(int) string) {
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
		if step(row) == "total" || row == 0 {
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
