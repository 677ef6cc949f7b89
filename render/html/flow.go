package html

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"roadshow/scene"
)

// thing is something that stands by itself in the flow: an item, or several that belong together.
type thing struct {
	items []scene.Item
	kind  unitKind
	box   scene.Rect
}

type unitKind uint8

const (
	oneItem unitKind = iota
	entries          // groups of one list
	listing          // texts that are items of one list
	picture          // shapes beside each other
	ruling           // a rule
	ground           // a filled box that others stand on
)

// units are the items of a page or a group as units, in order. Furniture has no place in a flow.
func (r *reader) units(items []scene.Item) (out []thing) {
	for _, it := range items {
		b := scene.Bounds(it)
		last := (*thing)(nil)
		if len(out) > 0 {
			last = &out[len(out)-1]
		}
		switch it := it.(type) {
		case *scene.Text:
			switch {
			case it.Role == scene.RoleFurniture, len(it.Lines) == 0:
				continue
			case it.Role == scene.RoleFootnote:
				r.notes = append(r.notes, it)
				continue
			case r.joined[it] && !more(it):
				continue
			}
			if f, ok := inked(it); ok {
				b = f
			}
			if it.Role == scene.RoleList && it.List != "" && !r.joined[it] {
				if last != nil && last.kind == listing && last.items[0].(*scene.Text).List == it.List {
					last.items, last.box = append(last.items, it), last.box.Union(b)
				} else {
					out = append(out, thing{[]scene.Item{it}, listing, b})
				}
				continue
			}
			if it.Role == scene.RoleSticker && last != nil && last.kind == picture && last.box.Inset(-slack).Contains(b) {
				out = out[:len(out)-1] // its pill, which the flow draws around it
			}
		case *scene.Group:
			if it.Role == scene.RoleFurniture || len(it.Items) == 0 {
				continue
			}
			if it.List != "" {
				if last != nil && last.kind == entries && last.items[0].(*scene.Group).List == it.List {
					last.items, last.box = append(last.items, it), last.box.Union(b)
					continue
				}
				out = append(out, thing{[]scene.Item{it}, entries, b})
				continue
			}
			if it.Role == scene.RoleOrnament && drawn(it) {
				out = append(out, thing{[]scene.Item{it}, picture, b})
				continue
			}
		case *scene.Shape:
			switch {
			case it.Fill.Color.None() && it.Stroke.Color.None(), b.W <= 3 && b.H > 14:
				continue
			case b.H <= 3 && b.W > 24:
				out = append(out, thing{[]scene.Item{it}, ruling, b})
				continue
			case !it.Fill.Color.None() && b.W > 40 && b.H > 20:
				out = append(out, thing{[]scene.Item{it}, ground, b})
				continue
			}
			if last != nil && last.kind == picture && b.Y < last.box.Bottom() && last.box.Y < b.Bottom() && b.X-last.box.Right() < 8 && last.box.X-b.Right() < 8 {
				last.items, last.box = append(last.items, it), last.box.Union(b)
				continue
			}
			out = append(out, thing{[]scene.Item{it}, picture, b})
			continue
		}
		out = append(out, thing{[]scene.Item{it}, oneItem, b})
	}
	return out
}

// drawn says that an item is drawn and not read.
func drawn(it scene.Item) bool {
	switch it := it.(type) {
	case *scene.Shape:
		return it.Alt == ""
	case *scene.Group:
		return it.Role == scene.RoleOrnament || drawing(it)
	}
	return false
}

// more says that a text has paragraphs beyond the one that goes on.
func more(t *scene.Text) bool {
	return len(t.Lines) > 0 && t.Lines[len(t.Lines)-1].Para > t.Lines[0].Para
}

// inked is where a text's lines stand: its frame may be as wide as its measure.
func inked(t *scene.Text) (scene.Rect, bool) {
	left, right := scene.Pt(1e9), scene.Pt(-1e9)
	for i := range t.Lines {
		if len(t.Lines[i].Runs) > 0 {
			left, right = min(left, t.Lines[i].X()), max(right, t.Lines[i].Right())
		}
	}
	if right < left {
		return scene.Rect{}, false
	}
	return scene.Rect{X: left, Y: t.Frame.Y, W: right - left, H: t.Frame.H}, true
}

func boundsOf(units []thing) scene.Rect {
	b := units[0].box
	for i := range units[1:] {
		b = b.Union(units[i+1].box)
	}
	return b
}

