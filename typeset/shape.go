package typeset

import (
	"bytes"
	"fmt"
	"math"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// kerner holds the pair advances of a brand's face; those of the embedded ones were made with it and lie in assets. What a character takes up depends on it and on the next one alone: with
// substitution off, the faces kern pairs. HarfBuzz measures a pair once; text is then summed from the tables, which is
// several times as fast as shaping it word by word. A test holds the sums against HarfBuzz on whole words.
type kerner struct {
	font   *harfbuzz.Font
	failed bool             // the face has no usable layout tables: nominal advances
	ascii  *[96 * 96]int16  // pairs of U+0020…U+007F, unmeasured where unknown
	other  map[uint32]int16 // other pairs
	buf    *harfbuzz.Buffer
}

const unmeasured = math.MinInt16

// pair is the advance of r when next follows it on the line, in em/1000.
func (a *face) pair(r, next rune) int {
	if a.id.han() {
		return a.glyph(r).advance()
	}
	if a.plain {
		g := a.glyph(r)
		return g.advance() + a.kerns.Between(g.kern, a.glyph(next).kern)
	}
	k := &a.kern
	if r >= 0x20 && r < 0x80 && next >= 0x20 && next < 0x80 {
		if k.ascii == nil {
			k.ascii = new([96 * 96]int16)
			for i := range k.ascii {
				k.ascii[i] = unmeasured
			}
		}
		at := &k.ascii[(r-0x20)*96+next-0x20]
		if *at == unmeasured {
			*at = int16(a.measure(r, next))
		}
		return int(*at)
	}
	key := uint32(r)<<16 | uint32(next)&0xFFFF // no face has characters above U+FFFF
	adv, ok := k.other[key]
	if !ok {
		if k.other == nil {
			k.other = map[uint32]int16{}
		}
		adv = int16(a.measure(r, next))
		k.other[key] = adv
	}
	return int(adv)
}

// measure shapes a pair. Where the shaper would draw other glyphs than the characters' own, nothing is kerned.
func (a *face) measure(r, next rune) int {
	nominal := a.glyph(r).advance()
	k := &a.kern
	if k.font == nil && !k.failed {
		var err error
		k.font, err = a.openLayout()
		k.failed = err != nil
		k.buf = harfbuzz.NewBuffer() // it keeps the shaping plans
	}
	if k.failed || isMark(r) || isMark(next) {
		return nominal
	}
	glyphs, adv, err := k.shape([2]rune{r, next})
	if err != nil || glyphs != [2]uint16{a.glyph(r).id, a.glyph(next).id} {
		k.failed = err != nil
		return nominal
	}
	return a.milli(adv)
}

// openLayout parses the tables for positioning. The parser panics on some broken files: a brand's file must not end the
// program.
func (f *sfnt) openLayout() (hb *harfbuzz.Font, err error) {
	defer asError(&err)
	parsed, err := font.ParseTTF(bytes.NewReader(f.layoutOnly()))
	if err != nil {
		return nil, err
	}
	return harfbuzz.NewFont(parsed), nil
}

// shape returns the glyphs of two characters and the advance of the first in font units.
func (k *kerner) shape(pair [2]rune) (glyphs [2]uint16, adv int, err error) {
	defer asError(&err)
	k.buf.Clear()
	k.buf.Props = harfbuzz.SegmentProperties{Direction: harfbuzz.LeftToRight, Script: script(pair), Language: "en"}
	k.buf.AddRunes(pair[:], 0, -1)
	k.buf.Shape(k.font, nil)
	if len(k.buf.Info) == 2 {
		glyphs = [2]uint16{uint16(k.buf.Info[0].Glyph), uint16(k.buf.Info[1].Glyph)}
		adv = int(k.buf.Pos[0].XAdvance)
	}
	return glyphs, adv, nil
}

func asError(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("its layout tables are broken: %v", r)
	}
}

// script is the script of the first letter: the faces kern Latin, Greek and Cyrillic apart.
func script(pair [2]rune) language.Script {
	for _, r := range pair {
		if r < 0x80 && r|0x20 >= 'a' && r|0x20 <= 'z' {
			return language.Latin
		}
		if r >= 0x80 {
			switch s := language.LookupScript(r); s {
			case language.Latin, language.Greek, language.Cyrillic:
				return s
			}
		}
	}
	return language.Latin
}
