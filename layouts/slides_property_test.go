package layouts

import (
	"math/rand/v2"
	"os"
	"strconv"
	"testing"

	"roadshow/assets"
	"roadshow/briefing/outline"
	"roadshow/internal/diag"
	"roadshow/scene"
	"roadshow/typeset"
)

// TestGeneratedSlidesKeepTheRules lays out generated outlines: those whose texts keep their budgets are never refused, and
// whatever is not refused has no letter outside its frame or the safe area, no overlap, nothing below 8.5 pt and enough
// contrast. ROADSHOW_SOAK=n tries n outlines instead of 1,000.
func TestGeneratedSlidesKeepTheRules(t *testing.T) {
	n := 1000
	if testing.Short() {
		n = 100
	}
	if soak, err := strconv.Atoi(os.Getenv("ROADSHOW_SOAK")); err == nil {
		n = soak
	}
	c := slideChecker{fonts: typeset.New(nil), refused: map[string]int{}}
	for from := 0; from < n && c.failures < 20; from += 500 {
		// A subtest closes what its outlines opened.
		t.Run(strconv.Itoa(from), func(t *testing.T) {
			for i := from; i < min(n, from+500) && c.failures < 20; i++ {
				c.outline(t, i)
			}
		})
	}
	if c.unjust > 0 {
		t.Errorf("%d of %d outlines keep every budget and are refused", c.unjust, n)
	}
	t.Logf("%d of %d outlines accepted; refused: %v", c.accepted, n, c.refused)
	if c.accepted < n*2/3 {
		t.Errorf("only %d of %d outlines are accepted: %v", c.accepted, n, c.refused)
	}
}

// slideChecker counts what becomes of generated outlines.
type slideChecker struct {
	fonts              *typeset.Fonts
	accepted, failures int
	unjust             int // refused though every text keeps its budget
	refused            map[string]int
}

// outline lays out the outline of a seed and checks it.
func (c *slideChecker) outline(t *testing.T, seed int) {
	g := &outlineGen{rng: rand.New(rand.NewPCG(uint64(seed), 16))}
	src := g.outline()
	look := assets.Looks()[seed%3]
	deck, l := compiledSlides(t, c.fonts, src, "testdata/image", outline.Setting{Path: "look", Value: look})
	for _, p := range l.Problems() {
		if p.Severity != diag.Error {
			continue
		}
		c.refused[p.Code]++
		if !g.over {
			t.Logf("outline %d (%s) keeps every budget and is refused: %d: %s: %s", seed, g.kinds, p.At.Line, p.Code, p.Summary)
		}
	}
	if l.Failed(false) {
		if !g.over {
			c.unjust++
		}
		return
	}
	c.accepted++
	for _, f := range scene.Check(deck, scene.CheckOptions{Limit: 4}) {
		t.Errorf("outline %d (%s, %s): %s", seed, look, g.kinds, f)
		c.failures++
	}
}
