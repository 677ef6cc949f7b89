package pptx

import (
	"math"

	"roadshow/scene"
)

// slack is how far a curve may run beside those that it stands for: the grain of paths.
const slack = 1.0 / grain

// smoothed is a contour of fewer curves that looks the same: neighbours that one curve can stand for are one. A third of
// an engraved globe goes.
func smoothed(c contour) contour {
	out := contour{from: c.from, closed: c.closed}
	pen, off := c.from, 0.0 // where the last stroke begins, and how far it may run beside what it stands for
	for _, k := range c.parts {
		if n := len(out.parts) - 1; n >= 0 && k.curve && out.parts[n].curve {
			if whole, miss := both(pen, out.parts[n], k); off+miss < slack {
				out.parts[n], off = whole, off+miss
				continue
			}
		}
		pen, off = out.end(), 0
		out.parts = append(out.parts, k)
	}
	return out
}

// both is the curve that begins as k does, ends as l does and runs through where they meet, and how far it runs beside them.
func both(from scene.Point, k, l stroke) (whole stroke, miss float64) {
	first, second := far(from, k.z), far(k.z, l.z)
	t := first / (first + second)
	u, v := toward(from, k.a), toward(l.b, l.z)
	// from + p·u and l.z − q·v are the controls: what the curve has at t without p and q is completed to k.z.
	a, b := 3*(1-t)*(1-t)*t, 3*(1-t)*t*t
	rest := scene.Point{X: k.z.X - (1-t)*(1-t)*(1+2*t)*from.X - t*t*(3-2*t)*l.z.X, Y: k.z.Y - (1-t)*(1-t)*(1+2*t)*from.Y - t*t*(3-2*t)*l.z.Y}
	p, q := cross(rest, v)/(a*cross(u, v)), cross(rest, u)/(b*cross(u, v))
	whole = stroke{true, scene.Point{X: from.X + p*u.X, Y: from.Y + p*u.Y}, scene.Point{X: l.z.X - q*v.X, Y: l.z.Y - q*v.Y}, l.z}
	if most := far(from, l.z); !(p > 0 && p < most && q > 0 && q < most) { // it would run to and fro
		return whole, math.Inf(1)
	}
	for i := scene.Pt(1); i < 8; i++ {
		s := i / 8
		miss = max(miss, beside(onCurve(from, whole.a, whole.b, whole.z, s*t), onCurve(from, k.a, k.b, k.z, s), onCurve(from, k.a, k.b, k.z, s+.01)),
			beside(onCurve(from, whole.a, whole.b, whole.z, t+s*(1-t)), onCurve(k.z, l.a, l.b, l.z, s), onCurve(k.z, l.a, l.b, l.z, s+.01)))
	}
	return whole, miss
}

// beside is how far a point lies beside the line through a and b.
func beside(p, a, b scene.Point) float64 {
	return math.Abs(float64(cross(scene.Point{X: p.X - a.X, Y: p.Y - a.Y}, toward(a, b))))
}

// toward is the direction from a to b, of length 1.
func toward(a, b scene.Point) scene.Point {
	d := far(a, b)
	return scene.Point{X: (b.X - a.X) / d, Y: (b.Y - a.Y) / d}
}

func far(a, b scene.Point) scene.Pt { return scene.Pt(math.Hypot(float64(b.X-a.X), float64(b.Y-a.Y))) }

func cross(a, b scene.Point) scene.Pt { return a.X*b.Y - a.Y*b.X }
