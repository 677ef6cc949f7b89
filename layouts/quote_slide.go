package layouts

import (
	"maps"
	"roadshow/art"
	"roadshow/briefing"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

// pullSteps are the sizes of a pull quote by length (DESIGN.md §5 L07), and two for words that are wider than most.
var pullSteps = [...]struct {
	chars         int
	size, leading scene.Pt
}{{60, 56, 64}, {90, 44, 54}, {140, 38, 48}, {200, 31, 40}, {280, 25, 33}, {280, 22, 29}, {280, 20, 26}}

// quoteSlide is L07: the words over two thirds, the speaker in a panel of the accent.
func quoteSlide(s *page.Slides, b *briefing.Block) {
	q := b.Quote()
	const panel = scene.Pt(652.7)
	right := page.SlideXR(8)
	s.Slide(b, page.Sheet{Right: right, Title: nil}, func(c *page.Canvas, body scene.Rect) {
		n := len([]rune(q.Text))
		if n > 280 {
			s.OverBudget(q.TextAt, "E-QUOTE", "quotation", q.Text, 280)
		}
		words, st, top, fits := pullQuote(s, b, q, body)
		if !fits {
			s.OverBudget(q.TextAt, "E-QUOTE", "quotation", q.Text, 280)
		}
		last := top + st.Leading*scene.Pt(len(words.Lines)-1)
		mark := pullMark(s.S.QuoteMark, st.Size)
		slidesPanel(s, c, q, b.ID, panel, pullTop(top, st.Size, mark.Size))
		if !q.Paraphrase {
			c.Add(s.Line(quoteMark(s.Composer), mark).Text("", scene.RoleOrnament, 48-0.064*mark.Size, top-pullGap(st.Size, mark.Size)))
		}
		c.Add(words.Text(b.ID+"/text", scene.RoleQuote, page.Hung(page.SlideLeft, words), top))
		if !q.Gloss.Empty() {
			y := last + st.Size*0.3 + 24
			c.Add(page.Rule(page.SlideLeft, y, 40, 0.75, s.Look.RuleStrong))
			c.Add(pullGloss(s, q).Text(b.ID+"/gloss", scene.RoleBody, page.SlideLeft, y+20))
		}
	})
}

// pullMiddle is the height about which a pull quote stands, as a statement does (L05).
const pullMiddle scene.Pt = 250

// pullMark is the quotation mark of a size of words: 2.9 times as large, 110 pt at most.
func pullMark(st scene.Style, size scene.Pt) scene.Style {
	m := min(110, 2.9*size)
	return st.At(m, m)
}

// pullGap is how far the mark's baseline lies above that of the first line. Its glyph fills the upper part of its size.
func pullGap(size, mark scene.Pt) scene.Pt { return 0.72*size + (0.32-0.44)*mark }

// pullTop is where the mark's glyph begins, for words of a size on a first baseline.
func pullTop(first, size, mark scene.Pt) scene.Pt { return first - pullGap(size, mark) - 0.735*mark }

func pullGloss(s *page.Slides, q briefing.Quote) typeset.Block {
	return s.Set(q.Gloss, s.S.Deck.At(12, 18), 400, typeset.Balanced)
}

// pullQuote sets the words at the size of their length, or smaller where words or gloss would reach the source line. top is
// the first baseline: below the title where there is one.
func pullQuote(s *page.Slides, b *briefing.Block, q briefing.Quote, body scene.Rect) (words typeset.Block, st scene.Style, top scene.Pt, fits bool) {
	n := len([]rune(q.Text))
	glossH := scene.Pt(0)
	if !q.Gloss.Empty() {
		glossH = 44 + 18*scene.Pt(len(pullGloss(s, q).Lines)-1) + 4
	}
	for _, step := range pullSteps {
		if n > step.chars && step.chars < 280 {
			continue
		}
		st = s.S.Pull.At(step.size, step.leading)
		st.Tracking = -0.014 * step.size
		mark := pullMark(s.S.QuoteMark, step.size).Size
		top = 200
		if !b.Title.Empty() {
			top = 132 - pullTop(0, step.size, mark)
		}
		words = s.Fonts.Set([]scene.Span{{Text: q.Text, Style: st}}, typeset.Options{Width: 565, Break: typeset.Balanced, Hang: true})
		last := top + st.Leading*scene.Pt(len(words.Lines)-1)
		foot := last + st.Size*0.3 + glossH
		if foot > page.SlideBodyBottom+4 {
			continue
		}
		if b.Title.Empty() {
			// Few words stand about the optical centre; many begin where they would anyway.
			top += max(0, (2*pullMiddle-foot-pullTop(top, st.Size, mark))/2)
		}
		return words, st, top, true
	}
	return words, st, top, false
}

// panel is the accent panel at the right: seal, name, role and the globe in a deeper shade. The seal stands level with top,
// where the words begin, as far as the globe leaves room below it.
func slidesPanel(s *page.Slides, c *page.Canvas, q briefing.Quote, id string, x, top scene.Pt) {
	l := s.Look
	frame := scene.Rect{X: x, W: page.SlideW - x, H: page.SlideH}
	c.Add(page.Fill(frame, l.Accent))
	if l.Art {
		c.Add(s.Engraved(art.Globe{Cx: page.SlideW - 20, Cy: page.SlideH + 30, R: 250, N: 46, Seed: s.B.Title.String()}, frame, l.AccentDeep))
	}
	top = max(76, min(top, 132))
	s.Seal(c, page.SealLetters(q.By), 686.7, top, 84, l.OnAccent, l.Accent)
	w := page.SlideW - 686.7 - 36
	name := s.Words(q.By.Name(), s.S.PanelName, w, typeset.Balanced)
	c.Add(name.Text(id+"/by", scene.RoleAttribution, 686.7, top+118))
	y := top + 118 + s.S.PanelName.Leading*scene.Pt(len(name.Lines)-1)
	if p := q.By.Person; p != nil && p.NameZh != "" {
		s.Headed[p] = true
		y += 26
		c.Add(s.Line(p.NameZh, s.S.PanelName.In(scene.Serif).At(20, 26)).Text(id+"/name_zh", scene.RoleAttribution, 686.7, y))
	}
	if q.Role != "" {
		role := s.Words(q.Role, s.S.Body.With(l.OnAccent), 190, typeset.Balanced)
		c.Add(role.Text(id+"/role", scene.RoleAttribution, 686.7, y+26))
		y += 26 + s.S.Body.Leading*scene.Pt(len(role.Lines)-1)
	}
	if said := kitSaid(s.Composer, q); said != "" {
		c.Add(s.Words(said, s.S.Role.With(l.OnAccent), 190, typeset.Balanced).Text(id+"/date", scene.RoleAttribution, 686.7, y+20))
	}
}

// slideAttribution draws seal, name and role; it returns the height. With c nil it only measures, which is no first mention
// of anybody.
func slideAttribution(s *page.Slides, c *page.Canvas, q briefing.Quote, x, y, w, side scene.Pt, ground scene.Color, id string) scene.Pt {
	if c == nil {
		headed := maps.Clone(s.Headed)
		defer func() { s.Headed = headed }()
	}
	in := side + side*0.3
	name := s.Words(s.Name(q.By), s.S.Name, w-in, typeset.Greedy)
	var role typeset.Block
	h := name.Height
	if q.Role != "" {
		role = s.Words(q.Role, s.S.Role, w-in, typeset.Balanced)
		h += role.Height
	}
	if c == nil {
		return max(side, h)
	}
	s.Seal(c, page.SealLetters(q.By), x, y, side, ground, s.Look.On(ground))
	top := y + max(0, (side-h)/2)
	c.Add(name.Text(id+"/by", scene.RoleAttribution, x+in, top+page.Base(s.S.Name)))
	if q.Role != "" {
		c.Add(role.Text(id+"/role", scene.RoleAttribution, x+in, top+name.Height+page.Base(s.S.Role)))
	}
	return max(side, h)
}

// shareable is the longest quotation that may stand beside something else, in characters.
const shareable = 140

// quoteAside is a quotation short enough to stand beside something else, whose sticker is the slide's.
func quoteAside(s *page.Slides, b *briefing.Block, sticker string, w scene.Pt) *page.Aside {
	q := b.Quote()
	if !b.Title.Empty() || len(b.Notes) > 0 || b.Sticker != "" && b.Sticker != sticker || len([]rune(q.Text)) > shareable {
		return nil
	}
	return &page.Aside{Block: b, Box: quoteNote(s, b, q, w), Extra: saidBy(s.Composer, q)}
}

// quoteNote is a short quotation as a column of width w: its mark, the words, the speaker, the gloss.
func quoteNote(s *page.Slides, b *briefing.Block, q briefing.Quote, w scene.Pt) *page.Box {
	st := s.S.Body.In(scene.Serif).At(17, 24)
	if len([]rune(q.Text)) <= 70 {
		st = st.In(scene.SerifLight).At(22, 30)
	}
	words := s.Fonts.Set([]scene.Span{{Text: q.Text, Style: st}}, typeset.Options{Width: w, Break: typeset.Balanced, Hang: true})
	gloss := s.Set(q.Gloss, s.S.Comment.At(11, 15.5), w, typeset.Balanced)
	who := slideAttribution(s, nil, q, 0, 0, w, 36, scene.Color{}, "")
	top := scene.Pt(0)
	if !q.Paraphrase {
		top = 30
	}
	box := &page.Box{H: top + words.Height + 18 + who}
	if !q.Gloss.Empty() {
		box.H += 34 + gloss.Height
	}
	box.Draw = func(c *page.Canvas, x, y scene.Pt) {
		if !q.Paraphrase {
			mark := s.S.QuoteMark.At(54, 54)
			c.Add(s.Line(quoteMark(s.Composer), mark).Text("", scene.RoleOrnament, x-3, y+38))
		}
		y += top
		c.Add(words.Text(b.ID+"/text", scene.RoleQuote, x, y+page.Base(st)))
		y += words.Height + 18
		slideAttribution(s, c, q, x, y, w, 36, s.SealColor(q.By), b.ID)
		y += who
		if !q.Gloss.Empty() {
			c.Add(page.Rule(x, y+20, 40, 0.75, s.Look.RuleStrong))
			c.Add(gloss.Text(b.ID+"/gloss", scene.RoleBody, x, y+34+page.Base(s.S.Comment.At(11, 15.5))-4))
		}
	}
	return box
}
