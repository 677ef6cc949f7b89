package render

import (
	"bytes"
	"strings"
	"testing"

	"roadshow/scene"
	"roadshow/typeset"
)

func linked(id, link string) *scene.Text {
	return &scene.Text{ID: id, Lines: []scene.Line{{Runs: []scene.Run{{Text: "a", Link: link}, {Text: "b", Link: "https://example.org"}}}},
		Paras: []scene.Para{{Spans: []scene.Span{{Text: "a", Link: link}}}}}
}

// crossed is a deck of four pages whose texts lead to each other, at every place where a text can stand.
func crossed() *scene.Deck {
	d := deck(4)
	d.Pages[0].Items = []scene.Item{linked("one", "#two"), linked("one/b", "#four"), &scene.Group{ID: "g", Items: []scene.Item{linked("", "#three"), linked("", "#p3")}}}
	d.Pages[1].Items = []scene.Item{&scene.Table{ID: "two", Head: [][]scene.Cell{{{Text: *linked("", "#four")}}},
		Rows: [][]scene.Cell{{{Text: *linked("", "#one"), Marks: []scene.Item{linked("", "#three")}}}}}}
	d.Pages[2].Items = []scene.Item{&scene.Chart{ID: "three", Drawing: []scene.Item{linked("", "#one")}}, &scene.Image{ID: "im"}}
	d.Pages[3].Items = []scene.Item{linked("four", "#im"), linked("", "#p1")}
	d.Bookmarks = []scene.Bookmark{{Title: "One", Target: "one"}, {Title: "Two", Level: 1, Target: "two"}, {Title: "Three", Target: "p3"}, {Title: "Four", Target: "four"}}
	return d
}

// links lists where the texts of a deck lead, lines and paragraphs alike.
func links(d *scene.Deck) string {
	var list []string
	for _, p := range d.Pages {
		scene.Walk(p.Items, func(it scene.Item) {
			t, ok := it.(*scene.Text)
			if !ok {
				return
			}
			line, para := t.Lines[0].Runs[0].Link, t.Paras[0].Spans[0].Link
			if line != para || t.Lines[0].Runs[1].Link != "https://example.org" {
				list = append(list, "broken")
			}
			list = append(list, "["+line+"]")
		})
	}
	return strings.Join(list, "")
}

func TestLinksToDroppedPagesAreGone(t *testing.T) {
	d := crossed()
	all := links(d)
	for _, c := range []struct {
		places          []int
		want, bookmarks string
	}{
		{[]int{0, 1, 2, 3}, all, "One Two Three Four"},
		{[]int{0, 1}, "[#two][][][][][][#one]", "One Two"},
		{[]int{2}, "[]", "Three"},
		{[]int{0, 3}, "[][#four][][][][#p1]", "One Four"},
		{[]int{2, 3}, "[][#im][]", "Three Four"},
		{[]int{1}, "[][][]", "Two"},
	} {
		part := Pick(d, c.places)
		if got := links(part); got != c.want {
			t.Errorf("pages %v: links %s, want %s", c.places, got, c.want)
		}
		var titles []string
		for _, b := range part.Bookmarks {
			titles = append(titles, b.Title)
		}
		if got := strings.Join(titles, " "); got != c.bookmarks {
			t.Errorf("pages %v: bookmarks %s, want %s", c.places, got, c.bookmarks)
		}
		for i, at := range c.places {
			if part.Pages[i].ID != d.Pages[at].ID || part.Pages[i].Number != at+1 {
				t.Errorf("page %d is %s", at+1, part.Pages[i].ID)
			}
		}
		if faults := scene.Check(part, scene.CheckOptions{}); strings.Contains(join(faults), "leads") {
			t.Errorf("pages %v: %s", c.places, join(faults))
		}
	}
	if links(d) != all || len(d.Bookmarks) != 4 || len(d.Pages) != 4 {
		t.Error("the deck itself was changed")
	}
}

func join(faults []scene.Fault) string {
	var b strings.Builder
	for _, f := range faults {
		b.WriteString(f.String() + "\n")
	}
	return b.String()
}

func TestAPartIsAWholePDF(t *testing.T) {
	fonts := typeset.New(nil)
	words := scene.Span{Text: "see the next page", Link: "#p2", Style: scene.Style{Font: scene.Sans, Size: 9, Leading: 12, Color: scene.Color{Token: "text"}}}
	d := deck(2)
	d.Pages[0].Items = []scene.Item{fonts.Set([]scene.Span{words}, typeset.Options{Width: 72}).Text("", scene.RoleBody, 0, 9)}
	d.Bookmarks = []scene.Bookmark{{Title: "Two", Target: "p2"}}
	d.Fonts = fonts.Used()
	f, _ := Find("document")
	for _, asked := range []string{"1", "2", "1-2"} {
		pages, _ := ParsePages(asked)
		files, err := f.Files(scene.Files{Document: d}, "memo", Options{Pages: pages})
		if err != nil {
			t.Errorf("--pages %s: %v", asked, err) // a link to nowhere is one
			continue
		}
		if files[0].Name != "memo.pdf" || files[0].Page != 0 || !bytes.HasPrefix(files[0].Data, []byte("%PDF-")) {
			t.Errorf("%s begins with %.8q", files[0].Name, files[0].Data)
		}
	}
}
