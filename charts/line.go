package charts

import (
	"math"
	"slices"

	"roadshow/internal/diag"
	"roadshow/scene"
)

func lineKind() Kind {
	return Kind{Name: "line", Summary: "Change over time", Columns: "{date, value, value …}",
		check: (*check).logScale, draw: drawLine, marks: "callout difference cagr reference band event forecast trend", axis: anywhere,
		lines: true, slopes: true, timed: true, along: true, levels: true}
}

// drawLine draws change over time: lines named at their ends, gaps where values are missing.
func drawLine(p *plot) { p.lines(false) }

// lines draws lines, or the areas under them: without an axis where every value finds its place at its point, else with it.
func (p *plot) lines(filled bool) {
	try, chart, own := *p, *p.chart, diag.List{}
	try.chart, try.l = &chart, &own
	if !try.linesOn(filled, false) {
		p.linesOn(filled, true)
		return
	}
	p.l.Merge(&own)
	*p.chart = chart
	try.chart, try.l = p.chart, p.l
	*p = try
}

// linesOn draws with or without an axis. Without one it says whether every value is printed; where that cannot be, nothing
// needs to be drawn.
func (p *plot) linesOn(filled, ticked bool) bool {
	p.upright = true
	n := len(p.n.cats)
	h := p.lineHull(filled)
	p.addAnnotated(&h)
	p.trendHull(&h)
	key := scene.Pt(0)
	ends, ok := p.endLabels(true)
	if !ok && len(p.n.cols) > 1 { // names too long for the side: they stand in a key, the values at the ends
		names, colors := make([]string, len(p.n.cols)), make([]scene.Color, len(p.n.cols))
		for k, c := range p.n.cols {
			names[k], colors[k] = c.name, p.lineColor(k)
		}
		key = p.keyRow(names, colors) + 4
		ends, _ = p.endLabels(false)
	}
	var right scene.Pt
	for _, e := range ends {
		right = max(right, e.w)
	}
	if right > 0.4*p.frame.W { // values as wide as the plot: the axis must do
		ends, right = nil, 0
	}
	macdOf, oscillating := p.hasMACD()
	if oscillating && right > 0 { // the strip's lines are named at their ends, too
		right = max(right, p.width("MACD", p.z.ticks), p.width(p.spec.lang().words().Signal, p.z.ticks))
	}
	if right > 0 {
		right += p.z.dot + 6
	}
	top := key + p.room() + 0.5*p.z.note.Size
	var strip scene.Pt
	if oscillating {
		strip = 0.34 * p.frame.H
	}
	side := p.tickRoom(p.axisOn(h, p.frame.H-top-strip, ticked, filled))
	foot, footRoom := p.footNames(n, side, right)
	length := p.frame.H - top - footRoom - strip
	ax := p.axisOn(h, length, true, filled)
	if !ticked {
		if !p.saysAll(ax) || ends == nil {
			return false
		}
		ax = p.axisOn(h, length, false, filled)
	}
	left := p.tickRoom(ax)
	if p.frame.W-left-right < 0.3*p.frame.W && len(p.n.cols) == 1 { // the axis says how large a number of many digits is
		ends, right = nil, 0
	}
	p.area = scene.Rect{X: p.frame.X + left, Y: p.frame.Y + top, W: p.frame.W - left - right, H: length}
	if left > 0 {
		p.area.Y += p.z.ticks.Size
		p.area.H -= p.z.ticks.Size
	} else if len(ax.Ticks) == 0 { // the highest value stands above its point
		p.area.Y += 1.4 * p.z.noteStrong.Size
		p.area.H -= 1.4 * p.z.noteStrong.Size
	}
	if p.area.W < 30 || p.area.H < 20 {
		p.l.Error(p.spec.At, "E-FIT", "give the chart more room, or shorten its names", "a plot of %.0f × %.0f pt is too small for these names and values", float64(p.frame.W), float64(p.frame.H))
		return false
	}
	low := scene.Pt(0)
	if len(ax.Ticks) == 0 && ax.Min < 0 { // and the lowest below its own
		low = 1.4 * p.z.noteStrong.Size
	}
	p.useAxis(ax, p.area.Bottom()-low, p.area.Y)
	p.placeX(n)
	p.gridUpright(ax, p.frame.X, p.area.Right())
	if ax.Min <= 0 && ax.Max >= 0 && !ax.Log {
		zero := p.val.at(0)
		line(&p.under, p.frame.X, zero, p.area.Right(), zero, p.look.Text, p.z.baseline)
	} else {
		y := p.area.Bottom()
		line(&p.under, p.area.X, y, p.area.Right(), y, p.look.Rule, p.z.grid)
	}
	p.naming(p.feetOfAll(foot), func() { p.footLabels(foot) })
	foot0 := p.area.Bottom()
	if ax.Min <= 0 && ax.Max >= 0 && !ax.Log {
		foot0 = p.val.at(0)
	}
	p.solid = append(p.solid, scene.Rect{X: p.area.X, Y: foot0 - 1, W: p.area.W, H: 2}) // words keep off the baseline
	order := p.drawOrder()
	if filled {
		p.areas(order)
	} else {
		for _, k := range order {
			p.dataLine(k)
		}
	}
	if oscillating {
		p.aside(func() {
			p.oscillator(macdOf, scene.Rect{X: p.area.X, Y: p.frame.Bottom() - strip + 6, W: p.area.W, H: strip - 8})
		})
	}
	marks := len(p.solid)
	p.trendLines()
	p.placeEnds(ends, filled)
	said := len(p.n.cols) == 1 && p.singleLabels(marks)
	p.nativeLines(filled)
	return said
}

