package table

import (
	"slices"
	"strconv"
	"strings"

	"roadshow/briefing/evidence/source"
	"roadshow/briefing/evidence/value"
	"roadshow/internal/diag"
	"roadshow/internal/limits"
)

// table gives rows of cells their meaning: the first names the columns, the first cell of the others names the row. The
// outline may turn them round, choose columns, leave rows out and say which row is a sum.
func (r *reader) table(rows [][]Cell, o TableOptions) *Table {
	rows = slices.DeleteFunc(rows, empty)
	if len(rows) == 0 {
		r.fail(r.at, "its first row names the columns, its first column the rows", r.name+" is empty")
		return nil
	}
	if o.Transpose {
		rows = transposed(rows)
	}
	head, rows, ok := r.heading(rows, o.HeaderRows)
	if !ok {
		return nil
	}
	if rows, ok = r.even(head, rows); !ok {
		return nil
	}
	head, rows = withoutBlank(head, rows)
	if len(head) < 2 {
		hint := "separate columns with commas"
		if r.sheet {
			hint = "a `range` such as B3:F14 leaves out what stands around the table"
		}
		r.fail(head[0].At, hint+"; the first row names the columns, the first column names the rows", r.name+" has only one column")
		return nil
	}
	if head, rows, ok = r.pick(head, rows, o); !ok {
		return nil
	}
	if !r.types(head, rows, o) {
		return nil
	}
	if rows, ok = r.leaveOut(rows, o.LeaveOut); !ok {
		return nil
	}
	if o.SeriesName.Name != "" || o.SeriesOf.Name != "" {
		if head, rows, ok = r.long(head, rows, o); !ok {
			return nil
		}
	}
	if len(rows) > limits.Rows.N() {
		r.limit(limits.Rows)
		return nil
	}
	t := &Table{Corner: head[0].Text, Rows: make([]Row, 0, len(rows))}
	unit, excerpt := r.columns(t, head, rows, o)
	if r.problems > 0 {
		return nil
	}
	for _, cells := range rows {
		if r.problems > limits.ProblemsOfFile.N() {
			return nil
		}
		r.row(t, cells, unit, excerpt)
	}
	if len(t.Rows) == 0 && r.problems == 0 {
		r.fail(head[0].At, "the first row only names the columns", r.name+" has no rows")
		return nil
	}
	r.total(t, o.Total)
	return t
}

// transposed turns rows into columns.
func transposed(rows [][]Cell) [][]Cell {
	width := 0
	for _, row := range rows {
		width = max(width, len(row))
	}
	out := make([][]Cell, width)
	for x := range out {
		out[x] = make([]Cell, len(rows))
		for y, row := range rows {
			if x < len(row) {
				out[x][y] = row[x]
			} else if len(row) > 0 {
				out[x][y] = Cell{At: row[len(row)-1].At, Form: row[0].Form}
			}
		}
	}
	return slices.DeleteFunc(out, empty)
}

// heading joins the rows that name the columns. A name that stands over several columns is written once: the cells to its right
// are empty.
func (r *reader) heading(rows [][]Cell, n int) (head []Cell, rest [][]Cell, ok bool) {
	n = max(n, 1)
	if len(rows) <= n && n > 1 {
		r.fail(r.place("header_rows"), "", r.name+" has "+count(len(rows), "row")+": "+strconv.Itoa(n)+" of them cannot be the heading")
		return nil, nil, false
	}
	width := 0
	for _, row := range rows[:n] {
		width = max(width, len(row))
	}
	head = make([]Cell, width)
	for y, row := range rows[:n] {
		above := ""
		for x := range head {
			text := ""
			if x < len(row) {
				text = row[x].Text
				if head[x].At.File == "" || text != "" && head[x].Text == "" {
					head[x].At, head[x].Form = row[x].At, row[x].Form
				}
			}
			switch {
			case n == 1 || y == n-1:
			case text == "" && x > 0 && !r.merges && below(rows[y+1:n], x):
				text = above
			default:
				above = text
			}
			switch joined := head[x].Text; {
			case text == "" || joined == text || strings.HasSuffix(joined, " · "+text):
			case joined == "":
				head[x].Text = text
			default:
				head[x].Text = joined + " · " + text
			}
		}
	}
	for len(head) > 1 && head[len(head)-1].Text == "" && !filledColumn(rows[n:], len(head)-1) {
		head = head[:len(head)-1]
	}
	for x := range head {
		if head[x].At.File == "" {
			head[x].At = rows[0][0].At
		}
	}
	return head, rows[n:], true
}

