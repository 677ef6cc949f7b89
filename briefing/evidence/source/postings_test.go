package source

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// inventedText is invented: words of uneven frequency, as a language has them, in sentences and paragraphs.
func inventedText(bytes int) string {
	r := rand.New(rand.NewPCG(7, 11))
	var vocabulary []string
	for i := range 20000 {
		w := ""
		for n := i + 3; n > 0; n /= 21 {
			w += string("bcdfghjklmnprstvwzbcd"[n%21]) + string("aeiou"[n%5])
		}
		vocabulary = append(vocabulary, w)
	}
	var b strings.Builder
	for n := 0; b.Len() < bytes; n++ {
		k := int(float64(len(vocabulary)) * r.Float64() * r.Float64() * r.Float64() * r.Float64())
		b.WriteString(vocabulary[k])
		switch {
		case n%400 == 399:
			b.WriteString(".\n\n")
		case n%17 == 16:
			b.WriteString(". ")
		default:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// manyQuotes are passages of a text, spread over it.
func manyQuotes(t *Text, n int) []Quote {
	r := rand.New(rand.NewPCG(3, 5))
	var out []Quote
	for range n {
		at, words := r.IntN(len(t.words)-60), 6+r.IntN(20)
		out = append(out, Quote{Text: strings.Join(strings.Fields(t.src[t.words[at].from:t.words[at+words].to]), " ")})
	}
	return out
}

func BenchmarkTwoThousandQuotationsInFiveMegabytes(b *testing.B) {
	src := []byte(inventedText(5 << 20))
	first, err := NewText("s.txt", src)
	if err != nil {
		b.Fatal(err)
	}
	quotes := manyQuotes(first, 2000)
	b.ResetTimer()
	for b.Loop() {
		t, _ := NewText("s.txt", src)
		for _, q := range quotes {
			if _, err := t.Match(q); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// TestPostingsFindWhatAScanFinds: all places of a run of words, and no others.
func TestPostingsFindWhatAScanFinds(t *testing.T) {
	text, err := NewText("s.txt", []byte(inventedText(60000)))
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, 2))
	for k := range 400 {
		at, n := r.IntN(len(text.words)-5), 1+r.IntN(4)
		var words [][]int32
		for i := range n {
			of := []int32{text.ids[at+i]}
			if k%3 == 0 { // a word with several spellings
				if other := text.ids[r.IntN(len(text.ids))]; other != of[0] {
					of = append(of, other)
				}
			}
			words = append(words, of)
		}
		var want []int
		for i := range text.words {
			if text.stand(words, i) {
				want = append(want, i)
			}
		}
		var got []int
		f := text.finder(words)
		for at := f.next(0); at >= 0; at = f.next(at + 1) {
			got = append(got, at)
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("%v: %v, want %v", words, got, want)
		}
	}
}
