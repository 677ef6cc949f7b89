package charts

import (
	"math"

	"roadshow/briefing/evidence/value"
	"roadshow/scene"
)

// room is the height that annotations take above the marks.
func (p *plot) room() scene.Pt {
	var h scene.Pt
	for _, a := range p.spec.Annotations {
		switch a.Kind {
		case "cagr":
			h = max(h, p.z.pill+8)
		case "event":
			h = max(h, p.eventLabel(a).h()+4)
		case "reference", "band":
			if !p.upright && a.Value != nil && !p.spec.Is.limits { // its name stands above the rows
				h = max(h, p.z.note.Leading+2)
			}
		case "callout":
			if p.upright {
				h = max(h, p.calloutLabel(a).h()+p.z.note.Leading)
			}
		}
	}
	return h
}

// addAnnotated opens the domain for values that annotations name.
func (p *plot) addAnnotated(h *hull) {
	for _, a := range p.spec.Annotations {
		if a.Value != nil && (a.Kind == "reference" || a.Kind == "band") {
			c := p.cellOf(*a.Value)
			h.add(c.lo, c.hi)
		}
	}
	if p.spec.Band != nil {
		c := p.cellOf(p.spec.Band.Value)
		h.add(c.lo, c.hi)
	}
}

// cellOf counts a value in the table's scale.
func (p *plot) cellOf(v value.Value) cell {
	if u, err := v.WithUnit(p.n.unit); err == nil {
		v = u
	}
	v = v.In(p.n.unit.Scale)
	lo, hi := v.Floats()
	return cell{lo: lo, hi: hi, value: &v, missing: v.State != value.Known, text: v.Label(p.spec.Format), at: &v.At}
}

// series is the column that an annotation acts on: its own, else the highlight, else the first.
func (p *plot) series(a Annotation) int {
	for _, name := range []string{a.Series, p.spec.Highlight} {
		if k := p.n.col(name); name != "" && k >= 0 {
			return k
		}
	}
	return 0
}

// annotate draws the annotations over the finished marks. What is missing was reported by Judge.
func (p *plot) annotate() {
	p.bands()
	p.trendLines()
	for _, a := range p.spec.Annotations {
		switch a.Kind {
		case "reference":
			p.reference(a)
		case "event":
			p.aside(func() { p.event(a) })
		}
	}
	p.aside(p.trendLabels)
	for _, a := range p.spec.Annotations {
		switch a.Kind {
		case "difference":
			p.aside(func() { p.difference(a) })
		case "cagr":
			p.aside(func() { p.cagr(a) })
		}
	}
	for _, a := range p.spec.Annotations {
		if a.Kind == "callout" {
			p.aside(func() { p.callout(a) })
		}
	}
}

// ruled draws a level line that breaks where words stand on it.
func (p *plot) ruled(x0, x1, y scene.Pt, c scene.Color, w scene.Pt, dash ...scene.Pt) {
	if x1 < x0 {
		x0, x1 = x1, x0
	}
	cuts := []scene.Pt{}
	for _, b := range p.boxes {
		if b.Y-1 < y && y < b.Bottom()+1 && b.X-2 < x1 && b.Right()+2 > x0 {
			cuts = append(cuts, b.X-2, b.Right()+2)
		}
	}
	at := x0
	for at < x1 {
		next, skip := x1, x1
		for i := 0; i < len(cuts); i += 2 {
			if cuts[i+1] > at && cuts[i] < next {
				next, skip = max(cuts[i], at), cuts[i+1]
			}
		}
		if next > at+0.5 {
			line(&p.over, at, y, next, y, c, w, dash...)
		}
		if skip <= at {
			return
		}
		at = skip
	}
}

