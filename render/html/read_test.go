package html

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	nethtml "golang.org/x/net/html"

	"roadshow/scene"
	"roadshow/typeset"
)

// document is a document of two pages: a rail, a paragraph that goes on, a list, a quotation, a table, a chart and a footnote, with
// what proves its numbers.
func document(s setter, say func(string) string) *scene.Deck {
	text := func(id string, role scene.Role, size, x, y, width scene.Pt, spans ...scene.Span) *scene.Text {
		for i := range spans {
			spans[i].Style = scene.Style{Font: scene.Serif, Size: size, Leading: 1.4 * size, Color: ink}
			if i == 1 {
				spans[i].Style.Font = scene.SerifSemiBold
			}
		}
		return s.fonts.Set(spans, typeset.Options{Width: width}).Text(id, role, x, y)
	}
	word := func(w string) scene.Span { return scene.Span{Text: say(w)} }
	item := func(id, words string, y scene.Pt) *scene.Text {
		st := scene.Style{Font: scene.Serif, Size: 10, Leading: 14, Color: ink}
		t := s.fonts.SetParas([]scene.Para{{Marker: "–", Spans: []scene.Span{{Text: say(words), Style: st}}}}, typeset.Options{Width: 300}).Text(id, scene.RoleList, 226, y)
		t.List = "l"
		return t
	}
	st := scene.Style{Font: scene.Serif, Size: 10, Leading: 14, Color: ink}
	whole := s.fonts.Set([]scene.Span{{Text: say("Revenue was "), Style: st}, {Text: say("$5m"), Style: st, Proof: 1},
		{Text: say(" in the year, and it went on from one page to the next."), Style: st}}, typeset.Options{Width: 120})
	begins, ends := whole.Split(1)
	figure, rest := begins.Text("p", scene.RoleBody, 226, 160), ends.Text("", scene.RoleBody, 226, 90)
	rest.Rest = "p"
	quote := text("q", scene.RoleQuote, 12, 226, 260, 300, scene.Span{Text: say("We doubled it"), Proof: 2})
	note := text("n", scene.RoleFootnote, 8, 226, 760, 300, word("A note"))
	cell := func(words string, x, y scene.Pt, heads bool) scene.Cell {
		return scene.Cell{Text: *text("", scene.RoleCell, 9, x, y, 80, word(words)), Header: heads}
	}
	wide := cell("Both", 226, 340, true)
	wide.Span = 2
	chart := &scene.Chart{ID: "c", Title: say("Sales"), Unit: say("$m"), Alt: say("Column chart of sales"), Frame: scene.Rect{X: 226, Y: 400, W: 200, H: 100},
		Data: scene.Data{Corner: say("Year"), Categories: []string{say("2023"), say("2024")}, Series: []scene.Series{{Name: say("Sales"), Values: []scene.Datum{
			{Low: 1, High: 1, Text: say("1"), Proof: 1, Mark: scene.Rect{X: 230, Y: 420, W: 20, H: 70}}, {Low: 2, High: 2, Text: say("2")}}}}},
		Drawing: []scene.Item{text("", scene.RoleLabel, 8, 230, 410, 100, word("one"))}}
	d := &scene.Deck{Medium: scene.Document, Size: scene.A4, Meta: scene.Meta{Title: say("Title"), Language: "en"}, Pages: []scene.Page{
		{ID: "page:one", Number: 1, Theme: 1, Background: paper, Notes: []scene.Para{{Spans: []scene.Span{{Text: "never say this"}}}}, Items: []scene.Item{
			&scene.Group{Role: scene.RoleFurniture, Items: []scene.Item{text("", scene.RoleFurniture, 8, 54, 40, 200, word("the head"))}},
			text("t", scene.RoleTitle, 24, 226, 100, 300, word("A claim")),
			text("h", scene.RoleHeading, 13, 226, 130, 300, word("A heading")),
			figure, item("i1", "first", 200), item("i2", "second", 220), quote,
			text("k", scene.RoleFigure, 24, 54, 170, 130, scene.Span{Text: say("5"), Proof: 1}),
			&scene.Group{ID: "e", Role: scene.RoleExhibit, Alt: say("A table"), Items: []scene.Item{
				text("", scene.RoleCaption, 9, 226, 320, 300, word("Exhibit")),
				&scene.Table{ID: "tab", Frame: scene.Rect{X: 226, Y: 330, W: 200, H: 40}, Alt: say("Two numbers"), Part: [2]int{1, 1}, Columns: []scene.Column{{X: 226, W: 100}, {X: 326, W: 100, Align: scene.Right}},
					Head: [][]scene.Cell{{wide}}, Rows: [][]scene.Cell{{cell("row", 226, 360, true), cell("7", 326, 360, false)}}},
				chart}},
			note}},
		{ID: "page:one@2", Number: 2, Theme: 1, Background: paper, Items: []scene.Item{rest, text("z", scene.RoleBody, 10, 226, 120, 300, word("The end"))}},
	}, Proofs: []scene.Proof{{Label: say("Revenue"), Value: say("$5m"), Origin: say("sales.csv"), Excerpt: say("sales of $5m"), Source: say("A report"), Status: say("proved")},
		{Label: say("The founder"), Excerpt: say("We doubled it"), Source: say("An interview"), Status: say("proved")}}}
	d.Fonts = s.fonts.Used()
	return d
}

