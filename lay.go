package roadshow

import (
	"slices"

	"roadshow/briefing/outline"
	"roadshow/layouts"
	"roadshow/scene"
)

// lay makes the finished pages of every medium that was asked for.
func (r *Result) lay(media []scene.Medium, tree *outline.Node, audience string, read fileReader) error {
	look, fonts := house(r.Briefing, read, r.Problems)
	layouts.Glyphs(tree, r.Briefing, fonts, audience, r.Problems)
	o := layouts.Options{Look: look, Fonts: fonts, Env: layouts.Env{ReadFile: read}}
	if slices.Contains(media, scene.Document) {
		r.Files.Document = layouts.Document(r.Briefing, o, r.Problems)
	}
	if slices.Contains(media, scene.Slides) {
		r.Files.Slides = layouts.SlideDeck(r.Briefing, o, r.Problems)
	}
	return nil
}

// examine checks every deck's geometry.
func (r *Result) examine(name string) error {
	for _, deck := range []*scene.Deck{r.Files.Document, r.Files.Slides} {
		if deck != nil {
			r.Geometry = append(r.Geometry, examine(deck, r.Briefing, name, r.Problems))
		}
	}
	return nil
}
