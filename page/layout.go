// Package page is the engine: it sets words, flows boxes through the two columns of a document, frames slides, and draws what
// stands on every page and every slide: head, source line, sticker, footnotes, furniture, front and back matter. It knows blocks
// by the traits of their layouts alone.
package page

import (
	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/scene"
)

// Layout places one kind of block.
type Layout struct {
	Name, Summary string
	Shape         *outline.Shape
	Title         outline.Need
	// Page puts the block into the document's flow.
	Page func(f *Flow, b *briefing.Block)
	// Slide puts the block on one slide or more.
	Slide func(s *Slides, b *briefing.Block)

	// Unsourced: the block may stand without a source.
	Unsourced bool
	// Numbered says that a block is a numbered exhibit on paper; nil: none is.
	Numbered func(b *briefing.Block) bool
	// Fills: a single slide of the layout that leaves most of its body empty is warned of. The others live by their white space.
	Fills bool
	// Pairs says what an author may let stand beside a block that leaves its slide bare; "" where it has that, nil where nothing does.
	Pairs func(b *briefing.Block) string
	// Display: a slide of the layout is a few large words, full when they stand high, not when they cover it.
	Display bool
	// Narrows: small blocks have a form for the document's rail (Flow.Narrow), where they take nothing of the main column.
	Narrows bool
	// Form is what the block's slide looks like from afar, so that not too many alike follow one another; nil: the layout's name.
	Form func(b *briefing.Block) string
	// Aside is the block as a column of a width, for the slide of another block that bears a sticker; nil where it is too long
	// or none of the layout's blocks stands aside.
	Aside func(s *Slides, b *briefing.Block, sticker string, width scene.Pt) *Aside
	// Beside draws the block on one slide together with a neighbour that stands aside in a column; nil where they do not fit
	// together.
	Beside func(s *Slides, b *briefing.Block, aside func(width scene.Pt) *Aside) (draw func())
}

// Aside is a block small enough for a column of another block's slide.
type Aside struct {
	*briefing.Block
	Box *Box
	// Extra is what the slide's source line says of it.
	Extra string
}
