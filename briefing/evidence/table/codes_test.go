package table

import (
	"errors"
	"strings"
	"testing"

	"roadshow/briefing/evidence/value"
)

// TestCodesAreNoValues: where only a value may stand, a code is refused, and the hint is a value that is taken.
func TestCodesAreNoValues(t *testing.T) {
	for text, hint := range map[string]string{
		"1/2": "0.5", "24/7": "decimal", "12/2024": "dates", "15/10/2017": "dates", "-3/4": "decimal", "02134": ": 2134;", "007": ": 7;", "00": "codes are text", "-012": ": 12;",
		"0x1F": "codes are text", "0XFF": "codes are text", "3A": "3 A", "14C": "14 C", "12B": "12 bn", "1.5B": "1.5 bn", "3T": "3 trn", "2XL": "2 XL", "C2": "codes are text", "H1": "codes are text",
		"B2B": "codes are text", "A4": "codes are text", "1234567890123456": "codes are text",
	} {
		v, err := ReadTyped(text, value.Marks{})
		var wrong *value.SyntaxError
		if !errors.As(err, &wrong) || !strings.Contains(wrong.Summary, "is a code, not a number") || !strings.Contains(wrong.Hint, hint) {
			t.Errorf("%s: %v, %v, hint %v", text, v, err, wrong)
			continue
		}
		for _, lead := range []string{"leave a blank before a unit: ", "write ", "a number has no zero before it: "} {
			if rest, ok := strings.CutPrefix(wrong.Hint, lead); ok && !strings.HasPrefix(rest, "a fraction") {
				advised, _, _ := strings.Cut(rest, ";")
				if _, err := ReadTyped(strings.TrimSuffix(advised, " for a scale"), value.Marks{}); err != nil {
					t.Errorf("%s: the hint's %q is refused: %v", text, advised, err)
				}
			}
		}
	}
	for _, text := range []string{"0", "0.5", "5k", "5 k", "2M", "12 m2", "12m2", "$5/kWh", "$5/1,000 tokens", "30bps", "3GB", "5USD", "EUR5", "RMB 20m", "c. 5", "about 3", "40-50", "3 A", "n/a", "?", "7%", "2x", "5°C"} {
		if _, err := ReadTyped(text, value.Marks{}); err != nil {
			t.Errorf("%s: %v", text, err)
		}
	}
	for _, text := range []string{"about 1/2", ">3/4", "under 24/7"} {
		if v, err := ReadTyped(text, value.Marks{}); err == nil {
			t.Errorf("%s is read as %v", text, v)
		}
	}
}
