package layouts

import (
	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/charts"
	"roadshow/scene"
	"roadshow/typeset"
)

func kpisLayout() Layout {
	return Layout{Name: "kpis", Summary: "a row of two to five big numbers, perhaps above a chart", Page: kpisPage, Slide: kpisSlide,
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
func kpisPage(f *Flow, b *briefing.Block) {
	k := f.k
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
			fits = fits && k.line(it.Short, try).Width <= w-4
		}
		if fits {
			break
		}
	}
	var cells []*Box
	var xs []scene.Pt
	for i, it := range items {
		cells = append(cells, k.kpiCell(it, b.ID+"/"+itoa(i+1), w, size, i == 0))
		xs = append(xs, scene.Pt(i)*(w+gutter))
	}
	row := beside(xs, cells...)
	boxes := []*Box{row}
	e := k.exhibit(b, g.Width(), "", "")
	if spec := b.Chart("chart"); spec != nil {
		charts.Check(spec, k.L)
		plot := k.plot(e, spec, g.Width(), 1)
		plot.Before = 14
		unit := textBox(k.words(spec.UnitLine(), st.ExhibitUnit, g.Width(), typeset.Greedy), b.ID+"/unit", scene.RoleCaption, st.ExhibitUnit)
		unit.Before, unit.After = 12, 8
		boxes = append(boxes, unit, plot)
		if notes := k.noteRow(b.Object("chart"), b.ID, g.Width(), gutter, k.noteStyles()); notes != nil {
			boxes = append(boxes, notes)
		}
	}
	f.Add(e.frame(stack(boxes...)))
}

func (k *Kit) kpiCell(it briefing.KPI, id string, w scene.Pt, size scene.Style, first bool) *Box {
	st := k.St
	if !first {
		size.Color = k.Look.Text
	}
	number := k.Fonts.Set([]scene.Span{{Text: it.Short, Style: size}}, typeset.Options{Width: w, Break: typeset.Balanced})
	label := k.set(it.Label, st.KPILabel, w, typeset.Balanced)
	numBase := 10 + 0.76*size.Size
	y := numBase + size.Leading*scene.Pt(max(len(number.Lines), 1)-1)
	labelBase := y + 15
	h := labelBase + st.KPILabel.Leading*scene.Pt(len(label.Lines)-1) + 4
	more := k.kpiMore(it, id, w, kpiStyles{delta: st.SmallStrong, note: st.Source, sticker: st.Sticker, spark: scene.Rect{W: 100, H: 20}})
	box := &Box{H: h + more.H, At: it.At}
	box.Draw = func(c *Canvas, x, y scene.Pt) {
		c.Add(rule(x, y, w, 0.75, k.Look.RuleStrong))
		c.Add(number.Text(id, scene.RoleFigure, x, y+numBase))
		c.Add(label.Text(id+"/label", scene.RoleLabel, x, y+labelBase))
		more.Draw(c, x, y+h)
	}
	return box
}