// upruled is ruled for an upright line.
func (p *plot) upruled(x, y0, y1 scene.Pt, c scene.Color, w scene.Pt, dash ...scene.Pt) {
	if y1 < y0 {
		y0, y1 = y1, y0
	}
	at := y0
	for at < y1 {
		next, skip := y1, y1
		for _, b := range p.boxes {
			if b.X-2 < x && x < b.Right()+2 && b.Bottom()+1.5 > at && b.Y-1.5 < next {
				next, skip = max(b.Y-1.5, at), b.Bottom()+1.5
			}
		}
		if next > at+0.5 {
			line(&p.over, x, at, x, next, c, w, dash...)
		}
		if skip <= at {
			return
		}
		at = skip
	}
}

// reference draws a dotted line at a value, with its name above its left end, or the right end when that is taken.
func (p *plot) reference(a Annotation) {
	if a.Value == nil || len(p.chart.Axes) == 0 {
		return
	}
	c := p.cellOf(*a.Value)
	if c.missing || !finite(c.point()) {
		return
	}
	st := p.z.note
	text := a.Label
	if text == "" {
		text = c.text
	}
	at := p.val.at(c.point())
	if !p.upright {
		p.aside(func() { p.referenceLying(text, st, at) })
		return
	}
	p.aside(func() { p.referenceName(text, st, at) })
	for _, m := range p.barsAt(at) {
		p.ruled(m.X, m.Right(), at, p.look.Background, p.z.reference+1)
	}
	rule := func() { p.ruled(p.frame.X, p.area.Right(), at, p.look.Text, p.z.reference, 1.5, 3) }
	if p.spec.Is.form == pointForm || p.placed() && !p.n.dated { // no native line crosses points
		p.aside(rule)
		return
	}
	rule()
	p.rulers = append(p.rulers, scene.Level{Value: c.point(), Name: text, Pen: scene.Stroke{Color: p.look.Text, Width: p.z.reference, Dash: []scene.Pt{1.5, 3}}})
}

// referenceName prints the name of a level line where it is free.
func (p *plot) referenceName(text string, st scene.Style, at scene.Pt) {
	l := p.wrap(text, st, p.area.W*0.5, scene.Left)
	tops := []scene.Pt{at - 0.35*st.Size - l.h(), at + 0.45*st.Size}
	placed := false
	for _, air := range []scene.Pt{2, 0} { // close to a tick's label the two would read as one
		for _, top := range tops {
			for _, x := range []scene.Pt{p.frame.X, p.area.X, p.area.Right() - l.w, p.area.X + p.area.W/2 - l.w/2} {
				r := scene.Rect{X: x, Y: top, W: l.w, H: l.h()}
				if !placed && p.clear(r) && p.free(r.Inset(-air)) {
					p.place(l, x, top, scene.Left)
					placed = true
				}
			}
		}
	}
	if !placed {
		p.anywhereLines(l, p.frame.X, tops[0])
	}
}

// referenceLying draws an upright dotted line through lying marks. Its name stands above the rows, over the line or beside
// its upper end, so that no bar runs into it.
func (p *plot) referenceLying(text string, st scene.Style, at scene.Pt) {
	w := p.width(text, st)
	top, base := p.area.Y, p.area.Y-0.4*st.Size
	for _, m := range p.barsAt(at) {
		p.upruled(at, m.Y, m.Bottom(), p.look.Background, p.z.reference+1)
	}
	p.upruled(at, top-2, p.area.Bottom(), p.look.Text, p.z.reference, 1.5, 3)
	for _, x := range []scene.Pt{at - w/2, at - 2, at + 2 - w} {
		if r := box(x, base, w, st.Size); p.clear(r) {
			p.say(text, st, x, base, scene.Left)
			return
		}
	}
	for _, y := range []scene.Pt{top + 0.8*st.Size, p.area.Bottom() - 0.3*st.Size} {
		for _, x := range []scene.Pt{at + 4, at - 4 - w} {
			if r := box(x, y, w, st.Size); p.clear(r) {
				p.say(text, st, x, y, scene.Left)
				return
			}
		}
	}
	p.anywhere(text, st, at, top)
}

