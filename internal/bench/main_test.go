package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"roadshow"
	"roadshow/distribute/encrypt"
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
	for text, want := range map[string]int{"wrote out/x.pdf (21 pages, 147 KB)\n": 21, "wrote x.pdf (21 pages, 147 KB)\nwrote y.pdf (40 pages, 1 KB)\n": 61, "nothing": 0} {
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
		pages[i] = compiled(t, dir, scene.Document)
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
	compiled(t, dir, scene.Document)
}

func TestDecksHaveNoErrorsAndThePagesChartsAndTablesThatTheyPromise(t *testing.T) {
	for copies, want := range map[int]struct{ pages, charts, tables, quotations int }{1: {20, 8, 2, 8}, decksCopies: {200, 96, 20, 80}} {
		dir := t.TempDir()
		if err := writeDeck(dir, copies); err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(filepath.Join(dir, "briefing.yaml"))
		if err != nil {
			t.Fatal(err)
		}
		for what, n := range map[string]int{"- chart:": want.charts, "- table:": want.tables, " by: ": want.quotations, "- timeline:": copies, "- {date: ": 9 * copies} {
			if got := strings.Count(string(text), what); got != n {
				t.Errorf("%d copies: %d times %s, want %d", copies, got, what, n)
			}
		}
		if copies > 1 && testing.Short() {
			continue
		}
		if got := compiled(t, dir, scene.Slides); got != want.pages {
			t.Errorf("%d copies: %d pages, want %d", copies, got, want.pages)
		}
	}
}

func TestTheFlagshipOfOldIsRead(t *testing.T) {
	compiled(t, "testdata/flagship", scene.Slides)
}

func compiled(t *testing.T, dir string, medium scene.Medium) (pages int) {
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
	r, err := roadshow.Compile(roadshow.Options{Name: "briefing.yaml", Src: src, Root: root, Media: []scene.Medium{medium}})
	if err != nil {
		t.Fatal(err)
	}
	if r.Failed {
		t.Fatal(r.Problems.Problems()[0])
	}
	return len(r.Deck(medium).Pages)
}

// The floor hashes as the copies do, so that it is a floor of the same work.
func TestTheFloorHashesAsCopiesDo(t *testing.T) {
	m := &encrypt.Material{User: []byte("abandon-ability-able-about-above"), Owner: []byte("0123456789abcdefghijkl"), Salts: [4][encrypt.SaltSize]byte{{1}, {2}, {3}, {4}}}
	d := encrypt.NewDict(m)
	for name, same := range map[string]bool{
		"user":  leastHash(m.User, m.Salts[0][:], nil) == [32]byte(d.U[:32]),
		"owner": leastHash(m.Owner, m.Salts[2][:], d.U[:]) == [32]byte(d.O[:32]),
	} {
		if !same {
			t.Errorf("the %s's hash is another", name)
		}
	}
	dir := t.TempDir()
	if err := floor(filepath.Join(dir, "floor"), 3, 1000); err != nil {
		t.Fatal(err)
	}
	if names, err := filepath.Glob(filepath.Join(dir, "floor", "*.pdf")); len(names) != 3 || err != nil {
		t.Errorf("%v %v", names, err)
	}
}

func TestWhatIsBeyondIsTheSecondCommandLessTheFirst(t *testing.T) {
	busy := "i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done"
	more, err := beyond(3, [2][]string{{"sh", "-c", ":"}, {"sh", "-c", busy}})
	if err != nil || more < 5 {
		t.Errorf("%.1f ms, %v", more, err)
	}
	less, err := beyond(3, [2][]string{{"sh", "-c", busy}, {"sh", "-c", ":"}})
	if err != nil || less > -5 {
		t.Errorf("%.1f ms, %v", less, err)
	}
}
