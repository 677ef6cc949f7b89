package charts

import (
	"slices"
	"strings"

	"roadshow/assets"
	"roadshow/internal/diag"
	"roadshow/scene"
)

// plot is one drawing in progress. Kinds set the scales, draw marks and labels, and leave anchors for the annotations.
type plot struct {
	spec    *Chart
	n       *numbers
	st      Style
	look    *assets.Look
	z       sizes
	l       *diag.List
	chart   *scene.Chart
	frame   scene.Rect // nothing is drawn outside
	area    scene.Rect // marks stand here
	upright bool       // the value axis stands: columns, lines
	val     scale
	cat     scale // categories: 0…n−1, or days, when line-like; else see centers
	centers []scene.Pt
	pitch   scene.Pt

	under, marks, over, words []scene.Item // drawn in this order
	boxes                     []scene.Rect // of all words
	solid                     []scene.Rect // of all marks that words avoid
	fades                     []scene.Rect // open ends
	anchors                   []anchor
	colors                    []scene.Color // per series, as drawn
	sums                      []scene.Datum // by series: a computed total that stands beside the categories
	lastMiddles               []scene.Pt    // mekko: of the cells of the last column
	unlabelled                int
	unnamed                   []string // points without a place for their names: the alternative text lists them
	trends                    []trendDrawn
	trendsDone                bool
	asides                    []stretch           // what no native chart draws
	ways                      [][]*scene.DataMark // how data are drawn, by series and category; nil: plainly
	rulers                    []scene.Level       // lines at values
	named                     bool                // a native chart may print the categories' names
}

// anchor is where annotations find a value: the mark's end and its frame.
type anchor struct {
	series, cat int
	tip         scene.Point
	box         scene.Rect
	tag         scene.Rect // the data label; zero when there is none
}

// fewLines have few words, however many values they run through.
const fewLines = 4

// fewRows are so few that they speak up on a slide of their own.
const fewRows = 4

func newPlot(c *Chart, frame scene.Rect, st Style, l *diag.List) *plot {
	own, look := *c.n, st.Look // kinds change what they need; the chart may be drawn for both media at once
	if c.Grey {
		look = greyLook(look)
	}
	z := sizesFor(st.Medium, look)
	switch {
	case !z.doc && (frame.W >= 700 && len(own.cats) <= 12 || frame.W >= 560 && (len(own.cats) <= 6 || c.Is.lines && len(own.cols) <= fewLines)) && frame.H >= 200:
		z = z.roomy()
		if c.Is.rows != nil && len(own.cats) <= fewRows {
			z = z.few()
		}
	case c.Share != nil && c.Is.stands:
		z = z.low(frame.H)
	}
	return &plot{spec: c, n: &own, st: st, look: look, z: z, l: l, frame: frame, area: frame,
		chart: &scene.Chart{ID: c.ID, Kind: c.Kind, Title: c.Title, Unit: c.UnitLine(), Frame: frame}}
}

// items is the finished drawing.
func (p *plot) items() []scene.Item {
	out := make([]scene.Item, 0, len(p.under)+len(p.marks)+len(p.over)+len(p.words))
	out = append(out, p.under...)
	out = append(out, p.marks...)
	out = append(out, p.over...)
	return append(out, p.words...)
}

func (p *plot) anchor(series, cat int) *anchor {
	for i := range p.anchors {
		if a := &p.anchors[i]; a.series == series && a.cat == cat {
			return a
		}
	}
	return nil
}

func fill(layer *[]scene.Item, path scene.Path, c scene.Color) {
	*layer = append(*layer, &scene.Shape{Path: path, Fill: scene.Paint{Color: c}})
}

func fillRect(layer *[]scene.Item, r scene.Rect, c scene.Color) {
	if r.W > 0 && r.H > 0 {
		fill(layer, scene.RectPath(r), c)
	}
}

func stroke(layer *[]scene.Item, path scene.Path, c scene.Color, w scene.Pt, dash ...scene.Pt) {
	*layer = append(*layer, &scene.Shape{Path: path, Stroke: scene.Stroke{Color: c, Width: w, Dash: dash}})
}

func line(layer *[]scene.Item, x0, y0, x1, y1 scene.Pt, c scene.Color, w scene.Pt, dash ...scene.Pt) {
	stroke(layer, scene.LinePath(scene.Point{X: x0, Y: y0}, scene.Point{X: x1, Y: y1}), c, w, dash...)
}

// bar is the frame of a mark that is thick across and reaches from one place to another along the value axis.
func (p *plot) bar(center, thick, from, to scene.Pt) scene.Rect {
	a, b := min(from, to), max(from, to)
	if p.upright {
		return scene.Rect{X: center - thick/2, Y: a, W: thick, H: b - a}
	}
	return scene.Rect{X: a, Y: center - thick/2, W: b - a, H: thick}
}

