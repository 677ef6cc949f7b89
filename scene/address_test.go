package scene

import "testing"

func TestOnlyPagesAndLettersAreLedTo(t *testing.T) {
	for link, want := range map[string]bool{
		"https://example.com/a": true, "http://example.com:80/ä?q=(1)": true, "mailto:a@b.example": true, "tel:+49": true, "HTTPS://EXAMPLE.COM": true,
		"www.example.com/a": false, "example.com": false, "file:///a": false, "javascript:alert(1)": false, "data:text/html,a": false, "http://": false,
		"https:///a": false, "http://:80/": false, "mailto:": false, "//example.com": false, "/a": false, "": false, "http://a b/": false, "http://a\x1b/": false,
	} {
		if err := WebAddress(link); (err == nil) != want {
			t.Errorf("%q: %v", link, err)
		}
	}
}
