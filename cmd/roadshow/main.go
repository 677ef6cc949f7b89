// Command roadshow compiles one YAML outline into a formatted investor briefing.
//
// Every command fills an options struct and calls its run function; streams are passed in. Exit codes: 0 fine, 1 problems
// in the briefing, 2 wrong usage, 3 the machine failed us, 5 integrity.
package main

import (
	"crypto/rand"
	"os"
	"runtime"
	"runtime/debug"
	"time"
)

// The collector's first rounds walk a briefing of twenty pages for nothing: it has no garbage yet. A ballast that is never touched,
// and so takes no memory, counts as live: the collector starts when as much again was made, and from there on works as usual.
// The limit is for large briefings: near it the collector gives back what it can before the system must.
const (
	ballastSize = 8 << 20   // bytes
	memoryLimit = 240 << 20 // bytes, soft
)

func main() {
	ballast := make([]byte, ballastSize)
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryLimit)
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
	runtime.KeepAlive(ballast)
	os.Exit(code)
}

// isTerminal says whether a person is likely to read the stream as it is written.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
