package charts

import (
	"fmt"
	"math"
	"strings"

	"roadshow/briefing/evidence/source"
	"roadshow/briefing/evidence/table"
	"roadshow/briefing/evidence/value"
)

// Gallery are typical charts, at least one of every kind and annotation: for pictures of all looks, and for tests. Their
// numbers are samples.
func Gallery() []*Spec {
	return []*Spec{
		{Kind: "threshold", Title: "One model stopped more than six times short of emergence", Measure: "Model size", Unit: "bn parameters",
			Table: galleryTable("Model|Size\nwhere the team stopped|6 bn parameters"), Band: &Band{Value: *amount("40 to 50 bn parameters"), Label: "Emergence"}},
		{Kind: "open_range", Title: "Training cost at least ten times as much as inference", Unit: "RMB m",
			Table: galleryTable("Item|Cost\nLocal inference|RMB 1 to 2m\nTraining|at least RMB 20m"), Highlight: "Training"},
		{Kind: "column", Title: "The average domestic model more than doubled its accuracy by May", Measure: "Accuracy", Unit: "%, 2023",
			Table:     galleryTable("Model|Accuracy\nDomestic average, March|20%\nDomestic average, May|over 50%\nGPT-4, March|over 70%"),
			Highlight: "Domestic average, May", Order: "given",
			Annotations: []Annotation{{Kind: "difference", From: "Domestic average, March", To: "Domestic average, May"}}},
		{Kind: "column", Title: "Revenue grew by a quarter a year", Unit: "$m", Table: galleryTable("Year|Revenue\n2018|$12m\n2019|$15m\n2020|$19m\n2021|$24m\n2022|$30m\n2023|about $37m"),
			Annotations: []Annotation{{Kind: "cagr", From: "2018", To: "2022"}, {Kind: "forecast", From: "2023"}}},
		{Kind: "bar", Title: "The field is over twice as large as one founder expected", Unit: "companies",
			Table: galleryTable("Maker|Count\nExpected by Li Zhifei|at most 3\nNamed in the article|at least 8"), Highlight: "Named in the article", Order: "given"},
		{Kind: "bar", Title: "Cloud leads the use of accelerators", Unit: "%", Highlight: "Finance and insurance",
			Table:       galleryTable("Sector|Share\nCloud|41%\nFinance and insurance|23%\nRetail|12%\nHealth|9%\nPublic sector|7%\nOther|8%"),
			Annotations: []Annotation{{Kind: "reference", Value: amount("15%"), Label: "All sectors"}}},
		{Kind: "grouped", Title: "Start-ups overtook incumbents in two years of three", Unit: "releases",
			Table: galleryTable("Year|Start-ups|Incumbents\n2021|3|9\n2022|8|11\n2023|24|17")},
		{Kind: "line", Title: "Prices of a million tokens fell", Unit: "$", Table: galleryTable("Month|OpenAI|Anthropic|Google\n2023-01|60|52|44\n2023-03|52|?|42\n2023-06|40|38|36\n2023-09|28|30|29\n2024-01|12|16|15"),
			Highlight: "OpenAI", Annotations: []Annotation{{Kind: "event", On: "2023-06", Label: "Price cut"}}},
		{Kind: "line", Title: "Accuracy of one model", Unit: "%", Table: galleryTable("Month|Accuracy\n2023-01|18%\n2023-02|20%\n2023-03|31%\n2023-04|over 42%\n2023-05|50 to 58%\n2023-06|63%"),
			Annotations: []Annotation{{Kind: "callout", On: "2023-04", Label: "Only a floor is given"}}},
		{Kind: "range", Title: "Two rivals for the same talent sit four floors apart", Unit: "floor",
			Table: galleryTable("Company|Floors\nLight Years Away|3\nWisdom Spectrum AI|7 to 11"), Highlight: "Wisdom Spectrum AI"},
		{Kind: "gantt", Title: "Demand took years to form; the answer took months", Highlight: "From GPT-3 to demand",
			Table: galleryTable("Step|Start|End\nFrom GPT-3 to demand|2020-06|2023-01\nFrom demand to the declaration|2023-01|2023-02-10\nFrom the declaration to a launch|2023-02-10|early 2023-04")},
		{Kind: "gantt", Title: "Three years of head start did not deter the newcomers", Highlight: "Light Years Away",
			Table: galleryTable("Company|Start|End\nWisdom Spectrum AI|2019|2023-05\nLanzhou Technology|end 2020|2023-05\nLingshen's own model|end 2021|2023-05\nLight Years Away|early 2023-04|2023-05")},
		{Kind: "gantt", Title: "Plans differ from what is known", Table: galleryTable("Step|Start|End|Status\nTraining|2023-01|2023-04|done\nSafety review|2023-03|2023-06|actual\nLaunch|2023-07|?|planned\nSecond model|after 2023-06||forecast\nBoard|2023-05-15|2023-05-15|on hold")},
		{Kind: "stacked", Title: "Compute takes most of the bill", Unit: "$m", Highlight: "Compute",
			Table: galleryTable("Year|People|Compute|Data\n2021|2|3|1\n2022|4|9|2\n2023|7|26|5")},
		{Kind: "stacked_100", Title: "Compute's share of the bill grew", Unit: "RMB m, shares",
			Table: galleryTable("Year|People|Compute|Data\n2021|2|3|1\n2022|4|9|2\n2023|7|26|5")},
		{Kind: "area", Title: "Users passed a hundred million in two months", Unit: "m users", Table: galleryTable("Month|Users\n2022-11|1\n2022-12|57\n2023-01|100\n2023-02|118\n2023-03|150\n2023-04|172")},
		{Kind: "area", Title: "Three layers", Unit: "$bn", Table: galleryTable("Year|Chips|Cloud|Models\n2019|10|8|0.5\n2020|12|11|1\n2021|16|15|2\n2022|22|20|4\n2023|41|27|9")},
		{Kind: "slope", Title: "Home-grown models caught up", Unit: "%", Highlight: "Baichuan", Table: galleryTable("Model|March|May\nBaichuan|20%|52%\nGLM|31%|48%\nGPT-4|70%|74%\nLLaMA|28%|30%\nBloom|27%|29%")},
		{Kind: "dot", Title: "Model sizes differ by a factor of thirty", Unit: "bn parameters", Highlight: "Baichuan", Table: galleryTable("Model|Size\nGPT-3|175\nLLaMA|65\nGLM-130B|130\nBaichuan|7\nBloom|176\nPaLM|about 540")},
		{Kind: "dot", Title: "Uptime differs in the second digit", Unit: "%", Table: galleryTable("Cloud|Uptime\nA|99.1%\nB|99.6%\nC|99.9%\nD|over 99.5%")},
		{Kind: "dumbbell", Title: "Prices halved", Unit: "$", Highlight: "Google", Table: galleryTable("Maker|2022|2023\nOpenAI|60|28\nAnthropic|52|30\nGoogle|44|12\nCohere|20|24")},
		{Kind: "waterfall", Title: "Costs ate the growth", Unit: "$m", Table: galleryTable("Step|Value\nProfit 2021|40\nRevenue|35\nCompute|-28\nSalaries|-12.5\nGrants|4\nProfit 2022|38.5")},
		{Kind: "waterfall", Title: "A bridge below zero", Unit: "$m", Table: galleryTable("Step|Value\nOperating profit, first half|5\nOne-off write-down of old stock|-12\nSale of the building in Hangzhou|3\nOperating profit, second half|-4")},
		{Kind: "mekko", Title: "Start-ups must win in the layers that sell", Unit: "%", Size: "Size",
			Entities: map[string]int{"Start-ups": 1, "Incumbents": 2},
			Table:    galleryTable("Layer|Size|Start-ups|Incumbents\nCompute and cloud|35%|8%|92%\nFoundation models|25%|40%|60%\nTools|12%|55%|45%\nApplications|28%|60%|40%")},
		{Kind: "mekko", Title: "Amounts", Unit: "$bn", Table: galleryTable("Region|Chips|Cloud|Models\nAmerica|40|30|12\nChina|12|9|5\nEurope|4|6|1\nRest of the world|2|3|0.5")},
		{Kind: "donut", Title: "One cloud holds half", Unit: "%", Table: galleryTable("Cloud|Share\nA|51%\nB|27%\nC|14%\nOthers|8%")},
		{Kind: "scatter", Title: "Larger models answer better", Highlight: "Baichuan", Table: galleryTable("Model|Parameters|Accuracy\nGPT-3|175 bn|44%\nLLaMA|65 bn|48%\nGLM-130B|130 bn|45%\nBaichuan|7 bn|42%\nBloom|176 bn|39%\nPaLM|540 bn|54%\nChinchilla|70 bn|50%\nGopher|280 bn|47%"),
			Annotations: []Annotation{{Kind: "trend", Trend: "linear"}}},
		{Kind: "bubble", Title: "Money follows size", Table: galleryTable("Company|Staff|Models|Raised\nBaichuan|170|3|$50m\nMiniMax|120|2|$250m\nZhipu|400|6|$340m\nMoonshot|60|1|$200m\nLight Years Away|70|1|$280m")},
		{Kind: "waffle", Title: "Four in ten answers were wrong", Unit: "%", Table: galleryTable("Answer|Share\nWrong|41%\nRight|52%\nNo answer|7%"), Highlight: "Wrong"},
		{Kind: "funnel", Title: "One visit in forty became a customer", Table: galleryTable("Stage|Count\nVisited|4,000\nTried|1,200\nRegistered|about 480\nPaid|100")},
		{Kind: "heat", Title: "Chinese questions remain the hardest", Unit: "%", Table: galleryTable("Model|English|Chinese|Code|Maths\nGPT-4|86%|74%|67%|52%\nGPT-3.5|70%|58%|48%|34%\nGLM|46%|51%|22%|n/a\nBaichuan|42%|44%|over 15%|9%")},
		{Kind: "line", Title: "A share price with its average and bands", Unit: "$", Table: wandering(60), Annotations: []Annotation{{Kind: "trend", Trend: "sma 10"}, {Kind: "trend", Trend: "bollinger 10"}, {Kind: "trend", Trend: "macd"}}},
		{Kind: "line", Title: "Eight lines", Unit: "%", Table: galleryTable("Year|Alpha|Beta|Gamma|Delta|Epsilon|Zeta|Eta|Theta\n2019|1|2|3|4|5|6|7|8\n2020|2|2|4|4|6|5|8|7\n2021|3|4|4|5|5|6|9|6\n2022|5|5|6|6|4|7|11|6.5"), Annotations: []Annotation{{Kind: "reference", Value: amount("10"), Label: "Target"}, {Kind: "forecast", From: "2022"}}},
		{Kind: "column", Title: "Losses first", Unit: "$m", Table: galleryTable("Year|Profit\n2019|-3\n2020|-8\n2021|-2\n2022|4\n2023|n/a\n2024|11"), Scenario: map[string]string{"2024": "plan"}, Highlight: "2022"},
		{Kind: "column", Title: "汉字标签", Unit: "亿元", Table: galleryTable("公司|融资\n百川智能|3.5亿\n光年之外|2.3亿\n智谱华章科技|over 5亿\n月之暗面|20亿"), Highlight: "百川智能"},
		{Kind: "bar", Title: "Twenty rows", Unit: "staff", Table: ranking(20)},
	}
}

