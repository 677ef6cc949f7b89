package page

import (
	"strings"
	"testing"

	"roadshow/briefing"
	"roadshow/scene"
	"roadshow/typeset"
)

// drawn are the items of a box that is drawn alone.
func drawn(b *Box) []scene.Item {
	c := &Canvas{Page: &scene.Page{Number: 1}}
	b.Draw(c, 0, 0)
	return c.Items
}

func TestACutParagraphSaysWhatItIsTheRestOf(t *testing.T) {
	k := testComposer(t, "a4")
	one, rest := para(k, "p", 9).Split(3 * k.St.Body.Leading)
	two, three := rest.Split(3 * k.St.Body.Leading)
	for i, want := range []scene.Text{{ID: "p"}, {Rest: "p"}, {Rest: "p"}} {
		got := drawn([]*Box{one, two, three}[i])[0].(*scene.Text)
		if got.ID != want.ID || got.Rest != want.Rest {
			t.Errorf("part %d is %q, the rest of %q", i+1, got.ID, got.Rest)
		}
	}
	whole := []scene.Para{{Spans: []scene.Span{{Text: "one\ntwo", Style: k.St.Body}}}, {Spans: []scene.Span{{Text: "three\nfour", Style: k.St.Body}}}}
	_, tail := TextBox(k.Fonts.SetParas(whole, typeset.Options{Width: 300}), "q", scene.RoleBody, k.St.Body).Split(2 * k.St.Body.Leading)
	if got := drawn(tail)[0].(*scene.Text); got.Rest != "" {
		t.Errorf("a paragraph of its own is the rest of %q", got.Rest)
	}
}

func TestItemsKnowTheirList(t *testing.T) {
	k := testComposer(t, "a4")
	say := func(kind briefing.ParaKind, words string, depth int) briefing.Para {
		return briefing.Para{Kind: kind, Prose: briefing.Plain(words), Marker: "–", Depth: depth}
	}
	long := strings.Repeat("words that go on ", 40)
	boxes := k.RichBoxes([]briefing.Para{say(briefing.Body, "first", 0), say(briefing.Item, "a", 0), say(briefing.Item, long, 1), say(briefing.Body, "then", 0),
		say(briefing.Item, "b", 0)}, 300, "t/", k.PageText())
	head, tail := boxes[2].Split(3 * k.St.Body.Leading)
	boxes = append(boxes[:2:2], append([]*Box{head, tail}, boxes[3:]...)...)
	var got []string
	for _, b := range boxes {
		x := drawn(b)[0].(*scene.Text)
		got = append(got, string(x.Role)+" "+x.List+" "+x.Rest)
	}
	if got, want := strings.Join(got, "|"), "body  |list t/2 |list t/2 |list t/2 t/3|body  |list t/5 "; got != want {
		t.Errorf("the items are %s, not %s", got, want)
	}
}

func TestEntriesInTwoColumnsAreReadDownTheFirst(t *testing.T) {
	k := testComposer(t, "a4")
	var entries []*Box
	for _, name := range strings.Fields("a b c d e") {
		b := block(k, name, 12)
		if name == "b" {
			b.H = 30
		}
		entries = append(entries, b)
	}
	box := paired(entries, 200)
	var names []string
	for _, it := range drawn(box) {
		names = append(names, scene.ItemID(it))
	}
	ys := map[string]scene.Pt{}
	for _, it := range drawn(box) {
		ys[scene.ItemID(it)] = it.(*scene.Text).Lines[0].Baseline
	}
	if got := strings.Join(names, " "); got != "a b c d e" || box.H != 12+30+12 || ys["d"] != ys["a"] || ys["e"] != ys["b"] || ys["c"] != ys["a"]+42 {
		t.Errorf("%s, %v high, lines at %v", got, box.H, ys)
	}
}
