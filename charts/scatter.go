package charts

import (
	"math"
	"slices"

	"roadshow/scene"
)

func scatterKind() Kind {
	return Kind{Name: "scatter", Summary: "The relation of two numbers", Columns: "{name, x, y}",
		check: checkPoints, draw: drawScatter, form: pointForm, marks: "callout reference band trend", colours: ownColours, levels: true}
}

func bubbleKind() Kind {
	return Kind{Name: "bubble", Summary: "The relation of two numbers, a third as area", Columns: "{name, x, y, size}",
		check: checkPoints, draw: drawScatter, form: pointForm, marks: "callout reference band trend", colours: ownColours, levels: true, sized: true}
}

// drawScatter draws the relation of two numbers; bubbles add a third as area.
func drawScatter(p *plot) {
	p.upright = true
	xs, ys := p.n.cols[0], p.n.cols[1]
	radii := p.radii()
	st := p.z.ticks
	p.n.unit, p.n.years = ys.unit, ys.years
	var hx, hy hull
	for i := range p.n.cats {
		if x, y := xs.cells[i], ys.cells[i]; !x.missing && !y.missing {
			hx.add(x.lo, x.hi)
			hy.add(y.lo, y.hi)
		}
	}
	if !p.log() { // which has no zero
		nearZero(&hx)
		nearZero(&hy)
	}
	p.addAnnotated(&hy)
	title := 1.4 * p.z.gloss.Size
	top := p.room() + title + 1.3*st.Size
	foot := 1.45*st.Size + p.z.tickLen + title
	p.area = scene.Rect{X: p.frame.X, Y: p.frame.Y + top, W: p.frame.W, H: p.frame.H - top - foot}
	ay := p.axisOn(hy, p.area.H, true, false)
	left := p.tickRoom(ay)
	p.area.X, p.area.W = p.area.X+left, p.area.W-left
	ax := p.xAxis(hx, xs)
	// Marks stay inside the plot.
	var nx, ny []need
	for i, r := range radii {
		if x, y := xs.cells[i], ys.cells[i]; r > 0 {
			nx = append(nx, need{v: x.point(), room: r + 1}, need{v: x.point(), room: r + 1, lower: true})
			ny = append(ny, need{v: y.point(), room: r + 1}, need{v: y.point(), room: r + 3, lower: true})
		}
	}
	lower, upper := pads(ay, p.area.H, ny)
	p.useAxis(ay, p.area.Bottom()-lower, p.area.Y+upper)
	even := ay.Step > 0 && ax.Step > 0 && lower < 0.1
	lower, upper = pads(ax, p.area.W, nx)
	if even = even && lower < 0.1; !even { // a native axis counts its ticks from where it begins
		ay.Step, ax.Step = 0, 0
	}
	p.cat = scale{min: ax.Min, max: ax.Max, log: ax.Log, a: p.area.X + lower, b: p.area.Right() - upper}
	p.gridUpright(ay, p.frame.X, p.area.Right())
	if zero := p.val.at(0); ay.Min <= 0 && ay.Max >= 0 && !ay.Log && zero < p.area.Bottom()-0.5 { // no baseline stands there
		p.aside(func() { line(&p.under, p.frame.X, zero, p.area.Right(), zero, p.look.Rule, p.z.grid) })
	}
	p.unless(even, func() { p.scatterFoot(ax) })
	p.aside(func() { p.axisTitles(xs, ys, title) })
	p.centers = make([]scene.Pt, len(p.n.cats))
	for i := range p.centers {
		if !xs.cells[i].missing {
			p.centers[i] = p.cat.at(xs.cells[i].point())
		}
	}
	var fits [][2]scene.Point
	var texts []fitText
	p.aside(func() { fits, texts = p.scatterTrends(xs, ys) })
	p.scatterMarks(radii)
	p.scatterLabels(radii, fits)
	for _, f := range texts {
		p.aside(func() { p.fitLabel(f) })
	}
	p.nativePoints(even)
}

// nativePoints says how points stand.
func (p *plot) nativePoints(even bool) {
	n := p.native(scene.Points)
	if len(p.n.cols) > 2 {
		n.Form = scene.Bubbles
	}
	n.Box = p.area
	n.Values = [2]float64{p.val.back(p.area.Bottom()), p.val.back(p.area.Y)}
	n.Across = [2]float64{p.cat.back(p.area.X), p.cat.back(p.area.Right())}
	if n.Ticks = even; !even {
		n.Base.Color = scene.Color{}
	}
}

// nearZero takes zero into a domain that comes close to it.
func nearZero(h *hull) {
	if h.lo > 0 && h.lo < 0.35*h.hi || h.hi < 0 && h.hi > 0.35*h.lo {
		h.add(0)
	}
}

