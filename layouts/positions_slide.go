package layouts

import (
	"slices"

	"roadshow/briefing"
	"roadshow/internal/diag"
	"roadshow/scene"
	"roadshow/typeset"
)

// positionsSlide is L27: the options side by side, who holds each below it. Words that are too long are set one size down
// for all; what still does not fit goes on.
func positionsSlide(s *Slides, b *briefing.Block) {
	options := b.List("options")
	if len(options) == 0 {
		return
	}
	stances := s.stances(b, options)
	long := s.longWords(stances)
	steps, usual := holderSteps[:], 1
	switch {
	case long:
		steps, usual = steps[3:], 0
	case len(stances) > 4:
		usual = 3
	case len(stances) > 2:
		usual = 2
	}
	sh := s.exhibitSheet(b, s.altOf(s.diagrams().Positions, b.Title.String()))
	// The size that needs the fewest slides, the largest of these.
	var best []*positionField
	over, at := scene.Pt(0), diag.Span{}
	quoted := slices.ContainsFunc(stances, func(st stance) bool { return st.by.Words("text") != "" })
	for i, step := range steps {
		step.quoted = quoted
		pages, most, where := s.positionPages(b, options, stances, step)
		if i < usual && (len(pages) > 1 || pages[0].foot > roomy*positionRoom) {
			continue
		}
		if best == nil || most < over || most == over && len(pages) < len(best) {
			best, over, at = pages, most, where
		}
	}
	if len(best) > 1 {
		s.positionList(b, options, stances, sh)
		return
	}
	if over > 0 {
		s.L.Error(at, "E-FIT", "shorten the quotation", "a holder is %.0f pt too high for the slide", float64(over))
	}
	for i, p := range best {
		sh.part, sh.parts = i, len(best)
		s.slide(b, sh, p.draw)
	}
}

// positionPages shares the holders out over slides: each shows all options, and who holds them in the author's order. over
// is how much the highest holder is too high for any slide.
func (s *Slides) positionPages(b *briefing.Block, options []briefing.Fields, stances []stance, step holderStep) (pages []*positionField, over scene.Pt, at diag.Span) {
	headed := map[*briefing.Person]bool{}
	rest := stances
	for len(pages) == 0 || len(rest) > 0 {
		p, later := s.positionField(b, options, stances, rest, step, len(pages), headed)
		pages = append(pages, p)
		rest = later
		if p.over > over {
			over, at = p.over, p.at
		}
	}
	return pages, over, at
}

// positionList is the long form: one option under the other, its holders two a row beside it, on as many slides as it takes.
func (s *Slides) positionList(b *briefing.Block, options []briefing.Fields, stances []stance, sh sheet) {
	const nameW, holderX, gutter = 190, 220, 24
	const holderW = (slideRight - slideLeft - holderX - gutter) / 2
	step := holderSteps[4]
	spoken := spokenOf(b.Title.String(), options)
	headed := map[*briefing.Person]bool{}
	drawn := map[string]int{} // slide on which an option's head was drawn last
	var rows []*Box
	for i, o := range options {
		id := b.ID + "/option" + itoa(i+1)
		head := s.slideOption(o, id, nameW, i == spoken, step)
		var held []*Box
		for _, st := range stances {
			if i < st.from || i > st.to {
				continue
			}
			one := st
			one.from, one.to, one.again = i, i, st.again || i > st.from
			if i > st.from {
				one.id = st.id + "@" + itoa(i+1)
			}
			held = append(held, s.slideHolder(one, holderW, step, headed))
		}
		if len(held) == 0 {
			held = append(held, s.nobody(id, step))
		}
		for from := 0; from < len(held); from += 2 {
			pair := held[from:min(len(held), from+2)]
			box := &Box{At: o.Place(), Name: "a holder"}
			for _, h := range pair {
				box.H = max(box.H, h.H+24)
				if h.At.Line > 0 {
					box.At = h.At
				}
			}
			box.H = max(box.H, head.H+12) // it may begin a slide, and repeats the head there
			box.Draw = func(c *Canvas, x, y scene.Pt) {
				if last := drawn[id]; last != c.Page.Number {
					drawn[id] = c.Page.Number
					part := id
					if last > 0 {
						part += "@" + itoa(c.Page.Number)
					}
					s.slideOption(o, part, nameW, i == spoken, step).Draw(c, x, y)
				}
				for j, h := range pair {
					h.Draw(c, x+holderX+scene.Pt(j)*(holderW+gutter), y+12)
				}
			}
			rows = append(rows, box)
		}
	}
	room := slideBodyBottom - slideBodyTop
	heights := make([]scene.Pt, len(rows))
	for i, r := range rows {
		if heights[i] = r.H; r.H > room {
			s.tooHighFor(r, room)
		}
	}
	parts, at := evenly(heights, room, len(rows)), 0
	for p, n := range parts {
		part := rows[at : at+n]
		at += n
		sh.part, sh.parts = p, len(parts)
		s.slide(b, sh, func(c *Canvas, body scene.Rect) {
			y := body.Y
			for _, r := range part {
				c.Add(rule(body.X+holderX, y+0.4, body.W-holderX, 0.5, s.Look.Rule))
				r.Draw(c, body.X, y)
				y += r.H
			}
		})
	}
}

