package charts

import (
	"math"

	"roadshow/briefing/evidence/value"
	"roadshow/scene"
)

func thresholdKind() Kind {
	return Kind{Name: "threshold", Summary: "Values against a band or limit", Columns: "{name, value}, and a band",
		check: checkThreshold, draw: drawThreshold, marks: "callout reference band", limits: true, crowded: true,
		rows: func(r rowRoom) scene.Pt { return min(r.rows*r.row*2, r.rows*190) + 34 }}
}

// drawThreshold draws values as bars against a band, with the multiple that is missing.
func drawThreshold(p *plot) {
	p.upright = false
	band, label, ok := p.threshold()
	rows := len(p.n.cats)
	if rows == 0 || len(p.n.cols) == 0 {
		return
	}
	h := hull{}
	h.add(0)
	for _, c := range p.n.cols[0].cells {
		if !c.missing {
			h.add(c.lo, c.hi)
			if c.floor() {
				h.add(c.lo * 1.3)
			}
		}
	}
	if ok {
		h.add(band.lo, band.hi)
	}
	for _, a := range p.spec.Annotations {
		if a.Kind == "reference" && a.Value != nil {
			v := p.cellOf(*a.Value)
			h.add(v.lo, v.hi)
		}
	}
	// The band's far edge does not stand on the frame.
	if ok && max(band.hi, band.lo) >= h.hi && finite(h.hi) && h.hi > 0 {
		h.add(h.hi * 1.1)
	}
	st := p.z.series.With(p.readable(p.look.Series[1]))
	var bandLabel lines
	top := p.room()
	if ok {
		bandLabel = p.wrap(label, st, p.frame.W*0.6, scene.Center)
		if most := 0.3 * p.frame.H; bandLabel.h() > most {
			p.l.Error(p.spec.place("band"), "E-FIT", "shorten its label", "the label of the band leaves its bars no room")
			bandLabel = lines{}
		}
		top += bandLabel.h() + 5
	}
	foot := p.lyingTickRoom(true)
	p.area = scene.Rect{X: p.frame.X, Y: p.frame.Y + top, W: p.frame.W, H: p.frame.H - top - foot}
	most := scene.Pt(rows) * 70
	if !p.z.doc {
		most = max(scene.Pt(rows)*190, 240)
	}
	p.area.H = min(p.area.H, most)
	ax := p.axisOn(h, p.area.W, true, true)
	p.useAxis(ax, p.area.X, p.area.Right())
	edge := p.area.Right()
	p.aside(func() {
		p.drawGridLying(ax, p.area.Y, p.area.Bottom(), true)
		line(&p.over, p.area.X, p.area.Bottom(), p.area.Right(), p.area.Bottom(), p.look.Text, p.z.baseline)
		if ok {
			edge = p.drawBand(band, bandLabel)
		}
	})

	p.pitch = p.area.H / scene.Pt(rows)
	val, name := p.z.data[1], p.z.gloss.With(p.look.Text)
	if !p.z.doc && p.pitch > 110 { // few rows on a slide speak up
		val, name = p.z.data[0], name.At(max(13, name.Size), max(17, name.Leading))
	}
	if p.pitch < 44 {
		val = p.z.data[2]
	}
	if p.pitch < 26 {
		val, name = p.z.data[3], condensed(p.z.gloss).With(p.look.Text)
	}
	head := 1.35 * val.Size
	thick := min(max((p.pitch-head)*0.5, p.z.barMin), p.barMost(rows)+2)
	p.centers = make([]scene.Pt, rows)
	bars := make([]drawn, rows)
	for i := range p.n.cats {
		c := p.n.cols[0].cells[i]
		slack := max(p.pitch-head-thick, 0)
		y := p.area.Y + scene.Pt(i)*p.pitch + slack*0.45
		at := y + head + thick/2
		p.centers[i] = at
		color := p.categoryColor(i)
		m := p.mark(c, at, thick, color, p.scenario(0, i), 0)
		p.fills(0, i, color)
		p.anchors = append(p.anchors, anchor{series: 0, cat: i, tip: m.tip, box: m.solid})
		p.solid = append(p.solid, m.whole)
		x := min(m.solid.X, p.val.at(0))
		if ok && band.lo <= p.val.min { // words keep off the band's edge
			x += 4
		}
		bars[i] = m
		fits := false
		if p.aside(func() { fits = p.rowHead(i, c.text, val.With(p.readable(color)), name, x, y+0.72*val.Size, edge) }); !fits {
			return
		}
	}
	p.aside(func() {
		for i, m := range bars {
			if ok {
				p.gap(p.n.cols[0].cells[i], m, band, p.centers[i])
			}
		}
	})
	n := p.native(scene.Bars) // what says the values of its axis stands at the foot of the area, not of the rows
	n.Between, n.Parts, n.Base = true, []int{0}, scene.Stroke{}
	p.box(n, p.centers[0]-p.pitch/2, p.centers[rows-1]+p.pitch/2)
	n.Ticks, n.Gap = false, float64((p.pitch-thick)/thick)
}

