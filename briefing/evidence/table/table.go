// Package table reads data files, CSV and XLSX, into rows and columns of typed cells.
package table

import (
	"fmt"
	"slices"
	"strings"

	"roadshow/briefing/evidence/value"
	"roadshow/internal/diag"
)

// Table is data as rows and columns of typed cells, from a CSV or XLSX file or from values written in the outline. The
// first row named the columns, the first column named the rows. Names may be missing or stand twice: only who addresses a row
// or a column by its name needs one of its own. Columns called unit and excerpt are not among Columns: they are on each Row.
type Table struct {
	ID       string // data id; "" for inline values
	Corner   string // head of the first column
	Columns  []Column
	Rows     []Row
	Unit     value.Unit // of every value that names none itself
	Source   []string   // source ids
	Own      []string   // columns that are the author's own: no excerpt has to say their cells
	Note     string
	Rounded  bool           // its author calls the numbers rounded: parts may miss their sum by half a unit each
	Misses   bool           // … and its total is missed by them so
	Dates    string         // order of numeric dates: dmy, mdy, ymd, or "" where nobody said
	Calendar value.Calendar // how its dates are read
	Said     []string       // what was found out about the file, for --explain
	At       diag.Span

	dates []value.Calendar // of the rows' names and of each column, where Settle decided them
}

// Column is a column's name and place.
type Column struct {
	Name string
	At   diag.Span
	Type ColumnType
}

// ColumnType is what the author says that a column holds.
type ColumnType uint8

// Types of columns; AnyColumn is judged by its cells.
const (
	AnyColumn ColumnType = iota
	TextColumn
	NumberColumn
	DateColumn
	FlagColumn
)

// Row is one row: its name and a cell for every column.
type Row struct {
	Name      string
	At        diag.Span
	Total     bool // the sum of the others
	Unit      value.Unit
	Excerpt   string // words of the source that prove the row's numbers
	ExcerptAt diag.Span
	Cells     []Cell
}

// Row is the row of a name, nil when there is none.
func (t *Table) Row(name string) *Row {
	for i := range t.Rows {
		if t.Rows[i].Name == name {
			return &t.Rows[i]
		}
	}
	return nil
}

// Column is the index of the column of a name, -1 when there is none.
func (t *Table) Column(name string) int {
	for i := range t.Columns {
		if t.Columns[i].Name == name {
			return i
		}
	}
	return -1
}

// Twice are the places of the first two rows of a name, where it has several.
func (t *Table) Twice(name string) (a, b diag.Span, twice bool) {
	n := 0
	for i := range t.Rows {
		if t.Rows[i].Name != name {
			continue
		}
		if n++; n == 2 {
			return a, t.Rows[i].At, true
		}
		a = t.Rows[i].At
	}
	return a, b, false
}

// Parts is the table without the rows that are the sum of the others: what a chart may draw as a part.
func (t *Table) Parts() *Table {
	if t == nil || !slices.ContainsFunc(t.Rows, func(r Row) bool { return r.Total }) {
		return t
	}
	out := *t
	out.Rows = slices.DeleteFunc(slices.Clone(t.Rows), func(r Row) bool { return r.Total })
	return &out
}

// Value is the value of the cell at a row and a column, by their names, with the row's or the table's unit, or that of the
// column's head. The error names what is missing, and the nearest name there is.
func (t *Table) Value(row, column string) (value.Value, error) {
	r, c := t.Row(row), t.Column(column)
	if r == nil {
		return value.Value{}, t.missing("row", row, len(t.Rows), func(i int) string { return t.Rows[i].Name })
	}
	if c < 0 {
		return value.Value{}, t.missing("column", column, len(t.Columns), func(i int) string { return t.Columns[i].Name })
	}
	if a, b, twice := t.Twice(row); twice {
		return value.Value{}, fmt.Errorf("two rows are named %s, %s and %s: a formula needs one with a name of its own", value.Quoted(row), place(a), place(b))
	}
	for i := c + 1; i < len(t.Columns); i++ {
		if t.Columns[i].Name == column {
			return value.Value{}, fmt.Errorf("two columns are named %s: a formula needs one with a name of its own", value.Quoted(column))
		}
	}
	v, err := t.Held(r, c)
	if err != nil {
		return v, fmt.Errorf("row %s, column %s: %w", value.Quoted(row), value.Quoted(column), err)
	}
	return v, nil
}

// Judge reads the cell of a row in column number c as a value, with the row's or the table's unit. Its errors are
// *SyntaxError, with offsets in the cell's text.
func (t *Table) Judge(r *Row, c int) (value.Value, error) {
	cell := &r.Cells[c]
	if cell.Value != nil {
		return *cell.Value, nil
	}
	unit := t.UnitOf(r)
	v, err := cell.Read(unit)
	if err != nil {
		return v, err
	}
	v.At = cell.At
	u, err := v.WithUnit(unit)
	if e, ok := err.(*value.SyntaxError); ok {
		e.End = len(cell.Text)
	}
	return u, err
}

// UnitOf is the unit of a row's values that name none.
func (t *Table) UnitOf(r *Row) value.Unit {
	if r.Unit.IsZero() {
		return t.Unit
	}
	return r.Unit
}

// missing says that a name is not in the table. Names are few or the table is long: only the first thousand are compared.
func (t *Table) missing(kind, name string, n int, at func(int) string) error {
	names := make([]string, 0, min(n, 1000))
	for i := range min(n, 1000) {
		names = append(names, at(i))
	}
	table := "the table"
	if t.ID != "" {
		table = value.Quoted(t.ID)
	}
	if near := diag.Nearest(name, names); near != "" {
		return fmt.Errorf("%s has no %s %s: did you mean %s?", table, kind, value.Quoted(name), value.Quoted(near))
	}
	return fmt.Errorf("%s has no %s %s", table, kind, value.Quoted(name))
}

// NoColumn is a hint for the name of a column that is not there.
func (t *Table) NoColumn(name string) string {
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = c.Name
	}
	if hint := diag.DidYouMean(name, names); hint != "" {
		return hint
	}
	return "its columns are " + strings.Join(names, ", ")
}
