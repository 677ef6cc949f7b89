package html

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"strconv"
	"strings"

	"roadshow/render/svg"
	"roadshow/scene"
)

// slidesView writes the slides, one section each, exact at any size: a stage that the player scales.
func (w *writer) slidesView(d *scene.Deck) error {
	w.deck, w.links = d, slideLinks(d)
	reading := scene.Read(d)
	w.raw(`<div id="slides" role="region"`)
	w.attr("aria-label", w.own.Player.Slides)
	w.raw(">\n")
	for i := range d.Pages {
		if err := w.slide(&d.Pages[i], i, reading); err != nil {
			return fmt.Errorf("slide %d: %w", i+1, err)
		}
	}
	w.raw("</div>\n")
	return nil
}

// slideID is what a link to a slide says.
func slideID(id string) string { return idOf(strings.TrimPrefix(id, "slide:")) }

// idOf is an id as HTML and addresses take it: an outline's path, with nothing in it that would have to be escaped.
func idOf(id string) string {
	return strings.Map(func(r rune) rune {
		if r <= ' ' || strings.ContainsRune(`"'<>&#%?`+"`", r) {
			return '-'
		}
		return r
	}, id)
}

// slideLinks leads to every id of the deck: to the slide that bears it.
func slideLinks(d *scene.Deck) map[string]string {
	to := map[string]string{}
	for i := range d.Pages {
		id := slideID(d.Pages[i].ID)
		to[d.Pages[i].ID] = id
		scene.Walk(d.Pages[i].Items, func(it scene.Item) {
			if name := scene.ItemID(it); name != "" {
				if _, taken := to[name]; !taken {
					to[name] = id
				}
			}
		})
	}
	return to
}

func (w *writer) slide(pg *scene.Page, i int, reading *scene.Reading) error {
	title := pg.Title
	if title == "" {
		title = w.meta.Title
	}
	w.raw("<section")
	w.attr("id", slideID(pg.ID))
	w.attr("aria-label", strconv.Itoa(i+1)+" / "+strconv.Itoa(len(w.deck.Pages))+w.own.Marks.Colon+title)
	w.raw(`><div class="s"`)
	if !pg.Background.None() {
		w.raw(` style="background:`, w.color(pg.Background), `"`)
	}
	w.raw(">\n")
	s := &slide{writer: w, reading: reading, start: w.out.Len()}
	if s.unheaded(pg.Items) {
		s.heading(min(i+1, 2), title)
	}
	if err := s.items(pg.Items); err != nil {
		return err
	}
	if err := s.flush(); err != nil {
		return err
	}
	w.raw("</div>\n")
	if w.o.Notes && len(pg.Notes) > 0 {
		w.notes(pg.Notes)
	}
	w.raw("</section>\n")
	return nil
}

// notes are what the speaker says, for the speaker's view only.
func (w *writer) notes(list []scene.Para) {
	w.raw(`<aside class="n" hidden>`)
	for _, p := range list {
		w.raw("<p>")
		if p.Marker != "" {
			w.say(p.Marker + " ")
		}
		for _, s := range p.Spans {
			w.say(s.Text)
		}
		w.raw("</p>\n")
	}
	w.raw("</aside>\n")
}

// unheaded says that no heading stands on a slide.
func (s *slide) unheaded(items []scene.Item) bool {
	none := true
	scene.Walk(items, func(it scene.Item) {
		t, ok := it.(*scene.Text)
		none = none && !(ok && s.reading.Level(t) > 0)
	})
	return none
}

// heading writes one that is read and not seen.
func (w *writer) heading(level int, words string) {
	tag := "h" + strconv.Itoa(level)
	w.raw("<", tag, ` class="v">`)
	w.say(words)
	w.raw("</", tag, ">\n")
}

// slide is one slide while it is written. Shapes are gathered in one drawing beneath the words; a new one begins only where a
// shape would cover words that stand there already.
type slide struct {
	*writer
	reading *scene.Reading
	start   int // where the drawing at hand goes
	shapes  []scene.Item
	boxes   []scene.Rect // of the words and pictures above it
}

func (s *slide) items(items []scene.Item) error {
	for len(items) > 0 {
		n := listed(items)
		var err error
		if n > 0 {
			err = s.list(items[:n])
		} else {
			n, err = 1, s.item(items[0])
		}
		if err != nil {
			return err
		}
		items = items[n:]
	}
	return nil
}

// item replays one item. The set is closed: a kind that is not listed is an error, and a test walks them all.
func (s *slide) item(it scene.Item) error {
	switch it := it.(type) {
	case *scene.Text:
		return s.text(it)
	case *scene.Shape:
		s.told(it.Alt, it.Path.Bounds())
		return s.paint(it)
	case *scene.Image:
		return s.image(it)
	case *scene.Art:
		s.told(it.Alt, it.Frame)
		return s.paint(mute(it))
	case *scene.Group:
		return s.group(it)
	case *scene.Table:
		return s.table(it)
	case *scene.Chart:
		s.boxes = append(s.boxes, it.Frame)
		s.raw(`<div class="c" style="`, box(it.Frame), `">`)
		err := s.chart(it)
		s.raw("</div>\n")
		return err
	}
	return fmt.Errorf("an item of kind %T cannot be drawn", it)
}

