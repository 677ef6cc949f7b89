package layouts

import (
	"roadshow/briefing"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

// peopleSlide is L20: a grid of seals and names; more than twelve continue.
func peopleSlide(s *page.Slides, b *briefing.Block) {
	people := b.People("people")
	parts := (len(people) + 11) / 12
	per := (len(people) + parts - 1) / max(parts, 1)
	for p := range parts {
		part := people[p*per : min(len(people), (p+1)*per)]
		s.Slide(b, page.Sheet{Part: p, Parts: parts}, func(c *page.Canvas, body scene.Rect) { peopleGrid(s, c, b, part, body) })
	}
}

// personStep is one size of people: seal, name, role and house.
type personStep struct {
	seal       scene.Pt
	name, role page.Letter
}

var personSteps = [...]personStep{
	{page.SlideColumn, page.On(17, 22), page.On(13, 18)},
	{page.SlideColumn, page.On(15.5, 20), page.On(12, 17)},
	{page.SlideColumn, page.On(13, 17), page.On(11.5, 15.5)},
	{48, page.On(13, 17), page.On(11.5, 15.5)},
	{40, page.On(12.5, 16), page.On(10.5, 14)},
	{36, page.On(12.5, 16), page.On(10.5, 14)},
}

// peopleGrid stands people in columns of equal rows, at the largest size at which no name breaks and every row keeps some air.
func peopleGrid(s *page.Slides, c *page.Canvas, b *briefing.Block, people []*briefing.Person, body scene.Rect) {
	cols := 3
	switch n := len(people); {
	case n > 6:
		cols = 4
	case n < 3 || n == 4:
		cols = 2
	}
	rowsN := (len(people) + cols - 1) / cols
	w := page.SlideColumns(cols)
	room := body.H / scene.Pt(max(rowsN, 1))
	high := func(step personStep) (h scene.Pt) {
		for _, p := range people {
			h = max(h, person(s, p, b.ID+"/"+p.ID, step, w).H)
		}
		return h
	}
	step, _ := page.Largest(personSteps[:], func(step personStep) bool {
		for _, p := range people {
			if s.Line(personName(p), step.name.Of(s.S.Name)).Width > w-page.BesideSeal(step.seal) {
				return false
			}
		}
		return high(step)+16 <= room
	})
	h := high(step)
	h += page.Spread(h*scene.Pt(rowsN), body.H, rowsN)
	for i, p := range people {
		x, y := body.X+scene.Pt(i%cols)*(w+page.SlideGutter), body.Y+scene.Pt(i/cols)*h
		c.Add(page.Rule(x, y, w, 0.5, s.Look.Rule))
		person(s, p, b.ID+"/"+p.ID, step, w).Draw(c, x, y)
		if p.NameZh != "" {
			s.Headed[p] = true
		}
	}
}

func personName(p *briefing.Person) string {
	if p.NameZh == "" {
		return p.Name
	}
	return p.Name + " " + p.NameZh
}

// person is a seal with name, role and house beside it, under the row's rule.
func person(s *page.Slides, p *briefing.Person, id string, step personStep, w scene.Pt) *page.Box {
	const top = 14
	in := page.BesideSeal(step.seal)
	role := step.role.Of(s.S.Role)
	var lines []*page.Box
	for _, part := range []struct {
		words, id string
		st        scene.Style
	}{{personName(p), "", step.name.Of(s.S.Name)}, {p.Role, "/role", role}, {p.Org, "/org", role.In(scene.SansMedium).With(s.Look.Text)}} {
		if part.words != "" {
			lines = append(lines, page.TextBox(s.Words(part.words, part.st, w-in, typeset.Balanced), id+part.id, scene.RoleBody, part.st))
		}
	}
	words := page.Stack(lines...)
	box := &page.Box{H: top + max(step.seal, words.H)}
	box.Draw = func(c *page.Canvas, x, y scene.Pt) {
		v := briefing.Voice{Person: p}
		ground := s.SealColor(v)
		s.Seal(c, page.SealLetters(v), x, y+top, step.seal, ground, s.Look.On(ground))
		words.Draw(c, x+in, y+top-2)
	}
	return box
}
