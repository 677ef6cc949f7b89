package page

import (
	"roadshow/briefing"
	"roadshow/scene"
	"roadshow/typeset"
)

// figure is a big number of an argument's slide, set.
type figure struct {
	set, label typeset.Block
	number     scene.Style
	below      scene.Pt // from its baseline to that of its label
	beside     scene.Pt // from its left edge to its label, where that stands beside it; 0: below
	more       *Box
	pill       func(c *Canvas, x, y scene.Pt)
	pillW, h   scene.Pt
}

const (
	figureAbove scene.Pt = 14   // from a figure's rule to the top of its digits
	labelUnder  scene.Pt = 6    // below its label
	besidePill  scene.Pt = 12   // before the word for its kind
	capitals    scene.Pt = 0.74 // how high digits are, of their size
)

// figures are a theme's, at the largest size at which all have room in a frame, their labels beside them where the numbers are short
// enough, else below; ok says whether they have at any. What kind of number one is stands beside it.
func (s *Slides) figures(t *briefing.Theme, id string, frame scene.Rect) (out []figure, total, highest scene.Pt, ok bool) {
	st := s.St
	var steps []scene.Style
	for _, size := range []scene.Pt{88, 82, 76, 72, 68, 64, 60, 57, 54, 50, 46, 42, 38, 32, 27} {
		steps = append(steps, tracked(st.KPI.At(size, size+4)))
	}
	if len(t.KPIs) > 1 {
		steps = steps[1:]
	}
	for from := range steps {
		numbers := s.figureNumbers(t.KPIs, frame.W, steps[from:])
		for _, beside := range []bool{true, false} {
			if out = s.figureLabels(t, id, frame.W, numbers, beside); out == nil {
				continue
			}
			total, highest = 0, 0
			for _, f := range out {
				total, highest = total+f.h, max(highest, f.h)
			}
			if highest <= frame.H/scene.Pt(len(t.KPIs)) {
				return out, total, highest, true
			}
		}
	}
	return out, total, highest, total <= frame.H
}

// figureNumbers are big numbers at the first of the sizes at which each fits a width; the first is in the accent.
func (s *Slides) figureNumbers(kpis []briefing.KPI, w scene.Pt, sizes []scene.Style) (out []figure) {
	for i, kpi := range kpis {
		styles := sizes
		if i > 0 {
			styles = inColor(styles, s.Look.Text)
		}
		var f figure
		room := w
		if f.pill, f.pillW = s.pill(kpi.Sticker, s.St.Sticker); f.pill != nil {
			room -= f.pillW + besidePill
		}
		f.set, f.number = s.bigNumber(kpi, room, styles...)
		out = append(out, f)
	}
	return out
}

// figureLabels sets what explains numbers beside them or below; nil where the numbers leave it no room at their side.
func (s *Slides) figureLabels(t *briefing.Theme, id string, w scene.Pt, numbers []figure, beside bool) []figure {
	const apart, least = 22, 0.42 // least of the width for labels
	var numberW scene.Pt
	for _, f := range numbers {
		numberW = max(numberW, f.set.Width+apart)
		if beside && (len(f.set.Lines) != 1 || f.number.Size != numbers[0].number.Size) {
			return nil
		}
	}
	if beside && (len(numbers) < 2 || numberW > (1-least)*w) {
		return nil
	}
	st, out := s.St, make([]figure, len(numbers))
	for i, f := range numbers {
		room := w
		if beside {
			f.beside = numberW
			room -= numberW
			if f.pill != nil {
				room -= f.pillW + besidePill
			}
		}
		f.label = s.Set(t.KPIs[i].Label, st.KPILabel, room, typeset.Balanced)
		f.more = s.kpiMore(t.KPIs[i], id+"/kpi"+Itoa(i+1), room, len(numbers) == 1)
		words := f.label.Height + labelUnder + f.more.H
		if f.below = max(st.KPILabel.Leading+2, 0.2*f.number.Size+0.72*st.KPILabel.Size+2); beside {
			f.h = figureAbove + max(capitals*f.number.Size+figureAbove, words)
		} else {
			f.h = figureAbove + capitals*f.number.Size + f.number.Leading*scene.Pt(len(f.set.Lines)-1) + f.below - Base(st.KPILabel) + words
		}
		out[i] = f
	}
	return out
}

