package layouts

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"

	"roadshow/scene"
)

// The reader of logos knows static SVG: shapes, paths, groups, transforms and flat colours. Everything else is an error with
// its line, because a logo that is drawn a little wrong is worse than none.

// Limits of a drawing: a logo has some hundred points.
const (
	svgBytes  = 1 << 20
	svgDepth  = 64
	svgPoints = 20_000
	svgNumber = 1e6 // largest coordinate
)

var errSVGLarge = errors.New("it is too large")

// svgReader walks the file once.
type svgReader struct {
	dec    *xml.Decoder
	ink    scene.Color // currentColor, and the colour of text
	view   affine      // the drawing's units to points
	frame  scene.Rect
	points int
	shapes []*scene.Shape
}

// readSVG turns a file into shapes inside a slot; frame is the part of the slot that the drawing fills.
func readSVG(data []byte, slot scene.Rect, ink scene.Color) (frame scene.Rect, shapes []*scene.Shape, err error) {
	if len(data) > svgBytes {
		return frame, nil, fmt.Errorf("%w: more than 1 MiB", errSVGLarge)
	}
	r := &svgReader{dec: xml.NewDecoder(bytes.NewReader(data)), ink: ink}
	if err := r.document(slot); err != nil {
		line, _ := r.dec.InputPos()
		return frame, nil, fmt.Errorf("line %d: %w", line, err)
	}
	if len(r.shapes) == 0 {
		return frame, nil, errors.New("it draws nothing")
	}
	return r.frame, r.shapes, nil
}

func (r *svgReader) document(slot scene.Rect) error {
	for {
		t, err := r.dec.Token()
		if errors.Is(err, io.EOF) {
			return errors.New("it holds no <svg>")
		}
		if err != nil {
			return unreadable(err)
		}
		start, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		if start.Name.Local != "svg" {
			return fmt.Errorf("it is a <%s>, not an <svg>", clip(start.Name.Local))
		}
		if err := r.place(start, slot); err != nil {
			return err
		}
		style, err := r.style(start, svgStyle{fill: scene.Color{Token: "logo"}, width: 1})
		if err != nil {
			return err
		}
		return r.children(style, r.view, 1)
	}
}

// unreadable is an error of the XML reader in fewer words. Entities of the file's own are not resolved: they can unfold
// without end.
func unreadable(err error) error {
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Errorf("it is no XML that can be read: %s", syntax.Msg)
	}
	return fmt.Errorf("it is no XML that can be read: %w", err)
}

// place scales the view box into the slot.
func (r *svgReader) place(e xml.StartElement, slot scene.Rect) error {
	var box [4]float64
	if v := attr(e, "viewBox"); v != "" {
		list, err := numbers(v)
		if err != nil || len(list) != 4 {
			return errors.New("its viewBox is not four numbers")
		}
		copy(box[:], list)
	} else {
		w, errW := svgLength(attr(e, "width"))
		h, errH := svgLength(attr(e, "height"))
		if errW != nil || errH != nil {
			return errors.New("it has no viewBox")
		}
		box = [4]float64{0, 0, w, h}
	}
	w, h := box[2], box[3]
	if !(w >= 1e-3 && h >= 1e-3) || w/h > 1e4 || h/w > 1e4 {
		return errors.New("its viewBox has no area")
	}
	r.frame = within(slot, scene.Pt(w), scene.Pt(h))
	s := float64(r.frame.W) / w
	r.view = affine{s, 0, 0, s, float64(r.frame.X) - box[0]*s, float64(r.frame.Y) - box[1]*s}
	return nil
}

// silent are elements that draw nothing; what defs holds is drawn only by elements and colours that are refused.
var silent = map[string]bool{"title": true, "desc": true, "metadata": true, "defs": true}

