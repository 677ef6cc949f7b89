// Command roadshow compiles one YAML outline into a formatted investor briefing.
//
// Every command fills an options struct and calls its run function; streams are passed in. Exit codes: 0 fine, 1 problems
// in the briefing, 2 wrong usage, 3 the machine failed us, 5 integrity.
package main

import (
	"crypto/rand"
	"os"
	"runtime/debug"
	"time"
)

// A briefing of twenty pages needs some 30 MB in all: the collector would walk it four times for nothing. It starts at
// 8 MB instead of 4, and works as usual where a large briefing comes near the limit.
const (
	collectAt   = 200       // percent of what is live
	memoryLimit = 192 << 20 // bytes, soft
)

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(collectAt)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryLimit)
	}
	os.Exit(run(os.Args[1:], streams{
		in:        os.Stdin,
		out:       os.Stdout,
		err:       os.Stderr,
		env:       os.Getenv,
		now:       time.Now,
		random:    rand.Reader,
		outIsTerm: isTerminal(os.Stdout),
		errIsTerm: isTerminal(os.Stderr),
	}))
}

// isTerminal says whether a person is likely to read the stream as it is written.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
