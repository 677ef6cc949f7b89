package layouts

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/internal/diag"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
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
			{Name: "cells", Type: outline.Scalar, Rows: true, Required: true, Doc: "One list a criterion, one cell an option: scores 0 to 4, yes or no, or words; where any number is none of these, all are printed as numbers"},
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
	m := readComparison(k, b)
	if m == nil {
		return
	}
	what := k.AltOf(k.Diagrams().Matrix, b.Title.String())
	e := k.Exhibit(b, k.Grid.Width(), "", what)
	g := m.fitted(b, what, k.Grid.Width(), paperMatrix(k))
	f.Add(g.Box(e))
}

// readComparison reads and judges a matrix; nil where nothing can be drawn.
func readComparison(k *page.Composer, b *briefing.Block) *comparison {
	m := &comparison{options: b.List("options"), criteria: b.Strings("criteria"), recommend: -1}
	rows := b.Rows("cells")
	if len(m.options) == 0 || len(m.criteria) == 0 {
		return nil
	}
	if len(rows) != len(m.criteria) {
		k.L.Error(b.PlaceOf("cells"), "E-TABLE", "write one list of cells for each criterion", "there are %d rows of cells for %d criteria", len(rows), len(m.criteria))
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
		m.cells = append(m.cells, row)
	}
	m.criteria = m.criteria[:len(m.cells)]
	m.judge()
	for j, o := range m.options {
		name := o.Words("name")
		if i := slices.IndexFunc(m.options, func(o briefing.Fields) bool { return o.Words("name") == name }); i < j {
			k.L.Error(o.PlaceOf("name"), "E-DUP", "give each option a name of its own", "the option %q stands here twice", name)
		}
	}
	if name := b.Words("recommend"); name != "" {
		m.recommend = optionCalled(k, b.PlaceOf("recommend"), "E-REF", name, m.options)
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

// judge lets numbers be scores only where the whole row is scored and no other row counts: where one is 12, a 3 is no score. It
// finds the best of each row.
func (m *comparison) judge() {
	counted := slices.ContainsFunc(m.cells, func(row []matrixCell) bool {
		return slices.ContainsFunc(row, func(c matrixCell) bool {
			_, err := strconv.ParseFloat(strings.ReplaceAll(c.text, ",", ""), 64)
			return err == nil && c.kind == cellWords
		})
	})
	for _, row := range m.cells {
		judgeRow(row, !counted)
	}
}

// judgeRow makes plain words of numbers that are no scores and finds the best of the row.
func judgeRow(row []matrixCell, scored bool) {
	best, bests, n := -1, 0, 0
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
			c.best = scored && c.score == best && bests < n
		}
	}
}

// paperMatrix are the sizes of a matrix on paper, the last two condensed.
func paperMatrix(k *page.Composer) []matrixForm {
	st := k.St
	full := matrixForm{k: k, first: 112, row: 20, radius: 5, words: st.Small, name: st.SerifStrong().At(10.4, 13), sub: st.SmallMuted, criterion: st.SmallMedium, head: st.TableHead}
	small := full
	small.first, small.words, small.name, small.head = 84, st.TableSmall(), full.name.At(9.2, 12), st.TableHead.In(scene.CondSemiBold)
	least := small
	least.first, least.words, least.name, least.sub = 72, small.words.At(7.6, 10.5), full.name.In(scene.CondSemiBold).At(8.4, 11), small.words.At(7.6, 10.5).With(k.Look.Muted)
	return []matrixForm{full, small, least}
}

// matrixSlide stands criteria down, options across, the recommended option on a surface of its full height; more than six
// options change places with the criteria.
func matrixSlide(s *page.Slides, b *briefing.Block) {
	m := readComparison(s.Composer, b)
	if m == nil {
		return
	}
	alt := s.AltOf(s.Diagrams().Matrix, b.Title.String())
	g := m.fitted(b, alt, page.SlideRight-page.SlideLeft, slideMatrix(s))
	gridSlides(s, b, s.ExhibitSheet(b, alt), g, "")
}

