package source

import (
	"slices"
	"strings"
	"testing"
)

// TestPhrasesAreSplitAsTextsAre: the short way of reading the vocabulary gives the words that an excerpt has.
func TestPhrasesAreSplitAsTextsAre(t *testing.T) {
	n := 0
	for i, data := range phrasesOf() {
		lang := languages[i]
		for line := range strings.Lines(data) {
			_, list, ok := strings.Cut(line, ":")
			if !ok || strings.HasPrefix(line, "#") {
				continue
			}
			for text := range strings.SplitSeq(strings.TrimSpace(list), " | ") {
				n++
				var want []string
				for _, w := range SplitWords(text) {
					want = append(want, Fold(w.Text))
				}
				if got := appendWords(nil, text); !slices.Equal(got, want) {
					t.Errorf("%s: %q is read as %q, in texts as %q", lang, text, got, want)
				}
			}
		}
	}
	if n < 1000 {
		t.Errorf("only %d phrases", n)
	}
}

// BenchmarkVocabulary is what every build pays before its first number is read.
func BenchmarkVocabulary(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		readVocabulary()
	}
}