// along is a line at one place of the value axis, across the whole area.
func (p *plot) along(v scene.Pt) (x0, y0, x1, y1 scene.Pt) {
	if p.upright {
		return p.area.X, v, p.area.Right(), v
	}
	return v, p.area.Y, v, p.area.Bottom()
}

// hatch draws 45° lines within a frame: forecasts, and series in print: grey.
func (p *plot) hatch(layer *[]scene.Item, r scene.Rect, c scene.Color, step, width scene.Pt, down bool) {
	if r.W <= 0 || r.H <= 0 {
		return
	}
	var path scene.Path
	for d := step; d < r.W+r.H; d += step {
		x0, y0 := max(d-r.H, 0), min(d, r.H)
		x1, y1 := min(d, r.W), max(d-r.W, 0)
		if down {
			y0, y1 = r.H-y0, r.H-y1
		}
		path.Move(r.X+x0, r.Y+y0)
		path.Line(r.X+x1, r.Y+y1)
	}
	if len(path.Ops) > 0 {
		stroke(layer, path, c, width)
	}
}

// head is a filled arrow head with its point at (x, y), pointing along (dx, dy), a unit vector of one axis.
func (p *plot) head(layer *[]scene.Item, x, y, dx, dy scene.Pt, c scene.Color) {
	l, w := p.z.arrow, p.z.arrow*0.36
	fill(layer, scene.PolygonPath(scene.Point{X: x, Y: y},
		scene.Point{X: x - dx*l - dy*w, Y: y - dy*l + dx*w},
		scene.Point{X: x - dx*l + dy*w, Y: y - dy*l - dx*w}), c)
}

// seriesColor gives series k of the table its colour: pinned entity, message, comparison or context.
func (p *plot) seriesColor(k int) scene.Color {
	if e := p.spec.Entities[p.n.cols[k].name]; e >= 1 && e <= 8 {
		return p.look.Series[e-1]
	}
	n := len(p.n.cols)
	if h := p.n.col(p.spec.Highlight); h >= 0 && n > 1 {
		switch {
		case k == h:
			return p.look.Accent
		case n == 2 && !p.spec.Is.lines:
			return p.look.Series[1]
		}
		return p.look.Neutral
	}
	switch {
	case n == 1 && p.spec.Context:
		return p.look.Neutral
	case n == 1:
		return p.look.Accent
	case k < 8:
		return p.look.Series[k]
	}
	return p.look.Neutral
}

// partTone is the colour of a part of a stack, given the order of the parts: those of context alternate between two tones.
func (p *plot) partTone(k int, order []int) scene.Color {
	c, before := p.seriesColor(k), 0
	for _, j := range order[:slices.Index(order, k)] {
		if p.seriesColor(j).Token == p.look.Neutral.Token {
			before++
		}
	}
	if c.Token == p.look.Neutral.Token && before%2 == 1 {
		return p.look.Tint(c, 0.62)
	}
	return c
}

// categoryColor colours the marks of a chart with one series by category: the highlight or the end of a difference carries
// the message, where it started is its tint, the rest is context. When nothing stands out, all are alike.
func (p *plot) categoryColor(i int) scene.Color {
	if e := p.spec.Entities[p.n.cats[i].name]; e >= 1 && e <= 8 {
		return p.look.Series[e-1]
	}
	message, start := p.n.cat(p.spec.Highlight), -1
	for _, a := range p.spec.Annotations {
		if a.Kind == "difference" {
			if to := p.n.cat(a.To); message < 0 {
				message = to
			}
			if p.n.cat(a.To) == message {
				start = p.n.cat(a.From)
			}
		}
	}
	switch {
	case message < 0 && p.spec.Context:
		return p.look.Neutral
	case message < 0 || i == message:
		return p.look.Accent
	case i == start:
		return p.look.Tint(p.look.Accent, 0.38)
	}
	return p.look.Neutral
}

// rowColor is the colour of a row that is one mark: a pinned entity's, the accent where it is highlighted and a quiet one where
// another is; plain where none is.
func (p *plot) rowColor(i int, quiet, plain scene.Color) scene.Color {
	h := p.n.cat(p.spec.Highlight)
	switch e := p.spec.Entities[p.n.cats[i].name]; {
	case e >= 1 && e <= 8:
		return p.look.Series[e-1]
	case h < 0:
		return plain
	case h == i:
		return p.look.Accent
	}
	return quiet
}

// readable is a colour in which words can be set on the background.
func (p *plot) readable(c scene.Color) scene.Color {
	if c.Token == p.look.Neutral.Token || strings.HasPrefix(c.Token, p.look.Muted.Token) {
		return p.look.Muted
	}
	return p.look.Readable(c, p.look.Background)
}
