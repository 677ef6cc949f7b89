package svg

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"strings"
	"testing"

	"roadshow/scene"
	"roadshow/typeset"
)

var update = flag.Bool("update", false, "write the goldens anew")

var (
	paper = scene.Color{Token: "background", R: 251, G: 248, B: 242}
	ink   = scene.Color{Token: "text", R: 26, G: 26, B: 24}
	red   = scene.Color{Token: "accent", R: 178, G: 36, B: 30}
	blue  = scene.Color{Token: "series2", R: 36, G: 84, B: 160}
)

type setter struct{ fonts *typeset.Fonts }

func (s setter) text(x, y scene.Pt, f scene.Font, size scene.Pt, words string) *scene.Text {
	style := scene.Style{Font: f, Size: size, Leading: 1.3 * size, Color: ink}
	return s.fonts.Set([]scene.Span{{Text: words, Style: style}}, typeset.Options{Width: 130}).Text("", scene.RoleBody, x, y)
}

func (s setter) page(items ...scene.Item) *scene.Deck {
	return &scene.Deck{Size: scene.Size{W: 144, H: 96}, Fonts: s.fonts.Used(), Meta: scene.Meta{Title: "Compute & capital"},
		Pages: []scene.Page{{Number: 7, Title: `A "claim" <b>`, Background: paper, Items: items}}}
}

// foreign is a drawing with everything that only foreign ones have: a gradient that fades, a cut, a faded set, an uneven pen.
func foreign() *scene.Art {
	box := scene.Rect{X: 60, Y: 20, W: 50, H: 40}
	logo := func(r, b uint8) scene.Color { return scene.Color{Token: "logo", R: r, B: b} }
	return &scene.Art{Frame: box, Alt: "a mark", Marks: []scene.Mark{
		{Path: scene.CirclePath(80, 40, 15), Fill: scene.Ink{Gradient: &scene.Gradient{B: scene.Point{X: 50}, Map: [6]float64{1, 0, 0, 1, 60, 20},
			Stops: []scene.Stop{{Color: logo(200, 0)}, {At: 1, Color: logo(0, 200), Fade: 0.5}}}}},
		{Fade: 0.5, Cut: &scene.Cut{Path: scene.CirclePath(80, 40, 10), EvenOdd: true}, Parts: []scene.Mark{
			{Path: scene.RectPath(box), EvenOdd: true, Fill: scene.Ink{Color: logo(90, 0), Fade: 0.3}},
			{Path: scene.RectPath(box), Pen: scene.Pen{Ink: scene.Ink{Color: logo(0, 0)}, Width: 3, Dash: []scene.Pt{4, 2}, Phase: 1, Cap: scene.SquareCap, Warp: &[4]float64{2, 0, 0, 0.5}}}}}}}
}

