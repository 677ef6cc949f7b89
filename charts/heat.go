package charts

import (
	"strconv"
	"strings"

	"roadshow/assets"
	"roadshow/internal/diag"
	"roadshow/scene"
)

func heatKind() Kind {
	return Kind{Name: "heat", Summary: "A table of numbers in colour", Columns: "{name, value, value …}", Wide: true,
		check: checkHeat, draw: drawHeat, colours: ownColours, floats: true, crowded: true, says: (*plot).absent,
		rows: func(r rowRoom) scene.Pt { return r.rows*26 + 37 }}
}

// drawHeat draws a table of numbers as cells of a ramp of six steps, the value printed in each.
func drawHeat(p *plot) {
	rows := len(p.n.cats)
	h := p.n.hull()
	lo, hi := h.spread()
	keyH := 1.9 * p.z.ticks.Size
	g := p.heatGrid(keyH)
	names, labels, width := g.names, g.heads, g.width
	p.pitch = g.pitch
	p.area = scene.Rect{X: p.frame.X + g.left, Y: p.frame.Y + g.top, W: p.frame.W - g.left, H: p.pitch * scene.Pt(rows)}
	p.aside(func() { p.heatKey(lo, hi) })
	table := p.heatTable(width, g.top-keyH+0.3*p.z.category.Size) // lines of office programs begin above their letters
	for k, l := range labels {
		p.inCell(&table.Head[0][k+1], func() {
			p.place(l, p.area.X+(scene.Pt(k)+0.5)*width-heatGap/2, p.area.Y-0.5*p.z.category.Size-l.h(), scene.Center)
		})
	}
	st := p.heatStyle(width - heatGap)
	var ramp [6]scene.Color
	for i, c := range p.look.Ramp {
		ramp[i] = lettered(p.look, c)
	}
	p.centers = make([]scene.Pt, rows)
	for i := range p.n.cats {
		p.centers[i] = p.area.Y + (scene.Pt(i)+0.5)*p.pitch - heatGap/2
		for k := range p.n.cols {
			c := p.n.cols[k].cells[i]
			r := scene.Rect{X: p.area.X + scene.Pt(k)*width, Y: p.area.Y + scene.Pt(i)*p.pitch, W: width - heatGap, H: p.pitch - heatGap}
			color := ramp[0]
			switch {
			case c.missing: // blank: a grid of "n/a" would outshout the numbers
				fillRect(&p.marks, r, p.look.Surface)
			default:
				color = ramp[rampStep(c.point(), lo, hi)]
				fillRect(&p.marks, r, color)
				switch {
				case !c.exact():
					p.hatch(&p.marks, r, p.look.Background, 5, 0.5, false)
				case p.ahead(k, i): // the colour tells the value: what is expected is hatched upon it
					p.hatch(&p.marks, r, assets.Mix(p.look.On(color), color, 0.3), 4, 0.6, false)
				}
			}
			cell := &table.Rows[i][k+1]
			if cell.Fill = color; c.missing {
				cell.Fill = p.look.Surface
			}
			p.solid = append(p.solid, r)
			a := anchor{series: k, cat: i, tip: scene.Point{X: r.X + r.W/2, Y: r.Y}, box: r}
			style := st.With(p.look.On(color))
			if w := p.width(p.markText(k, i), style); !c.missing && st.Size > 0 && w+4.5 <= r.W && 0.95*st.Size <= r.H {
				p.inCell(cell, func() {
					a.tag = p.say(p.markText(k, i), style, r.X+r.W/2, r.Y+r.H/2+0.35*style.Size, scene.Center)
				})
				if !c.exact() || p.ahead(k, i) {
					p.plate(a.tag, color)
				}
			}
			p.anchors = append(p.anchors, a)
		}
	}
	for i := range names.labels {
		p.inCell(&table.Rows[i][0], func() { p.drawRow(names, i, p.pitch-heatGap) })
	}
	if p.allKnown() {
		n := p.native(scene.Cells)
		n.Box, n.Grid = p.area, table
	}
	p.chart.Axes = append(p.chart.Axes, scene.Axis{Name: "color", Min: lo, Max: hi})
}

// allKnown says that every cell is blank or a number of which all is known and has happened: the cells of office tables have no hatching.
func (p *plot) allKnown() bool {
	for k := range p.n.cols {
		for i, c := range p.n.cols[k].cells {
			if !c.missing && (!c.exact() || p.ahead(k, i)) {
				return false
			}
		}
	}
	return true
}

