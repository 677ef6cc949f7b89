package mark

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"testing"
)

// page is something like a page's stream, with signs at places that it returns.
func page(r *rand.Rand, words int) (raw []byte, signs []int) {
	for range words {
		raw = fmt.Appendf(raw, "(word %d)", r.IntN(50))
		for range 2 {
			signs = append(signs, len(raw))
			raw = append(raw, "+9.09 "...)
		}
		if r.IntN(9) == 0 {
			for range r.IntN(600) {
				raw = append(raw, byte(r.IntN(3)*97))
			}
		}
	}
	return append(raw, bytes.Repeat([]byte("0 0 1 rg "), 200)...), signs
}

func TestEverySignIsChangedAloneAndTheCheckSumIsRight(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, words := range []int{0, 1, 2, 40, 700} {
		raw, signs := page(r, words)
		s := NewStream(raw, signs)
		for range 3 {
			minus := make([]bool, len(signs))
			want := slices.Clone(raw)
			for i := range minus {
				if minus[i] = r.IntN(2) == 0; minus[i] {
					want[signs[i]] = '-'
				}
			}
			packed := s.Append(nil, func(i int) bool { return minus[i] })
			if len(packed) != s.Size() {
				t.Fatalf("%d bytes, not %d", len(packed), s.Size())
			}
			z, err := zlib.NewReader(bytes.NewReader(packed))
			if err != nil {
				t.Fatal(err)
			}
			got, err := io.ReadAll(z)
			if err != nil || !bytes.Equal(got, want) {
				t.Fatalf("%d words: not what was packed (%v)", words, err)
			}
		}
	}
}

func TestLongStreamsOfAnyBytesComeBack(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	raw := make([]byte, 200_000)
	for i := range raw {
		raw[i] = byte(r.IntN(1 + i/500%256))
	}
	copy(raw[150_000:], raw[100_000:140_000])
	copy(raw[199_000:], bytes.Repeat([]byte{7}, 1000))
	z, err := zlib.NewReader(bytes.NewReader(NewStream(raw, nil).Append(nil, nil)))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := io.ReadAll(z); err != nil || !bytes.Equal(got, raw) {
		t.Fatal("not what was packed", err)
	}
}
