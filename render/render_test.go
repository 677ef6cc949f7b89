package render

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	stdpng "image/png"
	"slices"
	"strings"
	"testing"

	"roadshow/scene"
)

func TestEveryFormatHasItsOwnNameAndFile(t *testing.T) {
	d := deck(1)
	names, files := map[string]bool{}, map[string]bool{}
	for _, f := range Formats() {
		if f.Name == "" || f.Summary == "" || (f.Write == nil) == (f.Pictures == nil) || f.Medium == "" {
			t.Errorf("format %+v is not complete", f)
		}
		made, err := f.Files(scene.Files{Document: d, Slides: d, Office: d}, "x", Options{})
		if err != nil || len(made) != 1 {
			t.Fatalf("%s: %d files, %v", f.Name, len(made), err)
		}
		if names[f.Name] || names[f.Group] || files[made[0].Name] {
			t.Errorf("format %s: name or file %s is taken", f.Name, made[0].Name)
		}
		names[f.Name], files[made[0].Name] = true, true
		if got, ok := Find(f.Name); !ok || got.Name != f.Name {
			t.Errorf("Find(%q) = %q, %v", f.Name, got.Name, ok)
		}
	}
	if _, ok := Find("Document"); ok {
		t.Error("a name in the wrong case was found")
	}
	for _, want := range []string{"x.pdf", "x-slides.pdf", "x.pptx", "x-01.png", "x-slides-01.png"} {
		if !files[want] {
			t.Errorf("no format writes %s", want)
		}
	}
}

func TestAGroupCallsItsFormats(t *testing.T) {
	called := func(name string) (list []string) {
		for _, f := range Formats() {
			if f.Called(name) {
				list = append(list, f.Name)
			}
		}
		return list
	}
	for name, want := range map[string]string{"png": "[document-png slides-png]", "slides-png": "[slides-png]", "slides": "[slides]", "": "[]"} {
		if got := fmt.Sprint(called(name)); got != want {
			t.Errorf("%q calls %s", name, got)
		}
	}
}

// deck has n empty pages of 72 by 36 pt.
func deck(n int) *scene.Deck {
	d := &scene.Deck{Size: scene.Size{W: 72, H: 36}}
	for i := range n {
		d.Pages = append(d.Pages, scene.Page{ID: fmt.Sprintf("p%d", i+1), Number: i + 1})
	}
	return d
}

func TestPicturesBearTheirPageNumbers(t *testing.T) {
	f, _ := Find("slides-png")
	pages, err := ParsePages("2,99-100")
	if err != nil {
		t.Fatal(err)
	}
	files, err := f.Files(scene.Files{Slides: deck(100)}, "memo", Options{DPI: 72, Pages: pages})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, file := range files {
		names = append(names, fmt.Sprint(file.Name, "=", file.Page))
		c, err := stdpng.DecodeConfig(bytes.NewReader(file.Data))
		if err != nil || (image.Point{X: c.Width, Y: c.Height}) != image.Pt(72, 36) {
			t.Errorf("%s: %v, %v", file.Name, c, err)
		}
	}
	if got := strings.Join(names, " "); got != "memo-slides-002.png=2 memo-slides-099.png=99 memo-slides-100.png=100" {
		t.Error(got)
	}
}

func TestNoneOfThePagesIsAnError(t *testing.T) {
	pages, _ := ParsePages("9-")
	for _, f := range Formats() {
		_, err := f.Files(scene.Files{Document: deck(8), Slides: deck(8), Office: deck(8)}, "memo", Options{Pages: pages})
		var none *NoPagesError
		if !errors.As(err, &none) || !strings.Contains(err.Error(), f.Name+" has 8 pages") || !strings.Contains(err.Error(), "9-") {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}

func TestPagesAreReadAsPeopleTypeThem(t *testing.T) {
	for s, want := range map[string]string{
		"2,5-8": "[2 5 6 7 8]", "1": "[1]", " 3 , 1 ": "[1 3]", "7-": "[7 8 9]", "-2": "[1 2]", "2,2-3,3": "[2 3]", "9-12": "[9]", "12": "[]", "4 - 5": "[4 5]",
	} {
		p, err := ParsePages(s)
		if err != nil {
			t.Errorf("%q: %v", s, err)
			continue
		}
		got := p.Of(9)
		for i := range got {
			got[i]++
		}
		if fmt.Sprint(got) != want || p.All() || p.String() != s {
			t.Errorf("%q means %v of nine, not %s", s, got, want)
		}
	}
	for _, s := range []string{"", ",", "0", "-", "-0", "a", "2-a", "5-3", "1.5", "+2", "1,,2", "2-3-4", "99999999999999999999"} {
		if p, err := ParsePages(s); err == nil {
			t.Errorf("%q is taken for %v", s, p.ranges)
		}
	}
	if got := (Pages{}).Of(3); !slices.Equal(got, []int{0, 1, 2}) {
		t.Errorf("without a choice: %v", got)
	}
}