// slack is how far boxes may overlap and still stand below or beside each other.
const slack = 3

// across parts units into rows: no row reaches into the next.
func across(units []thing) (rows [][]thing) {
	from := 0
	for i := 1; i < len(units); i++ {
		if boundsOf(units[from:i]).Bottom() <= boundsOf(units[i:]).Y+slack {
			rows = append(rows, units[from:i])
			from = i
		}
	}
	if len(units) > 0 {
		rows = append(rows, units[from:])
	}
	return rows
}

// beside parts units into columns, from left to right.
func beside(units []thing) (columns [][]thing) {
	from := 0
	for i := 1; i < len(units); i++ {
		if boundsOf(units[from:i]).Right() <= boundsOf(units[i:]).X+slack {
			columns = append(columns, units[from:i])
			from = i
		}
	}
	return append(columns, units[from:])
}

// stack writes units one row under the other, within a frame's left edge and width.
func (r *reader) stack(units []thing, left, width scene.Pt) error {
	rows := across(units)
	for i, row := range rows {
		gap := scene.Pt(0)
		if i > 0 {
			gap = boundsOf(row).Y - boundsOf(rows[i-1]).Bottom()
		}
		if err := r.row(row, gap, left, width); err != nil {
			return err
		}
	}
	return nil
}

func (r *reader) row(row []thing, gap, left, width scene.Pt) error {
	if len(row) == 1 {
		return r.unit(&row[0], gap, left, width)
	}
	if row[0].kind == ground && row[0].box.Inset(-slack).Contains(boundsOf(row)) {
		return r.panel(row, gap)
	}
	if cols := beside(row); len(cols) > 1 {
		return r.columns(cols, gap, left, width)
	}
	return r.crossed(row, gap, left, width)
}

// crossed writes things that are read across their columns: each in the column where it begins and the row where it stands.
func (r *reader) crossed(row []thing, gap, left, width scene.Pt) error {
	starts := func(of func(*thing) scene.Pt, near scene.Pt) (lines []scene.Pt) {
		var all []scene.Pt
		for i := range row {
			all = append(all, of(&row[i]))
		}
		slices.Sort(all)
		for _, v := range all {
			if n := len(lines); n == 0 || v-lines[n-1] >= near {
				lines = append(lines, v)
			}
		}
		return lines
	}
	at := func(lines []scene.Pt, v scene.Pt) int {
		n := 0
		for i, l := range lines {
			if l <= v+0.01 {
				n = i
			}
		}
		return n
	}
	x := func(u *thing) scene.Pt { return u.box.X }
	y := func(u *thing) scene.Pt { return u.box.Y }
	columns, rows := starts(x, 14), starts(y, 5)
	var b strings.Builder
	for i, c := range columns {
		end := left + width
		if i+1 < len(columns) {
			end = columns[i+1]
		}
		b.WriteString(" minmax(0," + number(max(end-c, 8)) + "fr)")
	}
	r.raw(`<div class="cols cross `, r.flows.gap(gap), `" style="grid-template-columns:`, strings.TrimSpace(b.String()), `">`, "\n")
	cells := make([][4]int, len(row)) // first row and column, and those beyond the last
	for i := range row {
		u := &row[i]
		c, d := at(columns, u.box.X), at(rows, u.box.Y)
		last := c
		for last+1 < len(columns) && columns[last+1] < u.box.Right()-slack {
			last++
		}
		cells[i] = [4]int{d, c, d + 1, last + 1}
	}
	// What reaches down beside others stands beside all of them.
	for i := range cells {
		a := &cells[i]
		for a[2] < len(rows) && rows[a[2]] < row[i].box.Bottom()-slack && !slices.ContainsFunc(cells, func(b [4]int) bool { return b[0] == a[2] && b[1] < a[3] && a[1] < b[3] }) {
			a[2]++
		}
	}
	for i := range row {
		u, a := &row[i], cells[i]
		r.raw(`<div style="grid-area:`, strconv.Itoa(a[0]+1), "/", strconv.Itoa(a[1]+1), "/", strconv.Itoa(a[2]+1), "/", strconv.Itoa(a[3]+1), `">`, "\n")
		if err := r.unit(u, 0, u.box.X, max(left+width-u.box.X, 20)); err != nil {
			return err
		}
		r.raw("</div>\n")
	}
	r.raw("</div>\n")
	return nil
}

// narrow is the width of a column below which it stands beside others in the narrow view too: a number, a seal.
const narrow = 64

