// Package typeset turns styled words into measured lines: faces, shaping with kerning, line breaking, Chinese beside Latin.
//
// Measured widths are the drawn widths, everywhere. Nothing here knows a page, a file format or a look.
package typeset

import "roadshow/scene"

// Break chooses how lines are broken.
type Break uint8

// Ways to break lines.
const (
	Greedy   Break = iota // body: greedy with a look-ahead
	Balanced              // titles, decks, quotes, labels: minimum raggedness at the greedy line count
	NoBreak               // one line, whatever its width (the caller checks it)
)

// Options say how a paragraph is set.
type Options struct {
	Width      scene.Pt // the measure; 0: no limit, and right or centred lines are aligned to x = 0
	Break      Break
	Align      scene.Align
	Hyphenate  bool     // words may be divided where a line would be ragged: in narrow measures
	Indent     scene.Pt // left indent of every line
	Hang       bool     // optical hang of the first glyph's side bearing and of an opening quotation mark
	MaxLines   int      // 0: no limit; more lines are still returned, the caller decides what gives
	MarkerHang scene.Pt // distance from a list marker to its words; 0: 12, slides use 14. Second level: 10
}

// Block is a set paragraph or paragraphs. The first line's baseline is 0 and baselines grow downwards; x is relative to
// the block's left edge. Place and Text move it to a page.
type Block struct {
	Paras  []scene.Para // with the spans' words as they are drawn: composed (NFC), control characters removed
	Lines  []scene.Line
	Width  scene.Pt // widest line, indents included
	Height scene.Pt // sum of leadings and of the gaps between paragraphs: from one block's baseline to the next block's
	Shrunk bool     // it is set smaller than asked, because a number was wider than the measure
	Ascent scene.Pt // 0.70 × the first line's size: cap height above the first baseline, whatever the leading

	align   scene.Align
	measure scene.Pt
	facts   []lineFacts // one a line
	faces   uint32      // that its words are drawn with, a bit each
}

// lineFacts are what a block must know of a line to frame and to split itself.
type lineFacts struct {
	up, down scene.Pt // extent of the ink above and below the baseline, at least 0.8 and 0.25 of the size
	size     scene.Pt // largest size
	leading  scene.Pt // distance from the baseline before, without a paragraph gap
	span     int      // where the next line starts: span of the paragraph …
	offset   int      // … and byte in that span's text
}
