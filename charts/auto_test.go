package charts

import (
	"fmt"
	"strings"
	"testing"
)

// rowsUpTo is a table of n rows: a name from name(i), then cols cells from cell(i, j).
func rowsUpTo(n int, head string, name func(int) string, cell func(i, j int) string) string {
	lines := []string{head}
	for i := range n {
		cells := []string{name(i)}
		for j := range strings.Count(head, "|") {
			cells = append(cells, cell(i, j))
		}
		lines = append(lines, strings.Join(cells, "|"))
	}
	return strings.Join(lines, "\n")
}

// TestAutoTurnsAtItsLimits: each number in choose, at its edge and one beyond it.
func TestAutoTurnsAtItsLimits(t *testing.T) {
	year := func(i int) string { return fmt.Sprint(2001 + i) }
	name := func(i int) string { return string(rune('A'+i%26)) + "lder" + strings.Repeat("x", i/26) }
	size := func(i int) string { return fmt.Sprintf("%d to %d employees", 10*i+1, 10*i+10) }
	number := func(i, j int) string { return fmt.Sprint(10 + (7*i+3*j)%23) }
	ranges := func(n int) func(i, j int) string {
		return func(i, j int) string {
			if i < n {
				return fmt.Sprintf("%d to %d", 10+i, 20+i)
			}
			return fmt.Sprint(12 + i)
		}
	}
	band := []Annotation{{Kind: "band", From: "5", To: "9"}}
	for _, c := range []struct {
		what, table, unit string
		a                 []Annotation
		want              string
	}{
		{"four against a band", rowsUpTo(4, "Name|V", name, number), "kt", band, "threshold"},
		{"five against a band", rowsUpTo(5, "Name|V", name, number), "kt", band, "bar"},
		{"eight years", rowsUpTo(8, "Year|V", year, number), "kt", nil, "column"},
		{"nine years", rowsUpTo(9, "Year|V", year, number), "kt", nil, "line"},
		{"two series over years", rowsUpTo(3, "Year|V|W", year, number), "kt", nil, "line"},
		{"half are ranges", rowsUpTo(4, "Name|V", name, ranges(2)), "kt", nil, "range"},
		{"fewer than half are ranges", rowsUpTo(5, "Name|V", name, ranges(2)), "kt", nil, "bar"},
		{"one hundred percent", "Name|V\nA|100%", "%", nil, "waffle"},
		{"none of it", "Name|V\nA|0%", "%", nil, "waffle"},
		{"more than all", "Name|V\nA|101%", "%", nil, "bar"},
		{"less than none", "Name|V\nA|-1%", "%", nil, "bar"},
		{"fourteen that have an order", rowsUpTo(14, "Size|V", size, number), "kt", nil, "column"},
		{"fifteen that have an order", rowsUpTo(15, "Size|V", size, number), "kt", nil, "bar"},
		{"four items at two dates", rowsUpTo(4, "Name|2021|2022", name, number), "kt", nil, "slope"},
		{"three items at two dates", rowsUpTo(3, "Name|2021|2022", name, number), "kt", nil, "grouped"},
		{"three series of eight", rowsUpTo(8, "Name|U|V|W", name, number), "kt", nil, "grouped"},
		{"three series of nine", rowsUpTo(9, "Name|U|V|W", name, number), "kt", nil, "bar"},
		{"four series", rowsUpTo(3, "Name|U|V|W|X", name, number), "kt", nil, "heat"},
		{"four bounds", "Name|V\nA|over 3\nB|over 4\nC|over 5\nD|over 6", "kt", nil, "open_range"},
		{"five bounds", "Name|V\nA|over 3\nB|over 4\nC|over 5\nD|over 6\nE|over 7", "kt", nil, "bar"},
	} {
		s := &Spec{Kind: "auto", Title: "One leads", Measure: "Output", Unit: c.unit, Table: tab(c.table), Annotations: c.a}
		if got, why := s.choose(); got != c.want {
			t.Errorf("%s: %s (%s), want %s", c.what, got, why, c.want)
		}
	}
}
