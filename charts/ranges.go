package charts

import (
	"slices"

	"roadshow/briefing/evidence/value"
	"roadshow/scene"
)

func rangeKind() Kind {
	return Kind{Name: "range", Summary: "From a lower to an upper end", Columns: "{name, from, to}, or {name, value} with ranges such as 40 to 50",
		check: checkRanges, draw: drawRange, form: spanForm, marks: "callout reference band", axis: fromZero, colours: rowColours, rows: thinRows,
		floats: true, crowded: true}
}

func openRangeKind() Kind {
	return Kind{Name: "open_range", Summary: "Values of which only the lower end is known", Wide: true,
		Columns: "{name, value} with bounds such as over 20, or {name, from, to} with no to",
		check:   checkRanges, draw: drawOpenRange, form: spanForm, marks: "callout reference band", axis: fromZero, colours: rowColours, rows: thinRows,
		crowded: true}
}

// drawRange draws each row from the lower to the upper end of what is known.
func drawRange(p *plot) { p.ranges(false) }

// drawOpenRange draws each row from zero: solid to the lower bound, and a fade with an arrow where no upper end is known.
func drawOpenRange(p *plot) { p.ranges(true) }

func (p *plot) ranges(fromZero bool) {
	p.upright = false
	rows := len(p.n.cats)
	if rows == 0 || len(p.n.cols) == 0 {
		return
	}
	cells := p.n.cols[0].cells
	h := hull{}
	for _, c := range cells {
		if c.missing {
			continue
		}
		h.add(c.lo, c.hi)
		if c.floor() { // room for what is not known
			h.add(c.lo * 2.3)
		}
		if c.ceil() {
			h.add(0)
		}
	}
	if fromZero || h.lo > 0 && h.lo < 0.5*h.hi {
		h.add(0)
	}
	p.addAnnotated(&h)
	top, foot := p.room()+2, p.lyingTickRoom(false)
	p.pitch = min((p.frame.H-top-foot)/scene.Pt(rows), p.rowPitch(rows, 1))
	names := p.fitRows(p.catNames(1e6), p.pitch, 0, scene.Left)
	thick := min(max((p.pitch-names.over)/1.5, p.z.barMin), 0.6*p.barMost(rows)+0.4*p.z.barMax)
	thick = min(thick, max(p.pitch-names.over-1, 1))
	left := names.w
	if left > 0 {
		left += 8
	}
	p.area = scene.Rect{X: p.frame.X + left, Y: p.frame.Y + top, W: p.frame.W - left, H: p.pitch * scene.Pt(rows)}
	ax := p.axisOn(h, p.area.W, true, true)
	for share := scene.Pt(0.9); len(ax.Ticks) > 7 && share > 0.4; share -= 0.1 { // every row says its ends: a few lines to compare them are enough
		ax = p.axisOn(h, share*p.area.W, true, true)
	}
	var needs []need
	st := p.z.dataStyle(max(rows, 5)) // two ends make a long label: it must not outshout its bar
	for _, smaller := range p.z.data {
		if st.Size > thick+3 {
			st = smaller
		}
	}
	for i, c := range cells {
		if c.floor() || c.missing {
			continue
		}
		room := p.width(p.markText(0, i), st) + 0.8*st.Size
		if before(c, fromZero) {
			needs = append(needs, need{v: c.lo, room: room, lower: true})
			continue
		}
		needs = append(needs, need{v: finiteMax(c), room: room})
	}
	needs = append(needs, need{v: ax.Max, room: 2})
	lower, upper := pads(ax, p.area.W, needs)
	p.useAxis(ax, p.area.X+lower, p.area.Right()-upper)
	p.gridLying(ax, p.area.Y, p.area.Bottom(), false)
	p.centers = make([]scene.Pt, rows)
	for i := range cells {
		p.centers[i] = p.area.Y + (scene.Pt(i)+0.5)*p.pitch + names.over/2
	}
	p.namingRows(names, thick)
	for i := range cells {
		p.rangeRow(i, thick, st, fromZero)
	}
	for i, c := range cells { // what is said of open ends takes the room that is left
		if c.floor() {
			p.aside(func() { p.openText(i, thick) })
		}
	}
	if form := p.rangeForm(fromZero); form != scene.NoForm {
		n := p.native(form)
		n.Between, n.Parts = true, []int{0}
		p.box(n, p.centers[0]-p.pitch/2, p.centers[rows-1]+p.pitch/2)
		n.Gap = float64((p.pitch - thick) / thick)
		if ax.Min > 0 || ax.Max < 0 {
			n.Base.Color = scene.Color{}
		}
	}
	if ax.Min <= 0 && ax.Max >= 0 {
		x := p.val.at(0)
		line(&p.over, x, p.area.Y-2, x, p.area.Bottom(), p.look.Text, p.z.baseline)
	}
}

