package render

import (
	"slices"

	"roadshow/render/pdf"
	"roadshow/render/png"
	"roadshow/scene"
)

// TryFace draws every character that a deck sets in a face, as each format would, and returns the first that one cannot draw.
func TryFace(d *scene.Deck, f scene.FontFile) (rune, error) {
	seen := map[rune]bool{}
	for i := range d.Pages {
		scene.Walk(d.Pages[i].Items, func(it scene.Item) {
			if t, ok := it.(*scene.Text); ok {
				for _, line := range t.Lines {
					for _, run := range line.Runs {
						if run.Font == f.Font {
							for _, r := range run.Text {
								seen[r] = true
							}
						}
					}
				}
			}
		})
	}
	var chars []rune
	for r := range seen {
		chars = append(chars, r)
	}
	slices.Sort(chars)
	a, errA := pdf.TryFace(f, chars)
	b, errB := png.TryFace(f, chars)
	if errA != nil {
		return a, errA
	}
	return b, errB
}
