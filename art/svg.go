// Package art draws what is no text and no chart: logos from SVG files, the engraved globe; and judges pictures.
package art

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"roadshow/internal/limits"
	"roadshow/scene"
)

// The reader of logos knows static SVG: shapes, paths, groups, uses, style sheets, gradients, opacity and clips. What it does
// not know is an error with its line, because a logo that is drawn a little wrong is worse than none.

// svgFar is the largest coordinate.
var svgFar = float64(limits.DrawingNumber.N())

// SvgFault is what cannot be drawn, with the line where it stands and what helps.
type SvgFault struct {
	line int
	what error
	Hint string
}

func (f *SvgFault) Error() string { return fmt.Sprintf("line %d: %v", f.line, f.what) }
func (f *SvgFault) Unwrap() error { return f.what }

// Hints by the kind of thing. Most logos are drawn in a program that exports them anew in a minute.
const (
	hintPNG      = "export it as a PNG at least 1,200 pixels wide"
	hintOutlines = "convert the words to outlines in the drawing program, and export again"
	hintFlatten  = "flatten or expand that part in the drawing program, or " + hintPNG
	HintRepair   = "export it again from the drawing program"
)

func (n *svgNode) fault(hint, format string, args ...any) error {
	return n.blame(hint, fmt.Errorf(format, args...))
}

// blame adds the place of an error that has none.
func (n *svgNode) blame(hint string, err error) error {
	var f *SvgFault
	var passed *limits.Passed
	if err == nil || errors.As(err, &f) {
		return err
	}
	if errors.As(err, &passed) {
		hint = passed.Limit.Hint()
	}
	return &SvgFault{n.line, err, hint}
}

// svgReader draws the tree of a file.
type svgReader struct {
	root   *svgNode
	ids    map[string]*svgNode
	sheet  svgSheet
	ink    scene.Color // currentColor where the file names none
	frame  scene.Rect
	points int
	drawn  int
	sets   int
}

// ReadSVG turns a file into marks inside a slot; the frame of the art is the part of the slot that the drawing fills.
func ReadSVG(data []byte, slot scene.Rect, ink scene.Color) (*scene.Art, error) {
	if len(data) > limits.DrawingBytes.N() {
		return nil, limits.DrawingBytes.Err()
	}
	root, ids, err := parseSVG(data)
	if err != nil {
		return nil, err
	}
	r := &svgReader{root: root, ids: ids, ink: ink}
	if r.sheet, err = readSheets(root); err != nil {
		return nil, err
	}
	art := &scene.Art{}
	if art.Marks, err = r.document(slot); err != nil {
		return nil, err
	}
	if len(art.Marks) == 0 {
		return nil, errors.New("it draws nothing")
	}
	art.Frame = r.frame
	return art, nil
}

// svgContext is what an element stands in.
type svgContext struct {
	style svgStyle
	m     affine     // its units to points
	port  [2]float64 // width and height that percentages are parts of
	depth int
	using []*svgNode // the uses around it
}

func (r *svgReader) document(slot scene.Rect) ([]scene.Mark, error) {
	n := r.root
	style := newSVGStyle(r.ink)
	width, hasW := n.absolute("width", style)
	height, hasH := n.absolute("height", style)
	box, hasBox, err := n.viewBox()
	switch {
	case err != nil:
		return nil, err
	case !hasBox && !(hasW && hasH):
		return nil, n.fault(HintRepair, "it has no viewBox")
	case !hasBox:
		box = [4]float64{0, 0, width, height}
	}
	if !(hasW && hasH && width > 0 && height > 0) {
		width, height = box[2], box[3]
	}
	if !sized(width, height) || !sized(box[2], box[3]) {
		return nil, n.fault(HintRepair, "its viewBox has no area")
	}
	r.frame = Within(slot, scene.Pt(width), scene.Pt(height))
	s := float64(r.frame.W) / width
	m := affine{s, 0, 0, s, float64(r.frame.X), float64(r.frame.Y)}
	fit, err := n.fit(box, width, height)
	if err != nil {
		return nil, err
	}
	at := svgContext{style: style, m: m.after(fit), port: [2]float64{box[2], box[3]}}
	own, err := r.styled(n, at.style, at.port)
	if err != nil {
		return nil, err
	}
	at.style = own.svgStyle
	marks, err := r.children(n, at)
	if err != nil || own.gone {
		return nil, err
	}
	return r.faded(n, marks, own, at)
}

