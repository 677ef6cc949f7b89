package layouts

import (
	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/internal/diag"
	"roadshow/page"
	"roadshow/scene"
	"slices"
	"strconv"
	"strings"
)

func matrixLayout() page.Layout {
	option := &outline.Shape{Name: "option", Short: "name", Fields: []outline.Field{
		{Name: "name", Type: outline.Words, Required: true, Budget: 20, Doc: "Name of the option"},
		{Name: "sub", Type: outline.Words, Budget: 24, Doc: "A line under the name"},
	}}
	return page.Layout{Name: "matrix", Summary: "options against criteria: scores, ticks or words", Title: outline.Required, Page: matrixPage, Slide: matrixSlide,
		Unsourced: true, Numbered: always, Fills: true,
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
func matrixPage(f *page.Flow, b *briefing.Block) {
	k := f.K
	m := kitComparison(k, b)
	if m == nil {
		return
	}
	st := k.St
	full := matrixForm{k: k, first: 112, row: 20, radius: 5, words: st.Small, name: st.SerifStrong().At(10.4, 13), sub: st.SmallMuted, criterion: st.SmallMedium, head: st.TableHead}
	small := full
	small.first, small.words, small.name, small.head = 84, st.TableSmall(), full.name.At(9.2, 12), st.TableHead.In(scene.CondSemiBold)
	least := small
	least.first, least.words, least.name, least.sub = 72, small.words.At(7.6, 10.5), full.name.In(scene.CondSemiBold).At(8.4, 11), small.words.At(7.6, 10.5).With(k.Look.Muted)
	what := k.AltOf(k.Diagrams().Matrix, b.Title.String())
	e := k.Exhibit(b, k.Grid.Width(), "", what)
	g := m.fitted(b, what, k.Grid.Width(), []matrixForm{full, small, least})
	f.Add(g.Box(e))
}

func kitComparison(k *page.Composer, b *briefing.Block) *comparison {
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
			row[j] = matrixCell{kind: cellNone, text: k.B.Format.Absent()}
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
