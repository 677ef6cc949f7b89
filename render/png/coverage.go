package png

import (
	"image"
	"math"
)

// coverage is how much of each pixel of an area a path covers, 0 to 1. The rasteriser of x/image knows the non-zero rule
// only; drawings from elsewhere need even-odd too.
type coverage struct {
	area image.Rectangle
	acc  []float32
}

// of rasterises a path inside an area: each edge adds its signed area to the pixels it crosses and the rest of its height to
// the pixel behind; their running sum along a row is the winding.
func (c *coverage) of(p *polyline, area image.Rectangle, evenOdd bool) []float32 {
	c.area = area
	w, h := area.Dx(), area.Dy()
	if n := (w + 2) * h; cap(c.acc) < n {
		c.acc = make([]float32, n)
	} else {
		c.acc = c.acc[:n]
		clear(c.acc)
	}
	for i := range p.starts {
		pts := p.contour(i)
		last := pts[len(pts)-1]
		for _, q := range pts {
			c.edge(last, q)
			last = q
		}
	}
	for y := range h {
		row, sum := c.acc[y*(w+2):(y+1)*(w+2)], float32(0)
		for x := range row {
			sum += row[x]
			v := float32(math.Abs(float64(sum)))
			if evenOdd {
				if v = float32(math.Mod(float64(v), 2)); v > 1 {
					v = 2 - v
				}
			}
			row[x] = min(v, 1)
		}
	}
	return c.acc
}

func (c *coverage) edge(a, b point) {
	if a.y == b.y {
		return
	}
	sign := 1.0
	if a.y > b.y {
		a, b, sign = b, a, -1
	}
	w, h := float64(c.area.Dx()), float64(c.area.Dy())
	a, b = point{a.x - float64(c.area.Min.X), a.y - float64(c.area.Min.Y)}, point{b.x - float64(c.area.Min.X), b.y - float64(c.area.Min.Y)}
	slope := (b.x - a.x) / (b.y - a.y)
	from, to := max(0, a.y), min(h, b.y)
	for y := math.Floor(from); y < to; y++ {
		y0, y1 := max(from, y), min(to, y+1)
		if y1 <= y0 {
			continue
		}
		x0, x1 := a.x+(y0-a.y)*slope, a.x+(y1-a.y)*slope
		c.row(int(y), min(x0, x1), max(x0, x1), (y1-y0)*sign, w)
	}
}

// row spreads an edge's height d over the pixels between x0 and x1. What lies left counts from the first pixel on, what lies
// right not at all.
func (c *coverage) row(y int, x0, x1, d, w float64) {
	row := c.acc[y*int(w+2) : (y+1)*int(w+2)]
	if x0 >= w {
		return
	}
	if x1 <= 0 {
		row[0] += float32(d)
		return
	}
	span := x1 - x0
	if span < 1e-9 {
		i := int(x0)
		cover := d * (float64(i+1) - x0)
		row[i] += float32(cover)
		row[i+1] += float32(d - cover)
		return
	}
	if x0 < 0 {
		part := d * -x0 / span
		row[0] += float32(part)
		d, x0 = d-part, 0
		span = x1
	}
	if x1 > w {
		d *= (w - x0) / span
		x1 = w
		span = x1 - x0
	}
	for i := int(x0); float64(i) < x1; i++ {
		l, r := max(x0, float64(i)), min(x1, float64(i+1))
		if r <= l {
			continue
		}
		part := d * (r - l) / span
		cover := part * (float64(i+1) - (l+r)/2)
		row[i] += float32(cover)
		row[i+1] += float32(part - cover)
	}
}
