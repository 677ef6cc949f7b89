package pptx

import (
	"fmt"
	"math"
	"unicode/utf8"

	"roadshow/scene"
)

// grid is a table as office programs hold it: columns and rows that meet.
type grid struct {
	x, y  []scene.Pt // edges of columns and rows
	rows  [][]*scene.Cell
	lines map[edge]scene.Stroke
	rest  []scene.Item // rules that are no edge of a cell
}

// edge is one side of one cell.
type edge struct {
	row, col int
	side     byte // L, R, T, B
}

// table writes a table, then what is drawn in its cells.
func (s *slide) table(t *scene.Table) error {
	g, ok := gridOf(t)
	if !ok {
		return fmt.Errorf("the table has neither columns nor rows")
	}
	ph := ""
	if s.inner == 0 {
		ph, _ = s.hold("tbl", "", g.box(), "")
	}
	s.grid(g, t, s.named("table", t.ID), t.Alt, ph)
	if err := s.items(g.rest); err != nil {
		return err
	}
	return s.marks(t)
}

// cells writes a chart that is a table to office programs, and beside it what explains it.
func (s *slide) cells(c *scene.Chart) error {
	g, ok := gridOf(c.Plot.Grid)
	if !ok {
		return fmt.Errorf("its table has neither columns nor rows")
	}
	if err := s.items(c.Plot.Under); err != nil {
		return err
	}
	s.grid(g, c.Plot.Grid, s.named("chart", c.ID), c.Alt, "")
	return s.within(s.named("key", c.ID), "", false, c.Plot.Over)
}

func (g *grid) box() scene.Rect {
	return scene.Rect{X: g.x[0], Y: g.y[0], W: g.x[len(g.x)-1] - g.x[0], H: g.y[len(g.y)-1] - g.y[0]}
}

// grid writes the frame of a table with its cells.
func (s *slide) grid(g *grid, t *scene.Table, name, alt, ph string) {
	s.put(`<p:graphicFrame><p:nvGraphicFramePr>`)
	s.identity(name, alt, "")
	s.put(`<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr>`, ph, `</p:nvPr></p:nvGraphicFramePr>`)
	s.xfrm("p:xfrm", g.box(), "")
	s.put(`<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr`)
	if len(t.Head) > 0 {
		s.put(` firstRow="1"`)
	}
	if len(t.Rows) > 0 && len(t.Rows[0]) > 0 && t.Rows[0][0].Header {
		s.put(` firstCol="1"`)
	}
	s.put(`><a:tableStyleId>{2D5ABB26-0587-4C30-8999-92F81FD0307C}</a:tableStyleId></a:tblPr><a:tblGrid>`)
	for i := range len(g.x) - 1 {
		s.put(`<a:gridCol w="`, emu(g.x[i+1]-g.x[i]), `"/>`)
	}
	s.put(`</a:tblGrid>`)
	for r, row := range g.rows {
		s.put(`<a:tr h="`, emu(g.y[r+1]-g.y[r]), `">`)
		for c := 0; c < len(g.x)-1; {
			span := 1
			if cell := row[c]; cell != nil {
				span = max(1, min(cell.Span, len(g.x)-1-c))
			}
			s.cell(g, r, c, span)
			for range span - 1 {
				s.put(`<a:tc hMerge="1">`, emptyCell, `<a:tcPr/></a:tc>`)
			}
			c += span
		}
		s.put(`</a:tr>`)
	}
	s.put(`</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`)
}

const emptyCell = `<a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-US" sz="400"/></a:p></a:txBody>`

// marks writes what is drawn in the cells, above the table: its cells hold words only.
func (s *slide) marks(t *scene.Table) (err error) {
	t.EachCell(func(c *scene.Cell) {
		if len(c.Marks) > 0 && err == nil {
			alt, said := c.Text.Expand, false
			scene.Walk(c.Marks, func(it scene.Item) {
				sh, ok := it.(*scene.Shape)
				said = said || ok && sh.Alt != ""
			})
			if said { // by the mark itself
				alt = ""
			}
			err = s.within(s.named("mark", c.Text.ID), alt, alt == "" && !said, c.Marks)
		}
	})
	return err
}

// cell writes the words of one cell, at their place in it.
func (s *slide) cell(g *grid, r, c, span int) {
	s.put(`<a:tc`)
	if span > 1 {
		s.put(` gridSpan="`, span, `"`)
	}
	s.put(`>`)
	cell := g.rows[r][c]
	frame := scene.Rect{X: g.x[c], Y: g.y[r], W: g.x[c+span] - g.x[c], H: g.y[r+1] - g.y[r]}
	box := scene.Rect{X: frame.X, Y: frame.Y, W: frame.W}
	if cell == nil {
		s.put(emptyCell)
	} else if paras := parasOf(&cell.Text); len(paras) == 0 {
		s.put(emptyCell)
	} else {
		box = s.inCell(&cell.Text, paras, frame)
		s.put(`<a:txBody><a:bodyPr/><a:lstStyle/>`)
		s.paras(&cell.Text, paras, box.X, false)
		s.put(`</a:txBody>`)
	}
	s.put(`<a:tcPr marL="`, emu(max(0, box.X-frame.X)), `" marR="`, emu(max(0, frame.Right()-box.Right())), `" marT="`, emu(max(0, box.Y-frame.Y)), `" marB="0">`)
	for _, side := range [4]byte{'L', 'R', 'T', 'B'} {
		col := c
		if side == 'R' {
			col = c + span - 1
		}
		if pen, ok := g.lines[edge{r, col, side}]; ok {
			s.line("ln"+string(side), pen)
		}
	}
	if cell != nil && !cell.Fill.None() {
		s.fill(cell.Fill)
	} else {
		s.put(`<a:noFill/>`)
	}
	s.put(`</a:tcPr></a:tc>`)
}

