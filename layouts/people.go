package layouts

import (
	"slices"

	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/page"
	"roadshow/scene"
)

func peopleLayout() page.Layout {
	return page.Layout{Name: "people", Summary: "who is who, with seals", Title: outline.Required, Page: peoplePage, Slide: peopleSlide,
		Unsourced: true, Fills: true,
		Shape: &outline.Shape{Name: "people", Fields: []outline.Field{
			{Name: "people", Type: outline.Ref, To: "people", List: true, Required: true, Min: 1, Max: mostPeople, Doc: "ids of the people map, in the order to print"},
		}}}
}

const mostPeople = 12 // a slide

// personForm is how a person is set: the seal, and name, role and house beside it, below the rule.
type personForm struct {
	below, seal     scene.Pt
	name, role, org scene.Style
	middle          bool // the words stand level with the seal's middle, not with its top
}

// person is a seal with name, role and house beside it.
func person(k *page.Composer, p *briefing.Person, id string, w scene.Pt, f personForm) *page.Box {
	id += "/" + p.ID
	in := page.BesideSeal(f.seal)
	if p.NameZh != "" {
		k.Headed[p] = true
	}
	words := page.Stack(k.Told(page.FullName(p), page.Balanced(f.name, w-in), id, scene.RoleBody),
		k.Told(p.Role, page.Balanced(f.role, w-in), id+"/role", scene.RoleBody), k.Told(p.Org, page.Balanced(f.org, w-in), id+"/org", scene.RoleBody))
	wordsY := f.below - 2
	if f.middle {
		wordsY = f.below - 1 + max(0, (f.seal-words.H)/2)
	}
	seal := &page.Box{Draw: func(c *page.Canvas, x, y scene.Pt) { k.VoiceSeal(c, briefing.Voice{Person: p}, x, y, f.seal) }}
	return page.Placed(f.below+max(f.seal, words.H), p.At, page.Cell{Box: seal, Y: f.below}, page.Cell{Box: words, X: in, Y: wordsY})
}

// peoplePage sets people in two columns, in the order given, never by importance.
func peoplePage(f *page.Flow, b *briefing.Block) {
	const columns, gutter, below = 2, 24, 10
	k := f.K
	w := (k.Grid.Width() - gutter) / columns
	form := personForm{below, 36, k.St.PersonName, k.St.SmallMuted, k.St.SmallMedium, true}
	var rows []*page.Box
	for people := range slices.Chunk(b.People("people"), columns) {
		var rules, cells []page.Cell
		h := scene.Pt(0)
		for i, p := range people {
			x, cell := scene.Pt(i)*(w+gutter), person(k, p, b.ID, w, form)
			rules = append(rules, page.Cell{Box: page.Ruling(w, 0.5, k.Look.Rule), X: x})
			cells = append(cells, page.Cell{Box: cell, X: x})
			h = max(h, cell.H)
		}
		rows = append(rows, page.Placed(h+below, people[0].At, append(rules, cells...)...))
	}
	f.Add(k.Whole(b, rows, 2, k.OwnSource(b), "the people"))
}

// peopleSlide is a grid of seals and names; more than twelve continue.
func peopleSlide(s *page.Slides, b *briefing.Block) {
	parts := evenParts(b.People("people"), mostPeople)
	for i, part := range parts {
		s.Slide(b, page.Sheet{Part: i, Parts: len(parts)}, func(c *page.Canvas, body scene.Rect) { peopleGrid(s, c, b, part, body) })
	}
}

// personStep is one size of people on slides: seal, name, role and house.
type personStep struct {
	seal       scene.Pt
	name, role page.Letter
}

var personSteps = [...]personStep{
	{84, page.On(22, 28), page.On(17, 23)},
	{72, page.On(20, 26), page.On(16, 22)},
	{page.SlideColumn, page.On(18, 23), page.On(15, 20)},
	{page.SlideColumn, page.On(16, 21), page.On(13.5, 18)},
	{page.SlideColumn, page.On(15, 19), page.On(13, 17)},
	{48, page.On(14, 18), page.On(12, 16)},
	{40, page.On(14, 18), page.On(12, 15.5)},
	{36, page.On(13, 17), page.On(11.5, 15)},
}

func (z personStep) form(s *page.Slides) personForm {
	role := z.role.Of(s.St.Role)
	return personForm{14, z.seal, z.name.Of(s.St.Name), role, role.In(scene.SansMedium).With(s.Look.Text), false}
}

// peopleGrid stands people in columns of equal rows, at the largest size at which no name breaks and every row keeps some air.
func peopleGrid(s *page.Slides, c *page.Canvas, b *briefing.Block, people []*briefing.Person, body scene.Rect) {
	const air = 16
	cols := 3
	switch n := len(people); {
	case n > 6:
		cols = 4
	case n < 3 || n == 4:
		cols = 2
	}
	rows := (len(people) + cols - 1) / cols
	w, room := page.SlideColumns(cols), body.H/scene.Pt(max(rows, 1))
	var cells []*page.Box
	page.Largest(personSteps[:], func(z personStep) bool {
		form, fits := z.form(s), true
		cells = nil
		for _, p := range people {
			cells = append(cells, person(s.Composer, p, b.ID, w, form))
			fits = fits && s.Line(page.FullName(p), form.name).Width <= w-page.BesideSeal(z.seal)
		}
		return fits && page.Highest(cells...)+air <= room
	})
	h := page.Highest(cells...)
	h += page.Spread(h*scene.Pt(rows), body.H, rows)
	for i, cell := range cells {
		x, y := body.X+scene.Pt(i%cols)*(w+page.SlideGutter), body.Y+scene.Pt(i/cols)*h
		c.Add(page.Rule(x, y, w, 0.5, s.Look.Rule))
		cell.Draw(c, x, y)
	}
}
