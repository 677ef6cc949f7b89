package charts

import (
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"roadshow/briefing/evidence/value"
	"roadshow/internal/diag"
	"roadshow/scene"
)

// TestTimeIsNeverARanking: whatever names the periods, auto and bar keep them in order of time, with values that would sort them.
func TestTimeIsNeverARanking(t *testing.T) {
	for _, names := range []string{
		"FY23|FY24|FY25|FY26", "FY2023|FY2024|FY2025E|FY2026E", "2021/22|2022/23|2023/24|2024/25", "2021-22|2022-23|2023-24|2024-25",
		"1Q25|2Q25|3Q25|4Q25", "Q1'25|Q2'25|Q3'25|Q4'25", "2025Q1|2025Q2|2025Q3|2025Q4", "Q1 FY25|Q2 FY25|Q3 FY25|Q4 FY25", "H1 2024|H2 2024|H1 2025|H2 2025", "1H24|2H24|1H25|2H25",
		"2025-W50|2025-W51|2025-W52|2026-W01", "Jan-24|Feb-24|Mar-24|Apr-24", "Jan|Feb|Mar|Apr", "Oct|Nov|Dec|Jan", "January 2024|February 2024|March 2024|April 2024",
		"31.01.2025|28.02.2025|31.03.2025|30.04.2025", "01/31/2025|02/28/2025|03/31/2025|04/30/2025", "31/01/2025|28/02/2025|31/03/2025|30/04/2025", "2025/01/31|2025/02/28|2025/03/31|2025/04/30",
		"2025-01-31T00:00:00Z|2025-02-28T00:00:00Z|2025-03-31T00:00:00Z|2025-04-30T00:00:00Z", "2023A|2024A|2025E|2026F", "LTM Mar-24|LTM Jun-24|LTM Sep-24|LTM Dec-24",
		"12 months to June 2021|12 months to June 2022|12 months to June 2023|12 months to June 2024", "Januar 2024|Februar 2024|März 2024|April 2024", "2023年5月|2023年6月|2023年7月|2023年8月",
		"Year 1|Year 2|Year 3|Year 4", "Mon|Tue|Wed|Thu", "Monday|Tuesday|Wednesday|Thursday", "18-34|35-54|55-64|65+", "under 18|18 to 34|35 to 64|65 and over", "Week 1|Week 2|Week 3|Week 4",
		"Low|Medium|High|Very high", "Jan 24|Feb 24|Mar 24|Apr 24", "Phase 1|Phase 2|Phase 3|Phase 4", "2022|2023|2024|Target", "Day 0|Day 30|Day 60|Day 90",
	} {
		want := strings.Split(names, "|")
		var rows strings.Builder
		for i, v := range []string{"10", "14", "9", "13"} {
			rows.WriteString("\n" + want[i] + "|" + v)
		}
		for _, kind := range []string{"auto", "bar", "column", "dot"} {
			s := &Spec{Kind: kind, Table: tab("When|Sales" + rows.String())}
			var l diag.List
			judged := judge(s, &l)
			if l.Failed(false) {
				t.Errorf("%s as %s: %v", names, kind, l.Problems())
				continue
			}
			if kind == "auto" && s.Kind == "bar" {
				t.Errorf("auto makes a ranking of %s", names)
			}
			c := Draw(judged, scene.Rect{X: 48, Y: 100, W: 500, H: 240}, style(t, "paper", scene.Slides), &l)
			printed := valuesInOrder(c, s.Kind)
			printed = printed[:min(len(printed), 4)] // the axis of dots stands below them
			if got := strings.Join(printed, " "); got != "10 14 9 13" {
				t.Errorf("%s as %s: values in the order %s", names, s.Kind, got)
			}
		}
	}
}

// valuesInOrder are the labels of the values as the eye meets them.
func valuesInOrder(c *scene.Chart, kind string) []string {
	type word struct {
		at   scene.Pt
		text string
	}
	var words []word
	for _, it := range c.Drawing {
		x, ok := it.(*scene.Text)
		if !ok || len(x.Lines) == 0 || len(x.Lines[0].Runs) == 0 || !slices.Contains([]string{"10", "14", "9", "13"}, x.Lines[0].Runs[0].Text) {
			continue
		}
		at := x.Lines[0].X()
		if kind == "bar" || kind == "dot" {
			at = x.Lines[0].Baseline
		}
		words = append(words, word{at, x.Lines[0].Runs[0].Text})
	}
	slices.SortFunc(words, func(a, b word) int {
		if a.at < b.at {
			return -1
		}
		return 1
	})
	var out []string
	for _, w := range words {
		out = append(out, w.text)
	}
	return out
}

