package pdf

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"roadshow/render/pdf/pdftest"
	"roadshow/scene"
)

func paint(red uint8) scene.Paint { return scene.Paint{Color: scene.Color{Token: "x", R: red}} }

func pngOf(tb testing.TB, im image.Image) []byte {
	tb.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, im); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// sampleItems is one item of every kind, each with something to see.
func sampleItems(s *setter) []scene.Item {
	im := image.NewRGBA(image.Rect(0, 0, 2, 1))
	im.Set(0, 0, color.RGBA{255, 0, 0, 255})
	im.Set(1, 0, color.RGBA{0, 0, 255, 255})
	box := scene.Rect{X: 100, Y: 100, W: 50, H: 40}
	return []scene.Item{
		s.text("sample/text", scene.Sans, 10, 54, 100, "text"),
		&scene.Shape{Path: scene.RectPath(box), Fill: paint(10)},
		&scene.Image{ID: "sample/image", Frame: box, Alt: "two dots", Format: "png", Data: pngOf(s.tb, im), Pixels: [2]int{2, 1}},
		&scene.Art{ID: "sample/art", Frame: box, Alt: "a mark", Marks: []scene.Mark{
			{Path: scene.CirclePath(120, 120, 15), Fill: scene.Ink{Gradient: &scene.Gradient{B: scene.Point{X: 50}, Map: [6]float64{1, 0, 0, 1, 100, 100},
				Stops: []scene.Stop{{Color: scene.Color{Token: "logo", R: 200}}, {At: 1, Color: scene.Color{Token: "logo", B: 200}, Fade: 0.5}}}}},
			{Fade: 0.5, Cut: &scene.Cut{Path: scene.CirclePath(120, 120, 10), EvenOdd: true}, Parts: []scene.Mark{
				{Path: scene.RectPath(box), EvenOdd: true, Pen: scene.Pen{Ink: scene.Ink{Color: scene.Color{Token: "logo"}, Fade: 0.2}, Width: 3, Cap: scene.SquareCap, Warp: &[4]float64{2, 0, 0, 0.5}}}}}}},
		&scene.Group{Clip: &box, Items: []scene.Item{&scene.Shape{Path: scene.CirclePath(100, 100, 30), Fill: paint(20)}}},
		&scene.Table{ID: "sample/table", Frame: box, Head: [][]scene.Cell{{{Text: *s.text("", scene.SansSemiBold, 8, 54, 200, "head"), Header: true}}},
			Rows: [][]scene.Cell{{{Text: *s.text("", scene.Sans, 8, 54, 212, "cell"), Fill: scene.Color{Token: "x", R: 30},
				Marks: []scene.Item{&scene.Shape{Path: scene.CirclePath(90, 210, 3), Fill: paint(40)}}}}},
			Rules: []scene.Shape{{Path: scene.LinePath(scene.Point{X: 54, Y: 203}, scene.Point{X: 154, Y: 203}), Stroke: scene.Stroke{Color: scene.Color{Token: "rule"}, Width: 0.5}}}},
		&scene.Chart{ID: "sample/chart", Frame: box, Drawing: []scene.Item{&scene.Shape{Path: scene.RectPath(box), Fill: paint(50)}, s.text("", scene.Sans, 8, 54, 300, "label")}},
	}
}

func TestEveryKindOfItemIsDrawn(t *testing.T) {
	// The closed set is read from scene's source: a new kind without a sample here fails.
	kinds := map[string]bool{}
	files, err := filepath.Glob(filepath.Join("..", "..", "scene", "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatal("scene's source is not there", err)
	}
	for _, name := range files {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Name.Name != "item" || fn.Recv == nil {
				continue
			}
			if recv := fn.Recv.List[0].Type.(*ast.StarExpr).X.(*ast.Ident); recv.IsExported() {
				kinds[recv.Name] = true
			}
		}
	}
	if len(kinds) < 6 {
		t.Fatalf("found only the kinds %v", kinds)
	}
	s := newSetter(t)
	for _, it := range sampleItems(s) {
		kind := reflect.TypeOf(it).Elem().Name()
		if !kinds[kind] {
			t.Errorf("%s is not in the closed set", kind)
		}
		delete(kinds, kind)
		p := written(t, onePage(s, it)).Pages[0]
		if len(p.Words)+len(p.Paths)+len(p.Pictures) == 0 {
			t.Errorf("a %s draws nothing", kind)
		}
	}
	for kind := range kinds {
		t.Errorf("no sample of kind %s is drawn", kind)
	}
}

