package charts

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"roadshow/briefing/evidence/value"
	"roadshow/scene"
)

func waterfallKind() Kind {
	return Kind{Name: "waterfall", Summary: "Steps from one total to another", Columns: "{step, value}", Wide: true, Totals: true,
		check: checkWaterfall, draw: drawWaterfall, marks: "callout difference reference band", axis: fromZero, colours: ownColours, reach: stepsReach,
		stands: true}
}

// drawWaterfall draws the steps between totals; when the names do not fit below, the chart lies down.
func drawWaterfall(p *plot) {
	p.upright = true
	n := len(p.n.cats)
	p.pitch = p.frame.W / scene.Pt(max(n, 1))
	names, ok := p.fitCategories(p.catNames(p.pitch), p.pitch)
	w := &waterfall{plot: p}
	w.run()
	st := w.fitStyle(p.pitch - apart)
	if ok && st.Size > 0 {
		w.style = st
		w.standing(names)
		return
	}
	p.upright = false
	w.lying()
}

// waterfall is the running sum of a chart.
type waterfall struct {
	*plot
	style    scene.Style
	from, to []float64
	total    []bool
	signed   []string // with as many decimals as the totals
}

// isTotal says whether a step is a total: the first, the last, and those that the author names.
func (s *Spec) isTotal(n *numbers, i int) bool {
	return i == 0 || i == len(n.cats)-1 || slices.ContainsFunc(s.Totals, func(t string) bool { return n.cat(t) == i })
}

func (w *waterfall) run() {
	n := len(w.n.cats)
	w.from, w.to, w.total = make([]float64, n), make([]float64, n), make([]bool, n)
	f := w.spec.Format
	f.Plus = true
	vs := make([]value.Value, n)
	for i, c := range w.n.cols[0].cells {
		vs[i] = *c.value
	}
	w.signed = value.FormatAll(vs, f)
	var sum float64
	for i, c := range w.n.cols[0].cells {
		w.total[i] = w.spec.isTotal(w.n, i)
		v := c.point()
		switch {
		case c.missing && w.total[i]:
			w.to[i] = sum
		case c.missing:
			w.from[i], w.to[i] = sum, sum
		case w.total[i]:
			w.to[i] = v
			sum = v
		default:
			w.from[i], w.to[i] = sum, sum+v
			sum += v
		}
	}
}

// label is a step's value: signed unless it is a total.
func (w *waterfall) label(i int) string {
	c := w.n.cols[0].cells[i]
	if w.total[i] || c.missing || c.value.Words != "" {
		return w.markText(0, i)
	}
	return w.signed[i]
}

// color is that of totals, rises and falls; beside a highlighted step the others are tints.
func (w *waterfall) color(i int) scene.Color {
	message := w.n.cat(w.spec.Highlight)
	c := w.look.Negative
	if w.to[i] >= w.from[i] {
		c = w.look.Positive
	}
	switch {
	case w.total[i] && i == message:
		return w.look.Text
	case w.total[i]: // whole bars in the colour of text would outshout the steps, which are the message
		return w.look.Tint(w.look.Text, 0.66)
	case message >= 0 && i != message:
		return w.look.Tint(c, 0.5)
	}
	return c
}

// fitStyle is the largest data label that fits the room; Size 0 when none does.
func (w *waterfall) fitStyle(room scene.Pt) scene.Style {
	first := w.z.dataStyle(max(len(w.n.cats), 5))
	for _, st := range append(w.z.data[:], condensed(w.z.data[3])) {
		if st.Size > first.Size {
			continue
		}
		fits := true
		for i := range w.n.cats {
			fits = fits && w.width(w.label(i), st) <= room
		}
		if fits {
			return st
		}
	}
	return scene.Style{}
}

func (w *waterfall) hull() (h hull) {
	h.add(0)
	h.add(w.from...)
	h.add(w.to...)
	w.addAnnotated(&h)
	return h
}

