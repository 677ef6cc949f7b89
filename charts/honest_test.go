package charts

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"sync"
	"testing"

	"roadshow/internal/diag"
	"roadshow/scene"
)

// TestBarsAreAsLongAsTheirValues measures the drawn rectangles of many tables: lengths and areas are proportional to the
// values within 0.1 pt, whatever the medium, the sign and the annotation.
func TestBarsAreAsLongAsTheirValues(t *testing.T) {
	for i := range 300 {
		g := gen{rand.New(rand.NewPCG(uint64(i), 11))}
		kind := []string{"column", "bar", "grouped"}[i%3]
		var b strings.Builder
		b.WriteString("Name|A")
		cols := 1
		if kind == "grouped" {
			b.WriteString("|B|C")
			cols = 3
		}
		rows := 2 + g.IntN(6)
		for r := range rows {
			fmt.Fprintf(&b, "\nRow %d", r)
			for range cols {
				fmt.Fprintf(&b, "|%d", g.IntN(2000)-400)
			}
		}
		m := []scene.Medium{scene.Document, scene.Slides}[i%2]
		st := style(t, "paper", m)
		s := &Spec{Kind: kind, Table: tab(b.String()), Order: "given"}
		var l diag.List
		judged := judge(s, &l)
		p := newPlot(judged, scene.Rect{X: 10, Y: 10, W: 320.85, H: 200}, st, &l)
		k := judged.Is
		k.draw(p)
		if len(p.anchors) != rows*cols {
			t.Fatalf("%d marks for %d values", len(p.anchors), rows*cols)
		}
		// The scale comes from the longest bar alone; all others are measured against it.
		var unit float64
		length := func(a anchor) float64 {
			if p.upright {
				return float64(a.box.H)
			}
			return float64(a.box.W)
		}
		most := 0.0
		for _, a := range p.anchors {
			if v := math.Abs(judged.n.cols[a.series].cells[a.cat].lo); v > most {
				most, unit = v, length(a)/v
			}
		}
		for _, a := range p.anchors {
			v := judged.n.cols[a.series].cells[a.cat].lo
			if d := math.Abs(length(a) - math.Abs(v)*unit); d > 0.1 {
				t.Errorf("%s table %d: the bar of %v is %.2f pt too long or short", kind, i, v, d)
			}
		}
	}
}

// TestBubbleAreasAreProportional: twice the value, twice the area.
func TestBubbleAreasAreProportional(t *testing.T) {
	s := &Spec{Kind: "bubble", Table: tab("Name|X|Y|Size\nA|1|1|10\nB|2|2|20\nC|3|3|80")}
	var l diag.List
	judged := judge(s, &l)
	p := newPlot(judged, scene.Rect{W: 300, H: 200}, style(t, "paper", scene.Slides), &l)
	r := p.radii()
	if a, b, c := r[0]*r[0], r[1]*r[1], r[2]*r[2]; math.Abs(float64(b/a-2)) > 1e-9 || math.Abs(float64(c/a-8)) > 1e-9 {
		t.Errorf("areas %v %v %v", a, b, c)
	}
}

// TestDataHoldsTheTablesNumbers: what other formats read is what the author wrote, for every kind that draws numbers.
func TestDataHoldsTheTablesNumbers(t *testing.T) {
	st := style(t, "paper", scene.Document)
	for _, s := range examples(t) {
		if s.Kind == "gantt" {
			continue
		}
		c := drawnOn(t, s, scene.Rect{W: 480, H: 260}, st)
		for k, series := range c.Data.Series {
			col := -1
			for j := range s.Table.Columns {
				if s.Table.Columns[j].Name == series.Name {
					col = j
				}
			}
			if col < 0 {
				continue
			}
			for i, d := range series.Values {
				row := -1
				for r := range s.Table.Rows {
					if s.Table.Rows[r].Name == c.Data.Categories[i] {
						row = r
					}
				}
				if row < 0 && s.Kind == "mekko" && i == len(s.Table.Rows) { // the computed total
					continue
				}
				text := s.Table.Rows[row].Cells[col].Text
				digits := strings.Map(func(r rune) rune {
					if '0' <= r && r <= '9' || r == '.' || r == '-' {
						return r
					}
					return -1
				}, strings.ReplaceAll(text, "over ", ""))
				want, err := strconv.ParseFloat(digits, 64)
				if err != nil || strings.Contains(text, " to ") || strings.Contains(text, "at ") {
					continue
				}
				if d.Low != want {
					t.Errorf("%s %s %s: %v, the table says %q (series %d)", s.Kind, series.Name, c.Data.Categories[i], d.Low, text, k)
				}
				if d.Text == "" {
					t.Errorf("%s: no label for %q", s.Kind, text)
				}
			}
		}
	}
}