// barsAt are the bars that a line at a value runs through: on them it needs the background under its dots to be seen.
func (p *plot) barsAt(at scene.Pt) (out []scene.Rect) {
	for _, a := range p.anchors {
		from, to, thick := a.box.Y, a.box.Bottom(), a.box.W
		if !p.upright {
			from, to, thick = a.box.X, a.box.Right(), a.box.H
		}
		if from+1 < at && at < to-1 && thick > 2 {
			out = append(out, a.box)
		}
	}
	return out
}

// bands draws the spec's band and band annotations across the marks.
func (p *plot) bands() {
	if p.spec.Is.limits || len(p.chart.Axes) == 0 {
		return
	}
	if b := p.spec.Band; b != nil {
		p.band(b.Value, b.Label)
	}
	for _, a := range p.spec.Annotations {
		if a.Kind == "band" && a.Value != nil {
			p.band(*a.Value, a.Label)
		}
	}
}

func (p *plot) band(v value.Value, label string) {
	c := p.cellOf(v)
	if c.missing {
		return
	}
	lo, hi := c.lo, c.hi
	lo, hi = max(lo, p.val.min), min(hi, p.val.max)
	if !(lo <= hi) {
		return
	}
	color := p.look.Series[1]
	tint := p.look.Tint(color, 0.16)
	a, b := p.val.at(lo), p.val.at(hi)
	r := scene.Rect{X: p.area.X, Y: min(a, b), W: p.area.W, H: max(a, b) - min(a, b)}
	if !p.upright {
		r = scene.Rect{X: min(a, b), Y: p.area.Y, W: max(a, b) - min(a, b), H: p.area.H}
	}
	under := []scene.Item{}
	fillRect(&under, r, tint)
	for _, v := range []struct {
		at    scene.Pt
		known bool
	}{{a, finite(c.lo)}, {b, finite(c.hi)}} {
		if !v.known {
			continue
		}
		over := p.over // the edges lie below the marks, and break where values stand on them
		p.over = nil
		if x0, y0, x1, y1 := p.along(v.at); p.upright {
			p.ruled(x0, x1, y0, color, 1)
			p.solid = append(p.solid, scene.Rect{X: x0, Y: y0 - 1, W: x1 - x0, H: 2})
		} else {
			p.upruled(x0, y0, y1, color, 1)
			p.solid = append(p.solid, scene.Rect{X: x0 - 1, Y: y0, W: 2, H: y1 - y0})
		}
		under = append(under, p.over...)
		p.over = over
	}
	p.beneath(under)
	p.aside(func() { p.bandName(r, label, c.text, color, tint) })
}

// bandName prints the name of a band in it, or beside it.
func (p *plot) bandName(r scene.Rect, label, text string, color, tint scene.Color) {
	if label == "" {
		label = text
	}
	st := p.z.noteStrong.With(p.look.Readable(color, p.look.Background))
	if !p.upright {
		w := p.width(label, st)
		if q := box(r.X+r.W/2-w/2, p.area.Y-0.4*st.Size, w, st.Size); p.clear(q) {
			p.say(label, st, q.X, p.area.Y-0.4*st.Size, scene.Left)
			return
		}
	}
	st = st.With(p.look.Readable(color, tint))
	l := p.wrap(label, st, max(p.area.W*0.45, 60), scene.Left)
	for _, x := range []scene.Pt{r.X + 4, r.Right() - l.w - 4, r.X + r.W/2 - l.w/2} {
		for _, y := range []scene.Pt{r.Y + 3, r.Bottom() - l.h() - 3, r.Y - l.h() - 3} {
			if q := (scene.Rect{X: x, Y: y, W: l.w, H: l.h()}); p.clear(q) {
				p.place(l, x, y, scene.Left)
				return
			}
		}
	}
	p.anywhereLines(l, r.X+4, r.Y+3)
}

