package source

import (
	"testing"

	"roadshow/briefing/evidence/value"
)

// A change that was typed with its plus keeps it in cells and labels; prose has a verb for it.
func TestATypedPlusIsPrinted(t *testing.T) {
	for typed, want := range map[string][2]string{
		"+3.5pp": {"+3.5 pts", "3.5 points"}, "+2%": {"+2%", "2%"}, "+$4m": {"+$4m", "$4m"}, "+5": {"+5", "5"}, "2%": {"2%", "2%"}, "-2%": {"−2%", "−2%"}, "+2 to 4%": {"", ""},
	} {
		v, err := ParseValue(typed)
		if err != nil {
			if want[0] != "" {
				t.Errorf("%s: %v", typed, err)
			}
			continue
		}
		if label, prose := v.Label(value.Format{}), v.Prose(value.Format{}); want[0] != "" && (label != want[0] || prose != want[1]) {
			t.Errorf("%s is printed as %q and %q, want %q", typed, label, prose, want)
		}
	}
}