// TestAFloorHasNoHardTop: above the solid bar of ">50%" stands a fade, and the label names the bound.
func TestAFloorHasNoHardTop(t *testing.T) {
	s := &Spec{Kind: "column", Table: tab("Name|V\nA|20%\nB|over 50%")}
	c := drawnOn(t, s, scene.Rect{W: 320, H: 150}, style(t, "paper", scene.Document))
	fades := 0
	for _, it := range c.Drawing {
		if sh, ok := it.(*scene.Shape); ok && !sh.Fill.To.None() {
			fades++
			if sh.Path.Bounds().H < 8 {
				t.Error("the fade is too short to be seen")
			}
		}
	}
	if fades != 1 {
		t.Errorf("%d open ends, want 1", fades)
	}
	if v := c.Data.Series[0].Values[1]; v.Text != ">50%" || v.Low != 50 || !math.IsInf(v.High, 1) {
		t.Errorf("the data say %+v", v)
	}
}

// TestSharesAddToAHundred: largest remainders, the first of equals first.
func TestSharesAddToAHundred(t *testing.T) {
	for _, c := range []struct {
		parts []float64
		want  []int
	}{{[]float64{1, 1, 1}, []int{34, 33, 33}}, {[]float64{2, 3, 1}, []int{33, 50, 17}}, {[]float64{0, 0}, []int{0, 0}}, {[]float64{99.6, 0.4}, []int{100, 0}}, {[]float64{1e-9, 1}, []int{0, 100}}} {
		got := LargestRemainder(c.parts)
		if fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%v: got %v, want %v", c.parts, got, c.want)
		}
	}
	r := rand.New(rand.NewPCG(5, 6))
	for range 2000 {
		parts := make([]float64, 1+r.IntN(9))
		for i := range parts {
			parts[i] = r.Float64() * 100
		}
		sum := 0
		for _, v := range LargestRemainder(parts) {
			sum += v
		}
		if sum != 100 {
			t.Fatalf("%v add to %d", parts, sum)
		}
	}
}

// TestGrowthIsComputedFromDates against hand-computed rates.
func TestGrowthIsComputedFromDates(t *testing.T) {
	for _, c := range []struct{ text, from, to, want string }{
		{"Year|V\n2018|100\n2020|144", "2018", "2020", "+20% a year"},
		{"Year|V\n2018|100\n2023|50", "2018", "2023", "−13% a year"},
		{"Year|V\n2018|100\n2022|110", "2018", "2022", "+2.4% a year"},
		{"Year|V\n2018|about 100\n2020|144", "2018", "2020", "≈+20% a year"},
	} {
		s := &Spec{Kind: "column", Table: tab(c.text)}
		var l diag.List
		judged := judge(s, &l)
		if got, why := judged.n.growth(Annotation{From: c.from, To: c.to}, s); got != c.want {
			t.Errorf("%q: got %q (%s), want %q", c.text, got, why, c.want)
		}
	}
}

// TestNoExtremeMovesWhenALineIsSimplified.
func TestNoExtremeMovesWhenALineIsSimplified(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 9))
	run := make([]scene.Point, 100000)
	v := 0.0
	for i := range run {
		v += r.NormFloat64()
		run[i] = scene.Point{X: scene.Pt(i) * 0.003, Y: scene.Pt(v)}
	}
	out := simplify(run)
	if len(out) > 6000 {
		t.Errorf("%d points left", len(out))
	}
	lo, hi := run[0].Y, run[0].Y
	for _, p := range run {
		lo, hi = min(lo, p.Y), max(hi, p.Y)
	}
	slo, shi := out[0].Y, out[0].Y
	for _, p := range out {
		slo, shi = min(slo, p.Y), max(shi, p.Y)
	}
	if slo != lo || shi != hi || out[0] != run[0] || out[len(out)-1] != run[len(run)-1] {
		t.Error("an end or an extreme moved")
	}
}

