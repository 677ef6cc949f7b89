package layouts

import (
	"roadshow/briefing"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
	"slices"
)

var riskSizes = [...]page.RowSize{
	{Lead: page.On(15.5, 20), Words: page.On(13, 18), Side: page.On(10.5, 14)},
	{Lead: page.On(13, 18), Words: page.On(12, 16), Side: page.On(10.5, 14)},
	{Lead: page.On(12, 17), Words: page.On(11.5, 15), Side: page.On(10.5, 14)},
	{Lead: page.On(12, 17), Words: page.On(11, 15), Side: page.On(9.5, 12)},
}

// risksSlide is L22: risk, why, level, answer; the gravest first. Rows that do not fit continue.
func risksSlide(s *page.Slides, b *briefing.Block) {
	items := slices.Clone(b.List("items"))
	slices.SortStableFunc(items, func(x, y briefing.Fields) int {
		return y.Whole("likelihood")*y.Whole("impact") - x.Whole("likelihood")*x.Whole("impact")
	})
	const most = 6
	rowSlides(s, b, s.LargestRows(riskSizes[:], 0, most, func(z page.RowSize) (rows []*page.Box) {
		for i, it := range items {
			rows = append(rows, riskRow(s, it, b.ID+"/"+page.Itoa(i+1), z))
		}
		return rows
	}), most)
}

// rowSlides spreads rows over slides, at most most a slide and as many as fit, evenly where they continue.
func rowSlides(s *page.Slides, b *briefing.Block, rows []*page.Box, most int) {
	s.RowsUnder(b, page.Sheet{}, rows, most, 0, nil)
}

func riskRow(s *page.Slides, it briefing.Fields, id string, z page.RowSize) *page.Box {
	const gutter = 16
	lead, words, role := z.Lead.Of(s.S.Body.In(scene.SansSemiBold)), z.Words.Of(s.S.Body2), z.Side.Of(s.S.Role)
	whyX, levelX, mitX := page.SlideX(4)-page.SlideLeft, page.SlideX(8)-page.SlideLeft, page.SlideX(10)-page.SlideLeft
	o := s.Own()
	for _, level := range o.Levels { // a language of long words needs more room than its columns
		for _, of := range [...]string{o.Likelihood, o.Impact} {
			mitX = max(mitX, levelX+levelWords+s.Fonts.Width(of+s.Marks().Colon+level, role)+gutter/2)
		}
	}
	risk := s.Set(it.Prose("risk"), lead, whyX-gutter, typeset.Balanced)
	why := s.Set(it.Prose("why"), words, levelX-whyX-gutter, typeset.Balanced)
	mit := s.Set(it.Prose("mitigation"), words.With(s.Look.Text), page.SlideRight-page.SlideLeft-mitX, typeset.Balanced)
	owner := it.Words("owner")
	mitH := mit.Height
	var owned typeset.Block
	if owner != "" {
		owned = s.Words(s.Own().Owner+s.Marks().Colon+owner, role, page.SlideRight-page.SlideLeft-mitX, typeset.Balanced)
		mitH += owned.Height + 1
	}
	h := max(46, 9+max(risk.Height, why.Height, mitH, 30)+9)
	box := &page.Box{H: h, At: it.Place(), Name: "a risk"}
	box.Draw = func(c *page.Canvas, x, y scene.Pt) {
		first := y + 9 + page.Base(lead)
		c.Add(risk.Text(id, scene.RoleHeading, x, first))
		if len(why.Lines) > 0 {
			c.Add(why.Text(id+"/why", scene.RoleBody, x+whyX, first))
		}
		slideLevels(s, c, it, x+levelX, first-8, id, role)
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
func slideLevels(s *page.Slides, c *page.Canvas, it briefing.Fields, x, y scene.Pt, id string, st scene.Style) {
	for i, l := range levels(s.Own(), it, s.Marks().Colon) {
		yy := y + scene.Pt(i)*18
		squares(s.Composer, c, l.n, x, yy)
		c.Add(s.Line(l.words, st).Text(id+l.part, scene.RoleLabel, x+levelWords, yy+7.8))
	}
}
