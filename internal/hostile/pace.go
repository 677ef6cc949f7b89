package main

import (
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"
)

// Bounds hold for a machine that does the fixed piece of work in reference. A slower one, or a crowded one, gets as much more time
// as it takes longer for that work, three times at most. A faster one gets no less.
const (
	reference = 250 * time.Millisecond // of processor time, with a case on every core
	mostPace  = 3.0
	paceEvery = 64 // cases between two measurements
)

// pace is how much longer than the reference this machine takes: the median of all measurements of a run.
func pace(took []time.Duration) float64 {
	if len(took) == 0 {
		return 1
	}
	slices.Sort(took)
	return min(max(1, float64(took[len(took)/2])/float64(reference)), mostPace)
}

// measure times the fixed piece of work in a process of its own, as cases are timed.
func measure() (time.Duration, error) {
	self, err := os.Executable()
	if err != nil {
		return 0, err
	}
	cmd := exec.Command(self, "-work")
	if out, err := cmd.CombinedOutput(); err != nil {
		return 0, fmt.Errorf("the piece of work that the machine is timed by: %w: %s", err, out)
	}
	return cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), nil
}

// work is what a compiler of words does: it allocates, hashes, compares and sorts. Changing it changes reference.
func work() int {
	x, n := uint32(2463534242), 0
	for range 6 {
		seen := map[string]int{}
		var words []string
		for range 50_000 {
			x ^= x << 13
			x ^= x >> 17
			x ^= x << 5
			word := strings.Repeat(itoa(int(x%40_000)), 3)
			seen[word]++
			words = append(words, word)
		}
		slices.Sort(words)
		n += len(seen) + len(words[0])
	}
	return n
}
