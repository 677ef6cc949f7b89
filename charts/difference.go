package charts

import (
	"fmt"
	"math"

	"roadshow/briefing/evidence/value"
	"roadshow/scene"
)

// pair are the two cells that a difference or a growth rate compares: two categories of a series, or two series of the
// highlighted (else last) category.
func (n *numbers) pair(s *Spec, a Annotation) (k0, i0, k1, i1 int, ok bool) {
	i0, i1 = n.cat(a.From), n.cat(a.To)
	if i0 >= 0 && i1 >= 0 {
		k := 0
		for _, name := range []string{a.Series, s.Highlight} {
			if c := n.col(name); name != "" && c >= 0 {
				k = c
				break
			}
		}
		return k, i0, k, i1, k < len(n.cols)
	}
	k0, k1 = n.col(a.From), n.col(a.To)
	if k0 >= 0 && k1 >= 0 && len(n.cats) > 0 {
		i := n.cat(s.Highlight)
		if i < 0 {
			i = len(n.cats) - 1
		}
		return k0, i, k1, i, true
	}
	return 0, 0, 0, 0, false
}

// differenceText is the signed difference; ok is false where a bound makes it unknowable.
func differenceText(from, to cell, relative bool, f value.Format) (string, bool) {
	if from.missing || to.missing {
		return "", false
	}
	f.Plus = true
	if !relative {
		d := minus(*to.value, *from.value)
		if d.Lo.Inf && d.Hi.Inf {
			return "", false
		}
		d.Computed = false
		if d.Lo.Inf || d.Hi.Inf { // ">30 pts" needs no plus: the arrow shows the direction
			f.Plus = false
		}
		return d.Label(f), true
	}
	q, ok := ratio(*to.value, *from.value)
	if !ok || q.Lo.Inf && q.Hi.Inf || q.Hi.Inf && !q.Lo.N.IsPositive() {
		return "", false
	}
	one := value.Exact(decimalOf(1, 0), q.Unit)
	q = minus(q, one)
	q.Lo.N, q.Hi.N = q.Lo.N.Shift(2), q.Hi.N.Shift(2)
	q.Unit = value.Unit{Kind: value.Percent}
	if q.Lo.Inf || q.Hi.Inf {
		f.Plus = false
	}
	return q.Label(f), true
}

// difference draws an arrow from one level to another with the difference in a pill.
func (p *plot) difference(a Annotation) {
	k0, i0, k1, i1, ok := p.n.pair(&p.spec.Spec, a)
	if !ok {
		return
	}
	m0, m1 := p.anchor(k0, i0), p.anchor(k1, i1)
	text, known := differenceText(p.n.cols[k0].cells[i0], p.n.cols[k1].cells[i1], a.Relative, p.spec.Format)
	if m0 == nil || m1 == nil || !known {
		return
	}
	if a.Label != "" {
		text = a.Label
	}
	if p.upright {
		p.differenceUpright(m0, m1, text)
	} else {
		p.differenceLying(m0, m1, text)
	}
}

