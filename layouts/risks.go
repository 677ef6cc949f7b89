package layouts

import (
	"slices"

	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

func risksLayout() page.Layout {
	item := &outline.Shape{Name: "risk", Fields: []outline.Field{
		{Name: "risk", Type: outline.Prose, Required: true, Budget: 70, Doc: "what may happen"},
		{Name: "why", Type: outline.Prose, Budget: 110, Doc: "why it may"},
		{Name: "likelihood", Type: outline.Whole, Min: 1, Max: 3, Doc: "1 low, 2 medium, 3 high"},
		{Name: "impact", Type: outline.Whole, Min: 1, Max: 3, Doc: "1 low, 2 medium, 3 high"},
		{Name: "mitigation", Type: outline.Prose, Required: true, Budget: 110, Doc: "what answers it"},
		{Name: "owner", Type: outline.Words, Budget: 24, Doc: "who watches it"},
	}}
	return page.Layout{Name: "risks", Summary: "risks with likelihood, impact and what answers them", Title: outline.Required, Page: risksPage, Slide: risksSlide,
		Unsourced: true, Fills: true,
		Shape: &outline.Shape{Name: "risks", Fields: []outline.Field{
			{Name: "items", Type: outline.Object, List: true, Required: true, Min: 1, Max: mostRisks, Shape: item, Doc: "at most 6 a page; sorted by likelihood times impact"},
		}}}
}

const mostRisks = 6 // a slide

// riskForm is how the parts of a risk are set.
type riskForm struct {
	risk, why, answer, owner page.Measure
	lead                     scene.Style // of the word before the answer; none: its column says it
	level                    levelForm
}

// levelForm is how likelihood and impact are: the words of a level stand beside its squares.
type levelForm struct {
	words                      scene.Style
	above, pitch, beside, base scene.Pt
}

// risky are a risk's parts; those that it lacks are nil.
type risky struct{ risk, why, answer, owner, levels *page.Box }

func riskParts(k *page.Composer, it briefing.Fields, id string, f riskForm) risky {
	o := k.Own()
	p := risky{
		risk:   k.Part(it.Prose("risk"), f.risk, id, scene.RoleHeading),
		why:    k.Part(it.Prose("why"), f.why, id+"/why", scene.RoleBody),
		answer: k.Led(o.Mitigation, f.lead, it.Prose("mitigation"), f.answer, id+"/mitigation", scene.RoleBody),
		levels: levels(k, it, id, f.level),
	}
	if who := it.Words("owner"); who != "" {
		p.owner = k.Told(o.Owner+k.Marks().Colon+who, f.owner, id+"/owner", scene.RoleLabel)
	}
	return p
}

// gravest are the risks, the gravest first.
func gravest(b *briefing.Block) []briefing.Fields {
	items := slices.Clone(b.List("items"))
	slices.SortStableFunc(items, func(x, y briefing.Fields) int {
		return y.Whole("likelihood")*y.Whole("impact") - x.Whole("likelihood")*x.Whole("impact")
	})
	return items
}

// levels are likelihood and impact, those that were given, as three squares each, said in words too.
func levels(k *page.Composer, it briefing.Fields, id string, f levelForm) *page.Box {
	o := k.Own()
	type level struct {
		n           int
		words, part string
	}
	var given []level
	for _, l := range []level{{it.Whole("likelihood"), o.Likelihood, "/likelihood"}, {it.Whole("impact"), o.Impact, "/impact"}} {
		if l.n >= 1 && l.n <= len(o.Levels) {
			given = append(given, level{l.n, l.words + k.Marks().Colon + o.Levels[l.n-1], l.part})
		}
	}
	return &page.Box{H: f.pitch * scene.Pt(len(given)), Draw: func(c *page.Canvas, x, y scene.Pt) {
		for i, l := range given {
			y := y + f.above + f.pitch*scene.Pt(i)
			squares(k, c, l.n, x, y)
			c.Add(k.Line(l.words, f.words).Text(id+l.part, scene.RoleLabel, x+f.beside, y+f.base))
		}
	}}
}

// squares are three squares, n of them filled.
func squares(k *page.Composer, c *page.Canvas, n int, x, y scene.Pt) {
	for i := range 3 {
		frame := scene.Rect{X: x + scene.Pt(i)*10, Y: y, W: 8, H: 8}
		if i < n {
			c.Add(page.Fill(frame, k.Look.Text))
		} else {
			c.Add(&scene.Shape{Path: scene.RectPath(frame.Inset(0.3)), Stroke: scene.Stroke{Color: k.Look.Muted, Width: 0.6}})
		}
	}
}

// risksPage stacks the risks in the main column, their levels in the rail.
func risksPage(f *page.Flow, b *briefing.Block) {
	const top, below, ownerAir = 9, 12, 2
	k := f.K
	g, st := k.Grid, k.St
	form := riskForm{page.Balanced(st.Lead, g.MainW), page.Balanced(st.BodyMuted, g.MainW).Under(2), page.Balanced(st.Body, g.MainW).Under(4),
		page.Measure{Style: st.SmallMuted, W: g.RailW, Break: typeset.Greedy}, st.RunIn.With(k.Look.Accent), levelForm{st.SmallMuted, 3, 16, 37, 7.4}}
	var rows []*page.Box
	for i, it := range gravest(b) {
		p := riskParts(k, it, b.ID+"/"+page.Itoa(i+1), form)
		main, rail := page.Stack(p.risk, p.why, p.answer), page.Stack(p.levels, p.owner)
		if p.owner != nil {
			rail.H += ownerAir
		}
		rows = append(rows, page.Placed(top+max(main.H, rail.H)+below, it.Place(), page.Cell{Box: rail, Y: top}, page.Cell{Box: main, X: g.MainX - g.Left, Y: top}))
	}
	f.Ruled(b, rows, "the risks")
}

// risksSlide sets risk, why, level and answer side by side, with more room for what says more. Rows that do not fit continue.
func risksSlide(s *page.Slides, b *briefing.Block) {
	s.RowsUnder(b, page.Sheet{}, s.LargestRows(0, mostRisks, func() []*page.Box {
		why, answer := riskRows(s, b, 8), riskRows(s, b, 7)
		if page.HeightOf(answer) < page.HeightOf(why) {
			return answer
		}
		return why
	}), mostRisks, 0, nil)
}

// riskRows are the risks with their levels in a column of the grid and the next.
func riskRows(s *page.Slides, b *briefing.Block, levelAt int) (rows []*page.Box) {
	const top, least, leastText, gutter, levelRise = 9, 46, 30, page.SlideGutter, 8
	lead, words, role := s.St.Body.In(scene.SansSemiBold), s.St.Body2, s.St.Role
	level := levelForm{role, 0, role.Leading + 4, 36, 7.8}
	whyX, levelX, answerX := page.SlideX(4)-page.SlideLeft, page.SlideX(levelAt)-page.SlideLeft, page.SlideX(levelAt+2)-page.SlideLeft
	o := s.Own()
	for _, l := range o.Levels { // a language of long words needs more room than its columns
		for _, of := range [...]string{o.Likelihood, o.Impact} {
			answerX = max(answerX, levelX+level.beside+s.Fonts.Width(of+s.Marks().Colon+l, role)+gutter/2)
		}
	}
	answerW := page.SlideRight - page.SlideLeft - answerX
	form := riskForm{page.Balanced(lead, whyX-gutter), page.Balanced(words, levelX-whyX-gutter), page.Balanced(words.With(s.Look.Text), answerW),
		page.Balanced(role, answerW), scene.Style{}, level}
	first := top + page.Base(lead)
	for i, it := range gravest(b) {
		p := riskParts(s.Composer, it, b.ID+"/"+page.Itoa(i+1), form)
		answer := page.NextLine(p.answer, p.owner, 1)
		row := page.Placed(max(least, top+max(page.Highest(p.risk, p.why, answer), leastText)+top), it.Place(), page.Level(p.risk, 0, first), page.Level(p.why, whyX, first),
			page.Cell{Box: p.levels, X: levelX, Y: first - levelRise}, page.Level(answer, answerX, first))
		row.Name = "a risk"
		rows = append(rows, row)
	}
	return rows
}
