package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"roadshow"
	"roadshow/render"
	"roadshow/scene"
)

// BenchmarkOneWord is what --watch does after a change of one word, from the outline's text to the file's bytes: decks of 20 and of 200
// slides, and the flagship.
func BenchmarkOneWord(b *testing.B) {
	for _, c := range []struct {
		name   string
		copies int
		from   string
		to     [2]string
	}{{"20 slides", 1, "waited until", [2]string{"hoped until", "stood until"}}, {"200 slides", decksCopies, "waited until", [2]string{"hoped until", "stood until"}},
		{"flagship", 0, " the ", [2]string{" that ", " this "}}} {
		b.Run(c.name, func(b *testing.B) {
			folder := filepath.Join("..", "..", "data", "crossroads")
			if c.copies > 0 {
				folder = b.TempDir()
				if err := writeDeck(folder, c.copies); err != nil {
					b.Fatal(err)
				}
			}
			src, err := os.ReadFile(filepath.Join(folder, "briefing.yaml"))
			if err != nil {
				b.Fatal(err)
			}
			root, err := os.OpenRoot(folder)
			if err != nil {
				b.Fatal(err)
			}
			defer root.Close()
			slides, _ := render.Find("slides")
			kept := &roadshow.Kept{}
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				text := bytes.Replace(src, []byte(c.from), []byte(c.to[i%2]), 1)
				r, err := roadshow.Compile(roadshow.Options{Name: "briefing.yaml", Src: text, Root: root, Media: []scene.Medium{scene.Slides}, Kept: kept})
				if err != nil || r.Failed {
					b.Fatal(err)
				}
				if _, err := r.Render(slides, "x", render.Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
