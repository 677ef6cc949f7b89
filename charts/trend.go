package charts

import (
	"strconv"
	"strings"

	"roadshow/internal/diag"
	"roadshow/scene"
)

// trend is a parsed trend: its name and its number.
type trend struct {
	kind string // linear, polynomial, sma, ema, bollinger, macd
	n    int
}

// parseTrend reads "linear", "polynomial 2", "sma 3", "ema 3", "bollinger 20", "macd".
func parseTrend(s string) (trend, string) {
	f := strings.Fields(strings.ToLower(s))
	if len(f) == 0 || len(f) > 2 {
		return trend{}, "write linear, polynomial 2, sma 3, ema 3, bollinger 20 or macd"
	}
	t := trend{kind: f[0]}
	if len(f) == 2 {
		n, err := strconv.Atoi(f[1])
		if err != nil {
			return t, "write the number of values after it: " + f[0] + " 3"
		}
		t.n = n
	}
	switch t.kind {
	case "linear", "macd":
		if len(f) == 2 {
			return t, t.kind + " takes no number"
		}
	case "polynomial":
		if len(f) == 1 {
			t.n = 2
		}
		if t.n < 2 || t.n > 6 {
			return t, "write a degree from 2 to 6: polynomial 2"
		}
	case "sma", "ema", "bollinger":
		if len(f) == 1 && t.kind == "bollinger" {
			t.n = 20
		}
		if t.n < 2 || t.n > 400 {
			return t, "write how many values it averages: " + t.kind + " 3"
		}
	default:
		return t, or(diag.DidYouMean(t.kind, []string{"linear", "polynomial", "sma", "ema", "bollinger", "macd"}), "write linear, polynomial 2, sma 3, ema 3, bollinger 20 or macd")
	}
	return t, ""
}

// needs is how many values a trend takes at least.
func (t trend) needs() int {
	switch t.kind {
	case "linear":
		return 2
	case "polynomial":
		return t.n + 1
	case "macd":
		return 26
	}
	return t.n
}

// label names a trend on the page, in the unit that its values have: values, weeks, months.
func (t trend) label(l language, step period) string {
	w := l.words()
	n := strconv.Itoa(t.n)
	switch t.kind {
	case "linear":
		return w.Linear
	case "polynomial":
		return with(w.Degree, n)
	case "sma":
		return with(w.Average, with(w.Counted[step], n))
	case "ema":
		return with(w.Exponential, with(w.Counted[step], n))
	case "bollinger":
		return with(w.Bollinger, with(w.BandOf[step], n))
	}
	return w.MACD
}

// trend refuses trends that cannot be computed or would pretend to know.
func (c *check) trend(a Annotation, at diag.Span) {
	t, hint := parseTrend(a.Trend)
	if hint != "" {
		c.l.Error(at, "E-CHART", hint, "unknown trend %q", a.Trend)
		return
	}
	if !c.Is.carries("trend") {
		c.l.Error(at, "E-CHART", "use line, column or scatter", "a %s chart shows no trend", c.Kind)
		return
	}
	if points := c.Is.form == pointForm; points && t.kind != "linear" && t.kind != "polynomial" || t.kind == "macd" && !c.Is.slopes {
		c.l.Error(at, "E-CHART", "use line", "%s needs values in order of time", a.Trend)
		return
	}
	var known int
	for _, v := range c.trendCells(c.n, a) {
		switch {
		case v.missing:
		case !v.exact():
			c.l.Error(at, "E-CHART", "leave the trend out", "a trend through a bound or a range cannot be known: %s", v.text)
			return
		default:
			known++
		}
	}
	if known < t.needs() {
		c.l.Error(at, "E-CHART", "leave the trend out, or average fewer values", "%s needs %d values; there are %d", a.Trend, t.needs(), known)
	}
}

// trendCells are the values that a trend runs through: the series of lines, y of points.
func (s *Chart) trendCells(n *numbers, a Annotation) []cell {
	if s.Is.form == pointForm {
		if len(n.cols) < 2 {
			return nil
		}
		return n.cols[1].cells
	}
	for _, name := range []string{a.Series, s.Highlight} {
		if k := n.col(name); name != "" && k >= 0 {
			return n.cols[k].cells
		}
	}
	return n.cols[0].cells
}

