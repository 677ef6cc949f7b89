package charts

import (
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"roadshow/internal/diag"
	"roadshow/scene"
)

var update = flag.Bool("update", false, "write the goldens anew")

// dumpChart is a drawing as text: what it says, its scale and numbers, its marks and words.
func dumpChart(c *scene.Chart) string {
	var b strings.Builder
	fmt.Fprintf(&b, "kind %s native %v\nalt %s\n", c.Kind, c.Plot != nil, c.Alt)
	for _, ax := range c.Axes {
		fmt.Fprintf(&b, "axis %s %g…%g log %v %s:", ax.Name, ax.Min, ax.Max, ax.Log, ax.Format)
		for _, t := range ax.Ticks {
			fmt.Fprintf(&b, " %g=%s", t.Value, t.Label)
		}
		b.WriteString("\n")
	}
	for _, s := range c.Data.Series {
		fmt.Fprintf(&b, "series %q %s %s:", s.Name, s.Role, s.Color.Token)
		for _, v := range s.Values {
			fmt.Fprintf(&b, " %s[%g,%g]", v.Text, v.Low, v.High)
		}
		b.WriteString("\n")
	}
	// Marks that are painted alike are counted, words of one style stand in one line. How long marks are is internal/readback's.
	var order []string
	marks, words := map[string]int{}, map[string][]string{}
	seen := func(key string) {
		if !slices.Contains(order, key) {
			order = append(order, key)
		}
	}
	for _, it := range c.Drawing {
		switch it := it.(type) {
		case *scene.Shape:
			key := painted(it)
			seen(key)
			marks[key]++
		case *scene.Text:
			for _, l := range it.Lines {
				for _, r := range l.Runs {
					key := fmt.Sprintf("%s %.1f %s", r.Font, r.Size, r.Color.Token)
					seen(key)
					words[key] = append(words[key], fmt.Sprintf("%q", r.Text))
				}
			}
		}
	}
	for _, key := range order {
		if n := marks[key]; n > 0 {
			fmt.Fprintf(&b, "%d × %s\n", n, key)
		} else {
			fmt.Fprintf(&b, "%s: %s\n", key, strings.Join(words[key], " "))
		}
	}
	return b.String()
}

// painted says what a mark is and how it is painted.
func painted(s *scene.Shape) string {
	what := "path"
	if len(s.Path.Ops) == 5 && s.Path.Ops[1] == scene.LineTo && s.Path.Ops[4] == scene.Close {
		what = "rect"
	} else if len(s.Path.Ops) == 2 {
		what = "line"
	}
	if !s.Fill.Color.None() {
		what += " filled " + s.Fill.Color.Token
		if !s.Fill.To.None() {
			what += "→" + s.Fill.To.Token
		}
	}
	if !s.Stroke.Color.None() {
		what += fmt.Sprintf(" drawn %s %.1f", s.Stroke.Color.Token, s.Stroke.Width)
		if s.Stroke.Dash != nil {
			what += fmt.Sprintf(" dashed %v", s.Stroke.Dash)
		}
	}
	return what
}

