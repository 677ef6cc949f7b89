package scene

import "math"

// Op is a path operator; each takes the number of points its comment says.
type Op uint8

// Path operators.
const (
	MoveTo  Op = iota // 1
	LineTo            // 1
	CurveTo           // 3: two controls and the end
	Close             // 0
)

// Path is a drawn outline in page coordinates.
type Path struct {
	Ops []Op
	Pts []Point
}

// Move starts a new contour.
func (p *Path) Move(x, y Pt) { p.Ops, p.Pts = append(p.Ops, MoveTo), append(p.Pts, Point{x, y}) }

// Line draws a straight line to (x, y).
func (p *Path) Line(x, y Pt) { p.Ops, p.Pts = append(p.Ops, LineTo), append(p.Pts, Point{x, y}) }

// Curve draws a cubic Bézier curve to c.
func (p *Path) Curve(a, b, c Point) {
	p.Ops, p.Pts = append(p.Ops, CurveTo), append(p.Pts, a, b, c)
}

// Close ends the contour where it began.
func (p *Path) Close() { p.Ops = append(p.Ops, Close) }

// Bounds is the frame around all points, control points included.
func (p Path) Bounds() Rect {
	if len(p.Pts) == 0 {
		return Rect{}
	}
	lo, hi := p.Pts[0], p.Pts[0]
	for _, q := range p.Pts[1:] {
		lo.X, lo.Y = min(lo.X, q.X), min(lo.Y, q.Y)
		hi.X, hi.Y = max(hi.X, q.X), max(hi.Y, q.Y)
	}
	return Rect{lo.X, lo.Y, hi.X - lo.X, hi.Y - lo.Y}
}

// Extent is the frame around what is drawn: where a curve bends, not where its controls stand.
func (p Path) Extent() Rect {
	tight, at := Path{}, 0
	var pen Point
	for _, op := range p.Ops {
		n := [...]int{1, 1, 3, 0}[op&3]
		if n == 3 {
			a, b, c := p.Pts[at], p.Pts[at+1], p.Pts[at+2]
			for _, t := range append(bends(pen.X, a.X, b.X, c.X), bends(pen.Y, a.Y, b.Y, c.Y)...) {
				tight.Pts = append(tight.Pts, onCurve(pen, a, b, c, t))
			}
		}
		if at += n; n > 0 {
			pen = p.Pts[at-1]
			tight.Pts = append(tight.Pts, pen)
		}
	}
	return tight.Bounds()
}

// onCurve is the point of a cubic Bézier curve at t, 0 to 1.
func onCurve(from, a, b, to Point, t Pt) Point {
	u := 1 - t
	return Point{
		u*u*u*from.X + 3*u*u*t*a.X + 3*u*t*t*b.X + t*t*t*to.X,
		u*u*u*from.Y + 3*u*u*t*a.Y + 3*u*t*t*b.Y + t*t*t*to.Y,
	}
}

// bends are where a curve turns back, between its ends.
func bends(a, b, c, d Pt) (out []Pt) {
	// The derivative is 3(u t² + v t + w).
	u, v, w := -a+3*b-3*c+d, 2*(a-2*b+c), b-a
	roots := []Pt{-w / v}
	if u > 1e-12 || u < -1e-12 {
		root := Pt(math.Sqrt(float64(v*v - 4*u*w)))
		roots = []Pt{(-v + root) / (2 * u), (-v - root) / (2 * u)}
	}
	for _, t := range roots {
		if t > 0 && t < 1 {
			out = append(out, t)
		}
	}
	return out
}

// Shift returns the path moved by (dx, dy).
func (p Path) Shift(dx, dy Pt) Path {
	pts := make([]Point, len(p.Pts))
	for i, q := range p.Pts {
		pts[i] = Point{q.X + dx, q.Y + dy}
	}
	return Path{p.Ops, pts}
}

// RectPath outlines a frame.
func RectPath(r Rect) Path {
	var p Path
	p.Move(r.X, r.Y)
	p.Line(r.Right(), r.Y)
	p.Line(r.Right(), r.Bottom())
	p.Line(r.X, r.Bottom())
	p.Close()
	return p
}

// LinePath is an open polyline.
func LinePath(pts ...Point) Path {
	var p Path
	for i, q := range pts {
		if i == 0 {
			p.Move(q.X, q.Y)
		} else {
			p.Line(q.X, q.Y)
		}
	}
	return p
}

// PolygonPath is a closed polyline.
func PolygonPath(pts ...Point) Path {
	p := LinePath(pts...)
	p.Close()
	return p
}

// kappa is the control length that makes four cubic curves a circle within 0.03 %.
const kappa = 4.0 / 3.0 * (math.Sqrt2 - 1)

// CirclePath outlines a circle.
func CirclePath(cx, cy, r Pt) Path {
	return RoundRectPath(Rect{cx - r, cy - r, 2 * r, 2 * r}, r)
}

// RoundRectPath outlines a frame with corners of radius rad.
func RoundRectPath(r Rect, rad Pt) Path {
	rad = min(rad, r.W/2, r.H/2)
	k := rad * (1 - kappa)
	l, t, R, b := r.X, r.Y, r.Right(), r.Bottom()
	var p Path
	p.Move(l+rad, t)
	p.Line(R-rad, t)
	p.Curve(Point{R - k, t}, Point{R, t + k}, Point{R, t + rad})
	p.Line(R, b-rad)
	p.Curve(Point{R, b - k}, Point{R - k, b}, Point{R - rad, b})
	p.Line(l+rad, b)
	p.Curve(Point{l + k, b}, Point{l, b - k}, Point{l, b - rad})
	p.Line(l, t+rad)
	p.Curve(Point{l, t + k}, Point{l + k, t}, Point{l + rad, t})
	p.Close()
	return p
}

// ArcPath is an open arc from angle a to b (radians, clockwise from 12 o'clock), in curves of at most 45°.
func ArcPath(cx, cy, r Pt, a, b float64) Path {
	var p Path
	at := func(t float64) Point { return Point{cx + r*Pt(math.Sin(t)), cy - r*Pt(math.Cos(t))} }
	start := at(a)
	p.Move(start.X, start.Y)
	n := max(1, int(math.Ceil(math.Abs(b-a)/(math.Pi/4))))
	step := (b - a) / float64(n)
	k := Pt(4.0 / 3.0 * math.Tan(step/4))
	for i := range n {
		t0, t1 := a+float64(i)*step, a+float64(i+1)*step
		p0, p1 := at(t0), at(t1)
		d0 := Point{r * Pt(math.Cos(t0)), r * Pt(math.Sin(t0))}
		d1 := Point{r * Pt(math.Cos(t1)), r * Pt(math.Sin(t1))}
		p.Curve(Point{p0.X + k*d0.X, p0.Y + k*d0.Y}, Point{p1.X - k*d1.X, p1.Y - k*d1.Y}, p1)
	}
	return p
}