// heatTable is the table that office programs have for the cells, as yet without words and fills. What stands between cells is their rim.
func (p *plot) heatTable(width, head scene.Pt) *scene.Table {
	rows, cols := len(p.n.cats), len(p.n.cols)
	left, top := p.area.X-heatGap/2, p.area.Y-heatGap/2
	right, bottom := left+scene.Pt(cols)*width, top+scene.Pt(rows)*p.pitch
	t := &scene.Table{Columns: []scene.Column{{X: p.frame.X, W: left - p.frame.X}}}
	rule := func(x1, y1, x2, y2 scene.Pt) {
		t.Rules = append(t.Rules, scene.Shape{Path: scene.LinePath(scene.Point{X: x1, Y: y1}, scene.Point{X: x2, Y: y2}), Stroke: scene.Stroke{Color: p.look.Background, Width: heatGap}})
	}
	for k := range cols {
		t.Columns = append(t.Columns, scene.Column{X: left + scene.Pt(k)*width, W: width})
	}
	for k := range cols + 1 {
		rule(left+scene.Pt(k)*width, top, left+scene.Pt(k)*width, bottom)
	}
	line := func(y, h scene.Pt) []scene.Cell {
		cells := make([]scene.Cell, cols+1)
		for k, col := range t.Columns {
			cells[k].Text = scene.Text{Role: scene.RoleCell, Frame: scene.Rect{X: col.X, Y: y, W: col.W, H: h}}
			cells[k].Header = k == 0
		}
		return cells
	}
	t.Head = [][]scene.Cell{line(p.area.Y-head, head-heatGap/2)}
	for i := range rows {
		t.Rows = append(t.Rows, line(top+scene.Pt(i)*p.pitch, p.pitch))
		rule(left, top+scene.Pt(i)*p.pitch, right, top+scene.Pt(i)*p.pitch)
	}
	rule(left, bottom, right, bottom)
	t.Frame = scene.Rect{X: p.frame.X, Y: p.area.Y - head, W: right - p.frame.X, H: bottom - p.area.Y + head}
	return t
}

// inCell prints words, if any, and gives them to the cell that they stand in.
func (p *plot) inCell(c *scene.Cell, put func()) {
	from := len(p.words)
	put()
	if len(p.words) == from {
		return
	}
	if t, ok := p.words[from].(*scene.Text); ok {
		frame := c.Text.Frame
		c.Text = *t
		c.Text.Role, c.Text.Frame = scene.RoleCell, frame
	}
}

// heatGap stands between the cells of a heat table.
const heatGap = 1.5

// heatGrid is where a heat table has its names and cells.
type heatGrid struct {
	names        rowSet
	heads        []lines
	left, top    scene.Pt // what the names of rows, and key and heads, take of the frame
	width, pitch scene.Pt // of a cell with the gap after it
}

// heatGrid sets the names of rows, then the columns' heads in what is left. Heads of more lines than expected leave lower
// rows, for which the names are set once more.
func (p *plot) heatGrid(keyH scene.Pt) heatGrid {
	rows := len(p.n.cats)
	most := scene.Pt(26)
	if !p.z.doc {
		most = max(40, 58-3*scene.Pt(rows))
	}
	pitch := min((p.frame.H-keyH-2.4*p.z.category.Size)/scene.Pt(max(rows, 1)), most)
	l := p.l
	defer func() { p.l = l }()
	for {
		own := diag.List{}
		p.l, p.pitch = &own, pitch
		g := p.heatGridOf(pitch, keyH)
		g.pitch = min((p.frame.H-g.top)/scene.Pt(max(rows, 1)), most)
		if g.pitch >= pitch || g.names.highest() <= g.pitch-1 || own.Failed(false) {
			l.Merge(&own)
			return g
		}
		pitch = g.pitch
	}
}

// heatGridOf sets the names for rows of a pitch.
func (p *plot) heatGridOf(pitch, keyH scene.Pt) (g heatGrid) {
	g.names = p.fitRows(p.catNames(1e6), pitch, 0, scene.Left)
	if g.names.over > 0 { // names above a row of cells would part the table
		g.names = p.besideRows(pitch)
	}
	g.left = g.names.w + 2
	cols := len(p.n.cols)
	g.width = (p.frame.W - g.left + heatGap) / scene.Pt(max(cols, 1))
	names := make([]string, cols)
	for k := range names {
		names[k] = p.columnName(k)
	}
	heads, ok := p.fitHeads(names, g.width)
	if !ok {
		p.l.Error(p.spec.At, "E-FIT", "shorten the columns' names, or draw fewer", "%d column names do not fit cells of %.0f pt", cols, float64(g.width))
		heads = nil
	}
	g.heads = heads
	for _, l := range heads {
		g.top = max(g.top, l.h())
	}
	g.top += keyH + 0.5*p.z.category.Size
	return g
}

// rampStep is the sixth of the domain that holds v.
func rampStep(v, lo, hi float64) int {
	if !(hi > lo) {
		return 2
	}
	return min(max(int((v-lo)/(hi-lo)*6), 0), 5)
}

