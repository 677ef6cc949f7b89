package pdf

import (
	"bytes"
	"testing"

	"roadshow/scene"
)

// artwork is a drawing of n bars, cut to a frame.
func artwork(n int) *scene.Group {
	g := &scene.Group{Role: scene.RoleOrnament, Clip: &scene.Rect{X: 10, Y: 10, W: 200, H: 200}}
	for i := range n {
		g.Items = append(g.Items, &scene.Shape{Path: scene.RectPath(scene.Rect{X: 10 + scene.Pt(i)*5, Y: 20, W: 3, H: 100}), Fill: scene.Paint{Color: scene.Color{Token: "accent", R: 200}}})
	}
	return g
}

func TestArtOnSeveralPagesIsWrittenOnce(t *testing.T) {
	d := &scene.Deck{Size: scene.A4, Pages: []scene.Page{
		{ID: "a", Items: []scene.Item{artwork(30)}},
		{ID: "b", Items: []scene.Item{artwork(30)}},
		{ID: "c", Items: []scene.Item{artwork(31)}},
	}}
	var out bytes.Buffer
	if err := Write(&out, d, Options{}); err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(out.Bytes(), []byte("/Subtype/Form")); n != 2 {
		t.Errorf("%d drawings are in the file, want 2: one that two pages share, and another", n)
	}
}

func TestSmallDrawingsStayOnTheirPage(t *testing.T) {
	d := &scene.Deck{Size: scene.A4, Pages: []scene.Page{{ID: "a", Items: []scene.Item{artwork(3)}}}}
	var out bytes.Buffer
	if err := Write(&out, d, Options{}); err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(out.Bytes(), []byte("/Subtype/Form")) {
		t.Error("three bars became an object of their own")
	}
}
