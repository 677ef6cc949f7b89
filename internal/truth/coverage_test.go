package truth

import (
	"fmt"
	"strings"
	"testing"

	"roadshow/briefing/outline"
	"roadshow/scene"
)

// What the register prints is what check --coverage counts, in both media, and only where it is asked for.
func TestTheRegisterPrintsTheCoverage(t *testing.T) {
	for _, on := range []bool{true, false} {
		set, _ := outline.ParseSetting(fmt.Sprintf("coverage=%v", on))
		res := built(t, "data/crossroads", []scene.Medium{scene.Document, scene.Slides}, []outline.Setting{set})
		c := res.Briefing.Coverage()
		numbers := fmt.Sprintf("NUMBERS: %d SAID BY A SOURCE, %d COMPUTED, ", c.Numbers.Proved, c.Numbers.Computed)
		quotations := fmt.Sprintf("QUOTATIONS: %d VERBATIM IN A SOURCE, %d OF THEM WITH THE SPEAKER, %d NOT CHECKED.", c.Quotations.Proved, c.Quotations.Attributed, c.Quotations.Unchecked)
		for _, d := range []*scene.Deck{res.Files.Document, res.Files.Slides} {
			words := pageWords(d)
			if got := strings.Contains(words, numbers) && strings.Contains(words, quotations); got != on {
				t.Errorf("%s, coverage: %v: printed: %v", d.Medium, on, got)
			}
		}
	}
}
