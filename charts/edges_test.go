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

// The edges of rules, each by the value on its other side: places that mutants found untested.

// TestWhatAChartSaysAtAnEdge: what is said of data on both sides of a rule; "" is nothing.
func TestWhatAChartSaysAtAnEdge(t *testing.T) {
	callout := func(on string) func(*Spec) {
		return func(s *Spec) { s.Annotations = []Annotation{{Kind: "callout", On: on, Label: "Here"}} }
	}
	pinned := func(s *Spec) { s.Entities = map[string]int{"Alpha": 3, "Beta": 4} }
	rounded := func(s *Spec) { s.Rounded = true }
	onLog := func(s *Spec) { s.Scale = "log" }
	bandOnLog := func(v string) func(*Spec) {
		return func(s *Spec) {
			s.Scale, s.Annotations = "log", []Annotation{{Kind: "band", Value: val(t, v)}}
		}
	}
	for _, c := range []struct {
		kind, text string
		edit       func(*Spec)
		want       string
	}{
		{"bar", "N|V\nA|1\nB|2\nA|3", nil, `E-CHART: two rows of this chart are named "A"; the first stands `},
		{"scatter", "N|X|Y\nA|1|2\nB|2|4\nA|3|1", nil, ""},
		{"scatter", "N|X|Y\nA|1|2\nB|2|4\nA|3|1", func(s *Spec) { s.Highlight = "A" }, `E-CHART: two rows of this chart are named "A"; the first stands `},
		{"bar", "N|V\nA|1\nB|2", callout("C"), `E-REF: the callout names no category of this chart: "C"`},
		{"bar", "N|V\nA|1\nB|2", callout("B"), ""},
		// Names that nobody pinned share no colour.
		{"line", "Year|Alpha|Delta|Epsilon\n2021|1|2|3\n2022|3|4|5", pinned, ""},
		// An interval from nothing is a number, too, and has no unit.
		{"grouped", "Q|Loss|Margin\nQ1|0 to 5|25%\nQ2|0 to 6|27%", nil, `E-UNIT: the numbers of "Loss" have no unit and cannot stand beside "%"`},
		// Periods of two lengths are refused, stretches of time are not.
		{"column", "Period|V\nQ1 2020 to Q2 2021|1\n2022|2\n2023|3", nil, ""},
		{"column", "Period|V\nQ1 2020|1\n2022|2\n2023|3", nil, `E-CHART: "Q1 2020" is a quarter and "2022" a year`},
		// Three rounded numbers may miss by three halves of their last place, and by no more.
		{"waterfall", "S|V\nStart|10.1\nUp|2.3\nEnd|12.5", rounded, ""},
		{"waterfall", "S|V\nStart|10.1\nUp|2.3\nEnd|12.6", rounded, "E-SUM: the steps add up to 12.4, but End says 12.6"},
		// Lines of such periods are drawn, with a warning.
		{"line", "Period|V\nQ1 2020|1\n2022|2\n2023|3", nil, `W-CHART: "Q1 2020" is a quarter and "2022" a year: what they add up to cannot be compared`},
		// Of many shares some are said, the last among them.
		{"waffle", "N|V\nA|10%\nB|10%\nC|10%\nD|10%\nE|10%\nF|10%\nG|10%\nH|10%\nI|28%", nil,
			"W-CHART: 9 parts are many for squares; E-SUM: the shares add up to 108%, not 100%, a difference of −8 points: 10% + 10% + 10% + 10% + 10% + 10% + 10% + … + 28%"},
		// A log scale has a place for what lies above zero: for a bound by its known end, for a range by both.
		{"dot", "N|V\nA|under 5\nB|100", onLog, ""},
		{"dot", "N|V\nA|1 to 5\nB|100", onLog, ""},
		{"dot", "N|V\nA|0 to 5\nB|100", onLog, "E-CHART: a log scale has no place for 0–5"},
		{"slope", "N|2020|2021\nA|0|3\nB|1|2", onLog, "E-CHART: a log scale has no place for 0"},
		{"line", "Year|V\n2021|1\n2022|3", bandOnLog("1 to 5"), ""},
		{"line", "Year|V\n2021|1\n2022|3", bandOnLog("under 5"), ""},
		{"line", "Year|V\n2021|1\n2022|3", bandOnLog("0 to 5"), "E-CHART: a log scale has no place for 0–5"},
	} {
		s := &Spec{Kind: c.kind, Table: tab(c.text)}
		if c.edit != nil {
			c.edit(s)
		}
		var l diag.List
		judge(s, &l)
		said := ""
		for _, p := range l.Problems() {
			said += p.Code + ": " + p.Summary + "; "
		}
		if !strings.HasPrefix(said, c.want) || c.want == "" && said != "" {
			t.Errorf("%s %q: %q, want %q", c.kind, c.text, said, c.want)
		}
	}
}

// TestXNamesTheRowsByItsColumn, the first one as well.
func TestXNamesTheRowsByItsColumn(t *testing.T) {
	for _, x := range []string{"Name", "Other"} {
		var l diag.List
		c := judge(&Spec{Kind: "bar", X: x, Y: []string{"V"}, Order: "given", Table: tab("Key|Name|V|Other\nk1|Name 1|1|Other 1\nk2|Name 2|2|Other 2")}, &l)
		for i, cat := range c.n.cats {
			if want := fmt.Sprint(x, " ", i+1); cat.name != want {
				t.Errorf("x: %s names row %d %q, want %q (%v)", x, i+1, cat.name, want, l.Problems())
			}
		}
	}
}

