package layouts

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"roadshow/assets"
	"roadshow/briefing"
	"roadshow/briefing/evidence/value"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

// quadrantField is a field of two opposites on one medium: its points and the words that stand in and around it.
type quadrantField struct {
	k              *page.Composer
	b              *briefing.Block
	form           quadrantForm
	unit           string
	points         []quadrantPoint
	x0, x1, y0, y1 float64 // the scales
	biggest        float64 // size
	lit            bool    // one point is the message

	plot     scene.Rect
	most     scene.Pt // radius of the largest point
	below    scene.Pt // that the words below it take beyond one row
	fixed    []placedWords
	numbered bool
	places   page.PointLabels
	out      [5]bool // words that stand outside the field, as points leave them no room within: cornerWords, acrossEnds
}

// quadrantForm is what pages and slides do not share: sizes, styles, and where the field stands.
type quadrantForm struct {
	plain, most, least scene.Pt // radii of a point: without a size, the largest, the smallest
	ring               scene.Pt // around a point
	pad                scene.Pt // from the edges of the field to its words
	row                scene.Pt // leading of words above and below it
	rise, drop         scene.Pt // from the edges of the field to the baselines above and below it
	name, lit          scene.Style
	corner, end        scene.Style
	// plot is the field where words above and below it take so much more than one row.
	plot func(above, below scene.Pt, keyed bool) scene.Rect
	// room is where names of points may stand.
	room func(plot scene.Rect) scene.Rect
	// sides are the places left and right of the field for the ends of the axis across; nil: they stand inside.
	sides func(plot scene.Rect) (left, right scene.Rect)
}

// quadrantPoint is a point with its place in the field.
type quadrantPoint struct {
	name, id   string
	x, y, size float64
	highlight  bool
	at         scene.Point
	r          scene.Pt
	words      typeset.Block
}

// placedWords are words with the left end of their baseline.
type placedWords struct {
	words typeset.Block
	x, y  scene.Pt
	id    string
}

// Words of a field that stand inside it as long as points leave them room.
const (
	cornerWords = 0 // and the three after it: names of the quadrants, in the order of the outline
	acrossEnds  = 4 // what the ends of the axis across mean
)

// settle finds places for the field's words and for the names of its points, or for their numbers where there are too many
// or where names would meet. All areas shrink alike where the numbers have no room between them.
func (q *quadrantField) settle() {
	q.most = q.form.most
	if len(q.points) <= mostNamed {
		if q.arrange(); q.label() == 0 {
			return
		}
	}
	q.numbered = true
	left := 0
	for _, most := range []scene.Pt{16, 12, 8} {
		q.most = min(q.form.most, most)
		q.arrange()
		if left = q.label(); left == 0 || q.biggest == 0 {
			break
		}
	}
	if left > 0 {
		q.k.L.Warn(q.b.PlaceOf("points"), "W-LABEL", "show fewer points, or move them apart", "%d points of the quadrant stand too close for their numbers", left)
	}
}

// arrange places the field, its points and its words. Words that find no place that is free of points go outside; the field
// makes way for them, which moves the points, so the others look again. What has gone out stays there: the rounds end.
func (q *quadrantField) arrange() {
	q.out = [5]bool{}
	for {
		q.fixed = nil
		q.frame()
		q.spread()
		if q.inside() {
			return
		}
	}
}

// edgeWords are words in a row above or below the field: at its left end, in the middle, or at its right end.
type edgeWords struct {
	words, part string
	style       scene.Style
}

// frame sets the words above and below the field, and with them the field's place.
func (q *quadrantField) frame() {
	f, b := q.form, q.b
	ends := func(axis, end string) edgeWords {
		return edgeWords{b.Object(axis).Words(end), "/" + axis + "-" + end, f.end}
	}
	above, below, last := [3]edgeWords{1: ends("y", "high")}, [3]edgeWords{1: ends("y", "low")}, [3]edgeWords{}
	for i, name := range b.Strings("quadrants") {
		if w := (edgeWords{name, "/quadrant" + page.Itoa(i+1), f.corner}); i < 4 && q.out[cornerWords+i] {
			row := &above
			if i >= 2 {
				row = &below
			}
			row[i%2*2] = w
		}
	}
	if q.out[acrossEnds] {
		last[0], last[2] = ends("x", "low"), ends("x", "high")
	}
	// How high the rows are is known from their widths alone.
	q.plot = f.plot(0, 0, q.numbered)
	_, up := q.row(above)
	_, down := q.row(below)
	_, foot := q.row(last)
	q.below = max(0, down-f.row) + foot
	q.plot = f.plot(max(0, up-f.row), q.below, q.numbered)
	set, _ := q.row(above)
	for _, w := range set {
		w.y = q.plot.Y - f.rise - w.words.Lines[len(w.words.Lines)-1].Baseline
		q.fixed = append(q.fixed, w)
	}
	y := q.plot.Bottom() + f.drop
	for _, row := range [][3]edgeWords{below, last} {
		set, _ := q.row(row)
		for _, w := range set {
			w.y = y
			q.fixed = append(q.fixed, w)
		}
		y += max(down, f.row)
	}
}

