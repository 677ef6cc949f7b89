package typeset

import (
	"errors"
	"io"
)

// Description is what a font file says of itself.
type Description struct {
	Family   string
	Weight   int // 100 to 900; 400 is regular
	Width    int // 1 to 9; 5 is normal, less is condensed
	Italic   bool
	Variable bool // what is printed of it is its default style
	CFF      bool // not to be embedded: its outlines are PostScript's
}

// maxNames is the most that is read of a table of names, in bytes.
const maxNames = 1 << 18

// Describe reads no more of a font file than its names: folders of faces are searched with it.
func Describe(r io.ReaderAt) (Description, error) {
	var d Description
	head := make([]byte, 12)
	if _, err := r.ReadAt(head, 0); err != nil {
		return d, err
	}
	switch string(head[:4]) {
	case "\x00\x01\x00\x00", "true":
	case "OTTO":
		d.CFF = true
	default:
		return d, errors.New("not a single font")
	}
	entries := make([]byte, 16*min(u16(head, 4), 256))
	if _, err := r.ReadAt(entries, 12); err != nil {
		return d, err
	}
	part := func(tag string, most int) []byte {
		for at := 0; at < len(entries); at += 16 {
			if string(entries[at:at+4]) == tag {
				b := make([]byte, min(u32(entries, at+12), most))
				if n, err := r.ReadAt(b, int64(u32(entries, at+8))); err != nil && n < len(b) {
					return nil
				}
				return b
			}
		}
		return nil
	}
	os2, mac := part("OS/2", 78), u16(part("head", 54), 44)
	d.Family = (&sfnt{name: part("name", maxNames)}).family()
	if d.Family == "" {
		return d, errors.New("it has no name")
	}
	d.Weight, d.Width = u16(os2, 4), u16(os2, 6)
	if d.Weight > 0 && d.Weight < 10 { // as the first tools wrote it
		d.Weight *= 100
	}
	if d.Weight == 0 || d.Weight == 400 && mac&1 == 1 {
		d.Weight = 400 + 300*(mac&1)
	}
	if d.Width < 1 || d.Width > 9 {
		d.Width = 5
	}
	d.Italic = u16(os2, 62)&1 == 1 || mac&2 == 2
	d.Variable = part("fvar", 1) != nil
	return d, nil
}
