package layouts

import (
	"roadshow/briefing"
	"roadshow/scene"
	"roadshow/typeset"
)

// peopleSlide is L20: a grid of seals and names; more than twelve continue.
func peopleSlide(s *Slides, b *briefing.Block) {
	people := b.People("people")
	parts := (len(people) + 11) / 12
	per := (len(people) + parts - 1) / max(parts, 1)
	for p := range parts {
		part := people[p*per : min(len(people), (p+1)*per)]
		s.slide(b, sheet{part: p, parts: parts}, func(c *Canvas, body scene.Rect) { s.peopleGrid(c, b, part, body) })
	}
}

// personStep is one size of people: seal, name, role and house.
type personStep struct {
	seal       scene.Pt
	name, role letter
}

var personSteps = [...]personStep{
	{slideColumn, letter{17, 22}, letter{13, 18}},
	{slideColumn, letter{15.5, 20}, letter{12, 17}},
	{slideColumn, letter{13, 17}, letter{11.5, 15.5}},
	{48, letter{13, 17}, letter{11.5, 15.5}},
	{40, letter{12.5, 16}, letter{10.5, 14}},
	{36, letter{12.5, 16}, letter{10.5, 14}},
}

// peopleGrid stands people in columns of equal rows, at the largest size at which no name breaks and every row keeps some air.
func (s *Slides) peopleGrid(c *Canvas, b *briefing.Block, people []*briefing.Person, body scene.Rect) {
	cols := 3
	switch n := len(people); {
	case n > 6:
		cols = 4
	case n < 3 || n == 4:
		cols = 2
	}
	rowsN := (len(people) + cols - 1) / cols
	w := slideColumns(cols)
	room := body.H / scene.Pt(max(rowsN, 1))
	high := func(step personStep) (h scene.Pt) {
		for _, p := range people {
			h = max(h, s.person(p, b.ID+"/"+p.ID, step, w).H)
		}
		return h
	}
	step, _ := largest(personSteps[:], func(step personStep) bool {
		for _, p := range people {
			if s.line(personName(p), step.name.of(s.S.Name)).Width > w-besideSeal(step.seal) {
				return false
			}
		}
		return high(step)+16 <= room
	})
	h := high(step)
	h += spread(h*scene.Pt(rowsN), body.H, rowsN)
	for i, p := range people {
		x, y := body.X+scene.Pt(i%cols)*(w+slideGutter), body.Y+scene.Pt(i/cols)*h
		c.Add(rule(x, y, w, 0.5, s.Look.Rule))
		s.person(p, b.ID+"/"+p.ID, step, w).Draw(c, x, y)
		if p.NameZh != "" {
			s.headed[p] = true
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
func (s *Slides) person(p *briefing.Person, id string, step personStep, w scene.Pt) *Box {
	const top = 14
	in := besideSeal(step.seal)
	role := step.role.of(s.S.Role)
	var lines []*Box
	for _, part := range []struct {
		words, id string
		st        scene.Style
	}{{personName(p), "", step.name.of(s.S.Name)}, {p.Role, "/role", role}, {p.Org, "/org", role.In(scene.SansMedium).With(s.Look.Text)}} {
		if part.words != "" {
			lines = append(lines, textBox(s.words(part.words, part.st, w-in, typeset.Balanced), id+part.id, scene.RoleBody, part.st))
		}
	}
	words := stack(lines...)
	box := &Box{H: top + max(step.seal, words.H)}
	box.Draw = func(c *Canvas, x, y scene.Pt) {
		v := briefing.Voice{Person: p}
		ground := s.sealColor(v)
		s.seal(c, sealLetters(v), x, y+top, step.seal, ground, s.Look.On(ground))
		words.Draw(c, x+in, y+top-2)
	}
	return box
}
