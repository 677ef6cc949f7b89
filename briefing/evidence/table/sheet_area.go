package table

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"roadshow/briefing/evidence/value"
)

// wholeSheet is all that a sheet can hold.
var wholeSheet = area{0, 0, lastColumn, lastRow}

// readRange reads B2:E10, and whole columns (B:E) and rows (2:10).
func readRange(s string) (area, bool) {
	from, to, found := strings.Cut(strings.ReplaceAll(strings.TrimSpace(s), "$", ""), ":")
	if !found {
		to = from
	}
	x1, y1, ok1 := readCorner(strings.TrimSpace(from))
	x2, y2, ok2 := readCorner(strings.TrimSpace(to))
	a := area{x1, y1, x2 + 1, y2 + 1}
	switch {
	case !ok1 || !ok2 || (x1 < 0) != (x2 < 0) || (y1 < 0) != (y2 < 0):
		return area{}, false
	case x1 < 0:
		a.left, a.right = 0, lastColumn
	case y1 < 0:
		a.top, a.bottom = 0, lastRow
	}
	return a, a.right > a.left && a.bottom > a.top
}

// readCorner reads B7, B or 7; what is not named is -1.
func readCorner(s string) (x, y int, ok bool) {
	n := 0
	for n < len(s) && value.AsciiLetter(s[n]) {
		n++
	}
	x, y = -1, -1
	if n > 0 {
		if x, ok = columnOf(s); !ok {
			return 0, 0, false
		}
	}
	if n < len(s) {
		row, err := strconv.Atoi(s[n:])
		if err != nil || row < 1 || row > lastRow || !value.Digit(s[n]) {
			return 0, 0, false
		}
		y = row - 1
	}
	return x, y, s != ""
}

func (a area) String() string {
	return columnName(a.left) + strconv.Itoa(a.top+1) + ":" + columnName(a.right-1) + strconv.Itoa(a.bottom)
}

// found is where the table of a sheet stands: all that is filled, but for titles above it, remarks below it and cells far off.
// Where a sheet holds several tables, their ranges are named and the author chooses.
func (s *sheet) found() (area, bool) {
	if len(s.rows) == 0 {
		s.fail(s.at, "", "sheet "+value.Quoted(s.name)+" of "+s.reader.name+" is empty")
		return area{}, false
	}
	first, last := s.trimRows()
	if last-first < 2 {
		first, last = 0, len(s.rows)
	}
	blocks := s.blocks(s.rows[first:last])
	var tables []area
	for _, b := range blocks {
		if b.right-b.left > 1 && b.bottom-b.top > 1 {
			tables = append(tables, b)
		}
	}
	if len(tables) > 1 {
		names := make([]string, 0, len(tables))
		for _, t := range tables {
			names = append(names, t.String())
		}
		if len(names) > 6 {
			names = append(names[:6], "…")
		}
		s.fail(s.place("range"), "set `range` to one of them: "+strings.Join(names, ", "), "sheet "+value.Quoted(s.name)+" of "+s.reader.name+" holds "+strconv.Itoa(len(tables))+" tables")
		return area{}, false
	}
	a := hullOf(s.rows[first:last])
	if len(tables) == 1 {
		a = tables[0]
	}
	if first > 0 || last < len(s.rows) || a != hullOf(s.rows) {
		s.said = append(s.said, "the table of sheet "+value.Quoted(s.name)+" is "+a.String()+"; what stands around it is left out")
	}
	return a, true
}

// hullOf is the smallest area around all cells of some rows.
func hullOf(rows []sheetRow) area {
	a := area{lastColumn, lastRow, 0, 0}
	for _, r := range rows {
		if len(r.cells) > 0 {
			a = area{min(a.left, r.cells[0].x), min(a.top, r.y), max(a.right, r.cells[len(r.cells)-1].x+1), max(a.bottom, r.y+1)}
		}
	}
	return a
}

// trimRows finds the rows of the table: single cells above it are titles, single words below it are remarks.
func (s *sheet) trimRows() (first, last int) {
	last = len(s.rows)
	for first < last-1 && len(s.rows[first].cells) == 1 && !s.cornered(first) && (s.wide(first+1) || s.rows[first+1].y > s.rows[first].y+1 || len(s.rows[first+1].cells) == 1) {
		first++
	}
	for last-1 > first && len(s.rows[last-1].cells) == 1 && s.remark(last-1) {
		last--
	}
	return first, last
}

// cornered says that a row's only cell names the one column beside names that have none: it is no title.
func (s *sheet) cornered(i int) bool {
	row, next := s.rows[i], s.rows[i+1]
	return next.y == row.y+1 && len(next.cells) == 2 && next.cells[1].x == row.cells[0].x
}

// wide says that a row has several cells.
func (s *sheet) wide(i int) bool { return i < len(s.rows) && len(s.rows[i].cells) > 1 }

