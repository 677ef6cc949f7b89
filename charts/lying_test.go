package charts

import (
	"testing"

	"roadshow/scene"
)

// Names that stand above their bars are not struck through by the zero where there are negative values.
func TestTheZeroRunsThroughNoName(t *testing.T) {
	for _, medium := range []scene.Medium{scene.Document, scene.Slides} {
		st := style(t, "paper", medium)
		c := drawnOn(t, specOf("bar", "Name|V\nDogwood and sons|30\nThe northern railway company|-11"), scene.Rect{X: 48, Y: 100, W: 280, H: 240}, st)
		zeros := 0
		scene.Walk(c.Drawing, func(it scene.Item) {
			line, ok := it.(*scene.Shape)
			at := scene.Bounds(it)
			if !ok || line.Stroke.Width == 0 || at.W > 2 || at.H < 4 {
				return
			}
			zeros++
			for _, name := range []string{"Dogwood", "The northern"} {
				if at.Overlaps(wordsAt(t, c, name)) {
					t.Errorf("%s: a line at x %.0f runs through %s", medium, float64(at.X), name)
				}
			}
		})
		if zeros == 0 {
			t.Errorf("%s: no zero is drawn", medium)
		}
	}
}
