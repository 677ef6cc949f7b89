package layouts

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/internal/diag"
	"roadshow/scene"
	"roadshow/typeset"
)

func matrixLayout() Layout {
	option := &outline.Shape{Name: "option", Short: "name", Fields: []outline.Field{
		{Name: "name", Type: outline.Words, Required: true, Budget: 20, Doc: "Name of the option"},
		{Name: "sub", Type: outline.Words, Budget: 24, Doc: "A line under the name"},
	}}
	return Layout{Name: "matrix", Summary: "options against criteria: scores, ticks or words", Title: outline.Required, Page: matrixPage, Slide: matrixSlide,
		Shape: &outline.Shape{Name: "matrix", Fields: []outline.Field{
			{Name: "options", Type: outline.Object, List: true, Required: true, Min: 1, Shape: option, Doc: "Names, or {name, sub}; more than 6 stand below each other"},
			{Name: "criteria", Type: outline.Words, List: true, Required: true, Min: 1, Budget: 28, Doc: "What they are compared by; at most 9 a page"},
			{Name: "cells", Type: outline.Scalar, Rows: true, Required: true, Doc: "One list a criterion, one cell an option: scores 0 to 4, yes or no, or words"},
			{Name: "recommend", Type: outline.Words, Doc: "The option that the page argues for"},
		}}}
}

// matrixCell is a cell as it will be drawn.
type matrixCell struct {
	score int // 0 to 4; -1: none
	tick  bool
	kind  uint8 // what it is
	words briefing.Prose
	best  bool
	at    diag.Span
	text  string
}

const (
	cellWords uint8 = iota
	cellScore
	cellTick
	cellNone
)

// comparison is a matrix as meant: rows of criteria, columns of options.
type comparison struct {
	options   []briefing.Fields
	criteria  []string
	cells     [][]matrixCell
	recommend int // option; -1: none
}

// matrixPage sets criteria down the page and options across it; more than six options change places with the criteria.
func matrixPage(f *Flow, b *briefing.Block) {
	k := f.k
	m := k.comparison(b)
	if m == nil {
		return
	}
	what := altOf(k.diagrams().Matrix, b.Title.String())
	e := k.exhibit(b, k.Grid.Width(), "", what)
	if len(m.options) > 6 {
		f.Add(k.transposed(b, m, what).box(e))
		return
	}
	f.Add(k.matrixGrid(b, m, what).box(e))
}

func (k *Kit) comparison(b *briefing.Block) *comparison {
	m := &comparison{options: b.List("options"), criteria: b.Strings("criteria"), recommend: -1}
	rows := b.Rows("cells")
	if len(m.options) == 0 || len(m.criteria) == 0 {
		return nil
	}
	if len(rows) != len(m.criteria) {
		k.L.Error(b.PlaceOf("cells"), "E-TABLE", "write one list of cells for each criterion", "there are %d rows of cells for %d criteria", len(rows), len(m.criteria))
	}
	names := make([]string, len(m.options))
	for i, o := range m.options {
		names[i] = o.Words("name")
	}
	for i, r := range rows {
		if i >= len(m.criteria) {
			break
		}
		if len(r) != len(m.options) {
			at := b.PlaceOf("cells")
			if len(r) > 0 {
				at = r[0].At
			}
			k.L.Error(at, "E-TABLE", "write one cell for each option", "%q has %d cells for %d options", m.criteria[i], len(r), len(m.options))
		}
		row := make([]matrixCell, len(m.options))
		for j := range row {
			row[j] = matrixCell{kind: cellNone, text: "n/a"}
			if j < len(r) {
				row[j] = readMatrixCell(r[j])
			}
		}
		judgeRow(row)
		m.cells = append(m.cells, row)
	}
	m.criteria = m.criteria[:len(m.cells)]
	if name := b.Words("recommend"); name != "" {
		m.recommend = slices.IndexFunc(names, func(n string) bool { return strings.EqualFold(n, name) })
		if m.recommend < 0 {
			hint := diag.DidYouMean(name, names)
			if hint == "" {
				hint = "there are " + strings.Join(names, ", ")
			}
			k.L.Error(b.PlaceOf("recommend"), "E-REF", hint, "there is no option %q", name)
		}
	}
	if len(m.cells) == 0 {
		return nil
	}
	return m
}

func readMatrixCell(c briefing.Cell) matrixCell {
	out := matrixCell{words: c.Prose, at: c.At, text: c.Words, score: -1}
	if missing(c.Words) {
		out.kind = cellNone
		return out
	}
	if n, err := strconv.Atoi(c.Words); err == nil && n >= 0 && n <= 4 {
		out.kind, out.score = cellScore, n
	} else if yes, ok := readTick(c.Words); ok {
		out.kind, out.tick = cellTick, yes
	}
	return out
}

// judgeRow lets numbers be scores only where the whole row is scored, and finds the best of the row.
func judgeRow(row []matrixCell) {
	scored, best, bests, n := true, -1, 0, 0
	for _, c := range row {
		switch c.kind {
		case cellScore:
			n++
			if c.score > best {
				best, bests = c.score, 0
			}
			if c.score == best {
				bests++
			}
		case cellNone:
		default:
			scored = false
		}
	}
	for i := range row {
		if c := &row[i]; c.kind == cellScore {
			if !scored {
				c.kind = cellWords
			}
			c.best = c.score == best && bests < n
		}
	}
}

