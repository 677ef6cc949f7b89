package scene

import "testing"

func TestUnlinkTakesOnlyLinksThatLeadNowhere(t *testing.T) {
	text := func(id, link string) *Text {
		return &Text{ID: id, Paras: []Para{{Spans: []Span{{Text: "a", Link: link}}}}, Lines: []Line{{Runs: []Run{{Text: "a", Link: link}}}}}
	}
	in, out, web, page := text("x", "#y"), text("y", "#gone"), text("z", "https://example.org"), text("w", "#p")
	d := &Deck{Pages: []Page{{ID: "p", Items: []Item{&Group{Items: []Item{in, out}}, web, page}}}}
	d.Unlink()
	now := map[string]*Text{}
	Walk(d.Pages[0].Items, func(it Item) {
		if t, ok := it.(*Text); ok {
			now[t.ID] = t
		}
	})
	for _, c := range []struct {
		text *Text
		want string
	}{{in, "#y"}, {out, ""}, {web, "https://example.org"}, {page, "#p"}} {
		if got := now[c.text.ID].Lines[0].Runs[0].Link; got != c.want {
			t.Errorf("link of %s is %q, want %q", c.text.ID, got, c.want)
		}
		if got := now[c.text.ID].Paras[0].Spans[0].Link; got != c.want {
			t.Errorf("span's link of %s is %q, want %q", c.text.ID, got, c.want)
		}
	}
	if out.Lines[0].Runs[0].Link != "#gone" {
		t.Error("the item that was given changed; another deck may hold it")
	}
}
