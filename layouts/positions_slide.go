package layouts

import (
	"roadshow/briefing"
	"roadshow/internal/diag"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
	"slices"
)

// positionsSlide is L27: the options side by side, who holds each below it. Words that are too long are set one size down
// for all; what still does not fit goes on.
func positionsSlide(s *page.Slides, b *briefing.Block) {
	options := b.List("options")
	if len(options) == 0 {
		return
	}
	stances := stances(s.Composer, b, options)
	long := longWords(s.Composer, stances)
	steps, usual := holderSteps[:], 1
	switch {
	case long:
		steps, usual = steps[3:], 0
	case len(stances) > 4:
		usual = 3
	case len(stances) > 2:
		usual = 2
	}
	sh := s.ExhibitSheet(b, s.AltOf(s.Diagrams().Positions, b.Title.String()))
	// The size that needs the fewest slides, the largest of these.
	var best []*positionField
	over, at := scene.Pt(0), diag.Span{}
	quoted := slices.ContainsFunc(stances, func(st stance) bool { return st.by.Words("text") != "" })
	for i, step := range steps {
		step.quoted = quoted
		pages, most, where := positionPages(s, b, options, stances, step)
		if i < usual && (len(pages) > 1 || pages[0].foot > page.Roomy*positionRoom) {
			continue
		}
		if best == nil || most < over || most == over && len(pages) < len(best) {
			best, over, at = pages, most, where
		}
	}
	if len(best) > 1 {
		positionList(s, b, options, stances, sh)
		return
	}
	if over > 0 {
		s.L.Error(at, "E-FIT", "shorten the quotation", "a holder is %.0f pt too high for the slide", float64(over))
	}
	for i, p := range best {
		sh.Part, sh.Parts = i, len(best)
		s.Slide(b, sh, p.draw)
	}
}

// positionPages shares the holders out over slides: each shows all options, and who holds them in the author's order. over
// is how much the highest holder is too high for any slide.
func positionPages(s *page.Slides, b *briefing.Block, options []briefing.Fields, stances []stance, step holderStep) (pages []*positionField, over scene.Pt, at diag.Span) {
	headed := map[*briefing.Person]bool{}
	rest := stances
	for len(pages) == 0 || len(rest) > 0 {
		p, later := slidesPositionField(s, b, options, stances, rest, step, len(pages), headed)
		pages = append(pages, p)
		rest = later
		if p.over > over {
			over, at = p.over, p.at
		}
	}
	return pages, over, at
}

// positionList is the long form: one option under the other, its holders two a row beside it, on as many slides as it takes.
func positionList(s *page.Slides, b *briefing.Block, options []briefing.Fields, stances []stance, sh page.Sheet) {
	const nameW, holderX, gutter = 190, 220, 24
	const holderW = (page.SlideRight - page.SlideLeft - holderX - gutter) / 2
	step := holderSteps[4]
	spoken := spokenOf(b.Title.String(), options)
	headed := map[*briefing.Person]bool{}
	drawn := map[string]int{} // slide on which an option's head was drawn last
	var rows []*page.Box
	for i, o := range options {
		id := b.ID + "/option" + page.Itoa(i+1)
		head := slideOption(s, o, id, nameW, i == spoken, step)
		var held []*page.Box
		for _, st := range stances {
			if i < st.from || i > st.to {
				continue
			}
			one := st
			one.from, one.to, one.again = i, i, st.again || i > st.from
			if i > st.from {
				one.id = st.id + "@" + page.Itoa(i+1)
			}
			held = append(held, slideHolder(s, one, holderW, step, headed))
		}
		if len(held) == 0 {
			held = append(held, slidesNobody(s, id, step))
		}
		for from := 0; from < len(held); from += 2 {
			pair := held[from:min(len(held), from+2)]
			box := &page.Box{At: o.Place(), Name: "a holder"}
			for _, h := range pair {
				box.H = max(box.H, h.H+24)
				if h.At.Line > 0 {
					box.At = h.At
				}
			}
			box.H = max(box.H, head.H+12) // it may begin a slide, and repeats the head there
			box.Draw = func(c *page.Canvas, x, y scene.Pt) {
				if last := drawn[id]; last != c.Page.Number {
					drawn[id] = c.Page.Number
					part := id
					if last > 0 {
						part += "@" + page.Itoa(c.Page.Number)
					}
					slideOption(s, o, part, nameW, i == spoken, step).Draw(c, x, y)
				}
				for j, h := range pair {
					h.Draw(c, x+holderX+scene.Pt(j)*(holderW+gutter), y+12)
				}
			}
			rows = append(rows, box)
		}
	}
	room := page.SlideBodyBottom - page.SlideBodyTop
	heights := make([]scene.Pt, len(rows))
	for i, r := range rows {
		if heights[i] = r.H; r.H > room {
			s.TooHighFor(r, room)
		}
	}
	parts, at := page.Evenly(heights, room, len(rows)), 0
	for p, n := range parts {
		part := rows[at : at+n]
		at += n
		sh.Part, sh.Parts = p, len(parts)
		s.Slide(b, sh, func(c *page.Canvas, body scene.Rect) {
			y := body.Y
			for _, r := range part {
				c.Add(page.Rule(body.X+holderX, y+0.4, body.W-holderX, 0.5, s.Look.Rule))
				r.Draw(c, body.X, y)
				y += r.H
			}
		})
	}
}