// everything is a page that holds every kind of item.
func everything() *scene.Deck {
	s := setter{typeset.New(nil)}
	linked := s.text(6, 90, scene.Sans, 8, "roadshow & co")
	linked.Lines[0].Runs[0].Link = "https://example.org/?a=1&b=\"2\""
	inner := s.text(70, 90, scene.CondMedium, 8, "see page 3")
	inner.Lines[0].Runs[0].Link = "#three"
	tracked := s.text(6, 10, scene.SansSemiBold, 7, "WIDE")
	tracked.Lines[0].Runs[0].Tracking = 1.5
	hidden := s.text(6, 10, scene.Sans, 7, "hidden")
	hidden.Lines[0].Runs[0].Color = scene.Color{}
	cell := func(words string, x, y scene.Pt) scene.Cell {
		return scene.Cell{Text: *s.text(x, y, scene.Cond, 8, words)}
	}
	filled := cell("b < c", 90, 60)
	filled.Fill = red
	filled.Marks = []scene.Item{&scene.Shape{Path: scene.CirclePath(120, 62, 3), Fill: scene.Paint{Color: blue}, Alt: "a disc"}}
	items := []scene.Item{
		tracked, s.text(6, 20, scene.SerifItalic, 11, "Two lines of words that are broken “here” or there"), hidden,
		s.text(6, 50, scene.Serif, 10, "模型的价格 and cost"),
		&scene.Group{Clip: &scene.Rect{X: 10, Y: 50, W: 30, H: 12}, Alt: "art", Items: []scene.Item{
			&scene.Shape{Path: scene.CirclePath(20, 60, 20), Fill: scene.Paint{Color: red, To: blue}},
			&scene.Shape{Path: scene.CirclePath(20, 60, 20), Fill: scene.Paint{Color: red, To: blue}, Stroke: scene.Stroke{Color: ink, Width: 0.5, Dash: []scene.Pt{2, 1.25}}}}},
		&scene.Group{Items: []scene.Item{&scene.Shape{Path: scene.RectPath(scene.Rect{X: 50, Y: 50, W: 20, H: 20}), Fill: scene.Paint{Color: paper, To: ink, Vertical: true}, Stroke: scene.Stroke{Color: ink, Width: 1, Round: true}}}},
		&scene.Table{Alt: "a table", Head: [][]scene.Cell{{cell("Head", 76, 50), cell("Two", 90, 50)}}, Rows: [][]scene.Cell{{cell("a", 76, 60), filled}},
			Rules: []scene.Shape{{Path: scene.LinePath(scene.Point{X: 76, Y: 52}, scene.Point{X: 140, Y: 52}), Stroke: scene.Stroke{Color: ink, Width: 0.5}}}},
		&scene.Chart{Alt: "bars", Drawing: []scene.Item{s.text(76, 80, scene.Sans, 7, ">70%"), &scene.Shape{}}},
		&scene.Image{Alt: "a logo", Format: "png", Data: []byte("not really"), Frame: scene.Rect{X: 130, Y: 2, W: 10, H: 10}}, foreign(), linked, inner,
	}
	return s.page(items...)
}

func drawn(t testing.TB, d *scene.Deck) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Page(&b, &d.Pages[0], d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// element is an element of a drawing with what it says.
type element struct {
	name, text string
	attr       map[string]string
}

// elements parses a drawing, which must be well-formed, with every reference leading to an id that stands before it.
func elements(t testing.TB, data []byte) []element {
	t.Helper()
	var list []element
	var open []int
	ids := map[string]bool{}
	dec := xml.NewDecoder(bytes.NewReader(data))
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return list
		}
		if err != nil {
			t.Fatalf("not well-formed: %v\n%s", err, data)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			e := element{name: tok.Name.Local, attr: map[string]string{}}
			for _, a := range tok.Attr {
				if _, twice := e.attr[a.Name.Local]; twice {
					t.Errorf("<%s> has %s twice", e.name, a.Name.Local)
				}
				e.attr[a.Name.Local] = a.Value
				if id, ok := strings.CutPrefix(a.Value, "url(#"); ok && !ids[strings.TrimSuffix(id, ")")] {
					t.Errorf("%s=%q leads nowhere", a.Name.Local, a.Value)
				}
			}
			if id := e.attr["id"]; id != "" {
				if ids[id] {
					t.Errorf("id %q stands twice", id)
				}
				ids[id] = true
			}
			open = append(open, len(list))
			list = append(list, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 {
				list[open[len(open)-1]].text += string(tok)
			}
		}
	}
}

func find(list []element, name string) (found []element) {
	for _, e := range list {
		if e.name == name {
			found = append(found, e)
		}
	}
	return found
}

func TestWordsAgreeWithTheSceneInTheirOrder(t *testing.T) {
	d := everything()
	var want, got []string
	scene.Walk(d.Pages[0].Items, func(it scene.Item) {
		if text, ok := it.(*scene.Text); ok {
			for _, l := range text.Lines {
				for _, r := range l.Runs {
					if !r.Color.None() {
						want = append(want, r.Text)
					}
				}
			}
		}
	})
	for _, e := range find(elements(t, drawn(t, d)), "text") {
		got = append(got, e.text)
	}
	if strings.Join(got, "|") != strings.Join(want, "|") || len(got) < 12 {
		t.Errorf("the drawing says\n%q, the scene\n%q", got, want)
	}
}

