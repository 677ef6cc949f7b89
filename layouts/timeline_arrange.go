package layouts

import (
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
	"roadshow/words"
)

// laneSet is one arrangement of lanes: the tops of words above far and near, below near and far, and the sizes of words.
type laneSet struct {
	far, near, below, deep scene.Pt
	date, title, text      scene.Style
	lit                    scene.Style
	widths                 [3]scene.Pt
}

// laneSets are tried in order: words one size larger where there is room for them, then the usual size.
func laneSets(s *page.Slides) []laneSet {
	date, title, text := s.St.Role.At(11.5, 14), s.St.Label.In(scene.SansSemiBold).At(12.5, 15.5), s.St.Role.At(11.5, 14.5)
	lit := s.St.Lead.At(17, 22).With(s.Look.Accent)
	usual := laneSet{far: 158, near: 228, below: 378, deep: 416, date: date, title: title.At(12, 15), text: text.At(11.5, 14), lit: lit, widths: [3]scene.Pt{132, 106, 84}}
	large := laneSet{far: 148, near: 226, below: 370, deep: 418, date: date.At(12, 15), title: title.At(14, 17.5), text: text.At(13, 16.5), lit: lit.At(22, 26), widths: [3]scene.Pt{160, 132, 108}}
	middle := laneSet{far: 150, near: 228, below: 374, deep: 420, date: date, title: title, text: text, lit: lit, widths: [3]scene.Pt{144, 116, 92}}
	tight := usual
	tight.far, tight.near, tight.below, tight.deep = 142, 228, 358, 418
	return []laneSet{large, middle, usual, tight}
}

// arrange finds lanes for all events in the first of the lane sets that allows it.
func (l *slideLine) arrange() bool {
	for _, set := range laneSets(l.s) {
		l.set = set
		l.words()
		for _, gloss := range l.glossPlaces() {
			if l.lanes(gloss) {
				l.gloss = gloss
				l.centre()
				return true
			}
		}
	}
	return false
}

// words sets every event at the widths of the lane set; a width that changes nothing is left out.
func (l *slideLine) words() {
	s := l.s
	for i := range l.events {
		e := &l.events[i]
		e.variants = e.variants[:0]
		date, title := l.set.date, l.set.title
		if e.highlight {
			date, title = date.In(scene.SansMedium).With(s.Look.Accent), l.set.lit
		}
		dated := s.Line(page.UpperFirst(l.s.Date(e.date)), date)
		for _, w := range l.set.widths {
			if e.highlight {
				w += 26
			}
			v := eventWords{date: dated, title: s.Set(e.field.Prose("title"), title, w, typeset.Balanced)}
			v.h = l.set.date.Leading + v.title.Height
			v.w = max(dated.Width, page.Drawn(v.title))
			if t := e.field.Prose("text"); !t.Empty() {
				v.text = s.Set(t, l.set.text, w, typeset.Balanced)
				v.h += v.text.Height
				v.w = max(v.w, page.Drawn(v.text))
			}
			if len(v.title.Lines) > 2 || len(v.text.Lines) > 4 || v.w > w+60 {
				continue
			}
			if n := len(e.variants); n > 0 && e.variants[n-1].h == v.h && e.variants[n-1].w <= v.w+1 {
				continue
			}
			e.variants = append(e.variants, v)
		}
	}
}

// lanes lists the choices of every event around what stands already, and searches for the best of them.
func (l *slideLine) lanes(glosses []placedGloss) bool {
	search := &laneSearch{pair: 5}
	if len(glosses) > 0 {
		search.pair = 0
	}
	tops := [4]scene.Pt{l.set.near, l.set.far, l.set.below, l.set.deep}
	costs := [4]float64{0, 12, 4, 16}
	for i := range l.events {
		e := &l.events[i]
		var choices []laneChoice
		for lane := range tops {
			for v, words := range e.variants {
				for _, flip := range []bool{false, true} {
					c := laneChoice{lane: lane, variant: v, flip: flip, x: e.x, cost: costs[lane] + 2*float64(v)}
					c.box = scene.Rect{X: e.x + 6, Y: tops[lane], W: words.w, H: words.h}
					if flip {
						c.box.X = e.x - 6 - words.w
						c.cost += 3
					}
					if n := len(words.title.Lines); n > 1 {
						c.cost += 4
						if e.highlight {
							c.cost += 10
						}
					}
					if e.highlight && lane > 1 {
						c.cost += 10
					}
					if lane < 2 {
						c.y0, c.y1 = c.box.Y+1.5, bandTop
						c.cost += float64(max(0, bandTop-c.box.Bottom()-40)) * 0.05
					} else {
						c.y0, c.y1 = bandBottom, c.box.Bottom()-1.5
					}
					if l.stands(&c, glosses) {
						choices = append(choices, c)
					}
				}
			}
		}
		search.choices = append(search.choices, choices)
	}
	picks := search.solve()
	if picks == nil {
		return false
	}
	for i, p := range picks {
		l.events[i].choice = search.choices[i][p]
	}
	return true
}

