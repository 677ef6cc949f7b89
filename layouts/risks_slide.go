package layouts

import (
	"slices"

	"roadshow/briefing"
	"roadshow/scene"
	"roadshow/typeset"
)

var riskSizes = [...]rowSize{
	{letter{15.5, 20}, letter{13, 18}, letter{10.5, 14}},
	{letter{13, 18}, letter{12, 16}, letter{10.5, 14}},
	{letter{12, 17}, letter{11.5, 15}, letter{10.5, 14}},
	{letter{12, 17}, letter{11, 15}, letter{9.5, 12}},
}

// risksSlide is L22: risk, why, level, answer; the gravest first. Rows that do not fit continue.
func risksSlide(s *Slides, b *briefing.Block) {
	items := slices.Clone(b.List("items"))
	slices.SortStableFunc(items, func(x, y briefing.Fields) int {
		return y.Whole("likelihood")*y.Whole("impact") - x.Whole("likelihood")*x.Whole("impact")
	})
	const most = 6
	s.rowSlides(b, s.largestRows(riskSizes[:], 0, most, func(z rowSize) (rows []*Box) {
		for i, it := range items {
			rows = append(rows, s.riskRow(it, b.ID+"/"+itoa(i+1), z))
		}
		return rows
	}), most)
}

// rowSlides spreads rows over slides, at most most a slide and as many as fit, evenly where they continue.
func (s *Slides) rowSlides(b *briefing.Block, rows []*Box, most int) {
	s.rowsUnder(b, sheet{}, rows, most, 0, nil)
}

func (s *Slides) riskRow(it briefing.Fields, id string, z rowSize) *Box {
	const gutter = 16
	lead, words, role := z.lead.of(s.S.Body.In(scene.SansSemiBold)), z.words.of(s.S.Body2), z.side.of(s.S.Role)
	whyX, levelX, mitX := slideX(4)-slideLeft, slideX(8)-slideLeft, slideX(10)-slideLeft
	o := s.own()
	for _, level := range o.Levels { // a language of long words needs more room than its columns
		for _, of := range [...]string{o.Likelihood, o.Impact} {
			mitX = max(mitX, levelX+levelWords+s.Fonts.Width(of+s.marks().Colon+level, role)+gutter/2)
		}
	}
	risk := s.set(it.Prose("risk"), lead, whyX-gutter, typeset.Balanced)
	why := s.set(it.Prose("why"), words, levelX-whyX-gutter, typeset.Balanced)
	mit := s.set(it.Prose("mitigation"), words.With(s.Look.Text), slideRight-slideLeft-mitX, typeset.Balanced)
	owner := it.Words("owner")
	mitH := mit.Height
	var owned typeset.Block
	if owner != "" {
		owned = s.words(s.own().Owner+s.marks().Colon+owner, role, slideRight-slideLeft-mitX, typeset.Balanced)
		mitH += owned.Height + 1
	}
	h := max(46, 9+max(risk.Height, why.Height, mitH, 30)+9)
	box := &Box{H: h, At: it.Place(), Name: "a risk"}
	box.Draw = func(c *Canvas, x, y scene.Pt) {
		first := y + 9 + base(lead)
		c.Add(risk.Text(id, scene.RoleHeading, x, first))
		if len(why.Lines) > 0 {
			c.Add(why.Text(id+"/why", scene.RoleBody, x+whyX, first))
		}
		s.slideLevels(c, it, x+levelX, first-8, id, role)
		c.Add(mit.Text(id+"/mitigation", scene.RoleBody, x+mitX, first))
		if owner != "" {
			c.Add(owned.Text(id+"/owner", scene.RoleLabel, x+mitX, first+mit.Height+1))
		}
	}
	return box
}

// levelWords is where the words stand beside the squares of a level.
const levelWords = 36

// slideLevels draws likelihood and impact as squares, each said in a word.
func (s *Slides) slideLevels(c *Canvas, it briefing.Fields, x, y scene.Pt, id string, st scene.Style) {
	for i, l := range levels(s.own(), it, s.marks().Colon) {
		yy := y + scene.Pt(i)*18
		s.squares(c, l.n, x, yy)
		c.Add(s.line(l.words, st).Text(id+l.part, scene.RoleLabel, x+levelWords, yy+7.8))
	}
}
