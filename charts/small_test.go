package charts

import (
	"testing"

	"roadshow/internal/diag"
	"roadshow/scene"
)

// TestSmallFramesKeepTheRules: what is drawn in a small frame keeps every rule; what has no room there says so.
func TestSmallFramesKeepTheRules(t *testing.T) {
	document, slides := style(t, "paper", scene.Document), style(t, "ink", scene.Slides)
	for _, c := range []struct {
		promise, kind, table string
		st                   Style
		w, h                 scene.Pt
		drawn                bool
	}{
		{"squares leave their figure room for the least letters", "waffle", "|One\nCloud|1000000", document, 104, 150, true},
		{"names of rows stand apart below heads of two lines", "heat",
			"|Light Years Away 0|Q3 1|Cloud 2\nFinance and insurance 0|at most 0|77|7.44\nRest of the world 1|61|at most 0|0.78", slides, 300, 140, true},
		{"names and values that leave no room for stages are refused", "funnel",
			"|One\nOther 0|29\nWisdom Spectrum AI 1|about 3\nLight Years Away 2|14 to 61\nR&D 3|over 0.000048", document, 84, 104, false},
	} {
		s := &Spec{Kind: c.kind, Title: c.promise, Measure: "Something", Unit: "things", Table: tab(c.table)}
		var l diag.List
		judged := judge(s, &l)
		if l.Failed(false) {
			t.Fatal(l.Problems())
		}
		drawing := Draw(judged, scene.Rect{X: 54, Y: 100, W: c.w, H: c.h}, c.st, &l)
		if l.Failed(false) == c.drawn {
			t.Errorf("%s: %v", c.promise, l.Problems())
		}
		if c.drawn {
			checkGeometry(t, drawing, c.st)
		}
	}
}
