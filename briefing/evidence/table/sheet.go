package table

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"roadshow/briefing/evidence/value"
	"roadshow/internal/diag"
	"roadshow/internal/limits"
	"roadshow/internal/xmlscan"
)

// sheet is what a worksheet stores, row by row; what is blank is not there.
type sheet struct {
	*workbook
	name    string
	prefix  string // of its cells' names: Deals!
	rows    []sheetRow
	columns []sheetColumns
	flat    bool // a row that says no height has none
	narrow  bool // a column of which nothing is said has no width
	merged  []area
	kept    int      // cells
	value   []byte   // of the cell being read
	unseen  []string // cells whose format shows nothing
	show    HiddenCells
}

type sheetRow struct {
	y      int
	hidden bool
	cells  []storedCell
}

// storedCell is one cell as stored.
type storedCell struct {
	x       int
	style   int
	kind    string // n, s, str, inlineStr, b, e, d
	value   string
	formula bool
	stored  bool // there is a value, if an empty one
}

// area is a rectangle of cells, from 0, its right and bottom exclusive.
type area struct{ left, top, right, bottom int }

const (
	lastColumn = 1 << 14
	lastRow    = 1 << 20
)

// readSheet streams a sheet and keeps what lies in the range asked for: a limit counts nothing else.
func (w *workbook) readSheet(part sheetPart, within area, show HiddenCells) *sheet {
	s := &sheet{workbook: w, name: part.name, prefix: part.name + "!", show: show}
	if strings.ContainsAny(part.name, " '!-.") {
		s.prefix = "'" + strings.ReplaceAll(part.name, "'", "''") + "'!"
	}
	y := -1
	err := w.stream(part.part, func(x *xmlscan.Scanner) error {
		switch string(x.Name()) {
		case "col":
			from, _ := strconv.Atoi(x.Attr("min"))
			to, _ := strconv.Atoi(x.Attr("max"))
			if len(s.columns) < lastColumn && from > 0 && to >= from {
				s.columns = append(s.columns, sheetColumns{from - 1, to, flagOf(x.Attr("hidden")) || zero(x.Attr("width"))})
			}
		case "sheetFormatPr":
			// zeroHeight alone hides nothing: Excel sets it where the rows without cells are hidden, and writes the others out.
			s.flat = zero(x.Attr("defaultRowHeight")) && (flagOf(x.Attr("customHeight")) || flagOf(x.Attr("zeroHeight")))
			s.narrow = zero(x.Attr("defaultColWidth"))
		case "row":
			y++
			if r := x.Attr("r"); r != "" {
				n, err := strconv.Atoi(r)
				if err != nil || n < 1 || n > lastRow {
					return errPart("a row has no number")
				}
				y = n - 1
			}
			if y < within.top || y >= within.bottom {
				return x.Skip()
			}
			ht := x.Attr("ht")
			return s.readRow(x, y, flagOf(x.Attr("hidden")) || zero(ht) || ht == "" && s.flat, within)
		case "mergeCell":
			if a, ok := readRange(x.Attr("ref")); ok && len(s.merged) < limits.Rows.N() {
				s.merged = append(s.merged, a)
			}
		}
		return nil
	})
	if err != nil {
		if w.problems == 0 {
			w.fail(w.at, "open it and save it again as XLSX", "sheet "+value.Quoted(part.name)+" of "+w.name+" is damaged: "+err.Error())
		}
		return nil
	}
	sort.SliceStable(s.rows, func(a, b int) bool { return s.rows[a].y < s.rows[b].y })
	s.cover()
	if show == SkipHidden {
		s.skipHidden()
	}
	return s
}