// matrixGrid is the usual form.
func (k *Kit) matrixGrid(b *briefing.Block, m *comparison, alt string) *cellGrid {
	st := k.St
	n := len(m.options)
	g := &cellGrid{k: k, b: b, alt: alt, width: k.Grid.Width(), top: true}
	const first = 112
	widths := []scene.Pt{first}
	for range m.options {
		widths = append(widths, (g.width-first-2*cellPad*scene.Pt(n))/scene.Pt(n))
	}
	g.columns(widths, make([]scene.Align, n+1))
	g.head.cells = append(g.head.cells, gridCell{})
	for j, o := range m.options {
		cell := k.optionName(g, o, j+1)
		if j == m.recommend {
			cell.fill, cell.expand = k.Look.Surface, o.Words("name")+", "+k.diagrams().Recommended
		}
		g.head.cells = append(g.head.cells, cell)
	}
	for i, name := range m.criteria {
		head := g.set([]scene.Span{{Text: name, Style: st.SmallMedium}}, 0, 0, 0)
		head.header = true
		row := gridRow{cells: []gridCell{head}, h: 20, at: m.cells[i][0].at}
		for j := range m.options {
			cell := k.matrixCell(g, m.cells[i][j], j+1)
			if j == m.recommend {
				cell.fill = k.Look.Surface
			}
			row.cells = append(row.cells, cell)
		}
		g.rows = append(g.rows, row)
	}
	return g
}

// transposed sets options below each other.
func (k *Kit) transposed(b *briefing.Block, m *comparison, alt string) *cellGrid {
	n := len(m.criteria)
	g := &cellGrid{k: k, b: b, alt: alt, width: k.Grid.Width()}
	const first = 100
	widths := []scene.Pt{first}
	for range m.criteria {
		widths = append(widths, (g.width-first-2*cellPad*scene.Pt(n))/scene.Pt(n))
	}
	g.columns(widths, make([]scene.Align, n+1))
	g.head.cells = append(g.head.cells, gridCell{})
	head := k.St.TableHead
	if n > 6 {
		head = head.In(scene.CondSemiBold)
	}
	if n > 9 {
		k.L.Error(b.PlaceOf("criteria"), "E-TABLE", "make two matrices", "%d criteria for more than 6 options: at most 9 can be read", n)
	}
	for i, name := range m.criteria {
		g.head.cells = append(g.head.cells, g.set([]scene.Span{{Text: name, Style: head}}, i+1, 0, 0))
	}
	for j, o := range m.options {
		cell := k.optionName(g, o, 0)
		cell.header = true
		row := gridRow{cells: []gridCell{cell}, h: 20, at: o.Place()}
		if j == m.recommend {
			row.fill = k.Look.Surface
			row.cells[0].expand = o.Words("name") + ", " + k.diagrams().Recommended
		}
		for i := range m.criteria {
			row.cells = append(row.cells, k.matrixCell(g, m.cells[i][j], i+1))
		}
		g.rows = append(g.rows, row)
	}
	return g
}

// optionName is an option's name with the line below it.
func (k *Kit) optionName(g *cellGrid, o briefing.Fields, col int) gridCell {
	st := k.St.serifStrong().At(10.4, 13)
	paras := []scene.Para{{Spans: []scene.Span{{Text: o.Words("name"), Style: st}}}}
	if sub := o.Words("sub"); sub != "" {
		paras = append(paras, scene.Para{Spans: []scene.Span{{Text: sub, Style: k.St.SmallMuted}}})
	}
	return gridCell{style: st, words: k.Fonts.SetParas(paras, typeset.Options{Width: g.room(col), Break: typeset.Balanced})}
}

const discRadius = 5

func (k *Kit) matrixCell(g *cellGrid, c matrixCell, col int) gridCell {
	st := k.St.Small
	switch c.kind {
	case cellScore:
		color := k.Look.Text
		if c.best {
			color = k.Look.Accent
		}
		out := gridCell{style: st, expand: fmt.Sprintf("%d / 4", c.score)}
		out.mark = func(in scene.Rect, base scene.Pt) []scene.Item {
			return harvey(in.X+discRadius, base-3, c.score, color)
		}
		return out
	case cellTick:
		return gridCell{style: st, expand: k.yesNo(c.tick), mark: k.tickMark(c.tick)}
	case cellNone:
		text := c.text
		if text == "" || text == "–" || text == "-" {
			text = "n/a"
		}
		return g.set([]scene.Span{{Text: text, Style: k.St.SmallMuted}}, col, 0, 0)
	}
	out := g.set(k.spans(c.words, st), col, 0, 0)
	if len(out.words.Lines) > 4 {
		k.overBudget(c.at, "E-CELL", "cell", c.text, 40)
	}
	return out
}

// harvey is a disc filled by quarters.
func harvey(x, y scene.Pt, score int, c scene.Color) []scene.Item {
	out := []scene.Item{&scene.Shape{Path: scene.CirclePath(x, y, discRadius-0.4), Stroke: scene.Stroke{Color: c, Width: 0.8}, Alt: fmt.Sprintf("%d / 4", score)}}
	if score > 0 {
		out = append(out, disc(x, y, discRadius-0.4, float64(score)/4, c))
	}
	return out
}
