package charts

import (
	"math"

	"roadshow/scene"
)

func columnKind() Kind {
	return Kind{Name: "column", Summary: "A few categories or dates, standing", Columns: "{name, value}",
		check: checkBars, draw: drawColumns, marks: "callout difference cagr reference band event forecast trend", axis: fromZero,
		several: "grouped", lying: "bar", overTime: "line", stands: true, bars: true}
}

func groupedKind() Kind {
	return Kind{Name: "grouped", Summary: "Two or three series beside each other", Columns: "{name, value, value …}",
		check: checkBars, draw: drawColumns, marks: "callout difference cagr reference band event forecast", axis: fromZero,
		alone: "column", lying: "bar", stands: true, bars: true}
}

// stacking says how several series share a category.
type stacking uint8

const (
	beside stacking = iota // column, bar, grouped
	onTop                  // stacked
	shares                 // stacked_100
)

// barChart is the family of column, bar, grouped and stacked charts, standing or lying.
type barChart struct {
	*plot
	mode      stacking
	thick     scene.Pt // of one bar
	labels    bool     // values are printed at the marks, and there is no axis
	style     scene.Style
	order     []int // rows as drawn: indexes into cats, -1 for the row of all others
	parts     []int // series from the baseline outwards
	shareText [][]string
	headed    bool     // the first group names the series
	pending   []func() // labels, printed when all bars stand
}

// drawColumns draws standing bars; when the categories' names do not fit below them, the chart lies down.
func drawColumns(p *plot) {
	p.upright = true
	b := &barChart{plot: p, mode: p.spec.Is.stack}
	n := len(p.n.cats)
	marks := n * len(p.n.cols)
	if p.spec.Is.overTime != "" && n > 14 && p.n.dated {
		p.chart.Kind = p.spec.Is.overTime
		drawLine(p)
		return
	}
	b.prepare()
	b.labels = p.spec.Labels != "axis" && (marks <= 14 || b.mode != beside)
	b.style = p.z.data[3]
	right := b.sideRoom()
	layout := func() ([]catLabel, scene.Axis, scene.Pt, bool) {
		var ax scene.Axis
		var left scene.Pt
		ax = p.axisOn(b.domain(), p.frame.H*0.8, !b.labels || p.spec.Share != nil, true)
		if !b.labels {
			left = p.tickRoom(ax)
		}
		p.pitch = (p.frame.W - left - right) / scene.Pt(max(n, 1))
		names, ok := p.fitCategories(p.catNames(p.pitch), p.pitch)
		share := scene.Pt(0.62)
		if k := scene.Pt(len(p.n.cols)); k > 1 && b.mode == beside {
			share = k / (k + 0.6)
		}
		b.thick = min(p.pitch*share, p.z.columnMax*scene.Pt(b.perCategory()))
		return names, ax, left, ok && p.pitch >= 3
	}
	names, ax, left, ok := layout()
	if b.labels {
		if st := b.labelStyle(marks); st.Size > 0 {
			b.style = st
		} else {
			b.labels, b.style = false, p.z.data[3]
			names, ax, left, ok = layout()
		}
	}
	if !ok {
		p.upright = false
		drawLying(p)
		return
	}
	top := p.room() + b.key()
	p.area = scene.Rect{X: p.frame.X + left, Y: p.frame.Y + top, W: p.frame.W - left - right, H: p.frame.H - top - p.catHeight(names)}
	p.centers = make([]scene.Pt, n)
	for i := range p.centers {
		p.centers[i] = p.area.X + (scene.Pt(i)+0.5)*p.pitch
	}
	if !b.labels {
		p.area.Y, p.area.H = p.area.Y+p.z.ticks.Size, p.area.H-p.z.ticks.Size
	}
	lower, upper := pads(ax, p.area.H, b.needs())
	p.useAxis(ax, p.area.Bottom()-lower, p.area.Y+upper)
	if !b.labels {
		p.gridUpright(ax, p.frame.X, p.area.Right())
	}
	b.draw()
	b.aside(b.nameGroup)
	zero := p.val.at(p.val.zero())
	line(&p.over, p.frame.X, zero, p.area.Right(), zero, p.look.Text, p.z.baseline)
	p.naming(p.catNames(p.pitch), func() { p.drawCategories(names) })
	b.aside(b.sideNames)
	b.native(p.pitch)
}

