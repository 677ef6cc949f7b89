package main

import (
	"errors"
	"fmt"
)

// Exit codes of ARCHITECTURE.md.
const (
	exitFine    = 0
	exitProblem = 1 // the outline, or something that it names
	exitUsage   = 2
	exitMachine = 3 // I/O error, disk full
	exitChanged = 5 // integrity: a proof, or what it proves, is not what it was
	exitSome    = 6 // some recipients have no copy, all others do
)

// usageError is wrong use of the command line: one line and a hint, never the whole help.
type usageError struct{ summary, hint string }

func (e *usageError) Error() string { return e.summary }

func usage(hint, format string, args ...any) error {
	return &usageError{fmt.Sprintf(format, args...), hint}
}

// errProblems says that the problems have been printed already.
var errProblems = errors.New("the briefing has problems")

// errIntegrity says that what does not verify has been named already.
var errIntegrity = errors.New("it does not verify")

// errSome says that recipients without a copy have been named already.
var errSome = errors.New("some recipients have no copy")

// exitCode sorts an error. What is neither the author's nor the command line's is the machine's.
func exitCode(err error) int {
	var wrong *usageError
	switch {
	case err == nil:
		return exitFine
	case errors.Is(err, errProblems):
		return exitProblem
	case errors.Is(err, errIntegrity):
		return exitChanged
	case errors.Is(err, errSome):
		return exitSome
	case errors.As(err, &wrong):
		return exitUsage
	}
	return exitMachine
}
