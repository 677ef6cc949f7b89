package main

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"sort"
)

func notBlank(s *subject) error {
	n, err := s.pageCount()
	if err != nil {
		return err
	}
	prefix := filepath.Join(s.dir, "page")
	if _, messages, err := tool("pdftoppm", "-r", "36", "-png", s.pdf, prefix); err != nil {
		return err
	} else if messages != "" {
		return errors.New(messages)
	}
	files, err := filepath.Glob(prefix + "-*.png")
	if err != nil {
		return err
	}
	if len(files) != n {
		return fmt.Errorf("%d pages drawn of %d", len(files), n)
	}
	sort.Strings(files)
	for i, f := range files {
		img, err := readPNG(f)
		if err != nil {
			return err
		}
		if share := inked(img); share < 0.002 {
			return fmt.Errorf("page %d: only %.2f %% is not background", i+1, 100*share)
		}
	}
	return nil
}

// inked is the share of pixels that are not the colour of the corner.
func inked(img image.Image) float64 {
	b := img.Bounds()
	ground := img.At(b.Min.X, b.Max.Y-1)
	n := 0
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if img.At(x, y) != ground {
				n++
			}
		}
	}
	return float64(n) / float64(b.Dx()*b.Dy())
}

func readPNG(name string) (image.Image, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return png.Decode(f)
}

// sheet is how a contact sheet is made: as wide as so many of the narrowest pictures, and how many pixels of theirs make one
// of the sheet's.
type sheet struct{ across, scale int }

// contact sets pictures side by side in rows, all at one scale.
func (s sheet) contact(to string, names []string) error {
	const gap = 12
	var pictures []image.Image
	narrowest := math.MaxInt
	for _, name := range names {
		img, err := readPNG(name)
		if err != nil {
			return err
		}
		pictures = append(pictures, img)
		narrowest = min(narrowest, img.Bounds().Dx()/s.scale)
	}
	width := s.across*(narrowest+gap) + gap
	places, at, high := make([]image.Point, len(pictures)), image.Pt(gap, gap), 0
	for i, img := range pictures {
		size := img.Bounds().Size().Div(s.scale)
		if at.X > gap && at.X+size.X+gap > width {
			at, high = image.Pt(gap, at.Y+high+gap), 0
		}
		places[i] = at
		at.X, high = at.X+size.X+gap, max(high, size.Y)
	}
	out := image.NewRGBA(image.Rect(0, 0, width, at.Y+high+gap))
	draw.Draw(out, out.Bounds(), image.NewUniform(color.Gray{0x60}), image.Point{}, draw.Src)
	for i, img := range pictures {
		size := img.Bounds().Size().Div(s.scale)
		for y := range size.Y {
			for x := range size.X {
				out.Set(places[i].X+x, places[i].Y+y, average(img, x*s.scale, y*s.scale, s.scale))
			}
		}
	}
	f, err := os.Create(to)
	if err != nil {
		return err
	}
	pack := png.Encoder{CompressionLevel: png.BestCompression}
	return errors.Join(pack.Encode(f, out), f.Close())
}

// average is the mean colour of a square of pixels.
func average(img image.Image, x, y, n int) color.Color {
	var r, g, b, count uint32
	o := img.Bounds().Min
	for dy := range n {
		for dx := range n {
			if p := image.Pt(o.X+x+dx, o.Y+y+dy); p.In(img.Bounds()) {
				cr, cg, cb, _ := img.At(p.X, p.Y).RGBA()
				r, g, b, count = r+cr>>8, g+cg>>8, b+cb>>8, count+1
			}
		}
	}
	count = max(count, 1)
	return color.RGBA{uint8(r / count), uint8(g / count), uint8(b / count), 255}
}
