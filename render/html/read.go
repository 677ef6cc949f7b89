package html

import (
	"fmt"
	"strconv"
	"strings"

	"roadshow/scene"
)

// readView writes the document in flow: its pages one after another without their edges, what stands in the rail beside what it
// stands beside on paper. Words keep the order in which they are read, so that the narrow view, where the rail is none, only drops
// the columns.
func (w *writer) readView(d *scene.Deck) error {
	r := newReader(w, d)
	w.deck, w.links = d, r.links
	w.raw(`<div id="read" role="region"`)
	w.attr("aria-label", w.own.Player.Document)
	w.raw(">\n")
	for _, part := range r.parts() {
		if err := r.part(part); err != nil {
			return err
		}
	}
	r.waysBack()
	w.raw("</div>\n")
	return nil
}

// reader writes the document.
type reader struct {
	*writer
	reading *scene.Reading
	links   map[string]string
	wanted  map[string]bool          // ids that something leads to
	rests   map[string][]*scene.Text // what goes on from a text on later pages, by its id
	joined  map[*scene.Text]bool     // texts whose first paragraph stands with its beginning
	noted   map[string]bool          // ids of footnotes
	marks   map[string]string        // of a footnote, the id of its first mark
	notes   []*scene.Text            // footnotes of the part at hand
	cited   map[string]int           // how often each source was named so far
	ways    []way
	main    scene.Pt // where the main column begins
	left    scene.Pt // … and the rail
	right   scene.Pt
}

func newReader(w *writer, d *scene.Deck) *reader {
	r := &reader{writer: w, reading: scene.Read(d), links: map[string]string{}, wanted: map[string]bool{}, rests: map[string][]*scene.Text{},
		joined: map[*scene.Text]bool{}, noted: map[string]bool{}, marks: map[string]string{}, cited: map[string]int{}}
	// The document's grid: twelve columns and gutters of 12 pt between margins of 54 pt, the rail in the first four.
	const margin, gutter, columns, railed = 54, 12, 12, 4
	r.left, r.right = margin, d.Size.W-margin
	r.main = r.left + railed*((d.Size.W-2*margin+gutter)/columns)
	for i := range d.Pages {
		r.links[d.Pages[i].ID] = readID(d.Pages[i].ID)
		first := true
		scene.Walk(d.Pages[i].Items, func(it scene.Item) {
			if id := scene.ItemID(it); id != "" && r.links[id] == "" {
				r.links[id] = readID(id)
			}
			t, ok := it.(*scene.Text)
			if !ok || t.Role == scene.RoleFurniture || t.Role == scene.RoleOrnament {
				return
			}
			if t.Role == scene.RoleFootnote && t.ID != "" {
				r.noted[t.ID] = true
			}
			if first && r.reading.GoesOn(t) {
				r.rests[t.Rest] = append(r.rests[t.Rest], t)
				r.joined[t] = true
			}
			first = false
			for _, l := range t.Lines {
				for k := range l.Runs {
					if id, inner := strings.CutPrefix(l.Runs[k].Link, "#"); inner {
						r.wanted[id] = true
					}
				}
			}
		})
	}
	for _, b := range d.Bookmarks {
		r.wanted[b.Target] = true
	}
	return r
}

// readID is an id of the document's view; the slides bear the outline's own.
func readID(id string) string { return "doc-" + idOf(id) }

// identify writes the id of an item that something leads to.
func (r *reader) identify(id string) {
	if id != "" && r.wanted[id] {
		r.attr("id", r.links[id])
		r.wanted[id] = false // once
	}
}

// parts are the runs of pages that are one piece: a cover, the contents, a theme.
func (r *reader) parts() (out [][]*scene.Page) {
	last := ""
	for i := range r.deck.Pages {
		pg := &r.deck.Pages[i]
		id, _, _ := strings.Cut(pg.ID, "@")
		if n := len(out); n > 0 && id == last {
			out[n-1] = append(out[n-1], pg)
		} else {
			out = append(out, []*scene.Page{pg})
		}
		last = id
	}
	return out
}

