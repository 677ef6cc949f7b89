package layouts

import (
	"cmp"
	"slices"

	"roadshow/briefing"
	"roadshow/page"
	"roadshow/scene"
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

// timelineSlide is L18: dates on a band that is true to time, events in lanes above and below it, eras along it. More than
// twelve events, or events for which no arrangement is free of collisions, go on.
func timelineSlide(s *page.Slides, b *briefing.Block) {
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
	eras := slideEras(s, b)
	var parts []*slideLine
	for _, cut := range cutEvents(events, eras) {
		parts = append(parts, lines(s, b, events, eras, cut[0], cut[1])...)
	}
	first, last := events[0].Date("date"), events[len(events)-1].Date("date")
	what := s.Diagrams().Timeline + s.Marks().Open + s.Span(page.UpperFirst(s.Date(first)), page.UpperFirst(s.Date(last))) + s.Marks().Close
	sh := s.ExhibitSheet(b, s.AltOf(what, b.Title.String()))
	for i, line := range parts {
		sh.Part, sh.Parts, sh.Extra = i, len(parts), line.said()
		s.Slide(b, sh, line.draw)
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

func slideEras(s *page.Slides, b *briefing.Block) []slideEra {
	var eras []slideEra
	for i, f := range b.List("eras") {
		e := slideEra{name: f.Words("name"), gloss: f.Prose("gloss"), id: b.ID + "/era" + page.Itoa(i+1), field: f}
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
func lines(s *page.Slides, b *briefing.Block, events []briefing.Fields, eras []slideEra, from, to int) []*slideLine {
	line := newSlideLine(s, b, events, eras, from, to)
	if s.Joined(b.ID+"@"+page.Itoa(from)+"-"+page.Itoa(to), line.arrange()) {
		return []*slideLine{line}
	}
	if to-from >= 4 {
		mid := (from + to) / 2
		return append(lines(s, b, events, eras, from, mid), lines(s, b, events, eras, mid, to)...)
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
	s.OverBudget(longest.PlaceOf(field), "E-EVENT", field+" of an event", longest.Prose(field).String(), limit)
	line.events = nil
	return []*slideLine{line}
}
