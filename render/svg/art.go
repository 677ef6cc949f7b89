package svg

import (
	"fmt"
	"strconv"
	"strings"

	"roadshow/scene"
)

// art writes a foreign drawing with what SVG itself has for it.
func (p *painter) art(a *scene.Art) error {
	at := p.buf.Len()
	p.box(a.Frame)
	rect := "<rect" + p.buf.String()[at:] + "/>"
	p.buf.Truncate(at)
	clip := p.define("clip", rect, func(id string) string { return `<clipPath id="` + id + `">` + rect + "</clipPath>\n" })
	p.raw("<g")
	p.attr("clip-path", "url(#"+clip+")")
	p.raw(">\n")
	p.element("title", a.Alt)
	if err := p.marks(a.Marks); err != nil {
		return fmt.Errorf("%s: %w", scene.Name(a), err)
	}
	p.raw("</g>\n")
	return nil
}

func (p *painter) marks(marks []scene.Mark) error {
	for i := range marks {
		m := &marks[i]
		write := p.mark
		if len(m.Parts) > 0 {
			write = p.set
		}
		if err := write(m); err != nil {
			return err
		}
	}
	return nil
}

func (p *painter) set(m *scene.Mark) error {
	clip := ""
	if m.Cut != nil {
		at := p.buf.Len()
		p.raw("<path")
		if err := p.path(m.Cut.Path); err != nil {
			return err
		}
		if m.Cut.EvenOdd {
			p.raw(` clip-rule="evenodd"`)
		}
		path := p.buf.String()[at:] + "/>"
		p.buf.Truncate(at)
		clip = p.define("clip", path, func(id string) string { return `<clipPath id="` + id + `">` + path + "</clipPath>\n" })
	}
	p.raw("<g")
	if clip != "" {
		p.attr("clip-path", "url(#"+clip+")")
	}
	if m.Fade > 0 {
		p.attr("opacity", part(1-m.Fade))
	}
	p.raw(">\n")
	err := p.marks(m.Parts)
	p.raw("</g>\n")
	return err
}

func (p *painter) mark(m *scene.Mark) error {
	fill, line := p.ink(m.Fill), "none"
	if m.Pen.Seen() {
		line = p.ink(m.Pen.Ink)
	}
	if len(m.Path.Ops) == 0 || fill == "none" && line == "none" {
		return nil
	}
	if m.Pen.Warp != nil && line != "none" { // the pen's plane is that of its own path only
		if fill != "none" {
			filled := *m
			filled.Pen = scene.Pen{}
			if err := p.mark(&filled); err != nil {
				return err
			}
		}
		return p.warped(m)
	}
	p.raw("<path")
	if err := p.path(m.Path); err != nil {
		return err
	}
	p.attr("fill", fill)
	if m.EvenOdd {
		p.raw(` fill-rule="evenodd"`)
	}
	if m.Fill.Fade > 0 && fill != "none" {
		p.attr("fill-opacity", part(1-m.Fill.Fade))
	}
	if line != "none" {
		p.tip(m.Pen, line)
	}
	p.raw("/>\n")
	return nil
}

// warped writes a path in the plane of its pen. Its ink is in that plane too.
func (p *painter) warped(m *scene.Mark) error {
	pen, w := m.Pen, m.Pen.Warp
	if g := pen.Gradient; g != nil {
		det := w[0]*w[3] - w[1]*w[2]
		back := func(x, y float64) (float64, float64) { return (w[3]*x - w[2]*y) / det, (w[0]*y - w[1]*x) / det }
		own := *g
		for i := 0; i < 6; i += 2 {
			own.Map[i], own.Map[i+1] = back(g.Map[i], g.Map[i+1])
		}
		pen.Gradient = &own
	}
	line := p.ink(pen.Ink)
	p.raw("<path")
	if err := p.path(pen.Unwarped(m.Path)); err != nil {
		return err
	}
	p.attr("transform", fmt.Sprintf("matrix(%s %s %s %s 0 0)", part(w[0]), part(w[1]), part(w[2]), part(w[3])))
	p.raw(` fill="none"`)
	p.tip(pen, line)
	p.raw("/>\n")
	return nil
}

func (p *painter) tip(pen scene.Pen, line string) {
	p.attr("stroke", line)
	p.length("stroke-width", pen.Width)
	if pen.Fade > 0 {
		p.attr("stroke-opacity", part(1-pen.Fade))
	}
	if pen.Cap != scene.ButtCap {
		p.attr("stroke-linecap", [...]string{"butt", "round", "square"}[min(pen.Cap, 2)])
	}
	if pen.Join != scene.MiterJoin {
		p.attr("stroke-linejoin", [...]string{"miter", "round", "bevel"}[min(pen.Join, 2)])
	} else {
		p.attr("stroke-miterlimit", part(max(1, pen.Miter)))
	}
	sum := scene.Pt(0)
	for _, v := range pen.Dash {
		if !(v >= 0) {
			return // not a pattern: solid
		}
		sum += v
	}
	if sum == 0 {
		return
	}
	p.raw(` stroke-dasharray="`)
	for i, v := range pen.Dash {
		if i > 0 {
			p.raw(" ")
		}
		p.num(v)
	}
	p.raw(`"`)
	if pen.Phase != 0 {
		p.length("stroke-dashoffset", pen.Phase)
	}
}

// ink is a colour, a gradient's address or "none".
func (p *painter) ink(i scene.Ink) string {
	switch {
	case i.None():
		return "none"
	case i.Gradient == nil:
		return p.color(i.Color)
	}
	g := i.Gradient
	var says strings.Builder
	coordinates := []any{"x1", g.A.X, "y1", g.A.Y, "x2", g.B.X, "y2", g.B.Y}
	kind := "linearGradient"
	if g.Radial {
		kind = "radialGradient"
		coordinates = []any{"fx", g.A.X, "fy", g.A.Y, "fr", g.RA, "cx", g.B.X, "cy", g.B.Y, "r", g.RB}
	}
	for i := 0; i < len(coordinates); i += 2 {
		fmt.Fprintf(&says, ` %s="%s"`, coordinates[i], part(float64(coordinates[i+1].(scene.Pt))))
	}
	says.WriteString(` gradientTransform="matrix(`)
	for i, v := range g.Map {
		if i > 0 {
			says.WriteByte(' ')
		}
		says.WriteString(part(v))
	}
	says.WriteString(`)">`)
	for _, s := range g.Stops {
		fmt.Fprintf(&says, `<stop offset="%s" stop-color="%s"`, part(s.At), p.color(s.Color))
		if s.Fade > 0 {
			fmt.Fprintf(&says, ` stop-opacity="%s"`, part(1-s.Fade))
		}
		says.WriteString("/>")
	}
	return "url(#" + p.define("gradient", kind+says.String(), func(id string) string {
		return "<" + kind + ` id="` + id + `" gradientUnits="userSpaceOnUse"` + says.String() + "</" + kind + ">\n"
	}) + ")"
}

// part writes a number of a drawing's own units, which may be small: six digits count.
func part(v float64) string { return strconv.FormatFloat(v, 'g', 6, 64) }
