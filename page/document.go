package page

import (
	"fmt"

	"roadshow/assets"
	"roadshow/briefing"
	"roadshow/briefing/evidence/value"
	"roadshow/internal/diag"
	"roadshow/scene"
	"roadshow/typeset"
	"roadshow/words"
)

// Options are what pages need besides the briefing.
type Options struct {
	Layouts []Layout // the catalog
	Look    *assets.Look
	Fonts   *typeset.Fonts
	Env     Env
	Copies  bool // leave room for the words that each recipient's copy has of its own

	Follow Division // of slides: shared out as those of another deck were, where it can be
	Made   Division // filled with how they were shared out; nil: nobody asks
}

// Document lays the briefing out on A4 or Letter: cover, contents, summary, themes, back matter. Problems of fitting go to
// the list, at the author's line; the deck is complete even then.
func Document(b *briefing.Briefing, o Options, l *diag.List) *scene.Deck {
	return settled(b, l, func(known places, l *diag.List) (*scene.Deck, *Composer) {
		k := newComposer(b, scene.Document, o, l)
		k.known = known
		d := &document{k: k, deck: &scene.Deck{Medium: scene.Document, Size: k.Grid.Size, Look: o.Look.Name, Colors: o.Look.Colors(), Meta: meta(b)}}
		d.lay()
		d.deck.Fonts = o.Fonts.Used()
		return d.deck, k
	})
}

func meta(b *briefing.Briefing) scene.Meta {
	m := scene.Meta{Title: b.Title.String(), Subject: b.Standfirst.String(), Language: b.Tag, Date: isoDay(b.Date)}
	for i, a := range b.Authors {
		if i > 0 {
			m.Author += words.For(b.Language).Marks.List
		}
		m.Author += a.Name
	}
	for _, t := range b.Themes {
		m.Keywords = append(m.Keywords, t.Name)
	}
	return m
}

// isoDay is the first day of a date, "" for none: a briefing may be dated by a year, a quarter or a range, a file only by a
// day.
func isoDay(d value.Date) string {
	if d.IsZero() {
		return ""
	}
	y, m, day := d.From().Civil()
	return fmt.Sprintf("%04d-%02d-%02d", y, m, day)
}

// section is a run of pages that begins on a page of its own.
type section struct {
	id, title, layout string
	theme             int
	flow              *Flow
	plan              plan
	first             int // page number
	bookmark          bool
}

type document struct {
	k        *Composer
	deck     *scene.Deck
	sections []*section
	canvases []*Canvas
	back     []backItem
}

// backItem is a titled block behind the themes and the box it begins with.
type backItem struct {
	title, id string
	box       *Box
}

// starts is the number of the page on which a box of the section begins; 0 when it has no such box.
func (s *section) starts(b *Box) int {
	for _, p := range s.plan.boxes {
		if p.box == b || b.Parts != nil && p.box.Parts == b.Parts {
			return s.first + p.page
		}
	}
	return 0
}

// pageOf is the page of a box behind the themes, known when they are planned.
func (d *document) pageOf(b *Box) int {
	if n := len(d.sections); n > 0 {
		return d.sections[n-1].starts(b)
	}
	return 0
}

// lay plans summary and themes, knows then on which pages they stand, draws them, and plans what the register of sources
// says of their pages. The contents are drawn last.
func (d *document) lay() {
	k, b := d.k, d.k.B
	if b.Summary != nil {
		d.add(&section{id: "summary", title: k.Own().Summary, layout: "summary", flow: k.summary(b.Summary), bookmark: true})
	}
	for _, t := range b.Themes {
		s := &section{id: t.ID, title: t.Name, layout: "theme", theme: t.Number, flow: k.theme(t), bookmark: true}
		d.add(s)
		k.sparseTheme(t, s.plan)
	}
	back := &Flow{K: k, top: k.Grid.Top}
	for _, blk := range b.Back {
		from := len(back.boxes)
		k.place(back, blk)
		if len(back.boxes) > from && !blk.Title.Empty() {
			d.back = append(d.back, backItem{blk.Title.String(), blk.ID, back.boxes[from]})
		}
	}
	contents := d.contents()
	d.page("page:cover", "cover", b.Title.String(), 0)
	if contents != nil {
		d.open(contents)
	}
	for _, s := range d.sections {
		d.open(s)
	}
	for _, s := range d.sections {
		d.draw(s)
	}
	legal := k.colophon(back)
	if len(back.boxes) > 0 {
		s := &section{id: "back", title: "", layout: "back", flow: back}
		if !d.joins(s) {
			d.add(s)
			d.open(s)
		}
		d.draw(s)
		if legal != nil { // it is the last: what follows its heading is all its own
			for i := s.starts(legal) - 1; i < len(d.deck.Pages); i++ {
				d.deck.Pages[i].Legal = true
			}
		}
	}
	k.coverPage(d.canvases[0])
	if contents != nil {
		d.draw(contents)
	}
	for i, c := range d.canvases {
		k.personalLine(c, k.Grid.Left, k.Grid.Right, k.Grid.TrackRule-personalAbove, k.Look.Muted)
		d.deck.Pages[i].Items = d.canvases[i].Items
	}
	d.deck.Legal = k.spareLegal()
	d.bookmarks(contents)
}

