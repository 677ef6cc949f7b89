package typeset

import (
	"encoding/binary"
	"flag"
	"os"
	"testing"

	"roadshow/assets"
)

var writeKerns = flag.Bool("kerns", false, "write assets/fonts/kerns.bin anew")

// latinFaces are the embedded faces that kern.
const latinFaces = int(hanSerif)

// measured opens an embedded face as if it were a brand's, so that HarfBuzz measures its pairs.
func measured(t *testing.T, i int) (a *face, chars []rune) {
	t.Helper()
	name := assets.Fonts()[i]
	open, err := openFont(assets.Font(name).Data)
	if err != nil {
		t.Fatal(err)
	}
	a = &face{sfnt: open, file: assets.Font(name), id: faceID(i)}
	for r := rune(0x20); r < 0xFFFF; r++ {
		if a.index(r) != 0 && !isMark(r) {
			chars = append(chars, r)
		}
	}
	return a, chars
}

// TestKernTablesAreTheFaces holds the kernings that are embedded against HarfBuzz: every pair of ASCII, and every so many of all
// pairs; and characters behind that the face has not.
func TestKernTablesAreTheFaces(t *testing.T) {
	if *writeKerns {
		writeAllKerns(t)
		return
	}
	step := 97
	if testing.Short() {
		step = 997
	}
	f := New(nil)
	for i := range latinFaces {
		own := f.face(faceID(i))
		a, chars := measured(t, i)
		check := func(r, next rune) {
			if got, want := own.pair(r, next), a.measure(r, next); got != want {
				t.Errorf("%s %q %q: %d, want %d", a.file.Font, r, next, got, want)
			}
		}
		n := 0
		for _, r := range chars {
			for _, next := range chars {
				if n++; n%step == 0 || r < 0x80 && next < 0x80 && (i%3 == 0 || !testing.Short()) {
					check(r, next)
				}
			}
			for _, missing := range []rune{'的', '😀', 0x301, 'ש', '\n'} {
				check(r, missing)
			}
		}
	}
}

func writeAllKerns(t *testing.T) {
	var out []byte
	for i := range latinFaces {
		a, chars := measured(t, i)
		table := kernTable(t, a, chars)
		out = binary.LittleEndian.AppendUint32(out, uint32(len(table)))
		out = append(out, table...)
		t.Logf("%s: %d characters, %d bytes", a.file.Font, len(chars), len(table))
	}
	if err := os.WriteFile("../assets/fonts/kerns.bin", out, 0o644); err != nil {
		t.Fatal(err)
	}
}

// kernTable measures all pairs of a face and writes what assets.Kerns reads.
func kernTable(t *testing.T, a *face, chars []rune) []byte {
	n := len(chars)
	rows, columns := make([][]byte, n), make([][]byte, n)
	for i, r := range chars {
		for j, next := range chars {
			by := uint16(a.measure(r, next) - a.glyph(r).advance())
			rows[i] = binary.LittleEndian.AppendUint16(rows[i], by)
			columns[j] = binary.LittleEndian.AppendUint16(columns[j], by)
		}
	}
	left, firstLeft := classes(t, rows)
	right, firstRight := classes(t, columns)
	out := binary.LittleEndian.AppendUint16(nil, 0)
	out = binary.LittleEndian.AppendUint16(out, uint16(len(firstRight)))
	var both []byte
	count := 0
	for i, r := range chars {
		if left[i] != 0 || right[i] != 0 {
			out = binary.LittleEndian.AppendUint16(out, uint16(r))
			both = append(both, left[i], right[i])
			count++
		}
	}
	binary.LittleEndian.PutUint16(out, uint16(count))
	out = append(out, both...)
	for _, i := range firstLeft {
		for _, j := range firstRight {
			if i < 0 || j < 0 {
				out = append(out, 0, 0)
				continue
			}
			out = append(out, rows[i][2*j:2*j+2]...)
		}
	}
	return out
}

// classes numbers equal lines, the empty one with 0, and says where each stands first; -1 where no line is empty.
func classes(t *testing.T, lines [][]byte) (class []uint8, first []int) {
	known := map[string]int{string(make([]byte, len(lines[0]))): 0}
	first = []int{-1}
	for i, line := range lines {
		n, ok := known[string(line)]
		if !ok {
			n = len(known)
			known[string(line)] = n
			first = append(first, i)
		}
		class = append(class, uint8(n))
	}
	if len(known) > 256 {
		t.Fatalf("%d classes, a byte holds 256", len(known))
	}
	return class, first
}