func TestATableIsReadRowByRow(t *testing.T) {
	s := newSetter(t)
	p := written(t, onePage(s, sampleItems(s)[5])).Pages[0]
	if got := p.Text(); got != "head\ncell" {
		t.Errorf("read %q", got)
	}
	if len(p.Paths) != 3 || p.Paths[0].Fill == nil || p.Paths[1].Stroke == nil || !near(p.Paths[1].Length(), 100) {
		t.Errorf("fill, rule and mark: %+v", p.Paths)
	}
}

func TestShapesKeepTheirGeometry(t *testing.T) {
	s := newSetter(t)
	dashed := scene.Stroke{Color: scene.Color{Token: "rule", B: 255}, Width: 1.25, Dash: []scene.Pt{4, 3}, Round: true}
	both := scene.Shape{Path: scene.PolygonPath(scene.Point{X: 10, Y: 20}, scene.Point{X: 40, Y: 20}, scene.Point{X: 40, Y: 60}), Fill: paint(255), Stroke: dashed}
	f := written(t, onePage(s,
		&scene.Shape{Path: scene.RectPath(scene.Rect{X: 100.125, Y: 700, W: 20, H: 3.333}), Fill: paint(51)},
		&scene.Shape{Path: scene.LinePath(scene.Point{X: 1, Y: 2}, scene.Point{X: 4, Y: 6}), Stroke: dashed},
		&both, &scene.Shape{Path: scene.CirclePath(300, 300, 50), Fill: paint(1), Stroke: scene.Stroke{Color: dashed.Color}}))
	p := f.Pages[0].Paths
	if len(p) != 4 {
		t.Fatalf("%d paths", len(p))
	}
	if b := p[0].Bounds(); b.X != 100.125 || !near(b.Y, 700) || b.W != 20 || !near(b.H, 3.333) || p[0].Stroke != nil || p[0].Fill[0] != 0.2 {
		t.Errorf("bar %+v %+v", b, p[0])
	}
	if l := p[1]; !near(l.Length(), 5) || l.Fill != nil || l.Width != 1.25 || !l.Round || len(l.Dash) != 2 || l.Dash[0] != 4 || l.Stroke[2] != 1 {
		t.Errorf("line %+v", l)
	}
	if q := p[2]; q.Fill == nil || q.Stroke == nil || !near(q.Length(), 120) {
		t.Errorf("triangle %+v", q)
	}
	if c := p[3]; strings.Count(c.Ops, "c") != 4 || c.Stroke != nil || !near(c.Bounds().W, 100) {
		t.Errorf("circle %+v", c)
	}
}

func TestStateOfOneShapeDoesNotReachTheNext(t *testing.T) {
	s := newSetter(t)
	line := func(st scene.Stroke) scene.Item {
		return &scene.Shape{Path: scene.LinePath(scene.Point{X: 1, Y: 2}, scene.Point{X: 4, Y: 6}), Stroke: st}
	}
	black := scene.Color{Token: "text"}
	p := written(t, onePage(s,
		line(scene.Stroke{Color: black, Width: 2, Dash: []scene.Pt{1}, Round: true}),
		&scene.Group{Clip: &scene.Rect{W: 50, H: 50}, Items: []scene.Item{line(scene.Stroke{Color: scene.Color{Token: "x", G: 255}, Width: 3})}},
		line(scene.Stroke{Color: black, Width: 1}),
		line(scene.Stroke{Color: black, Width: 1, Dash: []scene.Pt{0, 0}}))).Pages[0].Paths
	if a := p[1]; a.Stroke[1] != 1 || len(a.Clip) != 1 || a.Clip[0].W != 50 || len(a.Dash) != 0 || a.Round {
		t.Errorf("clipped line %+v", a)
	}
	for _, i := range []int{2, 3} {
		if b := p[i]; b.Stroke[1] != 0 || len(b.Clip) != 0 || b.Width != 1 || len(b.Dash) != 0 || b.Round {
			t.Errorf("line %d: %+v", i, b)
		}
	}
}

