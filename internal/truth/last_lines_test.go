package truth

import (
	"strings"
	"testing"

	"roadshow/scene"
)

// TestParagraphsEndOnNoStub: the last line of running text has two words at least and a quarter of the measure.
func TestParagraphsEndOnNoStub(t *testing.T) {
	t.Parallel()
	seen := 0
	for _, starter := range []string{"crossroads", "ic-memo", "market-note", "quarterly-update"} {
		d := documentOf(t, "data/"+starter)
		for i := range d.Pages {
			scene.Walk(d.Pages[i].Items, func(it scene.Item) {
				w, ok := it.(*scene.Text)
				if !ok || len(w.Lines) < 3 || w.Role != scene.RoleBody {
					return
				}
				seen++
				measure, last, said := scene.Pt(0), w.Lines[len(w.Lines)-1], ""
				for _, l := range w.Lines {
					measure = max(measure, l.Right()-l.X())
				}
				for _, r := range last.Runs {
					said += r.Text
				}
				if share := (last.Right() - last.X()) / measure; share < 0.25 || len(strings.Fields(said)) < 2 {
					t.Errorf("%s, page %d: a paragraph ends on %q, %.0f%% of its measure", starter, d.Pages[i].Number, said, float64(100*share))
				}
			})
		}
	}
	if seen < 50 {
		t.Errorf("%d paragraphs were found", seen)
	}
}
