// Package svg writes one page, or one chart, as an SVG drawing with real words.
//
// It replays what scene has placed and decides nothing. Lengths are points with two decimals. Words are text elements with
// their measured width, so that they keep their place where a reader lacks the faces. The same items give the same bytes.
package svg

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"roadshow/scene"
)

// Options are what a drawing says beside its items.
type Options struct {
	Title, Desc string      // read aloud: what it is, what it shows
	Background  scene.Color // none: what lies beneath is seen
	Prefix      string      // begins every id: drawings that stand in one HTML page need different ones
	// Color and Class, where not nil, leave colours and the setting of words to the style sheet of the page that a drawing stands
	// in: a colour as CSS names it, and the class of a run. A run without a class is left out.
	Color func(scene.Color) string
	Class func(*scene.Run) (string, error)
}

// Page writes a page of a deck.
func Page(w io.Writer, pg *scene.Page, d *scene.Deck) error {
	title := pg.Title
	if title == "" {
		title = d.Meta.Title
	}
	o := Options{Title: title, Desc: fmt.Sprintf("Page %d", pg.Number), Background: pg.Background}
	if d.Meta.Title != "" && d.Meta.Title != title {
		o.Desc += " of " + d.Meta.Title
	}
	return Items(w, pg.Items, scene.Rect{W: d.Size.W, H: d.Size.H}, d.Fonts, o)
}

// Items writes what stands in a frame. An error names the item; nothing is written then.
func Items(w io.Writer, items []scene.Item, frame scene.Rect, fonts []scene.FontFile, o Options) error {
	if !(frame.W > 0 && frame.H > 0) {
		return fmt.Errorf("svg: a frame of %v × %v pt", float64(frame.W), float64(frame.H))
	}
	p := newPainter(fonts, o)
	p.open(frame, o)
	if err := p.items(items); err != nil {
		return fmt.Errorf("svg: %w", err)
	}
	if p.err != nil {
		return fmt.Errorf("svg: %w", p.err)
	}
	p.raw("</svg>\n")
	if _, err := w.Write(p.buf.Bytes()); err != nil {
		return fmt.Errorf("svg: %w", err)
	}
	return nil
}

// Parts writes items without the element around them, for one that the caller opens.
func Parts(w *bytes.Buffer, items []scene.Item, fonts []scene.FontFile, o Options) error {
	p := newPainter(fonts, o)
	if err := p.items(items); err != nil {
		return fmt.Errorf("svg: %w", err)
	}
	if p.err != nil {
		return fmt.Errorf("svg: %w", p.err)
	}
	w.Write(p.buf.Bytes())
	return nil
}

func newPainter(fonts []scene.FontFile, o Options) *painter {
	p := &painter{prefix: strings.Map(idPart, o.Prefix), families: make(map[scene.Font]family, len(fonts)), known: map[string]string{},
		color: o.Color, class: o.Class}
	for _, f := range fonts {
		p.families[f.Font] = familyOf(f)
	}
	if p.color == nil {
		p.color = hex
	}
	return p
}

// idPart keeps what an id may hold without escaping.
func idPart(r rune) rune {
	if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_' {
		return r
	}
	return -1
}

// painter writes elements in reading order, which is also the order of painting. It keeps the first error.
type painter struct {
	buf      bytes.Buffer
	prefix   string
	families map[scene.Font]family
	known    map[string]string // ids of gradients and clips by what they say
	color    func(scene.Color) string
	class    func(*scene.Run) (string, error)
	err      error
}

func (p *painter) open(frame scene.Rect, o Options) {
	p.raw(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="`)
	for i, v := range [4]scene.Pt{frame.X, frame.Y, frame.W, frame.H} {
		if i > 0 {
			p.raw(" ")
		}
		p.num(v)
	}
	p.raw(`"`)
	for i, v := range [2]scene.Pt{frame.W, frame.H} {
		p.raw([...]string{` width="`, ` height="`}[i])
		p.num(v)
		p.raw(`pt"`)
	}
	p.raw(` role="img">` + "\n")
	p.element("title", o.Title)
	p.element("desc", o.Desc)
	if !o.Background.None() {
		p.raw("<rect")
		p.box(frame)
		p.attr("fill", p.color(o.Background))
		p.raw("/>\n")
	}
}

func (p *painter) raw(s string) { p.buf.WriteString(s) }

// words writes text; what XML cannot hold becomes the replacement character.
func (p *painter) words(s string) { _ = xml.EscapeText(&p.buf, []byte(s)) } // a bytes.Buffer never fails

func (p *painter) attr(name, value string) {
	p.raw(" " + name + `="`)
	p.words(value)
	p.raw(`"`)
}

func (p *painter) element(name, text string) {
	if text == "" {
		return
	}
	p.raw("<" + name + ">")
	p.words(text)
	p.raw("</" + name + ">\n")
}

// num writes a length.
func (p *painter) num(v scene.Pt) {
	f := math.Round(float64(v)*100) / 100
	if !(math.Abs(f) <= 1e6) {
		if p.err == nil {
			p.err = fmt.Errorf("a coordinate or size is %v", float64(v))
		}
		return
	}
	if f == 0 {
		f = 0 // not -0
	}
	p.buf.Write(strconv.AppendFloat(p.buf.AvailableBuffer(), f, 'f', -1, 64))
}

func (p *painter) length(name string, v scene.Pt) {
	p.raw(" " + name + `="`)
	p.num(v)
	p.raw(`"`)
}

func (p *painter) box(r scene.Rect) {
	p.length("x", r.X)
	p.length("y", r.Y)
	p.length("width", max(0, r.W))
	p.length("height", max(0, r.H))
}

func hex(c scene.Color) string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }

