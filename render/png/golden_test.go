package png

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"roadshow/scene"
)

var update = flag.Bool("update", false, "write the goldens anew")

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

// scenes are small pages, one for each thing that is drawn.
func scenes(t testing.TB) map[string]*scene.Deck {
	s := newSetter()
	kern := span("AV Tomato, ", scene.Serif, 15, ink)
	wide := span("WIDE", scene.SansSemiBold, 9, red)
	wide.Style.Tracking = 2
	raised := span("2", scene.Serif, 7, blue)
	raised.Rise = 5
	star := scene.PolygonPath(scene.Point{X: 36, Y: 8}, scene.Point{X: 58, Y: 78}, scene.Point{X: 4, Y: 32}, scene.Point{X: 68, Y: 32}, scene.Point{X: 14, Y: 78})
	ring := scene.CirclePath(106, 44, 30)
	hole := scene.PolygonPath(scene.Point{X: 96, Y: 34}, scene.Point{X: 96, Y: 54}, scene.Point{X: 116, Y: 54}, scene.Point{X: 116, Y: 34})
	ring.Ops, ring.Pts = append(ring.Ops, hole.Ops...), append(ring.Pts, hole.Pts...)
	zigzag := func(y scene.Pt) scene.Path {
		return scene.LinePath(scene.Point{X: 10, Y: y + 18}, scene.Point{X: 30, Y: y}, scene.Point{X: 50, Y: y + 18}, scene.Point{X: 56, Y: y - 4}, scene.Point{X: 62, Y: y + 18})
	}
	stroke := func(w scene.Pt, round bool, dash ...scene.Pt) scene.Stroke {
		return scene.Stroke{Color: ink, Width: w, Round: round, Dash: dash}
	}
	cell := func(words string, x, y scene.Pt) scene.Cell {
		return scene.Cell{Text: *s.text(x, y, span(words, scene.Cond, 9, ink))}
	}
	filled := cell("blue", 70, 40)
	filled.Fill = scene.Color{Token: "tint", R: 200, G: 214, B: 240}
	filled.Marks = []scene.Item{&scene.Shape{Path: scene.CirclePath(120, 46, 4), Fill: scene.Paint{Color: blue}}}
	pictures := []scene.Item{
		&scene.Image{Frame: scene.Rect{X: 8.3, Y: 8.2, W: 60, H: 60}, Format: "png", Data: pngOf(t, dots(t))},
		&scene.Image{Frame: scene.Rect{X: 80, Y: 20, W: 5, H: 5}, Format: "png", Data: pngOf(t, dots(t))},
		&scene.Group{Clip: &scene.Rect{X: 90, Y: 40, W: 30, H: 30}, Items: []scene.Item{
			&scene.Image{Frame: scene.Rect{X: 80, Y: 30, W: 60, H: 60}, Format: "jpeg", Data: jpegOf(t, dots(t))}}},
	}
	return map[string]*scene.Deck{
		"text": s.with(onePage(s.text(6, 20, kern, wide, raised), s.text(6, 42, span("Fjord “quotes”", scene.SerifItalic, 12, ink)),
			s.text(6, 60, span("12.5% – 480 km² Åé", scene.CondMedium, 10, ink)), s.text(6, 80, span("thin", scene.SerifLight, 14, red)))),
		"han":  s.with(onePage(s.text(6, 24, span("岂凡超，模型的价格", scene.Serif, 14, ink)), s.text(6, 60, span("六个小火箭", scene.Sans, 20, blue)))),
		"path": onePage(&scene.Shape{Path: star, Fill: scene.Paint{Color: red}}, &scene.Shape{Path: ring, Fill: scene.Paint{Color: blue}, Stroke: stroke(2, false)}),
		"gradient": onePage(
			&scene.Shape{Path: scene.CirclePath(36, 48, 30), Fill: scene.Paint{Color: red, To: blue}},
			&scene.Shape{Path: scene.RectPath(scene.Rect{X: 76, Y: 10.5, W: 60, H: 75}), Fill: scene.Paint{Color: paper, To: ink, Vertical: true}}),
		"clip": onePage(&scene.Group{Clip: &scene.Rect{X: 20.5, Y: 20.25, W: 90, H: 40.5}, Items: []scene.Item{
			&scene.Shape{Path: scene.CirclePath(36, 30, 30), Fill: scene.Paint{Color: red}},
			&scene.Shape{Path: scene.RectPath(scene.Rect{X: 60, Y: 0, W: 20, H: 96}), Fill: scene.Paint{Color: blue}},
			&scene.Group{Clip: &scene.Rect{X: 90, Y: 0, W: 90, H: 50}, Items: []scene.Item{&scene.Shape{Path: scene.CirclePath(100, 50, 25), Stroke: stroke(9, false)}}},
		}}, &scene.Shape{Path: scene.LinePath(scene.Point{X: 4, Y: 90}, scene.Point{X: 140, Y: 70}), Stroke: stroke(1, false)}),
		"stroke": onePage(
			&scene.Shape{Path: zigzag(10), Stroke: stroke(5, false)}, &scene.Shape{Path: zigzag(40), Stroke: stroke(5, true)},
			&scene.Shape{Path: scene.PolygonPath(scene.Point{X: 80, Y: 10}, scene.Point{X: 130, Y: 14}, scene.Point{X: 100, Y: 40}), Stroke: stroke(4, false)},
			&scene.Shape{Path: scene.ArcPath(105, 75, 20, -1, 2), Stroke: stroke(3, false)},
			&scene.Shape{Path: scene.LinePath(scene.Point{X: 20, Y: 85}, scene.Point{X: 20, Y: 85}), Stroke: stroke(8, true)}),
		"dash": onePage(
			&scene.Shape{Path: scene.LinePath(scene.Point{X: 6, Y: 10}, scene.Point{X: 138, Y: 10}), Stroke: stroke(1, false, 4, 2)},
			&scene.Shape{Path: scene.LinePath(scene.Point{X: 6, Y: 20}, scene.Point{X: 138, Y: 20}), Stroke: stroke(2, true, 0, 4)},
			&scene.Shape{Path: zigzag(34), Stroke: stroke(2, false, 6, 3, 1)},
			&scene.Shape{Path: scene.CirclePath(105, 60, 26), Stroke: stroke(3, false, 8, 4)}),
		"rules": onePage(
			&scene.Shape{Path: scene.RectPath(scene.Rect{X: 6, Y: 10.5, W: 130, H: 0.5}), Fill: scene.Paint{Color: ink}},
			&scene.Shape{Path: scene.RectPath(scene.Rect{X: 6, Y: 20.7, W: 130, H: 1}), Fill: scene.Paint{Color: ink}},
			&scene.Shape{Path: scene.LinePath(scene.Point{X: 6, Y: 30.2}, scene.Point{X: 136, Y: 30.2}), Stroke: stroke(0.5, false)},
			&scene.Shape{Path: scene.LinePath(scene.Point{X: 20.4, Y: 40}, scene.Point{X: 20.4, Y: 90}), Stroke: stroke(1, false)},
			&scene.Shape{Path: scene.RectPath(scene.Rect{X: 30.5, Y: 40.5, W: 60, H: 40}), Fill: scene.Paint{Color: red}, Stroke: stroke(0.75, false)}),
		"picture": onePage(pictures...),
		"art":     onePage(foreign()),
		"table": s.with(onePage(&scene.Table{Head: [][]scene.Cell{{cell("Name", 6, 20), cell("Colour", 70, 20)}},
			Rows:  [][]scene.Cell{{cell("one", 6, 40), filled}, {cell("two", 6, 62), cell("–", 70, 62)}},
			Rules: []scene.Shape{{Path: scene.LinePath(scene.Point{X: 6, Y: 28}, scene.Point{X: 138, Y: 28}), Stroke: stroke(0.8, false)}}},
			&scene.Chart{Drawing: []scene.Item{&scene.Shape{Path: scene.RectPath(scene.Rect{X: 6, Y: 84, W: 80, H: 7}), Fill: scene.Paint{Color: red}}}})),
	}
}

