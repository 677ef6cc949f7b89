package pdf

import (
	"fmt"
	"slices"
	"strings"
)

// Standard is what a file promises to be. The structure is the same in all of them; they differ in what the file says of itself and
// in what is refused.
type Standard uint8

// The standards. The zero value is that of every file that nobody asked otherwise for.
const (
	UA1A2a Standard = iota // accessible (PDF/UA-1, ISO 14289-1) and archival with all that its structure tells (PDF/A-2a, ISO 19005-2)
	A2b                    // archival as to the look alone: PDF/A-2b
	UA1                    // accessible: what an encrypted file can be
	None                   // no promise
)

// standardNames are what --pdf-standard takes, in the order of Standards.
var standardNames = [...]string{"ua-1,a-2a", "a-2b", "ua-1", "none"}

func (s Standard) String() string { return standardNames[s] }

// Standards lists the names.
func Standards() []string { return standardNames[:] }

// ParseStandard reads a name; its parts may stand in either order.
func ParseStandard(name string) (Standard, error) {
	parts := strings.Split(strings.ToLower(name), ",")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	slices.Sort(parts)
	slices.Reverse(parts)
	if n := slices.Index(standardNames[:], strings.Join(parts, ",")); n >= 0 {
		return Standard(n), nil
	}
	return 0, fmt.Errorf("%q is none of %s", name, strings.Join(standardNames[:], " · "))
}

// UA says that the file promises to be accessible.
func (s Standard) UA() bool { return s == UA1A2a || s == UA1 }

// Level is the level of PDF/A-2 that the file promises, "" for none.
func (s Standard) Level() string {
	switch s {
	case UA1A2a:
		return "A"
	case A2b:
		return "B"
	}
	return ""
}
