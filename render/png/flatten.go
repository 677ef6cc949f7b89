package png

import (
	"errors"
	"fmt"
	"math"

	"golang.org/x/image/vector"

	"roadshow/scene"
)

// point is a place in pixels.
type point struct{ x, y float64 }

func (a point) plus(b point) point       { return point{a.x + b.x, a.y + b.y} }
func (a point) minus(b point) point      { return point{a.x - b.x, a.y - b.y} }
func (a point) times(k float64) point    { return point{a.x * k, a.y * k} }
func (a point) length() float64          { return math.Hypot(a.x, a.y) }
func (a point) cross(b point) float64    { return a.x*b.y - a.y*b.x }
func (a point) dot(b point) float64      { return a.x*b.x + a.y*b.y }
func lerp(a, b point, t float64) point   { return point{a.x + t*(b.x-a.x), a.y + t*(b.y-a.y)} }
func deviation(a, b, c point) float64    { return point{a.x - 2*b.x + c.x, a.y - 2*b.y + c.y}.length() }
func polar(r, angle float64) point       { return point{r * math.Cos(angle), r * math.Sin(angle)} }
func (a point) angle() float64           { return math.Atan2(a.y, a.x) }
func (a point) left(width float64) point { return point{a.y * width, -a.x * width} }

// polyline is a path of straight lines: contours one behind the other.
type polyline struct {
	pts    []point
	starts []int  // where each contour begins in pts
	closed []bool // by contour
}

// tolerance is how far, in pixels, a line may stray from its curve.
const tolerance = 0.02

func (p *polyline) reset() { p.pts, p.starts, p.closed = p.pts[:0], p.starts[:0], p.closed[:0] }

func (p *polyline) move(q point) {
	p.starts, p.closed = append(p.starts, len(p.pts)), append(p.closed, false)
	p.pts = append(p.pts, q)
}

func (p *polyline) line(q point) { p.pts = append(p.pts, q) }

// quad and cube divide curves evenly: the number follows from the second derivative's bound.
func (p *polyline) quad(b, c point) {
	a := p.pts[len(p.pts)-1]
	n := pieces(deviation(a, b, c) / 4)
	for i := 1; i < n; i++ {
		t := float64(i) / float64(n)
		p.line(lerp(lerp(a, b, t), lerp(b, c, t), t))
	}
	p.line(c)
}

func (p *polyline) cube(b, c, d point) {
	a := p.pts[len(p.pts)-1]
	n := pieces(max(deviation(a, b, c), deviation(b, c, d)) * 0.75)
	for i := 1; i < n; i++ {
		t := float64(i) / float64(n)
		bc := lerp(b, c, t)
		p.line(lerp(lerp(lerp(a, b, t), bc, t), lerp(bc, lerp(c, d, t), t), t))
	}
	p.line(d)
}

func pieces(d float64) int { return int(min(512, math.Ceil(math.Sqrt(d/tolerance)))) }

// contour returns a contour's points.
func (p *polyline) contour(i int) []point {
	end := len(p.pts)
	if i+1 < len(p.starts) {
		end = p.starts[i+1]
	}
	return p.pts[p.starts[i]:end]
}

var errMove = errors.New("a path does not begin with a move")

// flatten makes lines of a scene path, in pixels. A path that does not begin with a move, that has fewer points than its
// operators take or that leads far away is an error.
func (p *polyline) flatten(path scene.Path, scale float64) error {
	p.reset()
	for _, q := range path.Pts {
		if !(math.Abs(float64(q.X)) <= far && math.Abs(float64(q.Y)) <= far) {
			return fmt.Errorf("a coordinate is %v, %v", float64(q.X), float64(q.Y))
		}
	}
	pts := path.Pts
	px := func(i int) point { return point{float64(pts[i].X) * scale, float64(pts[i].Y) * scale} }
	again := false // a contour was closed: what follows begins where it began
	for i, op := range path.Ops {
		if op > scene.Close {
			return fmt.Errorf("a path has the unknown operator %d", op)
		}
		n := [...]int{1, 1, 3, 0}[op]
		switch {
		case i == 0 && op != scene.MoveTo:
			return errMove
		case n > len(pts):
			return fmt.Errorf("a path has %d points, fewer than its operators take", len(path.Pts))
		case again && (op == scene.LineTo || op == scene.CurveTo):
			p.move(p.pts[p.starts[len(p.starts)-1]])
		}
		again = op == scene.Close
		switch op {
		case scene.MoveTo:
			p.move(px(0))
		case scene.LineTo:
			p.line(px(0))
		case scene.CurveTo:
			p.cube(px(0), px(1), px(2))
		case scene.Close:
			p.closed[len(p.closed)-1] = true
		}
		pts = pts[n:]
	}
	return nil
}

// bounds is the frame around all points.
func (p *polyline) bounds() box {
	b := box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, q := range p.pts {
		b.x0, b.y0, b.x1, b.y1 = min(b.x0, q.x), min(b.y0, q.y), max(b.x1, q.x), max(b.y1, q.y)
	}
	return b
}

// box says whether the path is one upright rectangle.
func (p *polyline) box() (box, bool) {
	if len(p.starts) != 1 || len(p.pts) != 4 {
		return box{}, false
	}
	a, b, c, d := p.pts[0], p.pts[1], p.pts[2], p.pts[3]
	along := a.y == b.y && b.x == c.x && c.y == d.y && d.x == a.x
	down := a.x == b.x && b.y == c.y && c.x == d.x && d.y == a.y
	return p.bounds(), along || down
}

// edges gives lines to the rasteriser, cut to its area: it would walk every row and pixel outside. What lies left or right
// of the area still counts for the winding and becomes a line along its edge.
type edges struct {
	ras          *vector.Rasterizer
	dx, dy, w, h float64
}

// contour adds one contour, closed as filling asks.
func (e *edges) contour(pts []point) {
	last := pts[len(pts)-1]
	for _, q := range pts {
		e.edge(point{last.x - e.dx, last.y - e.dy}, point{q.x - e.dx, q.y - e.dy})
		last = q
	}
}

func (e *edges) edge(a, b point) {
	if a.y == b.y || max(a.y, b.y) <= 0 || min(a.y, b.y) >= e.h {
		return
	}
	at := func(y float64) point { return point{a.x + (y-a.y)/(b.y-a.y)*(b.x-a.x), y} }
	lo, hi := a, b
	for _, q := range [2]*point{&lo, &hi} {
		if y := min(e.h, max(0, q.y)); y != q.y {
			*q = at(y)
		}
	}
	// The line in up to three parts: along the left edge, inside, along the right edge.
	e.ras.MoveTo(e.inside(lo))
	for _, x := range inOrder(0, e.w, lo.x > hi.x) {
		if (lo.x < x) != (hi.x < x) {
			t := (x - lo.x) / (hi.x - lo.x)
			e.ras.LineTo(e.inside(point{x, lo.y + t*(hi.y-lo.y)}))
		}
	}
	e.ras.LineTo(e.inside(hi))
}

func inOrder(a, b float64, swap bool) [2]float64 {
	if swap {
		return [2]float64{b, a}
	}
	return [2]float64{a, b}
}

// inside moves a place sideways into the area.
func (e *edges) inside(q point) (x, y float32) { return float32(min(e.w, max(0, q.x))), float32(q.y) }
