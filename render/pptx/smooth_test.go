package pptx

import (
	"math"
	"math/rand/v2"
	"testing"

	"roadshow/scene"
)

// TestFewerCurvesLookTheSame: a circle of many pieces becomes one of few, which run where those run; corners and lines stay.
func TestFewerCurvesLookTheSame(t *testing.T) {
	const r, pieces = 260.0, 24
	at := func(i float64) scene.Point {
		sin, cos := math.Sincos(2 * math.Pi * i / pieces)
		return scene.Point{X: scene.Pt(r * cos), Y: scene.Pt(r * sin)}
	}
	arm := scene.Pt(4.0 / 3 * math.Tan(math.Pi/pieces/2) * r) // of the controls of one piece
	c := contour{from: at(0), closed: true}
	for i := range pieces {
		a, z := at(float64(i)), at(float64(i+1))
		c.parts = append(c.parts, stroke{true, scene.Point{X: a.X - arm*a.Y/r, Y: a.Y + arm*a.X/r}, scene.Point{X: z.X + arm*z.Y/r, Y: z.Y - arm*z.X/r}, z})
	}
	corner := scene.Point{X: r, Y: r}
	c.parts = append(c.parts, stroke{z: corner}, stroke{true, scene.Point{X: r + 10, Y: r}, scene.Point{X: r + 20, Y: r + 10}, scene.Point{X: r + 20, Y: r + 20}},
		stroke{true, scene.Point{X: r, Y: r + 20}, scene.Point{X: r, Y: r + 20}, scene.Point{X: r - 20, Y: r + 20}})
	got := smoothed(c)
	curves := len(got.parts) - 3
	if curves > pieces/3 || curves < 4 {
		t.Errorf("%d pieces of a circle became %d", pieces, curves)
	}
	pen, turned := got.from, 0.0
	for _, k := range got.parts[:max(curves, 0)] {
		for s := scene.Pt(0); s < 1; s += 1.0 / 64 {
			p := onCurve(pen, k.a, k.b, k.z, s)
			if off := math.Hypot(float64(p.X), float64(p.Y)) - r; math.Abs(off) > 0.055 {
				t.Fatalf("it runs %.3f pt beside the circle", off)
			}
		}
		angle := math.Atan2(float64(cross(pen, k.z)), float64(pen.X*k.z.X+pen.Y*k.z.Y))
		pen, turned = k.z, turned+math.Mod(angle+2*math.Pi, 2*math.Pi)
	}
	if math.Abs(turned-2*math.Pi) > 1e-6 {
		t.Errorf("it turns by %.3f", turned)
	}
	for i, k := range c.parts[pieces:] {
		if got.parts[curves+i] != k {
			t.Errorf("behind the circle, stroke %d is %v, not %v", i, got.parts[curves+i], k)
		}
	}
}

// TestWhateverCurvesAreJoinedTheyStayWhereTheyRun: of chains of curves, gentle and wild, every point of the fewer curves lies beside the
// old ones, and the reverse.
func TestWhateverCurvesAreJoinedTheyStayWhereTheyRun(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	trace := func(c contour) (out []scene.Point) {
		pen := c.from
		for _, k := range c.parts {
			for i := range 200 {
				out = append(out, onCurve(pen, k.a, k.b, k.z, scene.Pt(i)/200))
			}
			pen = k.z
		}
		return append(out, pen)
	}
	joined := 0
	for range 150 {
		wild := math.Pow(10, -4*r.Float64())
		some := func() scene.Pt { return scene.Pt(10 * wild * r.NormFloat64()) }
		c, pen := contour{}, scene.Point{}
		arm := scene.Point{X: 3, Y: some()}
		for range 5 {
			next := scene.Point{X: 3 + some(), Y: some()}
			z := scene.Point{X: pen.X + 10*scene.Pt(r.Float64()+0.01), Y: pen.Y + 3*arm.Y + some()}
			c.parts = append(c.parts, stroke{true, scene.Point{X: pen.X + arm.X, Y: pen.Y + arm.Y}, scene.Point{X: z.X - next.X, Y: z.Y - next.Y}, z})
			pen, arm = z, next
		}
		fewer := smoothed(c)
		joined += len(c.parts) - len(fewer.parts)
		a, b := trace(c), trace(fewer)
		for _, pair := range [2][2][]scene.Point{{a, b}, {b, a}} {
			for _, p := range pair[0] {
				near := math.Inf(1)
				for _, q := range pair[1] {
					near = min(near, float64(far(p, q)))
				}
				if near > 0.2 { // the grain, and the way between two points of the trace
					t.Fatalf("%v runs %.2f pt beside\n%v", fewer.parts, near, c.parts)
				}
			}
		}
	}
	if joined < 40 {
		t.Errorf("%d curves were joined", joined)
	}
}
