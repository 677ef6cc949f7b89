package evidence

import "roadshow/internal/diag"

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
