package pdf

import (
	"fmt"

	"roadshow/render/truetype"
	"roadshow/scene"
)

// face is a TrueType face while a file is written: its tables, and the glyphs that the pages have used so far. Glyphs are
// numbered in the order of their first use; that number is the code in the page's strings, the CID and the index in the
// embedded subset alike, so every code point, beyond U+FFFF too, has a code.
type face struct {
	font scene.Font
	ps   string // PostScript name, without the subset tag
	file scene.FontFile
	*truetype.Face

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

func openFace(f scene.FontFile) (*face, error) {
	t, err := truetype.Open(f.Data)
	if err != nil {
		return nil, err
	}
	fc := &face{font: f.Font, file: f, Face: t, other: map[rune]uint16{}, used: make([]usedGlyph, 0, 128)}
	fc.ps = postScriptName(t.Table["name"])
	if fc.ps == "" {
		fc.ps = string(f.Font)
	}
	fc.used = append(fc.used, usedGlyph{width: fc.Nominal(0)})
	return fc, nil
}

// code returns the CID of a character and its nominal advance in em/1000; the glyph joins the subset at its first use.
func (fc *face) code(r rune) (cid uint16, width int, err error) {
	if cid = fc.cid(r); cid == 0 {
		if cid, err = fc.add(r); err != nil {
			return 0, 0, err
		}
	}
	if cid == ignored {
		return cid, 0, nil
	}
	return cid, fc.used[cid].width, nil
}

// cid is a character's CID; 0 where the subset does not have it yet.
func (fc *face) cid(r rune) uint16 {
	if r >= 0 && int(r) < len(fc.latin) {
		return fc.latin[r]
	}
	return fc.other[r]
}

// add takes a character into the subset.
func (fc *face) add(r rune) (uint16, error) {
	glyph := fc.Glyph(r)
	if glyph == 0 {
		glyph = fc.Glyph(scene.StandIn(r))
	}
	cid := uint16(len(fc.used))
	switch {
	case truetype.Invisible(r):
		cid = ignored
	case glyph == 0 || int(glyph) >= fc.Glyphs:
		return 0, fmt.Errorf("face %s has no glyph for %q (U+%04X)", fc.font, r, r)
	case len(fc.used) >= ignored:
		return 0, fmt.Errorf("face %s: more than %d characters", fc.font, ignored-1)
	default:
		fc.used = append(fc.used, usedGlyph{char: r, glyph: glyph, width: fc.Nominal(glyph)})
	}
	if r >= 0 && int(r) < len(fc.latin) {
		fc.latin[r] = cid
	} else {
		fc.other[r] = cid
	}
	return cid, nil
}

// has says whether the face can draw a character.
func (fc *face) has(r rune) bool { return fc.Glyph(r) != 0 }

// plain is the character that a reader means by a typographic variant: what searching and copying find.
func plain(r rune) rune {
	if r == 0x2009 {
		return r
	}
	return scene.StandIn(r)
}

// postScriptName reads name 6, the only one that PDF needs; characters that a PDF name cannot hold are left out.
func postScriptName(name []byte) string {
	strings := int(truetype.U16(name, 4))
	for i := range int(truetype.U16(name, 2)) {
		e := 6 + 12*i
		if truetype.U16(name, e+6) != 6 {
			continue
		}
		at, size := strings+int(truetype.U16(name, e+10)), int(truetype.U16(name, e+8))
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

// subset is the face as a TrueType file that holds the used glyphs in the order of their CIDs.
func (fc *face) subset() ([]byte, error) {
	order := make([]uint16, len(fc.used))
	for i, u := range fc.used {
		order[i] = u.glyph
	}
	s, err := fc.Subset(order)
	if err != nil {
		return nil, fmt.Errorf("face %s: %w", fc.font, err)
	}
	return s.File(), nil
}
