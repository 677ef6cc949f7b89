package scene

import "math"

// painted is a run of text in painting order.
type painted struct {
	seq      int
	text     *Text
	run      *Run
	from, to Pt
	baseline Pt
	clip     *Rect
}

// fill is an area painted in one colour, a gradient or a picture.
type fill struct {
	seq     int
	box     Rect // what of it is seen
	color   Color
	shape   *Shape // nil: the whole box
	bounds  Rect   // of the shape, clips left out
	picture bool
}

func (c *checker) shape(s *Shape, at place) {
	c.report.Pages[c.at].Shapes++
	for _, q := range s.Path.Pts {
		if !finite(q.X, q.Y) {
			c.item(FaultNumber, label(s), Rect{}, "a point is %v, %v", q.X, q.Y)
			return
		}
	}
	if !finite(append([]Pt{s.Stroke.Width}, s.Stroke.Dash...)...) {
		c.item(FaultNumber, label(s), s.Path.Bounds(), "stroke %v, dashes %v", s.Stroke.Width, s.Stroke.Dash)
		return
	}
	if s.Fill.Color.None() || len(s.Path.Ops) == 0 {
		return
	}
	bounds := s.Path.Bounds()
	if box := cut(bounds, at.clip); box.W > 0 && box.H > 0 {
		c.fills = append(c.fills, fill{seq: c.seq, box: box, color: s.Fill.Color, shape: s, bounds: bounds})
	}
}

// contrasts holds every run against what it stands on: where a run crosses from one fill to another, against both.
func (c *checker) contrasts() {
	page := &c.deck.Pages[c.at]
	var near []*fill
	for i := range c.runs {
		r := &c.runs[i]
		box := Rect{r.from, r.baseline - boxAbove*r.run.Size, r.to - r.from, (boxAbove + boxBelow) * r.run.Size}
		near = near[:0]
		for k := range c.fills {
			if c.fills[k].box.Overlaps(box) {
				near = append(near, &c.fills[k])
			}
		}
		c.contrast(r, box, page.Background, near)
	}
}

// contrast looks at ten points of a run's letters. Fills stand in painting order: the last that holds a point is seen there.
func (c *checker) contrast(r *painted, box Rect, page Color, fills []*fill) {
	least := float64(contrastText)
	if r.run.Size >= largeText {
		least = contrastLarge
	}
	if r.run.Color.None() {
		c.item(FaultContrast, label(r.text), box, "%q has no colour", r.run.Text)
		return
	}
	worst, beneath := math.Inf(1), page
	covered, pictured := false, false
	light, last := c.luminance(r.run.Color), Color{}
	for i := range 10 {
		p := Point{r.from + (r.to-r.from)*(0.05+0.225*Pt(i%5)), r.baseline - r.run.Size*[...]Pt{0.1, 0.45}[i/5]}
		ground, picture := page, false
		for _, f := range fills {
			if !f.holds(p) {
				continue
			}
			if f.seq > r.seq {
				covered = true
				break
			}
			ground, picture = f.at(p), f.picture
		}
		if picture {
			pictured = true
			continue
		}
		if i > 0 && ground == last {
			continue
		}
		last = ground
		if v := ratio(light, c.luminance(ground)); v < worst {
			worst, beneath = v, ground
		}
	}
	switch {
	case covered:
		c.item(FaultCovered, label(r.text), box, "%q is painted over", r.run.Text)
	case pictured:
		c.item(FaultContrast, label(r.text), box, "%q stands on a picture", r.run.Text)
	}
	if math.IsInf(worst, 1) {
		return
	}
	if p := &c.report.Pages[c.at]; p.Contrast == 0 || worst < p.Contrast {
		p.Contrast = worst
	}
	if worst < least-0.005 {
		c.item(FaultContrast, label(r.text), box, "%q in %s on %s has contrast %.2f, the least is %.1f",
			r.run.Text, r.run.Color.Token, beneath.Token, worst, least)
	}
}

