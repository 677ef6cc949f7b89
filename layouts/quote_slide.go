package layouts

import (
	"roadshow/briefing"
	"roadshow/scene"
	"roadshow/typeset"
)

// pullSteps are the sizes of a pull quote by length (DESIGN.md §5 L07).
var pullSteps = [...]struct {
	chars         int
	size, leading scene.Pt
}{{90, 44, 54}, {140, 38, 48}, {200, 31, 40}, {280, 25, 33}}

// quoteSlide is L07: the words over two thirds, the speaker in a panel of the accent.
func quoteSlide(s *Slides, b *briefing.Block) {
	q := b.Quote()
	const panel = scene.Pt(652.7)
	right := slideXR(8)
	s.slide(b, sheet{right: right, title: nil}, func(c *Canvas, body scene.Rect) {
		s.panel(c, q, b.ID, panel)
		n := len([]rune(q.Text))
		if n > 280 {
			s.overBudget(q.TextAt, "E-QUOTE", "quotation", q.Text, 280)
		}
		top := scene.Pt(200)
		if !b.Title.Empty() {
			top = 236
		}
		var words typeset.Block
		var st scene.Style
		gloss := s.set(q.Gloss, s.S.Deck.At(12, 18), 330, typeset.Balanced)
		glossH := scene.Pt(0)
		if !q.Gloss.Empty() {
			glossH = 28 + gloss.Height
		}
		for i, step := range pullSteps {
			st = s.S.Pull.At(step.size, step.leading)
			st.Tracking = -0.014 * step.size
			if n > step.chars && i < len(pullSteps)-1 {
				continue
			}
			words = s.Fonts.Set([]scene.Span{{Text: q.Text, Style: st}}, typeset.Options{Width: 565, Break: typeset.Balanced, Hang: true})
			if top+st.Leading*scene.Pt(len(words.Lines)-1)+glossH <= 474 {
				break
			}
		}
		last := top + st.Leading*scene.Pt(len(words.Lines)-1)
		if last+glossH > 486 {
			s.overBudget(q.TextAt, "E-QUOTE", "quotation", q.Text, 280)
		}
		if !q.Paraphrase {
			mark := s.line("“", s.S.QuoteMark)
			c.Add(mark.Text("", scene.RoleOrnament, 41, top-14))
		}
		c.Add(words.Text(b.ID+"/text", scene.RoleQuote, hung(slideLeft, words), top))
		if !q.Gloss.Empty() {
			y := last + st.Size*0.3 + 26
			c.Add(rule(slideLeft, y, 40, 0.75, s.Look.RuleStrong))
			c.Add(gloss.Text(b.ID+"/gloss", scene.RoleBody, slideLeft, y+20))
		}
	})
}

// panel is the accent panel at the right: seal, name, role and the globe in a deeper shade.
func (s *Slides) panel(c *Canvas, q briefing.Quote, id string, x scene.Pt) {
	l := s.Look
	frame := scene.Rect{X: x, W: slideW - x, H: slideH}
	c.Add(fill(frame, l.Accent))
	if l.Art {
		c.Add(s.art(globe{cx: slideW - 20, cy: slideH + 30, r: 250, n: 46, seed: s.B.Title.String()}, frame, l.AccentDeep))
	}
	s.seal(c, sealLetters(q.By), 686.7, 76, 84, l.OnAccent, l.Accent)
	w := slideW - 686.7 - 36
	name := s.words(q.By.Name(), s.S.PanelName, w, typeset.Balanced)
	c.Add(name.Text(id+"/by", scene.RoleAttribution, 686.7, 194))
	y := 194 + s.S.PanelName.Leading*scene.Pt(len(name.Lines)-1)
	if p := q.By.Person; p != nil && p.NameZh != "" {
		y += 26
		c.Add(s.line(p.NameZh, s.S.PanelName.In(scene.Serif).At(20, 26)).Text(id+"/name_zh", scene.RoleAttribution, 686.7, y))
	}
	if q.Role != "" {
		role := s.words(q.Role, s.S.Body.With(l.OnAccent), 190, typeset.Balanced)
		c.Add(role.Text(id+"/role", scene.RoleAttribution, 686.7, y+26))
		y += 26 + s.S.Body.Leading*scene.Pt(len(role.Lines)-1)
	}
	if d := s.date(q.Date); d != "" {
		c.Add(s.line(d, s.S.Role.With(l.OnAccent)).Text(id+"/date", scene.RoleAttribution, 686.7, y+20))
	}
}

// slideAttribution draws seal, name and role; it returns the height.
func (s *Slides) slideAttribution(c *Canvas, q briefing.Quote, x, y, w, side scene.Pt, ground scene.Color, id string) scene.Pt {
	in := side + side*0.3
	name := s.words(s.name(q.By), s.S.Name, w-in, typeset.Greedy)
	var role typeset.Block
	h := name.Height
	if q.Role != "" {
		role = s.words(q.Role, s.S.Role, w-in, typeset.Balanced)
		h += role.Height
	}
	if c == nil {
		return max(side, h)
	}
	s.seal(c, sealLetters(q.By), x, y, side, ground, s.Look.On(ground))
	top := y + max(0, (side-h)/2)
	c.Add(name.Text(id+"/by", scene.RoleAttribution, x+in, top+base(s.S.Name)))
	if q.Role != "" {
		c.Add(role.Text(id+"/role", scene.RoleAttribution, x+in, top+name.Height+base(s.S.Role)))
	}
	return max(side, h)
}
