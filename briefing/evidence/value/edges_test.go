package value

import "testing"

// These are edges that changing the code on purpose found unwatched.

func TestAMonthOfAStatisticalOfficeHasTwoDigits(t *testing.T) {
	for in, want := range map[string]bool{"2024M01": true, "2024M12": true, "2024M13": false, "2024M00": false, "2024M3": false, "2024M003": false, "999M03": false} {
		d, err := ParseDate(in)
		if got := err == nil; got != want {
			t.Errorf("%s: %v, %v", in, d, err)
		}
	}
}
