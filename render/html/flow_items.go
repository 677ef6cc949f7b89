package html

import (
	"encoding/base64"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"roadshow/scene"
)

// group writes a group: an exhibit as a figure with its caption, a diagram exactly as it is drawn, anything else in flow.
func (r *reader) group(g *scene.Group, at string, left, width scene.Pt) error {
	alt := strings.TrimSpace(g.Alt)
	if scene.Told(g.Items) {
		alt = ""
	}
	diagram := alt != "" && placed(g.Items)
	units := r.units(g.Items)
	if len(units) == 0 {
		return nil
	}
	tag, class := "div", "b "
	if g.Role == scene.RoleExhibit {
		tag, class = "figure", "e "
	}
	r.raw("<", tag, ` class="`, class, at, `"`)
	r.identify(g.ID)
	if alt != "" {
		if tag == "div" {
			r.raw(` role="group"`)
		}
		r.attr("aria-label", alt)
	}
	r.raw(">\n")
	if tag == "figure" {
		n := 0
		for i := range units {
			t, ok := units[i].items[0].(*scene.Text)
			switch {
			case ok && t.Role == scene.RoleCaption:
				n = i + 1
			case units[i].kind == ruling, ok && t.Role == scene.RoleSticker:
				continue
			}
			if !ok || t.Role != scene.RoleCaption {
				break
			}
		}
		if n > 0 {
			r.raw("<figcaption>\n")
			if err := r.stack(units[:n], left, width); err != nil {
				return err
			}
			r.raw("</figcaption>\n")
			if n < len(units) {
				gap := boundsOf(units[n:]).Y - boundsOf(units[:n]).Bottom()
				units = units[n:]
				r.raw(`<div class="`, r.flows.gap(gap), `">`, "\n")
				defer r.raw("</div>\n</figure>\n")
			} else {
				units = nil
				defer r.raw("</figure>\n")
			}
		} else {
			defer r.raw("</figure>\n")
		}
	} else {
		defer r.raw("</div>\n")
	}
	if diagram {
		return r.exact(units, g)
	}
	return r.stack(units, left, width)
}

// placed says that the words of a group mean something by where they stand: there are marks among them that are neither rules nor
// grounds nor as small as letters.
func placed(items []scene.Item) bool {
	found := false
	scene.Walk(items, func(it scene.Item) {
		switch it := it.(type) {
		case *scene.Shape:
			b := it.Path.Bounds()
			rule := b.H <= 3
			small := b.W <= 30 && b.H <= 30
			box := !it.Fill.Color.None() && b.W > 40 && b.H > 20
			found = found || !rule && !small && !box
		case *scene.Group:
			found = found || it.Role == scene.RoleOrnament && scene.Bounds(it).W > 60
		}
	})
	return found
}

// exact is a diagram as it is drawn, with real words; where it is wider than the window it moves within its own frame. What stands
// below it, such as the source line, is in flow again.
func (r *reader) exact(units []thing, g *scene.Group) error {
	to := len(units)
	for to > 1 {
		t, ok := units[to-1].items[0].(*scene.Text)
		if !ok || t.Role != scene.RoleSource {
			break
		}
		to--
	}
	var items []scene.Item
	for _, it := range g.Items {
		b := scene.Bounds(it)
		if t, ok := it.(*scene.Text); ok && (t.Role == scene.RoleCaption || t.Role == scene.RoleSource) {
			continue
		}
		if b.Y >= units[0].box.Y-1 && b.Y < boundsOf(units[:to]).Bottom()+1 {
			items = append(items, it)
		}
	}
	b := inkOf(items).Inset(-1)
	r.raw(`<div class="xw" tabindex="0"><div class="x" style="width:calc(`, number(b.W), `px*var(--z));height:calc(`, number(b.H), `px*var(--z))">`, "\n")
	r.raw(`<div class="s" style="left:calc(`, number(-b.X), `px*var(--z));top:calc(`, number(-b.Y), `px*var(--z));width:`, px(r.deck.Size.W), ";height:", px(r.deck.Size.H), `">`, "\n")
	s := &slide{writer: r.writer, reading: r.reading, start: r.out.Len()}
	if err := s.items(items); err != nil {
		return err
	}
	if err := s.flush(); err != nil {
		return err
	}
	r.raw("</div></div></div>\n")
	if to < len(units) {
		r.raw(`<div class="`, r.flows.gap(8), `">`, "\n")
		err := r.stack(units[to:], r.left, r.right-r.left)
		r.raw("</div>\n")
		return err
	}
	return nil
}

// inkOf is where items stand: of texts their lines, not their measure.
func inkOf(items []scene.Item) (box scene.Rect) {
	for i, it := range items {
		b := scene.Bounds(it)
		switch it := it.(type) {
		case *scene.Text:
			if ink, ok := inked(it); ok {
				b = ink
			}
		case *scene.Group:
			if it.Clip == nil && len(it.Items) > 0 {
				b = inkOf(it.Items)
			}
		}
		if i == 0 {
			box = b
		} else {
			box = box.Union(b)
		}
	}
	return box
}

