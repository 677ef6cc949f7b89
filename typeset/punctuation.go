package typeset

import "strings"

// Chinese punctuation takes a whole em, half of it blank: behind what closes, before what opens. Where two meet, and at a
// line's end, the blank half is taken away (W3C clreq, 3.1.6).
const (
	closing = "、。，．：；！？）》」』】〉〕〗”’"
	opening = "（《「『【〈〔〖“‘"
)

// halfEm is the blank half of a full-width mark, em/1000.
const halfEm = 500

// squeeze is what the meeting of the marks at i and i+1 takes from the first one's advance, em/1000.
func (f *Fonts) squeeze(i int) int {
	s := &f.set
	a, b := s.runes[i], s.runes[i+1]
	if !s.faces[i].han() || !s.faces[i+1].han() || s.style(i).Size != s.style(i+1).Size {
		return 0
	}
	closes, opens := strings.ContainsRune(closing, a), strings.ContainsRune(opening, b)
	switch {
	case closes && (opens || strings.ContainsRune(closing, b)):
		return f.blankBehind(i)
	case opens && strings.ContainsRune(opening, a):
		return f.startBlank(i + 1)
	}
	return 0
}

// blankBehind is the blank half of the mark at i, no more than its glyph leaves.
func (f *Fonts) blankBehind(i int) int {
	a := f.face(f.set.faces[i])
	g := a.glyph(f.set.runes[i])
	return max(0, min(halfEm, g.advance()-a.right(int(g.id))))
}

// endBlank is what a closing mark at a line's end does not take up, em/1000.
func (f *Fonts) endBlank(i int) int {
	if s := &f.set; f.editor != NoEditor || s.runes[i] < 0x2018 || !s.faces[i].han() || !strings.ContainsRune(closing, s.runes[i]) {
		return 0
	}
	return f.blankBehind(i)
}

// startBlank is the blank before an opening mark at a line's start, em/1000: its ink stands on the text edge.
func (f *Fonts) startBlank(i int) int {
	s := &f.set
	if f.editor != NoEditor || s.runes[i] < 0x2018 || !s.faces[i].han() || !strings.ContainsRune(opening, s.runes[i]) {
		return 0
	}
	g := f.face(s.faces[i])
	return max(0, min(halfEm, g.bearing(int(g.glyph(s.runes[i]).id))))
}