// row sets words above or below the field, each within its share of the width, and says how high the highest are.
func (q *quadrantField) row(row [3]edgeWords) (set []placedWords, h scene.Pt) {
	p := q.plot
	for i, w := range row {
		if w.words == "" {
			continue
		}
		width := p.W
		if row[0].words != "" || row[2].words != "" {
			width = (p.W - 24) / 3
			if row[1].words == "" {
				width = (p.W - 12) / 2
			}
		}
		align := [...]scene.Align{scene.Left, scene.Center, scene.Right}[i]
		words := q.k.Fonts.Set([]scene.Span{{Text: w.words, Style: w.style.At(w.style.Size, q.form.row)}}, typeset.Options{Width: width, Break: typeset.Balanced, Align: align})
		set = append(set, placedWords{words: words, x: p.X + scene.Pt(i)*(p.W-width)/2, id: q.b.ID + w.part})
		h = max(h, words.Height)
	}
	return set, h
}

// spread gives the points their places. They keep inside the field with their whole area.
func (q *quadrantField) spread() {
	f, in := q.form, q.field()
	for i := range q.points {
		p := &q.points[i]
		p.r = f.plain
		if q.biggest > 0 {
			p.r = max(f.least, q.most*scene.Pt(math.Sqrt(p.size/q.biggest)))
		}
		p.at = scene.Point{X: in.X + in.W*scene.Pt((p.x-q.x0)/(q.x1-q.x0)), Y: in.Bottom() - in.H*scene.Pt((p.y-q.y0)/(q.y1-q.y0))}
	}
}

// field is where the centres of points may stand.
func (q *quadrantField) field() scene.Rect {
	if q.biggest > 0 {
		return q.plot.Inset(q.most + 1)
	}
	return q.plot.Inset(q.form.plain + 1)
}

// inside places the words that stand in the field. False: some found no room, and are noted to go outside.
func (q *quadrantField) inside() bool {
	f, b, p := q.form, q.b, q.plot
	all := true
	x := b.Object("x")
	low, high := q.line(x.Words("low"), f.end), q.line(x.Words("high"), f.end)
	if f.sides != nil {
		q.beside()
	} else if !q.out[acrossEnds] {
		mid := p.Y + p.H/2
		over, under := mid-0.48*f.end.Size, mid+1.19*f.end.Size
		okLow := q.first(low, "/x-low", scene.Point{X: p.X, Y: over}, scene.Point{X: p.X, Y: under})
		right := p.Right() - high.Width
		okHigh := q.first(high, "/x-high", scene.Point{X: right, Y: over}, scene.Point{X: right, Y: under})
		if !okLow || !okHigh {
			// The two ends of an axis stand alike.
			q.out[acrossEnds], all = true, false
		}
	}
	for i, name := range b.Strings("quadrants") {
		if i < 4 && !q.out[cornerWords+i] && !q.inCorner(i, name) {
			q.out[cornerWords+i], all = true, false
		}
	}
	return all
}

// beside sets the ends of the axis across left and right of the field, level with the axis.
func (q *quadrantField) beside() {
	x, st := q.b.Object("x"), q.form.end
	left, right := q.form.sides(q.plot)
	set := func(words, part string, in scene.Rect, align scene.Align) {
		if words == "" {
			return
		}
		w := q.k.Fonts.Set([]scene.Span{{Text: words, Style: st}}, typeset.Options{Width: in.W, Break: typeset.Balanced, Align: align})
		up := st.Leading * scene.Pt(len(w.Lines)-1) / 2
		q.fixed = append(q.fixed, placedWords{words: w, x: in.X, y: q.plot.Y + q.plot.H/2 + 0.345*st.Size - up, id: q.b.ID + part})
	}
	set(x.Words("low"), "/x-low", left, scene.Right)
	set(x.Words("high"), "/x-high", right, scene.Left)
}

