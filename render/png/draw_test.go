package png

import (
	"bytes"
	"image"
	"image/color"
	"math"
	"math/rand/v2"
	"runtime"
	"testing"

	"roadshow/scene"
)

// square is a white page of 200 by 200 pt.
func square(items ...scene.Item) *scene.Deck {
	return &scene.Deck{Size: scene.Size{W: 200, H: 200}, Pages: []scene.Page{{Items: items}}}
}

func pen(w scene.Pt, round bool, dash ...scene.Pt) scene.Stroke {
	return scene.Stroke{Color: black, Width: w, Round: round, Dash: dash}
}

// TestInkCoversTheAreaThatGeometrySays holds the painted area against formulas, at a scale that is no whole number.
func TestInkCoversTheAreaThatGeometrySays(t *testing.T) {
	const dpi, k = 100, 100.0 / 72 * 100 / 72
	fill := scene.Paint{Color: black}
	line := scene.LinePath(scene.Point{X: 31, Y: 40}, scene.Point{X: 151, Y: 130}) // 150 pt long
	ring := scene.CirclePath(100, 100, 60)
	clip := scene.Rect{X: 40.3, Y: 50.7, W: 61.4, H: 33.3}
	corner := scene.LinePath(scene.Point{X: 40, Y: 150}, scene.Point{X: 100, Y: 70}, scene.Point{X: 160, Y: 150})
	half := math.Atan2(60, 80)                        // of the corner's angle
	shared := 16/math.Tan(half) + 16/math.Tan(2*half) // area that both lines of the corner cover
	for name, c := range map[string]struct {
		item scene.Item
		area float64 // in square points
	}{
		"circle":         {&scene.Shape{Path: ring, Fill: fill}, math.Pi * 60 * 60},
		"rectangle":      {&scene.Shape{Path: scene.RectPath(scene.Rect{X: 10.1, Y: 20.2, W: 33.3, H: 44.4}), Fill: fill}, 33.3 * 44.4},
		"triangle":       {&scene.Shape{Path: scene.PolygonPath(scene.Point{X: 10, Y: 15}, scene.Point{X: 170, Y: 30}, scene.Point{X: 50, Y: 190}), Fill: fill}, 0.5 * (160*175 - 40*15)},
		"open, filled":   {&scene.Shape{Path: scene.LinePath(scene.Point{X: 10, Y: 10}, scene.Point{X: 110, Y: 10}, scene.Point{X: 110, Y: 60}), Fill: fill}, 2500},
		"partly outside": {&scene.Shape{Path: scene.PolygonPath(scene.Point{X: -100, Y: 100}, scene.Point{X: 100, Y: -100}, scene.Point{X: 300, Y: 100}, scene.Point{X: 100, Y: 300}), Fill: fill}, 200 * 200},
		"far outside":    {&scene.Shape{Path: scene.PolygonPath(scene.Point{X: -90000, Y: 100}, scene.Point{X: 90000, Y: 100}, scene.Point{X: 90000, Y: 90000}, scene.Point{X: -90000, Y: 90000}), Fill: fill}, 100 * 200},
		"line":           {&scene.Shape{Path: line, Stroke: pen(6, false)}, 150 * 6},
		"hair line":      {&scene.Shape{Path: line, Stroke: pen(0.25, false)}, 150 * 0.25},
		"round line":     {&scene.Shape{Path: line, Stroke: pen(6, true)}, 150*6 + math.Pi*9},
		"dashes":         {&scene.Shape{Path: line, Stroke: pen(6, false, 5, 10)}, 50 * 6},
		"odd dashes":     {&scene.Shape{Path: line, Stroke: pen(6, false, 15)}, 75 * 6},
		"dots":           {&scene.Shape{Path: line, Stroke: pen(6, true, 0, 16)}, 10 * math.Pi * 9},
		"circle's line":  {&scene.Shape{Path: ring, Stroke: pen(9, false)}, 2 * math.Pi * 60 * 9},
		"dashed circle":  {&scene.Shape{Path: ring, Stroke: pen(9, false, 2*math.Pi*60/20)}, math.Pi * 60 * 9},
		"miter":          {&scene.Shape{Path: corner, Stroke: pen(8, false)}, 2*100*8 + 16/math.Tan(half) - shared},
		"round join":     {&scene.Shape{Path: corner, Stroke: pen(8, true)}, 2*100*8 + math.Pi*16 + (math.Pi/2-half)*16 - shared},
		"dot":            {&scene.Shape{Path: scene.LinePath(scene.Point{X: 50, Y: 50}, scene.Point{X: 50, Y: 50}), Stroke: pen(20, true)}, math.Pi * 100},
		"no dot":         {&scene.Shape{Path: scene.LinePath(scene.Point{X: 50, Y: 50}, scene.Point{X: 50, Y: 50}), Stroke: pen(20, false)}, 0},
		"clip":           {&scene.Group{Clip: &clip, Items: []scene.Item{&scene.Shape{Path: scene.CirclePath(70, 70, 90), Fill: fill}}}, 61.4 * 33.3},
		"clipped box":    {&scene.Group{Clip: &clip, Items: []scene.Item{bar(0, 0, 200, 200)}}, 61.4 * 33.3},
		"thin rule":      {bar(20, 30.37, 100, 0.4), 40},
		"empty clip":     {&scene.Group{Clip: &scene.Rect{X: 50, Y: 50, W: -9, H: 9}, Items: []scene.Item{bar(0, 0, 200, 200)}}, 0},
		"level hairline": {&scene.Shape{Path: scene.LinePath(scene.Point{X: 20, Y: 33.3}, scene.Point{X: 120, Y: 33.3}), Stroke: pen(0.4, false)}, 40},
	} {
		t.Run(name, func(t *testing.T) {
			got := inked(drawn(t, square(c.item), dpi)) / k
			if math.Abs(got-c.area) > 0.4+0.006*c.area {
				t.Errorf("covers %.1f pt², not %.1f", got, c.area)
			}
		})
	}
}

