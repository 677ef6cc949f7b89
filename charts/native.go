package charts

import (
	"math"
	"strconv"
	"strings"

	"roadshow/briefing/evidence/table"
	"roadshow/scene"
)

// layer is one of the four lists of a drawing.
type layer uint8

const (
	underLayer layer = iota
	markLayer
	overLayer
	wordLayer
)

// stretch is a part of a layer that a native chart does not draw.
type stretch struct {
	in       layer
	from, to int
}

func (p *plot) layers() [4]*[]scene.Item {
	return [4]*[]scene.Item{&p.under, &p.marks, &p.over, &p.words}
}

// aside notes that no native chart draws what f draws: there it stands beside the chart, as shapes and words.
func (p *plot) aside(f func()) {
	var from [4]int
	for i, l := range p.layers() {
		from[i] = len(*l)
	}
	f()
	for i, l := range p.layers() {
		if to := len(*l); to > from[i] {
			p.asides = append(p.asides, stretch{layer(i), from[i], to})
		}
	}
}

// unless is aside where no native chart can draw what f draws.
func (p *plot) unless(native bool, f func()) {
	if native {
		f()
	} else {
		p.aside(f)
	}
}

// beneath puts items below all others; no native chart draws them.
func (p *plot) beneath(items []scene.Item) {
	p.under = append(items, p.under...)
	for i := range p.asides {
		if p.asides[i].in == underLayer {
			p.asides[i].from += len(items)
			p.asides[i].to += len(items)
		}
	}
	p.asides = append(p.asides, stretch{underLayer, 0, len(items)})
}

// besides are the items of some layers that no native chart draws, in painting order.
func (p *plot) besides(from, to layer) (out []scene.Item) {
	for in := from; in <= to; in++ {
		items := *p.layers()[in]
		own := make([]bool, len(items))
		for _, s := range p.asides {
			for i := s.from; s.in == in && i < s.to && i < len(own); i++ {
				own[i] = true
			}
		}
		for i, it := range items {
			if own[i] && !p.blank(in, it) {
				out = append(out, it)
			}
		}
	}
	return out
}

// blank says that an item only takes lines away from under words: a native chart with ticks draws its own lines above it.
func (p *plot) blank(in layer, it scene.Item) bool {
	s, ok := it.(*scene.Shape)
	return ok && in == underLayer && p.chart.Plot.Ticks && s.Stroke.Color.None() && s.Fill.Color.Token == p.look.Background.Token
}

// native says that the chart has a native form whose categories and values stand in the plot's area.
func (p *plot) native(form scene.Form) *scene.Plot {
	n := &scene.Plot{Form: form, Stack: scene.Stack(p.spec.Is.stack), Lying: !p.upright, Categories: p.inFull(), Named: p.named, Names: p.z.category, Tick: p.z.ticks,
		Rule: scene.Stroke{Color: p.look.Rule, Width: p.z.grid}, Base: scene.Stroke{Color: p.look.Text, Width: p.z.baseline}}
	p.chart.Plot = n
	return n
}

// naming draws the names of the categories, printed as they are given: a native chart prints them itself where they are the
// categories as its table holds them.
func (p *plot) naming(printed []string, f func()) {
	p.named = !p.spec.Inner.Bottom
	for i, name := range p.inFull() {
		p.named = p.named && i < len(printed) && printed[i] == name
	}
	p.unless(p.named, f)
}

// inFull are the names of the categories: dates in words, with their years.
func (p *plot) inFull() []string {
	out := make([]string, len(p.n.cats))
	for i, c := range p.n.cats {
		if out[i] = c.name; p.n.dated {
			out[i] = p.spec.lang().date(*c.date)
		}
	}
	return out
}

// nativeParts adds to a native form what stands around its marks. Many thousand data are a drawing in every format.
func (p *plot) nativeParts() {
	n := p.chart.Plot
	if p.n.sample || n != nil && (n.Box.W <= 0 || n.Box.H <= 0 || !p.numbersOnly(n)) {
		p.chart.Plot, n = nil, nil
	}
	if n != nil {
		n.Levels = p.rulers
		n.Under, n.Over = p.besides(underLayer, underLayer), p.besides(markLayer, wordLayer)
	}
}

// numbersOnly says that the values are such as a form can hold: bars beside each other and spans have room for ranges, a sum or a line
// through the middle of one would show a number that nobody gave.
func (p *plot) numbersOnly(n *scene.Plot) bool {
	ranges, below := false, false
	for _, col := range p.n.cols {
		for _, c := range col.cells {
			ranges = ranges || c.span()
			below = below || !c.missing && c.lo < 0 && finite(c.lo)
		}
	}
	switch {
	case n.Form == scene.Spans && !n.Days:
		return !below // an office program stacks what is below zero by itself
	case n.Days:
		return true
	case n.Form == scene.Bars && n.Stack == scene.Beside:
		return true
	}
	return !ranges
}

// box spans the native plot: along the categories from a place to another, along the values as far as the area goes, or from the
// first tick where there are some.
func (p *plot) box(n *scene.Plot, from, to scene.Pt) {
	ax := p.chart.Axes[0]
	n.Ticks = ax.Step > 0
	lo, hi := p.area.X, p.area.Right()
	if p.upright {
		lo, hi = p.area.Bottom(), p.area.Y
	}
	if n.Ticks || ax.Log {
		lo = p.val.a
	}
	if ax.Log || n.Stack == scene.Shares {
		hi = p.val.b
	}
	n.Values = [2]float64{p.val.back(lo), p.val.back(hi)}
	if p.upright {
		n.Box = scene.Rect{X: from, Y: hi, W: to - from, H: lo - hi}
	} else {
		n.Box = scene.Rect{X: lo, Y: from, W: hi - lo, H: to - from}
	}
}

