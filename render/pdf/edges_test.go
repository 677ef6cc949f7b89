package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"roadshow/render/pdf/pdftest"
	"roadshow/scene"
)

// These are edges that changing the code on purpose found unwatched.

func TestAFigureIsFramedWhereItStands(t *testing.T) {
	frame := scene.Rect{X: 54, Y: 300, W: 100, H: 80}
	f := written(t, onePage(newSetter(t), &scene.Chart{ID: "c", Alt: "bars", Frame: frame, Drawing: []scene.Item{&scene.Shape{Path: scene.RectPath(frame), Fill: paint(9)}}}))
	box, _ := f.Structure.Find("Figure")[0].Attr["BBox"].(pdftest.Array)
	h := float64(scene.A4.H)
	for i, want := range []float64{54, h - 380, 154, h - 300} {
		if got, _ := box[i].(float64); !near(got, want) {
			t.Errorf("BBox %v: value %d should be %.2f", box, i, want)
		}
	}
}

func TestACellIsFilledInItsColour(t *testing.T) {
	s := newSetter(t)
	cell := scene.Cell{Text: *s.text("", scene.Sans, 8, 54, 212, "cell"), Fill: scene.Color{Token: "x", R: 51, B: 102}}
	cell.Text.Frame = scene.Rect{X: 54, Y: 204, W: 60, H: 12}
	p := written(t, onePage(s, &scene.Table{ID: "t", Frame: cell.Text.Frame, Rows: [][]scene.Cell{{cell}}})).Pages[0].Paths
	if len(p) != 1 || p[0].Fill == nil || *p[0].Fill != [3]float64{0.2, 0, 0.4} {
		t.Errorf("the cell is painted as %+v", p)
	}
}

func TestOnlyARectangleIsWrittenAsOne(t *testing.T) {
	at := func(x, y scene.Pt) scene.Point { return scene.Point{X: x, Y: y} }
	if r, ok := isRect(scene.RectPath(scene.Rect{X: 1, Y: 2, W: 3, H: 4})); !ok || r != (scene.Rect{X: 1, Y: 2, W: 3, H: 4}) {
		t.Errorf("a rectangle is %v, %v", r, ok)
	}
	for name, p := range map[string]scene.Path{
		"slanted top":    scene.PolygonPath(at(0, 0), at(10, 1), at(10, 10), at(0, 10)),
		"slanted right":  scene.PolygonPath(at(0, 0), at(10, 0), at(11, 10), at(0, 10)),
		"slanted bottom": scene.PolygonPath(at(0, 0), at(10, 0), at(10, 10), at(0, 11)),
		"slanted left":   scene.PolygonPath(at(0, 0), at(10, 0), at(10, 10), at(1, 10)),
		"triangle":       scene.PolygonPath(at(0, 0), at(10, 0), at(10, 10)),
		"no first point": {Ops: []scene.Op{scene.LineTo, scene.LineTo, scene.LineTo, scene.LineTo, scene.Close}, Pts: scene.RectPath(scene.Rect{W: 1, H: 1}).Pts},
	} {
		if _, ok := isRect(p); ok {
			t.Errorf("%s: taken for a rectangle", name)
		}
	}
}

// TestFacesSayHowTheyLook: viewers choose what stands for a damaged face by it.
func TestFacesSayHowTheyLook(t *testing.T) {
	for _, c := range []struct {
		face        scene.Font
		stem, flags float64
	}{{scene.Sans, 87, 4}, {scene.SansSemiBold, 135, 4}, {scene.SerifItalic, 87, 68}} {
		s := newSetter(t)
		found := 0
		for _, o := range written(t, onePage(s, s.text("", c.face, 10, 54, 100, "word"))).Objects() {
			if d, ok := o.(pdftest.Dict); ok && d["Type"] == pdftest.Name("FontDescriptor") {
				if found++; d["StemV"] != c.stem || d["Flags"] != c.flags {
					t.Errorf("%s: %v", c.face, d)
				}
			}
		}
		if found != 1 {
			t.Errorf("%s: %d descriptors", c.face, found)
		}
	}
}

func TestAPageIsPaintedInItsBackground(t *testing.T) {
	d := onePage(newSetter(t))
	d.Pages[0].Background = scene.Color{Token: "x", R: 51, B: 102}
	p := written(t, d).Pages[0].Paths
	if len(p) != 1 || p[0].Fill == nil || *p[0].Fill != [3]float64{0.2, 0, 0.4} {
		t.Errorf("the page is painted as %+v", p)
	}
}

