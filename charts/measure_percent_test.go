package charts

import (
	"strings"
	"testing"

	"roadshow/internal/diag"
)

// TestPercentIsHeldWhereverItIsSaid: in the unit, in the measure or at the column, 97 is not a hundred.
func TestPercentIsHeldWhereverItIsSaid(t *testing.T) {
	for _, c := range []struct{ kind, table, unit, measure, want string }{
		{"donut", "P|Share\nA|40\nB|35\nC|22", "", "Share of sales, %", "97%"},
		{"donut", "P|Share\nA|50\nB|30\nC|40", "", "Percent of sales", "120%"},
		{"donut", "P|Anteil\nA|40\nB|35\nC|22", "", "Anteil in Prozent", "97%"},
		{"donut", "P|Share (%)\nA|40\nB|35\nC|22", "", "", "97%"},
		{"donut", "P|Share\nA|40\nB|35\nC|22", "%", "", "97%"},
		{"stacked_100", "Y|A|B\n2023|60|40\n2024|50|45", "", "% of sales", "95%"},
		{"mekko", "R|Size|A|B\nX|50|40|50\nY|30|60|40", "", "% of sales", ""},
		{"waffle", "P|Share\nA|60\nB|48", "", "% of sales", "108%"},
		{"donut", "P|Share\nA|40\nB|35\nC|25", "", "Share of sales, %", ""},
		{"donut", "P|Sales\nA|40\nB|35\nC|22", "$m", "Sales", ""},
		{"donut", "P|Sales\nA|$40m\nB|$35m\nC|$22m", "", "Sales, of which 3% abroad", ""},
	} {
		s := &Spec{Kind: c.kind, Table: tab(c.table), Unit: c.unit, Measure: c.measure}
		if c.kind == "mekko" {
			s.Size, c.want = "Size", "90%"
		}
		var l diag.List
		judge(s, &l)
		got := ""
		for _, p := range l.Problems() {
			if p.Code == "E-SUM" {
				got += p.Summary
			}
		}
		if c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s, %q, %q: %q, want %q", c.kind, c.unit, c.measure, got, c.want)
		}
	}
}
