package png

import (
	"errors"
	"math"

	"roadshow/internal/limits"
	"roadshow/scene"
)

// Strokes are drawn as the union of their parts: a quadrilateral a line, a wedge on the outer side of each bend, half discs
// at round ends. All parts run the same way round, so that areas covered twice are not cancelled; parts that meet share an
// edge, so that no seam shows.

// miterLimit is PDF's: sharper corners are cut off.
const miterLimit = 10

// nib is the pen of a stroke, in pixels.
type nib struct {
	width, miter float64
	caps         scene.Cap
	joins        scene.Join
	dash         []float64
	phase        float64
}

func nibOf(s scene.Stroke, scale float64) nib {
	n := nib{width: float64(s.Width) * scale, miter: miterLimit, dash: dashes(s.Dash, scale)}
	if s.Round {
		n.caps, n.joins = scene.RoundCap, scene.RoundJoin
	}
	return n
}

// stroke makes the outline of a pen that follows a path.
func (p *polyline) stroke(path *polyline, n nib) error {
	p.reset()
	if !(n.width <= far*MaxDPI/72) {
		return errors.New("a line's width is not a length")
	}
	pen := stroker{out: p, half: n.width / 2, nib: n}
	for i := range path.starts {
		pts, closed := pen.distinct(path.contour(i), path.closed[i])
		if n.dash == nil {
			pen.contour(pts, closed)
		} else if err := pen.dashed(pts, closed, n.dash); err != nil {
			return err
		}
	}
	return nil
}

// dashes is a pattern in pixels; one that could never draw anything, that is not a pattern or whose parts are too short to be
// seen is a solid line.
func dashes(d []scene.Pt, scale float64) []float64 {
	sum, out := 0.0, make([]float64, 0, 2*len(d))
	for _, v := range d {
		if !(v >= 0 && v <= far) {
			return nil
		}
		out = append(out, float64(v)*scale)
		sum += float64(v) * scale
	}
	if sum < 0.1*float64(len(d)) || sum == 0 {
		return nil
	}
	if len(out)%2 == 1 { // on and off change places every time round
		out = append(out, out...)
	}
	return out
}

func total(of []float64) (sum float64) {
	for _, v := range of {
		sum += v
	}
	return sum
}

// stroker adds the parts of a stroke to an outline.
type stroker struct {
	nib
	out   *polyline
	half  float64 // of the width
	pts   []point // scratch
	piece []point // scratch

	dashes int // cut so far
}

// distinct drops points that repeat the one before, and a closed contour's last where it is the first.
func (s *stroker) distinct(pts []point, closed bool) ([]point, bool) {
	s.pts = append(s.pts[:0], pts[0])
	for _, q := range pts[1:] {
		if q.minus(s.pts[len(s.pts)-1]).length() > 1e-6 {
			s.pts = append(s.pts, q)
		}
	}
	if n := len(s.pts); closed && n > 1 && s.pts[0].minus(s.pts[n-1]).length() <= 1e-6 {
		s.pts = s.pts[:n-1]
	}
	if len(s.pts) == 1 && (len(pts) > 1 || closed) && s.caps != scene.ButtCap { // a line of no length is a dot
		s.pts = append(s.pts, s.pts[0])
	}
	return s.pts, closed && len(s.pts) > 2
}

// contour strokes a line through points that differ.
func (s *stroker) contour(pts []point, closed bool) {
	n := len(pts)
	if n < 2 {
		return
	}
	if pts[0] == pts[1] {
		s.end(pts[0], point{1, 0})
		s.end(pts[0], point{-1, 0})
		return
	}
	lines := n - 1
	if closed {
		lines = n
	}
	before := s.direction(pts[n-1], pts[0])
	for i := range lines {
		a, b := pts[i], pts[(i+1)%n]
		dir := s.direction(a, b)
		side := dir.left(s.half)
		s.part(a.plus(side), b.plus(side), b, b.minus(side), a.minus(side), a)
		if i > 0 || closed {
			s.join(a, before, dir)
		}
		before = dir
	}
	if !closed && s.caps != scene.ButtCap {
		s.end(pts[0], s.direction(pts[1], pts[0]))
		s.end(pts[n-1], before)
	}
}

