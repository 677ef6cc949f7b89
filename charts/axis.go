package charts

import (
	"math"
	"slices"
	"strconv"

	"roadshow/briefing/evidence/value"
	"roadshow/scene"
)

// axisOn decides the value axis once: its domain and its labels. length is the axis' length on the page. Without ticks the
// domain is the hull itself, so that marks use the whole plot.
func (p *plot) axisOn(h hull, length scene.Pt, ticked, loose bool) scene.Axis {
	name := "x"
	if p.upright {
		name = "y"
	}
	ax := scene.Axis{Name: name, Log: p.log(), Format: p.officeFormat()}
	shared := p.spec.Share
	if shared != nil && finite(shared.Min) && finite(shared.Max) && shared.Min < shared.Max {
		h.add(shared.Min, shared.Max)
	}
	ax.Min, ax.Max = h.spread()
	if ax.Log {
		if ax.Min <= 0 { // the band of a trend: the scale begins at the least value
			ax.Min = p.n.least()
		}
		ts := logTicks(ax.Min, ax.Max, p.tickCount(length))
		if len(ts) < 2 { // less than the step from 1 to 2 or from 2 to 5: the scale is nearly even here
			ts = slices.DeleteFunc(ticks(ax.Min, ax.Max, p.tickCount(length), false), func(v float64) bool { return v <= 0 })
		}
		if len(ts) >= 2 {
			ax.Min, ax.Max = min(ax.Min, ts[0]), max(ax.Max, ts[len(ts)-1])
		}
		p.label(&ax, ts)
		return ax
	}
	if !ticked {
		return ax
	}
	ts := ticks(ax.Min, ax.Max, p.tickCount(length), loose)
	if n := len(ts); n > 0 && shared == nil {
		ax.Min, ax.Max = min(ax.Min, ts[0]), max(ax.Max, ts[n-1])
	}
	ts = slices.DeleteFunc(ts, func(v float64) bool { return v < ax.Min || v > ax.Max })
	p.label(&ax, ts)
	return ax
}

func (p *plot) log() bool { return p.spec.Scale == "log" }

// tickCount is the wanted number of labels.
func (p *plot) tickCount(length scene.Pt) int {
	m := int(math.Round(float64(length / 90)))
	if p.upright {
		m = int(math.Round(float64(length/56))) + 1
		if p.z.doc {
			m = int(math.Round(float64(length/44))) + 1
		}
	} else if p.z.doc {
		m = int(math.Round(float64(length / 56)))
	}
	return min(max(m, 3), 7)
}

// label prints ticks with as many decimals as their step needs.
func (p *plot) label(ax *scene.Axis, ts []float64) {
	if whole := slices.DeleteFunc(slices.Clone(ts), func(v float64) bool { return v != math.Trunc(v) }); p.n.years && len(whole) > 1 {
		ts = whole // there is no year 2027.5
	}
	places, decades := stepPlaces(ts), ax.Log
	for i := 1; i < len(ts); i++ {
		decades = decades && ts[i] >= 1.999*ts[i-1]
	}
	for _, v := range ts {
		d := places
		if decades {
			d = max(0, -int(math.Floor(math.Log10(v)+1e-9)))
		}
		ax.Ticks = append(ax.Ticks, scene.Tick{Value: v, Label: p.tickText(v, d)})
	}
	p.even(ax)
}

// even notes the step between ticks that spreadsheets can count from the axis' beginning and print in one format.
func (p *plot) even(ax *scene.Axis) {
	n := len(ax.Ticks)
	if n < 2 || ax.Log {
		return
	}
	format, step := NumberFormat(ax.Ticks[n-1].Label, ax.Ticks[n-1].Value), (ax.Ticks[n-1].Value-ax.Ticks[0].Value)/float64(n-1)
	if format == "" || math.Abs(ax.Ticks[0].Value-ax.Min) > 1e-9*step {
		return
	}
	for i, t := range ax.Ticks {
		if math.Abs(t.Value-ax.Min-float64(i)*step) > 1e-9*step || NumberFormat(t.Label, t.Value) != format {
			return
		}
	}
	ax.Step, ax.Format = step, format
}

// stepPlaces are the decimals that tell ticks apart: each is printed within a thousandth of the smallest step.
func stepPlaces(ts []float64) int {
	step := math.Inf(1)
	for i := 1; i < len(ts); i++ {
		step = min(step, math.Abs(ts[i]-ts[i-1]))
	}
	if !finite(step) || step == 0 {
		step = 1
	}
	for places := range 18 {
		ten, fits := math.Pow(10, float64(places)), true
		for _, v := range ts {
			fits = fits && math.Abs(v-math.Round(v*ten)/ten) < 1e-3*step
		}
		if fits {
			return places
		}
	}
	return 18
}

// tickText prints a tick: bare numbers, because the unit line names the unit; the percent sign stays.
func (p *plot) tickText(v float64, places int) string {
	s := number(v, places, p.spec.Format)
	switch {
	case p.n.years && places == 0 && v >= 1000 && v < 10000:
		s = strconv.Itoa(int(v))
	case math.Abs(v) >= 1e15:
		s = short(v, p.spec.Format)
	}
	if p.n.unit.Kind == value.Percent || p.spec.Is.stack == shares {
		s = p.spec.Format.Percent(s)
	}
	return s
}

