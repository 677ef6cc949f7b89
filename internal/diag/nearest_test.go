package diag

import "testing"

func TestNothingIsNearToNothing(t *testing.T) {
	for _, c := range [][2]string{{"", ""}, {"ab", ""}, {"", "ab"}, {"-", "ab"}, {"ab", " "}} {
		if got := Nearest(c[0], []string{c[1], "completely other"}); got != "" {
			t.Errorf("%q is near to %q", c[0], got)
		}
	}
}