func bar(x, y, w, h scene.Pt) *scene.Shape {
	return &scene.Shape{Path: scene.RectPath(scene.Rect{X: x, Y: y, W: w, H: h}), Fill: scene.Paint{Color: black}}
}

// TestPolygonsAgreeWithSampling holds random polygons, self-crossing ones too, against counting points inside them.
func TestPolygonsAgreeWithSampling(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 12 {
		var pts []scene.Point
		for range 3 + rnd.IntN(5) {
			pts = append(pts, scene.Point{X: scene.Pt(rnd.Float64()*160 - 30), Y: scene.Pt(rnd.Float64()*160 - 30)})
		}
		d := &scene.Deck{Size: scene.Size{W: 100, H: 100}, Pages: []scene.Page{{Items: []scene.Item{&scene.Shape{Path: scene.PolygonPath(pts...), Fill: scene.Paint{Color: black}}}}}}
		img := drawn(t, d, 72)
		for y := range 100 {
			for x := range 100 {
				const n = 4
				in := 0
				for i := range n * n {
					if winding(pts, float64(x)+(float64(i%n)+0.5)/n, float64(y)+(float64(i/n)+0.5)/n) != 0 {
						in++
					}
				}
				// Pixels where contours of both directions meet are mixtures; whole pixels must agree.
				if got := img.RGBAAt(x, y).R; in == 0 && got < 200 || in == n*n && got > 55 {
					t.Fatalf("polygon %v: pixel %d, %d is %d where %d of %d points lie inside", pts, x, y, got, in, n*n)
				}
			}
		}
	}
}

func winding(pts []scene.Point, x, y float64) int {
	w := 0
	for i, a := range pts {
		b := pts[(i+1)%len(pts)]
		side := float64(b.X-a.X)*(y-float64(a.Y)) - (x-float64(a.X))*float64(b.Y-a.Y)
		if float64(a.Y) <= y && float64(b.Y) > y && side > 0 {
			w++
		} else if float64(a.Y) > y && float64(b.Y) <= y && side < 0 {
			w--
		}
	}
	return w
}

func TestThinRulesAreEquallySharp(t *testing.T) {
	for _, y := range []scene.Pt{10, 10.2, 10.4, 10.6, 10.8} {
		img := drawn(t, square(bar(0, y, 200, 1)), 72)
		rows := 0
		for r := range 200 {
			if img.RGBAAt(100, r) != (color.RGBA{255, 255, 255, 255}) {
				rows++
			}
		}
		if rows != 1 {
			t.Errorf("a rule of one pixel at %v colours %d rows", y, rows)
		}
	}
}

