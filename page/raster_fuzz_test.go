package page

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"roadshow/internal/cputime"
	"roadshow/internal/diag"
	"roadshow/scene"
)

// FuzzPicture: a file that passes as PNG or JPEG is unfolded to its end by Go's own readers, at the size that was said.
func FuzzPicture(f *testing.F) {
	small := image.NewNRGBA(image.Rect(0, 0, 9, 5))
	for i := range 9 {
		small.Set(i, i%5, color.NRGBA{R: uint8(20 * i), A: uint8(255 - 9*i)})
	}
	grey, pal := image.NewGray(small.Rect), image.NewPaletted(small.Rect, color.Palette{color.White, color.Black})
	for _, pic := range []image.Image{small, grey, pal, image.NewRGBA64(small.Rect)} {
		var b bytes.Buffer
		if err := png.Encode(&b, pic); err != nil {
			f.Fatal(err)
		}
		f.Add(b.Bytes())
	}
	for _, pic := range []image.Image{small, grey} {
		var b bytes.Buffer
		if err := jpeg.Encode(&b, pic, &jpeg.Options{Quality: 40}); err != nil {
			f.Fatal(err)
		}
		f.Add(b.Bytes())
	}
	names, _ := filepath.Glob("testdata/pictures/*")
	for _, n := range names {
		if data, err := os.ReadFile(n); err == nil && len(data) < 4<<10 {
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		data = withSums(data)
		if c, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil && c.Width*c.Height > 2_000_000 {
			return // what a large one costs is bounded by its pixels: limits.Pixels
		}
		defer cputime.Bound(t)()
		var l diag.List
		k := &Composer{L: &l, Env: Env{ReadFile: func(string, int64) ([]byte, error) { return data, nil }}, pictures: map[string]*scene.Image{}}
		pic := k.Raster("x", diag.Span{File: "b.yaml", Line: 1, Col: 1}, "a picture")
		if pic == nil {
			if l.Len() == 0 {
				t.Fatal("neither picture nor problem")
			}
			return
		}
		got, _, err := image.Decode(bytes.NewReader(pic.Data))
		if err != nil {
			t.Fatalf("it passed and cannot be read: %v", err)
		}
		size := [2]int{got.Bounds().Dx(), got.Bounds().Dy()}
		if pic.Turn.Sideways() {
			size[0], size[1] = size[1], size[0]
		}
		if size != pic.Pixels {
			t.Errorf("%v pixels, %v were said", size, pic.Pixels)
		}
	})
}

// withSums makes the checksums of a changed PNG right, so that what stands behind them is tried.
func withSums(data []byte) []byte {
	if !bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n")) {
		return data
	}
	data = bytes.Clone(data)
	for at := 8; at+12 <= len(data); {
		n := int(binary.BigEndian.Uint32(data[at:]))
		if n < 0 || at+12+n > len(data) || at+12+n < at {
			break
		}
		binary.BigEndian.PutUint32(data[at+8+n:], crc32.ChecksumIEEE(data[at+4:at+8+n]))
		at += 12 + n
	}
	return data
}