// inCell is where the words of a cell stand: as wide as breaks them, on the side that they are aligned to.
func (s *slide) inCell(t *scene.Text, paras []para, frame scene.Rect) scene.Rect {
	box, wrap := s.boxOf(t, paras)
	if wrap == "none" {
		// Cells break what does not fit: a line takes the room that the cell has on its free side.
		switch t.Align {
		case scene.Left:
			box.W = frame.Right() - box.X
		case scene.Right:
			box.X, box.W = frame.X, box.Right()-frame.X
		case scene.Center:
			half := min(box.X+box.W/2-frame.X, frame.Right()-box.X-box.W/2)
			box.X, box.W = box.X+box.W/2-half, 2*half
		}
		tighten(t, paras, box)
	}
	return box
}

// tighten sets a line closer that would have no room in its box with what some programs put between Chinese and other characters.
func tighten(t *scene.Text, paras []para, box scene.Rect) {
	_, wide, _ := measure(t, paras, box.X)
	gaps, chars := spaced(paras), 0
	for _, r := range paras[0].runs {
		chars += utf8.RuneCountInString(r.Text)
	}
	if short := wide + gaps + 1 - box.W; gaps > 0 && short > 0 {
		for i := range paras[0].runs {
			paras[0].runs[i].Tracking -= short / scene.Pt(chars)
		}
	}
}

// gridOf finds columns, rows and lines of a table.
func gridOf(t *scene.Table) (*grid, bool) {
	g := &grid{lines: map[edge]scene.Stroke{}}
	rows := append(append([][]scene.Cell(nil), t.Head...), t.Rows...)
	if len(t.Columns) == 0 || len(rows) == 0 {
		return nil, false
	}
	for _, c := range t.Columns {
		g.x = append(g.x, c.X)
	}
	last := t.Columns[len(t.Columns)-1]
	g.x = append(g.x, last.X+last.W)
	bottom := scene.Pt(0)
	for _, row := range rows {
		cells, at := make([]*scene.Cell, len(t.Columns)), 0
		top := scene.Pt(math.Inf(1))
		for i := range row {
			if at < len(cells) {
				cells[at] = &row[i]
			}
			at += row[i].Covers()
			top, bottom = min(top, row[i].Text.Frame.Y), max(bottom, row[i].Text.Frame.Bottom())
		}
		if len(row) == 0 {
			continue
		}
		g.rows, g.y = append(g.rows, cells), append(g.y, top)
	}
	g.y = append(g.y, bottom)
	for i := range t.Rules {
		if !g.rule(&t.Rules[i]) {
			g.rest = append(g.rest, &t.Rules[i])
		}
	}
	g.trim(t)
	return g, len(g.rows) > 0
}

// ruleSlack is how far a rule may stand from an edge that it is meant for: a rule of two points stands beside it.
const ruleSlack = 1.6

// rule makes a rule the edges of the cells that it runs along.
func (g *grid) rule(sh *scene.Shape) bool {
	if formOf(sh.Path).preset != "line" || !sh.Fill.Color.None() {
		return false
	}
	box, found := sh.Path.Bounds(), false
	along := func(a, b, from, to scene.Pt) bool { return min(b, to)-max(a, from) > (b-a)/2 }
	at := func(edges []scene.Pt, v scene.Pt) int {
		for i, e := range edges {
			if math.Abs(float64(e-v)) < ruleSlack {
				return i
			}
		}
		return -1
	}
	if same(box.H, 0) {
		if r := at(g.y, box.Y); r >= 0 {
			for c := range len(g.x) - 1 {
				if along(g.x[c], g.x[c+1], box.X, box.Right()) {
					found = true
					g.lines[edge{r, c, 'T'}], g.lines[edge{r - 1, c, 'B'}] = sh.Stroke, sh.Stroke
				}
			}
		}
	} else if same(box.W, 0) {
		if c := at(g.x, box.X); c >= 0 {
			for r := range len(g.y) - 1 {
				if along(g.y[r], g.y[r+1], box.Y, box.Bottom()) {
					found = true
					g.lines[edge{r, c, 'L'}], g.lines[edge{r, c - 1, 'R'}] = sh.Stroke, sh.Stroke
				}
			}
		}
	}
	return found
}

// trim ends the table where its rules end: the cells' padding beyond them is seen only where one is filled.
func (g *grid) trim(t *scene.Table) {
	left, right := scene.Pt(math.Inf(1)), scene.Pt(math.Inf(-1))
	for i := range t.Rules {
		if box := t.Rules[i].Path.Bounds(); same(box.H, 0) {
			left, right = min(left, box.X), max(right, box.Right())
		}
	}
	for _, row := range g.rows {
		for c, cell := range row {
			if cell != nil && !cell.Fill.None() && (c == 0 || c+cell.Covers() == len(row)) {
				return
			}
		}
	}
	if left > g.x[0] && left < g.x[1] {
		g.x[0] = left
	}
	if n := len(g.x) - 1; right < g.x[n] && right > g.x[n-1] {
		g.x[n] = right
	}
}
