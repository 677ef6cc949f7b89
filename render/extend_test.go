package render

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"roadshow/scene"
)

// bare is a format that the catalog does not have, written as a newcomer writes one: it replays the pages and decides nothing.
func bare() Format {
	return Format{Name: "bare", Ext: ".txt", Suffix: "-bare", Summary: "How many lines each text has", Medium: scene.Slides, Extra: true,
		Write: func(w io.Writer, decks scene.Files, _ Options) (err error) {
			for _, p := range decks.Slides.Pages {
				fmt.Fprintf(w, "page %d\n", p.Number)
				scene.Walk(p.Items, func(it scene.Item) {
					if t, ok := it.(*scene.Text); ok && err == nil {
						_, err = fmt.Fprintln(w, len(t.Lines))
					}
				})
			}
			return err
		}}
}

// TestAFormatIsAddedInOneLine: names, excerpts, links and errors come with it.
func TestAFormatIsAddedInOneLine(t *testing.T) {
	d := crossed()
	files, err := bare().Files(scene.Files{Slides: d}, "x", Options{})
	if err != nil || len(files) != 1 || files[0].Name != "x-bare.txt" {
		t.Fatal(files, err)
	}
	whole := strings.Count(string(files[0].Data), "page ")
	part, err := ParsePages("1")
	if err != nil {
		t.Fatal(err)
	}
	files, err = bare().Files(scene.Files{Slides: d}, "x", Options{Pages: part})
	if err != nil || strings.Count(string(files[0].Data), "page ") != 1 || whole != len(d.Pages) {
		t.Errorf("%s, %v; the whole has %d pages of %d", files[0].Data, err, whole, len(d.Pages))
	}
	if none, _ := ParsePages("99"); true {
		if _, err := bare().Files(scene.Files{Slides: d}, "x", Options{Pages: none}); err == nil || !strings.Contains(err.Error(), "bare has") {
			t.Errorf("none of the pages: %v", err)
		}
	}
	failing := bare()
	failing.Write = func(io.Writer, scene.Files, Options) error { return io.ErrShortWrite }
	if _, err := failing.Files(scene.Files{Slides: d}, "x", Options{}); err != io.ErrShortWrite {
		t.Errorf("a fault of the format: %v", err)
	}
}
