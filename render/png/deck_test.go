package png

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	stdpng "image/png"
	"testing"

	"roadshow/scene"
	"roadshow/typeset"
)

var (
	paper = scene.Color{Token: "background", R: 251, G: 248, B: 242}
	ink   = scene.Color{Token: "text", R: 26, G: 26, B: 24}
	red   = scene.Color{Token: "accent", R: 178, G: 36, B: 30}
	blue  = scene.Color{Token: "series2", R: 36, G: 84, B: 160}
	black = scene.Color{Token: "black"}
)

// onePage is a deck of one page, 144 by 96 pt.
func onePage(items ...scene.Item) *scene.Deck {
	return &scene.Deck{Size: scene.Size{W: 144, H: 96}, Pages: []scene.Page{{ID: "p", Background: paper, Items: items}}}
}

// setter sets text as layouts do.
type setter struct{ fonts *typeset.Fonts }

func newSetter() *setter { return &setter{typeset.New(nil)} }

func (s *setter) text(x, y scene.Pt, spans ...scene.Span) *scene.Text {
	return s.fonts.Set(spans, typeset.Options{Width: 140}).Text("", scene.RoleBody, x, y)
}

func span(text string, f scene.Font, size scene.Pt, c scene.Color) scene.Span {
	return scene.Span{Text: text, Style: scene.Style{Font: f, Size: size, Leading: size * 1.3, Color: c}}
}

// with gives a deck the faces that were used.
func (s *setter) with(d *scene.Deck) *scene.Deck {
	d.Fonts = s.fonts.Used()
	return d
}

// drawn are the pixels of a deck's first page.
func drawn(t testing.TB, d *scene.Deck, dpi float64) *image.RGBA {
	t.Helper()
	files, err := Pages(d, Options{DPI: dpi})
	if err != nil {
		t.Fatal(err)
	}
	return decoded(t, files[0])
}

func decoded(t testing.TB, file []byte) *image.RGBA {
	t.Helper()
	img, err := stdpng.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	out := image.NewRGBA(img.Bounds())
	draw.Draw(out, out.Rect, img, image.Point{}, draw.Src)
	return out
}

// inked is the area, in pixels, that is painted black on a white page; paler pixels count in part.
func inked(img *image.RGBA) float64 {
	sum := 0
	for i := 0; i < len(img.Pix); i += 4 {
		sum += 255 - int(img.Pix[i])
	}
	return float64(sum) / 255
}

// dots is a picture with a transparent corner.
func dots(t testing.TB) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, 8, 8))
	for y := range 8 {
		for x := range 8 {
			c := color.NRGBA{uint8(32 * x), uint8(32 * y), 90, 255}
			if x < 4 && y < 4 {
				c.A = uint8(60 * x)
			}
			img.SetNRGBA(x, y, c)
		}
	}
	return img
}

func pngOf(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := stdpng.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func jpegOf(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
