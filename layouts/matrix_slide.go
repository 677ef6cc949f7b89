package layouts

import (
	"fmt"

	"roadshow/briefing"
	"roadshow/internal/diag"
	"roadshow/scene"
	"roadshow/typeset"
)

// matrixSlide is L16: criteria down, options across, the recommended option on a surface of its full height; more than six
// options change places with the criteria.
func matrixSlide(s *Slides, b *briefing.Block) {
	m := s.comparison(b)
	if m == nil {
		return
	}
	alt := altOf(s.diagrams().Matrix, b.Title.String())
	room := gridRoom("")
	var g *cellGrid
	for i, step := range matrixSteps {
		k := s.atStep(tableStep{step.words.size, step.words.leading, step.row})
		k.L = &diag.List{}
		if i == len(matrixSteps)-1 {
			k.L = s.L
		}
		g = s.matrixCells(k, b, m, alt, step)
		if i < len(matrixSteps)-1 && g.height() <= room && k.L.Len() == 0 {
			break
		}
	}
	s.gridSlides(b, s.exhibitSheet(b, alt), g, "")
}

// matrixStep is one size of a matrix.
type matrixStep struct {
	words  tableStep
	name   scene.Pt // size of the options' names
	row    scene.Pt
	radius scene.Pt // of a disc
}

var matrixSteps = [...]matrixStep{
	{tableStep{12, 16, 38}, 15.5, 38, 8},
	{tableStep{10.5, 14, 32}, 13, 32, 7},
	{tableStep{9.5, 12.5, 27}, 12, 27, 6},
}

// matrixCells sets the comparison as a grid.
func (s *Slides) matrixCells(k *Kit, b *briefing.Block, m *comparison, alt string, step matrixStep) *cellGrid {
	turned := len(m.options) > 6
	down, across := len(m.criteria), len(m.options)
	if turned {
		down, across = across, down
		if across > 9 {
			s.L.Error(b.PlaceOf("criteria"), "E-TABLE", "make two matrices", "%d criteria for more than 6 options: at most 9 can be read", across)
		}
	}
	g := &cellGrid{k: k, b: b, alt: alt, width: slideRight - slideLeft, top: true}
	const first = 190
	widths := []scene.Pt{first}
	for range across {
		widths = append(widths, (g.width-first-2*cellPad*scene.Pt(across))/scene.Pt(across))
	}
	g.columns(widths, make([]scene.Align, across+1))

	name := s.S.Lead.At(step.name, step.name+4)
	criterion := s.S.Label.At(min(step.words.size+0.5, 12), step.words.leading)
	if step.words.size < 10.5 {
		criterion = s.S.Label.At(10.5, 13)
	}
	option := func(i, col int) gridCell {
		o := m.options[i]
		paras := []scene.Para{{Spans: []scene.Span{{Text: o.Words("name"), Style: name}}}}
		if sub := o.Words("sub"); sub != "" {
			paras = append(paras, scene.Para{Spans: []scene.Span{{Text: sub, Style: s.S.Role}}})
		}
		cell := gridCell{style: name, words: s.Fonts.SetParas(paras, typeset.Options{Width: g.room(col), Break: typeset.Balanced})}
		if i == m.recommend {
			cell.fill, cell.expand = s.Look.Surface, o.Words("name")+", "+s.diagrams().Recommended
		}
		return cell
	}
	label := func(i, col int, st scene.Style) gridCell {
		return g.set([]scene.Span{{Text: m.criteria[i], Style: st}}, col, 0, 0)
	}
	g.head.cells = []gridCell{{}}
	for j := range across {
		if turned {
			g.head.cells = append(g.head.cells, label(j, j+1, k.St.TableHead))
		} else {
			g.head.cells = append(g.head.cells, option(j, j+1))
		}
	}
	for i := range down {
		head := label(0, 0, criterion)
		if turned {
			head = option(i, 0)
		} else {
			head = label(i, 0, criterion)
		}
		head.header = true
		row := gridRow{cells: []gridCell{head}, h: step.row, at: m.cells[0][0].at}
		if turned {
			row.at = m.options[i].Place()
		} else {
			row.at = m.cells[i][0].at
		}
		for j := range across {
			o, c := j, i
			if turned {
				o, c = i, j
			}
			cell := s.matrixCellAt(g, m.cells[c][o], j+1, step, base(row.cells[0].style))
			if o == m.recommend {
				cell.fill = s.Look.Surface
			}
			row.cells = append(row.cells, cell)
		}
		g.rows = append(g.rows, row)
	}
	return g
}

// matrixCellAt is one cell: a disc, a tick or words.
func (s *Slides) matrixCellAt(g *cellGrid, c matrixCell, col int, step matrixStep, headBase scene.Pt) gridCell {
	st := s.S.Body.At(step.words.size, step.words.leading)
	drop := headBase - base(st)
	switch c.kind {
	case cellScore:
		color := s.Look.Text
		if c.best {
			color = s.Look.Accent
		}
		return gridCell{style: st, drop: drop, expand: fmt.Sprintf("%d / 4", c.score), mark: func(in scene.Rect, first scene.Pt) []scene.Item {
			return quarters(in.X+step.radius, first-0.34*st.Size, step.radius, c.score, color)
		}}
	case cellTick:
		return gridCell{style: st, drop: drop, expand: s.yesNo(c.tick), mark: s.tickMark(c.tick)}
	case cellNone:
		text := c.text
		if text == "" || text == "–" || text == "-" {
			text = "n/a"
		}
		cell := g.set([]scene.Span{{Text: text, Style: st.With(s.Look.Muted)}}, col, 0, 0)
		cell.drop = drop
		return cell
	}
	cell := g.set(s.spans(c.words, st), col, 0, 0)
	cell.drop = drop
	if len(cell.words.Lines) > 4 {
		g.k.overBudget(c.at, "E-CELL", "cell", c.text, 40)
	}
	return cell
}

// quarters is a disc filled by quarters.
func quarters(x, y, r scene.Pt, score int, c scene.Color) []scene.Item {
	out := []scene.Item{&scene.Shape{Path: scene.CirclePath(x, y, r-0.5), Stroke: scene.Stroke{Color: c, Width: 1}, Alt: fmt.Sprintf("%d / 4", score)}}
	if score > 0 {
		out = append(out, disc(x, y, r-0.5, float64(score)/4, c))
	}
	return out
}
