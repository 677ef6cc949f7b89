package page

import (
	"slices"

	"roadshow/briefing"
	"roadshow/scene"
	"roadshow/typeset"
)

// colophon ends the document: its sources, whom to ask, and the disclaimer, as one block at the foot of the last page. It returns the
// box that legal text begins with, nil where there is none. What is longer than a page goes on, and only its end stands at the foot.
func (k *Composer) colophon(f *Flow) (legal *Box) {
	from := len(f.boxes)
	w := k.Own()
	if len(k.B.Sources) > 0 || k.B.PrintCoverage {
		k.colophonPart(f, w.Register, "sources", k.register)
	}
	if len(k.B.Contacts) > 0 {
		k.colophonPart(f, w.Contact, "contact", k.contacts)
	}
	if k.B.Legal() {
		at := len(f.boxes)
		k.colophonPart(f, w.Disclaimer, "disclaimer", k.disclaimer)
		legal = f.boxes[at]
		legal.Parts = &Parts{} // it is found again on its page, though boxes are copied
	}
	parts := f.boxes[from:]
	if len(parts) == 0 {
		return nil
	}
	parts[0].Before = colophonAbove
	if stackHeight(parts) <= k.Grid.height() {
		for _, b := range parts {
			b.Fix().KeepNext = true
		}
	}
	f.foot = slices.Clone(parts)
	return legal
}

// colophonAbove parts the colophon from what stands above it.
const colophonAbove = 34

// colophonAlone is the share of a page under which a last page holds hardly more than the colophon.
const colophonAlone = 0.5

// colophonGutter parts the two columns of a part that is long.
const colophonGutter = 24

// colophonPart is a part of the colophon: its name in the rail and what it says in the main column; where that would take more than a
// third of a page, below its name in two columns, which go on.
func (k *Composer) colophonPart(f *Flow, name, id string, set func(w scene.Pt) []*Box) {
	g, st := k.Grid, k.St.Heading
	const top = 9 // from the rule to the words
	label := k.Words(name, st, g.RailW, typeset.Balanced)
	head := &Box{Col: Full, H: top + label.Height, Before: 12, After: 8, KeepNext: true}
	head.Draw = func(c *Canvas, x, y scene.Pt) {
		c.Add(Rule(x, y, g.Width(), 0.75, k.Look.RuleStrong))
		c.Add(label.Text(id, scene.RoleTitle, x, y+top+Base(st)))
	}
	beside := Stack(set(g.MainW)...)
	if beside.H > g.height()/3 {
		w := (g.Width() - colophonGutter) / 2
		long := columns(set(w), w, colophonGutter)
		long.After, long.At, long.Name = 12, beside.At, beside.Name
		f.Add(head, long)
		return
	}
	part := &Box{Col: Full, H: max(head.H, top+beside.H), Before: 12, After: 12, At: beside.At, Name: beside.Name}
	part.Draw = func(c *Canvas, x, y scene.Pt) {
		head.Draw(c, x, y)
		beside.Draw(c, x+g.MainX-g.Left, y+top+max(0, Base(st)-beside.Base))
	}
	f.Add(part)
}

// footAligned moves what begins on the last page of the boxes to its foot; what goes on from the page before stays where it is.
func (p *plan) footAligned(boxes []*Box, bottom scene.Pt) {
	last := p.pages - 1
	from := len(p.boxes)
	for i, b := range p.boxes {
		of := slices.ContainsFunc(boxes, func(f *Box) bool { return f == b.box || f.Parts != nil && f.Parts == b.box.Parts })
		switch {
		case of && b.page < last:
			from = len(p.boxes)
			if parts := b.box.Parts; parts != nil { // the rest of it
				boxes = slices.DeleteFunc(slices.Clone(boxes), func(f *Box) bool { return f.Parts == parts })
			}
		case of && i < from:
			from = i
		}
	}
	down := p.foot(bottom) - p.end
	if down <= 0 {
		return
	}
	for i := from; i < len(p.boxes); i++ {
		if p.boxes[i].y < p.end {
			p.boxes[i].y += down
		}
	}
	if from < len(p.boxes) {
		p.end += down
	}
}

// foot is where the last page ends, above its footnotes.
func (p *plan) foot(bottom scene.Pt) scene.Pt {
	for _, b := range p.boxes {
		if b.page == p.pages-1 && b.y >= p.end-0.01 {
			bottom = min(bottom, b.y-12)
		}
	}
	return bottom
}

// register is the list of sources, numbered by first use, with what was checked and the pages that use them.
func (k *Composer) register(w scene.Pt) []*Box {
	var out []*Box
	for _, s := range k.numberedFirst() {
		out = append(out, k.registerEntry(s, w))
	}
	for i, b := range k.coverageBoxes(k.coverageWords(), k.St.Note, w) {
		if i == 0 {
			b.Before = 10
		}
		out = append(out, b)
	}
	return out
}

// numberedFirst are the sources by number, and those that nothing uses behind them.
func (k *Composer) numberedFirst() []*briefing.Source {
	list := slices.Clone(k.B.Sources)
	slices.SortStableFunc(list, func(a, b *briefing.Source) int {
		if (a.Number == 0) != (b.Number == 0) {
			return b.Number - a.Number
		}
		return a.Number - b.Number
	})
	return list
}

