package layouts

import (
	"roadshow/briefing"
	"roadshow/charts"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

// kpiStep is how the parts of big numbers are set: the room between its rule and the number, and the sizes of the rest.
type kpiStep struct {
	above       scene.Pt
	numbers     []scene.Pt // from the largest down
	labels      []page.Letter
	delta, note page.Letter
	spark       scene.Rect // its extent
}

// kpiSizes are for a row above a chart, and for one alone by the number of its figures: fewer are larger.
func kpiSizes(n int, charted bool) kpiStep {
	numbers := []scene.Pt{68, 54, 46, 38, 27, 22}
	switch {
	case charted:
		return kpiStep{8, numbers[3:], []page.Letter{page.On(12, 16)}, page.On(11, 14), page.On(9, 11), scene.Rect{W: 100, H: 28}}
	case n < 3:
		return kpiStep{16, numbers, []page.Letter{page.On(17, 24), page.On(15.5, 21), page.On(13, 18)}, page.On(15.5, 21), page.On(13, 18), scene.Rect{W: 240, H: 56}}
	case n == 3:
		return kpiStep{16, numbers, []page.Letter{page.On(15.5, 21), page.On(13, 18)}, page.On(13, 18), page.On(12, 16), scene.Rect{W: 200, H: 48}}
	}
	return kpiStep{18, numbers, []page.Letter{page.On(15.5, 21), page.On(13, 18), page.On(12, 16)}, page.On(13, 18), page.On(10.5, 15), scene.Rect{W: 160, H: 40}}
}

// kpisSlide is L14: a row of big numbers at one size; with a chart beneath, the row moves up.
func kpisSlide(s *page.Slides, b *briefing.Block) {
	items := s.B.KPIRow(b, s.L)
	if len(items) == 0 {
		return
	}
	chart := b.Chart("chart")
	sh := page.Sheet{Role: scene.RoleExhibit, Alt: exhibitAlt(b, "")}
	s.Slide(b, sh, func(c *page.Canvas, body scene.Rect) {
		w := page.SlideColumns(len(items))
		step := kpiSizes(len(items), chart != nil)
		number, _ := page.Largest(kpiNumbers(s, step), func(st scene.Style) bool {
			for _, it := range items {
				if s.Line(it.Short, st).Width > w-8 {
					return false
				}
			}
			return true
		})
		label, _ := page.Largest(step.labels, func(l page.Letter) bool {
			for _, it := range items {
				if len(s.Set(it.Label, l.Of(s.S.KPILabel), w-page.ColumnAir, typeset.Balanced).Lines) > 2 {
					return false
				}
			}
			return true
		})
		step.labels = []page.Letter{label}
		var cells []kpiCell
		var headH, footH scene.Pt
		for i, it := range items {
			st := number
			if i > 0 {
				st.Color = s.Look.Text
			}
			cell := slidesKpiCell(s, it, b.ID+"/"+page.Itoa(i+1), w, st, step)
			headH, footH = max(headH, cell.head.H), max(footH, cell.foot.H)
			cells = append(cells, cell)
		}
		top, foot := scene.Pt(142), scene.Pt(142)+headH+4
		if chart == nil {
			top, foot = kpiPlaces(body, headH, footH)
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
			kpiChart(s, c, b, chart, body, max(276, foot+footH+10))
		}
	})
}

// kpiPlaces is where figures without a chart begin, and where their small print does: ruled off under the same columns, near
// enough to the labels to be read with them.
func kpiPlaces(body scene.Rect, headH, footH scene.Pt) (top, foot scene.Pt) {
	if footH == 0 {
		return page.Optical(body, headH), 0
	}
	const apart = 24
	top = page.Optical(body, headH+apart+footH)
	return top, top + headH + apart
}

// kpiNumbers are the styles of a row's numbers, from the largest down.
func kpiNumbers(s *page.Slides, step kpiStep) (out []scene.Style) {
	for _, size := range step.numbers {
		st := s.S.KPI.At(size, size+4)
		st.Tracking = -0.02 * size
		out = append(out, st)
	}
	return out
}

// kpiCell is one big number: its head is the number, its label and its change, its foot the small line and the note.
type kpiCell struct{ head, foot *page.Box }

func slidesKpiCell(s *page.Slides, it briefing.KPI, id string, w scene.Pt, st scene.Style, step kpiStep) kpiCell {
	label, delta, note := step.labels[0].Of(s.S.KPILabel), step.delta.Of(s.S.Delta), step.note.Of(s.S.KPINote)
	if note.Size > 9 {
		note = note.In(scene.Sans)
	}
	number := s.Fonts.Set([]scene.Span{{Text: it.Short, Style: st}}, typeset.Options{Width: w - page.ColumnAir, Break: typeset.Balanced})
	words := s.Set(it.Label, label, w-page.ColumnAir, typeset.Balanced)
	first := step.above + st.Size // the number's baseline
	labelTop := first + st.Leading*scene.Pt(len(number.Lines)-1) + max(26, 0.5*st.Size) - page.Base(label)
	head := &page.Box{H: labelTop + words.Height}
	if it.Delta != nil {
		head.H += delta.Leading + 4
	}
	head.Draw = func(c *page.Canvas, x, y scene.Pt) {
		c.Add(number.Text(id, scene.RoleFigure, x, y+first))
		c.Add(words.Text(id+"/label", scene.RoleLabel, x, y+labelTop+page.Base(label)))
		if it.Delta == nil {
			return
		}
		col := s.Look.Negative
		if it.Delta.Good {
			col = s.Look.Positive
		}
		at := y + labelTop + words.Height + 4 + page.Base(delta)
		s.DeltaMark(c, it.Delta, x, at-0.05*delta.Size)
		c.Add(s.Line(it.Delta.Text, delta.With(col)).Text(id+"/delta", scene.RoleLabel, x+13, at))
	}
	foot, noteTop := &page.Box{}, scene.Pt(4)
	if len(it.Spark) > 1 {
		noteTop += step.spark.H + 8
		foot.H = noteTop
	}
	small := s.Set(it.Note, note, w-page.ColumnAir, typeset.Balanced)
	if !it.Note.Empty() {
		foot.H = noteTop + small.Height
	}
	foot.Draw = func(c *page.Canvas, x, y scene.Pt) {
		if len(it.Spark) > 1 {
			c.Add(charts.Sparkline(it.Spark, scene.Rect{X: x, Y: y + 6, W: min(w, step.spark.W), H: step.spark.H}, s.ChartStyle())...)
		}
		if !it.Note.Empty() {
			c.Add(small.Text(id+"/note", scene.RoleBody, x, y+noteTop+page.Base(note)))
		}
	}
	return kpiCell{head, foot}
}

// kpiChart is the chart under a row of figures.
func kpiChart(s *page.Slides, c *page.Canvas, b *briefing.Block, chart *charts.Chart, body scene.Rect, under scene.Pt) {
	s.L.Merge(chart.Problems)
	bottom := body.Bottom()
	notes := noteRow(s.Composer, b.Object("chart"), b.ID, body.W, page.SlideGutter, slideNoteStyles(s))
	if notes != nil {
		bottom -= notes.H + 10
	}
	if over := under + 36 + 90 - bottom; over > 0 {
		s.L.Error(b.At, "E-FIT", "shorten labels and notes", "the figures leave %.0f pt too little for the chart", float64(over))
		return
	}
	c.Add(page.Rule(page.SlideLeft, under, body.W, 0.5, s.Look.Rule))
	head := s.Fonts.Set(headSpans(s, unitHead(chart)), typeset.Options{Width: body.W})
	c.Add(head.Text(b.ID+"/unit", scene.RoleCaption, page.SlideLeft, under+22))
	c.Add(drawPlot(s, b, chart, scene.Rect{X: page.SlideLeft, Y: under + 36, W: body.W, H: bottom - under - 36}, s.L))
	if notes != nil {
		notes.Draw(c, page.SlideLeft, bottom+10)
	}
}
