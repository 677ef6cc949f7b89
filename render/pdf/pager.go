package pdf

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"codeberg.org/go-pdf/fpdf"

	"roadshow/scene"
)

// pager replays pages item by item, in reading order, which is also the order of painting.
type pager struct {
	wrote   int // bytes of pages
	doc     *fpdf.Fpdf
	deck    *scene.Deck
	faces   *faces
	targets map[string]target
	content content
	links   [][]*link // by page
	copies  *copies   // nil: none are made of the file
	images  map[pictureKey]string
	photos  []photo
	forms   forms

	background rgb // of the page; white where none is painted

	tags    *tags
	reading *scene.Reading
	parent  int               // element that new ones go under
	whole   bool              // everything drawn belongs to parent
	open    int               // element of the open marked stretch; 0: none
	read    int               // the element that was read last on this page; 0: none yet
	drawing *drawing          // what shapes belong to; nil: they are decoration
	label   int               // what the number of a list's entry belongs to; 0: it numbers none
	caption int               // the last
	lists   map[string][]list // by name, with the lists below that are open
	leading struct {          // the link that was drawn last
		target      string
		in, element int
	}
	parts map[string]int // the elements of paragraphs that may go on, by the id of their text
}

func (p *pager) page(i int) error {
	pg := &p.deck.Pages[i]
	p.doc.AddPage()
	p.content.reset(p.deck.Size.H)
	p.links = append(p.links, nil)
	p.tags.marks = append(p.tags.marks, nil)
	if p.copies != nil {
		p.copies.pages = append(p.copies.pages, BasePage{})
	}
	p.read = 0
	p.background = rgb{255, 255, 255}
	if !pg.Background.None() {
		p.background = rgbOf(pg.Background)
		p.mark(artifact)
		p.content.setFill(p.background)
		p.content.rect(scene.Rect{W: p.deck.Size.W, H: p.deck.Size.H})
		p.content.op("f")
	}
	if err := p.items(pg.Items); err != nil {
		return err
	}
	if p.content.err != nil {
		return p.content.err
	}
	p.unmark()
	p.flush()
	return p.doc.Error()
}

// flush hands what was written so far to fpdf, which appends to the page too (pictures, gradients).
func (p *pager) flush() {
	if len(p.content.buf) > 0 {
		p.doc.RawWriteBuf(bytes.NewReader(p.content.buf))
		p.wrote += len(p.content.buf)
		p.content.buf = p.content.buf[:0]
	}
}

func (p *pager) items(items []scene.Item) error {
	for _, it := range items {
		if err := p.item(it); err != nil {
			return err
		}
		if p.content.err != nil {
			return fmt.Errorf("%s: %w", scene.Name(it), p.content.err)
		}
	}
	return nil
}

// item replays one item. The set is closed: a kind that is not listed is an error, and a test walks them all.
func (p *pager) item(it scene.Item) error {
	switch it := it.(type) {
	case *scene.Text:
		around, kind := p.kindOf(it)
		return p.text(it, around, kind)
	case *scene.Shape:
		return p.shape(it)
	case *scene.Image:
		return p.figure(it.Alt, it.Frame, func() error {
			p.mark(p.parent)
			return p.image(it)
		})
	case *scene.Art:
		return p.figure(it.Alt, it.Frame, func() error { return p.foreignArt(it) })
	case *scene.Group:
		return p.group(it)
	case *scene.Table:
		return p.table(it)
	case *scene.Chart:
		return p.figure(it.Alt, it.Frame, func() error { return p.items(it.Drawing) })
	}
	return fmt.Errorf("an item of kind %T cannot be drawn", it)
}

func (p *pager) clipped(clip scene.Rect, items []scene.Item) error {
	p.unmark()
	p.content.save()
	p.content.rect(clip)
	p.content.op("W n")
	err := p.items(items)
	p.unmark()
	p.content.restore()
	return err
}

func (p *pager) shape(s *scene.Shape) error {
	return p.figure(s.Alt, s.Path.Bounds(), func() error {
		if visible(s) {
			p.mark(p.parent)
			p.content.shape(s, p.gradient)
		}
		return nil
	})
}

// text draws lines, each stretch as its paragraph's or its link's own. An empty kind is an artifact.
func (p *pager) text(t *scene.Text, around, kind string) error {
	if kind == "" && !p.whole {
		return p.inside(artifact, true, func() error { return p.text(t, around, kind) })
	}
	if p.copies != nil {
		if t.Copy != "" {
			p.place(t, around, kind)
			return nil
		}
		p.copies.words = running(t.Role)
	}
	paras := p.paragraphs(t, around, kind)
	words := p.divided(t)
	last := -1 // paragraph
	for i := range t.Lines {
		l := &t.Lines[i]
		element := paras.of(l)
		from := 0
		if l.Para != last {
			last = l.Para
			from = marked(t, l)
		}
		told := said{}
		if words != nil {
			told = words[i]
		}
		err := func() error {
			if from > 0 {
				if err := p.stretch(l, 0, from, said{}, cmp.Or(paras.label, element)); err != nil {
					return err
				}
			}
			for from < len(l.Runs) {
				to := from + 1
				for to < len(l.Runs) && l.Runs[to].Link == l.Runs[from].Link {
					to++
				}
				at, err := p.linked(l, from, to, element)
				if err != nil {
					return err
				}
				if err := p.tongues(l, from, to, told, at, paras.lang); err != nil {
					return err
				}
				from = to
			}
			return nil
		}()
		if err != nil {
			return fmt.Errorf("%s, line %d: %w", scene.Name(t), i+1, err)
		}
	}
	return nil
}

