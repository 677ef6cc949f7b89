package charts

import "roadshow/scene"

func dotKind() Kind {
	return Kind{Name: "dot", Summary: "Rankings, also where zero is far", Columns: "{name, value}",
		check: checkDots, draw: drawDot, marks: "callout difference reference band", axis: anywhere, rows: thinRows,
		ranks: true, levels: true, floats: true, crowded: true}
}

func dumbbellKind() Kind {
	return Kind{Name: "dumbbell", Summary: "Before and after, row by row", Columns: "{name, from, to}",
		check: checkDots, draw: drawDumbbell, form: pairForm, marks: "callout reference band", axis: anywhere, colours: ownColours, rows: thinRows,
		floats: true, crowded: true}
}

// drawDot draws a ranking as dots on stems; several columns stand as dots of their own colours in one row.
func drawDot(p *plot) {
	p.upright = false
	b := &barChart{plot: p}
	b.rankDots()
	single := len(p.n.cols) == 1
	var head scene.Pt
	if !single {
		names, colors := make([]string, len(p.n.cols)), make([]scene.Color, len(p.n.cols))
		for k := range p.n.cols {
			names[k], colors[k] = p.columnName(k), p.seriesColor(k)
		}
		head = p.keyRow(names, colors) + 4
	}
	h := p.n.hull()
	p.addAnnotated(&h)
	shared := p.spec.Share
	if shared != nil { // charts beside each other agree on where they begin
		h.add(shared.Min, shared.Max)
	}
	for k := range p.n.cols {
		for _, c := range p.n.cols[k].cells {
			if c.ceil() && !p.log() {
				h.add(0)
			}
		}
	}
	zero := !p.log() && (h.lo <= 0 || h.lo < 0.6*h.hi)
	if zero {
		h.add(0)
	}
	p.dotRows(b, h, head+p.room(), !single || !zero || p.spec.Labels == "axis", func(needs *[]need) {
		if shared != nil { // the same room in every chart, so that places compare
			room := p.z.dot + 3 + p.z.fade
			if single && p.spec.Labels != "axis" {
				room += p.width(shared.Label, b.style) + 0.6*b.style.Size
			}
			*needs = append(*needs, need{v: shared.Max, room: room}, need{v: shared.Min, room: p.z.dot + 2, lower: true})
			return
		}
		for k := range p.n.cols {
			for i, c := range p.n.cols[k].cells {
				if c.missing {
					if single { // it says so right of zero
						*needs = append(*needs, need{v: 0, room: p.width(c.text, b.style) + 1.2*b.style.Size})
					}
					continue
				}
				n, low := need{v: finiteMax(c), room: p.z.dot + 3}, need{v: c.lo, room: p.z.dot + 2, lower: true}
				if c.floor() {
					n.room += p.z.fade
				}
				if single && p.spec.Labels != "axis" {
					beside := &n
					if p.below(c, zero) {
						beside = &low
					}
					beside.room += p.width(p.markText(k, i), b.style) + 0.6*b.style.Size
				}
				*needs = append(*needs, n, low)
			}
		}
	})
	for row, i := range b.order {
		at := p.centers[row]
		if !single || !zero {
			line(&p.under, p.area.X, at, p.area.Right(), at, p.look.Rule, p.z.grid)
		}
		for k := range p.n.cols {
			color := p.seriesColor(k)
			if single {
				color = p.categoryColor(i)
			}
			p.dot(b, k, i, at, color, single && zero, single)
		}
	}
	if x := p.val.at(p.val.zero()); zero {
		line(&p.over, x, p.area.Y, x, p.area.Bottom(), p.look.Text, p.z.baseline)
	}
}

// below says that a dot's stem comes from the right, where zero is: its label stands on the other side.
func (p *plot) below(c cell, zero bool) bool { return zero && c.exact() && c.point() < 0 }

// rankDots orders rows as bars are ordered.
func (b *barChart) rankDots() {
	b.mode = onTop // all rows stay: no row of the rest
	b.rank()
}