// box is a frame as CSS says it.
func box(r scene.Rect) string {
	return "left:" + px(r.X) + ";top:" + px(r.Y) + ";width:" + px(r.W) + ";height:" + px(r.H)
}

// told writes what a drawing shows, where it is drawn beneath.
func (s *slide) told(alt string, r scene.Rect) {
	if strings.TrimSpace(alt) == "" {
		return
	}
	s.raw(`<div role="img"`)
	s.attr("aria-label", alt)
	s.raw(` style="`, box(r), `"></div>`, "\n")
}

// paint adds a drawing to the one at hand, or begins another where it would lie beneath words that it must cover.
func (s *slide) paint(it scene.Item) error {
	b := scene.Bounds(it)
	for _, o := range s.boxes {
		if in := b.Intersect(o); in.W > 0 && in.H > 0 {
			if err := s.flush(); err != nil {
				return err
			}
			break
		}
	}
	s.shapes = append(s.shapes, it)
	return nil
}

// flush writes the drawing at hand beneath what was written since it began.
func (s *slide) flush() error {
	if len(s.shapes) > 0 {
		above := bytes.Clone(s.out.Bytes()[s.start:])
		s.out.Truncate(s.start)
		s.raw(`<svg class="d" viewBox="0 0 `, number(s.deck.Size.W), " ", number(s.deck.Size.H), `" aria-hidden="true">`)
		if err := s.draw(s.shapes); err != nil {
			return err
		}
		s.raw("</svg>\n")
		s.out.Write(above)
	}
	s.shapes, s.boxes, s.start = nil, nil, s.out.Len()
	return nil
}

// draw writes items into an open drawing; those that many pages share are written once.
func (w *writer) draw(items []scene.Item) error {
	for from := 0; from < len(items); {
		if g, ok := items[from].(*scene.Group); ok && len(g.Items) > shareFrom {
			id, err := w.defs.of(w, g)
			if err != nil {
				return err
			}
			w.raw(`<use href="#`, id, `"/>`)
			from++
			continue
		}
		to := from + 1
		for to < len(items) {
			if g, ok := items[to].(*scene.Group); ok && len(g.Items) > shareFrom {
				break
			}
			to++
		}
		if err := w.parts(&w.out, items[from:to]); err != nil {
			return err
		}
		from = to
	}
	return nil
}

// parts writes items as SVG in the house's colours and faces.
func (w *writer) parts(b *bytes.Buffer, items []scene.Item) error {
	w.svgs++
	return svg.Parts(b, items, w.deck.Fonts, svg.Options{Prefix: "g" + strconv.Itoa(w.svgs) + "-", Color: w.color, Class: w.drawn})
}

// drawn is the class of a run in a drawing, whose unit is the point.
func (w *writer) drawn(r *scene.Run) (string, error) {
	if err := w.faces.run(r); err != nil {
		return "", err
	}
	return w.class(style{font: r.Font, size: r.Size / unit, tracking: r.Tracking / unit, color: r.Color}), nil
}

// shareFrom is the number of parts above which a drawing is kept once for all pages that show it.
const shareFrom = 8

// definitions are drawings that several pages may show.
type definitions struct {
	ids map[scene.Item]string
	out bytes.Buffer
}

func (d *definitions) of(w *writer, it scene.Item) (string, error) {
	if d.ids[it] == "" {
		id := "d" + strconv.Itoa(len(d.ids)+1)
		d.out.WriteString(`<g id="` + id + `">`)
		if err := w.parts(&d.out, []scene.Item{it}); err != nil {
			return "", err
		}
		d.out.WriteString("</g>\n")
		d.ids[it] = id
	}
	return d.ids[it], nil
}

func (d *definitions) write(b *bytes.Buffer) {
	if d.out.Len() > 0 {
		b.WriteString(`<svg class="v" aria-hidden="true"><defs>` + "\n")
		b.Write(d.out.Bytes())
		b.WriteString("</defs></svg>\n")
	}
}

// group is a figure where its alternative text says what none of its parts does.
func (s *slide) group(g *scene.Group) error {
	if drawing(g) {
		s.told(g.Alt, scene.Bounds(g))
		return s.paint(mute(g))
	}
	switch {
	case g.Role == scene.RoleFurniture, g.Role == scene.RoleOrnament:
		s.raw(`<div class="f" aria-hidden="true">`)
		err := s.items(g.Items)
		s.raw("</div>\n")
		return err
	case g.Role == scene.RoleExhibit:
		return s.exhibit(g)
	case g.Alt != "" && !scene.Told(g.Items):
		s.raw(`<div role="group"`)
		s.attr("aria-label", g.Alt)
		s.raw(">\n")
		err := s.items(g.Items)
		s.raw("</div>\n")
		return err
	}
	return s.items(g.Items)
}

