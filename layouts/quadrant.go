package layouts

import (
	"math"
	"strconv"

	"roadshow/assets"
	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/scene"
	"roadshow/typeset"
)

func quadrantLayout() Layout {
	axis := &outline.Shape{Name: "axis", Fields: []outline.Field{
		{Name: "low", Type: outline.Words, Budget: 18, Doc: "What its lower end means"},
		{Name: "high", Type: outline.Words, Budget: 18, Doc: "What its upper end means"},
		{Name: "name", Type: outline.Words, Budget: 30, Doc: "What it measures"},
	}}
	point := &outline.Shape{Name: "point", Fields: []outline.Field{
		{Name: "name", Type: outline.Words, Required: true, Budget: 22, Doc: "As printed beside the point"},
		{Name: "x", Type: outline.Number, Required: true, Doc: "Across: 0 to 1, 0 to 10 or 0 to 100, the axes cross in the middle; with negative numbers -1 to 1 and so on"},
		{Name: "y", Type: outline.Number, Required: true, Doc: "Up, in the same way"},
		{Name: "size", Type: outline.Number, Doc: "Area of the point"},
		{Name: "highlight", Type: outline.Flag, Doc: "The point that the claim is about"},
	}}
	return Layout{Name: "quadrant", Summary: "a field of two opposites, with who stands where", Title: outline.Required, Page: quadrantPage, Slide: quadrantSlide,
		Shape: &outline.Shape{Name: "quadrant", Fields: []outline.Field{
			{Name: "x", Type: outline.Object, Required: true, Shape: axis, Doc: "The axis across: {low, high, name}"},
			{Name: "y", Type: outline.Object, Required: true, Shape: axis, Doc: "The axis up: {low, high, name}"},
			{Name: "points", Type: outline.Object, List: true, Required: true, Min: 1, Shape: point, Doc: "More than 14 are numbered, with a key"},
			{Name: "quadrants", Type: outline.Words, List: true, Min: 4, Max: 4, Hard: true, Budget: 22, Doc: "Names: top left, top right, bottom left, bottom right"},
			{Name: "favourable", Type: outline.Choice, Choices: []string{"top_left", "top_right", "bottom_left", "bottom_right", "none"}, Doc: "The quadrant to be in; default: top_right"},
		}}}
}

// quadrantField is the drawing before it has a place; coordinates are from its top left corner.
type quadrantField struct {
	k        *Kit
	b        *briefing.Block
	plot     scene.Rect
	points   []quadrantPoint
	fixed    []placedWords // end labels and quadrant names
	numbered bool
	lit      bool
}

type quadrantPoint struct {
	name, id  string
	x, y      float64
	size      float64
	at        scene.Point
	r         scene.Pt
	highlight bool
	label     placedWords
}

// placedWords are words with the left end of their baseline.
type placedWords struct {
	words typeset.Block
	x, y  scene.Pt
	id    string
}

func (p placedWords) box() scene.Rect {
	return scene.Rect{X: p.x, Y: p.y - 7, W: p.words.Width, H: 9.4}
}

const (
	quadrantW scene.Pt = 300
	quadrantH scene.Pt = 240
	endRow    scene.Pt = 15 // for the vertical axis' labels, above and below the plot
	mostNamed          = 14
)

// quadrantPage draws the field in the main column; with too many points for their names it numbers them and adds a key.
func quadrantPage(f *Flow, b *briefing.Block) {
	k := f.k
	q := k.quadrant(b)
	if q == nil {
		return
	}
	unit := ""
	if x, y := b.Object("x").Words("name"), b.Object("y").Words("name"); x != "" && y != "" {
		unit = k.diagrams().Across + x + k.diagrams().Up + y
	}
	what := altOf(k.diagrams().Quadrant, b.Title.String())
	e := k.exhibit(b, k.Grid.MainW, unit, what)
	body := &Box{H: quadrantH + 2*endRow, Name: "a quadrant"}
	body.Draw = func(c *Canvas, x, y scene.Pt) { c.Add(q.chart(x, y, unit, what)) }
	if q.numbered {
		body = stack(body, q.key(k.Grid.MainW))
	}
	f.Add(e.frame(body))
}

