package page

import (
	"slices"
	"strings"

	"roadshow/briefing"
	"roadshow/scene"
	"roadshow/typeset"
	"roadshow/words"
)

// register is the list of sources, numbered by first use, with what was checked and the pages that use them.
func (k *Composer) register(f *Flow) {
	coverage := k.coverageBoxes(k.coverageWords(), k.St.Note, k.Grid.Width())
	if len(k.B.Sources) == 0 && len(coverage) == 0 {
		return
	}
	f.Add(k.backHead(k.Own().Register, "sources"))
	list := slices.Clone(k.B.Sources)
	slices.SortStableFunc(list, func(a, b *briefing.Source) int {
		if (a.Number == 0) != (b.Number == 0) {
			return b.Number - a.Number
		}
		return a.Number - b.Number
	})
	for _, s := range list {
		f.Add(k.registerEntry(s))
	}
	for i, b := range coverage {
		if b.Col = Full; i == 0 {
			b.Before = 10
		}
		f.Add(b)
	}
}

func (k *Composer) registerEntry(s *briefing.Source) *Box {
	g, st := k.Grid, k.St
	in := g.Col(2) - g.Left
	w := g.ColEnd(12) - g.Col(2)
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
	box := &Box{Col: Full, H: 10 + title.Height + detail.Height + note.Height + pagesH + 8, At: s.At, Name: "a source"}
	box.Draw = func(c *Canvas, x, y scene.Pt) {
		id := "source." + s.ID
		c.Group(&scene.Group{ID: id, Role: scene.RoleBlock, List: "sources"}, func(c *Canvas) {
			c.Add(Rule(x, y, g.Width(), 0.5, k.Look.Rule))
			if s.Number > 0 {
				c.Add(k.Line(Itoa(s.Number), st.ContentsName.With(k.Look.Accent)).Text(id+"/number", scene.RoleNumber, x, y+10+Base(st.TableStrong)))
			}
			yy := y + 10
			c.Add(title.Text(id+"/title", scene.RoleBody, x+in, yy+Base(st.TableStrong)))
			yy += title.Height
			c.Add(detail.Text(id+"/detail", scene.RoleBody, x+in, yy+Base(st.Note)))
			yy += detail.Height
			if note.Height > 0 {
				c.Add(note.Text(id+"/note", scene.RoleBody, x+in, yy+Base(st.Note)))
				yy += note.Height
			}
			pages := k.Fonts.Set(k.pageLinks(k.uses[s], muted), typeset.Options{Width: w})
			c.Add(pages.Text(id+"/pages", scene.RoleBody, x+in, yy+Base(st.Note)))
		})
	}
	return box
}

// backUses is on how many pages of the back matter a source may be named, at most.
func (k *Composer) backUses(s *briefing.Source) int {
	n := 0
	for _, b := range k.B.Back {
		if slices.Contains(b.Sources, s) {
			n += 4
		}
		for _, p := range b.Paras("text") {
			for _, i := range p.Prose {
				if i.Cite == s {
					n++
				}
			}
		}
	}
	return n
}

// sourceDetail says who published it, when, how it was translated and what was checked.
func (k *Composer) sourceDetail(s *briefing.Source) string {
	var parts []string
	for _, p := range []string{s.Author, s.Publisher, k.Date(s.Date), UpperFirst(k.translation(s)), shortURL(s.URL)} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	m := k.Marks()
	return strings.Join(append(parts, UpperFirst(k.standing(s.Status))), m.Stop+m.Gap) + m.Stop
}

// standing is what was checked of a source, in the briefing's language.
func (k *Composer) standing(status string) string {
	return k.Own().Standings[slices.Index([]string{briefing.Proved, briefing.QuotationsProved, briefing.FiguresProved, briefing.OwnFigures, briefing.Sample,
		briefing.Assumptions, briefing.NotChecked}, status)]
}

// shortURL prints domain and path.
func shortURL(u string) string {
	u = strings.TrimPrefix(strings.TrimPrefix(u, "https://"), "http://")
	return strings.TrimSuffix(strings.TrimPrefix(u, "www."), "/")
}

// maxPageRuns is how many runs of pages are named: nobody follows a longer list, and it would outgrow its page.
const maxPageRuns = 60

