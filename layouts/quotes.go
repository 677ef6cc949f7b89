package layouts

import (
	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

func quotesLayout() page.Layout {
	return page.Layout{Name: "quotes", Summary: "a wall of two to six quotations under one claim", Title: outline.Required, Page: quotesPage, Slide: quotesSlide,
		Shape: &outline.Shape{Name: "quotes", Fields: []outline.Field{
			{Name: "items", Type: outline.Object, List: true, Required: true, Min: 2, Max: 6, Shape: quoteShape(), Doc: "the quotations, 2 to 6 a page"},
		}}}
}

// quotesPage sets the wall in two columns over the full width. A quotation over its budget brings all down one size.
func quotesPage(f *page.Flow, b *briefing.Block) {
	k := f.K
	const gutter = 24
	w := (k.Grid.Width() - gutter) / 2
	quotes := b.Quotes("items")
	st := k.St.Wall
	for _, q := range quotes {
		n := len([]rune(q.Text))
		if n > 180 {
			k.OverBudget(q.TextAt, "E-QUOTE", "quotation", q.Text, 150)
		}
		if n > 150 {
			st = k.St.WallSmall
		}
	}
	var rowBoxes []*page.Box
	for i := 0; i < len(quotes); i += 2 {
		var cells []wallCell
		for j := i; j < min(i+2, len(quotes)); j++ {
			cells = append(cells, kitWallCell(k, quotes[j], w, st, b.ID+"/"+page.Itoa(j+1)))
		}
		rowBoxes = append(rowBoxes, wallRow(k, cells, w, gutter))
	}
	said := saidBy(k, quotes...)
	f.Add(k.Whole(b, rowBoxes, 1, func() *page.Box { return k.SourceBox(b, k.Grid.Width(), said) }, "a wall of quotations"))
}

// wallCell is a quotation of a wall: its words hang from a rule, its speaker stands at the foot, what it means below.
type wallCell struct{ words, who, gloss *page.Box }

func kitWallCell(k *page.Composer, q briefing.Quote, w scene.Pt, st scene.Style, id string) wallCell {
	words := k.Fonts.Set([]scene.Span{{Text: printed(k, q), Style: st}}, typeset.Options{Width: w - 8, Break: typeset.Balanced, Hang: true})
	cell := wallCell{words: page.TextBox(words, id, scene.RoleQuote, st), who: attribution(k, q, w, 22, id), gloss: page.Space(0)}
	if !q.Gloss.Empty() {
		cell.gloss = page.TextBox(k.Set(q.Gloss, k.St.SmallMuted, w-8, typeset.Balanced), id+"/gloss", scene.RoleBody, k.St.SmallMuted)
		draw := cell.gloss.Draw
		cell.gloss.H += 7
		cell.gloss.Draw = func(c *page.Canvas, x, y scene.Pt) { draw(c, x, y+7) }
	}
	return cell
}

// wallRow stands cells beside each other, speakers aligned at the foot.
func wallRow(k *page.Composer, cells []wallCell, w, gutter scene.Pt) *page.Box {
	row := &page.Box{Before: 20}
	gloss := scene.Pt(0)
	for _, c := range cells {
		row.H, gloss = max(row.H, 14+c.words.H+10+c.who.H), max(gloss, c.gloss.H)
	}
	speakers := row.H
	row.H += gloss
	row.Draw = func(c *page.Canvas, x, y scene.Pt) {
		for i, cell := range cells {
			x := x + scene.Pt(i)*(w+gutter)
			c.Add(page.Rule(x, y, w, 0.75, k.Look.RuleStrong))
			cell.words.Draw(c, x, y+12)
			cell.who.Draw(c, x, y+speakers-cell.who.H)
			cell.gloss.Draw(c, x, y+speakers)
		}
	}
	return row
}
