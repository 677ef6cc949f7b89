package layouts

import (
	"cmp"
	"math"
	"slices"

	"roadshow/assets"
	"roadshow/briefing/evidence/value"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
	"roadshow/words"
)

// draw puts band, calendar and events on the slide.
func (l *slideLine) draw(c *page.Canvas, _ scene.Rect) {
	l.drawBand(c)
	l.drawTicks(c)
	for i := range l.events {
		l.drawLeader(c, &l.events[i])
	}
	for i := range l.events {
		l.drawEvent(c, &l.events[i])
	}
	for _, g := range l.gloss {
		y := g.box.Y + l.shift
		c.Add(page.Rule(g.box.X, y, 40, 0.75, l.s.Look.RuleStrong))
		c.Add(g.words.Text(g.id, scene.RoleBody, g.box.X, y+10+page.Base(g.style)))
	}
}

// eraColor is what an era's stretch of the band is filled with.
func (l *slideLine) eraColor(e slideEra) scene.Color {
	if e.strong {
		return l.s.Look.Accent
	}
	return l.s.Look.Neutral
}

// drawBand fills the band: what belongs to no era is paler, the era of the highlighted event is in the accent.
func (l *slideLine) drawBand(c *page.Canvas) {
	look := l.s.Look
	y, h := bandTop+l.shift, 2*bandHalf
	ground := look.Neutral
	if len(l.eras) > 0 {
		ground = assets.Mix(look.Neutral, look.Background, 0.5)
		ground.Token += "/50"
	}
	c.Add(page.Fill(scene.Rect{X: page.SlideLeft, Y: y, W: page.SlideRight - page.SlideLeft, H: h}, ground))
	for i, e := range l.eras {
		x0, x1 := l.scale.x(e.from), l.scale.x(e.to)
		if i > 0 && x0-l.scale.x(l.eras[i-1].to) < 1 && l.eras[i-1].strong == e.strong {
			c.Add(page.Fill(scene.Rect{X: x0 - 1, Y: y, W: 2, H: h}, look.Background))
			x0 += 1
		}
		if x1 > x0 {
			c.Add(page.Fill(scene.Rect{X: x0, Y: y, W: x1 - x0, H: h}, l.eraColor(e)))
		}
	}
	if l.scale.change > 0 {
		c.Add(page.Fill(scene.Rect{X: l.scale.xc - 2, Y: y - 1, W: 4, H: h + 2}, look.Background))
		for _, dx := range []scene.Pt{-2, 2} {
			x := l.scale.xc + dx
			c.Add(&scene.Shape{Path: scene.LinePath(scene.Point{X: x - 1.5, Y: y + h + 3}, scene.Point{X: x + 1.5, Y: y - 3}), Stroke: scene.Stroke{Color: look.Text, Width: 0.75}})
		}
	}
	for _, n := range l.nameEras() {
		c.Add(n.words.Text(n.id, scene.RoleLabel, n.x, n.y+l.shift))
	}
}

// nameEras places the eras' names: in the widest gap between marks, else above the band, else in the source line.
func (l *slideLine) nameEras() []placedWords {
	l.lost = nil
	var out []placedWords
	for _, e := range l.eras {
		if name, ok := l.nameInBand(e); ok {
			out = append(out, name)
		} else if name, ok := l.nameAbove(e, out); ok {
			out = append(out, name)
		} else {
			l.lost = append(l.lost, e)
		}
	}
	return out
}

// nameInBand stands an era's name in the widest gap between the marks on it.
func (l *slideLine) nameInBand(e slideEra) (placedWords, bool) {
	from, to := l.scale.x(e.from), l.scale.x(e.to)
	// What is taken: marks, and the break where the scale changes.
	taken := [][2]scene.Pt{{to, to}}
	for i := range l.events {
		x, half := l.events[i].x, l.markHalf(&l.events[i])
		taken = append(taken, [2]scene.Pt{x - half, x + half})
	}
	if l.scale.change > 0 {
		taken = append(taken, [2]scene.Pt{l.scale.xc - 4, l.scale.xc + 4})
	}
	slices.SortFunc(taken, func(a, b [2]scene.Pt) int { return cmp.Compare(a[0], b[0]) })
	var at, width scene.Pt
	free := from
	for _, t := range taken {
		if w := min(t[0], to) - free; w > width {
			at, width = free, w
		}
		free = max(free, t[1])
	}
	for _, size := range []scene.Pt{13, 12, 11.5} {
		st := l.s.St.Label.In(scene.SansSemiBold).At(size, size+3).With(l.s.Look.On(l.eraColor(e)))
		words := l.s.Line(e.name, st)
		if words.Width <= width-18 {
			return placedWords{words: words, x: at + 10, y: bandMid + 0.36*size, id: e.id}, true
		}
	}
	return placedWords{}, false
}

