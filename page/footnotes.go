package page

import (
	"cmp"
	"slices"
	"strings"

	"roadshow/art"
	"roadshow/briefing"
	"roadshow/scene"
	"roadshow/typeset"
)

// footnotes are what the pages at hand know of the briefing's footnotes.
type footnotes struct {
	notes   map[string]*briefing.Note // that are marked, by their ids
	numbers map[*briefing.Note]int    // where a medium prints less of a theme than it has
	drawn   map[*briefing.Note]bool
	at      map[*briefing.Block]bool // blocks that have their footnotes
	heights map[*briefing.Note]scene.Pt
}

func newFootnotes(b *briefing.Briefing, medium scene.Medium) footnotes {
	f := footnotes{notes: map[string]*briefing.Note{}, numbers: map[*briefing.Note]int{}, drawn: map[*briefing.Note]bool{}, at: map[*briefing.Block]bool{}, heights: map[*briefing.Note]scene.Pt{}}
	for _, t := range b.Themes {
		n := 0
		add := func(p briefing.Prose) {
			for _, note := range p.Notes() {
				if f.numbers[note] == 0 {
					n++
					f.numbers[note] = n
				}
			}
		}
		add(t.Claim)
		add(t.Standfirst)
		if medium == scene.Slides || len(t.Argument) == 0 {
			for _, p := range t.Points {
				add(p.Lead)
				add(p.Text)
			}
		} else {
			for _, p := range t.Argument {
				add(p.Prose)
			}
		}
		for _, k := range t.KPIs {
			add(k.Label)
			add(k.Note)
		}
		add(t.SoWhat)
	}
	return f
}

// mark is how a footnote is marked in this medium.
func (f *footnotes) mark(n *briefing.Note) string {
	return noteMark(f.order(n))
}

func (f *footnotes) order(n *briefing.Note) int {
	if number := f.numbers[n]; number > 0 {
		return number
	}
	return n.Number
}

// noteMark is * † ‡ § ¶, then each of them twice.
func noteMark(number int) string {
	marks := [...]string{"*", "†", "‡", "§", "¶"}
	return strings.Repeat(marks[(number-1)%len(marks)], (number-1)/len(marks)+1)
}

// noteSpan is the mark behind a word. A star is raised by its face already.
func (k *Composer) noteSpan(n *briefing.Note, st scene.Style) scene.Span {
	k.foot.notes[n.ID] = n
	mark := k.foot.mark(n)
	s := scene.Span{Text: "\u2060" + mark, Style: st, Link: "#" + n.ID}
	if mark[0] != '*' {
		s.Style = k.St.Cite
		s.Style.Leading, s.Style.Color = st.Leading, st.Color
		s.Rise = st.Size * 0.33
	}
	return s
}

// marked are the footnotes whose marks stand among items, in their order.
func (k *Composer) marked(items []scene.Item) []*briefing.Note {
	if len(k.foot.notes) == 0 {
		return nil
	}
	var out []*briefing.Note
	scene.Walk(items, func(it scene.Item) {
		t, ok := it.(*scene.Text)
		if !ok || t.Role == scene.RoleFootnote {
			return
		}
		for i := range t.Lines {
			for j := range t.Lines[i].Runs {
				if n := k.foot.notes[strings.TrimPrefix(t.Lines[i].Runs[j].Link, "#")]; n != nil && !slices.Contains(out, n) {
					out = append(out, n)
				}
			}
		}
	})
	slices.SortStableFunc(out, func(a, b *briefing.Note) int { return cmp.Compare(k.foot.order(a), k.foot.order(b)) })
	return out
}

