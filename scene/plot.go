package scene

// Plot says how the marks of a chart stand, so that a format with charts of its own draws the same ones from Data. It is decided
// with the drawing. What such a chart cannot draw, callouts, brackets, open ends, is in Under and Over.
type Plot struct {
	Form    Form
	Stack   Stack
	Lying   bool // values run rightwards, categories below each other
	Box     Rect // from the first to the last category and between the ends of Values
	Between bool // categories stand in the middle of a step; else the first and the last stand on the edges of Box

	Values [2]float64 // at the low and the high edge of Box
	Across [2]float64 // the same of x, where points have one
	Ticks  bool       // the value axis has ticks and lines at every Step of Axes[0], from Values[0] (and x of Axes[1], from Across[0])

	Gap     float64 // between categories, in widths of one bar
	Overlap float64 // of neighbouring bars, in widths of one; below zero: a gap
	Hole    float64 // of a ring, in radii

	Order []int     // the categories in their order from the left or the top; −1: all others as one, Rest
	Rest  *Rest     // what stands for categories that have no mark of their own
	Parts []int     // the series in the order in which they are stacked or painted
	At    []float64 // places of the categories that are true to time (days since 1970) or to a number; nil: evenly
	Dated bool      // At are days
	Days  bool      // the values of Spans and Moments are days
	Sure  []*Sure   // of Spans whose ends are soft, and of Moments, by category; nil: the row is not drawn from its numbers
	Wide  []Wide    // of Tiles, by category
	Tones []Color   // what fills areas, by series
	Grid  *Table    // of Cells, with all that stands in it

	Categories []string // as they are called in full: dates in words
	Named      bool     // every category is named so at its place; else the names are in Over
	Names      Style    // of the categories' names
	Tick       Style    // of the ticks' labels
	Rule       Stroke
	Base       Stroke // the line of the categories' axis; no colour: none

	Levels []Level // lines at values, across the whole box
	Under  []Item  // those of Drawing that lie below the marks and are not drawn from Data, in their order
	Over   []Item  // … and those above
}

// Form is the kind of marks that a chart has.
type Form uint8

// The forms that office files have, or can be given.
const (
	NoForm  Form = iota // only the drawing
	Bars                // from zero, or upon each other
	Lines               // through the categories
	Joined              // lines through points that have an x
	Areas               // below lines
	Points              // at x and y
	Bubbles             // the same with a size as area
	Ring                // parts of a whole
	Spans               // bars from Low to High
	Moments             // a diamond a row, between Low and High
	Pairs               // two dots in a row, joined
	Steps               // a running sum: bars from where the last one ended
	Tiles               // shares upon each other, in columns as wide as their size
	Cells               // numbers in filled cells: no chart of office programs but a table, Grid
)

// Sure is what is certain of a span with soft ends: what surely lies within it. A moment stands at From.
type Sure struct {
	From, To float64
	Soft     Color // of what lies around it
}

// Wide is a column of tiles: where it stands in Box, in shares of its width, and the colours of its parts.
type Wide struct {
	From, To float64
	Tones    []Color // by series
	Total    bool    // of all others: its width says nothing
}

// Stack says how several series share a category.
type Stack uint8

// Stacks.
const (
	Beside Stack = iota
	OnTop
	Shares // of a hundred
)

// Level is a line at a value, such as a target.
type Level struct {
	Value float64
	Name  string
	Pen   Stroke
}

// Rest is a row that stands for several: the interval in which they lie.
type Rest struct {
	Name  string
	Datum Datum
}

// DataMark is how one datum is drawn, where it is not just in the colour of its series.
type DataMark struct {
	Color   Color
	Hatch   Color  // of lines across it, of a dot its rim; none: flat
	Join    Color  // of Pairs, on the first: of the line to the row's other dot; none: the chart draws none
	Outline bool   // only its edge is drawn: a plan
	Step    string // in a running sum: "total", "rise" or "fall"
	Radius  Pt     // of a dot; 0: no dot
	Ahead   bool   // the line that leads to it is dashed: it is expected
	Label   *Label // what stands at the mark and goes where it goes
}

// Label is what is printed at a mark.
type Label struct {
	Spans  []Span
	Place  Place
	Shift  Point  // how far it was moved from there
	Format string // spreadsheet format in which the value prints as the label does; empty: the label is more than the value
	Named  bool   // the first span is the series' name, the last the value (after a blank)
	Frame  Rect   // where it stands on the page
}

// Place is where a label stands: beyond the end of its mark, inside it, in its middle, or about a point.
type Place uint8

// Places.
const (
	OutEnd Place = iota
	InEnd
	Middle
	Above
	Below
	LeftOf
	RightOf
)

// As is how a datum is drawn: its own mark, or a plain one.
func (d *Datum) As() DataMark {
	if d.Drawn != nil {
		return *d.Drawn
	}
	return DataMark{}
}
