package pdf

import (
	"encoding/binary"
	"errors"
	"fmt"

	"roadshow/scene"
)

// face is a TrueType face while a file is written: its tables, and the glyphs that the pages have used so far. Glyphs are
// numbered in the order of their first use; that number is the code in the page's strings, the CID and the index in the
// embedded subset alike, so every code point, beyond U+FFFF too, has a code.
type face struct {
	font  scene.Font
	ps    string // PostScript name, without the subset tag
	file  scene.FontFile
	table map[string][]byte

	upem    int
	metrics int // number of long entries in hmtx
	glyphs  int
	long    bool // loca holds 32-bit offsets
	chars   charMap

	res   int // resource name F<res>
	latin [0x250]uint16
	other map[rune]uint16
	used  []usedGlyph // by CID; used[0] is .notdef
}

// usedGlyph is one glyph of the subset.
type usedGlyph struct {
	char  rune
	glyph uint16 // in the original face
	width int    // nominal advance, em/1000, as /W states it
}

// ignored is the code of characters that are never drawn (joiners, soft hyphens).
const ignored = 0xFFFF

var errTrueType = errors.New("not a TrueType face with glyf outlines")

// openFace reads the tables that a subset needs. Nothing of the outlines is touched.
func openFace(f scene.FontFile) (*face, error) {
	t, err := tables(f.Data)
	if err != nil {
		return nil, err
	}
	for _, name := range []string{"head", "hhea", "maxp", "hmtx", "loca", "glyf", "cmap"} {
		if t[name] == nil {
			return nil, fmt.Errorf("%w: no %s table", errTrueType, name)
		}
	}
	fc := &face{font: f.Font, file: f, table: t, other: map[rune]uint16{}, used: make([]usedGlyph, 0, 128)}
	fc.upem = int(u16(t["head"], 18))
	fc.long = u16(t["head"], 50) != 0
	fc.metrics = int(u16(t["hhea"], 34))
	fc.glyphs = int(u16(t["maxp"], 4))
	if fc.upem == 0 || fc.metrics == 0 || fc.glyphs == 0 {
		return nil, fmt.Errorf("%w: empty metrics", errTrueType)
	}
	if fc.chars, err = readCharMap(t["cmap"]); err != nil {
		return nil, err
	}
	fc.ps = postScriptName(t["name"])
	if fc.ps == "" {
		fc.ps = string(f.Font)
	}
	fc.used = append(fc.used, usedGlyph{width: fc.nominal(0)})
	return fc, nil
}

// tables splits a TrueType file into its tables.
func tables(data []byte) (map[string][]byte, error) {
	if len(data) < 12 || (u32(data, 0) != 0x00010000 && u32(data, 0) != 0x74727565) {
		return nil, errTrueType
	}
	n := int(u16(data, 4))
	t := make(map[string][]byte, n)
	for i := range n {
		e := 12 + 16*i
		if e+16 > len(data) {
			return nil, fmt.Errorf("%w: directory cut short", errTrueType)
		}
		off, size := uint64(u32(data, e+8)), uint64(u32(data, e+12))
		if off+size > uint64(len(data)) {
			return nil, fmt.Errorf("%w: table %q lies outside the file", errTrueType, data[e:e+4])
		}
		t[string(data[e:e+4])] = data[off : off+size : off+size]
	}
	return t, nil
}

// code returns the CID of a character and its nominal advance in em/1000; the glyph joins the subset at its first use.
func (fc *face) code(r rune) (cid uint16, width int, err error) {
	if r >= 0 && int(r) < len(fc.latin) {
		cid = fc.latin[r]
	} else {
		cid = fc.other[r]
	}
	if cid == 0 {
		if cid, err = fc.add(r); err != nil {
			return 0, 0, err
		}
	}
	if cid == ignored {
		return cid, 0, nil
	}
	return cid, fc.used[cid].width, nil
}

// add takes a character into the subset.
func (fc *face) add(r rune) (uint16, error) {
	glyph := fc.chars.glyph(r)
	if glyph == 0 {
		glyph = fc.chars.glyph(scene.StandIn(r))
	}
	cid := uint16(len(fc.used))
	switch {
	case invisible(r):
		cid = ignored
	case glyph == 0 || int(glyph) >= fc.glyphs:
		return 0, fmt.Errorf("face %s has no glyph for %q (U+%04X)", fc.font, r, r)
	case len(fc.used) >= ignored:
		return 0, fmt.Errorf("face %s: more than %d characters", fc.font, ignored-1)
	default:
		fc.used = append(fc.used, usedGlyph{char: r, glyph: glyph, width: fc.nominal(glyph)})
	}
	if r >= 0 && int(r) < len(fc.latin) {
		fc.latin[r] = cid
	} else {
		fc.other[r] = cid
	}
	return cid, nil
}