// feet are footnotes as a box, one under the other; beside each other where they share lines.
func (k *Composer) feet(notes []*briefing.Note, st scene.Style, width scene.Pt, shared bool) *Box {
	type placed struct {
		note *briefing.Note
		text typeset.Block
		x, y scene.Pt
	}
	const gap = 16
	var all []placed
	x, y := scene.Pt(0), scene.Pt(0)
	for _, n := range notes {
		mark := scene.Span{Text: k.foot.mark(n) + " ", Style: st}
		text := k.Fonts.Set(append([]scene.Span{mark}, k.Spans(n.Words, st)...), typeset.Options{Width: width})
		if x > 0 && (!shared || len(text.Lines) > 1 || x+text.Width > width) {
			x, y = 0, y+st.Leading
		}
		all = append(all, placed{n, text, x, y})
		if x += text.Width + gap; len(text.Lines) > 1 {
			x, y = width, y+text.Height-st.Leading
		}
	}
	box := &Box{}
	if len(all) > 0 {
		box.H = y + st.Leading
	}
	box.Draw = func(c *Canvas, x, y scene.Pt) {
		for _, p := range all {
			id := p.note.ID
			if k.foot.drawn[p.note] {
				id = "" // on a page before too
			}
			k.foot.drawn[p.note] = true
			c.Add(p.text.Text(id, scene.RoleFootnote, x+p.x, y+p.y+Base(st)))
		}
	}
	return box
}

// withNotes puts a block's footnotes above its source line, or in its place.
func (k *Composer) withNotes(b *briefing.Block, foot *Box, width scene.Pt) *Box {
	if len(b.Notes) == 0 || k.foot.at[b] && foot == nil {
		return foot
	}
	k.foot.at[b] = true
	notes := k.feet(b.Notes, k.St.Source, width, false)
	notes.Before, notes.After = 7, 10
	if foot == nil {
		return notes
	}
	foot.Before = 2
	return Stack(notes, foot)
}

// pageFeet are the footnotes of a page of the document that its column has at its foot, beneath a short rule.
func (k *Composer) pageFeet(notes []*briefing.Note) *Box {
	box := k.feet(notes, k.St.Source, k.Grid.MainW, false)
	draw := box.Draw
	box.H += feetAir
	box.Draw = func(c *Canvas, x, y scene.Pt) {
		c.Add(Rule(x, y+feetAir-6, 40, 0.5, k.Look.RuleStrong))
		draw(c, x, y+feetAir)
	}
	return box
}

// feetHeight is that of pageFeet, 0 for none: each note has lines of its own, and is set once however often it is asked for.
func (k *Composer) feetHeight(notes []*briefing.Note) scene.Pt {
	if len(notes) == 0 {
		return 0
	}
	h := feetAir
	for _, n := range notes {
		one, known := k.foot.heights[n]
		if !known {
			one = k.feet([]*briefing.Note{n}, k.St.Source, k.Grid.MainW, false).H
			k.foot.heights[n] = one
		}
		h += one
	}
	return h
}

// feetAir is the space between a column and its footnotes, the rule in it.
const feetAir scene.Pt = 16

// coverFeet draws the footnotes of a cover at its left foot, clear of the globe.
func (k *Composer) coverFeet(c *Canvas, globe art.Globe, y scene.Pt) {
	k.feet(k.marked(c.Items), k.St.Source, min(k.Grid.MainW, globe.Left(y, k.Grid.Size.H)-16-k.Grid.Left), false).Draw(c, k.Grid.Left, y)
}

// slideFeet draws the footnotes that a slide marks above its source line, or where that would stand.
func (s *Slides) slideFeet(c *Canvas, sh Sheet) {
	notes := s.marked(c.Items)
	if len(notes) == 0 {
		return
	}
	st, bottom, lines := s.St.Source, slideSourceBase, 0
	if sh.bare {
		bottom = 511 // no footer
	}
	scene.Walk(c.Items, func(it scene.Item) {
		if t, ok := it.(*scene.Text); ok && t.Role == scene.RoleSource && t.ID == sh.id+"/source" && len(t.Lines) > 0 {
			bottom, lines = t.Lines[0].Baseline-st.Leading, len(t.Lines)
		}
	})
	if sh.bare && sh.ground != s.Look.Background {
		if st.Color = s.Look.OnAccent; s.Look.Dark {
			st.Color = s.Look.Text
		}
	}
	box := s.feet(notes, st, min(sh.Right, SlideRight)-SlideLeft, true)
	if n := int(box.H/st.Leading+0.5) + lines; n > 2 {
		s.L.Error(notes[0].At, "E-FIT", "shorten the footnote, or the note of the block", "the footnotes and the source line of a slide take %d lines: there is room for two", n)
	}
	box.Draw(c, SlideLeft, bottom-box.H+st.Leading-Base(st))
}
