package layouts

import (
	"roadshow/briefing"
	"roadshow/scene"
	"roadshow/typeset"
)

// watchSlide is L23: when, what, the signal, and which way it would move the case.
func watchSlide(s *Slides, b *briefing.Block) {
	st := s.S
	var boxes []*Box
	for i, it := range b.List("items") {
		id := b.ID + "/" + itoa(i+1)
		when := s.words(s.dueWords(it.Words("when")), st.Delta.With(s.Look.Accent), 104, typeset.Balanced)
		what := s.set(it.Prose("what"), st.Lead.At(13, 18), 290, typeset.Balanced)
		lead := scene.Span{Text: s.own().Signal + wideGap, Style: st.Comment.In(scene.SansSemiBold).With(s.Look.Text)}
		signal := s.Fonts.Set(append([]scene.Span{lead}, s.spans(it.Prose("signal"), st.Comment)...), typeset.Options{Width: 386})
		box := &Box{H: max(40, 10+max(what.Height, signal.Height, when.Height)+10), At: it.Place(), Name: "a signal"}
		box.Draw = func(c *Canvas, x, y scene.Pt) {
			c.Add(when.Text(id+"/when", scene.RoleLabel, x, y+23))
			c.Add(what.Text(id, scene.RoleHeading, x+114, y+23))
			c.Add(signal.Text(id+"/signal", scene.RoleBody, x+424, y+23))
			s.direction(c, it.Words("direction"), slideRight-6, y+19)
		}
		boxes = append(boxes, box)
	}
	s.rowSlides(b, boxes, 8)
}
