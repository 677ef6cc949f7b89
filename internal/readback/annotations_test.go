package readback

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// levels are where a figure has something flat, strokes and the edges of frames, or the point of an arrow.
func (g *figure) levels() (out []float64) {
	for _, l := range g.rules {
		if l.y0 == l.y1 && math.Abs(l.x1-l.x0) > 3 {
			out = append(out, l.y0)
		}
	}
	for _, l := range g.lines {
		for i := 1; i < len(l.Y); i++ {
			if l.Y[i] == l.Y[i-1] && math.Abs(l.X[i]-l.X[i-1]) > 3 {
				out = append(out, l.Y[i])
			}
		}
	}
	for _, b := range g.rects {
		out = append(out, b.y0, b.y1)
	}
	for _, s := range g.shapes {
		if s.Ops == "mllh" { // the point comes first
			out = append(out, s.Y[0])
		}
	}
	return out
}

func has(places []float64, at float64) bool {
	for _, p := range places {
		if math.Abs(p-at) <= tolerance {
			return true
		}
	}
	return false
}

// TestAnnotationsStandWhereTheirValuesAre: computed marks stand on the axis of the data and print what the data give.
func TestAnnotationsStandWhereTheirValuesAre(t *testing.T) {
	data := rows("Year,Sales", "2018,10", "2019,14", "2020,13", "2021,19", "2022,26")
	// The line of least squares through the years, whose middles are a day further apart in a leap year.
	var sx, sy, sxx, sxy float64
	tab := readSheet(t, data)
	xs := make([]float64, len(tab.rows))
	for i, n := range tab.rows {
		a, b, _ := days(n)
		xs[i] = (a + b) / 2
		x, y := xs[i]-xs[0], tab.cells[i][0].at()
		sx, sy, sxx, sxy = sx+x, sy+y, sxx+x*x, sxy+x*y
	}
	n := float64(len(xs))
	slope := (n*sxy - sx*sy) / (n*sxx - sx*sx)
	start := (sy - slope*sx) / n
	growth := (math.Pow(26.0/10, 1.0/4) - 1) * 100
	for _, c := range []struct {
		name, annotation string
		levels           []float64 // values at which something flat stands
		not              []float64 // … and at which nothing does
		words            string
		fit              bool
	}{
		{"reference", "reference: {value: 17, label: Plan}", []float64{17}, []float64{17.3, 16.7}, "", false},
		{"band", "band: {value: 11 to 16.5, label: Guidance}", []float64{11, 16.5}, []float64{11.3, 16.2}, "", false},
		{"difference", "difference: {from: 2018, to: 2021, mode: absolute}", []float64{10, 19}, []float64{10.3, 18.7}, "+9", false},
		{"relative difference", "difference: {from: 2018, to: 2021, mode: relative}", []float64{10, 19}, nil, "+90%", false},
		{"growth", "cagr: {from: 2018, to: 2022}", nil, nil, fmt.Sprintf("+%.0f%% a year", growth), false},
		{"linear trend", "trend: linear", nil, nil, "", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			more := "labels: axis\nannotations:\n  - " + c.annotation
			cc := chartCase{name: c.name, kind: "line", csv: data, more: more}
			for _, f := range readbackFiles(t, []chartCase{cc}) {
				g := figureOf(t, f.pdf, titleOf(0))
				ticks := (&readback{fig: g, tab: tab, used: map[*phrase]bool{}}).heights()
				if len(ticks) < 2 {
					t.Fatalf("%s: no axis", f.medium)
				}
				zero := zeroOf(ticks)
				per := (ticks[1].at - ticks[0].at) / (ticks[1].value - ticks[0].value)
				at := func(v float64) float64 { return zero + v*per }
				flat := g.levels()
				for _, v := range c.levels {
					if !has(flat, at(v)) {
						t.Errorf("%s: nothing stands at %v", f.medium, v)
					}
				}
				for _, v := range c.not {
					if has(flat, at(v)) {
						t.Errorf("%s: something stands at %v", f.medium, v)
					}
				}
				said := ""
				for _, p := range g.says {
					said += p.text + "\n"
				}
				if !strings.Contains(said, c.words) {
					t.Errorf("%s: %q is not printed:\n%s", f.medium, c.words, said)
				}
				if c.fit && !hasLine(g, at(start), at(start+slope*(xs[len(xs)-1]-xs[0]))) {
					t.Errorf("%s: no line of least squares from %.2f to %.2f", f.medium, start, start+slope*(xs[len(xs)-1]-xs[0]))
				}
				if c.fit && hasLine(g, at(start+0.3), at(start+slope*(xs[len(xs)-1]-xs[0]))) {
					t.Errorf("%s: any line passes for the trend", f.medium)
				}
			}
		})
	}
}

// hasLine says that a stroke runs from one height at its left end to another at its right.
func hasLine(g *figure, y0, y1 float64) bool {
	for _, l := range g.lines {
		if n := len(l.Y) - 1; math.Abs(l.Y[0]-y0) <= tolerance && math.Abs(l.Y[n]-y1) <= tolerance {
			return true
		}
	}
	for _, l := range g.rules {
		if math.Abs(l.y0-y0) <= tolerance && math.Abs(l.y1-y1) <= tolerance {
			return true
		}
	}
	return false
}
