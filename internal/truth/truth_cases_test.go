package truth_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"roadshow"
	"roadshow/briefing"
	"roadshow/briefing/proof"
	"roadshow/internal/diag"
	"roadshow/scene"
)

// TestWhatWasTriedOnTheTruth holds folders of invented texts and what is claimed of them, one kind of falsehood or truth each
// (.near: others of the kind), against the right answer. Each is a file of testdata/truth whose comment says it, a line for each
// thing:
//
//	CODE FILE:LINE   an error or warning; what is not listed must not be there
//	= ID VALUE       what a figure prints
//	differs WORDS    the difference of the folders old and new shows these words
func TestWhatWasTriedOnTheTruth(t *testing.T) {
	files, err := filepath.Glob("testdata/truth/*.txtar")
	if err != nil || len(files) < 50 {
		t.Fatal("no cases", err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(f)
			if err != nil {
				t.Fatal(err)
			}
			dir := t.TempDir()
			for _, f := range a.Files {
				name := filepath.Join(dir, filepath.FromSlash(f.Name))
				if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(name, f.Data, 0o666); err != nil {
					t.Fatal(err)
				}
			}
			var problems, values, differs []string
			for line := range strings.SplitSeq(string(a.Comment), "\n") {
				switch what, rest, _ := strings.Cut(line, " "); what {
				case "", "#":
				case "=":
					values = append(values, rest)
				case "differs":
					differs = append(differs, rest)
				default:
					problems = append(problems, line)
				}
			}
			if differs != nil {
				differ(t, dir, differs)
				return
			}
			r := tried(t, dir)
			var got []string
			for _, p := range r.Problems.Problems() {
				if p.Severity != diag.Note {
					got = append(got, fmt.Sprintf("%s %s:%d", p.Code, filepath.Base(p.At.File), p.At.Line))
				}
			}
			slices.Sort(got)
			slices.Sort(problems)
			if !slices.Equal(got, problems) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(problems, "\n"))
			}
			for _, want := range values {
				id, val, _ := strings.Cut(want, " ")
				i := slices.IndexFunc(r.Briefing.Figures, func(f *briefing.Figure) bool { return f.ID == id })
				if i < 0 || r.Briefing.Figures[i].Value.Label(r.Briefing.Format) != val {
					t.Errorf("%s is not %s", id, val)
				}
			}
		})
	}
}

func tried(t *testing.T, dir string) *roadshow.Result {
	t.Helper()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	src, err := root.ReadFile("briefing.yaml")
	if err != nil {
		t.Fatal(err)
	}
	o := roadshow.Options{Name: "briefing.yaml", Src: src, Root: root}
	if strings.Contains(string(src), "chart:") { // sums and axes are judged where they are drawn
		o.Media = []scene.Medium{scene.Document}
	}
	r, err := roadshow.Compile(o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func differ(t *testing.T, dir string, words []string) {
	t.Helper()
	var facts [2]proof.Facts
	for i, name := range []string{"old", "new"} {
		r := tried(t, filepath.Join(dir, name))
		if r.Failed {
			t.Fatal(r.Problems.Problems())
		}
		facts[i] = proof.FactsOf(r.Briefing)
	}
	said := string(proof.Print(proof.Diff(&facts[0], &facts[1]), "text", true))
	for _, w := range words {
		if !strings.Contains(said, w) {
			t.Errorf("the difference does not say %q:\n%s", w, said)
		}
	}
	if back := proof.Diff(&facts[1], &facts[1]); len(back) > 0 {
		t.Errorf("a briefing differs from itself: %v", back)
	}
}
