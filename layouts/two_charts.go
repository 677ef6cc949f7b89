package layouts

import (
	"slices"

	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/charts"
	"roadshow/page"
	"roadshow/scene"
)

func twoChartsLayout() page.Layout {
	return page.Layout{Name: "two_charts", Summary: "two charts under one claim, on one scale where their units match", Title: outline.Required, Page: twoChartsPage, Slide: twoChartsSlide,
		Numbered: always,
		Shape: &outline.Shape{Name: "two_charts", Fields: []outline.Field{
			{Name: "charts", Type: outline.Object, List: true, Required: true, Min: 2, Max: 2, Hard: true, Code: "E-GRID", Shape: charts.Panel(), Doc: "The two charts, each with its own title"},
			{Name: "independent_scales", Type: outline.Flag, Doc: "A scale for each; said in the unit line"},
		}}}
}

// twoChartsPage stands the charts side by side over the full width; kinds that need the width stand below each other.
func twoChartsPage(f *page.Flow, b *briefing.Block) {
	const usual = 150 // height of a plot
	k := f.K
	ps, unit := panels(k, b)
	if len(ps) == 0 {
		return
	}
	width, z := k.Grid.Width(), paperPanels(k, 12, 16)
	e := k.Exhibit(b, width, unit, k.AltOf(k.Diagrams().Charts, b.Title.String()))
	e.Extra = panelNotes(ps)
	if !slices.ContainsFunc(ps, func(p panel) bool { return p.chart.Is.Wide }) {
		w := (width - z.gutter) / 2
		f.Add(e.Frame(setPanels(k, ps, ps, w, z).box(panelHeight(k, ps, w, usual), 1)))
		return
	}
	f.Add(e.Rows(panelRows(k, ps, 1, width, z, func(row []panel) scene.Pt { return panelHeight(k, row, width, usual) }), 1, nil))
}

// twoChartsSlide stands them side by side, each with its own claim and unit line.
func twoChartsSlide(s *page.Slides, b *briefing.Block) {
	ps, unit := panels(s.Composer, b)
	if len(ps) == 0 {
		return
	}
	sh := s.ExhibitSheet(b, s.AltOf(s.Diagrams().Charts, b.Title.String()))
	sh.Extra = panelNotes(ps)
	s.Slide(b, sh, func(c *page.Canvas, body scene.Rect) {
		if unit != "" {
			c.Add(s.Line(unit, s.St.Source).Text(b.ID+"/unit", scene.RoleCaption, page.SlideLeft, page.SlideBodyTop-4))
		}
		fillPanels(s.Composer, c, ps, len(ps), body, slidePanels(s, s.St.ExhibitTitle, page.On(12, 15), 16, 0))
	})
}
