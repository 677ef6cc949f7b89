package readback

import (
	"math"
	"slices"
	"strings"

	"roadshow/render/pdf/pdftest"
)

// readDonut reads a ring: each segment's angle is its share. Between two segments lies a gap, and their border in it.
func readDonut(r *readback) {
	var order []int
	sum := 0.0
	for i, row := range r.tab.cells {
		if d := row[0]; !d.missing && d.at() > 0 {
			order = append(order, i)
			sum += d.at()
		}
	}
	if !strings.Contains(r.more, "order: given") {
		slices.SortStableFunc(order, func(a, b int) int { return int(sign(r.tab.cells[b][0].at() - r.tab.cells[a][0].at())) })
	}
	var ring []pdftest.Path
	for _, s := range r.fig.shapes {
		if strings.Contains(s.Ops, "cl") && strings.HasSuffix(s.Ops, "ch") {
			ring = append(ring, s)
		}
	}
	if len(ring) != len(order) {
		r.badMark("%d segments for %d parts", len(ring), len(order))
		return
	}
	segs := make([]segment, len(ring))
	for j := range ring { // the largest segment says best where the middle is; a small one only where it begins and ends
		if j == 0 {
			longest := slices.MaxFunc(ring, func(a, b pdftest.Path) int { return len(a.X) - len(b.X) })
			segs[0] = segmentOf(longest, segment{})
		}
		segs[j] = segmentOf(ring[j], segs[0])
		if a, b := segs[j], segs[0]; math.Abs(a.outer-b.outer) > tolerance || math.Abs(a.inner-b.inner) > tolerance {
			r.badMark("the segment of %s lies on another ring", r.tab.rows[order[j]])
		}
	}
	at := 0.0
	turns := []reading{{"12 o'clock", 0, 0}, {"a whole turn", 2 * math.Pi * segs[0].outer, 2 * math.Pi * segs[0].outer}}
	gap := 0.0
	for j := range segs {
		before := segs[(j+len(segs)-1)%len(segs)].to
		gap = max(gap, math.Mod(segs[j].from-before+4*math.Pi, 2*math.Pi))
	}
	for j, i := range order { // borders in points along the outer edge, so that the tolerance is one of length
		before, after := segs[(j+len(segs)-1)%len(segs)], segs[j]
		if j == 0 {
			before.to -= 2 * math.Pi
			before.from -= 2 * math.Pi
		}
		// Each gives half the gap away, a small one a sixth of itself.
		border, other := before.to+min(gap/2, (before.to-before.from)/4), after.from-min(gap/2, (after.to-after.from)/4)
		if d := (other - border) * segs[0].outer; math.Abs(d) > tolerance {
			r.badMark("%.2f pt too much lie between %s and the part before it", d, r.tab.rows[i])
		}
		turns = append(turns, reading{r.tab.rows[i] + " begins", at * segs[0].outer, border * segs[0].outer})
		at += r.tab.cells[i][0].at() / sum * 2 * math.Pi
	}
	r.onOneScale(1, turns)
	shares := r.shares(r.tab.column(0))
	lead, inside := order[0], false
	for _, i := range order {
		if r.tab.cells[i][0].at() > r.tab.cells[lead][0].at() && !strings.Contains(r.more, "order: given") {
			lead = i
		}
	}
	for _, p := range r.fig.says { // in the ring stands the share of the largest part, which may say it there only
		if _, ok := readNumber(p.text); ok && math.Abs(p.cx()-segs[0].x) < 1 && math.Abs(p.cy()-segs[0].y) < segs[0].inner {
			r.says(p, shares[lead], "in the ring")
			inside = true
		}
	}
	for j, i := range order {
		name := r.name(r.tab.rows[i])
		mid := (segs[j].from + segs[j].to) / 2
		r.partNumber(name, shares[i], segs[j].x+segs[j].outer*math.Sin(mid), segs[j].y-segs[j].outer*math.Cos(mid), inside && i == lead)
	}
}

// partNumber is the number over a part's name; the leader that ends there begins at the part.
func (r *readback) partNumber(name *phrase, d datum, x, y float64, elsewhere bool) {
	for _, p := range r.fig.says {
		if _, ok := readNumber(p.text); !ok || r.used[p] || p.y >= name.y || name.y-p.y > 2.2*p.s || math.Abs(p.x-name.x) > 1 && math.Abs(p.right-name.right) > 1 {
			continue
		}
		r.says(p, d, name.text)
		for _, l := range r.fig.lines {
			if n := len(l.X) - 1; n == 2 && math.Abs(l.Y[n]-p.cy()) < 1 && distance(p, l.X[n], l.Y[n]) < 6 && math.Hypot(l.X[0]-x, l.Y[0]-y) < 3 {
				return
			}
		}
		r.badMark("no leader runs from %s to its segment", name.text)
		return
	}
	if !elsewhere {
		r.badText("%s: %s is not printed", name.text, d.text)
	}
}

// segment is a part of a ring; angles run clockwise from 12 o'clock.
type segment struct{ x, y, outer, inner, from, to float64 }

// segmentOf reads a segment. Where the ring's middle is not known yet, it is that of the circle through three points of the
// outer edge.
func segmentOf(p pdftest.Path, ring segment) (s segment) {
	n := strings.Index(p.Ops, "l") - 1 // m, then as many curves, then the line inwards
	x0, y0, x1, y1 := p.X[0], p.Y[0], p.X[3*n], p.Y[3*n]
	if s.x, s.y = ring.x, ring.y; ring.outer == 0 {
		mid := 3 * (n / 2)
		xm, ym := p.X[mid], p.Y[mid]
		if n == 1 { // the middle of a curve lies on the circle too
			xm, ym = (p.X[0]+3*p.X[1]+3*p.X[2]+p.X[3])/8, (p.Y[0]+3*p.Y[1]+3*p.Y[2]+p.Y[3])/8
		}
		s.x, s.y = circle(x0, y0, xm, ym, x1, y1)
	}
	s.outer = math.Hypot(x0-s.x, y0-s.y)
	s.inner = math.Hypot(p.X[3*n+1]-s.x, p.Y[3*n+1]-s.y)
	angle := func(x, y float64) float64 { return math.Mod(math.Atan2(x-s.x, s.y-y)+2*math.Pi, 2*math.Pi) }
	s.from, s.to = angle(x0, y0), angle(x1, y1)
	if s.to < s.from {
		s.to += 2 * math.Pi
	}
	return s
}

// circle is the centre of the circle through three points.
func circle(ax, ay, bx, by, cx, cy float64) (x, y float64) {
	d := 2 * (ax*(by-cy) + bx*(cy-ay) + cx*(ay-by))
	a, b, c := ax*ax+ay*ay, bx*bx+by*by, cx*cx+cy*cy
	return (a*(by-cy) + b*(cy-ay) + c*(ay-by)) / d, (a*(cx-bx) + b*(ax-cx) + c*(bx-ax)) / d
}
