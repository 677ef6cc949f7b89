package layouts

import (
	"cmp"
	"slices"

	"roadshow/briefing"
	"roadshow/briefing/evidence/value"
	"roadshow/briefing/outline"
	"roadshow/internal/diag"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
	"roadshow/words"
)

func timelineLayout() page.Layout {
	event := &outline.Shape{Name: "event", Fields: []outline.Field{
		{Name: "date", Type: outline.Date, Required: true, Doc: "When: 2023, 2023-03, mid 2023-03, 2020-12 to 2021-03"},
		{Name: "title", Type: outline.Prose, Required: true, Budget: 22, Doc: "What happened, in three words"},
		{Name: "text", Type: outline.Prose, Budget: 48, Doc: "What it meant"},
		{Name: "highlight", Type: outline.Flag, Doc: "The event that carries the claim; one of them"},
	}}
	era := &outline.Shape{Name: "era", Fields: []outline.Field{
		{Name: "from", Type: outline.Date, Required: true, Doc: "Its first date"},
		{Name: "to", Type: outline.Date, Required: true, Doc: "Its last date"},
		{Name: "name", Type: outline.Words, Required: true, Budget: 24, Doc: "Its name"},
		{Name: "gloss", Type: outline.Prose, Budget: 110, Doc: "A sentence about it; on slides"},
	}}
	return page.Layout{Name: "timeline", Summary: "dated events along a rule, true to time where there is room", Title: outline.Required, Page: timelinePage, Slide: timelineSlide,
		Numbered: always,
		Shape: &outline.Shape{Name: "timeline", Fields: []outline.Field{
			{Name: "events", Type: outline.Object, List: true, Required: true, Min: 1, Max: 12, Shape: event, Doc: "At most 12 a page; more continue"},
			{Name: "eras", Type: outline.Object, List: true, Max: 4, Shape: era, Doc: "Periods, named along the rule"},
			{Name: "scale_change", Type: outline.Date, Doc: "From here on time runs at another scale; said in the source line"},
		}}}
}

// moment is one event, set, with its place on the rule.
type moment struct {
	at, from    float64 // middle and beginning, years
	date        typeset.Block
	title, text typeset.Block
	titleStyle  scene.Style
	highlight   bool
	id          string
	span        diag.Span
	h           scene.Pt // of its words
	y           scene.Pt // of its mark, from the first one's
}

// period is one era on the rule.
type period struct {
	from, to float64
	name     typeset.Block
	strong   bool // it holds the highlighted event
	first    int  // the event beside which its name stands; -1: none
	id       string
}

// timeAxis is the rule with all that stands along it.
type timeAxis struct {
	k       *page.Composer
	events  []moment
	eras    []period
	change  float64 // a year, 0: none
	dateW   scene.Pt
	eraW    scene.Pt
	ruleX   scene.Pt // from the exhibit's left edge
	wordsX  scene.Pt
	wordsW  scene.Pt
	hasEras bool
}

const (
	leadIn    scene.Pt = 10 // of a row, above its mark
	leastGap  scene.Pt = 26 // between two marks
	mostWaste scene.Pt = 60 // that truth to time may cost
	markR     scene.Pt = 3
)

// timelinePage stands dates in the rail, a rule before the main column and events in it.
func timelinePage(f *page.Flow, b *briefing.Block) {
	k := f.K
	a := readTimeAxis(k, b)
	if len(a.events) == 0 {
		return
	}
	first, last := a.events[0], a.events[len(a.events)-1]
	what := k.Diagrams().Timeline + k.Marks().Open + k.Span(wordsOf(first.date), wordsOf(last.date)) + k.Marks().Close
	e := k.Exhibit(b, k.Grid.Width(), "", k.AltOf(what, b.Title.String()))
	if d := b.Date("scale_change"); !d.IsZero() {
		e.Extra = words.With(k.Diagrams().ScaleChanges, k.Date(d))
	}
	f.Add(a.box(e))
}

// box is the axis as rows.
func (a *timeAxis) box(e *page.Exhibit) *page.Box {
	a.space(mostWaste)
	rows := make([]*page.Box, len(a.events))
	for i := range a.events {
		rows[i] = a.row(i)
	}
	return e.Rows(rows, 2, nil)
}

