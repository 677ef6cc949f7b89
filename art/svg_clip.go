package art

import (
	"roadshow/internal/limits"
	"roadshow/scene"
)

// cut bounds marks by a clip path. All its shapes become one outline: they turn the same way round, so that they add up.
func (r *svgReader) cut(n *svgNode, marks []scene.Mark, id string, at svgContext) ([]scene.Mark, error) {
	c := r.ids[id]
	if c == nil || c.name != "clipPath" {
		return nil, n.fault(HintRepair, "its clip-path %q is not in the file", "#"+clip(id))
	}
	if len(at.using) >= limits.DrawingClips.N() {
		return nil, n.blame("", limits.DrawingClips.Err())
	}
	at.using = append(at.using[:len(at.using):len(at.using)], c) // a clip of a clip that names itself ends
	own, err := r.styled(c, newSVGStyle(r.ink), at.port)
	if err != nil {
		return nil, c.blame(HintRepair, err)
	}
	m := at.m
	if c.attr["clipPathUnits"] == "objectBoundingBox" {
		draw, ok := svgShapes[n.name]
		if !ok {
			return nil, c.fault(hintFlatten, "it clips a group by clipPathUnits objectBoundingBox")
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
		if err := r.cutBy(kid, inner, &parts); err != nil {
			return nil, err
		}
	}
	if len(parts) == 0 {
		return nil, nil // nothing is seen through it
	}
	one := parts[0]
	for i, p := range parts {
		if len(parts) > 1 && p.EvenOdd {
			return nil, c.fault(hintFlatten, "it clips by several shapes with clip-rule evenodd")
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
	return r.cut(n, marks, own.clip, at)
}

// cutBy adds the outlines of one element of a clip path.
func (r *svgReader) cutBy(n *svgNode, at svgContext, parts *[]scene.Cut) error {
	if svgSilent[n.name] {
		return nil
	}
	own, err := r.styled(n, at.style, at.port)
	if err != nil {
		return n.blame(HintRepair, err)
	}
	if own.gone || own.hidden {
		return nil
	}
	if own.clip != "" {
		return n.fault(hintFlatten, "a shape of its clip path is clipped itself")
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
		if svgShapes[what.name] == nil {
			return n.fault(hintFlatten, "its clip path uses a <%s>", clip(what.name))
		}
		return r.cutBy(what, at, parts)
	}
	draw, ok := svgShapes[n.name]
	if !ok {
		if n.name == "g" {
			return n.fault(hintFlatten, "its clip path holds a <g>")
		}
		return n.unknown()
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
		*parts = append(*parts, scene.Cut{Path: p, EvenOdd: at.style.clipEvenOdd})
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
