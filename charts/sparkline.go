package charts

import (
	"math"

	"roadshow/scene"
)

// Sparkline is a line the size of a word, without an axis: the shape of a series, its last value marked in the accent. The
// values use the whole height of the frame; a flat or single series runs through its middle. Values that are not numbers
// leave a gap. It is a drawing beside a number, so it carries no words of its own.
func Sparkline(values []float64, frame scene.Rect, st Style) scene.Item {
	g := &scene.Group{Role: scene.RoleOrnament}
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, v := range values {
		if known(v) {
			lo, hi = min(lo, v), max(hi, v)
		}
	}
	if math.IsInf(lo, 1) {
		return g
	}
	const r = 2 // the dot must not touch the frame
	in := frame.Inset(r)
	at := func(i int, v float64) scene.Point {
		x, y := in.X+in.W/2, in.Y+in.H/2
		if len(values) > 1 {
			x = in.X + in.W*scene.Pt(i)/scene.Pt(len(values)-1)
		}
		if hi > lo {
			y = in.Bottom() - in.H*scene.Pt((v-lo)/(hi-lo))
		}
		return scene.Point{X: x, Y: y}
	}
	var path scene.Path
	var last scene.Point
	pen := false
	for i, v := range values {
		if !known(v) {
			pen = false
			continue
		}
		last = at(i, v)
		if pen {
			path.Line(last.X, last.Y)
		} else {
			path.Move(last.X, last.Y)
		}
		pen = true
	}
	g.Items = append(g.Items,
		&scene.Shape{Path: path, Stroke: scene.Stroke{Color: st.Look.Muted, Width: 1.2, Round: true}},
		&scene.Shape{Path: scene.CirclePath(last.X, last.Y, r), Fill: scene.Paint{Color: st.Look.Accent}})
	return g
}

func known(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }
