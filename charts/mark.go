package charts

import (
	"math"

	"roadshow/assets"
	"roadshow/briefing/evidence/value"
	"roadshow/scene"
)

// drawn is a bar as it stands on the page.
type drawn struct {
	solid scene.Rect // what is known
	whole scene.Rect // with soft and open ends
	tip   scene.Point
	color scene.Color
}

// mark draws one value as a bar from zero, as what it is: solid as far as it is known, a tint over a range, an open fade
// beyond a bound, a cut end for "about".
func (p *plot) mark(c cell, at, thick scene.Pt, color scene.Color, scenario string, k int) drawn {
	zero := p.val.at(p.val.zero())
	m := drawn{color: color}
	if c.missing {
		m.solid = p.bar(at, thick, zero, zero)
		m.whole, m.tip = m.solid, p.tipOf(m.solid, true)
		return m
	}
	from, to := p.val.zero(), c.point()
	soft := [2]float64{}
	switch {
	case c.span() && c.lo >= from:
		to, soft = c.lo, [2]float64{c.lo, c.hi}
	case c.span() && c.hi <= from:
		to, soft = c.hi, [2]float64{c.hi, c.lo}
	case c.span():
		to, soft = from, [2]float64{c.lo, c.hi}
	}
	down := c.point() < from
	end := p.val.at(to)
	m.solid = p.bar(at, thick, zero, end)
	m.whole = m.solid
	m.tip = p.tipOf(m.solid, !down)
	switch {
	case c.ceil() && !down: // somewhere between zero and here: a tint under a hard edge
		m.color = p.limited(m.solid, color, !down, scenario, k)
	case c.floor() && down:
		m.color = p.limited(m.solid, color, !down, scenario, k)
	default:
		m.color = p.paint(m.solid, color, scenario, k)
	}
	if soft[0] != soft[1] {
		r := p.bar(at, thick, p.val.at(soft[0]), p.val.at(soft[1]))
		fillRect(&p.marks, r, p.look.Tint(color, 0.5))
		m.whole = m.whole.Union(r)
		if m.solid.W == 0 || m.solid.H == 0 {
			m.whole = r
		}
		m.tip = p.tipOf(m.whole, !down)
	}
	if open := c.floor() && !down || c.ceil() && down; open {
		r := p.fade(m.solid, end, p.z.fade, color, down)
		m.whole = m.whole.Union(r)
	}
	if c.about() && scenario == "" {
		p.aside(func() { p.cut(m.solid, end, down) })
	}
	return m
}

// limited draws "at most": a tint as far as the limit, which is a hard edge.
func (p *plot) limited(r scene.Rect, color scene.Color, up bool, scenario string, k int) scene.Color {
	tone, edge := p.limitTones(color)
	p.paint(r, tone, scenario, k)
	p.aside(func() { p.edge(r, edge, up) })
	return tone
}

// limitTones are the tint of "at most" and its hard edge.
func (p *plot) limitTones(color scene.Color) (tone, edge scene.Color) {
	if color.Token == p.look.Neutral.Token { // context is pale already
		return p.look.Tint(p.look.Neutral, 0.6), p.look.Tint(p.look.Muted, 0.7)
	}
	return p.look.Tint(color, 0.38), color
}

// fade draws the open end of a bound: half the colour at the bound, running out without an edge.
func (p *plot) fade(r scene.Rect, end, length scene.Pt, color scene.Color, down bool) scene.Rect {
	frame := scene.Rect{X: r.X, Y: end, W: r.W, H: length}
	if !p.upright {
		frame = scene.Rect{X: end, Y: r.Y, W: length, H: r.H}
	}
	if p.upright != down { // against the axis' own direction on the page
		frame = frame.Shift(0, -length)
		if !p.upright {
			frame = frame.Shift(-length, length)
		}
	}
	frame = clipTo(frame, p.frame)
	strength := 0.5
	for strength > 0.2 && assets.Contrast(p.look.Text, p.look.Tint(color, strength)) < 4.5 { // words stand on it
		strength -= 0.04
	}
	near, far := p.look.Tint(color, strength), p.look.Tint(color, 0.03)
	p.fades = append(p.fades, frame)
	paint := scene.Paint{Color: near, To: far, Vertical: p.upright}
	if p.upright != down { // gradients run downwards or rightwards
		paint.Color, paint.To = far, near
	}
	p.aside(func() { p.marks = append(p.marks, &scene.Shape{Path: scene.RectPath(frame), Fill: paint}) })
	return frame
}

// edge draws the hard limit of "at most".
func (p *plot) edge(r scene.Rect, c scene.Color, up bool) {
	const w = 1.2
	switch {
	case p.upright && up:
		fillRect(&p.marks, scene.Rect{X: r.X, Y: r.Y, W: r.W, H: min(w, r.H)}, c)
	case p.upright:
		fillRect(&p.marks, scene.Rect{X: r.X, Y: r.Bottom() - min(w, r.H), W: r.W, H: min(w, r.H)}, c)
	case up:
		fillRect(&p.marks, scene.Rect{X: r.Right() - min(w, r.W), Y: r.Y, W: min(w, r.W), H: r.H}, c)
	default:
		fillRect(&p.marks, scene.Rect{X: r.X, Y: r.Y, W: min(w, r.W), H: r.H}, c)
	}
}

