package layouts

import (
	"roadshow/briefing"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

// statementSlide is L05: one idea at display size, its middle at the optical centre.
func statementSlide(s *page.Slides, b *briefing.Block) {
	s.Slide(b, page.Sheet{}, func(c *page.Canvas, body scene.Rect) {
		text := b.Prose("text")
		n := len([]rune(text.String()))
		var set typeset.Block
		st := s.S.Statement
		// The last size is for words that are wider than most.
		for _, step := range [][3]scene.Pt{{60, 56, 64}, {90, 48, 56}, {150, 38, 47}, {150, 31, 40}, {150, 27, 35}} {
			if n > int(step[0]) && step[0] < 150 {
				continue
			}
			st = st.At(step[1], step[2])
			spans := make([]scene.Span, 0, len(text))
			for _, i := range text {
				style := st
				if i.Em || i.Strong {
					style = style.With(s.Look.Accent)
				}
				spans = append(spans, scene.Span{Text: i.Text, Style: style, Link: i.Link})
			}
			set = s.Fonts.Set(spans, typeset.Options{Width: page.SlideXR(10) - page.SlideLeft, Break: typeset.Balanced, Hang: true})
			if len(set.Lines) <= 4 {
				break
			}
		}
		if len(set.Lines) > 4 || n > 150 {
			s.OverBudget(b.PlaceOf("text"), "E-STATEMENT", "statement", text.String(), 130)
		}
		first := max(body.Y+20, 250-st.Leading*scene.Pt(len(set.Lines)-1)/2+st.Size*0.33)
		c.Add(set.Text(b.ID+"/text", scene.RoleSoWhat, page.Hung(page.SlideLeft, set), first))
		if p := b.Prose("support"); !p.Empty() {
			y := first + st.Leading*scene.Pt(len(set.Lines)-1) + st.Size*0.3 + 24
			c.Add(page.Rule(page.SlideLeft, y, 40, 0.75, s.Look.RuleStrong))
			c.Add(s.Set(p, s.S.StatementSmall, 430, typeset.Balanced).Text(b.ID+"/support", scene.RoleBody, page.SlideLeft, y+22))
		}
	})
}
