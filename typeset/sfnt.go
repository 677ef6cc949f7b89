package typeset

import (
	"encoding/binary"
	"errors"
	"fmt"
	"unicode"
	"unicode/utf16"
)

// sfnt reads a TrueType file's tables where they lie, without parsing the face: a Chinese face has seven thousand glyphs
// and a page uses a dozen. Every read is bounded: a brand's file may be broken.
type sfnt struct {
	data                         []byte
	head, hhea, hmtx, loca, glyf []byte
	os2, name                    []byte
	cmap                         []byte // the format 4 subtable for Unicode's basic plane
	unitsPerEm                   int
	glyphs, metrics              int
	longLoca                     bool
}

func u16(b []byte, at int) int {
	if at < 0 || at+2 > len(b) {
		return 0
	}
	return int(binary.BigEndian.Uint16(b[at:]))
}

func i16(b []byte, at int) int { return int(int16(u16(b, at))) }

func u32(b []byte, at int) int {
	if at < 0 || at+4 > len(b) {
		return 0
	}
	return int(binary.BigEndian.Uint32(b[at:]))
}

// table returns a table's bytes, nil when there is none or it leaves the file.
func table(data []byte, tag string) []byte {
	for i := range u16(data, 4) {
		entry := 12 + 16*i
		if entry+16 > len(data) {
			return nil
		}
		if string(data[entry:entry+4]) == tag {
			from, n := u32(data, entry+8), u32(data, entry+12)
			if from+n > len(data) {
				return nil
			}
			return data[from : from+n : from+n]
		}
	}
	return nil
}

// openFont checks what the program relies on; its errors are for a brand's author.
func openFont(data []byte) (*sfnt, error) {
	switch {
	case len(data) < 12:
		return nil, errors.New("not a font file")
	case string(data[:4]) == "OTTO":
		return nil, errors.New("a CFF font (.otf): PDF embedding needs TrueType outlines (.ttf)")
	case string(data[:4]) == "wOFF", string(data[:4]) == "wOF2":
		return nil, errors.New("a web font (woff): use the TrueType file (.ttf)")
	case string(data[:4]) == "ttcf":
		return nil, errors.New("a font collection (.ttc): use a single TrueType file (.ttf)")
	case string(data[:4]) != "\x00\x01\x00\x00" && string(data[:4]) != "true":
		return nil, errors.New("not a TrueType font")
	}
	f := &sfnt{
		data: data,
		head: table(data, "head"), hhea: table(data, "hhea"), hmtx: table(data, "hmtx"), loca: table(data, "loca"),
		glyf: table(data, "glyf"), os2: table(data, "OS/2"), name: table(data, "name"),
	}
	maxp, cmap := table(data, "maxp"), table(data, "cmap")
	for _, t := range []struct {
		tag  string
		b    []byte
		need int
	}{
		{"head", f.head, 54}, {"hhea", f.hhea, 36}, {"maxp", maxp, 6}, {"hmtx", f.hmtx, 4}, {"loca", f.loca, 4},
		{"glyf", f.glyf, 1}, {"OS/2", f.os2, 78}, {"name", f.name, 6}, {"cmap", cmap, 4}, {"post", table(data, "post"), 32},
	} {
		if len(t.b) < t.need {
			return nil, fmt.Errorf("its table %q is missing or cut short", t.tag)
		}
	}
	f.unitsPerEm, f.glyphs, f.metrics = u16(f.head, 18), u16(maxp, 4), u16(f.hhea, 34)
	f.longLoca = u16(f.head, 50) == 1
	locaEntry := 2
	if f.longLoca {
		locaEntry = 4
	}
	switch {
	case f.unitsPerEm < 16 || f.unitsPerEm > 16384:
		return nil, fmt.Errorf("%d units per em: must be 16 to 16384", f.unitsPerEm)
	case f.glyphs == 0 || f.metrics == 0 || f.metrics > f.glyphs || len(f.hmtx) < 4*f.metrics+2*(f.glyphs-f.metrics):
		return nil, errors.New("its metrics do not fit its glyphs")
	case len(f.loca) < locaEntry*(f.glyphs+1):
		return nil, errors.New("its glyph index is cut short")
	case u16(f.os2, 8)&0xF == 2:
		return nil, errors.New("its licence bits forbid embedding")
	}
	for i := range u16(cmap, 2) {
		record := 4 + 8*i
		platform, encoding, at := u16(cmap, record), u16(cmap, record+2), u32(cmap, record+4)
		if (platform == 3 && encoding == 1 || platform == 0 && encoding <= 3 && f.cmap == nil) && u16(cmap, at) == 4 {
			f.cmap = cmap[min(at, len(cmap)):]
		}
	}
	if f.cmap == nil {
		return nil, errors.New("no Unicode character table (cmap format 4)")
	}
	return f, nil
}

// index is the glyph of a character; 0 when the face has none, or a blank one where ink belongs: a face without a picture for 0
// would print $3,9 for $3,900.
func (f *sfnt) index(r rune) int {
	g := f.mapped(r)
	if from, to := f.outline(g); to <= from && unicode.In(r, unicode.L, unicode.N, unicode.P, unicode.S) {
		return 0
	}
	return g
}

