package charts

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"roadshow/internal/diag"
	"roadshow/scene"
)

// Edges of what is drawn: places that mutants found untested.

// plotted is a chart's plot with its marks and words, on a usual frame.
func plotted(t *testing.T, s *Spec) *plot {
	t.Helper()
	var l diag.List
	judged := judge(s, &l)
	p := newPlot(judged, style0(t).frame, style0(t).st, &l)
	judged.Is.draw(p)
	if l.Failed(false) {
		t.Fatalf("%s: %v", s.Kind, l.Problems())
	}
	return p
}

// TestALogAxisBeginsAboveZero: at the least value where something reaches lower.
func TestALogAxisBeginsAboveZero(t *testing.T) {
	for _, c := range []struct {
		kind, text, trend string
		want              float64
	}{
		{"dot", "N|V\nA|under 5\nB|100\nC|20", "", 5},
		{"line", "Year|V\n2020|3\n2021|100\n2022|2\n2023|90\n2024|5", "bollinger 3", 2}, // its band reaches below zero
	} {
		s := &Spec{Kind: c.kind, Scale: "log", Table: tab(c.text)}
		if c.trend != "" {
			s.Annotations = []Annotation{{Kind: "trend", Trend: c.trend}}
		}
		if ax := drawnOn(t, s, style0(t).frame, style0(t).st).Axes[0]; ax.Min != c.want {
			t.Errorf("%s %s: begins at %v, want %v", c.kind, c.trend, ax.Min, c.want)
		}
	}
}

// TestYearsOnAnAxisAreYears, not thousands.
func TestYearsOnAnAxisAreYears(t *testing.T) {
	c := drawnOn(t, &Spec{Kind: "range", Table: tab("Reign|From|To\nX|1996|2010\nY|2001|2022")}, style0(t).frame, style0(t).st)
	if got := c.Axes[0].Ticks[0].Label; got != "1995" {
		t.Errorf("the axis begins at %q, want 1995", got)
	}
}

// TestAnOpenBeginningLeavesTheEnd: of n/a to 3 the 3 is known.
func TestAnOpenBeginningLeavesTheEnd(t *testing.T) {
	got := texts(drawnOn(t, &Spec{Kind: "range", Table: tab("N|From|To\nX|n/a|3\nY|1|2")}, style0(t).frame, style0(t).st))
	if !slices.Contains(got, "≤3") {
		t.Errorf("%q, want ≤3 among them", got)
	}
}

// TestOneSeriesIsNoGroup, and several are.
func TestOneSeriesIsNoGroup(t *testing.T) {
	for text, want := range map[string]string{"N|A\nX|1\nY|2": "column", "N|A|B\nX|1|3\nY|2|3": "grouped"} {
		for _, kind := range []string{"column", "grouped"} {
			var l diag.List
			if got := judge(&Spec{Kind: kind, Table: tab(text)}, &l).Kind; got != want {
				t.Errorf("%s of %q becomes %s, want %s", kind, text, got, want)
			}
		}
	}
}

// TestPeriodsAcrossAreTurned where the data can be, else they are written anew.
func TestPeriodsAcrossAreTurned(t *testing.T) {
	for id, want := range map[string]string{"data": "set `transpose: true`", "": "write the periods as rows"} {
		s := &Spec{Kind: "line", Table: tab("N|2021|2022\nX|1|3\nY|1|2")}
		s.Table.ID = id
		var l diag.List
		judge(s, &l)
		if l.Len() != 1 || !strings.HasPrefix(l.Problems()[0].Hint, want) {
			t.Errorf("data %q: %v, want the hint %q", id, l.Problems(), want)
		}
	}
}

// TestSameNames holds for charts of the same categories in the same order.
func TestSameNames(t *testing.T) {
	var l diag.List
	of := func(text string) *Chart { return judge(&Spec{Kind: "bar", Order: "given", Table: tab(text)}, &l) }
	ab := of("N|V\nA|1\nB|2")
	if !SameNames([]*Chart{ab, of("N|W\nA|3\nB|1")}) || SameNames([]*Chart{ab, of("N|V\nA|1\nC|2")}) || SameNames([]*Chart{ab, of("N|V\nB|1\nA|2")}) {
		t.Error("charts of A and B are alike, those of A and C or of B and A are not")
	}
}

// TestADifferenceOfSeriesStandsAtTheHighlight, the first category as well; without one at the last.
func TestADifferenceOfSeriesStandsAtTheHighlight(t *testing.T) {
	for highlight, want := range map[string]int{"2020": 0, "2021": 1, "": 2} {
		var l diag.List
		c := judge(&Spec{Kind: "line", Highlight: highlight, Table: tab("Year|A|B\n2020|1|2\n2021|2|4\n2022|3|7")}, &l)
		if _, i0, _, i1, ok := c.n.pair(&c.Spec, Annotation{From: "A", To: "B"}); !ok || i0 != want || i1 != want {
			t.Errorf("highlight %q: from category %d to %d, want %d", highlight, i0, i1, want)
		}
	}
}