func (s *stroker) direction(a, b point) point {
	d := b.minus(a)
	if l := d.length(); l > 0 {
		return d.times(1 / l)
	}
	return point{1, 0}
}

func (s *stroker) part(pts ...point) {
	s.out.move(pts[0])
	s.out.pts = append(s.out.pts, pts[1:]...)
}

// join fills the outer side of a bend.
func (s *stroker) join(at, before, after point) {
	turn := before.cross(after)
	if turn == 0 && before.dot(after) > 0 {
		return
	}
	from, to := before.left(s.half), after.left(s.half)
	if turn < 0 { // to the left: the right side is the outer one, and the wedge runs from after to before
		from, to = to.times(-1), from.times(-1)
	}
	s.out.move(at)
	s.out.line(at.plus(from))
	switch cos := before.dot(after); {
	case s.joins == scene.RoundJoin:
		s.arc(at, from, to)
	case s.joins == scene.MiterJoin && 2 <= s.miter*s.miter*(1+cos): // 1/sin(half the angle between the lines) is at most the limit
		s.out.line(at.plus(from.plus(to).times(1 / (1 + cos))))
	}
	s.out.line(at.plus(to))
}

// end adds half a disc, or half a square, where a line that arrives in a direction ends.
func (s *stroker) end(at, dir point) {
	side := dir.left(s.half)
	s.out.move(at)
	s.out.line(at.plus(side))
	if s.caps == scene.SquareCap {
		on := dir.times(s.half)
		s.out.line(at.plus(side).plus(on))
		s.out.line(at.minus(side).plus(on))
	} else {
		s.arc(at, side, side.times(-1))
	}
	s.out.line(at.minus(side))
}

// arc adds the points between two places of the pen's circle, clockwise as seen on the page.
func (s *stroker) arc(at, from, to point) {
	a, b := from.angle(), to.angle()
	if b <= a {
		b += 2 * math.Pi
	}
	step := 2 * math.Acos(max(0, 1-tolerance/max(s.half, tolerance)))
	n := int(math.Ceil((b - a) / max(step, 0.02)))
	for i := 1; i < n; i++ {
		s.out.line(at.plus(polar(s.half, a+(b-a)*float64(i)/float64(n))))
	}
}

// dashed strokes the parts of a line that a pattern leaves. A pattern begins anew with each contour.
func (s *stroker) dashed(pts []point, closed bool, pattern []float64) error {
	if len(pts) < 2 {
		return nil
	}
	if closed {
		pts = append(pts, pts[0])
	}
	k, left := 0, pattern[0]
	for skip := math.Mod(s.phase, total(pattern)); skip > 0; {
		if left > skip {
			left -= skip
			break
		}
		skip -= left
		k = (k + 1) % len(pattern)
		left = pattern[k]
	}
	s.piece = append(s.piece[:0], pts[0])
	flush := func() {
		if k%2 == 0 {
			if len(s.piece) == 1 && s.caps != scene.ButtCap {
				s.piece = append(s.piece, s.piece[0])
			}
			s.contour(s.piece, false)
		}
	}
	for i := 1; i < len(pts); i++ {
		a, b := pts[i-1], pts[i]
		length := b.minus(a).length()
		for done := 0.0; ; {
			if left > length-done {
				left -= length - done
				s.piece = append(s.piece, b)
				break
			}
			done += left
			q := lerp(a, b, done/max(length, 1e-9))
			if len(s.piece) == 0 || s.piece[len(s.piece)-1] != q {
				s.piece = append(s.piece, q)
			}
			flush()
			s.piece = append(s.piece[:0], q)
			k = (k + 1) % len(pattern)
			left = pattern[k]
			if s.dashes++; s.dashes > limits.Dashes.N() {
				return limits.Dashes.Err()
			}
		}
	}
	flush()
	return nil
}
