package source

import (
	"os"
	"strings"
	"testing"
)

// A cut never joins two speakers, in whatever marks a language has, and one voice may be interrupted.
func TestACutJoinsNoTwoSpeakers(t *testing.T) {
	data, err := os.ReadFile("testdata/speakers.txt")
	if err != nil {
		t.Fatal(err)
	}
	truths, lies := 0, 0
	for _, block := range strings.Split(string(data), "\n====")[1:] {
		_, block, _ = strings.Cut(block, "\n")
		said, quotes, ok := strings.Cut(block, "\n---\n")
		text, err := NewText("", []byte(said))
		if !ok || err != nil {
			t.Fatal(block, err)
		}
		for _, line := range strings.Split(strings.TrimSpace(quotes), "\n") {
			verdict, quote, _ := strings.Cut(line, "\t")
			if _, err := text.Match(Quote{Text: quote}); err != nil {
				t.Errorf("%q: %v", quote, err)
				continue
			}
			joined, perhaps := false, false
			for _, c := range text.Cuts(Quote{Text: quote}) {
				joined = joined || c.Marks || c.Speakers != ""
				perhaps = perhaps || c.Perhaps != ""
			}
			switch verdict {
			case "true":
				truths++
			case "lie", "perhaps":
				lies++
			default:
				t.Fatalf("%q is neither true, lie nor perhaps", line)
			}
			if joined != (verdict == "lie") || perhaps && verdict == "true" || !perhaps && verdict == "perhaps" {
				t.Errorf("%s: %q: %+v", verdict, quote, text.Cuts(Quote{Text: quote}))
			}
		}
	}
	t.Logf("%d truths, %d lies", truths, lies)
}