// below says that one of some rows has a cell in a column.
func below(rows [][]Cell, x int) bool {
	return slices.ContainsFunc(rows, func(row []Cell) bool { return x < len(row) && row[x].Text != "" })
}

func filledColumn(rows [][]Cell, x int) bool { return below(rows, x) }

// even holds every row against the heading. Rows of another length are one problem, not one each.
func (r *reader) even(head []Cell, rows [][]Cell) ([][]Cell, bool) {
	bad, first := 0, -1
	for i, cells := range rows {
		for len(cells) > len(head) && cells[len(cells)-1].Text == "" {
			cells = cells[:len(cells)-1]
		}
		if rows[i] = cells; len(cells) != len(head) {
			if bad++; first < 0 {
				first = i
			}
		}
	}
	if bad == 0 {
		return rows, true
	}
	cells, want := rows[first], len(head)
	at := cells[len(cells)-1].At
	hint := "write n/a (does not exist) or ? (not known) where there is no value"
	if len(cells) > want {
		at = cells[want].At
		hint = "put a cell that holds the separator between double quotes"
	}
	if bad*2 > len(rows) { // the heading is the odd one
		hint = "where the table begins further down, set `range`, such as " + area{0, first, len(cells), first + len(rows)}.String() + "; a cell that holds the separator stands between double quotes"
	}
	more := ""
	if bad > 1 {
		more = "; so it is with " + count(bad-1, "other row")
	}
	r.fail(at, hint, "this row has "+count(len(cells), "cell")+", the first row names "+count(want, "column")+more)
	return nil, false
}

// withoutBlank drops columns in which nothing stands: they only give room.
func withoutBlank(head []Cell, rows [][]Cell) ([]Cell, [][]Cell) {
	var blank []int
	for x := range head {
		if x > 0 && head[x].Text == "" && !filledColumn(rows, x) {
			blank = append(blank, x)
		}
	}
	if head[0].Text == "" && len(head) > 2 && !filledColumn(rows, 0) {
		blank = append([]int{0}, blank...)
	}
	if len(blank) == 0 {
		return head, rows
	}
	drop := func(cells []Cell) []Cell {
		out := make([]Cell, 0, len(cells)-len(blank))
		for x, c := range cells {
			if !slices.Contains(blank, x) {
				out = append(out, c)
			}
		}
		return out
	}
	for i := range rows {
		rows[i] = drop(rows[i])
	}
	return drop(head), rows
}

// find is the column of a name that the outline addresses: it must stand there once.
func (r *reader) find(head []Cell, n Named) int {
	at := -1
	for x, c := range head {
		if c.Text != n.Name {
			continue
		}
		if at >= 0 {
			r.fail(n.At, "give each column a name of its own", "two columns of "+r.name+" are named "+value.Quoted(n.Name)+", "+place(head[at].At)+" and "+place(c.At))
			return -1
		}
		at = x
	}
	if at < 0 {
		names := make([]string, 0, len(head))
		for _, c := range head {
			names = append(names, c.Text)
		}
		hint := diag.DidYouMean(n.Name, names)
		if hint == "" {
			hint = "its columns are " + strings.Join(names[:min(len(names), 8)], ", ")
		}
		r.fail(n.At, hint, r.name+" has no column "+value.Quoted(n.Name))
	}
	return at
}

