package art

import (
	"math"
	"testing"

	"roadshow/scene"
)

// An arc of any kind ends where it should and keeps its distance from its centre.
func TestArcsLieOnTheirEllipse(t *testing.T) {
	for _, d := range []string{"M30 50A20 20 0 1 1 50 70", "M30 50A20 20 0 1 0 50 30", "M30 50A20 20 0 0 1 50 30", "M30 50A20 20 90 0 0 50 70"} {
		p, err := parsePath(d)
		if err != nil {
			t.Fatal(err)
		}
		at := 1
		for _, op := range p.Ops[1:] {
			if op != scene.CurveTo {
				t.Fatalf("%s: an operator %d", d, op)
			}
			from, c := p.Pts[at-1], p.Pts[at:at+3]
			at += 3
			for k := range 9 {
				u, v := scene.Pt(8-k)/8, scene.Pt(k)/8
				x := u*u*u*from.X + 3*u*u*v*c[0].X + 3*u*v*v*c[1].X + v*v*v*c[2].X
				y := u*u*u*from.Y + 3*u*u*v*c[0].Y + 3*u*v*v*c[1].Y + v*v*v*c[2].Y
				if r := math.Hypot(float64(x-50), float64(y-50)); math.Abs(r-20) > 0.02 {
					t.Errorf("%s: %v,%v lies %.3f from the centre, not 20", d, x, y, r)
				}
			}
		}
	}
}
