package readback

import (
	"fmt"
	"math"
	"slices"
)

// change is a table with one cell that is not what was drawn, and who must notice.
type change struct {
	what           string
	tab            *sheet
	drawn, printed bool
}

// tampered changes every cell of a table in turn: a little, which the marks must betray, and much, which the numbers must
// betray too. Where a kind draws steps (squares, colours) or prints few numbers, only much or only the marks.
func tampered(s *sheet, kind string) (out []change) {
	if kind == "gantt" {
		return tamperedDates(s)
	}
	steps, points := kind == "heat" || kind == "waffle", kind == "scatter" || kind == "bubble"
	quiet := points || kind == "line" || kind == "area" || kind == "slope" && len(s.cols) > 2 || kind == "dot" && len(s.cols) > 1
	for i := range s.cells {
		if points && slices.ContainsFunc(s.cells[i], func(d datum) bool { return d.missing }) {
			continue // nothing is drawn of the row
		}
		for k, d := range s.cells[i] {
			most := s.largest(kind, k)
			name := s.rows[i] + " " + s.cols[k]
			if d.missing {
				d.lo, d.hi, d.missing = most/2, most/2, false
				out = append(out, change{name + " is known", s.with(i, k, d), true, !quiet})
				continue
			}
			little, much := 0.01, 0.3
			switch {
			case steps:
				much = 0.6
			case kind == "bubble" && k == 2: // areas: half of it is seen in the radius
				little = 0.03
			}
			for _, by := range []float64{little, much} {
				e := d
				e.lo, e.hi = d.lo+by*most, d.hi+by*most
				out = append(out, change{fmt.Sprintf("%s (%s) is %v%% of the largest more", name, d.text, by*100), s.with(i, k, e), by == much || !steps, by == much && !quiet})
			}
		}
	}
	return out
}

// largest is the largest number on the axis of a column.
func (s *sheet) largest(kind string, k int) float64 {
	most := 0.0
	for _, row := range s.cells {
		for j, d := range row {
			if own := kind == "scatter" || kind == "bubble" || kind == "mekko"; own && j != k || d.missing {
				continue
			}
			most = max(most, math.Abs(d.at()))
		}
	}
	return most
}

// with is the table with another number in a cell.
func (s *sheet) with(i, k int, d datum) *sheet {
	c := *s
	c.cells = append([][]datum(nil), s.cells...)
	c.cells[i] = append([]datum(nil), s.cells[i]...)
	c.cells[i][k] = d
	return &c
}

// tamperedDates moves every date by the least that its precision knows.
func tamperedDates(s *sheet) (out []change) {
	for i := range s.cells {
		for k, d := range s.cells[i] {
			a, _, ok := days(d.text)
			if !ok {
				continue
			}
			e := d
			e.text = "2019-04-05"[:len(d.text)]
			if b, _, _ := days(e.text); b == a {
				e.text = "2021-04-05"[:len(d.text)]
			}
			out = append(out, change{s.rows[i] + " " + s.cols[k] + " is " + e.text, s.with(i, k, e), true, true})
		}
	}
	return out
}