func TestNamesThatAreNoOrderAreRanked(t *testing.T) {
	for _, names := range []string{"Alpha|Beta|Gamma", "Plant 12|Plant 7|Plant 3", "North|South|West", "3M|Apple|BMW", "A320|B737|E190"} {
		n := strings.Split(names, "|")
		s := &Spec{Kind: "auto", Table: tab("Name|V\n" + n[0] + "|10\n" + n[1] + "|14\n" + n[2] + "|9")}
		var l diag.List
		if judged := judge(s, &l); l.Failed(false) || judged.Kind != "bar" || judged.n.ordered || judged.n.dated {
			t.Errorf("%s: %s, %v", names, judged.Kind, l.Problems())
		}
	}
}

func TestRowsOutOfOrderAreSortedAlongTheirFiscalYears(t *testing.T) {
	tab := tab("Year|V\nQ3 FY25|3\nQ1 FY25|1\nFY24 Q4|0\nQ2 FY25|2")
	tab.Calendar.YearStarts = 4
	s := &Spec{Kind: "line", Table: tab}
	var l diag.List
	judged := judge(s, &l)
	var got []string
	for _, c := range judged.n.cats {
		got = append(got, c.name)
	}
	if strings.Join(got, " ") != "FY24 Q4 Q1 FY25 Q2 FY25 Q3 FY25" {
		t.Errorf("the order is %v, %v", got, l.Problems())
	}
	if y, m, _ := value.Day(judged.n.cats[0].date.From()).Civil(); y != 2024 || m != 1 {
		t.Errorf("Q4 of the year to March 2024 begins %d-%02d", y, m)
	}
}

func TestDatesThatCannotBeAreRefusedAndDoubtfulOnesAskedAbout(t *testing.T) {
	for _, c := range []struct{ names, want string }{
		{"2025-02-29|2025-03-31", "t.csv:2:9 E-DATE"},
		{"2025-01|2025-13|2025-12", "t.csv:3:6 E-DATE"},
		{"2025-Q4|2025-Q5", "t.csv:3:6 E-DATE"},
		{"31/01/2025|31/02/2025", "t.csv:3:1 E-DATE"},
		{"2025-W52|2025-W53", "t.csv:3:7 E-DATE"},
		{"01/02/2024|03/04/2024|05/06/2024", "t.csv:2:1 E-AMBIGUOUS"},
		{"01/02/2024|15/04/2024", ""},
		{"Alpha|Beta|2025-13", ""},
	} {
		var rows strings.Builder
		for i, name := range strings.Split(c.names, "|") {
			rows.WriteString("\n" + name + "|" + strconv.Itoa(i+3))
		}
		for _, kind := range []string{"auto", "line", "column", "bar"} {
			s := &Spec{Kind: kind, Table: tab("When|V" + rows.String())}
			var l diag.List
			judge(s, &l)
			if !l.Failed(false) {
				if c.want != "" {
					t.Errorf("%s as %s passes", c.names, kind)
				}
				continue
			}
			p := l.Problems()[0]
			got := p.At.File + ":" + strconv.Itoa(p.At.Line) + ":" + strconv.Itoa(p.At.Col) + " " + p.Code
			if c.want == "" || c.want[len(c.want)-6:] != got[len(got)-6:] || p.At.Line != int(c.want[6]-'0') {
				t.Errorf("%s as %s: %s %s, want %q", c.names, kind, got, p.Summary, c.want)
			}
			if p.Code == "E-AMBIGUOUS" && (l.Len() != 1 || !strings.Contains(p.Hint, "dates: dmy") || !strings.Contains(p.Hint, "2024-02-01")) {
				t.Errorf("%s: %d problems, hint %q", c.names, l.Len(), p.Hint)
			}
		}
	}
	tab := tab("When|V\n01/02/2024|3\n03/04/2024|4")
	tab.Calendar.Order = value.MonthFirst
	s := &Spec{Kind: "line", Table: tab}
	var l diag.List
	if judged := judge(s, &l); l.Failed(false) || judged.n.cats[0].date.Start.Month != 1 {
		t.Errorf("with mdy: %v", l.Problems())
	}
}

