package table

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"roadshow/briefing/evidence/value"
)

// around widens an area of filled cells to what merged cells of its heading span, within the range asked for.
func (s *sheet) around(a, within area) area {
	for _, m := range s.merged {
		if m.top >= a.top && m.top < a.bottom && m.left < a.right && m.right > a.right {
			a.right = min(m.right, within.right, a.right+1000)
		}
	}
	return a
}

// fillHeads writes the words of merged headings over all columns and rows that they span.
func (s *sheet) fillHeads(rows [][]Cell, a area, heads int) {
	n := min(heads, len(rows))
	ys := make([]int, 0, n)
	for _, r := range s.rows {
		if r.y >= a.top && r.y < a.bottom && len(ys) < n {
			ys = append(ys, r.y)
		}
	}
	for _, m := range s.merged {
		s.merges = s.merges || m.right-m.left > 1 && len(ys) > 0 && m.top <= ys[len(ys)-1] && m.bottom > ys[0]
		var top *Cell
		for i, y := range ys {
			if y < m.top || y >= m.bottom {
				continue
			}
			for x := max(m.left, a.left); x < min(m.right, a.right); x++ {
				cell := &rows[i][x-a.left]
				switch {
				case y == m.top && x == m.left:
					top = cell
				case top != nil && cell.Text == "":
					cell.Text, cell.Form = top.Text, top.Form
				}
			}
		}
	}
}

// twoHeads says that two rows name the columns for certain, so that nobody has to be asked: names over several columns stand above
// a name for each of them, all different, above numbers; no other column has two names; and the column of the rows' names has no
// cell in the second row that could be a row's. A row of data looks like this nowhere.
func (s *sheet) twoHeads(rows [][]Cell, a area) bool {
	if len(rows) < 3 || s.around(a, wholeSheet) != a || !s.rowAt(a.top+1) {
		return false
	}
	group, tall := map[int]int{}, map[int]bool{}
	for i, m := range s.merged {
		wide := m.right-m.left > 1
		switch {
		case m.right <= a.left || m.left >= a.right || m.bottom <= a.top || m.top > a.top+1:
		case m.top == a.top && wide && m.bottom == a.top+1 && m.left > a.left:
			for x := m.left; x < m.right; x++ {
				group[x-a.left] = i + 1
			}
		case m.top == a.top && !wide && m.bottom == a.top+2:
			tall[m.left-a.left] = true
		default:
			return false
		}
	}
	names, years, numbers := map[string]bool{}, 0, 0
	for x := range rows[0] {
		over, name := rows[0][x], rows[1][x]
		switch {
		case group[x] == 0 && (tall[x] || name.Text == "" || x > 0 && over.Text == "" && wordy(name)):
			continue
		case group[x] == 0:
			return false
		case value.YearLike(name.Text):
			if before := rows[1][x-1].Text; group[x-1] == group[x] && (!value.YearLike(before) || before >= name.Text) {
				return false
			}
			years++
		case !wordy(name):
			return false
		}
		key := strconv.Itoa(group[x]) + " " + strings.ToLower(name.Text)
		if names[key] {
			return false
		}
		names[key] = true
		if mostlyNumbers(rows[2:], x) {
			numbers++
		}
	}
	return len(names) > 0 && (years == 0 || years == len(names)) && 2*numbers > len(names)
}

// rowAt says that a row of the sheet has cells.
func (s *sheet) rowAt(y int) bool {
	return slices.ContainsFunc(s.rows, func(r sheetRow) bool { return r.y == y })
}

// wordy says that a cell holds words, not a value and not what stands for one.
func wordy(c Cell) bool {
	if c.Form != nil && c.Form.Kind != DataCell && c.Form.Kind != TextCell || !strings.ContainsFunc(c.Text, unicode.IsLetter) {
		return false
	}
	_, err := c.Read(value.Unit{})
	return err != nil
}

// mostlyNumbers says that more than half of the filled cells of a column are numbers.
func mostlyNumbers(rows [][]Cell, x int) bool {
	filled, numbers := 0, 0
	for _, r := range rows {
		if c := r[x]; c.Text != "" {
			if filled++; c.Form != nil && c.Form.Kind == NumberCell {
				numbers++
			}
		}
	}
	return 2*numbers > filled
}

// askHeads refuses a heading whose words span several columns: what stands below them names the columns, or is lost.
func (s *sheet) askHeads(a area) {
	span, rows := false, 2
	for _, m := range s.merged {
		if m.top != a.top || m.left < a.left || m.right > a.right {
			continue
		}
		span = span || m.right-m.left > 1
		rows = max(rows, min(m.bottom-m.top, 3))
	}
	if span {
		s.fail(s.place("range"), "set `header_rows: "+strconv.Itoa(rows)+"` where so many rows name the columns, `header_rows: 1` where the first alone does",
			"the heading of sheet "+value.Quoted(s.name)+" in "+s.reader.name+" has cells that are merged over several columns")
	}
}
