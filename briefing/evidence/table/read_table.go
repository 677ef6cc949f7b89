package table

import (
	"io"
	"path"
	"strconv"
	"strings"

	"roadshow/briefing/evidence/value"
	"roadshow/internal/diag"
	"roadshow/internal/limits"
)

// longCell is a cell longer than names and numbers are, in bytes.
const longCell = 256

// TableOptions say which part of a file is the table, and how it is read. Names come with their places in the outline.
type TableOptions struct {
	Sheet string     // XLSX: name of the sheet; "": the first visible one
	Range string     // "B2:E10"; "": all that is filled
	Unit  value.Unit // of values that name none

	HeaderRows int // rows that name the columns; 0: one
	Transpose  bool
	Columns    []Pick  // in this order; nil: all
	LeaveOut   []Named // rows
	Total      Named   // the row that is the sum of the others
	SeriesName Named   // long form: the column that names the series …
	SeriesOf   Named   // … and the one that holds their values
	Types      []TypedColumn
	Rounded    bool // parts may miss their total by half a unit each

	Separator string // CSV: a name or a mark; "": found out
	Decimal   string // CSV: "." or ","; "": found out
	Encoding  string // CSV; "": found out
	Dates     string // order of numeric dates: dmy, mdy, ymd
	Hidden    HiddenCells

	Places map[string]diag.Span // where the outline's keys stand
}

// Named is a name in the outline; the zero Named is none.
type Named struct {
	Name string
	At   diag.Span
}

// Pick chooses a column and may give it another name.
type Pick struct {
	Named
	As string
}

// TypedColumn says what a column holds.
type TypedColumn struct {
	Named
	Type ColumnType
}

// ReadTable reads a CSV or XLSX file, by the ending of its name. name is also what spans call the file; at is where the
// outline names it. Problems are reported to l; the table is nil when it cannot be used.
func ReadTable(src io.Reader, name string, o TableOptions, at diag.Span, l *diag.List) *Table {
	defer l.Within(l.Len(), at)
	data, fits, err := limits.DataBytes.Read(src)
	if err != nil {
		l.Error(at, "E-FILE", "", "cannot read %s: %v", name, err)
		return nil
	}
	if !fits {
		l.Limit(at, limits.DataBytes, name)
		return nil
	}
	r := &reader{name: name, at: at, l: l, places: o.Places}
	var rows [][]Cell
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case ".csv", ".tsv", ".txt":
		r.without(o.Hidden == 0, "hidden", "a text file hides nothing")
		rows = r.text(data, o)
	case ".xlsx", ".xlsm":
		r.without(o.Separator == "", "separator", "a workbook has cells")
		r.without(o.Decimal == "", "decimal", "a workbook holds numbers, not their spelling")
		r.without(o.Encoding == "", "encoding", "a workbook says its own")
		rows = r.workbook(data, o)
	default:
		r.fail(at, "save it as CSV (UTF-8) or XLSX", value.Quoted(name)+" is neither a CSV nor an XLSX file")
	}
	if r.problems > 0 {
		return nil
	}
	if r.heads > 0 {
		o.HeaderRows = r.heads
	}
	long := 0
	for _, row := range rows {
		for i := range row {
			if n := len(row[i].Text); n > longCell {
				long += n
			}
		}
	}
	if long > limits.LongText.N() {
		r.limit(limits.LongText)
		return nil
	}
	t := r.table(rows, o)
	if r.problems > 0 {
		return nil
	}
	t.Unit, t.At, t.Dates, t.Said = o.Unit, at, o.Dates, r.said
	t.Rounded = t.Rounded || o.Rounded
	r.proveTotal(t)
	if r.problems > 0 {
		return nil
	}
	return t
}

// reader turns one file into a table, or into problems.
type reader struct {
	name     string
	at       diag.Span            // where the outline names the file
	places   map[string]diag.Span // where it says how to read it
	l        *diag.List
	problems int
	lengthy  int      // bytes of its long cells
	heads    int      // rows that name its columns for certain, where nobody said
	sheet    bool     // its cells stand on a sheet
	alone    bool     // no outline names the file: no key of one helps
	merges   bool     // … and its heading has merged cells
	said     []string // what was found out
}

// place is where a key of the data stands in the outline, or where it names the file.
func (r *reader) place(key string) diag.Span {
	if at, ok := r.places[key]; ok {
		return at
	}
	return r.at
}

func (r *reader) fail(at diag.Span, hint, summary string) {
	r.problems++
	switch {
	case r.problems <= limits.ProblemsOfFile.N():
		r.l.Error(at, "E-DATA", hint, "%s", summary)
	case r.problems == limits.ProblemsOfFile.N()+1:
		r.l.Error(r.at, "E-DATA", "", "%s", limits.ProblemsOfFile.Says(r.name))
	}
}

