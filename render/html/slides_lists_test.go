package html

import (
	"strings"
	"testing"

	nethtml "golang.org/x/net/html"

	"roadshow/scene"
	"roadshow/typeset"
)

// outlineOf is the lists and figures of an element as a reader hears them: ul(li(words)).
func outlineOf(n *nethtml.Node) string {
	if n.Type == nethtml.TextNode {
		return strings.Join(strings.Fields(n.Data), " ")
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if attr(c, "aria-hidden") != "true" {
			b.WriteString(outlineOf(c))
		}
	}
	switch n.Data {
	case "ul", "ol", "li", "figure", "figcaption":
		return n.Data + "(" + b.String() + ")"
	}
	return b.String()
}

func slideOf(t *testing.T, s setter, items ...scene.Item) *nethtml.Node {
	t.Helper()
	root := tree(t, written(t, scene.Files{Slides: s.deck(scene.Slides, scene.Page{ID: "slide:one", Title: "One", Items: items})}, Options{}))
	return find(root, "section")[0]
}

// Lists of texts, of groups and of one text's paragraphs are lists on slides too, nested by their depth; what is drawn between two
// entries parts no list, and a drawing that covers words of an entry stands in an entry.
func TestListsOnSlidesAreLists(t *testing.T) {
	s := newSetter()
	st := scene.Style{Font: scene.Serif, Size: 10, Leading: 14, Color: ink}
	para := func(marker, words string, depth int) scene.Para {
		return scene.Para{Marker: marker, Depth: depth, Spans: []scene.Span{{Text: words, Style: st}}}
	}
	item := func(list, marker, words string, depth int, y scene.Pt) *scene.Text {
		x := s.fonts.SetParas([]scene.Para{para(marker, words, depth)}, typeset.Options{Width: 200}).Text("", scene.RoleList, 48, y)
		x.List = list
		return x
	}
	number := func(n string, y scene.Pt) *scene.Text { return s.text(scene.RoleNumber, scene.Serif, 10, 400, y, n) }
	cover := &scene.Shape{Path: scene.RectPath(scene.Rect{X: 400, Y: 90, W: 200, H: 30}), Fill: scene.Paint{Color: red}}
	rule := &scene.Shape{Path: scene.LinePath(scene.Point{X: 400, Y: 140}, scene.Point{X: 600, Y: 140}), Stroke: scene.Stroke{Color: ink, Width: 0.5}}
	entry := func(n string, y scene.Pt, more ...scene.Item) *scene.Group {
		return &scene.Group{List: "r", Items: append([]scene.Item{number(n, y), s.text(scene.RoleBody, scene.Serif, 10, 420, y, "entry "+n)}, more...)}
	}
	one := s.fonts.SetParas([]scene.Para{para("–", "alone", 0), para("–", "two", 0)}, typeset.Options{Width: 200}).Text("x", scene.RoleBody, 48, 400)
	section := slideOf(t, s, item("a", "–", "first", 0, 100), item("a", "·", "deeper", 1, 120), item("a", "–", "second", 0, 140), item("b", "1.", "numbered", 0, 200),
		s.text(scene.RoleBody, scene.Serif, 10, 48, 300, "between"), one, entry("1", 100), cover, rule, entry("2", 160), s.text(scene.RoleBody, scene.Serif, 10, 48, 480, "after"))
	want := "ul(li(firstul(li(deeper)))li(second))ol(li(1. numbered))betweenul(li(alone)li(two))ol(li(1entry 1)li(2entry 2))after"
	got := strings.TrimPrefix(outlineOf(section), "One")
	if strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(want, " ", "") {
		t.Errorf("the slide reads\n%s\nand not\n%s", got, want)
	}
	each(section, func(n *nethtml.Node) {
		for c := n.FirstChild; c != nil && (n.Data == "ul" || n.Data == "ol"); c = c.NextSibling {
			if c.Type == nethtml.ElementNode && c.Data != "li" {
				t.Errorf("%s stands in a list, and in no item", c.Data)
			}
		}
		if n.Data == "li" && attr(n, "style")+attr(n, "class") != "" {
			t.Error("an item has a place of its own: what is in it would be placed from there")
		}
	})
}