// cases are the tables that each kind is held to.
func cases(kind string) []struct{ name, text string } {
	out := []struct{ name, text string }{
		{"one value", "Name|Value\nOnly|42"},
		{"typical", "Name|Value\nAlpha|12\nBeta|30\nGamma|23\nDelta|8"},
		{"many", manyRows(18)},
		{"negative", "Name|Value\nAlpha|12\nBeta|-30\nGamma|5"},
		{"zero", "Name|Value\nAlpha|0\nBeta|0\nGamma|4"},
		{"missing", "Name|Value\nAlpha|12\nBeta|?\nGamma|n/a\nDelta|8"},
		{"bounds", "Name|Value\nAlpha|over 12\nBeta|at most 30\nGamma|20 to 25\nDelta|about 8"},
		{"large and small", "Name|Value\nAlpha|9876543210\nBeta|1234567\nGamma|0.00042"},
		{"Chinese", "公司|数值\n百川智能|12\n智谱华章科技|30\n光年之外|23"},
	}
	rewrite := func(f func(rows [][]string) [][]string) {
		for i := range out {
			var rows [][]string
			for _, r := range strings.Split(out[i].text, "\n") {
				rows = append(rows, strings.Split(r, "|"))
			}
			var lines []string
			for _, r := range f(rows) {
				lines = append(lines, strings.Join(r, "|"))
			}
			out[i].text = strings.Join(lines, "\n")
		}
	}
	switch kind {
	case "grouped", "stacked", "stacked_100", "area", "heat", "mekko", "slope", "dumbbell", "scatter", "bubble", "line":
		n := map[string]int{"bubble": 3, "grouped": 3, "stacked": 3, "stacked_100": 3, "area": 3, "heat": 4, "mekko": 2}[kind]
		if n == 0 {
			n = 2
		}
		rewrite(func(rows [][]string) [][]string { // further columns are the first one moved down
			m := len(rows) - 1
			for i := range rows {
				for k := 1; k < n; k++ {
					if i == 0 {
						rows[i] = append(rows[i], fmt.Sprintf("Value %d", k+1))
					} else {
						rows[i] = append(rows[i], rows[1+(i-1+k)%m][1])
					}
				}
			}
			return rows
		})
	case "gantt":
		return []struct{ name, text string }{
			{"one value", "Step|Start|End\nOnly|2022|2023"},
			{"typical", "Step|Start|End|Status\nDesign|2022-01|2022-06|done\nBuild|2022-05|2023-02|actual\nLaunch|2023-03|2023-09|planned"},
			{"many", ganttRows(14)},
			{"one date", "Step|Date\nLaunch|2022-11-30\nAnswer|2023-03-14"},
			{"missing", "Step|Start|End\nDesign|2022-01|?\nBuild||2023-02\nLaunch|?|?"},
			{"bounds", "Step|Start|End\nDesign|before 2022|2022-06\nBuild|early 2022-05|after 2023-02"},
			{"zero", "Step|Start|End\nDay|2022-01-05|2022-01-05\nMonth|2022-01|2022-01"},
			{"negative", "Step|Start|End\nDesign|2022-06|2022-01"},
			{"large and small", "Step|Start|End\nEra|1900|2023\nDay|2023-01-01|2023-01-02"},
			{"Chinese", "步骤|Start|End\n训练|2022-01|2022-06\n上线|2023-03|2023-09"},
		}
	}
	if kind == "waterfall" {
		rewrite(func(rows [][]string) [][]string { return rows })
		out[1].text = "Step|Value\nStart|40\nRevenue|12.5\nCosts|-30\nEnd|22.5"
		out[3].text = "Step|Value\nStart|5\nLoss|-12\nGain|3\nEnd|-4"
		out[4].text = "Step|Value\nStart|0\nNothing|0\nEnd|0"
		out[2].text = "Step|Value\nStart|10\nA|1\nB|2\nC|-3\nD|4\nE|-5\nF|6\nG|7\nH|-8\nI|9\nEnd|23"
		out[7].text = "Step|Value\nStart|9876543210\nMore|0.5\nEnd|9876543210.5"
		out[8].text = "步骤|数值\n开始|12\n增加|30\n结束|42"
	}
	for _, c := range ownCases[kind] {
		out = append(out, struct{ name, text string }{c[0], c[1]})
	}
	return out
}

