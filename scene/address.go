package scene

import (
	"errors"
	"net/url"
	"strings"
)

// WebAddress says why a link leads nowhere that a reader may go: only addresses that open a page or a letter do. Whoever reads
// an address from an author asks here, and so does every format.
func WebAddress(link string) error {
	u, err := url.Parse(link)
	if err != nil || strings.ContainsFunc(link, func(r rune) bool { return r < ' ' || r == 0x7f }) {
		return errors.New("it is not an address")
	}
	switch u.Scheme {
	case "http", "https":
		if u.Hostname() == "" {
			return errors.New("it has no host")
		}
	case "mailto", "tel":
		if u.Opaque == "" {
			return errors.New("the address behind " + u.Scheme + ": is missing")
		}
	case "":
		return errors.New("it begins with neither https:// nor mailto: as addresses do")
	default:
		return errors.New(u.Scheme + ": opens neither a page nor a letter")
	}
	return nil
}
