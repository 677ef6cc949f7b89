package charts

import (
	"roadshow/internal/diag"
	"roadshow/scene"
)

// Draw draws a chart inside a frame: plot, category labels, ticks and annotations; caption, source line and sticker are the
// caller's. Check should have run; without it the table is read here and problems are reported to l. What cannot be drawn
// leaves an empty chart with its alternative text.
func Draw(s *Spec, frame scene.Rect, st Style, l *diag.List) *scene.Chart {
	if l == nil {
		l = new(diag.List)
	}
	if s.judged == nil {
		c := *s
		Check(&c, l)
		s = &c
	}
	p := newPlot(s, s.judged, frame, st, l)
	k, ok := kindOf(s.Kind)
	if ok && frame.W > 0 && frame.H > 0 && p.n.drawable() {
		k.draw(p)
		p.annotate()
		p.chart.Drawing = p.items()
		if drawn, ok := kindOf(p.chart.Kind); ok {
			p.chart.Native = drawn.Native
		}
	}
	p.chart.Data = p.data()
	p.chart.Alt = p.alt()
	if p.unlabelled > 0 {
		l.Warn(s.At, "W-LABEL", "highlight fewer points, or set height: l", "%d labels of this chart found no free place", p.unlabelled)
	}
	return p.chart
}

// drawable says that there is something to draw.
func (n *numbers) drawable() bool {
	return n != nil && len(n.cats) > 0 && len(n.cols) > 0
}

// Height is the plot's preferred height at a width. In a document s, m and l are 110, 150 and 210 in the main column and
// 160, 210 and 290 on the full width; charts of rows take what their rows need, within those limits. Slides: 290.
func Height(s *Spec, st Style, width scene.Pt) scene.Pt {
	if st.Medium == scene.Slides {
		return 290
	}
	heights := map[string]scene.Pt{"s": 110, "": 150, "m": 150, "l": 210}
	if width > 400 {
		heights = map[string]scene.Pt{"s": 160, "": 210, "m": 210, "l": 290}
	}
	h, most := heights[s.Height], heights["l"]
	n := s.judged
	if n == nil || s.Height != "" {
		return h
	}
	z := sizesFor(st.Medium, st.Look)
	rows := scene.Pt(len(n.cats))
	long := false
	for _, c := range n.cats {
		long = long || len([]rune(c.name)) > 22
	}
	each := scene.Pt(21)
	if long {
		each = 32
	}
	switch s.Kind {
	case "bar":
		rows = min(rows, 16)
		bars := scene.Pt(max(len(n.cols), 1))
		h = rows*(each+(bars-1)*11) + 4
		if bars > 1 {
			h += 18
		}
	case "range", "dot", "dumbbell", "funnel":
		h = rows*each + z.ticks.Size*1.45 + 8
	case "open_range":
		h = rows*max(each, 23) + z.ticks.Size*1.45 + 8
	case "heat":
		h = min(rows*27+46, most)
	case "gantt":
		h = rows*(z.category.Leading+21) + z.ticks.Size*1.45 + 12
	case "threshold":
		h = rows*42 + 34
	default:
		return h
	}
	for _, a := range s.Annotations {
		if a.Kind == "callout" || a.Kind == "event" {
			h += 24
			break
		}
	}
	return max(min(h, max(most, rows*13+20)), 56)
}
