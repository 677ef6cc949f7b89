package page

import (
	"cmp"
	"slices"

	"roadshow/briefing"
	"roadshow/internal/diag"
	"roadshow/scene"
	"roadshow/typeset"
)

// Column says where a box flows.
type Column uint8

// Columns of the document.
const (
	Main Column = iota
	Full        // both columns
)

// Box is a piece of a column: it has a height, can be drawn once, and may know how to be split or flexed.
type Box struct {
	H             scene.Pt
	Base          scene.Pt // its first baseline, below its top
	Before, After scene.Pt // space to its neighbours: the larger of the two meeting ones counts
	Col           Column
	KeepNext      bool // a heading, or words that end in a colon: never the last thing in a column
	Float         bool // an exhibit: text may go before it when it does not fit
	Text          bool // running text: may move up past a waiting exhibit
	// Draw places the box with its top left corner at (x, y).
	Draw func(c *Canvas, x, y scene.Pt)
	// Split cuts the box so that head is at most avail high. head is nil when nothing fits, and tail is nil when all does.
	Split func(avail scene.Pt) (head, tail *Box)
	// Loose is Split where a whole page was not enough to keep neighbours together; nil: nothing more can be done.
	Loose func(avail scene.Pt) (head, tail *Box)
	// Items are what a list holds: an error of height names the one that is too high.
	Items []*Box
	// InRail is the same thing set for the rail: used where the box alone would open a page.
	InRail *Box
	// Parts is shared by the pieces that one box was split into.
	Parts *Parts
	// Flex is the box with its plot at a multiple of its height; nil for boxes without a plot.
	Flex func(factor scene.Pt) *Box
	// Plot is the height that Flex multiplies. Stretch is how much of it may be added, Shrink how much may be taken, as shares,
	// to fill a page.
	Plot, Stretch, Shrink scene.Pt
	// Grows: the plot gets higher where a box of the full width follows notes in the rail that end lower; nothing else would
	// fill the hole under it.
	Grows bool
	// Rail is drawn in the rail beside this box, level with its top; it may end lower.
	Rail *Box
	// Side are rail boxes that may stand no higher than this box.
	Side []*Box
	// Notes are footnotes that the words mark and that the page has at its foot.
	Notes []*briefing.Note
	// Uses are sources whose numbers the words print.
	Uses []*briefing.Source
	At   diag.Span
	Name string   // what it is, for messages
	Min  scene.Pt // least height of a head when split, for keep-with-next; 0: H
}

// Canvas receives the items of one page, or of one group on it.
type Canvas struct {
	Page  *scene.Page
	Items []scene.Item
}

// Add appends items in reading order.
func (c *Canvas) Add(items ...scene.Item) { c.Items = append(c.Items, items...) }

// Group draws into a group of its own and adds it.
func (c *Canvas) Group(g *scene.Group, draw func(*Canvas)) {
	inner := &Canvas{Page: c.Page}
	draw(inner)
	g.Items = append(g.Items, inner.Items...)
	c.Add(g)
}

// TextBox is a block of set text. Paragraphs split with at least two lines on either side.
func TextBox(b typeset.Block, id string, role scene.Role, st scene.Style) *Box {
	return textBox(b, scene.Text{ID: id, Role: role}, st)
}

