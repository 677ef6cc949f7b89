package png

import (
	"image"
	"math"

	"roadshow/scene"
)

// sheet is a transparent picture that marks are painted on: colours multiplied by their alpha, in floating point, so that
// what is faded in several steps keeps its shade.
type sheet struct {
	area image.Rectangle
	px   []float32 // r, g, b, a from 0 to 1
}

func newSheet(area image.Rectangle) *sheet {
	return &sheet{area, make([]float32, 4*area.Dx()*area.Dy())}
}

// artist paints a foreign drawing.
type artist struct {
	size      pixels
	cover     coverage
	poly, pen polyline
}

// art paints a drawing on a sheet of its own and lays that on the page.
func (p *painter) art(a *scene.Art) error {
	frame, err := p.size.frame(a.Frame)
	if err != nil {
		return err
	}
	frame = frame.and(p.clip)
	area := frame.outer().Intersect(p.img.Rect)
	if area.Empty() {
		return nil
	}
	on, d := newSheet(area), &artist{size: p.size}
	if err := d.marks(a.Marks, on); err != nil {
		return err
	}
	for y := area.Min.Y; y < area.Max.Y; y++ {
		cy := float32(cover(y, frame.y0, frame.y1)) / 255
		row := p.img.Pix[p.img.PixOffset(area.Min.X, y):]
		src := on.px[4*(y-area.Min.Y)*area.Dx():]
		for i := range area.Dx() {
			c := cy * float32(cover(area.Min.X+i, frame.x0, frame.x1)) / 255
			s, d := src[4*i:4*i+4], row[4*i:4*i+3]
			for k := range d {
				d[k] = uint8(s[k]*c*255 + float32(d[k])*(1-s[3]*c) + 0.5)
			}
		}
	}
	return nil
}

func (d *artist) marks(marks []scene.Mark, on *sheet) error {
	for i := range marks {
		m := &marks[i]
		draw := d.mark
		if len(m.Parts) > 0 {
			draw = d.set
		}
		if err := draw(m, on); err != nil {
			return err
		}
	}
	return nil
}

// set paints marks that are cut or faded together on a sheet of their own.
func (d *artist) set(m *scene.Mark, on *sheet) error {
	area := on.area
	if m.Cut != nil {
		if err := d.poly.flatten(m.Cut.Path, d.size.scale); err != nil {
			return err
		}
		area = area.Intersect(d.poly.bounds().outer())
	}
	if area.Empty() || m.Fade >= 1 {
		return nil
	}
	own := newSheet(area)
	if err := d.marks(m.Parts, own); err != nil {
		return err
	}
	keep := float32(1 - m.Fade)
	if m.Cut == nil {
		on.lay(own, func(int, int) float32 { return keep })
		return nil
	}
	if err := d.poly.flatten(m.Cut.Path, d.size.scale); err != nil {
		return err
	}
	seen := d.cover.of(&d.poly, area, m.Cut.EvenOdd)
	on.lay(own, func(x, y int) float32 { return keep * seen[y*(area.Dx()+2)+x] })
	return nil
}

// lay puts a smaller sheet on this one, as far as each pixel is kept.
func (s *sheet) lay(o *sheet, keep func(x, y int) float32) {
	w := o.area.Dx()
	for y := range o.area.Dy() {
		at := 4 * ((y+o.area.Min.Y-s.area.Min.Y)*s.area.Dx() + o.area.Min.X - s.area.Min.X)
		for x := range w {
			over(s.px[at+4*x:at+4*x+4], o.px[4*(y*w+x):], keep(x, y))
		}
	}
}

// over mixes a colour, already multiplied by its alpha, over another.
func over(under, c []float32, keep float32) {
	rest := 1 - c[3]*keep
	for k := range under {
		under[k] = c[k]*keep + under[k]*rest
	}
}