func plain(s string) string { return s }

func TestTheDocumentStandsInFlow(t *testing.T) {
	root := tree(t, written(t, scene.Files{Document: document(newSetter(), plain)}, Options{}))
	read := find(root, "main")[0]
	got := strings.Join(strings.Fields(said(read)), " ")
	for _, want := range []string{"Revenue was $5m in the year, and it went on from one page to the next.", "first", "We doubled it", "The end", "A note"} {
		if strings.Count(got, want) != 1 {
			t.Errorf("%q stands %d times in %q", want, strings.Count(got, want), got)
		}
	}
	if strings.Contains(got, "the head") || strings.Contains(got, "never say") {
		t.Errorf("furniture or notes are read: %q", got)
	}
	if h := find(read, "h1"); len(h) != 1 || said(h[0]) != "A claim" {
		t.Error("the title is no heading of the first level")
	}
	if h := find(read, "h2"); len(h) != 1 || said(h[0]) != "A heading" {
		t.Error("the heading does not stand one below")
	}
	if l := find(read, "ul"); len(l) != 1 || len(find(l[0], "li")) != 2 || strings.Contains(said(l[0]), "–") {
		t.Error("the items are no list of two")
	}
	if q := find(read, "blockquote"); len(q) != 1 || said(q[0]) != "We doubled it\n" && said(q[0]) != "We doubled it" {
		t.Error("the quotation is none")
	}
	figure := find(read, "figure")
	if len(figure) != 1 || attr(figure[0], "aria-label") != "" || figure[0].FirstChild.NextSibling.Data != "figcaption" {
		t.Error("the exhibit is no figure with a caption") // its table and chart tell of themselves
	}
	var cells []string
	for _, name := range []string{"th", "td"} {
		for _, c := range find(read, name) {
			cells = append(cells, name+" "+attr(c, "scope")+" "+attr(c, "colspan")+" "+said(c))
		}
	}
	for _, want := range []string{"th col 2 Both", "th row  row", "td   7", "th col  Year", "th row  2023", "td   1"} {
		if !slices.Contains(cells, want) {
			t.Errorf("no cell %q among %q", want, cells)
		}
	}
	if tables := find(read, "table"); len(tables) == 0 || !strings.HasSuffix(attr(tables[0], "style"), ";--n:2") {
		t.Error("a table does not say how many columns a narrow screen must hold")
	}
	places := map[string]string{}
	each(read, func(n *nethtml.Node) {
		if class := attr(n, "class"); class == "rail g14" || strings.HasPrefix(class, "rail ") {
			places["rail"] = strings.TrimSpace(said(n)) + attr(n, "style")
		}
	})
	if !strings.HasPrefix(places["rail"], "5grid-row:3") {
		t.Errorf("the figure stands not in the rail: %v", places)
	}
}

// TestWhatStandsAcrossColumnsKeepsItsPlaces: a seal with two lines beside it and one below, and something that stands in another
// column: nothing shares a place of the grid, and the seal stands beside both lines.
func TestWhatStandsAcrossColumnsKeepsItsPlaces(t *testing.T) {
	s := newSetter()
	at := func(words string, x, y scene.Pt) *scene.Text {
		return s.text(scene.RoleBody, scene.Sans, 8, x, y+8, words)
	}
	d := s.deck(scene.Document, scene.Page{ID: "page:x", Items: []scene.Item{
		&scene.Shape{Alt: "seal", Path: scene.RectPath(scene.Rect{X: 300, Y: 100, W: 23, H: 23}), Fill: scene.Paint{Color: red}},
		at("Name", 330, 101), at("Role", 330, 112), at("said below both", 300, 128), at("elsewhere", 230, 101),
	}})
	d.Size = scene.A4
	root := tree(t, written(t, scene.Files{Document: d}, Options{}))
	places := map[string]string{}
	each(root, func(n *nethtml.Node) {
		if area, found := strings.CutPrefix(attr(n, "style"), "grid-area:"); found {
			words := strings.TrimSpace(said(n))
			if other, taken := places[area]; taken {
				t.Errorf("%q stands on %q at %s", words, other, area)
			}
			places[area] = words
		}
	})
	want := map[string]string{"1/2/3/3": "", "1/3/2/4": "Name", "2/3/3/4": "Role", "3/2/4/4": "said below both", "1/1/2/2": "elsewhere"}
	if !maps.Equal(places, want) {
		t.Errorf("places %v, want %v", places, want)
	}
}

