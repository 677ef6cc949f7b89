package charts

import (
	"fmt"
	"strings"
	"testing"

	"roadshow/briefing/evidence/value"
	"roadshow/internal/diag"
)

// TestWrongChartsAreRefusedAtTheirPlace: one clear error with place and hint for each mistake.
func TestWrongChartsAreRefusedAtTheirPlace(t *testing.T) {
	at := diag.Span{File: "briefing.yaml", Line: 7, Col: 11}
	note := diag.Span{File: "briefing.yaml", Line: 9, Col: 5}
	for _, c := range []struct {
		name, kind, text string
		edit             func(*Spec)
		want             string // file:line:col code: part of the summary
		hint             string // part of the hint
	}{
		{"a word among numbers", "column", "Year|Sales\n2021|10\n2022|1,23,4m", nil, `t.csv:3:6 E-VALUE: "1,23,4m" is not a number`, "commas group three digits: 1,480.5"},
		{"a word in the second column", "line", "Year|A|B\n2021|1|2\n2022|2|none", nil, `t.csv:3:8 E-VALUE: "none" is not a number`, "n/a"},
		{"a column of words", "line", "Year|Sales|Remark\n2021|10|good\n2022|12|better", nil, `t.csv:1:12 E-CHART: column "Remark" holds words`, "y: [Sales]"},
		{"two units", "bar", "Name|V\nA|20%\nB|30 bn", nil, `t.csv:3:3 E-UNIT: "bn" cannot stand beside "%"`, "one value axis"},
		{"a column without the other's unit", "grouped", "Quarter|Sales|Margin\nQ1|120|25.3%\nQ2|135|27.0%", nil, `t.csv:2:4 E-UNIT: the numbers of "Sales" have no unit and cannot stand beside "%"`, "one value axis"},
		{"parts below zero without a unit", "stacked", "Quarter|Loss|Margin\nQ1|-5|25%\nQ2|3|27%", nil, `t.csv:2:4 E-UNIT: the numbers of "Loss" have no unit and cannot stand beside "%"`, "write the unit"},
		{"a second column without a unit", "line", "Year|A|B\n2021|$1|2\n2022|$3|4", nil, `t.csv:2:9 E-UNIT: the numbers of "B" have no unit`, "write the unit"},
		{"a unit line in another currency", "column", "Year|Sales\n2023|$5m\n2024|$6m", func(s *Spec) { s.Unit = "€bn, 2010" }, `E-UNIT: the unit line says "€bn" over values in "$m"`, "$m"},
		{"a unit line in another scale", "column", "Year|Sales\n2023|$5m\n2024|$6m", func(s *Spec) { s.Unit = "$bn" }, `E-UNIT: the unit line says "$bn" over values in "$m"`, ""},
		{"a unit line in per cent over money", "line", "Year|Sales\n2023|$5m\n2024|$6m", func(s *Spec) { s.Unit = "%; by year" }, `E-UNIT: the unit line says "%" over values in "$m"`, ""},
		{"a unit line in money over per cent", "bar", "Firm|Margin\nA|20%\nB|30%", func(s *Spec) { s.Unit = "RMB m" }, `E-UNIT: the unit line says "RMB m" over values in "%"`, ""},
		{"a unit line in points over per cent", "bar", "Firm|Margin\nA|20%\nB|30%", func(s *Spec) { s.Unit = "points" }, `E-UNIT: the unit line says "points" over values in "%"`, ""},
		{"a unit line in another scale of a noun", "bar", "Model|Size\nA|6 bn parameters\nB|9 bn parameters", func(s *Spec) { s.Unit = "m parameters" }, `E-UNIT: the unit line says "m parameters" over values in "bn parameters"`, ""},
		{"a unit line against the column's own", "column", "Year|Sales ($bn)\n2023|5\n2024|6", func(s *Spec) { s.Unit = "$m" }, `E-UNIT: the unit line says "$m", and the column "Sales ($bn)" says $bn`, "unit of the column"},
		{"a unit line of weight against a column of money", "bar", "Firm|Sales in €m\nA|5\nB|6", func(s *Spec) { s.Unit = "kg" }, `E-UNIT: the unit line says "kg", and the column "Sales in €m" says €m`, ""},
		{"years beside halves", "column", "Period|Sales\n2022|5\n2023|6\nH1 2024|3", nil, `t.csv:4:1 E-CHART: "2022" is a year and "H1 2024" a half-year`, "one length"},
		{"quarters beside months", "bar", "Period|Sales\nQ1 2022|5\n2022-04|2\n2022-05|3", nil, `t.csv:3:1 E-CHART: "Q1 2022" is a quarter and "2022-04" a month`, "one length"},
		{"rounded shares that are too far off", "donut", "N|V\na|60%\nb|38.9%", func(s *Spec) { s.Rounded = true }, "t.csv:3:3 E-SUM: the shares add up to 98.9%", "amounts instead of shares"},
		{"shares that may be rounded", "stacked_100", "N|A|B|C\nx|33.3%|33.3%|33.3%\ny|60%|20%|20%", nil, "t.csv:2:15 E-SUM: the shares add up to 99.9%", "if the numbers are rounded say `rounded: true`"},
		{"a rounded bridge that is too far off", "waterfall", "S|V\nStart|10.1\nUp|2.3\nEnd|12.7", func(s *Spec) { s.Rounded = true }, "t.csv:4:5 E-SUM: the steps add up to 12.4", ""},
		{"pie", "pie", "A|B\nx|1", nil, "briefing.yaml:7:11 E-CHART: pie charts are refused", "bar"},
		{"3-D", "3-D column", "A|B\nx|1", nil, "briefing.yaml:7:11 E-CHART: 3-D column charts are refused: depth", "flat"},
		{"radar", "radar", "A|B\nx|1", nil, "briefing.yaml:7:11 E-CHART: radar charts are refused", "bar"},
		{"dual axis", "dual-axis", "A|B\nx|1", nil, "briefing.yaml:7:11 E-CHART: dual-axis charts are refused", "index"},
		{"a slip", "colum", "A|B\nx|1", nil, `briefing.yaml:7:11 E-CHART: unknown chart kind "colum"`, `did you mean "column"?`},
		{"slope of one column", "slope", "Name|2020\nA|1\nB|2", nil, "E-CHART: a slope chart draws {name, value at a date, value at a date}; these data have {Name, 2020}", "x and y"},
		{"scatter of one column", "scatter", "Name|X\nA|1\nB|2", nil, "E-CHART: a scatter chart draws {name, x, y}; these data have {Name, X}", ""},
		{"bubble without size", "bubble", "Name|X|Y\nA|1|2\nB|2|3", nil, "E-CHART: a bubble chart draws {name, x, y, size}", ""},
		{"mekko of one part", "mekko", "Name|V\nA|1\nB|2", nil, "E-CHART: a mekko chart draws {name, size, part, part …}", ""},
		{"a date that is none", "gantt", "Step|Start|End\nA|31/2/2023|2024", nil, "t.csv:2:3 E-DATE:", ""},
		{"a step that ends first", "gantt", "Step|Start|End\nA|2023-05|2022-01", nil, "t.csv:2:11 E-CHART: this step ends before it starts", "earlier"},
		{"a donut of five", "donut", "N|V\na|1\nb|2\nc|3\nd|4\ne|5", nil, "briefing.yaml:7:11 E-DONUT: a donut shows at most 4 parts; these data have 5", "bar"},
		{"shares that do not add up", "donut", "N|V\na|60%\nb|39.5%", nil, "t.csv:3:3 E-SUM: the shares add up to 99.5%, not 100%, a difference of 0.5 points: 60% + 39.5%", "share"},
		{"a stack that does not add up", "stacked_100", "N|A|B\nx|60%|40%\ny|70%|40%", nil, "t.csv:3:7 E-SUM: the shares add up to 110%, not 100%, a difference of −10 points: 70% + 40%", ""},
		{"a bridge that does not add up", "waterfall", "S|V\nStart|0.1\nMore|0.2\nEnd|0.4", nil, "t.csv:4:5 E-SUM: the steps add up to 0.3, but End says 0.4, a difference of 0.1: 0.1 +0.2", "wrong"},
		{"a bound in a bridge", "waterfall", "S|V\nStart|1\nMore|over 2\nEnd|3", nil, "t.csv:3:6 E-CHART: a bound cannot be stacked in a waterfall: More is >2", "bar"},
		{"negative part", "stacked", "N|A|B\nx|1|-2\ny|3|4", nil, "t.csv:2:5 E-CHART: stacked parts cannot be negative: −2", "waterfall"},
		{"log bars", "column", "N|A\nx|1\ny|3", func(s *Spec) { s.Scale = "log" }, "E-CHART: bars begin at zero, and a log scale has none", "line"},
		{"log of zero", "line", "Year|A\n2021|0\n2022|3", func(s *Spec) { s.Scale = "log" }, "t.csv:2:6 E-CHART: a log scale has no place for 0", "linear"},
		{"threshold without a band", "threshold", "N|A\nx|1", nil, "briefing.yaml:7:11 E-CHART: a threshold chart needs its band", "band"},
		{"a band upside down", "threshold", "N|A\nx|1", func(s *Spec) { s.Band = &Band{Value: upsideDown(t), At: note} }, "briefing.yaml:9:5 E-CHART: this band ends below its beginning: 20 to 10", "smaller"},
		{"a band upside down among columns", "column", "N|A\nx|1", func(s *Spec) {
			v := upsideDown(t)
			s.Annotations = []Annotation{{Kind: "band", At: note, Value: &v}}
		}, "briefing.yaml:9:5 E-CHART: this band ends below its beginning: 20 to 10", "smaller"},
		{"nothing known", "line", "Year|A\n2021|?\n2022|n/a", nil, "briefing.yaml:7:11 E-CHART: this chart has nothing to draw: no value is known", "number"},
		{"no point known", "scatter", "N|X|Y\na|?|?\nb|n/a|?", nil, "E-CHART: this chart has nothing to draw", ""},
		{"a ring with an unknown part", "donut", "N|A\na|5\nb|?", nil, "t.csv:3:3 E-CHART: a part of this whole is not known: b", "n/a"},
		{"a ring of nothing", "donut", "N|A\na|0\nb|0", nil, "t.csv:2:3 E-CHART: nothing has no shares: all parts are 0", "bar"},
		{"shares beside an unknown part", "stacked_100", "N|A|B\na|5|?\nb|1|2", nil, "t.csv:2:5 E-CHART: a part of this whole is not known: a, B", "n/a"},
		{"steps on a log scale", "gantt", "Step|Start|End\nA|2021|2022", func(s *Spec) { s.Scale = "log" }, "E-CHART: time has no log scale", ""},
		{"highlight of nothing", "bar", "N|A\nAlpha|1\nBeta|3", func(s *Spec) { s.Highlight = "Alpa" }, `E-REF: highlight names neither a category nor a series: "Alpa"`, `did you mean "Alpha"?`},
		{"unknown column", "line", "Year|A\n2021|1\n2022|3", func(s *Spec) { s.Y = []string{"B"} }, `E-REF: the data have no column "B"`, ""},
		{"gap between two floors", "column", "N|A\nMay|over 50%\nGPT-4|over 70%",
			func(s *Spec) { s.Annotations = []Annotation{{Kind: "difference", At: note, From: "May", To: "GPT-4"}} },
			"briefing.yaml:9:5 E-CHART: the difference cannot be known: May is >50%, GPT-4 is >70%", "callout"},
		{"growth from zero", "column", "Year|A\n2020|0\n2022|9", func(s *Spec) { s.Annotations = []Annotation{{Kind: "cagr", At: note, From: "2020", To: "2022"}} },
			"briefing.yaml:9:5 E-CHART: growth a year has no meaning for values that are not above zero: 0 to 9", "difference"},
		{"growth of a floor", "column", "Year|A\n2020|over 3\n2022|9", func(s *Spec) { s.Annotations = []Annotation{{Kind: "cagr", At: note, From: "2020", To: "2022"}} },
			"briefing.yaml:9:5 E-CHART: growth a year cannot be known from a bound", ""},
		{"growth without dates", "column", "N|A\nx|1\ny|9", func(s *Spec) { s.Annotations = []Annotation{{Kind: "cagr", At: note, From: "x", To: "y"}} },
			"E-CHART: growth a year needs categories that are dates", ""},
		{"trend through a floor", "line", "Year|A\n2020|1\n2021|over 3\n2022|9", func(s *Spec) { s.Annotations = []Annotation{{Kind: "trend", At: note, Trend: "linear"}} },
			"E-CHART: a trend through a bound or a range cannot be known: >3", ""},
		{"unknown trend", "line", "Year|A\n2020|1\n2021|3", func(s *Spec) { s.Annotations = []Annotation{{Kind: "trend", At: note, Trend: "linaer"}} },
			`briefing.yaml:9:5 E-CHART: unknown trend "linaer"`, `did you mean "linear"?`},
		{"a short average", "line", "Year|A\n2020|1\n2021|3", func(s *Spec) { s.Annotations = []Annotation{{Kind: "trend", At: note, Trend: "sma 5"}} },
			"E-CHART: sma 5 needs 5 values; there are 2", ""},
		{"reference of another unit", "bar", "N|A\nx|1%\ny|9%", func(s *Spec) { s.Annotations = []Annotation{{Kind: "reference", At: note, Value: val(t, "$5")}} },
			"briefing.yaml:9:5 E-UNIT: the reference has another unit", ""},
		{"a line on a ring", "donut", "N|A\nx|40%\ny|60%", func(s *Spec) { s.Annotations = []Annotation{{Kind: "reference", At: note, Value: val(t, "5%")}} },
			"briefing.yaml:9:5 E-CHART: a donut chart shows no reference", ""},
		{"nothing", "bar", "N|A", nil, "briefing.yaml:6:9 E-CHART: this chart has nothing to draw", "data"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := &Spec{Kind: c.kind, At: diag.Span{File: "briefing.yaml", Line: 6, Col: 9}, KindAt: at, Table: tab(c.text)}
			if c.edit != nil {
				c.edit(s)
			}
			var l diag.List
			judged := judge(s, &l)
			var said []string
			for _, p := range l.Problems() {
				line := fmt.Sprintf("%s:%d:%d %s: %s", p.At.File, p.At.Line, p.At.Col, p.Code, p.Summary)
				said = append(said, line+" ("+p.Hint+")")
				if p.Severity == diag.Error && strings.Contains(line, c.want) {
					if p.Hint == "" || !strings.Contains(p.Hint, c.hint) {
						t.Errorf("hint %q does not say %q", p.Hint, c.hint)
					}
					if n := l.Len(); n > 1 {
						t.Errorf("one mistake, %d problems: %v", n, said)
					}
					// Whatever was wrong, drawing it anyway must not panic.
					Draw(judged, style0(t).frame, style0(t).st, &l)
					return
				}
			}
			t.Errorf("want %q, got %q", c.want, said)
		})
	}
}