// cut draws two thin gaps just before the end of a bar: the value is about this long.
func (p *plot) cut(r scene.Rect, end scene.Pt, down bool) {
	length := r.H
	if !p.upright {
		length = r.W
	}
	if length < 10 {
		return
	}
	for _, d := range []scene.Pt{2, 4.6} {
		if p.upright != down {
			d = -d
		}
		// Towards zero: downwards or leftwards for positive values.
		at := end - d
		if p.upright {
			fillRect(&p.marks, scene.Rect{X: r.X, Y: at - 0.5, W: r.W, H: 1}, p.look.Background)
		} else {
			fillRect(&p.marks, scene.Rect{X: at - 0.5, Y: r.Y, W: 1, H: r.H}, p.look.Background)
		}
	}
}

// paint fills a bar in its scenario's coding (IBCS) and returns the colour that words on it stand on.
func (p *plot) paint(r scene.Rect, color scene.Color, scenario string, k int) scene.Color {
	switch scenario {
	case "previous":
		color = lettered(p.look, p.look.Tint(color, 0.7))
	case "plan":
		if r.W > 2 && r.H > 2 {
			stroke(&p.marks, scene.RectPath(r.Inset(0.5)), color, 1)
		}
		return p.look.Background
	case "forecast":
		fillRect(&p.marks, r, p.look.Tint(color, 0.38))
		p.hatch(&p.marks, r, color, 3, 0.7, false)
		return p.look.Tint(color, 0.38)
	}
	fillRect(&p.marks, r, color)
	if p.hatched(k) {
		p.hatch(&p.marks, r, p.look.Background, [4]scene.Pt{0, 4, 7, 4}[k%4], 0.8, k%4 >= 2)
	}
	return color
}

// hatched says that a series of a chart without colours is told by lines across its marks.
func (p *plot) hatched(k int) bool {
	return p.spec.Grey && len(p.n.cols) > 1 && k%4 != 0 && (p.spec.Highlight == "" || p.n.col(p.spec.Highlight) != k)
}

// scenario is the coding of a cell: its column's, its category's, or a forecast's. A period that is an estimate (2025E) is a
// forecast by itself.
func (p *plot) scenario(k, i int) string {
	if f := p.forecastFrom(); f >= 0 && i >= f {
		return "forecast"
	}
	if s := p.seriesScenario(k); s != "" && s != "actual" {
		return s
	}
	c := p.n.cats[i]
	if s := p.spec.Scenario[c.name]; s != "" {
		if s == "actual" {
			return ""
		}
		return s
	}
	if c.date != nil && c.date.Estimate() {
		return "forecast"
	}
	return ""
}

// ahead says that a datum is expected: a forecast or a plan.
func (p *plot) ahead(k, i int) bool {
	s := p.scenario(k, i)
	return s == "forecast" || s == "plan"
}

// aheadDot draws a dot of what is expected as bars are drawn: a forecast pale and hatched within its rim, a plan as its rim alone.
func (p *plot) aheadDot(x, y, r scene.Pt, color scene.Color, scenario string) {
	if scenario == "plan" {
		fill(&p.marks, scene.CirclePath(x, y, r), p.look.Background)
		stroke(&p.marks, scene.CirclePath(x, y, r-0.5), color, 1)
		return
	}
	fill(&p.marks, scene.CirclePath(x, y, r), p.look.Background)
	fill(&p.marks, scene.CirclePath(x, y, r), p.look.Tint(color, 0.38))
	var path scene.Path
	for _, d := range []scene.Pt{-0.5, 0, 0.5} { // parallels at 45°, as far from the middle as d says of the radius
		half := (r - 0.4) * scene.Pt(math.Sqrt(float64(1-d*d)/2))
		at := d * r * scene.Pt(math.Sqrt2) / 2
		path.Move(x+at-half, y+at+half)
		path.Line(x+at+half, y+at-half)
	}
	stroke(&p.marks, path, color, 0.6)
	stroke(&p.marks, scene.CirclePath(x, y, r-0.4), color, 0.8)
}

// columnName is the name of a column at the head of its values: 2026 as a forecast is 2026F.
func (p *plot) columnName(k int) string {
	c := p.n.cols[k]
	if d, err := p.n.cal.ParseDate(c.name); err == nil && p.seriesScenario(k) == "forecast" && !d.Estimate() && d.Whole() && d.Start.Precision == value.InYear {
		return c.name + p.spec.lang().words().Forecast
	}
	return c.name
}

// seriesScenario is what the outline says about a series, or what its own name says: FY26E.
func (p *plot) seriesScenario(k int) string {
	if k >= len(p.n.cols) {
		return ""
	}
	c := p.n.cols[k]
	if s := p.spec.Scenario[c.name]; s != "" || !c.estimate {
		return s
	}
	return "forecast"
}

// forecastFrom is the first category from which all are forecasts, by an annotation or by their own names; -1 without one.
func (p *plot) forecastFrom() int {
	for _, a := range p.spec.Annotations {
		if a.Kind == "forecast" {
			return p.n.cat(a.From)
		}
	}
	if !p.n.dated {
		return -1
	}
	from := -1
	for i := len(p.n.cats) - 1; i >= 0 && p.n.cats[i].date.Estimate() && p.spec.Scenario[p.n.cats[i].name] == ""; i-- {
		from = i
	}
	return from
}

// plate lays a part's plain colour under words that would stand on its hatching.
func (p *plot) plate(words scene.Rect, color scene.Color) {
	if words.W > 0 {
		fillRect(&p.over, words.Inset(-1.5), color)
	}
}

// clipTo is the part of a frame that lies in another; with no area where none does.
func clipTo(r, in scene.Rect) scene.Rect {
	x, y := min(max(r.X, in.X), in.Right()), min(max(r.Y, in.Y), in.Bottom())
	return scene.Rect{X: x, Y: y, W: max(min(r.Right(), in.Right())-x, 0), H: max(min(r.Bottom(), in.Bottom())-y, 0)}
}