// back is the value that stands at a place, also beyond the ends.
func (s scale) back(at scene.Pt) float64 {
	t := float64((at - s.a) / (s.b - s.a))
	if at == s.a || s.b == s.a {
		t = 0
	} else if at == s.b {
		t = 1
	}
	if s.log {
		return math.Pow(10, math.Log10(s.min)+t*(math.Log10(s.max)-math.Log10(s.min)))
	}
	return s.min + t*(s.max-s.min)
}

// markOf is how a datum is drawn. It is nothing in charts of many data, and of kinds without a native form.
func (p *plot) markOf(k, i int) *scene.DataMark {
	if p.n.sample || k < 0 || k >= len(p.n.cols) || i < 0 || i >= len(p.n.cats) {
		return &scene.DataMark{}
	}
	if p.ways == nil {
		p.ways = make([][]*scene.DataMark, len(p.n.cols))
	}
	if p.ways[k] == nil {
		p.ways[k] = make([]*scene.DataMark, len(p.n.cats))
	}
	if p.ways[k][i] == nil {
		p.ways[k][i] = &scene.DataMark{}
	}
	return p.ways[k][i]
}

// fillOf is how a bar is filled, as paint and mark do it.
func (p *plot) fillOf(c cell, color scene.Color, scenario string, k int) scene.DataMark {
	m := scene.DataMark{Color: color}
	if c.ceil() && c.point() >= 0 || c.floor() && c.point() < 0 {
		m.Color, _ = p.limitTones(color)
	}
	switch scenario {
	case "previous":
		m.Color = lettered(p.look, p.look.Tint(color, 0.7))
	case "plan":
		m.Outline = true
	case "forecast":
		m.Color, m.Hatch = p.look.Tint(m.Color, 0.38), m.Color
	}
	if p.hatched(k) && scenario != "forecast" && scenario != "plan" {
		m.Hatch = p.look.Background
	}
	return m
}

// labelled notes that the words printed last are the label of a datum, which a native chart prints at its mark. A bound's stands
// beside its open end, which is drawn.
func (p *plot) labelled(k, i int, tag scene.Rect, place scene.Place) {
	p.labelledAt(k, i, tag, place, scene.Point{}, false)
}

func (p *plot) labelledAt(k, i int, tag scene.Rect, place scene.Place, shift scene.Point, named bool) {
	if tag.W == 0 || len(p.words) == 0 || p.n.sample {
		return
	}
	c := p.n.cols[k].cells[i]
	t, ok := p.words[len(p.words)-1].(*scene.Text)
	if !ok || len(t.Paras) != 1 || !c.exact() {
		p.lastAside()
		return
	}
	l := &scene.Label{Spans: t.Paras[0].Spans, Place: place, Shift: shift, Named: named, Frame: t.Frame}
	l.Format = NumberFormat(l.Spans[len(l.Spans)-1].Text, c.lo)
	p.markOf(k, i).Label = l
}

// lastAside notes that no native chart prints the words printed last.
func (p *plot) lastAside() {
	p.asides = append(p.asides, stretch{wordLayer, len(p.words) - 1, len(p.words)})
}

// fills notes how the bar of a datum is filled.
func (p *plot) fills(k, i int, color scene.Color) {
	c, m := p.n.cols[k].cells[i], p.markOf(k, i)
	fill := p.fillOf(c, color, p.scenario(k, i), k)
	fill.Label = m.Label
	if p.spec.Is.stack != beside && !c.missing && !c.exact() {
		fill.Hatch = p.look.Background
	}
	*m = fill
}

// NumberFormat is the spreadsheet format in which a value prints as a text does, in the marks of English; empty where the text says
// more or other than the value: bounds, words, other marks.
func NumberFormat(text string, v float64) string {
	text = strings.TrimSpace(text)
	minus := strings.IndexAny(text, "−-")
	if v < 0 {
		if minus < 0 {
			return ""
		}
		sign := "−"
		if text[minus] == '-' {
			sign = "-"
		}
		text = text[:minus] + text[minus+len(sign):]
	} else if minus >= 0 {
		return ""
	}
	from := strings.IndexAny(text, "0123456789")
	if from < 0 {
		return ""
	}
	to := from
	for to < len(text) && strings.IndexByte("0123456789,.", text[to]) >= 0 {
		to++
	}
	for to > from && (text[to-1] == ',' || text[to-1] == '.') {
		to--
	}
	before, core, after := text[:from], text[from:to], text[to:]
	if strings.ContainsAny(after, "0123456789") || strings.ContainsAny(before+after, "\"<>≤≥?") {
		return ""
	}
	places := 0
	if dot := strings.IndexByte(core, '.'); dot >= 0 {
		places = len(core) - dot - 1
	}
	plain := strconv.FormatFloat(math.Abs(v), 'f', places, 64)
	f := "0"
	switch core {
	case table.GroupThousands(plain):
		f = "#,##0"
	case plain:
	default:
		return ""
	}
	if places > 0 {
		f += "." + strings.Repeat("0", places)
	}
	literal := func(s string) string {
		if s == "" {
			return ""
		}
		return `"` + s + `"`
	}
	unsigned := strings.TrimPrefix(before, "+")
	return literal(before) + f + literal(after) + ";" + literal("−"+unsigned) + f + literal(after)
}