// pageLinks lists the pages that use a source; runs of pages are drawn together, and of very many the first are named.
func (k *Composer) pageLinks(pages []int, st scene.Style) []scene.Span {
	if len(pages) == 0 {
		return []scene.Span{{Text: "—", Style: st}}
	}
	pages = slices.Compact(slices.Sorted(slices.Values(pages)))
	lead, end, _ := strings.Cut(k.Tongue().Of(k.Own().UsedOn, len(pages), "%"), "%")
	out := []scene.Span{{Text: lead, Style: st}}
	for i, runs := 0, 0; i < len(pages); runs++ {
		if runs == maxPageRuns {
			out = append(out, scene.Span{Text: k.morePages(len(pages) - i), Style: st})
			break
		}
		j := i
		for j+1 < len(pages) && pages[j+1] == pages[j]+1 {
			j++
		}
		if i > 0 {
			out = append(out, scene.Span{Text: k.Marks().List, Style: st})
		}
		label := Itoa(pages[i])
		if j > i+1 {
			label += "–" + Itoa(pages[j])
		} else if j == i+1 {
			label += k.Marks().List + Itoa(pages[j])
		}
		out = append(out, scene.Span{Text: label, Style: st, Link: k.pageLink(pages[i])})
		i = j + 1
	}
	if end != "" {
		out = append(out, scene.Span{Text: end, Style: st})
	}
	return out
}

// pageLink leads to a page; to none while its number is only a guess.
func (k *Composer) pageLink(number int) string {
	if number > len(k.pageIDs) {
		return ""
	}
	return "#" + k.pageIDs[number-1]
}

// backHead is a heading of the back matter.
func (k *Composer) backHead(words, id string) *Box {
	st := k.St.BackHead
	b := TextBox(k.Words(words, st, k.Grid.Width(), typeset.Balanced), id, scene.RoleTitle, st)
	b.Col, b.Before, b.After, b.KeepNext, b.Split = Full, 34, 12, true, nil
	return b
}

// disclaimer is set small, in two columns, as long as it is. It returns its heading, nil where there is none.
func (k *Composer) disclaimer(f *Flow) *Box {
	if !k.B.Legal() {
		return nil
	}
	head := k.riskHead(f, "disclaimer")
	if len(k.B.Disclaimer) == 0 {
		return head
	}
	const gutter = 24
	w := (k.Grid.Width() - gutter) / 2
	st := k.St.Note.With(k.Look.Muted)
	var boxes []*Box
	for i, p := range k.B.Disclaimer {
		b := TextBox(k.Set(p.Prose, st, w, typeset.Greedy), "disclaimer"+Itoa(i+1), scene.RoleBody, st)
		b.After = 5
		boxes = append(boxes, b)
	}
	box := columns(boxes, w, gutter)
	box.At, box.Name = k.B.DisclaimerAt, "the disclaimer"
	f.Add(box)
	return head
}

// riskHead is the heading of legal text, and the risk line under it.
func (k *Composer) riskHead(f *Flow, id string) *Box {
	head := k.backHead(k.Own().Disclaimer, id)
	head.Parts = &Parts{} // it is found again on its page, though boxes are copied
	f.Add(head)
	if !k.B.RiskLine.Empty() {
		risk := TextBox(k.Set(k.B.RiskLine, k.St.Body, k.Grid.Width(), typeset.Balanced), id+"/risk", scene.RoleBody, k.St.Body)
		risk.Col, risk.After, risk.KeepNext = Full, 10, len(k.B.Disclaimer) > 0
		f.Add(risk.Fix())
	}
	return head
}

// spareLegal is the page that an excerpt without the disclaimer carries: the risk line and the disclaimer's short form. It
// has no number, for it is no page of the whole. nil where nothing may stand for it, or nothing has to.
func (k *Composer) spareLegal() *scene.Page {
	if !k.B.StandsForLegal() {
		return nil
	}
	f := &Flow{K: k, top: k.Grid.Top}
	k.riskHead(f, "legal")
	if short := k.B.ShortDisclaimer(); !short.Empty() {
		st := k.St.BodyMuted
		box := TextBox(k.Set(short, st, k.Grid.MainW, typeset.Greedy), "legal/short", scene.RoleBody, st)
		box.Col = Full
		f.Add(box.Fix())
	}
	p := scene.Page{ID: "page:legal", Title: k.Own().Disclaimer, Layout: "back", Background: k.Look.Background}
	c := &Canvas{Page: &p}
	k.furniture(c, 0, 0)
	f.best().draw(k, []*Canvas{c})
	p.Items = c.Items
	return alone(p)
}

