package scene

import (
	"slices"
	"strings"
	"testing"
)

func TestHeadingsStandAsDeepAsTheTreeAndSkipNoLevel(t *testing.T) {
	d := &Deck{Pages: []Page{
		{Layout: "cover", Items: []Item{says("", 0, 0, 9, "the briefing").as(RoleTitle)}},
		{Layout: "contents", Items: []Item{says("", 0, 0, 9, "contents").as(RoleTitle), says("", 0, 0, 9, "exhibits").as(RoleSubheading)}},
		{Theme: 1, Items: []Item{says("", 0, 0, 9, "theme one").as(RoleTitle)}},
		{Theme: 1, Items: []Item{says("", 0, 0, 9, "its slide").as(RoleTitle), &Group{Alt: "a diagram", Items: []Item{says("", 0, 0, 9, "so what").as(RoleSubheading)}},
			says("", 0, 0, 9, "a point").as(RoleHeading), says("", 0, 0, 9, "below it").as(RoleSubheading), says("", 0, 0, 9, "body"),
			&Chart{Drawing: []Item{says("", 0, 0, 9, "in a chart").as(RoleTitle)}}, &Text{Role: RoleTitle}}},
		{Theme: 1, Items: []Item{&Group{Role: RoleFurniture, Items: []Item{says("", 0, 0, 9, "tracker").as(RoleTitle)}}, says("", 0, 0, 9, "another").as(RoleSubheading)}},
		{Theme: 2, Items: []Item{says("", 0, 0, 9, "theme two").as(RoleTitle)}},
		{Items: []Item{says("", 0, 0, 9, "sources").as(RoleTitle)}},
		{Items: []Item{says("", 0, 0, 9, "disclaimer").as(RoleTitle)}},
	}}
	levels := func(d *Deck) string {
		r := Read(d)
		var out []string
		for i := range d.Pages {
			Walk(d.Pages[i].Items, func(it Item) {
				if x, ok := it.(*Text); ok && r.Level(x) > 0 {
					out = append(out, strings.Repeat("#", r.Level(x))+" "+words(x))
				}
			})
		}
		return strings.Join(out, ", ")
	}
	want := "# the briefing, ## contents, ### exhibits, ## theme one, ### its slide, #### so what, #### a point, ##### below it, ##### another, " +
		"## theme two, ## sources, ## disclaimer"
	if got := levels(d); got != want {
		t.Errorf("the headings are\n%s\nwant\n%s", got, want)
	}
	d.Pages = d.Pages[3:6] // an excerpt begins at the first level too
	if got, want := levels(d), "# its slide, ## so what, ## a point, ### below it, ### another, # theme two"; got != want {
		t.Errorf("the excerpt's headings are\n%s\nwant\n%s", got, want)
	}
}

func TestAPartGoesOnWhereItsBeginningIsThere(t *testing.T) {
	head, tail := says("p", 0, 0, 9, "one"), says("", 0, 0, 9, "two")
	tail.Rest = "p"
	if r := Read(&Deck{Pages: []Page{{Items: []Item{head}}, {Items: []Item{tail}}}}); r.GoesOn(head) || !r.GoesOn(tail) {
		t.Error("the rest of a paragraph does not join it")
	}
	if Read(&Deck{Pages: []Page{{Items: []Item{tail}}}}).GoesOn(tail) {
		t.Error("an excerpt's paragraph goes on from a page that is left out")
	}
}

func TestLinksToNotesAndSourcesAreReferences(t *testing.T) {
	r := Read(&Deck{Pages: []Page{{Items: []Item{says("n", 0, 0, 9, "* a note").as(RoleFootnote), says("theme", 0, 0, 9, "body"),
		&Group{ID: "source.a", List: "sources"}, &Group{ID: "block"}}}}})
	for link, want := range map[string][2]bool{"#n": {true, true}, "#source.a": {false, true}, "#theme": {}, "#block": {}, "#gone": {}, "https://n": {}, "n": {}, "": {}} {
		if got := [2]bool{r.Note(link), r.Refers(link)}; got != want {
			t.Errorf("%q: note and reference are %v", link, got)
		}
	}
}

func TestACornerIsACellAndHeadsNothing(t *testing.T) {
	full := Cell{Text: *says("", 0, 0, 9, "year"), Header: true, Span: 2}
	drawn := Cell{Header: true, Marks: []Item{box(0, 0, 1, 1, deep)}}
	corner := Cell{Header: true, Text: Text{Role: RoleCell}}
	if !full.Heads() || !drawn.Heads() || corner.Heads() || full.Covers() != 2 || corner.Covers() != 1 {
		t.Error("cells are not told apart")
	}
}

func TestChineseWithinAnotherLanguageIsFound(t *testing.T) {
	for _, c := range []struct {
		words, deck string
		want        []Tongue
	}{
		{"Qi Fanchao (岂凡超) said", "en", []Tongue{{"Qi Fanchao (", ""}, {"岂凡超", "zh"}, {") said", ""}}},
		{"“模型、算力”：三家 OpenAI 三", "en-GB", []Tongue{{"“", ""}, {"模型、算力”：三家", "zh"}, {" OpenAI ", ""}, {"三", "zh"}}},
		{"面壁智能。", "en", []Tongue{{"面壁智能", "zh"}, {"。", ""}}},
		{"plain words", "en", []Tongue{{"plain words", ""}}},
		{"面壁 and more", "zh", []Tongue{{"面壁 and more", ""}}},
		{"", "en", nil},
	} {
		got := Tongues(c.words, c.deck)
		if !slices.Equal(got, c.want) {
			t.Errorf("%q in %s: %q", c.words, c.deck, got)
		}
		var all strings.Builder
		for _, s := range got {
			all.WriteString(s.Words)
		}
		if all.String() != c.words {
			t.Errorf("%q has become %q", c.words, all.String())
		}
	}
	for _, c := range []struct {
		run  Run
		deck string
		want string
	}{{Run{Text: "岂凡超", Font: HanSans}, "en", "zh"}, {Run{Text: "岂凡超", Font: HanSerif.BuiltIn()}, "zh-Hans", ""}, {Run{Text: "“", Font: HanSans}, "en", ""},
		{Run{Text: "Qi", Font: Sans}, "en", ""}} {
		if got := c.run.Lang(c.deck); got != c.want {
			t.Errorf("%q in %s is %q", c.run.Text, c.deck, got)
		}
	}
}