func TestALongRailDoesNotPartParagraphs(t *testing.T) {
	cells := []place{{col: main, row: 1, span: 1}, {col: rail, row: 1, span: 2}, {col: main, row: 2, span: 1}, {col: rail, row: 3, span: 1}, {col: main, row: 3, span: 1}}
	spareRows(cells)
	var got []string
	for _, c := range cells {
		got = append(got, fmt.Sprint(c.row, c.span, c.spare))
	}
	if want := "1 1 0|1 3 3|2 1 0|4 2 5|4 1 0"; strings.Join(got, "|") != want {
		t.Errorf("%s, want %s", strings.Join(got, "|"), want)
	}
}

func TestWhatProvesAFigureIsNamedWhereItStands(t *testing.T) {
	root := tree(t, written(t, scene.Files{Document: document(newSetter(), plain)}, Options{}))
	var named []string
	each(root, func(n *nethtml.Node) {
		if id := attr(n, "aria-describedby"); id != "" {
			named = append(named, id+" "+n.Data+" "+said(n)+attr(n, "aria-label"))
			if attr(n, "href") != "" && attr(n, "href") != "#"+id {
				t.Errorf("%s leads to %s", id, attr(n, "href"))
			}
		}
	})
	if got := strings.Join(named, "|"); got != "p1 a $5m|p2 a We doubled it|p1 a 5|p1 button 2023: 1" {
		t.Errorf("proofs are named by %s", got)
	}
	list := ""
	each(root, func(n *nethtml.Node) {
		if attr(n, "id") == "proofs" {
			list = strings.Join(strings.Fields(said(n)), " ")
		}
	})
	if list != "$5m, Revenue “sales of $5m” sales.csv A report proved The founder “We doubled it” An interview proved" {
		t.Errorf("the proofs say %q", list)
	}
}

// TestPayloadsAreTextInTheDocument: whatever the words are, elements and attributes are those of plain words, links lead nowhere
// else, and the words stand there as text.
func TestPayloadsAreTextInTheDocument(t *testing.T) {
	known := func(root *nethtml.Node) map[string]bool {
		seen := map[string]bool{"span": true, "span class": true, "span lang": true, "strong class": true, "p style": true}
		each(root, func(n *nethtml.Node) {
			seen[n.Data] = true
			for _, a := range n.Attr {
				if a.Key == "href" {
					seen[n.Data+" "+a.Key+" "+a.Val] = true
				} else {
					seen[n.Data+" "+a.Key] = true
				}
			}
		})
		return seen
	}
	want := known(tree(t, written(t, scene.Files{Document: document(newSetter(), plain)}, Options{Notes: true})))
	for i, p := range payloads(t) {
		if testing.Short() && i%4 > 0 {
			continue
		}
		d := document(newSetter(), func(s string) string { return s + p })
		d.Pages[0].Title = p
		d.Pages[1].ID += p
		root := tree(t, written(t, scene.Files{Document: d}, Options{Notes: true}))
		for what := range known(root) {
			if !want[what] {
				t.Errorf("%q makes %q", p, what)
			}
		}
		if letters := strings.ToLower(p); strings.Contains(letters, "script") && !strings.Contains(said(find(root, "main")[0]), p[:6]) {
			t.Errorf("%q is not read as text", p)
		}
	}
}

func TestTheDocumentGivesTheSameBytes(t *testing.T) {
	var first bytes.Buffer
	for i := range 4 {
		var b bytes.Buffer
		if err := Write(&b, scene.Files{Document: document(newSetter(), plain)}, Options{}); err != nil {
			t.Fatal(err)
		}
		if i == 0 {
			first = b
		} else if !bytes.Equal(first.Bytes(), b.Bytes()) {
			t.Fatal("another file")
		}
	}
}