func TestPrivateCharactersAreThoseOfThreeAreas(t *testing.T) {
	for r, want := range map[rune]bool{0xDFFF: false, 0xE000: true, 0xF8FF: true, 0xF900: false, 0xEFFFF: false, 0xF0000: true, 0xFFFFD: true, 0xFFFFE: false, 0x100000: true, 0x10FFFD: true, 0x10FFFE: false} {
		if got := private(r); got != want {
			t.Errorf("U+%04X: %v", r, got)
		}
	}
}

func TestMarksOfACellAreHeldAgainstTheStandard(t *testing.T) {
	s := newSetter(t)
	cell := scene.Cell{Text: *s.text("", scene.Sans, 10, 54, 100, "cell"), Marks: []scene.Item{s.text("", scene.Sans, 10, 54, 100, "\uE000")}}
	if got := Refused(onePage(s, &scene.Table{ID: "t", Rows: [][]scene.Cell{{cell}}}), UA1A2a); len(got) != 1 || got[0].Item != "t" {
		t.Errorf("%+v, want the character in the table's mark", got)
	}
}

func TestACharacterThatNoFaceHasIsAnError(t *testing.T) {
	fc, err := openFace(fontFiles(t)[4])
	if err != nil {
		t.Fatal(err)
	}
	if _, err := fc.add('\U0001F600'); err == nil || !strings.Contains(err.Error(), "no glyph") {
		t.Errorf("%v", err)
	}
}

// A long series is written in hundredths of a point, a mark in thousandths.
func TestLongPathsAreWrittenCoarser(t *testing.T) {
	for n, want := range map[int]string{longPath: "1.234 ", longPath + 1: "1.23 "} {
		var c content
		c.reset(800)
		p := scene.Path{}
		p.Move(1.234, 0)
		for range n - 1 {
			p.Line(1.234, 10)
		}
		if c.path(p); !strings.Contains(string(c.buf), want) {
			t.Errorf("%d points: %.40q, want %q", n, c.buf, want)
		}
	}
}

// Catalog and information stand plain, where they are sought first; pages are packed.
func TestObjectsWithoutStreamsArePacked(t *testing.T) {
	var out bytes.Buffer
	if err := Write(&out, onePage(newSetter(t)), Options{}); err != nil {
		t.Fatal(err)
	}
	for entry, plain := range map[string]bool{"/Type /Catalog": true, "/Title": true, "/Type /Page\n": false, "/StructTreeRoot": true, "/FontDescriptor": false} {
		if got := bytes.Contains(out.Bytes(), []byte(entry)); got != plain {
			t.Errorf("%q is plain: %v", entry, got)
		}
	}
}

// TestWordsWithNeighboursMove: by hand, of advances of half an em at 10 points, 5 points each.
func TestWordsWithNeighboursMove(t *testing.T) {
	p := &pager{copies: &copies{words: true, pages: make([]BasePage, 1)}}
	run := func(text string, face scene.Font) *scene.Run {
		r := &scene.Run{Text: text, Font: face, Size: 10, X: 100}
		for range []rune(text) {
			r.Adv = append(r.Adv, 500)
		}
		return r
	}
	for _, c := range []struct {
		text string
		face scene.Font
		want []move
	}{
		{"one two three four", scene.Sans, []move{{4, 8}, {8, 14}}},
		{"one  two three", scene.Sans, []move{{5, 9}}},
		{"one two", scene.Sans, nil},
		{"一二三四五六七八九十", scene.HanSans, []move{{2, 5}, {5, 8}}},
		{"一二三四五六", scene.HanSans, nil},
	} {
		if got := p.moves(run(c.text, c.face)); !slices.Equal(got, c.want) {
			t.Errorf("%q: %v, want %v", c.text, got, c.want)
		}
	}
	p.note(&scene.Line{Baseline: 50}, run("one two three four", scene.Sans), move{4, 8})
	if got, want := p.copies.page().Words, (Word{X: 120, Y: 50, W: 20, Size: 10, Text: "two "}); len(got) != 1 || got[0] != want {
		t.Errorf("%s, want %+v", fmt.Sprintf("%+v", got), want)
	}
}