// anywhere puts words at the free place nearest to where they should stand.
func (p *plot) anywhere(s string, st scene.Style, x, y scene.Pt) scene.Rect {
	return p.anywhereLines(p.wrap(s, st, max(p.frame.W*0.4, 40), scene.Left), x, y)
}

func (p *plot) anywhereLines(l lines, x, y scene.Pt) scene.Rect {
	r, ok := p.searchClear(l.w, l.h(), x, y)
	if !ok {
		if r, ok = p.nearest(l.w, l.h(), x, y, p.free); !ok {
			p.unlabelled++
			return scene.Rect{}
		}
		p.halo(r, l.style.Size) // over marks, the background shows around the words
	}
	return p.place(l, r.X, r.Y, scene.Left)
}

// search finds the nearest frame of a size to (x, y) that meets no words and, if possible, no marks.
func (p *plot) search(w, h, x, y scene.Pt) (scene.Rect, bool) {
	if r, ok := p.searchClear(w, h, x, y); ok {
		return r, true
	}
	return p.nearest(w, h, x, y, p.free)
}

// searchClear finds the nearest frame of a size to (x, y) that meets neither words nor marks.
func (p *plot) searchClear(w, h, x, y scene.Pt) (scene.Rect, bool) {
	return p.nearest(w, h, x, y, p.clear)
}

func (p *plot) nearest(w, h, x, y scene.Pt, ok func(scene.Rect) bool) (best scene.Rect, found bool) {
	least := math.Inf(1)
	for dy := scene.Pt(0); dy <= p.frame.H; dy += 4 {
		if float64(dy*dy*4) >= least {
			break
		}
		for _, sy := range []scene.Pt{-1, 1} {
			for dx := scene.Pt(0); dx <= p.frame.W; dx += 8 {
				d := float64(dx*dx + dy*dy*4)
				if d >= least {
					break
				}
				for _, sx := range []scene.Pt{1, -1} {
					r := scene.Rect{X: x + sx*dx, Y: y + sy*dy, W: w, H: h}
					if d < least && ok(r) {
						best, found, least = r, true, d
					}
				}
			}
		}
	}
	return best, found
}

func (p *plot) eventLabel(a Annotation) lines {
	return p.wrap(a.Label, p.z.note, max(p.frame.W*0.3, 70), scene.Left)
}

// event draws an upright line at a category or date, its name at the top.
func (p *plot) event(a Annotation) {
	x, ok := p.eventAt(a.On)
	if !ok {
		return
	}
	l := p.eventLabel(a)
	top := p.frame.Y
	placed := false
	for _, left := range []scene.Pt{x + 4, x - 4 - l.w} {
		if r := (scene.Rect{X: left, Y: top, W: l.w, H: l.h()}); p.free(r) {
			p.place(l, left, top, scene.Left)
			placed = true
			break
		}
	}
	if !placed {
		p.anywhereLines(l, x+4, top)
	}
	p.upruled(x, top, p.area.Bottom(), p.look.Accent, 1)
	p.solid = append(p.solid, scene.Rect{X: x - 1, Y: top, W: 2, H: p.area.Bottom() - top})
}

// eventAt is the place of a category, or of a date on an axis that is true to time.
func (p *plot) eventAt(name string) (scene.Pt, bool) {
	if p.spec.Is.form == stepForm {
		d, err := p.n.cal.ParseDate(name)
		x := middle(d)
		return p.val.at(x), err == nil && x >= p.val.min && x <= p.val.max
	}
	if !p.upright {
		return 0, false
	}
	if i := p.n.cat(name); i >= 0 && i < len(p.centers) {
		return p.centers[i], true
	}
	if d, err := p.n.cal.ParseDate(name); err == nil { // dates between the rows are accepted where the axis is true to time
		if x := middle(d); x >= p.cat.min && x <= p.cat.max {
			return p.cat.at(x), true
		}
	}
	return 0, false
}
