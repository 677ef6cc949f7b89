package evidence

import "strconv"

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
			"the heading of sheet "+quoted(s.name)+" in "+s.reader.name+" has cells that are merged over several columns")
	}
}
