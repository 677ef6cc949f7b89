package main

import (
	"cmp"
	"fmt"
	"image"
	"io"
	"path/filepath"
	"slices"
	"strings"
)

// cellSize is how many pixels are compared as one: what is finer is how a program smooths the edges of letters.
const cellSize = 4

// The difference of a cell that an eye sees, of 255, and the share of a page that may show it.
const (
	seenDifference = 32
	mostDiffers    = 0.005
)

// pictured is how a slide differs in another format from its page.
type pictured struct {
	name  string
	share float64 // of its cells
	worst image.Point
	most  int
}

// beside holds pictures OTHER-N.png against pdf-N.png, of one size, and names the three that differ most: how much of the page, and
// where. More than most of a page is an error.
func beside(to io.Writer, folder, prefix string, mostDiffers float64) error {
	files, err := filepath.Glob(filepath.Join(folder, "pdf-*.png"))
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return fmt.Errorf("%s: no pictures", folder)
	}
	other, err := filepath.Glob(filepath.Join(folder, prefix+"-*.png"))
	if err != nil || len(other) != len(files) {
		return fmt.Errorf("%s: %d pages and %d slides", folder, len(files), len(other))
	}
	var list []pictured
	for _, f := range files {
		n := strings.TrimPrefix(filepath.Base(f), "pdf-")
		a, err := readPNG(f)
		if err != nil {
			return err
		}
		b, err := readPNG(filepath.Join(folder, prefix+"-"+n))
		if err != nil {
			return err
		}
		if a.Bounds().Size() != b.Bounds().Size() {
			return fmt.Errorf("%s: %v in the PDF, %v in the other", n, a.Bounds().Size(), b.Bounds().Size())
		}
		p := differs(a, b)
		p.name = strings.TrimSuffix(n, ".png")
		list = append(list, p)
	}
	slices.SortStableFunc(list, func(a, b pictured) int { return cmp.Compare(b.share, a.share) })
	var said []string
	for _, p := range list[:min(3, len(list))] {
		said = append(said, fmt.Sprintf("slide %s: %.3f%% (most, %d of 255, at %d, %d)", p.name, p.share*100, p.most, p.worst.X, p.worst.Y))
	}
	verdict := "ok   "
	if list[0].share > mostDiffers {
		verdict, err = "FAIL ", fmt.Errorf("slide %s is not its page", list[0].name)
	}
	fmt.Fprintf(to, "%s %s: %d slides beside their pages; most differs in %s\n", verdict, filepath.Base(folder), len(list), strings.Join(said, ", "))
	return err
}

// differs compares two pictures of one size, cell by cell. A cell differs as little as it does from the nearest of the other's around it,
// a pixel away: two programs round places differently.
func differs(a, b image.Image) (p pictured) {
	size := a.Bounds().Size()
	cells, seen := 0, 0
	for y := 1; y+cellSize < size.Y; y += cellSize {
		for x := 1; x+cellSize < size.X; x += cellSize {
			cells++
			at := a.Bounds().Min.Add(image.Pt(x, y))
			here, least := mean(a, at), 255
			for _, d := range [...]image.Point{{}, {X: 1}, {X: -1}, {Y: 1}, {Y: -1}} {
				there := mean(b, b.Bounds().Min.Add(image.Pt(x, y)).Add(d))
				far := 0
				for k := range here {
					far = max(far, here[k]-there[k], there[k]-here[k])
				}
				if least = min(least, far); least <= seenDifference {
					break
				}
			}
			if least > p.most {
				p.most, p.worst = least, image.Pt(x, y)
			}
			if least > seenDifference {
				seen++
			}
		}
	}
	p.share = float64(seen) / float64(max(cells, 1))
	return p
}

// mean is the mean colour of a cell.
func mean(m image.Image, at image.Point) (c [3]int) {
	for y := range cellSize {
		for x := range cellSize {
			r, g, b, _ := m.At(at.X+x, at.Y+y).RGBA()
			c[0], c[1], c[2] = c[0]+int(r>>8), c[1]+int(g>>8), c[2]+int(b>>8)
		}
	}
	for k := range c {
		c[k] /= cellSize * cellSize
	}
	return c
}
