package main

import (
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestASlideThatIsNotItsPageIsNamed: letters smoothed otherwise and a pixel's shift are the same picture, a missing mark is not.
func TestASlideThatIsNotItsPageIsNamed(t *testing.T) {
	page := func(mark image.Rectangle) *image.RGBA {
		m := image.NewRGBA(image.Rect(0, 0, 320, 180))
		draw.Draw(m, m.Bounds(), image.White, image.Point{}, draw.Src)
		draw.Draw(m, mark, image.NewUniform(color.RGBA{180, 30, 30, 255}), image.Point{}, draw.Src)
		return m
	}
	dir := t.TempDir()
	write := func(name string, m image.Image) {
		f, err := os.Create(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if err := png.Encode(f, m); err != nil {
			t.Fatal(err)
		}
	}
	box := image.Rect(40, 40, 60, 60)
	for i, other := range []image.Rectangle{box, box.Add(image.Pt(1, 0)), box.Add(image.Pt(0, 1))} {
		write("pdf-"+string(rune('1'+i))+".png", page(box))
		write("html-"+string(rune('1'+i))+".png", page(other))
	}
	var b strings.Builder
	if err := beside(&b, dir, "html", mostDiffers); err != nil || !strings.Contains(b.String(), "slide 1: 0.000%") {
		t.Errorf("%v: %s", err, b.String())
	}
	write("html-2.png", page(image.Rectangle{}))
	b.Reset()
	if err := beside(&b, dir, "html", mostDiffers); err == nil || !strings.Contains(b.String(), "most differs in slide 2: 1.") {
		t.Errorf("%v: %s", err, b.String())
	}
}