// alone is a page without links to others.
func alone(p scene.Page) *scene.Page {
	d := scene.Deck{Pages: []scene.Page{p}}
	d.Unlink()
	return &d.Pages[0]
}

// columns balances boxes over two columns of width w; a page takes what fits and the rest continues.
func columns(boxes []*Box, w, gutter scene.Pt) *Box {
	whole := stackHeight(boxes)
	h := whole
	for try := whole / 2; try < whole; try += 3 {
		if _, rest := FillColumn(boxes, try); stackHeight(rest) <= try {
			h = try
			break
		}
	}
	box := &Box{Col: Full, H: h}
	left, right := FillColumn(boxes, h)
	a, b := Stack(left...), Stack(right...)
	box.H = max(a.H, b.H)
	box.Draw = func(c *Canvas, x, y scene.Pt) {
		a.Draw(c, x, y)
		b.Draw(c, x+w+gutter, y)
	}
	box.Min = min(box.H, 40)
	box.Split = func(avail scene.Pt) (*Box, *Box) {
		if box.H <= avail {
			return box, nil
		}
		first, rest := FillColumn(boxes, avail)
		second, rest := FillColumn(rest, avail)
		if len(first) == 0 || len(rest) == 0 {
			return nil, box
		}
		head := columns(append(first[:len(first):len(first)], second...), w, gutter)
		tail := columns(rest, w, gutter)
		copyFlow(head, box)
		copyFlow(tail, box)
		return head, tail
	}
	return box
}

// FillColumn takes boxes, the last perhaps in part, as far as they fit into h.
func FillColumn(boxes []*Box, h scene.Pt) (in, rest []*Box) {
	var y scene.Pt
	for i, b := range boxes {
		gap := scene.Pt(0)
		if i > 0 {
			gap = max(boxes[i-1].After, b.Before)
		}
		if y+gap+b.H <= h+0.01 {
			y += gap + b.H
			in = append(in, b)
			continue
		}
		if b.Split != nil {
			if head, tail := b.Split(h - y - gap); head != nil && tail != nil {
				return append(in, head), append([]*Box{tail}, boxes[i+1:]...)
			}
		}
		return in, boxes[i:]
	}
	return in, nil
}

// closing is the last block of the document: whom to ask (L25 on paper).
func (k *Composer) closing(f *Flow) {
	if len(k.B.Contacts) == 0 {
		return
	}
	g, st := k.Grid, k.St
	f.Add(k.backHead(k.Own().Contact, "contact"))
	n := min(len(k.B.Contacts), 4)
	w := (g.Width() - 12*scene.Pt(n-1)) / scene.Pt(n)
	var cells []*Box
	var xs []scene.Pt
	for i, p := range k.B.Contacts {
		id := "contact" + Itoa(i+1)
		boxes := []*Box{TextBox(k.Words(p.Name, st.Name, w, typeset.Greedy), id, scene.RoleBody, st.Name)}
		for j, s := range []string{p.Role, p.Email, p.Phone} {
			if s == "" {
				continue
			}
			span := scene.Span{Text: s, Style: st.SmallMuted}
			if j == 1 {
				span.Link = "mailto:" + s
			}
			boxes = append(boxes, TextBox(k.Fonts.Set([]scene.Span{span}, typeset.Options{Width: w}), id+"/"+Itoa(j), scene.RoleBody, st.SmallMuted))
		}
		cell := Stack(boxes...)
		draw := cell.Draw
		cell.Draw = func(c *Canvas, x, y scene.Pt) {
			c.Add(Rule(x, y, w, 0.75, k.Look.RuleStrong))
			draw(c, x, y+8)
		}
		cell.H += 8
		cells, xs = append(cells, cell), append(xs, scene.Pt(i%n)*(w+12))
		if len(cells) == n || i == len(k.B.Contacts)-1 {
			row := Beside(xs, cells...)
			row.Col, row.After, row.Name = Full, 16, "the contacts"
			f.Add(row)
			cells, xs = nil, nil
		}
	}
}

// morePages says how many pages a list leaves out.
func (k *Composer) morePages(n int) string {
	return words.With(k.Own().MorePages, Itoa(n))
}
