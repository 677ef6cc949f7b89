package pptx

import (
	"math"

	"roadshow/scene"
)

// art writes a foreign drawing as a group of shapes. Cuts are taken from the paths themselves.
func (s *slide) art(a *scene.Art) error {
	clip := s.clip
	s.clip = append(clip[:len(clip):len(clip)], sidesOf(a.Frame)...)
	defer func() { s.clip = clip }()
	return s.bundle(s.named("drawing", a.ID), a.Alt, a.Alt == "", a.Frame, func() error {
		s.artMarks(a.Marks, 0)
		return nil
	})
}

func (s *slide) artMarks(marks []scene.Mark, fade float64) {
	for i := range marks {
		m := &marks[i]
		if m.Parts != nil {
			clip := s.clip
			if m.Cut != nil {
				s.clip = append(clip[:len(clip):len(clip)], cutSides(m.Cut.Path)...)
			}
			s.artMarks(m.Parts, 1-(1-fade)*(1-m.Fade))
			s.clip = clip
			continue
		}
		if !m.Fill.None() {
			s.mark(m, clipped(m.Path, s.clip, true), fade, false)
		}
		if m.Pen.Seen() {
			s.mark(m, clipped(m.Path, s.clip, false), fade, true)
		}
	}
}

// mark writes the area of a mark, or its line.
func (s *slide) mark(m *scene.Mark, p scene.Path, fade float64, line bool) {
	if len(p.Pts) < 2 {
		return
	}
	box := p.Bounds()
	s.put(`<p:sp><p:nvSpPr>`)
	s.decoration("Shape " + itoa(s.ids+1))
	s.put(`<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>`)
	s.xfrm("a:xfrm", box, "")
	s.custom([]scene.Path{p}, box)
	if !line {
		s.ink(m.Fill, fade, box)
		s.put(`<a:ln><a:noFill/></a:ln>`)
	} else {
		w := m.Pen.Width
		if q := m.Pen.Warp; q != nil {
			w *= scene.Pt(math.Sqrt(math.Abs(q[0]*q[3] - q[1]*q[2])))
		}
		s.put(`<a:noFill/><a:ln w="`, emu(w), `" cap="`, [...]string{"flat", "rnd", "sq"}[min(m.Pen.Cap, 2)], `">`)
		s.ink(m.Pen.Ink, fade, box)
		s.dashes(m.Pen.Dash, m.Pen.Width)
		s.put([...]string{`<a:miter lim="800000"/>`, `<a:round/>`, `<a:bevel/>`}[min(m.Pen.Join, 2)], `</a:ln>`)
	}
	s.put(`</p:spPr></p:sp>`)
}

// ink writes what paints a mark.
func (s *slide) ink(i scene.Ink, fade float64, box scene.Rect) {
	fade = 1 - (1-fade)*(1-i.Fade)
	if i.Gradient == nil {
		s.put(`<a:solidFill>`)
		s.faded(i.Color, fade)
		s.put(`</a:solidFill>`)
		return
	}
	g := i.Gradient
	at := func(p scene.Point) (float64, float64) {
		x, y, m := float64(p.X), float64(p.Y), g.Map
		return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
	}
	ax, ay := at(g.A)
	bx, by := at(g.B)
	x, y, w, h := float64(box.X), float64(box.Y), float64(box.W), float64(box.H)
	s.put(`<a:gradFill rotWithShape="1"><a:gsLst>`)
	if g.Radial {
		scale := math.Sqrt(math.Abs(g.Map[0]*g.Map[3] - g.Map[1]*g.Map[2]))
		reach := math.Hypot(max(bx-x, x+w-bx), max(by-y, y+h-by))
		s.stops(g, fade, float64(g.RA)*scale/reach, float64(g.RB)*scale/reach)
		part := func(v, of float64) int { return int(math.Round(min(1, max(0, v/of)) * 100000)) }
		s.put(`</a:gsLst><a:path path="circle"><a:fillToRect l="`, part(bx-x, w), `" t="`, part(by-y, h), `" r="`, part(x+w-bx, w), `" b="`, part(y+h-by, h), `"/></a:path></a:gradFill>`)
		return
	}
	dx, dy := bx-ax, by-ay
	length := math.Hypot(dx, dy)
	if length == 0 {
		length, dx = 1, 1
	}
	dx, dy = dx/length, dy/length
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, c := range [4][2]float64{{x, y}, {x + w, y}, {x, y + h}, {x + w, y + h}} {
		v := c[0]*dx + c[1]*dy
		lo, hi = min(lo, v), max(hi, v)
	}
	from := ax*dx + ay*dy - lo
	s.stops(g, fade, from/(hi-lo), (from+length)/(hi-lo))
	angle := math.Mod(math.Atan2(dy, dx)*180/math.Pi+360, 360)
	s.put(`</a:gsLst><a:lin ang="`, int(math.Round(angle*60000))%21600000, `" scaled="0"/></a:gradFill>`)
}

