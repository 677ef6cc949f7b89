package pdf

import (
	"bytes"
	"fmt"

	"codeberg.org/go-pdf/fpdf"

	"roadshow/scene"
)

// pager replays pages item by item, in reading order, which is also the order of painting.
type pager struct {
	doc     *fpdf.Fpdf
	deck    *scene.Deck
	faces   *faces
	targets map[string]target
	content content
	links   [][]link // by page
	images  map[*byte]string
}

func (p *pager) page(i int) error {
	pg := &p.deck.Pages[i]
	p.doc.AddPage()
	p.content.reset(p.deck.Size.H)
	p.links = append(p.links, nil)
	if !pg.Background.None() {
		p.content.setFill(rgbOf(pg.Background))
		p.content.rect(scene.Rect{W: p.deck.Size.W, H: p.deck.Size.H})
		p.content.op("f")
	}
	if err := p.items(pg.Items); err != nil {
		return err
	}
	if p.content.err != nil {
		return p.content.err
	}
	p.flush()
	return p.doc.Error()
}

// flush hands what was written so far to fpdf, which appends to the page too (pictures, gradients).
func (p *pager) flush() {
	if len(p.content.buf) > 0 {
		p.doc.RawWriteBuf(bytes.NewReader(p.content.buf))
		p.content.buf = p.content.buf[:0]
	}
}

func (p *pager) items(items []scene.Item) error {
	for _, it := range items {
		if err := p.item(it); err != nil {
			return err
		}
		if p.content.err != nil {
			return fmt.Errorf("%s: %w", name(it), p.content.err)
		}
	}
	return nil
}

// item replays one item. The set is closed: a kind that is not listed is an error, and a test walks them all.
func (p *pager) item(it scene.Item) error {
	switch it := it.(type) {
	case *scene.Text:
		return p.text(it)
	case *scene.Shape:
		p.content.shape(it, p.gradient)
		return nil
	case *scene.Image:
		return p.image(it)
	case *scene.Group:
		if it.Clip == nil {
			return p.items(it.Items)
		}
		p.content.save()
		p.content.rect(*it.Clip)
		p.content.op("W n")
		err := p.items(it.Items)
		p.content.restore()
		return err
	case *scene.Table:
		return p.table(it)
	case *scene.Chart:
		return p.items(it.Drawing)
	}
	return fmt.Errorf("an item of kind %T cannot be drawn", it)
}

func (p *pager) text(t *scene.Text) error {
	for i := range t.Lines {
		l := &t.Lines[i]
		if err := p.line(l); err != nil {
			return fmt.Errorf("%s, line %d: %w", name(t), i+1, err)
		}
		if err := p.link(l); err != nil {
			return fmt.Errorf("%s: %w", name(t), err)
		}
	}
	return nil
}

// table paints fills first, then rules, then the cells row by row: the order in which a table is read.
func (p *pager) table(t *scene.Table) error {
	rows := [2][][]scene.Cell{t.Head, t.Rows}
	for _, part := range rows {
		for _, row := range part {
			for i := range row {
				if c := &row[i]; !c.Fill.None() {
					p.content.setFill(rgbOf(c.Fill))
					p.content.rect(c.Text.Frame)
					p.content.op("f")
				}
			}
		}
	}
	for i := range t.Rules {
		p.content.shape(&t.Rules[i], p.gradient)
	}
	for _, part := range rows {
		for _, row := range part {
			for i := range row {
				if err := p.items(row[i].Marks); err != nil {
					return err
				}
				if err := p.text(&row[i].Text); err != nil {
					return err
				}
			}
		}
	}
	return nil
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

// name is how an error calls an item.
func name(it scene.Item) string {
	id, kind := "", ""
	switch it := it.(type) {
	case *scene.Text:
		id, kind = it.ID, "text"
		if id == "" && len(it.Lines) > 0 && len(it.Lines[0].Runs) > 0 {
			return fmt.Sprintf("text %q", it.Lines[0].Runs[0].Text)
		}
	case *scene.Shape:
		kind = "shape"
	case *scene.Image:
		id, kind = it.ID, "image"
	case *scene.Group:
		id, kind = it.ID, "group"
	case *scene.Table:
		id, kind = it.ID, "table"
	case *scene.Chart:
		id, kind = it.ID, "chart"
	}
	if id == "" {
		return "a " + kind + " without id"
	}
	return fmt.Sprintf("%s %q", kind, id)
}
