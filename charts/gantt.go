package charts

import (
	"strconv"
	"strings"

	"roadshow/briefing/evidence/value"
	"roadshow/scene"
)

func ganttKind() Kind {
	return Kind{Name: "gantt", Summary: "Steps along a calendar", Columns: "{name, start, end, status}", Wide: true,
		check: checkGantt, draw: drawGantt, form: stepForm, marks: "callout event", colours: ownColours, floats: true,
		rows: func(r rowRoom) scene.Pt { return r.rows*(r.z.category.Leading+r.row) + r.foot + 4 }}
}

// milestone is half the width of the mark of a single date.
func (z *sizes) milestone() scene.Pt {
	if z.doc {
		return 5
	}
	return 1.75 * z.dot
}

// drawGantt draws steps along a calendar: names left, bars 12 high, the period beside each bar.
func drawGantt(p *plot) {
	p.upright = false
	rows := len(p.n.cats)
	var h hull
	for i, s := range p.n.steps {
		if !p.n.cols[0].cells[i].missing {
			h.add(s.from, s.to)
		}
	}
	lo, hi := h.spread()
	if hi-lo < 2 {
		lo, hi = lo-15, hi+15
	}
	span := hi - lo
	for _, s := range p.n.steps {
		if s.openTo {
			hi = max(hi, s.to+0.12*span)
		}
		if s.openFrom {
			lo = min(lo, s.from-0.12*span)
		}
	}
	top, foot := p.room(), 1.7*p.z.ticks.Size
	p.pitch = min((p.frame.H-top-foot)/scene.Pt(max(rows, 1)), p.rowPitch(max(rows, 4), 1)*1.1)
	names := p.fitRows(p.catNames(1e6), p.pitch, 0, scene.Left)
	thick := scene.Pt(12)
	if !p.z.doc {
		thick = max(18, min(0.42*p.pitch, 34))
	}
	thick = min(thick, max(p.pitch-names.over-2, 2))
	left := names.w
	if left > 0 {
		left += 8
	}
	p.area = scene.Rect{X: p.frame.X + left, Y: p.frame.Y + top, W: p.frame.W - left, H: p.pitch * scene.Pt(rows)}
	p.n.timed, p.n.dated = false, false
	inset := scene.Pt(0)
	for i, s := range p.n.steps {
		if s.point && !p.n.cols[0].cells[i].missing {
			inset = p.z.milestone()
		}
	}
	p.val = scale{min: lo, max: hi, a: p.area.X + inset, b: p.area.Right() - inset}
	p.cat = p.val
	p.centers = make([]scene.Pt, rows)
	for i := range p.centers {
		p.centers[i] = p.area.Y + (scene.Pt(i)+0.5)*p.pitch + names.over/2
	}
	p.aside(func() { // no axis of numbers knows how long months are
		p.calendar(lo, hi)
		line(&p.over, p.area.X, p.area.Bottom(), p.area.Right(), p.area.Bottom(), p.look.Text, p.z.baseline)
	})
	n, known := p.nativeSteps(thick)
	if n.Form == scene.Spans {
		p.namingRows(names, thick)
	} else {
		p.aside(func() { p.drawRows(names, thick) })
	}
	for i := range p.n.steps {
		p.unless(known[i], func() { p.stepBar(i, thick) })
		if a := p.anchor(0, i); a != nil && names.over == 0 && a.box.X > p.area.X+4 { // leads from the name to a mark far away
			p.aside(func() { line(&p.under, p.area.X, p.centers[i], a.box.X-3, p.centers[i], p.look.Rule, p.z.grid) })
		}
	}
	p.aside(func() {
		for i := range p.n.steps {
			p.stepLabel(i, thick)
		}
	})
	n.Named = p.named && n.Form == scene.Spans
}

// nativeSteps says how steps stand: as bars from day to day, or as diamonds where all are moments. known says which an office program
// draws from their days: neither a moment among bars, nor a bar that is too short to be seen.
func (p *plot) nativeSteps(thick scene.Pt) (n *scene.Plot, known []bool) {
	form := scene.Moments
	for i, s := range p.n.steps {
		if !s.point && !p.n.cols[0].cells[i].missing {
			form = scene.Spans
		}
	}
	n = p.native(form)
	n.Between, n.Days, n.Base = true, true, scene.Stroke{}
	p.box(n, p.centers[0]-p.pitch/2, p.centers[len(p.centers)-1]+p.pitch/2)
	n.Ticks, n.Gap = false, float64((p.pitch-thick)/thick)
	known = make([]bool, len(p.n.steps))
	n.Sure = make([]*scene.Sure, len(p.n.steps))
	for i, s := range p.n.steps {
		from, to := p.val.at(s.from), p.val.at(s.to)
		if known[i] = !p.n.cols[0].cells[i].missing && (form == scene.Moments || !s.point && to-from >= 1); !known[i] {
			continue
		}
		color, scenario, m := p.stepColor(i), "", p.markOf(0, i)
		if form == scene.Moments {
			*m = scene.DataMark{Color: p.momentColor(i), Radius: p.z.milestone()}
			n.Sure[i] = &scene.Sure{From: s.solidFrom, To: s.solidFrom}
			continue
		}
		scenario, _ = scenarioOf(p.n.cols[0].words[i])
		*m = p.fillOf(cell{}, color, scenario, 0)
		switch n.Sure[i] = (&scene.Sure{From: s.solidFrom, To: s.solidTo, Soft: p.look.Tint(color, 0.45)}); {
		case s.openTo && s.solidTo <= s.solidFrom:
			n.Sure[i].From, n.Sure[i].To = s.from, s.to
		case s.solidTo < s.solidFrom:
			n.Sure[i].From, n.Sure[i].To = s.from, s.from
		}
	}
	return n, known
}