// slideMatrix are the sizes of a matrix on slides, the last one condensed.
func slideMatrix(s *page.Slides) []matrixForm {
	at := func(size, leading, name, row, radius scene.Pt) matrixForm {
		k := atStep(s, tableStep{size, leading, row})
		f := matrixForm{k: k, room: gridRoom(""), first: 190, columns: matrixColumns, row: row, radius: radius, words: s.St.Body.At(size, leading), name: s.St.Lead.At(name, name+4), sub: s.St.Role, head: k.St.TableHead}
		f.criterion = s.St.Label.At(size, leading)
		return f
	}
	forms := []matrixForm{at(18, 24, 20, 50, 14), at(16, 21, 18, 44, 12.5), at(14, 18.5, 17, 40, 11), at(13, 17, 15.5, 38, 11), at(12, 15.5, 13, 32, 9), at(12, 15.5, 12.5, 32, 7), at(11.5, 14.5, 12, 27, 6)}
	for i := range 3 {
		forms[i].room *= page.Roomy
	}
	for i := 5; i < len(forms); i++ {
		forms[i].first, forms[i].columns = 124, nil // the narrow name leaves more to the cells
	}
	least := forms[6]
	least.words, least.head = least.words.In(scene.Cond), least.head.In(scene.CondSemiBold)
	least.name, least.sub = least.name.In(scene.CondSemiBold), least.sub.In(scene.Cond)
	return append(forms, least)
}

// matrixColumns are the widths of a matrix, its heads' first: two to four options begin where columns of the slide do. nil for
// any other number.
func matrixColumns(across int) []scene.Pt {
	of := map[int]int{2: 4, 3: 3, 4: 4}[across]
	if of == 0 {
		return nil
	}
	out := []scene.Pt{scene.Pt(of)*page.SlidePitch - 2*page.CellPad}
	each := scene.Pt((12-of)/across) * page.SlidePitch
	for range across - 1 {
		out = append(out, each-2*page.CellPad)
	}
	return append(out, each-page.SlideGutter)
}

// matrixForm is one size of a matrix, on pages or on slides.
type matrixForm struct {
	k                           *page.Composer // with styles of the size
	first                       scene.Pt
	columns                     func(across int) []scene.Pt // widths, the names' first; nil, or nil of a number: all options alike
	room                        scene.Pt                    // greatest height of the whole; 0: it continues on the next page
	row                         scene.Pt                    // least height
	radius                      scene.Pt                    // of a disc
	words, name, sub, criterion scene.Style
	head                        scene.Style // of criteria that stand across
}

const (
	mostAcross = 6  // options beside each other; more stand below each other
	mostTurned = 9  // criteria across
	cellLines  = 4  // of a cell that is easily read
	cellBudget = 40 // characters that a cell has room for at any size
)

// fitted is the matrix at the first of the sizes that fits, cuts no word and has no cell of many lines; where none is such,
// at the one with the fewest faults.
func (m *comparison) fitted(b *briefing.Block, alt string, width scene.Pt, forms []matrixForm) *page.CellGrid {
	l := forms[0].k.L
	if m.turned() && len(m.criteria) > mostTurned {
		l.Error(b.PlaceOf("criteria"), "E-TABLE", "make two matrices", "%d criteria for more than %d options: at most %d can be read", len(m.criteria), mostAcross, mostTurned)
	}
	var best *matrixSetter
	least := 0
	for i, f := range forms {
		s := &matrixSetter{matrixForm: f, m: m, g: &page.CellGrid{K: f.k, B: b, Alt: alt, Width: width, Top: !m.turned()}}
		s.set()
		faults := s.cut + len(s.high)
		if f.room > 0 && height(s.g) > f.room {
			faults += 1000 * (len(forms) - i)
		}
		if best == nil || faults < least {
			best, least = s, faults
		}
		if faults == 0 {
			break
		}
	}
	for _, c := range best.high {
		if len([]rune(c.text)) > cellBudget {
			best.k.OverBudget(c.at, "E-CELL", "cell", c.text, cellBudget)
		}
	}
	return best.g
}

func (m *comparison) turned() bool { return len(m.options) > mostAcross }

// matrixSetter sets a matrix at one size, and counts what that size does badly.
type matrixSetter struct {
	matrixForm
	m    *comparison
	g    *page.CellGrid
	cut  int           // words that are wider than their column
	high []*matrixCell // cells of many lines
}