// rangeForm is the native form of ranges: from zero they are bars. A lower end below zero has no bar: nothing is known of what lies
// between it and zero.
func (p *plot) rangeForm(fromZero bool) scene.Form {
	switch {
	case !fromZero:
		return scene.Spans
	case slices.ContainsFunc(p.n.cols[0].cells, func(c cell) bool { return c.floor() && c.lo < 0 }):
		return scene.NoForm
	}
	return scene.Bars
}

// rangeColor: the highlight carries the message and the others are context; failing that, the open rows carry it and the
// others are their comparison.
func (p *plot) rangeColor(i int) scene.Color {
	quiet := p.look.Tint(p.look.Muted, 0.5) // bars that float, and dots, need more contrast than columns
	if p.spec.Kind == "open_range" {        // what is known whole beside what is open: mock-up 02
		quiet = p.look.Series[3]
	}
	cells := p.n.cols[0].cells
	if slices.ContainsFunc(cells, cell.floor) && !cells[i].floor() {
		return p.rowColor(i, quiet, p.look.Series[3])
	}
	return p.rowColor(i, quiet, p.look.Accent)
}

func (p *plot) rangeRow(i int, thick scene.Pt, st scene.Style, fromZero bool) {
	c, at := p.n.cols[0].cells[i], p.centers[i]
	color := p.rangeColor(i)
	text := p.markText(0, i)
	base := at + 0.35*st.Size
	if c.missing {
		p.aside(func() {
			p.tag(text, st.With(p.look.Muted), p.val.at(p.val.zero())+0.6*st.Size, base, scene.Left)
		})
		return
	}
	a := anchor{series: 0, cat: i}
	p.fills(0, i, color)
	switch {
	case c.floor():
		a.box, a.tag = p.openRow(i, c, at, thick, color, fromZero)
	case c.exact() && !fromZero:
		x, r := p.val.at(c.lo), p.z.dot+1
		a.box = scene.Rect{X: x - r, Y: at - r, W: 2 * r, H: 2 * r}
		p.aside(func() { fill(&p.marks, scene.CirclePath(x, at, r), color) })
	case fromZero:
		m := p.mark(c, at, thick, color, p.scenario(0, i), 0)
		a.box = m.whole
	default:
		lo, hi := c.lo, c.hi
		if c.ceil() {
			lo = p.val.zero()
		}
		r := p.bar(at, thick, p.val.at(lo), p.val.at(hi))
		r.W = max(r.W, 1)
		if c.ceil() {
			p.limited(r, color, true, "", 0)
		} else {
			p.paint(r, color, p.scenario(0, i), 0)
		}
		a.box = r
	}
	a.tip = scene.Point{X: a.box.Right(), Y: at}
	p.solid = append(p.solid, a.box)
	switch {
	case c.floor():
	case before(c, fromZero):
		a.tag = p.offGrid(p.tag(text, st.With(p.readable(color)), a.box.X-0.6*st.Size, base, scene.Right))
		p.labelled(0, i, a.tag, scene.OutEnd)
	default:
		a.tag = p.spanLabel(text, st.With(p.readable(color)), a.box, base)
		if fromZero && a.tag.X > a.box.X {
			p.labelled(0, i, a.tag, scene.OutEnd)
		} else {
			p.lastAside()
		}
	}
	p.anchors = append(p.anchors, a)
}

// before says that a bar from zero grows to the left: its number stands at its end, which is its left.
func before(c cell, fromZero bool) bool {
	return fromZero && !c.missing && finite(c.lo) && c.point() < 0
}

// spanLabel prints a range after its bar; where a reference line or the edge of a band would run through the words and the
// place before the bar is free, there.
func (p *plot) spanLabel(text string, st scene.Style, bar scene.Rect, base scene.Pt) scene.Rect {
	gap, w := 0.6*st.Size, p.width(text, st)
	after, before := box(bar.Right()+gap, base, w, st.Size), box(bar.X-gap-w, base, w, st.Size)
	if p.crossed(after) && !p.crossed(before) && before.X >= p.area.X && p.clear(before) {
		return p.offGrid(p.say(text, st, before.X, base, scene.Left))
	}
	return p.offGrid(p.tag(text, st, after.X, base, scene.Left))
}

