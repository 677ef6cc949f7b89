package assets

import (
	_ "embed" // the tables below
	"encoding/binary"

	"roadshow/scene"
)

// Pair kerning of the embedded Latin faces, made of the faces by `go test ./typeset -run Kern -kerns`: nothing of a face's own
// tables needs to be parsed when a page is set.
//
//go:embed fonts/kerns.bin
var kerns string

// Kerns are a face's kernings. Characters that kern alike share a class on either side of a pair: the table says, in 16-bit
// numbers with the low byte first,
//
//	how many characters, and how many classes on the right; the characters in order; the classes of each, two bytes;
//	a row for each class on the left, with the kerning before each class on the right, in em/1000.
//
// Class 0 is of characters that never kern. The zero Kerns kern nothing.
type Kerns struct {
	chars, classes, pairs string
	right                 int // classes on the right
}

// KernClass is what a character is on the left of a pair, and on the right.
type KernClass struct{ Left, Right uint8 }

// KernsOf are the kernings of an embedded face: the tables stand one behind the other in the order of Fonts, each behind its length.
func KernsOf(f scene.Font) Kerns {
	rest := kerns
	for _, name := range Fonts() {
		if len(rest) < 4 {
			break // the Chinese ones have none
		}
		n := int(binary.LittleEndian.Uint32([]byte(rest[:4])))
		if name == f {
			return kernsIn(rest[4 : 4+n])
		}
		rest = rest[4+n:]
	}
	return Kerns{}
}

func kernsIn(table string) Kerns {
	n, right := at16(table, 0), at16(table, 1)
	table = table[4:]
	return Kerns{chars: table[:2*n], classes: table[2*n : 4*n], pairs: table[4*n:], right: right}
}

// at16 is the i-th number.
func at16(s string, i int) int { return int(s[2*i]) | int(s[2*i+1])<<8 }

// Class finds a character.
func (k *Kerns) Class(r rune) KernClass {
	if i, ok := place16(k.chars, r); ok {
		return KernClass{k.classes[2*i], k.classes[2*i+1]}
	}
	return KernClass{}
}

// place16 finds a character among ordered ones.
func place16(chars string, r rune) (int, bool) {
	lo, hi := 0, len(chars)/2
	for lo < hi {
		m := (lo + hi) / 2
		switch c := rune(at16(chars, m)); {
		case c == r:
			return m, true
		case c < r:
			lo = m + 1
		default:
			hi = m
		}
	}
	return 0, false
}

// Between is by how much a character is moved towards (below zero) or away from the one before it, em/1000.
func (k *Kerns) Between(left, right KernClass) int {
	if left.Left == 0 || right.Right == 0 {
		return 0
	}
	return int(int16(at16(k.pairs, int(left.Left)*k.right+int(right.Right))))
}