func (p *painter) items(items []scene.Item) error {
	for _, it := range items {
		if err := p.item(it); err != nil {
			return err
		}
		if p.err != nil {
			return fmt.Errorf("%s: %w", scene.Name(it), p.err)
		}
	}
	return nil
}

// item replays one item. The set is closed: a kind that is not listed is an error, and a test walks them all.
func (p *painter) item(it scene.Item) error {
	switch it := it.(type) {
	case *scene.Text:
		return p.text(it)
	case *scene.Shape:
		return p.shape(it)
	case *scene.Image:
		return p.image(it)
	case *scene.Art:
		return p.art(it)
	case *scene.Group:
		return p.group(it)
	case *scene.Table:
		return p.table(it)
	case *scene.Chart:
		p.raw("<g>\n")
		p.element("title", it.Alt)
		err := p.items(it.Drawing)
		p.raw("</g>\n")
		return err
	}
	return fmt.Errorf("an item of kind %T cannot be drawn", it)
}

func (p *painter) group(g *scene.Group) error {
	if g.Alt == "" && g.Clip == nil {
		return p.items(g.Items)
	}
	clip := ""
	if g.Clip != nil {
		at := p.buf.Len()
		p.box(*g.Clip)
		rect := "<rect" + p.buf.String()[at:] + "/>"
		p.buf.Truncate(at)
		clip = p.define("clip", rect, func(id string) string { return `<clipPath id="` + id + `">` + rect + "</clipPath>\n" })
	}
	p.raw("<g")
	if clip != "" {
		p.attr("clip-path", "url(#"+clip+")")
	}
	p.raw(">\n")
	p.element("title", g.Alt)
	err := p.items(g.Items)
	p.raw("</g>\n")
	return err
}

// define writes a definition once and returns its id.
func (p *painter) define(kind, says string, write func(id string) string) string {
	key := kind + says
	if p.known[key] == "" {
		p.known[key] = p.prefix + kind + strconv.Itoa(len(p.known)+1)
		p.raw(write(p.known[key]))
	}
	return p.known[key]
}

// table paints fills first, then rules, then the cells row by row: marks beneath words.
func (p *painter) table(t *scene.Table) (err error) {
	p.raw("<g>\n")
	p.element("title", t.Alt)
	t.EachCell(func(c *scene.Cell) {
		if !c.Fill.None() {
			p.raw("<rect")
			p.box(c.Text.Frame)
			p.attr("fill", p.color(c.Fill))
			p.raw("/>\n")
		}
	})
	for i := range t.Rules {
		if err := p.shape(&t.Rules[i]); err != nil {
			return fmt.Errorf("%s: %w", scene.Name(t), err)
		}
	}
	t.EachCell(func(c *scene.Cell) {
		if err == nil {
			err = p.items(c.Marks)
		}
		if err == nil {
			err = p.text(&c.Text)
		}
	})
	p.raw("</g>\n")
	return err
}

// image holds a picture's own bytes.
func (p *painter) image(im *scene.Image) error {
	if im.Format != "png" && im.Format != "jpeg" {
		return fmt.Errorf("%s: pictures are png or jpeg, not %q", scene.Name(im), im.Format)
	}
	if len(im.Data) == 0 {
		return fmt.Errorf("%s: no picture data", scene.Name(im))
	}
	p.raw("<image")
	if f := im.Frame; im.Turn <= 1 {
		p.box(f)
	} else { // the unit square, turned and then laid on the frame
		m := im.Turn.Matrix()
		w, h := float64(f.W), float64(f.H)
		p.box(scene.Rect{W: 1, H: 1})
		p.attr("transform", fmt.Sprintf("matrix(%s %s %s %s %s %s)", part(m[0]*w), part(m[1]*h), part(m[2]*w), part(m[3]*h),
			part(m[4]*w+float64(f.X)), part(m[5]*h+float64(f.Y))))
	}
	p.raw(` preserveAspectRatio="none" href="data:image/` + im.Format + `;base64,`)
	p.raw(base64.StdEncoding.EncodeToString(im.Data))
	p.raw(`">`)
	p.element("title", im.Alt)
	p.raw("</image>\n")
	return nil
}
