package charts

import (
	"testing"

	"roadshow/scene"
)

// TestTheWayToAForecastIsDashed, by name, annotation or scenario, in lines and in the edges of areas; nothing before it is.
func TestTheWayToAForecastIsDashed(t *testing.T) {
	s := style0(t)
	for name, c := range map[string]*Spec{
		"by name":       {Table: tab("Year|Sales\n2021|10\n2022|12\n2023E|15\n2024E|16")},
		"by annotation": {Table: tab("Year|Sales\n2021|10\n2022|12\n2023|15\n2024|16"), Annotations: []Annotation{{Kind: "forecast", From: "2023"}}},
		"by scenario":   {Table: tab("Year|Sales\n2021|10\n2022|12\n2023|15\n2024|16"), Scenario: map[string]string{"2023": "forecast", "2024": "forecast"}},
		"none":          {Table: tab("Year|Sales\n2021|10\n2022|12\n2023|15\n2024|16")},
	} {
		for _, kind := range []string{"line", "area"} {
			c.Kind = kind
			chart := drawnOn(t, c, s.frame, s.st)
			var solid, dashed []scene.Rect
			fills := map[scene.Color]bool{}
			scene.Walk(chart.Drawing, func(it scene.Item) {
				sh, ok := it.(*scene.Shape)
				switch {
				case !ok:
				case sh.Stroke.Round && len(sh.Stroke.Dash) > 0:
					dashed = append(dashed, sh.Path.Bounds())
				case sh.Stroke.Round:
					solid = append(solid, sh.Path.Bounds())
				case sh.Path.Bounds().W > 60 && sh.Path.Bounds().H > 20:
					fills[sh.Fill.Color] = true
				}
			})
			if name == "none" {
				if len(dashed) > 0 || len(solid) != 1 {
					t.Errorf("%s, %s: %d dashed lines", kind, name, len(dashed))
				}
				continue
			}
			if len(solid) != 1 || len(dashed) != 1 {
				t.Errorf("%s, %s: %d solid and %d dashed lines", kind, name, len(solid), len(dashed))
				continue
			}
			if a, b := solid[0].W, dashed[0].W; b < 1.9*a || b > 2.1*a { // one step, then two
				t.Errorf("%s, %s: solid for %v, dashed for %v", kind, name, a, b)
			}
			if kind == "area" && len(fills) != 2 {
				t.Errorf("%s, %s: filled in %d tones", kind, name, len(fills))
			}
		}
	}
}

// TestDotsOfAGridShareTheirPlaces: charts beside each other begin, and stop, at the same values, whether or not their own lie far
// from zero.
func TestDotsOfAGridShareTheirPlaces(t *testing.T) {
	s := style0(t)
	for _, pair := range [][2]string{{"N|V\nA|80\nB|90", "N|V\nA|13\nB|6"}, {"N|V\nA|80\nB|90", "N|V\nA|84\nB|97"}} {
		var all []*Chart
		for _, text := range pair {
			c := Judge(Spec{Kind: "dot", Table: tab(text)})
			all = append(all, c)
		}
		d := Domains(all)
		var axes [2]scene.Axis
		for i, c := range all {
			c.Share = d
			axes[i] = Draw(c, s.frame, s.st, c.Problems).Axes[0]
		}
		if a, b := axes[0], axes[1]; a.Min != b.Min || a.Max != b.Max || len(a.Ticks) != len(b.Ticks) {
			t.Errorf("%q: axes %v and %v", pair, a, b)
		}
	}
}

// TestLongNamesLeaveValuesInAGrid: the values of lying bars are printed at any height at which their names stand.
func TestLongNamesLeaveValuesInAGrid(t *testing.T) {
	st := style(t, "paper", scene.Slides)
	text := "N|V\nIntegrated industrial machinery and services|12\nHousehold appliances and consumer electronics|34\nPharmaceuticals and life sciences|25\nOther business|5"
	for h := scene.Pt(120); h < 200; h += 10 {
		c := Judge(Spec{Kind: "bar", Table: tab(text)})
		said := map[string]bool{}
		scene.Walk(Draw(c, scene.Rect{X: 48, Y: 140, W: 274, H: h}, st, c.Problems).Drawing, func(it scene.Item) {
			if w, ok := it.(*scene.Text); ok && len(w.Lines) > 0 {
				said[w.Lines[0].Runs[0].Text] = true
			}
		})
		for _, v := range []string{"12", "34", "25", "5"} {
			if !said[v] {
				t.Errorf("in %v pt: %s is not printed", h, v)
			}
		}
	}
}
