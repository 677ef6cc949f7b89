package layouts

import (
	"slices"

	"roadshow/briefing"
	"roadshow/scene"
	"roadshow/typeset"
)

// appendixColumns are the three columns of L24 on slides.
const (
	appendixWidth  scene.Pt = 272
	appendixGutter scene.Pt = 24
)

// appendix sets boxes of small text in three columns, over as many slides as they need.
func (s *Slides) appendix(id, title string, boxes []*Box) {
	type page [3][]*Box
	var pages []page
	room := slideBodyBottom - slideBodyTop
	for len(boxes) > 0 {
		var p page
		for i := range p {
			p[i], boxes = fillColumn(boxes, room)
		}
		if len(p[0]) == 0 {
			s.tooHigh(boxes[0])
			boxes = boxes[1:]
			continue
		}
		pages = append(pages, p)
	}
	for i, p := range pages {
		sh := sheet{id: id, layout: "appendix", title: briefing.Plain(title), part: i, parts: len(pages), later: true}
		s.slide(nil, sh, func(c *Canvas, body scene.Rect) {
			for j, col := range p {
				if len(col) > 0 {
					stack(col...).Draw(c, body.X+scene.Pt(j)*(appendixWidth+appendixGutter), body.Y)
				}
			}
		})
	}
}

// sourceSlides list the sources with the slides that use them.
func (s *Slides) sourceSlides() {
	list := slices.Clone(s.B.Sources)
	slices.SortStableFunc(list, func(a, b *briefing.Source) int {
		if (a.Number == 0) != (b.Number == 0) {
			return b.Number - a.Number
		}
		return a.Number - b.Number
	})
	var boxes []*Box
	for _, src := range list {
		boxes = append(boxes, s.slideSourceEntry(src))
	}
	s.appendix("sources", s.own().Register, boxes)
}

func (s *Slides) slideSourceEntry(src *briefing.Source) *Box {
	st := s.S
	const in = 22
	w := appendixWidth - in
	title := s.Fonts.Set([]scene.Span{{Text: "“" + src.Title + "”", Style: st.AppendixHead, Link: src.URL}}, typeset.Options{Width: w})
	detail := s.words(s.sourceDetail(src), st.Appendix, w, typeset.Greedy)
	var note typeset.Block
	if !src.Note.Empty() {
		note = s.set(src.Note, st.Appendix.With(s.Look.Muted), w, typeset.Greedy)
	}
	// The slides that use a source are known at the end: two lines are kept for them.
	pagesH := 2 * st.Appendix.Leading
	box := &Box{H: title.Height + detail.Height + note.Height + pagesH + 12, At: src.At, Name: "a source"}
	box.Draw = func(c *Canvas, x, y scene.Pt) {
		id := "source." + src.ID
		c.Group(&scene.Group{ID: id, Role: scene.RoleBlock}, func(c *Canvas) {
			if src.Number > 0 {
				c.Add(s.line(itoa(src.Number), st.AppendixHead.With(s.Look.Accent)).Text(id+"/number", scene.RoleNumber, x, y+base(st.AppendixHead)))
			}
			c.Add(title.Text(id+"/title", scene.RoleBody, x+in, y+base(st.AppendixHead)))
			yy := y + title.Height
			c.Add(detail.Text(id+"/detail", scene.RoleBody, x+in, yy+base(st.Appendix)))
			yy += detail.Height
			if note.Height > 0 {
				c.Add(note.Text(id+"/note", scene.RoleBody, x+in, yy+base(st.Appendix)))
				yy += note.Height
			}
			pages := s.Fonts.Set(s.pageLinks(s.uses[src], st.Appendix.With(s.Look.Muted)), typeset.Options{Width: w})
			c.Add(pages.Text(id+"/pages", scene.RoleBody, x+in, yy+base(st.Appendix)))
		})
	}
	return box
}

// disclaimerSlides set the disclaimer; it never shrinks.
func (s *Slides) disclaimerSlides() {
	var boxes []*Box
	for i, p := range s.B.Disclaimer {
		b := textBox(s.set(p.Prose, s.S.Appendix.With(s.Look.Muted), appendixWidth, typeset.Greedy), "disclaimer"+itoa(i+1), scene.RoleBody, s.S.Appendix)
		b.After, b.At, b.Name = 5, s.B.DisclaimerAt, "the disclaimer"
		boxes = append(boxes, b)
	}
	s.appendix("disclaimer", s.own().Disclaimer, boxes)
}

// closingSlide is L25: the summary's call, or the title, and whom to ask.
func (s *Slides) closingSlide() {
	l, st := s.Look, s.S
	line := s.B.Title
	if s.B.Summary != nil && !s.B.Summary.Call.Empty() {
		line = s.B.Summary.Call
	}
	ground, ink, artColor := l.Accent, l.OnAccent, l.AccentDeep
	if l.Dark {
		ground, ink, artColor = l.Surface, l.Text, l.Rule
	}
	s.slide(nil, sheet{id: "closing", layout: "closing", title: line, bare: true, ground: ground}, func(c *Canvas, _ scene.Rect) {
		if l.Art {
			c.Add(s.engraved(globe{cx: 790, cy: 430, r: 250, n: 46, seed: s.B.Title.String()}, scene.Rect{W: slideW, H: slideH}, artColor))
		}
		title := st.DividerTitle.With(ink)
		set, _, ok := s.ladder(line, 620, 4, title, title.At(38, 44), title.At(34, 40))
		if !ok {
			s.overBudget(s.B.TitleAt, "E-TITLE", "the closing line", line.String(), 60)
		}
		c.Add(set.Text("closing", scene.RoleTitle, hung(slideLeft, set), 150))
		n := scene.Pt(max(1, min(4, len(s.B.Contacts))))
		w := (slideRight - slideLeft - 16*(n-1)) / n
		for i, p := range s.B.Contacts {
			x := slideLeft + scene.Pt(i)*(w+16)
			id := "closing/contact" + itoa(i+1)
			name := s.words(p.Name, st.Name.With(ink), w, typeset.Balanced)
			c.Add(name.Text(id, scene.RoleBody, x, 396))
			y := 396 + name.Height
			for j, words := range []string{p.Role, p.Email, p.Phone} {
				if words != "" {
					set := s.words(words, st.Role.With(ink), w, typeset.Balanced)
					c.Add(set.Text(id+"/"+itoa(j), scene.RoleBody, x, y))
					y += set.Height
				}
			}
		}
	})
}
