package mark

import (
	"crypto/aes"
	"crypto/cipher"
)

// Moves is a recipient's sequence: for each of the base's words, in their order, whether it moves to the right; else it moves to the
// left. The key is his alone, for this base.
func Moves(key [32]byte, words int) []bool {
	block, err := aes.NewCipher(key[:])
	if err != nil { // a key of 32 bytes is never refused
		panic(err)
	}
	raw := make([]byte, (words+7)/8)
	cipher.NewCTR(block, make([]byte, aes.BlockSize)).XORKeyStream(raw, raw)
	out := make([]bool, words)
	for i := range out {
		out[i] = raw[i/8]>>(i%8)&1 == 1
	}
	return out
}