// TestAnEventsNameStandsBesideItsLine, on its left where the frame ends on its right.
func TestAnEventsNameStandsBesideItsLine(t *testing.T) {
	for year, right := range map[string]bool{"2020": true, "2023": false} {
		p := plotted(t, &Spec{Kind: "line", Labels: "axis", Table: tab("Year|V\n2020|1\n2021|2\n2022|4\n2023|3")})
		p.event(Annotation{Kind: "event", On: year, Label: "Reform"})
		x, name := p.centers[p.n.cat(year)], p.boxes[len(p.boxes)-1]
		if gap := map[bool]scene.Pt{true: name.X - x, false: x - name.Right()}[right]; gap < 2 || gap > 6 {
			t.Errorf("%s at %.1f: its name stands from %.1f to %.1f", year, float64(x), float64(name.X), float64(name.Right()))
		}
	}
}

// TestAnAxisSpeaksForTheValues: lines keep their names alone.
func TestAnAxisSpeaksForTheValues(t *testing.T) {
	for labels, want := range map[string]string{"axis": "Beta", "": "Beta 731"} {
		p := plotted(t, &Spec{Kind: "line", Labels: labels, Table: tab("Year|Alpha|Beta\n2020|100|200\n2021|250|731")})
		got := texts(&scene.Chart{Drawing: p.items()})
		if said := slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, "731") }); said != (labels == "") {
			t.Errorf("labels %q: %q, want %q", labels, got, want)
		}
	}
}

// TestMomentsOfContextAreSeen: 3:1 against the page, as WCAG asks of a graphical object.
func TestMomentsOfContextAreSeen(t *testing.T) {
	p := plotted(t, &Spec{Kind: "gantt", Highlight: "Work", Table: tab("Step|Start|End\nWork|2021-02|2022-07\nGate|2022-01-01|2022-01-01")})
	for _, it := range p.marks {
		if s, ok := it.(*scene.Shape); ok && s.Path.Pts[0].Y > p.centers[1]-p.pitch/2 && scene.Contrast(s.Fill.Color, p.look.Background) < 3 {
			t.Errorf("a mark of %v has a contrast of %.2f", s.Fill.Color, scene.Contrast(s.Fill.Color, p.look.Background))
		}
	}
}

// TestTheMessageIsDrawnOverItsContext, whatever its row.
func TestTheMessageIsDrawnOverItsContext(t *testing.T) {
	p := plotted(t, &Spec{Kind: "slope", Highlight: "A", Table: tab("N|2020|2021\nA|10|30\nB|30|10\nC|20|25")})
	if last := p.anchors[len(p.anchors)-1]; p.n.cats[last.cat].name != "A" {
		t.Errorf("%s is drawn last, want A", p.n.cats[last.cat].name)
	}
}

// TestAGlossStandsAtItsName: a line below it, also where other names have more lines.
func TestAGlossStandsAtItsName(t *testing.T) {
	p := plotted(t, &Spec{Kind: "column", Table: tab("N|V\nAlpha (first)|1\nA far longer name (second)|2\nC|1\nD|1\nE|1\nF|1")})
	at := map[string]scene.Pt{}
	for _, it := range p.words {
		if w, ok := it.(*scene.Text); ok && len(w.Lines) == 1 {
			at[w.Lines[0].Runs[0].Text] = w.Lines[0].Baseline
		}
	}
	if d := at["first"] - at["Alpha"]; at["first"] == 0 || d < p.z.category.Size || d > 1.5*p.z.category.Leading {
		t.Errorf("%v: the gloss stands %.1f below the name", at, float64(d))
	}
}

// TestDenseLinesKeepWordsOff all heights between which they run.
func TestDenseLinesKeepWordsOff(t *testing.T) {
	p := &plot{}
	p.avoidPath([]scene.Point{{X: 0, Y: 0}, {X: 1, Y: 10}, {X: 2, Y: -5}, {X: 2.5, Y: 1}}, 0)
	if want := (scene.Rect{X: 0, Y: -5, W: 2.5, H: 15}); len(p.solid) != 1 || p.solid[0] != want {
		t.Errorf("%v, want %v", p.solid, want)
	}
}

