package distribute

import (
	"crypto/ed25519"
	"crypto/hkdf"
	"crypto/sha256"
	_ "embed" // the words of passwords
	"encoding/binary"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"
)

// Key is what a sender must keep to himself: who has it opens every copy, marks like him and signs for him.
type Key struct {
	Secret  []byte // of everything that is derived: 32 bytes
	Private ed25519.PrivateKey
}

// secretSize is the size of a key's secret.
const secretSize = 32

// NewKey makes a key.
func NewKey(random io.Reader) (Key, error) {
	seed := make([]byte, ed25519.SeedSize)
	if _, err := io.ReadFull(random, seed); err != nil {
		return Key{}, fmt.Errorf("cannot make a key: %w", err)
	}
	return KeyFrom(ed25519.NewKeyFromSeed(seed)), nil
}

// KeyFrom is the key whose signatures are those of a private one.
func KeyFrom(private ed25519.PrivateKey) Key {
	return Key{Secret: derive(private.Seed(), secretSize, "secret"), Private: private}
}

// Sign signs a copy: 64 bytes, of the file as it is.
func (k Key) Sign(file []byte) []byte { return ed25519.Sign(k.Private, file) }

// derive makes bytes of a secret for one purpose. The parts of the purpose are told apart by their lengths.
func derive(secret []byte, n int, purpose ...string) []byte {
	info := []byte("roadshow copies 1")
	for _, p := range purpose {
		info = append(binary.BigEndian.AppendUint32(info, uint32(len(p))), p...)
	}
	out, err := hkdf.Key(sha256.New, secret, nil, string(info), n)
	if err != nil { // more bytes than there can be: a mistake of the program
		panic(err)
	}
	return out
}

// passwordWords are 2048 English words of three to eight letters, no two with the same four first letters (BIP 39).
//
//go:embed words.txt
var passwordWords string

// passwordList is made at its first use, not for every recipient.
var passwordList = sync.OnceValue(func() []string { return strings.Fields(passwordWords) })

const (
	passwordLength  = 6  // words
	longestPassword = 32 // characters: the tools of poppler, and of xpdf before it, read no more
)

// Password is what opens a recipient's copies: the same for all that the sender makes with this secret. There are about 2^61.8, and
// revision 6 makes each guess slow.
func Password(secret []byte, id string) string {
	list := passwordList()
	words := make([]string, passwordLength)
	for try := 0; ; try++ {
		raw := derive(secret, 2*passwordLength, "password", id, strconv.Itoa(try))
		for i := range words {
			words[i] = list[int(binary.BigEndian.Uint16(raw[2*i:]))%len(list)] // 65536 is a multiple of 2048
		}
		if p := strings.Join(words, "-"); len(p) <= longestPassword {
			return p
		}
	}
}
