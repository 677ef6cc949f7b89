package layouts

import (
	"roadshow/briefing"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
	"slices"
)

// splitDrawing draws a pool: columns as wide as their part of it, cells as high as their share, the computed total apart.
type splitDrawing struct {
	k     *page.Composer
	b     *briefing.Block
	s     *split
	width scene.Pt
}

const (
	splitHeight scene.Pt = 200
	splitGap    scene.Pt = 3   // between columns
	cellGap     scene.Pt = 1.5 // between cells
	totalW      scene.Pt = 40
	totalGap    scene.Pt = 22
	narrow      scene.Pt = 26 // a column below this has its name above, on a leader
	cellInset   scene.Pt = 6
)

// column is one segment on the page, from the drawing's left edge.
type splitColumn struct {
	x, w scene.Pt
	name typeset.Block
	up   int      // row of a name that stands above; 0: below its column
	at   scene.Pt // its left edge
}

// box is the drawing with its labels.
func (d *splitDrawing) box(alt string, factor scene.Pt) *page.Box {
	cols, rows := d.columns()
	named := d.s.namesColumn(func(i, j int) bool {
		g, k, w := d.s.segments[i], d.k, cols[i].w
		st, ok := d.numberStyle(w, splitHeight*factor*scene.Pt(g.shares[j])/100-cellGap, g.texts[j])
		return ok && 2*cellInset+k.Fonts.Width(g.texts[j], st)+7+k.Fonts.Width(d.s.parties[j].name, k.St.Label) <= w
	})
	top := scene.Pt(2)
	if named < 0 {
		top += 16
	}
	top += scene.Pt(rows) * 12
	if d.s.sized {
		top += 13
	}
	var below scene.Pt
	for _, c := range cols {
		if c.up == 0 {
			below = max(below, c.name.Height)
		}
	}
	below = max(below, d.k.St.Label.Leading)
	h := splitHeight * factor
	box := &page.Box{H: top + h + 5 + below, Name: "a split of value", At: d.b.At}
	box.Draw = func(c *page.Canvas, x, y scene.Pt) {
		ch := &scene.Chart{ID: d.b.ID + "/chart", Kind: "mekko", Title: d.b.Title.String(), Unit: d.b.Words("unit"), Alt: alt,
			Frame: scene.Rect{X: x, Y: y, W: d.width, H: box.H}, Data: d.data()}
		in := &page.Canvas{Page: c.Page}
		if named < 0 {
			d.swatches(in, x, y)
		}
		d.draw(in, cols, scene.Rect{X: x, Y: y + top, W: d.width, H: h}, named)
		ch.Drawing = in.Items
		c.Add(ch)
	}
	box.Flex = func(f scene.Pt) *page.Box { return d.box(alt, f) }
	return box
}

// columns finds the places of the segments. Names that do not fit below a narrow column stand above it, as many rows up as
// they need to pass each other; rows says how many there are.
func (d *splitDrawing) columns() (cols []splitColumn, rows int) {
	k, n := d.k, len(d.s.segments)
	room := d.width - splitGap*scene.Pt(n-1)
	if d.s.sized {
		room -= totalW + totalGap
	}
	x := scene.Pt(0)
	for _, g := range d.s.segments {
		w := room / scene.Pt(n)
		if d.s.mekko {
			w = room * scene.Pt(g.size)
		}
		cols = append(cols, splitColumn{x: x, w: w})
		x += w + splitGap
	}
	// From right to left, so that a name stands above all names whose leaders it would cover.
	for i := n - 1; i >= 0; i-- {
		c := &cols[i]
		g := d.s.segments[i]
		c.name = k.Words(g.name, k.St.Label, c.w, typeset.Balanced)
		if c.w >= narrow && len(c.name.Lines) <= 2 && c.name.Width <= c.w+0.1 && (g.label == "" || k.Fonts.Width(g.label, k.St.SmallMuted) <= c.w) {
			continue
		}
		words := g.name
		if g.label != "" {
			words += ", " + g.label
		}
		c.name = k.Line(words, k.St.Label)
		c.at = min(c.x, d.width-c.name.Width)
		c.up = 1
		for _, right := range cols[i+1:] {
			if right.up > 0 && right.at < c.at+c.name.Width+6 {
				c.up = max(c.up, right.up+1)
			}
		}
		rows = max(rows, c.up)
	}
	return cols, rows
}

// numberStyle is the size of a share's number in a cell; ok is false where none fits.
func (d *splitDrawing) numberStyle(w, h scene.Pt, text string) (st scene.Style, ok bool) {
	k := d.k
	for _, try := range []struct {
		st   scene.Style
		w, h scene.Pt
	}{{k.St.LabelStrong.At(13, 16), 60, 26}, {k.St.LabelStrong.At(10.4, 13), 34, 17}, {k.St.LabelStrong, 16, 12}} {
		if w >= try.w && h >= try.h && k.Fonts.Width(text, try.st) <= w-4 {
			return try.st, true
		}
	}
	return k.St.LabelStrong, false
}

// namesColumn is the first column in whose cells all parties' names fit, -1 when there is none: fits says it of segment i and
// party j.
func (s *split) namesColumn(fits func(i, j int) bool) int {
	for i := range s.segments {
		all := true
		for j := range s.parties {
			all = all && fits(i, j)
		}
		if all {
			return i
		}
	}
	return -1
}

// swatches name the parties above the drawing where no column has room for their names.
func (d *splitDrawing) swatches(c *page.Canvas, x, y scene.Pt) {
	for j, p := range d.s.parties {
		c.Add(page.Fill(scene.Rect{X: x, Y: y + 1.5, W: 8, H: 8}, p.color))
		name := d.k.Line(p.name, d.k.St.Label)
		c.Add(name.Text(d.b.ID+"/party"+page.Itoa(j+1), scene.RoleLabel, x+12, y+9))
		x += 12 + name.Width + 16
	}
}

