package evidence

import (
	"io"
	"path"
	"slices"
	"strconv"
	"strings"

	"roadshow/internal/diag"
)

// Limits of data files. They bound memory and time before anything is believed.
const (
	maxFile     = 64 << 20 // bytes of a CSV, and of a workbook unzipped
	maxXML      = 16 << 20 // bytes of one part of a workbook
	maxCells    = 2 << 20
	maxParts    = 10_000 // files in a workbook
	maxProblems = 20     // reported of one file
)

// TableOptions say which part of a file is the table.
type TableOptions struct {
	Sheet string // XLSX: name of the sheet; "": the first
	Range string // XLSX: "B2:E10"; "": all that is filled
	Unit  Unit   // of values that name none
}

// ReadTable reads a CSV or XLSX file, by the ending of its name. name is also what spans call the file; at is where the
// outline names it. Problems are reported to l; the table is nil when it cannot be used.
func ReadTable(src io.Reader, name string, o TableOptions, at diag.Span, l *diag.List) *Table {
	data, err := io.ReadAll(io.LimitReader(src, maxFile+1))
	if err != nil {
		l.Error(at, "E-FILE", "", "cannot read %s: %v", name, err)
		return nil
	}
	if len(data) > maxFile {
		l.Error(at, "E-LIMIT", "leave out rows that no chart shows", "%s is longer than 64 MiB", name)
		return nil
	}
	r := reader{name: name, part: name, at: at, l: l}
	if o.Range != "" {
		r.part = o.Range + " of " + name
	}
	var rows [][]Cell
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case ".csv":
		if o.Sheet != "" || o.Range != "" {
			r.fail(at, "leave them out", "sheet and range are for XLSX files")
		}
		rows = r.csv(data)
	case ".xlsx":
		rows = r.workbook(data, o)
	default:
		r.fail(at, "save it as CSV (UTF-8) or XLSX", quoted(name)+" is neither a CSV nor an XLSX file")
	}
	if r.problems > 0 {
		return nil
	}
	t := r.table(rows)
	if r.problems > 0 {
		return nil
	}
	t.Unit, t.At = o.Unit, at
	return t
}

// reader turns one file into a table, or into problems.
type reader struct {
	name     string
	part     string    // the name, behind the range that the outline gives
	at       diag.Span // where the outline names the file
	l        *diag.List
	problems int
}

func (r *reader) fail(at diag.Span, hint, summary string) {
	r.problems++
	switch {
	case r.problems == maxProblems:
		r.l.Error(r.at, "E-DATA", "", "%s has more problems than these", r.name)
	case r.problems < maxProblems:
		r.l.Error(at, "E-DATA", hint, "%s", summary)
	}
}

func (r *reader) limit(what string) {
	r.problems++
	r.l.Error(r.at, "E-LIMIT", "leave out rows that no chart shows", "%s has %s", r.name, what)
}

// table gives rows of cells their meaning: the first names the columns, the first cell of the others names the row.
func (r *reader) table(rows [][]Cell) *Table {
	rows = slices.DeleteFunc(rows, empty)
	if len(rows) == 0 {
		r.fail(r.at, "its first row names the columns, its first column the rows", r.part+" is empty")
		return nil
	}
	head := rows[0]
	for len(head) > 0 && head[len(head)-1].Text == "" {
		head = head[:len(head)-1]
	}
	if len(head) < 2 {
		hint := "separate columns with commas"
		if rows[0][0].At.Line == 0 { // a cell of a workbook
			hint = "a `range` such as B3:F14 leaves out what stands around the table"
		}
		r.fail(rows[0][0].At, hint+"; the first row names the columns, the first column names the rows", r.part+" has only one column")
		return nil
	}
	t := &Table{Corner: head[0].Text, Rows: make([]Row, 0, len(rows)-1)}
	unit, excerpt := r.columns(t, head)
	if r.problems > 0 {
		return nil
	}
	seen := make(map[string]int32, len(rows))
	for _, cells := range rows[1:] {
		if r.problems >= maxProblems {
			return nil
		}
		for len(cells) > len(head) && cells[len(cells)-1].Text == "" {
			cells = cells[:len(cells)-1]
		}
		if len(cells) != len(head) {
			r.ragged(cells, len(head))
			continue
		}
		r.row(t, cells, unit, excerpt, seen)
	}
	if len(t.Rows) == 0 && r.problems == 0 {
		r.fail(head[0].At, "the first row only names the columns", r.name+" has no rows")
	}
	return t
}

// columns reads the first row. It says which columns hold units and excerpts, 0 for none.
func (r *reader) columns(t *Table, head []Cell) (unit, excerpt int) {
	for i, c := range head[1:] {
		switch {
		case c.Text == "":
			r.fail(c.At, "name every column in the first row", "column "+strconv.Itoa(i+2)+" has no name")
		case strings.EqualFold(c.Text, "unit") && unit == 0:
			unit = i + 1
		case strings.EqualFold(c.Text, "excerpt") && excerpt == 0:
			excerpt = i + 1
		default:
			if t.Column(c.Text) >= 0 || strings.EqualFold(c.Text, "unit") || strings.EqualFold(c.Text, "excerpt") {
				r.fail(c.At, "give each column a name of its own", "two columns are named "+quoted(c.Text))
			}
			t.Columns = append(t.Columns, Column{Name: c.Text, At: c.At})
		}
		if len(t.Columns) > 1000 {
			r.limit("more than 1,000 columns")
			break
		}
	}
	if len(t.Columns) == 0 && r.problems == 0 {
		r.fail(head[0].At, "add a column with values", r.name+" has no column but names, units and excerpts")
	}
	return unit, excerpt
}

func (r *reader) ragged(cells []Cell, want int) {
	at := cells[len(cells)-1].At
	hint := "write n/a (does not exist) or ? (not known) where there is no value"
	if len(cells) > want {
		at = cells[want].At
		hint = "put a cell that holds a comma between double quotes"
	}
	r.fail(at, hint, "this row has "+count(len(cells), "cell")+", the first row names "+count(want, "column"))
}

func (r *reader) row(t *Table, cells []Cell, unit, excerpt int, seen map[string]int32) {
	row := Row{Name: cells[0].Text, At: cells[0].At}
	if row.Name == "" {
		hint := "the first column names the rows"
		if row.At.Line == 0 {
			hint += "; of merged cells only the first holds the name"
		}
		r.fail(row.At, hint, "this row has no name")
	} else if first, twice := seen[row.Name]; twice {
		r.fail(row.At, "give each row a name of its own", "two rows are named "+quoted(row.Name)+"; the first stands "+place(t.Rows[first].At))
	}
	seen[row.Name] = int32(len(t.Rows))
	if unit > 0 {
		c := cells[unit]
		u, err := ParseUnit(c.Text)
		if e, ok := err.(*SyntaxError); ok {
			r.problems++
			e.Report(r.l, c.At, "E-UNIT", c.Text)
		}
		row.Unit = u
	}
	if excerpt > 0 {
		row.Excerpt, row.ExcerptAt = cells[excerpt].Text, cells[excerpt].At
	}
	row.Cells = cells[1:]
	if unit > 0 || excerpt > 0 {
		kept := row.Cells[:0]
		for i, c := range cells[1:] {
			if i+1 != unit && i+1 != excerpt {
				kept = append(kept, c)
			}
		}
		row.Cells = kept
	}
	t.Rows = append(t.Rows, row)
}

func empty(cells []Cell) bool {
	for i := range cells {
		if cells[i].Text != "" {
			return false
		}
	}
	return true
}

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
