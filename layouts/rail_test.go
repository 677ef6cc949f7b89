package layouts

import (
	"strings"
	"testing"

	"roadshow/scene"
)

// TestSmallExhibitsStandInTheRailWhereTheyMakeAPage: a theme of a little more than a page becomes one, its small tables and charts in
// the rail, in the author's order; what explains itself beside, what is too wide and what fills its page stays in the main column.
func TestSmallExhibitsStandInTheRailWhereTheyMakeAPage(t *testing.T) {
	words := "Words that a made-up author wrote about nothing in particular, and that go on for some lines so that a page is filled with them before anybody asks why. "
	table := "      - table: {id: t, title: A small table, columns: [{head: Mill}, {head: Boards}], rows: [[A, 12], [B, 13], [C, 14]], source: s}\n"
	chart := "      - chart: {id: c, title: A small chart, kind: column, measure: Boards, values: {2021: 1, 2022: 3, 2023: 2}, source: s}\n"
	for _, c := range []struct {
		name, evidence string
		paragraphs     int
		rail           string // of these exhibits, in this order
	}{
		{"both", table + chart, 5, "t c"},
		{"the other way round", chart + table, 5, "c t"},
		{"a chart that says how high it is", table + strings.Replace(chart, "kind: column", "kind: column, height: s", 1), 3, "t"},
		{"a table that is wider than the rail", strings.Replace(table, "{head: Boards}", "{head: Boards of all kinds that were sold}", 1) + chart, 4, "c"},
	} {
		src := madeUp + "themes:\n  - name: A\n    claim: It is so in every case\n    argument: |\n" + strings.Repeat("      "+strings.Repeat(words, 3)+"\n\n", c.paragraphs) + "    evidence:\n" + c.evidence
		d, _ := sound(t, src)
		var rail []string
		pages := 0
		for _, p := range d.Pages {
			if p.Layout == "theme" {
				pages++
			}
			for _, it := range p.Items {
				if g, ok := it.(*scene.Group); ok && g.Role == scene.RoleExhibit {
					if at := left(g); at < p.Area.Main.X && at >= p.Area.Text.X-7 && right(g) < p.Area.Main.X {
						rail = append(rail, g.ID[strings.LastIndexAny(g.ID, "./")+1:])
					}
				}
			}
		}
		if got := strings.Join(rail, " "); got != c.rail {
			t.Errorf("%s: %q stand in the rail of %d pages, not %q", c.name, got, pages, c.rail)
		}
	}
}

// left and right are the edges of the words of a group.
func left(g *scene.Group) scene.Pt {
	x := scene.Pt(1e6)
	scene.Walk(g.Items, func(it scene.Item) {
		if t, ok := it.(*scene.Text); ok && len(t.Lines) > 0 {
			x = min(x, t.Frame.X)
		}
	})
	return x
}

func right(g *scene.Group) (x scene.Pt) {
	scene.Walk(g.Items, func(it scene.Item) {
		if t, ok := it.(*scene.Text); ok && len(t.Lines) > 0 {
			x = max(x, t.Frame.Right())
		}
	})
	return x
}
