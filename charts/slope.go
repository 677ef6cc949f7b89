package charts

import "roadshow/scene"

func slopeKind() Kind {
	return Kind{Name: "slope", Summary: "Many items between two or three dates", Columns: "{name, value at a date, value at a date}",
		check: checkSlope, draw: drawSlope, marks: "callout", axis: anywhere, colours: rowColours, lines: true, levels: true}
}

// drawSlope draws how items change between two or three dates: a line each, named on both sides.
func drawSlope(p *plot) {
	p.upright = true
	dates, items := len(p.n.cols), len(p.n.cats)
	st, vst := p.z.category, p.z.noteStrong
	h := p.n.hull()
	p.addAnnotated(&h)
	// Both sides take what their labels need, but leave the lines their room.
	var leftW, rightW, valueW scene.Pt
	for i := range p.n.cats {
		valueW = max(valueW, p.width(p.n.cols[0].cells[i].text, vst))
		rightW = max(rightW, p.width(p.n.cols[dates-1].cells[i].text, vst))
	}
	left := make([]lines, items)
	most := max(min(p.frame.W*0.32, p.frame.W*0.7-valueW-rightW), 30)
	names := p.catNames(1e6)
	for i := range p.n.cats {
		left[i] = p.wrap(names[i], p.slopeStyle(i, st), most, scene.Right)
		if left[i].w > most || left[i].count() > 2 || p.wordWidth(names[i], st) > most {
			left[i] = p.wrap(names[i], condensed(p.slopeStyle(i, st)), most, scene.Right)
		}
		leftW = max(leftW, left[i].w+6+valueW)
	}
	pad := p.z.dot + 6
	x0, width := p.frame.X+leftW+pad, p.frame.W-leftW-rightW-2*pad
	if width < 24 {
		p.l.Error(p.spec.At, "E-FIT", "use dumbbell, or shorten the names", "the names and values leave no room for the slopes")
		return
	}
	at := func(k int) scene.Pt { return x0 + width*scene.Pt(k)/scene.Pt(max(dates-1, 1)) }
	heads := make([]lines, dates)
	var header scene.Pt
	for k := range p.n.cols {
		half := min(at(k)-p.frame.X, p.frame.Right()-at(k))
		if dates > 1 {
			half = min(max(half, 20), width/scene.Pt(dates-1)/2-apart/2)
		}
		for _, hs := range []scene.Style{st, condensed(st), condensed(st).At(p.z.least, p.z.least*1.2)} {
			if heads[k] = p.wrap(p.columnName(k), hs.With(p.look.Muted), 2*half, scene.Center); heads[k].w <= 2*half && heads[k].count() <= 2 {
				break
			}
		}
		if heads[k].w > 2*half+0.01 {
			p.l.Error(p.spec.At, "E-FIT", "shorten the column names", "the column name %q does not fit above its slopes", p.n.cols[k].name)
			return
		}
		header = max(header, heads[k].h())
	}
	header += 0.5 * st.Size
	top := p.room() + header
	p.area = scene.Rect{X: x0, Y: p.frame.Y + top, W: width, H: p.frame.H - top - 0.5*st.Size}
	ax := p.axisOn(h, p.area.H, false, false)
	p.useAxis(ax, p.area.Bottom()-p.z.dot, p.area.Y+p.z.dot)
	for k := range p.n.cols {
		x := at(k)
		line(&p.under, x, p.area.Y-3, x, p.area.Bottom(), p.look.Rule, p.z.baseline)
		p.place(heads[k], x, p.area.Y-0.5*st.Size-heads[k].h(), scene.Center)
	}
	for pass := range 2 { // context first
		for i := range p.n.cats {
			message := p.slopeMessage(i)
			if message != (pass == 1) {
				continue
			}
			p.slopeLine(i, at, message)
		}
	}
	p.slopeLabels(left, at, vst)
}

// slopeMessage: the highlight, or all when nothing is highlighted and there are few.
func (p *plot) slopeMessage(i int) bool {
	h := p.n.cat(p.spec.Highlight)
	return h == i || h < 0 && len(p.n.cats) <= 4
}

func (p *plot) slopeColor(i int) scene.Color {
	quiet := p.look.Tint(p.look.Muted, 0.55)
	if p.slopeMessage(i) {
		return p.rowColor(i, quiet, p.look.Series[i%8])
	}
	return p.rowColor(i, quiet, quiet)
}