// xAxis decides the horizontal axis of points.
func (p *plot) xAxis(h hull, xs column) scene.Axis {
	lo, hi := h.spread()
	ax := scene.Axis{Name: "x", Min: lo, Max: hi, Format: "General"}
	ts := ticks(lo, hi, min(max(int(p.area.W/70), 3), 8), false)
	if n := len(ts); n > 0 {
		ax.Min, ax.Max = min(lo, ts[0]), max(hi, ts[n-1])
	}
	unit, years := p.n.unit, p.n.years
	p.n.unit, p.n.years = xs.unit, xs.years
	p.label(&ax, ts)
	p.n.unit, p.n.years = unit, years
	return ax
}

func (p *plot) scatterFoot(ax scene.Axis) {
	st := p.z.ticks
	y := p.area.Bottom()
	line(&p.over, p.area.X, y, p.area.Right(), y, p.look.Text, p.z.baseline)
	right := p.frame.X - 100
	for _, t := range ax.Ticks {
		x := p.cat.at(t.Value)
		line(&p.over, x, y, x, y+p.z.tickLen, p.look.Text, p.z.tick)
		w := p.width(t.Label, st)
		lx := max(min(x-w/2, p.frame.Right()-w), p.frame.X)
		if lx < right+apart {
			continue
		}
		p.say(t.Label, st, lx, y+p.z.tickLen+1.1*st.Size, scene.Left)
		right = lx + w
	}
	p.chart.Axes = append(p.chart.Axes, ax)
}

// axisTitles name what the axes count: y above its axis, x below its right end; bubbles say what area means.
func (p *plot) axisTitles(xs, ys column, h scene.Pt) {
	st := p.z.gloss
	name := func(c column) string {
		if u := p.spec.Format.UnitLabel(c.unit); u != "" && c.unit.Kind != 1 {
			return c.name + ", " + u
		}
		return c.name
	}
	fit := func(s string, room scene.Pt) scene.Style {
		if p.width(s, st) > room {
			return condensed(st).At(max(p.z.least, st.Size-1), st.Leading)
		}
		return st
	}
	yName, xName := name(ys), name(xs)
	for _, n := range []string{yName, xName} {
		if p.width(n, fit(n, 0)) > p.frame.W {
			p.l.Error(p.spec.At, "E-FIT", "shorten the column's name", "the axis name %q does not fit a plot of %.0f pt", n, float64(p.frame.W))
			return
		}
	}
	p.say(yName, fit(yName, p.frame.W*0.55), p.frame.X, p.frame.Y+0.75*st.Size, scene.Left)
	p.say(xName, fit(xName, p.frame.W), p.area.Right(), p.frame.Bottom()-0.25*st.Size, scene.Right)
	if len(p.n.cols) > 2 {
		size := with(p.spec.lang().words().Area, name(p.n.cols[2]))
		p.sizeKey(size, fit(size, p.frame.W*0.4))
	}
}

// radii are the marks' radii: 4 (3 in documents), or of bubbles whose areas are proportional. 0 where there is no mark.
func (p *plot) radii() []scene.Pt {
	out := make([]scene.Pt, len(p.n.cats))
	largest, most := 0.0, p.bubbleMost()
	bubbles := len(p.n.cols) > 2
	if bubbles {
		largest = p.largestBubble()
	}
	for i := range out {
		if p.n.cols[0].cells[i].missing || p.n.cols[1].cells[i].missing {
			continue
		}
		out[i] = p.z.dot
		if bubbles && largest > 0 {
			c := p.n.cols[2].cells[i]
			if c.missing || c.point() <= 0 {
				out[i] = 0
				continue
			}
			out[i] = max(most*scene.Pt(math.Sqrt(c.point()/largest)), 0.4)
		}
	}
	return out
}

// scatterMarks draws the points, the largest first, the highlight last.
func (p *plot) scatterMarks(radii []scene.Pt) {
	order := make([]int, 0, len(radii))
	h := p.n.cat(p.spec.Highlight)
	for i, r := range radii {
		if r > 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case a == h:
			return 1
		case b == h:
			return -1
		case radii[a] > radii[b]:
			return -1
		case radii[a] < radii[b]:
			return 1
		}
		return 0
	})
	many := len(order) > maxSample
	var cloud []scene.Point // many points of one colour are one drawing
	for _, i := range order {
		x, y := p.n.cols[0].cells[i], p.n.cols[1].cells[i]
		cx, cy, r := p.cat.at(x.point()), p.val.at(y.point()), radii[i]
		if many && i != h {
			cloud = append(cloud, scene.Point{X: cx, Y: cy})
			continue
		}
		if many { // the highlight, which stands on the others
			p.cloud(cloud)
			cloud = nil
		}
		color := p.rowColor(i, p.look.Tint(p.look.Muted, 0.55), p.look.Accent)
		if len(p.n.cols) > 2 {
			if h < 0 {
				color = p.look.Tint(color, 0.7)
			}
			fill(&p.marks, scene.CirclePath(cx, cy, r+0.6), p.look.Background)
		}
		p.pointBounds(x, y, cx, cy, r, color)
		p.markOf(0, i).Color = color
		if x.exact() && y.exact() && !x.about() && !y.about() {
			fill(&p.marks, scene.CirclePath(cx, cy, r), color)
			p.markOf(0, i).Radius = r
		} else {
			p.aside(func() {
				fill(&p.marks, scene.CirclePath(cx, cy, r), p.look.Background)
				stroke(&p.marks, scene.CirclePath(cx, cy, max(r-0.6, 0.5)), color, 1.2)
			})
		}
		p.anchors = append(p.anchors, anchor{series: 0, cat: i, tip: scene.Point{X: cx, Y: cy - r}, box: scene.Rect{X: cx - r, Y: cy - r, W: 2 * r, H: 2 * r}})
		p.solid = append(p.solid, scene.Rect{X: cx - r, Y: cy - r, W: 2 * r, H: 2 * r})
	}
	p.cloud(cloud)
}