// TestChartsOnACommonScaleDrawEqualValuesEqually whatever else stands in them.
func TestChartsOnACommonScaleDrawEqualValuesEqually(t *testing.T) {
	for _, kind := range []string{"column", "bar"} {
		specs := []Spec{
			{Kind: kind, Order: "given", Table: tab("Year|V\n2020|12\n2021|20\n2022|31")},
			{Kind: kind, Order: "given", Table: tab("Year|V\n2020|12\n2021|over 20\n2022|44")},
			{Kind: kind, Order: "given", Table: tab("Year|V\n2020|12\n2021|20\n2022|about 3")},
		}
		var l diag.List
		var charts []*Chart
		for _, s := range specs {
			charts = append(charts, judge(&s, &l))
		}
		d := Domains(charts)
		if d == nil || d.Min != 0 || d.Max != 44 {
			t.Fatalf("domain %+v", d)
		}
		var want float64
		for i, c := range charts {
			c.Share = d
			p := newPlot(c, scene.Rect{W: 148, H: 110}, style0(t).st, &l)
			c.Is.draw(p)
			got := float64(p.anchor(0, 0).box.H)
			if kind == "bar" {
				got = float64(p.anchor(0, 0).box.W)
			}
			if i == 0 {
				want = got
			}
			if math.Abs(got-want) > 0.01 {
				t.Errorf("%s %d: 12 is %.2f long, elsewhere %.2f", kind, i, got, want)
			}
		}
	}
	if Domains([]*Chart{Judge(Spec{Kind: "bar"})}) != nil {
		t.Error("an empty chart has no domain")
	}
}

func TestSparklineKeepsInsideItsFrame(t *testing.T) {
	st := style0(t).st
	frame := scene.Rect{X: 10, Y: 10, W: 80, H: 22}
	for _, v := range [][]float64{{1, 2, 3}, {5, 5, 5}, {1, math.NaN(), 3, 2}, {-1e9, 1e9}, {0, 0}} {
		items := Sparkline(v, frame, st)
		if len(items) == 0 {
			t.Errorf("%v draws nothing", v)
		}
		for _, it := range items {
			if b := it.(*scene.Shape).Path.Bounds(); !frame.Contains(b) {
				t.Errorf("%v: %v leaves %v", v, b, frame)
			}
		}
	}
	if Sparkline([]float64{1}, frame, st) != nil || Sparkline(nil, frame, st) != nil || Sparkline([]float64{math.NaN(), math.Inf(1)}, frame, st) != nil {
		t.Error("a line needs two values")
	}
}

// TestOneChartIsDrawnForBothMediaAtOnce and gives the same drawing as alone.
func TestOneChartIsDrawnForBothMediaAtOnce(t *testing.T) {
	var charts []*Chart
	for _, s := range Gallery() {
		charts = append(charts, Judge(*s))
	}
	drawAll := func(m scene.Medium) string {
		st := style(t, "paper", m)
		var b strings.Builder
		for _, c := range charts {
			drawn := Draw(c, scene.Rect{W: 480, H: 260}, st, &diag.List{})
			if err := scene.Dump(&b, &scene.Deck{Medium: m, Pages: []scene.Page{{Items: []scene.Item{drawn}}}}); err != nil {
				t.Error(err)
			}
		}
		return b.String()
	}
	alone := [2]string{drawAll(scene.Document), drawAll(scene.Slides)}
	var together [2]string
	var wg sync.WaitGroup
	for i, m := range []scene.Medium{scene.Document, scene.Slides} {
		wg.Go(func() { together[i] = drawAll(m) })
	}
	wg.Wait()
	if together != alone {
		t.Error("a drawing depends on what is drawn beside it")
	}
}

// Charts share a scale where they count the same, as cells, caption or heads say.
func TestChartsOfDifferentUnitsShareNoScale(t *testing.T) {
	for _, c := range []struct {
		a, b   Spec
		shared bool
	}{
		{Spec{Unit: "$m, 2023", Table: tab("Name|V\nA|20")}, Spec{Unit: "$m", Table: tab("Name|V\nA|5")}, true},
		{Spec{Unit: "%", Table: tab("Name|V\nA|20")}, Spec{Unit: "$m", Table: tab("Name|V\nA|5")}, false},
		{Spec{Unit: "$m", Table: tab("Name|V\nA|20")}, Spec{Unit: "€m", Table: tab("Name|V\nA|5")}, false},
		{Spec{Unit: "staff", Table: tab("Name|V\nA|20")}, Spec{Unit: "offices", Table: tab("Name|V\nA|5")}, false},
		{Spec{Table: tab("Name|Sales ($m)\nA|20")}, Spec{Table: tab("Name|Margin (%)\nA|5")}, false},
		{Spec{Table: tab("Name|Sales ($m)\nA|20")}, Spec{Table: tab("Name|Cost ($m)\nA|5")}, true},
		{Spec{Table: tab("Name|V\nA|20%")}, Spec{Unit: "%", Table: tab("Name|V\nA|5%")}, true},
		{Spec{Table: tab("Name|V\nA|20")}, Spec{Table: tab("Name|V\nA|5")}, true},
	} {
		c.a.Kind, c.b.Kind = "bar", "bar"
		if got := Domains([]*Chart{Judge(c.a), Judge(c.b)}) != nil; got != c.shared {
			t.Errorf("%q, %q: shared %v", c.a.Unit, c.b.Unit, got)
		}
	}
}
