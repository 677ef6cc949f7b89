package html

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"

	"github.com/andybalholm/brotli"

	"roadshow/render/truetype"
)

// Heights of every face in the file, in thousandths of the em: equal, so that words of two faces stand on one baseline wherever
// a browser puts it, and so that the stage can be worked out without asking the face.
const (
	ascent  = 950
	descent = 250
)

// table is a table of a WOFF2 file; flag is its number among the known ones and what was done to it.
type table struct {
	flag byte
	data []byte
}

// Numbers of known tables (WOFF2 §5.2). Glyf and loca have 3 in the upper bits: as they are, not transformed.
const (
	tagCmap, tagHead, tagHhea, tagHmtx, tagMaxp, tagName, tagOS2, tagPost = 0, 1, 2, 3, 4, 5, 6, 7
	tagGlyf, tagLoca, tagKern                                             = 10 | 3<<6, 11 | 3<<6, 19
)

func put16(b []byte, v int) { binary.BigEndian.PutUint16(b, uint16(v)) }

// tables are a face's tables in the order of their names.
func (u *used) tables(cut *truetype.Subset, chars []rune) []table {
	em := u.face.Em
	up, down := ascent*em/1000, descent*em/1000
	put16(cut.Hhea[4:], up)
	put16(cut.Hhea[6:], -down)
	put16(cut.Hhea[8:], 0)                                                        // no gap between lines
	put16(cut.Head[16:], int(truetype.U16(cut.Head, 16))&^(1<<2|1<<3|1<<4)|1<<11) // nothing hinted; packed without loss
	os2 := make([]byte, 96)
	copy(os2, u.face.Table["OS/2"])
	put16(os2, 3)                                    // version: 96 bytes
	put16(os2[8:], 0)                                // may be embedded: every embedded face is under the OFL, and brands give what they may
	put16(os2[62:], int(truetype.U16(os2, 62))|1<<7) // typographic heights are meant
	put16(os2[64:], int(min(chars[0], 0xFFFF)))
	put16(os2[66:], int(min(chars[len(chars)-1], 0xFFFF)))
	put16(os2[68:], up)
	put16(os2[70:], -down)
	put16(os2[72:], 0)
	put16(os2[74:], up)
	put16(os2[76:], down)
	loca, long := locations(cut)
	put16(cut.Head[50:], long)
	post := make([]byte, 32)
	copy(post, u.face.Table["post"])
	binary.BigEndian.PutUint32(post, 0x00030000) // no names of glyphs
	list := []table{{tagOS2, os2}, {tagCmap, charMap(chars)}, {tagGlyf, cut.Glyf}, {tagHead, cut.Head}, {tagHhea, cut.Hhea}, {tagHmtx, cut.Hmtx}}
	if kern := u.kern(chars); kern != nil {
		list = append(list, table{tagKern, kern})
	}
	return append(list, table{tagLoca, loca}, table{tagMaxp, cut.Maxp}, table{tagName, []byte{0, 0, 0, 0, 0, 6}}, table{tagPost, post})
}

// locations says where outlines begin, in two bytes each where that reaches.
func locations(cut *truetype.Subset) (loca []byte, long int) {
	loca = make([]byte, 0, 4*len(cut.Ends)+4)
	if len(cut.Glyf) < 1<<17 {
		loca = append(loca, 0, 0)
		for _, end := range cut.Ends {
			loca = binary.BigEndian.AppendUint16(loca, uint16(end/2))
		}
		return loca, 0
	}
	loca = append(loca, 0, 0, 0, 0)
	for _, end := range cut.Ends {
		loca = binary.BigEndian.AppendUint32(loca, end)
	}
	return loca, 1
}

