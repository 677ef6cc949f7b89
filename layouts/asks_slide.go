package layouts

import (
	"roadshow/briefing"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

var askSizes = [...]page.RowSize{
	{Lead: page.On(22, 28), Words: page.On(13, 19), Side: page.On(12, 17)},
	{Lead: page.On(17, 22), Words: page.On(13, 18), Side: page.On(12, 16)},
	{Lead: page.On(15.5, 20), Words: page.On(11.5, 16.5), Side: page.On(11, 14)},
}

// asksSlide is L28's other form: number, ask and reason, of whom and by when at the right.
func asksSlide(s *page.Slides, b *briefing.Block) {
	const most = 8
	rows := s.LargestRows(askSizes[:], 0, most, func(z page.RowSize) []*page.Box { return askRows(s, b, z) })
	if len(rows) > 0 {
		s.RowsUnder(b, page.Sheet{}, rows, most, 0, nil)
	}
}

func askRows(s *page.Slides, b *briefing.Block, z page.RowSize) (rows []*page.Box) {
	askX, sideX := page.SlideX(2)-page.SlideLeft, page.SlideX(10)-page.SlideLeft
	items := b.List("items")
	sided := false
	for _, it := range items {
		sided = sided || it.Words("owner") != "" || it.Words("by") != ""
	}
	askW := sideX - askX - 16
	if !sided {
		askW = page.SlideXR(11) - page.SlideX(2)
	}
	lead, words := z.Lead.Of(s.S.Lead), z.Words.Of(s.S.Comment)
	label, role := z.Side.Of(s.S.Label), page.On(z.Side.Size-0.5, z.Side.Leading).Of(s.S.Role)
	for i, it := range items {
		id := b.ID + "/" + page.Itoa(i+1)
		number := s.Line(page.Itoa(i+1), s.S.Numeral)
		ask := s.Set(it.Prose("ask"), lead, askW, typeset.Balanced)
		if len(ask.Lines) > 1 && z != askSizes[len(askSizes)-1] {
			return nil // at the larger sizes an ask keeps to its line
		}
		why := s.Short(it.Prose("why"), words, askW)
		owner, by := it.Words("owner"), it.Words("by")
		if words := dueWords(s.Composer, by); words != by {
			by = byDate(s.Composer, words)
		}
		h := ask.Height
		if !it.Prose("why").Empty() {
			h += why.Height
		}
		ownerSet, bySet := s.Words(owner, label, page.SlideRight-page.SlideX(10), typeset.Balanced), s.Words(by, role, page.SlideRight-page.SlideX(10), typeset.Balanced)
		box := &page.Box{H: max(44, h+18), At: it.Place(), Name: "an ask"}
		box.Draw = func(c *page.Canvas, x, y scene.Pt) {
			first := y + 9 + page.Base(lead)
			c.Add(number.Text(id+"/number", scene.RoleNumber, x, first+3))
			c.Add(ask.Text(id, scene.RoleHeading, x+askX, first))
			if !it.Prose("why").Empty() {
				c.Add(why.Text(id+"/why", scene.RoleBody, x+askX, y+9+ask.Height+page.Base(words)))
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
