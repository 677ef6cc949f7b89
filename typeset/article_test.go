package typeset

import (
	"strings"
	"testing"

	"roadshow/scene"
)

func TestBalancedTitleDoesNotStrandAnArticle(t *testing.T) {
	f := New(nil)
	st := scene.Style{Font: scene.SerifLight, Size: 54, Leading: 56, Tracking: -1.3}
	b := f.Set([]scene.Span{{Text: "Assembled at the crossroads", Style: st}}, Options{Width: 487, Break: Balanced})
	if got := b.Lines[0].Runs[0].Text; strings.HasSuffix(strings.TrimSpace(got), "the") {
		t.Errorf("first line is %q, want the article beside its noun", got)
	}
}
