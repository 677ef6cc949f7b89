package encrypt

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/subtle"
)

// hash is algorithm 2.B at work: sixty-four rounds and more, each of AES over sixty-four copies of all that went before and one of three
// hashes of that.
type hash struct {
	password, of []byte
	k            []byte // of the last round; its first 32 bytes are the result
	buf          []byte // what a round encrypts
	block        cipher.Block
	vector       []byte
	done         bool
}

// copies is how often each round repeats what it encrypts.
const copies = 64

// newHash begins a hash. room is that of one that is done, or nil.
func newHash(room, password, salt, of []byte) *hash {
	if need := copies * (len(password) + sha512.Size + len(of)); cap(room) < need {
		room = make([]byte, 0, need)
	}
	first := sha256.Sum256(append(append(append(room[:0], password...), salt...), of...))
	return &hash{password: password, of: of, buf: room, k: append(make([]byte, 0, sha512.Size), first[:]...)}
}

// together finishes two hashes.
func together(x, y *hash) {
	for round := 0; !x.done || !y.done; round++ {
		x.begin()
		y.begin()
		encrypt(x, y)
		x.end(round)
		y.end(round)
	}
}

// encrypt encrypts what two hashes have laid out (CBC). A chain of AES waits for each block before it can begin the next: a processor that
// has two chains works on one while it waits for the other.
func encrypt(x, y *hash) {
	a, b, lastA, lastB := x.buf, y.buf, x.vector, y.vector
	for len(a) > 0 && len(b) > 0 {
		subtle.XORBytes(a, a[:aes.BlockSize], lastA)
		subtle.XORBytes(b, b[:aes.BlockSize], lastB)
		x.block.Encrypt(a, a)
		y.block.Encrypt(b, b)
		lastA, lastB, a, b = a[:aes.BlockSize], b[:aes.BlockSize], a[aes.BlockSize:], b[aes.BlockSize:]
	}
	if len(a) > 0 {
		cipher.NewCBCEncrypter(x.block, lastA).CryptBlocks(a, a)
	}
	if len(b) > 0 {
		cipher.NewCBCEncrypter(y.block, lastB).CryptBlocks(b, b)
	}
}

// begin lays out what a round encrypts; nothing where all rounds are done.
func (h *hash) begin() {
	h.buf = h.buf[:0]
	if h.done {
		return
	}
	h.buf = append(append(append(h.buf, h.password...), h.k...), h.of...)
	for n := len(h.buf); len(h.buf) < copies*n; {
		h.buf = append(h.buf, h.buf[:min(len(h.buf), copies*n-len(h.buf))]...)
	}
	h.block, h.vector = newAES(h.k[:16]), h.k[16:32]
}

// end hashes what a round encrypted, by the remainder of its first block, and says whether it was the last one.
func (h *hash) end(round int) {
	if h.done {
		return
	}
	sum := 0
	for _, c := range h.buf[:aes.BlockSize] {
		sum += int(c) // 256 is 1 modulo 3
	}
	switch sum % 3 {
	case 0:
		k := sha256.Sum256(h.buf)
		h.k = append(h.k[:0], k[:]...)
	case 1:
		k := sha512.Sum384(h.buf)
		h.k = append(h.k[:0], k[:]...)
	default:
		k := sha512.Sum512(h.buf)
		h.k = append(h.k[:0], k[:]...)
	}
	h.done = round >= copies-1 && int(h.buf[len(h.buf)-1]) <= round-31
}
