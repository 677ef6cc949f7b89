package charts

import (
	"math"
	"strconv"

	"roadshow/briefing/evidence/value"
	"roadshow/scene"
)

// period is the distance between neighbouring dates of a chart, where it is always the same.
type period uint8

const (
	byValue period = iota
	byDay
	byWeek
	byMonth
	byQuarter
	byYear
)

// period finds the regular distance of the dates whose cells are known; an average over gaps counts values. Days without
// their weekends are days.
func (n *numbers) period(cells []cell) period {
	if !n.dated || len(n.cats) < 3 || len(cells) != len(n.cats) {
		return byValue
	}
	first, last := -1, -1
	for i, c := range cells {
		if c.missing {
			continue
		}
		if first < 0 {
			first = i
		}
		if last >= 0 && i != last+1 {
			return byValue
		}
		last = i
	}
	if first < 0 || last-first < 2 {
		return byValue
	}
	same := byValue
	short, weekend := 0, 0
	for i := first + 1; i <= last; i++ {
		a, b := n.cats[i-1].date, n.cats[i].date
		if a.Range() || b.Range() || a.Bound != value.OnDate || b.Bound != value.OnDate || a.Start.Precision != b.Start.Precision {
			return byValue
		}
		step := byValue
		months := (b.Start.Year-a.Start.Year)*12 + b.Start.Month - a.Start.Month
		switch days := int(b.From() - a.From()); {
		case a.Start.Precision == value.InYear && b.Start.Year == a.Start.Year+1:
			step = byYear
		case a.Start.Precision == value.InQuarter && b.Start.Year*4+b.Start.Quarter == a.Start.Year*4+a.Start.Quarter+1:
			step = byQuarter
		case a.Start.Precision == value.InMonth && months == 1:
			step = byMonth
		case a.Start.Precision == value.InMonth && months == 3:
			step = byQuarter
		case a.Start.Precision != value.OnDay:
		case days == 7:
			step = byWeek
		case days >= 28 && days <= 31 && months == 1:
			step = byMonth
		case days == 1:
			step = byDay
			short++
		case days <= 5 && days > 1: // a weekend, perhaps with holidays
			step = byDay
			weekend++
		}
		if step == byValue || same != byValue && step != same {
			return byValue
		}
		same = step
	}
	if same == byDay && weekend > short/2 {
		return byValue
	}
	return same
}

// trendDrawn is a trend on the page, and what it is called.
type trendDrawn struct {
	text  string
	color scene.Color
	pts   []scene.Point // what the words stand beside: the line, or the upper edge of a band
}

// trendLines draws the trends over lines and columns and makes words keep off them; points have their own. Each has a dash
// and a tone of its own.
func (p *plot) trendLines() {
	if p.trendsDone {
		return
	}
	p.trendsDone = true
	p.aside(p.drawTrends)
}

func (p *plot) drawTrends() {
	if !p.upright || len(p.centers) == 0 || p.spec.Is.form == pointForm {
		return
	}
	dashes := [3][]scene.Pt{{4, 2.5}, {1.5, 2}, {8, 2.5}}
	tones := [3]scene.Color{p.look.Text, p.look.Muted, p.look.Text}
	count := 0
	for _, a := range p.spec.Annotations {
		t, hint := parseTrend(a.Trend)
		if a.Kind != "trend" || hint != "" || t.kind == "macd" {
			continue
		}
		x, y, at := p.trendXY(a)
		d := trendDrawn{text: t.label(p.spec.lang(), p.n.period(p.spec.trendCells(p.n, a))), color: tones[count%3]}
		var fit []float64
		switch t.kind {
		case "linear":
			fit = linearFit(x, y)
		case "polynomial":
			fit = polynomialFit(x, y, t.n)
		case "sma":
			fit = movingAverage(y, t.n)
		case "ema":
			fit = exponentialAverage(y, t.n)
		case "bollinger":
			if d.pts = p.bollinger(y, at, t); len(d.pts) > 0 {
				p.trends = append(p.trends, d)
			}
			continue
		}
		if len(fit) == 0 {
			continue
		}
		if t.kind == "linear" || t.kind == "polynomial" {
			d.text += with(p.spec.lang().words().Fitted, number(rSquared(y, fit), 2, p.spec.Format), strconv.Itoa(len(y)))
		}
		at = at[len(at)-len(fit):]
		for i, v := range fit {
			d.pts = append(d.pts, scene.Point{X: at[i], Y: p.val.at(v)})
		}
		d.pts = simplify(d.pts)
		stroke(&p.over, scene.LinePath(d.pts...), d.color, p.z.context, dashes[count%3]...)
		p.avoidPath(d.pts, p.z.context)
		p.trends = append(p.trends, d)
		count++
	}
}

// bollinger draws the band between the deviations and returns its upper edge.
func (p *plot) bollinger(y []float64, at []scene.Pt, t trend) []scene.Point {
	lo, hi := bollingerBands(y, t.n)
	if len(lo) == 0 {
		return nil
	}
	at = at[len(at)-len(lo):]
	var upper, lower []scene.Point
	for i := range lo {
		upper = append(upper, scene.Point{X: at[i], Y: p.val.at(hi[i])})
		lower = append(lower, scene.Point{X: at[i], Y: p.val.at(lo[i])})
	}
	upper, lower = simplify(upper), simplify(lower)
	path := scene.LinePath(upper...)
	for i := len(lower) - 1; i >= 0; i-- {
		path.Line(lower[i].X, lower[i].Y)
	}
	path.Close()
	p.beneath([]scene.Item{&scene.Shape{Path: path, Fill: scene.Paint{Color: p.look.Tint(p.look.Muted, 0.16)}}})
	p.avoidPath(upper, 0.5)
	return upper
}

