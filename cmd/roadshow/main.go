// Command roadshow compiles one YAML outline into a formatted investor briefing.
//
// Every command fills an options struct and calls its run function; streams are passed in. Exit codes: 0 fine, 1 problems
// in the briefing, 2 wrong usage, 3 the machine failed us, 5 integrity.
package main

import (
	"os"
	"time"
)

func main() {
	os.Exit(run(os.Args[1:], streams{
		in:        os.Stdin,
		out:       os.Stdout,
		err:       os.Stderr,
		env:       os.Getenv,
		now:       time.Now,
		outIsTerm: isTerminal(os.Stdout),
		errIsTerm: isTerminal(os.Stderr),
	}))
}

// isTerminal says whether a person is likely to read the stream as it is written.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