// inCorner names a quadrant at the first place in its corner that is free.
func (q *quadrantField) inCorner(i int, name string) bool {
	f, p := q.form, q.plot
	w := q.line(name, f.corner)
	outer, inner := p.X+f.pad, p.X+p.W/2-f.pad-w.Width
	if i%2 == 1 {
		outer, inner = p.Right()-f.pad-w.Width, p.X+p.W/2+f.pad
	}
	var at []scene.Point
	for _, x := range []scene.Pt{outer, inner, (outer + inner) / 2} {
		for y := f.pad + 0.8*f.corner.Size; y < p.H/2-f.pad; y += 0.67 * f.corner.Size {
			if i < 2 {
				at = append(at, scene.Point{X: x, Y: p.Y + y})
			} else {
				at = append(at, scene.Point{X: x, Y: p.Bottom() - y + 0.7*f.corner.Size})
			}
		}
	}
	return q.first(w, "/quadrant"+page.Itoa(i+1), at...)
}

// first places words at the first of the places where they meet neither points nor other words. Words wider than half the
// field have none.
func (q *quadrantField) first(words typeset.Block, part string, at ...scene.Point) bool {
	if len(words.Lines) == 0 {
		return true
	}
	if words.Width > q.plot.W/2-q.form.pad {
		return false
	}
	size := q.form.corner.Size
	for _, o := range at {
		w := placedWords{words: words, x: o.X, y: o.Y, id: q.b.ID + part}
		box := frameOf(w, size)
		free := true
		for i := range q.points {
			free = free && !box.Overlaps(q.points[i].frame().Inset(-2))
		}
		for _, o := range q.fixed {
			free = free && !box.Inset(-3).Overlaps(frameOf(o, size))
		}
		if free {
			q.fixed = append(q.fixed, w)
			return true
		}
	}
	return false
}

func (p *quadrantPoint) frame() scene.Rect {
	return scene.Rect{X: p.at.X - p.r, Y: p.at.Y - p.r, W: 2 * p.r, H: 2 * p.r}
}

// frameOf is the area of words of a size where they are placed.
func frameOf(w placedWords, size scene.Pt) scene.Rect {
	if len(w.words.Lines) == 0 {
		return scene.Rect{X: w.x, Y: w.y}
	}
	left, right := scene.Pt(math.Inf(1)), scene.Pt(math.Inf(-1))
	for _, l := range w.words.Lines {
		left, right = min(left, l.X()), max(right, l.Right())
	}
	last := w.words.Lines[len(w.words.Lines)-1].Baseline
	return scene.Rect{X: w.x + left, Y: w.y - 0.72*size, W: right - left, H: 0.94*size + last}
}

// line sets words on one line, in a frame of their own width.
func (q *quadrantField) line(words string, st scene.Style) typeset.Block {
	return q.k.Fonts.Set([]scene.Span{{Text: words, Style: st}}, typeset.Options{Break: typeset.NoBreak})
}

// label sets the points' names, or their numbers, and finds places for them. It returns how many found none.
func (q *quadrantField) label() int {
	p := q.plot
	q.places = page.PointLabels{Room: q.form.room(p),
		Lines: []scene.Rect{{X: p.X + p.W/2 - 1, Y: p.Y, W: 2, H: p.H}, {X: p.X, Y: p.Y + p.H/2 - 1, W: p.W, H: 2}}}
	for _, f := range q.fixed {
		q.places.Fixed = append(q.places.Fixed, frameOf(f, q.form.end.Size))
	}
	for i := range q.points {
		pt := &q.points[i]
		words, st, l := pt.name, q.form.name, page.PointLabel{At: pt.at, R: pt.r, Size: q.form.name.Size}
		if q.numbered {
			words = page.Itoa(i + 1)
		}
		if pt.highlight {
			st, l.Priority = q.form.lit, 1
		}
		pt.words = q.line(words, st)
		l.W = pt.words.Width
		q.places.Marks, q.places.Labels = append(q.places.Marks, pt.frame()), append(q.places.Labels, l)
	}
	return q.places.Place()
}

