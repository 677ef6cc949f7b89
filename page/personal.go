package page

import (
	"strings"

	"roadshow/scene"
	"roadshow/typeset"
)

// Where the line stands that says whose copy it is: above everything else on paper, below everything else on slides, where no layout
// puts anything.
const (
	personalAbove  scene.Pt = 6.5 // from the tracker's rule up to its baseline
	personalSlide  scene.Pt = 532.5
	personalNarrow scene.Pt = 540 // on slides without a footer: their art stands at the right
)

// personalLine is the room for the line that says on every page whose copy it is. The cover names him where it says for whom it was
// prepared; there the line says the rest.
func (k *Composer) personalLine(c *Canvas, left, right, base scene.Pt, ink scene.Color) {
	if !k.personal {
		return
	}
	words := k.Date(k.B.Date) + WideGap + "·" + WideGap + strings.Replace(k.Own().CopyNumber, "%", scene.CopyNumber, 1)
	if c.Page.Layout != "cover" {
		words = k.Own().PreparedFor + scene.CopyTo + WideGap + "·" + WideGap + words
	}
	c.Add(k.room("personal:"+c.Page.ID, scene.RoleFurniture, words, k.St.Footer.With(ink), right-left, 1).at(left, base))
}

// room is a text that stands in for the longest which a copy may have there.
type room struct {
	set   typeset.Block
	id    string
	role  scene.Role
	words string
}

// room fills its lines with the words that are known and with as many others as find room.
func (k *Composer) room(id string, role scene.Role, words string, st scene.Style, width scene.Pt, lines int) room {
	r := room{id: id, role: role, words: words}
	for filler := "nnnn"; ; filler += " nnnn" {
		set := k.Words(strings.NewReplacer(scene.CopyTo, filler, scene.CopyNumber, "00000").Replace(words), st, width, typeset.Greedy)
		if r.set.Lines != nil && (len(set.Lines) > lines || set.Width > width) {
			return r
		}
		if r.set = set; !strings.Contains(words, scene.CopyTo) {
			return r
		}
	}
}

func (r room) at(x, y scene.Pt) *scene.Text {
	t := r.set.Text(r.id, r.role, x, y)
	t.Copy = r.words
	return t
}

// slidePersonal is the line on a slide. It stands before what the slide says, as its furniture does.
func (s *Slides) slidePersonal(c *Canvas, sh Sheet) {
	ink, right := s.Look.Muted, sh.Right
	if sh.bare {
		right = min(right, personalNarrow)
	}
	if sh.ground != s.Look.Background {
		if ink = s.Look.OnAccent; s.Look.Dark {
			ink = s.Look.Text
		}
	}
	s.personalLine(c, SlideLeft, right, personalSlide, ink)
}

// recipient is the room on the cover for whom a copy was prepared.
func (k *Composer) recipient(id string, st scene.Style, width scene.Pt) *Box {
	lines := 2
	if width < 160 {
		lines = 3
	}
	r := k.room(id, scene.RoleLabel, k.Own().PreparedFor+scene.CopyTo, st, width, lines)
	return &Box{H: r.set.Height, Draw: func(c *Canvas, x, y scene.Pt) { c.Add(r.at(x, y+Base(st))) }}
}
