package layouts

import (
	"errors"
	"slices"
	"strings"
	"unicode"

	"roadshow/briefing"
	"roadshow/briefing/evidence/source"
	"roadshow/briefing/evidence/table"
	"roadshow/briefing/evidence/value"
	"roadshow/briefing/outline"
	"roadshow/charts"
	"roadshow/internal/diag"
	"roadshow/internal/limits"
	"roadshow/page"
	"roadshow/scene"
)

func tableLayout() page.Layout {
	column := &outline.Shape{Name: "column", Short: "head", Fields: []outline.Field{
		{Name: "head", Type: outline.Words, Required: true, Budget: 24, Doc: "Name of the column"},
		{Name: "type", Type: outline.Choice, Choices: []string{"text", "num", "delta", "bar", "spark", "tick"},
			Doc: "What its cells hold; default: numbers where all cells are numbers, else text"},
		{Name: "width", Type: outline.Number, Doc: "Width in points; default: from its words"},
		{Name: "good", Type: outline.Choice, Choices: []string{"up", "down"}, Doc: "delta: the change to be welcomed; default: up"},
	}}
	return page.Layout{Name: "table", Summary: "a table with its claim, typed columns, a total and a highlighted row", Title: outline.Required, Page: tablePage, Slide: tableSlide,
		Numbered: always, Fills: true, Narrows: true,
		Shape: &outline.Shape{Name: "table", OneOf: [][]string{{"data"}, {"columns", "rows"}}, Fields: []outline.Field{
			{Name: "data", Type: outline.Ref, To: "data", Doc: "A data file, printed as it is"},
			{Name: "columns", Type: outline.Object, List: true, Min: 1, Max: mostColumns, Hard: true, Code: "E-TABLE", Shape: column, Doc: "Heads, or {head, type, width}"},
			{Name: "rows", Type: outline.Scalar, Rows: true, Doc: "Cells, one list a row; n/a does not exist, ? is not known"},
			{Name: "total", Type: outline.Words, Doc: "The row that is the sum of the others, by its first cell; true: the last row"},
			{Name: "highlight", Type: outline.Words, Doc: "The row that carries the message, by its first cell"},
			{Name: "unit", Type: outline.Words, Doc: "Printed under the title: unit, period"},
			{Name: "rounded", Type: outline.Flag, Doc: "The numbers are rounded: parts may miss their sum by half a unit of the last printed digit each"},
		}}}
}

// mostColumns can be read beside each other.
const mostColumns = 12

// tableColumn is a column as its cells say it is.
type tableColumn struct {
	head  string
	at    diag.Span
	kind  string // text, num, delta, bar, spark, tick; date: text that is a date in every cell
	width scene.Pt
	good  bool // delta: up is to be welcomed
}

// tableRow is one row as typed.
type tableRow struct {
	of        *table.Table // nil: typed in the outline
	cells     []table.Cell
	unit      value.Unit // of the row, printed after its name
	at        diag.Span
	total     bool
	highlight bool
}

// tableData is what a table says, before it is set.
type tableData struct {
	cols     []tableColumn
	rows     []tableRow
	unit     value.Unit // of values that name none, said once under the title
	calendar value.Calendar
	// mayMiss says that the author calls the numbers rounded.
	mayMiss bool
	// rounded says that the parts miss a total by no more than their rounding.
	rounded bool
	// parted says that the author called the parts rounded.
	parted bool
}

// tablePage sets the table in the main column where its words fit there, else over the full width.
func tablePage(f *page.Flow, b *briefing.Block) {
	k := f.K
	d := readTableData(k, b)
	if d == nil {
		return
	}
	markRows(k, b, d)
	s := newTableSetter(k, b, d)
	unit := tableUnit(k, b, d)
	if f.Narrow {
		if s.wish() <= k.Grid.RailW && s.fit(k.Grid.RailW, k.St.TableText) {
			s.place(f, k.Grid.RailW, unit)
		}
		return
	}
	width, fits := k.Grid.MainW, false
	if len(d.cols) <= 3 || s.wish() <= width {
		fits = s.fit(width, k.St.TableText)
	}
	if !fits {
		width = k.Grid.Width()
		if len(d.cols) > 9 || !s.fit(width, k.St.TableText) {
			s.fit(width, k.St.TableSmall())
		}
	}
	if s.short > 0 {
		k.L.Error(b.At, "E-FIT", "leave out a column, or make two tables", "the table is %.0f pt wider than its page", float64(s.short))
	}
	s.place(f, width, unit)
}

// place adds the table that was fitted to a width.
func (s *tableSetter) place(f *page.Flow, width scene.Pt, unit string) {
	k, b := s.k, s.b
	what := k.AltOf(k.Diagrams().Table, b.Title.String())
	e := k.Exhibit(b, width, unit, what)
	if s.d.rounded {
		e.Extra = k.Diagrams().Rounding
	}
	box := s.grid(width, what).Box(e)
	if f.Narrow {
		f.Rail(box.Fix())
		return
	}
	f.Add(box)
}