// remark says that the only cell of a row is no part of a table above: words behind a blank row, far off, or as long as a
// sentence.
func (s *sheet) remark(i int) bool {
	c := s.rows[i].cells[0]
	gap := s.rows[i].y - s.rows[i-1].y
	words := c.kind == "s" || c.kind == "inlineStr" || c.kind == "str"
	lower := strings.ToLower(strings.TrimSpace(c.value))
	for _, lead := range [...]string{"source", "note", "quelle", "hinweis", "*", "fuente", "nota", "†", "1)", "(1)", "[1]", "注", "来源"} {
		if words && strings.HasPrefix(lower, lead) {
			return true
		}
	}
	return words && (gap > 1 || len(c.value) > 80) || gap > 3
}

// blocks are the parts of a sheet that blank columns or blank rows separate, as far as each has a heading of its own.
func (s *sheet) blocks(rows []sheetRow) []area {
	var out []area
	for _, part := range s.stacked(rows) {
		out = append(out, s.beside(part)...)
	}
	return out
}

// stacked parts rows where a blank row is followed by a heading: words over columns that held numbers before.
func (s *sheet) stacked(rows []sheetRow) [][]sheetRow {
	var out [][]sheetRow
	from, counted, head := 0, 0, 0
	numbers := map[int]int{} // of the rows from … counted, by column
	for i := 1; i < len(rows); i++ {
		if rows[i].y == rows[i-1].y+1 {
			continue
		}
		for head = max(head, i); head < len(rows)-1 && len(rows[head].cells) == 1; {
			head++
		}
		if i-from < 2 || !s.wordy(rows[head]) || head+1 >= len(rows) || len(rows[head+1].cells) < 2 {
			continue
		}
		for ; counted < i; counted++ {
			for _, c := range rows[counted].cells {
				if c.kind == "" || c.kind == "n" {
					numbers[c.x]++
				}
			}
		}
		if slices.ContainsFunc(rows[head].cells[1:], func(c storedCell) bool { return numbers[c.x]*2 > i-from-1 }) {
			out = append(out, s.untitled(rows[from:i]))
			from = i
			clear(numbers)
		}
	}
	return append(out, s.untitled(rows[from:]))
}

// untitled leaves out titles above a table and remarks below it.
func (s *sheet) untitled(rows []sheetRow) []sheetRow {
	part := sheet{workbook: s.workbook, rows: rows}
	first, last := part.trimRows()
	if last-first < 2 {
		return rows
	}
	return rows[first:last]
}

// wordy says that a row of several cells may name columns anew: all but its first are words.
func (s *sheet) wordy(row sheetRow) bool {
	return len(row.cells) > 1 && !slices.ContainsFunc(row.cells[1:], func(c storedCell) bool {
		return c.kind != "s" && c.kind != "inlineStr" && c.kind != "str"
	})
}

// beside parts columns at blank ones, where the parts are tables of their own: several columns, each with a heading. A column
// without a heading that stands apart is a remark; other blank columns only give room.
func (s *sheet) beside(rows []sheetRow) []area {
	all := hullOf(rows)
	filled := map[int]int{}
	for _, r := range rows {
		for _, c := range r.cells {
			filled[c.x]++
		}
	}
	xs := make([]int, 0, len(filled))
	for x := range filled {
		xs = append(xs, x)
	}
	sort.Ints(xs)
	type group struct{ left, right int }
	var groups []group
	for i, x := range xs {
		if i == 0 || x > xs[i-1]+1 {
			groups = append(groups, group{x, x + 1})
		}
		groups[len(groups)-1].right = x + 1
	}
	headed := func(g group) bool {
		for _, c := range rows[0].cells {
			if c.x >= g.left && c.x < g.right {
				return true
			}
		}
		return false
	}
	cells := func(g group) (n int) {
		for x := g.left; x < g.right; x++ {
			n += filled[x]
		}
		return n
	}
	kept, tables := groups[:0:0], 0
	for i, g := range groups {
		if i > 0 && !headed(g) && (cells(g)*4 < len(rows) || cells(g) == 1) {
			continue
		}
		kept = append(kept, g)
		if g.right-g.left > 1 {
			tables++
		}
	}
	if tables > 1 && tables == len(kept) {
		var out []area
		for _, g := range kept {
			var own []sheetRow
			for _, r := range rows {
				from := sort.Search(len(r.cells), func(i int) bool { return r.cells[i].x >= g.left })
				to := sort.Search(len(r.cells), func(i int) bool { return r.cells[i].x >= g.right })
				if from < to {
					own = append(own, sheetRow{y: r.y, cells: r.cells[from:to]})
				}
			}
			out = append(out, hullOf(s.untitled(own)))
		}
		return out
	}
	all.left, all.right = kept[0].left, kept[len(kept)-1].right
	return []area{all}
}
