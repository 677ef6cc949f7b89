package truth

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"roadshow"
	"roadshow/scene"
)

// TestTimeInWholeBriefings builds small folders as their authors wrote them, and says what must be on their pages.
func TestTimeInWholeBriefings(t *testing.T) {
	for _, c := range []struct {
		folder, kind string
		names        string   // of the categories, in order
		words        []string // each on the pages
		not          []string
		problem      string
	}{
		{folder: "quarters", kind: "column", names: "1Q25 2Q25 3Q25 4Q25"},
		{folder: "fiscal-years", kind: "column", names: "FY23 FY24 FY25 FY26"},
		{folder: "halves", kind: "column", names: "H1 2024 H2 2024 H1 2025 H2 2025"},
		{folder: "weeks", kind: "column", names: "2025-W50 2025-W51 2025-W52 2026-W01"},
		{folder: "timestamps", kind: "column", words: []string{"31 Jan 2025", "28 Feb", "31 Mar"}},
		{folder: "months", kind: "column", names: "Jan-24 Feb-24 Mar-24 Apr-24"},
		{folder: "slash-dates", kind: "line", names: "01/02/2024 15/02/2024 28/02/2024 15/03/2024", words: []string{"15/02/2024"}},
		{folder: "month-ends", kind: "area", words: []string{"31 Jan 2025"}, not: []string{"Jul", "Feb 2025"}},
		{folder: "quarter-ends", kind: "line", words: []string{"31 Mar 2024"}, not: []string{"Apr 2024", "Jan 2025"}},
		{folder: "uneven-days", kind: "line", words: []string{"3 Jan 2025", "31 Dec 2025"}},
		{folder: "missing-quarters", kind: "line", words: []string{"Q1 2025", "Q2 2026"}},
		{folder: "no-leap-day", problem: "briefing.yaml:16:13 E-DATE"},
		{folder: "month-13", problem: "briefing.yaml:17:13 E-DATE"},
		{folder: "log-narrow", kind: "line"},
		{folder: "gantt", kind: "gantt", words: []string{"Jan – Mar 2025, 3 months", "Apr – Jun 2025, 3 months", "Jul 2025, 1 month", "1 Jan – 31 Mar 2025, 3 months"}, not: []string{"89 days"}},
		{folder: "timeline-ticks", words: []string{"2016", "2017", "2019", "2020", "2021", "2022", "2023", "2024", "2025"}, not: []string{"Jul", "Jul 2016"}},
		{folder: "text-dates", words: []string{"15/10/2017", "16/08/2016", "21/05/2015"}, not: []string{"15"}},
		{folder: "us-dates", words: []string{"01/30/17", "02/28/17"}},
	} {
		t.Run(c.folder, func(t *testing.T) {
			r := compileFolder(t, filepath.Join("testdata", "time", c.folder), func(*roadshow.Options) {})
			if c.problem != "" {
				for _, p := range r.Problems.Problems() {
					if p.Severity.String() == "error" {
						if got := fmt.Sprintf("%s:%d:%d %s", filepath.Base(p.At.File), p.At.Line, p.At.Col, p.Code); got != c.problem {
							t.Errorf("%s %s, want %s", got, p.Summary, c.problem)
						}
						return
					}
				}
				t.Fatal("no error")
			}
			if r.Problems.Failed(false) {
				t.Fatal(r.Problems.Problems())
			}
			for _, d := range []*scene.Deck{r.Files.Document, r.Files.Slides} {
				var chart *scene.Chart
				for _, p := range d.Pages {
					scene.Walk(p.Items, func(it scene.Item) {
						if x, ok := it.(*scene.Chart); ok {
							chart = x
						}
					})
				}
				switch {
				case c.kind == "":
				case chart == nil:
					t.Fatal("no chart")
				case chart.Kind != c.kind:
					t.Errorf("drawn as %s, want %s", chart.Kind, c.kind)
				case c.names != "" && strings.Join(chart.Data.Categories, " ") != c.names:
					t.Errorf("in the order %v, want %s", chart.Data.Categories, c.names)
				}
				words := printed(d)
				if d == r.Files.Document && c.folder == "timeline-ticks" { // its dates stand in a rail, without a calendar
					continue
				}
				for _, w := range c.words {
					if !slices.Contains(words, w) {
						t.Errorf("%s: %q is not among %q", d.Meta.Title, w, words)
					}
				}
				for _, w := range c.not {
					if slices.Contains(words, w) {
						t.Errorf("%s: %q is printed", d.Meta.Title, w)
					}
				}
			}
		})
	}
}

// printed are the lines of all words on the pages.
func printed(d *scene.Deck) []string {
	var out []string
	for _, p := range d.Pages {
		var walk func(items []scene.Item)
		walk = func(items []scene.Item) {
			scene.Walk(items, func(it scene.Item) {
				switch it := it.(type) {
				case *scene.Text:
					for _, l := range it.Lines {
						var b strings.Builder
						for _, r := range l.Runs {
							b.WriteString(r.Text)
						}
						out = append(out, b.String())
					}
				case *scene.Chart:
					walk(it.Drawing)
				}
			})
		}
		walk(p.Items)
	}
	return out
}