// readTableData reads the cells; it is nil where there is nothing to print, or more than can be read.
func readTableData(k *page.Composer, b *briefing.Block) *tableData {
	d := &tableData{calendar: k.B.Calendar, mayMiss: b.Rounded()}
	if t := b.Table("data"); t != nil {
		if len(t.Rows) > limits.TableRows.N() {
			k.L.Limit(b.PlaceOf("data"), limits.TableRows)
			return nil
		}
		d.unit, d.calendar, d.parted, d.rounded = t.Unit, t.Calendar, t.Rounded, t.Misses
		d.cols = append(d.cols, tableColumn{head: t.Corner, kind: "text"})
		for _, c := range t.Columns {
			d.cols = append(d.cols, tableColumn{head: c.Name, at: c.At, good: true, kind: typeOf(c.Type)})
		}
		for _, r := range t.Rows {
			row := tableRow{of: t, at: r.At, unit: r.Unit, total: r.Total, cells: append([]table.Cell{{Text: r.Name, At: r.At}}, r.Cells...)}
			d.rows = append(d.rows, row)
		}
	} else {
		for _, c := range b.List("columns") {
			col := tableColumn{head: c.Words("head"), at: c.Place(), kind: c.Words("type"), good: c.Words("good") != "down"}
			if w, err := source.ParseValue(c.Words("width")); err == nil {
				lo, _ := w.Floats()
				col.width = scene.Pt(lo)
			} else if c.Has("width") {
				k.L.Error(c.PlaceOf("width"), "E-VALUE", "write points, as in 120", "%q is no width", c.Words("width"))
			}
			d.cols = append(d.cols, col)
		}
		rows := b.Rows("rows")
		if len(rows) > limits.TableRows.N() {
			k.L.Limit(b.PlaceOf("rows"), limits.TableRows)
			return nil
		}
		for _, r := range rows {
			row := tableRow{}
			for _, c := range r {
				row.cells = append(row.cells, table.Cell{Text: c.Words, At: c.At, Marks: &k.B.Marks})
			}
			if len(row.cells) > 0 {
				row.at = row.cells[0].At
			}
			d.rows = append(d.rows, row)
		}
	}
	if n := len(d.cols); n > mostColumns {
		k.L.Error(b.PlaceOf("data"), "E-TABLE", "choose fewer columns, or make two tables", "the table has %d columns; at most %d can be read", n, mostColumns)
		return nil
	}
	if len(d.cols) == 0 || len(d.rows) == 0 {
		return nil
	}
	text := 0 // bytes
	for i := range d.rows {
		r := &d.rows[i]
		if len(r.cells) != len(d.cols) {
			at := r.at
			if at.IsZero() {
				at = b.At
			}
			k.L.Error(at, "E-TABLE", "write n/a for a cell that does not exist", "row %d has %d cells, the table has %d columns", i+1, len(r.cells), len(d.cols))
			for len(r.cells) < len(d.cols) {
				r.cells = append(r.cells, table.Cell{Text: "n/a", At: at})
			}
			r.cells = r.cells[:len(d.cols)]
		}
		for j := range r.cells {
			if c := &r.cells[j]; limits.PrintedCell.Longer(c.Text) {
				k.L.Limit(c.At, limits.PrintedCell)
				c.Text = "…"
			}
			text += len(r.cells[j].Text)
		}
	}
	if text > limits.PrintedText.N() {
		k.L.Limit(b.PlaceOf("data"), limits.PrintedText)
		return nil
	}
	for i := range d.cols {
		if d.cols[i].kind == "" {
			d.cols[i].kind = d.guess(i)
		}
		if d.cols[i].kind == "text" {
			d.impossibleDates(i, k.L)
		}
	}
	d.onePeriod(k.L)
	return d
}

// onePeriod reports rows, or columns, that are named for one period in two spellings: Jan-24 and 2024-01. Rows
// of one spelling are meant, as in a list of deals.
func (d *tableData) onePeriod(l *diag.List) {
	report := func(what string, names []string, at func(int) diag.Span) {
		if first, second, ok := d.calendar.Twice(names); ok {
			l.Error(at(second), "E-DUP", "leave one of them out, or name another period; where both are meant write both alike", "%s %q and %q (%s) are one period in two spellings", what, names[second], names[first], charts.Where(at(first)))
		}
	}
	var rows, heads []string
	for _, r := range d.rows {
		rows = append(rows, r.cells[0].Text)
	}
	for _, c := range d.cols[1:] {
		heads = append(heads, c.head)
	}
	report("the rows", rows, func(i int) diag.Span { return d.rows[i].cells[0].At })
	report("the columns", heads, func(i int) diag.Span { return d.cols[i+1].at })
}

// typeOf is the kind of a column of which the outline says what it holds.
func typeOf(t table.ColumnType) string {
	switch t {
	case table.TextColumn:
		return "text"
	case table.NumberColumn:
		return "num"
	case table.DateColumn:
		return "date"
	case table.FlagColumn:
		return "tick"
	}
	return ""
}

// unitOf is the unit of a row's values that name none.
func (d *tableData) unitOf(r tableRow) value.Unit {
	if r.unit.IsZero() {
		return d.unit
	}
	return r.unit
}

