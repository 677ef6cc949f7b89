package page

import (
	"slices"
	"strings"

	"roadshow/briefing"
	"roadshow/scene"
	"roadshow/typeset"
	"roadshow/words"
)

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

// pageLinks lists the pages that use a source, nothing where none does; runs of pages are drawn together, and of very many the first are named.
func (k *Composer) pageLinks(pages []int, st scene.Style) []scene.Span {
	if len(pages) == 0 {
		return nil
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

// morePages says how many pages a list leaves out.
func (k *Composer) morePages(n int) string {
	return words.With(k.Own().MorePages, Itoa(n))
}
