package layouts

import (
	"cmp"
	"math"
	"slices"

	"roadshow/briefing"
	"roadshow/scene"
	"roadshow/typeset"
)

// quadrantSlide is L17: a field of two opposites over the middle columns, its ends named outside it. With too many points
// for their names it is numbered, with the names in the comment column.
func quadrantSlide(s *Slides, b *briefing.Block) {
	q := s.quadrantPoints(b)
	if q == nil {
		return
	}
	if x, y := b.Object("x").Words("name"), b.Object("y").Words("name"); x != "" && y != "" {
		q.unit = s.diagrams().Across + x + s.diagrams().Up + y
	}
	alt := altOf(s.diagrams().Quadrant, b.Title.String())
	q.frame(false)
	q.numbered = len(q.points) > mostNamed || q.label() > 0
	if q.numbered {
		q.frame(true)
		if n := q.label(); n > 0 {
			s.L.Warn(b.PlaceOf("points"), "W-LABEL", "show fewer points, or move them apart", "%d points of the quadrant stand too close for their numbers", n)
		}
	}
	s.slide(b, s.exhibitSheet(b, alt), func(c *Canvas, body scene.Rect) {
		if q.unit != "" {
			c.Add(s.line(q.unit, s.S.ExhibitUnit).Text(b.ID+"/unit", scene.RoleCaption, slideLeft, slideHeadBase))
		}
		c.Add(q.chart(alt))
		if q.numbered {
			q.key(c)
		}
	})
}

// slideQuadrant is the field on its slide.
type slideQuadrant struct {
	s        *Slides
	b        *briefing.Block
	unit     string
	plot     scene.Rect
	points   []slidePoint
	fixed    []placedWords
	numbered bool
	lit      bool
	places   pointLabels
	x0, x1   float64
	y0, y1   float64
	biggest  float64
}

type slidePoint struct {
	field      briefing.Fields
	name, id   string
	x, y, size float64
	highlight  bool
	at         scene.Point
	r          scene.Pt
	words      typeset.Block
}

// quadrantPoints reads the points; nil where there are none.
func (s *Slides) quadrantPoints(b *briefing.Block) *slideQuadrant {
	q := &slideQuadrant{s: s, b: b}
	var xs, ys []float64
	for i, f := range b.List("points") {
		p := slidePoint{field: f, name: f.Words("name"), id: b.ID + "/" + itoa(i+1), x: number(f, "x"), y: number(f, "y"), size: number(f, "size"), highlight: f.Flag("highlight")}
		if p.size < 0 {
			s.L.Error(f.PlaceOf("size"), "E-VALUE", "", "an area is not below zero")
			p.size = 0
		}
		q.biggest, q.lit = max(q.biggest, p.size), q.lit || p.highlight
		xs, ys = append(xs, p.x), append(ys, p.y)
		q.points = append(q.points, p)
	}
	if len(q.points) == 0 {
		return nil
	}
	var okX, okY bool
	q.x0, q.x1, okX = fieldRange(xs)
	q.y0, q.y1, okY = fieldRange(ys)
	if !okX || !okY {
		s.L.Error(b.PlaceOf("points"), "E-VALUE", "write all x (and all y) from 0 to 1, from 0 to 10 or from 0 to 100", "the points lie outside the field")
	}
	return q
}

