package png

import (
	"fmt"
	"image"
	"math"

	"roadshow/scene"
)

// painter replays one page at a time, item by item in reading order, which is also the order of painting.
type painter struct {
	*shared
	canvas
	part   image.Rectangle // of each page, what is kept
	glyphs map[glyphKey]*glyph
	poly   polyline // scratch
	pen    polyline // scratch of strokes
	zip    encoder
}

func newPainter(s *shared, size pixels, part image.Rectangle) *painter {
	p := &painter{shared: s, part: part, glyphs: map[glyphKey]*glyph{}}
	p.canvas.init(size)
	return p
}

// page draws a page and returns its file. What is not painted is white.
func (p *painter) page(pg *scene.Page) ([]byte, error) {
	white := rgb{255, 255, 255}
	p.clear(white)
	if !pg.Background.None() {
		p.clear(rgbOf(pg.Background))
	}
	if err := p.items(pg.Items); err != nil {
		return nil, err
	}
	part, _ := p.img.SubImage(p.part).(*image.RGBA)
	return p.zip.encode(part, p.size.dpi)
}

func (p *painter) items(items []scene.Item) error {
	for _, it := range items {
		if err := p.item(it); err != nil {
			return err
		}
	}
	return nil
}

// item replays one item. The set is closed: a kind that is not listed is an error, and a test walks them all.
func (p *painter) item(it scene.Item) error {
	var err error
	switch it := it.(type) {
	case *scene.Text:
		err = p.text(it)
	case *scene.Shape:
		err = p.shape(it)
	case *scene.Image:
		err = p.image(it)
	case *scene.Art:
		err = p.art(it)
	case *scene.Group:
		if it.Clip == nil {
			return p.items(it.Items)
		}
		clip, bad := p.size.frame(*it.Clip)
		if err = bad; err == nil {
			defer p.clipTo(clip)()
			return p.items(it.Items)
		}
	case *scene.Table:
		return p.table(it)
	case *scene.Chart:
		return p.items(it.Drawing)
	default:
		return fmt.Errorf("an item of kind %T cannot be drawn", it)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", scene.Name(it), err)
	}
	return nil
}

// table paints fills first, then rules, then the cells row by row: marks beneath words.
func (p *painter) table(t *scene.Table) (err error) {
	note := func(e error, at string) {
		if err == nil && e != nil {
			err = fmt.Errorf("%s: %w", at, e)
		}
	}
	t.EachCell(func(c *scene.Cell) {
		if !c.Fill.None() {
			r, bad := p.size.frame(c.Text.Frame)
			note(bad, scene.Name(t))
			p.fillBox(crisp(r), flat(rgbOf(c.Fill)))
		}
	})
	for i := range t.Rules {
		note(p.shape(&t.Rules[i]), scene.Name(t))
	}
	t.EachCell(func(c *scene.Cell) {
		if err == nil {
			err = p.items(c.Marks)
		}
		if err == nil {
			err = p.item(&c.Text)
		}
	})
	return err
}

// shape fills a path, then strokes it.
func (p *painter) shape(s *scene.Shape) error {
	fill, line := !s.Fill.Color.None(), !s.Stroke.Color.None() && s.Stroke.Width > 0
	if !fill && !line {
		return nil
	}
	if err := p.poly.flatten(s.Path, p.size.scale); err != nil {
		return err
	}
	if fill {
		in := flat(rgbOf(s.Fill.Color))
		if b := s.Path.Bounds(); !s.Fill.To.None() && s.Fill.To != s.Fill.Color && b.W > 0 && b.H > 0 {
			in = gradient(s.Fill, b, p.size.scale)
		}
		if b, ok := p.poly.box(); ok {
			p.fillBox(crisp(b), in)
		} else {
			p.fill(&p.poly, in)
		}
	}
	if line {
		p.poly.crisp(float64(s.Stroke.Width) * p.size.scale)
		if err := p.pen.stroke(&p.poly, nibOf(s.Stroke, p.size.scale)); err != nil {
			return err
		}
		p.fill(&p.pen, flat(rgbOf(s.Stroke.Color)))
	}
	return nil
}

// far is the largest coordinate, in points: seven times the largest page that PDF knows.
const far = 100_000

// pixel turns points into pixels. NaN, infinities and places far outside every page are errors.
func (p pixels) pixel(v scene.Pt) (float64, error) {
	if !(math.Abs(float64(v)) <= far) {
		return 0, fmt.Errorf("a coordinate or size is %v", float64(v))
	}
	return float64(v) * p.scale, nil
}

// frame turns a frame into pixels.
func (p pixels) frame(r scene.Rect) (b box, err error) {
	for i, v := range [4]scene.Pt{r.X, r.Y, r.Right(), r.Bottom()} {
		px, bad := p.pixel(v)
		if bad != nil {
			return box{}, bad
		}
		*[4]*float64{&b.x0, &b.y0, &b.x1, &b.y1}[i] = px
	}
	b.x1, b.y1 = max(b.x0, b.x1), max(b.y0, b.y1)
	return b, nil
}
