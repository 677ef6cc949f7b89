package layouts

import (
	"errors"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"roadshow/briefing"
	"roadshow/briefing/evidence/source"
	"roadshow/briefing/evidence/table"
	"roadshow/briefing/evidence/value"
	"roadshow/page"
	"roadshow/scene"
)

// tableSetter turns a table's data into set cells: it judges every cell by its column's kind, finds the columns' widths
// and places numbers on their decimal points.
type tableSetter struct {
	k      *page.Composer
	b      *briefing.Block
	d      *tableData
	cells  [][]tableWords // by row and column
	st     scene.Style
	widths []scene.Pt
	heads  []scene.Pt // widest part before and including the last digit, by column
	tails  []scene.Pt // widest part behind it
	aired  bool       // numbers before words have more air
	short  scene.Pt   // what the page lacks for columns that cannot shrink
}

// tableWords is what one cell prints.
type tableWords struct {
	text    string
	unit    string      // behind a row's name
	value   value.Value // without what is said of its unit elsewhere
	unitOf  value.Unit  // all of its unit
	known   bool        // value is a number
	series  []float64
	tick    bool
	missing bool
}

const (
	arrowRoom scene.Pt = 11 // a delta's mark before its number
	barRoom   scene.Pt = 62 // a bar and the gap before it
	barGap    scene.Pt = 8
	sparkRoom scene.Pt = 60
	tickRoom  scene.Pt = 10
)

func newTableSetter(k *page.Composer, b *briefing.Block, d *tableData) *tableSetter {
	s := &tableSetter{k: k, b: b, d: d, cells: make([][]tableWords, len(d.rows))}
	for i := range d.rows {
		s.cells[i] = make([]tableWords, len(d.cols))
	}
	for c := range d.cols {
		s.judge(c)
	}
	return s
}

// judge reads a column's cells as its kind says and writes them as they are printed.
func (s *tableSetter) judge(col int) {
	kind := s.d.cols[col].kind
	var values []value.Value
	for i, r := range s.d.rows {
		c, w := r.cells[col], &s.cells[i][col]
		w.text = strings.TrimSpace(c.Text)
		if col == 0 {
			w.unit = s.k.B.Format.UnitLabel(r.unit)
		}
		switch kind {
		case "num", "bar", "delta":
			w.value, w.unitOf = s.value(c, r)
			w.known = w.value.State == value.Known
			values = append(values, w.value)
		case "date":
			if d, err := s.d.calendar.ParseDate(w.text); err == nil {
				if w.text = s.k.Date(d); d.Start.Name == "" {
					w.text = page.UpperFirst(w.text)
				}
			}
		case "tick":
			s.tick(w, c)
		case "spark":
			s.spark(w, c)
		case "text":
			if c.Value != nil {
				w.text = c.Value.Whole(s.k.B.Format)
			}
			w.missing = missing(w.text)
		}
		if strings.EqualFold(w.text, "n/a") {
			w.text = s.k.B.Format.Absent()
		}
	}
	if values == nil {
		return
	}
	s.printNumbers(col, values)
	if kind == "bar" && !s.oneUnit(col) {
		s.d.cols[col].kind = "num"
	}
}

// value judges a number; what is no number is reported and printed as not applicable. What its unit has in common with the
// row's or the table's is said there once: whole is all of it.
func (s *tableSetter) value(c table.Cell, r tableRow) (v value.Value, whole value.Unit) {
	v = value.Value{State: value.NotApplicable}
	text := strings.TrimSpace(c.Text)
	switch {
	case c.Value != nil:
		v = *c.Value
	case text == "" || text == "–" || text == "-":
		return v, whole
	default:
		parsed, err := c.Read(s.d.unitOf(r))
		if err != nil {
			if words := figureWords(s.k, text); words.Words != "" {
				return words, whole
			}
			s.wrong(c, text, err)
			return v, whole
		}
		v = parsed
	}
	unit := s.d.unit
	if !r.unit.IsZero() {
		unit = r.unit
	}
	if unit.IsZero() {
		return v, v.Unit
	}
	with, err := v.WithUnit(unit)
	if err != nil {
		s.k.L.Error(c.At, "E-UNIT", "leave the unit out of the cell, or change it for the column", "%v", err)
		return v, v.Unit
	}
	whole = with.Unit
	switch {
	case with.Unit == unit:
		with.Unit = value.Unit{}
	case with.Unit.Noun == unit.Noun:
		with.Unit.Noun = ""
	}
	return with, whole
}

