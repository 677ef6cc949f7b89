package page

import (
	"slices"
	"strings"

	"roadshow/art"
	"roadshow/briefing"
	"roadshow/scene"
	"roadshow/typeset"
)

// appendixForm is one way to set L24: columns of a width, the styles of their heads and of their words.
type appendixForm struct {
	columns    int
	width      scene.Pt
	gutter     scene.Pt
	head, text scene.Style
}

// appendixForms are two columns at reading size, for what fits on one slide, and the usual three of small text.
func (s *Slides) appendixForms() [2]appendixForm {
	st := s.St
	return [2]appendixForm{
		{2, 412, 40, st.AppendixHead.At(14, 19), st.Appendix.In(scene.Sans).At(13, 18)},
		{3, 272, 24, st.AppendixHead, st.Appendix},
	}
}

// appendix sets boxes in columns, over as many slides as they need. The disclaimer and the sources never shrink below the
// usual size.
func (s *Slides) appendix(id, title string, build func(appendixForm) []*Box) {
	type page [][]*Box
	const whole = SlideBodyBottom - SlideBodyTop
	lay := func(f appendixForm, room scene.Pt) (pages []page, refused []*Box) {
		boxes := build(f)
		for len(boxes) > 0 {
			p := make(page, f.columns)
			for i := range p {
				p[i], boxes = FillColumn(boxes, room)
			}
			if len(p[0]) == 0 {
				refused = append(refused, boxes[0])
				boxes = boxes[1:]
				continue
			}
			pages = append(pages, p)
		}
		return pages, refused
	}
	forms := s.appendixForms()
	form := forms[0]
	pages, refused := lay(form, whole)
	if !s.Joined(s.part(id), len(pages) <= 1 && len(refused) == 0) {
		form = forms[1]
		pages = OnSlides(s, s.part(id)+"/slides", whole, func(room scene.Pt) (pages []page) {
			pages, refused = lay(form, room)
			return pages
		})
		if len(refused) > 0 {
			s.TooHighFor(refused[0], whole)
		}
	}
	for i, p := range pages {
		sh := Sheet{id: id, layout: "appendix", Title: briefing.Plain(title), Part: i, Parts: len(pages), later: true}
		s.Slide(nil, sh, func(c *Canvas, body scene.Rect) {
			for j, col := range p {
				if len(col) > 0 {
					Stack(col...).Draw(c, body.X+scene.Pt(j)*(form.width+form.gutter), body.Y)
				}
			}
		})
	}
}

// appendixPart is one list of the back matter.
type appendixPart struct {
	id, title string
	build     func(appendixForm) []*Box
}

// backSlides are parts of the back matter: together on one slide at reading size where they fit, their names in the left
// columns, else each on slides of its own.
func (s *Slides) backSlides(parts ...appendixPart) {
	parts = slices.DeleteFunc(parts, func(p appendixPart) bool { return len(p.build(s.appendixForms()[0])) == 0 })
	if len(parts) == 0 || s.appendixRows(parts) {
		return
	}
	for _, p := range parts {
		first := len(s.deck.Pages)
		if len(parts) == 1 || !s.appendixRows([]appendixPart{p}) {
			s.appendix(p.id, p.title, p.build)
		}
		s.marksLegal(first, p)
	}
}

// marksLegal marks the slides from first on where the disclaimer is among the parts that they bear.
func (s *Slides) marksLegal(first int, parts ...appendixPart) {
	if slices.ContainsFunc(parts, func(p appendixPart) bool { return p.id == legalPart }) {
		for i := first; i < len(s.deck.Pages); i++ {
			s.deck.Pages[i].Legal = true
		}
	}
}

// appendixRows sets parts as rows of one slide, as the contents are set; false when they do not fit.
func (s *Slides) appendixRows(parts []appendixPart) bool {
	const pad = 16
	var titles []string
	for _, p := range parts {
		titles = append(titles, p.title)
	}
	build := func() (form appendixForm, rows []*Box, h scene.Pt) {
		form = appendixForm{columns: 1, width: SlideRight - SlideX(4), head: s.St.CommentHead, text: s.St.Comment.With(s.Look.Text)}
		for _, p := range parts {
			row := Stack(p.build(form)...)
			rows, h = append(rows, row), h+row.H+2*pad
		}
		return form, rows, h
	}
	defer s.settleType()
	fits := s.Grow(bodyCap, func() bool {
		_, _, h := build()
		return h <= slideBody
	})
	form, rows, _ := build()
	if !s.Joined(s.part(strings.Join(titles, "+")), fits) {
		return false
	}
	sh := Sheet{id: parts[0].id, layout: "appendix", Title: briefing.Plain(s.listed(titles)), later: true}
	s.Slide(nil, sh, func(c *Canvas, body scene.Rect) {
		y := body.Y
		for i, row := range rows {
			weight, col := scene.Pt(0.5), s.Look.Rule
			if i == 0 {
				weight, col = 0.75, s.Look.RuleStrong
			}
			c.Add(Rule(SlideLeft, y, SlideRight-SlideLeft, weight, col))
			y += pad
			if len(parts) > 1 {
				c.Add(s.Line(parts[i].title, s.St.Lead).Text(parts[i].id+"/head", scene.RoleHeading, SlideLeft, y+Base(form.head)))
			}
			row.Draw(c, SlideX(4), y)
			y += row.H + pad
		}
	})
	s.marksLegal(len(s.deck.Pages)-1, parts...)
	return true
}

