package layouts

import (
	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/charts"
	"roadshow/page"
	"roadshow/scene"
	"slices"
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
	k := f.K
	ps, unit := panels(k, b)
	if len(ps) == 0 {
		return
	}
	width := k.Grid.Width()
	e := k.Exhibit(b, width, unit, k.AltOf(k.Diagrams().Charts, b.Title.String()))
	e.Extra = panelNotes(ps)
	across := slices.ContainsFunc(ps, func(p panel) bool { return p.chart.Is.Wide })
	if !across {
		const gutter = 12
		w := (width - gutter) / 2
		f.Add(e.Frame(panelRow(k, ps, w, gutter, panelHeight(k, ps, w, 150), 1)))
		return
	}
	var rows []*page.Box
	for i, p := range ps {
		row := panelRow(k, []panel{p}, width, 0, panelHeight(k, []panel{p}, width, 150), 1)
		if i > 0 {
			row.Before = 16
		}
		rows = append(rows, row)
	}
	f.Add(e.Rows(rows, 1, nil))
}

// panelRows arranges panels in columns; unused places stay empty.
func panelRows(k *page.Composer, ps []panel, columns int, w, gutter, height scene.Pt) []*page.Box {
	var rows []*page.Box
	for i := 0; i < len(ps); i += columns {
		row := panelRow(k, ps[i:min(len(ps), i+columns)], w, gutter, height, 1)
		if i > 0 {
			row.Before = 18
		}
		rows = append(rows, row)
	}
	return rows
}