func (d *document) add(s *section) {
	d.plan(s)
	d.sections = append(d.sections, s)
}

func (d *document) plan(s *section) {
	s.plan = s.flow.best()
	if len(s.flow.foot) > 0 {
		s.plan.footAligned(s.flow.foot, d.k.Grid.Bottom)
	}
	for _, b := range s.plan.bad {
		d.k.tooHigh(b)
	}
}

// joins puts the colophon, where nothing else stands behind the themes, at the foot of the last page there is; false where it finds no
// room below what stands on it.
func (d *document) joins(s *section) bool {
	if len(d.sections) == 0 || len(s.flow.foot) < len(s.flow.boxes) {
		return false
	}
	last := d.sections[len(d.sections)-1]
	top, bottom := last.plan.end+colophonAbove, last.plan.foot(d.k.Grid.Bottom)
	if top+stackHeight(s.flow.boxes) > bottom {
		return false
	}
	s.flow.top = top
	s.plan = s.flow.best()
	s.plan.footAligned(s.flow.foot, bottom)
	s.first = last.first + last.plan.pages - 1
	d.sections = append(d.sections, s)
	return true
}

// contents is nil for a briefing too short to need one.
func (d *document) contents() *section {
	if len(d.k.B.Themes) < 2 {
		return nil
	}
	var entries []entry
	for _, s := range d.sections {
		if !s.bookmark {
			continue
		}
		e := entry{name: s.title, target: s.id, page: func() int { return s.first }}
		if s.theme > 0 {
			e.number, e.claim = Itoa(s.theme), d.k.B.Themes[s.theme-1].Claim
		}
		entries = append(entries, e)
	}
	var more []entry
	for _, it := range d.back {
		more = append(more, entry{name: it.title, target: it.id, page: func() int { return d.pageOf(it.box) }})
	}
	s := &section{id: "contents", title: d.k.Own().Contents, layout: "contents", flow: d.k.contents(entries, more)}
	d.plan(s)
	return s
}

// page appends an empty page.
func (d *document) page(id, layout, title string, theme int) *Canvas {
	n := len(d.deck.Pages) + 1
	p := scene.Page{ID: id, Number: n, Title: title, Theme: theme, Layout: layout, Background: d.k.Look.Background, Area: d.k.Grid.area()}
	d.deck.Pages = append(d.deck.Pages, p)
	d.k.pageIDs = append(d.k.pageIDs, id)
	c := &Canvas{Page: &p}
	d.canvases = append(d.canvases, c)
	return c
}

// open appends a section's pages with their furniture.
func (d *document) open(s *section) {
	s.first = len(d.deck.Pages) + 1
	for i := range s.plan.pages {
		id := "page:" + s.id
		if i > 0 {
			id += "@" + Itoa(i+1)
		}
		title := s.title
		if s.theme > 0 {
			title = d.k.B.Themes[s.theme-1].Claim.String()
		}
		c := d.page(id, s.layout, title, s.theme)
		d.k.furniture(c, s.theme, c.Page.Number)
	}
}

func (d *document) draw(s *section) {
	pages := d.canvases[s.first-1 : s.first-1+s.plan.pages]
	if s.flow.open != nil {
		s.flow.open(pages[0])
	}
	s.plan.draw(d.k, pages)
}

// bookmarks lists sections, and the exhibits under the theme they belong to.
func (d *document) bookmarks(contents *section) {
	add := func(title string, level int, target string) {
		d.deck.Bookmarks = append(d.deck.Bookmarks, scene.Bookmark{Title: title, Level: level, Target: target})
	}
	if contents != nil {
		add(contents.title, 0, "contents")
	}
	for _, s := range d.sections {
		if !s.bookmark {
			continue
		}
		title := s.title
		if s.theme > 0 {
			title = Itoa(s.theme) + "  " + title
		}
		add(title, 0, s.id)
		for _, e := range d.k.exhibits {
			if e.Page >= s.first && e.Page < s.first+s.plan.pages {
				add(d.k.Own().Exhibit+" "+Itoa(e.Number)+"  "+e.Title, 1, e.ID)
			}
		}
	}
	for _, s := range d.sections {
		if s.id != "back" {
			continue
		}
		for _, blk := range d.k.B.Back {
			if !blk.Title.Empty() {
				add(blk.Title.String(), 0, blk.ID)
			}
		}
		if len(d.k.B.Sources) > 0 {
			add(d.k.Own().Register, 0, "sources")
		}
	}
}
