package cputime

import (
	"testing"
	"time"
)

// failed notes what a bound says.
type failed struct {
	testing.TB
	n int
}

func (f *failed) Helper()               {}
func (f *failed) Errorf(string, ...any) { f.n++ }

func TestABoundNoticesTimeAndMemory(t *testing.T) {
	var f failed
	done := bound(&f, 20*time.Millisecond, MaxBytes)
	sum := 0
	for begin := spent(); spent()-begin < 30*time.Millisecond; {
		for i := range 100_000 {
			sum += i
		}
	}
	if done(); f.n != 1 {
		t.Errorf("%d faults of a loop of 30 ms (%d)", f.n, sum)
	}
	f.n, done = 0, bound(&f, MaxTime, 10<<20)
	if all := make([]byte, 11<<20); len(all) == 0 {
		t.Fatal()
	}
	if done(); f.n != 1 {
		t.Errorf("%d faults of 11 MB", f.n)
	}
	f.n, done = 0, Bound(&f)
	if done(); f.n != 0 {
		t.Errorf("%d faults of nothing", f.n)
	}
}
