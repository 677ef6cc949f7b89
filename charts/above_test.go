package charts

import (
	"testing"

	"roadshow/scene"
)

// TestNothingStrikesNamesAboveBars: the zero line runs beside the bars alone, in the drawing and in what a native chart leaves to it.
func TestNothingStrikesNamesAboveBars(t *testing.T) {
	p := plotted(t, &Spec{Kind: "bar", Table: tab("Name|V\nThe northern district of mills|34\nThe southern district of mills|27\nRest|12")})
	lines := 0
	for _, it := range p.over {
		s, ok := it.(*scene.Shape)
		if !ok || s.Stroke.Width == 0 {
			continue
		}
		lines++
		for _, w := range p.words {
			if name, ok := w.(*scene.Text); ok && name.Frame.Overlaps(s.Path.Bounds().Inset(-s.Stroke.Width/2)) {
				t.Errorf("a line at %v runs through %q at %v", s.Path.Bounds(), name.Lines[0].Runs[0].Text, name.Frame)
			}
		}
	}
	if lines != 3 || !p.chart.Plot.Base.Color.None() {
		t.Errorf("%d lines beside 3 bars, and the native axis is drawn in %v", lines, p.chart.Plot.Base.Color)
	}
}