// ownCases are tables for kinds that refuse one of the usual: as many rows as they take, ranges where they take no bounds,
// negative numbers where one of their columns takes them.
var ownCases = map[string][][2]string{
	"grouped":     {{"as many as fit", "Name|One|Two|Three\nAlpha|12|14|9\nBeta|30|21|17\nGamma|23|25|28\nDelta|8|3|11\nEta|19|22|5\nZeta|1|2|3"}},
	"stacked_100": {{"ranges", "Name|One|Two|Three\nAlpha|about 12|10 to 14|9\nBeta|30|21|17"}},
	"area":        {{"one layer below zero", "Year|Profit\n2019|-3\n2020|-8\n2021|4\n2022|9"}},
	"slope":       {{"as many as fit", "Name|2019|2023\nAlpha|12|30\nBeta|44|21\nGamma|23|25\nDelta|8|3\nEta|19|40\nZeta|31|33\nTheta|50|48"}},
	"waterfall":   {{"ranges", "Step|Value\nStart|40\nSales|5 to 10\nCosts|about -12\nEnd|33 to 38"}},
	"mekko": {{"as many as fit", "Name|One|Two|Three|Four\nAlpha|12|14|9|3\nBeta|30|21|17|5\nGamma|23|25|28|8\nDelta|8|3|11|2\nEta|19|22|5|9"},
		{"sizes", "Name|Size|One|Two\nAlpha|50|40|60\nBeta|30|20|80\nGamma|20|55|45"}, {"ranges", "Name|One|Two\nAlpha|about 12|10 to 14\nBeta|30|21"}},
	"donut":  {{"as many as fit", "Name|Value\nAlpha|12\nBeta|30\nGamma|23\nDelta|8"}, {"ranges", "Name|Value\nAlpha|about 12\nBeta|20 to 25\nGamma|30"}, {"two small ones", "Name|Value\nAlpha|180633\nBeta|686442\nGamma|3018\nDelta|5196"}},
	"bubble": {{"negative places", "Name|X|Y|Size\nAlpha|-5|12|30\nBeta|8|-9|12\nGamma|3|4|50"}},
	"waffle": {{"as many as fit", "Name|Value\nAlpha|31\nBeta|24\nGamma|18\nDelta|12\nEta|9\nZeta|6"}, {"shares with a rest", "Name|Value\nAlpha|37%\nBeta|12%"}},
	"funnel": {{"as many as fit", "Stage|Value\nVisits|5000\nTrials|1200\nOffers|700\nSales|310\nRenewals|120\nReferrals|42"}},
	"dot":    {{"missing below zero", "Name|Value\nAlpha|-12\nBeta|?\nGamma|-23"}},
}

func manyRows(n int) string {
	var b strings.Builder
	b.WriteString("Name|Value")
	for i := range n {
		fmt.Fprintf(&b, "\nCompany %c|%d", 'A'+i, (i*37)%90+3)
	}
	return b.String()
}

func ganttRows(n int) string {
	var b strings.Builder
	b.WriteString("Step|Start|End")
	for i := range n {
		fmt.Fprintf(&b, "\nStep %d|%d-%02d|%d-%02d", i+1, 2020+i/6, 1+i*2%12, 2021+i/5, 1+i*5%12)
	}
	return b.String()
}

// TestKindsKeepTheirGoldens draws every kind from every kind of table. What a kind refuses is part of its golden.
func TestKindsKeepTheirGoldens(t *testing.T) {
	st := style(t, "paper", scene.Document)
	for _, k := range Catalog() {
		t.Run(k.Name, func(t *testing.T) {
			var b strings.Builder
			for _, c := range cases(k.Name) {
				fmt.Fprintf(&b, "== %s\n", c.name)
				s := &Spec{Kind: k.Name, Title: "Beta is ahead", Measure: "Output", Unit: "t", Table: tab(c.text), At: diag.Span{File: "briefing.yaml", Line: 2, Col: 3}}
				if k.Name == "threshold" {
					s.Band = &Band{Value: *val(t, "30 to 40"), Label: "Target"}
				}
				drawCase(t, &b, s, st)
			}
			golden(t, filepath.Join("testdata", k.Name+".txt"), b.String())
		})
	}
}

func drawCase(t *testing.T, b *strings.Builder, s *Spec, st Style) {
	t.Helper()
	var l diag.List
	judged := judge(s, &l)
	for _, p := range l.Problems() {
		fmt.Fprintf(b, "%s:%d:%d %v %s: %s (%s)\n", p.At.File, p.At.Line, p.At.Col, p.Severity, p.Code, p.Summary, p.Hint)
	}
	if l.Failed(false) {
		return
	}
	l = diag.List{}
	h := Height(judged, st, 320.85)
	c := Draw(judged, scene.Rect{X: 220, Y: 100, W: 320.85, H: h}, st, &l)
	for _, p := range l.Problems() {
		fmt.Fprintf(b, "drawing: %v %s: %s\n", p.Severity, p.Code, p.Summary)
	}
	checkGeometry(t, c, st)
	checkNative(t, c)
	b.WriteString(dumpChart(c) + dumpPlot(c))
}

