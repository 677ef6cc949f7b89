package charts

import (
	"math"
	"slices"

	"roadshow/scene"
)

// banked is the height at which the median absolute slope of a chart's lines comes nearer to 45°, as a preference: three
// tenths of the way from the usual height, between the least and the most that the medium allows.
func banked(c *Chart, st Style, width, usual, least, most scene.Pt) scene.Pt {
	n := c.n
	if len(n.cats) < 3 || len(n.cats) > maxSample {
		return usual
	}
	h := newPlot(c, scene.Rect{W: width, H: usual}, st, nil).lineHull(false)
	from, to := 0.0, float64(len(n.cats)-1)
	if n.timed {
		from, to = n.cats[0].x, n.cats[len(n.cats)-1].x
	}
	if !h.ok || h.hi <= h.lo || to <= from || c.Scale == "log" {
		return usual
	}
	var slopes []float64 // of plots as high as they are wide
	for _, col := range n.cols {
		for i := 1; i < len(col.cells); i++ {
			a, b := col.cells[i-1], col.cells[i]
			dx := 1.0
			if n.timed {
				dx = n.cats[i].x - n.cats[i-1].x
			}
			if a.missing || b.missing || dx <= 0 || a.point() == b.point() {
				continue
			}
			slopes = append(slopes, math.Abs(b.point()-a.point())/(h.hi-h.lo)/(dx/(to-from)))
		}
	}
	if len(slopes) == 0 {
		return usual
	}
	slices.Sort(slopes)
	const weight = 0.3
	want := min(max(width/scene.Pt(slopes[len(slopes)/2]), least), most)
	return scene.Pt(math.Round(float64(usual + weight*(want-usual))))
}
