package charts

import (
	"strconv"

	"roadshow/briefing/evidence/value"
	"roadshow/scene"
)

// footNames sets the names below lines over plain categories, on two lines or three and condensed where they need it; nil where
// the axis is true to time or to numbers, or where the names do not all fit: then footLabels prints as many as do. The plot
// leaves room for left and right.
func (p *plot) footNames(n int, left, right scene.Pt) ([]catLabel, scene.Pt) {
	one := 0.55*p.z.category.Size + 0.9*p.z.category.Size
	if p.n.timed && n > 1 || n == 0 || n > maxFootNames {
		return nil, one
	}
	a, b := p.frame.X+left+p.z.dot, p.frame.Right()-right-p.z.dot
	pitch := (b - a) / scene.Pt(max(n-1, 1))
	usual := min(pitch, p.frame.W*0.7/scene.Pt(max(n-1, 1)))
	at := make([]scene.Pt, n)
	for i := range at {
		at[i] = a + pitch*scene.Pt(i)
	}
	if names, ok := p.fitCategories(p.catNames(usual), usual); ok && p.footPlaces(names, at) != nil {
		return names, p.catHeight(names)
	}
	narrow := condensed(p.z.category)
	for _, st := range []scene.Style{p.z.category, narrow, narrow.At(p.z.least, p.z.least*1.2)} {
		for most := 1; most <= 3; most++ {
			for _, room := range []scene.Pt{pitch, 1.35 * pitch} { // a long name between short ones
				if names, ok := p.tryCategories(p.catNames(pitch), st, room-apart, most); ok && p.footPlaces(names, at) != nil {
					return names, p.catHeight(names)
				}
			}
		}
	}
	return nil, one
}

// maxFootNames is the number of names below a line that are worth measuring.
const maxFootNames = 200

// footLabels prints the categories of lines below the plot: calendar ticks where the axis is true to time, numbers where it
// is true to numbers, else as many names as fit. First and last are always there.
func (p *plot) footLabels(names []catLabel) {
	if p.spec.Inner.Bottom {
		return
	}
	if xs := p.footPlaces(names, p.centers); xs != nil {
		for i, c := range names {
			top, x := p.area.Bottom()+p.catGap(), xs[i]
			r := p.place(c.name, x, top, scene.Center)
			if c.gloss.count() > 0 {
				p.place(c.gloss, x, r.Bottom()+p.z.category.Leading-0.9*p.z.category.Size, scene.Center)
			}
			line(&p.under, p.centers[i], p.area.Bottom(), p.centers[i], p.area.Bottom()+p.z.tickLen, p.look.Text, p.z.tick)
		}
		return
	}
	st := p.footStyle()
	base := p.area.Bottom() + p.catGap() + 0.7*p.z.category.Size
	ts := p.footTicks()
	type foot struct {
		x, w scene.Pt
		text string
		tick scene.Pt
	}
	var feet []foot
	for _, t := range ts {
		w := p.width(t.label, st)
		x := max(min(t.x-w/2, p.frame.Right()-w), p.frame.X)
		feet = append(feet, foot{x, w, t.label, t.x})
	}
	// Every second, third … label until none meet; the last keeps its place.
	for every := 1; every <= len(feet)+1; every++ {
		ok, prev := true, -1
		shown := func(i int) bool { return i%every == 0 }
		for i := range feet {
			if !shown(i) {
				continue
			}
			if prev >= 0 && feet[prev].x+feet[prev].w+apart > feet[i].x {
				ok = false
				break
			}
			prev = i
		}
		if !ok {
			continue
		}
		printed := 0
		for i, f := range feet {
			if !shown(i) || f.w > p.frame.W {
				continue
			}
			printed++
			p.say(f.text, st, f.x, base, scene.Left)
			line(&p.under, f.tick, p.area.Bottom(), f.tick, p.area.Bottom()+p.z.tickLen, p.look.Text, p.z.tick)
		}
		if !p.n.timed && printed < len(feet) { // ticks of dates and numbers may be few, names may not
			p.l.Warn(p.spec.place("kind"), "W-LABEL", "shorten the names, or use bar, where a name has a row", "only %d of %d names fit below this line", printed, len(feet))
		}
		return
	}
}

// footPlaces are the middles of names below their points, moved into the frame and apart; nil where they do not fit, or where
// one would stand nearer to another's point.
func (p *plot) footPlaces(names []catLabel, at []scene.Pt) []scene.Pt {
	if names == nil {
		return nil
	}
	extent := make([]scene.Pt, len(names))
	for i, c := range names {
		extent[i] = max(c.name.w, c.gloss.w) + apart
	}
	xs, fits := spreadOut(at, extent, p.frame.X-apart/2, p.frame.Right()+apart/2)
	if !fits {
		return nil
	}
	for i := range xs {
		if len(at) > 1 && max(xs[i]-at[i], at[i]-xs[i]) > 0.4*(at[1]-at[0]) {
			return nil
		}
	}
	return xs
}

// footStyle: dates and numbers below lines are as quiet as the ticks of the other axis; names are names.
func (p *plot) footStyle() scene.Style {
	if p.n.timed && len(p.n.cats) > 1 {
		return p.z.ticks.With(p.look.Text) // open ends may fade below the plot: muted words would not be read on them
	}
	return p.z.category
}

