package truetype

import (
	"encoding/binary"
	"fmt"
)

// Subset is a face cut to some of its glyphs, which are numbered anew.
type Subset struct {
	Order []uint16 // new number → glyph of the whole face: those asked for, then the parts that composite glyphs are made of
	Ends  []uint32 // where each glyph's outline ends in Glyf; each begins where the one before ends
	// Tables without hinting: at print and screen sizes viewers draw outlines.
	Glyf, Hmtx, Head, Hhea, Maxp []byte
}

// Subset cuts the face to the glyphs asked for, in their order.
func (f *Face) Subset(glyphs []uint16) (*Subset, error) {
	s := &Subset{Order: append(make([]uint16, 0, len(glyphs)+8), glyphs...)}
	index := make(map[uint16]uint16, len(glyphs)) // glyph → new number
	for i, g := range glyphs {
		if _, seen := index[g]; !seen {
			index[g] = uint16(i)
		}
	}
	place := func(old uint16) uint16 {
		if at, ok := index[old]; ok {
			return at
		}
		at := uint16(len(s.Order))
		index[old] = at
		s.Order = append(s.Order, old)
		return at
	}
	for i := 0; i < len(s.Order); i++ { // the order grows while composites name their parts
		if len(s.Order) > 0xFFFE {
			return nil, fmt.Errorf("too many glyphs")
		}
		outline, err := f.outline(s.Order[i])
		if err != nil {
			return nil, err
		}
		if s.Glyf, err = appendGlyph(s.Glyf, outline, place); err != nil {
			return nil, fmt.Errorf("glyph %d: %w", s.Order[i], err)
		}
		for len(s.Glyf)%4 != 0 {
			s.Glyf = append(s.Glyf, 0)
		}
		s.Ends = append(s.Ends, uint32(len(s.Glyf)))
	}
	s.Hmtx = make([]byte, 0, 4*len(s.Order))
	for _, g := range s.Order {
		s.Hmtx = binary.BigEndian.AppendUint16(s.Hmtx, uint16(f.Advance(g)))
		s.Hmtx = binary.BigEndian.AppendUint16(s.Hmtx, f.bearing(g))
	}
	s.Head = append([]byte(nil), f.Table["head"]...)
	s.Hhea = append([]byte(nil), f.Table["hhea"]...)
	s.Maxp = append([]byte(nil), f.Table["maxp"]...)
	if len(s.Head) < 54 || len(s.Hhea) < 36 || len(s.Maxp) < 32 {
		return nil, fmt.Errorf("%w: header tables cut short", Err)
	}
	binary.BigEndian.PutUint32(s.Head[8:], 0)  // checksum, filled in when the file is put together
	binary.BigEndian.PutUint16(s.Head[50:], 1) // 32-bit loca
	binary.BigEndian.PutUint16(s.Hhea[34:], uint16(len(s.Order)))
	binary.BigEndian.PutUint16(s.Maxp[4:], uint16(len(s.Order)))
	for _, at := range []int{18, 20, 22, 24, 26} { // no storage, functions, instructions or stack without hinting
		binary.BigEndian.PutUint16(s.Maxp[at:], 0)
	}
	return s, nil
}

// File is the subset as a TrueType file without cmap: what a format needs that addresses glyphs by number.
func (s *Subset) File() []byte {
	loca := make([]byte, 4, 4*len(s.Ends)+4)
	for _, end := range s.Ends {
		loca = binary.BigEndian.AppendUint32(loca, end)
	}
	return Assemble([]Table{{"glyf", s.Glyf}, {"head", s.Head}, {"hhea", s.Hhea}, {"hmtx", s.Hmtx}, {"loca", loca}, {"maxp", s.Maxp}})
}

// outline is a glyph's entry in glyf, empty for blanks.
func (f *Face) outline(g uint16) ([]byte, error) {
	var from, to int
	if loca := f.Table["loca"]; f.long {
		from, to = int(U32(loca, 4*int(g))), int(U32(loca, 4*int(g)+4))
	} else {
		from, to = 2*int(U16(loca, 2*int(g))), 2*int(U16(loca, 2*int(g)+2))
	}
	glyf := f.Table["glyf"]
	if from == to {
		return nil, nil
	}
	if from > to || to > len(glyf) {
		return nil, fmt.Errorf("%w: glyph %d lies outside glyf", Err, g)
	}
	return glyf[from:to], nil
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
		return nil, Err
	}
	if contours := int(int16(U16(g, 0))); contours == 0 {
		return out, nil
	} else if contours > 0 {
		at := 10 + 2*contours
		size := int(U16(g, at))
		if at+2+size > len(g) {
			return nil, Err
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
			return nil, Err
		}
		flags := U16(c, at)
		binary.BigEndian.PutUint16(c[at:], flags&^haveInstr)
		binary.BigEndian.PutUint16(c[at+2:], place(U16(c, at+2)))
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
			return nil, Err
		}
		if flags&moreParts == 0 {
			return out[:start+at], nil
		}
	}
}

// Table is a named part of a TrueType file.
type Table struct {
	Name string
	Data []byte
}

// Assemble writes tables, given in the order of their names, as a TrueType file with its checksums. That of the whole file stands in
// head; a head too short to hold it is written as it is.
func Assemble(ts []Table) []byte {
	n, log := len(ts), 0
	for 2<<log <= n {
		log++
	}
	size := 12 + 16*n
	for _, t := range ts {
		size += (len(t.Data) + 3) &^ 3
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
		if t.Name == "head" && len(t.Data) >= 12 {
			head = len(out)
		}
		at := len(out)
		copy(e, t.Name)
		be.PutUint32(e[8:], uint32(at))
		be.PutUint32(e[12:], uint32(len(t.Data)))
		out = append(out, t.Data...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
		be.PutUint32(out[12+16*i+4:], sum32(out[at:]))
	}
	if head > 0 {
		be.PutUint32(out[head+8:], 0xB1B0AFBA-sum32(out))
	}
	return out
}

func sum32(b []byte) (s uint32) {
	for i := 0; i+4 <= len(b); i += 4 {
		s += binary.BigEndian.Uint32(b[i:])
	}
	return s
}
