package pdftest_test

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"roadshow/render/pdf"
	"roadshow/render/pdf/pdftest"
	"roadshow/scene"
)

// sample is a small file with text, a path, a bookmark and tags.
func sample(t *testing.T) []byte {
	t.Helper()
	face, err := os.ReadFile(filepath.Join("..", "..", "..", "assets", "fonts", "IBMPlexSans_400Regular.ttf"))
	if err != nil {
		t.Fatal(err)
	}
	box := scene.Rect{X: 10, Y: 20, W: 30, H: 40}
	var out bytes.Buffer
	err = pdf.Write(&out, &scene.Deck{Size: scene.A4, Fonts: []scene.FontFile{{Font: scene.Sans, Data: face}},
		Bookmarks: []scene.Bookmark{{Title: "One", Target: "x"}},
		Pages: []scene.Page{{Items: []scene.Item{
			&scene.Shape{Path: scene.RectPath(box), Fill: scene.Paint{Color: scene.Color{Token: "x", R: 255}}},
			&scene.Text{ID: "x", Role: scene.RoleTitle, Lines: []scene.Line{{Baseline: 50, Runs: []scene.Run{
				{Text: "ab c", Font: scene.Sans, Size: 10, X: 12, Adv: []int16{500, 500, 300, 500}, Color: scene.Color{Token: "text"}}}}}}}}}}, pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestAFileIsTakenApart(t *testing.T) {
	f, err := pdftest.Open(sample(t))
	if err != nil {
		t.Fatal(err)
	}
	p := f.Pages[0]
	if p.Text() != "ab c" || len(f.Fonts) != 1 || len(f.Outline) != 1 || f.Structure.Kids[0].Kind != "H1" {
		t.Errorf("text %q, %d fonts, outline %v, structure\n%s", p.Text(), len(f.Fonts), f.Outline, f.Structure.Outline())
	}
	if w := p.Words[1]; w.X < 24.99 || w.X > 25.01 {
		t.Errorf("the second word stands at %v, not at 12 + 1300/1000 × 10", w.X)
	}
	if q := p.Paths[0]; q.Length() < 139.99 || q.Length() > 140.01 || q.Bounds() != (pdftest.Box{X: 10, Y: 20, W: 30, H: 40}) {
		t.Errorf("path of length %v in %+v", q.Length(), q.Bounds())
	}
}

func TestADamagedFileIsAnErrorAndNeverAPanic(t *testing.T) {
	good := sample(t)
	for n := range len(good) - 1 {
		if _, err := pdftest.Open(good[:n]); err == nil {
			t.Fatalf("the first %d bytes pass for the file", n)
		}
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	refused := 0
	for range 2000 {
		bad := bytes.Clone(good)
		for range 1 + rnd.IntN(4) {
			bad[rnd.IntN(len(bad))] = byte(rnd.IntN(256))
		}
		if _, err := pdftest.Open(bad); err != nil {
			refused++
		}
	}
	if refused < 1600 { // names of faces, the file's identity and the metadata, which stand as they are, bear a change
		t.Errorf("only %d damaged files of 2000 are refused", refused)
	}
	for what, change := range map[string][2]string{
		"no structure": {"/Marked true", "/Marked null"},
	} {
		bad := strings.Replace(string(good), change[0], change[1], 1)
		if bad == string(good) {
			t.Fatalf("%s: nothing to change", what)
		}
		if _, err := pdftest.Open([]byte(bad)); err == nil {
			t.Errorf("%s: passes", what)
		}
	}
}
