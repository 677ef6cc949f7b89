package layouts

import (
	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/scene"
	"roadshow/typeset"
)

func quotesLayout() Layout {
	return Layout{Name: "quotes", Summary: "a wall of two to six quotations under one claim", Title: outline.Required, Page: quotesPage, Slide: quotesSlide,
		Shape: &outline.Shape{Name: "quotes", Fields: []outline.Field{
			{Name: "items", Type: outline.Object, List: true, Required: true, Min: 2, Max: 6, Shape: quoteShape(), Doc: "the quotations, 2 to 6 a page"},
		}}}
}

// quotesPage sets the wall in two columns over the full width. A quotation over its budget brings all down one size.
func quotesPage(f *Flow, b *briefing.Block) {
	k := f.k
	const gutter = 24
	w := (k.Grid.Width() - gutter) / 2
	quotes := b.Quotes("items")
	st := k.St.Wall
	for _, q := range quotes {
		n := len([]rune(q.Text))
		if n > 180 {
			k.overBudget(q.TextAt, "E-QUOTE", "quotation", q.Text, 150)
		}
		if n > 150 {
			st = k.St.WallSmall
		}
	}
	var rowBoxes []*Box
	for i := 0; i < len(quotes); i += 2 {
		var cells []wallCell
		for j := i; j < min(i+2, len(quotes)); j++ {
			cells = append(cells, k.wallCell(quotes[j], w, st, b.ID+"/"+itoa(j+1)))
		}
		rowBoxes = append(rowBoxes, k.wallRow(cells, w, gutter))
	}
	said := k.saidBy(quotes...)
	f.Add(k.whole(b, rowBoxes, 1, func() *Box { return k.sourceBox(b, k.Grid.Width(), said) }, "a wall of quotations"))
}

// wallCell is a quotation of a wall: its words hang from a rule, its speaker stands at the foot, what it means below.
type wallCell struct{ words, who, gloss *Box }

func (k *Kit) wallCell(q briefing.Quote, w scene.Pt, st scene.Style, id string) wallCell {
	words := k.Fonts.Set([]scene.Span{{Text: k.printed(q), Style: st}}, typeset.Options{Width: w - 8, Break: typeset.Balanced, Hang: true})
	cell := wallCell{words: textBox(words, id, scene.RoleQuote, st), who: k.attribution(q, w, 22, id), gloss: space(0)}
	if !q.Gloss.Empty() {
		cell.gloss = textBox(k.set(q.Gloss, k.St.SmallMuted, w-8, typeset.Balanced), id+"/gloss", scene.RoleBody, k.St.SmallMuted)
		draw := cell.gloss.Draw
		cell.gloss.H += 7
		cell.gloss.Draw = func(c *Canvas, x, y scene.Pt) { draw(c, x, y+7) }
	}
	return cell
}

// wallRow stands cells beside each other, speakers aligned at the foot.
func (k *Kit) wallRow(cells []wallCell, w, gutter scene.Pt) *Box {
	row := &Box{Before: 20}
	gloss := scene.Pt(0)
	for _, c := range cells {
		row.H, gloss = max(row.H, 14+c.words.H+10+c.who.H), max(gloss, c.gloss.H)
	}
	speakers := row.H
	row.H += gloss
	row.Draw = func(c *Canvas, x, y scene.Pt) {
		for i, cell := range cells {
			x := x + scene.Pt(i)*(w+gutter)
			c.Add(rule(x, y, w, 0.75, k.Look.RuleStrong))
			cell.words.Draw(c, x, y+12)
			cell.who.Draw(c, x, y+speakers-cell.who.H)
			cell.gloss.Draw(c, x, y+speakers)
		}
	}
	return row
}
