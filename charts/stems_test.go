package charts

import (
	"strings"
	"testing"

	"roadshow/briefing/evidence/source"
	"roadshow/internal/diag"
	"roadshow/scene"
)

// TestTheLabelOfABandIsBounded: a label that leaves the bars of a threshold no room is the author's to shorten.
func TestTheLabelOfABandIsBounded(t *testing.T) {
	for words, faults := range map[int]int{1: 0, 8: 0, 60: 1, 2000: 1} {
		limit, _ := source.ParseValue("0 to 2")
		s := &Spec{Kind: "threshold", Table: tab("Mill|Dust\nElder|1.6\nBirch|2.9\nAlder|3.4"), Band: &Band{Value: limit, Label: strings.Repeat("word ", words)}}
		for _, m := range []scene.Medium{scene.Document, scene.Slides} {
			var l diag.List
			c := Draw(judge(s, &l), scene.Rect{X: 48, Y: 100, W: 300, H: 180}, style(t, "paper", m), &l)
			if got := len(l.Problems()); got != faults || faults == 1 && (l.Problems()[0].Code != "E-FIT" || l.Problems()[0].Severity != diag.Error) {
				t.Errorf("%d words: %v", words, l.Problems())
			}
			scene.Walk(c.Drawing, func(it scene.Item) {
				if x, ok := it.(*scene.Text); ok && (x.Frame.Bottom() > 281 || x.Frame.Y < 97) {
					t.Errorf("%d words: %v lies outside", words, x.Frame)
				}
			})
		}
	}
}

// TestLabelsOfDotsLeaveTheirStems: below zero the stem comes from the right, and the label stands on the left.
func TestLabelsOfDotsLeaveTheirStems(t *testing.T) {
	var l diag.List
	s := &Spec{Kind: "dot", Table: tab("Town|Degrees\nBath|3\nCork|-1\nA long name of a town|-12")}
	for _, m := range []scene.Medium{scene.Document, scene.Slides} {
		c := Draw(judge(s, &l), scene.Rect{X: 48, Y: 100, W: 260, H: 140}, style(t, "paper", m), &l)
		var words []*scene.Text
		scene.Walk(c.Drawing, func(it scene.Item) {
			if x, ok := it.(*scene.Text); ok {
				words = append(words, x)
			}
		})
		seen := 0
		scene.Walk(c.Drawing, func(it scene.Item) {
			sh, ok := it.(*scene.Shape)
			if !ok || sh.Stroke.Width != 1.2 {
				return
			}
			seen++
			r := sh.Path.Bounds()
			for _, w := range words {
				if r.X < w.Frame.Right()-0.5 && r.Right() > w.Frame.X+0.5 && r.Y > w.Frame.Y && r.Bottom() < w.Frame.Bottom() {
					t.Errorf("a stem %v crosses %q", r, w.Lines[0].Runs[0].Text)
				}
			}
		})
		if seen != 3 {
			t.Errorf("%d stems, want 3", seen)
		}
	}
}

// TestACalloutKeepsOffADifference: its words touch neither the arrow nor the levels that it runs between.
func TestACalloutKeepsOffADifference(t *testing.T) {
	s := &Spec{Kind: "column", Table: tab("Year|V\n2021|10\n2022|12\n2023|17\n2024|28"), Annotations: []Annotation{
		{Kind: "difference", From: "2021", To: "2024"}, {Kind: "callout", On: "2023", Label: "A mill was opened in the spring"}}}
	for _, m := range []scene.Medium{scene.Document, scene.Slides} {
		var l diag.List
		c := Draw(judge(s, &l), scene.Rect{X: 48, Y: 100, W: 282, H: 150}, style(t, "paper", m), &l)
		var words []scene.Rect
		scene.Walk(c.Drawing, func(it scene.Item) {
			if x, ok := it.(*scene.Text); ok && strings.Contains(x.Lines[0].Runs[0].Text, "mill") {
				words = append(words, x.Frame)
			}
		})
		if len(words) == 0 {
			t.Fatal("no callout", l.Problems())
		}
		scene.Walk(c.Drawing, func(it scene.Item) {
			sh, ok := it.(*scene.Shape)
			if !ok || sh.Stroke.Width == 0 {
				return
			}
			r := sh.Path.Bounds()
			for _, w := range words {
				if r.W > 40 != (r.H > 40) && r.X < w.Right()-1 && r.Right() > w.X+1 && r.Y < w.Bottom()-1 && r.Bottom() > w.Y+1 {
					t.Errorf("a line %v crosses the callout %v", r, w)
				}
			}
		})
	}
}