func (r *reader) part(pages []*scene.Page) error {
	if pages[0].Layout == "cover" {
		return r.cover(pages[0])
	}
	tag := "div"
	if pages[0].Layout == "contents" {
		tag = "nav"
	}
	r.raw("<", tag, ` class="part"`)
	if tag == "nav" {
		r.attr("aria-label", pages[0].Title)
	}
	r.raw(">\n")
	for _, pg := range pages {
		if r.wanted[pg.ID] {
			r.raw("<i")
			r.identify(pg.ID)
			r.raw("></i>")
		}
	}
	r.notes = nil
	segments := r.plan(pages)
	for _, s := range segments {
		if err := r.segment(s); err != nil {
			return err
		}
	}
	if len(r.notes) > 0 {
		r.raw(`<div class="notes">`, "\n")
		for _, t := range r.notes {
			if err := r.footnote(t); err != nil {
				return err
			}
		}
		r.raw("</div>\n")
	}
	r.raw("</", tag, ">\n")
	return nil
}

// place is what stands in one place of the two columns.
type place struct {
	units     []thing
	box       scene.Rect
	col       column
	row, span int
	spare     int      // of the rail: the row that takes what it is longer than the rows beside it
	gap       scene.Pt // to what stands above
	page      *scene.Page
}

type column uint8

const (
	rail column = iota
	main
	full
)

// plan puts what the pages hold into cells; a segment is cells of two columns, or one of the full width.
func (r *reader) plan(pages []*scene.Page) (segments [][]place) {
	var cells []place
	flush := func() {
		if len(cells) > 0 {
			segments = append(segments, r.rows(cells))
			cells = nil
		}
	}
	var feet [3]scene.Pt // of each column, on the page at hand; 0: nothing yet
	add := func(c place) {
		c.gap = 18
		above := max(feet[c.col], feet[full])
		if c.col == full {
			above = max(feet[rail], feet[main], feet[full])
		}
		if above > 0 {
			c.gap = c.box.Y - above
		}
		feet[c.col] = max(feet[c.col], c.box.Bottom())
		if c.col == full {
			flush()
			segments = append(segments, []place{c})
			return
		}
		if len(cells) == 0 || c.col == rail {
			c.gap = max(c.gap, 14)
		}
		cells = append(cells, c)
	}
	for _, pg := range pages {
		feet = [3]scene.Pt{}
		for _, c := range r.cells(r.units(pg.Items)) {
			c.page = pg
			add(c)
		}
	}
	flush()
	return segments
}

// columnOf is where a unit stands.
func (r *reader) columnOf(u *thing) column {
	switch {
	case u.box.X >= r.main-10:
		return main
	case u.box.Right() <= r.main-8:
		return rail
	}
	return full
}

// cells are the units of a page by where they stand: each row of the main column by itself, what follows in the rail together. What
// stands beside something of the full width is part of it.
func (r *reader) cells(units []thing) (out []place) {
	cols := make([]column, len(units))
	for i := range units {
		cols[i] = r.columnOf(&units[i])
	}
	for changed := true; changed; {
		changed = false
		for i := range units {
			for _, k := range [2]int{i - 1, i + 1} {
				if k >= 0 && k < len(units) && cols[i] != full && cols[k] == full && units[i].box.Y < units[k].box.Bottom()-3 && units[k].box.Y < units[i].box.Bottom()-3 {
					cols[i], changed = full, true
				}
			}
		}
	}
	for i := 0; i < len(units); {
		to := i + 1
		for to < len(units) && cols[to] == cols[i] {
			to++
		}
		run := units[i:to]
		rows := [][]thing{run}
		if cols[i] == main {
			rows = across(run)
		}
		for _, row := range rows {
			out = append(out, place{units: row, box: boundsOf(row), col: cols[i]})
		}
		i = to
	}
	return out
}

