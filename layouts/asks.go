package layouts

import (
	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
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
			{Name: "items", Type: outline.Object, List: true, Required: true, Min: 1, Max: 8, Shape: item, Doc: "In the order to ask; more than 8 continue"},
		}}}
}

// asksPage numbers the asks in the rail and sets them in the main column, as risks and signals are.
func asksPage(f *page.Flow, b *briefing.Block) {
	k := f.K
	var rows []*page.Box
	for i, it := range b.List("items") {
		rows = append(rows, ask(k, it, b.ID+"/"+page.Itoa(i+1), i))
	}
	f.Add(k.Whole(b, rows, 2, optionalSource(k, b), "the asks"))
}

// by is until when: "By 31 March 2024", "最迟2024年3月31日".
func byDate(k *page.Composer, date string) string {
	return words.With(k.Diagrams().Before, date)
}

func ask(k *page.Composer, it briefing.Fields, id string, n int) *page.Box {
	g, st := k.Grid, k.St
	number := k.Line(page.Itoa(n+1), st.ContentsNumber)
	text := []*page.Box{page.TextBox(k.Set(it.Prose("ask"), st.Lead, g.MainW, typeset.Balanced), id, scene.RoleHeading, st.Lead)}
	if why := it.Prose("why"); !why.Empty() {
		w := page.TextBox(k.Set(why, st.BodyMuted, g.MainW, typeset.Balanced), id+"/why", scene.RoleBody, st.BodyMuted)
		w.Before = 2
		text = append(text, w)
	}
	main := page.Stack(text...)
	const in = 40
	var side []*page.Box
	if s := it.Words("owner"); s != "" {
		side = append(side, page.TextBox(k.Words(s, st.SmallMedium, g.RailW-in, typeset.Balanced), id+"/owner", scene.RoleLabel, st.SmallMedium))
	}
	if s := it.Words("by"); s != "" {
		words := dueWords(k, s)
		if words != s {
			words = byDate(k, words)
		}
		side = append(side, page.TextBox(k.Words(words, st.SmallMuted, g.RailW-in, typeset.Balanced), id+"/by", scene.RoleLabel, st.SmallMuted))
	}
	rail := page.Stack(side...)
	box := &page.Box{H: 9 + max(main.H, rail.H, 24) + 12, At: it.Place()}
	box.Draw = func(c *page.Canvas, x, y scene.Pt) {
		if n == 0 {
			c.Add(page.Rule(x, y, g.Width(), 0.75, k.Look.RuleStrong))
		} else {
			c.Add(page.Rule(x, y, g.Width(), 0.5, k.Look.Rule))
		}
		c.Add(number.Text(id+"/number", scene.RoleNumber, x, y+9+0.76*st.ContentsNumber.Size))
		rail.Draw(c, x+in, y+11)
		main.Draw(c, x+g.MainX-g.Left, y+9)
	}
	return box
}