// frame places the field and all that does not depend on labels: with a key it leaves the comment column free.
func (q *slideQuadrant) frame(keyed bool) {
	s, b := q.s, q.b
	top, bottom := slideBodyTop+16, slideBodyBottom-14
	if q.unit != "" {
		top = slideHeadBase + 30
	}
	left, right := slideX(3), slideXR(10)
	if keyed {
		left, right = slideX(2)+16, slideX(8)-28
	}
	q.plot = scene.Rect{X: left, Y: top, W: right - left, H: bottom - top}
	p := q.plot
	most := scene.Pt(22)
	if len(q.points) > mostNamed {
		most = 16
	}
	for i := range q.points {
		pt := &q.points[i]
		pt.r = 5
		if q.biggest > 0 {
			pt.r = max(3, most*scene.Pt(math.Sqrt(pt.size/q.biggest)))
		}
	}
	// Points keep inside the field with their whole area.
	in := p.Inset(6)
	if q.biggest > 0 {
		in = p.Inset(most + 1)
	}
	for i := range q.points {
		pt := &q.points[i]
		pt.at = scene.Point{X: in.X + in.W*scene.Pt((pt.x-q.x0)/(q.x1-q.x0)), Y: in.Bottom() - in.H*scene.Pt((pt.y-q.y0)/(q.y1-q.y0))}
	}
	q.fixed = nil
	mid := scene.Point{X: p.X + p.W/2, Y: p.Y + p.H/2}
	end := s.S.Label
	x, y := b.Object("x"), b.Object("y")
	ends := func(words, part string, align scene.Align, at scene.Point, room scene.Pt) {
		if words == "" {
			return
		}
		set := s.Fonts.Set([]scene.Span{{Text: words, Style: end}}, typeset.Options{Width: room, Break: typeset.Balanced, Align: align})
		up := end.Leading * scene.Pt(len(set.Lines)-1) / 2
		q.fixed = append(q.fixed, placedWords{words: set, x: at.X, y: at.Y + 3.8 - up, id: b.ID + part})
	}
	high, low := s.line(y.Words("high"), end), s.line(y.Words("low"), end)
	if y.Words("high") != "" {
		q.fixed = append(q.fixed, placedWords{words: high, x: mid.X - high.Width/2, y: p.Y - 7, id: b.ID + "/y-high"})
	}
	if y.Words("low") != "" {
		q.fixed = append(q.fixed, placedWords{words: low, x: mid.X - low.Width/2, y: p.Bottom() + 13, id: b.ID + "/y-low"})
	}
	leftRoom := p.X - 10 - slideLeft
	rightRoom := min(slideRight-p.Right()-10, leftRoom)
	ends(x.Words("low"), "/x-low", scene.Right, scene.Point{X: slideLeft, Y: mid.Y}, leftRoom)
	ends(x.Words("high"), "/x-high", scene.Left, scene.Point{X: p.Right() + 10, Y: mid.Y}, rightRoom)
	q.corners()
}

// corners names the quadrants, each at the first place in its corner that no point covers.
func (q *slideQuadrant) corners() {
	st, p := q.s.S.Annotation.In(scene.SansSemiBold).With(q.s.Look.Muted), q.plot
	for i, name := range q.b.Strings("quadrants") {
		if name == "" {
			continue
		}
		words := q.s.line(name, st)
		outer := p.X + 10
		inner := p.X + p.W/2 - 10 - words.Width
		if i%2 == 1 {
			outer, inner = p.Right()-10-words.Width, p.X+p.W/2+10
		}
		free := false
		var at placedWords
	search:
		for _, x := range []scene.Pt{outer, inner, (outer + inner) / 2} {
			for y := scene.Pt(18); y < p.H/2-8; y += 7 {
				at = placedWords{words: words, x: x, y: p.Y + y, id: q.b.ID + "/quadrant" + itoa(i+1)}
				if i >= 2 {
					at.y = p.Bottom() + 7 - y
				}
				if free = !q.covered(at); free {
					break search
				}
			}
		}
		if !free {
			q.s.L.Warn(q.b.PlaceOf("quadrants"), "W-LABEL", "show fewer or smaller points", "the name %q finds no free place in its quadrant", name)
			continue
		}
		q.fixed = append(q.fixed, at)
	}
}

func (q *slideQuadrant) covered(w placedWords) bool {
	box := frameOf(w, 10.5)
	for _, p := range q.points {
		if box.Overlaps(scene.Rect{X: p.at.X - p.r - 2, Y: p.at.Y - p.r - 2, W: 2*p.r + 4, H: 2*p.r + 4}) {
			return true
		}
	}
	return false
}

// frameOf is the area of words of a size where they are placed.
func frameOf(w placedWords, size scene.Pt) scene.Rect {
	x := w.x
	if len(w.words.Lines) > 0 {
		x += w.words.Lines[0].X()
	}
	return scene.Rect{X: x, Y: w.y - 0.72*size, W: drawn(w.words), H: 0.94*size + w.words.Height - size*1.3}
}

// label sets the points' names, or their numbers, and finds places for them. It returns how many found none.
func (q *slideQuadrant) label() int {
	p := q.plot
	q.places = pointLabels{room: p.Inset(-1),
		lines: []scene.Rect{{X: p.X + p.W/2 - 1, Y: p.Y, W: 2, H: p.H}, {X: p.X, Y: p.Y + p.H/2 - 1, W: p.W, H: 2}}}
	for _, f := range q.fixed {
		q.places.fixed = append(q.places.fixed, frameOf(f, 11))
	}
	for i := range q.points {
		pt := &q.points[i]
		words := pt.name
		if q.numbered {
			words = itoa(i + 1)
		}
		pt.words = q.s.line(words, q.nameStyle(pt))
		q.places.marks = append(q.places.marks, scene.Rect{X: pt.at.X - pt.r, Y: pt.at.Y - pt.r, W: 2 * pt.r, H: 2 * pt.r})
		l := pointLabel{at: pt.at, r: pt.r, w: pt.words.Width, size: 10.5}
		if pt.highlight {
			l.priority = 1
		}
		q.places.labels = append(q.places.labels, l)
	}
	return q.places.place()
}