func TestMissingPeriodsLeaveTheirGapOrSaySo(t *testing.T) {
	for _, c := range []struct{ names, says string }{
		{"2025-01|2025-02|2025-09", "no month stands between Feb 2025 and Sep 2025"},
		{"2025-Q1|2025-Q2|2026-Q2", "no quarter stands between Q2 2025 and Q2 2026"},
		{"2025-01-03|2025-01-04|2025-12-31", "no date stands between 4 Jan 2025 and 31 Dec 2025"},
		{"FY20|FY21|FY24", "no year stands between FY21 and FY24"},
		{"H1 2023|H2 2023|H2 2024", "no half-year stands between H2 2023 and H2 2024"},
		{"2025-W01|2025-W02|2025-W09", "no week stands between 2025-W02 and 2025-W09"},
		{"Jan|Feb|Sep", "no month stands between Feb and Sep"},
		{"2025-01-31|2025-02-28|2025-04-30", "no date stands between 28 Feb 2025 and 30 Apr 2025"},
		{"2025-01-31|2025-02-28|2025-03-31", ""},
		{"2025-01-02|2025-01-03|2025-01-06", ""},
		{"2020|2022|2024", ""},
		{"Q1 2024|Q1 2025|Q1 2026", ""},
	} {
		var rows strings.Builder
		for _, name := range strings.Split(c.names, "|") {
			rows.WriteString("\n" + name + "|3")
		}
		for _, kind := range []string{"column", "auto", "grouped", "stacked"} {
			head, more := "When|V", ""
			if kind == "grouped" || kind == "stacked" {
				head, more = "When|V|W", "|4"
			}
			s := &Spec{Kind: kind, Table: tab(head + strings.ReplaceAll(rows.String(), "|3", "|3"+more))}
			var l diag.List
			judged := judge(s, &l)
			said := ""
			for _, p := range l.Problems() {
				said += p.Summary
			}
			switch {
			case l.Failed(false):
				t.Errorf("%s as %s: %v", c.names, kind, said)
			case kind == "auto" && (c.says != "") != (judged.Kind == "line"):
				t.Errorf("auto draws %s as %s", c.names, judged.Kind)
			case kind != "auto" && c.says == "" && said != "", kind != "auto" && !strings.Contains(said, c.says):
				t.Errorf("%s as %s says %q, want %q", c.names, kind, said, c.says)
			}
		}
	}
}

func TestEstimatesAreForecastsByThemselves(t *testing.T) {
	for _, kind := range []string{"column", "line", "bar"} {
		s := &Spec{Kind: kind, Table: tab("Year|V\n2023A|3\n2024A|4\n2025E|5\n2026E|6")}
		var l diag.List
		judged := judge(s, &l)
		st := style(t, "paper", scene.Slides)
		p := newPlot(judged, scene.Rect{W: 500, H: 200}, st, &l)
		for i, want := range []string{"", "", "forecast", "forecast"} {
			if got := p.scenario(0, i); got != want {
				t.Errorf("%s: %s is drawn as %q", kind, judged.n.cats[i].name, got)
			}
		}
		if p.forecastFrom() != 2 {
			t.Errorf("%s: the forecast begins at %d", kind, p.forecastFrom())
		}
		c := Draw(judged, scene.Rect{X: 48, Y: 100, W: 500, H: 240}, st, &l)
		if words := strings.Join(texts(c), " "); !strings.Contains(words, "2025E") || strings.Contains(words, "2025EF") {
			t.Errorf("%s prints %q", kind, words)
		}
	}
	s := &Spec{Kind: "grouped", Table: tab("Segment|FY25|FY26E\nA|1|2\nB|3|4")}
	var l diag.List
	judged := judge(s, &l)
	if p := newPlot(judged, scene.Rect{W: 500, H: 200}, style(t, "paper", scene.Slides), &l); p.scenario(0, 0) != "" || p.scenario(1, 0) != "forecast" {
		t.Error("a series that is named by an estimate is drawn as what happened")
	}
}

