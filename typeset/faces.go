package typeset

import (
	"errors"
	"fmt"
	"slices"

	"roadshow/assets"
	"roadshow/scene"
)

// Fonts are the faces of one build with their caches. Faces are opened at first use. Not safe for concurrent use: a build
// that works in parallel makes one for each worker.
type Fonts struct {
	brand map[scene.Font][]byte
	order []scene.Font
	faces [2 * faceCount]*face // as order, and behind them the embedded ones of roles whose face the brand replaced
	names [][]rune             // that no line may part
	set   setter               // scratch of the paragraph that is being set
	one   [1]scene.Span

	least scene.Pt // size of type that no paragraph is shrunk beyond
	used  uint32   // faces that the words of this build are drawn with, a bit each

	memories map[string]*memory
	memory   *memory // of how words are set now

	language string // in which words are divided
	hyphens  *hyphens

	editor Editor
	tight  scene.Pt // share of its size at which all is set; 0: 1
}

// faceCount is the number of faces that scene names.
const faceCount = 14

// faceID is a face's place in assets.Fonts.
type faceID uint8

// The places that fallback needs by name.
const (
	serifLight faceID = iota
	serif
	serifItalic
	serifSemiBold
	sans
	sansItalic
	sansMedium
	sansSemiBold
	cond
	condMedium
	condSemiBold
	hanSerif
	hanSans
	hanSerifRegular
	noFace faceID = 255
)

// han says that the face is a Chinese one, set at 0.94 of the nominal size.
func (id faceID) han() bool { return id%faceCount >= hanSerif && id%faceCount <= hanSerifRegular }

// face is an opened font file.
type face struct {
	*sfnt
	file  scene.FontFile
	id    faceID
	pages [256]*[256]glyph // by character, filled one by one
	kerns assets.Kerns     // of an embedded face
	kern  kerner           // of a brand's
	plain bool             // pairs are those of kerns: the face is embedded, or nothing is kerned

	advances assets.Advances // that stand for the glyphs' own: of an office face
}

// glyph is what setting needs of a character's glyph, in em/1000. low and high are the reach of its ink.
type glyph struct {
	id             uint16 // 0: the face has none
	known          bool
	adv, low, high int16
	kern           assets.KernClass
}

func (g glyph) advance() int { return int(g.adv) }

// New returns the faces of a build. brand replaces faces by TrueType files; a file that CheckFont refuses is not used.
func New(brand map[scene.Font][]byte) *Fonts {
	return &Fonts{brand: brand, order: assets.Fonts()}
}

// CheckFont says why a brand's font file cannot be used; nil when it can. The words are for the brand's author.
func CheckFont(data []byte) error {
	f, err := openBrand(data)
	if err != nil {
		return err
	}
	if _, err := f.openLayout(); err != nil {
		return errors.New("its layout tables are broken")
	}
	return nil
}

// openBrand opens a brand's file; one without letters would replace every face's words by question marks.
func openBrand(data []byte) (*sfnt, error) {
	f, err := openFont(data)
	if err == nil && (f.index('0') == 0 || f.index('e') == 0) && f.index('的') == 0 {
		err = errors.New("it has neither Latin letters and digits nor Chinese")
	}
	return f, err
}

// id finds a face by name. An unknown or empty name is set in the plain sans: the check of names is the caller's.
func (f *Fonts) id(name scene.Font) faceID {
	i := slices.Index(f.order, name.Role())
	if i < 0 {
		return sans
	}
	if own := f.embedded(faceID(i)); name != name.Role() && own != noFace {
		return own
	}
	return faceID(i)
}

// face opens a face at its first use.
func (f *Fonts) face(id faceID) *face {
	if f.faces[id] != nil {
		return f.faces[id]
	}
	name := f.order[id%faceCount]
	file := assets.Font(name)
	open, err := openBrand(f.brand[name])
	if id >= faceCount {
		file.Font, err = name.BuiltIn(), errBuiltIn
	}
	own := err != nil
	if !own {
		file.Data, file.Family = f.brand[name], open.family()
		file.Weight, file.Italic = u16(open.os2, 4), u16(open.os2, 62)&1 == 1
	} else if open, err = openFont(file.Data); err != nil {
		panic(fmt.Sprintf("typeset: embedded face %s: %v", name, err)) // a broken build of the program
	}
	f.faces[id] = &face{sfnt: open, file: file, id: id, plain: own || f.editor != NoEditor}
	switch {
	case f.editor != NoEditor:
		f.faces[id].forEditor(f.editor)
	case own:
		f.faces[id].kerns = assets.KernsOf(name)
	}
	return f.faces[id]
}

// errBuiltIn passes the brand's file over.
var errBuiltIn = errors.New("the embedded face is meant")

// thinSpace is the advance of U+2009 where a face has none, in em/1000.
const thinSpace = 200

// glyph looks a character up. Combining marks take no room: they stand over the character before.
func (a *face) glyph(r rune) glyph {
	if r < 0 || r > 0xFFFF {
		return glyph{known: true}
	}
	page := a.pages[r>>8]
	if page == nil {
		page = new([256]glyph)
		a.pages[r>>8] = page
	}
	g := &page[r&0xFF]
	if !g.known {
		id := a.index(r)
		stands := id == 0 && scene.StandIn(r) != r
		if stands {
			id = a.index(scene.StandIn(r))
		}
		low, high := a.extent(id)
		*g = glyph{uint16(id), true, int16(a.advance(id)), int16(low), int16(high), a.kerns.Class(r)}
		if w, ok := a.advances.Of(r); ok {
			g.adv = int16(w)
		}
		if isMark(r) {
			g.adv = 0
		} else if stands && r == 0x2009 {
			g.adv = thinSpace
		}
	}
	return *g
}

