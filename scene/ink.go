package scene

import "math"

// Ink says how much of a slide's body holds ink: the share of the cells of its area's grid that letters, marks or pictures reach, or
// where the area has no grid, how high they stand in it. Hairlines part what is there and are none of it.
func (p *Page) Ink() float64 {
	a := p.Area
	if a.Text.W <= 0 || a.Text.H <= 0 || a.Main.W > 0 {
		return 0 // no area, or a page of columns: Fill says how far down those are written
	}
	g := inkGrid{area: a.Text, columns: max(1, a.Grid[0]), rows: a.Grid[1], high: a.Text.Bottom(), low: a.Text.Y}
	g.cells = make([]bool, g.columns*g.rows)
	g.items(p.Items, nil)
	if len(g.cells) == 0 {
		return float64(max(0, g.low-g.high) / a.Text.H)
	}
	n := 0
	for _, held := range g.cells {
		if held {
			n++
		}
	}
	return float64(n) / float64(len(g.cells))
}

// inkGrid notes the cells of an area that hold ink, and between which heights it stands.
type inkGrid struct {
	area          Rect
	columns, rows int
	cells         []bool
	high, low     Pt
}

func (g *inkGrid) items(items []Item, clip *Rect) {
	for _, it := range items {
		switch it := it.(type) {
		case *Text:
			g.text(it)
		case *Shape:
			g.shape(it, clip)
		case *Image:
			g.box(it.Frame, clip)
		case *Art:
			g.box(it.Frame, clip)
		case *Chart:
			g.items(it.Drawing, clip)
		case *Table:
			it.EachCell(func(c *Cell) {
				if !c.Fill.None() {
					g.box(c.Text.Frame, clip)
				}
				g.items(c.Marks, clip)
				g.text(&c.Text)
			})
		case *Group:
			if it.Role == RoleFurniture {
				continue
			}
			in := clip
			if it.Clip != nil {
				r := cut(*it.Clip, clip)
				in = &r
			}
			g.items(it.Items, in)
		}
	}
}

func (g *inkGrid) text(t *Text) {
	if t.Role == RoleFurniture {
		return
	}
	for i := range t.Lines {
		for j := range t.Lines[i].Runs {
			r := &t.Lines[i].Runs[j]
			if from, to := inked(r); from < to {
				base := t.Lines[i].Baseline - r.Rise
				g.box(Rect{from, base - boxAbove*r.Size, to - from, (boxAbove + boxBelow) * r.Size}, nil)
			}
		}
	}
}

// hairline is the widest pen of a rule, of an axis and of its ticks.
const hairline Pt = 1

func (g *inkGrid) shape(s *Shape, clip *Rect) {
	frame := s.Path.Extent()
	switch {
	case !s.Fill.Color.None():
		if min(frame.W, frame.H) > hairline {
			g.fill(s.Path, cut(frame, clip))
		}
	case s.Stroke.Color.None() || s.Stroke.Width <= hairline && (frame.W < 0.01 || frame.H < 0.01):
	default:
		for _, c := range s.Path.flat(stepOfInk) {
			for _, q := range c {
				g.box(Rect{q.X, q.Y, 0.01, 0.01}, clip)
			}
		}
	}
}

// stepOfInk is how far apart a path is looked at: no cell is passed over.
const stepOfInk Pt = 4

// fill notes what lies inside a path's outline, at points of its frame.
func (g *inkGrid) fill(p Path, frame Rect) {
	step := min(stepOfInk, frame.W/2, frame.H/2)
	if len(g.cells) == 0 {
		g.box(frame, nil)
		return
	}
	if step <= 0 {
		return
	}
	for y := frame.Y + step/2; y < frame.Bottom(); y += step {
		for x := frame.X + step/2; x < frame.Right(); x += step {
			if p.holds(Point{x, y}) {
				g.box(Rect{x, y, 0.01, 0.01}, nil)
			}
		}
	}
}

// flat is a path as contours of points at most step apart.
func (p Path) flat(step Pt) (out [][]Point) {
	at := 0
	var pen, start Point
	add := func(q Point) { out[len(out)-1] = append(out[len(out)-1], q) }
	line := func(to Point) {
		n := int(math.Ceil(math.Hypot(float64(to.X-pen.X), float64(to.Y-pen.Y)) / float64(step)))
		for i := 1; i <= n; i++ {
			t := Pt(i) / Pt(n)
			add(Point{pen.X + (to.X-pen.X)*t, pen.Y + (to.Y-pen.Y)*t})
		}
		pen = to
	}
	for _, op := range p.Ops {
		switch op {
		case MoveTo:
			pen = p.Pts[at]
			start = pen
			out = append(out, []Point{pen})
			at++
		case LineTo:
			line(p.Pts[at])
			at++
		case CurveTo:
			a, b, c, from := p.Pts[at], p.Pts[at+1], p.Pts[at+2], pen
			for i := 1; i <= 8; i++ {
				line(onCurve(from, a, b, c, Pt(i)/8))
			}
			at += 3
		case Close:
			line(start)
		}
	}
	return out
}

// box notes a frame, as far as it lies in the area.
func (g *inkGrid) box(r Rect, clip *Rect) {
	if r = cut(r, clip).Intersect(g.area); r.W <= 0 || r.H <= 0 {
		return
	}
	g.high, g.low = min(g.high, r.Y), max(g.low, r.Bottom())
	if len(g.cells) == 0 {
		return
	}
	w, h := g.area.W/Pt(g.columns), g.area.H/Pt(g.rows)
	for y := int((r.Y - g.area.Y) / h); y <= min(g.rows-1, int((r.Bottom()-g.area.Y-0.005)/h)); y++ {
		for x := int((r.X - g.area.X) / w); x <= min(g.columns-1, int((r.Right()-g.area.X-0.005)/w)); x++ {
			g.cells[y*g.columns+x] = true
		}
	}
}

// Sizes are the smallest of each kind of type on a page: what is read in sentences, what names marks and cells, and what stands
// below and around. 0: there is none. Superscripts belong to the words they stand at.
type Sizes struct{ Text, Label, Small Pt }

// Sizes are the page's. Chinese counts as the Latin that it is set beside.
func (p *Page) Sizes() (z Sizes) {
	charts := map[*Text]bool{}
	Walk(p.Items, func(it Item) {
		switch it := it.(type) {
		case *Chart:
			Walk(it.Drawing, func(it Item) {
				if t, ok := it.(*Text); ok {
					charts[t] = true
				}
			})
		case *Text:
			to := &z.Text
			switch it.Role {
			case RoleSource, RoleFootnote, RoleFurniture, RoleSticker:
				to = &z.Small
			case RoleCell, RoleLabel, RoleCaption, RoleSubheading, RoleNumber, RoleContents, RoleFigure, RoleOrnament, RoleAttribution:
				to = &z.Label
			}
			if charts[it] {
				to = &z.Label
			}
			for i := range it.Lines {
				for j := range it.Lines[i].Runs {
					r := &it.Lines[i].Runs[j]
					size := r.Size
					if r.Font.Han() {
						size = Pt(math.Round(float64(size/hanScale)*100) / 100)
					}
					if from, end := inked(r); r.Rise == 0 && from < end && (*to == 0 || size < *to) {
						*to = size
					}
				}
			}
		}
	})
	return z
}