// readRow reads the cells of a row up to its end.
func (s *sheet) readRow(in *xmlscan.Scanner, y int, hidden bool, within area) error {
	row := sheetRow{y: y, hidden: hidden}
	x := -1
	for {
		kind, err := in.Next()
		switch {
		case err != nil:
			return errPart("a row ends too early")
		case kind == xmlscan.End: // its own: those of others are read with them
			if len(row.cells) > 0 {
				slices.SortStableFunc(row.cells, func(a, b storedCell) int { return a.x - b.x })
				s.rows = append(s.rows, row)
			}
			if len(s.rows) > limits.DataLines.N() {
				s.limit(limits.DataLines)
				return errPart("too many rows")
			}
			return nil
		case kind == xmlscan.Text:
		case string(in.Name()) != "c":
			if err := in.Skip(); err != nil {
				return errPart("a row ends too early")
			}
		default:
			x++
			c := storedCell{}
			for _, a := range in.Attrs() {
				switch string(a.Name) {
				case "r":
					if at, ok := columnOf(string(a.Value)); ok {
						x = at
					}
				case "s":
					c.style, _ = strconv.Atoi(string(a.Value))
				case "t":
					c.kind = kindOf(a.Value)
				}
			}
			c.x = x
			if x < within.left || x >= within.right {
				if err := in.Skip(); err != nil {
					return errPart("a cell ends too early")
				}
				continue
			}
			if err := s.readCell(in, &c); err != nil {
				return err
			}
			if c.value == "" && !c.formula {
				continue
			}
			if n := len(s.rows); n > 0 && row.cells == nil { // most rows have as many cells as the one before
				row.cells = make([]storedCell, 0, min(len(s.rows[n-1].cells), 64))
			}
			row.cells = append(row.cells, c)
			if s.kept++; s.kept > limits.Cells.N() {
				s.limit(limits.Cells)
				return errPart("too many cells")
			}
		}
	}
}

// kindOf is a cell's type. Those that the standard names are not made anew for each cell.
func kindOf(val []byte) string {
	for _, known := range [...]string{"s", "n", "str", "inlineStr", "b", "e", "d"} {
		if string(val) == known {
			return known
		}
	}
	return string(val)
}

// readCell reads a cell's value up to its end. Text of its own is rich text.
func (s *sheet) readCell(x *xmlscan.Scanner, c *storedCell) error {
	val, depth, inValue := s.value[:0], 1, false // comments divide a value into as many pieces as there are
	for depth > 0 {
		kind, err := x.Next()
		switch {
		case err != nil:
			return errPart("a cell ends too early")
		case kind == xmlscan.End:
			depth--
			inValue = false
		case kind == xmlscan.Start && string(x.Name()) == "is":
			text, err := s.richText(x)
			if err != nil {
				return err
			}
			val, c.stored, inValue = append(val[:0], text...), true, false
		case kind == xmlscan.Start:
			depth++
			inValue = string(x.Name()) == "v"
			c.formula = c.formula || string(x.Name()) == "f"
			c.stored = c.stored || inValue
		case inValue:
			if len(val)+len(x.Text()) > limits.CellBytes.N() {
				s.limit(limits.CellBytes)
				return errPart("a text is too long")
			}
			val = append(val, x.Text()...)
		}
	}
	c.value, s.value = string(val), val
	return s.lookUp(c)
}

// lookUp takes a shared text to its cell.
func (s *sheet) lookUp(c *storedCell) error {
	switch c.kind {
	case "s":
		n, err := strconv.Atoi(strings.TrimSpace(c.value))
		if err != nil || n < 0 || n >= len(s.strings) {
			if c.value == "" {
				return nil
			}
			return errPart("a cell has no text")
		}
		c.value = s.strings[n]
	case "str":
		c.value = unescapeX(c.value)
		if c.value == "" && c.stored { // a formula that gives the empty text
			c.formula = false
		}
	case "inlineStr":
	default:
		c.value = strings.TrimSpace(c.value)
	}
	if (c.kind == "s" || c.kind == "inlineStr") && strings.TrimSpace(c.value) == "" {
		c.value, c.formula = "", false
	}
	return nil
}

// cover empties what lies under merged cells: nobody sees it. Their text stands for every row that they span, a number only
// for the rows that it names.
func (s *sheet) cover() {
	for _, m := range s.merged {
		from := sort.Search(len(s.rows), func(i int) bool { return s.rows[i].y >= m.top })
		for i := from; i < len(s.rows) && s.rows[i].y < m.bottom; i++ {
			r := &s.rows[i]
			kept := r.cells[:0]
			for _, c := range r.cells {
				if c.x < m.left || c.x >= m.right || c.x == m.left && r.y == m.top {
					kept = append(kept, c)
				}
			}
			r.cells = kept
		}
	}
	kept := s.rows[:0]
	for _, r := range s.rows {
		if len(r.cells) > 0 {
			kept = append(kept, r)
		}
	}
	s.rows = kept
}

