package png

import (
	"image"
	"image/draw"
	"math"

	"golang.org/x/image/vector"

	"roadshow/scene"
)

// canvas is a page's pixels and the area that may be painted.
type canvas struct {
	size pixels
	img  *image.RGBA
	clip box
	ras  vector.Rasterizer
	mask image.Alpha
}

// box is a frame in pixels, edges included where they fall between pixels.
type box struct{ x0, y0, x1, y1 float64 }

func (b box) and(o box) box {
	return box{max(b.x0, o.x0), max(b.y0, o.y0), min(b.x1, o.x1), min(b.y1, o.y1)}
}

// outer is the smallest whole-pixel frame around the box; empty where the box is.
func (b box) outer() image.Rectangle {
	if !(b.x0 < b.x1 && b.y0 < b.y1) {
		return image.Rectangle{}
	}
	return image.Rect(int(math.Floor(b.x0)), int(math.Floor(b.y0)), int(math.Ceil(b.x1)), int(math.Ceil(b.y1)))
}

// covers says that pixels of the frame lie wholly inside the box.
func (b box) covers(r image.Rectangle) bool {
	return b.x0 <= float64(r.Min.X) && b.y0 <= float64(r.Min.Y) && b.x1 >= float64(r.Max.X) && b.y1 >= float64(r.Max.Y)
}

// cover is how much of pixel i lies between a and b, 0 to 255.
func cover(i int, a, b float64) uint32 {
	v := min(b, float64(i+1)) - max(a, float64(i))
	return uint32(max(0, v)*255 + 0.5)
}

type rgb struct{ r, g, b uint8 }

func rgbOf(c scene.Color) rgb { return rgb{c.R, c.G, c.B} }

func (c *canvas) init(size pixels) {
	c.size = size
	c.img = image.NewRGBA(image.Rect(0, 0, size.w, size.h))
}

// clear paints everything and takes clips away.
func (c *canvas) clear(v rgb) {
	c.clip = box{0, 0, float64(c.size.w), float64(c.size.h)}
	row := c.img.Pix[:c.img.Stride]
	for i := 0; i < len(row); i += 4 {
		row[i], row[i+1], row[i+2], row[i+3] = v.r, v.g, v.b, 255
	}
	for y := 1; y < c.size.h; y++ {
		copy(c.img.Pix[y*c.img.Stride:], row)
	}
}

// clipTo narrows what may be painted until the returned function is called.
func (c *canvas) clipTo(b box) (undo func()) {
	before := c.clip
	c.clip = c.clip.and(b)
	return func() { c.clip = before }
}

// fillBox paints an upright rectangle: exact, and quicker than a path.
func (c *canvas) fillBox(b box, in paint) {
	b = b.and(c.clip)
	r := b.outer()
	for y := r.Min.Y; y < r.Max.Y; y++ {
		cy := cover(y, b.y0, b.y1)
		at := c.img.PixOffset(r.Min.X, y)
		row := c.img.Pix[at : at+4*r.Dx()]
		for x := r.Min.X; x < r.Max.X; x++ {
			a := cy
			if x == r.Min.X || x == r.Max.X-1 {
				a = (a*cover(x, b.x0, b.x1) + 127) / 255
			}
			blend(row[4*(x-r.Min.X):], in.at(x, y), a)
		}
	}
}

// band is the number of pixels that a path is rasterised in at a time: enough for every letter, little enough to stay in a
// processor's cache.
const band = 1 << 18

// fill paints a path; where contours run the same way round they add up (non-zero winding).
func (c *canvas) fill(p *polyline, in paint) { c.fillAt(p, p.bounds(), point{}, in) }

