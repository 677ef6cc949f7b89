package page

import (
	"sort"

	"roadshow/briefing"
	"roadshow/internal/diag"
	"roadshow/scene"
	"roadshow/typeset"
)

// CellPad is the space inside a cell on either side of its words. The first and the last column reach so much beyond the
// text's edges, so that words stay aligned with the page while fills have room.
const CellPad scene.Pt = 6

// CellGrid is a table before it is cut into pages: its columns, and rows of cells that are set but have no place yet.
type CellGrid struct {
	K     *Composer
	B     *briefing.Block
	Alt   string
	Width scene.Pt // of the exhibit; the grid reaches cellPad beyond it on either side
	cols  []scene.Column
	Head  GridRow
	Rows  []GridRow
	Top   bool // heads stand on the line of the first words, not on the last
}

// GridRow is one row of cells.
type GridRow struct {
	Cells []GridCell
	At    diag.Span
	H     scene.Pt // 0: from its words
	Fill  scene.Color
	Total bool // a rule of 1 pt above
}

// GridCell is one cell: words, a drawing, or both.
type GridCell struct {
	Words  typeset.Block
	Style  scene.Style
	Header bool
	inset  scene.Pt // words end so much before the column's edge: numbers aligned on their decimal point
	shift  scene.Pt // words begin so much behind the column's edge: beside a mark
	Drop   scene.Pt // words stand so much lower: on the baseline of the row's largest words
	Fill   scene.Color
	Expand string
	// Mark draws in the cell's inner frame; base is the baseline of the first line of words.
	Mark func(inner scene.Rect, base scene.Pt) []scene.Item
}

// Columns gives the grid columns of the widths, words' widths without padding.
func (g *CellGrid) Columns(widths []scene.Pt, align []scene.Align) {
	x := -CellPad
	g.cols = make([]scene.Column, len(widths))
	for i, w := range widths {
		g.cols[i] = scene.Column{X: x, W: w + 2*CellPad, Align: align[i]}
		x += w + 2*CellPad
	}
}

// Room is the width of words in a column.
func (g *CellGrid) Room(col int) scene.Pt { return g.cols[col].W - 2*CellPad }

const (
	rowAir  scene.Pt = 5 // of a row, above and below its lines together
	headAir scene.Pt = 6
)

// Set puts words into a cell of a column.
func (g *CellGrid) Set(spans []scene.Span, col int, inset, shift scene.Pt) GridCell {
	c := GridCell{inset: inset, shift: shift}
	if len(spans) == 0 {
		return c
	}
	c.Style = spans[0].Style
	c.Words = g.K.Fonts.Set(spans, typeset.Options{Width: g.Room(col) - inset - shift, Break: typeset.Balanced, Align: g.cols[col].Align, Hyphenate: true})
	return c
}

// Box is the grid within an exhibit, as rows that may continue on the next page. Data files have thousands of rows: a part
// knows its height from sums, and nothing is set twice.
func (g *CellGrid) Box(e *Exhibit, before ...*Box) *Box {
	p := gridPart{g: g, e: e, before: before, to: len(g.Rows), parts: &Parts{}, foot: e.foot(), sums: []scene.Pt{0}}
	for i := range g.Rows {
		row := g.Row(&g.Rows[i], i)
		p.rows = append(p.rows, row)
		p.sums = append(p.sums, p.sums[i]+row.H)
	}
	p.least = min(2, max(1, len(p.rows)/2))
	p.heads = [2]scene.Pt{p.above(0).H, p.above(1).H}
	box := p.box()
	e.flow(box)
	if box.H <= keptWhole {
		box.Fix()
	}
	return box
}

// gridPart is the rows of a grid that stand on one page.
type gridPart struct {
	g        *CellGrid
	e        *Exhibit
	rows     []*Box
	sums     []scene.Pt  // heights of all rows before each
	heads    [2]scene.Pt // height of what stands above the first part's rows, and above a later one's
	foot     *Box
	before   []*Box // above the first part's head
	from, to int
	part     int
	parts    *Parts
	least    int // rows on either side of a break
}

// above is the caption, what comes before the table, and its head.
func (p gridPart) above(part int) *Box {
	boxes := []*Box{p.e.caption(part, p.parts)}
	if part == 0 {
		boxes = append(boxes, p.before...)
	}
	return Stack(append(boxes, p.g.Header(part, p.parts))...)
}

// height is that of a part with n rows.
func (p gridPart) height(n int) scene.Pt {
	return p.heads[min(p.part, 1)] + p.sums[p.from+n] - p.sums[p.from] + p.foot.Before + p.foot.H
}

func (p gridPart) box() *Box {
	n := p.to - p.from
	box := &Box{H: p.height(n), Parts: p.parts, Min: p.height(min(n, p.least)) - p.foot.Before - p.foot.H}
	box.Draw = func(c *Canvas, x, y scene.Pt) {
		c.Group(p.e.group(p.part), func(c *Canvas) {
			above := p.above(p.part)
			above.Draw(c, x, y)
			y += above.H
			for _, r := range p.rows[p.from:p.to] {
				r.Draw(c, x, y)
				y += r.H
			}
			p.foot.Draw(c, x, y+p.foot.Before)
		})
	}
	box.Split = func(avail scene.Pt) (*Box, *Box) {
		if box.H <= avail {
			return box, nil
		}
		fit := sort.Search(n, func(i int) bool { return p.height(i+1) > avail })
		if fit = min(fit, n-p.least); fit < p.least {
			return nil, box
		}
		head, tail := p, p
		head.to, tail.from, tail.part = p.from+fit, p.from+fit, p.part+1
		first, rest := head.box(), tail.box()
		copyFlow(first, box)
		copyFlow(rest, box)
		rest.Side = nil
		return first, rest
	}
	return box
}