// named is "column B", "rows 3, 4 and 9", at most eight by name.
func named(noun string, names []string) string {
	switch n := len(names); {
	case n == 0:
		return ""
	case n == 1:
		return noun + " " + names[0]
	case n > 8:
		return noun + "s " + strings.Join(names[:8], ", ") + " and " + strconv.Itoa(n-8) + " more"
	default:
		return noun + "s " + strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
}

func joinAnd(a, b string) string {
	if a != "" && b != "" {
		return a + " and " + b
	}
	return a + b
}

// cells are the rows of an area as a reader of the workbook sees them; rows without any are left out.
func (s *sheet) cells(a area) [][]Cell {
	width, total, kept := a.right-a.left, 0, 0
	for _, r := range s.rows { // an area is counted before it is filled
		if r.y >= a.top && r.y < a.bottom {
			total += width
			kept += len(r.cells)
		}
	}
	switch {
	case total-kept > limits.EmptyCells.N():
		s.limit(limits.EmptyCells)
		return nil
	case total > limits.Cells.N():
		s.limit(limits.Cells)
		return nil
	}
	s.refuseHidden(a)
	var out [][]Cell
	var stored [FlagCell + 1]*Form // shared by the cells of a kind
	for k := range stored {
		stored[k] = &Form{Kind: CellKind(k)}
	}
	midnight := s.midnights(a)
	for i := range s.rows {
		r := &s.rows[i]
		if r.y < a.top || r.y >= a.bottom || s.problems > limits.ProblemsOfFile.N() {
			continue
		}
		row := make([]Cell, width)
		for x := range row {
			row[x].At = diag.Span{File: s.reader.name, Note: s.cellName(a.left+x, r.y)}
			row[x].Form = stored[DataCell]
		}
		for _, c := range r.cells {
			if c.x >= a.left && c.x < a.right {
				cell := &row[c.x-a.left]
				if n := len(c.value); n > longCell { // a shared string may be long in each cell that shows it
					if s.lengthy += n; s.lengthy > limits.LongText.N() {
						s.limit(limits.LongText)
						return nil
					}
				}
				s.cell(cell, c, &stored, midnight[c.x])
			}
		}
		out = append(out, row)
	}
	if len(s.unseen) > 0 {
		verb := " is hidden by its number format"
		if len(s.unseen) > 1 {
			verb = " are hidden by their number formats"
		}
		s.fail(s.place("range"), "set `hidden: skip` to leave them empty, `hidden: include` to print them, or change the format in the workbook",
			named("cell", s.unseen)+" of sheet "+value.Quoted(s.name)+" in "+s.reader.name+verb)
	}
	s.fillDown(out, a)
	return out
}

// midnights are the columns whose moments all lie at midnight: those are dates.
func (s *sheet) midnights(a area) map[int]bool {
	out := map[int]bool{}
	for _, r := range s.rows {
		if r.y < a.top || r.y >= a.bottom {
			continue
		}
		for _, c := range r.cells {
			if c.style <= 0 || c.style >= len(s.formats) || !numeric(c.value) || c.kind != "" && c.kind != "n" {
				continue
			}
			f := s.formats[c.style]
			if len(f.sections) == 0 || f.sections[0].kind != dateTimeFormat {
				continue
			}
			if _, seen := out[c.x]; !seen {
				out[c.x] = true
			}
			if f.show(c.value, s.date1904).clock {
				out[c.x] = false
			}
		}
	}
	return out
}

// cell gives a stored cell its words and its kind.
func (s *sheet) cell(out *Cell, c storedCell, stored *[FlagCell + 1]*Form, midnight bool) {
	name := strings.TrimPrefix(out.At.Note, s.prefix)
	switch {
	case c.value == "" && c.formula:
		s.fail(out.At, "open the workbook, let it calculate and save it", "cell "+name+" is a formula without a stored result")
		return
	case c.value == "":
		return
	}
	format := cellFormat{}
	if c.style > 0 && c.style < len(s.formats) {
		format = s.formats[c.style]
	}
	hidden := false
	switch c.kind {
	case "e":
		s.fail(out.At, "correct it in the workbook, or write n/a", "cell "+name+" holds the error "+c.value)
		return
	case "b":
		out.Text, out.Form = "FALSE", stored[FlagCell]
		if flagOf(strings.ToLower(c.value)) {
			out.Text = "TRUE"
		}
		if len(format.sections) > 0 && format.hideText && format.sections[0].kind == emptyFormat {
			hidden = true
		}
	case "d":
		out.Text, out.Form = strings.TrimSuffix(strings.TrimSuffix(c.value, "Z"), "T00:00:00"), stored[DateCell]
	case "s", "str", "inlineStr":
		out.Text, out.Form = cleanText(c.value), stored[DataCell]
		if bareNumber(out.Text) {
			out.Form = stored[TextCell]
		}
		hidden = format.hideText
	default:
		if !numeric(c.value) {
			out.Text, out.Form = cleanText(c.value), stored[TextCell]
			break
		}
		seen := format.show(c.value, s.date1904)
		if seen.fault {
			s.fail(out.At, "correct it in the workbook, leave it empty, or give it a format of numbers", "cell "+name+" is formatted as a date or a time, and no calendar has its number, "+seen.text)
			return
		}
		hidden = seen.hidden
		out.Text = seen.text
		switch {
		case seen.kind == NumberCell && (seen.exact != seen.text || seen.places != decimalsOf(seen.exact)):
			out.Form = &Form{Kind: NumberCell, Exact: seen.exact, Places: int8(min(seen.places, 30)) + 1}
		case seen.kind == DateCell && strings.Contains(seen.text, ":"):
			if out.Form = stored[TimeCell]; midnight {
				out.Text, out.Form = seen.text[:len("2006-01-02")], stored[DateCell]
			}
		default:
			out.Form = stored[seen.kind]
		}
	}
	switch {
	case !hidden || s.show == IncludeHidden && out.Text != "":
	case s.show == IncludeHidden:
		out.Text, out.Form = c.value, stored[NumberCell]
	case s.show == SkipHidden:
		out.Text, out.Form = "", stored[DataCell]
	default:
		s.unseen = append(s.unseen, name)
		out.Text = ""
	}
}

// cleanText is a cell's text in one line: a page breaks its lines itself.
func cleanText(s string) string {
	if strings.ContainsAny(s, "\n\r\t\v\f") {
		return strings.Join(strings.Fields(s), " ")
	}
	return strings.TrimSpace(s)
}

// fillDown writes the text of a cell that is merged over several rows into each of them: it is the name of all. A number is
// not: three rows of it would be three of it, unless it names the rows.
func (s *sheet) fillDown(rows [][]Cell, a area) {
	byRow := make(map[int]int, len(rows))
	i := 0
	for _, r := range s.rows {
		if r.y >= a.top && r.y < a.bottom && i < len(rows) {
			byRow[r.y] = i
			i++
		}
	}
	for _, m := range s.merged {
		x := m.left - a.left
		from, there := byRow[m.top]
		if !there || m.bottom-m.top < 2 || x < 0 || m.left >= a.right {
			continue
		}
		top := rows[from][x]
		if top.Text == "" || x > 0 && top.Form.Kind == NumberCell {
			continue
		}
		for y := m.top + 1; y < min(m.bottom, a.bottom); y++ {
			if to, ok := byRow[y]; ok {
				rows[to][x].Text, rows[to][x].Form = top.Text, top.Form
			}
		}
	}
}

// cellName is a cell's place as formulas write it: Deals!B7.
func (s *sheet) cellName(x, y int) string { return s.prefix + columnName(x) + strconv.Itoa(y+1) }

func numeric(s string) bool {
	if s == "" || !value.Digit(s[len(s)-1]) || strings.Trim(s, "0123456789.+-eE") != "" {
		return false
	}
	_, err := strconv.ParseFloat(s, 64)
	return err == nil
}

// columnName is the letter of a column: A, B, … Z, AA.
func columnName(x int) string {
	name := ""
	for x++; x > 0; x = (x - 1) / 26 {
		name = string(rune('A'+(x-1)%26)) + name
	}
	return name
}

// columnOf is the column of a cell's name, B7.
func columnOf(name string) (int, bool) {
	x := 0
	for i := 0; i < len(name) && value.AsciiLetter(name[i]); i++ {
		if x = x*26 + int(name[i]&^0x20-'A') + 1; x > lastColumn {
			return 0, false
		}
	}
	return x - 1, x > 0
}