// holderStep is one size of the options and of those who hold them: their words, their view in ours, seal, name and role.
type holderStep struct {
	words, ours   page.Letter
	seal          scene.Pt
	name, role    page.Letter
	option, gloss page.Letter
	gap           scene.Pt // between two holders
	under, below  scene.Pt // the heads, and a seal
	quoted        bool     // somebody is
}

var holderSteps = [...]holderStep{
	{page.On(22, 30), page.On(17, 24), page.SlideColumn, page.On(13, 17), page.On(12, 16), page.On(22, 27), page.On(13, 18), 26, 26, 16, false},
	{page.On(17, 24), page.On(15.5, 22), 48, page.On(13, 17), page.On(12, 16), page.On(17, 22), page.On(13, 18), 22, 18, 12, false},
	{page.On(15.5, 22), page.On(13, 18.5), 36, page.On(12.5, 16), page.On(10.5, 14), page.On(15.5, 20), page.On(11.5, 16), 16, 14, 10, false},
	{page.On(13, 18.5), page.On(13, 18.5), 36, page.On(12.5, 16), page.On(10.5, 14), page.On(15.5, 20), page.On(11.5, 16), 16, 14, 10, false},
	{page.On(12, 17), page.On(11, 15.5), 30, page.On(12.5, 16), page.On(10.5, 14), page.On(15.5, 20), page.On(11.5, 16), 16, 14, 10, false},
	{page.On(10.5, 14.5), page.On(11, 15.5), 26, page.On(12.5, 16), page.On(10.5, 14), page.On(15.5, 20), page.On(11.5, 16), 16, 14, 10, false},
}

// positionField is the columns of some options, set.
type positionField struct {
	b     *briefing.Block
	heads []*page.Box
	put   []placedBox
	w     scene.Pt // of a column
	foot  scene.Pt // of its longest column
	over  scene.Pt // what its highest holder has too much
	at    diag.Span
}

type placedBox struct {
	box  *page.Box
	x, y scene.Pt
}

const positionRoom = page.SlideBodyBottom - page.SlideBodyTop - 4

// positionField sets what one slide holds of the stances, and returns those that must wait for the next.
func slidesPositionField(s *page.Slides, b *briefing.Block, options []briefing.Fields, all, stances []stance, step holderStep, part int, headed map[*briefing.Person]bool) (*positionField, []stance) {
	n := len(options)
	p := &positionField{b: b, w: page.SlideColumns(n)}
	spoken := spokenOf(b.Title.String(), options)
	var headH scene.Pt
	for i, o := range options {
		id := b.ID + "/option" + page.Itoa(i+1)
		if part > 0 {
			id += "@" + page.Itoa(part+1)
		}
		box := slideOption(s, o, id, p.w, i == spoken, step)
		p.heads = append(p.heads, box)
		headH = max(headH, box.H)
	}
	foot, full := make([]scene.Pt, n), make([]bool, n)
	for i := range foot {
		foot[i] = headH + step.under
	}
	var later []stance
	for _, st := range stances {
		wide := p.w*scene.Pt(st.to-st.from+1) + page.SlideGutter*scene.Pt(st.to-st.from)
		box := slideHolder(s, st, wide, step, headed)
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
		p.put = append(p.put, placedBox{box, scene.Pt(st.from) * (p.w + page.SlideGutter), y})
		for i := st.from; i <= st.to; i++ {
			foot[i] = y + box.H + step.gap
		}
		p.foot = max(p.foot, y+box.H)
	}
	for i := range options {
		if part == 0 && !slices.ContainsFunc(all, func(st stance) bool { return st.from <= i && i <= st.to }) {
			p.put = append(p.put, placedBox{slidesNobody(s, b.ID+"/option"+page.Itoa(i+1), step), scene.Pt(i) * (p.w + page.SlideGutter), foot[i]})
		}
	}
	return p, later
}

func (p *positionField) draw(c *page.Canvas, body scene.Rect) {
	y := body.Y + 4
	for i, h := range p.heads {
		h.Draw(c, body.X+scene.Pt(i)*(p.w+page.SlideGutter), y)
	}
	for _, b := range p.put {
		b.box.Draw(c, body.X+b.x, y+b.y)
	}
}

