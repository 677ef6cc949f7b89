package charts

import "roadshow/scene"

// Sparkline draws a small line without axis for tables and KPIs (60–100 × 18–28 pt): the last point in the accent, lowest and
// highest as small dots. Values that are NaN are gaps. Fewer than two values draw nothing.
func Sparkline(values []float64, frame scene.Rect, st Style) []scene.Item {
	var h hull
	known := 0
	for _, v := range values {
		if finite(v) {
			h.add(v)
			known++
		}
	}
	if known < 2 || frame.W <= 6 || frame.H <= 6 {
		return nil
	}
	const r = 2.2
	s := scale{min: h.lo, max: h.hi, a: frame.Bottom() - r - 0.5, b: frame.Y + r + 0.5}
	if h.lo == h.hi {
		s.a = frame.Y + frame.H/2
		s.b = s.a
	}
	x := func(i int) scene.Pt {
		return frame.X + r + (frame.W-2*r-1)*scene.Pt(i)/scene.Pt(max(len(values)-1, 1))
	}
	var out []scene.Item
	var run []scene.Point
	flush := func() {
		if len(run) > 1 {
			out = append(out, &scene.Shape{Path: scene.LinePath(simplify(run)...), Stroke: scene.Stroke{Color: st.Look.Muted, Width: 1.2, Round: true}})
		} else if len(run) == 1 {
			fill(&out, scene.CirclePath(run[0].X, run[0].Y, 0.8), st.Look.Muted)
		}
		run = run[:0]
	}
	lo, hi, last := -1, -1, -1
	for i, v := range values {
		if !finite(v) {
			flush()
			continue
		}
		run = append(run, scene.Point{X: x(i), Y: s.at(v)})
		if lo < 0 || v < values[lo] {
			lo = i
		}
		if hi < 0 || v > values[hi] {
			hi = i
		}
		last = i
	}
	flush()
	for _, i := range []int{lo, hi} {
		if i != last && values[lo] != values[hi] {
			fill(&out, scene.CirclePath(x(i), s.at(values[i]), 1.4), st.Look.Muted)
		}
	}
	fill(&out, scene.CirclePath(x(last), s.at(values[last]), r), st.Look.Accent)
	return out
}
