package svg

import (
	"errors"
	"fmt"

	"roadshow/scene"
)

// shape writes a path with its fill and pen. One that paints nothing is left out.
func (p *painter) shape(s *scene.Shape) error {
	fill, line := !s.Fill.Color.None(), !s.Stroke.Color.None() && s.Stroke.Width > 0
	if len(s.Path.Ops) == 0 || !fill && !line {
		return nil
	}
	in := "none"
	if fill {
		in = p.color(s.Fill.Color)
		if b := s.Path.Bounds(); !s.Fill.To.None() && s.Fill.To != s.Fill.Color && b.W > 0 && b.H > 0 {
			in = "url(#" + p.gradient(s.Fill, b) + ")"
		}
	}
	p.raw("<path")
	if err := p.path(s.Path); err != nil {
		return fmt.Errorf("%s: %w", scene.Name(s), err)
	}
	p.attr("fill", in)
	if line {
		p.tip(penOf(s.Stroke), p.color(s.Stroke.Color))
	}
	if s.Alt == "" {
		p.raw("/>\n")
		return nil
	}
	p.raw(">")
	p.element("title", s.Alt)
	p.raw("</path>\n")
	return nil
}

func (p *painter) path(path scene.Path) error {
	p.raw(` d="`)
	pts := path.Pts
	for i, op := range path.Ops {
		if op > scene.Close {
			return fmt.Errorf("a path has the unknown operator %d", op)
		}
		if i == 0 && op != scene.MoveTo {
			return errors.New("a path does not begin with a move")
		}
		n := [...]int{1, 1, 3, 0}[op]
		if n > len(pts) {
			return fmt.Errorf("a path has %d points, fewer than its operators take", len(path.Pts))
		}
		p.raw([...]string{"M", "L", "C", "Z"}[op])
		for k, q := range pts[:n] {
			if k > 0 {
				p.raw(" ")
			}
			p.num(q.X)
			p.raw(" ")
			p.num(q.Y)
		}
		pts = pts[n:]
	}
	p.raw(`"`)
	return nil
}

// miter is PDF's limit; SVG's own would cut corners off that PDF keeps.
const miter = 10

// penOf is a stroke as the pen of a foreign drawing: one place writes both.
func penOf(s scene.Stroke) scene.Pen {
	pen := scene.Pen{Ink: scene.Ink{Color: s.Color}, Width: s.Width, Miter: miter, Dash: s.Dash}
	if s.Round {
		pen.Cap, pen.Join = scene.RoundCap, scene.RoundJoin
	}
	return pen
}

// gradient defines a gradient along the frame of a path.
func (p *painter) gradient(f scene.Paint, b scene.Rect) string {
	to := scene.Point{X: b.Right(), Y: b.Y}
	if f.Vertical {
		to = scene.Point{X: b.X, Y: b.Bottom()}
	}
	at := p.buf.Len()
	p.length("x1", b.X)
	p.length("y1", b.Y)
	p.length("x2", to.X)
	p.length("y2", to.Y)
	says := p.buf.String()[at:] + fmt.Sprintf(`><stop stop-color="%s"/><stop offset="1" stop-color="%s"/>`, p.color(f.Color), p.color(f.To))
	p.buf.Truncate(at)
	return p.define("gradient", says, func(id string) string {
		return `<linearGradient id="` + id + `" gradientUnits="userSpaceOnUse"` + says + "</linearGradient>\n"
	})
}
