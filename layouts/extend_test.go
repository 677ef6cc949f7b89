package layouts

import (
	"strings"
	"testing"

	"roadshow/assets"
	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/charts"
	"roadshow/internal/diag"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

// noticeLayout is a layout that the catalog does not have, written as a newcomer writes one: its keys, its parts and two
// arrangements of them in one place. Note, source, sticker, footnotes, group and id are the engine's.
func noticeLayout() page.Layout {
	return page.Layout{Name: "notice", Summary: "a word of notice beside an edge", Title: outline.Optional, Page: noticePage, Slide: noticeSlide, Unsourced: true,
		Shape: &outline.Shape{Name: "notice", Short: "text", Fields: []outline.Field{
			{Name: "text", Type: outline.Prose, Required: true, Budget: 200, Doc: "what is to be noticed"},
			{Name: "until", Type: outline.Words, Budget: 24, Doc: `"notice"`},
		}}}
}

const noticeEdge, noticeGap scene.Pt = 3, 12

// noticeParts are the words beside their edge, for either medium.
func noticeParts(k *page.Composer, b *briefing.Block, text, until page.Measure) *page.Box {
	words := page.Stack(k.Told(b.Words("until"), until, b.ID+"/until", scene.RoleLabel), k.Part(b.Prose("text"), text, b.ID+"/text", scene.RoleBody))
	edge := &page.Box{Draw: func(c *page.Canvas, x, y scene.Pt) {
		c.Add(page.Fill(scene.Rect{X: x, Y: y, W: noticeEdge, H: words.H}, k.Look.Accent))
	}}
	return page.Placed(words.H, b.At, page.Cell{Box: edge}, page.Cell{Box: words, X: noticeEdge + noticeGap})
}

func noticePage(f *page.Flow, b *briefing.Block) {
	st, w := f.K.St, f.K.Grid.MainW-noticeEdge-noticeGap
	row := noticeParts(f.K, b, page.Measure{Style: st.Body, W: w}, page.Balanced(st.SmallMuted, w))
	f.Add(f.K.Whole(b, []*page.Box{row}, 1, f.K.OwnSource(b), "a notice"))
}

func noticeSlide(s *page.Slides, b *briefing.Block) {
	w := page.SlideXR(9) - page.SlideLeft - noticeEdge - noticeGap
	s.Slide(b, page.Sheet{}, func(c *page.Canvas, body scene.Rect) {
		noticeParts(s.Composer, b, page.Balanced(s.St.StatementSmall, w), page.Balanced(s.St.Comment, w)).Draw(c, body.X, body.Y)
	})
}

const noticed = `title: A sample
date: 2026-01-05
sources:
  handbook: {title: A handbook of notices, date: 2025}
themes:
  - name: One
    claim: A layout is one file and one line
    evidence:
      - notice: {title: A title of a notice, text: "What a newcomer *wrote*", until: Until noon, note: A note below it, source: handbook, sticker: sample}
      - notice: A short form of it
`

// TestALayoutIsAddedInOneFile: one declaration and one line of a catalog suffice for parser, schema and both media; nothing else
// in the package knows the layout.
func TestALayoutIsAddedInOneFile(t *testing.T) {
	all := append(Catalog(), noticeLayout())
	look, err := assets.LoadLook("paper")
	if err != nil {
		t.Fatal(err)
	}
	lay := func(src string) (decks [2]*scene.Deck, l *diag.List) {
		l = &diag.List{}
		tree := outline.Parse([]byte(src), "b.yaml", outline.Catalog{Blocks: kindsOf(all), Chart: charts.Shape(), Looks: assets.Looks()}, l)
		b := meant(tree, nil, l)
		o := page.Options{Layouts: all, Look: look, Fonts: typeset.New(nil)}
		return [2]*scene.Deck{page.Document(b, o, l), page.SlideDeck(b, o, l)}, l
	}
	decks, l := lay(noticed)
	if got := complaints(l, diag.Warning); got != "" {
		t.Fatal(got)
	}
	for _, d := range decks {
		said := strings.Join(textsIn(d), " ")
		for _, want := range []string{"A title of a notice", "What a newcomer wrote", "Until noon", "A note below it", "A handbook", "Sample", "A short form of it"} {
			if !strings.Contains(said, letters(want)) {
				t.Errorf("%s: no %q in %s", d.Medium, want, said)
			}
		}
		if faults := scene.Check(d, scene.CheckOptions{}); len(faults) > 0 {
			t.Errorf("%s: %v", d.Medium, faults)
		}
		var groups []string
		for _, p := range d.Pages {
			scene.Walk(p.Items, func(it scene.Item) {
				if g, ok := it.(*scene.Group); ok && strings.Contains(g.ID, "notice") {
					groups = append(groups, g.ID)
				}
			})
		}
		if len(groups) < 2 {
			t.Errorf("%s: the engine gave no group to %v", d.Medium, groups)
		}
	}
	for src, want := range map[string]string{
		strings.Replace(noticed, "until:", "untill:", 1):                     `a notice has no key "untill"`,
		strings.Replace(noticed, "- notice:", "- notce:", 1):                 `"notce"`,
		strings.Replace(noticed, `text: "What a newcomer *wrote*", `, "", 1): `"text"`,
	} {
		l := &diag.List{}
		outline.Parse([]byte(src), "b.yaml", outline.Catalog{Blocks: kindsOf(all), Chart: charts.Shape(), Looks: assets.Looks()}, l)
		if got := complaints(l, diag.Error); !strings.Contains(got, want) {
			t.Errorf("want %q, got %q", want, got)
		}
	}
	schema := outline.Schema(outline.Catalog{Blocks: kindsOf(all), Chart: charts.Shape()})
	if !strings.Contains(string(schema), `"notice"`) {
		t.Error("the schema does not know the layout")
	}
}