// chart is the field as numbers and as drawing; x and y move it to its place.
func (q *quadrantField) chart(x, y scene.Pt, frame scene.Rect, alt string) *scene.Chart {
	ch := &scene.Chart{ID: q.b.ID + "/chart", Kind: "quadrant", Title: q.b.Title.String(), Unit: q.unit, Alt: alt, Frame: frame}
	n := q.native(x, y)
	n.Under = quadrantGround(n.Box, q.b.Words("favourable"), q.k.Look)
	for _, f := range q.fixed {
		n.Over = append(n.Over, f.words.Text(f.id, scene.RoleLabel, x+f.x, y+f.y))
	}
	ch.Plot, ch.Drawing = n, slices.Concat(n.Under, n.Over, q.marks(x, y))
	xs, ys, sizes := scene.Series{Name: q.axisName("x")}, scene.Series{Name: q.axisName("y")}, scene.Series{Name: q.k.Diagrams().Size}
	for i := range q.points {
		pt := &q.points[i]
		ch.Data.Categories = append(ch.Data.Categories, pt.name)
		xs.Values, ys.Values, sizes.Values = append(xs.Values, datum(q.k, pt.x)), append(ys.Values, datum(q.k, pt.y)), append(sizes.Values, datum(q.k, pt.size))
		drawn := &scene.DataMark{Color: q.color(pt), Radius: pt.r}
		xs.Values[i].Drawn = drawn
		l := &q.places.Labels[i]
		if l.Place < 0 {
			continue
		}
		lx, ly := l.Origin(l.Place)
		id := pt.id
		if q.numbered {
			id += "/number"
		}
		words := pt.words.Text(id, scene.RoleLabel, x+lx, y+ly)
		if ch.Drawing = append(ch.Drawing, words); q.numbered {
			n.Over = append(n.Over, words)
			continue
		}
		drawn.Label = &scene.Label{Spans: words.Paras[0].Spans, Frame: words.Frame}
		drawn.Label.Place, drawn.Label.Shift = l.Side()
	}
	ch.Data.Series = []scene.Series{xs, ys}
	if q.biggest > 0 {
		ch.Data.Series = append(ch.Data.Series, sizes)
	}
	return ch
}

// axisName is what an axis measures, or what it runs from and to.
func (q *quadrantField) axisName(axis string) string {
	o := q.b.Object(axis)
	return cmp.Or(o.Words("name"), strings.Trim(o.Words("low")+" – "+o.Words("high"), " –"))
}

// native says how the points stand, for formats with charts of their own.
func (q *quadrantField) native(x, y scene.Pt) *scene.Plot {
	n := &scene.Plot{Form: scene.Points, Box: q.plot.Shift(x, y), Names: q.form.name, Tick: q.form.name}
	if q.biggest > 0 {
		n.Form = scene.Bubbles
	}
	in := q.field()
	ends := func(lo, hi float64, length, pad scene.Pt) [2]float64 {
		over := (hi - lo) * float64(pad/length)
		return [2]float64{lo - over, hi + over}
	}
	n.Across, n.Values = ends(q.x0, q.x1, in.W, in.X-q.plot.X), ends(q.y0, q.y1, in.H, in.Y-q.plot.Y)
	return n
}

// color tells the points that the claim is about from the others.
func (q *quadrantField) color(pt *quadrantPoint) scene.Color {
	if pt.highlight || !q.lit {
		return q.k.Look.Accent
	}
	return q.k.Look.Muted
}

// marks are the points as discs, large ones behind small ones.
func (q *quadrantField) marks(x, y scene.Pt) []scene.Item {
	look := q.k.Look
	order := make([]int, len(q.points))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(q.points[b].r, q.points[a].r) })
	var out []scene.Item
	for _, i := range order {
		pt := &q.points[i]
		out = append(out, &scene.Shape{Path: scene.CirclePath(x+pt.at.X, y+pt.at.Y, pt.r), Fill: scene.Paint{Color: q.color(pt)},
			Stroke: scene.Stroke{Color: look.Background, Width: q.form.ring}})
	}
	return out
}

// datum is a plain number with the marks of the briefing's locale.
func datum(k *page.Composer, v float64) scene.Datum {
	return scene.Datum{Low: v, High: v, Text: value.Exact(decimal.NewFromFloat(v), value.Unit{}).Label(k.B.Format)}
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
	if r, ok := corner[page.OrWords(favourable, "top_right")]; ok {
		out = append(out, page.Fill(r, look.Tint(look.Accent, 0.1)))
	}
	axis := scene.Stroke{Color: look.RuleStrong, Width: 0.75}
	return append(out,
		&scene.Shape{Path: scene.LinePath(scene.Point{X: p.X, Y: mid.Y}, scene.Point{X: p.Right(), Y: mid.Y}), Stroke: axis},
		&scene.Shape{Path: scene.LinePath(scene.Point{X: mid.X, Y: p.Y}, scene.Point{X: mid.X, Y: p.Bottom()}), Stroke: axis})
}