func (k *Kit) quadrant(b *briefing.Block) *quadrantField {
	q := &quadrantField{k: k, b: b, plot: scene.Rect{Y: endRow, W: quadrantW, H: quadrantH}}
	var xs, ys []float64
	biggest := 0.0
	for i, f := range b.List("points") {
		p := quadrantPoint{name: f.Words("name"), id: b.ID + "/" + itoa(i+1), highlight: f.Flag("highlight")}
		p.x, p.y, p.size = number(f, "x"), number(f, "y"), number(f, "size")
		if p.size < 0 {
			k.L.Error(f.PlaceOf("size"), "E-VALUE", "", "an area is not below zero")
			p.size = 0
		}
		biggest = max(biggest, p.size)
		q.lit = q.lit || p.highlight
		xs, ys = append(xs, p.x), append(ys, p.y)
		q.points = append(q.points, p)
	}
	if len(q.points) == 0 {
		return nil
	}
	loX, hiX, okX := fieldRange(xs)
	loY, hiY, okY := fieldRange(ys)
	if !okX || !okY {
		k.L.Error(b.PlaceOf("points"), "E-VALUE", "write all x (and all y) from 0 to 1, from 0 to 10 or from 0 to 100", "the points lie outside the field")
	}
	for i := range q.points {
		p := &q.points[i]
		p.at = scene.Point{X: q.plot.X + q.plot.W*scene.Pt((p.x-loX)/(hiX-loX)), Y: q.plot.Bottom() - q.plot.H*scene.Pt((p.y-loY)/(hiY-loY))}
		p.r = 4
		if biggest > 0 {
			p.r = max(2.5, 16*scene.Pt(math.Sqrt(p.size/biggest)))
		}
	}
	q.ends()
	q.numbered = len(q.points) > mostNamed || !q.name()
	if q.numbered {
		q.enumerate()
	}
	return q
}

// number is a field of plain numbers, 0 where there is none.
func number(f briefing.Fields, name string) float64 {
	v, err := strconv.ParseFloat(f.Words(name), 64)
	if err != nil || math.IsInf(v, 0) || math.IsNaN(v) {
		return 0
	}
	return v
}

// fieldRange is the scale that the author used: 1, 10 or 100 upwards from zero, or to both sides of it.
func fieldRange(vs []float64) (lo, hi float64, ok bool) {
	for _, v := range vs {
		lo, hi = min(lo, v), max(hi, v)
	}
	most := max(hi, -lo)
	for _, limit := range []float64{1, 10, 100} {
		if most <= limit {
			if lo < 0 {
				return -limit, limit, true
			}
			return 0, limit, true
		}
	}
	return lo, most, false
}

// ends places the labels of the axes' ends and the names of the quadrants.
func (q *quadrantField) ends() {
	k, b, p := q.k, q.b, q.plot
	mid := scene.Point{X: p.X + p.W/2, Y: p.Y + p.H/2}
	// Each stands at the first of its places that no point covers.
	add := func(words, part string, st scene.Style, at ...func(w scene.Pt) scene.Point) {
		if words == "" {
			return
		}
		l := placedWords{words: k.line(words, st), id: b.ID + part}
		for i := len(at) - 1; i >= 0; i-- {
			try := l
			o := at[i](l.words.Width)
			try.x, try.y = o.X, o.Y
			if i == len(at)-1 || !q.covered(try.box()) {
				l = try
			}
		}
		q.fixed = append(q.fixed, l)
	}
	fixed := func(x, y scene.Pt) func(scene.Pt) scene.Point {
		return func(scene.Pt) scene.Point { return scene.Point{X: x, Y: y} }
	}
	ending := func(x, y scene.Pt) func(scene.Pt) scene.Point {
		return func(w scene.Pt) scene.Point { return scene.Point{X: x - w, Y: y} }
	}
	end := k.St.SmallMedium
	x, y := b.Object("x"), b.Object("y")
	add(y.Words("high"), "/y-high", end, func(w scene.Pt) scene.Point { return scene.Point{X: mid.X - w/2, Y: p.Y - 5} })
	add(y.Words("low"), "/y-low", end, func(w scene.Pt) scene.Point { return scene.Point{X: mid.X - w/2, Y: p.Bottom() + 11} })
	add(x.Words("low"), "/x-low", end, fixed(p.X, mid.Y-4), fixed(p.X, mid.Y+10))
	add(x.Words("high"), "/x-high", end, ending(p.Right(), mid.Y-4), ending(p.Right(), mid.Y+10))
	st := k.St.SmallStrong.With(k.Look.Muted)
	for i, n := range b.Strings("quadrants") {
		var at []func(scene.Pt) scene.Point
		for step := range 5 {
			y := p.Y + 13 + 12*scene.Pt(step)
			if i >= 2 {
				y = p.Bottom() - 7 - 12*scene.Pt(step)
			}
			if i%2 == 1 {
				at = append(at, ending(p.Right()-6, y))
			} else {
				at = append(at, fixed(p.X+6, y))
			}
		}
		add(n, "/quadrant"+itoa(i+1), st, at...)
	}
}