// without refuses a key that has no effect on a file of this kind: whoever writes it believes that it has.
func (r *reader) without(absent bool, key, why string) {
	if !absent {
		r.problems++
		r.l.Error(r.place(key), "E-KEY", "leave it out", "%s has no effect on %s: %s", key, path.Base(r.name), why)
	}
}

func (r *reader) limit(id limits.ID) {
	r.problems++
	r.l.Limit(r.at, id, r.name)
}

// text reads a text file, the range asked for.
func (r *reader) text(data string, o TableOptions) [][]Cell {
	if o.Sheet != "" {
		r.fail(r.place("sheet"), "leave it out", "sheet is for XLSX files")
		return nil
	}
	within := wholeSheet
	if o.Range != "" {
		var ok bool
		if within, ok = readRange(o.Range); !ok {
			r.fail(r.place("range"), "write it as B2:E10", value.Quoted(o.Range)+" is no range of cells")
			return nil
		}
	}
	rows := r.csv(data, o)
	if r.problems > 0 {
		return nil
	}
	if o.Range != "" {
		rows = rows[min(within.top, len(rows)):min(within.bottom, len(rows))]
		for i := range rows {
			rows[i] = rows[i][min(within.left, len(rows[i])):min(within.right, len(rows[i]))]
		}
		return rows
	}
	return r.titled(rows)
}

// titled leaves out titles above the table of a text file and remarks below it: lines of one cell beside lines of several.
func (r *reader) titled(rows [][]Cell) [][]Cell {
	filled := func(i int) (n int) {
		for _, c := range rows[i] {
			if c.Text != "" {
				n++
			}
		}
		return n
	}
	first, last := 0, len(rows)
	for first < last && filled(first) == 0 {
		first++
	}
	from := first
	for from+1 < last && filled(from) <= 1 && !cornered(rows[from]) {
		from++
	}
	if from == last || filled(from) <= 1 && !cornered(rows[from]) {
		from = first
	}
	for last-1 > from+1 && filled(last-1) <= 1 && (filled(last-1) == 0 || len(rows[last-1]) == 1 && len(rows[from]) > 2 || filled(last-2) == 0) {
		last--
	}
	if from > first {
		r.said = append(r.said, "the table begins in line "+strconv.Itoa(rows[from][0].At.Line)+"; the titles above it are left out")
	}
	return rows[from:last]
}

// cornered says that a line names the one column beside the rows' names, which have no name: ,x
func cornered(row []Cell) bool { return len(row) == 2 && row[0].Text == "" && row[1].Text != "" }

// workbook reads the table of an XLSX file.
func (r *reader) workbook(data string, o TableOptions) [][]Cell {
	r.sheet = true
	w := r.openWorkbook(data)
	if w == nil {
		return nil
	}
	part, ok := w.sheet(o.Sheet, o.Hidden)
	if !ok {
		return nil
	}
	within := wholeSheet
	if o.Range != "" {
		if within, ok = readRange(o.Range); !ok {
			r.fail(r.place("range"), "write it as B2:E10", value.Quoted(o.Range)+" is no range of cells")
			return nil
		}
	}
	s := w.readSheet(part, within, o.Hidden)
	if s == nil {
		return nil
	}
	a := hullOf(s.rows)
	if o.Range == "" {
		if a, ok = s.found(); !ok {
			return nil
		}
	} else if len(s.rows) == 0 {
		r.fail(r.place("range"), "", o.Range+" of sheet "+value.Quoted(part.name)+" in "+r.name+" is empty")
		return nil
	} else if o.HeaderRows > 1 { // a merged heading may reach beyond its words
		a = s.around(a, within)
	}
	rows := s.cells(a)
	switch {
	case o.HeaderRows > 1 && len(rows) > 0:
		s.fillHeads(rows, a, o.HeaderRows)
	case o.HeaderRows == 0 && !o.Transpose && s.twoHeads(rows, a):
		r.heads = 2
		s.fillHeads(rows, a, 2)
		r.said = append(r.said, "rows "+strconv.Itoa(a.top+1)+" and "+strconv.Itoa(a.top+2)+" of sheet "+value.Quoted(part.name)+" name the columns")
	case o.HeaderRows == 0 && !o.Transpose:
		s.askHeads(a)
	}
	return rows
}

// count is "1 row", "2 rows".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

func place(at diag.Span) string {
	if at.Line == 0 {
		return "in " + at.Note
	}
	return "in line " + strconv.Itoa(at.Line)
}