func (w *waterfall) standing(names []catLabel) {
	n := len(w.n.cats)
	top := w.room()
	w.area = scene.Rect{X: w.frame.X, Y: w.frame.Y + top, W: w.frame.W, H: w.frame.H - top - w.catHeight(names)}
	w.centers = make([]scene.Pt, n)
	for i := range w.centers {
		w.centers[i] = w.area.X + (scene.Pt(i)+0.5)*w.pitch
	}
	ax := w.axisOn(w.hull(), w.area.H, w.spec.Share != nil, true)
	var needs []need
	for i := range w.n.cats {
		hi, lo := max(w.from[i], w.to[i]), min(w.from[i], w.to[i])
		needs = append(needs, need{v: hi, room: 1.25 * w.style.Size})
		if w.to[i] < w.from[i] || w.total[i] && w.to[i] < 0 {
			needs = append(needs, need{v: lo, room: 1.25 * w.style.Size, lower: true})
		}
	}
	lower, upper := pads(ax, w.area.H, needs)
	w.useAxis(ax, w.area.Bottom()-lower, w.area.Y+upper)
	w.steps(min(w.pitch*0.68, w.z.columnMax))
	zero := w.val.at(w.val.zero())
	line(&w.over, w.frame.X, zero, w.area.Right(), zero, w.look.Text, w.z.baseline)
	w.naming(w.catNames(w.pitch), func() { w.drawCategories(names) })
	w.native(min(w.pitch*0.68, w.z.columnMax))
}

// native says how the steps stand.
func (w *waterfall) native(thick scene.Pt) {
	n := w.plot.native(scene.Steps)
	n.Between = true
	w.box(n, w.centers[0]-w.pitch/2, w.centers[len(w.centers)-1]+w.pitch/2)
	n.Gap = float64((w.pitch - thick) / thick)
	for i := range w.n.cats {
		m := w.markOf(0, i)
		m.Color = w.color(i)
		switch {
		case w.total[i]:
			m.Step = "total"
		case w.to[i] < w.from[i]:
			m.Step = "fall"
		default:
			m.Step = "rise"
		}
		f := w.fillOf(w.n.cols[0].cells[i], m.Color, w.scenario(0, i), 0)
		m.Color, m.Hatch, m.Outline = f.Color, f.Hatch, f.Outline
		if c := w.n.cols[0].cells[i]; !c.missing && !c.exact() {
			m.Hatch = w.look.Background
		}
	}
}

func (w *waterfall) lying() {
	n := len(w.n.cats)
	top := w.room()
	w.pitch = min((w.frame.H-top)/scene.Pt(max(n, 1)), w.rowPitch(max(n, 5), 1))
	names := w.fitRows(w.catNames(1e6), w.pitch, 0, scene.Right)
	thick := min(max((w.pitch-names.over)/1.45, w.z.barMin), w.z.barMax)
	thick = min(thick, max(w.pitch-names.over-1, 1))
	w.style = w.z.data[2]
	if w.style.Size > w.pitch/1.15 {
		w.style = w.z.data[3]
	}
	w.area = scene.Rect{X: w.frame.X + names.w, Y: w.frame.Y + top, W: w.frame.W - names.w, H: w.pitch * scene.Pt(n)}
	w.centers = make([]scene.Pt, n)
	for i := range w.centers {
		w.centers[i] = w.area.Y + (scene.Pt(i)+0.5)*w.pitch + names.over/2
	}
	ax := w.axisOn(w.hull(), w.area.W, w.spec.Share != nil, true)
	var needs []need
	for i := range w.n.cats {
		room := w.width(w.label(i), w.style) + 0.7*w.style.Size
		needs = append(needs, need{v: max(w.from[i], w.to[i]), room: room})
		if w.to[i] < 0 || w.from[i] < 0 {
			needs = append(needs, need{v: min(w.from[i], w.to[i]), room: 2, lower: true})
		}
	}
	lower, upper := pads(ax, w.area.W, needs)
	w.useAxis(ax, w.area.X+lower, w.area.Right()-upper)
	w.namingRows(names, thick)
	w.steps(thick)
	zero := w.val.at(w.val.zero())
	line(&w.over, zero, w.area.Y, zero, w.area.Bottom(), w.look.Text, w.z.baseline)
	w.native(thick)
}