// mapped is the glyph that the face's table has for a character, drawn or not.
func (f *sfnt) mapped(r rune) int {
	if r < 0 || r > 0xFFFE {
		return 0
	}
	c, n := int(r), u16(f.cmap, 6)/2
	lo, hi := 0, n
	for lo < hi { // first segment that ends at or after c
		if m := (lo + hi) / 2; u16(f.cmap, 14+2*m) < c {
			lo = m + 1
		} else {
			hi = m
		}
	}
	starts := 16 + 2*n
	if lo >= n || u16(f.cmap, starts+2*lo) > c {
		return 0
	}
	delta, at := u16(f.cmap, starts+2*n+2*lo), starts+4*n+2*lo
	g := c
	if offset := u16(f.cmap, at); offset != 0 {
		if g = u16(f.cmap, at+offset+2*(c-u16(f.cmap, starts+2*lo))); g == 0 {
			return 0
		}
	}
	if g = (g + delta) & 0xFFFF; g >= f.glyphs {
		return 0
	}
	return g
}

// milli turns font units into em/1000.
func (f *sfnt) milli(v int) int {
	if f.unitsPerEm == 1000 {
		return v
	}
	n := 2000*v + f.unitsPerEm // rounded half up, also below zero
	d := 2 * f.unitsPerEm
	if n < 0 {
		return -((-n + d - 1) / d)
	}
	return n / d
}

// advance is a glyph's width in em/1000.
func (f *sfnt) advance(g int) int { return f.milli(u16(f.hmtx, 4*min(g, f.metrics-1))) }

// bearing is a glyph's left side bearing in em/1000.
func (f *sfnt) bearing(g int) int {
	if g < f.metrics {
		return f.milli(i16(f.hmtx, 4*g+2))
	}
	return f.milli(i16(f.hmtx, 4*f.metrics+2*(g-f.metrics)))
}

// right is where a glyph's outline ends on the right, em/1000; zero for a blank one.
func (f *sfnt) right(g int) int {
	from, to := f.outline(g)
	if to <= from {
		return 0
	}
	return f.milli(i16(f.glyf, from+6))
}

// outline is where a glyph's outline stands in the table.
func (f *sfnt) outline(g int) (from, to int) {
	if f.longLoca {
		return u32(f.loca, 4*g), u32(f.loca, 4*g+4)
	}
	return 2 * u16(f.loca, 2*g), 2 * u16(f.loca, 2*g+2)
}

// extent is how far a glyph's outline reaches below and above the baseline, em/1000; zero for a blank one.
func (f *sfnt) extent(g int) (low, high int) {
	from, to := f.outline(g)
	if to <= from {
		return 0, 0
	}
	return f.milli(i16(f.glyf, from+4)), f.milli(i16(f.glyf, from+8))
}

// family is the typographic family name: from the Windows English names, else from any other.
func (f *sfnt) family() string { return f.named(1, 16) }

// styleFamily is the family of at most four styles in which Windows lists the face: "IBM Plex Sans SemiBold".
func (f *sfnt) styleFamily() string { return f.named(1, 1) }

// named is a name by its number, or by the better one where the face has that.
func (f *sfnt) named(number, better int) string {
	strings := u16(f.name, 4)
	found, rank := "", 0
	for i := range u16(f.name, 2) {
		at := 6 + 12*i
		platform, id := u16(f.name, at), u16(f.name, at+6)
		worth := 0
		switch {
		case id != number && id != better:
			continue
		case platform == 3 && u16(f.name, at+4) == 0x409:
			worth = 4
		case platform == 3 || platform == 0:
			worth = 2
		case platform == 1:
			worth = 1
		}
		if id == better {
			worth++
		}
		if worth <= rank {
			continue
		}
		from, size := strings+u16(f.name, at+10), u16(f.name, at+8)
		var units []uint16
		if platform == 1 {
			for k := range size {
				units = append(units, uint16(u16(f.name, from+k)>>8)) // names are of ASCII letters there
			}
		} else {
			for k := range size / 2 {
				units = append(units, uint16(u16(f.name, from+2*k)))
			}
		}
		found, rank = string(utf16.Decode(units)), worth
	}
	return found
}

// layoutOnly is the same file with only the tables that positioning needs. Without GSUB a glyph is always its character's
// own (the PDF's character code is the Unicode code point), and parsing is three times as fast.
func (f *sfnt) layoutOnly() []byte {
	tags := []string{"GDEF", "GPOS", "cmap", "head", "hhea", "hmtx", "kern", "maxp"}
	size, at := 12+16*len(tags), 12+16*len(tags)
	for _, tag := range tags {
		size += len(table(f.data, tag))
	}
	out := make([]byte, 0, size)
	out = append(out, f.data[:4]...)
	out = binary.BigEndian.AppendUint16(out, uint16(len(tags)))
	out = append(out, make([]byte, 6)...) // search hints, unused
	for _, tag := range tags {
		n := len(table(f.data, tag))
		out = append(out, tag...)
		out = binary.BigEndian.AppendUint32(out, 0) // checksum, unused
		out = binary.BigEndian.AppendUint32(out, uint32(at))
		out = binary.BigEndian.AppendUint32(out, uint32(n))
		at += n
	}
	for _, tag := range tags {
		out = append(out, table(f.data, tag)...)
	}
	return out
}