// TestWordsAtABandStandClearOfItsEdge, whatever their length.
func TestWordsAtABandStandClearOfItsEdge(t *testing.T) {
	for n := 45; n < 75; n++ {
		p := plotted(t, &Spec{Kind: "threshold", Band: &Band{Value: *val(t, "over 60")}, Table: tab("N|V\n" + strings.Repeat("e", n) + "|20")})
		edge := p.val.at(60)
		for _, it := range p.words {
			if w, ok := it.(*scene.Text); ok && w.Frame.Bottom() < p.area.Bottom() && math.Abs(float64(w.Frame.Right()-edge)) < 0.9*float64(apart) {
				t.Errorf("words of %d letters end at %.1f, the band's edge stands at %.1f", n, float64(w.Frame.Right()), float64(edge))
			}
		}
	}
}

// TestAnArrowsLineEndsInItsHead: neither before it nor behind it.
func TestAnArrowsLineEndsInItsHead(t *testing.T) {
	p := plotted(t, &Spec{Kind: "threshold", Band: &Band{Value: *val(t, "over 60")}, Table: tab("N|V\nA|10")})
	end := scene.Pt(0)
	for _, it := range p.over {
		if s, ok := it.(*scene.Shape); ok && len(s.Path.Pts) == 2 && s.Path.Pts[0].Y == p.centers[0] && s.Path.Pts[1].Y == p.centers[0] {
			end = max(end, s.Path.Pts[1].X)
		}
	}
	if tip := p.val.at(60) - 2.5; end <= tip-p.z.arrow || end >= tip {
		t.Errorf("the arrow's line ends at %.1f, its head runs from %.1f to %.1f", float64(end), float64(tip-p.z.arrow), float64(tip))
	}
}

// TestValuesOnStemsKeepOffZero: a value that a line sends to the left of its dot.
func TestValuesOnStemsKeepOffZero(t *testing.T) {
	for v := 2; v < 30; v++ {
		for d := 1; d < 8; d++ {
			p := plotted(t, &Spec{Kind: "dot", Table: tab(fmt.Sprintf("N|V\nA|100\nB|%d", v)),
				Annotations: []Annotation{{Kind: "reference", Label: "Plan", Value: val(t, fmt.Sprint(v+d))}}})
			zero := p.val.at(0)
			for _, a := range p.anchors {
				if a.cat == 1 && a.tag.X < zero+apart && a.tag.Right() > zero {
					t.Errorf("the value of %d stands at %.1f, zero at %.1f", v, float64(a.tag.X), float64(zero))
				}
			}
		}
	}
}

// TestANamesShiftIsItsWayFromItsPlace: what native labels are told brings each to where it is drawn.
func TestANamesShiftIsItsWayFromItsPlace(t *testing.T) {
	var b strings.Builder
	b.WriteString("N|X|Y")
	for i := range 14 {
		fmt.Fprintf(&b, "\nName %02d|%d|%d", i, 10+(i*37)%11, 10+(i*53)%9)
	}
	p := plotted(t, &Spec{Kind: "scatter", Table: tab(b.String())})
	shifted, rest := 0, map[scene.Place]scene.Pt{}
	for _, a := range p.anchors {
		l := p.markOf(0, a.cat).Label
		if l == nil {
			continue
		}
		if l.Shift.Y != 0 {
			shifted++
		}
		own := l.Frame.Y - a.tip.Y - l.Shift.Y // where it would stand unshifted
		if known, ok := rest[l.Place]; ok && math.Abs(float64(own-known)) > 0.01 {
			t.Errorf("%s: %.2f from its place, others of it %.2f", p.n.cats[a.cat].name, float64(own), float64(known))
		}
		rest[l.Place] = own
	}
	if shifted == 0 {
		t.Error("no name is shifted: the test shows nothing")
	}
}

// TestLabelsOfAnAxisStandApart, on however low a plot.
func TestLabelsOfAnAxisStandApart(t *testing.T) {
	for h := scene.Pt(50); h < 120; h += 5 {
		var l diag.List
		judged := judge(&Spec{Kind: "line", Scale: "log", Labels: "axis", Table: tab("Year|V\n2021|1\n2022|40\n2023|7")}, &l)
		p := newPlot(judged, scene.Rect{W: 300, H: h}, style0(t).st, &l)
		judged.Is.draw(p)
		var base []float64
		for _, it := range p.words {
			if w, ok := it.(*scene.Text); ok && w.Frame.X == 0 {
				base = append(base, float64(w.Lines[0].Baseline))
			}
		}
		slices.Sort(base)
		for i := 1; i < len(base); i++ {
			if base[i]-base[i-1] < float64(p.z.ticks.Size)*0.9 {
				t.Errorf("%.0f pt: labels at %.1f and %.1f", float64(h), base[i-1], base[i])
			}
		}
	}
}
