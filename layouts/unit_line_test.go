package layouts

import (
	"testing"

	"roadshow/briefing/evidence/table"
	"roadshow/charts"
)

func TestTheUnitLineSaysScaleAndUnitOfTheValues(t *testing.T) {
	for _, c := range []struct {
		name, value       string
		spec              charts.Spec
		line, strong, dim string
	}{
		{"measure with a comma of its own", "5", charts.Spec{Measure: "price, spot", Unit: "$/t, 2025"}, "price, spot, $/t, 2025", "price, spot", "$/t, 2025"},
		{"a name that begins small", "5", charts.Spec{Measure: "eBay listings", Unit: "k"}, "eBay listings, k", "eBay listings", "k"},
		{"unit of the values", "5 kt", charts.Spec{Measure: "Stocks"}, "Stocks, kt", "Stocks", "kt"},
		{"nothing named", "5 kt", charts.Spec{}, "kt", "kt", ""},
		{"unit alone", "5", charts.Spec{Unit: "releases, 2023"}, "releases, 2023", "releases", "2023"},
		{"unit alone in letters that matter", "5", charts.Spec{Unit: "mW per site"}, "mW per site", "mW per site", ""},
		{"a metre", "5", charts.Spec{Unit: "m"}, "m", "m", ""},
		{"a sign that has a capital", "5", charts.Spec{Unit: "µg/L"}, "µg/L", "µg/L", ""},
		{"log", "5", charts.Spec{Measure: "Size", Unit: "bn", Scale: "log"}, "Size, bn, log scale", "Size", "bn, log scale"},
		{"Chinese", "5", charts.Spec{Measure: "价格，现货", Unit: "元/吨", Language: "zh"}, "价格，现货，元/吨", "价格，现货", "元/吨"},
	} {
		s := c.spec
		s.Kind = "dot"
		s.Table = &table.Table{Columns: []table.Column{{}}, Rows: []table.Row{{Name: "A", Cells: []table.Cell{{Text: c.value}}}, {Name: "B", Cells: []table.Cell{{Text: c.value}}}}}
		chart := charts.Judge(s)
		if chart.Problems.Failed(false) {
			t.Fatalf("%s: %v", c.name, chart.Problems.Problems())
		}
		if got := chart.UnitLine(); got != c.line {
			t.Errorf("%s: the unit line is %q, want %q", c.name, got, c.line)
		}
		if got := unitHead(chart); got != (headWords{c.strong, c.dim}) {
			t.Errorf("%s: the head of a slide is %q", c.name, got)
		}
	}
}
