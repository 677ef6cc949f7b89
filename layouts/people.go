package layouts

import (
	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

func peopleLayout() page.Layout {
	return page.Layout{Name: "people", Summary: "who is who, with seals", Title: outline.Required, Page: peoplePage, Slide: peopleSlide,
		Unsourced: true, Fills: true,
		Shape: &outline.Shape{Name: "people", Fields: []outline.Field{
			{Name: "people", Type: outline.Ref, To: "people", List: true, Required: true, Min: 1, Max: 12, Doc: "ids of the people map, in the order to print"},
		}}}
}

// peoplePage sets people in two columns, in the order given, never by importance.
func peoplePage(f *page.Flow, b *briefing.Block) {
	k := f.K
	g := k.Grid
	const gutter = 24
	w := (g.Width() - gutter) / 2
	people := b.People("people")
	var rowsOf []*page.Box
	for i := 0; i < len(people); i += 2 {
		cells := []*page.Box{personCell(k, people[i], w, b.ID)}
		if i+1 < len(people) {
			cells = append(cells, personCell(k, people[i+1], w, b.ID))
		}
		row := page.Beside([]scene.Pt{0, w + gutter}[:len(cells)], cells...)
		draw := row.Draw
		row.Draw = func(c *page.Canvas, x, y scene.Pt) {
			c.Add(page.Rule(x, y, w, 0.5, k.Look.Rule))
			if len(cells) > 1 {
				c.Add(page.Rule(x+w+gutter, y, w, 0.5, k.Look.Rule))
			}
			draw(c, x, y+10)
		}
		row.H += 20
		rowsOf = append(rowsOf, row)
	}
	f.Add(k.Whole(b, rowsOf, 2, optionalSource(k, b), "the people"))
}

// optionalSource is the source line of a block that needs none: printed where the author or the figures name one.
func optionalSource(k *page.Composer, b *briefing.Block) func() *page.Box {
	if !b.OwnSource && b.Note.Empty() {
		return nil
	}
	return func() *page.Box { return k.SourceBox(b, k.Grid.Width()) }
}

func personCell(k *page.Composer, p *briefing.Person, w scene.Pt, id string) *page.Box {
	st := k.St
	const side, in = 36, 48
	id += "/" + p.ID
	name := p.Name
	if p.NameZh != "" {
		name += " " + p.NameZh
		k.Headed[p] = true
	}
	var boxes []*page.Box
	add := func(s string, style scene.Style, part string) {
		if s != "" {
			boxes = append(boxes, page.TextBox(k.Words(s, style, w-in, typeset.Balanced), id+part, scene.RoleBody, style))
		}
	}
	add(name, st.PersonName, "")
	add(p.Role, st.SmallMuted, "/role")
	add(p.Org, st.SmallMedium, "/org")
	text := page.Stack(boxes...)
	box := &page.Box{H: max(side, text.H), At: p.At}
	box.Draw = func(c *page.Canvas, x, y scene.Pt) {
		k.VoiceSeal(c, briefing.Voice{Person: p}, x, y, side)
		text.Draw(c, x+in, y+max(0, (side-text.H)/2)-1)
	}
	return box
}
