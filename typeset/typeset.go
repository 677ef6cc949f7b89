// Package typeset turns styled words into measured lines: faces, shaping with kerning, line breaking, Chinese beside Latin.
//
// Measured widths are the drawn widths, everywhere. Nothing here knows a page, a file format or a look.
package typeset

import "roadshow/scene"

// Break chooses how lines are broken.
type Break uint8

// Ways to break lines (DESIGN.md §2.5).
const (
	Greedy   Break = iota // body: greedy with a look-ahead
	Balanced              // titles, decks, quotes, labels: minimum raggedness at the greedy line count
	NoBreak               // one line, whatever its width (the caller checks it)
)

// Options say how a paragraph is set.
type Options struct {
	Width     scene.Pt // the measure
	Break     Break
	Align     scene.Align
	Hyphenate bool     // rail and table cells only
	Indent    scene.Pt // left indent of every line
	Hang      bool     // optical hang of the first glyph's side bearing and of an opening quotation mark
	MaxLines  int      // 0: no limit; more lines are still returned, the caller decides what gives
}

// Block is a set paragraph or paragraphs: lines with baselines relative to the block's top (the first baseline is at
// Ascent below it), x relative to its left edge.
type Block struct {
	Paras  []scene.Para
	Lines  []scene.Line
	Width  scene.Pt // widest line
	Height scene.Pt // sum of leadings and paragraph gaps: the next block's top
	Ascent scene.Pt // of the first line: leading-independent, 0.70 × size for display use, see FirstBaseline
}
