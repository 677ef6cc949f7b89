package layouts

import (
	"roadshow/briefing"
	"roadshow/scene"
)

// place lets a block's layout put it into the flow. What the layout does not head itself, with an exhibit's caption or a
// cross-heading, is headed here: no layout can lose a block's claim or its sticker.
func (k *Kit) place(f *Flow, b *briefing.Block) {
	boxes, beside := len(f.boxes), f.beside()
	defer k.L.Within(k.L.Len(), b.At)
	k.layout(b).Page(f, b)
	k.notesBelow(f, b, boxes, beside)
	if k.topped[b] || b.Title.Empty() && b.Sticker == "" {
		return
	}
	if n := f.beside(); n > beside && len(f.boxes) > 0 {
		at := &f.boxes[len(f.boxes)-1].Side[n-1]
		*at = headed(k.head(b, k.Grid.RailW), *at)
		return
	}
	if len(f.boxes) == boxes {
		return // it could not be placed, which was reported
	}
	first, width := f.boxes[boxes], k.Grid.MainW
	if first.Col == Full {
		width = k.Grid.Width()
	}
	head := k.head(b, width)
	if first.Split == nil {
		f.boxes[boxes] = headed(head, first)
		return
	}
	f.boxes = append(f.boxes[:boxes], append([]*Box{head}, f.boxes[boxes:]...)...)
}

// notesBelow puts a block's footnotes below it where its layout has no foot.
func (k *Kit) notesBelow(f *Flow, b *briefing.Block, boxes, beside int) {
	if len(b.Notes) == 0 || k.foot.at[b] {
		return
	}
	if n := f.beside(); n > beside && len(f.boxes) > 0 {
		at := &f.boxes[len(f.boxes)-1].Side[n-1]
		under := stack(*at, k.withNotes(b, nil, k.Grid.RailW))
		copyFlow(under, *at)
		*at = under
		return
	}
	if len(f.boxes) == boxes {
		return // it could not be placed, which was reported
	}
	last, width := f.boxes[len(f.boxes)-1], k.Grid.MainW
	if last.Col == Full {
		width = k.Grid.Width()
	}
	foot := k.withNotes(b, nil, width)
	foot.Col, foot.At, foot.After = last.Col, b.At, max(10, last.After)
	last.KeepNext, last.After = true, 0
	f.Add(foot)
}

// beside counts the boxes in the rail beside the last one.
func (f *Flow) beside() int {
	if len(f.boxes) == 0 {
		return 0
	}
	return len(f.boxes[len(f.boxes)-1].Side)
}

// head is a block's claim with its sticker at the end of its line, or the sticker alone.
func (k *Kit) head(b *briefing.Block, width scene.Pt) *Box {
	if !b.Title.Empty() {
		return k.titleBox(b, b.Title, b.ID+"/title", width)
	}
	draw, _ := k.sticker(b.Sticker)
	box := &Box{H: 14, After: 6, KeepNext: true, At: b.At}
	box.Draw = func(c *Canvas, x, y scene.Pt) { draw(c, x+width, y) }
	return box
}

// headed is a box that cannot be split under its head.
func headed(head, b *Box) *Box {
	s := stack(head, b)
	copyFlow(s, b)
	s.Before = max(s.Before, head.Before)
	return s
}
