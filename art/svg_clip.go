package art

import (
	"roadshow/internal/limits"
	"roadshow/scene"
)

// cutKind is one of the two ways to bound a drawing by shapes.
type cutKind struct {
	property, element string
	units             string // the attribute that says what the shapes are measured in
	evenOdd           func(*svgStyle) bool
	shows             func(*svgOwn) (bool, error) // whether a shape adds to what is seen
}

// clipKind is a clip path: whatever its shapes look like, what lies inside them is seen.
func clipKind() cutKind {
	return cutKind{"clip-path", "clipPath", "clipPathUnits", func(s *svgStyle) bool { return s.clipEvenOdd }, func(*svgOwn) (bool, error) { return true, nil }}
}

// cut bounds marks by a clip path. All its shapes become one outline: they turn the same way round, so that they add up.
func (r *svgReader) cut(n *svgNode, marks []scene.Mark, id string, at svgContext, kind cutKind) ([]scene.Mark, error) {
	c := r.ids[id]
	if c == nil || c.name != kind.element {
		return nil, n.fault(HintRepair, "its %s %q is not in the file", kind.property, "#"+clip(id))
	}
	if len(at.using) >= limits.DrawingClips.N() {
		return nil, n.blame("", limits.DrawingClips.Err())
	}
	at.using = append(at.using[:len(at.using):len(at.using)], c) // a clip of a clip that names itself ends
	above, err := r.inherited(c, at.port)
	if err != nil {
		return nil, err
	}
	own, err := r.styled(c, above, at.port)
	if err != nil {
		return nil, c.blame(HintRepair, err)
	}
	m := at.m
	if c.attr[kind.units] == "objectBoundingBox" {
		draw, ok := svgShapes[n.name]
		if !ok {
			return nil, c.fault(hintFlatten, "it cuts a group by %s objectBoundingBox", kind.units)
		}
		p, err := draw(n, at)
		if err != nil {
			return nil, n.blame(HintRepair, err)
		}
		b := p.Extent()
		m = m.after(affine{float64(b.W), 0, 0, float64(b.H), float64(b.X), float64(b.Y)})
		at.port = [2]float64{1, 1}
	}
	inner := at
	inner.m, inner.style = m.after(own.transform), own.svgStyle
	var parts []scene.Cut
	for _, kid := range c.kids {
		if err := r.cutBy(kid, inner, &parts, kind); err != nil {
			return nil, err
		}
	}
	if len(parts) == 0 {
		return nil, nil // nothing is seen through it
	}
	one := parts[0]
	for i, p := range parts {
		if len(parts) > 1 && p.EvenOdd {
			return nil, c.fault(hintFlatten, "it cuts by several shapes under the rule evenodd")
		}
		if i > 0 {
			if (signed(p.Path) < 0) != (signed(one.Path) < 0) {
				p.Path = reversed(p.Path)
			}
			one.Path.Ops, one.Path.Pts = append(one.Path.Ops, p.Path.Ops...), append(one.Path.Pts, p.Path.Pts...)
		}
	}
	marks, err = r.set(n, scene.Mark{Parts: marks, Cut: &one})
	if err != nil || own.clip == "" {
		return marks, err
	}
	return r.cut(n, marks, own.clip, at, kind)
}

// inherited is what an element takes over from those that it stands in, which for a clip is not what it cuts.
func (r *svgReader) inherited(n *svgNode, port [2]float64) (svgStyle, error) {
	if n.parent == nil {
		return newSVGStyle(r.ink), nil
	}
	above, err := r.inherited(n.parent, port)
	if err != nil {
		return above, err
	}
	own, err := r.styled(n.parent, above, port)
	return own.svgStyle, n.parent.blame(HintRepair, err)
}

