package layouts

import (
	"errors"
	"math"

	"roadshow/scene"
)

// nonZero gives a path that is filled by the even-odd rule the same look under the non-zero rule, which is the only one of
// a scene: contours turn one way at even depth and the other way at odd depth. That holds as long as they do not cross.
func nonZero(p scene.Path) (scene.Path, error) {
	all := contours(p)
	if err := crossing(all); err != nil {
		return p, err
	}
	var out scene.Path
	for i := range all {
		c := &all[i]
		depth := 0
		for j := range all {
			if j != i && inside(c.flat[0], all[j].flat) {
				depth++
			}
		}
		if (area(c.flat) < 0) != (depth%2 == 1) {
			c.path = reversed(c.path)
		}
		out.Ops, out.Pts = append(out.Ops, c.path.Ops...), append(out.Pts, c.path.Pts...)
	}
	return out, nil
}

// contour is one closed outline and the polygon that it nearly is.
type contour struct {
	path scene.Path
	flat []scene.Point
}

// contours divides a path. Curves become eight chords: enough to see what lies inside what.
func contours(p scene.Path) []contour {
	var out []contour
	at := 0
	for _, op := range p.Ops {
		if op == scene.MoveTo || len(out) == 0 {
			out = append(out, contour{})
		}
		c := &out[len(out)-1]
		c.path.Ops = append(c.path.Ops, op)
		switch op {
		case scene.MoveTo, scene.LineTo:
			c.flat = append(c.flat, p.Pts[at])
			c.path.Pts = append(c.path.Pts, p.Pts[at])
			at++
		case scene.CurveTo:
			a, b, d := p.Pts[at], p.Pts[at+1], p.Pts[at+2]
			from := c.flat[len(c.flat)-1]
			for i := 1; i <= 8; i++ {
				t := scene.Pt(i) / 8
				u := 1 - t
				c.flat = append(c.flat, scene.Point{
					X: u*u*u*from.X + 3*u*u*t*a.X + 3*u*t*t*b.X + t*t*t*d.X,
					Y: u*u*u*from.Y + 3*u*u*t*a.Y + 3*u*t*t*b.Y + t*t*t*d.Y})
			}
			c.path.Pts = append(c.path.Pts, a, b, d)
			at += 3
		}
	}
	return out
}

func area(c []scene.Point) (sum scene.Pt) {
	for i := range c {
		a, b := c[i], c[(i+1)%len(c)]
		sum += a.X*b.Y - b.X*a.Y
	}
	return sum
}

// inside counts how often a ray to the right leaves the polygon.
func inside(q scene.Point, c []scene.Point) bool {
	in := false
	for i := range c {
		a, b := c[i], c[(i+1)%len(c)]
		if (a.Y > q.Y) != (b.Y > q.Y) && q.X < a.X+(q.Y-a.Y)*(b.X-a.X)/(b.Y-a.Y) {
			in = !in
		}
	}
	return in
}

// crossing looks for outlines that cross themselves or each other. It gives up on drawings with very many points.
func crossing(all []contour) error {
	type side struct{ a, b scene.Point }
	var sides []side
	for _, c := range all {
		for i := range c.flat {
			if a, b := c.flat[i], c.flat[(i+1)%len(c.flat)]; a != b {
				sides = append(sides, side{a, b})
			}
		}
	}
	if len(sides) > 6000 {
		return errors.New("it uses fill-rule evenodd with very many points")
	}
	turn := func(a, b, c scene.Point) float64 {
		v := float64((b.X-a.X)*(c.Y-a.Y) - (b.Y-a.Y)*(c.X-a.X))
		if math.Abs(v) < 1e-9 {
			return 0
		}
		return v
	}
	for i, s := range sides {
		for _, o := range sides[i+1:] {
			if max(s.a.X, s.b.X) < min(o.a.X, o.b.X) || max(o.a.X, o.b.X) < min(s.a.X, s.b.X) ||
				max(s.a.Y, s.b.Y) < min(o.a.Y, o.b.Y) || max(o.a.Y, o.b.Y) < min(s.a.Y, s.b.Y) {
				continue
			}
			if turn(s.a, s.b, o.a)*turn(s.a, s.b, o.b) < 0 && turn(o.a, o.b, s.a)*turn(o.a, o.b, s.b) < 0 {
				return errors.New("it uses fill-rule evenodd on outlines that cross")
			}
		}
	}
	return nil
}

// reversed is a contour drawn the other way round.
func reversed(p scene.Path) scene.Path {
	n := len(p.Pts)
	closed := len(p.Ops) > 0 && p.Ops[len(p.Ops)-1] == scene.Close
	var out scene.Path
	out.Move(p.Pts[n-1].X, p.Pts[n-1].Y)
	at := n - 1
	for i := len(p.Ops) - 1; i > 0; i-- {
		switch p.Ops[i] {
		case scene.LineTo:
			at--
			out.Line(p.Pts[at].X, p.Pts[at].Y)
		case scene.CurveTo:
			out.Curve(p.Pts[at-1], p.Pts[at-2], p.Pts[at-3])
			at -= 3
		}
	}
	if closed {
		out.Close()
	}
	return out
}
