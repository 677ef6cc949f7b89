// Package png draws each page of a deck as a picture: for mails, for pages that take no PDF, for the eye.
//
// It replays what scene has placed and decides nothing. Everything is drawn from the scene itself, letters from the faces'
// outlines, with coverage as transparency. The same deck gives the same bytes on every run, however many pages are drawn at
// once.
package png

import (
	"fmt"
	"image"
	"math"
	"runtime"
	"sync"
	"sync/atomic"

	"roadshow/internal/limits"
	"roadshow/scene"
)

// Options are what the deck does not say.
type Options struct {
	DPI   float64    // pixels per inch, 36 to 600; zero: 150
	Frame scene.Rect // draw only this part of each page; zero: all of it
}

// Bounds and default of Options.DPI.
const (
	MinDPI     = 36
	MaxDPI     = 600
	DefaultDPI = 150
)

// budget bounds the pixels of the pages that are drawn at the same time, four bytes each: 320 MiB, or one page if that is
// larger.
const budget = 80 << 20

// Pages draws every page and returns one PNG file a page. An error names the first page that cannot be drawn, and the item.
func Pages(d *scene.Deck, o Options) ([][]byte, error) {
	size, err := measure(d, o)
	if err != nil {
		return nil, fmt.Errorf("png: %w", err)
	}
	files := make([][]byte, len(d.Pages))
	errs := make([]error, len(d.Pages))
	part, err := cut(size, o.Frame)
	if err != nil {
		return nil, fmt.Errorf("png: %w", err)
	}
	shared := newShared(d)
	var next atomic.Int64
	var failed atomic.Bool
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(d.Pages), max(1, budget/(size.w*size.h))) {
		wait.Go(func() {
			p := newPainter(shared, size, part)
			for !failed.Load() {
				i := int(next.Add(1)) - 1
				if i >= len(d.Pages) {
					return
				}
				if files[i], errs[i] = p.page(&d.Pages[i]); errs[i] != nil {
					failed.Store(true)
				}
			}
		})
	}
	wait.Wait()
	for i, err := range errs { // pages are taken in order, so all before the first error were drawn
		if err != nil {
			return nil, fmt.Errorf("png: page %d: %w", i+1, err)
		}
	}
	return files, nil
}

// pixels is the size of a picture and its scale.
type pixels struct {
	w, h  int
	scale float64 // pixels per point
	dpi   float64
}

func measure(d *scene.Deck, o Options) (pixels, error) {
	if len(d.Pages) == 0 {
		return pixels{}, fmt.Errorf("the deck has no pages")
	}
	dpi := o.DPI
	if dpi == 0 {
		dpi = DefaultDPI
	}
	if !(dpi >= MinDPI && dpi <= MaxDPI) {
		return pixels{}, fmt.Errorf("%v dpi: a picture has %d to %d", dpi, MinDPI, MaxDPI)
	}
	if !(d.Size.W > 0 && d.Size.H > 0 && d.Size.W <= 14400 && d.Size.H <= 14400) {
		return pixels{}, fmt.Errorf("page size %v × %v pt", d.Size.W, d.Size.H)
	}
	s := dpi / 72
	p := pixels{int(math.Round(float64(d.Size.W) * s)), int(math.Round(float64(d.Size.H) * s)), s, dpi}
	if p.w < 1 || p.h < 1 || p.w*p.h > limits.DrawnPixels.N() {
		return pixels{}, limits.DrawnPixels.Err(p.w, p.h)
	}
	return p, nil
}

// cut is a part of the page in whole pixels.
func cut(size pixels, frame scene.Rect) (image.Rectangle, error) {
	page := image.Rect(0, 0, size.w, size.h)
	if frame == (scene.Rect{}) {
		return page, nil
	}
	b, err := size.frame(frame)
	if err != nil {
		return page, err
	}
	if page = page.Intersect(b.outer()); page.Empty() {
		return page, fmt.Errorf("nothing of the page lies in the frame %v", frame)
	}
	return page, nil
}