// TestMomentsAreInstants: times of days stand in the order and at the distances in which they were, whatever zone their clocks
// show; midnight among them is the beginning of its day.
func TestMomentsAreInstants(t *testing.T) {
	for names, want := range map[string]string{
		"2024-03-01T12:00+02:00|2024-03-01T11:00Z|2024-03-01T09:30-03:00":      "2024-03-01T12:00+02:00|2024-03-01T11:00Z|2024-03-01T09:30-03:00",
		"2024-03-01T11:00Z|2024-03-01T09:30-0300|2024-03-01T12:00+02":          "2024-03-01T12:00+02|2024-03-01T11:00Z|2024-03-01T09:30-0300",
		"2024-03-01T00:30+02:00|2024-02-29T23:00Z|2024-02-29T22:00:00Z":        "2024-02-29T22:00:00Z|2024-03-01T00:30+02:00|2024-02-29T23:00Z",
		"2024-03-02T01:00Z|2024-03-02T00:00Z|2024-03-01T23:00Z":                "2024-03-01T23:00Z|2024-03-02T00:00Z|2024-03-02T01:00Z",
		"2024-03-31T01:30+01:00|2024-03-31T03:30+02:00|2024-03-31T00:30+01:00": "2024-03-31T00:30+01:00|2024-03-31T01:30+01:00|2024-03-31T03:30+02:00", // the night that lacks an hour
	} {
		for _, kind := range []string{"line", "column"} {
			s := &Spec{Kind: kind, Table: tab("When|Load\n" + strings.ReplaceAll(names, "|", "|1\n") + "|1")}
			var l diag.List
			c := judge(s, &l)
			var got []string
			for i := range c.n.cats {
				got = append(got, c.n.cats[i].name)
			}
			if l.Failed(false) || strings.Join(got, "|") != want {
				t.Errorf("%s: %v %v, want %s", kind, got, l.Problems(), want)
			}
		}
	}
	s := &Spec{Kind: "line", Table: tab("When|Load\n2024-03-01T23:00Z|1\n2024-03-02T00:00Z|1\n2024-03-02T03:00+02:00|1")}
	var l diag.List
	c := judge(s, &l)
	for i := range 2 {
		if step := (c.n.cats[i+1].x - c.n.cats[i].x) * 24; math.Abs(step-1) > 1e-6 {
			t.Errorf("%.3f hours lie between the moments %d and %d, want 1", step, i, i+1)
		}
	}
	if d, err := (value.Calendar{}).ParseDate("2024-03-01T12:00+02:00"); err != nil || c.n.cats[0].date.Same(d) {
		t.Error(err)
	} else if o, _ := (value.Calendar{}).ParseDate("2024-03-01T10:00Z"); !o.Same(d) {
		t.Error("one instant in two zones is two")
	}
}

// TestWhatIsExpectedLooksSoInEveryForm: forms without a line through time dash what leads to a forecast or a plan and draw its dot
// pale or as a rim, and a heat table hatches its cells. Nothing of it stands where all has happened.
func TestWhatIsExpectedLooksSoInEveryForm(t *testing.T) {
	marked := func(s *Spec) (dashed, pale int) {
		var l diag.List
		c := Draw(judge(s, &l), scene.Rect{X: 48, Y: 100, W: 500, H: 240}, style(t, "paper", scene.Slides), &l)
		if l.Failed(false) {
			t.Fatal(s.Kind, l.Problems())
		}
		scene.Walk(c.Drawing, func(it scene.Item) {
			if sh, ok := it.(*scene.Shape); ok {
				if slices.Equal(sh.Stroke.Dash, aheadDash()) {
					dashed++
				}
				if len(sh.Path.Ops) > 3 && sh.Fill == (scene.Paint{}) && len(sh.Stroke.Dash) == 0 && sh.Stroke.Width > 0 { // hatching, or a rim
					pale++
				}
			}
		})
		return dashed, pale
	}
	for _, c := range []struct {
		kind, table string
		scenario    map[string]string
		dashed      int  // lines to what is expected
		rims        bool // dots or cells of it are pale
	}{
		{"slope", "Company|2023|2024|%s\nAlder|10|14|18\nBirch|12|11|9", nil, 2, true},
		{"dumbbell", "Company|2023|%s\nAlder|10|14\nBirch|12|11", nil, 2, true},
		{"dot", "Company|2023|%s\nAlder|10|14\nBirch|12|11", nil, 0, true},
		{"dot", "Company|Sales\nAlder|10\nBirch|3", map[string]string{"Birch": "plan"}, 1, true},
		{"heat", "Company|2023|%s\nAlder|10|14\nBirch|12|11", nil, 0, true},
	} {
		plain, ahead := c.table, c.table
		if c.scenario == nil {
			plain, ahead = strings.Replace(c.table, "%s", "2025", 1), strings.Replace(c.table, "%s", "2025E", 1)
		}
		d0, p0 := marked(&Spec{Kind: c.kind, Table: tab(plain)})
		d1, p1 := marked(&Spec{Kind: c.kind, Table: tab(ahead), Scenario: c.scenario})
		if d0 != 0 || d1 != c.dashed || p1 > p0 != c.rims {
			t.Errorf("%s %v: %d lines are dashed, %d where nothing is expected; %d and %d pale marks", c.kind, c.scenario, d1, d0, p1, p0)
		}
		if c.scenario != nil {
			continue
		}
		for _, said := range []string{"forecast", "plan"} { // and where the outline says it
			if d, p := marked(&Spec{Kind: c.kind, Table: tab(plain), Scenario: map[string]string{"2025": said}}); d != c.dashed || p <= p0 {
				t.Errorf("%s with a %s: %d dashed, %d pale", c.kind, said, d, p)
			}
		}
	}
}

