package page

import (
	"testing"

	"roadshow/internal/diag"
	"roadshow/internal/limits"
	"roadshow/scene"
)

func TestADeckHasAsManyPagesAsTheLimitSays(t *testing.T) {
	for n, refused := range map[int]bool{limits.Pages.N(): false, limits.Pages.N() + 1: true} {
		var l diag.List
		Count(&scene.Deck{Medium: scene.Slides, Pages: make([]scene.Page, n)}, "briefing.yaml", &l)
		Count(nil, "briefing.yaml", &l)
		if got := l.Problems(); l.Failed(false) != refused || refused && (len(got) != 1 || got[0].Summary != limits.Pages.Says(scene.Slides) || got[0].Hint != limits.Pages.Hint() || got[0].At.Line != 1) {
			t.Errorf("%d pages: %+v", n, got)
		}
	}
}
