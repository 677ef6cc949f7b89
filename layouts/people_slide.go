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

func (s *Slides) peopleGrid(c *Canvas, b *briefing.Block, people []*briefing.Person, body scene.Rect) {
	cols, rowsN, side := 3, 2, scene.Pt(48)
	switch {
	case len(people) > 8:
		cols, rowsN, side = 4, 3, 36
	case len(people) > 6:
		cols, side = 4, 40
	}
	const gutter = 20
	w := (body.W - gutter*scene.Pt(cols-1)) / scene.Pt(cols)
	rowsN = (len(people) + cols - 1) / cols
	h := min(120, body.H/scene.Pt(max(rowsN, 1)))
	name := s.S.Name
	in := side + 12
	for i, p := range people {
		x, y := body.X+scene.Pt(i%cols)*(w+gutter), body.Y+scene.Pt(i/cols)*h
		id := b.ID + "/" + p.ID
		c.Add(rule(x, y, w, 0.5, s.Look.Rule))
		v := briefing.Voice{Person: p}
		ground := s.sealColor(v)
		s.seal(c, sealLetters(v), x, y+14, side, ground, s.Look.On(ground))
		full := p.Name
		if p.NameZh != "" {
			full += " " + p.NameZh
			s.headed[p] = true
		}
		yy := y + 12
		for _, part := range []struct {
			words, id string
			st        scene.Style
		}{{full, "", name}, {p.Role, "/role", s.S.Role}, {p.Org, "/org", s.S.Role.In(scene.SansMedium).With(s.Look.Text)}} {
			if part.words == "" {
				continue
			}
			set := s.words(part.words, part.st, w-in, typeset.Balanced)
			c.Add(set.Text(id+part.id, scene.RoleBody, x+in, yy+base(part.st)))
			yy += set.Height
		}
	}
}