func (p *plot) slopeStyle(i int, st scene.Style) scene.Style {
	if p.slopeMessage(i) {
		return st.With(p.readable(p.slopeColor(i)))
	}
	return st.With(p.look.Muted)
}

func (p *plot) slopeLine(i int, at func(int) scene.Pt, message bool) {
	color, w := p.slopeColor(i), p.z.context
	if message {
		w = p.z.message
	}
	var run []scene.Point
	for k := range p.n.cols {
		c := p.n.cols[k].cells[i]
		if c.missing {
			run = nil
			continue
		}
		pt := scene.Point{X: at(k), Y: p.val.at(c.point())}
		if len(run) > 0 {
			var dash []scene.Pt
			if p.ahead(k, i) || p.ahead(k-1, i) {
				dash = aheadDash()
			}
			p.marks = append(p.marks, &scene.Shape{Path: scene.LinePath(run[len(run)-1], pt), Stroke: scene.Stroke{Color: color, Width: w, Dash: dash, Round: true}})
		}
		run = append(run, pt)
		p.anchors = append(p.anchors, anchor{series: k, cat: i, tip: pt, box: scene.Rect{X: pt.X - 1, Y: pt.Y - 1, W: 2, H: 2}})
		switch {
		case c.exact() && !c.about() && p.ahead(k, i):
			p.aheadDot(pt.X, pt.Y, p.z.dot, color, p.scenario(k, i))
		case c.exact() && !c.about():
			fill(&p.marks, scene.CirclePath(pt.X, pt.Y, p.z.dot), color)
		default:
			fill(&p.marks, scene.CirclePath(pt.X, pt.Y, p.z.dot), p.look.Background)
			stroke(&p.marks, scene.CirclePath(pt.X, pt.Y, p.z.dot-0.6), color, 1.2)
		}
	}
}

// slopeLabels prints names and values left, values right, moved apart as little as possible.
func (p *plot) slopeLabels(left []lines, at func(int) scene.Pt, vst scene.Style) {
	last := len(p.n.cols) - 1
	side := func(k int) ([]int, []scene.Pt, []scene.Pt) {
		var items []int
		var wanted, extent []scene.Pt
		for i := range p.n.cats {
			c := p.n.cols[k].cells[i]
			if c.missing && k != 0 {
				continue
			}
			y := p.area.Bottom()
			if !c.missing {
				y = p.val.at(c.point())
			}
			items = append(items, i)
			wanted = append(wanted, y)
			e := 1.15 * vst.Size
			if k == 0 {
				e = max(e, left[i].h()+0.25*left[i].style.Size)
			}
			extent = append(extent, e)
		}
		y, ok := spreadOut(wanted, extent, p.area.Y-p.z.dot, p.frame.Bottom())
		if !ok {
			p.l.Error(p.spec.At, "E-FIT", "use dumbbell, or set height: l", "%d slopes have no room for their names", len(items))
			items = nil
		}
		return items, wanted, y
	}
	items, wanted, ys := side(0)
	for j, i := range items {
		c := p.n.cols[0].cells[i]
		x := at(0) - p.z.dot - 5
		style := vst.With(left[i].style.Color)
		w := p.width(c.text, style)
		p.tag(c.text, style, x, ys[j]+0.35*style.Size, scene.Right)
		p.place(left[i], x-w-6, ys[j]-left[i].h()/2, scene.Right)
		if d := ys[j] - wanted[j]; (d > 5 || d < -5) && !c.missing {
			line(&p.over, x+1, ys[j], at(0)-p.z.dot-1, wanted[j], p.look.Text, p.z.leader)
		}
	}
	if last == 0 {
		return
	}
	items, wanted, ys = side(last)
	for j, i := range items {
		x := at(last) + p.z.dot + 5
		style := vst.With(left[i].style.Color)
		p.tag(p.n.cols[last].cells[i].text, style, x, ys[j]+0.35*style.Size, scene.Left)
		if d := ys[j] - wanted[j]; d > 5 || d < -5 {
			line(&p.over, at(last)+p.z.dot+1, wanted[j], x-1, ys[j], p.look.Text, p.z.leader)
		}
	}
}

func checkSlope(c *check) {
	if n := len(c.n.cols); n < 2 || n > 3 {
		c.wrongShape(c.l, n)
		return
	}
	if len(c.n.cats) > 12 {
		c.l.Warn(c.place("kind"), "W-CHART", "use dumbbell", "%d slopes are more than 12", len(c.n.cats))
	}
	c.logScale()
}