// TestAnnotationsKeepTheirGoldens draws each annotation on a kind that carries it.
func TestAnnotationsKeepTheirGoldens(t *testing.T) {
	st := style(t, "paper", scene.Slides)
	years := "Year|Sales|Costs\n2018|10|8\n2019|14|12\n2020|13|13\n2021|19|15\n2022|26|17"
	one := "Year|Sales\n2018|10\n2019|14\n2020|13\n2021|19\n2022|26"
	months := "Month|Price"
	for i := range 40 {
		months += fmt.Sprintf("\n%d-%02d|%.1f", 2020+i/12, 1+i%12, 50+0.4*float64(i)+6*math.Sin(float64(i)/3))
	}
	var b strings.Builder
	for _, c := range []struct {
		name, kind, text string
		a                []Annotation
	}{
		{"callout on a line", "line", years, []Annotation{{Kind: "callout", On: "2020", Label: "The year without travel", Series: "Costs"}}},
		{"callout on a bar", "bar", "Name|Value\nAlpha|12\nBeta|30", []Annotation{{Kind: "callout", On: "Alpha", Label: "Half of it abroad"}}},
		{"difference, absolute", "column", one, []Annotation{{Kind: "difference", From: "2018", To: "2022"}}},
		{"difference, relative", "column", one, []Annotation{{Kind: "difference", From: "2019", To: "2020", Relative: true}}},
		{"difference on bars", "bar", "Name|Value\nAlpha|12%\nBeta|30%", []Annotation{{Kind: "difference", From: "Alpha", To: "Beta"}}},
		{"difference to a floor", "column", "Name|Value\nMarch|20%\nMay|over 50%", []Annotation{{Kind: "difference", From: "March", To: "May"}}},
		{"difference on a line", "line", one, []Annotation{{Kind: "difference", From: "2018", To: "2021"}}},
		{"cagr", "column", one, []Annotation{{Kind: "cagr", From: "2018", To: "2022"}}},
		{"reference", "column", one, []Annotation{{Kind: "reference", Value: val(t, "17"), Label: "Plan"}}},
		{"reference on bars", "bar", "Name|Value\nAlpha|12\nBeta|30", []Annotation{{Kind: "reference", Value: val(t, "20"), Label: "Average"}}},
		{"band", "line", years, []Annotation{{Kind: "band", Value: val(t, "12 to 16"), Label: "Guidance"}}},
		{"event", "line", years, []Annotation{{Kind: "event", On: "2020", Label: "New law"}}},
		{"forecast columns", "column", one, []Annotation{{Kind: "forecast", From: "2022"}}},
		{"forecast line", "line", one, []Annotation{{Kind: "forecast", From: "2021"}}},
		{"forecast parts", "stacked", years, []Annotation{{Kind: "forecast", From: "2021"}}},
		{"event on columns", "column", one, []Annotation{{Kind: "event", On: "2020", Label: "New law"}}},
		{"event on a calendar", "gantt", "Step|Start|End\nDesign|2022-01|2022-06\nBuild|2022-05|2023-02", []Annotation{{Kind: "event", On: "2022-11-30", Label: "Launch"}}},
		{"band on bars", "bar", "Name|Value\nAlpha|12\nBeta|30", []Annotation{{Kind: "band", Value: val(t, "15 to 20"), Label: "Usual"}}},
		{"band without an upper end", "line", one, []Annotation{{Kind: "band", Value: val(t, "over 16"), Label: "Above plan"}}},
		{"callout on a point", "scatter", "Name|X|Y\nAlpha|1|2\nBeta|3|5\nGamma|4|3", []Annotation{{Kind: "callout", On: "Beta", Label: "The outlier"}}},
		{"linear", "line", one, []Annotation{{Kind: "trend", Trend: "linear"}}},
		{"polynomial", "line", one, []Annotation{{Kind: "trend", Trend: "polynomial 2"}}},
		{"moving average", "line", months, []Annotation{{Kind: "trend", Trend: "sma 3"}}},
		{"exponential average", "line", months, []Annotation{{Kind: "trend", Trend: "ema 3"}}},
		{"bollinger", "line", months, []Annotation{{Kind: "trend", Trend: "bollinger 6"}}},
		{"macd", "line", months, []Annotation{{Kind: "trend", Trend: "macd"}}},
		{"trend through points", "scatter", "Name|X|Y\nAlpha|1|2\nBeta|3|5\nGamma|4|3\nDelta|6|8", []Annotation{{Kind: "trend", Trend: "linear"}}},
		{"trend on columns", "column", one, []Annotation{{Kind: "trend", Trend: "linear"}}},
		{"difference of two floors", "column", "Name|Value\nMarch|over 20%\nMay|over 50%", []Annotation{{Kind: "difference", From: "March", To: "May"}}},
		{"difference from zero", "column", "Name|Value\nMarch|0\nMay|50", []Annotation{{Kind: "difference", From: "March", To: "May", Relative: true}}},
		{"difference in a ring", "donut", "Name|Value\nAlpha|12\nBeta|30", []Annotation{{Kind: "difference", From: "Alpha", To: "Beta"}}},
		{"cagr from a loss", "column", "Year|Sales\n2018|-10\n2022|26", []Annotation{{Kind: "cagr", From: "2018", To: "2022"}}},
		{"cagr without dates", "column", "Name|Value\nAlpha|12\nBeta|30", []Annotation{{Kind: "cagr", From: "Alpha", To: "Beta"}}},
		{"reference that is a range", "column", one, []Annotation{{Kind: "reference", Value: val(t, "17 to 19"), Label: "Plan"}}},
		{"trend through a bound", "line", "Year|Sales\n2018|10\n2019|over 14\n2020|13", []Annotation{{Kind: "trend", Trend: "linear"}}},
		{"trend of too few", "line", one, []Annotation{{Kind: "trend", Trend: "macd"}}},
		{"unknown trend", "line", one, []Annotation{{Kind: "trend", Trend: "exponential"}}},
		{"trends", "line", one, []Annotation{{Kind: "trend", Trend: "linear"}, {Kind: "trend", Trend: "polynomial 2"}, {Kind: "trend", Trend: "sma 2"}, {Kind: "trend", Trend: "ema 2"}}},
	} {
		fmt.Fprintf(&b, "== %s\n", c.name)
		s := &Spec{Kind: c.kind, Title: "Sales grew", Measure: "Sales", Unit: "$m", Table: tab(c.text), Annotations: c.a, At: diag.Span{File: "briefing.yaml", Line: 2, Col: 3}}
		if strings.Contains(c.text, "%") {
			s.Unit = "%"
		}
		drawCase(t, &b, s, st)
	}
	golden(t, filepath.Join("testdata", "annotations.txt"), b.String())
}

