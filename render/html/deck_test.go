package html

import (
	"bytes"
	"strings"
	"testing"

	nethtml "golang.org/x/net/html"

	"roadshow/scene"
	"roadshow/typeset"
)

var (
	paper = scene.Color{Token: "background", R: 251, G: 248, B: 242}
	ink   = scene.Color{Token: "text", R: 26, G: 26, B: 24}
	red   = scene.Color{Token: "accent", R: 178, G: 36, B: 30}
)

// setter makes decks of words that are really set.
type setter struct{ fonts *typeset.Fonts }

func newSetter() setter { return setter{typeset.New(nil)} }

func (s setter) text(role scene.Role, f scene.Font, size, x, y scene.Pt, words string) *scene.Text {
	style := scene.Style{Font: f, Size: size, Leading: 1.3 * size, Color: ink}
	return s.fonts.Set([]scene.Span{{Text: words, Style: style}}, typeset.Options{Width: 300}).Text("", role, x, y)
}

func (s setter) deck(medium scene.Medium, pages ...scene.Page) *scene.Deck {
	for i := range pages {
		pages[i].Number = i + 1
		pages[i].Background = paper
	}
	return &scene.Deck{Medium: medium, Size: scene.Slide169, Fonts: s.fonts.Used(), Pages: pages, Meta: scene.Meta{Title: "Compute & capital", Language: "en"}}
}

// everything is a deck with every kind of item.
func everything() *scene.Deck {
	s := newSetter()
	cell := func(words string, x, y scene.Pt) scene.Cell {
		t := s.text(scene.RoleCell, scene.Cond, 9, x, y, words)
		return scene.Cell{Text: *t}
	}
	filled := cell("b < c", 190, 260)
	filled.Fill = red
	filled.Marks = []scene.Item{&scene.Shape{Path: scene.CirclePath(220, 262, 3), Fill: scene.Paint{Color: red}, Alt: "a disc"}}
	linked := s.text(scene.RoleSource, scene.Sans, 9, 48, 480, "roadshow & co")
	linked.Lines[0].Runs[0].Link = `https://example.org/?a=1&b="2"`
	inner := s.text(scene.RoleBody, scene.Sans, 9, 400, 480, "see the second")
	inner.Lines[0].Runs[0].Link = "#two"
	lost := s.text(scene.RoleBody, scene.Sans, 9, 500, 480, "gone")
	lost.Lines[0].Runs[0].Link = "javascript:alert(1)"
	one := scene.Page{ID: "slide:one", Title: `A "claim" <b>`, Notes: []scene.Para{{Spans: []scene.Span{{Text: "never say this"}}}}, Items: []scene.Item{
		s.text(scene.RoleTitle, scene.SerifSemiBold, 24, 48, 82, "A claim that takes more than a line of words to make"),
		s.text(scene.RoleBody, scene.Serif, 12, 48, 150, "模型的价格 and cost, “quoted” over several lines of a narrow column that goes on and on"),
		&scene.Shape{Path: scene.RectPath(scene.Rect{X: 50, Y: 50, W: 20, H: 20}), Fill: scene.Paint{Color: red, To: paper}},
		&scene.Group{Clip: &scene.Rect{X: 400, Y: 50, W: 30, H: 12}, Alt: "art", Items: []scene.Item{&scene.Shape{Path: scene.CirclePath(410, 60, 20), Fill: scene.Paint{Color: red}}}},
		&scene.Table{ID: "t", Alt: "a table", Head: [][]scene.Cell{{{}, cell("Two", 190, 240)}}, Rows: [][]scene.Cell{{cell("a", 76, 260), filled}},
			Rules: []scene.Shape{{Path: scene.LinePath(scene.Point{X: 76, Y: 245}, scene.Point{X: 240, Y: 245}), Stroke: scene.Stroke{Color: ink, Width: 0.5}}}},
		&scene.Chart{Alt: "bars", Frame: scene.Rect{X: 300, Y: 200, W: 200, H: 100}, Drawing: []scene.Item{s.text(scene.RoleLabel, scene.Sans, 9, 310, 220, ">70%"), &scene.Shape{}}},
		&scene.Image{Alt: "a picture", Format: "png", Data: []byte("not really"), Frame: scene.Rect{X: 600, Y: 200, W: 100, H: 100}},
		&scene.Art{Alt: "a mark", Frame: scene.Rect{X: 720, Y: 200, W: 50, H: 40}, Marks: []scene.Mark{{Path: scene.CirclePath(740, 220, 15), Fill: scene.Ink{Color: red}}}},
		&scene.Group{Role: scene.RoleFurniture, Items: []scene.Item{s.text(scene.RoleFurniture, scene.Sans, 9, 48, 522, "the footer")}},
		linked, inner, lost,
	}}
	untitled := s.text(scene.RoleQuote, scene.SerifLight, 20, 48, 100, "Words without a title")
	untitled.ID = "two"
	two := scene.Page{ID: "slide:two", Title: "Second", Items: []scene.Item{untitled}}
	return s.deck(scene.Slides, one, two)
}

func written(t testing.TB, f scene.Files, o Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, f, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// tree is the file as a browser reads it.
func tree(t testing.TB, file string) *nethtml.Node {
	t.Helper()
	root, err := nethtml.Parse(strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// each visits every element.
func each(n *nethtml.Node, visit func(*nethtml.Node)) {
	if n.Type == nethtml.ElementNode {
		visit(n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		each(c, visit)
	}
}

func attr(n *nethtml.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// said is what stands in an element, as text.
func said(n *nethtml.Node) string {
	if n.Type == nethtml.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(said(c))
	}
	return b.String()
}

// find lists elements of a name.
func find(root *nethtml.Node, name string) (list []*nethtml.Node) {
	each(root, func(n *nethtml.Node) {
		if n.Data == name {
			list = append(list, n)
		}
	})
	return list
}