// textBox is TextBox for a text of which more is said than its role: of is the text without its words.
func textBox(b typeset.Block, of scene.Text, st scene.Style) *Box {
	box := &Box{H: b.Height, Base: Base(st), Text: true, Min: 2 * st.Leading}
	if len(b.Lines) < 4 {
		box.Min = b.Height
	}
	box.Draw = func(c *Canvas, x, y scene.Pt) {
		t := b.Text(of.ID, of.Role, x, y+Base(st))
		t.List, t.Rest = of.List, of.Rest
		c.Add(t)
	}
	box.Split = func(avail scene.Pt) (*Box, *Box) {
		total := len(b.Lines)
		n := min(int((avail+0.01)/st.Leading), total)
		if n == total {
			return box, nil
		}
		if total-n < 2 {
			n = total - 2
		}
		if n < 2 {
			return nil, box
		}
		first, rest := b.Split(n)
		after := of
		after.ID, after.Rest = "", cmp.Or(of.Rest, of.ID)
		if b.Lines[n-1].Para != b.Lines[n].Para {
			after.Rest = ""
		}
		head, tail := textBox(first, of, st), textBox(rest, after, st)
		copyFlow(head, box)
		copyFlow(tail, box)
		head.After, tail.Before, tail.Side, tail.KeepNext = 0, 0, nil, box.KeepNext
		head.Notes, tail.Notes = partNotes(box.Notes, first), partNotes(box.Notes, rest)
		return head, tail
	}
	return box
}

// partNotes are the footnotes whose marks stand in a part of a paragraph.
func partNotes(all []*briefing.Note, part typeset.Block) (out []*briefing.Note) {
	for _, n := range all {
		if slices.ContainsFunc(part.Lines, func(l scene.Line) bool {
			return slices.ContainsFunc(l.Runs, func(r scene.Run) bool {
				return r.Link == "#"+n.ID
			})
		}) {
			out = append(out, n)
		}
	}
	return out
}

// copyFlow gives a part of a box what the whole one had.
func copyFlow(to, from *Box) {
	if from.Parts == nil {
		from.Parts = &Parts{}
	}
	to.Parts = from.Parts
	to.Before, to.After, to.Col, to.At, to.Name = from.Before, from.After, from.Col, from.At, from.Name
	to.Side, to.Text, to.Float, to.Uses, to.Notes = from.Side, from.Text, from.Float, from.Uses, from.Notes
}

// instead is another height of a box, with all that the box had in the flow.
func (b *Box) instead(c *Box) *Box {
	copyFlow(c, b)
	c.Rail, c.Grows = b.Rail, b.Grows
	return c
}

// Stack is boxes one under the other, kept together; those that are nil are left out.
func Stack(boxes ...*Box) *Box {
	boxes = present(boxes)
	s := &Box{}
	ys := make([]scene.Pt, len(boxes))
	for i, b := range boxes {
		if i > 0 {
			s.H += max(boxes[i-1].After, b.Before)
		}
		ys[i] = s.H
		s.H += b.H
	}
	if len(boxes) > 0 {
		s.Base, s.Before, s.After, s.At, s.Name = boxes[0].Base, boxes[0].Before, boxes[len(boxes)-1].After, boxes[0].At, boxes[0].Name
	}
	s.Draw = func(c *Canvas, x, y scene.Pt) {
		for i, b := range boxes {
			b.Draw(c, x, y+ys[i])
		}
	}
	return s
}

// Parts is how many pieces a box was split into: known when the pages are planned, read when they are drawn.
type Parts struct{ Total int }

// List is boxes one under the other that break between items, at least Least of them on either side.
type List struct {
	Items []*Box
	Least int
	// Head, when not nil, makes what stands above the items of every part (0 is the first): a caption, a table's head.
	Head func(part int, of *Parts) *Box
	// Foot, when not nil, closes every part: a source line; nil of it: nothing to close with.
	Foot func() *Box
	// Group, when not nil, makes the group that a part's items are drawn into.
	Group func(part int) *scene.Group
}

// Box makes the list a box that splits.
func (l List) Box() *Box { return l.from(l.Items, 0, &Parts{}) }