// stands says that a choice lies inside the body and meets nothing that stands already.
func (l *slideLine) stands(c *laneChoice, glosses []placedGloss) bool {
	if c.box.X < page.SlideLeft-0.5 || c.box.Right() > page.SlideRight+0.5 || c.box.Y < page.SlideBodyTop || c.box.Bottom() > page.SlideBodyBottom+1 {
		return false
	}
	if c.lane < 2 && c.box.Bottom() > bandTop-4 {
		return false
	}
	for _, g := range glosses {
		if g.box.Inset(-8).Overlaps(c.box) || c.crosses(g.box.Inset(-3)) {
			return false
		}
	}
	return true
}

// placedGloss is what is said of an era, in the empty side below the band.
type placedGloss struct {
	words typeset.Block
	style scene.Style
	box   scene.Rect
	id    string
}

// glossPlaces are the ways to place the eras' glosses, the best first; without a gloss there is one way.
func (l *slideLine) glossPlaces() [][]placedGloss {
	var out [][]placedGloss
	var glossed []slideEra
	for _, e := range l.eras {
		if !e.gloss.Empty() {
			glossed = append(glossed, e)
		}
	}
	if len(glossed) == 0 {
		return [][]placedGloss{nil}
	}
	st := l.s.St.Body.In(scene.Serif)
	for _, width := range []scene.Pt{260, 210, 170} {
		for _, slide := range []scene.Pt{0, 0.5, 1} {
			var places []placedGloss
			end := scene.Pt(0)
			ok := true
			for _, e := range glossed {
				from, to := l.scale.x(e.from), l.scale.x(e.to)
				words := l.s.Set(e.gloss, st, width, typeset.Balanced)
				w := max(40, page.Drawn(words))
				x := from + max(0, to-from-w)*slide
				x = max(min(x, page.SlideRight-w), end)
				g := placedGloss{words: words, style: st, id: e.id + "/gloss", box: scene.Rect{X: x, Y: 372, W: w, H: 10 + words.Height}}
				ok = ok && x+w <= page.SlideRight+0.5 && g.box.Bottom() <= page.SlideBodyBottom
				end = x + w + 16
				places = append(places, g)
			}
			if ok {
				out = append(out, places)
			}
		}
	}
	return out
}

// centre moves the whole towards the middle of the body where one side of the band is empty.
func (l *slideLine) centre() {
	top, bottom := bandTop-24, scene.Pt(ticksEnd)
	for _, e := range l.events {
		top, bottom = min(top, e.choice.box.Y), max(bottom, e.choice.box.Bottom())
	}
	for _, g := range l.gloss {
		bottom = max(bottom, g.box.Bottom())
	}
	want := (page.SlideBodyTop+6+page.SlideBodyBottom)/2 - (top+bottom)/2
	l.shift = scene.Pt(int(min(max(want, -46), 46)/2)) * 2
	l.shift = min(max(l.shift, page.SlideBodyTop-top), page.SlideBodyBottom-bottom)
}

// said is what the source line adds: the change of scale, and eras whose names found no place.
func (l *slideLine) said() string {
	out := ""
	if l.scale.change > 0 {
		out = words.With(l.s.Diagrams().ScaleChanges, l.s.Date(l.b.Date("scale_change")))
	}
	l.nameEras()
	for _, e := range l.lost {
		out = page.JoinSentences(out, e.name+l.s.Marks().Colon+l.s.Span(l.s.Date(e.field.Date("from")), l.s.Date(e.field.Date("to"))))
	}
	return out
}
