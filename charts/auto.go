package charts

import (
	"errors"
	"strings"

	"roadshow/briefing/evidence/value"
	"roadshow/internal/diag"
)

// choose resolves `auto` from the data and says why: position on a common scale before length, length
// before angle, angle before area, area before colour.
func (s *Spec) choose() (kind, why string) {
	t := s.Table
	if s.dates(0) && (len(t.Columns) == 1 || s.dates(1) || strings.EqualFold(t.Columns[1].Name, "end")) {
		return "gantt", "the cells are dates: steps along a calendar"
	}
	if s.Size != "" && len(t.Columns) == 3 && s.numeric(0) && s.numeric(1) {
		return "bubble", "two numbers and a size: their relation, the size as area"
	}
	n := read(&Chart{Spec: *s}, &diag.List{})
	rows, cols := len(n.cats), len(n.cols)
	if cols == 0 {
		return "bar", "categories compared: bars on a common scale"
	}
	open, spans, known := 0, 0, 0
	for _, c := range n.cols {
		for _, v := range c.cells {
			switch {
			case v.missing:
				continue
			case v.floor():
				open++
			case v.span():
				spans++
			}
			known++
		}
	}
	limit := s.Band != nil
	for _, a := range s.Annotations {
		limit = limit || a.Kind == "band"
	}
	switch {
	case limit && cols == 1 && !n.dated && rows <= 4:
		return "threshold", "values against a band: bars with the distance to it"
	case n.dated && cols == 1 && rows <= 8 && n.uneven() < 0:
		return "column", "one series over at most eight dates: columns"
	case n.dated:
		return "line", "values over time: lines true to the calendar"
	case cols == 1 && spans > 0 && open > 0:
		return "open_range", "ranges and bounds: solid as far as they are known"
	case cols == 1 && 2*spans >= known && spans > 0:
		return "range", "most values are ranges: from the lower to the upper end"
	case cols == 1 && s.steps(n):
		return "waterfall", "signed steps between two totals that they add up to"
	case cols == 1 && rows == 1 && n.unit.Kind == value.Percent && n.cols[0].cells[0].exact() && n.cols[0].cells[0].lo >= 0 && n.cols[0].cells[0].lo <= 100,
		cols == 1 && rows == 2 && n.unit.Kind == value.Percent && sums(n, 100):
		return "waffle", "one share of a whole: squares of a hundred"
	case n.ordered && cols == 1 && rows <= 14:
		return "column", "names that have an order of their own: columns in that order"
	case cols == 2 && n.unit != (value.Unit{}) && differ(s):
		return "scatter", "two different measures: their relation"
	case (cols == 2 || cols == 3) && rows > 3 && s.dateHeads():
		return "slope", "many items at two or three dates: slopes"
	case cols > 1 && n.col("size") >= 0:
		return "mekko", "sizes and shares: widths and heights"
	case cols > 1 && n.unit.Kind == value.Percent && everyRowIsWhole(n):
		return "stacked_100", "parts of a hundred in every row"
	case cols == 2 || cols == 3 && rows <= 8:
		return "grouped", "two or three series over categories: side by side"
	case cols > 3:
		return "heat", "a table of numbers: steps of one colour"
	case rows <= 4 && open > 0 && open == known:
		return "open_range", "only lower ends are known"
	}
	return "bar", "categories compared: bars on a common scale"
}

// dates says whether every filled cell of a column is a date, or is written as one, and none a plain small number.
func (s *Spec) dates(j int) bool {
	some := false
	if j >= len(s.Table.Columns) {
		return false
	}
	for _, r := range s.Table.Rows {
		if j >= len(r.Cells) {
			continue
		}
		text := strings.TrimSpace(r.Cells[j].Text)
		if text == "" || text == "?" {
			continue
		}
		d, err := s.Table.Calendar.ParseDate(text)
		var fault *value.DateError
		if err != nil && !errors.As(err, &fault) {
			return false
		}
		if err == nil && d.Whole() && d.Start.Precision == value.InYear && d.Start.Name == "" {
			// 2023 alone could be a count: the column's name decides.
			switch strings.ToLower(strings.TrimSpace(s.Table.Columns[j].Name)) {
			case "start", "end", "from", "to", "begin", "finish", "until":
			default:
				return false
			}
		}
		some = true
	}
	return some
}

func (s *Spec) numeric(j int) bool {
	for i := range s.Table.Rows {
		if r := &s.Table.Rows[i]; j < len(r.Cells) && r.Cells[j].Value == nil {
			if _, err := r.Cells[j].Read(s.Table.UnitOf(r)); err != nil {
				return false
			}
		}
	}
	return true
}

// steps says whether a column reads as a bridge: signed steps that add up to the last value.
func (s *Spec) steps(n *numbers) bool {
	cells := n.cols[0].cells
	if len(cells) < 3 {
		return false
	}
	negative := false
	var sum value.Value
	for i, c := range cells {
		switch {
		case !c.exact() || c.missing:
			return false
		case i == 0:
			sum = *c.value
		case i < len(cells)-1:
			negative = negative || c.lo < 0
			sum = plus(sum, *c.value)
		}
	}
	return (negative || len(s.Totals) > 0) && sum.Lo.N.Equal(cells[len(cells)-1].value.Lo.N)
}

// sums says whether the first column adds up to a number.
func sums(n *numbers, to float64) bool {
	var sum float64
	for _, c := range n.cols[0].cells {
		if !c.exact() {
			return false
		}
		sum += c.lo
	}
	return sum > to-1e-9 && sum < to+1e-9
}

// everyRowIsWhole says whether all rows add up to a hundred.
func everyRowIsWhole(n *numbers) bool {
	for i := range n.cats {
		var sum float64
		for _, c := range n.cols {
			if !c.cells[i].exact() {
				return false
			}
			sum += c.cells[i].lo
		}
		if sum < 100-1e-9 || sum > 100+1e-9 {
			return false
		}
	}
	return len(n.cats) > 0
}

// dateHeads says whether all columns are named by dates.
func (s *Spec) dateHeads() bool {
	for _, c := range s.Table.Columns {
		if _, err := s.Table.Calendar.ParseDate(strings.TrimSpace(c.Name)); err != nil {
			return false
		}
	}
	return len(s.Table.Columns) > 1
}

// differ says whether the two columns count different things.
func differ(s *Spec) bool {
	unit := func(j int) (value.Unit, bool) {
		for i := range s.Table.Rows {
			if r := &s.Table.Rows[i]; j < len(r.Cells) {
				if v, err := r.Cells[j].Read(s.Table.UnitOf(r)); err == nil && v.State == value.Known {
					return v.Unit, true
				}
			}
		}
		return value.Unit{}, false
	}
	a, okA := unit(0)
	b, okB := unit(1)
	return okA && okB && !a.IsZero() && !b.IsZero() && !value.SameUnit(a, b)
}
