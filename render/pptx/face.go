package pptx

import (
	"strings"

	"roadshow/scene"
)

// face is a typeface as office programs ask for it.
type face struct {
	family       string
	bold, italic bool
	panose       string // where the family is nobody's: what another should look like; empty: everybody has it
	pitch        uint8
	han, serif   bool
}

// faceOf takes a face by the name under which the deck's programs know it: they know families of two weights, and what is heavier or
// lighter is a family of its own there ("Source Serif 4 SemiBold"). Chinese words have the programs' own faces, in the one bold that
// those have: nobody who opens the file has ours.
func faceOf(f scene.FontFile) face {
	role := f.Font.Role()
	kind, _, _ := strings.Cut(string(role), "-")
	out := face{family: f.Family, bold: f.Weight >= 600, italic: f.Italic, pitch: f.Pitch, han: f.Font.Han()}
	out.serif = kind == string(scene.Serif) || role == scene.HanSerif || role == scene.HanSerifRegular
	switch {
	case out.han && out.serif:
		out.family = hanSerif
	case out.han:
		out.family = hanSans
	case f.Data != nil:
		out.panose = f.Panose
	}
	return out
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
		o.put(` panose="`, f.panose, `" pitchFamily="`, int(f.pitch), `" charset="0"`)
	}
	o.put("/>")
}