// galleryTable reads a table whose cells are parted by bars.
func galleryTable(text string) *table.Table {
	t := &table.Table{ID: "sample"}
	for i, row := range strings.Split(strings.TrimSpace(text), "\n") {
		cells := strings.Split(row, "|")
		if i == 0 {
			t.Corner = cells[0]
			for _, name := range cells[1:] {
				t.Columns = append(t.Columns, table.Column{Name: name})
			}
			continue
		}
		r := table.Row{Name: cells[0]}
		for _, c := range cells[1:] {
			r.Cells = append(r.Cells, table.Cell{Text: c})
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}

// amount is a value of the gallery; one that cannot be read is a mistake in this file, and a test draws them all.
func amount(s string) *value.Value {
	v, err := source.ParseValue(s)
	if err != nil {
		panic("charts: gallery: " + err.Error())
	}
	return &v
}

// wandering is a series of n days that wanders without chance.
func wandering(n int) *table.Table {
	var b strings.Builder
	b.WriteString("Day|Price\n")
	v := 50.0
	for i := range n {
		v += math.Sin(float64(i)/5)*2 + math.Cos(float64(i)*1.7)
		y, m, d := value.Day(19358 + i).Civil()
		fmt.Fprintf(&b, "%04d-%02d-%02d|%.2f\n", y, m, d, v)
	}
	return galleryTable(b.String())
}

// ranking is a ranking of n rows.
func ranking(n int) *table.Table {
	var b strings.Builder
	b.WriteString("Company|Staff\n")
	for i := range n {
		fmt.Fprintf(&b, "Company number %d|%d\n", i+1, 900/(i+1))
	}
	return galleryTable(b.String())
}
