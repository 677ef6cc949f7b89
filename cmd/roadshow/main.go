// Command roadshow compiles one YAML outline into a formatted investor briefing.
//
// Every command fills an options struct and calls its run function; streams are passed in. Exit codes: 0 fine, 1 problems
// in the briefing, 2 wrong usage, 3 the machine failed us, 5 integrity, 6 some recipients
// have no copy.
package main

import (
	"crypto/rand"
	"os"
	"runtime"
	"runtime/debug"
	"time"
)

// A briefing of twenty pages is finished before the collector could find anything: its first round waits until firstPercent of the
// least heap (4 MB) are in use, the later ones for laterPercent of what is live. The limit is for large briefings: near it the
// collector gives back what it can before the system must.
const (
	firstPercent = 600
	laterPercent = 200
	memoryLimit  = 200 << 20 // bytes, soft
)

func main() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryLimit)
	}
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(-1)
		hugeHeap()
		debug.SetGCPercent(firstPercent)
		runtime.AddCleanup(new([64]byte), func(percent int) { debug.SetGCPercent(percent) }, laterPercent) // the first round finds it
	}
	code := run(os.Args[1:], streams{
		in:        os.Stdin,
		out:       os.Stdout,
		err:       os.Stderr,
		env:       os.Getenv,
		now:       time.Now,
		random:    rand.Reader,
		outIsTerm: isTerminal(os.Stdout),
		errIsTerm: isTerminal(os.Stderr),
	})
	os.Exit(code)
}

// isTerminal says whether a person is likely to read the stream as it is written.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