func TestWordsStandAsWideAsMeasured(t *testing.T) {
	d := everything()
	list := find(elements(t, drawn(t, d)), "text")
	r := d.Pages[0].Items[0].(*scene.Text).Lines[0].Runs[0]
	for name, want := range map[string]string{
		"x": "6", "y": "10", "textLength": fmt.Sprint(math.Round(float64(r.Width-1.5)*100) / 100), "letter-spacing": "1.5", "font-weight": "600", "font-size": "7",
		"fill": "#1A1A18", "font-family": "'IBM Plex Sans', 'Helvetica Neue', Arial, sans-serif",
	} {
		if got := list[0].attr[name]; got != want {
			t.Errorf("%s is %q, not %q", name, got, want)
		}
	}
	if list[1].attr["font-style"] != "italic" || !strings.HasPrefix(list[1].attr["font-family"], "'Source Serif 4', ") {
		t.Errorf("the italic line is %v", list[1].attr)
	}
}

func TestEveryStringIsEscaped(t *testing.T) {
	d := everything()
	raw := string(drawn(t, d))
	for _, bad := range []string{"<b>", "& co", "b < c", `b="2"`} {
		if strings.Contains(raw, bad) {
			t.Errorf("%q stands as it is", bad)
		}
	}
	list := elements(t, []byte(raw))
	if got := find(list, "title")[0].text; got != `A "claim" <b>` {
		t.Errorf("the title is %q", got)
	}
	if got := find(list, "desc")[0].text; got != "Page 7 of Compute & capital" {
		t.Errorf("the description is %q", got)
	}
	if list[0].attr["role"] != "img" || list[0].attr["viewBox"] != "0 0 144 96" || list[0].attr["width"] != "144pt" {
		t.Errorf("the drawing is %v", list[0].attr)
	}
	var nasty bytes.Buffer
	text := everything().Pages[0].Items[0].(*scene.Text)
	text.Lines[0].Runs[0].Text = "a\x00\x1b]]>\ufffe\xff</text><script>"
	o := Options{Title: "\x07<script>", Desc: "-->", Prefix: `"><script>`}
	if err := Items(&nasty, append(d.Pages[0].Items, text), scene.Rect{W: 9, H: 9}, d.Fonts, o); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(nasty.String(), "<script>") {
		t.Error("words become elements")
	}
	elements(t, nasty.Bytes())
}

func TestOnlyAddressesAreLinks(t *testing.T) {
	links := find(elements(t, drawn(t, everything())), "a")
	if len(links) != 1 || links[0].attr["href"] != `https://example.org/?a=1&b="2"` {
		t.Errorf("links %v", links)
	}
	for _, bad := range []string{"javascript:alert(1)", "#three", "data:text/html,x", "file:///etc/passwd", "//host", "http://", "%zz", "JAVASCRIPT:x", " javascript:x"} {
		if scene.WebAddress(bad) == nil {
			t.Errorf("%q is a link", bad)
		}
	}
}

func TestDefinitionsStandOnceAndBearThePrefix(t *testing.T) {
	d := everything()
	var b bytes.Buffer
	if err := Items(&b, d.Pages[0].Items, scene.Rect{W: 144, H: 96}, d.Fonts, Options{Prefix: "c3-"}); err != nil {
		t.Fatal(err)
	}
	list := elements(t, b.Bytes())
	if n := len(find(list, "linearGradient")); n != 3 {
		t.Errorf("%d gradients for three", n)
	}
	for _, e := range list {
		if id := e.attr["id"]; id != "" && !strings.HasPrefix(id, "c3-") {
			t.Errorf("id %q has no prefix", id)
		}
	}
	if len(find(list, "title")) != 6 || len(find(list, "desc")) != 0 { // of art, disc, table, chart, logo and mark
		t.Errorf("titles %v", find(list, "title"))
	}
}

