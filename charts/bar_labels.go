package charts

import (
	"roadshow/scene"
)

// valueLabel prints a value outside the bar's end, or inside an open end that is long enough.
func (b *barChart) valueLabel(k, i int, m drawn, at, thick scene.Pt) scene.Rect {
	st, c := b.style, b.n.cols[k].cells[i]
	text := b.text(k, i)
	if c.missing {
		st = st.With(b.look.Muted)
		if st.Size > b.z.data[1].Size {
			st = b.z.data[1].With(b.look.Muted)
		}
	}
	w := b.width(text, st)
	down := !c.missing && c.point() < 0
	if b.upright {
		inside := c.floor() && !down && m.solid.H >= 2.2*st.Size && w <= thick-apart
		if inside {
			on := b.look.On(m.color)
			return b.tag(text, st.With(on), at, m.solid.Y+1.28*st.Size, scene.Center)
		}
		base := m.whole.Y - 0.36*st.Size
		if down {
			base = m.whole.Bottom() + 1.08*st.Size
		}
		if c.missing {
			base = b.val.at(b.val.zero()) - 0.36*st.Size
		}
		if on := b.look.On(m.color); !down && c.exact() && b.scenario(k, i) == "" && m.solid.H >= 2.2*st.Size && w <= thick-apart &&
			b.ruledOver(box(at-w/2, base, w, st.Size)) && !b.ruledOver(box(at-w/2, m.solid.Y+1.28*st.Size, w, st.Size)) {
			return b.tag(text, st.With(on), at, m.solid.Y+1.28*st.Size, scene.Center) // inside rather than on a reference line
		}
		return b.tagClear(text, st, at, base, scene.Center)
	}
	base := at + 0.35*st.Size
	gap := 0.55 * st.Size
	if c.floor() && !down && m.solid.W >= w+2*gap && thick >= 1.15*st.Size {
		return b.tag(text, st.With(b.look.On(m.color)), m.solid.Right()-gap, base, scene.Right)
	}
	if down {
		return b.tagClear(text, st, m.whole.X-gap, base, scene.Right)
	}
	x := m.whole.Right() + gap
	if c.missing {
		x = b.val.at(b.val.zero()) + gap
	}
	return b.tagClear(text, st, x, base, scene.Left)
}

// ruledOver says that a level reference line runs through a frame.
func (p *plot) ruledOver(r scene.Rect) bool {
	for _, a := range p.spec.Annotations {
		if a.Kind != "reference" || a.Value == nil {
			continue
		}
		if c := p.cellOf(*a.Value); !c.missing && finite(c.point()) {
			if y := p.val.at(c.point()); y > r.Y-2 && y < r.Bottom()+2 {
				return true
			}
		}
	}
	return false
}
