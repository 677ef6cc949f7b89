package layouts

import (
	"roadshow/briefing"
	"roadshow/scene"
	"roadshow/typeset"
)

var watchSizes = [...]rowSize{
	{letter{17, 22}, letter{13, 19}, letter{13, 18}},
	{letter{15.5, 20}, letter{13, 18}, letter{12, 16}},
	{letter{13, 18}, letter{11.5, 16.5}, letter{11, 14}},
}

// watchSlide is L23: when, what, the signal, and which way it would move the case.
func watchSlide(s *Slides, b *briefing.Block) {
	const most = 8
	s.rowSlides(b, s.largestRows(watchSizes[:], 0, most, func(z rowSize) []*Box { return s.watchRows(b, z) }), most)
}

func (s *Slides) watchRows(b *briefing.Block, z rowSize) (rows []*Box) {
	// At the larger sizes what leads keeps to its line.
	whatX, signalX := slideX(3)-slideLeft, slideX(7)-slideLeft
	st := s.S
	lead, words, side := z.lead.of(st.Lead), z.words.of(st.Comment), z.side.of(st.Delta).With(s.Look.Accent)
	for i, it := range b.List("items") {
		id := b.ID + "/" + itoa(i+1)
		when := s.words(s.dueWords(it.Words("when")), side, whatX-16, typeset.Balanced)
		what := s.set(it.Prose("what"), lead, signalX-whatX-16, typeset.Balanced)
		if len(what.Lines) > 1 && z != watchSizes[len(watchSizes)-1] {
			return nil
		}
		see := scene.Span{Text: s.own().Signal + wideGap, Style: words.In(scene.SansSemiBold).With(s.Look.Text)}
		signal := s.Fonts.Set(append([]scene.Span{see}, s.spans(it.Prose("signal"), words)...), typeset.Options{Width: slideRight - slideLeft - signalX - 28, Break: typeset.Balanced})
		box := &Box{H: max(40, 10+max(what.Height, signal.Height, when.Height)+10), At: it.Place(), Name: "a signal"}
		box.Draw = func(c *Canvas, x, y scene.Pt) {
			first := y + 10 + base(lead)
			c.Add(when.Text(id+"/when", scene.RoleLabel, x, first))
			c.Add(what.Text(id, scene.RoleHeading, x+whatX, first))
			c.Add(signal.Text(id+"/signal", scene.RoleBody, x+signalX, first))
			s.direction(c, it.Words("direction"), slideRight-6, first-4)
		}
		rows = append(rows, box)
	}
	return rows
}