// placed says that a native chart needs the places of the categories: they are numbers, or dates at uneven distances.
func (p *plot) placed() bool {
	return p.n.timed && len(p.n.cats) > 1 && p.cat.max > p.cat.min && (!p.n.dated || p.n.uneven() >= 0)
}

// feetOfAll are the names below a line where all are printed, each at its place.
func (p *plot) feetOfAll(names []catLabel) (out []string) {
	switch {
	case p.placed() || len(p.n.cats) > 40:
		return nil
	case p.footPlaces(names, p.centers) != nil:
		return p.catNames(p.pitch)
	}
	feet := p.footTicks()
	if !p.feetFit(feet) {
		return nil
	}
	for _, f := range feet {
		out = append(out, f.label)
	}
	return out
}

// nativeLines says how lines or areas stand. Areas that are paler from some date on have no native form.
func (p *plot) nativeLines(filled bool) {
	n := p.native(scene.Lines)
	if filled {
		n.Form, n.Stack = scene.Areas, scene.OnTop
		for k := range p.n.cols {
			n.Tones = append(n.Tones, p.areaTone(k))
			for i, ahead := 0, p.expected(k); i < len(p.n.cats); i++ {
				if ahead(i) && !p.n.cols[k].cells[i].missing {
					p.chart.Plot = nil
					return
				}
			}
		}
	}
	from, to := p.cat.a, p.cat.b
	if n.Between = len(p.n.cats) == 1; n.Between {
		from, to = p.area.X, p.area.Right()
	}
	p.box(n, from, to)
	if n.Dated = p.n.dated; p.placed() {
		for _, c := range p.n.cats {
			n.At = append(n.At, c.x)
		}
		n.Across = [2]float64{p.cat.min, p.cat.max}
		if !n.Dated && !filled {
			n.Form = scene.Joined
		}
	}
	if p.val.min > 0 || p.val.max < 0 || p.val.log {
		n.Base = scene.Stroke{Color: p.look.Rule, Width: p.z.grid}
	}
	n.Parts = p.drawOrder()
	if filled {
		n.Parts = nil // upon each other, the first series lowest
	}
	for k, c := range p.n.cols {
		for i, ahead := 0, p.expected(k); i < len(c.cells) && !p.n.sample; i++ {
			if ahead(i) {
				p.markOf(k, i).Ahead = true
			}
		}
	}
}

// saysAll says that every value of a line alone may be printed at its point, so that no axis is needed. An axis
// that leaves zero out must be seen, and so must one that other charts or annotations are read against.
func (p *plot) saysAll(ax scene.Axis) bool {
	if len(p.n.cols) != 1 || p.spec.Labels == "axis" || p.spec.Share != nil || ax.Log || ax.Min > 0 || ax.Max < 0 || p.spec.Band != nil {
		return false
	}
	for _, a := range p.spec.Annotations {
		if a.Kind == "reference" || a.Kind == "band" || a.Kind == "trend" {
			return false
		}
	}
	known := 0
	for _, c := range p.n.cols[0].cells {
		if !c.missing {
			known++
		}
	}
	return known <= 8 && p.frame.W*0.8/scene.Pt(max(len(p.n.cats)-1, 1)) >= 3.4*p.z.noteStrong.Size
}

// lineHull is the domain of lines: zero is part of it for areas, and where it costs little.
func (p *plot) lineHull(filled bool) hull {
	h := p.n.hull()
	if filled {
		h.add(0)
		for i := range p.n.cats {
			var sum float64
			for _, c := range p.n.cols {
				if v := c.cells[i]; !v.missing {
					sum += v.point()
				}
			}
			h.add(sum)
		}
		return h
	}
	if !h.ok || p.log() {
		return h
	}
	if h.lo > 0 && h.lo < 0.5*h.hi {
		h.add(0)
	} else if h.hi < 0 && h.hi > 0.5*h.lo {
		h.add(0)
	} else if h.lo > 0 { // free space under a line that does not start at zero
		h.add(max(0, h.lo-0.2*(h.hi-h.lo)))
	}
	return h
}