// TestAutoChoosesTheFormOfTheRelation and says why.
func TestAutoChoosesTheFormOfTheRelation(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Year|Sales\n2020|1\n2021|2\n2022|4", "column"},
		{"Year|Sales\n2011|1\n2012|2\n2013|4\n2014|4\n2015|4\n2016|4\n2017|4\n2018|4\n2019|5", "line"},
		{"Year|A|B\n2020|1|3\n2021|2|3", "line"},
		{"Firm|Staff\nLong name of a firm|12\nOther|5", "bar"},
		{"Firm|Share\nOurs|41%\nRest|59%", "waffle"},
		{"Model|2022|2023\nA|1|2\nB|2|3\nC|3|3\nD|1|4", "slope"},
		{"Layer|Size|Ours|Theirs\nA|60%|20%|80%\nB|40%|50%|50%", "mekko"},
		{"Item|A|B|C\nx|20%|30%|50%\ny|10%|40%|50%", "stacked_100"},
		{"Step|Value\nStart|10\nLoss|-3\nEnd|7", "waterfall"},
		{"Step|Start|End\nDesign|2022-01|2022-06\nBuild|2022-05|2023-02", "gantt"},
		{"Step|Period\nDesign|2022-01 to 2022-06", "gantt"},
		{"Item|Cost\nInference|1 to 2\nTraining|over 20", "open_range"},
		{"Firm|Floors\nA|3 to 4\nB|7 to 11", "range"},
		{"Model|Size|Accuracy\nA|7 bn|42%\nB|65 bn|48%\nC|175 bn|44%", "scatter"},
		{"Model|English|Chinese|Code|Maths\nA|1|2|3|4\nB|2|3|4|5", "heat"},
		{"City|Men|Women\nA|1|2\nB|2|3", "grouped"},
	} {
		s := &Spec{Kind: "auto", Table: tab(c.text)}
		var l diag.List
		judged := judge(s, &l)
		if judged.Kind != c.want || judged.Why == "" {
			t.Errorf("%q: %s (%s), want %s; %v", c.text, judged.Kind, judged.Why, c.want, l.Problems())
		}
		drawnOn(t, s, style0(t).frame, style0(t).st)
	}
	s := &Spec{Kind: "auto", Table: tab("M|Size\nOurs|6 bn"), Band: &Band{Value: *val(t, "40 to 50 bn")}}
	if judged := Judge(*s); judged.Kind != "threshold" {
		t.Errorf("a band: %s", judged.Kind)
	}
}

