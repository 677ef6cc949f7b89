package truth

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"roadshow"
	"roadshow/internal/diag"
	"roadshow/render"
	raster "roadshow/render/png"
	"roadshow/scene"
)

// TestPicturesAndFacesOfAHouseComeInRight: folders of testdata/pictures with a logo, a picture or faces that came in wrong once,
// and what is right, a line each in right.txt:
//
//	X Y COLOUR       at this place of the drawing, in its own units, it has this colour; `paper`: none of its own
//	CODE FILE:LINE WORDS   it is refused there, in these words
//	font FILE        the house has this face (of typeset's tests) for every role
//	no CHARACTER     no page shows it
//	kerned WORD      the word is set narrower than its letters
//
// What is drawn is asked of the pages of both media, and both are written.
func TestPicturesAndFacesOfAHouseComeInRight(t *testing.T) {
	folders, err := filepath.Glob("testdata/pictures/*/right.txt")
	if err != nil || len(folders) < 15 {
		t.Fatal(len(folders), "cases", err)
	}
	for _, name := range folders {
		folder := filepath.Dir(name)
		t.Run(filepath.Base(folder), func(t *testing.T) {
			right, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			dir := t.TempDir()
			if err := os.CopyFS(dir, os.DirFS(folder)); err != nil {
				t.Fatal(err)
			}
			var spots, others []string
			for line := range strings.Lines(string(right)) {
				what, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
				switch {
				case what == "#":
				case what == "font":
					data, err := os.ReadFile(filepath.Join("typeset/testdata", rest))
					if err != nil {
						t.Fatal(err)
					}
					for _, face := range []string{"sans", "serif", "serif-light"} {
						writeIn(t, dir, "fonts/"+face+".ttf", string(data))
					}
				case strings.ContainsAny(what[:1], "0123456789"):
					spots = append(spots, line)
				default:
					others = append(others, strings.TrimSpace(line))
				}
			}
			if len(spots)+len(others) == 0 {
				t.Fatal("nothing is asked")
			}
			src, err := os.ReadFile(filepath.Join(dir, "briefing.yaml"))
			if err != nil {
				t.Fatal(err)
			}
			r := compileIn(t, dir, string(src), nil)
			refused := false
			for _, line := range others {
				refused = isRight(t, r, line) || refused
			}
			if r.Failed != refused {
				t.Fatalf("failed is %t:\n%s", r.Failed, problems(r))
			}
			if refused {
				return
			}
			for _, medium := range []scene.Medium{scene.Document, scene.Slides} {
				look(t, r.Deck(medium), spots)
			}
			for _, f := range roadshow.Formats()[:2] { // the PDFs: look drew what PNG draws
				if _, err := r.Render(f, "x", render.Options{}); err != nil {
					t.Errorf("%s: %v", f.Name, err)
				}
			}
		})
	}
}

// isRight holds one line that speaks of no place in the drawing, and says whether it speaks of a refusal.
func isRight(t *testing.T, r *roadshow.Result, line string) (refusal bool) {
	what, rest, _ := strings.Cut(line, " ")
	if refusal = strings.HasPrefix(what, "E-"); refusal {
		at, words, _ := strings.Cut(rest, " ")
		for _, p := range r.Problems.Problems() {
			if string(p.Code) == what && fmt.Sprintf("%s:%d", p.At.File, p.At.Line) == at && strings.Contains(p.Summary, words) && p.Severity == diag.Error {
				return refusal
			}
		}
		t.Errorf("not refused, %s:\n%s", line, problems(r))
		return refusal
	}
	for _, deck := range []*scene.Deck{r.Deck(scene.Document), r.Deck(scene.Slides)} {
		switch what {
		case "no":
			if words := pageWords(deck); words == "" || strings.Contains(words, rest) {
				t.Errorf("%q stands on a page of %v", rest, deck.Medium)
			}
		case "kerned":
			found := false
			for _, p := range deck.Pages {
				scene.Walk(p.Items, func(it scene.Item) {
					text, ok := it.(*scene.Text)
					if !ok || len(text.Lines) != 1 || len(text.Lines[0].Runs) != 1 || text.Lines[0].Runs[0].Text != rest {
						return
					}
					found = true
					adv := text.Lines[0].Runs[0].Adv // the letters alternate, and the last of them has no next
					if n := len(adv); adv[n-3] >= adv[n-1] {
						t.Errorf("%s is set with the advances %v", rest, adv)
					}
				})
			}
			if !found {
				t.Errorf("%s is on no page of %v", rest, deck.Medium)
			}
		default:
			t.Errorf("a line that nothing asks: %s", line)
		}
	}
	return refusal
}

// look draws the logo or the picture of a deck alone, with a margin, and asks for colours.
func look(t *testing.T, d *scene.Deck, spots []string) {
	t.Helper()
	if len(spots) == 0 {
		return
	}
	const margin = 3
	var frame, units scene.Rect
	page := -1
	for i, p := range d.Pages {
		scene.Walk(p.Items, func(it scene.Item) {
			switch it := it.(type) {
			case *scene.Art:
				frame, units, page = it.Frame, scene.Rect{W: 30, H: 10}, i // all logos here are 30 × 10
			case *scene.Image:
				frame, units, page = it.Frame, scene.Rect{W: 120, H: 60}, i // and all pictures 120 × 60, upright or lying
				if frame.H > frame.W {
					units = scene.Rect{W: 60, H: 120}
				}
			}
		})
		if page >= 0 {
			break
		}
	}
	if page < 0 {
		t.Fatal("nothing is drawn")
	}
	if got := float64(frame.W/frame.H) * float64(units.H/units.W); got < 0.99 || got > 1.01 {
		t.Errorf("%v is stretched by %.2f", frame, got)
	}
	one := *d
	one.Pages = d.Pages[page : page+1]
	files, err := raster.Pages(&one, raster.Options{DPI: 300, Frame: scene.Rect{X: frame.X - margin, Y: frame.Y - margin, W: frame.W + 2*margin, H: frame.H + 2*margin}})
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(files[0]))
	if err != nil {
		t.Fatal(err)
	}
	paper := pixel(img, 1, 1)
	perX, perY := float64(img.Bounds().Dx())/float64(frame.W+2*margin), float64(img.Bounds().Dy())/float64(frame.H+2*margin)
	for _, spot := range spots {
		f := strings.Fields(spot)
		x, errX := strconv.ParseFloat(f[0], 64)
		y, errY := strconv.ParseFloat(f[1], 64)
		want := paper
		_, err := fmt.Sscanf(f[2], "#%02x%02x%02x", &want.R, &want.G, &want.B)
		if errX != nil || errY != nil || (err != nil) != (f[2] == "paper") {
			t.Fatalf("cannot read %q", spot)
		}
		got := pixel(img, int((margin+x*float64(frame.W/units.W))*perX), int((margin+y*float64(frame.H/units.H))*perY))
		for _, c := range [][2]uint8{{got.R, want.R}, {got.G, want.G}, {got.B, want.B}} {
			if max(c[0], c[1])-min(c[0], c[1]) > 12 { // JPEG keeps no colour exactly
				t.Errorf("%v: at %s %s is %v, want %s", d.Medium, f[0], f[1], got, f[2])
				break
			}
		}
	}
}

func pixel(img image.Image, x, y int) color.RGBA {
	return color.RGBAModel.Convert(img.At(x, y)).(color.RGBA)
}
