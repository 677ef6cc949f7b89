package layouts

import (
	"testing"

	"roadshow/assets"
	"roadshow/briefing/outline"
	"roadshow/internal/cputime"
	"roadshow/internal/diag"
	"roadshow/page"
	"roadshow/scene"
)

// TestGeneratedSlidesKeepTheRules lays out generated outlines: those whose texts keep their budgets are never refused, and
// whatever is not refused has no letter outside its frame or the safe area, no overlap, nothing below 10 pt and enough
// contrast. ROADSHOW_SOAK=n tries n outlines instead of 1,000.
func TestGeneratedSlidesKeepTheRules(t *testing.T) {
	t.Parallel()
	n := cputime.Cases(1000)
	if testing.Short() {
		n = 100
	}
	c := &slideChecker{}
	c.check(t, n, c.outline)
}

type slideChecker struct{ outlineChecker }

func (c *slideChecker) outline(t *testing.T, seed int) {
	g := newOutline(seed, 16)
	src := g.slides()
	l := &diag.List{}
	read := g.reader(c.images)
	b := understood(src, read, l, outline.Setting{Path: "look", Value: assets.Looks()[seed%3]})
	look, err := assets.LoadLook(b.Look)
	if err != nil {
		t.Fatal(err)
	}
	deck := page.SlideDeck(b, page.Options{Layouts: Catalog(), Look: look, Fonts: c.fonts, Env: page.Env{ReadFile: read}}, l)
	if !c.takes(t, seed, g, l) {
		return
	}
	c.pages += len(deck.Pages)
	for _, f := range scene.Check(deck, scene.CheckOptions{Limit: 4}) {
		t.Errorf("outline %d (%s, %s): %s", seed, b.Look, g.kinds, f)
		c.failures++
	}
}
