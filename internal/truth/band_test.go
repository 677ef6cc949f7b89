package truth

import (
	"math"
	"strings"
	"testing"
)

// TestABandOfOneEnd reaches as far as its words say: from 100 is 100 and more, and never nothing.
func TestABandOfOneEnd(t *testing.T) {
	for band, want := range map[string][2]float64{
		"{from: 100, label: B}":          {100, math.Inf(1)},
		"{to: 130, label: B}":            {math.Inf(-1), 130},
		"{from: 100, to: 130, label: B}": {100, 130},
		"{value: over 120, label: B}":    {120, math.Inf(1)},
	} {
		r := compileText(t, short+"    evidence:\n      - chart: {title: It rose, kind: line, sticker: sample, unit: kt, values: {2021: 110, 2022: 120}, band: "+band+"}\n", nil)
		if r.Failed {
			t.Fatalf("%s: %s", band, problems(r))
		}
		lo, hi := r.Briefing.Themes[0].Evidence[0].Chart("").Band.Value.Floats()
		if lo != want[0] || hi != want[1] {
			t.Errorf("%s lies from %g to %g", band, lo, hi)
		}
	}
	r := compileText(t, short+"    evidence:\n      - chart: {title: It rose, kind: line, sticker: sample, unit: kt, values: {2021: 110, 2022: 120}, band: {label: B}}\n", nil)
	if got := problems(r); !strings.Contains(got, "E-CHART: the band says nowhere where it lies") {
		t.Errorf("a band without a place: %s", got)
	}
}