func (d *artist) mark(m *scene.Mark, on *sheet) error {
	if len(m.Path.Ops) == 0 {
		return nil
	}
	if !m.Fill.None() {
		if err := d.poly.flatten(m.Path, d.size.scale); err != nil {
			return err
		}
		d.fill(&d.poly, m.EvenOdd, m.Fill, on)
	}
	if !m.Pen.Seen() {
		return nil
	}
	// Where the pen is uneven it draws in its own plane, and what it drew is turned to the page.
	if err := d.poly.flatten(m.Pen.Unwarped(m.Path), d.size.scale); err != nil {
		return err
	}
	s := d.size.scale
	n := nib{width: float64(m.Pen.Width) * s, miter: max(1, m.Pen.Miter), caps: m.Pen.Cap, joins: m.Pen.Join, dash: dashes(m.Pen.Dash, s), phase: max(0, float64(m.Pen.Phase)*s)}
	if err := d.pen.stroke(&d.poly, n); err != nil {
		return err
	}
	if w := m.Pen.Warp; w != nil {
		for i, q := range d.pen.pts {
			d.pen.pts[i] = point{w[0]*q.x + w[2]*q.y, w[1]*q.x + w[3]*q.y}
		}
	}
	d.fill(&d.pen, false, m.Pen.Ink, on)
	return nil
}

func (d *artist) fill(p *polyline, evenOdd bool, in scene.Ink, on *sheet) {
	area := on.area.Intersect(p.bounds().outer())
	if area.Empty() {
		return
	}
	seen, w := d.cover.of(p, area, evenOdd), area.Dx()
	color := inkAt(in, d.size.scale)
	for y := range area.Dy() {
		at := 4 * ((y+area.Min.Y-on.area.Min.Y)*on.area.Dx() + area.Min.X - on.area.Min.X)
		for x := range w {
			if v := seen[y*(w+2)+x]; v > 0 {
				c := color(float64(area.Min.X+x)+0.5, float64(area.Min.Y+y)+0.5)
				over(on.px[at+4*x:at+4*x+4], c[:], v)
			}
		}
	}
}

// inkAt gives the colour of a place in pixels, multiplied by its alpha.
func inkAt(in scene.Ink, scale float64) func(x, y float64) [4]float32 {
	mixed := func(a, b scene.Stop, t float64) (out [4]float32) {
		alpha := (1 - (a.Fade + t*(b.Fade-a.Fade))) * (1 - in.Fade)
		for k, v := range [3][2]uint8{{a.Color.R, b.Color.R}, {a.Color.G, b.Color.G}, {a.Color.B, b.Color.B}} {
			out[k] = float32((float64(v[0]) + t*(float64(v[1])-float64(v[0]))) / 255 * alpha)
		}
		out[3] = float32(alpha)
		return out
	}
	g := in.Gradient
	if g == nil {
		one := scene.Stop{Color: in.Color}
		c := mixed(one, one, 0)
		return func(float64, float64) [4]float32 { return c }
	}
	m := g.Map
	det := m[0]*m[3] - m[1]*m[2]
	return func(x, y float64) [4]float32 {
		x, y = x/scale-m[4], y/scale-m[5]
		t := along(g, (m[3]*x-m[2]*y)/det, (m[0]*y-m[1]*x)/det)
		last := g.Stops[0]
		if !(t > last.At) {
			return mixed(last, last, 0)
		}
		for _, s := range g.Stops[1:] {
			if t <= s.At {
				if s.At > last.At {
					return mixed(last, s, (t-last.At)/(s.At-last.At))
				}
				return mixed(s, s, 0)
			}
			last = s
		}
		return mixed(last, last, 0)
	}
}

// along is how far a place lies in a gradient's own units: for circles, the largest circle through it.
func along(g *scene.Gradient, x, y float64) float64 {
	ax, ay := float64(g.A.X), float64(g.A.Y)
	dx, dy := float64(g.B.X)-ax, float64(g.B.Y)-ay
	x, y = x-ax, y-ay
	if !g.Radial {
		return (x*dx + y*dy) / (dx*dx + dy*dy)
	}
	r, dr := float64(g.RA), float64(g.RB-g.RA)
	a, b, c := dx*dx+dy*dy-dr*dr, x*dx+y*dy+r*dr, x*x+y*y-r*r
	if math.Abs(a) < 1e-12 {
		return c / (2 * b)
	}
	root := b*b - a*c
	if root < 0 {
		return 1
	}
	root = math.Sqrt(root)
	return max((b+root)/a, (b-root)/a)
}