// rowHead prints a row's value and name above its bar: before the band's edge where that is possible, else across it.
func (p *plot) rowHead(i int, text string, val, name scene.Style, x, baseline, edge scene.Pt) bool {
	for _, room := range []scene.Pt{edge - x - apart, p.frame.Right() - x} {
		for _, n := range []scene.Style{name, condensed(name), condensed(name).At(p.z.least, p.z.least*1.25)} {
			for _, v := range []scene.Style{val, val.At(min(val.Size, p.z.data[3].Size), val.Leading)} {
				if v.Size < val.Size && room < p.frame.Right()-x {
					continue // a smaller value only when nothing else fits
				}
				if p.width(text, v)+0.6*v.Size+p.width(p.n.cats[i].name, n) <= room {
					p.spans([]scene.Span{{Text: text, Style: v}, spacer(v), {Text: p.n.cats[i].name, Style: n}}, x, baseline, scene.Left)
					return true
				}
			}
		}
	}
	p.l.Error(*p.n.cats[i].at, "E-FIT", "shorten the name", "the name of this row does not fit above its bar: %q", p.n.cats[i].name)
	return false
}

// threshold is the band that values are held against: the spec's, else a band or reference annotation.
func (p *plot) threshold() (cell, string, bool) {
	v, label := value.Value{State: value.Unknown}, ""
	if b := p.spec.Band; b != nil {
		v, label = b.Value, b.Label
	}
	for _, a := range p.spec.Annotations {
		if v.State != value.Known && a.Kind == "band" && a.Value != nil {
			v, label = *a.Value, a.Label
		}
	}
	c := p.cellOf(v)
	if c.missing {
		return c, "", false
	}
	if label == "" {
		return c, c.text, true
	}
	return c, label + p.spec.lang().comma() + c.text, true
}

// drawBand draws the band with an edge at each known limit and its name above it; it returns the near edge.
func (p *plot) drawBand(c cell, label lines) scene.Pt {
	color := p.look.Series[1]
	lo, hi := max(c.lo, p.val.min), min(c.hi, p.val.max)
	a, b := p.val.at(lo), p.val.at(hi)
	r := scene.Rect{X: a, Y: p.area.Y, W: b - a, H: p.area.H}
	var under []scene.Item
	tint := p.look.Tint(color, 0.16)
	switch {
	case math.IsInf(c.hi, 1):
		r.W = p.area.Right() - a
		under = append(under, &scene.Shape{Path: scene.RectPath(r), Fill: scene.Paint{Color: tint, To: p.look.Tint(color, 0.02)}})
	default:
		fillRect(&under, r, tint)
	}
	const w = 1
	if finite(c.lo) && c.lo > p.val.min { // the axis' own end is no limit
		line(&under, a, r.Y, a, r.Bottom(), color, w)
	}
	if finite(c.hi) && c.hi > c.lo {
		line(&under, b, r.Y, b, r.Bottom(), color, w)
	}
	p.under = append(p.under, under...)
	p.place(label, r.X+r.W/2, p.area.Y-5-label.h(), scene.Center)
	return a
}

