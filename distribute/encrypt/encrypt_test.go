package encrypt

import (
	"bytes"
	"encoding/hex"
	"errors"
	"strings"
	"testing"
)

// qpdf11 is a dictionary that qpdf 11 wrote for the passwords "six-words-of-mine" and "owner-of-it".
var qpdf11 = struct{ o, oe, u, ue, perms string }{
	"f854565bcb9d42ac4265b2d6cda6356de9b938219eab207477e74f160569c486ee4ea53b69a1137d536fac2f625daeed",
	"d66791ad35eca5c84916086ac26e8cce4f8112089b41406207f3e7cf421657e7",
	"28b67702c6ba2bb5990780c746331b3541ce22534d2685e889175bb1b64cb427576610db859dcd9d332532cabe647fa5",
	"6e018b7c982771bc24c44c2b5d64b570963778725f68277916806d2b3d05b6b0",
	"8f1a60a038dd5e24d15b482fb58634dd",
}

func golden(t *testing.T) *Dict {
	t.Helper()
	d := &Dict{P: -1340}
	for _, e := range []struct {
		to   []byte
		from string
	}{{d.O[:], qpdf11.o}, {d.OE[:], qpdf11.oe}, {d.U[:], qpdf11.u}, {d.UE[:], qpdf11.ue}, {d.Perms[:], qpdf11.perms}} {
		if n, err := hex.Decode(e.to, []byte(e.from)); err != nil || n != len(e.to) {
			t.Fatal(n, err)
		}
	}
	return d
}

func TestWhatQpdfEncryptedIsOpened(t *testing.T) {
	d := golden(t)
	user, err := d.Open([]byte("six-words-of-mine"))
	if err != nil {
		t.Fatal(err)
	}
	owner, err := d.Open([]byte("owner-of-it"))
	if err != nil || owner != user {
		t.Fatal("the owner's key is another", err)
	}
	for _, wrong := range []string{"", "six-words-of-min", "Six-words-of-mine", "owner-of-it "} {
		if _, err := d.Open([]byte(wrong)); !errors.Is(err, ErrPassword) {
			t.Errorf("%q: %v", wrong, err)
		}
	}
	d.P ^= 1 << 4
	if _, err := d.Open([]byte("owner-of-it")); err == nil {
		t.Error("permissions were changed, and nobody noticed")
	}
}

// The same key and salts give what qpdf wrote, entry for entry.
func TestOurDictionaryIsQpdfs(t *testing.T) {
	want := golden(t)
	key, err := want.Open([]byte("owner-of-it"))
	if err != nil {
		t.Fatal(err)
	}
	m := &Material{User: []byte("six-words-of-mine"), Owner: []byte("owner-of-it"), Key: key, May: Permissions(uint32(0xFFFFFFFF&(1<<32-1340))) &^ reserved}
	copy(m.Salts[0][:], want.U[32:])
	copy(m.Salts[1][:], want.U[40:])
	copy(m.Salts[2][:], want.O[32:])
	copy(m.Salts[3][:], want.O[40:])
	var perms [16]byte
	newAES(key[:]).Decrypt(perms[:], want.Perms[:])
	copy(m.Perms[:], perms[12:])
	if got := NewDict(m); *got != *want {
		t.Errorf("%s\nis not\n%s", got.Append(nil), want.Append(nil))
	}
}

func TestEveryLengthOfAStreamComesBack(t *testing.T) {
	c := NewCipher([KeySize]byte{1, 2, 3})
	for n := range 50 {
		plain := bytes.Repeat([]byte{byte(n)}, n)
		from := []byte("what stood before")
		b := append(append(bytes.Clone(from), bytes.Repeat([]byte{9}, VectorSize)...), plain...)
		b = c.Seal(b, len(from))
		if len(b)-len(from) != Size(n) || !bytes.HasPrefix(b, from) {
			t.Fatalf("%d bytes became %d", n, len(b)-len(from))
		}
		got, err := c.Open(b[len(from):])
		if err != nil || !bytes.Equal(got, plain) {
			t.Fatal(n, err)
		}
	}
	for _, bad := range [][]byte{nil, make([]byte, 16), make([]byte, 33)} {
		if _, err := c.Open(bad); err == nil {
			t.Errorf("%d bytes were taken for a stream", len(bad))
		}
	}
}

func TestTheDictionarySaysWhatItIs(t *testing.T) {
	s := string(golden(t).Append(nil))
	for _, want := range []string{"/V 5/R 6", "/CFM/AESV3", "/P -1340", "/U<28B67702", "/O<F854565B"} {
		if !strings.Contains(s, want) {
			t.Errorf("%s is missing in %s", want, s)
		}
	}
}

func BenchmarkDict(b *testing.B) {
	m := &Material{User: []byte("car-best-dove-will-ask-october"), Owner: []byte("0123456789abcdef0123456789abcdef")}
	for b.Loop() {
		m.Key[0]++
		m.Salts[0][0]++
		NewDict(m)
	}
}