func (d *splitDrawing) draw(c *page.Canvas, cols []splitColumn, frame scene.Rect, named int) {
	k, s := d.k, d.s
	for i, g := range s.segments {
		col := cols[i]
		x := frame.X + col.x
		d.stack(c, scene.Rect{X: x, Y: frame.Y, W: col.w, H: frame.H}, g.shares, g.texts, "/"+page.Itoa(i+1), true, i == named)
		id := d.b.ID + "/segment" + page.Itoa(i+1)
		if col.up > 0 {
			base := frame.Y - 4 - 12*scene.Pt(col.up)
			if s.sized {
				base -= 2
			}
			c.Add(&scene.Shape{Path: scene.LinePath(scene.Point{X: x + min(col.w/2, 4), Y: base + 2.5}, scene.Point{X: x + min(col.w/2, 4), Y: frame.Y - 1}),
				Stroke: scene.Stroke{Color: k.Look.Text, Width: 0.5}})
			c.Add(col.name.Text(id, scene.RoleLabel, frame.X+col.at, base))
			continue
		}
		if g.label != "" {
			c.Add(k.Line(g.label, k.St.SmallMuted).Text(id+"/size", scene.RoleLabel, x, frame.Y-5))
		}
		c.Add(col.name.Text(id, scene.RoleLabel, x, frame.Bottom()+5+8))
	}
	last := cols[len(cols)-1]
	c.Add(page.Rule(frame.X, frame.Bottom()+0.9, last.x+last.w, 0.8, k.Look.RuleStrong))

	if !s.sized {
		return // without sizes nobody knows the total
	}
	right := frame.X + d.width - totalW
	whole := remainders(s.total, 100)
	texts := make([]string, len(whole))
	for j, v := range whole {
		texts[j] = page.Itoa(v)
	}
	d.stack(c, scene.Rect{X: right, Y: frame.Y, W: totalW, H: frame.H}, s.total, texts, "/total", false, false)
	c.Add(page.Rule(right-4, frame.Bottom()+0.9, totalW+4, 0.8, k.Look.RuleStrong))
	c.Add(k.Line(k.Diagrams().Total, k.St.LabelStrong).Text(d.b.ID+"/total", scene.RoleLabel, right, frame.Bottom()+5+8))
}

// stack draws one column from its top down. In the columns of the pool the largest share keeps its full colour and the
// others step back; the total keeps all.
func (d *splitDrawing) stack(c *page.Canvas, frame scene.Rect, shares []float64, texts []string, id string, tints, named bool) {
	k := d.k
	y := frame.Y
	for j, v := range shares {
		h := frame.H * scene.Pt(v) / 100
		cell := scene.Rect{X: frame.X, Y: y, W: frame.W, H: h}
		y += h
		if j < len(shares)-1 {
			cell.H -= cellGap
		}
		if cell.H <= 0.2 {
			continue
		}
		color := d.s.parties[j].color
		if tints && stepsBack(shares, j) {
			color = k.Look.Tint(color, 0.38)
		}
		c.Add(page.Fill(cell, color))
		st, ok := d.numberStyle(cell.W, cell.H, texts[j])
		if !ok {
			continue
		}
		st.Color = k.Look.On(color)
		base := cell.Y + min(cell.H/2+0.36*st.Size, cellInset+0.72*st.Size)
		if j == len(shares)-1 && j > 0 {
			base = cell.Bottom() - min(cell.H/2-0.36*st.Size, cellInset)
		}
		number := k.Line(texts[j], st)
		in := cellInset
		if !tints || cell.W < number.Width+2*cellInset {
			in = (cell.W - number.Width) / 2
		}
		c.Add(number.Text(d.b.ID+id+"."+page.Itoa(j+1), scene.RoleLabel, cell.X+in, base))
		if named {
			c.Add(k.Line(d.s.parties[j].name, k.St.Label.With(st.Color)).Text(d.b.ID+"/party"+page.Itoa(j+1), scene.RoleLabel, cell.X+in+number.Width+7, base))
		}
	}
}

// stepsBack says that a share is not the largest of its column. Equal ones have equal colours, in both media.
func stepsBack(shares []float64, j int) bool { return shares[j] < slices.Max(shares)-1e-9 }

// data are the numbers behind the drawing, the total as its last category.
func (d *splitDrawing) data() scene.Data {
	var out scene.Data
	for _, g := range d.s.segments {
		out.Categories = append(out.Categories, g.name)
	}
	if d.s.sized {
		out.Categories = append(out.Categories, d.k.Diagrams().Total)
	}
	for j, p := range d.s.parties {
		series := scene.Series{Name: p.name, Color: p.color}
		for _, g := range d.s.segments {
			series.Values = append(series.Values, scene.Datum{Low: g.shares[j], High: g.shares[j], Text: d.k.B.Format.Percent(g.texts[j])})
		}
		if total := d.s.total[j]; d.s.sized {
			series.Values = append(series.Values, scene.Datum{Low: total, High: total, Text: d.k.B.Format.Percent(page.Itoa(remainders(d.s.total, 100)[j]))})
		}
		out.Series = append(out.Series, series)
	}
	if d.s.sized {
		series := scene.Series{Name: d.k.Diagrams().Size, Role: "base"}
		for _, g := range d.s.segments {
			series.Values = append(series.Values, scene.Datum{Low: g.size * 100, High: g.size * 100, Text: g.label})
		}
		series.Values = append(series.Values, scene.Datum{Low: 100, High: 100, Text: "100%"})
		out.Series = append(out.Series, series)
	}
	return out
}
