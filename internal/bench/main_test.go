package main

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"roadshow"
	"roadshow/scene"
)

func TestMedianIsTheMiddleOfEachFigure(t *testing.T) {
	rows := []row{{cpu: 9, peak: 1}, {cpu: 1, peak: 5}, {cpu: 5, peak: 9}}
	if got := median(rows, func(r row) time.Duration { return r.cpu }); got != 5 {
		t.Errorf("cpu %v", got)
	}
	if got := median(rows, func(r row) int64 { return r.peak }); got != 5 {
		t.Errorf("peak %v", got)
	}
}

func TestPagesAreReadFromWhatTheProgramSays(t *testing.T) {
	for text, want := range map[string]int{"wrote out/x.pdf (21 pages, 147 KB)\n": 21, "nothing": 0} {
		if got := pagesIn([]byte(text)); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

func TestGeneratedOutlinesHaveNoErrorsAndTheSizesThatTheyPromise(t *testing.T) {
	var pages [2]int
	for i, length := range []int{shortLength, longLength} {
		dir := t.TempDir()
		if err := writeGenerated(dir, length); err != nil {
			t.Fatal(err)
		}
		pages[i] = compiled(t, dir)
	}
	if pages[0] < 15 || pages[0] > 25 || pages[1] < 170 || pages[1] > 230 {
		t.Errorf("%d and %d pages, want about 20 and 200", pages[0], pages[1])
	}
}

func TestTheFlagshipWithoutChineseHasNoErrors(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "latin")
	if err := copyWithoutChinese(dir, "../../data/crossroads"); err != nil {
		t.Fatal(err)
	}
	compiled(t, dir)
}

func compiled(t *testing.T, dir string) (pages int) {
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
	r, err := roadshow.Compile(roadshow.Options{Name: "briefing.yaml", Src: src, Root: root, Media: []scene.Medium{scene.Document}})
	if err != nil {
		t.Fatal(err)
	}
	if r.Failed {
		t.Fatal(r.Problems.Problems()[0])
	}
	return len(r.Files.Document.Pages)
}
