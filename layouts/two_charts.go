package layouts

import (
	"slices"

	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/charts"
	"roadshow/scene"
)

func twoChartsLayout() Layout {
	return Layout{Name: "two_charts", Summary: "two charts under one claim, on one scale where their units match", Title: outline.Required, Page: twoChartsPage, Slide: twoChartsSlide,
		Numbered: always,
		Shape: &outline.Shape{Name: "two_charts", Fields: []outline.Field{
			{Name: "charts", Type: outline.Object, List: true, Required: true, Min: 2, Max: 2, Hard: true, Code: "E-GRID", Shape: charts.Panel(), Doc: "The two charts, each with its own title"},
			{Name: "independent_scales", Type: outline.Flag, Doc: "A scale for each; said in the unit line"},
		}}}
}

// twoChartsPage stands the charts side by side over the full width; kinds that need the width stand below each other.
func twoChartsPage(f *Flow, b *briefing.Block) {
	k := f.k
	ps, unit := k.panels(b)
	if len(ps) == 0 {
		return
	}
	width := k.Grid.Width()
	e := k.exhibit(b, width, unit, k.altOf(k.diagrams().Charts, b.Title.String()))
	e.extra = panelNotes(ps)
	across := slices.ContainsFunc(ps, func(p panel) bool { return wide(p.spec.Kind) })
	if !across {
		const gutter = 12
		w := (width - gutter) / 2
		f.Add(e.frame(k.panelRow(ps, w, gutter, k.panelHeight(ps, w, 150), 1)))
		return
	}
	var rows []*Box
	for i, p := range ps {
		row := k.panelRow([]panel{p}, width, 0, k.panelHeight([]panel{p}, width, 150), 1)
		if i > 0 {
			row.Before = 16
		}
		rows = append(rows, row)
	}
	f.Add(e.rows(rows, 1, nil))
}

// panelRows arranges panels in columns; unused places stay empty.
func (k *Kit) panelRows(ps []panel, columns int, w, gutter, height scene.Pt) []*Box {
	var rows []*Box
	for i := 0; i < len(ps); i += columns {
		row := k.panelRow(ps[i:min(len(ps), i+columns)], w, gutter, height, 1)
		if i > 0 {
			row.Before = 18
		}
		rows = append(rows, row)
	}
	return rows
}
