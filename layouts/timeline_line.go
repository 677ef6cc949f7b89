package layouts

import (
	"roadshow/briefing"
	"roadshow/briefing/evidence/value"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

// slideLine is the timeline of one slide.
type slideLine struct {
	s      *page.Slides
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
	date      value.Date
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

func newSlideLine(s *page.Slides, b *briefing.Block, events []briefing.Fields, eras []slideEra, from, to int) *slideLine {
	l := &slideLine{s: s, b: b}
	lo, hi := 1e9, -1e9
	for i := from; i < to; i++ {
		f := events[i]
		e := slideEvent{field: f, date: f.Date("date"), highlight: f.Flag("highlight"), id: b.ID + "/" + page.Itoa(i+1)}
		e.at = e.date.Mid()
		a, z := e.date.Years()
		if year := e.date.Start.Precision == value.InYear && e.date.Start.Part == value.Whole; !year && !e.date.Range() {
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
			e.id += "@" + page.Itoa(from+1)
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
	l.scale = lineScale{from: lo, to: hi, x0: page.SlideLeft, x1: page.SlideRight}
	if change > lo+1e-6 && change < hi-1e-6 {
		before := 0
		for _, e := range l.events {
			if e.at < change {
				before++
			}
		}
		share := min(max((float64(before)+0.6)/(float64(len(l.events))+1.2), 0.25), 0.75)
		l.scale.change, l.scale.xc = change, page.SlideLeft+(page.SlideRight-page.SlideLeft)*scene.Pt(share)
	}
	// The band begins where its calendar does, and has a little room behind its last event.
	first, w := l.scale.to-l.scale.from, page.SlideRight-page.SlideLeft
	if l.scale.change > 0 {
		first, w = l.scale.change-l.scale.from, l.scale.xc-page.SlideLeft
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
		return min(max(wish(p), page.SlideLeft+markLit+half(p)), page.SlideRight-markLit-half(p))
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