// TestGrowthCountsTheYearsThatLieBetween holds rates that were worked out by hand: (to ÷ from)^(1 ÷ years) − 1.
func TestGrowthCountsTheYearsThatLieBetween(t *testing.T) {
	for _, c := range []struct{ from, to, a, b, want string }{
		{"FY22", "FY25E", "100", "133.1", "+10% a year"},           // 3 years: 1.331^(1/3) = 1.10
		{"2022/23", "2024/25", "100", "144", "+20% a year"},        // 2 years: √1.44
		{"2021", "2024", "100", "800", "+100% a year"},             // 3 years: 8^(1/3) = 2
		{"H1 2023", "H2 2024", "100", "337.5", "+125% a year"},     // 1.5 years: 3.375^(2/3) = 2.25
		{"1Q24", "3Q24", "100", "110", "+21% a year"},              // half a year: 1.1² = 1.21
		{"Q1 FY24", "Q1 FY26", "100", "121", "+10% a year"},        // 2 years
		{"Jan-24", "Jan-25", "100", "150", "+50% a year"},          // 1 year
		{"Jan-24", "Jul-24", "100", "120", "+44% a year"},          // half a year: 1.2²
		{"2024-03-31", "2025-03-31", "100", "107", "+7.0% a year"}, // 1 year
		{"29.02.2024", "28.02.2025", "100", "107", "+7.0% a year"}, // month end to month end
		{"LTM Jun-23", "LTM Jun-25", "100", "121", "+10% a year"},
	} {
		for _, starts := range []int{0, 4} {
			tab := tab("P|V\n" + c.from + "|" + c.a + "\n" + c.to + "|" + c.b)
			tab.Calendar.YearStarts = starts
			s := &Spec{Kind: "column", Table: tab, Annotations: []Annotation{{Kind: "cagr", From: c.from, To: c.to}}}
			var l diag.List
			judged := judge(s, &l)
			if l.Failed(false) {
				t.Errorf("%s to %s: %v", c.from, c.to, l.Problems())
				continue
			}
			if got, why := judged.n.growth(s.Annotations[0], s); got != c.want {
				t.Errorf("%s to %s, years from month %d: %q %s, want %q", c.from, c.to, starts, got, why, c.want)
			}
		}
	}
}

