package charts

import (
	"fmt"
	"strings"
	"testing"

	"roadshow/briefing/evidence/value"
	"roadshow/internal/diag"
	"roadshow/scene"
)

// BenchmarkEightCharts checks and draws eight typical charts.
func BenchmarkEightCharts(b *testing.B) {
	st := style(b, "paper", scene.Document)
	all := examples(b)
	var eight []*Spec
	for _, k := range []string{"threshold", "open_range", "column", "bar", "grouped", "line", "gantt", "stacked"} {
		for _, s := range all {
			if s.Kind == k {
				eight = append(eight, s)
				break
			}
		}
	}
	frame := scene.Rect{X: 220, Y: 100, W: 320.85, H: 150}
	draw := func() {
		for _, s := range eight {
			Draw(Judge(*s), frame, st, &diag.List{})
		}
	}
	draw() // faces are opened once a build
	b.ReportAllocs()
	for b.Loop() {
		draw()
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(b.N), "ms/8-charts")
}

func longTable(n int) string {
	var b strings.Builder
	b.WriteString("Second|Value\n")
	v := 0
	for i := range n {
		v += (i*7919)%201 - 100
		fmt.Fprintf(&b, "%d|%d.%d\n", i, v, i%10)
	}
	return b.String()
}

// BenchmarkLongLine checks and draws a line of 100,000 points.
func BenchmarkLongLine(b *testing.B) {
	st := style(b, "paper", scene.Document)
	t := tab(longTable(100_000))
	frame := scene.Rect{X: 220, Y: 100, W: 320.85, H: 150}
	b.ReportAllocs()
	var c *scene.Chart
	for b.Loop() {
		s := &Spec{Kind: "line", Table: t}
		var l diag.List
		judged := judge(s, &l)
		if c = Draw(judged, frame, st, &l); len(c.Drawing) == 0 {
			b.Fatal(l.Problems())
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(b.N), "ms/line")
	b.ReportMetric(float64(len(svgOf(st.Look, c.Frame, c)))/1024, "KB/drawing")
}

// BenchmarkLongCalendar is BenchmarkLongLine over days.
func BenchmarkLongCalendar(b *testing.B) {
	st := style(b, "paper", scene.Document)
	var text strings.Builder
	text.WriteString("Day|Value\n")
	for i := range 100_000 {
		y, m, d := value.Day(i - 30000).Civil()
		fmt.Fprintf(&text, "%04d-%02d-%02d|%d\n", y, m, d, (i*7919)%201)
	}
	t := tab(text.String())
	frame := scene.Rect{X: 220, Y: 100, W: 320.85, H: 150}
	for b.Loop() {
		s := &Spec{Kind: "line", Table: t}
		var l diag.List
		judged := judge(s, &l)
		if c := Draw(judged, frame, st, &l); len(c.Drawing) == 0 {
			b.Fatal(l.Problems())
		}
	}
}

// TestALongLineIsDrawnSmall: 100,000 points become a drawing of less than 200 KB that keeps the extremes.
func TestALongLineIsDrawnSmall(t *testing.T) {
	s := &Spec{Kind: "line", Table: tab(longTable(100_000))}
	c := drawnOn(t, s, scene.Rect{X: 48, Y: 172, W: 864, H: 290}, style(t, "paper", scene.Slides))
	if n := len(svgOf(style(t, "paper", scene.Slides).Look, c.Frame, c)); n > 200<<10 {
		t.Errorf("the drawing has %d KB", n>>10)
	}
	checkGeometry(t, c, style(t, "paper", scene.Slides))
	if len(c.Data.Series[0].Values) != 100_000 {
		t.Error("the data are not whole")
	}
}