// momentColor is the colour of a moment: small marks of context need more contrast than bars.
func (p *plot) momentColor(i int) scene.Color {
	if p.categoryColor(i).Token == p.look.Neutral.Token {
		return p.look.Tint(p.look.Muted, 0.7)
	}
	return p.stepColor(i)
}

// stepColor is a row's colour; thin bars and small marks of context need more contrast than columns do.
func (p *plot) stepColor(i int) scene.Color {
	if c := p.categoryColor(i); c.Token != p.look.Neutral.Token {
		return c
	}
	return p.look.Tint(p.look.Muted, 0.5)
}

// stepBar draws one row.
func (p *plot) stepBar(i int, thick scene.Pt) {
	if p.n.cols[0].cells[i].missing {
		return
	}
	s, at := p.n.steps[i], p.centers[i]
	color := p.stepColor(i)
	scenario, _ := scenarioOf(p.n.cols[0].words[i])
	x0, x1 := p.val.at(s.from), p.val.at(s.to)
	if s.point {
		color = p.momentColor(i)
		r := p.z.milestone()
		x := p.val.at(s.solidFrom)
		mark := scene.Rect{X: x - r, Y: at - r, W: 2 * r, H: 2 * r}
		if x1-x0 > 2*r { // the period in which it lies, known no better
			p.aside(func() {
				fillRect(&p.under, scene.Rect{X: x0, Y: at - r/2, W: x1 - x0, H: r}, p.look.Tint(color, 0.38))
				fill(&p.under, scene.PolygonPath(scene.Point{X: x, Y: at - r - 2}, scene.Point{X: x + r + 2, Y: at}, scene.Point{X: x, Y: at + r + 2}, scene.Point{X: x - r - 2, Y: at}), p.look.Background)
			})
			mark = mark.Union(scene.Rect{X: x0, Y: at - r/2, W: x1 - x0, H: r})
		}
		fill(&p.marks, scene.PolygonPath(scene.Point{X: x, Y: at - r}, scene.Point{X: x + r, Y: at}, scene.Point{X: x, Y: at + r}, scene.Point{X: x - r, Y: at}), color)
		p.remember(i, mark)
		return
	}
	if s.openFrom { // the end is what is known: a mark too short to be seen grows away from it
		x0 = min(x0, x1-1)
	}
	whole := p.bar(at, thick, x0, max(x1, x0+1))
	sx0, sx1 := p.val.at(s.solidFrom), p.val.at(s.solidTo)
	if sx1 < sx0 {
		sx0, sx1 = x0, x0
	}
	soft := p.look.Tint(color, 0.45)
	if !s.openTo || s.solidTo > s.solidFrom {
		fillRect(&p.marks, whole, soft)
		p.paint(p.bar(at, thick, sx0, sx1), color, scenario, 0)
	} else {
		fillRect(&p.marks, p.bar(at, thick, x0, max(x1, x0+2)), color)
	}
	if s.openTo {
		f := p.fade(whole, whole.Right(), max(min(p.area.Right()-whole.Right()-p.z.arrow-4, 60), 8), color, false)
		p.aside(func() { p.head(&p.marks, f.Right()+p.z.arrow+2, at, 1, 0, color) })
		whole = whole.Union(f)
		whole.W += p.z.arrow + 2
	}
	if s.openFrom {
		f := p.fade(whole, whole.X, max(min(whole.X-p.area.X-p.z.arrow-4, 60), 8), color, true)
		whole = whole.Union(f)
	}
	p.remember(i, whole)
}

func (p *plot) remember(i int, r scene.Rect) {
	p.anchors = append(p.anchors, anchor{series: 0, cat: i, tip: scene.Point{X: r.Right(), Y: r.Y + r.H/2}, box: r})
	p.solid = append(p.solid, r)
}

