package layouts

import (
	"cmp"
	"fmt"
	"slices"

	"roadshow/briefing"
	"roadshow/briefing/evidence"
	"roadshow/scene"
	"roadshow/typeset"
)

// The band of L18 and the lanes around it, in points.
const (
	bandMid    scene.Pt = 326
	bandHalf   scene.Pt = 9
	bandTop             = bandMid - bandHalf
	bandBottom          = bandMid + bandHalf
	tickBase            = bandBottom + 12
	ticksEnd            = bandBottom + 16
	markSlide  scene.Pt = 4
	markLit    scene.Pt = 6.5
	markApart  scene.Pt = 11 // between two marks, where dates lie closer
	mostEvents          = 12
)

// laneSet is one arrangement of lanes: the tops of words above far and near, below near and far, and the sizes of words.
type laneSet struct {
	far, near, below, deep scene.Pt
	date, title, text      scene.Style
	lit                    scene.Style
	widths                 [3]scene.Pt
}

// laneSets are tried in order: words one size larger where there is room for them, then the usual size.
func (s *Slides) laneSets() []laneSet {
	date, title, text := s.S.Role.At(9.5, 12.5), s.S.Label.In(scene.SansSemiBold).At(12, 15), s.S.Role.At(10.5, 14)
	lit := s.S.Lead.At(17, 22).With(s.Look.Accent)
	usual := laneSet{far: 158, near: 228, below: 378, deep: 416, date: date.At(9.2, 12), title: title.At(11.5, 14.5), text: text.At(9.8, 13), lit: lit, widths: [3]scene.Pt{132, 106, 84}}
	large := laneSet{far: 148, near: 226, below: 370, deep: 418, date: date.At(10.5, 14), title: title.At(13, 16.5), text: text.At(11.5, 15), lit: lit.At(22, 26), widths: [3]scene.Pt{160, 132, 108}}
	middle := laneSet{far: 150, near: 228, below: 374, deep: 420, date: date, title: title, text: text, lit: lit, widths: [3]scene.Pt{144, 116, 92}}
	tight := usual
	tight.far, tight.near, tight.below, tight.deep = 142, 228, 358, 418
	return []laneSet{large, middle, usual, tight}
}

// timelineSlide is L18: dates on a band that is true to time, events in lanes above and below it, eras along it. More than
// twelve events, or events for which no arrangement is free of collisions, go on.
func timelineSlide(s *Slides, b *briefing.Block) {
	events := slices.Clone(b.List("events"))
	slices.SortStableFunc(events, func(x, y briefing.Fields) int { return compareEvents(x.Date("date"), y.Date("date")) })
	if len(events) == 0 {
		return
	}
	lit := 0
	for _, ev := range events {
		if ev.Flag("highlight") {
			if lit++; lit > 1 {
				s.L.Error(ev.PlaceOf("highlight"), "E-LIMIT", "emphasis is spent once", "a timeline highlights one event")
			}
		}
	}
	eras := s.slideEras(b)
	var parts []*slideLine
	for _, cut := range cutEvents(events, eras) {
		parts = append(parts, s.lines(b, events, eras, cut[0], cut[1])...)
	}
	first, last := events[0].Date("date"), events[len(events)-1].Date("date")
	what := fmt.Sprintf("%s (%s – %s)", s.diagrams().Timeline, upperFirst(first.Long()), upperFirst(last.Long()))
	sh := s.exhibitSheet(b, altOf(what, b.Title.String()))
	for i, line := range parts {
		sh.part, sh.parts, sh.extra = i, len(parts), line.said()
		s.slide(b, sh, line.draw)
	}
}

// slideEra is a period on the band.
type slideEra struct {
	from, to float64
	name     string
	gloss    briefing.Prose
	id       string
	field    briefing.Fields
	strong   bool // it holds the highlighted event
}

func (s *Slides) slideEras(b *briefing.Block) []slideEra {
	var eras []slideEra
	for i, f := range b.List("eras") {
		e := slideEra{name: f.Words("name"), gloss: f.Prose("gloss"), id: b.ID + "/era" + itoa(i+1), field: f}
		e.from, _ = f.Date("from").Years()
		_, e.to = f.Date("to").Years()
		if e.to <= e.from {
			s.L.Error(f.PlaceOf("to"), "E-DATE", "an era runs from its first to its last date", "the era %q ends before it begins", e.name)
			continue
		}
		eras = append(eras, e)
	}
	slices.SortStableFunc(eras, func(x, y slideEra) int { return cmp.Compare(x.from, y.from) })
	for i := 1; i < len(eras); i++ {
		if eras[i].from < eras[i-1].to-1e-9 {
			s.L.Error(b.PlaceOf("eras"), "E-DATE", "let one end where the next begins", "the eras %q and %q overlap", eras[i-1].name, eras[i].name)
			eras[i].from = eras[i-1].to
		}
	}
	return slices.DeleteFunc(eras, func(e slideEra) bool { return e.to <= e.from })
}

