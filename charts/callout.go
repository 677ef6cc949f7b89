package charts

import (
	"roadshow/scene"
)

func (p *plot) calloutLabel(a Annotation) lines {
	st := p.z.note
	return p.wrap(a.Label, st, 22*0.5*st.Size, scene.Left)
}

// callout sets words near a mark, with a leader to it.
func (p *plot) callout(a Annotation) {
	i := p.n.cat(a.On)
	k := p.series(a)
	if i < 0 {
		if c := p.n.col(a.On); c >= 0 { // a series may be named too: its last value
			k = c
			for j := range p.n.cats {
				if p.anchor(k, j) != nil {
					i = j
				}
			}
		}
	}
	m := p.anchor(k, i)
	if m == nil {
		return
	}
	l := p.calloutLabel(a)
	x, y := m.tip.X+10, m.tip.Y-l.h()-14
	if !p.upright {
		x, y = m.tip.X+12, m.tip.Y-l.h()/2
		if m.tag.W > 0 {
			x = m.tag.Right() + 12
		}
	}
	if r := p.anywhereLines(l, x, y); r.W > 0 {
		p.leader(r, m)
	}
}

// leader joins words to a mark: straight, or with one right angle, ending 3 pt before the mark.
func (p *plot) leader(r scene.Rect, m *anchor) {
	t := m.tip
	if m.tag.W > 0 && m.tag.Y < t.Y && r.Y+r.H/2 <= m.tag.Y-3 { // the value stands between: lead to the value
		t.Y = m.tag.Y
	}
	if m.tag.W > 0 && !p.upright && r.X >= m.tag.Right() {
		t.X = m.tag.Right()
	}
	pen := func(pts ...scene.Point) { stroke(&p.over, scene.LinePath(pts...), p.look.Text, p.z.leader) }
	switch {
	case t.X >= r.X && t.X <= r.Right() && r.Bottom() < t.Y-4:
		pen(scene.Point{X: t.X, Y: r.Bottom() + 2}, scene.Point{X: t.X, Y: t.Y - 3})
	case t.X >= r.X && t.X <= r.Right() && r.Y > t.Y+4:
		pen(scene.Point{X: t.X, Y: r.Y - 2}, scene.Point{X: t.X, Y: t.Y + 3})
	case t.Y >= r.Y && t.Y <= r.Bottom() && r.X > t.X+5:
		pen(scene.Point{X: r.X - 2, Y: t.Y}, scene.Point{X: t.X + 3, Y: t.Y})
	case t.Y >= r.Y && t.Y <= r.Bottom() && r.Right() < t.X-5:
		pen(scene.Point{X: r.Right() + 2, Y: t.Y}, scene.Point{X: t.X - 3, Y: t.Y})
	case r.Bottom() < t.Y || r.Y > t.Y:
		x := r.X - 2
		if r.Right() < t.X {
			x = r.Right() + 2
		}
		y, end := r.Y+r.H/2, t.Y-3
		if r.Y > t.Y {
			end = t.Y + 3
		}
		if x-t.X < 2 && t.X-x < 2 {
			return
		}
		pen(scene.Point{X: x, Y: y}, scene.Point{X: t.X, Y: y}, scene.Point{X: t.X, Y: end})
	}
}