// steps draws the floating bars with connectors and labels, whichever way the chart stands.
func (w *waterfall) steps(thick scene.Pt) {
	st := w.style
	for i := range w.n.cats {
		at := w.centers[i]
		a, b := w.val.at(w.from[i]), w.val.at(w.to[i])
		r := w.bar(at, thick, a, b)
		c := w.n.cols[0].cells[i]
		if !c.missing {
			w.paint(r, w.color(i), w.scenario(0, i), 0)
			if !c.exact() {
				w.hatch(&w.marks, r, w.look.Background, 4, 0.8, false)
			}
		}
		w.solid = append(w.solid, r)
		if i+1 < len(w.centers) { // the level at which the next step begins
			from, to := at+thick/2, w.centers[i+1]-thick/2
			w.aside(func() {
				if w.upright {
					line(&w.under, from, b, to, b, w.look.Text, 0.6)
				} else {
					line(&w.under, b, from, b, to, w.look.Text, 0.6)
				}
			})
		}
		down := w.to[i] < w.from[i]
		an := anchor{series: 0, cat: i, tip: w.tipOf(r, !down), box: r}
		style := st
		if c.missing {
			style = st.With(w.look.Muted)
		}
		switch {
		case !w.upright:
			an.tag = w.tag(w.label(i), style, r.Right()+0.6*st.Size, at+0.35*st.Size, scene.Left)
			if an.tag.W > 0 {
				w.lastAside()
			}
		case down && !w.overZero(r, st):
			an.tag = w.tag(w.label(i), style, at, r.Bottom()+1.05*st.Size, scene.Center)
			w.labelled(0, i, an.tag, scene.Below)
		default:
			an.tag = w.tag(w.label(i), style, at, r.Y-0.36*st.Size, scene.Center)
			w.labelled(0, i, an.tag, scene.Above)
		}
		w.anchors = append(w.anchors, an)
	}
	w.colors = []scene.Color{w.look.Tint(w.look.Text, 0.66)}
}

// overZero says that a label below a bar would stand on the zero line: then it stands above the bar.
func (w *waterfall) overZero(r scene.Rect, st scene.Style) bool {
	zero := w.val.at(w.val.zero())
	return r.Bottom() <= zero && r.Bottom()+1.3*st.Size > zero
}

// checkWaterfall adds the steps in decimals and holds them against every stated total.
func checkWaterfall(c *check) {
	checkRanges(c)
	if len(c.n.cols) != 1 {
		c.wrongShape(c.l, len(c.n.cols))
		return
	}
	if len(c.n.cats) < 3 {
		c.l.Error(c.place("kind"), "E-CHART", "write {step, value}: first total, steps, last total", "a waterfall needs two totals and at least one step")
		return
	}
	for _, t := range c.Totals {
		if c.n.cat(t) < 0 {
			c.l.Error(c.place("totals"), "E-REF", c.near(t), "totals names no step: %q", t)
		}
	}
	cells := c.n.cols[0].cells
	var sum value.Value
	var said []string
	known := true
	for i, v := range cells {
		switch {
		case v.missing:
			if c.isTotal(c.n, i) {
				c.l.Error(*v.at, "E-CHART", "leave the total out, or give it", "a total of a waterfall is missing: %s", c.n.cats[i].name)
			} else {
				c.l.Error(*v.at, "E-CHART", "join it with another step, or give it", "a step of a waterfall is missing: %s", c.n.cats[i].name)
			}
			known = false
			continue
		case v.floor() || v.ceil():
			c.l.Error(*v.at, "E-CHART", "use bar, which draws a bound as one", "a bound cannot be stacked in a waterfall: %s is %s", c.n.cats[i].name, v.text)
			known = false
			continue
		case i == 0:
			sum = *v.value
			said = []string{v.text}
			continue
		}
		if !c.isTotal(c.n, i) {
			sum = plus(sum, *v.value)
			f := c.Format
			f.Plus = true
			said = append(said, v.value.Label(f))
			continue
		}
		// Intervals agree when they meet; "about" forgives nothing.
		slack := decimal.Zero
		if c.Rounded {
			slack = c.slack(len(said) + 1)
		}
		if known && (sum.Hi.N.Add(slack).LessThan(v.value.Lo.N) || sum.Lo.N.Sub(slack).GreaterThan(v.value.Hi.N)) {
			sum.Words, sum.Computed = "", false
			miss := minus(*v.value, sum)
			miss.Words, miss.About = "", false
			c.l.Error(*v.at, "E-SUM", c.roundingHint(miss.Lo.N, len(said)+1, "correct the step or the total that is wrong"), "the steps add up to %s, but %s says %s, a difference of %s: %s",
				sum.Label(c.Format), c.n.cats[i].name, v.text, miss.Label(c.Format), strings.Join(said, " "))
		}
		sum = *v.value
		said = []string{v.text}
	}
	if len(cells) > 11 {
		c.l.Warn(c.place("kind"), "W-CHART", "merge small steps", "%d steps are more than 9", len(cells)-2)
	}
}

// stepsReach adds the levels between the steps.
func stepsReach(c *Chart, h *hull) {
	var sum float64
	for i, v := range c.n.cols[0].cells {
		if v.missing {
			continue
		}
		if c.isTotal(c.n, i) {
			sum = 0
		}
		sum += v.point()
		h.add(sum)
	}
}
