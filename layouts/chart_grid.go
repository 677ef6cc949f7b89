package layouts

import (
	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/charts"
	"roadshow/internal/diag"
	"roadshow/page"
	"roadshow/scene"
	"slices"
	"strings"
)

func chartGridLayout() page.Layout {
	return page.Layout{Name: "chart_grid", Summary: "three to twelve small charts of one kind on one scale", Title: outline.Required, Page: chartGridPage, Slide: chartGridSlide,
		Numbered: always,
		Shape: &outline.Shape{Name: "chart_grid", Fields: []outline.Field{
			{Name: "charts", Type: outline.Object, List: true, Required: true, Min: 3, Max: 12, Hard: true, Code: "E-GRID", Shape: charts.Panel(), Doc: "3 to 12 charts, each with its own title"},
			{Name: "independent_scales", Type: outline.Flag, Doc: "A scale for each; said in the unit line"},
			{Name: "highlight", Type: outline.Words, Doc: "Title of the chart that carries the message"},
		}}}
}

// chartGridPage sets small charts in two or three columns over the full width. What all unit lines say is said once.
func chartGridPage(f *page.Flow, b *briefing.Block) {
	k := f.K
	ps, unit := panels(k, b)
	if len(ps) == 0 {
		return
	}
	lightPanel(k, b, ps)
	if common := commonUnit(ps); common != "" {
		for i := range ps {
			ps[i].quiet = true
		}
		if unit != "" {
			common += k.Marks().Semicolon + k.Diagrams().Differ
		}
		unit = common
	}
	width := k.Grid.Width()
	e := k.Exhibit(b, width, unit, k.AltOf(k.Diagrams().Charts, b.Title.String()))
	e.Extra = panelNotes(ps)
	columns := 3
	if len(ps) == 4 {
		columns = 2
	}
	const gutter = 20
	w := (width - gutter*scene.Pt(columns-1)) / scene.Pt(columns)
	height := panelHeight(k, ps, w, max(80, w*0.62))
	f.Add(e.Rows(panelRows(k, innerPanels(ps, columns), columns, w, gutter, height), 1, nil))
}

// innerPanels leaves the labels of axes to the left column and to the lowest chart of each column, where all charts stand on
// one scale and have the same names (DESIGN.md §5 L13). Where one carries the message, the others are its context.
func innerPanels(ps []panel, columns int) []panel {
	all := make([]*charts.Chart, len(ps))
	lit := false
	for i, p := range ps {
		all[i] = p.chart
		lit = lit || p.lit
	}
	same := charts.SameNames(all)
	out := slices.Clone(ps)
	for i := range out {
		c := *out[i].chart
		shared := c.Share != nil && same
		c.Inner = charts.Inner{Left: shared && i%columns > 0, Bottom: shared && i+columns < len(ps)}
		c.Context = lit && !out[i].lit
		out[i].chart = &c
	}
	return out
}

func lightPanel(k *page.Composer, b *briefing.Block, ps []panel) {
	name := b.Words("highlight")
	if name == "" {
		return
	}
	var titles []string
	for i := range ps {
		t := ps[i].field.Prose("title").String()
		titles = append(titles, t)
		if strings.EqualFold(t, name) {
			ps[i].lit = true
			return
		}
	}
	k.L.Error(b.PlaceOf("highlight"), "E-REF", diag.DidYouMean(name, titles), "no chart of the grid is called %q", name)
}
