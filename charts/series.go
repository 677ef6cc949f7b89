package charts

import "roadshow/scene"

// key prints the series' names as coloured words with their swatches in one row (or more) at the top of the frame and
// returns the height taken. It serves where no name can stand on its mark.
func (p *plot) keyRow(names []string, colors []scene.Color) (h scene.Pt) {
	p.aside(func() { h = p.drawKeyRow(names, colors) })
	return h
}

func (p *plot) drawKeyRow(names []string, colors []scene.Color) scene.Pt {
	st := p.z.series
	sw := 0.75 * st.Size
	x, base := p.frame.X, p.frame.Y+0.72*st.Size
	for k, name := range names {
		w := sw + 5 + p.width(name, st)
		if x > p.frame.X && x+w > p.frame.Right() {
			x, base = p.frame.X, base+1.5*st.Size
		}
		r := scene.Rect{X: x, Y: base - 0.70*st.Size, W: sw, H: sw}
		scenario := p.spec.Scenario[name]
		if k < len(p.n.cols) && p.n.cols[k].name == name {
			scenario = p.seriesScenario(k)
		}
		p.paint(r, colors[k], scenario, k)
		p.solid = append(p.solid, r)
		if w > p.frame.W { // a name wider than the plot wraps
			l := p.wrap(name, st.With(p.readable(colors[k])), p.frame.W-sw-5, scene.Left)
			p.place(l, x+sw+5, base-0.70*st.Size, scene.Left)
			base += l.h() - 0.9*st.Size
			x = p.frame.Right()
			continue
		}
		p.say(name, st.With(p.readable(colors[k])), x+sw+5, base, scene.Left)
		x += w + 14
	}
	return base + 0.9*st.Size - p.frame.Y
}

// key names the series of bars when they cannot be named beside the last column.
func (b *barChart) key() scene.Pt {
	if len(b.n.cols) < 2 || b.sideRoom() > 0 {
		return 0
	}
	if h := b.headRoom(); h > 0 {
		b.headed = true
		return h
	}
	return b.keyOfAll()
}

func (b *barChart) keyOfAll() scene.Pt {
	names, colors := make([]string, len(b.n.cols)), make([]scene.Color, len(b.n.cols))
	for k, c := range b.n.cols {
		names[k], colors[k] = c.name, b.seriesColor(k)
		if b.mode != beside {
			colors[k] = b.partTone(k, b.parts)
		}
	}
	return b.keyRow(names, colors)
}

// headRoom is the height of one row of names; 0 where the series cannot be named on the first group.
func (b *barChart) headRoom() scene.Pt {
	if b.mode != beside || len(b.n.cats) == 0 || !b.labels {
		return 0
	}
	var all scene.Pt
	for _, c := range b.n.cols {
		if v := c.cells[0]; v.missing || v.point() < 0 {
			return 0
		}
		all += 0.75*b.z.series.Size + 5 + 14 + b.width(c.name, b.z.series)
	}
	if all > b.frame.W {
		return 0
	}
	return 1.62 * b.z.series.Size
}

// nameGroup prints the series' names on the bars of the first group, beyond their values: where one has no
// room there, all stand in a key above the plot, for which the same room was kept.
func (b *barChart) nameGroup() {
	if !b.headed {
		return
	}
	st := b.z.series
	first := 0
	if b.order != nil {
		first = b.order[0]
	}
	type word struct {
		x, base scene.Pt
		k       int
	}
	var words []word
	var taken []scene.Rect
	for k, c := range b.n.cols {
		a := b.anchor(k, first)
		if a == nil || a.tag.W == 0 {
			b.keyOfAll()
			return
		}
		w := b.width(c.name, st)
		try := []scene.Point{{X: a.tag.Right() + 5, Y: a.box.Y + a.box.H/2 + 0.35*st.Size}}
		if b.upright {
			y := a.tag.Y - 0.45*st.Size
			try = []scene.Point{{X: a.box.X + a.box.W/2 - w/2, Y: y}, {X: a.box.Right() - w - 2, Y: y}, {X: a.box.X + 2, Y: y}}
		}
		found := false
		for _, at := range try {
			r := box(at.X, at.Y, w, st.Size)
			meets := false
			for _, q := range taken {
				meets = meets || r.Inset(-3).Overlaps(q)
			}
			if !found && !meets && b.clear(scene.Rect{X: r.X - 2, Y: r.Y, W: r.W + 4, H: r.H}) {
				words, taken, found = append(words, word{at.X, at.Y, k}), append(taken, r), true
			}
		}
		if !found {
			b.keyOfAll()
			return
		}
	}
	for _, q := range words {
		b.say(b.n.cols[q.k].name, st.With(b.readable(b.seriesColor(q.k))), q.x, q.base, scene.Left)
	}
}

// sideRoom is the room right of the last column for the names of its parts; 0 when they go into the key.
func (b *barChart) sideRoom() scene.Pt {
	if b.mode == beside || !b.upright || len(b.n.cols) < 2 || len(b.n.cats) == 0 {
		return 0
	}
	last := len(b.n.cats) - 1
	var w, h scene.Pt
	for _, c := range b.n.cols {
		if v := c.cells[last]; v.missing || v.point() <= 0 {
			return 0
		}
		w = max(w, b.width(c.name, b.z.series))
		h += b.z.series.Leading
	}
	if w > b.frame.W*0.3 || h > b.frame.H*0.6 {
		return 0
	}
	return w + 12 + b.overhang(b.frame.W*0.7/scene.Pt(len(b.n.cats))*0.62)
}

// overhang is how far the last total stands out beside its column.
func (b *barChart) overhang(thick scene.Pt) scene.Pt {
	if b.mode != onTop {
		return 0
	}
	return max(0, (b.width(b.n.totalText(len(b.n.cats)-1, b.spec.Format), b.z.dataStyle(min(max(len(b.n.cats)*len(b.n.cols), 5), 14)))-thick)/2)
}

// sideNames prints the parts' names beside the last column, at their middles where there is room.
func (b *barChart) sideNames() {
	if b.sideRoom() == 0 {
		return
	}
	last := len(b.n.cats) - 1
	var wanted, extent []scene.Pt
	var ks []int
	for k := range b.n.cols {
		if a := b.anchor(k, last); a != nil {
			ks = append(ks, k)
			wanted = append(wanted, a.box.Y+a.box.H/2)
			extent = append(extent, 1.2*b.z.series.Size)
		}
	}
	at, _ := spreadOut(wanted, extent, b.frame.Y, b.area.Bottom())
	x := b.centers[last] + b.thick/2 + b.overhang(b.thick) + 8
	for i, k := range ks {
		c := b.seriesColor(k)
		b.say(b.n.cols[k].name, b.z.series.With(b.readable(c)), x, at[i]+0.35*b.z.series.Size, scene.Left)
		if d := at[i] - wanted[i]; d > 5 || d < -5 {
			line(&b.over, x-6, wanted[i], x-2, at[i], b.look.Text, b.z.leader)
		}
	}
}

// markText is a value as it is printed at its mark; with labels: first the unit stands on the first only.
func (p *plot) markText(k, i int) string {
	c := p.n.cols[k].cells[i]
	if p.spec.Labels == "first" && !c.missing && (k > 0 || i > 0) {
		v := c.value
		v.Unit.Kind, v.Unit.Sign, v.Unit.Currency, v.Unit.Scale = 0, "", "", ""
		if v.Words == "" {
			return v.Label(p.spec.Format)
		}
	}
	return c.text
}
