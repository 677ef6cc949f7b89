package layouts

import (
	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

func twoViewsLayout() page.Layout {
	side := &outline.Shape{Name: "view", Fields: []outline.Field{
		{Name: "tag", Type: outline.Words, Required: true, Budget: 12, Doc: "the stance in a word or two"},
		{Name: "text", Type: outline.Quotation, Required: true, Budget: 170, Doc: "the words, verbatim"},
		{Name: "by", Type: outline.Who, Required: true, Budget: 40, Doc: "who holds the view"},
		{Name: "role", Type: outline.Words, Budget: 60, Doc: "printed under the name"},
		{Name: "credit", Type: outline.Quotation, Doc: "the source's words that name the speaker"},
		{Name: "paraphrase", Type: outline.Flag, Doc: "not the speaker's words: printed without quotation marks"},
	}}
	return page.Layout{Name: "two_views", Summary: "two quotations that disagree, and what they share", Title: outline.Required, Page: twoViewsPage, Slide: twoViewsSlide,
		Shape: &outline.Shape{Name: "two_views", Fields: []outline.Field{
			{Name: "left", Type: outline.Object, Required: true, Shape: side, Doc: "the first view: {tag, text, by}"},
			{Name: "right", Type: outline.Object, Required: true, Shape: side, Doc: "the other view"},
			{Name: "common", Type: outline.Prose, Budget: 130, Doc: "what both sides share"},
		}}}
}

// twoViewsPage sets two columns of the full width with a rule between them; both sides share one size.
func twoViewsPage(f *page.Flow, b *briefing.Block) {
	k := f.K
	g, st := k.Grid, k.St
	const gutter = 36
	w := (g.Width() - gutter) / 2
	tags := [2]scene.Color{k.Look.Readable(k.Look.Series[0], k.Look.Background), k.Look.Readable(k.Look.Series[1], k.Look.Background)}
	squares := [2]scene.Color{k.Look.Series[0], k.Look.Series[1]}
	sides := [2]briefing.Fields{b.Object("left"), b.Object("right")}
	var words [2]typeset.Block
	var who [2]*page.Box
	var quotes [2]briefing.Quote
	var wordsH, h scene.Pt
	for i, s := range sides {
		quotes[i] = s.Quote()
		if n := len([]rune(quotes[i].Text)); n > 200 {
			k.OverBudget(quotes[i].TextAt, "E-QUOTE", "quotation", quotes[i].Text, 170)
		}
		words[i] = k.Fonts.Set([]scene.Span{{Text: printed(k, quotes[i]), Style: st.View}}, typeset.Options{Width: w - 6, Break: typeset.Balanced, Hang: true})
		who[i] = attributed(k, quotes[i], w, 30, b.ID+"/"+[2]string{"left", "right"}[i], squares[i])
		wordsH = max(wordsH, words[i].Height)
		h = max(h, who[i].H)
	}
	body := &page.Box{H: 30 + wordsH + 14 + h}
	body.Draw = func(c *page.Canvas, x, y scene.Pt) {
		mid := x + w + gutter/2
		c.Add(&scene.Shape{Path: scene.LinePath(scene.Point{X: mid, Y: y + 2}, scene.Point{X: mid, Y: y + body.H}), Stroke: scene.Stroke{Color: k.Look.Rule, Width: 0.75}})
		for i := range sides {
			id := b.ID + "/" + [2]string{"left", "right"}[i]
			sx := x + scene.Pt(i)*(w+gutter)
			c.Add(page.Fill(scene.Rect{X: sx, Y: y + 4, W: 7, H: 7}, squares[i]))
			c.Add(k.Line(sides[i].Words("tag"), st.SmallStrong.With(tags[i])).Text(id+"/tag", scene.RoleLabel, sx+12, y+11))
			c.Add(words[i].Text(id, scene.RoleQuote, sx, y+26+page.Base(st.View)))
			who[i].Draw(c, sx, y+30+wordsH+14)
		}
	}
	boxes := []*page.Box{body}
	if common := b.Prose("common"); !common.Empty() {
		boxes = append(boxes, commonGround(k, b, common))
	}
	box := k.Whole(b, []*page.Box{page.Stack(boxes...)}, 1, func() *page.Box { return k.SourceBox(b, g.Width()) }, "two views")
	f.Add(box.Fix())
}

// common is what both sides share, under a rule.
func commonGround(k *page.Composer, b *briefing.Block, p briefing.Prose) *page.Box {
	g, st := k.Grid, k.St
	label := k.Line(k.Own().Common, st.SmallStrong)
	in := g.Col(4) - g.Left
	text := k.Set(p, st.Body, g.Width()-in, typeset.Balanced)
	box := &page.Box{H: 10 + text.Height, Before: 14}
	box.Draw = func(c *page.Canvas, x, y scene.Pt) {
		c.Add(page.Rule(x, y, g.Width(), 0.5, k.Look.Rule))
		c.Add(label.Text(b.ID+"/common/label", scene.RoleSubheading, x, y+8+page.Base(st.Body)))
		c.Add(text.Text(b.ID+"/common", scene.RoleBody, x+in, y+8+page.Base(st.Body)))
	}
	return box
}
