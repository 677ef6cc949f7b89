package page

import (
	"fmt"
	"slices"

	"roadshow/briefing"
	"roadshow/scene"
	"roadshow/typeset"
)

// Exhibit is evidence with its number, claim, unit line and source: the frame that charts, tables and diagrams share.
type Exhibit struct {
	k      *Composer
	B      *briefing.Block
	width  scene.Pt
	Unit   string // measure, unit, period
	alt    string
	Extra  string // what the source line must add
	number int
	entry  int
}

// Exhibit numbers the block in the order of the document.
func (k *Composer) Exhibit(b *briefing.Block, width scene.Pt, unit, alt string) *Exhibit {
	k.topped[b] = true
	entry := slices.IndexFunc(k.exhibits, func(e exhibitEntry) bool { return e.ID == b.ID }) // set in another form before
	if entry < 0 {
		entry = len(k.exhibits)
		k.exhibits = append(k.exhibits, exhibitEntry{Number: entry + 1, Title: b.Title.String(), ID: b.ID})
	}
	return &Exhibit{k: k, B: b, width: width, Unit: unit, alt: alt, number: entry + 1, entry: entry}
}

// caption is the rule, number, claim and unit line. Continued parts say which of how many they are.
func (e *Exhibit) caption(part int, of *Parts) *Box {
	k := e.k
	num := k.Line(fmt.Sprintf("%s %d", k.Own().Exhibit, e.number), k.St.ExhibitNumber)
	in := num.Width + 8
	sticker, stickerWidth := k.sticker(e.B.Sticker)
	room, below := e.width-in, scene.Pt(0)
	if sticker != nil {
		room -= stickerWidth + 10
	}
	if e.width <= k.Grid.RailW && k.medium == scene.Document { // the claim stands below the number
		in, room, below = 0, e.width, 14
	}
	title := func(suffix string) typeset.Block {
		p := e.B.Title
		if suffix != "" {
			p = append(p[:len(p):len(p)], briefing.Inline{Text: suffix})
		}
		return k.Set(p, k.St.ExhibitTitle, room, typeset.Balanced)
	}
	reserve := ""
	if part > 0 {
		reserve = k.partMark(9, 9)
	}
	lines := len(title(reserve).Lines)
	h := below + 14 + scene.Pt(max(lines, 1)-1)*k.St.ExhibitTitle.Leading
	var unit typeset.Block
	if e.Unit != "" {
		unit = k.Words(e.Unit, k.St.ExhibitUnit, e.width-in, typeset.Greedy)
		h += 12 + scene.Pt(len(unit.Lines)-1)*11
	}
	box := &Box{H: h + 12, KeepNext: true}
	box.Draw = func(c *Canvas, x, y scene.Pt) {
		suffix, id := "", e.B.ID
		if of.Total > 1 {
			suffix = k.partMark(part+1, of.Total)
		}
		if part > 0 {
			id += fmt.Sprintf("@%d", part+1)
		} else {
			k.exhibits[e.entry].Page = c.Page.Number
		}
		c.Add(Rule(x, y, e.width, 0.9, k.Look.RuleStrong))
		c.Add(num.Text(id+"/number", scene.RoleCaption, x, y+14))
		t := title(suffix)
		c.Add(t.Text(id+"/title", scene.RoleCaption, x+in, y+below+14))
		if e.Unit != "" {
			c.Add(unit.Text(id+"/unit", scene.RoleCaption, x+in, y+below+26+scene.Pt(max(lines, 1)-1)*k.St.ExhibitTitle.Leading))
		}
		if sticker != nil {
			sticker(c, x+e.width, y+5)
		}
	}
	return box
}

// group is the tagged figure around one part.
func (e *Exhibit) group(part int) *scene.Group {
	id := e.B.ID
	if part > 0 {
		id += fmt.Sprintf("@%d", part+1)
	}
	alt := e.alt
	if alt == "" {
		alt = e.B.Title.String()
		if e.Unit != "" {
			alt = JoinSentences(alt, e.Unit)
		}
	}
	return &scene.Group{ID: id, Role: scene.RoleExhibit, Alt: OrWords(alt, e.B.Layout)}
}

// Frame puts the caption above one undividable body and the source below.
func (e *Exhibit) Frame(body *Box) *Box {
	l := List{Items: []*Box{body}, Head: e.caption, Foot: e.foot, Group: e.group}
	box := l.Box().Fix()
	e.flow(box)
	return box
}

// Rows puts the caption above items that may continue on the next page, and the source below each part.
func (e *Exhibit) Rows(items []*Box, least int, head func() *Box) *Box {
	l := List{Items: items, Least: least, Head: e.caption, Foot: e.foot, Group: e.group}
	if head != nil {
		l.Head = func(part int, of *Parts) *Box { return Stack(e.caption(part, of), head()) }
	}
	box := l.Box()
	e.flow(box)
	return box
}

func (e *Exhibit) flow(box *Box) {
	box.Before, box.After, box.Float, box.At = 18, 20, e.B.Theme != nil, e.B.At
	box.Name = fmt.Sprintf("%s %d", e.k.Own().Exhibit, e.number)
	if e.width > e.k.Grid.MainW+1 {
		box.Col = Full
	}
}

func (e *Exhibit) foot() *Box { return e.k.SourceBox(e.B, e.width, e.Extra) }

// sticker is the pill that says what kind of evidence this is, by its right end; nil when it needs none.
func (k *Composer) sticker(word string) (draw func(c *Canvas, right, y scene.Pt), width scene.Pt) {
	pill, w := k.pill(word, k.St.Sticker)
	if pill == nil {
		return nil, 0
	}
	return func(c *Canvas, right, y scene.Pt) { pill(c, right-w, y) }, w
}

// pill is a sticker's word in its frame, 14 pt high; nil for no word.
func (k *Composer) pill(word string, st scene.Style) (draw func(c *Canvas, x, y scene.Pt), width scene.Pt) {
	if word == "" {
		return nil, 0
	}
	b := k.Line(k.stickerWord(word), st)
	w := b.Width + 14
	return func(c *Canvas, x, y scene.Pt) {
		frame := scene.Rect{X: x, Y: y, W: w, H: 14}
		c.Add(&scene.Shape{Path: scene.RoundRectPath(frame, 7), Stroke: scene.Stroke{Color: k.Look.Muted, Width: 0.75}})
		c.Add(b.Text("", scene.RoleSticker, frame.X+7, y+10))
	}, w
}
