package page

import (
	"fmt"

	"roadshow/briefing"
	"roadshow/scene"
	"roadshow/typeset"
)

// place lets a block's layout put it into the flow. What the layout does not head itself, with an exhibit's caption or a
// cross-heading, is headed here: no layout can lose a block's claim or its sticker.
func (k *Composer) place(f *Flow, b *briefing.Block) {
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
func (k *Composer) notesBelow(f *Flow, b *briefing.Block, boxes, beside int) {
	if len(b.Notes) == 0 || k.foot.at[b] {
		return
	}
	if n := f.beside(); n > beside && len(f.boxes) > 0 {
		at := &f.boxes[len(f.boxes)-1].Side[n-1]
		under := Stack(*at, k.withNotes(b, nil, k.Grid.RailW))
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
func (k *Composer) head(b *briefing.Block, width scene.Pt) *Box {
	if !b.Title.Empty() {
		return k.TitleBox(b, b.Title, b.ID+"/title", width)
	}
	draw, _ := k.sticker(b.Sticker)
	box := &Box{H: 14, After: 6, KeepNext: true, At: b.At}
	box.Draw = func(c *Canvas, x, y scene.Pt) { draw(c, x+width, y) }
	return box
}

// TextHead is the head of running text: of the main column in a theme, at the left edge in the back matter.
func (k *Composer) TextHead(b *briefing.Block) *Box {
	if b.Theme != nil {
		return k.TitleBox(b, b.Title, b.ID, k.Grid.MainW)
	}
	head := k.TitleBox(b, b.Title, b.ID, k.Grid.Width())
	head.Col = Full
	return head
}

// headed is a box that cannot be split under its head.
func headed(head, b *Box) *Box {
	s := Stack(head, b)
	copyFlow(s, b)
	s.Before = max(s.Before, head.Before)
	return s
}

// TitleBox is the claim above evidence that is no numbered exhibit: a cross-heading in a theme, a larger one in the back
// matter. Its sticker stands at the end of its first line.
func (k *Composer) TitleBox(b *briefing.Block, p briefing.Prose, id string, w scene.Pt) *Box {
	k.topped[b] = true
	st, room := k.titleStyle(b), w
	sticker, stickerW := k.sticker(b.Sticker)
	if sticker != nil {
		room -= stickerW + 10
	}
	box := TextBox(k.Set(p, st, room, typeset.Balanced), id, scene.RoleHeading, st)
	if draw := box.Draw; sticker != nil {
		box.Draw = func(c *Canvas, x, y scene.Pt) {
			draw(c, x, y)
			sticker(c, x+w, y+Base(st)-11)
		}
	}
	box.Before, box.After, box.KeepNext, box.Split, box.At = 20, 8, true, nil, b.At
	if b.Theme == nil {
		box.Before, box.After = 34, 12
	}
	return box
}

func (k *Composer) titleStyle(b *briefing.Block) scene.Style {
	if b.Theme == nil {
		return k.St.BackHead
	}
	return k.St.Heading
}

// heading makes the head of a list: the block's claim, which continued parts repeat and number.
func (k *Composer) heading(b *briefing.Block, w scene.Pt) func(part int, of *Parts) *Box {
	return func(part int, of *Parts) *Box {
		numbered := func(suffix string) briefing.Prose {
			return append(b.Title[:len(b.Title):len(b.Title)], briefing.Inline{Text: suffix})
		}
		id := b.ID + "/title"
		if part == 0 {
			// The first part's suffix is known only when the pages are: its room is kept free where the last line is short.
			box := k.TitleBox(b, b.Title, id, w)
			draw := box.Draw
			box.Draw = func(c *Canvas, x, y scene.Pt) {
				if of.Total > 1 {
					if more := k.TitleBox(b, numbered(k.partMark(1, of.Total)), id, w); more.H == box.H {
						more.Draw(c, x, y)
						return
					}
				}
				draw(c, x, y)
			}
			return box
		}
		box := k.TitleBox(b, numbered(k.partMark(9, 9)), id, w)
		box.Draw = func(c *Canvas, x, y scene.Pt) {
			t := k.TitleBox(b, numbered(k.partMark(part+1, of.Total)), fmt.Sprintf("%s@%d", id, part+1), w)
			t.Draw(c, x, y)
		}
		return box
	}
}

// Whole is evidence under its claim, over the full width: list items that may continue on the next page.
func (k *Composer) Whole(b *briefing.Block, items []*Box, least int, foot func() *Box, name string) *Box {
	l := List{Items: items, Least: least, Group: k.blockGroup(b), Foot: foot}
	if !b.Title.Empty() {
		l.Head = k.heading(b, k.Grid.Width())
	}
	box := l.Box()
	box.Col, box.Before, box.After, box.At, box.Name, box.Float = Full, 20, 22, b.At, name, b.Theme != nil
	if b.Theme == nil {
		box.Before = 34
	}
	return box
}

// blockGroup is the group around each part of a block that is no exhibit.
func (k *Composer) blockGroup(b *briefing.Block) func(part int) *scene.Group {
	return func(part int) *scene.Group {
		id := b.ID
		if part > 0 {
			id += "@" + Itoa(part+1)
		}
		return &scene.Group{ID: id, Role: scene.RoleBlock}
	}
}