func sized(w, h float64) bool { return w >= 1e-3 && h >= 1e-3 && w/h <= 1e4 && h/w <= 1e4 }

// viewBox reads the attribute.
func (n *svgNode) viewBox() (box [4]float64, ok bool, err error) {
	v := n.attr["viewBox"]
	if v == "" {
		return box, false, nil
	}
	list, err := numbers(v)
	if err != nil || len(list) != 4 {
		return box, false, n.fault(HintRepair, "its viewBox is not four numbers")
	}
	copy(box[:], list)
	return box, true, nil
}

// fit maps a view box into a width and height as preserveAspectRatio says.
func (n *svgNode) fit(box [4]float64, w, h float64) (affine, error) {
	sx, sy := w/box[2], h/box[3]
	words := svgWords(n.attr["preserveAspectRatio"])
	align, slice := "xMidYMid", false
	if len(words) > 0 {
		align = words[0]
	}
	if len(words) > 1 {
		slice = words[1] == "slice"
	}
	var dx, dy float64
	if align != "none" {
		if len(align) != 8 {
			return affine{}, n.fault(HintRepair, "preserveAspectRatio=%q cannot be read", clip(align))
		}
		s := min(sx, sy)
		if slice {
			s = max(sx, sy)
		}
		sx, sy = s, s
		part := map[string]float64{"Min": 0, "Mid": 0.5, "Max": 1}
		dx, dy = part[align[1:4]]*(w-box[2]*s), part[align[5:8]]*(h-box[3]*s)
	}
	return affine{sx, 0, 0, sy, dx - box[0]*sx, dy - box[1]*sy}, nil
}

// svgSilent are elements that draw nothing themselves.
var svgSilent = map[string]bool{"title": true, "desc": true, "metadata": true, "defs": true, "style": true, "symbol": true, "clipPath": true,
	"linearGradient": true, "radialGradient": true, "pattern": true, "mask": true, "filter": true, "marker": true, "view": true}

func (r *svgReader) children(n *svgNode, at svgContext) (out []scene.Mark, err error) {
	if at.depth++; at.depth > limits.DrawingNesting.N() {
		return nil, n.blame("", limits.DrawingNesting.Err())
	}
	for _, kid := range n.kids {
		marks, err := r.element(kid, at)
		if err != nil {
			return nil, err
		}
		out = append(out, marks...)
	}
	return out, nil
}

// element draws one element and what it holds.
func (r *svgReader) element(n *svgNode, at svgContext) (marks []scene.Mark, err error) {
	if svgSilent[n.name] {
		return nil, nil
	}
	if r.drawn++; r.drawn > limits.DrawingElements.N() {
		return nil, n.blame("", limits.DrawingElements.Err())
	}
	own, err := r.styled(n, at.style, at.port)
	if err != nil {
		return nil, n.blame(HintRepair, err)
	}
	if own.gone {
		return nil, nil
	}
	at.style = own.svgStyle
	at.m = at.m.after(own.transform)
	switch n.name {
	case "g", "a":
		marks, err = r.children(n, at)
	case "switch":
		for _, kid := range n.kids {
			if kid.suits() {
				marks, err = r.element(kid, at)
				break
			}
		}
	case "svg":
		marks, err = r.viewport(n, n, at)
	case "use":
		marks, err = r.use(n, at)
	default:
		draw, ok := svgShapes[n.name]
		if !ok {
			if (n.name == "text" || n.name == "flowRoot") && !n.worded() {
				return nil, nil // a place for words, left empty
			}
			return nil, n.unknown()
		}
		var p scene.Path
		if p, err = draw(n, at); err == nil {
			marks, err = r.paint(n, p, at)
		} else {
			err = fmt.Errorf("<%s>: %w", n.name, err)
		}
		for _, kid := range n.kids { // a title, or an animation
			if err == nil && !svgSilent[kid.name] {
				err = kid.unknown()
			}
		}
	}
	if err != nil {
		return nil, n.blame(HintRepair, err)
	}
	return r.faded(n, marks, own, at)
}

// worded says that letters stand in an element.
func (n *svgNode) worded() bool {
	return n.words || slices.ContainsFunc(n.kids, (*svgNode).worded)
}

