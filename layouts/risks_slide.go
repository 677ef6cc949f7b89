package layouts

import (
	"slices"

	"roadshow/briefing"
	"roadshow/scene"
	"roadshow/typeset"
)

// risksSlide is L22: risk, why, level, answer; the gravest first. Rows that do not fit continue.
func risksSlide(s *Slides, b *briefing.Block) {
	items := slices.Clone(b.List("items"))
	slices.SortStableFunc(items, func(x, y briefing.Fields) int {
		return y.Whole("likelihood")*y.Whole("impact") - x.Whole("likelihood")*x.Whole("impact")
	})
	var boxes []*Box
	for i, it := range items {
		boxes = append(boxes, s.riskRow(it, b.ID+"/"+itoa(i+1)))
	}
	s.rowSlides(b, boxes, 6)
}

// rowSlides spreads rows over slides, at most most a slide and as many as fit, evenly where they continue.
func (s *Slides) rowSlides(b *briefing.Block, rows []*Box, most int) {
	s.rowsUnder(b, sheet{}, rows, most, 0, nil)
}

func (s *Slides) riskRow(it briefing.Fields, id string) *Box {
	const riskW, whyX, whyW, levelX, mitX, mitW = 224, 244, 220, 484, 624, 240
	st := s.S
	risk := s.set(it.Prose("risk"), st.Body.In(scene.SansSemiBold), riskW, typeset.Balanced)
	why := s.set(it.Prose("why"), st.Body2, whyW, typeset.Greedy)
	mit := s.set(it.Prose("mitigation"), st.Body2.With(s.Look.Text), mitW, typeset.Greedy)
	owner := it.Words("owner")
	mitH := mit.Height
	if owner != "" {
		mitH += 15
	}
	h := max(46, 9+max(risk.Height, why.Height, mitH, 34)+9)
	box := &Box{H: h, At: it.Place(), Name: "a risk"}
	box.Draw = func(c *Canvas, x, y scene.Pt) {
		c.Add(risk.Text(id, scene.RoleHeading, x, y+8+base(st.Body)))
		if len(why.Lines) > 0 {
			c.Add(why.Text(id+"/why", scene.RoleBody, x+whyX, y+9+base(st.Body2)))
		}
		s.slideLevels(c, it, x+levelX, y+10, id)
		c.Add(mit.Text(id+"/mitigation", scene.RoleBody, x+mitX, y+9+base(st.Body2)))
		if owner != "" {
			c.Add(s.line(s.own().Owner+s.marks().Colon+owner, st.Role).Text(id+"/owner", scene.RoleLabel, x+mitX, y+9+mit.Height+base(st.Role)))
		}
	}
	return box
}

// slideLevels draws likelihood and impact as squares, each said in a word.
func (s *Slides) slideLevels(c *Canvas, it briefing.Fields, x, y scene.Pt, id string) {
	for i, l := range s.own().levels(it, s.marks().Colon) {
		yy := y + scene.Pt(i)*18
		s.squares(c, l.n, x, yy)
		c.Add(s.line(l.words, s.S.Role.At(9.5, 12)).Text(id+l.part, scene.RoleLabel, x+36, yy+7.6))
	}
}