// stepLabel prints a step's period inside its bar, else right or left of it, else at the nearest free place.
func (p *plot) stepLabel(i int, thick scene.Pt) {
	c, at := p.n.cols[0].cells[i], p.centers[i]
	st := p.z.note
	if p.n.cat(p.spec.Highlight) == i {
		st.Font = scene.SansSemiBold
	}
	if c.missing {
		p.tag(p.spec.lang().words().NoDates, st.With(p.look.Muted), p.area.X+4, at+0.35*st.Size, scene.Left)
		return
	}
	text := c.text
	a := p.anchor(0, i)
	base := at + 0.35*st.Size
	color := p.stepColor(i)
	scenario, known := scenarioOf(p.n.cols[0].words[i])
	if !known { // two facts beside a bar are enough: how long it is can be seen
		text = p.n.steps[i].dates + p.spec.lang().comma() + p.n.cols[0].words[i]
	}
	w := p.width(text, st)
	if p.eventCuts(box(a.box.X-6-w, base, w, st.Size)) && !p.clear(box(a.box.Right()+6, base, w, st.Size)) {
		st = condensed(st) // rather narrow behind the bar than cut by a line before it
	}
	for _, st := range []scene.Style{st, condensed(st)} {
		w := p.width(text, st)
		s := p.n.steps[i]
		solid := p.val.at(s.solidTo) - p.val.at(s.solidFrom)
		if !s.point && scenario == "" && known && thick >= st.Size+2 && solid > w+12 && p.free(box(p.val.at(s.solidFrom)+6, base, w, st.Size)) {
			a.tag = p.say(text, st.With(p.look.On(color)), p.val.at(s.solidFrom)+6, base, scene.Left)
			return
		}
		for _, x := range []scene.Pt{a.box.Right() + 6, a.box.X - 6 - w} {
			if r := box(x, base, w, st.Size); p.clear(r) && x >= p.area.X {
				a.tag = p.offGrid(p.say(text, st, x, base, scene.Left))
				return
			}
		}
	}
	a.tag = p.offGrid(p.anywhere(text, condensed(st), a.box.X, a.box.Y-st.Size))
}

// eventCuts says that the line of an event runs through a frame.
func (p *plot) eventCuts(r scene.Rect) bool {
	for _, a := range p.spec.Annotations {
		if x, ok := p.eventAt(a.On); ok && a.Kind == "event" && x > r.X-3 && x < r.Right()+3 {
			return true
		}
	}
	return false
}

// calendar draws upright lines at years, quarters or months with their names below.
func (p *plot) calendar(lo, hi float64) {
	st := p.z.ticks
	base := p.area.Bottom() + 1.25*st.Size
	ax := scene.Axis{Name: "x", Min: lo, Max: hi, Format: "yyyy-mm"}
	for _, months := range []int{1, 3, 6, 12, 24, 60, 120, 240, 600} {
		var ts []scene.Tick
		y, m, _ := value.Day(int(lo)).Civil()
		first := y*12 + m - 1
		first -= first % months
		shown := -1
		for at := first; len(ts) < 200; at += months {
			d := float64(value.DayOf(at/12, at%12+1, 1))
			if d > hi {
				break
			}
			if d < lo {
				continue
			}
			label := strconv.Itoa(at / 12)
			if months < 12 {
				label = p.spec.lang().monthTick(at%12+1, at/12, shown != at/12)
			}
			shown = at / 12
			ts = append(ts, scene.Tick{Value: d, Label: label})
		}
		right, ok := p.frame.X-100, len(ts) > 0 && len(ts) <= 8
		for _, t := range ts {
			x := p.val.at(t.Value) + 3
			if x < right+1.5*apart {
				ok = false
			}
			right = x + p.width(t.Label, st)
		}
		if !ok {
			continue
		}
		for _, t := range ts {
			x := p.val.at(t.Value)
			if x+3+p.width(t.Label, st) > p.frame.Right() { // a line without its date says nothing
				continue
			}
			line(&p.under, x, p.area.Y, x, p.area.Bottom(), p.look.Rule, p.z.grid)
			line(&p.over, x, p.area.Bottom(), x, base, p.look.Text, p.z.tick)
			p.say(t.Label, st, x+3, base, scene.Left) // the period that begins at the line
		}
		ax.Ticks = ts
		break
	}
	p.chart.Axes = append(p.chart.Axes, ax)
}

func checkGantt(c *check) {
	c.noLog("leave it out", "time has no log scale")
	all := true
	for _, v := range c.n.cols[0].cells {
		all = all && v.missing
	}
	if all && !c.l.Failed(false) {
		c.wrongShape(c.l, 1)
	}
	if len(c.n.cats) > 20 {
		c.l.Warn(c.place("kind"), "W-CHART", "show the steps that matter", "%d steps are more than 20", len(c.n.cats))
	}
}

// scenarioOf is how a step of this status is drawn; a status that no drawing says is written behind its dates.
func scenarioOf(status string) (scenario string, known bool) {
	switch strings.ToLower(status) {
	case "", "actual", "进行中", "实际":
		return "", true
	case "plan", "planned", "计划":
		return "plan", true
	case "forecast", "expected", "estimate", "预计", "预测":
		return "forecast", true
	case "done", "completed", "past", "完成", "已完成":
		return "previous", true
	}
	return "", false
}