// cloud draws thousands of points as few shapes of one colour.
func (p *plot) cloud(at []scene.Point) {
	solid, dots := thin(at)
	color := p.look.Tint(p.look.Accent, 0.7)
	if len(solid.Ops) > 0 {
		fill(&p.marks, solid, color)
	}
	var path scene.Path
	for _, d := range dots { // a line of no length with round ends is a dot, in a fifth of a circle's bytes
		path.Move(d.X, d.Y)
		path.Line(d.X, d.Y)
	}
	if len(dots) > 0 {
		p.marks = append(p.marks, &scene.Shape{Path: path, Stroke: scene.Stroke{Color: color, Width: 2 * cloudDot, Round: true}})
	}
}

// pointBounds draws what is not known of a point: ranges as lines, open sides as fades.
func (p *plot) pointBounds(x, y cell, cx, cy, r scene.Pt, color scene.Color) {
	p.aside(func() {
		if y.span() {
			line(&p.marks, cx, p.val.at(y.lo), cx, p.val.at(y.hi), color, 1)
		}
		if x.span() {
			line(&p.marks, p.cat.at(x.lo), cy, p.cat.at(x.hi), cy, color, 1)
		}
	})
	if y.floor() || y.ceil() {
		p.fade(scene.Rect{X: cx - r/2, W: r}, cy, min(p.z.fade, max(cy-p.area.Y, r)), color, y.ceil())
	}
	if x.floor() || x.ceil() {
		p.upright = false
		p.fade(scene.Rect{Y: cy - r/2, H: r}, cx, min(p.z.fade, max(p.area.Right()-cx, r)), color, x.ceil())
		p.upright = true
	}
}

// scatterLabels names the points: all of a few, else the highlight and the extremes.
func (p *plot) scatterLabels(radii []scene.Pt, lines [][2]scene.Point) {
	st := p.z.note
	known := 0
	for _, r := range radii {
		if r > 0 {
			known++
		}
	}
	if known > maxSample {
		return
	}
	want := func(int) bool { return true }
	if known > 40 {
		keep := map[int]bool{p.n.cat(p.spec.Highlight): p.spec.Highlight != ""}
		for k := range min(len(p.n.cols), 2) {
			lo, hi := -1, -1
			for i, c := range p.n.cols[k].cells {
				if radii[i] == 0 {
					continue
				}
				if lo < 0 || c.point() < p.n.cols[k].cells[lo].point() {
					lo = i
				}
				if hi < 0 || c.point() > p.n.cols[k].cells[hi].point() {
					hi = i
				}
			}
			keep[lo], keep[hi] = true, true
		}
		want = func(i int) bool { return keep[i] }
	}
	var labels []pointLabel
	for i, a := range p.anchors {
		if !want(a.cat) || p.n.cats[a.cat].name == "" {
			continue
		}
		r := radii[a.cat]
		style := st
		pr := float64(r)
		if p.n.cat(p.spec.Highlight) == a.cat {
			style, pr = p.z.noteStrong.With(p.readable(p.look.Accent)), 1e9
		}
		labels = append(labels, pointLabel{at: scene.Point{X: a.box.X + a.box.W/2, Y: a.box.Y + a.box.H/2}, radius: r, w: p.width(p.n.cats[a.cat].name, style),
			size: style.Size, priority: pr, text: p.n.cats[a.cat].name, style: style, anchor: i})
	}
	room := scene.Rect{X: p.area.X, Y: p.area.Y - 2, W: p.frame.Right() - p.area.X, H: p.area.H}
	if dropped := p.labelPoints(labels, room, lines); dropped > 0 {
		p.unlabelled += dropped
	}
}

func checkPoints(c *check) {
	want := 2
	if c.Is.sized {
		want = 3
	}
	if len(c.n.cols) < want {
		c.wrongShape(c.l, len(c.n.cols))
		return
	}
	if !c.Is.sized && c.Size == "" {
		c.n.cols = c.n.cols[:2]
	}
	if len(c.n.cols) > 2 {
		for _, v := range c.n.cols[2].cells {
			if !v.missing && v.point() < 0 {
				c.l.Error(*v.at, "E-CHART", "use scatter", "an area cannot be negative: %s", v.text)
				return
			}
		}
	}
	c.logScale()
}
