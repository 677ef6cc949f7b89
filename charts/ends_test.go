package charts

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"roadshow/briefing/evidence/value"
	"roadshow/scene"
)

// wordsAt is the frame of the text that begins with some words.
func wordsAt(t *testing.T, c *scene.Chart, begins string) scene.Rect {
	t.Helper()
	for _, it := range c.Drawing {
		if x, ok := it.(*scene.Text); ok && len(x.Lines) > 0 && len(x.Lines[0].Runs) > 0 {
			if r := x.Lines[0].Runs[0]; len(r.Text) >= len(begins) && r.Text[:len(begins)] == begins {
				return scene.Rect{X: x.Lines[0].X(), Y: x.Lines[0].Baseline - r.Size*0.7, W: x.Lines[0].Right() - x.Lines[0].X(), H: r.Size * 0.9}
			}
		}
	}
	t.Fatalf("no words %q among %q", begins, texts(c))
	return scene.Rect{}
}

func TestASeriesThatEndsEarlyIsNamedAtItsOwnEnd(t *testing.T) {
	rows := "Quarter|Actual|High|Low\n2024-Q1|20|?|?\n2024-Q2|28|?|?\n2024-Q3|26|?|?\n2024-Q4|25|25|25\n2025-Q1|?|28|23\n2025-Q2|?|31|22\n2025-Q3|?|33|20\n2025-Q4|?|34|19"
	for _, medium := range []scene.Medium{scene.Document, scene.Slides} {
		st := style(t, "paper", medium)
		frame := scene.Rect{X: 48, Y: 100, W: 420, H: 220}
		c := drawnOn(t, &Spec{Kind: "line", Table: tab(rows)}, frame, st)
		checkGeometry(t, c, st)
		own, high := wordsAt(t, c, "Actual"), wordsAt(t, c, "High")
		if own.Right() > high.X-20 {
			t.Errorf("%v: Actual ends at %.0f, where High begins at %.0f", medium, own.Right(), high.X)
		}
		// The dot of its end, a circle in its colour.
		var end scene.Rect
		for _, it := range c.Drawing {
			if sh, ok := it.(*scene.Shape); ok && sh.Fill.Color == c.Data.Series[0].Color && sh.Path.Bounds().W < 10 {
				end = sh.Path.Bounds()
			}
		}
		if dx, dy := max(own.X-end.Right(), end.X-own.Right()), max(own.Y-end.Bottom(), end.Y-own.Bottom()); end.W == 0 || dx > 12 || dy > 30 {
			t.Errorf("%v: the name stands %.0f, %.0f pt from its end", medium, dx, dy)
		}
	}
}

func TestTrendNamesStandBesideTheirLines(t *testing.T) {
	var rows string
	level := 100.0
	for i := range 60 {
		level += float64((i*7919)%21-10) * 0.6
		rows += "\n" + fmt.Sprintf("%s|%.2f", weekly(i), level)
	}
	for _, trends := range [][]string{{"sma 20"}, {"ema 12", "ema 26"}, {"linear"}, {"bollinger 20"}, {"sma 3", "sma 9", "polynomial 3"}} {
		for _, medium := range []scene.Medium{scene.Document, scene.Slides} {
			st := style(t, "ink", medium)
			s := &Spec{Kind: "line", Table: tab("Week|Price" + rows)}
			for _, name := range trends {
				s.Annotations = append(s.Annotations, Annotation{Kind: "trend", Trend: name})
			}
			c := drawnOn(t, s, scene.Rect{X: 48, Y: 100, W: 420, H: 200}, st)
			checkGeometry(t, c, st)
			for _, it := range c.Drawing {
				sh, ok := it.(*scene.Shape)
				if !ok || len(sh.Stroke.Dash) == 0 || len(sh.Path.Pts) < 20 {
					continue
				}
				for _, begins := range []string{"3-week", "9-week", "12-week", "20-week", "26-week", "linear", "trend"} {
					for _, w := range texts(c) {
						if len(w) < len(begins) || w[:len(begins)] != begins {
							continue
						}
						r := wordsAt(t, c, begins)
						for i := 1; i < len(sh.Path.Pts); i++ {
							if runsThrough(r, sh.Path.Pts[i-1], sh.Path.Pts[i]) {
								t.Errorf("%v %v: %q lies on a dashed line", trends, medium, w)
								break
							}
						}
					}
				}
			}
		}
	}
}