// unknown refuses an element in words that help.
func (n *svgNode) unknown() error {
	switch n.name {
	case "text", "tspan", "textPath", "flowRoot":
		return n.fault(hintOutlines, "it holds words, <%s>", n.name)
	case "image":
		return n.fault(hintPNG, "it holds a picture, <image>")
	case "animate", "animateTransform", "animateMotion", "set", "animateColor":
		return n.fault("export it without motion", "it moves, <%s>", n.name)
	}
	return n.fault(hintFlatten, "it holds <%s>", clip(n.name))
}

// suits says that a child of a switch is the one for us: no extensions are known, and English is read.
func (n *svgNode) suits() bool {
	if _, asks := n.attr["requiredExtensions"]; asks || svgSilent[n.name] {
		return false
	}
	lang, asks := n.attr["systemLanguage"]
	if !asks {
		return true
	}
	for _, l := range svgWords(lang) {
		if l == "en" || len(l) > 2 && l[:3] == "en-" {
			return true
		}
	}
	return false
}

// viewport draws what an inner svg or a symbol holds in its place; sizes may come from the use that shows it.
func (r *svgReader) viewport(n, sizes *svgNode, at svgContext) ([]scene.Mark, error) {
	var v [4]float64
	for i, name := range []string{"x", "y", "width", "height"} {
		text := sizes.attr[name]
		if text == "" && sizes != n {
			text = n.attr[name]
		}
		if text == "" && i >= 2 || text == "auto" {
			text = "100%"
		}
		if text == "" || sizes != n && i < 2 {
			continue // the use has moved it already
		}
		x, err := at.length(text, i%2)
		if err != nil {
			return nil, n.fault(HintRepair, "%s=%q is no length", name, clip(text))
		}
		v[i] = x
	}
	if v[2] <= 0 || v[3] <= 0 {
		return nil, nil
	}
	port := affine{1, 0, 0, 1, v[0], v[1]}
	edge := [4]float64{v[0], v[1], v[2], v[3]}
	outer := at.m
	at.m, at.port = at.m.after(port), [2]float64{v[2], v[3]}
	box, ok, err := n.viewBox()
	if err != nil {
		return nil, err
	}
	if ok {
		if !sized(box[2], box[3]) {
			return nil, nil
		}
		fit, err := n.fit(box, v[2], v[3])
		if err != nil {
			return nil, err
		}
		at.m, at.port = at.m.after(fit), [2]float64{box[2], box[3]}
	}
	marks, err := r.children(n, at)
	if err != nil || len(marks) == 0 {
		return nil, err
	}
	if o := n.attr["overflow"]; o == "visible" || o == "auto" {
		return marks, nil
	}
	b := pathBuilder{}
	b.rect(edge[0], edge[1], edge[2], edge[3])
	if err := outer.move(&b.path); err != nil {
		return nil, n.blame(HintRepair, err)
	}
	return r.set(n, scene.Mark{Parts: marks, Cut: &scene.Cut{Path: b.path}})
}

// use draws another element here.
func (r *svgReader) use(n *svgNode, at svgContext) ([]scene.Mark, error) {
	what, err := r.target(n, n.attr["href"])
	if err != nil {
		return nil, err
	}
	if at.depth++; at.depth > limits.DrawingNesting.N() {
		return nil, n.blame("", limits.DrawingNesting.Err())
	}
	for _, u := range append(at.using, n) {
		for p := u; p != nil; p = p.parent {
			if p == what {
				return nil, n.fault(HintRepair, "a <use> shows itself")
			}
		}
	}
	at.using = append(at.using[:len(at.using):len(at.using)], n)
	var by [2]float64
	for i, name := range []string{"x", "y"} {
		if v := n.attr[name]; v != "" {
			if by[i], err = at.length(v, i); err != nil {
				return nil, n.fault(HintRepair, "%s=%q is no length", name, clip(v))
			}
		}
	}
	at.m = at.m.after(affine{1, 0, 0, 1, by[0], by[1]})
	if what.name != "symbol" {
		return r.element(what, at)
	}
	own, err := r.styled(what, at.style, at.port)
	if err != nil {
		return nil, what.blame(HintRepair, err)
	}
	at.style = own.svgStyle
	marks, err := r.viewport(what, n, at)
	if err != nil {
		return nil, err
	}
	return r.faded(what, marks, own, at)
}

// target is the element that a reference names.
func (r *svgReader) target(n *svgNode, ref string) (*svgNode, error) {
	if ref == "" || ref[0] != '#' {
		return nil, n.fault(HintRepair, "<%s> refers to %q, outside the file", n.name, clip(ref))
	}
	what := r.ids[ref[1:]]
	if what == nil {
		return nil, n.fault(HintRepair, "<%s> refers to %q, which the file does not hold", n.name, clip(ref))
	}
	return what, nil
}

