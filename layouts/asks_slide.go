package layouts

import (
	"roadshow/briefing"
	"roadshow/scene"
	"roadshow/typeset"
)

var askSizes = [...]rowSize{
	{letter{22, 28}, letter{13, 19}, letter{12, 17}},
	{letter{17, 22}, letter{13, 18}, letter{12, 16}},
	{letter{15.5, 20}, letter{11.5, 16.5}, letter{11, 14}},
}

// asksSlide is L28's other form: number, ask and reason, of whom and by when at the right.
func asksSlide(s *Slides, b *briefing.Block) {
	const most = 8
	rows := s.largestRows(askSizes[:], 0, most, func(z rowSize) []*Box { return s.askRows(b, z) })
	if len(rows) > 0 {
		s.rowsUnder(b, sheet{}, rows, most, 0, nil)
	}
}

func (s *Slides) askRows(b *briefing.Block, z rowSize) (rows []*Box) {
	askX, sideX := slideX(2)-slideLeft, slideX(10)-slideLeft
	items := b.List("items")
	sided := false
	for _, it := range items {
		sided = sided || it.Words("owner") != "" || it.Words("by") != ""
	}
	askW := sideX - askX - 16
	if !sided {
		askW = slideXR(11) - slideX(2)
	}
	lead, words := z.lead.of(s.S.Lead), z.words.of(s.S.Comment)
	label, role := z.side.of(s.S.Label), letter{z.side.size - 0.5, z.side.leading}.of(s.S.Role)
	for i, it := range items {
		id := b.ID + "/" + itoa(i+1)
		number := s.line(itoa(i+1), s.S.Numeral)
		ask := s.set(it.Prose("ask"), lead, askW, typeset.Balanced)
		if len(ask.Lines) > 1 && z != askSizes[len(askSizes)-1] {
			return nil // at the larger sizes an ask keeps to its line
		}
		why := s.short(it.Prose("why"), words, askW)
		owner, by := it.Words("owner"), it.Words("by")
		if words := s.dueWords(by); words != by {
			by = s.by(words)
		}
		h := ask.Height
		if !it.Prose("why").Empty() {
			h += why.Height
		}
		ownerSet, bySet := s.words(owner, label, slideRight-slideX(10), typeset.Balanced), s.words(by, role, slideRight-slideX(10), typeset.Balanced)
		box := &Box{H: max(44, h+18), At: it.Place(), Name: "an ask"}
		box.Draw = func(c *Canvas, x, y scene.Pt) {
			first := y + 9 + base(lead)
			c.Add(number.Text(id+"/number", scene.RoleNumber, x, first+3))
			c.Add(ask.Text(id, scene.RoleHeading, x+askX, first))
			if !it.Prose("why").Empty() {
				c.Add(why.Text(id+"/why", scene.RoleBody, x+askX, y+9+ask.Height+base(words)))
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
	return rows
}
