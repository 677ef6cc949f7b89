package charts

import (
	"math"
	"slices"

	"roadshow/scene"
)

func waffleKind() Kind {
	return Kind{Name: "waffle", Summary: "A share of a hundred, or a small count, in squares", Columns: "{name, part}",
		check: checkWaffle, draw: drawWaffle, whole: true, crowded: true}
}

// drawWaffle draws shares of a hundred, or a small count, as squares in whole units.
func drawWaffle(p *plot) {
	cells := p.n.cols[0].cells
	counts, total := waffleCounts(p.n)
	if total == 0 {
		return
	}
	rows, across := 10, 10
	if total != 100 {
		across = max(int(math.Ceil(math.Sqrt(float64(total)*1.6))), 1)
		rows = (total + across - 1) / across
	}
	texts := p.n.partTexts(false, p.spec.Format)
	const gap, beside = 2, 16
	squares := p.frame.W * 0.5
	if len(cells) == 1 { // they leave its figure, which stands beside them on one line, the room of the least letters
		squares = min(squares, p.frame.W-beside-p.width(texts[0], p.waffleFigure().At(p.z.least, p.z.least*1.1)))
	}
	side := min((p.frame.H+gap)/scene.Pt(rows)-gap, (squares+gap)/scene.Pt(across)-gap, 26)
	if side < 1.5 {
		return
	}
	p.area = scene.Rect{X: p.frame.X, Y: p.frame.Y, W: scene.Pt(across)*(side+gap) - gap, H: scene.Pt(rows)*(side+gap) - gap}
	p.solid = append(p.solid, p.area)
	order := make([]int, len(cells))
	for i := range order {
		order[i] = i
	}
	if p.spec.Order != "given" {
		slices.SortStableFunc(order, func(a, b int) int { return -compare(cells[a], cells[b]) })
		if i := slices.Index(order, p.n.cat(p.spec.Highlight)); i > 0 { // the message fills first
			h := order[i]
			order = slices.Insert(slices.Delete(order, i, i+1), 0, h)
		}
	}
	p.colors = []scene.Color{p.look.Accent}
	at := 0
	type part struct {
		i        int
		from, to int
	}
	var parts []part
	for rank, i := range order {
		color := p.waffleColor(i, rank, len(order))
		from := at
		for range counts[i] {
			r := scene.Rect{X: p.area.X + scene.Pt(at%across)*(side+gap), Y: p.area.Y + scene.Pt(at/across)*(side+gap), W: side, H: side}
			fillRect(&p.marks, r, color)
			if p.spec.Grey && rank%2 == 1 {
				p.hatch(&p.marks, r, p.look.Background, 3, 0.7, false)
			}
			at++
		}
		parts = append(parts, part{i, from, at})
	}
	for ; at < total; at++ {
		r := scene.Rect{X: p.area.X + scene.Pt(at%across)*(side+gap), Y: p.area.Y + scene.Pt(at/across)*(side+gap), W: side, H: side}
		fillRect(&p.marks, r, p.look.Tint(p.look.Neutral, 0.45))
	}
	// Names stand right of the squares, level with the middle of their part.
	st, vst := p.z.category, p.z.dataStyle(8)
	if len(parts) == 1 { // one share stands beside the squares as large as a figure in the text
		vst = p.waffleFigure()
		for vst.Size > p.z.least && (vst.Size > 0.3*p.frame.H || p.width(texts[0], vst) > 0.3*p.frame.W) {
			vst = vst.At(max(vst.Size*0.8, p.z.least), max(vst.Leading*0.8, p.z.least*1.1))
		}
	}
	x := p.area.Right() + beside
	var vw scene.Pt
	for _, q := range parts {
		vw = max(vw, p.width(texts[q.i], vst))
	}
	room := p.frame.Right() - x - vw - 8
	if len(parts) == 1 { // its name stands below
		room = p.frame.Right() - x
	}
	wanted, extent := make([]scene.Pt, len(parts)), make([]scene.Pt, len(parts))
	names := make([]lines, len(parts))
	for j, q := range parts {
		names[j] = p.wrap(p.n.cats[q.i].name, st, room, scene.Left)
		if names[j].w > room {
			names[j] = p.wrap(p.n.cats[q.i].name, condensed(st), room, scene.Left)
		}
		mid := float64(q.from+max(q.to, q.from+1)) / 2 / float64(across)
		wanted[j] = p.area.Y + scene.Pt(mid)*(side+gap)
		extent[j] = max(names[j].h(), vst.Size) + 0.5*st.Size
	}
	ys, fits := spreadOut(wanted, extent, p.frame.Y, p.frame.Bottom())
	if !fits || room < 24 {
		p.l.Error(p.spec.At, "E-FIT", "shorten the names, or use bar", "the names of %d parts do not fit beside the squares", len(parts))
		return
	}
	for j, q := range parts {
		color := p.waffleColor(q.i, slices.Index(order, q.i), len(order))
		sw := 0.7 * st.Size
		if len(parts) > 1 {
			swatch := scene.Rect{X: x - 5 - sw, Y: ys[j] - sw/2, W: sw, H: sw}
			fillRect(&p.marks, swatch, color)
			p.solid = append(p.solid, swatch)
		}
		if len(parts) == 1 {
			r := p.say(texts[q.i], vst.With(p.readable(color)), x, p.area.Y+0.68*vst.Size, scene.Left)
			p.place(names[j], x, r.Bottom()+0.5*st.Size, scene.Left)
		} else {
			p.say(texts[q.i], vst.With(p.readable(color)), x, ys[j]+0.35*vst.Size, scene.Left)
			p.place(names[j], x+vw+8, ys[j]-names[j].h()/2, scene.Left)
		}
		p.anchors = append(p.anchors, anchor{series: 0, cat: q.i, tip: scene.Point{X: p.area.Right(), Y: ys[j]}, box: scene.Rect{X: p.area.Right(), Y: ys[j]}})
	}
}

