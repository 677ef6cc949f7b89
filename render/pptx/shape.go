package pptx

import (
	"math"

	"roadshow/scene"
)

// shapes writes shapes of one paint as one. What has no description is decoration.
func (s *slide) shapes(list []*scene.Shape, name string) {
	var paths []scene.Path
	var box scene.Rect
	for _, sh := range list {
		filled := !sh.Fill.Color.None()
		if !filled && (sh.Stroke.Color.None() || sh.Stroke.Width <= 0) {
			continue
		}
		p := sh.Path
		if s.clip != nil {
			p = clipped(p, s.clip, filled)
		}
		if len(p.Pts) < 2 {
			continue
		}
		if b := p.Bounds(); len(paths) == 0 {
			box = b
		} else {
			box = box.Union(b)
		}
		paths = append(paths, p)
	}
	if len(paths) == 0 {
		return
	}
	sh, f := list[0], form{}
	if len(paths) == 1 {
		f = formOf(paths[0])
	}
	line := f.preset == "line"
	tag, kind, flip := "sp", "Sp", ""
	if line {
		tag, kind = "cxnSp", "CxnSp"
	}
	if f.flip {
		flip = ` flipV="1"`
	}
	s.put("<p:", tag, "><p:nv", kind, "Pr>")
	if sh.Alt == "" {
		s.decoration(name + " " + itoa(s.ids+1))
	} else {
		s.identity(name+" "+itoa(s.ids+1), sh.Alt, "")
	}
	s.put("<p:cNv", kind, "Pr/><p:nvPr/></p:nv", kind, "Pr><p:spPr>")
	s.xfrm("a:xfrm", box, flip)
	s.geometry(paths, f, box)
	if !line {
		s.paint(sh.Fill)
	}
	s.pen(sh.Stroke)
	s.put("</p:spPr></p:", tag, ">")
}

// shape writes a shape, unless its layout draws it.
func (s *slide) shape(sh *scene.Shape) {
	if s.layout.draws[sh] {
		return
	}
	name := "Shape"
	if formOf(sh.Path).preset == "line" {
		name = "Line"
	}
	s.shapes([]*scene.Shape{sh}, name)
}

// paint writes what fills a shape.
func (s *slide) paint(p scene.Paint) {
	switch {
	case p.Color.None():
		s.put(`<a:noFill/>`)
	case p.To.None():
		s.fill(p.Color)
	default:
		angle := 0
		if p.Vertical {
			angle = 5400000
		}
		s.put(`<a:gradFill rotWithShape="1"><a:gsLst><a:gs pos="0">`)
		s.color(p.Color)
		s.put(`</a:gs><a:gs pos="100000">`)
		s.color(p.To)
		s.put(`</a:gs></a:gsLst><a:lin ang="`, angle, `" scaled="0"/></a:gradFill>`)
	}
}

// fill writes a flat colour.
func (s *slide) fill(c scene.Color) {
	s.put(`<a:solidFill>`)
	s.color(c)
	s.put(`</a:solidFill>`)
}

// color writes a colour: the theme's where it is one of them.
func (s *slide) color(c scene.Color) { s.put(s.theme.color(c)) }

// pen writes the line of a shape.
func (s *slide) pen(p scene.Stroke) { s.line("ln", p) }

// line writes a line by its element's name.
func (s *slide) line(tag string, p scene.Stroke) {
	if p.Color.None() || p.Width <= 0 {
		s.put(`<a:`, tag, `><a:noFill/></a:`, tag, `>`)
		return
	}
	ends, bends := "flat", `<a:miter lim="800000"/>`
	if p.Round {
		ends, bends = "rnd", `<a:round/>`
	}
	s.put(`<a:`, tag, ` w="`, emu(p.Width), `" cap="`, ends, `">`)
	s.fill(p.Color)
	s.dashes(p.Dash, p.Width)
	s.put(bends, `</a:`, tag, `>`)
}

// dashes writes a pattern in thousandths of the line's width.
func (s *slide) dashes(dash []scene.Pt, width scene.Pt) {
	if len(dash) == 0 {
		return
	}
	if len(dash)%2 == 1 {
		dash = append(dash[:len(dash):len(dash)], dash...)
	}
	part := func(v scene.Pt) int { return int(math.Round(float64(v/width) * 100000)) }
	s.put(`<a:custDash>`)
	for i := 0; i < len(dash); i += 2 {
		s.put(`<a:ds d="`, part(dash[i]), `" sp="`, part(dash[i+1]), `"/>`)
	}
	s.put(`</a:custDash>`)
}
