package charts

import (
	"math"
	"slices"

	"roadshow/scene"
)

func donutKind() Kind {
	return Kind{Name: "donut", Summary: "Two to four parts of a whole", Columns: "{name, part}",
		check: checkDonut, draw: drawDonut, whole: true}
}

// drawDonut draws two to four parts of a whole as a ring from 12 o'clock, clockwise, the largest first.
func drawDonut(p *plot) {
	cells := p.n.cols[0].cells
	order := make([]int, 0, len(cells))
	var sum float64
	for i, c := range cells {
		if !c.missing && c.point() > 0 {
			order = append(order, i)
			sum += c.point()
		}
	}
	if sum <= 0 {
		return
	}
	slices.SortStableFunc(order, func(a, b int) int { return -compare(cells[a], cells[b]) })
	if p.spec.Order == "given" {
		slices.Sort(order)
	}
	texts := p.n.partTexts(true, p.spec.Format)
	parts, mids := make([]float64, len(order)), make([]float64, len(order))
	angle := 0.0
	for j, i := range order {
		parts[j] = cells[i].point() / sum * 2 * math.Pi
		mids[j] = angle + parts[j]/2
		angle += parts[j]
	}
	cx, cy := p.frame.X+p.frame.W/2, p.frame.Y+p.frame.H/2
	full := min(p.frame.H/2-2, p.frame.W*0.22)
	// The ring makes way for long names before they are refused.
	var radius scene.Pt
	var names []partNames
	fits := false
	for _, share := range []scene.Pt{1, 0.85, 0.7} {
		radius = full * share
		if names, fits = p.partNames(order, cx, cy, radius, mids); fits {
			break
		}
	}
	p.area = scene.Rect{X: cx - radius, Y: cy - radius, W: 2 * radius, H: 2 * radius}
	p.solid = append(p.solid, p.area)
	inner := radius * 0.66
	p.colors = []scene.Color{p.look.Accent}
	for j, i := range order {
		p.slice(cx, cy, radius, inner, mids[j]-parts[j]/2, mids[j]+parts[j]/2, p.partColor(i, j))
		p.markOf(0, i).Color = p.partColor(i, j)
	}
	n := p.native(scene.Ring)
	n.Box, n.Hole, n.Order = p.area, 0.66, order
	// The message's share stands in the hole.
	lead := order[0]
	if h := p.n.cat(p.spec.Highlight); slices.Contains(order, h) {
		lead = h
	}
	said := -1
	for _, size := range []scene.Pt{54, 46, 38, 30, 24, 20, 16} {
		big := scene.Style{Font: scene.SerifLight, Size: size, Leading: size * 1.1, Color: p.look.Text}
		if w := p.width(texts[lead], big); w < inner*1.5 && size < inner*0.95 {
			p.aside(func() { p.say(texts[lead], big, cx, cy+0.35*size, scene.Center) })
			said = lead
			break
		}
	}
	if !fits {
		p.l.Error(p.spec.At, "E-FIT", "shorten the names, or use bar", "the names of the parts do not fit beside the ring")
		return
	}
	for _, side := range names {
		p.aside(func() { p.partList(side, order, texts, said, cx, cy, radius, mids) })
	}
}

// partColor: the highlight or the largest part carries the message.
func (p *plot) partColor(i, rank int) scene.Color {
	return p.rowColor(i, p.look.Tint(p.look.Muted, [4]float64{0.30, 0.58, 0.42, 0.72}[rank%4]), p.look.Series[rank%8])
}

// slice draws a ring segment with a gap of background at its ends.
func (p *plot) slice(cx, cy, outer, inner scene.Pt, a, b float64, color scene.Color) {
	gap := float64(p.z.gap) / float64(outer) / 2
	if b-a > 2*math.Pi-1e-9 { // a whole ring
		gap = 0
		b = a + 2*math.Pi - 1e-6
	}
	gap = min(gap, (b-a)/6) // a small part stays larger than a smaller one
	a, b = a+gap, b-gap
	path := scene.ArcPath(cx, cy, outer, a, b)
	back := scene.ArcPath(cx, cy, inner, b, a)
	path.Line(back.Pts[0].X, back.Pts[0].Y)
	path.Ops = append(path.Ops, back.Ops[1:]...)
	path.Pts = append(path.Pts, back.Pts[1:]...)
	path.Close()
	fill(&p.marks, path, color)
}