// TestAnEndIsFoundByItsName wherever its column stands.
func TestAnEndIsFoundByItsName(t *testing.T) {
	for _, text := range []string{"Step|End|Start\nA|2022|2021", "Step|Start|End\nA|2021|2022", "Step|Status|End|Start\nA|done|2022|2021"} {
		var l diag.List
		c := judge(&Spec{Kind: "gantt", Table: tab(text)}, &l)
		if l.Failed(false) || len(c.n.steps) != 1 || !strings.HasPrefix(c.n.steps[0].dates, "2021 – 2022") {
			t.Errorf("%q: %+v %v", text, c.n.steps, l.Problems())
		}
	}
}

// TestAYearStandsOnceInASpan where both ends have it and the last says more than its year.
func TestAYearStandsOnceInASpan(t *testing.T) {
	for text, want := range map[string]string{
		"2023-05|2023-08": "May – Aug 2023",
		"2022-05|2023-08": "May 2022 – Aug 2023",
		"2023-05|2023":    "May 2023 – 2023",
	} {
		var l diag.List
		c := judge(&Spec{Kind: "gantt", Table: tab("Step|Start|End\nA|" + text)}, &l)
		if l.Failed(false) || !strings.HasPrefix(c.n.steps[0].dates, want) {
			t.Errorf("%q: %+v %v, want %q", text, c.n.steps, l.Problems(), want)
		}
	}
}

// TestRSquaredIsTheShareExplained, by hand: of y = 1, 2, 3 the variance is 2.
func TestRSquaredIsTheShareExplained(t *testing.T) {
	for _, c := range []struct {
		fit  []float64
		want float64
	}{
		{[]float64{1, 2, 3}, 1},
		{[]float64{1.5, 2, 2.5}, 0.75}, // 1 − (0.25 + 0.25) ÷ 2
		{[]float64{2, 2, 2}, 0},
		{[]float64{3, 2, 1}, 0}, // worse than the mean: explains nothing
	} {
		if got := rSquared([]float64{1, 2, 3}, c.fit); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%v: %v, want %v", c.fit, got, c.want)
		}
	}
}

// TestCornersAreThoseOfTheHull: of a square with points inside and on its edges.
func TestCornersAreThoseOfTheHull(t *testing.T) {
	got := corners([]scene.Point{{X: 2, Y: 2}, {X: 0, Y: 0}, {X: 4, Y: 0}, {X: 2, Y: 0}, {X: 4, Y: 4}, {X: 1, Y: 3}, {X: 0, Y: 4}, {X: 4, Y: 2}, {X: 0, Y: 0}})
	want := []scene.Point{{X: 0, Y: 0}, {X: 4, Y: 0}, {X: 4, Y: 4}, {X: 0, Y: 4}}
	for _, w := range want {
		if !slices.Contains(got, w) {
			t.Errorf("%v lacks the corner %v", got, w)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%v are %d corners, want %d", got, len(got), len(want))
	}
}

// TestARuleBreaksWhereWordsStand, and goes on behind each of them.
func TestARuleBreaksWhereWordsStand(t *testing.T) {
	p := &plot{}
	p.boxes = []scene.Rect{{X: 60, Y: 45, W: 10, H: 10}, {X: 20, Y: 45, W: 10, H: 10}, {X: 40, Y: 80, W: 10, H: 10}, {X: 74.25, Y: 45, W: 10, H: 10}}
	p.ruled(0, 100, 50, scene.Color{}, 1)
	var got []string
	for _, it := range p.over {
		s, ok := it.(*scene.Shape)
		if !ok {
			t.Fatalf("%T", it)
		}
		got = append(got, fmt.Sprint(s.Path.Pts[0].X, "–", s.Path.Pts[1].X))
	}
	want := []string{"0–18", "32–58", "86.25–100"} // no sliver from 72 to 72.25
	if !slices.Equal(got, want) {
		t.Errorf("drawn %v, want %v", got, want)
	}
}

// TestCategoriesOfALineStandEvenly between the insets of their dots.
func TestCategoriesOfALineStandEvenly(t *testing.T) {
	st := style0(t)
	var l diag.List
	judged := judge(&Spec{Kind: "line", Order: "given", Table: tab("Season|V\nSpring|1\nSummer|3\nAutumn|2\nWinter|5")}, &l)
	p := newPlot(judged, st.frame, st.st, &l)
	judged.Is.draw(p)
	first, last := p.area.X+p.z.dot, p.area.Right()-p.z.dot
	for i, x := range p.centers {
		if want := first + (last-first)*scene.Pt(i)/3; math.Abs(float64(x-want)) > 0.01 || math.Abs(float64(p.pitch-(last-first)/3)) > 0.01 {
			t.Errorf("category %d stands at %v, want %v; pitch %v", i, x, want, p.pitch)
		}
	}
}

// TestOfManyPointsTheExtremesAreNamed: all of 40, some of 41.
func TestOfManyPointsTheExtremesAreNamed(t *testing.T) {
	named := func(n int) (count int) {
		var b strings.Builder
		b.WriteString("N|X|Y")
		for i := range n {
			fmt.Fprintf(&b, "\np%02d|%d|%d", i, i, (i*37)%n)
		}
		c := drawnOn(t, &Spec{Kind: "scatter", Table: tab(b.String())}, scene.Rect{W: 1400, H: 1400}, style0(t).st)
		scene.Walk(c.Drawing, func(it scene.Item) {
			if text, ok := it.(*scene.Text); ok && len(text.Lines) == 1 && len(text.Lines[0].Runs) == 1 {
				if w := text.Lines[0].Runs[0].Text; len(w) == 3 && w[0] == 'p' {
					count++
				}
			}
		})
		return count
	}
	if all, some := named(40), named(41); all != 40 || some >= 20 || some == 0 {
		t.Errorf("%d of 40 points are named and %d of 41", all, some)
	}
}