// besideRows sets row names beside the cells whatever their length.
func (p *plot) besideRows(pitch scene.Pt) rowSet {
	r := rowSet{align: scene.Left}
	for _, st := range []scene.Style{p.z.category, condensed(p.z.category), condensed(p.z.category).At(p.z.least, p.z.least*1.15)} {
		r.labels, r.w = nil, 0
		fits := true
		for _, n := range p.catNames(1e6) {
			l := p.wrap(n, st, p.frame.W*0.4, scene.Left)
			r.labels = append(r.labels, l)
			r.w = max(r.w, l.w)
			fits = fits && l.h() <= pitch-1 && p.wordWidth(n, st) <= p.frame.W*0.4
		}
		r.w += 8
		if fits {
			return r
		}
	}
	p.l.Error(p.spec.At, "E-FIT", "shorten the rows' names, or draw fewer", "the row names do not fit rows of %.0f pt", float64(pitch))
	return r
}

// fitHeads sets column names above cells: one line, two, then condensed.
func (p *plot) fitHeads(names []string, width scene.Pt) ([]lines, bool) {
	var out []lines
	for _, st := range []scene.Style{p.z.category, condensed(p.z.category), condensed(p.z.category).At(p.z.least, p.z.least*1.2)} {
		for _, most := range []int{1, 2, 3} {
			out = out[:0]
			ok := true
			for _, n := range names {
				l := p.wrap(n, st, width-apart, scene.Center)
				out = append(out, l)
				ok = ok && l.count() <= most && l.w <= width-apart && (most == 1 || p.wordWidth(n, st) <= width-apart)
			}
			if ok {
				return out, true
			}
		}
	}
	return out, false
}

// heatStyle is the largest label that fits every cell; Size 0 when none does.
func (p *plot) heatStyle(room scene.Pt) scene.Style {
	for _, st := range []scene.Style{p.z.data[2], p.z.data[3], condensed(p.z.data[3]), condensed(p.z.data[3]).At(max(p.z.least, 7.6), 10)} {
		fits := 0.95*st.Size <= p.pitch-1.5
		for k := range p.n.cols {
			for i := range p.n.cats {
				fits = fits && (p.n.cols[k].cells[i].missing || p.width(p.markText(k, i), st)+4.5 <= room)
			}
		}
		if fits {
			return st.In(map[scene.Font]scene.Font{scene.SansSemiBold: scene.SansMedium, scene.CondSemiBold: scene.CondMedium}[st.Font])
		}
	}
	return scene.Style{}
}

// heatKey prints the ramp with its ends.
func (p *plot) heatKey(lo, hi float64) {
	st := p.z.ticks
	var low, high string
	for _, c := range p.n.cols {
		for _, v := range c.cells {
			if v.missing {
				continue
			}
			if low == "" && v.point() == lo {
				low = v.text
			}
			if high == "" && v.point() == hi {
				high = v.text
			}
		}
	}
	if low == "" {
		low = p.tickText(lo, p.n.places)
	}
	if high == "" {
		high = p.tickText(hi, p.n.places)
	}
	// The ramp shrinks with the frame; in a very narrow one the printed values must do.
	swatch := min((p.area.W-p.width(low, st)-p.width(high, st)-2*apart)/6-1, 16)
	if swatch < 4 {
		return
	}
	base := p.frame.Y + 0.75*st.Size
	r := p.say(low, st, p.area.X, base, scene.Left)
	x := r.Right() + 6
	for s := range 6 {
		fillRect(&p.marks, scene.Rect{X: x, Y: base - 0.7*st.Size, W: swatch, H: 0.75 * st.Size}, lettered(p.look, p.look.Ramp[s]))
		p.solid = append(p.solid, scene.Rect{X: x, Y: base - 0.7*st.Size, W: swatch, H: 0.75 * st.Size})
		x += swatch + 1
	}
	p.say(high, st, x+5, base, scene.Left)
}

// absent names the blank cells for those who cannot see the table, or counts them where they are many.
func (p *plot) absent() string {
	var names []string
	for i, row := range p.n.cats {
		for _, c := range p.n.cols {
			if c.cells[i].missing {
				names = append(names, p.spec.lang().category(row)+p.spec.lang().comma()+c.name+" "+c.cells[i].text)
			}
		}
	}
	if len(names) > 3 {
		return with(p.spec.lang().words().Absent, strconv.Itoa(len(names)), strconv.Itoa(len(p.n.cats)*len(p.n.cols)))
	}
	return strings.Join(names, p.spec.lang().semicolon())
}

func checkHeat(c *check) {
	for _, col := range c.n.cols {
		for i := range col.cells {
			if v := &col.cells[i]; v.blank { // no text stands in the cell; the data table says what that means
				v.text = c.Format.Absent()
			}
		}
	}
	c.noLog("leave scale out", "the steps of a heat table are even")
	if len(c.n.cols) < 2 || len(c.n.cats) < 2 {
		c.l.Warn(c.place("kind"), "W-CHART", "use bar", "a heat table needs two rows and two columns")
	}
	if len(c.n.cols) > 12 || len(c.n.cats) > 12 {
		c.l.Warn(c.place("kind"), "W-CHART", "use dot, or fewer rows and columns", "%d × %d cells are more than 12 × 12", len(c.n.cats), len(c.n.cols))
	}
}
