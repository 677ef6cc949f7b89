package pptx

import (
	"slices"

	"roadshow/scene"
)

// Office files cut nothing: what a clip hides is taken from the path itself.

// side is a half-plane: what lies in it has x·X + y·Y ≥ D.
type side struct{ X, Y, D scene.Pt }

func (s side) of(p scene.Point) scene.Pt { return s.X*p.X + s.Y*p.Y - s.D }

// sidesOf are a frame's.
func sidesOf(r scene.Rect) []side {
	return []side{{1, 0, r.X}, {-1, 0, -r.Right()}, {0, 1, r.Y}, {0, -1, -r.Bottom()}}
}

// stroke is a stretch of a contour from where the one before ended: a line, or a curve with its controls.
type stroke struct {
	curve   bool
	a, b, z scene.Point
}

// contour is a connected stretch of a path.
type contour struct {
	from   scene.Point
	parts  []stroke
	closed bool
}

func (c *contour) end() scene.Point {
	if n := len(c.parts); n > 0 {
		return c.parts[n-1].z
	}
	return c.from
}

// contours takes a path apart.
func contours(p scene.Path) (list []contour) {
	at := 0
	for _, op := range p.Ops {
		if len(list) == 0 && op != scene.MoveTo {
			return nil
		}
		switch op {
		case scene.MoveTo:
			list = append(list, contour{from: p.Pts[at]})
			at++
		case scene.LineTo:
			c := &list[len(list)-1]
			c.parts = append(c.parts, stroke{z: p.Pts[at]})
			at++
		case scene.CurveTo:
			c := &list[len(list)-1]
			c.parts = append(c.parts, stroke{true, p.Pts[at], p.Pts[at+1], p.Pts[at+2]})
			at += 3
		case scene.Close:
			list[len(list)-1].closed = true
		}
	}
	return list
}

// clipped is what of a path lies on all sides: of a filled one its area, else its lines.
func clipped(p scene.Path, sides []side, filled bool) scene.Path {
	if inside(p, sides) {
		return p
	}
	var out scene.Path
	for _, c := range contours(p) {
		if first := c.from; (filled || c.closed) && c.end() != first {
			c.parts = append(slices.Clip(c.parts), stroke{z: first})
		}
		parts := []contour{c}
		for _, s := range sides {
			var kept []contour
			for _, part := range parts {
				kept = append(kept, cut(part, s, filled)...)
			}
			parts = kept
		}
		for _, part := range parts {
			out.Move(part.from.X, part.from.Y)
			for _, k := range part.parts {
				if k.curve {
					out.Curve(k.a, k.b, k.z)
				} else {
					out.Line(k.z.X, k.z.Y)
				}
			}
			if filled {
				out.Close()
			}
		}
	}
	return out
}

// cut is what of a contour lies on a side: one whose gaps run along the edge where it is filled, else its pieces.
func cut(c contour, s side, filled bool) (out []contour) {
	pen, open := c.from, false
	add := func(from scene.Point, k stroke) {
		switch {
		case len(out) == 0 || !filled && !open:
			out = append(out, contour{from: from})
		case !open && out[0].end() != from:
			out[0].parts = append(out[0].parts, stroke{z: from})
		}
		last := &out[len(out)-1]
		last.parts, open = append(last.parts, k), true
	}
	for _, k := range c.parts {
		for _, piece := range pieces(pen, k, s) {
			if from := piece.from; s.of(piece.middle()) >= 0 {
				add(from, piece.stroke)
			} else {
				open = false
			}
		}
		pen = k.z
	}
	return out
}

// piece is a part of a stroke that lies on one side of an edge.
type piece struct {
	from scene.Point
	stroke
}

func (p piece) middle() scene.Point {
	if !p.curve {
		return scene.Point{X: (p.from.X + p.z.X) / 2, Y: (p.from.Y + p.z.Y) / 2}
	}
	return onCurve(p.from, p.a, p.b, p.z, 0.5)
}

// pieces parts a stroke where it crosses an edge.
func pieces(from scene.Point, k stroke, s side) (out []piece) {
	at := func(t scene.Pt) scene.Point {
		if k.curve {
			return onCurve(from, k.a, k.b, k.z, t)
		}
		return scene.Point{X: from.X + t*(k.z.X-from.X), Y: from.Y + t*(k.z.Y-from.Y)}
	}
	steps := 1
	if k.curve && (s.of(from) < 0 || s.of(k.a) < 0 || s.of(k.b) < 0 || s.of(k.z) < 0) {
		steps = 8 // a curve may cross several times
	}
	last := scene.Pt(0)
	for i := range steps {
		lo, hi := scene.Pt(i)/scene.Pt(steps), scene.Pt(i+1)/scene.Pt(steps)
		if (s.of(at(lo)) < 0) == (s.of(at(hi)) < 0) {
			continue
		}
		for range 40 {
			if m := (lo + hi) / 2; (s.of(at(m)) < 0) == (s.of(at(scene.Pt(i)/scene.Pt(steps))) < 0) {
				lo = m
			} else {
				hi = m
			}
		}
		out = append(out, k.between(from, last, hi))
		last = hi
	}
	return append(out, k.between(from, last, 1))
}

// between is a stroke from t to u of its way.
func (k stroke) between(from scene.Point, t, u scene.Pt) piece {
	if !k.curve {
		on := func(t scene.Pt) scene.Point {
			return scene.Point{X: from.X + t*(k.z.X-from.X), Y: from.Y + t*(k.z.Y-from.Y)}
		}
		return piece{on(t), stroke{z: on(u)}}
	}
	// The controls are where the curve's blossom has them.
	mix := func(a, b scene.Point, t scene.Pt) scene.Point {
		return scene.Point{X: a.X + t*(b.X-a.X), Y: a.Y + t*(b.Y-a.Y)}
	}
	blossom := func(r, s, t scene.Pt) scene.Point {
		a, b, c := mix(from, k.a, r), mix(k.a, k.b, r), mix(k.b, k.z, r)
		return mix(mix(a, b, s), mix(b, c, s), t)
	}
	return piece{blossom(t, t, t), stroke{true, blossom(t, t, u), blossom(t, u, u), blossom(u, u, u)}}
}

func onCurve(a, b, c, d scene.Point, t scene.Pt) scene.Point {
	u := 1 - t
	k, l, m, n := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
	return scene.Point{X: k*a.X + l*b.X + m*c.X + n*d.X, Y: k*a.Y + l*b.Y + m*c.Y + n*d.Y}
}

func inside(p scene.Path, sides []side) bool {
	for _, q := range p.Pts {
		for _, s := range sides {
			if s.of(q) < -near {
				return false
			}
		}
	}
	return true
}
