package charts

import (
	"testing"

	"roadshow/scene"
)

// TestAHighlightedStepKeepsItsColour and the other steps are tints of theirs.
func TestAHighlightedStepKeepsItsColour(t *testing.T) {
	st := style0(t)
	s := &Spec{Kind: "waterfall", Highlight: "More", Table: tab("S|V\nStart|10\nMore|5\nAgain|2\nLess|-3\nEnd|14")}
	c := drawnOn(t, s, st.frame, st.st)
	look := st.st.Look
	count := map[scene.Color]int{}
	for _, it := range c.Drawing {
		if sh, ok := it.(*scene.Shape); ok {
			count[sh.Fill.Color]++
		}
	}
	for color, want := range map[scene.Color]int{look.Positive: 1, look.Tint(look.Positive, 0.5): 1, look.Negative: 0, look.Tint(look.Negative, 0.5): 1, look.Tint(look.Text, 0.66): 2} {
		if count[color] != want {
			t.Errorf("%d shapes of %v, want %d", count[color], color, want)
		}
	}
}