func TestGradientsRunAsTold(t *testing.T) {
	s := newSetter(t)
	box := scene.Rect{X: 50, Y: 60, W: 200, H: 20}
	grey := scene.Color{Token: "to", R: 102, G: 102, B: 102}
	at := scene.Paint{Color: scene.Color{Token: "from", R: 255}, To: grey}
	down := at
	down.Vertical = true
	p := written(t, onePage(s, &scene.Shape{Path: scene.RectPath(box), Fill: at},
		&scene.Shape{Path: scene.RectPath(box), Fill: down, Stroke: scene.Stroke{Color: grey, Width: 1}})).Pages[0].Paths
	if len(p) != 3 {
		t.Fatalf("%d paths: %+v", len(p), p)
	}
	if g := p[0].Gradient; g == nil || g.From != [3]float64{1, 0, 0} || g.To != [3]float64{0.4, 0.4, 0.4} || g.Vertical {
		t.Errorf("gradient %+v", g)
	}
	if b := p[0].Bounds(); !near(b.X, 50) || !near(b.Y, 60) || !near(b.W, 200) || !near(b.H, 20) {
		t.Errorf("gradient covers %+v", b)
	}
	if g := p[1].Gradient; g == nil || !g.Vertical || p[2].Stroke == nil || p[2].Fill != nil {
		t.Errorf("vertical gradient %+v and outline %+v", p[1].Gradient, p[2])
	}
}

func TestPicturesAreOpaqueAndStoredOnce(t *testing.T) {
	s := newSetter(t)
	clear := image.NewNRGBA(image.Rect(0, 0, 3, 2))
	clear.Set(0, 0, color.NRGBA{0, 0, 0, 128})
	deep := image.NewRGBA64(image.Rect(0, 0, 3, 2))
	palette := image.NewPaletted(image.Rect(0, 0, 3, 2), color.Palette{color.Black, color.White})
	var jp bytes.Buffer
	if err := jpeg.Encode(&jp, clear, nil); err != nil {
		t.Fatal(err)
	}
	frame := scene.Rect{X: -5, Y: 30, W: 60, H: 40}
	data := map[string][]byte{"alpha": pngOf(t, clear), "deep": pngOf(t, deep), "palette": pngOf(t, palette), "jpeg": jp.Bytes(), "grey": pngOf(t, image.NewGray(image.Rect(0, 0, 3, 2)))}
	for name, b := range data {
		format := "png"
		if name == "jpeg" {
			format = "jpeg"
		}
		im := &scene.Image{ID: name, Frame: frame, Format: format, Data: b}
		d := onePage(s, im, im)
		d.Pages[0].Background = scene.Color{Token: "background", R: 255, G: 255, B: 100}
		d.Pages = append(d.Pages, d.Pages[0])
		f := written(t, d)
		stored := 0
		for _, o := range f.Objects() {
			if st, ok := o.(pdftest.Stream); ok && st.Dict["Subtype"] == pdftest.Name("Image") {
				stored++
				if st.Dict["SMask"] != nil || st.Dict["Mask"] != nil {
					t.Errorf("%s is transparent: %v", name, st.Dict)
				}
			}
		}
		if name == "alpha" { // its first dot, after the row's filter, is half black on the page's yellow
			if dot := f.Pages[0].Pictures[0].Data[1:4]; !bytes.Equal(dot, []byte{127, 127, 49}) {
				t.Errorf("the half transparent dot is %v", dot)
			}
		}
		if p := f.Pages[0].Pictures; stored != 1 || len(p) != 2 || !near(p[0].X, -5) || !near(p[0].Y, 30) || !near(p[0].W, 60) || !near(p[0].H, 40) {
			t.Errorf("%s: stored %d times, placed %+v", name, stored, p)
		}
	}
}
