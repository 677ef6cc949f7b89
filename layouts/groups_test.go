package layouts

import (
	"fmt"
	"strings"
	"testing"

	"roadshow/scene"
)

// More groups than a slide has places for go on by groups: nobody turns slides to read on about one of two members.
func TestManyGroupsGoOnByGroups(t *testing.T) {
	for _, c := range []struct{ groups, members, slides, each int }{{6, 2, 1, 6}, {7, 2, 2, 4}, {8, 5, 2, 4}, {20, 2, 4, 5}, {13, 3, 3, 5}} {
		var src strings.Builder
		src.WriteString("title: A test\ndate: 2025\nsources: {s: {title: A made-up survey}}\nthemes:\n  - name: One\n    claim: One thing holds\n    evidence:\n      - clusters:\n          title: Who is who\n          groups:\n")
		for g := range c.groups {
			fmt.Fprintf(&src, "            - {name: Group %d, gloss: What they do, members: [", g+1)
			for m := range c.members {
				fmt.Fprintf(&src, "Member %d.%d,", g+1, m+1)
			}
			src.WriteString("]}\n")
		}
		d, l := compiledSlides(t, nil, []byte(src.String()), ".")
		if l.Failed(false) {
			t.Fatalf("%d groups: %v", c.groups, l.Problems())
		}
		slides, seen := 0, map[string]bool{}
		for i := range d.Pages {
			if d.Pages[i].Layout != "clusters" {
				continue
			}
			slides++
			heads, members := 0, 0
			scene.Walk(d.Pages[i].Items, func(it scene.Item) {
				text, ok := it.(*scene.Text)
				if ok && text.Role == scene.RoleSubheading {
					heads++
				}
				if ok && strings.Contains(text.ID, "/group") && !strings.HasSuffix(text.ID, "gloss") && text.Role == scene.RoleBody {
					members++
					if seen[text.ID] {
						t.Errorf("%d groups: %s stands twice", c.groups, text.ID)
					}
					seen[text.ID] = true
				}
			})
			if heads > c.each || members != heads*c.members {
				t.Errorf("%d groups: slide %d has %d groups with %d members", c.groups, slides, heads, members)
			}
		}
		if slides != c.slides || len(seen) != c.groups*c.members {
			t.Errorf("%d groups take %d slides and show %d members, want %d and %d", c.groups, slides, len(seen), c.slides, c.groups*c.members)
		}
	}
}

func TestAMatrixHasOneFormOfNumbers(t *testing.T) {
	const src = `title: A test
date: 2025
sources: {s: {title: A made-up survey}}
themes:
  - name: One
    claim: One thing holds
    evidence:
      - matrix: {id: m, title: Three ways, options: [%s], criteria: [Fit, Sites], cells: [[4, 2, 1], [%s]]}
`
	for _, c := range []struct {
		options, cells, said string
		pies                 int
	}{
		{"A, B, C", "3, 1, 2", "", 6},
		{"A, B, C", "12, 3, 2", "", 0},
		{"A, B, C", "\"1,200\", 3, 2", "", 0},
		{"A, B, C", "12 sites, 3 sites, 2 sites", "", 3},
		{"A, B, C", "yes, no, yes", "", 3},
		{"A, B, A", "3, 1, 2", "E-DUP", 6},
		{"A, {name: B, sub: x}, {name: B, sub: y}", "3, 1, 2", "E-DUP", 6},
	} {
		for _, compile := range []func(*testing.T, string) (*scene.Deck, string){
			func(t *testing.T, src string) (*scene.Deck, string) {
				d, l := compiled(t, nil, []byte(src), ".")
				return d, fmt.Sprint(l.Problems())
			},
			func(t *testing.T, src string) (*scene.Deck, string) {
				d, l := compiledSlides(t, nil, []byte(src), ".")
				return d, fmt.Sprint(l.Problems())
			},
		} {
			d, said := compile(t, fmt.Sprintf(src, c.options, c.cells))
			pies := 0
			for i := range d.Pages {
				scene.Walk(d.Pages[i].Items, func(it scene.Item) {
					table, ok := it.(*scene.Table)
					for r := 0; ok && r < len(table.Rows); r++ {
						for _, cell := range table.Rows[r] {
							if strings.HasSuffix(cell.Text.Expand, " / 4") {
								pies++
							}
						}
					}
				})
			}
			if pies != c.pies {
				t.Errorf("%s: [%s] has %d pies, want %d", d.Medium, c.cells, pies, c.pies)
			}
			if strings.Contains(said, "E-DUP") != (c.said != "") {
				t.Errorf("%s: %s of [%s] says %s", d.Medium, c.options, c.cells, said)
			}
		}
	}
}
