package main

import (
	"bytes"
	"flag"
	"image"
	"image/color"
	"image/color/palette"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"roadshow/scene"
)

var update = flag.Bool("update", false, "write the pictures anew")

const (
	mostPicture = 20 << 10 // bytes of a picture that is kept
	// Machines round glyphs' edges differently: a pixel is another where a channel differs by more than this, and a picture where more
	// than one pixel in five thousand is.
	anotherShade = 64
	anotherPart  = 5000
)

// TestSamplesLookAsTheyDid holds each chart kind and each layout, on slides and on paper, against a small picture: where things stand,
// and what goldens of words cannot say. A new picture is looked at before it is kept; none is written while the sample has problems.
func TestSamplesLookAsTheyDid(t *testing.T) {
	root, done, err := sampleFiles()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(done)
	for folder, names := range map[string][]string{"charts": kindNames(), "layouts": blockNames()} {
		for _, name := range names {
			t.Run(folder+"/"+name, func(t *testing.T) {
				t.Parallel()
				s, err := readSample(folder, name)
				if err != nil {
					t.Fatal(err)
				}
				media, pictures, err := drawPages(s, "paper", root)
				if err != nil {
					t.Fatal(err)
				}
				res, err := s.compile("paper", root)
				if err != nil {
					t.Fatal(err)
				}
				for _, d := range []*scene.Deck{res.Files.Document, res.Files.Slides} {
					for _, f := range scene.Check(d, scene.CheckOptions{}) {
						t.Errorf("%s: %s", d.Medium, f)
					}
				}
				for i, p := range pictures {
					comparePicture(t, filepath.Join("testdata", "pictures", folder, name+"-"+media[i]+".png"), halved(t, p.data))
				}
			})
		}
	}
}

// halved is a picture at half its size, in the 256 colours of Plan 9.
func halved(t *testing.T, data []byte) *image.Paletted {
	t.Helper()
	src, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	b := src.Bounds()
	out := image.NewPaletted(image.Rect(0, 0, b.Dx()/2, b.Dy()/2), palette.Plan9)
	mean := image.NewRGBA(out.Rect)
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			var sum [3]uint32
			for k := range 4 {
				r, g, bl, _ := src.At(b.Min.X+2*x+k%2, b.Min.Y+2*y+k/2).RGBA()
				sum[0], sum[1], sum[2] = sum[0]+r>>8, sum[1]+g>>8, sum[2]+bl>>8
			}
			mean.SetRGBA(x, y, color.RGBA{uint8(sum[0] / 4), uint8(sum[1] / 4), uint8(sum[2] / 4), 255})
		}
	}
	draw.Draw(out, out.Rect, mean, image.Point{}, draw.Src)
	return out
}

func comparePicture(t *testing.T, file string, got *image.Paletted) {
	t.Helper()
	if *update {
		if t.Failed() {
			t.Fatalf("%s is not written: other checks fail", file)
		}
		var b bytes.Buffer
		encoder := png.Encoder{CompressionLevel: png.BestCompression}
		if err := encoder.Encode(&b, got); err != nil {
			t.Fatal(err)
		}
		if b.Len() > mostPicture {
			t.Errorf("%s takes %d bytes, more than %d", file, b.Len(), mostPicture)
		}
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v: run the test with -update and look at the picture", err)
	}
	want, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if want.Bounds() != got.Rect {
		t.Fatalf("%s is %v, was %v", file, got.Rect, want.Bounds())
	}
	others, first := 0, image.Point{}
	for y := range got.Rect.Dy() {
		for x := range got.Rect.Dx() {
			if unlike(want.At(x, y), got.At(x, y)) {
				if others == 0 {
					first = image.Pt(x, y)
				}
				others++
			}
		}
	}
	if others > got.Rect.Dx()*got.Rect.Dy()/anotherPart {
		t.Errorf("%s: %d pixels are others, the first at %v: draw it anew with -update and look at it", file, others, first)
	}
}

func unlike(a, b color.Color) bool {
	r1, g1, b1, _ := a.RGBA()
	r2, g2, b2, _ := b.RGBA()
	for _, d := range [3]int{int(r1>>8) - int(r2>>8), int(g1>>8) - int(g2>>8), int(b1>>8) - int(b2>>8)} {
		if d > anotherShade || d < -anotherShade {
			return true
		}
	}
	return false
}