// dotRows lays out rows of dots: names, scale, and ticks where the axis must say where it starts.
func (p *plot) dotRows(b *barChart, h hull, top scene.Pt, ticked bool, room func(*[]need)) {
	rows := len(b.order)
	foot := scene.Pt(0)
	if ticked {
		foot = p.lyingTickRoom(false)
	}
	p.pitch = min((p.frame.H-top-foot)/scene.Pt(max(rows, 1)), p.rowPitch(rows, 1)*0.85)
	names := p.fitRows(b.rowNames(), p.pitch, 0, scene.Right)
	b.thick = min(2*p.z.dot, max(p.pitch-names.over-1, 1))
	b.style = p.z.dataStyle(max(rows, 9))
	if b.style.Size > p.pitch {
		b.style = p.z.data[3]
	}
	p.area = scene.Rect{X: p.frame.X + names.w, Y: p.frame.Y + top, W: p.frame.W - names.w, H: p.pitch * scene.Pt(rows)}
	ax := p.axisOn(h, p.area.W, ticked || p.spec.Share != nil, false)
	needs := []need{{v: ax.Max, room: p.z.dot + 2}, {v: ax.Min, room: 1, lower: true}}
	if ax.Min < 0 || ax.Min > 0 {
		needs[1].room = p.z.dot + 2
	}
	room(&needs)
	lower, upper := pads(ax, p.area.W, needs)
	p.useAxis(ax, p.area.X+lower, p.area.Right()-upper)
	if ticked {
		p.gridLying(ax, p.area.Y, p.area.Bottom(), false)
	}
	p.centers = make([]scene.Pt, rows)
	for row := range p.centers {
		p.centers[row] = p.area.Y + (scene.Pt(row)+0.5)*p.pitch + names.over/2
	}
	p.named = false // dots stand at numbers, not at categories
	p.aside(func() { p.drawRows(names, b.thick) })
}

// dot draws one value: a disc, a ring for a bound with its open side fading, a bar for a range.
func (p *plot) dot(b *barChart, k, i int, at scene.Pt, color scene.Color, stem, labelled bool) {
	c := p.n.cols[k].cells[i]
	r := min(p.z.dot+1, p.pitch/2-0.5)
	zero := p.val.at(p.val.zero())
	st := b.style
	if c.missing {
		if labelled {
			p.tag(c.text, st.With(p.look.Muted), zero+0.6*st.Size, at+0.35*st.Size, scene.Left)
		}
		return
	}
	x := p.val.at(c.point())
	scenario := p.scenario(k, i)
	if stem {
		var dash []scene.Pt
		if p.ahead(k, i) {
			dash = aheadDash()
		}
		line(&p.marks, zero, at, x, at, p.look.Neutral, 1.2, dash...)
	}
	if scenario == "previous" {
		color = lettered(p.look, p.look.Tint(color, 0.7))
	}
	whole := scene.Rect{X: x - r, Y: at - r, W: 2 * r, H: 2 * r}
	m, plain := p.markOf(k, i), c.exact() && !c.about()
	if m.Color = color; plain {
		m.Radius = r
		switch { // with a rim, which not every office program draws
		case scenario == "plan":
			m.Color, m.Hatch = p.look.Tint(color, 0.15), color
		case p.ahead(k, i):
			m.Color, m.Hatch = p.look.Tint(color, 0.38), color
		}
	}
	from := len(p.marks)
	switch {
	case c.span():
		lo, hi := p.val.at(c.lo), p.val.at(c.hi)
		fill(&p.marks, scene.RoundRectPath(scene.Rect{X: lo - r, Y: at - r, W: hi - lo + 2*r, H: 2 * r}, r), p.look.Tint(color, 0.5))
		whole = scene.Rect{X: lo - r, Y: at - r, W: hi - lo + 2*r, H: 2 * r}
	case c.floor() || c.ceil():
		whole = whole.Union(p.fade(scene.Rect{Y: at - r, H: 2 * r}, x, min(p.z.fade, max(x-p.area.X, p.area.Right()-x)), color, c.ceil()))
		fill(&p.marks, scene.CirclePath(x, at, r), p.look.Background)
		stroke(&p.marks, scene.CirclePath(x, at, r-0.7), color, 1.4)
	case c.about():
		fill(&p.marks, scene.CirclePath(x, at, r), p.look.Background)
		stroke(&p.marks, scene.CirclePath(x, at, r-0.7), color, 1.4, 1.6, 1.3)
	case p.ahead(k, i):
		p.aheadDot(x, at, r, color, scenario)
	default:
		fill(&p.marks, scene.CirclePath(x, at, r), color)
	}
	if !plain {
		p.asides = append(p.asides, stretch{markLayer, from, len(p.marks)})
	}
	a := anchor{series: k, cat: i, tip: scene.Point{X: x, Y: at}, box: whole}
	p.solid = append(p.solid, whole)
	text := p.markText(k, i)
	after := box(whole.Right()+0.5*st.Size, at+0.35*st.Size, p.width(text, st), st.Size)
	before := box(whole.X-0.5*st.Size-after.W, at+0.35*st.Size, after.W, st.Size)
	switch {
	case !labelled || p.spec.Labels == "axis":
	case p.below(c, stem):
		a.tag = p.offGrid(p.tagClear(text, st, whole.X-0.5*st.Size, at+0.35*st.Size, scene.Right))
	case p.crossed(after) && !p.crossed(before) && before.X > zero+apart && p.clear(before): // on the stem rather than on a line
		p.halo(before, st.Size)
		a.tag = p.say(text, st, before.X, at+0.35*st.Size, scene.Left)
	default:
		a.tag = p.offGrid(p.tagClear(text, st, after.X, at+0.35*st.Size, scene.Left))
	}
	p.anchors = append(p.anchors, a)
}