// TestTheDrawingKeepsItsGolden makes changes of the form visible, and holds that the same page gives the same bytes.
func TestTheDrawingKeepsItsGolden(t *testing.T) {
	got := drawn(t, everything())
	if !bytes.Equal(got, drawn(t, everything())) {
		t.Error("drawn twice, it differs")
	}
	const golden = "testdata/page.svg"
	if *update {
		if err := os.WriteFile(golden, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("differs from %s; now:\n%s", golden, got)
	}
}

func TestWhatCannotBeDrawnIsAnErrorWithItsPlace(t *testing.T) {
	nan := scene.Pt(math.NaN())
	fill := scene.Paint{Color: red}
	at := func(p scene.Path) scene.Item {
		return &scene.Group{Items: []scene.Item{&scene.Shape{Path: p, Fill: fill}}}
	}
	words := func(change func(*scene.Run)) scene.Item {
		text := setter{typeset.New(nil)}.text(1, 1, scene.Sans, 8, "words")
		text.ID = "compute/title"
		change(&text.Lines[0].Runs[0])
		return text
	}
	for name, c := range map[string]struct {
		item scene.Item
		says string
	}{
		"nil item":         {nil, "<nil>"},
		"nil mark":         {&scene.Table{Rows: [][]scene.Cell{{{Marks: []scene.Item{nil}}}}}, "<nil>"},
		"path to NaN":      {at(scene.LinePath(scene.Point{X: nan})), "a shape without id: a coordinate or size is NaN"},
		"path to infinity": {at(scene.LinePath(scene.Point{X: scene.Pt(math.Inf(-1))})), "Inf"},
		"path far away":    {at(scene.LinePath(scene.Point{X: 1e12})), "1e+12"},
		"no move":          {at(scene.Path{Ops: []scene.Op{scene.Close}}), "move"},
		"cut short":        {at(scene.Path{Ops: []scene.Op{scene.MoveTo, scene.CurveTo}, Pts: make([]scene.Point, 2)}), "fewer than"},
		"unknown operator": {at(scene.Path{Ops: []scene.Op{scene.MoveTo, 9}, Pts: make([]scene.Point, 2)}), "operator 9"},
		"rule":             {&scene.Table{ID: "t", Rules: []scene.Shape{{Path: scene.Path{Ops: []scene.Op{scene.Close}}, Fill: fill}}}, `table "t"`},
		"clip NaN":         {&scene.Group{ID: "art", Clip: &scene.Rect{X: nan}}, `group "art": a coordinate`},
		"cell NaN":         {&scene.Table{ID: "t", Rows: [][]scene.Cell{{{Fill: red, Text: scene.Text{Frame: scene.Rect{X: nan}}}}}}, `table "t"`},
		"gradient NaN":     {&scene.Chart{Drawing: []scene.Item{&scene.Shape{Path: scene.RectPath(scene.Rect{X: nan, W: 2, H: 2}), Fill: scene.Paint{Color: red, To: blue}}}}, "NaN"},
		"pen NaN":          {&scene.Shape{Path: scene.LinePath(scene.Point{}), Stroke: scene.Stroke{Color: red, Width: scene.Pt(math.Inf(1))}}, "Inf"},
		"text at NaN":      {words(func(r *scene.Run) { r.X = nan }), `text "compute/title": a coordinate or size is NaN`},
		"unknown face":     {words(func(r *scene.Run) { r.Font = "comic" }), `text "compute/title", line 1: there is no file for face "comic"`},
		"picture format":   {&scene.Image{ID: "logo", Format: `svg"><script>`}, `image "logo": pictures are png or jpeg`},
		"no picture":       {&scene.Image{ID: "logo", Format: "png"}, "no picture data"},
	} {
		t.Run(name, func(t *testing.T) {
			d := everything()
			d.Pages[0].Items = []scene.Item{c.item}
			var b bytes.Buffer
			err := Page(&b, &d.Pages[0], d)
			if err == nil || !strings.Contains(err.Error(), c.says) || !strings.HasPrefix(err.Error(), "svg: ") {
				t.Errorf("error %v does not say %q", err, c.says)
			}
			if b.Len() > 0 {
				t.Error("something was written all the same")
			}
		})
	}
	if err := Items(io.Discard, nil, scene.Rect{W: nan, H: 1}, nil, Options{}); err == nil || !strings.Contains(err.Error(), "frame") {
		t.Errorf("a frame of NaN: %v", err)
	}
}

func TestAFailedWriteIsReported(t *testing.T) {
	r, w := io.Pipe()
	r.Close()
	d := everything()
	if err := Page(w, &d.Pages[0], d); err == nil {
		t.Error("the disk is full and nobody says so")
	}
}
