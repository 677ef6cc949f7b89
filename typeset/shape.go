package typeset

import (
	"bytes"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

type hbFont = harfbuzz.Font

// shaper holds the buffers of one build's shaping.
type shaper struct {
	buf   *harfbuzz.Buffer
	runes []rune
}

// shaped is a measured word: the advance of each character after kerning and the reach of its ink, em/1000.
type shaped struct {
	adv       []int16
	low, high int16
}

// word shapes a word, with the spaces beside it where they belong to it. The result is shared and must not be written to.
//
// The advance of a character depends on what follows it, so a word's leading space is measured with the word.
func (s *shaper) word(a *face, word string) shaped {
	if w, ok := a.words[word]; ok {
		return w
	}
	s.runes = s.runes[:0]
	for _, r := range word {
		if r = asSpace(r); a.gid(r) == 0 {
			r = '?'
		}
		s.runes = append(s.runes, r)
	}
	w := shaped{adv: make([]int16, len(s.runes))}
	kerned := !a.id.han() && s.kern(a, w.adv)
	for i, r := range s.runes {
		g := a.gid(r)
		if !kerned {
			w.adv[i] = int16(a.advance(g))
		}
		low, high := a.extent(g)
		w.low, w.high = min(w.low, int16(low)), max(w.high, int16(high))
	}
	a.words[word] = w
	return w
}

// kern fills adv through HarfBuzz; false when the shaper would draw other glyphs than the characters' own.
func (s *shaper) kern(a *face, adv []int16) bool {
	if a.hb == nil {
		parsed, err := font.ParseTTF(bytes.NewReader(a.layoutOnly()))
		if err != nil {
			return false
		}
		a.hb = harfbuzz.NewFont(parsed)
	}
	if s.buf == nil {
		s.buf = harfbuzz.NewBuffer()
	}
	s.buf.Clear()
	s.buf.Props.Direction = harfbuzz.LeftToRight
	s.buf.Props.Script = script(s.runes)
	s.buf.Props.Language = "en"
	s.buf.AddRunes(s.runes, 0, -1)
	s.buf.Shape(a.hb, nil)
	if len(s.buf.Info) != len(s.runes) {
		return false
	}
	for i, info := range s.buf.Info {
		if info.Cluster > i || int(info.Glyph) != a.gid(s.runes[i]) {
			return false
		}
		adv[i] = int16(a.milli(int(s.buf.Pos[i].XAdvance)))
	}
	return true
}

// script is the script of the first letter: the faces kern Latin, Greek and Cyrillic apart.
func script(word []rune) language.Script {
	for _, r := range word {
		if r < 0x80 {
			if r|0x20 >= 'a' && r|0x20 <= 'z' {
				return language.Latin
			}
			continue
		}
		switch s := language.LookupScript(r); s {
		case language.Latin, language.Greek, language.Cyrillic:
			return s
		}
	}
	return language.Latin
}
