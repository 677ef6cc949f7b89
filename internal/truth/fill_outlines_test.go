package truth

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"roadshow"
	"roadshow/briefing/outline"
	"roadshow/scene"
)

// likeReal is an outline such as people write: two to four themes, each of three to seven paragraphs, figures, charts, a table, a
// quotation. All of it is made up and says so.
func likeReal(seed uint64) string {
	r := rand.New(rand.NewPCG(seed, 75))
	return likeRealOf(r, seed, 2+r.IntN(3), 3, 5)
}

// likeRealOf has so many themes, each of so many paragraphs and up to so many more.
func likeRealOf(r *rand.Rand, seed uint64, themes, paragraphs, more int) string {
	b := &strings.Builder{}
	line := func(depth int, format string, args ...any) {
		fmt.Fprintf(b, strings.Repeat("  ", depth)+format+"\n", args...)
	}
	words := strings.Fields("a made up mill sells boards to builders who pay late and the river decides when it can ship them so that prices move with rain while owners wait for the railway that was promised twice and built never although the port asked for it in each of its plans")
	prose := func(least, most int) string {
		n := least + r.IntN(most-least)
		out := make([]string, n)
		from := r.IntN(len(words))
		for i := range out {
			out[i] = words[(from+i*7)%len(words)]
		}
		s := strings.Join(out, " ")
		return strings.ToUpper(s[:1]) + s[1:] + "."
	}
	line(0, "title: A made-up briefing %d", seed)
	line(0, "date: 2025-06-30")
	line(0, "status: draft")
	line(0, "disclaimer: All of it is made up.")
	line(0, "sources: {s: {title: A made-up survey, date: 2025}}")
	line(0, "themes:")
	for t := range themes {
		line(1, "- name: Theme %d", t+1)
		line(2, "claim: %s", strings.TrimSuffix(prose(6, 11), "."))
		line(2, "standfirst: %s", prose(12, 26))
		if n := r.IntN(4); n > 0 {
			line(2, "kpis:")
			for i := range n {
				line(3, "- {value: %d%%, label: share %d of a made-up market}", 10+r.IntN(80), i+1)
			}
		}
		line(2, "argument: |")
		for i := range paragraphs + r.IntN(more) {
			if i > 0 && r.IntN(3) == 0 {
				line(3, "## %s\n", strings.TrimSuffix(prose(2, 4), "."))
			}
			line(3, "%s\n", prose(35, 110))
		}
		line(2, "evidence:")
		for i := range paragraphs/3 + r.IntN(4) {
			id := fmt.Sprintf("b%d", i)
			switch r.IntN(6) {
			case 0:
				line(3, "- table: {id: %s, title: %s, columns: [{head: Mill}, {head: Boards}], rows: [%s], sticker: sample, source: s}", id, strings.TrimSuffix(prose(5, 9), "."), strings.TrimSuffix(strings.Repeat("[A mill, 12], ", 3+r.IntN(9)), ", "))
			case 1:
				line(3, "- quote: {id: %s, text: \"%s\", by: Somebody made up, source: s}", id, strings.TrimSuffix(prose(8, 26), "."))
			case 2:
				line(3, "- statement: {id: %s, text: %s, source: s}", id, strings.TrimSuffix(prose(6, 12), "."))
			default:
				kind := []string{"column", "bar", "line", "column"}[r.IntN(4)]
				var values []string
				for y := range 4 + r.IntN(7) {
					values = append(values, fmt.Sprintf("%d: %d", 2014+y, 10+r.IntN(90)))
				}
				line(3, "- chart: {id: %s, title: %s, measure: Boards, unit: thousand, kind: %s, values: {%s}, sticker: sample, source: s}", id, strings.TrimSuffix(prose(5, 9), "."), kind, strings.Join(values, ", "))
			}
		}
		if r.IntN(3) > 0 {
			line(2, "so_what: %s", prose(5, 12))
		}
	}
	return b.String()
}

// TestPagesOfOutlinesLikeRealOnesAreFull says how full the pages of themes are in outlines that nobody looked at, and holds what was
// reached. What is missing are themes of a page and a third, all text, which nothing makes a page or two full ones.
func TestPagesOfOutlinesLikeRealOnesAreFull(t *testing.T) {
	n := uint64(200)
	if testing.Short() {
		n = 30
	}
	var all fills
	for seed := range n {
		src := likeReal(seed)
		r, err := roadshow.Compile(roadshow.Options{Name: "briefing.yaml", Src: []byte(src), Media: []scene.Medium{scene.Document},
			Set: []outline.Setting{{Path: "page", Value: []string{"a4", "letter"}[seed%2]}}})
		if err != nil {
			t.Fatal(err)
		}
		if r.Files.Document == nil {
			t.Fatalf("seed %d does not build: %v\n%s", seed, r.Problems.Problems(), src)
		}
		all.add(r.Files.Document)
	}
	all.sort()
	full := 0
	for _, f := range all.themes {
		if f >= 0.75 {
			full++
		}
	}
	t.Logf("%d outlines: %s; %.1f%% of the pages of themes are at least 75%% full", n, &all, 100*float64(full)/float64(len(all.themes)))
	if float64(full) < 0.985*float64(len(all.themes)) || at100(all.themes, 50) < 0.99 || at100(all.themes, 0) < 0.61 {
		t.Error("the pages are emptier than they were")
	}
}