// An exhibit on a slide is a figure with its caption, whatever is drawn beneath that.
func TestExhibitsOnSlidesHaveTheirCaptions(t *testing.T) {
	s := newSetter()
	ground := &scene.Shape{Path: scene.RectPath(scene.Rect{X: 40, Y: 80, W: 400, H: 100}), Fill: scene.Paint{Color: red}}
	section := slideOf(t, s, s.text(scene.RoleBody, scene.Sans, 9, 48, 100, "before"), &scene.Group{ID: "e", Role: scene.RoleExhibit, Alt: "What it shows", Items: []scene.Item{
		ground, s.text(scene.RoleCaption, scene.Sans, 9, 48, 110, "Accuracy"), s.text(scene.RoleCaption, scene.Sans, 9, 48, 122, "%, 2023"),
		s.text(scene.RoleBody, scene.Sans, 9, 48, 140, "the body"), s.text(scene.RoleCaption, scene.Sans, 9, 48, 160, "of its second part")}})
	if got := outlineOf(section); got != "Onebeforefigure(figcaption(Accuracy%, 2023)the bodyof its second part)" {
		t.Errorf("the slide reads %s", got)
	}
	if f := find(section, "figure"); len(f) != 1 || attr(f[0], "aria-label") != "What it shows" {
		t.Error("the figure says not what it shows")
	}
}

// A figure in words on a slide names its proof, as in the document. The keyboard stops once at each, also where it goes on in another
// line; a quotation is one stop; nothing of it moves a word.
func TestWhatProvesAFigureOnASlideIsNamedWhereItStands(t *testing.T) {
	s := newSetter()
	st := scene.Style{Font: scene.Serif, Size: 10, Leading: 14, Color: ink}
	bold := st.In(scene.SerifSemiBold)
	words := []scene.Span{{Text: "It was ", Style: st}, {Text: "more than two and a half ", Style: st, Proof: 1}, {Text: "times", Style: bold, Proof: 1}, {Text: " as much, and then ", Style: st},
		{Text: "$5m", Style: st, Proof: 1}, {Text: ", as ", Style: st}, {Text: "linked", Style: st, Proof: 1, Link: "https://example.org"}, {Text: " words say.", Style: st}}
	body := s.fonts.Set(words, typeset.Options{Width: 90}).Text("", scene.RoleBody, 48, 100)
	quote := s.fonts.Set([]scene.Span{{Text: "We doubled it in a year or in two of them", Style: st, Proof: 2}}, typeset.Options{Width: 90}).Text("", scene.RoleQuote, 300, 100)
	build := func(proofs []scene.Proof) *nethtml.Node {
		d := s.deck(scene.Slides, scene.Page{ID: "slide:one", Title: "One", Items: []scene.Item{body, quote}})
		d.Proofs = proofs
		return find(tree(t, written(t, scene.Files{Slides: d}, Options{})), "section")[0]
	}
	section := build([]scene.Proof{{Label: "Growth", Value: "> 2.5", Source: "A report"}, {Label: "The founder", Source: "An interview"}})
	var stops []string
	goes := 0
	each(section, func(n *nethtml.Node) {
		if id := attr(n, "aria-describedby"); id != "" {
			if n.Data != "a" || attr(n, "href") != "#"+id || attr(n, "class") != "pf" {
				t.Errorf("<%s> %q names its proof without leading to it", n.Data, said(n))
			}
			stops = append(stops, id+" "+strings.Join(strings.Fields(said(n)), " "))
		}
		if attr(n, "data-p") == "p1" && n.Data == "span" {
			goes++
		}
	})
	if len(stops) != 3 || !strings.HasPrefix(stops[0], "p1 more than") || stops[1] != "p1 $5m" || stops[2] != "p2 We doubled it in a year or in two of them" || goes == 0 {
		t.Errorf("the keyboard stops at %q, and %d lines go on", stops, goes)
	}
	without := build(nil)
	places := func(n *nethtml.Node) (list []string) {
		each(n, func(n *nethtml.Node) {
			if style := attr(n, "style"); style != "" {
				list = append(list, n.Data+" "+style)
			}
		})
		return list
	}
	if a, b := strings.Join(places(section), "\n"), strings.Join(places(without), "\n"); a != b {
		t.Errorf("with proofs words stand at\n%s\nand without at\n%s", a, b)
	}
	if a, b := said(section), said(without); a != b {
		t.Errorf("%q is not %q", a, b)
	}
}
