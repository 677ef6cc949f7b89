package mark

import (
	"crypto/aes"
	"crypto/cipher"
	"math"
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

// Fit says how well measured shifts, in any unit and 0 where nothing was measured, fit a sequence: in standard deviations from what
// somebody else's sequence would come to.
func Fit(moves []bool, shifts []float64) float64 {
	var sum, squares float64
	for i, s := range shifts {
		squares += s * s
		if moves[i] {
			sum += s
		} else {
			sum -= s
		}
	}
	if squares == 0 {
		return 0
	}
	return sum / math.Sqrt(squares)
}

// Enough is the fit from which a recipient is named among n: far above the best that all the others together come to by chance.
func Enough(n int) float64 { return math.Sqrt(2*math.Log(float64(max(n, 2)))) + 2 }