// wordsOf are a block's words on one line.
func wordsOf(b typeset.Block) string {
	out := ""
	for _, p := range b.Paras {
		for _, s := range p.Spans {
			out += s.Text
		}
	}
	return out
}

func readTimeAxis(k *page.Composer, b *briefing.Block) *timeAxis {
	g, st := k.Grid, k.St
	a := &timeAxis{k: k, ruleX: g.MainX - g.Left - 12, wordsX: g.MainX - g.Left, wordsW: g.MainW}
	if d := b.Date("scale_change"); !d.IsZero() {
		a.change = d.From().Year()
	}
	events := slices.Clone(b.List("events"))
	slices.SortStableFunc(events, func(x, y briefing.Fields) int { return compareEvents(x.Date("date"), y.Date("date")) })
	for _, ev := range events {
		a.dateW = max(a.dateW, min(84, k.Fonts.Width(page.UpperFirst(k.Date(ev.Date("date"))), st.Small)))
	}
	a.eraW = g.RailW - a.dateW - 10
	lit := 0
	for i, ev := range events {
		m := setMoment(k, ev, b.ID+"/"+page.Itoa(i+1), a)
		if m.highlight {
			if lit++; lit > 1 {
				k.L.Error(ev.PlaceOf("highlight"), "E-LIMIT", "emphasis is spent once", "a timeline highlights one event")
			}
		}
		a.events = append(a.events, m)
	}
	a.readEras(b)
	return a
}

// compareEvents orders by the middle of dates, then by their beginning.
func compareEvents(a, b value.Date) int {
	switch x, y := a.Mid(), b.Mid(); {
	case x < y:
		return -1
	case x > y:
		return 1
	}
	return a.Compare(b)
}

func setMoment(k *page.Composer, ev briefing.Fields, id string, a *timeAxis) moment {
	st, d := k.St, ev.Date("date")
	m := moment{at: d.Mid(), id: id, span: ev.Place(), highlight: ev.Flag("highlight"), titleStyle: st.PersonName}
	m.from, _ = d.Years()
	dateStyle := st.SmallMuted
	if m.highlight {
		m.titleStyle, dateStyle = st.Lead.With(k.Look.Accent), st.SmallMedium.With(k.Look.Accent)
	}
	m.date = k.Fonts.Set([]scene.Span{{Text: page.UpperFirst(k.Date(d)), Style: dateStyle}}, typeset.Options{Width: a.dateW + 1, Align: scene.Right})
	m.title = k.Set(ev.Prose("title"), m.titleStyle, a.wordsW, typeset.Balanced)
	m.h = m.title.Height
	if t := ev.Prose("text"); !t.Empty() {
		m.text = k.Set(t, st.TableMuted(), a.wordsW, typeset.Greedy)
		m.h += m.text.Height
		if len(m.text.Lines) > 3 {
			k.OverBudget(ev.PlaceOf("text"), "E-EVENT", "text of an event", t.String(), 200)
		}
	}
	if len(m.title.Lines) > 2 {
		k.OverBudget(ev.PlaceOf("title"), "E-EVENT", "title of an event", ev.Prose("title").String(), 22)
	}
	m.h = max(m.h, m.date.Height)
	return m
}