// placeX gives every category its place: true to time or number, else evenly.
func (p *plot) placeX(n int) {
	inset := p.z.dot
	a, b := p.area.X+inset, p.area.Right()-inset
	p.centers = make([]scene.Pt, n)
	p.pitch = (b - a) / scene.Pt(max(n-1, 1))
	if p.n.timed && n > 1 {
		p.cat = scale{min: p.n.cats[0].x, max: p.n.cats[n-1].x, a: a, b: b}
		for i, c := range p.n.cats {
			p.centers[i] = p.cat.at(c.x)
		}
		if p.cat.max > p.cat.min {
			return
		}
	}
	p.cat = scale{min: 0, max: float64(max(n-1, 1)), a: a, b: b}
	for i := range p.centers {
		p.centers[i] = p.cat.at(float64(i))
		if n == 1 {
			p.centers[i] = (a + b) / 2
		}
	}
}

// drawOrder puts context below the message.
func (p *plot) drawOrder() []int {
	var order []int
	for k := range p.n.cols {
		order = append(order, k)
	}
	slices.Reverse(order)
	if h := p.message(); h >= 0 {
		i := slices.Index(order, h)
		order = append(slices.Delete(order, i, i+1), h)
	}
	return order
}

// message is the series that carries the chart, -1 when all matter alike: the highlight, or the largest end of too many.
func (p *plot) message() int {
	if h := p.n.col(p.spec.Highlight); h >= 0 && p.spec.Highlight != "" {
		return h
	}
	if len(p.n.cols) == 1 {
		return 0
	}
	if len(p.n.cols) <= 5 {
		return -1
	}
	best, most := 0, math.Inf(-1)
	for k, c := range p.n.cols {
		for i := len(c.cells) - 1; i >= 0; i-- {
			if v := c.cells[i]; !v.missing {
				if v.point() > most {
					best, most = k, v.point()
				}
				break
			}
		}
	}
	return best
}

// aheadDash is how lines to what is expected are dashed.
func aheadDash() []scene.Pt { return []scene.Pt{4, 3} }

// expected says which cells of a series are forecasts or plans, as scenario does, for lines of a hundred thousand points.
func (p *plot) expected(k int) func(i int) bool {
	from := p.forecastFrom()
	if s := p.seriesScenario(k); s != "" && s != "actual" || len(p.spec.Scenario) == 0 && !p.n.dated { // its pen says so
		return func(i int) bool { return from >= 0 && i >= from }
	}
	return func(i int) bool {
		if from >= 0 && i >= from {
			return true
		}
		s := p.spec.Scenario[p.n.cats[i].name]
		return s == "forecast" || s == "plan" || s == "" && p.n.dated && p.n.cats[i].date.Estimate()
	}
}

// pen is how a series' line is drawn.
func (p *plot) pen(k int) (scene.Color, scene.Pt, []scene.Pt) {
	m := p.message()
	var dash []scene.Pt
	if k >= 4 && m < 0 || p.spec.Grey && k%2 == 1 {
		dash = []scene.Pt{5, 2.5}
	}
	switch p.seriesScenario(k) {
	case "forecast", "plan":
		dash = aheadDash()
	}
	switch {
	case m == k:
		return p.lineColor(k), p.z.message, dash
	case m >= 0 && !p.history(k):
		return p.lineColor(k), p.z.context, dash
	}
	return p.lineColor(k), (p.z.message + p.z.context) / 2, dash
}

// history says that a series is what happened, beside others that may: the record is no weaker than the cases.
func (p *plot) history(k int) bool {
	if p.seriesScenario(k) != "actual" {
		return false
	}
	for _, c := range p.n.cols {
		if s := p.spec.Scenario[c.name]; s == "forecast" || s == "plan" {
			return true
		}
	}
	return false
}

func (p *plot) lineColor(k int) scene.Color {
	if e := p.spec.Entities[p.n.cols[k].name]; e >= 1 && e <= 8 {
		return p.look.Series[e-1]
	}
	switch m := p.message(); {
	case m == k && !p.spec.Context:
		return p.look.Accent
	case m >= 0 && p.history(k):
		return p.look.Muted
	case m >= 0: // thin lines need more contrast than fills
		return p.look.Tint(p.look.Muted, 0.55)
	}
	return p.seriesColor(k)
}

