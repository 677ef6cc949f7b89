package art

import "roadshow/scene"

// A mask of plain shapes is a clip in other words, and most masks are that: drawing programs write one where a clip would
// do. Light and shade need a sheet of their own, which not every printer has: such a mask is refused.

// masked bounds marks by a mask.
func (r *svgReader) masked(n *svgNode, marks []scene.Mark, id string, at svgContext) ([]scene.Mark, error) {
	mask := r.ids[id]
	if mask == nil || mask.name != "mask" {
		return nil, n.fault(HintRepair, "its mask %q is not in the file", "#"+clip(id))
	}
	set, err := r.cascade(mask)
	if err != nil {
		return nil, err
	}
	var shaded error = n.fault(hintFlatten, "it uses mask with more than plain shapes")
	if o := set["opacity"]; o != "" && o != "1" {
		return nil, shaded
	}
	alpha := set["mask-type"] == "alpha"
	kind := cutKind{"mask", "mask", "maskContentUnits", func(s *svgStyle) bool { return s.evenOdd }, func(own *svgOwn) (bool, error) {
		s := &own.svgStyle
		if own.opacity != 1 || !s.stroke.none && s.width > 0 && s.strokeOpacity > 0 || s.fill.id != "" {
			return false, shaded
		}
		if s.fill.none {
			return false, nil
		}
		c := s.fill.svgColor
		if s.fill.current {
			c = s.current
		}
		white := c.R == 255 && c.G == 255 && c.B == 255
		if c.alpha*s.fillOpacity != 1 || !alpha && !white {
			return false, shaded
		}
		return true, nil
	}}
	marks, err = r.cut(n, marks, id, at, kind)
	if err != nil || len(marks) == 0 {
		return nil, err
	}
	return r.region(n, mask, marks, at)
}

// region bounds what a mask shows by the mask's own x, y, width and height.
func (r *svgReader) region(n, mask *svgNode, marks []scene.Mark, at svgContext) ([]scene.Mark, error) {
	inBox := mask.attr["maskUnits"] != "userSpaceOnUse"
	if inBox {
		at.port = [2]float64{1, 1}
	}
	var v [4]float64
	for i, name := range []string{"x", "y", "width", "height"} {
		text := mask.attr[name]
		if text == "" {
			text = [...]string{"-10%", "120%"}[i/2]
		}
		x, err := at.length(text, i%2)
		if err != nil {
			return nil, mask.fault(HintRepair, "%s=%q is no length", name, clip(text))
		}
		v[i] = x
	}
	if !inBox {
		b := pathBuilder{}
		b.rect(v[0], v[1], v[2], v[3])
		if err := at.m.move(&b.path); err != nil {
			return nil, mask.blame(HintRepair, err)
		}
		return r.set(n, scene.Mark{Parts: marks, Cut: &scene.Cut{Path: b.path}})
	}
	// In parts of what is masked: fillings lie within, and the ends of strokes may not.
	if v[0] <= 0 && v[1] <= 0 && v[0]+v[2] >= 1 && v[1]+v[3] >= 1 && !stroked(marks) {
		return marks, nil
	}
	return nil, mask.fault(hintFlatten, "it uses mask with a region measured in what it masks")
}

// stroked says that some of the marks have strokes.
func stroked(marks []scene.Mark) bool {
	for i := range marks {
		if marks[i].Pen.Seen() || stroked(marks[i].Parts) {
			return true
		}
	}
	return false
}