func (a *timeAxis) readEras(b *briefing.Block) {
	k := a.k
	for i, f := range b.List("eras") {
		from, to := f.Date("from"), f.Date("to")
		p := period{first: -1, id: b.ID + "/era" + page.Itoa(i+1)}
		p.from, _ = from.Years()
		_, p.to = to.Years()
		if p.to <= p.from {
			k.L.Error(f.PlaceOf("to"), "E-DATE", "an era runs from its first to its last date", "the era %q ends before it begins", f.Words("name"))
			continue
		}
		for j := range a.events {
			if m := &a.events[j]; m.at >= p.from && m.at < p.to {
				if p.first < 0 {
					p.first = j
				}
				p.strong = p.strong || m.highlight
			}
		}
		if p.first < 0 {
			// No event of its own: it is named beside the last one before it.
			p.first = 0
			for j := range a.events {
				if a.events[j].at < p.from {
					p.first = j
				}
			}
		}
		st := k.St.SmallStrong
		if p.strong {
			st = st.With(k.Look.Accent)
		}
		p.name = k.Words(f.Words("name"), st, a.eraW, typeset.Balanced)
		a.eras = append(a.eras, p)
	}
	slices.SortStableFunc(a.eras, func(x, y period) int { return cmp.Compare(x.from, y.from) })
	for i := 1; i < len(a.eras); i++ {
		if p, q := a.eras[i-1], a.eras[i]; q.from < p.to-1e-9 {
			k.L.Error(b.PlaceOf("eras"), "E-DATE", "let one end where the next begins", "the eras %q and %q overlap", wordsOf(p.name), wordsOf(q.name))
		}
	}
	a.hasEras = len(a.eras) > 0
}

// space finds the distances between marks: proportional to time where that costs no more than the budget in all, and never
// less than words need. Each side of a change of scale has a scale of its own.
func (a *timeAxis) space(budget scene.Pt) {
	n := len(a.events)
	need := make([]scene.Pt, n) // from mark i to mark i+1
	for i := range need {
		need[i] = max(leastGap, a.events[i].h+12, a.namesHeight(i)+6)
	}
	split := n - 1
	if a.change > 0 {
		split = 0
		for split < n-1 && a.events[split+1].at < a.change {
			split++
		}
	}
	if split > 0 && split < n-1 {
		budget /= 2
	}
	a.stretch(need, 0, split, budget)
	a.stretch(need, split, n-1, budget)
	for i := 1; i < n; i++ {
		a.events[i].y = a.events[i-1].y + need[i-1]
	}
}

// stretch widens the gaps from event i to event j: the largest scale that wastes no more than the budget.
func (a *timeAxis) stretch(need []scene.Pt, i, j int, budget scene.Pt) {
	if j <= i {
		return
	}
	years := func(k int) scene.Pt { return scene.Pt(a.events[k+1].at - a.events[k].at) }
	waste := func(scale scene.Pt) (w scene.Pt) {
		for k := i; k < j; k++ {
			w += max(0, scale*years(k)-need[k])
		}
		return w
	}
	lo, hi := scene.Pt(0), scene.Pt(1e5)
	for range 48 {
		if mid := (lo + hi) / 2; waste(mid) <= budget {
			lo = mid
		} else {
			hi = mid
		}
	}
	for k := i; k < j; k++ {
		need[k] = max(need[k], lo*years(k))
	}
}

// namesHeight is the height of the era names that stand beside an event.
func (a *timeAxis) namesHeight(i int) scene.Pt {
	var h scene.Pt
	for _, p := range a.eras {
		if p.first == i {
			h += p.name.Height + 2
		}
	}
	return h
}

// place is where a year stands on the rule, from the first mark; linear between two marks.
func (a *timeAxis) place(year float64) scene.Pt {
	n := len(a.events)
	first, last := a.events[0], a.events[n-1]
	if year <= first.at {
		if year < first.at {
			return -leadIn
		}
		return 0
	}
	for i := 1; i < n; i++ {
		p, q := a.events[i-1], a.events[i]
		if year < q.at {
			return p.y + (q.y-p.y)*scene.Pt((year-p.at)/(q.at-p.at))
		}
	}
	if year > last.at {
		return a.end()
	}
	return last.y
}

// end is the lower end of the rule.
func (a *timeAxis) end() scene.Pt {
	last := len(a.events) - 1
	return a.events[last].y + max(12, a.events[last].h-2, a.namesHeight(last)-4)
}

