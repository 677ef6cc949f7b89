package source

import (
	"bytes"
	"testing"

	"roadshow/internal/cputime"
)

// FuzzProofs: a proofs file is refused, or it is the very bytes that are written again, and proves nothing that it does not hold.
func FuzzProofs(f *testing.F) {
	text, err := NewText("article.txt", []byte(article))
	if err != nil {
		f.Fatal(err)
	}
	quotes := []Quote{{"I really felt like a fool.", ""}, {"a fool", ""}}
	proofs, _ := text.Prove(quotes)
	good := proofs.Encode()
	f.Add(good)
	f.Add(good[:len(good)/2])
	f.Add(bytes.ReplaceAll(good, []byte("1"), []byte("2")))
	f.Fuzz(func(t *testing.T, data []byte) {
		defer cputime.Bound(t)()
		p, err := ReadProofs("x", data)
		if (p == nil) == (err == nil) {
			t.Fatal("neither proofs nor error, or both")
		}
		if err != nil {
			return
		}
		if !bytes.Equal(p.Encode(), data) {
			t.Fatal("read and written again it is another file")
		}
		for _, q := range quotes {
			if at, err := p.Match(q); err == nil && at.Words < 1 {
				t.Errorf("%+v", at)
			}
		}
	})
}