// pick chooses columns in the order of the outline. Units and excerpts stay: they belong to the rows.
func (r *reader) pick(head []Cell, rows [][]Cell, o TableOptions) ([]Cell, [][]Cell, bool) {
	if len(o.Columns) == 0 {
		return head, rows, true
	}
	var from []int
	var out []Cell
	for _, p := range o.Columns {
		x := r.find(head, p.Named)
		if x < 0 {
			return nil, nil, false
		}
		c := head[x]
		if p.As != "" {
			c.Text = p.As
		}
		if slices.ContainsFunc(out, func(o Cell) bool { return o.Text == c.Text }) {
			r.problems++
			r.l.Error(p.At, "E-DUP", "give each column a name of its own", "columns makes two columns of one name: %q", c.Text)
			return nil, nil, false
		}
		from, out = append(from, x), append(out, c)
	}
	for x, c := range head {
		if (strings.EqualFold(c.Text, "unit") || strings.EqualFold(c.Text, "excerpt")) && !slices.Contains(from, x) && x > 0 && r.isMeta(c.Text, rows, x) {
			from, out = append(from, x), append(out, c)
		}
	}
	if len(out) < 2 {
		r.fail(r.place("columns"), "the first column names the rows", "a table needs two columns at least")
		return nil, nil, false
	}
	for i, cells := range rows {
		row := make([]Cell, len(from))
		for k, x := range from {
			row[k] = cells[x]
		}
		rows[i] = row
	}
	return out, slices.DeleteFunc(rows, empty), true
}

// leaveOut drops the rows that the outline names.
func (r *reader) leaveOut(rows [][]Cell, names []Named) ([][]Cell, bool) {
	for _, n := range names {
		before := len(rows)
		rows = slices.DeleteFunc(rows, func(cells []Cell) bool { return cells[0].Text == n.Name })
		if len(rows) == before {
			known := make([]string, 0, min(before, 1000))
			for _, cells := range rows[:min(before, 1000)] {
				known = append(known, cells[0].Text)
			}
			r.fail(n.At, diag.DidYouMean(n.Name, known), r.name+" has no row "+value.Quoted(n.Name))
			return nil, false
		}
	}
	return rows, true
}

// columns reads the heading. It says which columns hold units and excerpts, 0 for none.
func (r *reader) columns(t *Table, head []Cell, rows [][]Cell, o TableOptions) (unit, excerpt int) {
	for i, c := range head[1:] {
		switch {
		case strings.EqualFold(c.Text, "unit") && unit == 0 && r.isMeta(c.Text, rows, i+1):
			unit = i + 1
		case strings.EqualFold(c.Text, "excerpt") && excerpt == 0:
			excerpt = i + 1
		default:
			if strings.EqualFold(c.Text, "excerpt") {
				r.fail(c.At, "give each column a name of its own", "two columns are named "+value.Quoted(c.Text))
			}
			col := Column{Name: c.Text, At: c.At}
			for _, typed := range o.Types {
				if typed.Name == c.Text {
					col.Type = typed.Type
				}
			}
			t.Columns = append(t.Columns, col)
		}
		if len(t.Columns) > limits.Columns.N() {
			r.limit(limits.Columns)
			break
		}
	}
	if len(t.Columns) == 0 && r.problems == 0 {
		r.fail(head[0].At, "add a column with values", r.name+" has no column but names, units and excerpts")
	}
	return unit, excerpt
}

// isMeta says that a column called unit holds units: each of its cells can be one, and there are numbers to have them. A column of
// other words is a column as any other.
func (r *reader) isMeta(name string, rows [][]Cell, x int) bool {
	if !strings.EqualFold(name, "unit") {
		return true
	}
	numbers := false
	for _, cells := range rows {
		if x >= len(cells) {
			continue
		}
		if u, err := source.ParseUnit(cells[x].Text); err != nil && !strings.ContainsAny(cells[x].Text, "0123456789") || err == nil && len(u.Noun) > 40 {
			return false
		} else if err != nil && len(cells[x].Text) > 12 {
			return false
		}
		for k := 1; k < len(cells) && !numbers; k++ {
			if k != x {
				_, err := cells[k].Read(value.Unit{})
				numbers = err == nil
			}
		}
	}
	return numbers || len(rows) == 0
}

func (r *reader) row(t *Table, cells []Cell, unit, excerpt int) {
	row := Row{Name: cells[0].Text, At: cells[0].At}
	if unit > 0 {
		c := cells[unit]
		u, err := source.ParseUnit(c.Text)
		if e, ok := err.(*value.SyntaxError); ok {
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