// avoidPath makes words keep off a line; a dense one counts as the ranges that it covers.
func (p *plot) avoidPath(pts []scene.Point, w scene.Pt) {
	const column = 3
	for i := 1; i < len(pts); i++ {
		lo, hi := min(pts[i-1].Y, pts[i].Y), max(pts[i-1].Y, pts[i].Y)
		x0, x1, y0, y1 := pts[i-1].X, pts[i].X, pts[i-1].Y, pts[i].Y
		if x1-x0 < column {
			for i+1 < len(pts) && pts[i+1].X-x0 < column {
				i++
				lo, hi = min(lo, pts[i].Y), max(hi, pts[i].Y)
			}
			p.solid = append(p.solid, scene.Rect{X: x0, Y: lo - w/2, W: max(pts[i].X-x0, 0.1), H: hi - lo + w})
			continue
		}
		steps := int(max(x1-x0, hi-lo)/6) + 1
		for s := range steps {
			t, u := scene.Pt(s)/scene.Pt(steps), scene.Pt(s+1)/scene.Pt(steps)
			a, b := y0+(y1-y0)*t, y0+(y1-y0)*u
			p.solid = append(p.solid, scene.Rect{X: x0 + (x1-x0)*t, Y: min(a, b) - w/2, W: max((x1-x0)/scene.Pt(steps), 0.1), H: max(a-b, b-a) + w})
		}
	}
}

// trendLabels name the trends, each close above or below its own line, as far right as words are free of all lines there.
func (p *plot) trendLabels() {
	st := p.z.note
	for k, d := range p.trends {
		l := p.wrap(d.text, st.With(d.color), max(p.frame.W*0.5, 40), scene.Left)
		r, ok := p.besideLine(k, l.w, l.h(), p.paths())
		if !ok { // between other lines rather than far from its own
			r, ok = p.besideLine(k, l.w, l.h(), nil)
		}
		if ok {
			p.offRules(p.place(l, r.X, r.Y, scene.Left))
			continue
		}
		last := d.pts[len(d.pts)-1]
		r = p.anywhereLines(l, max(last.X-l.w-4, p.area.X), last.Y-1.4*st.Size)
		if r.W > 0 {
			near, _ := nearestPoint(r, d.pts)
			p.leader(r, &anchor{tip: near})
		}
	}
}

// paths are the lines of the data, which words about a trend must not seem to name.
func (p *plot) paths() (out [][]scene.Point) {
	if !p.spec.Is.slopes {
		return nil
	}
	for _, c := range p.n.cols {
		var run []scene.Point
		for i, v := range c.cells {
			if !v.missing && i < len(p.centers) {
				run = append(run, scene.Point{X: p.centers[i], Y: p.val.at(v.point())})
			}
		}
		out = append(out, simplify(run))
	}
	return out
}

// besideLine finds a free frame of a size just above or below trend k, nearer to it than to the other trends and lines. Near
// the right end is best; a gap to the line costs.
func (p *plot) besideLine(k int, w, h scene.Pt, lines [][]scene.Point) (best scene.Rect, found bool) {
	pts := p.trends[k].pts
	first, last := pts[0].X, pts[len(pts)-1].X
	least := math.Inf(1)
	for x := last - w; x >= max(first-w/2, p.area.X); x -= 6 {
		lo, hi := math.Inf(1), math.Inf(-1)
		for i := range pts {
			if pts[i].X >= x-6 && pts[i].X <= x+w+6 {
				lo, hi = min(lo, float64(pts[i].Y)), max(hi, float64(pts[i].Y))
			}
		}
		if hi < lo {
			continue
		}
		for _, gap := range []scene.Pt{3.5, 8, 14} {
			for _, y := range []scene.Pt{scene.Pt(lo) - h - gap, scene.Pt(hi) + gap} {
				r := scene.Rect{X: x, Y: y, W: w, H: h}
				cost := float64(last-w-x)*0.25 + float64(gap)*3 + (hi-lo)*1.2
				if cost < least && p.clear(r.Inset(-1)) && p.ownTrend(k, r, lines) {
					best, found, least = r, true, cost
				}
			}
		}
	}
	return best, found
}

// ownTrend says that a frame is clearly nearer to trend k than to any other, and to any of the lines.
func (p *plot) ownTrend(k int, r scene.Rect, lines [][]scene.Point) bool {
	_, own := nearestPoint(r, p.trends[k].pts)
	for j, d := range p.trends {
		if _, far := nearestPoint(r, d.pts); j != k && far < own+3 {
			return false
		}
	}
	for _, pts := range lines {
		if _, far := nearestPoint(r, pts); far < own+float64(r.H) {
			return false
		}
	}
	return true
}

// nearestPoint is the point along a line that is nearest to a frame, within a few pt, and its distance.
func nearestPoint(r scene.Rect, pts []scene.Point) (best scene.Point, least float64) {
	const stride = 4
	least = math.Inf(1)
	try := func(q scene.Point) {
		dx, dy := max(r.X-q.X, q.X-r.Right(), 0), max(r.Y-q.Y, q.Y-r.Bottom(), 0)
		if d := math.Hypot(float64(dx), float64(dy)); d < least {
			best, least = q, d
		}
	}
	for i, q := range pts {
		try(q)
		if i == 0 {
			continue
		}
		from := pts[i-1]
		steps := int(math.Hypot(float64(q.X-from.X), float64(q.Y-from.Y)) / stride)
		for s := 1; s <= steps; s++ {
			t := scene.Pt(s) / scene.Pt(steps+1)
			try(scene.Point{X: from.X + (q.X-from.X)*t, Y: from.Y + (q.Y-from.Y)*t})
		}
	}
	return best, least
}
