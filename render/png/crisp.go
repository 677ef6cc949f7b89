package png

import "math"

// Rules and grid lines are about a pixel thick. Where one falls across two rows of pixels it would look broad and pale, and
// each rule of a page different: thin upright lines are moved, by half a pixel at most, to begin where a pixel begins. Their
// thickness stays what it is.

// thin is the thickness, in pixels, up to which lines are moved.
const thin = 3

// crisp moves a box that is thin.
func crisp(b box) box {
	if w := b.x1 - b.x0; w <= thin {
		b.x0 = math.Round(b.x0)
		b.x1 = b.x0 + w
	}
	if h := b.y1 - b.y0; h <= thin {
		b.y0 = math.Round(b.y0)
		b.y1 = b.y0 + h
	}
	return b
}

// crisp moves those contours that are one level or upright line, for a pen of the given width.
func (p *polyline) crisp(width float64) {
	if width > thin {
		return
	}
	to := func(v float64) float64 { return math.Round(v-width/2) + width/2 }
	for i := range p.starts {
		pts := p.contour(i)
		switch {
		case p.closed[i] || len(pts) != 2:
		case pts[0].y == pts[1].y:
			pts[0].y = to(pts[0].y)
			pts[1].y = pts[0].y
		case pts[0].x == pts[1].x:
			pts[0].x = to(pts[0].x)
			pts[1].x = pts[0].x
		}
	}
}