// children reads the elements up to the end of the one that is open.
func (r *svgReader) children(style svgStyle, m affine, depth int) error {
	if depth > svgDepth {
		return fmt.Errorf("%w: its groups are nested deeper than %d", errSVGLarge, svgDepth)
	}
	for {
		t, err := r.dec.Token()
		if err != nil {
			return unreadable(err)
		}
		switch t := t.(type) {
		case xml.EndElement:
			return nil
		case xml.CharData:
			continue
		case xml.StartElement:
			if foreign(t.Name.Space) || silent[t.Name.Local] {
				if err := r.skip(depth); err != nil {
					return err
				}
				continue
			}
			if err := r.element(t, style, m, depth); err != nil {
				return err
			}
		}
	}
}

// foreign says that a name belongs to an editor's own notes.
func foreign(space string) bool { return space != "" && space != "http://www.w3.org/2000/svg" }

// skip passes over an element. Unlike the decoder's own Skip it minds the depth.
func (r *svgReader) skip(depth int) error {
	for open := 1; open > 0; {
		t, err := r.dec.Token()
		if err != nil {
			return unreadable(err)
		}
		switch t.(type) {
		case xml.StartElement:
			if open++; depth+open > svgDepth {
				return fmt.Errorf("%w: its elements are nested deeper than %d", errSVGLarge, svgDepth)
			}
		case xml.EndElement:
			open--
		}
	}
	return nil
}

func (r *svgReader) element(e xml.StartElement, style svgStyle, m affine, depth int) error {
	name := e.Name.Local
	style, err := r.style(e, style)
	if err != nil {
		return err
	}
	if t := attr(e, "transform"); t != "" {
		own, err := parseTransform(t)
		if err != nil {
			return err
		}
		m = m.after(own)
	}
	if name == "g" {
		return r.children(style, m, depth+1)
	}
	draw, ok := svgShapes[name]
	if !ok {
		return fmt.Errorf("it holds <%s>", clip(name))
	}
	p, err := draw(e)
	if err != nil {
		return fmt.Errorf("<%s>: %w", name, err)
	}
	if err := r.paint(p, style, m); err != nil {
		return err
	}
	return r.children(style, m, depth+1) // a shape may hold a title
}

// paint adds a path in the drawing's units to the shapes.
func (r *svgReader) paint(p scene.Path, style svgStyle, m affine) error {
	if r.points += len(p.Pts); r.points > svgPoints {
		return fmt.Errorf("%w: more than %d points", errSVGLarge, svgPoints)
	}
	if len(p.Ops) == 0 || style.hidden || style.gone {
		return nil
	}
	for i, q := range p.Pts {
		x, y := m.apply(float64(q.X), float64(q.Y))
		if !(math.Abs(x) <= svgNumber && math.Abs(y) <= svgNumber) {
			return errors.New("it has points far outside its view box")
		}
		p.Pts[i] = scene.Point{X: scene.Pt(x), Y: scene.Pt(y)}
	}
	if !style.fill.None() {
		fill := p
		if style.evenOdd {
			var err error
			if fill, err = nonZero(p); err != nil {
				return err
			}
		}
		r.shapes = append(r.shapes, &scene.Shape{Path: fill, Fill: scene.Paint{Color: style.fill}})
	}
	if scale := m.scale(); !style.stroke.None() && style.width*scale > 0 {
		s := scene.Stroke{Color: style.stroke, Width: scene.Pt(style.width * scale), Round: style.round}
		for _, d := range style.dash {
			s.Dash = append(s.Dash, scene.Pt(d*scale))
		}
		r.shapes = append(r.shapes, &scene.Shape{Path: p, Stroke: s})
	}
	return nil
}

// attr is an attribute of no namespace.
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Space == "" && a.Name.Local == name {
			return strings.TrimSpace(a.Value)
		}
	}
	return ""
}

// clip keeps a name from the file short enough for a message.
func clip(s string) string {
	if r := []rune(s); len(r) > 24 {
		return string(r[:24]) + "…"
	}
	return s
}
