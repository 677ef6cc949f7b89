package cputime

import (
	"os"
	"strconv"
)

// Cases is how many random cases a test tries: usual, or ROADSHOW_SOAK where it is set.
func Cases(usual int) int {
	if n, err := strconv.Atoi(os.Getenv("ROADSHOW_SOAK")); err == nil {
		return n
	}
	return usual
}