// figured is a chart in its frame, whole at any width: bars that are cut off look equal.
func (r *reader) figured(c *scene.Chart, at string) error {
	r.raw(`<div class="ch `, at, `"><div class="cf" style="width:calc(`, number(c.Frame.W), `px*var(--z));aspect-ratio:`, number(c.Frame.W), "/", number(c.Frame.H), `">`, "\n")
	err := r.chart(c)
	r.raw("</div></div>\n")
	return err
}

func (r *reader) flowImage(im *scene.Image) error {
	if im.Format != "png" && im.Format != "jpeg" {
		return fmt.Errorf("%s: pictures are png or jpeg, not %q", scene.Name(im), im.Format)
	}
	r.raw("<img")
	r.identify(im.ID)
	r.attr("alt", im.Alt)
	r.raw(` width="`, strconv.Itoa(im.Pixels[0]), `" height="`, strconv.Itoa(im.Pixels[1]), `" src="data:image/`, im.Format, `;base64,`, base64.StdEncoding.EncodeToString(im.Data), `">`, "\n")
	return nil
}

// table is a table whose columns have the shares that they have on paper.
func (r *reader) table(t *scene.Table, at string) error {
	r.raw(`<div class="tw `, at, `"><table`)
	r.identify(t.ID)
	if alt := strings.TrimSpace(t.Alt); alt != "" {
		r.attr("aria-label", alt)
	}
	r.raw(` style="max-width:calc(`, number(t.Frame.W), `px*var(--z));--n:`, strconv.Itoa(len(t.Columns)), `">`, "\n")
	var whole scene.Pt
	for _, c := range t.Columns {
		whole += c.W
	}
	r.raw("<colgroup>")
	for _, c := range t.Columns {
		r.raw("<col")
		if whole > 0 {
			r.raw(` style="width:`, number(100*c.W/whole), `%"`)
		}
		r.raw(">")
	}
	r.raw("</colgroup>\n")
	for part, rows := range [2][][]scene.Cell{t.Head, t.Rows} {
		if len(rows) == 0 {
			continue
		}
		around := [...]string{"thead", "tbody"}[part]
		r.raw("<", around, ">\n")
		for _, row := range rows {
			r.raw("<tr>")
			col := 0
			for i := range row {
				align := scene.Left
				if col < len(t.Columns) {
					align = t.Columns[col].Align
				}
				col += row[i].Covers()
				if err := r.cell(&row[i], part == 0, align); err != nil {
					return fmt.Errorf("%s: %w", scene.Name(t), err)
				}
			}
			r.raw("</tr>\n")
		}
		r.raw("</", around, ">\n")
	}
	r.raw("</table></div>\n")
	return nil
}

func (r *reader) cell(c *scene.Cell, head bool, align scene.Align) error {
	tag, scope := "td", ""
	if c.Heads() {
		tag, scope = "th", "row"
		if head {
			scope = "col"
		}
	}
	r.raw("<", tag)
	r.identify(c.Text.ID)
	if scope != "" {
		r.raw(` scope="`, scope, `"`)
	}
	if c.Span > 1 {
		r.raw(` colspan="`, strconv.Itoa(c.Span), `"`)
	}
	how := ""
	if align == scene.Right || c.Text.Align == scene.Right {
		how = "text-align:right"
	} else if align == scene.Center || c.Text.Align == scene.Center {
		how = "text-align:center"
	}
	if !c.Fill.None() {
		how += ";background:" + r.color(c.Fill)
	}
	if how != "" {
		r.raw(` style="`, strings.TrimPrefix(how, ";"), `"`)
	}
	r.raw(">")
	for _, u := range r.marksOf(c) {
		if err := r.unit(&u, 0, 0, 0); err != nil {
			return err
		}
	}
	for _, b := range r.blocks(&c.Text) {
		r.raw(`<span class="`, r.flows.class(b.base), ` k">`)
		if err := r.inline(&c.Text, b.lines[0].Para, b.base); err != nil {
			return err
		}
		r.raw("</span>")
	}
	r.raw("</", tag, ">")
	return nil
}

// marksOf are the drawn things of a cell, each with its own words.
func (r *reader) marksOf(c *scene.Cell) (out []thing) {
	var shapes []scene.Item
	for _, m := range c.Marks {
		if _, words := m.(*scene.Text); words {
			b := scene.Bounds(m)
			out = append(out, thing{[]scene.Item{m}, oneItem, b})
			continue
		}
		shapes = append(shapes, m)
	}
	if len(shapes) > 0 {
		b := scene.Bounds(&scene.Group{Items: shapes})
		out = slices.Insert(out, 0, thing{shapes, picture, b})
	}
	return out
}