// upsideDown is a band as the outline's {from: 20, to: 10} makes it.
func upsideDown(t *testing.T) value.Value {
	v := *val(t, "20")
	v.Hi = val(t, "10").Hi
	return v
}

// TestRoundedPartsMayMissTheirSum: half a unit of the last printed digit each, and a unit line that says what the cells say.
func TestRoundedPartsMayMissTheirSum(t *testing.T) {
	for _, c := range []struct {
		kind, text string
		edit       func(*Spec)
	}{
		{"donut", "N|V\na|33.3%\nb|33.3%\nc|33.3%", nil},
		{"waterfall", "S|V\nStart|10.1\nUp|2.3\nDown|-1.1\nEnd|11.4", nil},
		{"stacked_100", "N|A|B|C\nx|33%|33%|33%\ny|60%|30%|11%", nil},
		{"column", "Year|Sales\n2023|$5m\n2024|$6m", func(s *Spec) { s.Unit = "$m, by year" }},
		{"column", "Year|Sales\n2023|$5m\n2024|$6m", func(s *Spec) { s.Unit = "$, by year" }},
		{"column", "Year|Sales\n2023|5\n2024|6", func(s *Spec) { s.Unit = "€bn" }},
		{"column", "Year|Firms\n2023|5\n2024|6", func(s *Spec) { s.Unit = "number of companies" }},
		{"column", "Year|Sales\n2023|$5m\n2024|$6m", func(s *Spec) { s.Unit = "wages and service" }},
	} {
		s := &Spec{Kind: c.kind, Table: tab(c.text)}
		s.Rounded = true
		if c.edit != nil {
			c.edit(s)
		}
		var l diag.List
		judge(s, &l)
		if l.Failed(false) {
			t.Errorf("%s of %q: %v", c.kind, c.text, l.Problems())
		}
	}
}
