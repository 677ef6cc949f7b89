package charts

import (
	"strings"
	"testing"
	"unicode"

	"roadshow/briefing/evidence/value"
	"roadshow/internal/diag"
	"roadshow/scene"
	"roadshow/words"
)

// english are the words that charts print on their own account; none may stand on a Chinese page.
var english = []string{"Total", "others", "each", "given", "larger", "year", "trend", "average", "Bollinger", "dashed", "known", "until", "month", "day", "scale",
	"highest", "lowest", "Source", "chart", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Oct", "value", " to ", "about "}

func TestAChineseChartPrintsNoEnglishWords(t *testing.T) {
	st := style(t, "paper", scene.Slides)
	frame := scene.Rect{X: 48, Y: 172, W: 864, H: 290}
	for _, c := range []struct {
		name string
		spec *Spec
		want string
	}{
		{"mekko", &Spec{Kind: "mekko", Table: tab("环节|甲|乙\n芯片|30|20\n云|20|30")}, "合计"},
		{"many bars", &Spec{Kind: "bar", Table: tab("公司|数值" + strings.ReplaceAll(strings.TrimPrefix(manyRows(20), "Name|Value"), "Company ", "公司"))}, "其他8项"},
		{"threshold", &Spec{Kind: "threshold", Table: tab("模型|规模\n停止时|6"), Band: &Band{Value: *val(t, "40 to 50"), Label: "涌现"}}, "6.7至8.3倍"},
		{"open range", &Spec{Kind: "open_range", Table: tab("项目|成本\n推理|1 to 2\n训练|at least 20")}, "上限未给出"},
		{"growth", &Spec{Kind: "column", Table: tab("年|收入\n2018|10\n2020|14.4"), Annotations: []Annotation{{Kind: "cagr", From: "2018", To: "2020"}}}, "每年+20%"},
		{"linear", &Spec{Kind: "line", Table: tab("年|收入\n2018|10\n2019|12\n2020|15"), Annotations: []Annotation{{Kind: "trend", Trend: "linear"}}}, "线性趋势，决定系数0.99，样本3"},
		{"average", &Spec{Kind: "line", Table: tab("月|价格\n2024-01|10\n2024-02|12\n2024-03|15\n2024-04|11"), Annotations: []Annotation{{Kind: "trend", Trend: "sma 3"}}}, "3个月均线"},
		{"gantt", &Spec{Kind: "gantt", Table: tab("步骤|Start|End\n训练|2022-01|2022-06\n上线|2023-03|2023-09\n未定|?|?")}, "2022年1月至6月，6个月"},
		{"log", &Spec{Kind: "dot", Scale: "log", Table: tab("年|数\n2018|10\n2019|1000"), Measure: "规模", Unit: "家"}, "10"},
		{"heat", &Spec{Kind: "heat", Table: tab("行|甲|乙|丙\n一|1|n/a|n/a\n二|n/a|n/a|3")}, "1"},
	} {
		c.spec.Language, c.spec.Title = "zh", "标题"
		chart := Draw(Judge(*c.spec).Of("某报"), frame, st, &diag.List{})
		checkGeometry(t, chart, st)
		said := strings.Join(texts(chart), "\n")
		if !strings.Contains(said, c.want) {
			t.Errorf("%s: no %q among %q", c.name, c.want, said)
		}
		if c.name == "log" && !strings.Contains(chart.Unit, "规模，家，对数坐标") {
			t.Errorf("the unit line is %q", chart.Unit)
		}
		for _, w := range english {
			if strings.Contains(said+chart.Alt+chart.Unit, w) {
				t.Errorf("%s: %q in %q; alt %q, unit %q", c.name, w, said, chart.Alt, chart.Unit)
			}
		}
		if words.For("zh").Chart.Kind(chart.Kind) == "图表" || !strings.HasPrefix(chart.Alt, words.For("zh").Chart.Kind(chart.Kind)) {
			t.Errorf("%s: the alternative text does not name the kind: %s", c.name, chart.Alt)
		}
	}
}

func TestEveryKindHasANameInEveryLanguage(t *testing.T) {
	for _, l := range words.Languages() {
		c := &words.For(l).Chart
		for _, k := range Catalog() {
			if c.Kind(k.Name) == c.Plain {
				t.Errorf("%s has none in %s", k.Name, l)
			}
		}
	}
}

func TestChineseDates(t *testing.T) {
	for typed, want := range map[string]string{"2023": "2023", "early 2023": "2023年初", "2023-03": "2023年3月", "mid 2023-03": "2023年3月中旬", "2023-05-31": "2023年5月31日",
		"2023-Q3": "2023年第3季度", "before 2023-05": "2023年5月之前", "2023-03 to 2023-05": "2023年3月至5月", "2022-12 to 2023-01": "2022年12月至2023年1月"} {
		d, err := value.ParseDate(typed)
		if err != nil {
			t.Fatal(err)
		}
		got := language{words.For("zh")}.date(d)
		if got != want {
			t.Errorf("%s: %s, want %s", typed, got, want)
		}
		if strings.ContainsFunc(got, func(r rune) bool { return unicode.IsLetter(r) && r < 128 }) {
			t.Errorf("%s: letters in %s", typed, got)
		}
	}
}