// native says how the bars stand, whichever way they do.
func (b *barChart) native(pitch scene.Pt) *scene.Plot {
	n := b.plot.native(scene.Bars)
	n.Between = true
	first, last := b.centers[0], b.centers[len(b.centers)-1]
	b.box(n, first-pitch/2, last+pitch/2)
	each := b.thick / scene.Pt(b.perCategory())
	gap := b.groupGap()
	n.Gap = float64((pitch - b.thick + 2*gap) / (each - 2*gap))
	n.Overlap = float64(0 - 2*gap/(each-2*gap))
	n.Parts = b.parts
	for row := range b.rows() {
		i := b.category(row)
		n.Order = append(n.Order, i)
		if h := b.restHull(i); h.ok {
			n.Rest = &scene.Rest{Name: b.rowNames()[row], Datum: scene.Datum{Low: h.lo, High: h.hi, Text: b.othersText(),
				Drawn: &scene.DataMark{Color: b.look.Neutral}}}
		}
	}
	return n
}

// groupGap is the air on either side of a bar in a group.
func (b *barChart) groupGap() scene.Pt {
	n := scene.Pt(b.perCategory())
	if n > 1 {
		return min(b.z.gap/2, b.thick/n/6)
	}
	return 0
}

// restHull is where the rest lies in the row that stands for it.
func (b *barChart) restHull(i int) (h hull) {
	if i < 0 {
		return b.others()
	}
	return h
}

// perCategory is the number of bars that stand side by side in one category.
func (b *barChart) perCategory() int {
	if b.mode == beside {
		return max(len(b.n.cols), 1)
	}
	return 1
}

// prepare orders the parts of a stack: the message, else the biggest, stands on the baseline. Shares become percentages.
func (b *barChart) prepare() {
	n := b.n
	b.parts = make([]int, len(n.cols))
	for k := range b.parts {
		b.parts[k] = k
	}
	if b.mode != beside && b.spec.Order != "given" && len(n.cols) > 1 {
		first := n.col(b.spec.Highlight)
		if first < 0 {
			var most float64
			for k := range n.cols {
				var sum float64
				for _, c := range n.cols[k].cells {
					if !c.missing {
						sum += c.point()
					}
				}
				if first < 0 || sum > most {
					first, most = k, sum
				}
			}
		}
		b.parts[0], b.parts[first] = b.parts[first], b.parts[0]
		for k := first; k > 1 && b.parts[k] < b.parts[k-1]; k-- { // the others keep the author's order
			b.parts[k], b.parts[k-1] = b.parts[k-1], b.parts[k]
		}
	}
	if b.mode == shares {
		b.shareText = make([][]string, len(n.cols))
		for k := range n.cols {
			b.shareText[k] = make([]string, len(n.cats))
		}
		for i := range n.cats {
			for k, t := range n.shareTexts(i, b.spec.Format) {
				b.shareText[k][i] = t
			}
		}
	}
}

// labelStyle is the largest style of values in which every label fits its bar's room; Size 0 when none does.
func (b *barChart) labelStyle(marks int) scene.Style {
	room := b.thick
	switch {
	case b.mode == beside && len(b.n.cols) == 1:
		room = b.pitch - apart
	case b.mode == beside:
		room = b.thick/scene.Pt(len(b.n.cols)) - 1
	}
	if b.mode == onTop {
		room = b.pitch - apart // totals may be wider than their column
	}
	if b.mode != beside { // every part is labelled, whatever their number
		marks = min(max(marks, 5), 14)
	}
	first := b.z.dataStyle(marks)
	for _, st := range append(b.z.data[:], condensed(b.z.data[3]).At(max(b.z.least, 8), 10)) {
		if st.Size > first.Size {
			continue
		}
		fits := true
		for k := range b.n.cols {
			for i := range b.n.cats {
				if b.mode == beside && b.width(b.text(k, i), st) > room {
					fits = false
				}
			}
		}
		if b.mode == onTop {
			for i := range b.n.cats {
				fits = fits && b.width(b.n.totalText(i, b.spec.Format), st) <= room
			}
		}
		if fits {
			return st
		}
	}
	return scene.Style{}
}

// text is what is printed at a mark.
func (b *barChart) text(k, i int) string {
	if b.mode == shares {
		return b.shareText[k][i]
	}
	return b.markText(k, i)
}

// rows is how many rows are drawn.
func (b *barChart) rows() int {
	if b.order == nil {
		return len(b.n.cats)
	}
	return len(b.order)
}

