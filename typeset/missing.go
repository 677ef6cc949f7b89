package typeset

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Missing calls report for every character of a text that no face can draw, with the byte where it stands. Characters that
// compose are judged composed, as Set draws them.
func (f *Fonts) Missing(text string, report func(at int, r rune)) {
	for at := 0; at < len(text); {
		if text[at] < utf8.RuneSelf && (at+1 == len(text) || text[at+1] < utf8.RuneSelf) {
			at++ // every face has ASCII
			continue
		}
		n := max(1, norm.NFC.NextBoundaryInString(text[at:], true))
		part := text[at : at+n]
		composed := norm.NFC.IsNormalString(part)
		drawn := part
		if !composed {
			drawn = norm.NFC.String(part)
		}
		for i, r := range drawn {
			if f.draws(r) {
				continue
			}
			if !composed {
				i = 0
			}
			report(at+i, r)
		}
		at += n
	}
}

// everywhere are the faces that every other one falls back to: what one of them has is drawn in any style.
var everywhere = [...]faceID{serif, sans, cond, hanSerifRegular, hanSerif, hanSans}

// draws says whether a character is drawn in every style.
func (f *Fonts) draws(r rune) bool {
	if isDropped(r) || asSpace(r) == ' ' || r == '\n' || r == 0x2028 || r == 0x2029 {
		return true
	}
	if isCJK(r) && (f.either(r, hanSerif) != noFace || f.either(r, hanSans) != noFace) {
		return true // the Latin faces need not be opened
	}
	for _, id := range everywhere {
		if f.either(r, id) != noFace {
			return true
		}
	}
	return false
}