func (k *Composer) registerEntry(s *briefing.Source, width scene.Pt) *Box {
	st := k.St
	number := k.Line(Itoa(s.Number), st.TableStrong.With(k.Look.Accent))
	in := max(18, number.Width+11) // a Chinese mark hangs before its title
	w := width - in
	title := k.Fonts.Set([]scene.Span{{Text: k.quoted(k.sourceTitle(s)), Style: st.TableStrong, Link: s.URL}}, typeset.Options{Width: w, Break: typeset.Balanced})
	detail := k.Words(k.sourceDetail(s), st.Note, w, typeset.Greedy)
	var note typeset.Block
	if !s.Note.Empty() {
		note = k.Set(s.Note, st.Note.With(k.Look.Muted), w, typeset.Greedy)
	}
	// The pages of the back matter are known only when it is drawn: room is kept for as many as may use the source.
	muted := st.Note.With(k.Look.Muted)
	most := slices.Clone(k.uses[s])
	for i := range k.backUses(s) {
		most = append(most, 9000+20*i)
	}
	pagesH := k.Fonts.Set(k.pageLinks(most, muted), typeset.Options{Width: w}).Height
	box := &Box{H: title.Height + detail.Height + note.Height + pagesH, Base: Base(st.TableStrong), After: 10, At: s.At, Name: "a source"}
	box.Draw = func(c *Canvas, x, y scene.Pt) {
		id := "source." + s.ID
		c.Group(&scene.Group{ID: id, Role: scene.RoleBlock, List: "sources"}, func(c *Canvas) {
			if s.Number > 0 {
				c.Add(number.Text(id+"/number", scene.RoleNumber, x, y+Base(st.TableStrong)))
			}
			c.Add(title.Text(id+"/title", scene.RoleBody, x+in, y+Base(st.TableStrong)))
			y += title.Height
			c.Add(detail.Text(id+"/detail", scene.RoleBody, x+in, y+Base(st.Note)))
			y += detail.Height
			if note.Height > 0 {
				c.Add(note.Text(id+"/note", scene.RoleBody, x+in, y+Base(st.Note)))
				y += note.Height
			}
			if pages := k.Fonts.Set(k.pageLinks(k.uses[s], muted), typeset.Options{Width: w}); len(pages.Lines) > 0 {
				c.Add(pages.Text(id+"/pages", scene.RoleBody, x+in, y+Base(st.Note)))
			}
		})
	}
	return box
}

// contacts are whom to ask (L25 on paper), two in a row where there is room.
func (k *Composer) contacts(width scene.Pt) []*Box {
	st := k.St
	n, gutter := 1, scene.Pt(12)
	if width >= k.Grid.MainW && len(k.B.Contacts) > 1 {
		n = 2
	}
	w := (width - gutter*scene.Pt(n-1)) / scene.Pt(n)
	var rows []*Box
	for from := 0; from < len(k.B.Contacts); from += n {
		var cells []*Box
		var xs []scene.Pt
		for i, p := range k.B.Contacts[from:min(from+n, len(k.B.Contacts))] {
			cells, xs = append(cells, k.contact(p, from+i+1, w)), append(xs, scene.Pt(i)*(w+gutter))
		}
		row := Beside(xs, cells...)
		row.Base, row.After, row.Name = Base(st.Name), 10, "the contacts"
		rows = append(rows, row)
	}
	return rows
}

func (k *Composer) contact(p briefing.Contact, number int, w scene.Pt) *Box {
	st := k.St
	id := "contact" + Itoa(number)
	boxes := []*Box{TextBox(k.Words(p.Name, st.Name, w, typeset.Greedy), id, scene.RoleBody, st.Name)}
	for i, s := range []string{p.Role, p.Email, p.Phone} {
		if s == "" {
			continue
		}
		span := scene.Span{Text: s, Style: st.SmallMuted}
		if i == 1 {
			span.Link = "mailto:" + s
		}
		boxes = append(boxes, TextBox(k.Fonts.Set([]scene.Span{span}, typeset.Options{Width: w}), id+"/"+Itoa(i), scene.RoleBody, st.SmallMuted))
	}
	return Stack(boxes...)
}

// disclaimer is the risk line and, set small, the disclaimer, as long as it is.
func (k *Composer) disclaimer(w scene.Pt) []*Box {
	var out []*Box
	if !k.B.RiskLine.Empty() {
		out = append(out, TextBox(k.Set(k.B.RiskLine, k.St.Body, w, typeset.Balanced), "disclaimer/risk", scene.RoleBody, k.St.Body).Fix())
		out[0].After = 8
	}
	st := k.St.Note.With(k.Look.Muted)
	for i, p := range k.B.Disclaimer {
		b := TextBox(k.Set(p.Prose, st, w, typeset.Greedy), "disclaimer"+Itoa(i+1), scene.RoleBody, st)
		b.After, b.At, b.Name = 5, k.B.DisclaimerAt, "the disclaimer"
		out = append(out, b)
	}
	return out
}
