package page

import (
	"slices"

	"roadshow/briefing"
	"roadshow/internal/diag"
	"roadshow/scene"
	"roadshow/typeset"
)

// Measure is how a part of a block is set in a medium: its style and width, how it breaks, and the space above it. A layout says
// once what its parts are; one value of measures a medium says how they look there. A part without a measure is not printed there.
type Measure struct {
	Style  scene.Style
	W      scene.Pt
	Break  typeset.Break
	Before scene.Pt
	Hang   bool // marks hang outside the edge, inside the safe area
	Short  bool // as body is, balanced where the last line would be a word or two
}

// Balanced is a measure of even lines, as most parts of a block have.
func Balanced(st scene.Style, w scene.Pt) Measure {
	return Measure{Style: st, W: w, Break: typeset.Balanced}
}

// OneLine is a measure of words that do not break.
func OneLine(st scene.Style) Measure { return Measure{Style: st, Break: typeset.NoBreak} }

// Under is the measure with space above.
func (m Measure) Under(before scene.Pt) Measure { m.Before = before; return m }

// Hung is the measure with hanging marks.
func (m Measure) Hung() Measure { m.Hang = true; return m }

// Part is prose set as a part of a block; nil for none.
func (k *Composer) Part(p briefing.Prose, m Measure, id string, role scene.Role) *Box {
	if p.Empty() || m.Style.Size == 0 {
		return nil
	}
	if m.Short {
		return m.box(k.Short(p, m.Style, m.W), id, role)
	}
	return k.spanned(k.Spans(p, m.Style), m, id, role)
}

// Told is Part for plain words.
func (k *Composer) Told(s string, m Measure, id string, role scene.Role) *Box {
	if s == "" || m.Style.Size == 0 {
		return nil
	}
	return k.spanned([]scene.Span{{Text: s, Style: m.Style}}, m, id, role)
}

// Led is Part behind a word that says what it is; the word is left out where it has no style.
func (k *Composer) Led(lead string, by scene.Style, p briefing.Prose, m Measure, id string, role scene.Role) *Box {
	if p.Empty() || by.Size == 0 {
		return k.Part(p, m, id, role)
	}
	return k.spanned(append([]scene.Span{{Text: lead + WideGap, Style: by}}, k.Spans(p, m.Style)...), m, id, role)
}

func (k *Composer) spanned(spans []scene.Span, m Measure, id string, role scene.Role) *Box {
	return m.box(k.Fonts.Set(spans, typeset.Options{Width: m.W, Break: m.Break, Hang: m.Hang, Hyphenate: m.Break == typeset.Greedy && tight(m.W, m.Style)}), id, role)
}

func (m Measure) box(b typeset.Block, id string, role scene.Role) *Box {
	box := TextBox(b, id, role, m.Style)
	box.Before = m.Before
	if m.Hang {
		draw := box.Draw
		box.Draw = func(c *Canvas, x, y scene.Pt) { draw(c, Hung(x, b), y) }
	}
	return box
}

// Cell is a box in its place in another.
type Cell struct {
	Box  *Box
	X, Y scene.Pt
}

// Ruling is a rule of a width, which takes no height.
func Ruling(w, weight scene.Pt, color scene.Color) *Box {
	return &Box{Draw: func(c *Canvas, x, y scene.Pt) { c.Add(Rule(x, y, w, weight, color)) }}
}

// AfterRule is b below the short rule that parts it from what stands above, its first line so far below the rule; nil for nil.
func (k *Composer) AfterRule(b *Box, base scene.Pt) *Box {
	if b == nil {
		return nil
	}
	return Placed(base-b.Base+b.H, b.At, Cell{Box: Ruling(40, 0.75, k.Look.RuleStrong)}, Level(b, 0, base))
}

// Grouped is a box in the group of its block; drawing it notes the page that uses the block's sources.
func (k *Composer) Grouped(b *briefing.Block, box *Box) *Box {
	draw := box.Draw
	box.Draw = func(c *Canvas, x, y scene.Pt) {
		k.Use(c.Page.Number, b.Sources...)
		c.Group(k.blockGroup(b)(0), func(c *Canvas) { draw(c, x, y) })
	}
	return box
}

// Level is a cell whose first line stands on a baseline.
func Level(b *Box, x, base scene.Pt) Cell {
	if b == nil {
		return Cell{}
	}
	return Cell{b, x, base - b.Base}
}

// Placed is cells in a box of a height, drawn in the order given, which is that of reading. Cells without a box are left out.
func Placed(h scene.Pt, at diag.Span, cells ...Cell) *Box {
	return &Box{H: h, At: at, Draw: func(c *Canvas, x, y scene.Pt) {
		for _, l := range cells {
			if l.Box != nil {
				l.Box.Draw(c, x+l.X, y+l.Y)
			}
		}
	}}
}

// NextLine is b under a as if it were its next line: gap is between their slots, whatever the sizes.
func NextLine(a, b *Box, gap scene.Pt) *Box {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	}
	under := Placed(a.H+gap+b.H, a.At, Cell{a, 0, 0}, Level(b, 0, a.H+gap+a.Base))
	under.Base = a.Base
	return under
}

// Highest is the height of the highest of boxes that there are.
func Highest(boxes ...*Box) (h scene.Pt) {
	for _, b := range boxes {
		if b != nil {
			h = max(h, b.H)
		}
	}
	return h
}

// present are the boxes that there are.
func present(boxes []*Box) []*Box {
	if slices.Contains(boxes, nil) {
		return slices.DeleteFunc(slices.Clone(boxes), func(b *Box) bool { return b == nil })
	}
	return boxes
}

// Ruled is rows over the full width with a rule above each, as a list under the block's claim: at least two stay together. Its
// source line is printed where the author names one.
func (f *Flow) Ruled(b *briefing.Block, rows []*Box, name string) {
	k := f.K
	for i, r := range rows {
		ruled := *r
		ruled.Draw = func(c *Canvas, x, y scene.Pt) {
			k.rowRule(c, i == 0, x, y, k.Grid.Width())
			r.Draw(c, x, y)
		}
		rows[i] = &ruled
	}
	f.Add(k.Whole(b, rows, 2, k.OwnSource(b), name))
}

// rowRule is the rule above a row, stronger above the first.
func (k *Composer) rowRule(c *Canvas, first bool, x, y, w scene.Pt) {
	if first {
		c.Add(Rule(x, y, w, 0.75, k.Look.RuleStrong))
	} else {
		c.Add(Rule(x, y, w, 0.5, k.Look.Rule))
	}
}

// OwnSource makes the source line of a block that needs none; nil where there is nothing to say.
func (k *Composer) OwnSource(b *briefing.Block) func() *Box {
	if !b.OwnSource && b.Note.Empty() {
		return nil
	}
	return func() *Box { return k.NoteBox(b, k.Grid.Width()) }
}
