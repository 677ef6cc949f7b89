package roadshow

import (
	"roadshow/internal/diag"
	"roadshow/internal/limits"
	"roadshow/layouts"
	"roadshow/page"
	"roadshow/render"
	"roadshow/scene"
	"slices"
)

// lay makes the finished pages of every medium that was asked for.
func (r *Result) lay(of Options, files *reading) error {
	look, fonts := house(r.Briefing, files, of.FontFolders, r.Problems)
	page.Glyphs(r.Outline, r.Briefing, fonts, of.Audience, r.Problems)
	media, o := of.Media, page.Options{Layouts: layouts.Catalog(), Look: look, Fonts: fonts, Env: page.Env{ReadFile: files.read}}
	if slices.Contains(media, scene.Document) {
		r.Files.Document = page.Document(r.Briefing, o, r.Problems)
	}
	if slices.Contains(media, scene.Slides) {
		r.Files.Slides = page.SlideDeck(r.Briefing, o, r.Problems)
	}
	for _, deck := range []*scene.Deck{r.Files.Document, r.Files.Slides} {
		if deck != nil && len(deck.Pages) > limits.Pages.N() {
			r.Problems.Limit(diag.Span{File: r.Outline.At.File, Line: 1, Col: 1}, limits.Pages, deck.Medium)
		}
	}
	return nil
}

// examine checks every deck's geometry, and that what is written of it loses no legal text.
func (r *Result) examine(o Options) error {
	for _, deck := range []*scene.Deck{r.Files.Document, r.Files.Slides} {
		if deck == nil {
			continue
		}
		tryFaces(deck, r.Briefing, r.Problems)
		r.Geometry = append(r.Geometry, examine(deck, r.Briefing, r.Outline, o.Name, r.Problems))
		if deck.Legal != nil {
			examine(&scene.Deck{Medium: deck.Medium, Size: deck.Size, Pages: []scene.Page{*deck.Legal}}, r.Briefing, r.Outline, o.Name, r.Problems)
		} else if places := o.Pages.Of(len(deck.Pages)); len(places) > 0 && render.LosesLegal(deck, places) {
			r.Problems.Error(r.Briefing.DisclaimerAt, "E-LEGAL", "write risk_line, one sentence that may stand for it, or add its page to --pages",
				"--pages leaves the disclaimer out, and its first sentence is too long to stand for it")
		}
	}
	return nil
}

// Deck is the finished pages of a medium, nil where it was not asked for or cannot be made.
func (r *Result) Deck(m scene.Medium) *scene.Deck {
	if m == scene.Slides {
		return r.Files.Slides
	}
	return r.Files.Document
}