func (l List) from(items []*Box, part int, parts *Parts) *Box {
	var head, foot []*Box
	if l.Head != nil {
		head = []*Box{l.Head(part, parts)}
	}
	if l.Foot != nil {
		foot = present([]*Box{l.Foot()})
	}
	all := slices.Concat(head, items, foot)
	least := max(1, l.Least)
	shortest := stackHeight(slices.Concat(head, items[:min(len(items), least)], foot))
	if len(items) < 2*least {
		shortest = stackHeight(all) // too few to be parted
	}
	box := Stack(all...)
	box.Parts, box.Min = parts, shortest
	if l.Group != nil {
		draw := box.Draw
		box.Draw = func(c *Canvas, x, y scene.Pt) {
			c.Group(l.Group(part), func(c *Canvas) { draw(c, x, y) })
		}
	}
	split := func(least int) func(scene.Pt) (*Box, *Box) {
		return func(avail scene.Pt) (*Box, *Box) {
			if box.H <= avail {
				return box, nil
			}
			n := fitting(head, items, foot, avail)
			if n = min(n, len(items)-least); n < least {
				return nil, box
			}
			first, rest := l.from(items[:n], part, parts), l.from(items[n:], part+1, parts)
			copyFlow(first, box)
			copyFlow(rest, box)
			rest.Side = nil
			return first, rest
		}
	}
	box.Items, box.Split, box.Loose = items, split(least), split(1)
	l.flex(box, items, part, parts)
	return box
}

// listAir is how much higher the items of a list may stand to fill a page, as a share of their height.
const listAir = 0.08

// flex says how a list gets higher: by the plots of its items, or by air around them.
func (l List) flex(box *Box, items []*Box, part int, parts *Parts) {
	if len(items) == 0 || len(items) == 1 && items[0].Flex == nil {
		return
	}
	box.Stretch, box.Shrink = listAir, 0
	if items[0].Flex != nil {
		box.Stretch, box.Shrink = items[0].Stretch, items[0].Shrink
	}
	for _, b := range items {
		if b.Flex != nil {
			box.Plot += b.Plot
		} else {
			box.Plot += b.H
		}
	}
	box.Flex = func(f scene.Pt) *Box {
		flexed := make([]*Box, len(items))
		for i, b := range items {
			if b.Flex != nil {
				flexed[i] = b.instead(b.Flex(f))
				flexed[i].KeepNext = b.KeepNext
			} else {
				flexed[i] = b.airy(f)
			}
		}
		return l.from(flexed, part, parts)
	}
}

// airy is the box in the middle of a frame that is higher by a factor.
func (b *Box) airy(f scene.Pt) *Box {
	c, above := *b, b.H*(f-1)/2
	c.H, c.Base = b.H*f, b.Base+above
	c.Draw = func(canvas *Canvas, x, y scene.Pt) { b.Draw(canvas, x, y+above) }
	return &c
}

// Fix takes from a box that it could be split.
func (b *Box) Fix() *Box {
	b.Split, b.Loose = nil, nil
	return b
}

// fitting counts the items that fit between head and foot, gaps included.
func fitting(head, items, foot []*Box, avail scene.Pt) int {
	h := stackHeight(head)
	last := append([]*Box{}, head...)
	for n, b := range items {
		h += b.H
		if len(last) > 0 {
			h += max(last[len(last)-1].After, b.Before)
		}
		end := h
		for _, f := range foot {
			end += max(b.After, f.Before) + f.H
		}
		if end > avail+0.01 {
			return n
		}
		last = items[n : n+1]
	}
	return len(items)
}

func stackHeight(boxes []*Box) scene.Pt {
	var h scene.Pt
	for i, b := range boxes {
		h += gapBefore(boxes, i) + b.H
	}
	return h
}

// Space is an empty box.
func Space(h scene.Pt) *Box { return &Box{H: h, Draw: func(*Canvas, scene.Pt, scene.Pt) {}} }

// Beside draws boxes in columns of one row, tops aligned.
func Beside(xs []scene.Pt, boxes ...*Box) *Box {
	r := &Box{}
	for _, b := range boxes {
		r.H = max(r.H, b.H)
	}
	r.Draw = func(c *Canvas, x, y scene.Pt) {
		for i, b := range boxes {
			b.Draw(c, x+xs[i], y)
		}
	}
	return r
}
