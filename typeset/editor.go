package typeset

import (
	"encoding/hex"
	"slices"
	"strings"

	"roadshow/assets"
	"roadshow/scene"
)

// Editor says that words are set for a program in which somebody goes on working, such as PowerPoint: it breaks lines itself, and only
// in its own way. So nothing is done that it does not do: no kerning (PowerPoint kerns from a size on that each text names: ours name
// none, because only then the widths are the sums of advances that any program agrees on), no divided words, no gap between Chinese
// and Latin letters, no narrowed Chinese marks, nothing hung outside the edge but a paragraph's opening quotation mark; and lines end
// where a greedy breaker ends them at one width, which BreakSafe finds again.
type Editor uint8

// Editors, by the faces that they have.
const (
	NoEditor    Editor = iota
	OfficeFaces        // those that every machine has
	OwnFaces           // the program's and the brand's, which somebody has to install
)

// Edited returns faces of the same roles for an editor, as Another does. Where those of office programs stand for a brand's, the brand's
// still say which characters there are and what the others measure.
func (f *Fonts) Edited(e Editor, old *Fonts) *Fonts { return again(old, f.brand, e) }

// forEditor gives a face the name and the measures by which an editor knows it. What its glyphs reach stays the embedded face's.
func (a *face) forEditor(e Editor) {
	if e == OfficeFaces {
		a.file, a.advances = assets.Office(a.file.Font)
		return
	}
	bold := u16(a.os2, 62)&(1<<5) != 0
	a.file.Family, a.file.Weight = a.styleFamily(), 400
	if bold {
		a.file.Weight = 700
	}
	a.file.Panose = strings.ToUpper(hex.EncodeToString(a.os2[32:42]))
	a.file.Pitch = 0x22 // swiss, of variable pitch
	if serif := a.os2[33]; a.os2[32] == 2 && serif >= 2 && serif <= 10 || strings.Contains(string(a.file.Font), "serif") {
		a.file.Pitch = 0x12 // roman
	}
}

// Tighten sets all that follows at a share of its size, on the leading that was asked for: words that stand in the way of a page's
// division give room. Nothing goes below the least size.
func (f *Fonts) Tighten(share scene.Pt) { f.tight, f.memory = share, nil }

func (f *Fonts) tightened(sp scene.Span) scene.Span {
	if f.tight > 0 {
		st := &sp.Style
		if st.Leading <= 0 {
			st.Leading = 1.2 * st.Size
		}
		size := max(st.Size*f.tight, min(st.Size, f.least))
		st.Size, st.Tracking = size, st.Tracking*size/st.Size
	}
	return sp
}

func (f *Fonts) allTightened(paras []scene.Para) []scene.Para {
	out := slices.Clone(paras)
	for i := range out {
		out[i].Spans = slices.Clone(out[i].Spans)
		for j := range out[i].Spans {
			out[i].Spans[j] = f.tightened(out[i].Spans[j])
		}
	}
	return out
}
