package roadshow

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"roadshow/briefing/outline"
	"roadshow/internal/diag"
	"roadshow/render"
	"roadshow/scene"
	"roadshow/typeset"
)

func officeOf(t *testing.T, file string, o Options) *Result {
	t.Helper()
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(filepath.Dir(file))
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	o.Name, o.Src, o.Root = file, src, root
	r, err := Compile(o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestOfficeSlidesAreThoseOfThePDF: every starter has the same slides in the faces of office programs and in ours, with names that an
// editor knows, and they keep the rules.
func TestOfficeSlidesAreThoseOfThePDF(t *testing.T) {
	files, err := filepath.Glob("data/*/briefing.yaml")
	if err != nil || len(files) < 5 {
		t.Fatal(files, err)
	}
	for _, file := range append(files, "testdata/chinese/briefing.yaml", "testdata/languages/de/briefing.yaml") {
		for _, faces := range []typeset.Editor{typeset.OfficeFaces, typeset.OwnFaces} {
			if faces == typeset.OwnFaces && testing.Short() {
				continue
			}
			r := officeOf(t, file, Options{Media: []scene.Medium{scene.Office}, Insist: []scene.Medium{scene.Office}, OfficeFonts: faces})
			if r.Failed || r.Files.Office == nil {
				t.Errorf("%s, faces %d: %v", file, faces, r.Problems.Problems())
				continue
			}
			a, b := r.Files.Slides.Pages, r.Files.Office.Pages
			for i := range max(len(a), len(b)) {
				if i >= len(a) || i >= len(b) || a[i].ID != b[i].ID || a[i].Title != b[i].Title {
					t.Fatalf("%s, faces %d: slide %d of %d and %d is another", file, faces, i+1, len(a), len(b))
				}
			}
			for _, f := range r.Files.Office.Fonts {
				if ours := faces == typeset.OwnFaces; f.Family == "" || (f.Data != nil) != ours || (f.Panose != "" && f.Pitch != 0) != ours {
					t.Errorf("%s: an editor does not know the face %+v", file, f.Family)
				}
			}
		}
	}
}

// TestWhatOfficeFacesDoNotHoldIsNoFile: it is left out with a warning, and is an error where it was asked for. Other formats and what is
// said of them do not change.
func TestWhatOfficeFacesDoNotHoldIsNoFile(t *testing.T) {
	deck := &scene.Deck{Medium: scene.Slides}
	for _, insist := range [][]scene.Medium{nil, {scene.Slides}, {scene.Office}} {
		said := &diag.List{}
		at := diag.Span{File: "x.yaml", Line: 3, Col: 5}
		said.Error(at, "E-FIT", "shorten it", "the row is 12 pt too high")
		said.Warn(at, "W-SPARSE", "", "which the slides have said already")
		r := &Result{Problems: &diag.List{}, Outline: &outline.Node{At: at}, Files: scene.Files{Slides: deck}}
		r.takeOffice(officeSlides{deck: deck, said: said}, Options{Insist: insist})
		got := r.Problems.Problems()
		want := diag.Problem{Severity: diag.Warning, Code: "W-PPTX", At: at, Hint: "shorten it", Summary: "no PowerPoint file is made: in the faces of office programs, the row is 12 pt too high"}
		if slices.Contains(insist, scene.Office) {
			want.Severity, want.Code, want.Summary = diag.Error, "E-FIT", "in the faces of office programs, the row is 12 pt too high"
		}
		if len(got) != 1 || got[0] != want || r.Files.Office != nil {
			t.Errorf("insisting on %v: %+v, want %+v", insist, got, want)
		}
		files, err := r.Render(render.Format{Name: "pptx", Medium: scene.Office}, "x", render.Options{})
		if r.Failed = r.Problems.Failed(false); len(files) != 0 || err != nil {
			t.Errorf("a file is made: %d, %v", len(files), err)
		}
	}
}
