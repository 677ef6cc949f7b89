package source

import (
	"testing"

	"roadshow/briefing/evidence/value"
)

func mustDate(t testing.TB, s string) value.Date {
	t.Helper()
	d, err := value.ParseDate(s)
	if err != nil {
		t.Fatalf("%q: %v", s, err)
	}
	return d
}
