package layouts

import (
	"slices"
	"strings"
	"testing"

	"roadshow/scene"
	"roadshow/typeset"
)

// TestNumbersStayWholeInEveryLayout: a long number with its unit stands on one line wherever it is printed, and all of a row are of
// one size.
func TestNumbersStayWholeInEveryLayout(t *testing.T) {
	numbers := []string{"€12,345.67m", "$1,234,567,890.12", "RMB 8,234,567.89m", "−9,876,543.2%", "4,567,890 kWh"}
	var items []string
	for _, n := range numbers {
		items = append(items, `{value: "`+n+`", label: "of `+n+` in all", note: "was `+n+`"}`)
	}
	list := func(form string) string {
		var out []string
		for _, n := range numbers {
			out = append(out, strings.ReplaceAll(form, "N", n))
		}
		return "[" + strings.Join(out, ", ") + "]"
	}
	src := string(sample("      - kpis: {title: Five stand in a row, source: s, items: ["+strings.Join(items, ", ")+"]}\n"+
		"      - matrix: {title: One is compared, source: s, options: [A, B, C, D, E], criteria: [Size], cells: ["+list(`"N"`)+"]}\n"+
		"      - scorecard: {title: One is kept, source: s, items: "+list(`{claim: "Claim of N", test: "Over N", outcome: kept, by_when: 2023, result: "N"}`)+"}\n"+
		"      - table: {title: One is listed, source: s, columns: [{head: What}, {head: A}, {head: B}, {head: C}, {head: D}, {head: E}], rows: [[Sum, "+strings.Trim(list(`"N"`), "[]")+"]]}\n"+
		"      - clusters: {title: One has a tag, source: s, groups: "+list(`{name: "Group N", members: ["Member N"]}`)+"}\n"+
		"      - asks: {title: One is asked for, source: s, items: "+list(`{ask: "Give us N", by: "N"}`)+"}\n")) +
		"    kpis: [" + items[1] + ", " + items[2] + "]\n" +
		"summary: {points: [{lead: One, text: A}, {lead: Two, text: B}, {lead: Three, text: C}], kpis: [" + items[1] + ", " + items[2] + "]}\n"
	fonts := typeset.New(nil)
	paper, l := compiled(t, fonts, []byte(src), ".")
	slides, m := compiledSlides(t, fonts, []byte(src), ".")
	if l.Failed(false) || m.Failed(false) {
		t.Fatal(l.Problems(), m.Problems())
	}
	for _, d := range []*scene.Deck{paper, slides} {
		found := map[string]int{}
		var row []scene.Pt
		for _, p := range d.Pages {
			scene.Walk(p.Items, func(it scene.Item) {
				w, ok := it.(*scene.Text)
				if !ok || len(w.Lines) == 0 {
					return
				}
				said := ""
				for _, para := range w.Paras {
					for _, sp := range para.Spans {
						said += sp.Text
					}
				}
				for _, n := range numbers {
					if !strings.Contains(said, n) {
						continue
					}
					found[n]++
					if !slices.ContainsFunc(w.Lines, func(l scene.Line) bool {
						line := ""
						for _, r := range l.Runs {
							line += r.Text
						}
						return strings.Contains(line, n)
					}) {
						t.Errorf("%s, page %d, %s: %s is parted", d.Medium, p.Number, w.ID, n)
					}
				}
				if strings.HasPrefix(w.ID, "sample.kpis/") && w.Role == scene.RoleFigure {
					row = append(row, w.Lines[0].Runs[0].Size)
				}
			})
		}
		for _, n := range numbers {
			if found[n] < 9 {
				t.Errorf("%s: %s stands in %d places", d.Medium, n, found[n])
			}
		}
		if len(row) != 5 || slices.Min(row) != slices.Max(row) {
			t.Errorf("%s: the row is set at %v", d.Medium, row)
		}
	}
}