// linked is the element of neighbouring runs that share a link, or have none: the paragraph's, or the link's own.
func (p *pager) linked(l *scene.Line, from, to, element int) (int, error) {
	runs := l.Runs[from:to]
	target := runs[0].Link
	if target == "" || !slices.ContainsFunc(runs, func(r scene.Run) bool { return r.Text != "" }) {
		return element, nil
	}
	k, err := p.link(l, runs)
	if err != nil || element == artifact {
		return element, err
	}
	if last := &p.leading; from == 0 && last.element != 0 && last.target == target && last.in == element && p.tags.within(p.read, last.element) {
		element = last.element // it goes on from the line before
	} else {
		last.target, last.in = target, element
		if p.reading.Refers(target) && !p.whole && p.tags.elements[element].kind != "Reference" {
			element = p.under(element, "Reference", "")
		}
		element = p.under(element, "Link", "")
		last.element = element
	}
	e := &p.tags.elements[element]
	e.kids = append(e.kids, kid{link: k})
	return element, nil
}

// tongues draws runs, those in another language than the words around them as elements of their own.
func (p *pager) tongues(l *scene.Line, from, to int, told said, element int, lang string) error {
	for from < to {
		own := p.lang(&l.Runs[from])
		next := from + 1
		for next < to && p.lang(&l.Runs[next]) == own {
			next++
		}
		at := element
		if own != "" && own != lang && !p.whole {
			at = p.under(element, "Span", "/Lang"+text(own))
		}
		part := told
		if from > 0 {
			part.head = 0
		}
		if next < len(l.Runs) {
			part.tail = 0
		}
		if err := p.stretch(l, from, next, part, at); err != nil {
			return err
		}
		from = next
	}
	return nil
}

func (p *pager) lang(r *scene.Run) string { return r.Lang(p.deck.Meta.Language) }

// stretch draws neighbouring runs of one element.
func (p *pager) stretch(l *scene.Line, from, to int, told said, element int) error {
	runs := l.Runs[from:to]
	if !slices.ContainsFunc(runs, func(r scene.Run) bool { return r.Text != "" }) {
		return nil
	}
	p.mark(element)
	blank := l.Soft && to == len(l.Runs)
	var spans []span
	if told.head > 0 || told.tail > 0 {
		runs, spans = told.spans(runs, blank)
	}
	return p.line(l, runs, spans, blank)
}

// table paints fills first, then rules, then the cells row by row: the order in which a table is read.
func (p *pager) table(t *scene.Table) error {
	t.EachCell(func(c *scene.Cell) {
		if !c.Fill.None() {
			p.mark(p.decoration())
			p.content.setFill(rgbOf(c.Fill))
			p.content.rect(c.Text.Frame)
			p.content.op("f")
		}
	})
	for i := range t.Rules {
		if visible(&t.Rules[i]) {
			p.mark(p.decoration())
			p.content.shape(&t.Rules[i], p.gradient)
		}
	}
	more := ""
	if t.Alt != "" {
		more = "/A<</O/Table/Summary" + text(t.Alt) + ">>"
	}
	return p.inside(p.element("Table", more), false, func() error {
		for part, rows := range [2][][]scene.Cell{t.Head, t.Rows} {
			if len(rows) == 0 {
				continue
			}
			head := part == 0
			err := p.inside(p.element([...]string{"THead", "TBody"}[part], ""), false, func() error { return p.rows(rows, head) })
			if err != nil {
				return err
			}
		}
		return nil
	})
}

func (p *pager) rows(rows [][]scene.Cell, head bool) error {
	for _, row := range rows {
		err := p.inside(p.element("TR", ""), false, func() error {
			for i := range row {
				if err := p.cell(&row[i], head); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// cell is one cell of a row. One without words has its place in the row too; it heads nothing.
func (p *pager) cell(c *scene.Cell, head bool) error {
	kind, scope := "TD", ""
	if c.Heads() {
		kind, scope = "TH", "/Scope/Row"
		if head {
			scope = "/Scope/Column"
		}
	}
	if c.Span > 1 {
		scope += "/ColSpan " + strconv.Itoa(c.Span)
	}
	if scope != "" {
		scope = "/A<</O/Table" + scope + ">>"
	}
	at := p.element(kind, scope)
	if !p.whole {
		p.tags.elements[at].kept = true
	}
	return p.inside(at, false, func() error {
		if err := p.items(c.Marks); err != nil {
			return err
		}
		return p.text(&c.Text, "", kind)
	})
}

// decoration is the element of what is drawn and not read: inside a figure it is the figure's.
func (p *pager) decoration() int {
	if p.whole {
		return p.parent
	}
	return artifact
}

// gradient paints a box within the clip that stands. fpdf keeps the shading; it knows no transparency.
func (p *pager) gradient(box scene.Rect, paint scene.Paint) {
	p.flush()
	a, b := paint.Color, paint.To
	x2, y1, y2 := 1.0, 0.0, 0.0
	if paint.Vertical {
		x2, y1 = 0, 1
	}
	p.doc.LinearGradient(float64(box.X), float64(box.Y), float64(box.W), float64(box.H),
		int(a.R), int(a.G), int(a.B), int(b.R), int(b.G), int(b.B), 0, y1, x2, y2)
}