type footTick struct {
	x     scene.Pt
	label string
}

func (p *plot) footTicks() []footTick {
	n := len(p.n.cats)
	var out []footTick
	switch {
	case n == 0:
	case p.n.timed && p.n.dated && n > 1:
		return p.timeTicks()
	case p.n.timed && n > 1:
		ts := ticks(p.cat.min, p.cat.max, min(max(int((p.cat.b-p.cat.a)/70), 3), 7), false)
		ax := scene.Axis{}
		unit := p.n.unit
		p.n.unit = value.Unit{}
		p.label(&ax, ts)
		p.n.unit = unit
		for _, t := range ax.Ticks {
			if t.Value >= p.cat.min && t.Value <= p.cat.max {
				out = append(out, footTick{p.cat.at(t.Value), t.Label})
			}
		}
	default:
		for i, name := range p.catNames(p.pitch) {
			out = append(out, footTick{p.centers[i], name})
		}
	}
	return out
}

// timeTicks label time where the data stand: every date where all names fit, else every second, third … of periods that follow
// each other, else those of a few dates that fit, else months, or years. The name of a period stands in its middle, never at
// its beginning: the 31st of January is not below "Feb".
func (p *plot) timeTicks() []footTick {
	var own, full []footTick
	names := p.catNames(p.pitch)
	for i, c := range p.n.cats {
		own = append(own, footTick{p.cat.at(c.x), names[i]})
		full = append(full, footTick{p.cat.at(c.x), p.spec.lang().date(*c.date)})
	}
	if len(own) <= 40 && p.feetFit(own) {
		return own
	}
	first, last := p.n.cats[0], p.n.cats[len(p.n.cats)-1]
	calendar := first.date.Start.Precision == value.OnDay || first.date.Start.Precision == value.InMonth && first.date.Start.Year >= 1000
	switch {
	case calendar && len(own) <= 14:
		return p.someOf(full)
	case !calendar && first.date.Start.Precision != value.InYear || first.date.Start.Fiscal:
		if ts := p.everyNth(full); ts != nil {
			return ts
		}
		return p.someOf(full)
	}
	y0, m0, _ := value.Day(int(first.x)).Civil()
	y1, m1, _ := value.Day(int(last.x)).Civil()
	for _, step := range []int{1, 3, 6} {
		if first.date.Start.Precision == value.InYear || (y1-y0)*12+m1-m0 > 60*step {
			continue
		}
		var ts []footTick
		shown := 0
		for m := y0*12 + m0 - 1; m <= y1*12+m1; m++ {
			d := float64(value.DayOf(m/12, m%12+1, 1)+value.DayOf((m+1)/12, (m+1)%12+1, 1)) / 2
			if m%step != 0 || d < p.cat.min-1 || d > p.cat.max+1 {
				continue
			}
			label := p.spec.lang().monthTick(m%12+1, m/12, m%12 == 0 || len(ts) == 0 || shown != m/12)
			shown = m / 12
			ts = append(ts, footTick{p.cat.at(d), label})
		}
		if len(ts) >= 2 && p.feetFit(ts) {
			return ts
		}
	}
	for _, step := range []int{1, 2, 5, 10, 20, 25, 50, 100, 200, 500} {
		var ts []footTick
		for y := y0 - y0%step; y <= y1; y += step {
			if d := float64(value.DayOf(y, 7, 2)); d >= p.cat.min-1 && d <= p.cat.max+1 {
				ts = append(ts, footTick{p.cat.at(d), strconv.Itoa(y)})
			}
		}
		if len(ts) >= 2 && p.feetFit(ts) {
			return ts
		}
	}
	return p.someOf([]footTick{full[0], full[len(full)-1]})
}

// feetFit says that labels stand apart, moved into the frame.
func (p *plot) feetFit(ts []footTick) bool {
	right := p.frame.X - 100
	for _, t := range ts {
		w := p.width(t.label, p.footStyle())
		x := max(min(t.x-w/2, p.frame.Right()-w), p.frame.X)
		if x < right+1.25*apart {
			return false
		}
		right = x + w
	}
	return len(ts) > 0
}

// everyNth are every second, third … of periods that follow each other, from the first of a year where that is one of them; nil
// where they do not follow each other, or no three fit.
func (p *plot) everyNth(full []footTick) []footTick {
	if p.n.uneven() >= 0 {
		return nil
	}
	begins := 0
	for i, c := range p.n.cats {
		if m := c.date.Start; m.Quarter == 1 || m.Month == 1 || m.Number == 1 {
			begins = i
			break
		}
	}
	for n := 2; n <= len(full)/2; n++ {
		var ts []footTick
		for i := begins % n; i < len(full); i += n {
			ts = append(ts, full[i])
		}
		if p.feetFit(ts) {
			return ts
		}
	}
	return nil
}

// someOf are the first and the last label, and from the first on those that stand apart from both.
func (p *plot) someOf(full []footTick) []footTick {
	last := full[len(full)-1]
	out := full[:1:1]
	for _, t := range full[1 : len(full)-1] {
		if p.feetFit(append(append(out[:len(out):len(out)], t), last)) {
			out = append(out, t)
		}
	}
	if len(full) > 1 && p.feetFit(append(out[:len(out):len(out)], last)) {
		out = append(out, last)
	}
	return out
}