// short prints a number too long for a tick in powers of ten.
func short(v float64, f value.Format) string {
	e := int(math.Floor(math.Log10(math.Abs(v))))
	m := v / math.Pow(10, float64(e))
	return number(m, 1, f) + " × 10^" + number(float64(e), 0, f)
}

// officeFormat is the spreadsheet number format of the labels.
func (p *plot) officeFormat() string {
	f := "#,##0"
	if p.n.years {
		f = "0"
	}
	if p.n.places > 0 {
		f += "." + "000000000000"[:min(p.n.places, 12)]
	}
	switch p.n.unit.Kind {
	case value.Percent:
		f += `"%"`
	case value.Times:
		f += `"×"`
	}
	return f
}

// tickRoom is what the labels of an axis need beside the marks.
func (p *plot) tickRoom(ax scene.Axis) scene.Pt {
	var w scene.Pt
	for _, t := range ax.Ticks {
		w = max(w, p.width(t.Label, p.z.ticks))
	}
	if w == 0 {
		return 0
	}
	return w + apart
}

// useAxis makes an axis the plot's, between two places on the page, or where the charts beside it have theirs.
func (p *plot) useAxis(ax scene.Axis, a, b scene.Pt) {
	a, b = p.takeRoom(a, b)
	p.val = scale{min: ax.Min, max: ax.Max, log: ax.Log, a: a, b: b}
	p.chart.Axes = append(p.chart.Axes, ax)
}

// gridUpright draws horizontal gridlines with the labels above their left ends.
func (p *plot) gridUpright(ax scene.Axis, x0, x1 scene.Pt) {
	p.unless(ax.Step > 0, func() { p.drawGridUpright(ax, x0, x1) })
}

func (p *plot) drawGridUpright(ax scene.Axis, x0, x1 scene.Pt) {
	st := p.z.ticks
	last := p.frame.Bottom() + 100
	for _, t := range ax.Ticks {
		y := p.val.at(t.Value)
		zero := t.Value == 0 && !ax.Log
		if !zero {
			line(&p.under, x0, y, x1, y, p.look.Rule, p.z.grid)
		}
		base := y - 0.3*st.Size
		if p.spec.Inner.Left {
			continue
		}
		if r := box(p.frame.X, base, p.width(t.Label, st), st.Size); r.Bottom() < last-1 && r.Y >= p.frame.Y-0.01 {
			p.say(t.Label, st, p.frame.X, base, scene.Left)
			last = r.Y
		}
	}
}

// gridLying draws vertical gridlines with their labels below, or with ticks on an axis line.
func (p *plot) gridLying(ax scene.Axis, top, bottom scene.Pt, axisLine bool) {
	p.unless(ax.Step > 0, func() { p.drawGridLying(ax, top, bottom, axisLine) })
}

func (p *plot) drawGridLying(ax scene.Axis, top, bottom scene.Pt, axisLine bool) {
	st := p.z.ticks
	base := bottom + 1.25*st.Size
	if axisLine {
		base += p.z.tickLen
	}
	right := p.frame.X - 100
	for i, t := range ax.Ticks {
		x := p.val.at(t.Value)
		switch {
		case axisLine:
			line(&p.over, x, bottom, x, bottom+p.z.tickLen, p.look.Text, p.z.tick)
		case t.Value != 0:
			line(&p.under, x, top, x, bottom, p.look.Rule, p.z.grid)
		}
		if p.spec.Inner.Bottom {
			continue
		}
		w := p.width(t.Label, st)
		lx := x - w/2
		lx = max(min(lx, p.frame.Right()-w), p.frame.X)
		if lx < right+apart && i > 0 {
			continue
		}
		p.say(t.Label, st, lx, base, scene.Left)
		right = lx + w
	}
}

// lyingTickRoom is the height of the tick row below lying marks.
func (p *plot) lyingTickRoom(axisLine bool) scene.Pt {
	h := 1.45 * p.z.ticks.Size
	if axisLine {
		h += p.z.tickLen
	}
	return h
}

// need is room that a mark at v wants beyond its end, towards the upper or the lower end of the axis.
type need struct {
	v     float64
	room  scene.Pt
	lower bool
}

// pads are the distances from the ends of an axis of a length that leave every mark its room.
func pads(ax scene.Axis, length scene.Pt, needs []need) (lower, upper scene.Pt) {
	for range 12 {
		s := scale{min: ax.Min, max: ax.Max, log: ax.Log, a: lower, b: length - upper}
		var more, moreLow scene.Pt
		for _, n := range needs {
			at := s.at(n.v)
			if n.lower {
				moreLow = max(moreLow, n.room-at)
			} else {
				more = max(more, at+n.room-length)
			}
		}
		if more < 0.01 && moreLow < 0.01 {
			break
		}
		upper, lower = upper+max(more, 0), lower+max(moreLow, 0)
		if lower+upper > 0.7*length {
			k := 0.7 * length / (lower + upper)
			return lower * k, upper * k
		}
	}
	return lower, upper
}