// guess is a column's kind where nobody said it: dates where every cell is one, numbers where every cell is one and none is a code.
func (d *tableData) guess(col int) string {
	numbers, some := true, false
	for _, r := range d.rows {
		c := r.cells[col]
		if text := strings.TrimSpace(c.Text); c.Value == nil && missing(text) {
			continue
		} else if some = true; c.Value == nil && numbers {
			_, err := c.Read(d.unitOf(r))
			numbers = err == nil || value.CodeOf(err, "") == "E-AMBIGUOUS" // which is asked about
		}
	}
	switch {
	case !some:
		return "text"
	case d.dates(col):
		return "date"
	case d.codes(col):
		return "text"
	case numbers:
		return "num"
	}
	return "text"
}

// dates says that every cell of a column that holds something is a date. What is typed is printed: a date that could be two
// days is one all the same.
func (d *tableData) dates(col int) bool {
	cells, errs := d.readDates(col)
	for _, err := range errs {
		var fault *value.DateError
		if err != nil && (!errors.As(err, &fault) || fault.Code != "E-AMBIGUOUS") {
			return false
		}
	}
	return len(cells) > 0 && (ofYears(d.cols[col].head) || !fourDigits(cells) || inOurTime(cells))
}

// fourDigits says that a column holds nothing but numbers of four digits: years, or a count of people.
func fourDigits(cells []table.Cell) bool {
	return !slices.ContainsFunc(cells, func(c table.Cell) bool {
		text := strings.TrimSpace(c.Text)
		return len(text) != 4 || strings.Trim(text, "0123456789") != ""
	})
}

// inOurTime says that all of them are years from 1900 to 2100, where a count is rare and a year is not.
func inOurTime(cells []table.Cell) bool {
	return !slices.ContainsFunc(cells, func(c table.Cell) bool {
		text := strings.TrimSpace(c.Text)
		return text < "1900" || text > "2100"
	})
}

// ofYears says that a column's head promises years, of whatever time.
func ofYears(head string) bool {
	return strings.ContainsRune(head, '年') || slices.ContainsFunc(strings.FieldsFunc(strings.ToLower(head), func(r rune) bool { return !unicode.IsLetter(r) }), func(w string) bool {
		switch w {
		case "year", "years", "yr", "fy", "founded", "established", "since", "built", "born", "jahr", "jahre", "baujahr", "gründungsjahr", "gegründet", "année", "années", "an", "fondée", "fondé", "año", "años", "fundada", "fundado":
			return true
		}
		return false
	})
}

// impossibleDates reports the 31st of February in a column of dates.
func (d *tableData) impossibleDates(col int, l *diag.List) {
	cells, errs := d.readDates(col)
	var wrong []int
	dated := 0
	for i, err := range errs {
		var fault *value.DateError
		if errors.As(err, &fault) && fault.Code == "E-DATE" {
			wrong = append(wrong, i)
		} else if err == nil {
			dated++
		}
	}
	if dated == 0 || 2*(dated+len(wrong)) < len(cells) {
		return
	}
	for _, i := range wrong {
		var fault *value.DateError
		errors.As(errs[i], &fault)
		l.Error(cells[i].At, fault.Code, fault.Hint, "%s", fault.Summary)
	}
}

// readDates reads the cells of a column that hold something as dates.
func (d *tableData) readDates(col int) (cells []table.Cell, errs []error) {
	var texts []string
	for _, r := range d.rows {
		c := r.cells[col]
		if text := strings.TrimSpace(c.Text); c.Value != nil || !missing(text) {
			cells, texts = append(cells, c), append(texts, text)
		}
	}
	_, errs = d.calendar.ParseDates(texts)
	return cells, errs
}

// missing says that a cell holds no value: it is empty, does not exist or is not known.
func missing(text string) bool {
	switch strings.ToLower(text) {
	case "", "n/a", "?", "–", "-":
		return true
	}
	return false
}

// markRows finds the total and the highlighted row by their first cells, and adds the total up.
func markRows(k *page.Composer, b *briefing.Block, d *tableData) {
	names := make([]string, len(d.rows))
	for i, r := range d.rows {
		names[i] = r.cells[0].Text
	}
	find := func(field string) int {
		name := b.Words(field)
		if name == "" {
			return -1
		}
		for i, n := range names {
			if strings.EqualFold(strings.TrimSpace(n), name) {
				return i
			}
		}
		hint := diag.DidYouMean(name, names)
		if hint == "" {
			hint = "write the words of the row's first cell"
		}
		k.L.Error(b.PlaceOf(field), "E-REF", hint, "no row of the table is called %q", name)
		return -1
	}
	if i := find("highlight"); i >= 0 {
		d.rows[i].highlight = true
	}
	switch b.Words("total") {
	case "", "false":
	case "true":
		d.rows[len(d.rows)-1].total = true
		addUp(k, d, len(d.rows)-1)
	default:
		if i := find("total"); i >= 0 {
			d.rows[i].total = true
			addUp(k, d, i)
		}
	}
}