// crossed says that an upright line of an annotation runs through a frame.
func (p *plot) crossed(r scene.Rect) bool {
	cut := func(v *value.Value) bool {
		if v == nil {
			return false
		}
		c := p.cellOf(*v)
		for _, end := range []float64{c.lo, c.hi} {
			if x := p.val.at(end); !c.missing && finite(end) && x > r.X-3 && x < r.Right()+3 {
				return true
			}
		}
		return false
	}
	for _, a := range p.spec.Annotations {
		if (a.Kind == "reference" || a.Kind == "band") && cut(a.Value) {
			return true
		}
	}
	return p.spec.Band != nil && cut(&p.spec.Band.Value)
}

// openRow draws what is known solid, and beyond it a fade with an arrow. It returns the whole bar and the fade.
func (p *plot) openRow(i int, c cell, at, thick scene.Pt, color scene.Color, fromZero bool) (whole, fade scene.Rect) {
	from := p.val.at(p.val.zero())
	bound := p.val.at(c.lo)
	if c.lo < 0 { // nothing between here and zero is known to be there
		fromZero = false
	}
	if !fromZero {
		from = bound
	}
	solid := p.bar(at, thick, from, bound)
	p.paint(solid, color, p.scenario(0, i), 0)
	if !fromZero {
		p.aside(func() { fillRect(&p.marks, scene.Rect{X: bound, Y: at - thick/2, W: 1.5, H: thick}, color) })
	}
	const arrow = 16
	length := max(p.val.b-bound-arrow-6, p.z.fade)
	fade = p.fade(solid, bound, length, color, false)
	p.aside(func() {
		line(&p.over, fade.Right()+1, at, fade.Right()+arrow-p.z.arrow*0.8, at, color, 1)
		p.head(&p.over, fade.Right()+arrow, at, 1, 0, color)
	})
	p.solid = append(p.solid, scene.Rect{X: fade.Right(), Y: at - 3, W: arrow, H: 6})
	return solid.Union(fade), fade
}

// openText says within the fade what is known and that no upper end is; too long, it stands at the nearest free place.
func (p *plot) openText(i int, thick scene.Pt) {
	a := p.anchor(0, i)
	fade := a.tag
	a.tag = scene.Rect{}
	words := p.spec.lang()
	text := p.markText(0, i)
	for j := range p.n.cats { // said once, of the first: the others fade alike
		if p.n.cols[0].cells[j].floor() {
			if j == i {
				text += words.semicolon() + words.words().OpenEnd
			}
			break
		}
	}
	at := p.centers[i]
	for _, st := range []scene.Style{p.z.note, condensed(p.z.note), condensed(p.z.note).At(max(p.z.least, 7.6), 10)} {
		w := p.width(text, st)
		if r := box(fade.X+6, at+0.35*st.Size, w, st.Size); w+10 <= fade.W && st.Size <= thick+1 && p.free(r) {
			a.tag = p.say(text, st, fade.X+6, at+0.35*st.Size, scene.Left)
			return
		}
	}
	if p.splitOpen(a, fade, thick, at) {
		return
	}
	st := p.z.note
	x := max(p.area.X+4, min(fade.X, p.frame.Right()-p.width(text, st)))
	a.tag = p.anywhere(text, st, x, at-thick/2-1.05*st.Size)
}

// splitOpen prints what is known on the solid bar and what is not in the fade.
func (p *plot) splitOpen(a *anchor, fade scene.Rect, thick, at scene.Pt) bool {
	known, open := p.markText(0, a.cat), p.spec.lang().words().OpenEnd
	solid := fade.X - a.box.X
	color := p.rangeColor(a.cat)
	for _, st := range []scene.Style{p.z.note, condensed(p.z.note), condensed(p.z.note).At(max(p.z.least, 7.6), 10)} {
		base := at + 0.35*st.Size
		wk, wo := p.width(known, st), p.width(open, st)
		if wk+10 > solid || wo+10 > fade.W || st.Size > thick+1 {
			continue
		}
		left := fade.X - 5 - wk
		if !p.free(box(left, base, wk, st.Size)) || !p.free(box(fade.X+6, base, wo, st.Size)) {
			continue
		}
		a.tag = p.say(known, st.With(p.look.On(color)), left, base, scene.Left)
		p.say(open, st, fade.X+6, base, scene.Left)
		return true
	}
	return false
}

func checkRanges(c *check) {
	c.noLog("use dot for a log scale", "lengths cannot be read on a log scale")
}
