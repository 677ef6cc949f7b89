package charts

import (
	"fmt"
	"testing"

	"roadshow/assets"
	"roadshow/scene"
)

// examples are the gallery; the contact sheet and several tests draw it.
func examples(testing.TB) []*Spec { return Gallery() }

// TestContactSheet draws every example in both media and all looks; with -sheet it writes them for the eye.
func TestContactSheet(t *testing.T) {
	for _, look := range assets.Looks() {
		for _, m := range []scene.Medium{scene.Document, scene.Slides} {
			st := style(t, look, m)
			w, across, down := scene.Pt(320.85), 3, 4
			if m == scene.Slides {
				w, across, down = 570, 2, 3
			}
			var page []*scene.Chart
			x, y, rowH, sheets := scene.Pt(20), scene.Pt(20), scene.Pt(0), 0
			for i, s := range examples(t) {
				if n := i % (across * down); n == 0 && i > 0 {
					writeSheet(t, fmt.Sprintf("%s-%s-%d", look, m, sheets), st.Look, page)
					page, x, y, rowH = nil, 20, 20, 0
					sheets++
				} else if n%across == 0 && i > 0 {
					x, y, rowH = 20, y+rowH+34, 0
				}
				h := Height(Judge(*s), st, w)
				c := drawnOn(t, s, scene.Rect{X: x, Y: y, W: w, H: h}, st)
				checkGeometry(t, c, st)
				page = append(page, c)
				x += w + 24
				rowH = max(rowH, h)
			}
			writeSheet(t, fmt.Sprintf("%s-%s-%d", look, m, sheets), st.Look, page)
		}
	}
}
