package png

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	stdpng "image/png"
	"math"
	"strings"
	"testing"
	"time"

	"roadshow/internal/cputime"
	"roadshow/scene"
)

// huge is a PNG of a few bytes that says it has 900 million pixels.
func huge(t *testing.T) []byte {
	data := pngOf(t, image.NewGray(image.Rect(0, 0, 1, 1)))
	binary.BigEndian.PutUint32(data[16:], 30000)
	binary.BigEndian.PutUint32(data[20:], 30000)
	binary.BigEndian.PutUint32(data[29:], crc32.ChecksumIEEE(data[12:29]))
	return data
}

func TestWhatCannotBeDrawnIsAnErrorWithItsPlace(t *testing.T) {
	s := newSetter()
	nan, inf := scene.Pt(math.NaN()), scene.Pt(math.Inf(1))
	fill := scene.Paint{Color: black}
	words := func(change func(*scene.Run)) *scene.Deck {
		text := s.text(10, 50, span("words", scene.Sans, 10, ink))
		text.ID = "compute/title"
		change(&text.Lines[0].Runs[0])
		return s.with(onePage(text))
	}
	shape := func(p scene.Path, st scene.Stroke) *scene.Deck {
		return onePage(&scene.Group{Items: []scene.Item{&scene.Shape{Path: p, Fill: fill, Stroke: st}}})
	}
	at := func(x, y scene.Pt) scene.Path {
		return scene.LinePath(scene.Point{X: 1, Y: 1}, scene.Point{X: x, Y: y})
	}
	picture := func(format string, data []byte, f scene.Rect) *scene.Deck {
		return onePage(&scene.Image{ID: "logo", Format: format, Data: data, Frame: f})
	}
	frame := scene.Rect{X: 1, Y: 1, W: 10, H: 10}
	sound := pngOf(t, dots(t))
	noPages, size := onePage(), onePage()
	noPages.Pages, size.Size = nil, scene.Size{W: nan, H: 10}
	for name, c := range map[string]struct {
		deck *scene.Deck
		dpi  float64
		says string
	}{
		"no pages":             {noPages, 0, "no pages"},
		"size NaN":             {size, 0, "page size NaN"},
		"too coarse":           {onePage(), 5, "36 to 600"},
		"too fine":             {onePage(), 601, "36 to 600"},
		"dpi NaN":              {onePage(), math.NaN(), "36 to 600"},
		"page too large":       {&scene.Deck{Size: scene.Size{W: 14400, H: 14400}, Pages: make([]scene.Page, 1)}, 150, "lower the dpi"},
		"path to NaN":          {shape(at(nan, 1), scene.Stroke{}), 0, "page 1: a shape without id: a coordinate is NaN"},
		"path to infinity":     {shape(at(1, inf), scene.Stroke{}), 0, "Inf"},
		"path far away":        {shape(at(1e9, 1), scene.Stroke{}), 0, "1e+09"},
		"no move":              {shape(scene.Path{Ops: []scene.Op{scene.LineTo}, Pts: make([]scene.Point, 1)}, scene.Stroke{}), 0, "move"},
		"close alone":          {shape(scene.Path{Ops: []scene.Op{scene.Close}}, scene.Stroke{}), 0, "move"},
		"path cut short":       {shape(scene.Path{Ops: []scene.Op{scene.MoveTo, scene.CurveTo}, Pts: make([]scene.Point, 3)}, scene.Stroke{}), 0, "fewer than"},
		"unknown operator":     {shape(scene.Path{Ops: []scene.Op{scene.MoveTo, 77}, Pts: make([]scene.Point, 3)}, scene.Stroke{}), 0, "operator 77"},
		"infinite pen":         {shape(at(1, 2), scene.Stroke{Color: black, Width: inf}), 0, "width"},
		"endless dashes":       {shape(at(90000, 90000), pen(1, false, 0.1)), 0, "more than 100,000 parts"},
		"clip NaN":             {onePage(&scene.Group{ID: "art", Clip: &scene.Rect{X: nan}}), 0, `group "art": a coordinate or size is NaN`},
		"cell NaN":             {onePage(&scene.Table{ID: "t", Rows: [][]scene.Cell{{{Fill: ink, Text: scene.Text{Frame: scene.Rect{X: inf}}}}}}), 0, `table "t"`},
		"text at NaN":          {words(func(r *scene.Run) { r.X = nan }), 0, `text "compute/title": line 1: a coordinate or size is NaN`},
		"text of infinite":     {words(func(r *scene.Run) { r.Size = inf }), 0, "Inf"},
		"letters like houses":  {words(func(r *scene.Run) { r.Size = 50_000 }), 0, "letters of 50000 pt"},
		"tracking NaN":         {words(func(r *scene.Run) { r.Tracking = nan }), 0, "NaN"},
		"rise NaN":             {words(func(r *scene.Run) { r.Rise = nan }), 0, "NaN"},
		"too few advances":     {words(func(r *scene.Run) { r.Adv = r.Adv[:2] }), 0, "more characters"},
		"too many advances":    {words(func(r *scene.Run) { r.Adv = append(r.Adv, 1) }), 0, "fewer characters"},
		"unknown face":         {words(func(r *scene.Run) { r.Font = "comic" }), 0, `no file for face "comic"`},
		"no glyph":             {words(func(r *scene.Run) { r.Text = "wo岂ds" }), 0, "no glyph for '岂' (U+5C82)"},
		"no picture data":      {picture("png", nil, frame), 0, `image "logo": no picture data`},
		"empty frame":          {picture("png", sound, scene.Rect{X: 1, Y: 1}), 0, "a frame of 0 × 0 pt"},
		"frame NaN":            {picture("png", sound, scene.Rect{X: nan, W: 9, H: 9}), 0, "NaN"},
		"unknown format":       {picture("gif", sound, frame), 0, `not "gif"`},
		"damaged picture":      {picture("png", sound[:60], frame), 0, `image "logo"`},
		"not that format":      {picture("jpeg", sound, frame), 0, `image "logo"`},
		"a bomb":               {picture("png", huge(t), frame), 0, "too large"},
		"nil item":             {onePage(nil), 0, "<nil>"},
		"nil among the marks":  {onePage(&scene.Table{Rows: [][]scene.Cell{{{Marks: []scene.Item{nil}}}}}), 0, "<nil>"},
		"a rule in the table":  {onePage(&scene.Table{ID: "t", Rules: []scene.Shape{{Path: at(inf, 1), Fill: fill}}}), 0, `table "t"`},
		"in a chart's drawing": {onePage(&scene.Chart{Drawing: []scene.Item{&scene.Shape{Path: at(nan, nan), Fill: fill}}}), 0, "shape"},
	} {
		t.Run(name, func(t *testing.T) {
			var files [][]byte
			var err error
			took := cputime.Of(func() { files, err = Pages(c.deck, Options{DPI: c.dpi}) })
			if err == nil || !strings.Contains(err.Error(), c.says) || !strings.HasPrefix(err.Error(), "png: ") {
				t.Errorf("error %v does not say %q", err, c.says)
			}
			if files != nil {
				t.Error("there are pages all the same")
			}
			if took > 10*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

func TestABrokenFaceIsAnError(t *testing.T) {
	s := newSetter()
	for _, n := range []int{0, 3, 40, 400, 4000, 40_000} {
		d := s.with(onePage(s.text(10, 50, span("words", scene.Sans, 10, ink))))
		d.Fonts[0].Data = d.Fonts[0].Data[:n]
		if _, err := Pages(d, Options{}); err == nil || !strings.Contains(err.Error(), "face sans") {
			t.Errorf("cut to %d bytes: %v", n, err)
		}
	}
}

func TestTheFirstBrokenPageIsNamed(t *testing.T) {
	d := onePage()
	for range 40 {
		d.Pages = append(d.Pages, scene.Page{})
	}
	for _, i := range []int{39, 17, 23} {
		d.Pages[i].Items = []scene.Item{nil}
		want := map[int]string{39: "page 40:", 17: "page 18:", 23: "page 18:"}[i]
		if _, err := Pages(d, Options{DPI: 36}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v does not say %q", err, want)
		}
	}
}

func TestEmptyThingsAreNoErrors(t *testing.T) {
	d := onePage(&scene.Text{}, &scene.Text{Lines: []scene.Line{{}, {Runs: []scene.Run{{}}}}}, &scene.Group{}, &scene.Shape{}, &scene.Table{}, &scene.Chart{},
		&scene.Shape{Fill: scene.Paint{Color: red}, Stroke: pen(1, true, 1)}, &scene.Group{Clip: &scene.Rect{}, Items: []scene.Item{bar(0, 0, 90, 90)}},
		&scene.Shape{Path: scene.LinePath(scene.Point{X: 1, Y: 1}), Fill: scene.Paint{Color: red}, Stroke: pen(1, true)},
		&scene.Shape{Path: scene.RectPath(scene.Rect{X: 500, Y: 500, W: 10, H: 10}), Fill: scene.Paint{Color: red, To: blue}},
		&scene.Image{Frame: scene.Rect{X: 400, Y: 4, W: 10, H: 10}, Format: "png", Data: pngOf(t, dots(t))},
		&scene.Image{Frame: scene.Rect{X: -40000, Y: -40000, W: 80000, H: 80000}, Format: "png", Data: pngOf(t, image.NewNRGBA(image.Rect(0, 0, 3, 3)))})
	img := drawn(t, d, 72)
	for i := 0; i < len(img.Pix); i += 4 {
		if img.Pix[i] != paper.R || img.Pix[i+1] != paper.G || img.Pix[i+2] != paper.B {
			t.Fatalf("something was drawn at pixel %d, %d", i/4%144, i/4/144)
		}
	}
}

func TestFilesSayTheirResolution(t *testing.T) {
	files, err := Pages(onePage(), Options{DPI: 300})
	if err != nil {
		t.Fatal(err)
	}
	c, err := stdpng.DecodeConfig(bytes.NewReader(files[0]))
	if err != nil || c.Width != 600 || c.Height != 400 {
		t.Errorf("%d × %d pixels, %v", c.Width, c.Height, err)
	}
	at := bytes.Index(files[0], []byte("pHYs"))
	if at < 0 || binary.BigEndian.Uint32(files[0][at+4:]) != 11811 || files[0][at+12] != 1 {
		t.Error("the file does not say 11811 pixels a metre")
	}
}

func TestAPartOfAPageIsCutFromIt(t *testing.T) {
	d := scenes(t)["path"]
	whole := drawn(t, d, 144)
	files, err := Pages(d, Options{DPI: 144, Frame: scene.Rect{X: 20.25, Y: 10, W: 50, H: 30.1}})
	if err != nil {
		t.Fatal(err)
	}
	part := decoded(t, files[0])
	if part.Rect.Size() != image.Pt(101, 61) {
		t.Fatalf("%v pixels", part.Rect.Size())
	}
	for y := range 61 {
		for x := range 101 {
			if part.RGBAAt(x, y) != whole.RGBAAt(40+x, 20+y) {
				t.Fatalf("pixel %d, %d differs from the page", x, y)
			}
		}
	}
	for _, f := range []scene.Rect{{X: 500, W: 10, H: 10}, {X: scene.Pt(math.NaN()), W: 1, H: 1}, {X: 5, Y: 5, W: -3, H: 10}} {
		if _, err := Pages(d, Options{Frame: f}); err == nil {
			t.Errorf("frame %v: no error", f)
		}
	}
}