// nameAbove stands an era's name on the band, clear of leaders and of words.
func (l *slideLine) nameAbove(e slideEra, others []placedWords) (placedWords, bool) {
	from, to := l.scale.x(e.from), l.scale.x(e.to)
	color := l.s.Look.Text
	if e.strong {
		color = l.s.Look.Accent
	}
	words := l.s.Line(e.name, l.s.St.Label.In(scene.SansSemiBold).At(11.5, 14).With(color))
	for x := max(from, page.SlideLeft); x <= min(to, page.SlideRight-words.Width); x += 4 {
		p := placedWords{words: words, x: x, y: bandTop - 5, id: e.id}
		box := scene.Rect{X: x - 4, Y: p.y - 8, W: words.Width + 8, H: 11}
		free := true
		for i := range l.events {
			c := &l.events[i].choice
			free = free && !(c.box.Inset(-3).Overlaps(box)) && !(c.lane < 2 && c.crosses(box))
		}
		for _, o := range others {
			free = free && !(frameOf(o, 11).Inset(-5).Overlaps(box))
		}
		if free {
			return p, true
		}
	}
	return placedWords{}, false
}

// drawTicks draws the calendar below the band: labels stand right of their ticks, left of them where a leader runs there.
func (l *slideLine) drawTicks(c *page.Canvas) {
	look, st := l.s.Look, l.s.St.Role.In(scene.SansMedium).At(11.5, 14)
	pieces := []lineScale{l.scale}
	if l.scale.change > 0 {
		before, after := l.scale, l.scale
		before.to, before.x1, before.change = l.scale.change, l.scale.xc, 0
		after.from, after.x0, after.change = l.scale.change, l.scale.xc, 0
		pieces = []lineScale{before, after}
	}
	var taken []scene.Rect
	y := l.shift
	for i := range l.events {
		if e := &l.events[i]; e.choice.lane > 1 {
			taken = append(taken, scene.Rect{X: e.x - 2.5, Y: bandBottom, W: 5, H: 40})
		}
	}
	for n, p := range pieces {
		end := p.x1
		if n < len(pieces)-1 {
			end -= 4 // the next piece begins there
		}
		u := unitFor(p.to-p.from, p.x1-p.x0)
		ticks, named := l.ticks(u, p, end, st, taken)
		if u.months > 1 && u.months < 12 && named < 0 { // a few parts of years named among many that are not read as a mistake
			ticks, _ = l.ticks(tickUnit{months: 12}, p, end, st, taken)
		}
		for _, t := range ticks {
			length := scene.Pt(3)
			if t.box.W > 0 {
				length = 6
				taken = append(taken, t.box)
				c.Add(t.words.Text("", scene.RoleLabel, t.box.X, tickBase+y))
			}
			c.Add(&scene.Shape{Path: scene.LinePath(scene.Point{X: t.x, Y: bandBottom + y}, scene.Point{X: t.x, Y: bandBottom + y + length}),
				Stroke: scene.Stroke{Color: look.Text, Width: 0.6}})
		}
	}
}

// lineTick is a mark of the calendar; box is empty where its label has no room.
type lineTick struct {
	x     scene.Pt
	words typeset.Block
	box   scene.Rect
}

// ticks are the marks of one piece of the band, up to end; years have their labels before their parts. named is how many more
// parts of years have their label than have not, -1 where a year behind the first has none: parts beside it would be read as its own.
func (l *slideLine) ticks(u tickUnit, p lineScale, end scene.Pt, st scene.Style, taken []scene.Rect) (out []lineTick, named int) {
	taken = slices.Clone(taken)
	years, labels := u.ticks(p.from, p.to, l.s.Tongue())
	whole := func(year float64) bool { return math.Abs(year-math.Round(year)) < 1e-6 }
	for _, year := range years {
		if x := p.x(year); x <= end {
			out = append(out, lineTick{x: x})
		}
	}
	// label finds the place of a label beside its tick; the first of a stretch bears its year.
	label := func(i int, text string) bool {
		t := &out[i]
		words := l.s.Line(text, st)
		for _, x := range []scene.Pt{t.x + 3, t.x - 3 - words.Width} {
			box := scene.Rect{X: x, Y: tickBase - 8, W: words.Width, H: 10}
			if box.X >= page.SlideLeft-0.5 && box.Right() <= page.SlideRight && !slices.ContainsFunc(taken, func(r scene.Rect) bool {
				return r.Overlaps(scene.Rect{X: box.X - 6.5, Y: box.Y, W: box.W + 13, H: box.H})
			}) {
				t.words, t.box = words, box
				taken = append(taken, box)
				return true
			}
		}
		return false
	}
	first, lost := true, false
	for i := range out {
		if whole(years[i]) {
			lost = !label(i, l.withYear(labels[i], years[i])) && !first || lost
			first = false
		}
	}
	yeared := false
	for i := range out {
		switch text := labels[i]; {
		case whole(years[i]):
			yeared = out[i].box.W > 0 // else the next one bears it
		case !yeared && u.months < 12 && label(i, l.withYear(text, years[i])), yeared && label(i, text):
			yeared = true
			named++
		default:
			named--
		}
	}
	if lost {
		named = -1
	}
	return out, named
}

