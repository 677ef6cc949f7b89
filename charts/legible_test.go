package charts

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"roadshow/scene"
)

// months are rows of a month each.
func months(values ...float64) string {
	var b strings.Builder
	b.WriteString("Month|Price")
	for i, v := range values {
		fmt.Fprintf(&b, "\n%d-%02d|%g", 2022+i/12, i%12+1, v)
	}
	return b.String()
}

// A rise, a fall and a last rise across the average: above its right end the words would seem to name the price.
var turned = []float64{20, 22, 24, 27, 30, 33, 36, 39, 40, 39, 37, 34, 31, 28, 25, 22, 20, 18, 17, 18, 21, 25, 29, 28, 27, 27}

func TestATrendsNameStandsNearestToItsOwnLine(t *testing.T) {
	for _, m := range []scene.Medium{scene.Document, scene.Slides} {
		c := drawnOn(t, &Spec{Kind: "line", Title: "T", Table: tab(months(turned...)), Annotations: []Annotation{{Kind: "trend", Trend: "sma 6"}}},
			scene.Rect{X: 40, Y: 100, W: 600, H: 300}, style(t, "paper", m))
		var data, trend []scene.Point
		for _, it := range c.Drawing {
			sh, ok := it.(*scene.Shape)
			switch {
			case !ok || len(sh.Path.Pts) < 10 || sh.Stroke.Width == 0:
			case len(sh.Stroke.Dash) > 0:
				trend = sh.Path.Pts
			default:
				data = sh.Path.Pts
			}
		}
		name := wordsAt(t, c, "6-month average")
		_, own := nearestPoint(name, trend)
		_, other := nearestPoint(name, data)
		if len(data) == 0 || len(trend) == 0 || other < own+6 {
			t.Errorf("medium %v: the name is %.1f pt from its trend and %.1f pt from the price", m, own, other)
		}
	}
}

func TestTheStripOfMomentumSaysWhereZeroIsAndNamesItsLines(t *testing.T) {
	values := append(slices.Clone(turned), 30, 34, 38)
	for i := range values { // so that zero is not on the axis of prices
		values[i] += 100
	}
	c := drawnOn(t, &Spec{Kind: "line", Title: "T", Unit: "$/t", Table: tab(months(values...)), Annotations: []Annotation{{Kind: "trend", Trend: "macd"}}},
		scene.Rect{X: 40, Y: 100, W: 700, H: 340}, style(t, "paper", scene.Slides))
	got := texts(c)
	for _, want := range []string{"MACD 12, 26, 9; dashed: signal", "0", "MACD", "signal"} {
		if !slices.Contains(got, want) {
			t.Errorf("no %q in %q", want, got)
		}
	}
}

func TestAStatusTakesThePlaceOfADuration(t *testing.T) {
	g := style0(t)
	c := drawnOn(t, &Spec{Kind: "gantt", Title: "T", Table: tab("Step|Start|End|Status\nDesign|2023-01|2023-04|joined late\nBuild|2023-03|2023-09|actual")}, g.frame, g.st)
	got := strings.Join(texts(c), "|")
	for _, want := range []string{"Jan – Apr 2023, joined late", "Mar – Sep 2023, 7 months"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in %s", want, got)
		}
	}
}

func TestAValueStandsInsideItsColumnRatherThanOnAReferenceLine(t *testing.T) {
	g := style0(t)
	c := drawnOn(t, &Spec{Kind: "column", Title: "T", Unit: "$k", Table: tab("Quarter|Burn\n2025-Q3|367\n2025-Q4|400\n2026-Q1|300"),
		Annotations: []Annotation{{Kind: "reference", Value: val(t, "320"), Label: "Plan"}}}, g.frame, g.st)
	bottom := scene.Pt(0)
	for _, a := range c.Drawing {
		if sh, ok := a.(*scene.Shape); ok && len(sh.Stroke.Dash) > 0 {
			bottom = max(bottom, sh.Path.Bounds().Bottom())
		}
	}
	if r := wordsAt(t, c, "300"); bottom == 0 || r.Y < bottom {
		t.Errorf("the value is at %v, the line at %.1f", r, float64(bottom))
	}
}

func TestRangesAreComparedOnFewLines(t *testing.T) {
	c := drawnOn(t, &Spec{Kind: "range", Title: "T", Unit: "$/t", Table: tab("Method|From|To\nMine|2350|2600\nModel|2700|3050\nForward|2820|2940\nOurs|2850|2900")},
		scene.Rect{X: 40, Y: 100, W: 860, H: 300}, style(t, "paper", scene.Slides))
	if n := len(c.Axes[0].Ticks); n < 3 || n > 7 {
		t.Errorf("%d lines: %v", n, c.Axes[0].Ticks)
	}
}

func TestAReferencesNameKeepsOffTheTicks(t *testing.T) {
	g := style0(t)
	c := drawnOn(t, &Spec{Kind: "line", Title: "T", Unit: "$m", Table: tab("Quarter|Plan|Half\n2025-Q1|11.5|11.5\n2025-Q3|9.3|9.3\n2026-Q1|7.2|7.2\n2026-Q3|5.9|5.4\n2027-Q1|5|3.6\n2027-Q4|4.8|1.8"),
		Annotations: []Annotation{{Kind: "reference", Value: val(t, "3"), Label: "The floor"}}}, g.frame, g.st)
	name := wordsAt(t, c, "The floor")
	for _, tick := range c.Axes[0].Ticks {
		if r := wordsAt(t, c, tick.Label); r.Inset(-2).Overlaps(name) {
			t.Errorf("the name at %v is close to the tick %s at %v", name, tick.Label, r)
		}
	}
}

func TestTheKeyOfBubblesHasTheirScale(t *testing.T) {
	for _, m := range []scene.Medium{scene.Document, scene.Slides} {
		c := drawnOn(t, &Spec{Kind: "bubble", Title: "T", Table: tab("Firm|Staff|Models|Raised\nA|170|30%|$50m\nB|120|20%|$250m\nC|400|60%|$340m\nD|60|10%|$200m")},
			scene.Rect{X: 40, Y: 100, W: 600, H: 300}, style(t, "paper", m))
		var key, largest scene.Pt
		for _, it := range c.Drawing {
			sh, ok := it.(*scene.Shape)
			if !ok || len(sh.Path.Pts) < 12 {
				continue
			}
			if w := sh.Path.Bounds().W; sh.Stroke.Width == 0.8 {
				key = w
			} else if sh.Fill.Color.Token != "background" {
				largest = max(largest, w)
			}
		}
		if !slices.Contains(texts(c), "20") || key == 0 {
			t.Fatalf("medium %v: no circle of 20 among %q", m, texts(c))
		}
		if got, want := float64(key*key/(largest*largest)), 20.0/340; got < want*0.98 || got > want*1.02 {
			t.Errorf("medium %v: the key's area is %.4f of the largest, want %.4f", m, got, want)
		}
	}
}