func (s *matrixSetter) set() {
	m, g := s.m, s.g
	down, across := len(m.criteria), len(m.options)
	if m.turned() {
		down, across = across, down
	}
	var widths []scene.Pt
	if s.columns != nil {
		widths = s.columns(across)
	}
	if widths == nil {
		widths = []scene.Pt{s.first}
		for range across {
			widths = append(widths, (g.Width-s.first-2*page.CellPad*scene.Pt(across))/scene.Pt(across))
		}
	}
	g.Columns(widths, make([]scene.Align, across+1))
	g.Head.Cells = []page.GridCell{{}}
	for j := range across {
		if m.turned() {
			g.Head.Cells = append(g.Head.Cells, s.label(j, j+1, s.head))
		} else {
			g.Head.Cells = append(g.Head.Cells, s.option(j, j+1))
		}
	}
	for i := range down {
		var row page.GridRow
		if m.turned() {
			row = page.GridRow{Cells: []page.GridCell{s.option(i, 0)}, At: m.options[i].Place()}
		} else {
			row = page.GridRow{Cells: []page.GridCell{s.label(i, 0, s.criterion)}, At: m.cells[i][0].at}
		}
		row.H, row.Cells[0].Header = s.row, true
		for j := range across {
			criterion, option := i, j
			if m.turned() {
				criterion, option = j, i
			}
			cell := s.cell(&m.cells[criterion][option], j+1)
			// Words stand on the baseline of the row's name.
			cell.Drop = page.Base(row.Cells[0].Style) - page.Base(s.words)
			if option == m.recommend {
				cell.Fill = s.k.Look.Surface
			}
			row.Cells = append(row.Cells, cell)
		}
		g.Rows = append(g.Rows, row)
	}
}

// option is an option's name with the line below it.
func (s *matrixSetter) option(i, col int) page.GridCell {
	o := s.m.options[i]
	name, sub := o.Words("name"), o.Words("sub")
	paras := []scene.Para{{Spans: []scene.Span{{Text: name, Style: s.name}}}}
	if sub != "" {
		paras = append(paras, scene.Para{Spans: []scene.Span{{Text: sub, Style: s.sub}}})
	}
	s.count(name, s.name, col)
	s.count(sub, s.sub, col)
	cell := page.GridCell{Style: s.name, Words: s.k.Fonts.SetParas(paras, typeset.Options{Width: s.g.Room(col), Break: typeset.Balanced})}
	if i == s.m.recommend {
		cell.Fill, cell.Expand = s.k.Look.Surface, name+s.k.Marks().Comma+s.k.Diagrams().Recommended
	}
	return cell
}

func (s *matrixSetter) label(i, col int, st scene.Style) page.GridCell {
	s.count(s.m.criteria[i], st, col)
	return s.g.Set([]scene.Span{{Text: s.m.criteria[i], Style: st}}, col, 0, 0)
}

// count notes the words of a text that are wider than their column.
func (s *matrixSetter) count(words string, st scene.Style, col int) {
	for _, w := range strings.FieldsFunc(words, func(r rune) bool { return unicode.IsSpace(r) || r == '-' || r == '/' || unicode.Is(unicode.Han, r) }) {
		if s.k.Fonts.Width(w, st) > s.g.Room(col) {
			s.cut++
		}
	}
}

// cell is one cell: a disc, a tick or words.
func (s *matrixSetter) cell(c *matrixCell, col int) page.GridCell {
	k, st := s.k, s.words
	switch c.kind {
	case cellScore:
		color := k.Look.Text
		if c.best {
			color = k.Look.Accent
		}
		return page.GridCell{Style: st, Expand: fmt.Sprintf("%d / 4", c.score), Mark: func(in scene.Rect, first scene.Pt) []scene.Item {
			return harvey(in.X+s.radius, first-0.34*st.Size, s.radius, c.score, color)
		}}
	case cellTick:
		return page.GridCell{Style: st, Expand: yesNo(k, c.tick), Mark: tickMark(k, c.tick, st.Size)}
	case cellNone:
		text := c.text
		if missing(text) && text != "?" {
			text = s.k.B.Format.Absent()
		}
		return s.g.Set([]scene.Span{{Text: text, Style: st.With(k.Look.Muted)}}, col, 0, 0)
	}
	s.count(c.text, st, col)
	out := s.g.Set(k.Spans(c.words, st), col, 0, 0)
	if len(out.Words.Lines) > cellLines {
		s.high = append(s.high, c)
	}
	return out
}