// covered says whether a point touches a frame.
func (q *quadrantField) covered(box scene.Rect) bool {
	for _, p := range q.points {
		if box.Overlaps(scene.Rect{X: p.at.X - p.r - 2, Y: p.at.Y - p.r - 2, W: 2*p.r + 4, H: 2*p.r + 4}) {
			return true
		}
	}
	return false
}

// places are where a label may stand beside its point, the best first.
var places = [...]struct{ dx, dy scene.Pt }{{1, 0}, {-1, 0}, {0, -1}, {0, 1}, {1, -1}, {1, 1}, {-1, -1}, {-1, 1}}

// put places a label at one of the places.
func (p *quadrantPoint) put(place int) {
	d, w := places[place], p.label.words.Width
	gap := p.r + 3
	p.label.x, p.label.y = p.at.X-w/2, p.at.Y+3
	switch {
	case d.dx > 0:
		p.label.x = p.at.X + gap
	case d.dx < 0:
		p.label.x = p.at.X - gap - w
	}
	switch {
	case d.dy < 0 && d.dx == 0:
		p.label.y = p.at.Y - gap
	case d.dy > 0 && d.dx == 0:
		p.label.y = p.at.Y + gap + 6
	case d.dy < 0:
		p.label.y = p.at.Y - 3
	case d.dy > 0:
		p.label.y = p.at.Y + 9
	}
}

// name sets the points' names and looks for places where nothing meets. Every round lets each label move to its cheapest
// place; that settles within a few rounds, and the number of rounds is bounded. False: some labels still meet.
func (q *quadrantField) name() bool {
	for i := range q.points {
		p := &q.points[i]
		p.label = placedWords{words: q.k.line(p.name, q.labelStyle(p)), id: p.id}
	}
	return q.settle()
}

func (q *quadrantField) labelStyle(p *quadrantPoint) scene.Style {
	if p.highlight {
		return q.k.St.LabelStrong.With(q.k.Look.Accent)
	}
	return q.k.St.Label
}

func (q *quadrantField) settle() bool {
	for i := range q.points {
		q.points[i].put(0)
	}
	for range 24 {
		moved := false
		for i := range q.points {
			p := &q.points[i]
			was, best, least := p.label, p.label, q.cost(i)+q.crossing(i)
			for at := range places {
				p.put(at)
				if c := q.cost(i) + q.crossing(i) + scene.Pt(at)*0.5; c < least-0.01 {
					best, least = p.label, c
				}
			}
			p.label = best
			moved = moved || best.x != was.x || best.y != was.y
		}
		if !moved {
			break
		}
	}
	for i := range q.points {
		if q.cost(i) > 0 {
			return false
		}
	}
	return true
}

// cost is how much a point's label meets: other labels, points, fixed words, and the edges.
func (q *quadrantField) cost(i int) scene.Pt {
	p := &q.points[i]
	box := p.label.box()
	roomy := scene.Rect{X: box.X - 3, Y: box.Y, W: box.W + 6, H: box.H}
	var c scene.Pt
	meet := func(o scene.Rect) {
		if s := roomy.Intersect(o); s.W > 0 && s.H > 0 {
			c += 10 + s.W*s.H
		}
	}
	for j := range q.points {
		o := &q.points[j]
		if j != i {
			meet(o.label.box())
			meet(scene.Rect{X: o.at.X - o.r, Y: o.at.Y - o.r, W: 2 * o.r, H: 2 * o.r})
		}
	}
	for _, f := range q.fixed {
		meet(f.box())
	}
	// A name may leave the plot sideways as far as the column reaches.
	room := scene.Rect{X: -4, Y: q.plot.Y - 2, W: q.k.Grid.MainW + 4, H: q.plot.H + 4}
	if s := room.Intersect(box); s.W < box.W-0.01 || s.H < box.H-0.01 {
		c += 1000
	}
	return c
}

// crossing is the price of a label that stands on an axis: readable, and better avoided.
func (q *quadrantField) crossing(i int) scene.Pt {
	box, p := q.points[i].label.box(), q.plot
	if box.Overlaps(scene.Rect{X: p.X + p.W/2 - 1, Y: p.Y, W: 2, H: p.H}) || box.Overlaps(scene.Rect{X: p.X, Y: p.Y + p.H/2 - 1, W: p.W, H: 2}) {
		return 6
	}
	return 0
}

// enumerate replaces names by numbers, explained in a key.
func (q *quadrantField) enumerate() {
	for i := range q.points {
		p := &q.points[i]
		st := q.labelStyle(p)
		p.label = placedWords{words: q.k.line(itoa(i+1), st), id: p.id + "/number"}
	}
	if !q.settle() {
		q.k.L.Warn(q.b.PlaceOf("points"), "W-LABEL", "show fewer points, or move them apart", "some points of the quadrant stand too close for their numbers")
	}
}