// cutEvents parts more than twelve events, at the border of an era where one lies near, else evenly.
func cutEvents(events []briefing.Fields, eras []slideEra) [][2]int {
	n := len(events)
	parts := (n + mostEvents - 1) / mostEvents
	var out [][2]int
	from := 0
	for p := parts; p > 1; p-- {
		even := from + (n-from+p-1)/p
		to := even
		for i := from + 2; i <= from+mostEvents && i <= n-2*(p-1); i++ {
			a, b := events[i-1].Date("date").Mid(), events[i].Date("date").Mid()
			border := slices.ContainsFunc(eras, func(e slideEra) bool { return a < e.from && b >= e.from })
			if border && n-i <= mostEvents*(p-1) && (to == even || abs(i-even) < abs(to-even)) {
				to = i
			}
		}
		out = append(out, [2]int{from, to})
		from = to
	}
	return append(out, [2]int{from, n})
}

func abs(i int) int { return max(i, -i) }

// lines lays out a stretch of events; where no arrangement is free of collisions, it is halved.
func (s *Slides) lines(b *briefing.Block, events []briefing.Fields, eras []slideEra, from, to int) []*slideLine {
	line := s.slideLine(b, events, eras, from, to)
	if line.arrange() {
		return []*slideLine{line}
	}
	if to-from >= 4 {
		mid := (from + to) / 2
		return append(s.lines(b, events, eras, from, mid), s.lines(b, events, eras, mid, to)...)
	}
	longest, field := line.events[0].field, "text"
	for _, e := range line.events {
		for _, name := range []string{"text", "title"} {
			if len(e.field.Words(name)) > len(longest.Words(field)) {
				longest, field = e.field, name
			}
		}
	}
	limit := map[string]int{"text": 48, "title": 22}[field]
	s.overBudget(longest.PlaceOf(field), "E-EVENT", field+" of an event", longest.Prose(field).String(), limit)
	line.events = nil
	return []*slideLine{line}
}

// slideLine is the timeline of one slide.
type slideLine struct {
	s      *Slides
	b      *briefing.Block
	scale  lineScale
	eras   []slideEra
	events []slideEvent
	set    laneSet
	gloss  []placedGloss
	shift  scene.Pt // of the whole, to stand in the middle of the body
	lost   []slideEra
}

// slideEvent is one event on its slide.
type slideEvent struct {
	field     briefing.Fields
	date      evidence.Date
	at        float64
	x         scene.Pt // of its mark
	highlight bool
	id        string
	variants  []eventWords
	choice    laneChoice
}

// eventWords are an event's date, title and text at one width.
type eventWords struct {
	date, title, text typeset.Block
	w, h              scene.Pt
}

func (s *Slides) slideLine(b *briefing.Block, events []briefing.Fields, eras []slideEra, from, to int) *slideLine {
	l := &slideLine{s: s, b: b}
	lo, hi := 1e9, -1e9
	for i := from; i < to; i++ {
		f := events[i]
		e := slideEvent{field: f, date: f.Date("date"), highlight: f.Flag("highlight"), id: b.ID + "/" + itoa(i+1)}
		e.at = e.date.Mid()
		a, z := e.date.Years()
		if year := e.date.Start.Precision == evidence.InYear && e.date.Start.Part == evidence.Whole; !year && !e.date.Range() {
			a, z = e.at, e.at
		}
		lo, hi = min(lo, a), max(hi, z)
		l.events = append(l.events, e)
	}
	whole := from == 0 && to == len(events)
	for _, e := range eras {
		for _, ev := range l.events {
			e.strong = e.strong || ev.highlight && ev.at >= e.from && ev.at < e.to
		}
		switch {
		case whole:
			lo, hi = min(lo, e.from), max(hi, e.to)
		case e.to <= lo || e.from >= hi:
			continue
		}
		if from > 0 {
			e.id += "@" + itoa(from+1)
		}
		l.eras = append(l.eras, e)
	}
	if hi-lo < 1.0/366 {
		lo, hi = lo-1.0/24, hi+1.0/24
	}
	change := 0.0
	if d := b.Date("scale_change"); !d.IsZero() {
		change = d.From().Year()
	}
	l.scale = lineScale{from: lo, to: hi, x0: slideLeft, x1: slideRight}
	if change > lo+1e-6 && change < hi-1e-6 {
		before := 0
		for _, e := range l.events {
			if e.at < change {
				before++
			}
		}
		share := min(max((float64(before)+0.6)/(float64(len(l.events))+1.2), 0.25), 0.75)
		l.scale.change, l.scale.xc = change, slideLeft+(slideRight-slideLeft)*scene.Pt(share)
	}
	// The band begins where its calendar does, and has a little room behind its last event.
	first, w := l.scale.to-l.scale.from, slideRight-slideLeft
	if l.scale.change > 0 {
		first, w = l.scale.change-l.scale.from, l.scale.xc-slideLeft
	}
	l.scale.from = max(unitFor(first, w).floor(l.scale.from), l.scale.from-first*0.25)
	if len(l.eras) == 0 || l.eras[len(l.eras)-1].to < hi {
		last := l.scale.to - max(l.scale.from, l.scale.change)
		l.scale.to += last * 0.03
	}
	l.marks()
	return l
}

