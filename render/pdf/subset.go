package pdf

import (
	"encoding/binary"
	"fmt"
)

// subset builds a TrueType file that holds the used glyphs in the order of their CIDs, and after them the parts that
// composite glyphs are made of. It has no cmap: PDF addresses glyphs by number. Hinting programs are left out; at print and
// screen sizes viewers draw outlines.
func (fc *face) subset() ([]byte, error) {
	order := make([]uint16, len(fc.used)) // new index → old glyph
	index := make(map[uint16]uint16, len(fc.used))
	for i, u := range fc.used {
		order[i] = u.glyph
		if _, seen := index[u.glyph]; !seen {
			index[u.glyph] = uint16(i)
		}
	}
	place := func(old uint16) uint16 {
		if at, ok := index[old]; ok {
			return at
		}
		at := uint16(len(order))
		index[old] = at
		order = append(order, old)
		return at
	}

	var glyf []byte
	loca := make([]byte, 4, 4*len(order)+4)
	for i := 0; i < len(order); i++ { // order grows while composites name their parts
		if len(order) > 0xFFFE {
			return nil, fmt.Errorf("face %s: too many glyphs", fc.font)
		}
		outline, err := fc.outline(order[i])
		if err != nil {
			return nil, err
		}
		if glyf, err = appendGlyph(glyf, outline, place); err != nil {
			return nil, fmt.Errorf("face %s, glyph %d: %w", fc.font, order[i], err)
		}
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	}

	hmtx := make([]byte, 0, 4*len(order))
	for _, g := range order {
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(fc.advance(g)))
		hmtx = binary.BigEndian.AppendUint16(hmtx, fc.leftBearing(g))
	}

	head := append([]byte(nil), fc.table["head"]...)
	hhea := append([]byte(nil), fc.table["hhea"]...)
	maxp := append([]byte(nil), fc.table["maxp"]...)
	if len(head) < 54 || len(hhea) < 36 || len(maxp) < 32 {
		return nil, fmt.Errorf("face %s: %w: header tables cut short", fc.font, errTrueType)
	}
	binary.BigEndian.PutUint32(head[8:], 0)  // checksum, filled in below
	binary.BigEndian.PutUint16(head[50:], 1) // 32-bit loca
	binary.BigEndian.PutUint16(hhea[34:], uint16(len(order)))
	binary.BigEndian.PutUint16(maxp[4:], uint16(len(order)))
	for _, at := range []int{18, 20, 22, 24, 26} { // no storage, functions, instructions or stack without hinting
		binary.BigEndian.PutUint16(maxp[at:], 0)
	}
	return assemble([]table{
		{"glyf", glyf}, {"head", head}, {"hhea", hhea}, {"hmtx", hmtx}, {"loca", loca}, {"maxp", maxp},
	}), nil
}

// outline is a glyph's entry in glyf, empty for blanks.
func (fc *face) outline(g uint16) ([]byte, error) {
	var from, to int
	if loca := fc.table["loca"]; fc.long {
		from, to = int(u32(loca, 4*int(g))), int(u32(loca, 4*int(g)+4))
	} else {
		from, to = 2*int(u16(loca, 2*int(g))), 2*int(u16(loca, 2*int(g)+2))
	}
	glyf := fc.table["glyf"]
	if from == to {
		return nil, nil
	}
	if from > to || to > len(glyf) {
		return nil, fmt.Errorf("face %s: %w: glyph %d lies outside glyf", fc.font, errTrueType, g)
	}
	return glyf[from:to], nil
}

func (fc *face) leftBearing(g uint16) uint16 {
	if int(g) < fc.metrics {
		return u16(fc.table["hmtx"], 4*int(g)+2)
	}
	return u16(fc.table["hmtx"], 4*fc.metrics+2*(int(g)-fc.metrics))
}

// Flags of a composite glyph's parts.
const (
	argsAreWords = 1 << 0
	haveScale    = 1 << 3
	moreParts    = 1 << 5
	haveXYScale  = 1 << 6
	have2x2      = 1 << 7
	haveInstr    = 1 << 8
)

// appendGlyph copies an outline without its hinting; the parts of a composite are renumbered by place.
func appendGlyph(out, g []byte, place func(uint16) uint16) ([]byte, error) {
	if len(g) == 0 {
		return out, nil
	}
	if len(g) < 10 {
		return nil, errTrueType
	}
	if contours := int(int16(u16(g, 0))); contours == 0 {
		return out, nil
	} else if contours > 0 {
		at := 10 + 2*contours
		size := int(u16(g, at))
		if at+2+size > len(g) {
			return nil, errTrueType
		}
		out = append(out, g[:at]...)
		out = append(out, 0, 0)
		return append(out, g[at+2+size:]...), nil
	}
	start := len(out)
	out = append(out, g...)
	c := out[start:]
	at := 10
	for {
		if at+4 > len(c) {
			return nil, errTrueType
		}
		flags := u16(c, at)
		binary.BigEndian.PutUint16(c[at:], flags&^haveInstr)
		binary.BigEndian.PutUint16(c[at+2:], place(u16(c, at+2)))
		at += 6
		if flags&argsAreWords != 0 {
			at += 2
		}
		switch {
		case flags&haveScale != 0:
			at += 2
		case flags&haveXYScale != 0:
			at += 4
		case flags&have2x2 != 0:
			at += 8
		}
		if at > len(c) {
			return nil, errTrueType
		}
		if flags&moreParts == 0 {
			return out[:start+at], nil
		}
	}
}

// table is a named part of a TrueType file.
type table struct {
	name string
	data []byte
}

// assemble writes tables, given in the order of their names, as a TrueType file with its checksums.
func assemble(ts []table) []byte {
	n, log := len(ts), 0
	for 2<<log <= n {
		log++
	}
	size := 12 + 16*n
	for _, t := range ts {
		size += (len(t.data) + 3) &^ 3
	}
	out := make([]byte, 12+16*n, size)
	be := binary.BigEndian
	be.PutUint32(out, 0x00010000)
	be.PutUint16(out[4:], uint16(n))
	be.PutUint16(out[6:], uint16(16<<log))
	be.PutUint16(out[8:], uint16(log))
	be.PutUint16(out[10:], uint16(16*n-16<<log))
	head := 0
	for i, t := range ts {
		e := out[12+16*i:]
		if t.name == "head" {
			head = len(out)
		}
		at := len(out)
		copy(e, t.name)
		be.PutUint32(e[8:], uint32(at))
		be.PutUint32(e[12:], uint32(len(t.data)))
		out = append(out, t.data...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
		be.PutUint32(out[12+16*i+4:], sum32(out[at:]))
	}
	be.PutUint32(out[head+8:], 0xB1B0AFBA-sum32(out))
	return out
}

func sum32(b []byte) (s uint32) {
	for i := 0; i+4 <= len(b); i += 4 {
		s += binary.BigEndian.Uint32(b[i:])
	}
	return s
}