// figureType sets the type of a theme's figures: no larger than the argument's, and no larger than leaves the numbers large.
func (s *Slides) figureType(t *briefing.Theme, id string, frame scene.Rect) {
	const least = 2.6 // times the body size
	s.Grow(s.bodySize(), func() bool {
		set, _, _, ok := s.figures(t, id, frame)
		if !ok {
			return false
		}
		for _, f := range set {
			if f.number.Size < least*s.bodySize() {
				return false
			}
		}
		return true
	})
}

// argumentKPIs stacks a theme's figures at the right of its argument, ruled apart.
func (s *Slides) argumentKPIs(c *Canvas, t *briefing.Theme, id string, frame scene.Rect) {
	if len(t.KPIs) == 0 {
		return
	}
	s.figureType(t, id, frame)
	figures, total, highest, ok := s.figures(t, id, frame)
	if !ok {
		s.L.Error(t.KPIs[0].At, "E-FIT", "shorten their notes, or show fewer", "the figures of the argument's slide are %.0f pt too high", float64(total-frame.H))
	}
	h := frame.H / scene.Pt(len(t.KPIs))
	y := frame.Y
	for i, f := range figures {
		kid := id + "/kpi" + Itoa(i+1)
		weight, col := scene.Pt(0.5), s.Look.Rule
		if i == 0 {
			weight, col = 0.75, s.Look.RuleStrong
		}
		c.Add(Rule(frame.X, y, frame.W, weight, col))
		s.drawFigure(c, f, kid, frame, y)
		if highest <= h {
			y += h
		} else { // the higher ones take what the others leave
			y += f.h + max(0, frame.H-total)/scene.Pt(len(figures))
		}
	}
}

// drawFigure draws a figure whose rule stands at y: a label beside it is level with its middle, or begins with it.
func (s *Slides) drawFigure(c *Canvas, f figure, id string, frame scene.Rect, y scene.Pt) {
	high := capitals * f.number.Size
	numBase := y + figureAbove + high
	c.Add(f.set.Text(id, scene.RoleFigure, frame.X, numBase))
	if f.pill != nil {
		f.pill(c, frame.Right()-f.pillW, y+10)
	}
	x, labelBase := frame.X, numBase+f.number.Leading*scene.Pt(len(f.set.Lines)-1)+f.below
	if f.beside > 0 {
		words := f.label.Height + f.more.H
		if f.more.H > 0 {
			words += labelUnder
		}
		x, labelBase = x+f.beside, y+figureAbove+max(0, (high-words)/2)+Base(s.St.KPILabel)
	}
	c.Add(f.label.Text(id+"/label", scene.RoleLabel, x, labelBase))
	f.more.Draw(c, x, labelBase+f.label.Height-Base(s.St.KPILabel)+labelUnder)
}

// kpiMores are what stands with the labels of figures in a slide's side column; their kinds stand beside the numbers.
func (s *Slides) kpiMores(kpis []briefing.KPI, id string, w scene.Pt, large bool) (out []*Box) {
	for i, kpi := range kpis {
		out = append(out, s.kpiMore(kpi, id+"/kpi"+Itoa(i+1), w, large))
	}
	return out
}

func (s *Slides) kpiMore(kpi briefing.KPI, id string, w scene.Pt, large bool) *Box {
	st := KpiStyles{Delta: s.St.Delta, Note: s.St.KPINote, Sticker: s.St.Sticker, Spark: scene.Rect{W: 110, H: 24}}
	if large {
		st.Spark = scene.Rect{W: 240, H: 56}
	}
	kpi.Sticker = ""
	return s.KpiMore(kpi, id, w, st)
}

// inColor is styles in another colour.
func inColor(styles []scene.Style, c scene.Color) []scene.Style {
	out := make([]scene.Style, len(styles))
	for i, st := range styles {
		out[i] = st.With(c)
	}
	return out
}
