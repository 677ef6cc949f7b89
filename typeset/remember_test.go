package typeset

import (
	"fmt"
	"strings"
	"testing"

	"roadshow/scene"
)

// TestWhatWasSetIsForgottenWhereItWouldBeSetOtherwise: a name that no line may part, another language, another least size, and a deck
// without end.
func TestWhatWasSetIsForgottenWhereItWouldBeSetOtherwise(t *testing.T) {
	f := New(nil)
	set := func(text string, w scene.Pt, hyphenate bool) string {
		b := f.Set([]scene.Span{{Text: text, Style: scene.Style{Font: scene.Serif, Size: 10, Leading: 14}}}, Options{Width: w, Hyphenate: hyphenate})
		var lines []string
		for _, l := range b.Lines {
			words := ""
			for _, r := range l.Runs {
				words += r.Text
			}
			lines = append(lines, words)
		}
		return strings.Join(lines, "|")
	}
	const chinese, german = "他说是欧阳修远写的", "Unternehmensbeteiligungen"
	before := set(chinese, 57, false)
	f.Keep("欧阳修远")
	if after := set(chinese, 57, false); after == before || !strings.Contains(strings.ReplaceAll(after, "|", " "), "欧阳修远") {
		t.Errorf("a name is parted: %s, before %s", after, before)
	}
	f.Language("en")
	english := set(german, 60, true)
	f.Language("de")
	if got := set(german, 60, true); got == english {
		t.Errorf("divided as in English: %s", got)
	}
	small := set("RMB 1,234,567.89", 40, false)
	f.Least(9.9)
	if got := set("RMB 1,234,567.89", 40, false); got == small && len(f.remembered().blocks) > 1 {
		t.Errorf("shrunk as if there were no least size: %s, %d blocks", got, len(f.remembered().blocks))
	}
	for i := range 2 * mostRemembered {
		f.Width(fmt.Sprint(i), scene.Style{Font: scene.Sans, Size: 8})
	}
	if len(f.remembered().widths) > mostRemembered {
		t.Errorf("%d widths are remembered", len(f.remembered().widths))
	}
}

// TestBlocksOfTheSameWordsAreTheSame: set once or twice, alone or in a new set of fonts.
func TestBlocksOfTheSameWordsAreTheSame(t *testing.T) {
	span := []scene.Span{{Text: "Orders for ten years were cancelled in a week", Style: scene.Style{Font: scene.Serif, Size: 10, Leading: 14}}}
	f := New(nil)
	first := fmt.Sprint(f.Set(span, Options{Width: 90, Break: Balanced}))
	f.Set(span, Options{Width: 50})
	if again := fmt.Sprint(f.Set(span, Options{Width: 90, Break: Balanced})); again != first {
		t.Errorf("was %s, is %s", first, again)
	}
	if fresh := fmt.Sprint(New(nil).Set(span, Options{Width: 90, Break: Balanced})); fresh != first {
		t.Errorf("was %s, in new fonts %s", first, fresh)
	}
}
