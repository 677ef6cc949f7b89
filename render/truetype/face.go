// Package truetype reads a TrueType face and cuts it to the glyphs that a file uses: what formats that embed faces share.
//
// Broken faces are errors, never panics: outside the data there are only zeros.
package truetype

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// Err says that a file is no TrueType face with outlines in glyf.
var Err = errors.New("not a TrueType face with glyf outlines")

// Face is a TrueType face: its tables, and how its glyphs are found.
type Face struct {
	Table  map[string][]byte
	Em     int // units per em
	Glyphs int

	metrics int  // number of long entries in hmtx
	long    bool // loca holds 32-bit offsets
	chars   charMap
}

// Open reads the tables that a subset needs. Nothing of the outlines is touched.
func Open(data []byte) (*Face, error) {
	t, err := tables(data)
	if err != nil {
		return nil, err
	}
	for _, name := range []string{"head", "hhea", "maxp", "hmtx", "loca", "glyf", "cmap"} {
		if t[name] == nil {
			return nil, fmt.Errorf("%w: no %s table", Err, name)
		}
	}
	f := &Face{
		Table: t, Em: int(U16(t["head"], 18)), Glyphs: int(U16(t["maxp"], 4)),
		metrics: int(U16(t["hhea"], 34)), long: U16(t["head"], 50) != 0,
	}
	if f.Em == 0 || f.metrics == 0 || f.Glyphs == 0 {
		return nil, fmt.Errorf("%w: empty metrics", Err)
	}
	if f.chars, err = readCharMap(t["cmap"]); err != nil {
		return nil, err
	}
	return f, nil
}

// tables splits a TrueType file into its tables.
func tables(data []byte) (map[string][]byte, error) {
	if len(data) < 12 || (U32(data, 0) != 0x00010000 && U32(data, 0) != 0x74727565) {
		return nil, Err
	}
	n := int(U16(data, 4))
	t := make(map[string][]byte, n)
	for i := range n {
		e := 12 + 16*i
		if e+16 > len(data) {
			return nil, fmt.Errorf("%w: directory cut short", Err)
		}
		off, size := uint64(U32(data, e+8)), uint64(U32(data, e+12))
		if off+size > uint64(len(data)) {
			return nil, fmt.Errorf("%w: table %q lies outside the file", Err, data[e:e+4])
		}
		t[string(data[e:e+4])] = data[off : off+size : off+size]
	}
	return t, nil
}

// Glyph is a character's glyph, 0 where the face has none.
func (f *Face) Glyph(r rune) uint16 { return f.chars.glyph(r) }

// Nominal is a glyph's advance in em/1000, before kerning.
func (f *Face) Nominal(glyph uint16) int { return (f.Advance(glyph)*1000 + f.Em/2) / f.Em }

// Advance is a glyph's advance in font units, before kerning: the last long entry of hmtx serves all that follow.
func (f *Face) Advance(glyph uint16) int {
	return int(U16(f.Table["hmtx"], 4*min(int(glyph), f.metrics-1)))
}

// bearing is how far a glyph's ink begins right of its origin.
func (f *Face) bearing(g uint16) uint16 {
	if int(g) < f.metrics {
		return U16(f.Table["hmtx"], 4*int(g)+2)
	}
	return U16(f.Table["hmtx"], 4*f.metrics+2*(int(g)-f.metrics))
}

// Invisible says that a character only steers line breaking and shaping.
func Invisible(r rune) bool {
	switch r {
	case 0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF:
		return true
	}
	return r >= 0xFE00 && r <= 0xFE0F // variation selectors
}

// charMap finds glyphs in a cmap subtable of format 4 or 12 without unpacking it.
type charMap struct {
	data   []byte
	format int
}

func readCharMap(cmap []byte) (charMap, error) {
	var best charMap
	for i := range int(U16(cmap, 2)) {
		e := 4 + 8*i
		platform, encoding, off := U16(cmap, e), U16(cmap, e+2), int(U32(cmap, e+4))
		if platform != 0 && (platform != 3 || encoding != 1 && encoding != 10) || off >= len(cmap) {
			continue
		}
		switch f := int(U16(cmap, off)); {
		case f == 12, f == 4 && best.format != 12:
			best = charMap{cmap[off:], f}
		}
	}
	if best.format == 0 {
		return best, fmt.Errorf("%w: no Unicode cmap", Err)
	}
	return best, nil
}

func (m charMap) glyph(r rune) uint16 {
	if r < 0 {
		return 0
	}
	if m.format == 12 {
		return m.glyph12(uint32(r))
	}
	if r > 0xFFFF {
		return 0
	}
	return m.glyph4(int(r))
}

func (m charMap) glyph4(c int) uint16 {
	n := int(U16(m.data, 6)) / 2
	ends, starts := 14, 16+2*n
	lo, hi := 0, n
	for lo < hi {
		mid := (lo + hi) / 2
		if int(U16(m.data, ends+2*mid)) < c {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	start := int(U16(m.data, starts+2*lo))
	if lo == n || c < start {
		return 0
	}
	delta, at := int(U16(m.data, starts+2*n+2*lo)), starts+4*n+2*lo
	offset := int(U16(m.data, at))
	if offset == 0 {
		return uint16(c + delta)
	}
	g := int(U16(m.data, at+offset+2*(c-start)))
	if g == 0 {
		return 0
	}
	return uint16(g + delta)
}

func (m charMap) glyph12(c uint32) uint16 {
	lo, hi := 0, min(int(U32(m.data, 12)), len(m.data)/12)
	n := hi
	for lo < hi {
		mid := (lo + hi) / 2
		if U32(m.data, 16+12*mid+4) < c {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	start := U32(m.data, 16+12*lo)
	if lo == n || c < start {
		return 0
	}
	return uint16(U32(m.data, 16+12*lo+8) + c - start)
}

// U16 and U32 read big-endian numbers; outside the data there are only zeros, so that a broken face cannot stop us.
func U16(b []byte, at int) uint16 {
	if at < 0 || at+2 > len(b) {
		return 0
	}
	return binary.BigEndian.Uint16(b[at:])
}

func U32(b []byte, at int) uint32 {
	if at < 0 || at+4 > len(b) {
		return 0
	}
	return binary.BigEndian.Uint32(b[at:])
}