// holderStep is one size of the options and of those who hold them: their words, their view in ours, seal, name and role.
type holderStep struct {
	words, ours   letter
	seal          scene.Pt
	name, role    letter
	option, gloss letter
	gap           scene.Pt // between two holders
	under, below  scene.Pt // the heads, and a seal
	quoted        bool     // somebody is
}

var holderSteps = [...]holderStep{
	{letter{22, 30}, letter{17, 24}, slideColumn, letter{13, 17}, letter{12, 16}, letter{22, 27}, letter{13, 18}, 26, 26, 16, false},
	{letter{17, 24}, letter{15.5, 22}, 48, letter{13, 17}, letter{12, 16}, letter{17, 22}, letter{13, 18}, 22, 18, 12, false},
	{letter{15.5, 22}, letter{13, 18.5}, 36, letter{12.5, 16}, letter{10.5, 14}, letter{15.5, 20}, letter{11.5, 16}, 16, 14, 10, false},
	{letter{13, 18.5}, letter{13, 18.5}, 36, letter{12.5, 16}, letter{10.5, 14}, letter{15.5, 20}, letter{11.5, 16}, 16, 14, 10, false},
	{letter{12, 17}, letter{11, 15.5}, 30, letter{12.5, 16}, letter{10.5, 14}, letter{15.5, 20}, letter{11.5, 16}, 16, 14, 10, false},
	{letter{10.5, 14.5}, letter{11, 15.5}, 26, letter{12.5, 16}, letter{10.5, 14}, letter{15.5, 20}, letter{11.5, 16}, 16, 14, 10, false},
}

// positionField is the columns of some options, set.
type positionField struct {
	b     *briefing.Block
	heads []*Box
	put   []placedBox
	w     scene.Pt // of a column
	foot  scene.Pt // of its longest column
	over  scene.Pt // what its highest holder has too much
	at    diag.Span
}

type placedBox struct {
	box  *Box
	x, y scene.Pt
}

const positionRoom = slideBodyBottom - slideBodyTop - 4

// positionField sets what one slide holds of the stances, and returns those that must wait for the next.
func (s *Slides) positionField(b *briefing.Block, options []briefing.Fields, all, stances []stance, step holderStep, part int, headed map[*briefing.Person]bool) (*positionField, []stance) {
	n := len(options)
	p := &positionField{b: b, w: slideColumns(n)}
	spoken := spokenOf(b.Title.String(), options)
	var headH scene.Pt
	for i, o := range options {
		id := b.ID + "/option" + itoa(i+1)
		if part > 0 {
			id += "@" + itoa(part+1)
		}
		box := s.slideOption(o, id, p.w, i == spoken, step)
		p.heads = append(p.heads, box)
		headH = max(headH, box.H)
	}
	foot, full := make([]scene.Pt, n), make([]bool, n)
	for i := range foot {
		foot[i] = headH + step.under
	}
	var later []stance
	for _, st := range stances {
		wide := p.w*scene.Pt(st.to-st.from+1) + slideGutter*scene.Pt(st.to-st.from)
		box := s.slideHolder(st, wide, step, headed)
		y, waits := scene.Pt(0), false
		for i := st.from; i <= st.to; i++ {
			y, waits = max(y, foot[i]), waits || full[i]
		}
		if y+box.H > positionRoom && y > headH+step.under {
			waits = true
		}
		if waits {
			for i := st.from; i <= st.to; i++ {
				full[i] = true
			}
			later = append(later, st)
			continue
		}
		if over := y + box.H - positionRoom; over > p.over {
			p.over, p.at = over, st.by.Place()
		}
		p.put = append(p.put, placedBox{box, scene.Pt(st.from) * (p.w + slideGutter), y})
		for i := st.from; i <= st.to; i++ {
			foot[i] = y + box.H + step.gap
		}
		p.foot = max(p.foot, y+box.H)
	}
	for i := range options {
		if part == 0 && !slices.ContainsFunc(all, func(st stance) bool { return st.from <= i && i <= st.to }) {
			p.put = append(p.put, placedBox{s.nobody(b.ID+"/option"+itoa(i+1), step), scene.Pt(i) * (p.w + slideGutter), foot[i]})
		}
	}
	return p, later
}

func (p *positionField) draw(c *Canvas, body scene.Rect) {
	y := body.Y + 4
	for i, h := range p.heads {
		h.Draw(c, body.X+scene.Pt(i)*(p.w+slideGutter), y)
	}
	for _, b := range p.put {
		b.box.Draw(c, body.X+b.x, y+b.y)
	}
}

