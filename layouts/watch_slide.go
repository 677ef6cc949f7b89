package layouts

import (
	"roadshow/briefing"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

var watchSizes = [...]page.RowSize{
	{Lead: page.On(17, 22), Words: page.On(13, 19), Side: page.On(13, 18)},
	{Lead: page.On(15.5, 20), Words: page.On(13, 18), Side: page.On(12, 16)},
	{Lead: page.On(13, 18), Words: page.On(11.5, 16.5), Side: page.On(11, 14)},
}

// watchSlide is L23: when, what, the signal, and which way it would move the case.
func watchSlide(s *page.Slides, b *briefing.Block) {
	const most = 8
	rowSlides(s, b, s.LargestRows(watchSizes[:], 0, most, func(z page.RowSize) []*page.Box { return watchRows(s, b, z) }), most)
}

func watchRows(s *page.Slides, b *briefing.Block, z page.RowSize) (rows []*page.Box) {
	// At the larger sizes what leads keeps to its line.
	whatX, signalX := page.SlideX(3)-page.SlideLeft, page.SlideX(7)-page.SlideLeft
	st := s.S
	lead, words, side := z.Lead.Of(st.Lead), z.Words.Of(st.Comment), z.Side.Of(st.Delta).With(s.Look.Accent)
	for i, it := range b.List("items") {
		id := b.ID + "/" + page.Itoa(i+1)
		when := s.Words(dueWords(s.Composer, it.Words("when")), side, whatX-16, typeset.Balanced)
		what := s.Set(it.Prose("what"), lead, signalX-whatX-16, typeset.Balanced)
		if len(what.Lines) > 1 && z != watchSizes[len(watchSizes)-1] {
			return nil
		}
		see := scene.Span{Text: s.Own().Signal + page.WideGap, Style: words.In(scene.SansSemiBold).With(s.Look.Text)}
		signal := s.Fonts.Set(append([]scene.Span{see}, s.Spans(it.Prose("signal"), words)...), typeset.Options{Width: page.SlideRight - page.SlideLeft - signalX - 28, Break: typeset.Balanced})
		box := &page.Box{H: max(40, 10+max(what.Height, signal.Height, when.Height)+10), At: it.Place(), Name: "a signal"}
		box.Draw = func(c *page.Canvas, x, y scene.Pt) {
			first := y + 10 + page.Base(lead)
			c.Add(when.Text(id+"/when", scene.RoleLabel, x, first))
			c.Add(what.Text(id, scene.RoleHeading, x+whatX, first))
			c.Add(signal.Text(id+"/signal", scene.RoleBody, x+signalX, first))
			direction(s.Composer, c, it.Words("direction"), page.SlideRight-6, first-4)
		}
		rows = append(rows, box)
	}
	return rows
}