// drawDumbbell draws before and after in each row.
func drawDumbbell(p *plot) {
	p.upright = false
	b := &barChart{plot: p}
	b.rankDots()
	from, to := p.look.Tint(p.look.Muted, 0.7), p.look.Accent
	headed := p.headsFit(b)
	head := 1.5 * p.z.series.Size
	if !headed {
		head = p.keyRow([]string{p.columnName(0), p.columnName(1)}, []scene.Color{from, to}) + 4
	}
	p.colors = []scene.Color{from, to}
	h := p.n.hull()
	p.addAnnotated(&h)
	p.dotRows(b, h, head+p.room(), p.spec.Labels == "axis", func(needs *[]need) {
		for i := range p.n.cats {
			for k := range 2 {
				c := p.n.cols[k].cells[i]
				if c.missing {
					continue
				}
				w := p.width(p.markText(k, i), b.style) + 0.6*b.style.Size + p.z.dot + 2
				if p.spec.Labels == "axis" {
					w = p.z.dot + 2
				}
				lo, hi := c.lo, c.hi
				if c.floor() || c.ceil() {
					lo, hi = c.point(), c.point()
					w += p.z.fade
				}
				*needs = append(*needs, need{v: hi, room: w}, need{v: lo, room: w, lower: true})
			}
		}
	})
	if headed {
		p.aside(func() { p.pairHeads(b.order[0], from, to) })
	}
	for row, i := range b.order {
		at := p.centers[row]
		a, z := p.n.cols[0].cells[i], p.n.cols[1].cells[i]
		p.aside(func() { line(&p.under, p.area.X, at, p.area.Right(), at, p.look.Rule, p.z.grid) })
		if !a.missing && !z.missing {
			color := p.look.Neutral
			if p.n.cat(p.spec.Highlight) == i {
				color = p.look.Tint(p.look.Accent, 0.38)
			}
			join := func(in *[]scene.Item, dash ...scene.Pt) {
				line(in, p.val.at(a.point()), at, p.val.at(z.point()), at, color, 0.8*p.z.dot, dash...)
			}
			if p.ahead(0, i) || p.ahead(1, i) {
				p.aside(func() { join(&p.under, aheadDash()...) }) // below the dots, which are the chart's
			} else {
				join(&p.marks)
				p.markOf(0, i).Join = color
			}
		}
		p.dot(b, 0, i, at, from, false, false)
		p.dot(b, 1, i, at, to, false, false)
		if p.spec.Labels != "axis" {
			p.pairLabels(b, i, at, a, z)
		}
	}
	n := p.native(scene.Pairs)
	n.Between, n.Order = true, b.order
	p.box(n, p.area.Y, p.area.Bottom())
}