// TestTicksStandWhereTheirPeriodIs: below every label of a line lies the period that it names, whatever the frame.
func TestTicksStandWhereTheirPeriodIs(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	st := style(t, "paper", scene.Document)
	for trial := range 300 {
		var rows strings.Builder
		count, year := 3+r.IntN(40), 2000+r.IntN(20)
		form := r.IntN(6)
		for i := range count {
			m := year*12 + i
			end := func(m int) value.Day { return value.DayOf((m+1)/12, (m+1)%12+1, 1) - 1 }
			name := ""
			switch form {
			case 0: // ends of months
				y, mo, d := end(m).Civil()
				name = iso(y, mo, d)
			case 1: // ends of quarters
				y, mo, d := end(year*12 + 3*i + 2).Civil()
				name = iso(y, mo, d)
			case 2: // ends of half-years
				y, mo, d := end(year*12 + 6*i + 5).Civil()
				name = iso(y, mo, d)
			case 3: // days
				y, mo, d := (value.DayOf(year, 1, 1) + value.Day(i*(1+trial%9))).Civil()
				name = iso(y, mo, d)
			case 4:
				name = strconv.Itoa(m/12) + "-" + two(m%12+1)
			case 5:
				name = "Q" + strconv.Itoa(i%4+1) + " FY" + strconv.Itoa(year+i/4)
			}
			rows.WriteString("\n" + name + "|" + strconv.Itoa(10+r.IntN(90)))
		}
		s := &Spec{Kind: "line", Table: tab("When|V" + rows.String())}
		var l diag.List
		judged := judge(s, &l)
		if l.Failed(false) {
			t.Fatal(l.Problems())
		}
		p := newPlot(judged, scene.Rect{X: 48, Y: 100, W: scene.Pt(150 + r.IntN(500)), H: 200}, st, &l)
		p.linesOn(false, true)
		ts := p.footTicks()
		if len(ts) < 2 {
			t.Errorf("trial %d: %d ticks", trial, len(ts))
		}
		shown := 0
		for _, tick := range ts {
			day := p.cat.min + float64(tick.x-p.cat.a)/float64(p.cat.b-p.cat.a)*(p.cat.max-p.cat.min)
			text := tick.label
			if f := strings.Fields(text); len(f[len(f)-1]) == 4 && text[0] != 'Q' {
				shown, _ = strconv.Atoi(f[len(f)-1])
			} else if text[0] != 'Q' {
				text += " " + strconv.Itoa(shown) // the year stands once
			}
			d, err := value.ParseDate(text)
			if err != nil || day < float64(d.From())-0.01 || day > float64(d.To())+1.01 {
				y, m, n := value.Day(int(math.Floor(day))).Civil()
				t.Errorf("trial %d, form %d: %q stands at %s (%v)", trial, form, tick.label, iso(y, m, n), err)
			}
		}
	}
}

func iso(y, m, d int) string { return strconv.Itoa(y) + "-" + two(m) + "-" + two(d) }

func two(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

func TestPeriodEndsAreLabelledAsThemselves(t *testing.T) {
	for _, c := range []struct{ kind, names, want, not string }{
		{"area", "2025-01-31|2025-02-28|2025-03-31|2025-04-30|2025-05-31|2025-06-30", "31 Jan 2025", "Jul"},
		{"line", "2024-03-31|2024-06-30|2024-09-30|2024-12-31|2025-03-31|2025-06-30", "31 Mar 2024", "Apr 2024"},
	} {
		var rows strings.Builder
		for i, name := range strings.Split(c.names, "|") {
			rows.WriteString("\n" + name + "|" + strconv.Itoa(1+i*7%5))
		}
		for _, w := range []scene.Pt{200, 320, 700} {
			got := texts(drawnOn(t, &Spec{Kind: c.kind, Table: tab("When|V" + rows.String())}, scene.Rect{X: 48, Y: 100, W: w, H: 200}, style(t, "paper", scene.Document)))
			if !slices.Contains(got, c.want) || slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, c.not) }) {
				t.Errorf("%s on %.0f pt prints %q", c.kind, float64(w), got)
			}
		}
	}
}

func TestALogAxisHasTwoTicksAtLeast(t *testing.T) {
	for _, values := range [][3]string{{"41", "44", "53"}, {"0.45", "0.46", "0.48"}, {"21", "22", "24"}, {"1000001", "1000002", "1000003"}, {"60", "70", "95"}, {"7", "7", "7"}, {"0.0031", "0.0032", "0.0039"}, {"3", "30", "3000"}} {
		for _, h := range []scene.Pt{90, 200, 330} {
			s := &Spec{Kind: "line", Scale: "log", Labels: "axis", Table: tab("Y|V\n2022|" + values[0] + "\n2023|" + values[1] + "\n2024|" + values[2])}
			c := drawnOn(t, s, scene.Rect{X: 48, Y: 100, W: 320, H: h}, style(t, "paper", scene.Document))
			var labels []string
			for _, tick := range c.Axes[0].Ticks {
				labels = append(labels, tick.Label)
				if v, err := strconv.ParseFloat(strings.ReplaceAll(tick.Label, ",", ""), 64); err != nil || math.Abs(v-tick.Value) > 1e-9*math.Abs(tick.Value) {
					t.Errorf("%v: the tick %s stands at %v", values, tick.Label, tick.Value)
				}
			}
			if slices.Sort(labels); len(slices.Compact(labels)) < 2 {
				t.Errorf("%v on %.0f pt: ticks %v", values, float64(h), labels)
			}
		}
	}
}

