package layouts

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"roadshow/scene"
)

// TestTheDocumentEndsWithAColophonAtItsFoot: sources, contact and disclaimer stand together, their names under each other, down to the
// foot of the last page; where they are longer than a page nothing of them is lost, and only what begins on the last page stands there.
func TestTheDocumentEndsWithAColophonAtItsFoot(t *testing.T) {
	legal := func(n int) string {
		return "disclaimer: |\n" + repeated(n, "  Paragraph # of a made-up disclaimer says that nobody may rely on any of this, in words that are many and dull. It goes on.\n\n")
	}
	sources := func(n int) string {
		return "sources:\n" + repeated(n, "  s#: {title: A made-up source, publisher: Nobody in particular, date: 2023}\n")
	}
	contacts := "contacts:\n  - {name: A made-up desk, role: Nobody, email: nobody@example.com}\n"
	for _, c := range []struct {
		name, src string
		together  bool
		joins     bool // the page of the theme, where there is room
	}{
		{"short", sources(1) + contacts + legal(2), true, true},
		{"some sources", sources(9) + contacts + legal(3), true, true},
		{"many sources", sources(70) + contacts + legal(2), false, false},
		{"a long disclaimer", sources(1) + contacts + legal(60), false, false},
		{"no contact", sources(2) + legal(1), true, true},
		{"sources alone", sources(2), true, true},
		{"behind an appendix", sources(2) + "back:\n  - text: {title: How it was made up, text: In no way at all.}\n", true, false},
	} {
		for _, paper := range []string{"a4", "letter"} {
			src := fmt.Sprintf("title: A sample, fictional\ndate: 2023-05-31\npage: %s\n%sthemes:\n  - {name: A, claim: It is so in every case, argument: Words.}\n", paper, c.src)
			d, _ := sound(t, src)
			last := &d.Pages[len(d.Pages)-1]
			if fill, _ := last.Fill(); fill < 0.97 && c.name != "a long disclaimer" {
				t.Errorf("%s, %s: the last page ends at %.0f%%", c.name, paper, 100*fill)
			}
			words := textsOf(d)
			place := map[string]scene.Rect{}
			on := map[string]int{}
			for i, p := range d.Pages {
				scene.Walk(p.Items, func(it scene.Item) {
					if t, ok := it.(*scene.Text); ok && slices.Contains([]string{"sources", "contact", "disclaimer"}, t.ID) {
						place[t.ID], on[t.ID] = t.Frame, i
					}
				})
			}
			if got := last.Layout == "theme"; got != c.joins {
				t.Errorf("%s, %s: the last page is one of %q", c.name, paper, last.Layout)
			}
			for id, at := range place {
				if at.X != place["sources"].X {
					t.Errorf("%s, %s: %s begins at %.1f, sources at %.1f", c.name, paper, id, at.X, place["sources"].X)
				}
				if c.together && on[id] != len(d.Pages)-1 {
					t.Errorf("%s, %s: %s stands on page %d of %d", c.name, paper, id, on[id]+1, len(d.Pages))
				}
			}
			for i := range strings.Count(src, "A made-up source") {
				if id := fmt.Sprintf("source.s%d/title", i+1); words[id] == nil {
					t.Errorf("%s, %s: %s is lost", c.name, paper, id)
				}
			}
			for i := range strings.Count(src, "of a made-up disclaimer") {
				if id := fmt.Sprintf("disclaimer%d", i+1); words[id] == nil {
					t.Errorf("%s, %s: %s is lost", c.name, paper, id)
				}
			}
			for i := on["disclaimer"]; strings.Contains(src, "disclaimer:") && i < len(d.Pages); i++ {
				if !d.Pages[i].Legal {
					t.Errorf("%s, %s: page %d bears legal text and does not say so", c.name, paper, i+1)
				}
			}
		}
	}
}
