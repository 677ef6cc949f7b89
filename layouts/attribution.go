package layouts

import (
	"strings"

	"roadshow/briefing"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
	"roadshow/words"
)

// speakerForm is how a speaker stands: a seal, and name and role from in on, level with its middle.
type speakerForm struct {
	side, in   scene.Pt
	name, role scene.Style
	nameBreak  typeset.Break
	free       scene.Pt    // what words leave of their column
	ground     scene.Color // of the seal; none: the speaker's own
	later      bool        // measured before it is drawn, as slides are
}

// pageSpeaker and slideSpeaker are speakers beside a seal of a side.
func pageSpeaker(k *page.Composer, side scene.Pt) speakerForm {
	return speakerForm{side: side, in: side + side*0.32, name: k.St.Name, role: k.St.Role}
}

func slideSpeaker(s *page.Slides, side scene.Pt) speakerForm {
	return speakerForm{side: side, in: side + side*0.3, name: s.St.Name, role: s.St.Role, later: true}
}

// on is the form with a seal in the colour of a stance.
func (f speakerForm) on(ground scene.Color) speakerForm { f.ground = ground; return f }

// attribution is who speaks, in a column of width w.
func attribution(k *page.Composer, q briefing.Quote, w scene.Pt, f speakerForm, id string) *page.Box {
	if f.ground.None() {
		f.ground = k.SealColor(q.By)
	}
	build := func() *page.Box {
		words := page.Stack(k.Told(k.Name(q.By), page.Measure{Style: f.name, W: w - f.in - f.free, Break: f.nameBreak}, id+"/by", scene.RoleAttribution),
			k.Told(q.Role, page.Balanced(f.role, w-f.in-f.free), id+"/role", scene.RoleAttribution))
		seal := &page.Box{Draw: func(c *page.Canvas, x, y scene.Pt) {
			k.Seal(c, page.SealLetters(q.By), x, y, f.side, f.ground, k.Look.On(f.ground))
		}}
		return page.Placed(max(f.side, words.H), q.At, page.Cell{Box: seal}, page.Cell{Box: words, X: f.in, Y: max(0, (f.side-words.H)/2)})
	}
	if f.later {
		return k.Later(build)
	}
	return build()
}

// printed is a quotation's words as the page shows them. Display sizes hang an ornamental opening mark instead.
func printed(k *page.Composer, q briefing.Quote) string {
	if q.Paraphrase {
		return q.Text
	}
	m := words.Quoting(k.B.Tag)
	return m.Open + q.Text + m.Close
}

// ornament is the mark before a quotation at display size; nil for a paraphrase. A German „ stands on the baseline, where an
// ornament would be a comma: the mark that stands high serves.
func ornament(k *page.Composer, q briefing.Quote, st scene.Style) *page.Box {
	mark := "“"
	if strings.HasPrefix(words.Quoting(k.B.Tag).Open, "«") {
		mark = "«"
	}
	if q.Paraphrase {
		mark = ""
	}
	return k.Told(mark, page.OneLine(st), "", scene.RoleOrnament)
}

// saidWhere is where and when the words were said.
func saidWhere(k *page.Composer, q briefing.Quote) string {
	return page.JoinWords(k.Marks().Comma, page.UpperFirst(q.Locator), k.Date(q.Date))
}

// saidBy is what the source line adds of quotations: where and when each was said.
func saidBy(k *page.Composer, quotes ...briefing.Quote) string {
	out := ""
	for _, q := range quotes {
		if said := saidWhere(k, q); said != "" {
			out = page.JoinWords(k.Marks().Semicolon, out, q.By.Name()+k.Marks().Comma+said)
		}
	}
	return out
}
