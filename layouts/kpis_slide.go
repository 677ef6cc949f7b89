package layouts

import (
	"roadshow/briefing"
	"roadshow/charts"
	"roadshow/scene"
	"roadshow/typeset"
)

// kpisSlide is L14: a row of big numbers at one size; with a chart beneath, the row moves up.
func kpisSlide(s *Slides, b *briefing.Block) {
	items := s.B.KPIRow(b, s.L)
	if len(items) == 0 {
		return
	}
	spec := b.Chart("chart")
	sh := sheet{role: scene.RoleExhibit, alt: exhibitAlt(b, "")}
	s.slide(b, sh, func(c *Canvas, body scene.Rect) {
		n := scene.Pt(len(items))
		const gutter = 24
		w := (body.W - gutter*(n-1)) / n
		top, numBase := scene.Pt(176), scene.Pt(60)
		sizes := []scene.Pt{54, 46, 38, 27, 22}
		if n < 4 {
			sizes = append([]scene.Pt{68}, sizes...)
		}
		if spec != nil {
			top, numBase, sizes = 142, 46, []scene.Pt{38, 27, 22}
		}
		st := s.S.KPI
		for _, size := range sizes {
			st = st.At(size, size+4)
			st.Tracking = -0.02 * size
			fits := true
			for _, it := range items {
				fits = fits && s.line(it.Short, st).Width <= w-8
			}
			if fits {
				break
			}
		}
		var h scene.Pt
		for _, it := range items {
			h = max(h, s.kpiHeight(it, w, numBase, st))
		}
		if spec == nil {
			// The row's middle stands a little above the body's.
			top = body.Y + max(8, (body.H-h)*0.36)
		}
		for i, it := range items {
			x := body.X + scene.Pt(i)*(w+gutter)
			s.slideKPI(c, it, b.ID+"/"+itoa(i+1), x, top, w, numBase, st, i == 0)
		}
		if spec == nil {
			return
		}
		charts.Check(spec, s.L)
		under := max(276, top+h+10)
		if over := under + 36 + 90 - body.Bottom(); over > 0 {
			s.L.Error(b.At, "E-FIT", "shorten labels and notes", "the figures leave %.0f pt too little for the chart", float64(over))
			return
		}
		c.Add(rule(slideLeft, under, body.W, 0.5, s.Look.Rule))
		head := s.Fonts.Set(s.headSpans(unitHead(spec)), typeset.Options{Width: body.W})
		c.Add(head.Text(b.ID+"/unit", scene.RoleCaption, slideLeft, under+22))
		s.slidePlot(c, b, spec, scene.Rect{X: slideLeft, Y: under + 36, W: body.W, H: body.Bottom() - under - 36})
	})
}

// kpiHeight is how far a big number reaches below its rule.
func (s *Slides) kpiHeight(it briefing.KPI, w, numBase scene.Pt, st scene.Style) scene.Pt {
	number := s.Fonts.Set([]scene.Span{{Text: it.Short, Style: st}}, typeset.Options{Width: w, Break: typeset.Balanced})
	h := numBase + st.Leading*scene.Pt(len(number.Lines)-1) + 26 + s.set(it.Label, s.S.KPILabel, w, typeset.Balanced).Height
	if it.Delta != nil {
		h += 20
	}
	if len(it.Spark) > 1 {
		h += 38
	}
	if !it.Note.Empty() {
		h += 16
	}
	return h
}

// slideKPI is one big number under its rule: number, label, change, small line, note.
func (s *Slides) slideKPI(c *Canvas, it briefing.KPI, id string, x, top, w, numBase scene.Pt, st scene.Style, first bool) {
	if !first {
		st.Color = s.Look.Text
	}
	c.Add(rule(x, top, w, 0.75, s.Look.RuleStrong))
	number := s.Fonts.Set([]scene.Span{{Text: it.Short, Style: st}}, typeset.Options{Width: w, Break: typeset.Balanced})
	c.Add(number.Text(id, scene.RoleFigure, x, top+numBase))
	y := top + numBase + st.Leading*scene.Pt(len(number.Lines)-1) + 26
	label := s.set(it.Label, s.S.KPILabel, w, typeset.Balanced)
	c.Add(label.Text(id+"/label", scene.RoleLabel, x, y))
	y += s.S.KPILabel.Leading * scene.Pt(len(label.Lines)-1)
	if it.Delta != nil {
		y += 20
		col := s.Look.Negative
		if it.Delta.Good {
			col = s.Look.Positive
		}
		s.deltaMark(c, it.Delta, x, y)
		c.Add(s.line(it.Delta.Text, s.S.Delta.With(col)).Text(id+"/delta", scene.RoleLabel, x+13, y))
	}
	if len(it.Spark) > 1 {
		c.Add(charts.Sparkline(it.Spark, scene.Rect{X: x, Y: y + 10, W: min(w, 100), H: 28}, s.chartStyle())...)
		y += 38
	}
	if !it.Note.Empty() {
		c.Add(s.set(it.Note, s.S.KPINote, w, typeset.Greedy).Text(id+"/note", scene.RoleBody, x, y+16))
	}
}
