package scene

import "strings"

// Color is an sRGB colour and the design token it was mixed from ("accent", "series2", "muted", "accent/38" for a tint).
// PPTX writes theme colours and HTML CSS variables from the token, PDF writes the RGB. A colour without a token paints nothing.
type Color struct {
	Token   string
	R, G, B uint8
}

// None says that the colour paints nothing.
func (c Color) None() bool { return c.Token == "" }

// Font names a role's face, not a file: a brand may replace the face behind it.
type Font string

// The faces: a serif to read, a sans for what stands around, a condensed one for what is small, and Chinese beside them.
const (
	SerifLight    Font = "serif-light"
	Serif         Font = "serif"
	SerifItalic   Font = "serif-italic"
	SerifSemiBold Font = "serif-semibold"
	Sans          Font = "sans"
	SansItalic    Font = "sans-italic"
	SansMedium    Font = "sans-medium"
	SansSemiBold  Font = "sans-semibold"
	Cond          Font = "cond"
	CondMedium    Font = "cond-medium"
	CondSemiBold  Font = "cond-semibold"
	HanSerif      Font = "han-serif" // Noto Serif SC SemiBold: Chinese beside serif SemiBold, and what Latin sets in italics
	HanSans       Font = "han-sans"  // Noto Sans SC Regular: Chinese beside every sans and condensed face
	// Noto Serif SC Regular: Chinese beside serif Light and Regular.
	HanSerifRegular Font = "han-serif-regular"
)

// Han says that the face is Chinese.
func (f Font) Han() bool {
	return f.Role() == HanSerif || f.Role() == HanSans || f.Role() == HanSerifRegular
}

// builtIn marks the embedded face of a role whose face a brand replaced: it draws what the brand's does not have.
const builtIn = "/built-in"

// BuiltIn is the embedded face of a role, beside the brand's.
func (f Font) BuiltIn() Font { return f.Role() + builtIn }

// Role is what the face is for, whoever's it is.
func (f Font) Role() Font { return Font(strings.TrimSuffix(string(f), builtIn)) }

// StandIn is the character whose glyph is drawn where a face has none for r: a thin space is a blank of another width, a
// hyphen that does not break is a hyphen. r itself where nothing stands in.
func StandIn(r rune) rune {
	switch r {
	case 0xA0, 0x202F, 0x2007, 0x2009:
		return ' '
	case 0x2010, 0x2011:
		return '-'
	}
	return r
}

// Style is how a stretch of text is set.
type Style struct {
	Font     Font
	Size     Pt // nominal Latin size; Chinese is set at 0.94 of it
	Leading  Pt // distance between baselines
	Tracking Pt // added after every character
	Color    Color
}

// With returns the style in another colour.
func (s Style) With(c Color) Style { s.Color = c; return s }

// In returns the style in another face.
func (s Style) In(f Font) Style { s.Font = f; return s }

// At returns the style at another size and leading.
func (s Style) At(size, leading Pt) Style { s.Size, s.Leading = size, leading; return s }

// Span is a styled run of words before it is broken into lines. The words are final: figures are filled in, quotation
// marks are curly, minus signs are true.
type Span struct {
	Text  string
	Style Style
	Link  string // "#id" of an item on any page, or an absolute URL; empty: none
	Rise  Pt     // baseline shift upwards (superscripts)
	// Proof is the number of its proof in Deck.Proofs, from 1; 0 for none. It changes nothing of how the words are set.
	Proof int
}

// Para is one paragraph as it means: what PPTX and HTML write. An empty Marker is a plain paragraph.
type Para struct {
	Spans  []Span
	Marker string // "–", "·", "1." of a list item
	Depth  int    // list depth, 0 for plain paragraphs and first-level items
	After  Pt     // space below
}

// Run is one shaped stretch of a line: one face, size, colour and link.
type Run struct {
	Text     string
	Font     Font // the face that really draws it: Chinese runs name a Han face
	Size     Pt   // the drawn size: Chinese runs are already at 0.94
	Color    Color
	Tracking Pt // added after every character, counted in Width
	X        Pt // left edge on the page
	Width    Pt // what is drawn: shaped advances and tracking
	Rise     Pt
	Link     string
	Adv      []int16 // shaped advance of each rune after kerning, em/1000; len = number of runes in Text
}

// Line is a measured line of text on a page.
type Line struct {
	Baseline Pt
	Runs     []Run
	Para     int  // index into the Text's Paras
	Hang     Pt   // how far the first glyph hangs left of the frame (optical margin), ≥ 0
	Hyphen   bool // the line divides a word: its last character is a hyphen that the words do not have
	Soft     bool // the line ends inside its paragraph and the break stands for a space: extraction joins with one
}

// X is the left edge of the line; 0 for an empty one.
func (l Line) X() Pt {
	if len(l.Runs) == 0 {
		return 0
	}
	return l.Runs[0].X
}

// Right is the right edge of the line.
func (l Line) Right() Pt {
	if len(l.Runs) == 0 {
		return 0
	}
	r := l.Runs[len(l.Runs)-1]
	return r.X + r.Width
}
