package page

import (
	"roadshow/briefing"
	"roadshow/scene"
	"roadshow/typeset"
)

// entry is one row of the contents; its page is known when all other pages are drawn.
type entry struct {
	number, name string
	claim        briefing.Prose
	target       string
	page         func() int
}

// contents is L02 on paper: themes with their claims and pages, then the exhibits and what stands behind the themes in two
// columns.
func (k *Composer) contents(entries, more []entry) *Flow {
	g := k.Grid
	f := &Flow{K: k, top: g.HeadBase + 36}
	f.open = func(c *Canvas) {
		c.Add(k.Line(k.Own().Contents, k.St.Headline).Text("contents", scene.RoleTitle, g.Left, g.HeadBase))
	}
	number := k.contentsNumber(entries)
	for i, e := range entries {
		f.Add(k.contentsRow(e, "contents/"+Itoa(i+1), number, i == 0))
	}
	const gutter = 24
	w := (g.Width() - gutter) / 2
	var exhibits, back []*Box
	for i := range k.exhibits {
		exhibits = append(exhibits, k.exhibitEntry(i, w))
	}
	for i, e := range more {
		back = append(back, k.backEntry(e, "contents/back"+Itoa(i+1), w))
	}
	k.contentsList(f, k.Own().Exhibits, "contents/exhibits", exhibits, w+gutter)
	k.contentsList(f, k.Own().AtBack, "contents/back", back, w+gutter)
	return f
}

// contentsList is a heading and its entries in two columns, read down. Each page is complete before the next begins.
func (k *Composer) contentsList(f *Flow, title, id string, entries []*Box, second scene.Pt) {
	if len(entries) == 0 {
		return
	}
	head := &Box{Col: Full, H: 24, Before: 8, KeepNext: true}
	head.Draw = func(c *Canvas, x, y scene.Pt) {
		c.Add(Rule(x, y, k.Grid.Width(), 0.75, k.Look.RuleStrong))
		c.Add(k.Line(title, k.St.LabelStrong).Text(id, scene.RoleHeading, x, y+16))
	}
	f.Add(head, pairedColumns(entries, second))
}

// pairedColumns sets entries in two columns, read down the first and then the second; entries beside each other stand on one
// line. Where they continue on another page, the first page holds the first of them.
func pairedColumns(entries []*Box, second scene.Pt) *Box {
	box := paired(entries, second)
	box.Col, box.Min = Full, entries[0].H
	box.Split = func(avail scene.Pt) (*Box, *Box) {
		if box.H <= avail {
			return box, nil
		}
		most, h := 0, scene.Pt(0) // as many as two columns could hold if no row had to wait for its neighbour
		for most < len(entries) && h <= 2*avail {
			h += entries[most].H
			most++
		}
		for n := most; n > 0; n-- {
			if head := paired(entries[:n], second); head.H <= avail {
				tail := pairedColumns(entries[n:], second)
				copyFlow(head, box)
				copyFlow(tail, box)
				return head, tail
			}
		}
		return nil, box
	}
	return box
}

// paired draws entries in the order in which they are read, which is not that of their rows.
func paired(entries []*Box, second scene.Pt) *Box {
	half := (len(entries) + 1) / 2
	ys := make([]scene.Pt, half+1)
	for i := range half {
		ys[i+1] = ys[i] + entries[i].H
		if i+half < len(entries) {
			ys[i+1] = ys[i] + max(entries[i].H, entries[i+half].H)
		}
	}
	return &Box{H: ys[half], Draw: func(c *Canvas, x, y scene.Pt) {
		for i, e := range entries {
			if i < half {
				e.Draw(c, x, y+ys[i])
			} else {
				e.Draw(c, x+second, y+ys[i-half])
			}
		}
	}}
}

// contentsNumber is the style of the themes' numbers: all of one size, at which the widest stands clear of the names.
func (k *Composer) contentsNumber(entries []entry) scene.Style {
	st, room := k.St.ContentsNumber, k.Grid.Col(2)-k.Grid.Left-6
	for _, e := range entries {
		for k.Fonts.Width(e.number, st) > room {
			st = st.At(st.Size*0.9, st.Leading*0.9)
		}
	}
	return st
}