// rows gives cells their rows: what stands in the rail begins with what is level with it in the main column, and ends where the next
// thing of the rail begins.
func (r *reader) rows(cells []place) []place {
	row := 0
	var mains []*place
	for i := range cells {
		if cells[i].col == main {
			row++
			cells[i].row, cells[i].span = row, 1
			mains = append(mains, &cells[i])
		}
	}
	if len(mains) == 0 {
		for i := range cells {
			cells[i].col, cells[i].row, cells[i].span = full, i+1, 1
		}
		return cells
	}
	var before *place
	for i := range cells {
		c := &cells[i]
		if c.col != rail {
			continue
		}
		at := 0
		for _, m := range mains {
			if m.page == c.page && (at == 0 || m.box.Y <= c.box.Y+14) {
				at = m.row
			}
		}
		if at == 0 { // nothing of the main column on its page
			at = row
			for k := i - 1; k >= 0; k-- {
				if cells[k].col == main {
					at = cells[k].row
					break
				}
			}
		}
		if before != nil && at <= before.row {
			at = before.row + 1
		}
		if before != nil {
			before.span = at - before.row
		}
		c.row = at
		before = c
	}
	if before != nil {
		before.span = max(1, row-before.row+1)
	}
	spareRows(cells)
	return cells
}

// spareRows gives each thing of the rail a row of its own after those that it stands beside: where it is longer, this one grows and
// not the distances between paragraphs.
func spareRows(cells []place) {
	var ends []int
	for i := range cells {
		if cells[i].col == rail {
			ends = append(ends, cells[i].row+cells[i].span)
			cells[i].spare = cells[i].row + cells[i].span + len(ends) - 1
		}
	}
	for i := range cells {
		row := cells[i].row
		for _, end := range ends {
			if end <= row {
				cells[i].row++
			}
		}
		if cells[i].col == rail {
			cells[i].span++
		}
	}
}

func (r *reader) segment(cells []place) error {
	if len(cells) == 1 && cells[0].col == full {
		r.raw(`<div class="full `, r.flows.gap(cells[0].gap), `">`, "\n")
		if err := r.stack(cells[0].units, r.left, r.right-r.left); err != nil {
			return err
		}
		r.raw("</div>\n")
		return nil
	}
	r.raw(`<div class="two"`)
	rows, at := "", 1
	for i := range cells {
		if n := cells[i].spare; n > 0 {
			if n > at {
				rows += " repeat(" + strconv.Itoa(n-at) + ",var(--r))"
			}
			rows, at = rows+" auto", n+1
		}
	}
	if rows != "" {
		r.raw(` style="grid-template-rows:`, rows[1:], `"`)
	}
	r.raw(">\n")
	for i := range cells {
		c := &cells[i]
		class := [...]string{"rail", "main", "full"}[c.col]
		r.raw(`<div class="`, class, " ", r.flows.gap(c.gap), `" style="grid-row:`, fmt.Sprint(c.row))
		if c.span > 1 {
			r.raw("/span ", fmt.Sprint(c.span))
		}
		r.raw(`">`, "\n")
		left, width := r.left, r.main-26-r.left
		if c.col == main {
			left, width = r.main, r.right-r.main
		}
		if err := r.stack(c.units, left, width); err != nil {
			return err
		}
		r.raw("</div>\n")
	}
	r.raw("</div>\n")
	return nil
}

// cover is the opening: its words on the art.
func (r *reader) cover(pg *scene.Page) error {
	var art, words []scene.Item
	for _, it := range pg.Items {
		if b := scene.Bounds(it); drawn(it) && b.W*b.H > 0.05*r.deck.Size.W*r.deck.Size.H {
			art = append(art, it)
			continue
		}
		words = append(words, it)
	}
	r.raw(`<header class="cover"`)
	r.identify(pg.ID)
	if !pg.Background.None() {
		r.raw(` style="background:`, r.color(pg.Background), `"`)
	}
	r.raw(">\n")
	if len(art) > 0 {
		b := scene.Bounds(&scene.Group{Items: art}).Intersect(scene.Rect{W: r.deck.Size.W, H: r.deck.Size.H})
		r.raw(`<svg class="art" aria-hidden="true" preserveAspectRatio="xMaxYMax meet" viewBox="`, number(b.X), " ", number(b.Y), " ", number(b.W), " ", number(b.H), `">`)
		if err := r.draw(art); err != nil {
			return err
		}
		r.raw("</svg>\n")
	}
	r.raw(`<div class="on">`, "\n")
	if err := r.stack(r.units(words), r.left, r.right-r.left); err != nil {
		return err
	}
	r.raw("</div>\n</header>\n")
	return nil
}