// keptWhole is the height up to which a table is not divided: it waits for the next page instead, and text goes before it.
const keptWhole scene.Pt = 280

// Header draws the head row and begins the table that the rows below it join.
func (g *CellGrid) Header(part int, of *Parts) *Box {
	h := scene.Pt(2)
	for _, c := range g.Head.Cells {
		h = max(h, c.Words.Height+headAir)
	}
	box := &Box{H: h, KeepNext: true}
	box.Draw = func(c *Canvas, x, y scene.Pt) {
		t := &scene.Table{ID: g.B.ID + "/table", Title: g.B.Title.String(), Alt: g.Alt, Part: [2]int{part + 1, of.Total},
			Frame: scene.Rect{X: x - CellPad, Y: y, W: g.Width + 2*CellPad, H: h}}
		for _, col := range g.cols {
			col.X += x
			t.Columns = append(t.Columns, col)
		}
		id := g.B.ID + "/head"
		if part > 0 {
			id += "@" + Itoa(part+1) + "." // the point parts a part's number from its column's
		}
		if len(g.Head.Cells) > 0 {
			var row []scene.Cell
			for i, cell := range g.Head.Cells {
				cell.Header = true
				top := y + h - cell.Words.Height - headAir + 1
				if g.Top {
					top = y + 1
				}
				row = append(row, g.place(t, cell, i, top, scene.Rect{X: t.Columns[i].X, Y: y, W: t.Columns[i].W, H: h}, id+Itoa(i+1)))
			}
			t.Head = append(t.Head, row)
		}
		t.Rules = append(t.Rules, *Rule(x, y+h, g.Width, 1, g.K.Look.RuleStrong))
		c.Add(t)
	}
	return box
}

// Row is one row of the body as a box. It joins the table that the header before it began.
func (g *CellGrid) Row(r *GridRow, n int) *Box { return g.row(r, n, 1) }

// row is a row at a multiple of its height.
func (g *CellGrid) row(r *GridRow, n int, factor scene.Pt) *Box {
	air := max(rowAir, r.H-g.K.St.TableText.Leading)
	h := r.H
	for _, c := range r.Cells {
		h = max(h, c.Words.Height+max(0, c.Drop)+air)
	}
	air += h * (factor - 1)
	h *= factor
	box := &Box{H: h, At: r.At, Plot: h, Stretch: listAir}
	box.Flex = func(f scene.Pt) *Box { return g.row(r, n, factor*f) }
	box.Draw = func(c *Canvas, x, y scene.Pt) {
		t := openTable(c)
		if r.Total {
			t.Rules = append(t.Rules, *Rule(x, y, g.Width, 1, g.K.Look.RuleStrong))
		}
		t.Rules = append(t.Rules, *Rule(x, y+h, g.Width, 0.5, g.K.Look.Rule))
		if !r.Fill.None() { // the fill alone is too pale to be seen from afar
			edge := x - CellPad + 1
			t.Rules = append(t.Rules, scene.Shape{Path: scene.LinePath(scene.Point{X: edge, Y: y}, scene.Point{X: edge, Y: y + h}),
				Stroke: scene.Stroke{Color: g.K.Look.Accent, Width: 2}})
		}
		var row []scene.Cell
		for i, cell := range r.Cells {
			if cell.Fill.None() {
				cell.Fill = r.Fill
			}
			frame := scene.Rect{X: t.Columns[i].X, Y: y, W: t.Columns[i].W, H: h}
			row = append(row, g.place(t, cell, i, y+air/2, frame, g.B.ID+"/"+Itoa(n+1)+"."+Itoa(i+1)))
		}
		t.Rows = append(t.Rows, row)
		t.Frame.H = y + h - t.Frame.Y
	}
	return box
}

// place gives a cell its place on the page; top is where its lines begin.
func (g *CellGrid) place(t *scene.Table, c GridCell, col int, top scene.Pt, frame scene.Rect, id string) scene.Cell {
	out := scene.Cell{Header: c.Header, Fill: c.Fill}
	st := c.Style
	if st.Size == 0 {
		st = g.K.St.TableText
	}
	first := top + Base(st) + c.Drop
	if len(c.Words.Lines) > 0 {
		out.Text = *c.Words.Text(id, scene.RoleCell, frame.X+CellPad+c.shift, first)
	} else {
		out.Text = scene.Text{ID: id, Role: scene.RoleCell}
	}
	out.Text.Frame, out.Text.Align, out.Text.Expand = frame, t.Columns[col].Align, c.Expand
	if c.Mark != nil {
		out.Marks = c.Mark(scene.Rect{X: frame.X + CellPad, Y: frame.Y, W: frame.W - 2*CellPad, H: frame.H}, first)
	}
	return out
}

// openTable is the table that the canvas began last.
func openTable(c *Canvas) *scene.Table {
	for i := len(c.Items) - 1; i >= 0; i-- {
		if t, ok := c.Items[i].(*scene.Table); ok {
			return t
		}
	}
	t := &scene.Table{}
	c.Add(t)
	return t
}

// Drawn is how much of a line the words of a block take: the widest of its lines.
func Drawn(b typeset.Block) scene.Pt {
	var w scene.Pt
	for _, l := range b.Lines {
		w = max(w, l.Right()-l.X())
	}
	return w
}