// marks places the events' marks: true to time, or pushed apart as little as it takes where they would cover each other.
func (l *slideLine) marks() {
	for i := range l.events {
		l.events[i].x = l.scale.x(l.events[i].at)
	}
	n := len(l.events)
	// Pool neighbours that are too close into groups, each spread around the middle of its wishes.
	type pool struct {
		from, to int
		mid      scene.Pt
	}
	var pools []pool
	wish := func(p pool) scene.Pt {
		var sum scene.Pt
		for i := p.from; i < p.to; i++ {
			sum += l.scale.x(l.events[i].at) - markApart*(scene.Pt(i-p.from)-scene.Pt(p.to-p.from-1)/2)
		}
		return sum / scene.Pt(p.to-p.from)
	}
	half := func(p pool) scene.Pt { return markApart * scene.Pt(p.to-p.from-1) / 2 }
	clamp := func(p pool) scene.Pt {
		return min(max(wish(p), slideLeft+markLit+half(p)), slideRight-markLit-half(p))
	}
	for i := range n {
		p := pool{from: i, to: i + 1}
		p.mid = clamp(p)
		pools = append(pools, p)
		for len(pools) > 1 {
			a, z := pools[len(pools)-2], pools[len(pools)-1]
			if z.mid-half(z)-a.mid-half(a) >= markApart-1e-6 {
				break
			}
			both := pool{from: a.from, to: z.to}
			both.mid = clamp(both)
			pools = append(pools[:len(pools)-2], both)
		}
	}
	for _, p := range pools {
		for i := p.from; i < p.to; i++ {
			l.events[i].x = p.mid - half(p) + markApart*scene.Pt(i-p.from)
		}
	}
}

// arrange finds lanes for all events in the first of the lane sets that allows it.
func (l *slideLine) arrange() bool {
	for _, set := range l.s.laneSets() {
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
		dated := s.line(upperFirst(e.date.Long()), date)
		for _, w := range l.set.widths {
			if e.highlight {
				w += 26
			}
			v := eventWords{date: dated, title: s.set(e.field.Prose("title"), title, w, typeset.Balanced)}
			v.h = l.set.date.Leading + v.title.Height
			v.w = max(dated.Width, drawn(v.title))
			if t := e.field.Prose("text"); !t.Empty() {
				v.text = s.set(t, l.set.text, w, typeset.Balanced)
				v.h += v.text.Height
				v.w = max(v.w, drawn(v.text))
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
	if c.box.X < slideLeft-0.5 || c.box.Right() > slideRight+0.5 || c.box.Y < slideBodyTop || c.box.Bottom() > slideBodyBottom+1 {
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
	st := l.s.S.Body.In(scene.Serif).At(13, 18.5)
	for _, width := range []scene.Pt{260, 210, 170} {
		for _, slide := range []scene.Pt{0, 0.5, 1} {
			var places []placedGloss
			end := scene.Pt(0)
			ok := true
			for _, e := range glossed {
				from, to := l.scale.x(e.from), l.scale.x(e.to)
				words := l.s.set(e.gloss, st, width, typeset.Balanced)
				w := max(40, drawn(words))
				x := from + max(0, to-from-w)*slide
				x = max(min(x, slideRight-w), end)
				g := placedGloss{words: words, style: st, id: e.id + "/gloss", box: scene.Rect{X: x, Y: 372, W: w, H: 10 + words.Height}}
				ok = ok && x+w <= slideRight+0.5 && g.box.Bottom() <= slideBodyBottom
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
	want := (slideBodyTop+6+slideBodyBottom)/2 - (top+bottom)/2
	l.shift = scene.Pt(int(min(max(want, -46), 46)/2)) * 2
	l.shift = min(max(l.shift, slideBodyTop-top), slideBodyBottom-bottom)
}

// said is what the source line adds: the change of scale, and eras whose names found no place.
func (l *slideLine) said() string {
	out := ""
	if l.scale.change > 0 {
		out = fmt.Sprintf(l.s.diagrams().ScaleChanges, l.b.Date("scale_change").Long())
	}
	l.nameEras()
	for _, e := range l.lost {
		out = joinSentences(out, e.name+": "+e.field.Date("from").Long()+" – "+e.field.Date("to").Long())
	}
	return out
}
