package layouts

import (
	"slices"

	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/words"
)

func asksLayout() page.Layout {
	item := &outline.Shape{Name: "ask", Short: "ask", Fields: []outline.Field{
		{Name: "ask", Type: outline.Prose, Required: true, Budget: 90, Doc: "What is asked"},
		{Name: "why", Type: outline.Prose, Budget: 140, Doc: "Why it matters"},
		{Name: "by", Type: outline.Words, Budget: 24, Doc: "By when: a date, or words"},
		{Name: "owner", Type: outline.Words, Budget: 24, Doc: "Of whom it is asked"},
	}}
	return page.Layout{Name: "asks", Summary: "numbered questions or requests, with reasons", Title: outline.Required, Page: asksPage, Slide: asksSlide,
		Unsourced: true, Fills: true,
		Shape: &outline.Shape{Name: "asks", Fields: []outline.Field{
			{Name: "items", Type: outline.Object, List: true, Required: true, Min: 1, Max: mostAsks, Shape: item, Doc: "In the order to ask; more than 8 continue"},
		}}}
}

const mostAsks = 8 // a slide

// askForm is how the parts of an ask are set.
type askForm struct {
	number               scene.Style
	ask, why, owner, due page.Measure
}

// asked are an ask's parts; those that it lacks are nil.
type asked struct{ number, ask, why, owner, due *page.Box }

func askParts(k *page.Composer, b *briefing.Block, n int, f askForm) asked {
	it, id := b.List("items")[n], b.ID+"/"+page.Itoa(n+1)
	due := it.Words("by")
	if date := dueWords(k, due); date != due {
		due = words.With(k.Diagrams().Before, date) // "By 31 March 2024", "最迟2024年3月31日"
	}
	return asked{
		number: k.Told(page.Itoa(n+1), page.OneLine(f.number), id+"/number", scene.RoleNumber),
		ask:    k.Part(it.Prose("ask"), f.ask, id, scene.RoleHeading),
		why:    k.Part(it.Prose("why"), f.why, id+"/why", scene.RoleBody),
		owner:  k.Told(it.Words("owner"), f.owner, id+"/owner", scene.RoleLabel),
		due:    k.Told(due, f.due, id+"/by", scene.RoleLabel),
	}
}

// asksPage numbers the asks in the rail, of whom and by when beside, and sets them in the main column, as risks and signals are.
func asksPage(f *page.Flow, b *briefing.Block) {
	const in, top, below, least = 40, 9, 12, 24
	k := f.K
	g, st := k.Grid, k.St
	form := askForm{st.ContentsNumber, page.Balanced(st.Lead, g.MainW), page.Balanced(st.BodyMuted, g.MainW).Under(2),
		page.Balanced(st.SmallMedium, g.RailW-in), page.Balanced(st.SmallMuted, g.RailW-in)}
	var rows []*page.Box
	for i, it := range b.List("items") {
		p := askParts(k, b, i, form)
		main, rail := page.Stack(p.ask, p.why), page.Stack(p.owner, p.due)
		rows = append(rows, page.Placed(top+max(main.H, rail.H, least)+below, it.Place(),
			page.Level(p.number, 0, top+0.76*st.ContentsNumber.Size), page.Cell{Box: rail, X: in, Y: top + 2}, page.Cell{Box: main, X: g.MainX - g.Left, Y: top}))
	}
	f.Ruled(b, rows, "the asks")
}

// asksSlide sets number, ask and reason, of whom and by when at the right.
func asksSlide(s *page.Slides, b *briefing.Block) {
	rows := s.LargestRows(0, mostAsks, func() []*page.Box { return askRows(s, b) })
	if len(rows) > 0 {
		s.RowsUnder(b, page.Sheet{}, rows, mostAsks, 0, nil)
	}
}

func askRows(s *page.Slides, b *briefing.Block) (rows []*page.Box) {
	const top, least, sideAir = 9, 44, 21
	askX, sideX, sideW := page.SlideX(2)-page.SlideLeft, page.SlideX(10)-page.SlideLeft, page.SlideRight-page.SlideX(10)
	askW := sideX - askX - page.SlideGutter
	items := b.List("items")
	if !slices.ContainsFunc(items, func(it briefing.Fields) bool { return it.Words("owner") != "" || it.Words("by") != "" }) {
		askW = page.SlideXR(11) - page.SlideX(2)
	}
	lead := s.St.Lead
	form := askForm{s.St.Numeral, page.Balanced(lead, askW), page.Measure{Style: s.St.Comment, W: askW, Short: true},
		page.Balanced(s.St.Label, sideW), page.Balanced(s.St.Role, sideW)}
	for i, it := range items {
		p := askParts(s.Composer, b, i, form)
		if page.Highest(p.ask) > 2*lead.Leading && s.Grown() {
			return nil // at the larger sizes an ask keeps to two lines
		}
		main, side := page.Stack(p.ask, p.why), page.NextLine(p.owner, p.due, 1)
		h := max(least, top+main.H+top)
		if p.owner != nil && p.due != nil {
			h = max(h, side.H+sideAir)
		}
		row := page.Placed(h, it.Place(), page.Level(p.number, 0, top+main.Base+3), page.Cell{Box: main, X: askX, Y: top}, page.Level(side, sideX, top+main.Base))
		row.Name = "an ask"
		rows = append(rows, row)
	}
	return rows
}
