package charts

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"roadshow/assets"
	"roadshow/scene"
)

// checkGeometry holds a drawing to the page's rules: no text overlaps another or comes within 6 pt of one on its line, none
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
				for _, run := range l.Runs {
					if strings.TrimSpace(run.Text) == "" {
						continue
					}
					need := 4.5
					if size >= 18 {
						need = 3
					}
					for _, x := range []scene.Pt{run.X + 0.5, run.X + run.Width/2, run.X + run.Width - 0.5} {
						under := beneath(c.Drawing, scene.Point{X: x, Y: l.Baseline - 0.35*size}, st.Look.Background)
						if got := assets.Contrast(run.Color, under); got < need {
							bad("%q (%s) has contrast %.2f on %s", text, run.Color.Token, got, under.Token)
							break
						}
					}
				}
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

// beneath is the colour that is painted last at a place: rectangles and polygons, gradients at their place.
func beneath(items []scene.Item, at scene.Point, background scene.Color) scene.Color {
	under := background
	for _, it := range items {
		sh, ok := it.(*scene.Shape)
		if !ok || sh.Fill.Color.None() || !inside(sh.Path, at) {
			continue
		}
		under = sh.Fill.Color
		if !sh.Fill.To.None() {
			b := sh.Path.Bounds()
			t := float64((at.X - b.X) / b.W)
			if sh.Fill.Vertical {
				t = float64((at.Y - b.Y) / b.H)
			}
			under = assets.Mix(sh.Fill.To, sh.Fill.Color, t)
		}
	}
	return under
}

// inside says whether a place lies within a path, curves taken by their control points.
func inside(p scene.Path, at scene.Point) bool {
	if !(scene.Rect{X: at.X, Y: at.Y}).Overlaps(p.Bounds().Inset(-1e-6)) {
		return false
	}
	in := false
	n := len(p.Pts)
	for i, j := 0, n-1; i < n; j, i = i, i+1 {
		a, b := p.Pts[i], p.Pts[j]
		if (a.Y > at.Y) != (b.Y > at.Y) && at.X < (b.X-a.X)*(at.Y-a.Y)/(b.Y-a.Y)+a.X {
			in = !in
		}
	}
	return in
}