func TestStepsRunFromTheirFirstDayToTheirLast(t *testing.T) {
	for _, c := range []struct{ a, b, from, to, text string }{
		{"2025-01 to 2025-03", "", "2025-01-01", "2025-03-31", "Jan – Mar 2025, 3 months"},
		{"2025-04 to 2025-06", "", "2025-04-01", "2025-06-30", "Apr – Jun 2025, 3 months"},
		{"2025-07 to 2025-07", "", "2025-07-01", "2025-07-31", "Jul 2025, 1 month"},
		{"2025-01-01 to 2025-03-31", "", "2025-01-01", "2025-03-31", "1 Jan – 31 Mar 2025, 3 months"},
		{"2025-01-15 to 2025-03-14", "", "2025-01-15", "2025-03-14", "15 Jan – 14 Mar 2025, 2 months"},
		{"2025-01-01 to 2025-01-15", "", "2025-01-01", "2025-01-15", "1 Jan – 15 Jan 2025, 15 days"},
		{"2024-02-01 to 2024-02-29", "", "2024-02-01", "2024-02-29", "1 Feb – 29 Feb 2024, 1 month"},
		{"2025-Q1 to 2025-Q2", "", "2025-01-01", "2025-06-30", "Q1 2025 – Q2 2025"},
		{"2023 to 2025", "", "2023-01-01", "2025-12-31", "2023 – 2025"},
		{"2024-11 to 2025-02", "", "2024-11-01", "2025-02-28", "Nov 2024 – Feb 2025, 4 months"},
		{"2025-01", "2025-03", "2025-01-01", "2025-03-31", "Jan – Mar 2025, 3 months"},
		{"2025-01", "2025-01", "2025-01-01", "2025-01-31", "Jan 2025, 1 month"},
		{"2025-01", "2025-03-15", "2025-01-01", "2025-03-15", "Jan – 15 Mar 2025, 74 days"},
		{"15/01/2025", "14/04/2025", "2025-01-15", "2025-04-14", "15/01/2025 – 14/04/2025, 3 months"},
		{"H1 2025 to H2 2025", "", "2025-01-01", "2025-12-31", "H1 2025 – H2 2025"},
	} {
		text := "Step|When\nA|" + c.a
		if c.b != "" {
			text = "Step|Start|End\nA|" + c.a + "|" + c.b
		}
		s := &Spec{Kind: "gantt", Table: tab(text)}
		var l diag.List
		judged := judge(s, &l)
		if l.Failed(false) {
			t.Errorf("%s: %v", c.a, l.Problems())
			continue
		}
		st := judged.n.steps[0]
		y0, m0, d0 := value.Day(int(st.from)).Civil()
		y1, m1, d1 := value.Day(int(st.to) - 1).Civil()
		if got := judged.n.cols[0].cells[0].text; iso(y0, m0, d0) != c.from || iso(y1, m1, d1) != c.to || got != c.text || st.point || st.solidFrom != st.from || st.solidTo != st.to {
			t.Errorf("%s %s: %s to %s, %q, want %s to %s, %q", c.a, c.b, iso(y0, m0, d0), iso(y1, m1, d1), got, c.from, c.to, c.text)
		}
	}
}

func TestFiscalYearsBesideCalendarYearsAskForTheirCalendar(t *testing.T) {
	for starts, want := range map[int]int{0: 1, 4: 0} {
		tab := tab("P|V\n2023|3\nFY24|4")
		tab.Calendar.YearStarts = starts
		s := &Spec{Kind: "line", Table: tab}
		var l diag.List
		if judge(s, &l); l.Len() != want {
			t.Errorf("years from month %d: %v", starts, l.Problems())
		}
	}
}
