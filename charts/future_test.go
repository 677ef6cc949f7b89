package charts

import (
	"strings"
	"testing"

	"roadshow/briefing/evidence/value"
	"roadshow/internal/diag"
)

// TestWhatLiesAheadIsNotDrawnAsIfItHadBeen: relative to the briefing's date, never the clock.
func TestWhatLiesAheadIsNotDrawnAsIfItHadBeen(t *testing.T) {
	forecast := func(from string) func(*Spec) {
		return func(s *Spec) { s.Annotations = []Annotation{{Kind: "forecast", From: from}} }
	}
	scenario := func(name, of string) func(*Spec) {
		return func(s *Spec) { s.Scenario = map[string]string{name: of} }
	}
	for _, c := range []struct {
		kind, text string
		edit       func(*Spec)
		want       string // the period that is warned of
	}{
		{"line", "Year|Sales\n2023|10\n2024|12\n2029|30", nil, "2029"},
		{"column", "Year|Sales\n2023|10\n2024|12\n2026|30", nil, "2026"},
		{"column", "Quarter|Sales\n2024-Q4|10\n2025-Q1|12\n2025-Q2|30", nil, "2025-Q2"},
		{"slope", "Firm|2024|2027\nA|1|2\nB|2|3\nC|3|5", nil, "2027"},
		{"line", "Year|Sales\n2023|10\n2024|12\n2026|20\n2029|30", forecast("2029"), "2026"},
		{"line", "Year|Sales\n2023|10\n2024|12\n2026|20\n2029|30", forecast("2026"), ""},
		{"line", "Year|Sales\n2023|10\n2024|12\n2026|30", scenario("2026", "forecast"), ""},
		{"line", "Year|Sales\n2023|10\n2024|12\n2026|30", scenario("Sales", "plan"), ""},
		{"line", "Year|Sales\n2023|10\n2024|12\n2026|30", scenario("2026", "actual"), "2026"},
		{"line", "Year|Done|Planned\n2024|10|\n2026||30", scenario("Planned", "plan"), ""},
		{"column", "Year|Sales\n2023|10\n2024|12\n2025|14", nil, ""},
		{"column", "Year|Sales\n2023|10\n2024|12\n2026|?", nil, ""},
		{"bar", "Floor|Rooms\nOne|10\nTwo|12", nil, ""},
	} {
		s := &Spec{Kind: c.kind, Table: tab(c.text)}
		s.Today, _ = value.ParseDate("2025-03-31")
		if c.edit != nil {
			c.edit(s)
		}
		var l diag.List
		judge(s, &l)
		got := ""
		for _, p := range l.Problems() {
			if of, _, ok := strings.Cut(p.Summary, " lies after the briefing's date, 31 March 2025"); ok {
				got = of
			}
		}
		if got != c.want || l.Failed(false) {
			t.Errorf("%s of %q: warned of %q, want %q: %v", c.kind, c.text, got, c.want, l.Problems())
		}
	}
}
