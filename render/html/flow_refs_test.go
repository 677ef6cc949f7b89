package html

import (
	"strings"
	"testing"

	nethtml "golang.org/x/net/html"

	"roadshow/scene"
	"roadshow/typeset"
)

// Footnotes, sources and where they are named lead to each other, each with the role that says so.
func TestFootnotesAndSourcesLeadThereAndBack(t *testing.T) {
	s := newSetter()
	st := scene.Style{Font: scene.Serif, Size: 10, Leading: 14, Color: ink}
	text := func(id string, role scene.Role, y scene.Pt, spans ...scene.Span) *scene.Text {
		for i := range spans {
			spans[i].Style = st
		}
		return s.fonts.Set(spans, typeset.Options{Width: 300}).Text(id, role, 226, y)
	}
	plain := func(w string) scene.Span { return scene.Span{Text: w} }
	to := func(w, link string) scene.Span { return scene.Span{Text: w, Link: link} }
	mark := scene.Span{Text: "1", Link: "#n", Rise: 3}
	entry := func(id string, y scene.Pt, name string) *scene.Group {
		return &scene.Group{ID: id, List: "register", Items: []scene.Item{text("", scene.RoleNumber, y, plain(name[:1])), text("", scene.RoleBody, y+14, plain(name[1:]))}}
	}
	d := &scene.Deck{Medium: scene.Document, Size: scene.A4, Meta: scene.Meta{Title: "Title", Language: "en"}, Pages: []scene.Page{{ID: "page:one", Number: 1, Background: paper, Items: []scene.Item{
		text("p", scene.RoleBody, 100, plain("A claim"), mark, plain(" and again"), mark),
		text("", scene.RoleSource, 140, plain("Source: "), to("A report", "#source.a"), plain(".")),
		text("", scene.RoleSource, 160, plain("Source: "), to("A report", "#source.a"), plain(", "), to("a book", "#source.b")),
		text("", scene.RoleBody, 180, to("the web", "https://example.org")),
		entry("source.a", 300, "1A report"), entry("source.b", 340, "2A book"), entry("source.c", 380, "3Never named"),
		text("", scene.RoleSource, 420, plain("Source: "), to("A report", "#source.a")),
		text("n", scene.RoleFootnote, 700, to("1", "#p"), plain(" The note")),
	}}}, Fonts: s.fonts.Used()}
	root := tree(t, written(t, scene.Files{Document: d}, Options{}))
	ids := map[string]*nethtml.Node{}
	each(root, func(n *nethtml.Node) {
		if id := attr(n, "id"); id != "" {
			if ids[id] != nil {
				t.Errorf("two elements are called %s", id)
			}
			ids[id] = n
		}
	})
	var heard []string
	leads := map[string]string{} // what an address leads to, by role and words
	each(root, func(n *nethtml.Node) {
		role := attr(n, "role")
		if n.Data == "a" && strings.HasPrefix(attr(n, "href"), "#") {
			at := ids[attr(n, "href")[1:]]
			if at == nil {
				t.Errorf("%q leads nowhere: %s", said(n), attr(n, "href"))
				return
			}
			if n.Parent.Data == "cite" {
				role = "cite"
			}
			words := strings.Join(strings.Fields(said(at)), " ")
			leads[role+" "+attr(n, "href")] = words
			heard = append(heard, role+":"+said(n))
		}
		if role == "doc-footnote" && strings.Join(strings.Fields(said(n)), " ") != "1 The note" {
			t.Errorf("the footnote says %q", said(n))
		}
	})
	want := "doc-noteref:1|doc-noteref:1|cite:A report|cite:A report|cite:a book|doc-backlink:1|doc-backlink:2|doc-backlink:3|doc-backlink:1|cite:A report|doc-backlink:1"
	if got := strings.Join(heard, "|"); got != want {
		t.Errorf("links are\n%s\nand not\n%s", got, want)
	}
	for link, words := range map[string]string{"doc-noteref #doc-n": "1 The note", "doc-backlink #mark-n": "1", "cite #doc-source.b": "2 A book ↑ 1",
		"doc-backlink #cite-3-source.a": "A report", "doc-backlink #cite-1-source.b": "a book"} {
		if got := leads[link]; got != words {
			t.Errorf("%s leads to %q, not to %q", link, got, words)
		}
	}
	if n := strings.Count(said(find(root, "main")[0]), "↑"); n != 2 {
		t.Errorf("ways lead back from %d sources, of which 2 are named", n)
	}
}
