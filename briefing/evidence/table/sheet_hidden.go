package table

import (
	"strconv"

	"roadshow/briefing/evidence/value"
)

// HiddenCells says what becomes of rows, columns and sheets that a workbook hides.
type HiddenCells uint8

// Hidden cells are refused by name, taken as any other, or left out.
const (
	RefuseHidden HiddenCells = iota
	IncludeHidden
	SkipHidden
)

// sheetColumns are columns of which a sheet says how they are shown, from 0, the last exclusive.
type sheetColumns struct {
	from, to int
	hidden   bool
}

// zero says that a height or a width is given, and is none.
func zero(length string) bool {
	n, err := strconv.ParseFloat(length, 64)
	return err == nil && n == 0
}

func (s *sheet) hiddenColumn(x int) bool {
	for _, c := range s.columns {
		if x >= c.from && x < c.to {
			return c.hidden
		}
	}
	return s.narrow
}

// skipHidden leaves hidden rows and columns out.
func (s *sheet) skipHidden() {
	kept := s.rows[:0]
	for _, r := range s.rows {
		if r.hidden {
			continue
		}
		cells := r.cells[:0]
		for _, c := range r.cells {
			if !s.hiddenColumn(c.x) {
				cells = append(cells, c)
			}
		}
		if r.cells = cells; len(cells) > 0 {
			kept = append(kept, r)
		}
	}
	s.rows = kept
}

// refuseHidden names the hidden rows and columns that would be printed.
func (s *sheet) refuseHidden(a area) {
	if s.show != RefuseHidden {
		return
	}
	var rows, columns []string
	seen := map[int]bool{}
	for _, r := range s.rows {
		if r.y < a.top || r.y >= a.bottom {
			continue
		}
		some := false
		for _, c := range r.cells {
			if c.x < a.left || c.x >= a.right {
				continue
			}
			some = true
			if !seen[c.x] && s.hiddenColumn(c.x) {
				seen[c.x] = true
			}
		}
		if r.hidden && some {
			rows = append(rows, strconv.Itoa(r.y+1))
		}
	}
	for x := a.left; x < a.right && len(seen) > 0; x++ {
		if seen[x] {
			columns = append(columns, columnName(x))
		}
	}
	what := joinAnd(named("column", columns), named("row", rows))
	if what == "" {
		return
	}
	verb := " are hidden"
	if len(rows)+len(columns) == 1 {
		verb = " is hidden"
	}
	s.fail(s.place("range"), "set `hidden: skip` to leave out what is hidden, `hidden: include` to print it, or unhide it in the workbook", what+" of sheet "+value.Quoted(s.name)+" in "+s.reader.name+verb)
}