// key lists numbers and names in two columns.
func (q *quadrantField) key(width scene.Pt) *Box {
	st := q.k.St.Small
	half := (len(q.points) + 1) / 2
	w := (width - 18) / 2
	box := &Box{H: scene.Pt(half)*st.Leading + 4, Before: 8}
	box.Draw = func(c *Canvas, x, y scene.Pt) {
		for i := range q.points {
			p := &q.points[i]
			kx, ky := x+scene.Pt(i/half)*(w+18), y+scene.Pt(i%half)*st.Leading+base(st)
			c.Add(q.k.line(itoa(i+1), q.k.St.SmallStrong).Text(p.id+"/key", scene.RoleLabel, kx, ky))
			c.Add(q.k.line(p.name, st).Text(p.id, scene.RoleLabel, kx+18, ky))
		}
	}
	return box
}

// chart is the field on the page, as numbers and as drawing.
func (q *quadrantField) chart(x, y scene.Pt, unit, alt string) *scene.Chart {
	look := q.k.Look
	p := q.plot.Shift(x, y)
	ch := &scene.Chart{ID: q.b.ID + "/chart", Kind: "quadrant", Title: q.b.Title.String(), Unit: unit, Alt: alt,
		Frame: scene.Rect{X: x, Y: y, W: q.k.Grid.MainW, H: quadrantH + 2*endRow}}
	ch.Drawing = quadrantGround(p, q.b.Words("favourable"), look)
	for _, f := range q.fixed {
		ch.Drawing = append(ch.Drawing, f.words.Text(f.id, scene.RoleLabel, x+f.x, y+f.y))
	}
	xs, ys, sizes := scene.Series{Name: q.b.Object("x").Words("name")}, scene.Series{Name: q.b.Object("y").Words("name")}, scene.Series{Name: "size"}
	for i := range q.points {
		pt := &q.points[i]
		color := look.Muted
		if pt.highlight || !q.lit {
			color = look.Accent
		}
		ch.Drawing = append(ch.Drawing, &scene.Shape{Path: scene.CirclePath(x+pt.at.X, y+pt.at.Y, pt.r), Fill: scene.Paint{Color: color},
			Stroke: scene.Stroke{Color: look.Background, Width: 0.8}})
		ch.Data.Categories = append(ch.Data.Categories, pt.name)
		xs.Values, ys.Values, sizes.Values = append(xs.Values, datum(pt.x)), append(ys.Values, datum(pt.y)), append(sizes.Values, datum(pt.size))
	}
	for i := range q.points {
		l := q.points[i].label
		ch.Drawing = append(ch.Drawing, l.words.Text(l.id, scene.RoleLabel, x+l.x, y+l.y))
	}
	ch.Data.Series = []scene.Series{xs, ys}
	for _, v := range sizes.Values {
		if v.Low > 0 {
			ch.Data.Series = []scene.Series{xs, ys, sizes}
			break
		}
	}
	return ch
}

func datum(v float64) scene.Datum {
	return scene.Datum{Low: v, High: v, Text: strconv.FormatFloat(v, 'f', -1, 64)}
}

// quadrantGround is the favourable corner in a tint, the upper right where none is named, and the axes that cross in the
// middle.
func quadrantGround(p scene.Rect, favourable string, look *assets.Look) []scene.Item {
	mid := scene.Point{X: p.X + p.W/2, Y: p.Y + p.H/2}
	corner := map[string]scene.Rect{
		"top_left": {X: p.X, Y: p.Y, W: p.W / 2, H: p.H / 2}, "top_right": {X: mid.X, Y: p.Y, W: p.W / 2, H: p.H / 2},
		"bottom_left": {X: p.X, Y: mid.Y, W: p.W / 2, H: p.H / 2}, "bottom_right": {X: mid.X, Y: mid.Y, W: p.W / 2, H: p.H / 2},
	}
	var out []scene.Item
	if r, ok := corner[orWords(favourable, "top_right")]; ok {
		out = append(out, fill(r, look.Tint(look.Accent, 0.1)))
	}
	axis := scene.Stroke{Color: look.RuleStrong, Width: 0.75}
	return append(out,
		&scene.Shape{Path: scene.LinePath(scene.Point{X: p.X, Y: mid.Y}, scene.Point{X: p.Right(), Y: mid.Y}), Stroke: axis},
		&scene.Shape{Path: scene.LinePath(scene.Point{X: mid.X, Y: p.Y}, scene.Point{X: mid.X, Y: p.Bottom()}), Stroke: axis})
}
