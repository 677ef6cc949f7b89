package pptx

import (
	"encoding/hex"
	"strings"
	"unicode/utf16"

	"roadshow/render/truetype"
	"roadshow/scene"
)

// face is a typeface as office programs ask for it.
type face struct {
	family       string
	bold, italic bool
	panose       string // where the family is nobody's: what another should look like
	pitch        string
	han, serif   bool
}

// faceOf finds what a face is called. Its file knows it best: programs know families of two weights, and what is heavier or lighter
// is a family of its own there ("Source Serif 4 SemiBold").
//
// The faces of office programs are called as the deck says: their metrics come from other files.
func faceOf(f scene.FontFile, office bool) face {
	role := f.Font.Role()
	kind, _, _ := strings.Cut(string(role), "-")
	out := face{family: f.Family, bold: f.Weight >= 600, italic: f.Italic, han: f.Font.Han(), pitch: "34"}
	out.serif = kind == string(scene.Serif) || role == scene.HanSerif || role == scene.HanSerifRegular
	if out.serif {
		out.pitch = "18"
	}
	var name, os2 []byte
	if file, err := truetype.Open(f.Data); err == nil { // else the deck's name must do: no glyph is needed
		name, os2 = file.Table["name"], file.Table["OS/2"]
	}
	if out.han {
		// Nobody who opens the file has ours: the programs' own are named, in the one bold that they have.
		out.family = hanSans
		if out.serif {
			out.family = hanSerif
		}
		return out
	}
	if office {
		return out
	}
	if family := familyName(name); family != "" && len(os2) >= 78 {
		out.family, out.panose = family, strings.ToUpper(hex.EncodeToString(os2[32:42]))
		style := truetype.U16(os2, 62) // fsSelection
		out.bold, out.italic = style&0x20 != 0, style&1 != 0
	} else if weight := map[int]string{300: " Light", 500: " Medium", 600: " SemiBold"}[f.Weight]; weight != "" {
		out.family, out.bold = f.Family+weight, false
	}
	return out
}

// familyName is the name that menus of programs with four styles a family show.
func familyName(t []byte) string {
	if len(t) < 6 {
		return ""
	}
	texts := int(truetype.U16(t, 4))
	for i := range int(truetype.U16(t, 2)) {
		at := 6 + 12*i
		if at+12 > len(t) {
			return ""
		}
		from := texts + int(truetype.U16(t, at+10))
		to := from + int(truetype.U16(t, at+8))
		if truetype.U16(t, at) != 3 || truetype.U16(t, at+6) != 1 || to > len(t) || (to-from)%2 == 1 {
			continue
		}
		units := make([]uint16, 0, 32)
		for k := from; k < to; k += 2 {
			units = append(units, truetype.U16(t, k))
		}
		return string(utf16.Decode(units))
	}
	return ""
}

// write names a face. The theme's two are called by their place in it, so that another theme brings its own.
func (o *out) face(tag string, f face, t *theme) {
	family := f.family
	switch {
	case family == t.major && f.serif:
		family = "+mj-lt"
	case family == t.minor:
		family = "+mn-lt"
	}
	o.put("<a:", tag, ` typeface="`, esc(family), `"`)
	if family[0] != '+' && f.panose != "" {
		o.put(` panose="`, f.panose, `" pitchFamily="`, f.pitch, `" charset="0"`)
	}
	o.put("/>")
}