func TestAreasThatShareAnEdgeHaveNoSeam(t *testing.T) {
	for y := 50.0; y < 51; y += 0.07 {
		cells := &scene.Table{Rows: [][]scene.Cell{{{Fill: black}}, {{Fill: black}}}}
		cells.Rows[0][0].Text.Frame = scene.Rect{X: 110.3, Y: 30, W: 40, H: scene.Pt(y) - 30}
		cells.Rows[1][0].Text.Frame = scene.Rect{X: 110.3, Y: scene.Pt(y), W: 40, H: 30}
		img := drawn(t, square(bar(20.4, 30, 40, scene.Pt(y)-30), bar(20.4, scene.Pt(y), 40, 30), cells), 100)
		for row := 45; row < 108; row++ {
			for _, x := range []int{50, 180} {
				if img.RGBAAt(x, row).R != 0 {
					t.Fatalf("areas that meet at %.2f leave row %d at grey %d", y, row, img.RGBAAt(x, row).R)
				}
			}
		}
	}
}

func TestLettersStandWhereTheRunSaysSo(t *testing.T) {
	s := newSetter()
	text := s.text(20, 100, span("lll", scene.Sans, 40, black))
	run := &text.Lines[0].Runs[0]
	left := func(x0, x1 int) int {
		d := s.with(square(text))
		img := drawn(t, d, 72)
		for x := x0; x < x1; x++ {
			for y := range 200 {
				if img.RGBAAt(x, y).R < 128 {
					return x
				}
			}
		}
		return -1
	}
	first := left(0, 200)
	if want := 20; first < want || first > want+6 {
		t.Fatalf("the first letter begins at %d", first)
	}
	run.Adv[0] += 500 // half an em, 20 pixels
	second := left(first+8, 200)
	run.Adv[0] += 250
	if moved := left(first+8, 200) - second; moved != 10 {
		t.Errorf("a quarter em moves the next letter by %d pixels, not 10", moved)
	}
	run.Tracking = 5
	if moved := left(first+8, 200) - second; moved != 15 {
		t.Errorf("with tracking of 5 it moves by %d, not 15", moved)
	}
	before := top(drawnOf(t, s, text))
	run.Rise = 12
	if up := before - top(drawnOf(t, s, text)); up != 12 {
		t.Errorf("a rise of 12 lifts by %d", up)
	}
}

func drawnOf(t *testing.T, s *setter, text *scene.Text) *image.RGBA {
	return drawn(t, s.with(square(text)), 72)
}

// top is the first row that holds ink.
func top(img *image.RGBA) int {
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			if img.RGBAAt(x, y).R < 128 {
				return y
			}
		}
	}
	return -1
}

func TestGradientsRunFromEdgeToEdge(t *testing.T) {
	for _, vertical := range []bool{false, true} {
		s := bar(20, 20, 100, 100)
		s.Fill = scene.Paint{Color: scene.Color{Token: "a", R: 200, G: 0, B: 0}, To: scene.Color{Token: "b", R: 0, G: 0, B: 200}, Vertical: vertical}
		img := drawn(t, square(s), 72)
		at := func(i int) color.RGBA {
			if vertical {
				return img.RGBAAt(60, 20+i)
			}
			return img.RGBAAt(20+i, 60)
		}
		for i, want := range map[int]color.RGBA{0: {199, 0, 1, 255}, 49: {101, 0, 99, 255}, 99: {1, 0, 199, 255}} {
			if at(i) != want {
				t.Errorf("vertical %v: pixel %d is %v, not %v", vertical, i, at(i), want)
			}
		}
	}
}

func TestManyPaintersDrawTheSameBytesAsOne(t *testing.T) {
	d := &scene.Deck{Size: scene.Size{W: 144, H: 96}}
	for _, k := range []string{"text", "han", "stroke", "picture", "clip", "text", "table"} {
		one := scenes(t)[k]
		d.Pages = append(d.Pages, one.Pages[0])
		if len(one.Fonts) > len(d.Fonts) {
			d.Fonts = one.Fonts
		}
	}
	before := runtime.GOMAXPROCS(1)
	defer runtime.GOMAXPROCS(before)
	alone, err := Pages(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	runtime.GOMAXPROCS(8)
	for range 3 {
		together, err := Pages(d, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for i := range alone {
			if !bytes.Equal(alone[i], together[i]) {
				t.Errorf("page %d differs", i+1)
			}
		}
	}
	if !bytes.Equal(alone[0], alone[5]) {
		t.Error("the same page twice differs: something is left from the page before")
	}
}