// trendXY are the known points of a trend, in order of x.
func (p *plot) trendXY(a Annotation) (x, y []float64, at []scene.Pt) {
	for i, c := range p.spec.trendCells(p.n, a) {
		if c.missing || i >= len(p.centers) {
			continue
		}
		at = append(at, p.centers[i])
		x, y = append(x, float64(p.centers[i])), append(y, c.point())
	}
	return x, y, at
}

// rSquared is the share of y's variance that a fit explains.
func rSquared(y, fit []float64) float64 {
	var mean, total, rest float64
	for _, v := range y {
		mean += v / float64(len(y))
	}
	for i, v := range y {
		total += (v - mean) * (v - mean)
		rest += (v - fit[i]) * (v - fit[i])
	}
	if total == 0 {
		return 1
	}
	return max(0, 1-rest/total)
}

// trendHull opens the domain for bands that reach beyond the values.
func (p *plot) trendHull(h *hull) {
	for _, a := range p.spec.Annotations {
		if t, hint := parseTrend(a.Trend); a.Kind == "trend" && hint == "" && t.kind == "bollinger" {
			var y []float64
			for _, c := range p.spec.trendCells(p.n, a) {
				if !c.missing {
					y = append(y, c.point())
				}
			}
			lo, hi := bollingerBands(y, t.n)
			h.add(lo...)
			h.add(hi...)
		}
	}
}

// hasMACD says whether the chart carries the oscillator below its lines.
func (p *plot) hasMACD() (Annotation, bool) {
	for _, a := range p.spec.Annotations {
		if t, hint := parseTrend(a.Trend); a.Kind == "trend" && hint == "" && t.kind == "macd" {
			return a, true
		}
	}
	return Annotation{}, false
}

// oscillator draws MACD in a strip of its own below the lines: its scale is not theirs.
func (p *plot) oscillator(a Annotation, strip scene.Rect) {
	_, y, at := p.trendXY(a)
	lineV, signal := macd(y)
	if len(lineV) == 0 || strip.H < 20 {
		return
	}
	var h hull
	h.add(0)
	h.add(lineV...)
	h.add(signal...)
	lo, hi := h.spread()
	st := p.z.ticks
	s := scale{min: lo, max: hi, a: strip.Bottom(), b: strip.Y + 1.2*st.Size}
	zero := s.at(0)
	line(&p.under, p.frame.X, zero, p.area.Right(), zero, p.look.Rule, p.z.grid)
	var pts, sig []scene.Point
	for i := range lineV {
		pts = append(pts, scene.Point{X: at[i], Y: s.at(lineV[i])})
		sig = append(sig, scene.Point{X: at[i], Y: s.at(signal[i])})
	}
	stroke(&p.marks, scene.LinePath(simplify(sig)...), p.look.Tint(p.look.Muted, 0.7), p.z.context, 3, 2)
	stroke(&p.marks, scene.LinePath(simplify(pts)...), p.look.Accent, p.z.context*1.3)
	p.oscillatorWords(strip, zero, pts[len(pts)-1], sig[len(sig)-1])
}

// oscillatorWords name the strip, its zero, and at their ends the two lines where the margin has room for their names.
func (p *plot) oscillatorWords(strip scene.Rect, zero scene.Pt, macdEnd, signalEnd scene.Point) {
	st := p.z.ticks
	w := p.spec.lang().words()
	p.say(w.MACD, st, p.frame.X, strip.Y+0.75*st.Size, scene.Left)
	if base := zero - 0.35*st.Size; base-st.Size > strip.Y+st.Size {
		p.say("0", st, p.frame.X, base, scene.Left)
	}
	x := p.area.Right() + p.z.dot + 4
	if x+max(p.width("MACD", st), p.width(w.Signal, st)) > p.frame.Right() {
		return
	}
	at, fits := spreadOut([]scene.Pt{macdEnd.Y, signalEnd.Y}, []scene.Pt{1.15 * st.Size, 1.15 * st.Size}, strip.Y+st.Size, strip.Bottom()+0.6*st.Size)
	if !fits {
		return
	}
	p.say("MACD", st.With(p.readable(p.look.Accent)), x, at[0]+0.35*st.Size, scene.Left)
	p.say(w.Signal, st, x, at[1]+0.35*st.Size, scene.Left)
}
