package charts

import (
	"strings"
	"testing"

	"roadshow/internal/diag"
)

// TestChartsThatMisleadInSilenceAreReported: one warning each, or none.
func TestChartsThatMisleadInSilenceAreReported(t *testing.T) {
	pins := map[string]int{"Alpha": 3, "Beta": 3, "Gamma": 4}
	for _, c := range []struct {
		kind, text string
		pins       map[string]int
		want       string
	}{
		{"line", "Year|Alpha|Beta\n2021|1|2\n2022|3|4", pins, "W-PALETTE: Alpha and Beta look alike here"},
		{"stacked", "Year|Alpha|Gamma|Beta\n2021|1|2|3\n2022|3|4|5", pins, "W-PALETTE: Alpha and Beta look alike here"},
		{"donut", "N|V\nAlpha|1\nBeta|2", pins, "W-PALETTE: Alpha and Beta look alike here"},
		{"slope", "N|2020|2021\nAlpha|1|2\nBeta|2|1", pins, "W-PALETTE: Alpha and Beta look alike here"},
		{"line", "Year|Alpha|Gamma\n2021|1|2\n2022|3|4", pins, ""},
		{"scatter", "N|X|Y\nAlpha|1|2\nBeta|3|4", pins, ""},
		{"column", "Year|V\n2000|1\n2001|2\n2010|3", nil, "W-CHART: columns stand evenly, but no year stands between 2001 and 2010"},
		{"grouped", "Year|V|W\n2000|1|1\n2002|2|1\n2003|3|1", nil, "W-CHART: columns stand evenly, but no year stands between 2000 and 2002"},
		{"stacked", "Year|V|W\n2003|1|1\n2001|2|1\n2000|3|1", nil, "W-CHART: columns stand evenly, but no year stands between 2001 and 2003"},
		{"column", "Year|V\n2000|1\n2010|2\n2020|3", nil, ""},
		{"column", "Year|V\n2000|1\n2001|n/a\n2002|3", nil, ""},
		{"line", "Year|V\n2000|1\n2001|2\n2010|3", nil, ""},
		{"line", "Metric|2021|2022|2023\nRevenue|10|14|19\nCosts|8|9|11", nil, "W-CHART: the series 2021 to 2023 are periods"},
		{"stacked", "Site|Jan 2024|Feb 2024\nArc|10|14\nBow|8|9", nil, "W-CHART: the series Jan 2024 to Feb 2024 are periods"},
		{"line", "Month|2023|2024\nJan|10|14\nFeb|8|9", nil, ""},
		{"line", "Quarter|2023|2024\nQ1|10|14\nQ2|8|9", nil, ""},
		{"grouped", "Site|2023|2024\nArc|10|14\nBow|8|9", nil, ""},
		{"slope", "Site|2023|2024\nArc|10|14\nBow|8|9", nil, ""},
		{"line", "Month|V\nJan-24|3\n2024-01|4\n2024-02|5", nil, "E-DUP: the rows \"2024-01\" and \"Jan-24\""},
		{"column", "Year|V\nFY24|3\n2023/24|4\nFY25|5", nil, "E-DUP: the rows \"FY24\" and \"2023/24\""},
		{"grouped", "Site|Q1 2024|2024-Q1\nArc|10|14\nBow|8|9", nil, "E-DUP: the columns \"2024-Q1\" and \"Q1 2024\""},
		{"column", "Year|V\n2024|3\n2024E|4", nil, ""},
	} {
		s := &Spec{Kind: c.kind, Table: tab(c.text), Entities: c.pins}
		var l diag.List
		judge(s, &l)
		said := make([]string, 0, 1)
		for _, p := range l.Problems() {
			said = append(said, p.Code+": "+p.Summary)
		}
		if got := strings.Join(said, "; "); !strings.HasPrefix(got, c.want) || c.want == "" && got != "" || len(said) > 1 {
			t.Errorf("%s %q: %q, want %q", c.kind, c.text, got, c.want)
		}
	}
}

// TestPointsSayWhichAxisIsLogarithmic, and the other axis may hold zero.
func TestPointsSayWhichAxisIsLogarithmic(t *testing.T) {
	for lang, want := range map[string]string{"": "vertical axis on a log scale", "zh": "纵轴为对数坐标"} {
		s := &Spec{Kind: "scatter", Scale: "log", Language: lang, Table: tab("N|X|Y\na|0|12\nb|-3|7\nc|7|4100")}
		c := drawnOn(t, s, style0(t).frame, style0(t).st)
		if c.Unit != want {
			t.Errorf("the unit line is %q, want %q", c.Unit, want)
		}
		for _, ax := range c.Axes {
			if ax.Log != (ax.Name == "y") {
				t.Errorf("axis %s: log %v", ax.Name, ax.Log)
			}
		}
	}
}

// TestAScenarioDoesNotSpeakAgainstItsName: 2025F is no actual year.
func TestAScenarioDoesNotSpeakAgainstItsName(t *testing.T) {
	for scenario, want := range map[string]string{"actual": "scenario calls 2025F actual, its own name calls it a forecast", "forecast": "", "plan": ""} {
		var l diag.List
		judge(&Spec{Kind: "column", Table: tab("Year|V\n2024|3\n2025F|4"), Scenario: map[string]string{"2025F": scenario}}, &l)
		got := ""
		for _, p := range l.Problems() {
			got += p.Summary
		}
		if got != want {
			t.Errorf("%s: %q, want %q", scenario, got, want)
		}
	}
}
