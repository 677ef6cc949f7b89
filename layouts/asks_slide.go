package layouts

import (
	"roadshow/briefing"
	"roadshow/scene"
	"roadshow/typeset"
)

// asksSlide is L28's other form: number, ask and reason, of whom and by when at the right.
func asksSlide(s *Slides, b *briefing.Block) {
	st := s.S
	const askX, sideX, sideW = 52, 700, 164
	items := b.List("items")
	sided := false
	for _, it := range items {
		sided = sided || it.Words("owner") != "" || it.Words("by") != ""
	}
	askW := scene.Pt(620)
	if !sided {
		askW = 720
	}
	var rows []*Box
	for i, it := range items {
		id := b.ID + "/" + itoa(i+1)
		number := s.line(itoa(i+1), st.Numeral)
		ask := s.set(it.Prose("ask"), st.Lead, askW, typeset.Balanced)
		why := s.set(it.Prose("why"), st.Comment, askW, typeset.Greedy)
		owner, by := it.Words("owner"), it.Words("by")
		if words := s.dueWords(by); words != by {
			by = s.by(words)
		}
		h := ask.Height
		if !it.Prose("why").Empty() {
			h += why.Height
		}
		ownerSet, bySet := s.words(owner, st.Label, sideW, typeset.Balanced), s.words(by, st.Role, sideW, typeset.Balanced)
		box := &Box{H: max(44, h+18), At: it.Place(), Name: "an ask"}
		box.Draw = func(c *Canvas, x, y scene.Pt) {
			first := y + 9 + base(st.Lead)
			c.Add(number.Text(id+"/number", scene.RoleNumber, x, first+3))
			c.Add(ask.Text(id, scene.RoleHeading, x+askX, first))
			if !it.Prose("why").Empty() {
				c.Add(why.Text(id+"/why", scene.RoleBody, x+askX, y+9+ask.Height+base(st.Comment)))
			}
			if owner != "" {
				c.Add(ownerSet.Text(id+"/owner", scene.RoleLabel, x+sideX, first))
				first += ownerSet.Height + 1
			}
			if by != "" {
				c.Add(bySet.Text(id+"/by", scene.RoleLabel, x+sideX, first))
			}
		}
		if owner != "" && by != "" {
			box.H = max(box.H, 18+ownerSet.Height+bySet.Height+4)
		}
		rows = append(rows, box)
	}
	if len(rows) == 0 {
		return
	}
	s.rowsUnder(b, sheet{}, rows, 8, 0, nil)
}
