package cputime

import (
	"runtime/metrics"
	"testing"
	"time"
)

// What one bad input may cost (HOSTILE: a named error in under 2 s and 256 MB). Bytes are all that were ever allocated, which is
// more than was held at once.
const (
	MaxTime  = 2 * time.Second
	MaxBytes = 256 << 20
)

// Bound begins to measure; what it returns fails the test where more was spent since. In a fuzz target:
//
//	defer cputime.Bound(t)()
func Bound(t testing.TB) func() {
	t.Helper()
	return bound(t, MaxTime, MaxBytes)
}

func bound(t testing.TB, most time.Duration, bytes uint64) func() {
	t.Helper()
	start, had := spent(), allocated()
	return func() {
		t.Helper()
		if took := spent() - start; took > most {
			t.Errorf("it took %v of processor time", took)
		}
		if got := allocated() - had; got > bytes {
			t.Errorf("it allocated %d MB", got>>20)
		}
	}
}

func allocated() uint64 {
	s := []metrics.Sample{{Name: "/gc/heap/allocs:bytes"}}
	metrics.Read(s)
	return s[0].Value.Uint64()
}
