package scene

import "strings"

// Unlink takes away internal links whose target is not in the deck: pages that were left out.
func (d *Deck) Unlink() {
	there := map[string]bool{}
	for i := range d.Pages {
		there["#"+d.Pages[i].ID] = true
		Walk(d.Pages[i].Items, func(it Item) { there["#"+idOf(it)] = true })
	}
	keep := func(link string) string {
		if strings.HasPrefix(link, "#") && !there[link] {
			return ""
		}
		return link
	}
	for i := range d.Pages {
		Walk(d.Pages[i].Items, func(it Item) {
			t, ok := it.(*Text)
			if !ok {
				return
			}
			for p := range t.Paras {
				for s := range t.Paras[p].Spans {
					t.Paras[p].Spans[s].Link = keep(t.Paras[p].Spans[s].Link)
				}
			}
			for l := range t.Lines {
				for r := range t.Lines[l].Runs {
					t.Lines[l].Runs[r].Link = keep(t.Lines[l].Runs[r].Link)
				}
			}
		})
	}
}
