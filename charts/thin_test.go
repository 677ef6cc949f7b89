package charts

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"roadshow/scene"
)

// clouds are many points in a frame as wide as a page: one heap, all over the place, a curve, and one place.
func clouds(n int) map[string][]scene.Point {
	r := rand.New(rand.NewPCG(2025, 1))
	of := func(place func(i int) (x, y float64)) (out []scene.Point) {
		for i := range n {
			x, y := place(i)
			out = append(out, scene.Point{X: scene.Pt(x), Y: scene.Pt(y)})
		}
		return out
	}
	return map[string][]scene.Point{
		"a heap":         of(func(int) (float64, float64) { return 200 + 40*r.NormFloat64(), 120 + 25*r.NormFloat64() }),
		"a long tail":    of(func(int) (float64, float64) { return 20 * r.ExpFloat64(), 10 * r.ExpFloat64() * r.ExpFloat64() }),
		"everywhere":     of(func(int) (float64, float64) { return 800 * r.Float64(), 330 * r.Float64() }),
		"a curve":        of(func(i int) (float64, float64) { x := float64(i) / float64(n); return 400 * x, 200 * math.Sin(9*x) }),
		"one place":      of(func(int) (float64, float64) { return 7, 7 }),
		"a line upright": of(func(i int) (float64, float64) { return 50, float64(i%200) + 0.001*float64(i) }),
	}
}

// TestAThinnedCloudLooksLikeTheWhole: nothing is drawn where no point is, no corner of the hull and nothing that stands alone is
// lost, no dot is moved, and unless there are too many to draw every point is covered.
func TestAThinnedCloudLooksLikeTheWhole(t *testing.T) {
	n := 50_000
	if testing.Short() {
		n = 5_000
	}
	for name, at := range clouds(n) {
		solid, dots := thin(at)
		if again, twice := thin(at); !slices.Equal(twice, dots) || !slices.Equal(again.Pts, solid.Pts) {
			t.Errorf("%s: two pictures of the same points", name)
		}
		if len(dots) > maxDots {
			t.Errorf("%s: %d dots", name, len(dots))
		}
		given := map[scene.Point]bool{}
		for _, p := range at {
			given[p] = true
		}
		drawn := map[scene.Point]bool{}
		for _, d := range dots {
			if drawn[d] = true; !given[d] {
				t.Fatalf("%s: no point stands at %v", name, d)
			}
		}
		for _, p := range ends(at) {
			if !drawn[p] {
				t.Errorf("%s: the outermost point %v is lost", name, p)
			}
		}
		for k := range 64 { // nor comes one in any direction less far than can be seen
			sin, cos := math.Sincos(float64(k) * math.Pi / 32)
			if lost := reach(at, sin, cos) - reach(dots, sin, cos); lost > float64(fine) {
				t.Errorf("%s: the cloud ends %.2f pt earlier towards %d/64", name, lost, k)
			}
		}
		for _, p := range alone(at) {
			if !drawn[p] && name != "everywhere" { // there are more of them than maxDots
				t.Errorf("%s: the lone point %v is lost", name, p)
			}
		}
		full, shown := newCover(at), newCover(at)
		for _, p := range at {
			full.stamp(p, cloudDot)
		}
		for _, d := range dots {
			shown.stamp(d, cloudDot)
		}
		for i := 0; i+3 < len(solid.Pts); i += 4 { // the bars' corners
			a, b := solid.Pts[i], solid.Pts[i+2]
			for y := int(math.Round(float64((a.Y - shown.from.Y) / fine))); y < int(math.Round(float64((b.Y-shown.from.Y)/fine))); y++ {
				for x := int(math.Round(float64((a.X - shown.from.X) / fine))); x < int(math.Round(float64((b.X-shown.from.X)/fine))); x++ {
					shown.seen[y*shown.w+x] = true
				}
			}
		}
		more, less, whole := 0, 0, 0
		for i := range full.seen {
			if full.seen[i] {
				whole++
			}
			if shown.seen[i] && !full.seen[i] {
				more++
			}
			if full.seen[i] && !shown.seen[i] {
				less++
			}
		}
		if more > 0 {
			t.Errorf("%s: %d squares are drawn where no point is", name, more)
		}
		if name != "everywhere" && less > whole/500 {
			t.Errorf("%s: %d of %d squares are not drawn", name, less, whole)
		}
		t.Logf("%s: %d dots and %d bars for %d points, %.1f%% of the area", name, len(dots), len(solid.Pts)/4, len(at), 100-100*float64(less)/float64(whole))
	}
}

// reach is how far points go in a direction.
func reach(at []scene.Point, sin, cos float64) float64 {
	far := math.Inf(-1)
	for _, p := range at {
		far = max(far, float64(p.X)*cos+float64(p.Y)*sin)
	}
	return far
}

// alone are the points that no other touches.
func alone(at []scene.Point) (out []scene.Point) {
	const cell = 2 * cloudDot
	type key [2]int
	in := map[key][]scene.Point{}
	of := func(p scene.Point) key {
		return key{int(math.Floor(float64(p.X / cell))), int(math.Floor(float64(p.Y / cell)))}
	}
	for _, p := range at {
		in[of(p)] = append(in[of(p)], p)
	}
	for _, p := range at {
		near, k := 0, of(p)
		for dx := -1; dx <= 1 && near < 2; dx++ {
			for dy := -1; dy <= 1; dy++ {
				for _, q := range in[key{k[0] + dx, k[1] + dy}] {
					if math.Hypot(float64(p.X-q.X), float64(p.Y-q.Y)) < float64(cell) {
						if near++; near > 1 {
							break
						}
					}
				}
			}
		}
		if near == 1 {
			out = append(out, p)
		}
	}
	return out
}
