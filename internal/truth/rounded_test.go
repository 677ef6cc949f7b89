package truth_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"roadshow"
	"roadshow/scene"
)

// Numbers that their author calls rounded are printed with that word, in the document and on slides.
func TestRoundedNumbersSaySoInTheNoteLine(t *testing.T) {
	src := `title: T
date: 2025-03-31
figures: {a: {value: 5, basis: own}}
themes:
  - name: One
    claim: It is so
    evidence:
      - chart: {title: A ring, kind: donut, rounded: true, values: {A: 13.3%, B: 33.3%, C: 53.3%}}
      - table: {title: A table, rounded: true, columns: [Part, People], rows: [[A, 3], [B, 4], [All, 8]], total: All}
`
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "briefing.yaml"), []byte(src), 0o666); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	for _, plain := range []bool{false, true} {
		text := src
		if plain {
			text = strings.ReplaceAll(src, "rounded: true, ", "")
		}
		r, err := roadshow.Compile(roadshow.Options{Name: "briefing.yaml", Src: []byte(text), Root: root, Media: []scene.Medium{scene.Document, scene.Slides}})
		if err != nil || r.Failed != plain {
			t.Fatal(err, r.Failed, r.Problems.Problems())
		}
		if plain {
			continue
		}
		for _, m := range []scene.Medium{scene.Document, scene.Slides} {
			said := lettersOf(r.Deck(m))
			for _, words := range []string{"Numbersarerounded", "Partsdonotadduptototalsbecauseofrounding"} {
				if strings.Count(said, words) != 1 {
					t.Errorf("%v: %q stands there %d times", m, words, strings.Count(said, words))
				}
			}
		}
	}
}