// cutBy adds the outlines of one element of a clip path or a mask.
func (r *svgReader) cutBy(n *svgNode, at svgContext, parts *[]scene.Cut, kind cutKind) error {
	if svgSilent[n.name] {
		return nil
	}
	if r.drawn++; r.drawn > limits.DrawingElements.N() {
		return n.blame("", limits.DrawingElements.Err())
	}
	own, err := r.styled(n, at.style, at.port)
	if err != nil {
		return n.blame(HintRepair, err)
	}
	if own.gone || own.hidden {
		return nil
	}
	if own.clip != "" || own.mask != "" {
		return n.fault(hintFlatten, "a shape of its %s is cut itself", kind.property)
	}
	at.style, at.m = own.svgStyle, at.m.after(own.transform)
	if n.name == "use" {
		what, err := r.target(n, n.attr["href"])
		if err != nil {
			return err
		}
		var by [2]float64
		for i, name := range []string{"x", "y"} {
			if v := n.attr[name]; v != "" {
				if by[i], err = at.length(v, i); err != nil {
					return n.fault(HintRepair, "%s=%q is no length", name, clip(v))
				}
			}
		}
		at.m = at.m.after(affine{1, 0, 0, 1, by[0], by[1]})
		if at.using = append(at.using[:len(at.using):len(at.using)], n); len(at.using) > limits.DrawingClips.N() {
			return n.blame("", limits.DrawingClips.Err())
		}
		if svgShapes[what.name] == nil && kind.element == "clipPath" {
			return n.fault(hintFlatten, "its %s uses a <%s>", kind.property, clip(what.name))
		}
		return r.cutBy(what, at, parts, kind)
	}
	draw, ok := svgShapes[n.name]
	if !ok {
		switch {
		case n.name != "g":
			return n.unknown()
		case kind.element == "clipPath":
			return n.fault(hintFlatten, "its clip path holds a <g>")
		case own.opacity != 1:
			return n.fault(hintFlatten, "it uses mask with more than plain shapes")
		}
		for _, kid := range n.kids {
			if err := r.cutBy(kid, at, parts, kind); err != nil {
				return err
			}
		}
		return nil
	}
	if shows, err := kind.shows(&own); err != nil || !shows {
		return n.blame(hintFlatten, err)
	}
	p, err := draw(n, at)
	if err != nil {
		return n.blame(HintRepair, err)
	}
	if r.points += len(p.Pts); r.points > limits.DrawingPoints.N() {
		return n.blame("", limits.DrawingPoints.Err())
	}
	if err := at.m.move(&p); err != nil {
		return n.blame(HintRepair, err)
	}
	if len(p.Ops) > 0 {
		*parts = append(*parts, scene.Cut{Path: p, EvenOdd: kind.evenOdd(&at.style)})
	}
	return nil
}

// signed is twice the area of a path's corners; its sign says which way round the path turns.
func signed(p scene.Path) (sum scene.Pt) {
	at, start, last := 0, scene.Point{}, scene.Point{}
	for _, op := range p.Ops {
		n := [...]int{1, 1, 3, 0}[op]
		to := start
		if n > 0 {
			to = p.Pts[at+n-1]
		}
		at += n
		if op == scene.MoveTo {
			sum += last.X*start.Y - start.X*last.Y
			start = to
		} else {
			sum += last.X*to.Y - to.X*last.Y
		}
		last = to
	}
	return sum + last.X*start.Y - start.X*last.Y
}

// reversed is a path drawn the other way round, contour by contour, from the last to the first.
func reversed(p scene.Path) (out scene.Path) {
	at := len(p.Pts) - 1
	closed := false
	for i := len(p.Ops) - 1; i >= 0; i-- {
		if p.Ops[i] == scene.Close {
			closed = true
			continue
		}
		if i == len(p.Ops)-1 || p.Ops[i+1] == scene.MoveTo || p.Ops[i+1] == scene.Close {
			out.Move(p.Pts[at].X, p.Pts[at].Y)
		}
		switch p.Ops[i] {
		case scene.LineTo:
			at--
			out.Line(p.Pts[at].X, p.Pts[at].Y)
		case scene.CurveTo:
			out.Curve(p.Pts[at-1], p.Pts[at-2], p.Pts[at-3])
			at -= 3
		case scene.MoveTo:
			at--
			if closed {
				out.Close()
			}
			closed = false
		}
	}
	return out
}