// columns writes units beside each other, as wide as on paper.
func (r *reader) columns(cols [][]thing, gap, left, width scene.Pt) error {
	var b strings.Builder
	room := scene.Pt(1e9)
	for i := 1; i < len(cols); i++ {
		room = min(room, boundsOf(cols[i]).X-boundsOf(cols[i-1]).Right())
	}
	room = max(4, min(room, 24))
	lefts, widths := make([]scene.Pt, len(cols)), make([]scene.Pt, len(cols))
	for i, c := range cols {
		lefts[i] = boundsOf(c).X
		end := left + width
		if i+1 < len(cols) {
			end = boundsOf(cols[i+1]).X - room
		}
		widths[i] = max(end-lefts[i], 8)
	}
	// A column of a number or a seal is as wide as on paper; the others share what is left, at least the widest.
	fixed, wide, most := make([]bool, len(cols)), len(cols), 0
	for i, c := range cols {
		if w := boundsOf(c).W; w < narrow && (i+1 < len(cols) || w < 24) {
			fixed[i], wide = true, wide-1
		}
		if widths[i] > widths[most] {
			most = i
		}
	}
	if wide == 0 {
		fixed[most], wide = false, 1
	}
	pair := wide == 1 // numbers, seals and the like stay beside it in the narrow view
	for i, c := range cols {
		if i > 0 {
			b.WriteByte(' ')
		}
		if fixed[i] {
			pair = pair && widths[i] <= narrow
			b.WriteString("minmax(max-content,calc(" + number(widths[i]) + "px*var(--z)))")
		} else {
			b.WriteString("minmax(calc(" + number(min(boundsOf(c).W, narrow)) + "px*var(--z))," + number(widths[i]) + "fr)")
		}
	}
	class := "cols "
	if pair {
		class = "cols pair "
	}
	in := ""
	if indent := lefts[0] - left; indent > 3 {
		class, in = class+"in ", ";--i:"+number(indent)
	}
	r.raw(`<div class="`, class, r.flows.gap(gap), `" style="grid-template-columns:`, b.String(), ";column-gap:calc(", number(room), "px*var(--z))", in, `">`, "\n")
	top := boundsOf(cols[0]).Y
	for _, c := range cols[1:] {
		top = min(top, boundsOf(c).Y)
	}
	for i, c := range cols {
		r.raw("<div")
		class := ""
		if down := boundsOf(c).Y - top; down > 2 {
			class = r.flows.pad(down)
		}
		if i == len(cols)-1 && fixed[i] && boundsOf(c).Right() > left+width-1 { // such as a page's number
			class = strings.TrimSpace(class + " end")
		}
		if class != "" {
			r.raw(` class="`, class, `"`)
		}
		r.raw(">\n")
		if err := r.stack(c, lefts[i], widths[i]); err != nil {
			return err
		}
		r.raw("</div>\n")
	}
	r.raw("</div>\n")
	return nil
}

// panel is a filled box with what stands on it.
func (r *reader) panel(row []thing, gap scene.Pt) error {
	box, in := row[0].box, boundsOf(row[1:])
	c := row[0].items[0].(*scene.Shape).Fill.Color
	r.raw(`<div class="panel `, r.flows.gap(gap), `" style="background:`, r.color(c), ";padding:calc(", number(max(6, in.Y-box.Y)), "px*var(--z)) calc(", number(max(6, box.Right()-in.Right())), "px*var(--z)) calc(",
		number(max(6, min(box.Bottom()-in.Bottom(), 40))), "px*var(--z)) calc(", number(max(6, in.X-box.X)), `px*var(--z))">`, "\n")
	err := r.stack(row[1:], in.X, in.W)
	r.raw("</div>\n")
	return err
}