// has says whether the face can draw a character.
func (fc *face) has(r rune) bool { return fc.chars.glyph(r) != 0 }

// nominal is a glyph's advance before kerning, in em/1000.
func (fc *face) nominal(glyph uint16) int {
	return (fc.advance(glyph)*1000 + fc.upem/2) / fc.upem
}

// advance is a glyph's advance in font units: the last long entry of hmtx serves all that follow.
func (fc *face) advance(glyph uint16) int {
	return int(u16(fc.table["hmtx"], 4*min(int(glyph), fc.metrics-1)))
}

// plain is the character that a reader means by a typographic variant: what searching and copying find.
func plain(r rune) rune {
	if r == 0x2009 {
		return r
	}
	return scene.StandIn(r)
}

// invisible says that a character only steers line breaking and shaping.
func invisible(r rune) bool {
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
	for i := range int(u16(cmap, 2)) {
		e := 4 + 8*i
		platform, encoding, off := u16(cmap, e), u16(cmap, e+2), int(u32(cmap, e+4))
		if platform != 0 && (platform != 3 || encoding != 1 && encoding != 10) || off >= len(cmap) {
			continue
		}
		switch f := int(u16(cmap, off)); {
		case f == 12, f == 4 && best.format != 12:
			best = charMap{cmap[off:], f}
		}
	}
	if best.format == 0 {
		return best, fmt.Errorf("%w: no Unicode cmap", errTrueType)
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
	n := int(u16(m.data, 6)) / 2
	ends, starts := 14, 16+2*n
	lo, hi := 0, n
	for lo < hi {
		mid := (lo + hi) / 2
		if int(u16(m.data, ends+2*mid)) < c {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	start := int(u16(m.data, starts+2*lo))
	if lo == n || c < start {
		return 0
	}
	delta, at := int(u16(m.data, starts+2*n+2*lo)), starts+4*n+2*lo
	offset := int(u16(m.data, at))
	if offset == 0 {
		return uint16(c + delta)
	}
	g := int(u16(m.data, at+offset+2*(c-start)))
	if g == 0 {
		return 0
	}
	return uint16(g + delta)
}

func (m charMap) glyph12(c uint32) uint16 {
	lo, hi := 0, min(int(u32(m.data, 12)), len(m.data)/12)
	n := hi
	for lo < hi {
		mid := (lo + hi) / 2
		if u32(m.data, 16+12*mid+4) < c {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	start := u32(m.data, 16+12*lo)
	if lo == n || c < start {
		return 0
	}
	return uint16(u32(m.data, 16+12*lo+8) + c - start)
}

// postScriptName reads name 6, the only one that PDF needs; characters that a PDF name cannot hold are left out.
func postScriptName(name []byte) string {
	strings := int(u16(name, 4))
	for i := range int(u16(name, 2)) {
		e := 6 + 12*i
		if u16(name, e+6) != 6 {
			continue
		}
		at, size := strings+int(u16(name, e+10)), int(u16(name, e+8))
		var out []byte
		for j := at; j < at+size && j < len(name); j++ {
			if c := name[j]; c > ' ' && c < 0x7F && !isDelimiter(c) {
				out = append(out, c) // the high bytes of UTF-16 are zero and fall out here
			}
		}
		if len(out) > 0 {
			return string(out)
		}
	}
	return ""
}

func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%', '#':
		return true
	}
	return false
}

// u16 and u32 read big-endian numbers; outside the data there are only zeros, so that a broken face cannot stop us.
func u16(b []byte, at int) uint16 {
	if at < 0 || at+2 > len(b) {
		return 0
	}
	return binary.BigEndian.Uint16(b[at:])
}

func u32(b []byte, at int) uint32 {
	if at < 0 || at+4 > len(b) {
		return 0
	}
	return binary.BigEndian.Uint32(b[at:])
}

// TryFace embeds a face with these characters, and returns the first that it cannot hold.
func TryFace(f scene.FontFile, chars []rune) (rune, error) {
	fc, err := openFace(f)
	if err != nil {
		return first(chars), err
	}
	for _, r := range chars {
		if _, _, err := fc.code(r); err != nil {
			return r, err
		}
	}
	if _, err = fc.subset(); err != nil && len(chars) > 1 {
		for i := range chars {
			if r, err := TryFace(f, chars[i:i+1]); err != nil {
				return r, err
			}
		}
	}
	return first(chars), err
}

func first(chars []rune) rune {
	if len(chars) == 0 {
		return 0
	}
	return chars[0]
}
