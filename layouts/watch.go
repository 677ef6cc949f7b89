package layouts

import (
	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/page"
	"roadshow/scene"
)

func watchLayout() page.Layout {
	item := &outline.Shape{Name: "watch item", Fields: []outline.Field{
		{Name: "when", Type: outline.Words, Required: true, Budget: 24, Doc: "a date, or words such as 'any month'"},
		{Name: "what", Type: outline.Prose, Required: true, Budget: 60, Doc: "what to watch"},
		{Name: "signal", Type: outline.Prose, Required: true, Budget: 90, Doc: "what would change our mind"},
		{Name: "direction", Type: outline.Choice, Choices: []string{"up", "down", "both"}, Doc: "which way it would move the case"},
	}}
	return page.Layout{Name: "watch", Summary: "what to watch, and the signal that would change the case", Title: outline.Required, Page: watchPage, Slide: watchSlide,
		Unsourced: true, Fills: true,
		Shape: &outline.Shape{Name: "watch", Fields: []outline.Field{
			{Name: "items", Type: outline.Object, List: true, Required: true, Min: 1, Max: mostWatched, Shape: item, Doc: "at most 8 a page"},
		}}}
}

const mostWatched = 8 // a slide

// watchForm is how what to watch is set; slides say the way by the mark alone.
type watchForm struct {
	when, way, what, signal page.Measure
	see                     scene.Style // of the word before the signal
}

// watched are the parts of what to watch; mark is the arrow, way the same in words.
type watched struct{ when, way, what, signal, mark *page.Box }

func watchParts(k *page.Composer, b *briefing.Block, n int, f watchForm) watched {
	it, id, o := b.List("items")[n], b.ID+"/"+page.Itoa(n+1), k.Own()
	dir := it.Words("direction")
	p := watched{
		when:   k.Told(dueWords(k, it.Words("when")), f.when, id+"/when", scene.RoleLabel),
		way:    k.Told(map[string]string{"up": o.Stronger, "down": o.Weaker, "both": o.EitherWay}[dir], f.way, id+"/direction", scene.RoleLabel),
		what:   k.Part(it.Prose("what"), f.what, id, scene.RoleHeading),
		signal: k.Led(o.Signal, f.see, it.Prose("signal"), f.signal, id+"/signal", scene.RoleBody),
	}
	if dir != "" {
		p.mark = &page.Box{Draw: func(c *page.Canvas, x, y scene.Pt) { direction(k, c, dir, x, y) }}
	}
	return p
}

// markRise is how far the middle of an arrow stands above the baseline that it belongs to.
const markRise = 4

// watchPage lists what to watch in the main column, the dates in the rail.
func watchPage(f *page.Flow, b *briefing.Block) {
	const top, below, markW = 9, 12, 18
	k := f.K
	g, st := k.Grid, k.St
	var rows []*page.Box
	for i, it := range b.List("items") {
		w := g.MainW
		if it.Has("direction") {
			w -= markW
		}
		p := watchParts(k, b, i, watchForm{page.Balanced(st.SmallStrong.With(k.Look.Accent), g.RailW), page.Balanced(st.SmallMuted, g.RailW),
			page.Balanced(st.Lead, w), page.Balanced(st.BodyMuted, w).Under(2), st.RunIn})
		rail, main := page.Stack(p.when, p.way), page.Stack(p.what, p.signal)
		rows = append(rows, page.Placed(top+max(rail.H, main.H)+below, it.Place(), page.Cell{Box: rail, Y: top + 2}, page.Cell{Box: main, X: g.MainX - g.Left, Y: top},
			page.Cell{Box: p.mark, X: g.Width() - 5, Y: top + main.Base - markRise}))
	}
	f.Ruled(b, rows, "what to watch")
}

// watchSlide sets when, what, the signal, and which way it would move the case on one line.
func watchSlide(s *page.Slides, b *briefing.Block) {
	s.RowsUnder(b, page.Sheet{}, s.LargestRows(0, mostWatched, func() []*page.Box { return watchRows(s, b) }), mostWatched, 0, nil)
}

func watchRows(s *page.Slides, b *briefing.Block) (rows []*page.Box) {
	const top, least, markW = 10, 40, 28
	whatX, signalX := page.SlideX(3)-page.SlideLeft, page.SlideX(7)-page.SlideLeft
	st := s.St
	lead, words := st.Lead, st.Comment
	form := watchForm{when: page.Balanced(st.Delta.With(s.Look.Accent), whatX-page.SlideGutter), what: page.Balanced(lead, signalX-whatX-page.SlideGutter),
		signal: page.Balanced(words, page.SlideRight-page.SlideLeft-signalX-markW), see: words.In(scene.SansSemiBold).With(s.Look.Text)}
	first := top + page.Base(lead)
	for i, it := range b.List("items") {
		p := watchParts(s.Composer, b, i, form)
		if page.Highest(p.what) > 2*lead.Leading && s.Grown() {
			return nil // at the larger sizes what leads keeps to two lines
		}
		row := page.Placed(max(least, top+page.Highest(p.when, p.what, p.signal)+top), it.Place(), page.Level(p.when, 0, first), page.Level(p.what, whatX, first),
			page.Level(p.signal, signalX, first), page.Cell{Box: p.mark, X: page.SlideRight - page.SlideLeft - 6, Y: first - markRise})
		row.Name = "a signal"
		rows = append(rows, row)
	}
	return rows
}

// direction is an arrow mark, drawn: up, down, or both ways.
func direction(k *page.Composer, c *page.Canvas, dir string, x, y scene.Pt) {
	up := func(y scene.Pt, s scene.Pt, col scene.Color) {
		c.Add(&scene.Shape{Path: scene.PolygonPath(scene.Point{X: x, Y: y - 4*s}, scene.Point{X: x + 4.5, Y: y + 3.5*s}, scene.Point{X: x - 4.5, Y: y + 3.5*s}),
			Fill: scene.Paint{Color: col}, Alt: k.DirectionWord(dir)})
	}
	switch dir {
	case "up":
		up(y, 1, k.Look.Positive)
	case "down":
		up(y, -1, k.Look.Negative)
	case "both":
		up(y-5, 0.8, k.Look.Positive)
		up(y+4, -0.8, k.Look.Negative)
	}
}