// headsFit says that the names of both columns can stand over the dots of the first row.
func (p *plot) headsFit(b *barChart) bool {
	if len(b.order) == 0 {
		return false
	}
	for _, c := range p.n.cols[:2] {
		if c.cells[b.order[0]].missing {
			return false
		}
	}
	return p.width(p.columnName(0), p.z.series)+p.width(p.columnName(1), p.z.series) < p.frame.W*0.5
}

// pairHeads prints the columns' names over the dots of the first row, in their colours, apart from each other.
func (p *plot) pairHeads(i int, from, to scene.Color) {
	st := p.z.series
	ks, colors := [2]int{0, 1}, [2]scene.Color{from, to}
	x := func(k int) scene.Pt { return p.val.at(p.n.cols[k].cells[i].point()) }
	if x(0) > x(1) {
		ks, colors = [2]int{1, 0}, [2]scene.Color{to, from}
	}
	wl, wr := p.width(p.columnName(ks[0]), st), p.width(p.columnName(ks[1]), st)
	left, right := x(ks[0])-wl/2, x(ks[1])-wr/2
	if short := left + wl + 2*apart - right; short > 0 {
		left, right = left-short/2, right+short/2
	}
	left = max(left, p.frame.X)
	right = max(right, left+wl+2*apart)
	if over := right + wr - p.frame.Right(); over > 0 {
		right -= over
		left = min(left, right-wl-2*apart)
	}
	base := p.frame.Y + 0.72*st.Size
	p.say(p.columnName(ks[0]), st.With(p.readable(colors[0])), left, base, scene.Left)
	p.say(p.columnName(ks[1]), st.With(p.readable(colors[1])), right, base, scene.Left)
}

// pairLabels prints both values outside their dots; equal ones once.
func (p *plot) pairLabels(b *barChart, i int, at scene.Pt, a, z cell) {
	st := b.style
	base := at + 0.35*st.Size
	gap := 0.5 * st.Size
	put := func(k int, c cell, right bool) {
		if c.missing {
			return
		}
		m := p.anchor(k, i)
		style := st
		if k == 0 {
			style = st.In(scene.Sans).With(p.look.Muted)
		}
		if right {
			m.tag = p.offGrid(p.tagClear(p.markText(k, i), style, m.box.Right()+gap, base, scene.Left))
			p.labelled(k, i, m.tag, scene.RightOf)
		} else {
			m.tag = p.offGrid(p.tagClear(p.markText(k, i), style, m.box.X-gap, base, scene.Right))
			p.labelled(k, i, m.tag, scene.LeftOf)
		}
	}
	switch {
	case a.missing && z.missing:
		p.aside(func() { p.tag(a.text, st.With(p.look.Muted), p.area.X+4, base, scene.Left) })
	case a.missing || z.missing || a.point() <= z.point():
		put(0, a, false)
		put(1, z, true)
	default:
		put(1, z, false)
		put(0, a, true)
	}
}

func checkDots(c *check) {
	c.logScale()
	if len(c.n.cats) > 24 {
		c.l.Warn(c.place("kind"), "W-CHART", "use a table block", "%d rows are more than 24", len(c.n.cats))
	}
	if c.Kind == "dumbbell" && len(c.n.cols) != 2 {
		c.wrongShape(c.l, len(c.n.cols))
	}
}
