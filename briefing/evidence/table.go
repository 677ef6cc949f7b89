package evidence

import (
	"fmt"

	"roadshow/internal/diag"
)

// Table is data as rows and columns of typed cells, from a CSV or XLSX file or from values written in the outline. The
// first row named the columns, the first column named the rows. Columns called unit and excerpt are not among Columns:
// they are on each Row.
type Table struct {
	ID      string // data id; "" for inline values
	Corner  string // head of the first column
	Columns []Column
	Rows    []Row
	Unit    Unit     // of every value that names none itself
	Source  []string // source ids
	Own     []string // columns that are the author's own: no excerpt has to say their cells
	Note    string
	At      diag.Span
}

// Column is a column's name and place.
type Column struct {
	Name string
	At   diag.Span
}

// Row is one row: its name and a cell for every column.
type Row struct {
	Name      string
	At        diag.Span
	Unit      Unit
	Excerpt   string // words of the source that prove the row's numbers
	ExcerptAt diag.Span
	Cells     []Cell
}

// Cell is one cell as typed. It is judged when somebody knows what it should be: Value or Date.
type Cell struct {
	Text  string
	At    diag.Span
	Value *Value // set where the outline gave a figure instead of text
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

// Value is the value of the cell at a row and a column, by their names, with the row's or the table's unit. The error names
// what is missing, and the nearest name there is.
func (t *Table) Value(row, column string) (Value, error) {
	r, c := t.Row(row), t.Column(column)
	if r == nil {
		return Value{}, t.missing("row", row, len(t.Rows), func(i int) string { return t.Rows[i].Name })
	}
	if c < 0 {
		return Value{}, t.missing("column", column, len(t.Columns), func(i int) string { return t.Columns[i].Name })
	}
	v, err := t.Judge(r, c)
	if err != nil {
		return v, fmt.Errorf("row %s, column %s: %w", quoted(row), quoted(column), err)
	}
	return v, nil
}

// Judge reads the cell of a row in column number c as a value, with the row's or the table's unit. Its errors are
// *SyntaxError, with offsets in the cell's text.
func (t *Table) Judge(r *Row, c int) (Value, error) {
	cell := &r.Cells[c]
	if cell.Value != nil {
		return *cell.Value, nil
	}
	v, err := ParseValue(cell.Text)
	if err != nil {
		return v, err
	}
	v.At = cell.At
	unit := r.Unit
	if unit.IsZero() {
		unit = t.Unit
	}
	u, err := v.WithUnit(unit)
	if e, ok := err.(*SyntaxError); ok {
		e.End = len(cell.Text)
	}
	return u, err
}

// missing says that a name is not in the table. Names are few or the table is long: only the first thousand are compared.
func (t *Table) missing(kind, name string, n int, at func(int) string) error {
	names := make([]string, 0, min(n, 1000))
	for i := range min(n, 1000) {
		names = append(names, at(i))
	}
	table := "the table"
	if t.ID != "" {
		table = quoted(t.ID)
	}
	if near := diag.Nearest(name, names); near != "" {
		return fmt.Errorf("%s has no %s %s: did you mean %s?", table, kind, quoted(name), quoted(near))
	}
	return fmt.Errorf("%s has no %s %s", table, kind, quoted(name))
}
