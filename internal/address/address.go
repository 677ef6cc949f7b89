// Package address judges addresses of mail: one of them, without a name, in the form that every server takes.
package address

import (
	"strings"
	"unicode"

	"roadshow/internal/lazy"
)

// Bounds of RFC 5321.
const (
	most      = 254
	mostLocal = 64
)

const (
	atom  = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
	label = `[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?`
)

var form = lazy.Pattern(`^` + atom + `(?:\.` + atom + `)*@(?:` + label + `\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])$`)

// Valid says whether s is an address, and else what helps.
func Valid(s string) (ok bool, hint string) {
	if form().MatchString(s) && len(s) <= most && strings.LastIndexByte(s, '@') <= mostLocal {
		return true, ""
	}
	switch {
	case strings.Count(s, "@") > 1 && strings.ContainsAny(s, ",; "):
		return false, "write one address; a second reader has a row and a copy of his own"
	case strings.ContainsAny(s, "<>"):
		return false, "write the address alone, without a name"
	case strings.HasPrefix(strings.ToLower(s), "mailto:"):
		return false, "leave mailto: out"
	case strings.ContainsFunc(s, func(r rune) bool { return r > unicode.MaxASCII }):
		return false, "write the domain as machines do (xn--…); letters outside ASCII are not carried everywhere"
	case !strings.Contains(s, "@"):
		return false, "it has no @"
	}
	return false, "write one address, such as jane@example.com"
}
