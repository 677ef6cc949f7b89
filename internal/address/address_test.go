package address

import (
	"net/mail"
	"strings"
	"testing"
)

func TestOneAddressIsOne(t *testing.T) {
	for _, s := range []string{"jane@example.com", "j.d+ir@fund.example.co.uk", "a@xn--bcher-kva.example", strings.Repeat("x", 64) + "@example.com", "o'neill@example.com"} {
		if ok, hint := Valid(s); !ok || hint != "" {
			t.Errorf("%s: %s", s, hint)
		}
		if a, err := mail.ParseAddress(s); err != nil || a.Address != s || a.Name != "" {
			t.Errorf("the library does not take %s: %v", s, err)
		}
	}
	for _, s := range []string{"", "jane", "@example.com", "jane@", "jane@localhost", "jane@@example.com", ".jane@example.com", "jane.@example.com", "ja..ne@example.com",
		"jane@-x.com", "jane@x-.com", "jane@example.c", "jane@1.2.3.4", "jane@[1.2.3.4]", "jane@example.com\nBcc: x@example.com", "jane@example.com\r\n", " jane@example.com",
		"\"a b\"@example.com", "Jane <jane@example.com>", "a@example.com,b@example.com", "jäne@example.com", "jane@exämple.com", "mailto:jane@example.com",
		strings.Repeat("x", 65) + "@example.com", "jane@" + strings.Repeat("x", 64) + ".com", "a@" + strings.Repeat("x.", 130) + "com"} {
		if ok, hint := Valid(s); ok || hint == "" {
			t.Errorf("%q is an address, hint %q", s, hint)
		}
	}
}