// listed joins the names of parts: "Sources and disclaimer".
func (s *Slides) listed(titles []string) string {
	out := titles[0]
	for _, t := range titles[1:] {
		if !s.Own().Nouns {
			t = strings.ToLower(t)
		}
		out += s.Marks().And + t
	}
	return out
}

// sources list the sources with the slides that use them.
func (s *Slides) sources() appendixPart {
	list := s.numberedFirst()
	coverage := s.coverageWords() // counted once, however many forms are tried
	return appendixPart{"sources", s.Own().Register, func(f appendixForm) []*Box {
		var boxes []*Box
		for _, src := range list {
			boxes = append(boxes, s.slideSourceEntry(src, f))
		}
		return append(boxes, s.coverageBoxes(coverage, f.text, f.width)...)
	}}
}

func (s *Slides) slideSourceEntry(src *briefing.Source, f appendixForm) *Box {
	in := max(f.head.Size*2.1, s.Fonts.Width(Itoa(len(s.B.Sources)), f.head)+6+f.head.Size/2) // a Chinese mark hangs before its title
	w := f.width - in
	title := s.Fonts.Set([]scene.Span{{Text: s.quoted(s.sourceTitle(src)), Style: f.head, Link: src.URL}}, typeset.Options{Width: w})
	detail := s.Words(s.sourceDetail(src), f.text, w, typeset.Greedy)
	var note typeset.Block
	if !src.Note.Empty() {
		note = s.Set(src.Note, f.text.With(s.Look.Muted), w, typeset.Greedy)
	}
	pages := func() typeset.Block {
		return s.Fonts.Set(s.pageLinks(s.uses[src], f.text.With(s.Look.Muted)), typeset.Options{Width: w})
	}
	// Slides that come later may use a source too: two lines are kept at least.
	pagesH := max(2*f.text.Leading, pages().Height)
	box := &Box{H: title.Height + detail.Height + note.Height + pagesH + 12, At: src.At, Name: "a source"}
	box.Draw = func(c *Canvas, x, y scene.Pt) {
		id := "source." + src.ID
		c.Group(&scene.Group{ID: id, Role: scene.RoleBlock, List: "sources"}, func(c *Canvas) {
			if src.Number > 0 {
				c.Add(s.Line(Itoa(src.Number), f.head.With(s.Look.Accent)).Text(id+"/number", scene.RoleNumber, x, y+Base(f.head)))
			}
			c.Add(title.Text(id+"/title", scene.RoleBody, x+in, y+Base(f.head)))
			yy := y + title.Height
			c.Add(detail.Text(id+"/detail", scene.RoleBody, x+in, yy+Base(f.text)))
			yy += detail.Height
			if note.Height > 0 {
				c.Add(note.Text(id+"/note", scene.RoleBody, x+in, yy+Base(f.text)))
				yy += note.Height
			}
			if pages := pages(); len(pages.Lines) > 0 {
				c.Add(pages.Text(id+"/pages", scene.RoleBody, x+in, yy+Base(f.text)))
			}
		})
	}
	return box
}

// closingSlide is L25: the summary's call, or the title, and whom to ask.
func (s *Slides) closingSlide() {
	l, st := s.Look, s.St
	line := s.B.Title
	if s.B.Summary != nil && !s.B.Summary.Call.Empty() {
		line = s.B.Summary.Call
	}
	ground, ink, artColor := l.Accent, l.OnAccent, l.AccentDeep
	if l.Dark {
		ground, ink, artColor = l.Surface, l.Text, l.Rule
	}
	s.Slide(nil, Sheet{id: "closing", layout: "closing", Title: line, bare: true, ground: ground}, func(c *Canvas, _ scene.Rect) {
		if l.Art {
			c.Add(s.Engraved(art.Globe{Cx: 790, Cy: 430, R: 250, N: 46, Seed: s.B.Title.String()}, scene.Rect{W: SlideW, H: SlideH}, artColor))
		}
		title := st.DividerTitle.With(ink)
		set, _, ok := s.Ladder(line, 620, 4, title, title.At(38, 44), title.At(34, 40))
		if !ok {
			s.OverBudget(s.B.TitleAt, "E-TITLE", "the closing line", line.String(), 60)
		}
		c.Add(set.Text("closing", scene.RoleTitle, Hung(SlideLeft, set), 150))
		if s.lastLegal {
			s.legalAtFoot(c, ink)
			s.deck.Pages[len(s.deck.Pages)-1].Legal = true
		}
		n := scene.Pt(max(1, min(4, len(s.B.Contacts))))
		w := (SlideRight - SlideLeft - 16*(n-1)) / n
		for i, p := range s.B.Contacts {
			x := SlideLeft + scene.Pt(i)*(w+16)
			id := "closing/contact" + Itoa(i+1)
			name := s.Words(p.Name, st.Name.With(ink), w, typeset.Balanced)
			c.Add(name.Text(id, scene.RoleBody, x, 396))
			y := 396 + name.Height
			for j, words := range []string{p.Role, p.Email, p.Phone} {
				if words != "" {
					set := s.Words(words, st.Comment.With(ink), w, typeset.Balanced)
					c.Add(set.Text(id+"/"+Itoa(j), scene.RoleBody, x, y))
					y += set.Height
				}
			}
		}
	})
}
