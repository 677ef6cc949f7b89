package charts

import (
	"testing"

	"roadshow/scene"
)

// TestAReferenceIsSeenOnBars: under its dots, each bar that it runs through lets the background through, and no other does.
func TestAReferenceIsSeenOnBars(t *testing.T) {
	st := style0(t)
	for _, kind := range []string{"bar", "column"} {
		s := &Spec{Kind: kind, Order: "given", Table: tab("N|V\nLow|1\nBase|5\nHigh|12"), Annotations: []Annotation{{Kind: "reference", Value: val(t, "3"), Label: "Hurdle"}}}
		c := drawnOn(t, s, st.frame, st.st)
		casings, dotted := 0, false
		for _, it := range c.Drawing {
			sh, ok := it.(*scene.Shape)
			if !ok {
				continue
			}
			dots := len(sh.Stroke.Dash) > 0
			if sh.Stroke.Color == st.st.Look.Background && sh.Stroke.Width > 1.5 {
				casings++
				if dotted {
					t.Errorf("%s: the background hides the dots", kind)
				}
			}
			dotted = dotted || dots
		}
		if casings != 2 || !dotted {
			t.Errorf("%s: %d bars show the background below the line, want 2; dots %v", kind, casings, dotted)
		}
	}
}