// stops writes the colours of a gradient whose ends lie at from and to of what it paints, with what is seen at its edges.
func (s *slide) stops(g *scene.Gradient, fade, from, to float64) {
	if to <= from {
		to = from + 1e-6
	}
	stop := func(at float64, c scene.Color, own float64) {
		s.put(`<a:gs pos="`, int(math.Round(at*100000)), `">`)
		s.faded(c, 1-(1-fade)*(1-own))
		s.put(`</a:gs>`)
	}
	edge := func(at float64) {
		c, own := colorAt(g.Stops, (at-from)/(to-from))
		stop(at, c, own)
	}
	edge(0)
	for _, st := range g.Stops {
		if at := from + st.At*(to-from); at > 0 && at < 1 {
			stop(at, st.Color, st.Fade)
		}
	}
	edge(1)
}

// colorAt is the colour at a place of a gradient.
func colorAt(stops []scene.Stop, at float64) (scene.Color, float64) {
	for i, st := range stops {
		if at > st.At {
			continue
		}
		if i == 0 || st.At == stops[i-1].At {
			return st.Color, st.Fade
		}
		before := stops[i-1]
		t := (at - before.At) / (st.At - before.At)
		mix := func(a, b uint8) uint8 { return uint8(math.Round(float64(a) + t*(float64(b)-float64(a)))) }
		return scene.Color{Token: st.Color.Token, R: mix(before.Color.R, st.Color.R), G: mix(before.Color.G, st.Color.G), B: mix(before.Color.B, st.Color.B)},
			before.Fade + t*(st.Fade-before.Fade)
	}
	last := stops[len(stops)-1]
	return last.Color, last.Fade
}

// faded writes a colour that is see-through. Art keeps its own colours: no theme changes them.
func (s *slide) faded(c scene.Color, fade float64) {
	s.put(`<a:srgbClr val="`, rgb(c), `"`)
	if fade <= 0 {
		s.put(`/>`)
		return
	}
	s.put(`><a:alpha val="`, int(math.Round((1-min(1, fade))*100000)), `"/></a:srgbClr>`)
}

// cutSides are the sides of a cut: of its box, where it is not convex.
func cutSides(p scene.Path) (sides []side) {
	list := contours(p)
	if len(list) != 1 {
		return sidesOf(p.Bounds())
	}
	pts, turn, pen := []scene.Point{list[0].from}, scene.Pt(0), list[0].from
	for _, k := range list[0].parts {
		steps := 1
		if k.curve {
			steps = 12
		}
		for i := 1; i <= steps; i++ {
			pts = append(pts, k.between(pen, 0, scene.Pt(i)/scene.Pt(steps)).z)
		}
		pen = k.z
	}
	for i, b := range pts {
		a, c := pts[(i+len(pts)-1)%len(pts)], pts[(i+1)%len(pts)]
		cross := (b.X-a.X)*(c.Y-b.Y) - (b.Y-a.Y)*(c.X-b.X)
		if math.Abs(float64(cross)) < 1e-9 {
			continue
		}
		if turn*cross < 0 {
			return sidesOf(p.Bounds())
		}
		turn = cross
	}
	for i, a := range pts {
		b := pts[(i+1)%len(pts)]
		n := side{X: -(b.Y - a.Y), Y: b.X - a.X}
		if turn < 0 {
			n.X, n.Y = -n.X, -n.Y
		}
		if n.X == 0 && n.Y == 0 {
			continue
		}
		n.D = n.X*a.X + n.Y*a.Y
		sides = append(sides, n)
	}
	return sides
}
