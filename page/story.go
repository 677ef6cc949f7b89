package page

import (
	"slices"

	"roadshow/briefing"
	"roadshow/scene"
)

// story is what a theme's pages are made of: its argument and its evidence, each in the author's order, which any merge of the
// two keeps. Where the evidence stands among the paragraphs is for the pages to say: see solve.
type story struct {
	text  []*Box
	apart []bool // evidence may stand behind this piece of text: it is no heading, and no item that others follow
	para  []int  // the piece of text that each paragraph of the argument stands in
	units []unit
	row   *Box   // the theme's figures as a row above the argument, instead of in the rail beside it; nil for none
	group *Box   // the figures in the rail
	plain *Box   // the first piece of text without what stands beside it
	wider func() // adds the wider forms of evidence; done when the first form does not fill the pages
	close *Box   // the consequence: stands behind all; nil for none
}

// unit is a block of evidence.
type unit struct {
	forms [][]*Box  // the first is what it is by itself
	costs []float64 // what each form costs
	after int       // it belongs behind so many pieces of text
	cited bool      // the last of them speaks of it
}

// tell begins a story with the paragraphs of its argument, set as boxes, and gives each the footnotes that it marks: the page has them
// at its foot.
func tell(text []*Box, argument []briefing.Para) *story {
	s := &story{text: text, apart: make([]bool, len(text)), para: make([]int, len(argument))}
	n := 0
	for i, p := range argument {
		s.para[i] = n
		text[n].Notes = append(text[n].Notes, p.Prose.Notes()...) // those of a heading that runs in too
		if p.Kind == briefing.RunIn && RunsIn(argument, i) {
			continue
		}
		s.apart[n] = !text[n].KeepNext && !(p.Kind == briefing.Item && i+1 < len(argument) && argument[i+1].Kind == briefing.Item)
		n++
	}
	if len(argument) == 0 {
		s.apart[0] = true
	}
	return s
}

// mention is how many pieces of text stand up to the first that speaks of a block; 0 where none does.
func (s *story) mention(argument []briefing.Para, b *briefing.Block) int {
	for i, p := range argument {
		if slices.ContainsFunc(p.Prose, func(in briefing.Inline) bool { return in.Mention != nil && in.Mention.Block == b }) {
			return s.para[i] + 1
		}
	}
	return 0
}

// inOrder is the story as one sequence: each block of evidence where it belongs.
func (s *story) inOrder() []*Box {
	f := &Flow{}
	next := 0
	for i, b := range s.text {
		f.Add(b)
		for ; next < len(s.units) && (s.units[next].after <= i+1 && s.apart[i] || i == len(s.text)-1); next++ {
			s.units[next].add(f)
		}
	}
	if s.close != nil {
		f.Add(s.close)
	}
	return f.boxes
}

// evidence sets a block in a form. What stands in the rail alone hangs on whatever it follows: its box draws nothing.
func (k *Composer) evidence(b *briefing.Block, f *Flow) []*Box {
	delete(k.topped, b) // of its other form
	delete(k.foot.at, b)
	k.place(f, b)
	if len(f.boxes) == 1 && f.boxes[0].H == 0 && len(f.boxes[0].Side) > 0 {
		return []*Box{{Side: f.boxes[0].Side}}
	}
	return f.boxes
}

// differs says that two forms of a block fill a page in other ways.
func differs(a, b []*Box) bool {
	return !slices.EqualFunc(a, b, func(a, b *Box) bool { return a.H == b.H && a.Col == b.Col && len(a.Side) == len(b.Side) })
}

// also adds another form, where it is one.
func (u *unit) also(boxes []*Box, cost float64) {
	if len(boxes) > 0 && differs(u.forms[0], boxes) {
		u.forms, u.costs = append(u.forms, boxes), append(u.costs, cost)
	}
}

func (u unit) add(f *Flow) {
	if boxes := u.forms[0]; len(boxes) == 1 && boxes[0].Draw == nil {
		f.Rail(boxes[0].Side...)
	} else {
		f.Add(boxes...)
	}
}

// heights are those of the text up to each of its pieces, gaps included: how far apart two places of the argument are.
func (s *story) heights() []scene.Pt {
	h := make([]scene.Pt, len(s.text)+1)
	for i, b := range s.text {
		h[i+1] = h[i] + gapBefore(s.text, i) + b.H
	}
	return h
}

// figures hangs a theme's figures on the first piece of its text, as one group in the rail, and says how they stand as a row.
func (s *story) figures(k *Composer, kpis []*Box) {
	if len(kpis) == 0 {
		return
	}
	if len(kpis) > 3 { // more than a row holds
		s.text[0].Side = append(s.text[0].Side, kpis...)
		return
	}
	first := *s.text[0]
	s.plain = &first
	s.row = Beside(thirds(k.Grid), kpis...)
	s.row.Col, s.row.After, s.row.At, s.row.Name = Full, 18, kpis[0].At, kpis[0].Name
	for _, b := range kpis {
		s.row.Uses, s.row.Notes = append(s.row.Uses, b.Uses...), append(s.row.Notes, b.Notes...)
	}
	if h := stackHeight(kpis); h > k.Grid.height()/2 {
		s.text[0].Side = append(s.text[0].Side, kpis...)
		return
	}
	s.group = Stack(kpis...)
	s.group.Uses, s.group.Notes, s.group.Name = s.row.Uses, s.row.Notes, s.row.Name
	s.text[0].Side = append(s.text[0].Side, s.group)
}

// thirds are where three boxes as wide as the rail stand in a row.
func thirds(g Grid) []scene.Pt {
	gutter := (g.Width() - 3*g.RailW) / 2
	return []scene.Pt{0, g.RailW + gutter, 2 * (g.RailW + gutter)}
}

// unitHeights are those of the evidence up to each block, each in its first form.
func (s *story) unitHeights() []scene.Pt {
	h := make([]scene.Pt, len(s.units)+1)
	for i, u := range s.units {
		h[i+1] = h[i] + stackHeight(u.forms[0])
	}
	return h
}

// higher is by how much the evidence up to each block may be higher than in its first form.
func (s *story) higher() []scene.Pt {
	out := make([]scene.Pt, len(s.units)+1)
	for i, u := range s.units {
		first, most := stackHeight(u.forms[0]), scene.Pt(0)
		for _, boxes := range u.forms {
			h := stackHeight(boxes)
			for _, b := range boxes {
				h += b.Stretch * b.Plot
			}
			most = max(most, h)
		}
		out[i+1] = out[i] + most - first
	}
	return out
}