// TestScenesKeepTheirPictures holds every small scene against its picture in testdata: byte by byte where the floating point
// is the one they were made with, else pixel by pixel with a grain of tolerance (fused multiplication rounds differently).
func TestScenesKeepTheirPictures(t *testing.T) {
	for name, d := range scenes(t) {
		t.Run(name, func(t *testing.T) {
			files, err := Pages(d, Options{DPI: 144})
			if err != nil {
				t.Fatal(err)
			}
			golden := filepath.Join("testdata", name+".png")
			if *update {
				if err := os.WriteFile(golden, files[0], 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if bytes.Equal(files[0], want) {
				return
			}
			got, old := decoded(t, files[0]), decoded(t, want)
			if got.Rect != old.Rect {
				t.Fatalf("%v pixels, not %v", got.Rect.Max, old.Rect.Max)
			}
			most, differ := 0, 0
			for i := range got.Pix {
				if d := max(got.Pix[i], old.Pix[i]) - min(got.Pix[i], old.Pix[i]); d > 0 {
					most, differ = max(most, int(d)), differ+1
				}
			}
			if runtime.GOARCH == "amd64" || most > 2 {
				t.Errorf("differs from %s in %d bytes of its pixels, by %d at most", golden, differ, most)
			}
		})
	}
}