func (k *Composer) contentsRow(e entry, id string, number scene.Style, first bool) *Box {
	g, st := k.Grid, k.St
	nameX := g.Col(2) - g.Left
	h := scene.Pt(36)
	var claim typeset.Block
	if !e.claim.Empty() {
		claim = k.Set(e.claim.Unnoted(), st.BodyMuted, g.ColEnd(10)-g.Col(2), typeset.Balanced)
		h = 42 + st.BodyMuted.Leading*scene.Pt(len(claim.Lines)-1) + 14
	}
	box := &Box{Col: Full, H: h, Name: "the contents"}
	box.Draw = func(c *Canvas, x, y scene.Pt) {
		if first {
			c.Add(Rule(x, y, g.Width(), 0.75, k.Look.RuleStrong))
		} else {
			c.Add(Rule(x, y, g.Width(), 0.5, k.Look.Rule))
		}
		c.Group(contentsGroup("contents"), func(c *Canvas) {
			if e.number != "" {
				c.Add(k.linked(e.number, number, e.target).Text(id+"/number", scene.RoleNumber, x, y+30))
			}
			c.Add(k.linked(e.name, st.ContentsName, e.target).Text(id, scene.RoleContents, x+nameX, y+24))
			if !e.claim.Empty() {
				c.Add(claim.Text(id+"/claim", scene.RoleContents, x+nameX, y+42))
			}
			page := k.linked(Itoa(e.page()), st.Folio, e.target)
			c.Add(page.Text(id+"/page", scene.RoleContents, g.Right-page.Width, y+24))
		})
	}
	return box
}

// linked sets words that lead to an item.
func (k *Composer) linked(s string, st scene.Style, target string) typeset.Block {
	return k.Fonts.Set([]scene.Span{{Text: s, Style: st, Link: "#" + target}}, typeset.Options{Break: typeset.NoBreak})
}

// exhibitEntry is one line of the list of exhibits.
func (k *Composer) exhibitEntry(i int, w scene.Pt) *Box {
	st := k.St
	e := k.exhibits[i]
	in := max(18, k.Fonts.Width(Itoa(len(k.exhibits)), st.SmallStrong)+8)
	title := k.Fonts.Set([]scene.Span{{Text: e.Title, Style: st.Small, Link: "#" + e.ID}}, typeset.Options{Width: w - in - 32, Break: typeset.Balanced})
	box := &Box{H: title.Height + 4}
	id := "contents/exhibit" + Itoa(e.Number)
	box.Draw = func(c *Canvas, x, y scene.Pt) {
		c.Group(contentsGroup("contents/exhibits"), func(c *Canvas) {
			c.Add(k.linked(Itoa(e.Number), st.SmallStrong.With(k.Look.Accent), e.ID).Text(id+"/number", scene.RoleNumber, x, y+Base(st.Small)))
			c.Add(title.Text(id, scene.RoleContents, x+in, y+Base(st.Small)))
			page := k.linked(Itoa(k.exhibits[i].Page), st.SmallMedium, e.ID)
			c.Add(page.Text(id+"/page", scene.RoleContents, x+w-page.Width, y+Base(st.Small)))
		})
	}
	return box
}

// backEntry is one line of the list of what stands behind the themes.
func (k *Composer) backEntry(e entry, id string, w scene.Pt) *Box {
	st := k.St
	title := k.Fonts.Set([]scene.Span{{Text: e.name, Style: st.Small, Link: "#" + e.target}}, typeset.Options{Width: w - 32, Break: typeset.Balanced})
	box := &Box{H: title.Height + 4}
	box.Draw = func(c *Canvas, x, y scene.Pt) {
		c.Group(contentsGroup("contents/back"), func(c *Canvas) {
			c.Add(title.Text(id, scene.RoleContents, x, y+Base(st.Small)))
			page := k.linked(Itoa(e.page()), st.SmallMedium, e.target)
			c.Add(page.Text(id+"/page", scene.RoleContents, x+w-page.Width, y+Base(st.Small)))
		})
	}
	return box
}

// contentsGroup is the group of one entry of the contents.
func contentsGroup(list string) *scene.Group {
	return &scene.Group{Role: scene.RoleContents, List: list}
}
