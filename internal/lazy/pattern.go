// Package lazy holds what is made when it is first asked for: starting the program must not pay for what most outlines never need.
package lazy

import (
	"regexp"
	"sync"
)

// Pattern compiles a regular expression at its first use. One that does not compile panics then: a mistake in the program.
func Pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
