package layouts

import (
	"slices"

	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/charts"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

func kpisLayout() page.Layout {
	return page.Layout{Name: "kpis", Display: true, Summary: "a row of two to five big numbers, perhaps above a chart", Page: kpisPage, Slide: kpisSlide,
		Numbered: always,
		Shape: &outline.Shape{Name: "kpis", OneOf: [][]string{{"items"}, {"data"}}, Fields: []outline.Field{
			{Name: "items", Type: outline.Object, List: true, Min: 2, Max: 5, Hard: true, Shape: outline.KPI(), Doc: "2 to 5 figure ids or {figure or value, label, delta, spark, note}"},
			{Name: "data", Type: outline.Ref, To: "data", Doc: "a table instead: one big number a row"},
			{Name: "show", Type: outline.Words, Doc: "the column to show"},
			{Name: "against", Type: outline.Words, List: true, Doc: "columns to compare with"},
			{Name: "chart", Type: outline.Object, Shape: charts.Shape(), Doc: "a chart below the row"},
		}}}
}

// kpiSize is how big numbers are set: on paper at the first of the sizes of numbers that lets all stand on one line, on slides
// also with labels of two lines at most.
type kpiSize struct {
	numbers, small []scene.Style // small ones are for numbers that are wider than their column
	labels         []scene.Style
	more           page.KpiStyles
	above          func(number scene.Pt) scene.Pt // from the rule down to the number's baseline, by its size
	label          func(number scene.Pt) scene.Pt // and from there to the label's
	under          scene.Pt                       // below the label
	free           scene.Pt                       // what words leave of their column
	numberFree     scene.Pt                       // and what a number on one line does
}

func paperKpis(st *page.Styles) kpiSize {
	return kpiSize{numbers: []scene.Style{st.KPI, st.KPI.At(24, 28), st.KPI.At(20, 24), st.KPI.At(16, 19)},
		small: []scene.Style{st.KPI.At(13, 16), st.KPI.At(10.4, 13), st.KPI.At(9.2, 12), st.KPI.At(8.4, 11), st.KPI.At(7.6, 10)}, labels: []scene.Style{st.KPILabel},
		more:  page.KpiStyles{Delta: st.SmallStrong, Note: st.Source, Sticker: st.Sticker, Spark: scene.Rect{W: 100, H: 20}},
		above: func(number scene.Pt) scene.Pt { return 10 + 0.76*number }, label: func(scene.Pt) scene.Pt { return 15 },
		under: 4 + page.Base(st.KPILabel) - st.KPILabel.Leading, numberFree: 4}
}

// slideKpis are for a row above a chart, and for one alone by the number of its figures: fewer are larger.
func slideKpis(st *page.Styles, n int, charted bool) kpiSize {
	numbers := []scene.Pt{88, 76, 68, 54, 46, 38, 27, 22}
	labels := []page.Letter{page.On(20, 27), page.On(17, 23), page.On(15.5, 21), page.On(14, 19)}
	rule, delta, note, spark := scene.Pt(16), page.On(16, 22), page.On(13, 18), scene.Rect{W: 180, H: 48}
	switch {
	case charted:
		numbers, labels = numbers[5:], labels[3:]
		rule, delta, note, spark = 8, page.On(13, 17), page.On(13, 16), scene.Rect{W: 100, H: 28}
	case n < 3:
		labels = []page.Letter{page.On(22, 29), page.On(20, 27), page.On(17, 23), page.On(14, 19)}
		rule, delta, note, spark = 16, page.On(20, 27), page.On(16, 22), scene.Rect{W: 300, H: 80}
	case n == 3:
		rule, delta, note, spark = 16, page.On(18, 24), page.On(15, 20), scene.Rect{W: 220, H: 60}
	}
	z := kpiSize{more: page.KpiStyles{Delta: delta.Of(st.Delta), Note: note.Of(st.KPINote), Sticker: st.Sticker, Spark: spark, Wide: true},
		above: func(number scene.Pt) scene.Pt { return rule + number }, label: func(number scene.Pt) scene.Pt { return max(30, 0.56*number) },
		free: page.ColumnAir, numberFree: page.ColumnAir}
	if charted {
		z.more.Note = z.more.Note.In(scene.Cond)
	}
	big := func(size scene.Pt) scene.Style {
		number := st.KPI.At(size, size+4)
		number.Tracking = -0.02 * size
		return number
	}
	for _, size := range numbers {
		z.numbers = append(z.numbers, big(size))
	}
	for _, size := range []scene.Pt{17, 15.5, 13, 11.5} {
		z.small = append(z.small, big(size))
	}
	for _, l := range labels {
		z.labels = append(z.labels, l.Of(st.KPILabel))
	}
	return z
}

// mostLabelLines is how many lines a label may take under its number.
const mostLabelLines = 12

// kpiCell is one big number: its head is the number, its label and its change, its foot the small line and the note.
type kpiCell struct{ head, foot *page.Box }

// kpiCells are the numbers in columns of a width, all at one size, so that one long value shrinks all. Only the first is in the
// accent.
func kpiCells(k *page.Composer, b *briefing.Block, items []briefing.KPI, w scene.Pt, z kpiSize) (out []kpiCell) {
	all := func(fits func(briefing.KPI) bool) bool {
		return !slices.ContainsFunc(items, func(it briefing.KPI) bool { return !fits(it) })
	}
	set := func(it briefing.KPI, st scene.Style) typeset.Block {
		return k.Fonts.Set(k.KPISpans(it, st), typeset.Options{Width: w - z.free, Break: typeset.Balanced})
	}
	number, ok := page.Largest(z.numbers, func(st scene.Style) bool {
		return all(func(it briefing.KPI) bool { return k.Line(it.Short, st).Width <= w-z.numberFree })
	})
	if !ok { // words may wrap, numbers may not
		number, _ = page.Largest(append([]scene.Style{number}, z.small...), func(st scene.Style) bool {
			return all(func(it briefing.KPI) bool { return !set(it, st).Shrunk })
		})
	}
	label, _ := page.Largest(z.labels, func(st scene.Style) bool {
		return all(func(it briefing.KPI) bool { return len(k.Set(it.Label, st, w-z.free, typeset.Balanced).Lines) <= 2 })
	})
	for i, it := range items {
		id := b.ID + "/" + page.Itoa(i+1)
		set := set(it, number)
		words := k.Set(it.Label, label, w-z.free, typeset.Balanced)
		if len(words.Lines) > mostLabelLines {
			k.OverBudget(it.At, "E-FIT", "label", it.Label.String(), 60)
		}
		change := k.KpiChange(it, id, z.more)
		first := z.above(number.Size)
		second := first + number.Leading*scene.Pt(max(len(set.Lines), 1)-1) + z.label(number.Size)
		under := second - page.Base(label) + words.Height + z.under
		head := &page.Box{H: under + change.H, At: it.At, Draw: func(c *page.Canvas, x, y scene.Pt) {
			c.Add(set.Text(id, scene.RoleFigure, x, y+first))
			c.Add(words.Text(id+"/label", scene.RoleLabel, x, y+second))
			change.Draw(c, x, y+under)
		}}
		out = append(out, kpiCell{head, k.KpiPast(it, id, w, z.more)})
		number.Color = k.Look.Text
	}
	return out
}

// kpisPage is an exhibit: equal columns, what explains a number under it.
func kpisPage(f *page.Flow, b *briefing.Block) {
	const gutter = 18
	k := f.K
	width, st := k.Grid.Width(), k.St
	items := k.B.KPIRow(b, k.L)
	if len(items) == 0 {
		return
	}
	w := (width - gutter*scene.Pt(len(items)-1)) / scene.Pt(len(items))
	var cells []*page.Box
	var xs []scene.Pt
	for i, cell := range kpiCells(k, b, items, w, paperKpis(st)) {
		box := page.Stack(cell.head, cell.foot)
		draw := box.Draw
		box.Draw = func(c *page.Canvas, x, y scene.Pt) {
			c.Add(page.Rule(x, y, w, 0.75, k.Look.RuleStrong))
			draw(c, x, y)
		}
		cells, xs = append(cells, box), append(xs, scene.Pt(i)*(w+gutter))
	}
	boxes := []*page.Box{page.Beside(xs, cells...)}
	e := k.Exhibit(b, width, "", "")
	if chart := b.Chart("chart"); chart != nil {
		k.L.Merge(chart.Problems)
		plot := plotBox(k, e, chart, width, 1)
		plot.Before = 14
		unit := page.TextBox(k.Words(chart.UnitLine(), st.ExhibitUnit, width, typeset.Greedy), b.ID+"/unit", scene.RoleCaption, st.ExhibitUnit)
		unit.Before, unit.After = 12, 8
		boxes = append(boxes, unit, plot)
		if notes := noteRow(k, b.Object("chart"), b.ID, width, gutter, pageNoteStyles(k)); notes != nil {
			boxes = append(boxes, notes)
		}
	}
	f.Add(e.Frame(page.Stack(boxes...)))
}

// kpisSlide is a row of big numbers at one size; with a chart beneath, the row moves up.
func kpisSlide(s *page.Slides, b *briefing.Block) {
	const charted, close, apart, chartTop = 142, 4, 24, 276 // the row above a chart, its small print, that of a row alone, the chart
	items := s.B.KPIRow(b, s.L)
	if len(items) == 0 {
		return
	}
	chart := b.Chart("chart")
	sh := page.Sheet{Role: scene.RoleExhibit, Alt: exhibitAlt(b, "")}
	s.Slide(b, sh, func(c *page.Canvas, body scene.Rect) {
		w := page.SlideColumns(len(items))
		cells := kpiCells(s.Composer, b, items, w, slideKpis(s.St, len(items), chart != nil))
		var headH, footH scene.Pt
		for _, cell := range cells {
			headH, footH = max(headH, cell.head.H), max(footH, cell.foot.H)
		}
		// Small print is ruled off under the same columns, near enough to the labels to be read with them.
		var top, foot scene.Pt
		switch {
		case chart != nil:
			top, foot = charted, charted+headH+close
		case footH > 0:
			gap := apart + max(0, min(72, 0.78*body.H-headH-apart-footH))
			top = page.Optical(body, headH+gap+footH)
			foot = top + headH + gap
		default:
			top = page.Optical(body, headH)
		}
		for i, cell := range cells {
			x := body.X + scene.Pt(i)*(w+page.SlideGutter)
			c.Add(page.Rule(x, top, w, 0.75, s.Look.RuleStrong))
			cell.head.Draw(c, x, top)
			if chart == nil && footH > 0 {
				c.Add(page.Rule(x, foot, w, 0.5, s.Look.Rule))
			}
			cell.foot.Draw(c, x, foot)
		}
		if chart != nil {
			kpiChart(s, c, b, chart, body, max(chartTop, foot+footH+10))
		}
	})
}

// kpiChart is the chart under a row of figures.
func kpiChart(s *page.Slides, c *page.Canvas, b *briefing.Block, chart *charts.Chart, body scene.Rect, under scene.Pt) {
	const plotTop, least = 36, 80 // below the rule; of the plot
	s.L.Merge(chart.Problems)
	bottom := body.Bottom()
	notes := noteRow(s.Composer, b.Object("chart"), b.ID, body.W, page.SlideGutter, slideNoteStyles(s))
	if notes != nil {
		bottom -= notes.H + 10
	}
	if over := under + plotTop + least - bottom; over > 0 {
		s.L.Error(b.At, "E-FIT", "shorten labels and notes", "the figures leave %.0f pt too little for the chart", float64(over))
		return
	}
	c.Add(page.Rule(page.SlideLeft, under, body.W, 0.5, s.Look.Rule))
	head := s.Fonts.Set(headSpans(s, unitHead(chart)), typeset.Options{Width: body.W})
	c.Add(head.Text(b.ID+"/unit", scene.RoleCaption, page.SlideLeft, under+22))
	c.Add(drawPlot(s, b, chart, scene.Rect{X: page.SlideLeft, Y: under + plotTop, W: body.W, H: bottom - under - plotTop}, s.L))
	if notes != nil {
		notes.Draw(c, page.SlideLeft, bottom+10)
	}
}