// gap draws the arrow from a value to the band with the multiple that lies between; nothing where a bound hides it.
func (p *plot) gap(c cell, m drawn, band cell, at scene.Pt) {
	if c.missing || !finite(band.lo) {
		return
	}
	st := p.z.noteStrong
	if m.solid.H > 36 && st.Size < 13 {
		st = st.At(13, 17)
	}
	near := p.val.at(band.lo)
	text := p.multiple(c, band)
	if text == "" || c.point() >= band.lo {
		return
	}
	const clearance = 6
	x0, x1 := m.whole.Right()+clearance, near-2.5
	if x1-x0 < 2*p.z.arrow+4 {
		return
	}
	w := p.width(text, st)
	line(&p.over, x0, at-3.5, x0, at+3.5, p.look.Text, 1)
	if x1-x0 < w+3*apart+p.z.arrow {
		line(&p.over, x0, at, x1-p.z.arrow*0.8, at, p.look.Text, 1)
		p.head(&p.over, x1, at, 1, 0, p.look.Text)
		p.solid = append(p.solid, scene.Rect{X: x0, Y: at - 4, W: x1 - x0, H: 8})
		p.anywhere(text, st, x0, at+6)
		return
	}
	mid := (x0 + x1) / 2
	r := box(mid-w/2, at+0.35*st.Size, w, st.Size)
	if !p.free(r) {
		line(&p.over, x0, at, x1-p.z.arrow*0.8, at, p.look.Text, 1)
		p.head(&p.over, x1, at, 1, 0, p.look.Text)
		p.anywhere(text, st, mid-w/2, at+6)
		return
	}
	p.say(text, st, mid, at+0.35*st.Size, scene.Center)
	line(&p.over, x0, at, r.X-apart, at, p.look.Text, 1)
	line(&p.over, r.Right()+apart, at, x1-p.z.arrow*0.8, at, p.look.Text, 1)
	p.head(&p.over, x1, at, 1, 0, p.look.Text)
}

// multiple says how many times larger the band is: "6.7 to 8.3 times larger"; "" where that is not known.
func (p *plot) multiple(c, band cell) string {
	q, ok := ratio(*band.value, *c.value)
	if !ok || c.floor() || c.ceil() || q.Hi.Inf && q.Lo.N.IsZero() {
		return ""
	}
	lo, hi := q.Floats()
	places := 1
	if lo >= 10 {
		places = 0
	} else if lo < 1.5 {
		places = 2
	}
	f, words := p.spec.Format, p.spec.lang().words()
	a := number(lo, places, f)
	lead := ""
	if q.About {
		lead = words.About
	}
	switch {
	case q.Hi.Inf:
		return with(words.AtLeast, number(math.Floor(lo*math.Pow(10, float64(places)))/math.Pow(10, float64(places)), places, f))
	case number(hi, places, f) == a:
		return lead + with(words.Larger, a)
	}
	return lead + with(words.Between, a, number(hi, places, f))
}

func checkThreshold(c *check) {
	checkRanges(c)
	limit := c.Band != nil
	for _, a := range c.Annotations {
		limit = limit || a.Kind == "band" || a.Kind == "reference"
	}
	if !limit {
		c.l.Error(c.place("kind"), "E-CHART", "add band: 40 to 50, or a figure", "a threshold chart needs its band")
	}
	if len(c.n.cols) > 1 {
		c.wrongShape(c.l, len(c.n.cols))
	}
	if len(c.n.cats) > 8 {
		c.l.Warn(c.place("kind"), "W-CHART", "use bar with a reference annotation", "%d rows are many for a threshold chart", len(c.n.cats))
	}
}
