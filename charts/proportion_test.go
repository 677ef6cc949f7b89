package charts

import (
	"fmt"
	"math"
	"testing"

	"roadshow/internal/diag"
	"roadshow/scene"
)

// measure is a value and the length, or the place, that stands for it.
type measure struct {
	what  string
	value float64
	pt    scene.Pt
}

// lengthsOf are the lengths of a drawing's marks, which zero has none of; placesOf are where marks stand along the value axis.
func measuresOf(p *plot) (lengths, places []measure) {
	along := func(r scene.Rect) scene.Pt {
		if p.upright {
			return r.H
		}
		return r.W
	}
	running, from := 0.0, map[int]float64{}
	for i, c := range p.n.cols[0].cells {
		if p.spec.Kind != "waterfall" {
			break
		}
		from[i] = running
		if p.spec.isTotal(p.n, i) {
			from[i] = 0
		}
		if running = from[i]; !c.missing {
			running += c.point()
		}
	}
	for _, a := range p.anchors {
		if a.series >= len(p.n.cols) || a.cat >= len(p.n.cats) {
			continue
		}
		c := p.n.cols[a.series].cells[a.cat]
		if c.missing {
			continue
		}
		what := fmt.Sprintf("%s of %s", p.n.cols[a.series].name, p.n.cats[a.cat].name)
		switch p.chart.Kind {
		case "column", "bar", "grouped", "threshold":
			lengths = append(lengths, measure{what, math.Abs(solidEnd(c)), along(a.box)})
		case "waterfall":
			lengths = append(lengths, measure{what, math.Abs(c.point()), along(a.box)})
		case "stacked", "funnel":
			lengths = append(lengths, measure{what, c.point(), along(a.box)})
		case "stacked_100":
			var sum float64
			for k := range p.n.cols {
				if d := p.n.cols[k].cells[a.cat]; !d.missing {
					sum += d.point()
				}
			}
			lengths = append(lengths, measure{what, c.point() / sum, along(a.box)})
		case "mekko":
			var sum float64
			for k := range p.n.cols {
				if d := p.n.cols[k].cells[a.cat]; !d.missing {
					sum += d.point()
				}
			}
			lengths = append(lengths, measure{what, c.point() / sum, a.box.H})
		case "line", "area", "slope", "dot", "dumbbell":
			at := a.tip.Y
			if !p.upright {
				at = a.tip.X
			}
			v := c.point()
			if p.chart.Kind == "area" { // layers stand upon each other
				for k := range a.series {
					if d := p.n.cols[k].cells[a.cat]; !d.missing {
						v += d.point()
					}
				}
			}
			places = append(places, measure{what, v, at})
		case "scatter", "bubble":
			y := p.n.cols[1].cells[a.cat]
			places = append(places, measure{what, y.point(), a.box.Y + a.box.H/2})
		}
	}
	return lengths, places
}

// solidEnd is how far a value is known from zero.
func solidEnd(c cell) float64 {
	switch {
	case !c.span():
		return c.point()
	case c.lo >= 0:
		return c.lo
	case c.hi <= 0:
		return c.hi
	}
	return 0
}

// disproportions says which marks are more than 0.1 pt from where the longest, or the two furthest, would have them.
func disproportions(lengths, places []measure) (out []string) {
	off := func(m measure, want scene.Pt) {
		if d := float64(m.pt - want); math.Abs(d) > 0.1 || math.IsNaN(d) {
			out = append(out, fmt.Sprintf("%s: %v is %.2f pt off", m.what, m.value, d))
		}
	}
	var most measure
	for _, m := range lengths {
		if m.value > most.value {
			most = m
		}
	}
	for _, m := range lengths {
		if most.value > 0 {
			off(m, most.pt*scene.Pt(m.value/most.value))
		}
	}
	if len(places) == 0 {
		return out
	}
	lo, hi := places[0], places[0]
	for _, m := range places {
		if m.value < lo.value {
			lo = m
		}
		if m.value > hi.value {
			hi = m
		}
	}
	for _, m := range places {
		t := 0.0
		if hi.value > lo.value {
			t = (m.value - lo.value) / (hi.value - lo.value)
		}
		off(m, lo.pt+scene.Pt(t)*(hi.pt-lo.pt))
	}
	return out
}

// disproportion draws a chart's marks alone and measures them.
func disproportion(judged *Chart, frame scene.Rect, st Style) ([]string, int) {
	p := newPlot(judged, frame, st, new(diag.List))
	judged.Is.draw(p)
	lengths, places := measuresOf(p)
	return disproportions(lengths, places), len(lengths) + len(places)
}

// TestDisproportionIsNoticed: the check of the generated tables can fail.
func TestDisproportionIsNoticed(t *testing.T) {
	s := &Spec{Kind: "column", Table: tab("Name|V\nA|10\nB|20\nC|30")}
	var l diag.List
	judged := judge(s, &l)
	p := newPlot(judged, style0(t).frame, style0(t).st, &l)
	drawColumns(p)
	lengths, places := measuresOf(p)
	if got := disproportions(lengths, places); len(lengths) != 3 || len(got) != 0 {
		t.Fatalf("%d lengths: %v", len(lengths), got)
	}
	lengths[1].pt += 0.2
	if got := disproportions(lengths, nil); len(got) != 1 {
		t.Errorf("a bar that is 0.2 pt too long: %v", got)
	}
	places = []measure{{"a", 1, 10}, {"b", 2, 20.2}, {"c", 3, 30}}
	if got := disproportions(nil, places); len(got) != 1 {
		t.Errorf("a point that is 0.2 pt too high: %v", got)
	}
}