// row is one event: its piece of the rule, the eras beside it, and its words.
func (a *timeAxis) row(i int) *page.Box {
	m := a.events[i]
	bottom := a.end()
	if i+1 < len(a.events) {
		bottom = a.events[i+1].y - leadIn
	}
	box := &page.Box{H: bottom - m.y + leadIn, At: m.span}
	if i == len(a.events)-1 {
		box.H += 6
	} else {
		box.Plot = box.H
	}
	box.Stretch = axisAir
	box.Flex = func(f scene.Pt) *page.Box { return a.scaled(f).row(i) }
	box.Draw = func(c *page.Canvas, x, y scene.Pt) {
		zero := y + leadIn - m.y // where the first mark of all would stand
		a.axis(c, x+a.ruleX, zero, m.y-leadIn, bottom, i == 0)
		names := y
		for _, p := range a.eras {
			if p.first == i {
				c.Add(p.name.Text(p.id, scene.RoleLabel, x, names+leadIn+3))
				names += p.name.Height + 2
			}
		}
		base := y + leadIn + 3
		c.Add(m.date.Text(m.id+"/date", scene.RoleLabel, x+a.k.Grid.RailW-a.dateW-1, base))
		a.mark(c, x+a.ruleX, y+leadIn, m.highlight)
		drop := scene.Pt(0)
		if m.highlight {
			drop = 1
		}
		c.Add(m.title.Text(m.id, scene.RoleSubheading, x+a.wordsX, base+drop))
		if len(m.text.Lines) > 0 {
			c.Add(m.text.Text(m.id+"/text", scene.RoleBody, x+a.wordsX, base+drop+m.titleStyle.Leading*scene.Pt(len(m.title.Lines)-1)+12.5))
		}
	}
	return box
}

// axisAir is how much longer an axis may be to fill a page, as a share.
const axisAir = 0.15

// scaled is the axis with all distances along it multiplied: what was true to time stays so.
func (a *timeAxis) scaled(f scene.Pt) *timeAxis {
	b := *a
	b.events = slices.Clone(a.events)
	for i := range b.events {
		b.events[i].y *= f
	}
	return &b
}

func (a *timeAxis) mark(c *page.Canvas, x, y scene.Pt, highlight bool) {
	look := a.k.Look
	if highlight {
		c.Add(&scene.Shape{Path: scene.CirclePath(x, y, 5.5), Fill: scene.Paint{Color: look.Accent}, Stroke: scene.Stroke{Color: look.Background, Width: 1.5}})
		return
	}
	c.Add(&scene.Shape{Path: scene.CirclePath(x, y, markR), Fill: scene.Paint{Color: look.Background}, Stroke: scene.Stroke{Color: look.Text, Width: 1.2}})
}

// axis draws the rule from one place to another, eras as a band along it, and the break where the scale changes.
func (a *timeAxis) axis(c *page.Canvas, x, zero, from, to scene.Pt, first bool) {
	look := a.k.Look
	if first {
		from = min(from, -leadIn)
		if !a.hasEras {
			from = 0
		}
	}
	gap := scene.Rect{Y: to + 1}
	if a.change > 0 {
		gap = scene.Rect{Y: a.place(a.change) - 2, H: 4}
	}
	piece := func(lo, hi scene.Pt) {
		if hi <= lo {
			return
		}
		c.Add(&scene.Shape{Path: scene.LinePath(scene.Point{X: x, Y: zero + lo}, scene.Point{X: x, Y: zero + hi}), Stroke: scene.Stroke{Color: look.RuleStrong, Width: 0.75}})
		for _, p := range a.eras {
			top, bottom := max(lo, a.place(p.from)), min(hi, a.place(p.to))
			if bottom <= top {
				continue
			}
			color := look.Neutral
			if p.strong {
				color = look.Accent
			}
			c.Add(page.Fill(scene.Rect{X: x - 3, Y: zero + top, W: 6, H: bottom - top}, color))
		}
	}
	piece(from, min(to, gap.Y))
	piece(max(from, gap.Bottom()), to)
	for _, y := range [2]scene.Pt{gap.Y, gap.Bottom()} {
		if a.change > 0 && y >= from && y < to {
			c.Add(&scene.Shape{Path: scene.LinePath(scene.Point{X: x - 6, Y: zero + y + 1.5}, scene.Point{X: x + 6, Y: zero + y - 1.5}), Stroke: scene.Stroke{Color: look.Text, Width: 0.75}})
		}
	}
}