// charMap maps characters, in order, to the glyphs 1, 2, 3 …: format 4, and 12 where one lies above U+FFFF.
func charMap(chars []rune) []byte {
	be := binary.BigEndian
	type segment struct{ first, last, glyph int }
	var all []segment
	for i, c := range chars {
		if n := len(all) - 1; n >= 0 && all[n].last == int(c)-1 {
			all[n].last = int(c)
		} else {
			all = append(all, segment{int(c), int(c), i + 1})
		}
	}
	segments := slices.DeleteFunc(slices.Clone(all), func(s segment) bool { return s.first > 0xFFFF })
	for i := range segments {
		segments[i].last = min(segments[i].last, 0xFFFF)
	}
	if n := len(segments); n == 0 || segments[n-1].last < 0xFFFF {
		segments = append(segments, segment{0xFFFF, 0xFFFF, 0x10000}) // the map ends so: no glyph
	}
	n, log := len(segments), 0
	for 2<<log <= n {
		log++
	}
	four := make([]byte, 14, 16+8*n)
	for i, v := range []int{4, 16 + 8*n, 0, 2 * n, 2 << log, log, 2*n - 2<<log} {
		put16(four[2*i:], v)
	}
	for _, s := range segments {
		four = be.AppendUint16(four, uint16(s.last))
	}
	four = append(four, 0, 0)
	for _, s := range segments {
		four = be.AppendUint16(four, uint16(s.first))
	}
	for _, s := range segments {
		four = be.AppendUint16(four, uint16(s.glyph-s.first))
	}
	four = append(four, make([]byte, 2*n)...)
	out := []byte{0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12}
	if chars[len(chars)-1] <= 0xFFFF {
		return append(out, four...)
	}
	out = []byte{0, 0, 0, 2, 0, 3, 0, 1, 0, 0, 0, 20, 0, 3, 0, 10}
	out = append(be.AppendUint32(out, uint32(20+len(four))), four...)
	out = append(out, 0, 12, 0, 0)
	out = be.AppendUint32(out, uint32(16+12*len(all)))
	out = be.AppendUint32(out, 0)
	out = be.AppendUint32(out, uint32(len(all)))
	for _, s := range all {
		for _, v := range [3]int{s.first, s.last, s.glyph} {
			out = be.AppendUint32(out, uint32(v))
		}
	}
	return out
}

// mostPairs is what the length of a kern table can say.
const mostPairs = (0xFFFF - 14) / 6

// kern holds the pairs that were seen to be kerned. Which rule of the face moved them is of no account: the words stand as measured.
func (u *used) kern(chars []rune) []byte {
	pairs := slices.SortedFunc(maps.Keys(u.pairs), func(a, b [2]rune) int {
		if a[0] != b[0] {
			return int(a[0] - b[0])
		}
		return int(a[1] - b[1])
	})
	n := min(len(pairs), mostPairs)
	if n == 0 {
		return nil
	}
	log := 0
	for 2<<log <= n {
		log++
	}
	out := make([]byte, 18, 18+6*n)
	for i, v := range []int{0, 1, 0, 14 + 6*n, 1, n, 6 << log, log, 6*n - 6<<log} {
		put16(out[2*i:], v)
	}
	glyph := func(c rune) uint16 {
		at, _ := slices.BinarySearch(chars, c)
		return uint16(at + 1)
	}
	for _, p := range pairs[:n] {
		out = binary.BigEndian.AppendUint16(out, glyph(p[0]))
		out = binary.BigEndian.AppendUint16(out, glyph(p[1]))
		out = binary.BigEndian.AppendUint16(out, uint16(int16(int(u.pairs[p])*u.face.Em/1000)))
	}
	return out
}

// compressor is one for all faces: what it works with is larger than they are.
type compressor struct{ w *brotli.Writer }

// quality is where more would take five times as long for a hundredth of the bytes.
const quality = 6

// woff2 packs tables (W3C WOFF2, without transforms).
func (z *compressor) woff2(tables []table) ([]byte, error) {
	var body bytes.Buffer
	if z.w == nil {
		z.w = brotli.NewWriterOptions(&body, brotli.WriterOptions{Quality: quality, LGWin: 18})
	} else {
		z.w.Reset(&body)
	}
	var directory []byte
	plain := 12 + 16*len(tables)
	for _, t := range tables {
		directory = base128(append(directory, t.flag), len(t.data))
		plain += (len(t.data) + 3) &^ 3
		if _, err := z.w.Write(t.data); err != nil {
			return nil, fmt.Errorf("compress: %w", err)
		}
	}
	if err := z.w.Close(); err != nil {
		return nil, fmt.Errorf("compress: %w", err)
	}
	size := 48 + len(directory) + body.Len()
	out := make([]byte, 48, size+3)
	be := binary.BigEndian
	be.PutUint32(out, 0x774F4632) // wOF2
	be.PutUint32(out[4:], 0x00010000)
	put16(out[12:], len(tables))
	be.PutUint32(out[16:], uint32(plain))
	be.PutUint32(out[20:], uint32(body.Len()))
	put16(out[24:], 1)
	out = append(append(out, directory...), body.Bytes()...)
	for len(out)%4 != 0 {
		out = append(out, 0)
	}
	be.PutUint32(out[8:], uint32(len(out)))
	return out, nil
}

// base128 appends a number in groups of seven bits.
func base128(b []byte, n int) []byte {
	for shift := 28; shift > 0; shift -= 7 {
		if n>>shift != 0 {
			b = append(b, byte(n>>shift)|0x80)
		}
	}
	return append(b, byte(n)&0x7F)
}