// fillAt paints a path moved by some pixels, whose bounds are known.
func (c *canvas) fillAt(p *polyline, b box, by point, in paint) {
	r := box{b.x0 + by.x, b.y0 + by.y, b.x1 + by.x, b.y1 + by.y}.and(c.clip).outer()
	if r.Empty() {
		return
	}
	rows := max(1, band/r.Dx())
	for y := r.Min.Y; y < r.Max.Y; y += rows {
		part := image.Rect(r.Min.X, y, r.Max.X, min(y+rows, r.Max.Y))
		w, h := part.Dx(), part.Dy()
		c.ras.Reset(w, h)
		e := edges{ras: &c.ras, dx: float64(part.Min.X) - by.x, dy: float64(part.Min.Y) - by.y, w: float64(w), h: float64(h)}
		for i := range p.starts {
			e.contour(p.contour(i))
		}
		c.composite(part, in)
	}
}

// composite paints through the rasteriser's mask.
func (c *canvas) composite(r image.Rectangle, in paint) {
	w, h := r.Dx(), r.Dy()
	if n := w * h; cap(c.mask.Pix) < n {
		c.mask.Pix = make([]uint8, n)
	} else {
		c.mask.Pix = c.mask.Pix[:n]
	}
	c.mask.Stride, c.mask.Rect = w, image.Rect(0, 0, w, h)
	c.ras.DrawOp = draw.Src // the mask is written anew
	c.ras.Draw(&c.mask, c.mask.Rect, image.Opaque, image.Point{})
	whole := c.clip.covers(r)
	for y := range h {
		mask := c.mask.Pix[y*w : y*w+w]
		at := c.img.PixOffset(r.Min.X, r.Min.Y+y)
		row := c.img.Pix[at : at+4*w]
		for x, a := range mask {
			if a == 0 {
				continue
			}
			v := uint32(a)
			if !whole {
				v = v * cover(r.Min.X+x, c.clip.x0, c.clip.x1) / 255 * cover(r.Min.Y+y, c.clip.y0, c.clip.y1) / 255
			}
			blend(row[4*x:], in.at(r.Min.X+x, r.Min.Y+y), v)
		}
	}
}

// blend mixes a colour into a pixel by its coverage, 0 to 255.
func blend(px []uint8, v rgb, a uint32) {
	_ = px[2]
	if a >= 255 {
		px[0], px[1], px[2] = v.r, v.g, v.b
		return
	}
	b := 255 - a
	px[0] = mix(px[0], v.r, b, a)
	px[1] = mix(px[1], v.g, b, a)
	px[2] = mix(px[2], v.b, b, a)
}

func mix(under, over uint8, b, a uint32) uint8 {
	return uint8((uint32(under)*b + uint32(over)*a + 127) / 255)
}

// paint is a flat colour, or a gradient along a line of pixels.
type paint struct {
	flat     rgb
	ramp     []rgb // one colour a pixel, from the first pixel on; nil: flat
	first    int
	vertical bool
}

func flat(v rgb) paint { return paint{flat: v} }

// gradient runs along the frame of a path; colours are taken at the middle of each pixel.
func gradient(f scene.Paint, b scene.Rect, scale float64) paint {
	from, to := float64(b.X)*scale, float64(b.Right())*scale
	if f.Vertical {
		from, to = float64(b.Y)*scale, float64(b.Bottom())*scale
	}
	p := paint{first: int(math.Floor(max(0, from))), vertical: f.Vertical}
	last := min(int(math.Ceil(to)), 1<<16) // no page is wider
	p.ramp = make([]rgb, max(1, last-p.first))
	for i := range p.ramp {
		t := min(1, max(0, (float64(p.first+i)+0.5-from)/(to-from)))
		part := func(a, b uint8) uint8 { return uint8(math.Round(float64(a) + t*(float64(b)-float64(a)))) }
		p.ramp[i] = rgb{part(f.Color.R, f.To.R), part(f.Color.G, f.To.G), part(f.Color.B, f.To.B)}
	}
	return p
}

func (p *paint) at(x, y int) rgb {
	if p.ramp == nil {
		return p.flat
	}
	i := x - p.first
	if p.vertical {
		i = y - p.first
	}
	return p.ramp[min(len(p.ramp)-1, max(0, i))]
}