// exhibit is a figure, its first captions above its parts. What is drawn beneath them goes before it: it stands in no caption.
func (s *slide) exhibit(g *scene.Group) error {
	items := g.Items
	for len(items) > 0 && drawn(items[0]) {
		if err := s.item(items[0]); err != nil {
			return err
		}
		items = items[1:]
	}
	s.raw("<figure")
	if g.Alt != "" && !scene.Told(g.Items) {
		s.attr("aria-label", g.Alt)
	}
	s.raw(">\n")
	n := 0
	for n < len(items) && captions(items[n]) {
		n++
	}
	if n > 0 {
		s.raw("<figcaption>\n")
		if err := s.items(items[:n]); err != nil {
			return err
		}
		s.raw("</figcaption>\n")
	}
	if err := s.items(items[n:]); err != nil {
		return err
	}
	s.raw("</figure>\n")
	return nil
}

func captions(it scene.Item) bool {
	t, ok := it.(*scene.Text)
	return ok && t.Role == scene.RoleCaption
}

// drawing says that a group holds shapes only.
func drawing(g *scene.Group) bool {
	only := true
	scene.Walk(g.Items, func(it scene.Item) {
		switch it := it.(type) {
		case *scene.Shape:
			only = only && it.Alt == ""
		case *scene.Group:
			only = only && it.Alt == ""
		default:
			only = false
		}
	})
	return only
}

// text writes a text, paragraph by paragraph.
func (s *slide) text(t *scene.Text) error {
	s.boxes = append(s.boxes, t.Frame)
	tag, more := s.tag(t)
	for _, b := range s.blocks(t) {
		if err := s.place(&b, tag, more); err != nil {
			return err
		}
	}
	return nil
}

// tag is the element of a text's paragraphs, and what it says besides.
func (s *slide) tag(t *scene.Text) (tag, more string) {
	tag = "p"
	if n := s.reading.Level(t); n > 0 {
		tag = "h" + strconv.Itoa(n)
	} else if t.Role == scene.RoleFurniture || t.Role == scene.RoleOrnament {
		tag, more = "div", ` aria-hidden="true"`
	}
	if t.Lang != "" {
		more += ` lang="` + idOf(t.Lang) + `"`
	}
	return tag, more
}

// table is a real table, whose cells' words stand where the scene has put them.
func (s *slide) table(t *scene.Table) error {
	var failed error
	t.EachCell(func(c *scene.Cell) {
		if !c.Fill.None() && failed == nil {
			failed = s.paint(&scene.Shape{Path: scene.RectPath(c.Text.Frame), Fill: scene.Paint{Color: c.Fill}})
		}
	})
	for i := range t.Rules {
		if failed == nil {
			failed = s.paint(&t.Rules[i])
		}
	}
	t.EachCell(func(c *scene.Cell) {
		for _, m := range c.Marks {
			if shape, ok := m.(*scene.Shape); ok && failed == nil {
				failed = s.paint(mute(shape))
			}
		}
	})
	if failed != nil {
		return failed
	}
	s.raw("<table")
	if t.Alt != "" {
		s.attr("aria-label", t.Alt)
	}
	s.raw(">\n")
	for part, rows := range [2][][]scene.Cell{t.Head, t.Rows} {
		if len(rows) == 0 {
			continue
		}
		around := [...]string{"thead", "tbody"}[part]
		s.raw("<", around, ">\n")
		for _, row := range rows {
			s.raw("<tr>")
			for i := range row {
				if err := s.cell(&row[i], part == 0); err != nil {
					return fmt.Errorf("%s: %w", scene.Name(t), err)
				}
			}
			s.raw("</tr>\n")
		}
		s.raw("</", around, ">\n")
	}
	s.raw("</table>\n")
	return nil
}

func (s *slide) cell(c *scene.Cell, head bool) error {
	tag := "td"
	if c.Heads() {
		tag = "th"
	}
	s.raw("<", tag)
	if tag == "th" {
		s.raw(` scope="`, map[bool]string{true: "col", false: "row"}[head], `"`)
	}
	if n := c.Covers(); n > 1 {
		s.raw(` colspan="`, strconv.Itoa(n), `"`)
	}
	s.raw(">")
	for _, m := range c.Marks {
		shape, flat := m.(*scene.Shape)
		if flat {
			s.told(shape.Alt, shape.Path.Bounds())
			continue
		}
		if err := s.item(m); err != nil {
			return err
		}
	}
	err := s.text(&c.Text)
	s.raw("</", tag, ">")
	return err
}

// image holds a picture's own bytes, brought upright where they lie.
func (s *slide) image(im *scene.Image) error {
	if im.Format != "png" && im.Format != "jpeg" {
		return fmt.Errorf("%s: pictures are png or jpeg, not %q", scene.Name(im), im.Format)
	}
	if len(im.Data) == 0 {
		return fmt.Errorf("%s: no picture data", scene.Name(im))
	}
	s.boxes = append(s.boxes, im.Frame)
	s.raw("<img")
	s.attr("alt", im.Alt)
	s.raw(` style="`, box(im.Frame), `" src="data:image/`, im.Format, `;base64,`, base64.StdEncoding.EncodeToString(im.Data), `">`, "\n")
	return nil
}