// figureWords finds the figure that prints these words instead of a number.
func figureWords(k *page.Composer, text string) value.Value {
	for _, f := range k.B.Figures {
		if f.Value.Words == text {
			return f.Value
		}
	}
	return value.Value{}
}

func (s *tableSetter) wrong(c table.Cell, text string, err error) {
	var se *value.SyntaxError
	if errors.As(err, &se) {
		s.k.L.Error(se.Span(c.At, text), value.CodeOf(err, "E-VALUE"), se.Hint, "%s", se.Summary)
		return
	}
	s.k.L.Error(c.At, "E-VALUE", "", "%v", err)
}

// tick reads yes and no.
func (s *tableSetter) tick(w *tableWords, c table.Cell) {
	yes, ok := readTick(w.text)
	switch {
	case ok:
		w.tick, w.known, w.text = yes, true, ""
	case missing(w.text):
		w.missing = true
	default:
		s.k.L.Error(c.At, "E-VALUE", "write yes, no or n/a", "%q is no tick", w.text)
	}
}

// readTick is yes or no as people type it; ok is false for anything else.
func readTick(text string) (yes, ok bool) {
	return table.ReadFlag(text)
}

// spark reads the values of a small line: "3 4 6 9".
func (s *tableSetter) spark(w *tableWords, c table.Cell) {
	if missing(w.text) {
		w.missing = true
		return
	}
	parts := strings.FieldsFunc(w.text, func(r rune) bool { return unicode.IsSpace(r) || r == ';' || r == ',' })
	for _, p := range parts {
		v, err := source.ParseValueIn(p, s.k.B.Marks)
		if err != nil {
			s.wrong(table.Cell{At: c.At}, p, err)
			return
		}
		lo, hi := v.Floats()
		if math.IsInf(lo, 0) || math.IsInf(hi, 0) || math.IsNaN(lo) {
			s.k.L.Error(c.At, "E-VALUE", "a small line needs plain numbers", "%q cannot be drawn", p)
			return
		}
		w.series = append(w.series, (lo+hi)/2)
	}
	if len(w.series) < 2 {
		s.k.L.Error(c.At, "E-VALUE", "write them one after the other: 3 4 6 9", "a small line needs at least two values")
		return
	}
	w.known, w.text = true, ""
}

// digits parts a label at the decimal point of its last number: whole parts end on one line, decimals and units hang behind. The
// digits of a unit (m2, tCO2e) follow a letter and are none of the number's.
func digits(label string) (head, tail string) {
	at := len(label)
	for {
		if at = strings.LastIndexFunc(label[:at], unicode.IsDigit); at < 0 {
			return label, ""
		}
		start := strings.LastIndexFunc(label[:at], func(r rune) bool { return !unicode.IsDigit(r) && r != '.' && r != ',' })
		before, _ := utf8.DecodeRuneInString(label[max(start, 0):])
		if start < 0 || !unicode.IsLetter(before) {
			break
		}
		at = start
	}
	at++
	if point := strings.LastIndexByte(label[:at], '.'); point > 0 && !strings.ContainsFunc(label[point+1:at], func(r rune) bool { return !unicode.IsDigit(r) }) {
		at = point
	}
	return label[:at], label[at:]
}

func (s *tableSetter) numeric(col int) bool {
	switch s.d.cols[col].kind {
	case "num", "delta", "bar":
		return true
	}
	return false
}

// style is a cell's: totals are SemiBold, what is missing stands back.
func (s *tableSetter) style(row, col int) scene.Style {
	st := s.st
	if s.d.rows[row].total {
		st.Font = page.Strong(st.Font)
	}
	w := s.cells[row][col]
	switch {
	case w.missing:
		st.Color = s.k.Look.Muted
	case s.d.cols[col].kind == "delta" && w.known:
		st.Color = s.deltaColor(row, col)
		st.Font = page.Strong(st.Font)
	}
	return st
}