// runsThrough walks along a segment.
func runsThrough(r scene.Rect, a, b scene.Point) bool {
	for i := range 41 {
		f := scene.Pt(i) / 40
		x, y := a.X+(b.X-a.X)*f, a.Y+(b.Y-a.Y)*f
		if x > r.X && x < r.Right() && y > r.Y && y < r.Bottom() {
			return true
		}
	}
	return false
}

func TestAveragesAreCalledByTheDistanceOfTheirDates(t *testing.T) {
	for _, c := range []struct{ dates, want string }{
		{"2024-01-05 2024-01-12 2024-01-19 2024-01-26 2024-02-02", "3-week average"},
		{"2024-01-31 2024-02-29 2024-03-31 2024-04-30", "3-month average"},
		{"2024-01 2024-02 2024-03 2024-04", "3-month average"},
		{"2024-Q1 2024-Q2 2024-Q3 2024-Q4", "3-quarter average"},
		{"2020 2021 2022 2023", "3-year average"},
		{"2024-01-04 2024-01-05 2024-01-08 2024-01-09 2024-01-10", "3-day average"},
		{"2024-01-05 2024-01-12 2024-01-26 2024-02-02", "3-value average"},
		{"A B C D", "3-value average"},
		{"2020 2021 2022 2024", "3-value average"},
	} {
		rows := "Date|Value"
		for i, d := range strings.Fields(c.dates) {
			rows += "\n" + d + fmt.Sprintf("|%d", i*3%7)
		}
		s := &Spec{Kind: "line", Table: tab(rows), Annotations: []Annotation{{Kind: "trend", Trend: "sma 3"}}}
		s0 := style0(t)
		if got := texts(drawnOn(t, s, s0.frame, s0.st)); !slices.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", c.dates, got, c.want)
		}
	}
}

// weekly is the i-th Friday of 2024 and after.
func weekly(i int) string {
	y, m, d := value.Day(19727 + 7*i).Civil()
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
}

// TestTheRecordStandsClearOfItsCases: where several cases leave the end of the record, its name keeps off all of them, and its
// line is no weaker than theirs.
func TestTheRecordStandsClearOfItsCases(t *testing.T) {
	rows := "Q|Actual|Before|High|Base|Low\n2024-Q3|3390|?|?|?|?\n2024-Q4|3810|3810|?|?|?\n2025-Q1|3530|3700|?|?|?\n2025-Q2|3060|3500|?|?|?\n2025-Q3|2680|3300|?|?|?\n2025-Q4|2760|3200|2760|2760|2760\n2026-Q1|?|?|3000|2850|2650\n2026-Q2|?|?|3200|2880|2450\n2026-Q3|?|?|3350|2900|2350\n2026-Q4|?|?|3400|2900|2300"
	for _, medium := range []scene.Medium{scene.Document, scene.Slides} {
		st := style(t, "ink", medium)
		s := &Spec{Kind: "line", Highlight: "Base", Table: tab(rows), Scenario: map[string]string{"Actual": "actual", "Before": "plan", "High": "forecast", "Base": "forecast", "Low": "forecast"}}
		c := drawnOn(t, s, scene.Rect{X: 48, Y: 100, W: 860, H: 330}, st)
		checkGeometry(t, c, st)
		own := wordsAt(t, c, "Actual").Inset(-4)
		var solid, dashed scene.Stroke
		for _, it := range c.Drawing {
			sh, ok := it.(*scene.Shape)
			if !ok || !sh.Stroke.Round {
				continue
			}
			for i := 1; i < len(sh.Path.Pts); i++ {
				if runsThrough(own, sh.Path.Pts[i-1], sh.Path.Pts[i]) {
					t.Errorf("%v: the name of the record lies at a line", medium)
				}
			}
			if len(sh.Stroke.Dash) == 0 {
				solid = sh.Stroke
			} else if sh.Stroke.Width < dashed.Width || dashed.Width == 0 {
				dashed = sh.Stroke
			}
		}
		if solid.Width <= dashed.Width || solid.Color != st.Look.Muted {
			t.Errorf("%v: the record is drawn %v wide, a case %v", medium, solid, dashed)
		}
	}
}
