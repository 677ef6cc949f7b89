package layouts

import (
	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/charts"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

func kpisLayout() page.Layout {
	return page.Layout{Name: "kpis", Summary: "a row of two to five big numbers, perhaps above a chart", Page: kpisPage, Slide: kpisSlide,
		Numbered: always,
		Shape: &outline.Shape{Name: "kpis", OneOf: [][]string{{"items"}, {"data"}}, Fields: []outline.Field{
			{Name: "items", Type: outline.Object, List: true, Min: 2, Max: 5, Hard: true, Shape: outline.KPI(), Doc: "2 to 5 figure ids or {figure or value, label, delta, spark, note}"},
			{Name: "data", Type: outline.Ref, To: "data", Doc: "a table instead: one big number a row"},
			{Name: "show", Type: outline.Words, Doc: "the column to show"},
			{Name: "against", Type: outline.Words, List: true, Doc: "columns to compare with"},
			{Name: "chart", Type: outline.Object, Shape: charts.Shape(), Doc: "a chart below the row"},
		}}}
}

// kpisPage is an exhibit: equal columns, one size for the row, so that one long value shrinks all.
func kpisPage(f *page.Flow, b *briefing.Block) {
	k := f.K
	g, st := k.Grid, k.St
	items := k.B.KPIRow(b, k.L)
	n := len(items)
	if n == 0 {
		return
	}
	const gutter = 18
	w := (g.Width() - gutter*scene.Pt(n-1)) / scene.Pt(n)
	size := st.KPI
	for _, try := range []scene.Style{st.KPI, st.KPI.At(24, 28), st.KPI.At(20, 24), st.KPI.At(16, 19)} {
		size = try
		fits := true
		for _, it := range items {
			fits = fits && k.Line(it.Short, try).Width <= w-4
		}
		if fits {
			break
		}
	}
	var cells []*page.Box
	var xs []scene.Pt
	for i, it := range items {
		cells = append(cells, kitKpiCell(k, it, b.ID+"/"+page.Itoa(i+1), w, size, i == 0))
		xs = append(xs, scene.Pt(i)*(w+gutter))
	}
	row := page.Beside(xs, cells...)
	boxes := []*page.Box{row}
	e := k.Exhibit(b, g.Width(), "", "")
	if chart := b.Chart("chart"); chart != nil {
		k.L.Merge(chart.Problems)
		plot := plotBox(k, e, chart, g.Width(), 1)
		plot.Before = 14
		unit := page.TextBox(k.Words(chart.UnitLine(), st.ExhibitUnit, g.Width(), typeset.Greedy), b.ID+"/unit", scene.RoleCaption, st.ExhibitUnit)
		unit.Before, unit.After = 12, 8
		boxes = append(boxes, unit, plot)
		if notes := noteRow(k, b.Object("chart"), b.ID, g.Width(), gutter, kitNoteStyles(k)); notes != nil {
			boxes = append(boxes, notes)
		}
	}
	f.Add(e.Frame(page.Stack(boxes...)))
}

func kitKpiCell(k *page.Composer, it briefing.KPI, id string, w scene.Pt, size scene.Style, first bool) *page.Box {
	st := k.St
	if !first {
		size.Color = k.Look.Text
	}
	number := k.Fonts.Set([]scene.Span{{Text: it.Short, Style: size}}, typeset.Options{Width: w, Break: typeset.Balanced})
	label := k.Set(it.Label, st.KPILabel, w, typeset.Balanced)
	numBase := 10 + 0.76*size.Size
	y := numBase + size.Leading*scene.Pt(max(len(number.Lines), 1)-1)
	labelBase := y + 15
	h := labelBase + st.KPILabel.Leading*scene.Pt(len(label.Lines)-1) + 4
	more := k.KpiMore(it, id, w, page.KpiStyles{Delta: st.SmallStrong, Note: st.Source, Sticker: st.Sticker, Spark: scene.Rect{W: 100, H: 20}})
	box := &page.Box{H: h + more.H, At: it.At}
	box.Draw = func(c *page.Canvas, x, y scene.Pt) {
		c.Add(page.Rule(x, y, w, 0.75, k.Look.RuleStrong))
		c.Add(number.Text(id, scene.RoleFigure, x, y+numBase))
		c.Add(label.Text(id+"/label", scene.RoleLabel, x, y+labelBase))
		more.Draw(c, x, y+h)
	}
	return box
}