// TestSparklinesKeepTheirGoldens draws small lines of the usual tables.
func TestSparklinesKeepTheirGoldens(t *testing.T) {
	var b strings.Builder
	nan := math.NaN()
	for _, m := range []scene.Medium{scene.Document, scene.Slides} {
		st := style(t, "paper", m)
		for _, c := range []struct {
			name   string
			values []float64
		}{
			{"one value", []float64{42}}, {"typical", []float64{12, 30, 23, 8}}, {"many", []float64{3, 40, 77, 24, 61, 8, 45, 82, 29, 66, 13, 50, 87, 34, 71, 18, 55, 92}},
			{"negative", []float64{12, -30, 5}}, {"zero", []float64{0, 0, 0}}, {"missing", []float64{12, nan, 23, 8, nan}}, {"large and small", []float64{9876543210, 1234567, 0.00042}},
		} {
			fmt.Fprintf(&b, "== %s, %s\n", c.name, map[scene.Medium]string{scene.Document: "document", scene.Slides: "slides"}[m])
			items := Sparkline(c.values, scene.Rect{X: 10, Y: 20, W: 80, H: 22}, st)
			b.WriteString(dumpChart(&scene.Chart{Kind: "sparkline", Drawing: items}))
		}
	}
	golden(t, filepath.Join("testdata", "sparkline.txt"), b.String())
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if t.Failed() {
			t.Fatalf("%s is not written: other checks fail", file)
		}
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range max(len(g), len(w)) {
		if i >= len(g) || i >= len(w) || g[i] != w[i] {
			t.Fatalf("%s:%d:\n got %s\nwant %s", file, i+1, at(g, i), at(w, i))
		}
	}
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(end)"
}
