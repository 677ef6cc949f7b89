package assets

import (
	"testing"

	"roadshow/scene"
)

func TestTypeScalesAreWrittenAsTypographersDo(t *testing.T) {
	l := load(t, "paper")
	got := l.TypeScale(scene.Document)["CoverTitle"]
	if want := (scene.Style{Font: scene.SerifLight, Size: 54, Leading: 56, Tracking: -1.3, Color: l.Text}); got != want {
		t.Errorf("the cover's title is %v, want %v", got, want)
	}
	for _, broken := range []string{"", "serif", "serif 10 text", "serif 10/x text", "serif 10/15 blue", "serif 10/15 text wide", "serif 10/15 text 1 2"} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%q is taken as a style", broken)
				}
			}()
			l.style("Body", broken, map[string]scene.Color{"text": l.Text})
		}()
	}
}

// TestLooksChangeTheScaleByTheirTraitsAlone: a light serif gains a weight below 20 pt in ink, slide titles have none in bank.
func TestLooksChangeTheScaleByTheirTraitsAlone(t *testing.T) {
	for _, name := range Looks() {
		l, paper := load(t, name), load(t, "paper")
		for _, m := range []scene.Medium{scene.Document, scene.Slides} {
			plain := paper.TypeScale(m)
			for style, s := range l.TypeScale(m) {
				if s.Leading < s.Size && style != "CoverTitle" || s.Size < 7 {
					t.Errorf("%s, %s: %s is %v on %v", name, m, style, s.Size, s.Leading)
				}
				if got := s.With(plain[style].Color); got != plain[style] && !(l.SansTitles && style == "Title") && !(l.HeavySmallLight && s.Size < heavySmall) {
					t.Errorf("%s, %s: %s is %v, in paper %v", name, m, style, got, plain[style])
				}
			}
		}
	}
}