// partNames are the parts named on one side of the ring.
type partNames struct {
	side, edge scene.Pt // 1 for the right, -1; where names begin or end
	room       scene.Pt
	align      scene.Align
	parts      []int // of the ring, in its order
	names      []lines
	tops       []scene.Pt
}

// partNames sets the names of the parts on both sides of a ring, level with their middles, and says whether they have room.
func (p *plot) partNames(order []int, cx, cy, radius scene.Pt, mids []float64) (out []partNames, fits bool) {
	st, vst := p.z.category, p.z.dataStyle(8)
	fits = true
	for _, side := range []scene.Pt{1, -1} {
		s := partNames{side: side, edge: cx + side*(radius+20), align: scene.Left}
		for j := range order {
			if (mids[j] <= math.Pi) == (side > 0) {
				s.parts = append(s.parts, j)
			}
		}
		room := p.frame.Right() - s.edge
		if side < 0 {
			room, s.align = s.edge-p.frame.X, scene.Right
		}
		s.room = room
		var wanted, extent []scene.Pt
		for _, j := range s.parts {
			name := p.n.cats[order[j]].name
			n := p.wrap(name, st, room, s.align)
			if n.w > room || n.count() > 2 {
				n = p.wrap(name, condensed(st), room, s.align)
			}
			fits = fits && n.w <= room && p.wordWidth(name, n.style) <= room
			s.names = append(s.names, n)
			wanted = append(wanted, cy-(radius+4)*scene.Pt(math.Cos(mids[j])))
			extent = append(extent, 1.25*vst.Size+n.h()+0.5*st.Size)
		}
		at, spread := spreadOut(wanted, extent, p.frame.Y, p.frame.Bottom())
		fits = fits && spread
		for m := range s.parts {
			s.tops = append(s.tops, at[m]-extent[m]/2+0.25*st.Size)
		}
		out = append(out, s)
	}
	return out, fits
}

// partList writes one side's names and values, with leaders from the ring. The part whose value was said in the hole has its
// name only.
func (p *plot) partList(s partNames, order []int, texts []string, said int, cx, cy, radius scene.Pt, mids []float64) {
	vst := p.z.dataStyle(8)
	for m, j := range s.parts {
		top := s.tops[m]
		c := p.readable(p.partColor(order[j], j))
		if order[j] == said && s.names[m].count() == 1 && p.width(p.n.cats[said].name, p.z.series) <= s.room {
			p.say(p.n.cats[said].name, p.z.series.With(c), s.edge, top+0.35*vst.Size+0.35*p.z.series.Size, s.align)
		} else {
			p.say(texts[order[j]], vst.With(c), s.edge, top+0.7*vst.Size, s.align)
			p.place(s.names[m], s.edge, top+1.25*vst.Size, s.align)
		}
		sx := cx + (radius+2)*scene.Pt(math.Sin(mids[j]))
		sy := cy - (radius+2)*scene.Pt(math.Cos(mids[j]))
		y := top + 0.35*vst.Size
		stroke(&p.over, scene.LinePath(scene.Point{X: sx, Y: sy}, scene.Point{X: s.edge - s.side*8, Y: y}, scene.Point{X: s.edge - s.side*3, Y: y}), p.look.Text, p.z.leader)
		p.anchors = append(p.anchors, anchor{series: 0, cat: order[j], tip: scene.Point{X: sx, Y: sy}, box: scene.Rect{X: sx, Y: sy}})
	}
}

func checkDonut(c *check) {
	if len(c.n.cols) != 1 {
		c.wrongShape(c.l, len(c.n.cols))
		return
	}
	cells := c.n.cols[0].cells
	if len(cells) > 4 {
		c.l.Error(c.place("kind"), "E-DONUT", "use bar", "a donut shows at most 4 parts; these data have %d", len(cells))
		return
	}
	c.shares(cells)
	c.wholeParts(cells, func(i int) string { return c.n.cats[i].name })
	lo, hi, n := math.Inf(1), math.Inf(-1), 0
	var sum float64
	for _, v := range cells {
		if !v.missing {
			sum += v.point()
			lo, hi = min(lo, v.point()), max(hi, v.point())
			n++
		}
	}
	if n > 1 && sum > 0 && (hi-lo)/sum*100 <= 5 {
		c.l.Warn(c.place("kind"), "W-DONUT", "use bar", "all parts lie within 5 points of each other: a ring hides which is larger")
	}
}