func (s *tableSetter) deltaColor(row, col int) scene.Color {
	up, flat := s.direction(row, col)
	ground := s.k.Look.Background
	if s.d.rows[row].highlight {
		ground = s.k.Look.Surface
	}
	switch {
	case flat:
		return s.k.Look.Text
	case up == s.d.cols[col].good:
		return s.k.Look.Readable(s.k.Look.Positive, ground)
	}
	return s.k.Look.Readable(s.k.Look.Negative, ground)
}

// direction says whether a change goes up; flat ones, and those that may go either way, have none.
func (s *tableSetter) direction(row, col int) (up, flat bool) {
	lo, hi := s.cells[row][col].value.Floats()
	return lo > 0, lo <= 0 && hi >= 0
}

// spans are a cell's words.
func (s *tableSetter) spans(row, col int) []scene.Span {
	w := s.cells[row][col]
	st := s.style(row, col)
	if w.text == "" {
		return nil
	}
	out := []scene.Span{{Text: w.text, Style: st}}
	if w.known {
		r := s.d.rows[row]
		out[0].Proof = s.k.CellProof(r.of, r.at, r.cells[col].At)
	}
	if w.unit != "" {
		out = append(out, scene.Span{Text: s.k.Marks().Comma + w.unit, Style: s.st.With(s.k.Look.Muted)})
	}
	return out
}

// headStyle is the style of column heads beside the style of cells.
func (s *tableSetter) headStyle() scene.Style {
	st := s.k.St.TableHead
	if s.st.Font == scene.Cond {
		st = st.In(scene.CondSemiBold)
	}
	return st
}

// grid sets all cells at the widths found.
func (s *tableSetter) grid(width scene.Pt, alt string) *page.CellGrid {
	g := &page.CellGrid{K: s.k, B: s.b, Alt: alt, Width: width}
	align := make([]scene.Align, len(s.d.cols))
	for c := range s.d.cols {
		if s.right(c) {
			align[c] = scene.Right
		}
	}
	g.Columns(s.widths, align)
	heads := false
	for c, col := range s.d.cols {
		heads = heads || col.head != ""
		cell := g.Set([]scene.Span{{Text: col.head, Style: s.headStyle()}}, c, s.air(c), 0)
		g.Head.Cells = append(g.Head.Cells, cell)
	}
	if !heads {
		g.Head.Cells = nil
	}
	for i, r := range s.d.rows {
		row := page.GridRow{At: r.at, Total: r.total, H: 17}
		if r.highlight {
			row.Fill = s.k.Look.Surface
		}
		for c := range s.d.cols {
			row.Cells = append(row.Cells, s.cell(g, i, c))
		}
		g.Rows = append(g.Rows, row)
	}
	return g
}

// air is what the words of a column end before its edge.
func (s *tableSetter) air(col int) scene.Pt {
	if !s.aired {
		return 0
	}
	return s.airAfter(col)
}

func (s *tableSetter) cell(g *page.CellGrid, row, col int) page.GridCell {
	w, kind := s.cells[row][col], s.d.cols[col].kind
	spans := s.spans(row, col)
	var inset, shift scene.Pt
	if s.numeric(col) && len(spans) > 0 {
		head, tail := digits(w.text)
		st := s.style(row, col)
		inset = s.tails[col] - (s.k.Fonts.Width(head+tail, st) - s.k.Fonts.Width(head, st))
		if kind == "bar" {
			// Numbers stand before their bars: the column is aligned left and the words are pushed to their place.
			shift, inset = s.heads[col]-s.k.Fonts.Width(head, st), 0
		}
	}
	inset = max(0, inset) + s.air(col)
	c := g.Set(spans, col, inset, max(0, shift))
	c.Header = col == 0 && kind == "text"
	if n := len(c.Words.Lines); n > 2 && kind == "text" {
		at := s.d.rows[row].cells[col].At
		s.k.OverBudget(at, "E-CELL", "cell", w.text, int(2*s.widths[col]/(0.42*s.st.Size)))
	}
	switch {
	case !w.known:
	case kind == "delta":
		c.Mark = s.arrow(row, col, page.Drawn(c.Words)+inset)
	case kind == "bar":
		c.Mark = s.bar(row, col)
	case kind == "spark":
		c.Mark = s.line(row, col)
	case kind == "tick":
		c.Mark, c.Expand = tickMark(s.k, w.tick, s.st.Size), yesNo(s.k, w.tick)
	}
	return c
}
