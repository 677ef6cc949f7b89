package formula

import (
	"testing"

	"roadshow/briefing/evidence/source"
	"roadshow/briefing/evidence/value"
)

func mustValue(t testing.TB, s string) value.Value {
	t.Helper()
	v, err := source.ParseValue(s)
	if err != nil {
		t.Fatalf("%q: %v", s, err)
	}
	return v
}
