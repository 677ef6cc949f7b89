package layouts

import (
	"slices"
	"testing"

	"roadshow/assets"
	"roadshow/briefing/outline"
	"roadshow/internal/cputime"
	"roadshow/internal/diag"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

// TestGeneratedSlidesKeepTheirDivisionInOfficeFaces lays generated outlines out again as an editor has them: what stands on slides in our
// faces stands on the same ones in those of office programs, by the same rules, and breaks at a width that a box can have.
// ROADSHOW_SOAK=n tries n outlines instead of 150.
func TestGeneratedSlidesKeepTheirDivisionInOfficeFaces(t *testing.T) {
	t.Parallel()
	n := cputime.Cases(150)
	if testing.Short() {
		n = 40
	}
	c := &officeChecker{}
	c.check(t, n, c.outline)
	if c.followed == 0 {
		t.Errorf("all %d outlines divide alike by themselves: nothing was followed", c.accepted)
	}
	if c.unsafe*1000 > c.texts {
		t.Errorf("%d of %d texts of several lines have no width at which they break so", c.unsafe, c.texts)
	}
}

type officeChecker struct {
	outlineChecker
	edited        *typeset.Fonts
	followed      int // outlines whose division was not the same by itself
	texts, unsafe int // of several lines
}

func (c *officeChecker) outline(t *testing.T, seed int) {
	g := newOutline(seed, 16)
	src := g.slides()
	l := &diag.List{}
	read := g.reader(c.images)
	b := understood(src, read, l, outline.Setting{Path: "look", Value: assets.Looks()[seed%3]})
	look, err := assets.LoadLook(b.Look)
	if err != nil {
		t.Fatal(err)
	}
	o := page.Options{Layouts: Catalog(), Look: look, Fonts: c.fonts, Env: page.Env{ReadFile: read}, Made: page.Division{}}
	slides := page.SlideDeck(b, o, l)
	if !c.takes(t, seed, g, l) {
		return
	}
	division := o.Made
	c.edited = c.fonts.Edited(typeset.OfficeFaces, c.edited)
	o.Fonts, o.Made = c.edited, nil
	tries := 0
	deck, said := page.OfficeDeck(b, o, func() (*scene.Deck, page.Division) { return slides, division }, func(d *scene.Deck, l *diag.List) {
		tries++
		for _, f := range scene.Check(d, scene.CheckOptions{Limit: 4, Skip: map[string]bool{scene.FaultSource: true}}) {
			l.Error(b.At, "E-GEOMETRY", "", "%s", f)
		}
	})
	if tries > 1 {
		c.followed++
	}
	if same := slices.EqualFunc(deck.Pages, slides.Pages, func(p, q scene.Page) bool { return p.ID == q.ID }); !same || said.Failed(false) {
		t.Errorf("outline %d (%s, %s): in office faces other slides (%d, not %d), or none: %v", seed, b.Look, g.kinds, len(deck.Pages), len(slides.Pages), said.Problems())
		c.failures++
	}
	for i := range deck.Pages {
		scene.Walk(deck.Pages[i].Items, func(it scene.Item) {
			if tx, ok := it.(*scene.Text); ok && len(tx.Lines) > 1 {
				c.texts++
				if _, ok := typeset.BreakSafe(tx); !ok {
					c.unsafe++
				}
			}
		})
	}
}