func (p *plot) differenceUpright(m0, m1 *anchor, text string) {
	y0, y1 := m0.tip.Y, m1.tip.Y
	st := p.z.noteStrong
	w := p.width(text, st) + 1.5*st.Size
	// The arrow stands in the gap before (or behind) the column it points to; at the mark itself on lines.
	x := m1.tip.X
	if m1.box.W > 2 {
		gap := p.pitch - m1.box.W
		if w > gap-6 { // a bubble as wide as the gap would touch both columns
			st = condensed(st)
			w = p.width(text, st) + 1.1*st.Size
		}
		side := scene.Pt(-1)
		if m0.tip.X > m1.tip.X {
			side = 1
		}
		x = m1.tip.X + side*(m1.box.W/2+gap/2)
	} else if m0.tip.X < m1.tip.X && m1.tip.X+8 < p.frame.Right() && m1.tag.W == 0 {
		x = m1.tip.X
	}
	levels := []scene.Rect{{X: x - 7, Y: min(y0, y1), W: 14, H: max(y0-y1, y1-y0)}}
	defer func() { p.solid = append(p.solid, levels...) }() // words that are placed later keep off them
	reach := func(m *anchor, y scene.Pt) {
		edge := m.box.Right() + 3
		if x < m.tip.X {
			edge = m.box.X - 3
		}
		if m.box.W <= 2 {
			edge = m.tip.X
		}
		over := scene.Pt(5)
		if x < edge {
			over = -5
		}
		p.ruled(edge, x+over, y, p.look.Text, p.z.leader)
		levels = append(levels, scene.Rect{X: min(edge, x+over), Y: y - 2, W: max(edge-x-over, x+over-edge), H: 4}.Inset(-2))
	}
	if math.Abs(float64(y0-y1)) < 1 {
		reach(m0, y0)
	} else {
		reach(m0, y0)
		if m1.box.W > 2 {
			reach(m1, y1)
		}
	}
	dir := scene.Pt(1)
	if y1 < y0 {
		dir = -1
	}
	length := (y1 - y0) * dir
	h := p.z.pill
	mid := (y0 + y1) / 2
	pill := scene.Rect{X: x - w/2, Y: mid - h/2, W: w, H: h}
	if length >= p.z.arrow+1 {
		p.upruled(x, y0, y1-dir*p.z.arrow*0.8, p.look.Text, 1)
		p.head(&p.over, x, y1, 0, dir, p.look.Text)
	}
	inside := length >= h+p.z.arrow+6
	narrow := m1.box.W > 2 && w > p.pitch-m1.box.W-4
	if narrow { // beside the arrow there is often room over the lower column
		for _, left := range []scene.Pt{x - 5 - w, x + 5} {
			for _, y := range []scene.Pt{mid - h/2, min(y0, y1) + 4, max(y0, y1) - 4 - h} {
				if q := (scene.Rect{X: left, Y: y, W: w, H: h}); p.clear(q.Inset(-1)) {
					p.pillText(q, text, st)
					return
				}
			}
		}
	}
	if !inside || !p.free(pill.Inset(2)) {
		// The pill moves when the arrow is too short for it: above or below the arrow's ends, else to the nearest free place.
		top, bottom := min(y0, y1), max(y0, y1)
		placed := false
		for _, y := range []scene.Pt{bottom + 4, top - h - 4} {
			q := scene.Rect{X: pill.X, Y: y, W: w, H: h}
			if p.clear(q.Inset(1)) {
				pill, placed = q, true
				break
			}
		}
		if !placed {
			if q, ok := p.search(w, h, pill.X, pill.Y); ok {
				pill = q
			}
		}
	}
	p.pillText(pill, text, st)
}

func (p *plot) differenceLying(m0, m1 *anchor, text string) {
	short, long := m0, m1
	if m0.tip.X > m1.tip.X {
		short, long = m1, m0
	}
	x0 := short.tip.X + 4
	if short.tag.W > 0 && short.tag.X >= short.tip.X-1 {
		x0 = short.tag.Right() + 5
	}
	x1, y := long.tip.X, short.tip.Y
	edge := long.box.Bottom() + 2
	if y < long.tip.Y {
		edge = long.box.Y - 2
	}
	p.upruled(x1, edge, y+(y-edge)/max(1, max(y-edge, edge-y))*5, p.look.Text, p.z.leader)
	w := p.width(text, p.z.noteStrong) + 1.5*p.z.noteStrong.Size
	h := min(p.z.pill, max(short.box.H+4, p.z.noteStrong.Size*1.45))
	pill := scene.Rect{X: (x0+x1)/2 - w/2, Y: y - h/2, W: w, H: h}
	if x1-x0 > 2*p.z.arrow {
		if short == m0 {
			p.ruled(x0, x1-p.z.arrow*0.8, y, p.look.Text, 1)
			p.head(&p.over, x1, y, 1, 0, p.look.Text)
		} else {
			p.ruled(x0+p.z.arrow*0.8, x1, y, p.look.Text, 1)
			p.head(&p.over, x0, y, -1, 0, p.look.Text)
		}
	}
	if x1-x0 < w+2*p.z.arrow+6 || !p.free(pill.Inset(2)) {
		if q, ok := p.search(w, h, x1+6, y-h/2); ok {
			pill = q
		}
	}
	p.pillText(pill, text, p.z.noteStrong)
}