// withYear adds the year to the first label of a stretch of months or days.
func (l *slideLine) withYear(label string, year float64) string {
	t, y := l.s.Tongue(), int(year+1e-6)
	if label == value.YearTick(t, y) {
		return label
	}
	return words.Fill(t.Date.WithYear, func(letter byte) string {
		if letter == 'y' {
			return page.Itoa(y)
		}
		return label
	})
}

func (l *slideLine) drawLeader(c *page.Canvas, e *slideEvent) {
	if e.choice.box.W == 0 {
		return
	}
	stroke := scene.Stroke{Color: l.s.Look.Text, Width: 0.6}
	if e.highlight {
		stroke = scene.Stroke{Color: l.s.Look.Accent, Width: 1.6}
	}
	c.Add(&scene.Shape{Path: scene.LinePath(scene.Point{X: e.x, Y: e.choice.y0 + l.shift}, scene.Point{X: e.x, Y: e.choice.y1 + l.shift}), Stroke: stroke})
}

// markHalf is half the length of an event's mark: a date that is a range has a mark as long, as far as the next mark.
func (l *slideLine) markHalf(e *slideEvent) scene.Pt {
	if e.highlight {
		return markLit + 1.5
	}
	if !e.date.Range() {
		return markSlide + 0.7
	}
	a, z := e.date.Years()
	half := min((l.scale.x(z)-l.scale.x(a))/2, e.x-page.SlideLeft, page.SlideRight-e.x)
	for i := range l.events {
		if o := &l.events[i]; o.id != e.id {
			half = min(half, max(e.x-o.x, o.x-e.x)-markLit-2)
		}
	}
	return max(half, markSlide) + 0.7
}

// drawEvent draws an event's mark and words; a date that is a range has a mark as long.
func (l *slideLine) drawEvent(c *page.Canvas, e *slideEvent) {
	look, y := l.s.Look, bandMid+l.shift
	switch {
	case e.highlight:
		c.Add(&scene.Shape{Path: scene.CirclePath(e.x, y, markLit+1.5), Fill: scene.Paint{Color: look.Background}})
		c.Add(&scene.Shape{Path: scene.CirclePath(e.x, y, markLit), Fill: scene.Paint{Color: look.Accent}})
	default:
		half := l.markHalf(e) - 0.7
		pill := scene.Rect{X: e.x - half, Y: y - markSlide, W: 2 * half, H: 2 * markSlide}
		c.Add(&scene.Shape{Path: scene.RoundRectPath(pill, markSlide), Fill: scene.Paint{Color: look.Background}, Stroke: scene.Stroke{Color: look.Text, Width: 1.3}})
	}
	if len(e.variants) == 0 || e.choice.box.W == 0 {
		return
	}
	v := e.variants[e.choice.variant]
	date, title := l.set.date, l.set.title
	if e.highlight {
		title = l.set.lit
	}
	top := e.choice.box.Y + l.shift
	put := func(b typeset.Block, st scene.Style, id string, role scene.Role) {
		if len(b.Lines) == 0 {
			return
		}
		x := e.x + 6
		if e.choice.flip {
			b = l.s.Fonts.SetParas(b.Paras, typeset.Options{Width: b.Width + 0.01, Break: typeset.Balanced, Align: scene.Right})
			x = e.x - 6 - b.Width
		}
		c.Add(b.Text(id, role, x, top+page.Base(st)))
		top += b.Height
	}
	put(v.date, date, e.id+"/date", scene.RoleLabel)
	put(v.title, title, e.id, scene.RoleSubheading)
	put(v.text, l.set.text, e.id+"/text", scene.RoleBody)
}
