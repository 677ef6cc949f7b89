package charts

import (
	"fmt"
	"math"
	"testing"

	"roadshow/scene"
)

// checkGeometry holds a drawing to DESIGN.md §7: no text overlaps another or comes within 6 pt of one on its line, none
// leaves the frame, none is too small, no coordinate is NaN.
func checkGeometry(t testing.TB, c *scene.Chart, st Style) {
	t.Helper()
	for _, problem := range geometry(c, st) {
		t.Errorf("%s %q: %s", c.Kind, c.Title, problem)
	}
}

func geometry(c *scene.Chart, st Style) (out []string) {
	type word struct {
		r    scene.Rect
		base scene.Pt
		text string
		item int
	}
	var words []word
	least := sizesFor(st.Medium, st.Look).least
	bad := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	nan := func(p scene.Pt) bool { return math.IsNaN(float64(p)) || math.IsInf(float64(p), 0) }
	frame := c.Frame.Inset(-0.05)
	for n, it := range c.Drawing {
		switch it := it.(type) {
		case *scene.Shape:
			for _, q := range it.Path.Pts {
				if nan(q.X) || nan(q.Y) {
					bad("NaN in a path")
					break
				}
			}
			if b := it.Path.Bounds(); !c.Frame.Inset(-8).Contains(b) {
				bad("a mark leaves the frame: %v outside %v", b, c.Frame)
			}
		case *scene.Text:
			for _, l := range it.Lines {
				text, size := "", scene.Pt(0)
				for _, r := range l.Runs {
					text += r.Text
					size = max(size, r.Size)
					if r.Size < least*0.94-0.001 {
						bad("%q is set at %.2f", r.Text, r.Size)
					}
					if nan(r.X) || nan(r.Width) {
						bad("NaN in %q", r.Text)
					}
				}
				if len(l.Runs) == 0 {
					continue
				}
				r := box(l.X(), l.Baseline, l.Right()-l.X(), size)
				if !frame.Contains(r) {
					bad("%q leaves the frame: %.1f %.1f %.1f %.1f in %v", text, r.X, r.Y, r.Right(), r.Bottom(), c.Frame)
				}
				if !it.Frame.Inset(-0.05).Contains(r) {
					bad("%q leaves its own frame", text)
				}
				words = append(words, word{r, l.Baseline, text, n})
			}
		}
	}
	for i, a := range words {
		for _, b := range words[:i] {
			if a.item == b.item {
				continue
			}
			r := a.r.Inset(0.01)
			if r.Overlaps(b.r) {
				bad("%q overlaps %q (%.1f %.1f %.1f %.1f / %.1f %.1f %.1f %.1f)", a.text, b.text, a.r.X, a.r.Y, a.r.Right(), a.r.Bottom(), b.r.X, b.r.Y, b.r.Right(), b.r.Bottom())
			} else if math.Abs(float64(a.base-b.base)) < 0.5 {
				near := a.r
				near.X, near.W = near.X-apart+0.05, near.W+2*apart-0.1
				if near.Overlaps(b.r) {
					bad("%q comes within 6 pt of %q", a.text, b.text)
				}
			}
		}
	}
	return out
}