func (q *slideQuadrant) nameStyle(p *slidePoint) scene.Style {
	st := q.s.S.Annotation
	if p.highlight {
		return st.In(scene.SansSemiBold).With(q.s.Look.Accent)
	}
	return st
}

// key lists numbers and names in the comment column, in two columns where there are many.
func (q *slideQuadrant) key(c *Canvas) {
	s := q.s
	x, w := scene.Pt(660.7), slideRight-660.7
	cols := 1
	if len(q.points) > 16 {
		cols = 2
	}
	per := (len(q.points) + cols - 1) / cols
	each := (w - 16*scene.Pt(cols-1)) / scene.Pt(cols)
	names := make([]typeset.Block, len(q.points))
	most := 1
	for i := range q.points {
		p := &q.points[i]
		st := s.S.Role.With(s.Look.Text)
		if p.highlight {
			st = st.In(scene.SansMedium).With(s.Look.Accent)
		}
		if s.Fonts.Width(p.name, st) > each-22 {
			st = st.In(scene.Cond)
		}
		names[i] = s.words(p.name, st.At(st.Size, 11.5), each-22, typeset.Balanced)
		most = max(most, len(names[i].Lines))
	}
	lead := min(19+11.5*scene.Pt(most-1), (slideBodyBottom-slideHeadBase)/scene.Pt(max(1, per-1)))
	for i := range q.points {
		p := &q.points[i]
		kx, ky := x+scene.Pt(i/per)*(each+16), slideHeadBase+scene.Pt(i%per)*lead
		c.Add(s.line(itoa(i+1), s.S.Annotation.In(scene.SansSemiBold)).Text(p.id+"/key", scene.RoleLabel, kx, ky))
		c.Add(names[i].Text(p.id, scene.RoleLabel, kx+22, ky))
	}
}

// chart is the field as numbers and as drawing.
func (q *slideQuadrant) chart(alt string) *scene.Chart {
	look, p := q.s.Look, q.plot
	ch := &scene.Chart{ID: q.b.ID + "/chart", Kind: "quadrant", Title: q.b.Title.String(), Unit: q.unit, Alt: alt, Frame: p.Inset(-14)}
	ch.Drawing = quadrantGround(p, q.b.Words("favourable"), look)
	for _, f := range q.fixed {
		ch.Drawing = append(ch.Drawing, f.words.Text(f.id, scene.RoleLabel, f.x, f.y))
	}
	xs, ys, sizes := scene.Series{Name: q.b.Object("x").Words("name")}, scene.Series{Name: q.b.Object("y").Words("name")}, scene.Series{Name: "size"}
	sized := false
	order := make([]int, len(q.points)) // large points behind small ones
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(q.points[b].r, q.points[a].r) })
	for _, i := range order {
		pt := &q.points[i]
		color := look.Muted
		if pt.highlight || !q.lit {
			color = look.Accent
		}
		ch.Drawing = append(ch.Drawing, &scene.Shape{Path: scene.CirclePath(pt.at.X, pt.at.Y, pt.r), Fill: scene.Paint{Color: color},
			Stroke: scene.Stroke{Color: look.Background, Width: 1}})
	}
	for i := range q.points {
		pt := &q.points[i]
		ch.Data.Categories = append(ch.Data.Categories, pt.name)
		xs.Values, ys.Values, sizes.Values = append(xs.Values, datum(pt.x)), append(ys.Values, datum(pt.y)), append(sizes.Values, datum(pt.size))
		sized = sized || pt.size > 0
	}
	for i := range q.points {
		l, pt := &q.places.labels[i], &q.points[i]
		if l.place < 0 {
			continue
		}
		x, y := l.origin(l.place)
		id := pt.id
		if q.numbered {
			id += "/number"
		}
		ch.Drawing = append(ch.Drawing, pt.words.Text(id, scene.RoleLabel, x, y))
	}
	ch.Data.Series = []scene.Series{xs, ys}
	if sized {
		ch.Data.Series = append(ch.Data.Series, sizes)
	}
	return ch
}
