package charts

import (
	"math"
	"slices"

	"roadshow/scene"
)

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
	radius := min(p.frame.H/2-2, p.frame.W*0.22)
	cx, cy := p.frame.X+p.frame.W/2, p.frame.Y+p.frame.H/2
	p.area = scene.Rect{X: cx - radius, Y: cy - radius, W: 2 * radius, H: 2 * radius}
	p.solid = append(p.solid, p.area)
	inner := radius * 0.66
	angle := 0.0
	p.colors = []scene.Color{p.look.Accent}
	mids := make([]float64, len(order))
	for j, i := range order {
		part := cells[i].point() / sum * 2 * math.Pi
		color := p.partColor(i, j)
		p.slice(cx, cy, radius, inner, angle, angle+part, color)
		mids[j] = angle + part/2
		angle += part
	}
	// The message's share stands in the hole.
	lead := order[0]
	if h := p.n.cat(p.spec.Highlight); p.spec.Highlight != "" && slices.Contains(order, h) {
		lead = h
	}
	said := -1
	for _, size := range []scene.Pt{54, 46, 38, 30, 24, 20, 16} {
		big := scene.Style{Font: scene.SerifLight, Size: size, Leading: size * 1.1, Color: p.look.Text}
		if w := p.width(texts[lead], big); w < inner*1.5 && size < inner*0.95 {
			p.say(texts[lead], big, cx, cy+0.35*size, scene.Center)
			said = lead
			break
		}
	}
	p.partList(order, texts, said, cx, cy, radius, mids)
}

// partColor: the highlight or the largest part carries the message.
func (p *plot) partColor(i, rank int) scene.Color {
	if e := p.spec.Entities[p.n.cats[i].name]; e >= 1 && e <= 8 {
		return p.look.Series[e-1]
	}
	if h := p.n.cat(p.spec.Highlight); p.spec.Highlight != "" && h >= 0 {
		if i == h {
			return p.look.Accent
		}
		return p.look.Tint(p.look.Muted, [4]float64{0.30, 0.58, 0.42, 0.72}[rank%4])
	}
	return p.look.Series[rank%8]
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

// partList names the parts on both sides of the ring, level with their middles, with leaders from the ring. The part whose
// value was said in the hole has its name only.
func (p *plot) partList(order []int, texts []string, said int, cx, cy, radius scene.Pt, mids []float64) {
	st, vst := p.z.category, p.z.dataStyle(8)
	for _, side := range []scene.Pt{1, -1} {
		var js []int
		for j := range order {
			if (mids[j] <= math.Pi) == (side > 0) {
				js = append(js, j)
			}
		}
		edge := cx + side*(radius+20)
		room := p.frame.Right() - edge
		align := scene.Left
		if side < 0 {
			room, align = edge-p.frame.X, scene.Right
		}
		names := make([]lines, len(js))
		wanted, extent := make([]scene.Pt, len(js)), make([]scene.Pt, len(js))
		for m, j := range js {
			name := p.n.cats[order[j]].name
			names[m] = p.wrap(name, st, room, align)
			if names[m].w > room || names[m].count() > 2 {
				names[m] = p.wrap(name, condensed(st), room, align)
			}
			wanted[m] = cy - (radius+4)*scene.Pt(math.Cos(mids[j]))
			extent[m] = 1.25*vst.Size + names[m].h() + 0.5*st.Size
		}
		at, fits := spreadOut(wanted, extent, p.frame.Y, p.frame.Bottom())
		for m, n := range names {
			fits = fits && n.w <= room && p.wordWidth(p.n.cats[order[js[m]]].name, n.style) <= room
		}
		if !fits {
			p.l.Error(p.spec.At, "E-FIT", "shorten the names, or use bar", "the names of the parts do not fit beside the ring")
			return
		}
		for m, j := range js {
			c := p.partColor(order[j], j)
			top := at[m] - extent[m]/2 + 0.25*st.Size
			if order[j] == said && names[m].count() == 1 && p.width(p.n.cats[said].name, p.z.series) <= room {
				p.say(p.n.cats[said].name, p.z.series.With(p.readable(c)), edge, top+0.35*vst.Size+0.35*p.z.series.Size, align)
			} else {
				p.say(texts[order[j]], vst.With(p.readable(c)), edge, top+0.7*vst.Size, align)
				p.place(names[m], edge, top+1.25*vst.Size, align)
			}
			sx := cx + (radius+2)*scene.Pt(math.Sin(mids[j]))
			sy := cy - (radius+2)*scene.Pt(math.Cos(mids[j]))
			y := top + 0.35*vst.Size
			stroke(&p.over, scene.LinePath(scene.Point{X: sx, Y: sy}, scene.Point{X: edge - side*8, Y: y}, scene.Point{X: edge - side*3, Y: y}), p.look.Text, p.z.leader)
			p.anchors = append(p.anchors, anchor{series: 0, cat: order[j], tip: scene.Point{X: sx, Y: sy}, box: scene.Rect{X: sx, Y: sy}})
		}
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
