package pdf

import (
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
