package png

import "math"

// What stands upright is moved to where pixels begin, by half a pixel at most, as PDF's renderers do. Two areas that share an
// edge then share it on the picture too, without a pale seam; bars have sharp sides; and a rule is not broad and pale where
// it would fall across two rows of pixels. The thickness of thin lines stays what it is.

// thin is the thickness, in pixels, up to which lines keep it.
const thin = 3

// crisp moves the edges of a box.
func crisp(b box) box {
	b.x0, b.x1 = edgesOf(b.x0, b.x1)
	b.y0, b.y1 = edgesOf(b.y0, b.y1)
	return b
}

func edgesOf(from, to float64) (float64, float64) {
	if to-from <= thin {
		return math.Round(from), math.Round(from) + to - from
	}
	return math.Round(from), math.Round(to)
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