// category is the one that a row shows, -1 in the row of all others.
func (b *barChart) category(row int) int {
	if b.order == nil {
		return row
	}
	return b.order[row]
}

// needs is the room beyond the marks' ends: open ends, labels, totals.
func (b *barChart) needs() []need {
	if d := b.spec.Share; d != nil && b.mode == beside { // the same room in every chart, so that lengths compare
		room := b.z.fade
		if b.labels && b.upright {
			room += 1.2 * b.style.Size
		} else if b.labels {
			room += b.width(d.Label, b.style) + 0.6*b.style.Size
		}
		out := []need{{v: d.Max, room: room}}
		if d.Min < 0 {
			out = append(out, need{v: d.Min, room: room, lower: true})
		}
		return out
	}
	var out []need
	if b.mode != beside {
		if b.mode == onTop && b.labels && len(b.n.cols) > 1 {
			h := b.domain()
			room := 1.25 * b.style.Size
			if !b.upright {
				for i := range b.n.cats {
					room = max(room, b.width(b.n.totalText(i, b.spec.Format), b.style)+b.style.Size)
				}
			}
			out = append(out, need{v: h.hi, room: room})
		}
		return out
	}
	for k := range b.n.cols {
		for row := range b.rows() {
			i := b.category(row)
			if i < 0 { // the rest in one bar asks for itself
				continue
			}
			c := b.n.cols[k].cells[i]
			if c.missing {
				if !b.upright {
					out = append(out, need{v: 0, room: b.width(b.text(k, i), b.style) + b.style.Size})
				}
				continue
			}
			down := c.point() < 0
			n := need{v: finiteMax(c), lower: down}
			if down && finite(c.lo) {
				n.v = c.lo
			}
			if c.floor() && !down || c.ceil() && down {
				n.room += b.z.fade
			}
			if b.labels {
				if b.upright {
					n.room += 1.2 * b.style.Size
				} else {
					n.room += b.width(b.text(k, i), b.style) + 0.6*b.style.Size
				}
			}
			out = append(out, n)
		}
	}
	return out
}

// domain is the range of values that the marks cover, zero included.
func (b *barChart) domain() hull {
	var h hull
	h.add(0)
	if b.mode == shares {
		h.add(0, 100)
		return h
	}
	for i := range b.n.cats {
		var sum float64
		for k := range b.n.cols {
			c := b.n.cols[k].cells[i]
			if c.missing {
				continue
			}
			if b.mode == beside {
				h.add(c.lo, c.hi)
				continue
			}
			sum += c.point()
			h.add(sum)
		}
	}
	b.addAnnotated(&h)
	return h
}

// draw draws all bars, then their labels, and leaves the anchors.
func (b *barChart) draw() {
	for row := range b.centers {
		i := b.category(row)
		if i < 0 {
			continue
		}
		if b.mode == beside {
			for k := range b.n.cols {
				b.drawBeside(k, i, row)
			}
		} else {
			b.drawStack(i, row)
		}
	}
	for _, l := range b.pending {
		l()
	}
}

func (b *barChart) drawBeside(k, i, row int) {
	n := scene.Pt(len(b.n.cols))
	thick := b.thick / n
	at := b.centers[row] - b.thick/2 + (scene.Pt(k)+0.5)*thick
	c := b.n.cols[k].cells[i]
	color := b.seriesColor(k)
	if n == 1 {
		color = b.categoryColor(i)
	}
	m := b.mark(c, at, thick-2*b.groupGap(), color, b.scenario(k, i), k)
	b.fills(k, i, color)
	b.anchors = append(b.anchors, anchor{series: k, cat: i, tip: m.tip, box: m.solid})
	b.solid = append(b.solid, m.whole)
	if j := len(b.anchors) - 1; b.labels || c.missing {
		b.pending = append(b.pending, func() {
			b.anchors[j].tag = b.valueLabel(k, i, m, at, thick)
			place := scene.OutEnd
			if m.solid.Overlaps(b.anchors[j].tag) {
				place = scene.InEnd
			}
			b.labelled(k, i, b.anchors[j].tag, place)
		})
	}
}

