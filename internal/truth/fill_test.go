package truth

import (
	"fmt"
	"math"
	"os"
	"slices"
	"testing"

	"roadshow"
	"roadshow/briefing/outline"
	"roadshow/scene"
)

// fills are how full pages are, sorted: those of themes, and the others that are judged: not the cover and the contents, and not the
// last two pages.
type fills struct{ themes, columns, others []float64 }

func (f *fills) add(d *scene.Deck) {
	for i := range d.Pages {
		p := &d.Pages[i]
		text, main := p.Fill()
		switch {
		case p.Layout == "theme":
			f.themes, f.columns = append(f.themes, text), append(f.columns, main)
		case p.Layout != "cover" && p.Layout != "contents" && i < len(d.Pages)-2:
			f.others = append(f.others, text)
		}
	}
}

// at100 is the value at a share of a sorted list.
func at100(sorted []float64, percent int) float64 {
	if len(sorted) == 0 {
		return math.NaN()
	}
	return sorted[(len(sorted)-1)*percent/100]
}

func (f *fills) sort() {
	for _, list := range [][]float64{f.themes, f.columns, f.others} {
		slices.Sort(list)
	}
}

func (f *fills) String() string {
	f.sort()
	say := func(list []float64) string {
		return fmt.Sprintf("worst %.0f, 5th percentile %.0f, median %.0f", 100*at100(list, 0), 100*at100(list, 5), 100*at100(list, 50))
	}
	return fmt.Sprintf("%d pages of themes: %s; their main columns: %s; %d other pages: worst %.0f", len(f.themes), say(f.themes), say(f.columns), len(f.others), 100*at100(f.others, 0))
}

// TestPagesAreFull holds the pages of the starters' themes to their floors, on both papers, and prints how full they are.
func TestPagesAreFull(t *testing.T) {
	var all fills
	for _, starter := range []string{"crossroads", "ic-memo", "market-note", "quarterly-update"} {
		for _, paper := range []string{"a4", "letter"} {
			d := documentOf(t, "data/"+starter, outline.Setting{Path: "page", Value: paper})
			var one fills
			one.add(d)
			all.add(d)
			t.Logf("%s, %s: %s", starter, paper, &one)
		}
	}
	t.Log(&all)
	all.sort()
	if at100(all.themes, 0) < 0.75 || at100(all.themes, 5) < 0.82 {
		t.Error("pages of themes are emptier than they may be")
	}
}

// documentOf compiles the document of a folder's briefing.
func documentOf(t *testing.T, dir string, set ...outline.Setting) *scene.Deck {
	t.Helper()
	r := built(t, dir, []scene.Medium{scene.Document}, set)
	if r.Files.Document == nil {
		t.Fatalf("%s has no document", dir)
	}
	return r.Files.Document
}

// built compiles a folder's briefing, without a fault.
func built(t *testing.T, dir string, media []scene.Medium, set []outline.Setting) *roadshow.Result {
	t.Helper()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	src, err := root.ReadFile("briefing.yaml")
	if err != nil {
		t.Fatal(err)
	}
	r, err := roadshow.Compile(roadshow.Options{Name: "briefing.yaml", Src: src, Root: root, Set: set, Media: media})
	if err != nil {
		t.Fatal(err)
	}
	if r.Failed {
		t.Fatalf("%s does not build:\n%s", dir, problems(r))
	}
	return r
}
