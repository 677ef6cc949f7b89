package typeset

import (
	"math/rand/v2"
	"slices"
	"testing"

	"roadshow/scene"
)

// both finds the segments of a text the short way and through the segmenter.
func both(f *Fonts, text string) (short, long []segment) {
	f.set.load([]scene.Span{{Text: text, Style: body}})
	f.shapeAll()
	f.split(0, false)
	short = slices.Clone(f.set.segs)
	f.set.segs = f.set.segs[:0]
	f.set.load([]scene.Span{{Text: text + " 。", Style: body}}) // not simple any more
	f.shapeAll()
	f.split(0, false)
	long = slices.Clone(f.set.segs)
	return short, long
}

func TestShortWayFindsTheSegmentersBreaks(t *testing.T) {
	f := New(nil)
	rng := rand.New(rand.NewPCG(1, 2))
	alphabet := []rune("aaabcdeÉ  \u00a0--–—//.,;:!?%()[]{}“”‘’\"'$€5 12 A \n+=<>&@#*_|~^`")
	alphabet = slices.DeleteFunc(alphabet, func(r rune) bool { return r == '€' })
	for range 20000 {
		text := make([]rune, 3+rng.IntN(14))
		for i := range text {
			text[i] = alphabet[rng.IntN(len(alphabet))]
		}
		in := "w" + string(text) + "w"
		short, long := both(f, in)
		if len(long) == 0 || len(short) == 0 {
			t.Fatalf("%q: no segments", in)
		}
		for i, g := range short[:len(short)-1] {
			if i >= len(long) || long[i].end != g.end {
				t.Fatalf("%q: segment %d ends at %d, the segmenter says %+v", in, i, g.end, long)
			}
		}
	}
}