// dataLine draws one series: runs of known values, broken at gaps, dashed on the way to each forecast.
func (p *plot) dataLine(k int) {
	color, w, dash := p.pen(k)
	cells := p.n.cols[k].cells
	expected := p.expected(k)
	var run []scene.Point
	ahead := false // the run leads to forecasts
	flush := func() {
		switch {
		case len(run) > 1:
			drawn := dash
			if ahead {
				drawn = aheadDash()
			}
			p.marks = append(p.marks, &scene.Shape{Path: scene.LinePath(simplify(run)...), Stroke: scene.Stroke{Color: color, Width: w, Dash: drawn, Round: true}})
		case len(run) == 1 && len(cells) > 1:
			fill(&p.marks, scene.CirclePath(run[0].X, run[0].Y, max(w, 1.5)), color)
		}
	}
	for i, c := range cells {
		if c.missing {
			flush()
			run = run[:0]
			continue
		}
		if e := expected(i); e != ahead {
			if len(run) > 1 {
				flush()
				run = append(run[:0], run[len(run)-1])
			}
			ahead = e
		}
		run = append(run, scene.Point{X: p.centers[i], Y: p.val.at(c.point())})
	}
	flush()
	p.points(k, color, w)
	if len(cells) <= 400 {
		p.avoidLine(k, w)
	}
}

// points draws markers, bounds and ranges, and leaves the anchors.
func (p *plot) points(k int, color scene.Color, w scene.Pt) {
	cells := p.n.cols[k].cells
	known := 0
	for _, c := range cells {
		if !c.missing {
			known++
		}
	}
	last := lastKnown(cells)
	all := known < 8 && p.message() != -1 && p.message() == k || known == 1
	if len(cells) > maxSample {
		if last >= 0 {
			p.endDot(p.centers[last], p.val.at(cells[last].point()), color)
			p.anchors = append(p.anchors, anchor{series: k, cat: last, tip: scene.Point{X: p.centers[last], Y: p.val.at(cells[last].point())}})
		}
		return
	}
	for i, c := range cells {
		if c.missing {
			continue
		}
		x, y := p.centers[i], p.val.at(c.point())
		r := p.z.dot
		switch {
		case c.span():
			span := scene.Rect{X: x - r, Y: p.val.at(c.hi), W: 2 * r, H: p.val.at(c.lo) - p.val.at(c.hi)}
			p.aside(func() { fillRect(&p.marks, span, p.look.Tint(color, 0.38)) })
			p.solid = append(p.solid, span)
			p.aside(func() { p.endDot(x, y, color) })
		case c.floor() || c.ceil():
			p.fade(scene.Rect{X: x - r, W: 2 * r}, y, p.z.fade, color, c.ceil())
			p.ring(x, y, r, color)
		case c.about():
			p.ring(x, y, r, color, 1.4, 1.2)
		case i == last || all:
			p.endDot(x, y, color)
			p.markOf(k, i).Radius = p.z.dot
		}
		p.anchors = append(p.anchors, anchor{series: k, cat: i, tip: scene.Point{X: x, Y: y}, box: scene.Rect{X: x - 1, Y: y - 1, W: 2, H: 2}})
		if i == last || all || !c.exact() {
			p.solid = append(p.solid, scene.Rect{X: x - r, Y: y - r, W: 2 * r, H: 2 * r})
		}
	}
}

// ring is an open dot, of a value that is not known exactly.
func (p *plot) ring(x, y, r scene.Pt, color scene.Color, dash ...scene.Pt) {
	p.aside(func() {
		fill(&p.marks, scene.CirclePath(x, y, r), p.look.Background)
		stroke(&p.marks, scene.CirclePath(x, y, r-0.6), color, 1.2, dash...)
	})
}

// endDot is a dot with a ring of background.
func (p *plot) endDot(x, y scene.Pt, color scene.Color) {
	fill(&p.marks, scene.CirclePath(x, y, p.z.dot+1.5), p.look.Background)
	fill(&p.marks, scene.CirclePath(x, y, p.z.dot), color)
}

// avoidLine makes words keep off a line.
func (p *plot) avoidLine(k int, w scene.Pt) {
	cells := p.n.cols[k].cells
	for i := 1; i < len(cells); i++ {
		if cells[i].missing || cells[i-1].missing {
			continue
		}
		x0, y0, x1, y1 := p.centers[i-1], p.val.at(cells[i-1].point()), p.centers[i], p.val.at(cells[i].point())
		steps := int(max(x1-x0, y1-y0, y0-y1)/6) + 1
		for s := range steps {
			t, u := scene.Pt(s)/scene.Pt(steps), scene.Pt(s+1)/scene.Pt(steps)
			ax, ay, bx, by := x0+(x1-x0)*t, y0+(y1-y0)*t, x0+(x1-x0)*u, y0+(y1-y0)*u
			p.solid = append(p.solid, scene.Rect{X: ax, Y: min(ay, by) - w/2, W: max(bx-ax, 0.1), H: max(ay-by, by-ay) + w})
		}
	}
}

func lastKnown(cells []cell) int {
	for i := len(cells) - 1; i >= 0; i-- {
		if !cells[i].missing {
			return i
		}
	}
	return -1
}