// faded cuts and fades what an element drew.
func (r *svgReader) faded(n *svgNode, marks []scene.Mark, own svgOwn, at svgContext) ([]scene.Mark, error) {
	if len(marks) == 0 || own.opacity <= 0 {
		return nil, nil
	}
	if fade := 1 - own.opacity; fade > 0 {
		one := &marks[0]
		switch {
		case len(marks) > 1 || len(one.Parts) > 0 || !one.Fill.None() && one.Pen.Seen():
			var err error
			if marks, err = r.set(n, scene.Mark{Parts: marks, Fade: fade}); err != nil {
				return nil, err
			}
		case one.Pen.Seen():
			one.Pen.Fade = 1 - (1-one.Pen.Fade)*own.opacity
		default:
			one.Fill.Fade = 1 - (1-one.Fill.Fade)*own.opacity
		}
	}
	var err error
	if own.clip != "" {
		if marks, err = r.cut(n, marks, own.clip, at, clipKind()); err != nil || len(marks) == 0 {
			return nil, err
		}
	}
	if own.mask == "" {
		return marks, nil
	}
	return r.masked(n, marks, own.mask, at)
}

// set counts what is drawn on a sheet of its own.
func (r *svgReader) set(n *svgNode, m scene.Mark) ([]scene.Mark, error) {
	if r.sets++; r.sets > limits.DrawingSets.N() {
		return nil, n.blame("", limits.DrawingSets.Err())
	}
	return []scene.Mark{m}, nil
}

// paint makes a mark of a path in the drawing's units.
func (r *svgReader) paint(n *svgNode, p scene.Path, at svgContext) ([]scene.Mark, error) {
	if r.points += len(p.Pts); r.points > limits.DrawingPoints.N() {
		return nil, limits.DrawingPoints.Err()
	}
	s := &at.style
	if len(p.Ops) == 0 || s.hidden {
		return nil, nil
	}
	own := scene.Path{Ops: p.Ops, Pts: append([]scene.Point(nil), p.Pts...)}
	if err := at.m.move(&p); err != nil {
		return nil, err
	}
	m := scene.Mark{Path: p, EvenOdd: s.evenOdd}
	var err error
	if m.Fill, err = r.inkOf(n, s.fill, s.fillOpacity, own, at); err != nil {
		return nil, err
	}
	if m.Pen, err = r.pen(n, own, at); err != nil {
		return nil, err
	}
	if m.Fill.None() && !m.Pen.Seen() {
		return nil, nil
	}
	if s.penFirst && !m.Fill.None() && m.Pen.Seen() {
		filling := m
		m.Fill, filling.Pen = scene.Ink{}, scene.Pen{}
		return []scene.Mark{m, filling}, nil
	}
	return []scene.Mark{m}, nil
}

// pen is the stroke of a path. An uneven scale makes the pen uneven too.
func (r *svgReader) pen(n *svgNode, own scene.Path, at svgContext) (pen scene.Pen, err error) {
	s, m := &at.style, at.m
	scale := m.scale()
	if s.stroke.none || s.width == 0 || !(scale > 0) {
		return pen, nil
	}
	if pen.Ink, err = r.inkOf(n, s.stroke, s.strokeOpacity, own, at); err != nil || pen.None() {
		return pen, err
	}
	a, b, c, d := m[0], m[1], m[2], m[3]
	if even := math.Abs(a*a+b*b-c*c-d*d)+2*math.Abs(a*c+b*d) <= 0.02*(a*a+b*b+c*c+d*d); !even {
		// The unit of the pen's plane is about a point, so that three decimals do.
		pen.Warp = &[4]float64{a / scale, b / scale, c / scale, d / scale}
	}
	pen.Width, pen.Cap, pen.Join, pen.Miter = scene.Pt(s.width*scale), s.cap, s.join, s.miter
	sum := 0.0
	for _, v := range s.dash {
		pen.Dash = append(pen.Dash, scene.Pt(v*scale))
		sum += v
	}
	if len(s.dash) > 0 {
		pen.Phase = scene.Pt((math.Mod(s.phase, sum) + sum) * scale)
		if s.phase >= 0 {
			pen.Phase = scene.Pt(math.Mod(s.phase, sum) * scale)
		}
	}
	return pen, nil
}