func (f *fill) holds(p Point) bool {
	if p.X < f.box.X || p.X > f.box.Right() || p.Y < f.box.Y || p.Y > f.box.Bottom() {
		return false
	}
	return f.shape == nil || f.shape.Path.holds(p)
}

// at is the colour at a point: a gradient runs along the frame of the path.
func (f *fill) at(p Point) Color {
	if f.shape == nil || f.shape.Fill.To.None() {
		return f.color
	}
	t := 0.0
	if f.shape.Fill.Vertical {
		t = float64((p.Y - f.bounds.Y) / f.bounds.H)
	} else {
		t = float64((p.X - f.bounds.X) / f.bounds.W)
	}
	mix := func(a, b uint8) uint8 { return uint8(math.Round(float64(a) + (float64(b)-float64(a))*t)) }
	a, b := f.color, f.shape.Fill.To
	return Color{a.Token + "→" + b.Token, mix(a.R, b.R), mix(a.G, b.G), mix(a.B, b.B)}
}

// holds says whether a point lies inside the path by the nonzero winding rule, as it is filled. Curves count as eight
// chords.
func (p *Path) holds(q Point) bool {
	winding, at := 0, 0
	var start, pen Point
	edge := func(to Point) {
		if (pen.Y <= q.Y) != (to.Y <= q.Y) {
			side := (to.X-pen.X)*(q.Y-pen.Y) - (q.X-pen.X)*(to.Y-pen.Y)
			switch {
			case pen.Y <= q.Y && side > 0:
				winding++
			case pen.Y > q.Y && side < 0:
				winding--
			}
		}
		pen = to
	}
	for _, op := range p.Ops {
		n := [...]int{1, 1, 3, 0}[op&3]
		if at+n > len(p.Pts) {
			break
		}
		pts := p.Pts[at : at+n]
		at += n
		switch op {
		case MoveTo:
			edge(start)
			start, pen = pts[0], pts[0]
		case LineTo:
			edge(pts[0])
		case CurveTo:
			a := pen
			for i := 1; i <= 8; i++ {
				edge(onCurve(a, pts[0], pts[1], pts[2], Pt(i)/8))
			}
		case Close:
			edge(start)
		}
	}
	edge(start)
	return winding != 0
}

// Contrast is the WCAG 2 contrast ratio of two colours, 1 to 21.
func Contrast(a, b Color) float64 { return ratio(a.Luminance(), b.Luminance()) }

func ratio(x, y float64) float64 { return (max(x, y) + 0.05) / (min(x, y) + 0.05) }

// Luminance is the WCAG 2 relative luminance, 0 (black) to 1 (white).
func (c Color) Luminance() float64 {
	return 0.2126*Linear(c.R) + 0.7152*Linear(c.G) + 0.0722*Linear(c.B)
}

func (c *checker) luminance(v Color) float64 {
	return 0.2126*c.linear[v.R] + 0.7152*c.linear[v.G] + 0.0722*c.linear[v.B]
}

// Linear undoes the sRGB curve of one part of a colour: linear light, 0 to 1.
func Linear(v uint8) float64 {
	s := float64(v) / 255
	if s <= 0.04045 {
		return s / 12.92
	}
	return math.Pow((s+0.055)/1.055, 2.4)
}

// Encoded applies the sRGB curve to linear light, clipped to 0…1: Linear undoes it.
func Encoded(light float64) uint8 {
	light = min(max(light, 0), 1)
	if light <= 0.0031308 {
		light *= 12.92
	} else {
		light = 1.055*math.Pow(light, 1/2.4) - 0.055
	}
	return uint8(math.Round(light * 255))
}

// FromXYZ is the linear light of a colour of CIE XYZ with the white of sRGB, D65; below 0 and above 1 outside of what screens show.
func FromXYZ(x, y, z float64) [3]float64 {
	return [3]float64{3.2404542*x - 1.5371385*y - 0.4985314*z, -0.9692660*x + 1.8760108*y + 0.0415560*z, 0.0556434*x - 0.2040259*y + 1.0572252*z}
}