// pillText draws the bubble of a difference or a growth rate.
func (p *plot) pillText(r scene.Rect, text string, st scene.Style) {
	r = p.within(r)
	if w := p.width(text, st); !p.free(box(r.X+(r.W-w)/2, r.Y+r.H/2+0.35*st.Size, w, st.Size)) {
		p.unlabelled++
		return
	}
	shape := scene.RoundRectPath(r, r.H/2)
	p.over = append(p.over, &scene.Shape{Path: shape, Fill: scene.Paint{Color: p.look.Background}, Stroke: scene.Stroke{Color: p.look.Text, Width: 0.8}})
	p.say(text, st, r.X+r.W/2, r.Y+r.H/2+0.35*st.Size, scene.Center)
	p.solid = append(p.solid, r)
}

// growth is the yearly rate between two cells; why says what forbids it.
func (n *numbers) growth(a Annotation, s *Spec) (rate string, why string) {
	k0, i0, k1, i1, ok := n.pair(s, a)
	if !ok {
		return "", "needs two categories of this chart"
	}
	from, to := n.cols[k0].cells[i0], n.cols[k1].cells[i1]
	if !n.dated {
		return "", "needs categories that are dates: growth a year counts years"
	}
	years := n.cats[i0].date.YearsTo(*n.cats[i1].date)
	switch {
	case from.missing || to.missing:
		return "", "needs two known values"
	case years <= 0:
		return "", "must run from the earlier date to the later"
	case !from.exact() || !to.exact():
		return "", fmt.Sprintf("cannot be known from a bound or a range: %s to %s", from.text, to.text)
	case from.lo <= 0 || to.lo <= 0:
		return "", fmt.Sprintf("has no meaning for values that are not above zero: %s to %s", from.text, to.text)
	}
	r := (math.Pow(to.lo/from.lo, 1/years) - 1) * 100
	if !finite(r) {
		return "", "is too large to be printed"
	}
	places := 0
	if math.Abs(r) < 10 {
		places = 1
	}
	f := s.Format
	text := number(r, places, f)
	if r > 0 {
		text = "+" + text
	}
	about := ""
	if from.about() || to.about() {
		about = "≈"
	}
	return about + with(s.lang().words().AYear, f.Percent(text)), ""
}

// cagr draws an arrow above the marks, from the first to the last, with the rate in a pill.
func (p *plot) cagr(a Annotation) {
	text, why := p.n.growth(a, &p.spec.Spec)
	if why != "" || !p.upright {
		return
	}
	k0, i0, k1, i1, _ := p.n.pair(&p.spec.Spec, a)
	m0, m1 := p.anchor(k0, i0), p.anchor(k1, i1)
	if m0 == nil || m1 == nil {
		return
	}
	w := p.width(text, p.z.noteStrong) + 1.5*p.z.noteStrong.Size
	y := p.frame.Y + p.z.pill/2 + 1
	for _, b := range p.boxes { // below a key row
		if b.Y < y && b.Bottom() > y-p.z.pill/2-2 {
			y = max(y, b.Bottom()+p.z.pill/2+3)
		}
	}
	x0, x1 := m0.tip.X, m1.tip.X
	for _, m := range []*anchor{m0, m1} {
		top := m.tip.Y
		if m.tag.W > 0 {
			top = min(top, m.tag.Y)
		}
		if m == m0 && top-4 > y {
			line(&p.over, m.tip.X, y, m.tip.X, top-4, p.look.Text, p.z.leader)
		}
		if m == m1 && top-3 > y+p.z.arrow {
			p.upruled(m.tip.X, y, top-3-p.z.arrow*0.8, p.look.Text, p.z.leader)
			p.head(&p.over, m.tip.X, top-3, 0, 1, p.look.Text)
		}
	}
	line(&p.over, x0, y, x1, y, p.look.Text, 1)
	pill := scene.Rect{X: (x0+x1)/2 - w/2, Y: y - p.z.pill/2, W: w, H: p.z.pill}
	for _, t := range []scene.Pt{0.5, 0.35, 0.65, 0.2, 0.8} { // along the arrow, clear of other words
		if q := (scene.Rect{X: x0 + (x1-x0)*t - w/2, Y: pill.Y, W: w, H: pill.H}); p.free(p.within(q)) {
			p.pillText(q, text, p.z.noteStrong)
			return
		}
	}
	if q, ok := p.search(w, pill.H, pill.X, pill.Y); ok {
		pill = q
	}
	p.pillText(pill, text, p.z.noteStrong)
}
