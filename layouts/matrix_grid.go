package layouts

import (
	"fmt"
	"roadshow/briefing"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
	"strings"
	"unicode"
)

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
