package layouts

import (
	"math"

	"roadshow/assets"
	"roadshow/charts"
	"roadshow/page"
	"roadshow/scene"
)

func yesNo(k *page.Composer, yes bool) string {
	if yes {
		return k.Diagrams().Yes
	}
	return k.Diagrams().No
}

// tickMark draws a tick, or a short stroke for no, as large as words of a size beside it.
func tickMark(k *page.Composer, yes bool, size scene.Pt) func(scene.Rect, scene.Pt) []scene.Item {
	em := size / 8.6
	return func(in scene.Rect, base scene.Pt) []scene.Item {
		at := func(x, up scene.Pt) scene.Point { return scene.Point{X: in.X + x*em, Y: base - up*em} }
		if yes {
			p := scene.LinePath(at(0.7, 3), at(3.2, 0.4), at(8.3, 6.6))
			return []scene.Item{&scene.Shape{Path: p, Stroke: scene.Stroke{Color: k.Look.Text, Width: 1.4 * em, Round: true}, Alt: yesNo(k, true)}}
		}
		s := page.Rule(in.X+em, base-3*em, 6*em, 0.9*em, k.Look.Muted)
		s.Alt = yesNo(k, false)
		return []scene.Item{s}
	}
}

// arrow is the mark before a change: its direction is the number's.
func (s *tableSetter) arrow(row, col int, words scene.Pt) func(scene.Rect, scene.Pt) []scene.Item {
	up, flat := s.direction(row, col)
	if flat {
		return nil
	}
	color := s.deltaColor(row, col)
	return func(in scene.Rect, base scene.Pt) []scene.Item {
		x, mid, d := in.Right()-words-arrowRoom, base-3, scene.Pt(3)
		if !up {
			d = -3
		}
		p := scene.PolygonPath(scene.Point{X: x + 3.5, Y: mid - d}, scene.Point{X: x + 7, Y: mid + d}, scene.Point{X: x, Y: mid + d})
		return []scene.Item{&scene.Shape{Path: p, Fill: scene.Paint{Color: color}}}
	}
}

// bar is drawn from zero; an open end fades out.
func (s *tableSetter) bar(row, col int) func(scene.Rect, scene.Pt) []scene.Item {
	lo, hi := 0.0, 0.0
	for i := range s.d.rows {
		if a, b := s.ends(i, col); !s.d.rows[i].total && s.cells[i][col].known {
			lo, hi = min(lo, a), max(hi, b)
		}
	}
	if hi <= lo || s.d.rows[row].total {
		return nil
	}
	v := s.cells[row][col].value
	a, b := s.ends(row, col)
	look, ground := s.k.Look, s.k.Look.Background
	color := look.Neutral
	if s.d.rows[row].highlight {
		color, ground = look.Accent, look.Surface
	} else if !s.highlights() {
		color = look.Tint(look.Accent, 0.7)
	}
	if v.Lo.Inf {
		color = assets.Mix(color, ground, 0.38) // at most: the bar may be shorter
		color.Token += "/38"
	}
	offset := s.heads[col] + s.tails[col] + barGap
	return func(in scene.Rect, base scene.Pt) []scene.Item {
		room := in.W - offset - 4
		at := func(x float64) scene.Pt { return in.X + offset + room*scene.Pt((x-lo)/(hi-lo)) }
		from, to := at(min(0, a)), at(max(0, b))
		frame := scene.Rect{X: from, Y: base - 7, W: to - from, H: 8}
		out := []scene.Item{}
		if frame.W > 0 {
			out = append(out, page.Fill(frame, color))
		}
		if v.Hi.Inf {
			open := page.Fill(scene.Rect{X: to, Y: frame.Y, W: 8, H: 8}, color)
			open.Fill.To = ground
			out = append(out, open)
		}
		return append(out, &scene.Shape{Path: scene.LinePath(scene.Point{X: at(0), Y: base - 9}, scene.Point{X: at(0), Y: base + 3}),
			Stroke: scene.Stroke{Color: look.RuleStrong, Width: 0.6}})
	}
}

func (s *tableSetter) highlights() bool {
	for _, r := range s.d.rows {
		if r.highlight {
			return true
		}
	}
	return false
}

// ends are a value's finite ends in base units, for scales may differ: of a bound, the one that is known.
func (s *tableSetter) ends(row, col int) (lo, hi float64) {
	lo, hi = s.cells[row][col].value.In("").Floats()
	switch {
	case math.IsInf(lo, 0) && math.IsInf(hi, 0), math.IsNaN(lo):
		return 0, 0
	case math.IsInf(hi, 0):
		return lo, lo
	case math.IsInf(lo, 0):
		return hi, hi
	}
	return lo, hi
}

func (s *tableSetter) line(row, col int) func(scene.Rect, scene.Pt) []scene.Item {
	values := s.cells[row][col].series
	return func(in scene.Rect, base scene.Pt) []scene.Item {
		frame := scene.Rect{X: in.X, Y: base - 10, W: min(in.W, sparkRoom), H: 12}
		return charts.Sparkline(values, frame, charts.Style{Look: s.k.Look, Fonts: s.k.Fonts, Medium: scene.Document})
	}
}