// nobody is the empty seat of an option that nobody holds.
func slidesNobody(s *page.Slides, id string, step holderStep) *page.Box {
	st := step.name.Of(s.S.Comment)
	words := s.Line(s.Own().Nobody, st)
	return &page.Box{H: step.seal, Draw: func(c *page.Canvas, x, y scene.Pt) {
		seat := scene.Rect{X: x, Y: y, W: step.seal, H: step.seal}.Inset(0.5)
		c.Add(&scene.Shape{Path: scene.RoundRectPath(seat, step.seal*0.09), Stroke: scene.Stroke{Color: s.Look.Muted, Width: 0.75, Dash: []scene.Pt{2, 2.4}}})
		c.Add(words.Text(id+"/nobody", scene.RoleBody, x+page.BesideSeal(step.seal), y+(step.seal-st.Leading)/2+page.Base(st)))
	}}
}

// slideOption is an option's name under its rule, with its gloss. The option that the title speaks of has a heavy rule.
func slideOption(s *page.Slides, o briefing.Fields, id string, w scene.Pt, spoken bool, step holderStep) *page.Box {
	nst, gst := step.option.Of(s.S.Lead), step.gloss.Of(s.S.Comment)
	name := s.Words(o.Words("name"), nst, w-page.ColumnAir/2, typeset.Balanced)
	gloss := s.Set(o.Prose("gloss"), gst, w-page.ColumnAir/2, typeset.Balanced)
	box := &page.Box{H: 10 + name.Height}
	if !o.Prose("gloss").Empty() {
		box.H += 2 + gloss.Height
	}
	box.Draw = func(c *page.Canvas, x, y scene.Pt) {
		if spoken {
			c.Add(page.Rule(x, y+1.2, w, 2.4, s.Look.Accent))
		} else {
			c.Add(page.Rule(x, y+0.4, w, 0.75, s.Look.RuleStrong))
		}
		c.Add(name.Text(id, scene.RoleSubheading, x, y+10+page.Base(nst)))
		if !o.Prose("gloss").Empty() {
			c.Add(gloss.Text(id+"/gloss", scene.RoleBody, x, y+12+name.Height+page.Base(gst)))
		}
	}
	return box
}

// slideHolder is who holds an option: seal, name and role, then their words, or their view in ours.
func slideHolder(s *page.Slides, st stance, w scene.Pt, step holderStep, headed map[*briefing.Person]bool) *page.Box {
	q := st.by.Quote()
	in := page.BesideSeal(step.seal)
	full := q.By.Name()
	if p := q.By.Person; p != nil && p.NameZh != "" && !headed[p] {
		headed[p] = true
		full += " " + p.NameZh
	}
	nst, rst := step.name.Of(s.S.Name), step.role.Of(s.S.Role)
	name := s.Words(full, nst, w-in-page.ColumnAir, typeset.Balanced)
	var role, words, gloss typeset.Block
	whoH := name.Height
	if q.Role != "" {
		role = s.Words(q.Role, rst, w-in-page.ColumnAir, typeset.Balanced)
		whoH += role.Height
	}
	whoH = max(whoH, step.seal)
	h := whoH
	wst := step.words.Of(s.S.Body.In(scene.Serif))
	if q.Text != "" && !st.again {
		words = s.Fonts.Set([]scene.Span{{Text: printed(s.Composer, q), Style: wst}}, typeset.Options{Width: min(w-page.ColumnAir, 420), Break: typeset.Balanced, Hang: true})
		h += step.below + words.Height
	}
	gst, under := step.ours.Of(s.S.Body), scene.Pt(0)
	if !q.Gloss.Empty() && !st.again {
		gloss = s.Set(q.Gloss, gst, min(w-page.ColumnAir, 420), typeset.Balanced)
		if under = step.below - 2; step.quoted && len(words.Lines) == 0 {
			under = step.below + page.Base(wst) - page.Base(gst) // level with the words of others
		}
		h += under + gloss.Height
	}
	top, spans := scene.Pt(0), st.to > st.from
	if spans {
		top = 8
	}
	box := &page.Box{H: h + top, At: st.by.Place(), Name: "a holder"}
	box.Draw = func(c *page.Canvas, x, y scene.Pt) {
		if spans {
			c.Add(page.Rule(x, y, w, 0.5, s.Look.Rule))
			y += top
		}
		ground := s.SealColor(q.By)
		s.Seal(c, page.SealLetters(q.By), x, y, step.seal, ground, s.Look.On(ground))
		textH := name.Height
		if q.Role != "" {
			textH += role.Height
		}
		first := y + max(0, (step.seal-textH)/2)
		c.Add(name.Text(st.id+"/by", scene.RoleAttribution, x+in, first+page.Base(nst)))
		if q.Role != "" {
			c.Add(role.Text(st.id+"/role", scene.RoleAttribution, x+in, first+name.Height+page.Base(rst)))
		}
		y += whoH
		if len(words.Lines) > 0 {
			c.Add(words.Text(st.id+"/text", scene.RoleQuote, x, y+step.below+page.Base(wst)))
			y += step.below + words.Height
		}
		if len(gloss.Lines) > 0 {
			c.Add(gloss.Text(st.id+"/gloss", scene.RoleBody, x, y+under+page.Base(gst)))
		}
	}
	return box
}
