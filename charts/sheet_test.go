package charts

import (
	"testing"

	"roadshow/assets"
	"roadshow/scene"
)

// examples are one typical spec of each kind and annotation; the contact sheet and several tests draw them all.
func examples(t testing.TB) []*Spec {
	return []*Spec{
		{Kind: "threshold", Title: "One model stopped more than six times short of emergence", Measure: "Model size", Unit: "bn parameters",
			Table: table("Model|Size\nwhere the team stopped|6 bn parameters"), Band: &Band{Value: *value(t, "40 to 50 bn parameters"), Label: "Emergence"}},
		{Kind: "open_range", Title: "Training cost at least ten times as much as inference", Unit: "RMB m",
			Table: table("Item|Cost\nLocal inference|RMB 1 to 2m\nTraining|at least RMB 20m"), Highlight: "Training"},
		{Kind: "column", Title: "The average domestic model more than doubled its accuracy by May", Measure: "Accuracy", Unit: "%, 2023",
			Table:     table("Model|Accuracy\nDomestic average, March|20%\nDomestic average, May|over 50%\nGPT-4, March|over 70%"),
			Highlight: "Domestic average, May", Order: "given",
			Annotations: []Annotation{{Kind: "difference", From: "Domestic average, March", To: "Domestic average, May"}}},
		{Kind: "column", Title: "Revenue grew by a quarter a year", Unit: "$m", Table: table("Year|Revenue\n2018|$12m\n2019|$15m\n2020|$19m\n2021|$24m\n2022|$30m\n2023|about $37m"),
			Annotations: []Annotation{{Kind: "cagr", From: "2018", To: "2022"}, {Kind: "forecast", On: "2023"}}},
		{Kind: "bar", Title: "The field is over twice as large as one founder expected", Unit: "companies",
			Table: table("Maker|Count\nExpected by Li Zhifei|at most 3\nNamed in the article|at least 8"), Highlight: "Named in the article", Order: "given"},
		{Kind: "bar", Title: "Cloud leads the use of accelerators", Unit: "%", Highlight: "Finance and insurance",
			Table:       table("Sector|Share\nCloud|41%\nFinance and insurance|23%\nRetail|12%\nHealth|9%\nPublic sector|7%\nOther|8%"),
			Annotations: []Annotation{{Kind: "reference", Value: value(t, "15%"), Label: "All sectors"}}},
		{Kind: "grouped", Title: "Start-ups overtook incumbents in two years of three", Unit: "releases",
			Table: table("Year|Start-ups|Incumbents\n2021|3|9\n2022|8|11\n2023|24|17")},
		{Kind: "line", Title: "Prices of a million tokens fell", Unit: "$", Table: table("Month|OpenAI|Anthropic|Google\n2023-01|60|52|44\n2023-03|52|?|42\n2023-06|40|38|36\n2023-09|28|30|29\n2024-01|12|16|15"),
			Highlight: "OpenAI", Annotations: []Annotation{{Kind: "event", On: "2023-06", Label: "Price cut"}}},
		{Kind: "line", Title: "Accuracy of one model", Unit: "%", Table: table("Month|Accuracy\n2023-01|18%\n2023-02|20%\n2023-03|31%\n2023-04|over 42%\n2023-05|50 to 58%\n2023-06|63%"),
			Annotations: []Annotation{{Kind: "callout", On: "2023-04", Label: "Only a floor is given"}}},
		{Kind: "range", Title: "Two rivals for the same talent sit four floors apart", Unit: "floor",
			Table: table("Company|Floors\nLight Years Away|3\nWisdom Spectrum AI|7 to 11"), Highlight: "Wisdom Spectrum AI"},
		{Kind: "gantt", Title: "Demand took years to form; the answer took months", Highlight: "From GPT-3 to demand",
			Table: table("Step|Start|End\nFrom GPT-3 to demand|2020-06|2023-01\nFrom demand to the declaration|2023-01|2023-02-10\nFrom the declaration to a launch|2023-02-10|early 2023-04")},
		{Kind: "gantt", Title: "Three years of head start did not deter the newcomers", Highlight: "Light Years Away",
			Table: table("Company|Start|End\nWisdom Spectrum AI|2019|2023-05\nLanzhou Technology|end 2020|2023-05\nLingshen's own model|end 2021|2023-05\nLight Years Away|early 2023-04|2023-05")},
	}
}

// TestContactSheet draws every example in both media; with -sheet it writes them for the eye.
func TestContactSheet(t *testing.T) {
	for _, look := range assets.Looks() {
		for _, m := range []scene.Medium{scene.Document, scene.Slides} {
			st := style(t, look, m)
			var out []*scene.Chart
			x, y, rowH := scene.Pt(20), scene.Pt(20), scene.Pt(0)
			for i, s := range examples(t) {
				w, across := scene.Pt(320.85), 3
				if m == scene.Slides {
					w, across = 570, 2
				}
				c := *s
				drawnOn(t, &c, scene.Rect{X: 0, Y: 0, W: w, H: 150}, st)
				h := Height(&c, st, w)
				if i > 0 && i%across == 0 {
					x, y, rowH = 20, y+rowH+34, 0
				}
				ch := drawnOn(t, &c, scene.Rect{X: x, Y: y, W: w, H: h}, st)
				checkGeometry(t, ch, st)
				out = append(out, ch)
				x += w + 24
				rowH = max(rowH, h)
			}
			writeSheet(t, look+"-"+string(m), st.Look, 2, out, 20)
		}
	}
}
