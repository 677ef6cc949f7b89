package main

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
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

// contact sets pages side by side, a third of their size, four to a row.
func contact(to string, pages []string) error {
	const across, scale, gap = 4, 3, 12
	var sheet *image.RGBA
	var cell image.Point
	for i, name := range pages {
		img, err := readPNG(name)
		if err != nil {
			return err
		}
		if sheet == nil {
			cell = image.Pt(img.Bounds().Dx()/scale, img.Bounds().Dy()/scale)
			down := (len(pages) + across - 1) / across
			sheet = image.NewRGBA(image.Rect(0, 0, across*(cell.X+gap)+gap, down*(cell.Y+gap)+gap))
			draw.Draw(sheet, sheet.Bounds(), image.NewUniform(color.Gray{0x60}), image.Point{}, draw.Src)
		}
		at := image.Pt(gap+i%across*(cell.X+gap), gap+i/across*(cell.Y+gap))
		for y := range cell.Y {
			for x := range cell.X {
				sheet.Set(at.X+x, at.Y+y, average(img, x*scale, y*scale, scale))
			}
		}
	}
	f, err := os.Create(to)
	if err != nil {
		return err
	}
	return errors.Join(png.Encode(f, sheet), f.Close())
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