// waffleFigure is the style of one share at its largest.
func (p *plot) waffleFigure() scene.Style {
	st := scene.Style{Font: scene.SerifLight, Size: 30, Leading: 33, Color: p.look.Text}
	if !p.z.doc {
		st = st.At(54, 58)
	}
	return st
}

func (p *plot) waffleColor(i, rank, n int) scene.Color {
	if n == 1 {
		return p.look.Accent
	}
	return p.partColor(i, rank)
}

// waffleCounts are the squares of each row: a hundred for shares, one each for a count of at most 200.
func waffleCounts(n *numbers) ([]int, int) {
	cells := n.cols[0].cells
	parts := make([]float64, len(cells))
	whole, sum := n.unit.Kind == 0, 0.0
	for i, c := range cells {
		if c.missing || c.point() < 0 {
			continue
		}
		parts[i] = c.point()
		sum += c.point()
		whole = whole && c.point() == math.Trunc(c.point())
	}
	counts := make([]int, len(cells))
	if whole && sum <= 200 {
		for i, v := range parts {
			counts[i] = int(v)
		}
		return counts, int(sum)
	}
	if n.unit.Kind == 1 && sum < 100-1e-9 { // percentages that leave a rest
		rest := LargestRemainder(append(parts, 100-sum))
		return rest[:len(cells)], 100
	}
	return LargestRemainder(parts), 100
}

func checkWaffle(c *check) {
	if len(c.n.cols) != 1 {
		c.wrongShape(c.l, len(c.n.cols))
		return
	}
	for _, v := range c.n.cols[0].cells {
		switch {
		case v.missing:
		case !v.exact():
			c.l.Error(*v.at, "E-CHART", "use bar, which draws a bound as one", "squares cannot show a bound or a range: %s", v.text)
		case v.point() < 0:
			c.l.Error(*v.at, "E-CHART", "use bar", "squares cannot show less than nothing: %s", v.text)
		}
	}
	if len(c.n.cats) > 6 {
		c.l.Warn(c.place("kind"), "W-CHART", "use bar", "%d parts are many for squares", len(c.n.cats))
	}
	if c.n.unit.Kind == 1 {
		var sum float64
		for _, v := range c.n.cols[0].cells {
			if !v.missing {
				sum += v.point()
			}
		}
		if sum > 100 {
			c.shares(c.n.cols[0].cells)
		}
	}
}