// has says that the face draws the character.
func (a *face) has(r rune) bool { return a.glyph(r).id != 0 }

// Covers says whether any face has the character. Set draws "?" for one that none has: the caller reports it first.
// Characters above U+FFFF are never covered; spaces and the control characters that Set removes always are.
func (f *Fonts) Covers(r rune) bool {
	if isDropped(r) || asSpace(r) == ' ' || r == '\n' {
		return true
	}
	for id := range faceID(faceCount) {
		if f.face(id).has(r) || f.embedded(id) != noFace && f.face(f.embedded(id)).has(r) {
			return true
		}
	}
	return false
}

// embedded is the program's own face beside the brand's, noFace where the brand has none.
func (f *Fonts) embedded(id faceID) faceID {
	if f.brand[f.order[id%faceCount]] == nil {
		return noFace
	}
	return id%faceCount + faceCount
}

// Used lists the faces that set text so far needs, in the fixed order of assets.Fonts.
func (f *Fonts) Used() []scene.FontFile {
	var out []scene.FontFile
	for _, a := range f.faces { // the embedded ones beside a brand's come last
		if a != nil && f.used&(1<<a.id) != 0 {
			out = append(out, a.file)
		}
	}
	return out
}

// Metrics are a face's vertical measures in em/1000. Descent is positive downwards.
type Metrics struct{ XHeight, CapHeight, Ascent, Descent int }

// Metrics of a face as its file states them.
func (f *Fonts) Metrics(name scene.Font) Metrics {
	a := f.face(f.id(name))
	m := Metrics{
		Ascent:  a.milli(i16(a.hhea, 4)),
		Descent: -a.milli(i16(a.hhea, 6)),
	}
	if u16(a.os2, 0) >= 2 {
		m.XHeight, m.CapHeight = a.milli(i16(a.os2, 86)), a.milli(i16(a.os2, 88))
	}
	if m.XHeight <= 0 {
		m.XHeight = int(a.glyph('x').high)
	}
	if m.CapHeight <= 0 {
		m.CapHeight = int(a.glyph('H').high)
	}
	return m
}

// Bearing is the left side bearing of a character's glyph in em/1000: what an optical hang takes away.
func (f *Fonts) Bearing(name scene.Font, r rune) int {
	a := f.face(f.id(name))
	return a.bearing(int(a.glyph(r).id))
}

// fallback lists where a character is looked for after its own face: other families of the same weight, then Chinese.
func fallback(id faceID) []faceID {
	switch id {
	case serifLight, serif:
		return []faceID{serif, sans, cond, hanSerifRegular, hanSerif, hanSans}
	case serifItalic:
		return []faceID{serif, sansItalic, sans, cond, hanSerif, hanSans}
	case serifSemiBold:
		return []faceID{sansSemiBold, condSemiBold, serif, sans, hanSerif, hanSans}
	case sans:
		return []faceID{serif, cond, hanSans, hanSerif}
	case sansItalic:
		return []faceID{serifItalic, sans, serif, cond, hanSans, hanSerif}
	case sansMedium:
		return []faceID{condMedium, serif, sans, cond, hanSans, hanSerif}
	case sansSemiBold:
		return []faceID{serifSemiBold, condSemiBold, sans, serif, hanSans, hanSerif}
	case cond:
		return []faceID{sans, serif, hanSans, hanSerif}
	case condMedium:
		return []faceID{sansMedium, cond, sans, serif, hanSans, hanSerif}
	case condSemiBold:
		return []faceID{sansSemiBold, serifSemiBold, cond, sans, serif, hanSans, hanSerif}
	case hanSerif:
		return []faceID{hanSerifRegular, hanSans, serif, sans, cond}
	case hanSerifRegular:
		return []faceID{hanSerif, hanSans, serif, sans, cond}
	}
	return []faceID{hanSerif, sans, serif, cond} // hanSans
}

// hanFace is the Chinese face that goes with a Latin one. Chinese has no italics: what they stress is SemiBold.
func hanFace(id faceID) faceID {
	switch id {
	case serifLight, serif, hanSerifRegular:
		return hanSerifRegular
	case serifItalic, serifSemiBold, hanSerif:
		return hanSerif
	}
	return hanSans
}

// resolve chooses the face that draws r where id was asked for; noFace when none has it. What a brand's face lacks, the
// embedded one of the same role draws.
func (f *Fonts) resolve(r rune, id faceID, chinese bool) faceID {
	if chinese {
		if h := f.either(r, hanFace(id)); h != noFace {
			return h
		}
	}
	if own := f.either(r, id); own != noFace {
		return own
	}
	for _, other := range fallback(id) {
		if other = f.either(r, other); other != noFace {
			return other
		}
	}
	return noFace
}

// either is the face of a role that has the character, the brand's or the embedded one.
func (f *Fonts) either(r rune, id faceID) faceID {
	if f.face(id).has(r) {
		return id
	}
	if id = f.embedded(id); id != noFace && f.face(id).has(r) {
		return id
	}
	return noFace
}