// unit writes one unit.
func (r *reader) unit(u *thing, gap, left, width scene.Pt) error {
	at := r.flows.gap(gap)
	switch u.kind {
	case entries:
		return r.entries(u, at, left, width)
	case listing:
		return r.listing(u, at)
	case picture:
		return r.picture(u, at)
	case ruling:
		s := u.items[0].(*scene.Shape)
		c, weight := s.Stroke.Color, s.Stroke.Width
		if c.None() {
			c, weight = s.Fill.Color, u.box.H
		}
		if u.box.W > 100 { // not one that is short on purpose
			at = "lg " + at
		}
		r.raw(`<i class="hr `, at, `" style="border-top:max(1px,calc(`, number(weight), "px*var(--z))) solid ", r.color(c))
		if u.box.W < width*0.9 {
			r.raw(";width:calc(", number(u.box.W), "px*var(--z))")
		}
		r.raw(`"></i>`, "\n")
		return nil
	case ground:
		return nil
	}
	switch it := u.items[0].(type) {
	case *scene.Text:
		return r.text(it, at, max(0, u.box.X-left), width)
	case *scene.Group:
		return r.group(it, at, left, width)
	case *scene.Table:
		return r.table(it, at)
	case *scene.Chart:
		return r.figured(it, at)
	case *scene.Image:
		r.raw(`<div class="im `, at, `" style="max-width:calc(`, number(it.Frame.W), `px*var(--z))">`)
		err := r.flowImage(it)
		r.raw("</div>\n")
		return err
	case *scene.Art:
		return r.picture(u, at)
	}
	return fmt.Errorf("an item of kind %T cannot be read", u.items[0])
}

// entries are a list whose items are groups, in as many columns as on paper.
func (r *reader) entries(u *thing, at string, left, width scene.Pt) error {
	columns := 1
	x := scene.Bounds(u.items[0]).X
	for _, it := range u.items {
		if b := scene.Bounds(it); b.X > x+40 {
			columns++
			x = b.X
		}
	}
	r.raw(`<ol class="es `, at)
	if columns > 1 {
		r.raw(` c`, strconv.Itoa(min(columns, 3)))
		width = width/scene.Pt(columns) - 12
	}
	r.raw(`">`, "\n")
	for i, it := range u.items {
		g := it.(*scene.Group)
		b := scene.Bounds(g)
		gap := scene.Pt(6)
		if i > 0 {
			if before := scene.Bounds(u.items[i-1]); before.Bottom() <= b.Y+slack {
				gap = b.Y - before.Bottom()
			}
		}
		r.raw(`<li class="`, r.flows.pad(max(3, min(gap, 30))), `"`)
		r.identify(g.ID)
		r.raw(">\n")
		from := left // in one column, what is indented on paper is so here
		if columns > 1 {
			from = b.X
		}
		room := max(width, b.Right()-from)
		if g.Role == scene.RoleContents { // which ends at its page's number
			room = b.Right() - from
		}
		if err := r.stack(r.units(g.Items), from, room); err != nil {
			return err
		}
		r.back(g.ID)
		r.raw("</li>\n")
	}
	r.raw("</ol>\n")
	return nil
}

// picture is a small drawing at its size on paper.
func (r *reader) picture(u *thing, at string) error {
	alt := ""
	for _, it := range u.items {
		switch it := it.(type) {
		case *scene.Shape:
			alt = strings.TrimSpace(alt + " " + it.Alt)
		case *scene.Group:
			if it.Role != scene.RoleOrnament {
				alt = strings.TrimSpace(alt + " " + it.Alt)
			}
		case *scene.Art:
			alt = strings.TrimSpace(alt + " " + it.Alt)
		}
	}
	b := u.box.Inset(-0.5)
	own := ""
	if slices.ContainsFunc(u.items, isArt) {
		own = "own "
	}
	r.raw(`<svg class="dr `, own, at, `"`)
	if alt == "" {
		r.raw(` aria-hidden="true"`)
	} else {
		r.raw(` role="img"`)
		r.attr("aria-label", alt)
	}
	r.raw(` viewBox="`, number(b.X), " ", number(b.Y), " ", number(b.W), " ", number(b.H), `" style="width:calc(`, number(b.W), `px*var(--z))">`)
	if err := r.draw(quiet(u.items)); err != nil {
		return err
	}
	r.raw("</svg>\n")
	return nil
}

func isArt(it scene.Item) bool {
	_, art := it.(*scene.Art)
	return art
}

// quiet are items without the words that tell of them, which stand elsewhere.
func quiet(items []scene.Item) []scene.Item {
	out := make([]scene.Item, len(items))
	for i, it := range items {
		out[i] = mute(it)
	}
	return out
}

// mute is an item without the words that tell of it.
func mute(it scene.Item) scene.Item {
	switch it := it.(type) {
	case *scene.Shape:
		if it.Alt != "" {
			c := *it
			c.Alt = ""
			return &c
		}
	case *scene.Group:
		if it.Alt != "" {
			c := *it
			c.Alt = ""
			return &c
		}
	case *scene.Art:
		if it.Alt != "" {
			c := *it
			c.Alt = ""
			return &c
		}
	}
	return it
}