// nobody is the empty seat of an option that nobody holds.
func (s *Slides) nobody(id string, step holderStep) *Box {
	st := step.name.of(s.S.Comment)
	words := s.line(s.own().Nobody, st)
	return &Box{H: step.seal, Draw: func(c *Canvas, x, y scene.Pt) {
		seat := scene.Rect{X: x, Y: y, W: step.seal, H: step.seal}.Inset(0.5)
		c.Add(&scene.Shape{Path: scene.RoundRectPath(seat, step.seal*0.09), Stroke: scene.Stroke{Color: s.Look.Muted, Width: 0.75, Dash: []scene.Pt{2, 2.4}}})
		c.Add(words.Text(id+"/nobody", scene.RoleBody, x+besideSeal(step.seal), y+(step.seal-st.Leading)/2+base(st)))
	}}
}

// slideOption is an option's name under its rule, with its gloss. The option that the title speaks of has a heavy rule.
func (s *Slides) slideOption(o briefing.Fields, id string, w scene.Pt, spoken bool, step holderStep) *Box {
	nst, gst := step.option.of(s.S.Lead), step.gloss.of(s.S.Comment)
	name := s.words(o.Words("name"), nst, w-columnAir/2, typeset.Balanced)
	gloss := s.set(o.Prose("gloss"), gst, w-columnAir/2, typeset.Balanced)
	box := &Box{H: 10 + name.Height}
	if !o.Prose("gloss").Empty() {
		box.H += 2 + gloss.Height
	}
	box.Draw = func(c *Canvas, x, y scene.Pt) {
		if spoken {
			c.Add(rule(x, y+1.2, w, 2.4, s.Look.Accent))
		} else {
			c.Add(rule(x, y+0.4, w, 0.75, s.Look.RuleStrong))
		}
		c.Add(name.Text(id, scene.RoleSubheading, x, y+10+base(nst)))
		if !o.Prose("gloss").Empty() {
			c.Add(gloss.Text(id+"/gloss", scene.RoleBody, x, y+12+name.Height+base(gst)))
		}
	}
	return box
}

// slideHolder is who holds an option: seal, name and role, then their words, or their view in ours.
func (s *Slides) slideHolder(st stance, w scene.Pt, step holderStep, headed map[*briefing.Person]bool) *Box {
	q := st.by.Quote()
	in := besideSeal(step.seal)
	full := q.By.Name()
	if p := q.By.Person; p != nil && p.NameZh != "" && !headed[p] {
		headed[p] = true
		full += " " + p.NameZh
	}
	nst, rst := step.name.of(s.S.Name), step.role.of(s.S.Role)
	name := s.words(full, nst, w-in-columnAir, typeset.Balanced)
	var role, words, gloss typeset.Block
	whoH := name.Height
	if q.Role != "" {
		role = s.words(q.Role, rst, w-in-columnAir, typeset.Balanced)
		whoH += role.Height
	}
	whoH = max(whoH, step.seal)
	h := whoH
	wst := step.words.of(s.S.Body.In(scene.Serif))
	if q.Text != "" && !st.again {
		words = s.Fonts.Set([]scene.Span{{Text: s.printed(q), Style: wst}}, typeset.Options{Width: min(w-columnAir, 420), Break: typeset.Balanced, Hang: true})
		h += step.below + words.Height
	}
	gst, under := step.ours.of(s.S.Body), scene.Pt(0)
	if !q.Gloss.Empty() && !st.again {
		gloss = s.set(q.Gloss, gst, min(w-columnAir, 420), typeset.Balanced)
		if under = step.below - 2; step.quoted && len(words.Lines) == 0 {
			under = step.below + base(wst) - base(gst) // level with the words of others
		}
		h += under + gloss.Height
	}
	top, spans := scene.Pt(0), st.to > st.from
	if spans {
		top = 8
	}
	box := &Box{H: h + top, At: st.by.Place(), Name: "a holder"}
	box.Draw = func(c *Canvas, x, y scene.Pt) {
		if spans {
			c.Add(rule(x, y, w, 0.5, s.Look.Rule))
			y += top
		}
		ground := s.sealColor(q.By)
		s.seal(c, sealLetters(q.By), x, y, step.seal, ground, s.Look.On(ground))
		textH := name.Height
		if q.Role != "" {
			textH += role.Height
		}
		first := y + max(0, (step.seal-textH)/2)
		c.Add(name.Text(st.id+"/by", scene.RoleAttribution, x+in, first+base(nst)))
		if q.Role != "" {
			c.Add(role.Text(st.id+"/role", scene.RoleAttribution, x+in, first+name.Height+base(rst)))
		}
		y += whoH
		if len(words.Lines) > 0 {
			c.Add(words.Text(st.id+"/text", scene.RoleQuote, x, y+step.below+base(wst)))
			y += step.below + words.Height
		}
		if len(gloss.Lines) > 0 {
			c.Add(gloss.Text(st.id+"/gloss", scene.RoleBody, x, y+under+base(gst)))
		}
	}
	return box
}