// drawStack draws one category's parts upon each other, with the total at the end.
func (b *barChart) drawStack(i, row int) {
	at, scaleBy := b.centers[row], 1.0
	if b.mode == shares {
		var sum float64
		for k := range b.n.cols {
			if c := b.n.cols[k].cells[i]; !c.missing {
				sum += c.point()
			}
		}
		if sum == 0 {
			return
		}
		scaleBy = 100 / sum
	}
	var base float64
	end := b.val.at(0)
	for step, k := range b.parts {
		c := b.n.cols[k].cells[i]
		if c.missing || c.point() == 0 {
			continue
		}
		v := c.point() * scaleBy
		from, to := b.val.at(base), b.val.at(base+v)
		base += v
		end = to
		r := b.bar(at, b.thick, from, to)
		color := b.partTone(k, b.parts)
		whole := r
		if step > 0 { // a gap of background between touching fills, taken from the outer part
			g := min(b.z.gap, max(to-from, from-to)/3)
			if b.upright {
				r.H -= g
			} else {
				r.X, r.W = r.X+g, r.W-g
			}
		}
		scenario := b.scenario(k, i)
		tone := b.paint(r, color, scenario, k)
		b.fills(k, i, color)
		if !c.exact() {
			b.hatch(&b.marks, r, b.look.Background, 4, 0.8, false)
		}
		a := anchor{series: k, cat: i, tip: b.tipOf(r, true), box: whole}
		if b.labels {
			a.tag = b.partLabel(k, i, r, tone)
			if b.labelled(k, i, a.tag, scene.Middle); scenario == "forecast" {
				b.plate(a.tag, tone)
			}
		}
		b.anchors = append(b.anchors, a)
		b.solid = append(b.solid, whole)
	}
	if b.mode == onTop && len(b.n.cols) > 1 && b.labels {
		st := b.style
		text := b.n.totalText(i, b.spec.Format)
		b.aside(func() {
			if b.upright {
				b.tag(text, st, at, end-0.36*st.Size, scene.Center)
			} else {
				b.tag(text, st, end+0.5*st.Size, at+0.35*st.Size, scene.Left)
			}
		})
	}
}

// partLabel prints a part's value in its middle where it fits.
func (b *barChart) partLabel(k, i int, r scene.Rect, color scene.Color) scene.Rect {
	text := b.text(k, i)
	for _, st := range []scene.Style{b.partStyle(), b.z.data[3], condensed(b.z.data[3])} {
		w := b.width(text, st)
		if r.H >= 1.3*st.Size && r.W >= w+4 {
			st = st.With(b.look.On(color))
			tag := b.tag(text, st, r.X+r.W/2, r.Y+r.H/2+0.35*st.Size, scene.Center)
			if b.spec.Grey || !b.n.cols[k].cells[i].exact() {
				b.plate(tag, color)
			}
			return tag
		}
	}
	return scene.Rect{}
}

func (b *barChart) partStyle() scene.Style {
	if b.style.Size > b.z.data[2].Size {
		return b.z.data[2]
	}
	return b.style
}

func (p *plot) tipOf(r scene.Rect, up bool) scene.Point {
	switch {
	case p.upright && up:
		return scene.Point{X: r.X + r.W/2, Y: r.Y}
	case p.upright:
		return scene.Point{X: r.X + r.W/2, Y: r.Bottom()}
	case up:
		return scene.Point{X: r.Right(), Y: r.Y + r.H/2}
	}
	return scene.Point{X: r.X, Y: r.Y + r.H/2}
}

// finiteMax is the larger of the finite ends of a cell.
func finiteMax(c cell) float64 {
	if math.IsInf(c.hi, 1) {
		return c.lo
	}
	return c.hi
}

// checkBars judges column, bar and grouped charts.
func checkBars(c *check) {
	c.noLog("use dot or line for a log scale", "bars begin at zero, and a log scale has none")
	if one := len(c.n.cols) == 1; one && c.Is.alone != "" {
		c.become(c.Is.alone)
	} else if !one && c.Is.several != "" {
		c.become(c.Is.several)
	}
	c.missingPeriods()
	switch n := len(c.n.cats); {
	case c.Kind == "column" && n > 14 && c.n.dated:
		c.l.Warn(c.place("kind"), "W-CHART", "use line", "%d columns are more than 14: it is drawn as a line", n)
	case c.Kind == "column" && n > 14:
		c.l.Warn(c.place("kind"), "W-CHART", "use bar", "%d columns are more than 14", n)
	case c.Kind == "grouped" && len(c.n.cols) > 3:
		c.l.Warn(c.place("kind"), "W-CHART", "use chart_grid, one small chart a series", "%d series beside each other are hard to compare; 3 are not", len(c.n.cols))
	}
}
