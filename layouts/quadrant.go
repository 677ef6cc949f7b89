package layouts

import (
	"math"
	"strconv"

	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/page"
	"roadshow/scene"
)

func quadrantLayout() page.Layout {
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
	return page.Layout{Name: "quadrant", Summary: "a field of two opposites, with who stands where", Title: outline.Required, Page: quadrantPage, Slide: quadrantSlide,
		Numbered: always,
		Shape: &outline.Shape{Name: "quadrant", Fields: []outline.Field{
			{Name: "x", Type: outline.Object, Required: true, Shape: axis, Doc: "The axis across: {low, high, name}"},
			{Name: "y", Type: outline.Object, Required: true, Shape: axis, Doc: "The axis up: {low, high, name}"},
			{Name: "points", Type: outline.Object, List: true, Required: true, Min: 1, Shape: point, Doc: "More than 14 are numbered, with a key"},
			{Name: "quadrants", Type: outline.Words, List: true, Min: 4, Max: 4, Hard: true, Budget: 22, Doc: "Names: top left, top right, bottom left, bottom right"},
			{Name: "favourable", Type: outline.Choice, Choices: []string{"top_left", "top_right", "bottom_left", "bottom_right", "none"}, Doc: "The quadrant to be in; default: top_right"},
		}}}
}

const mostNamed = 14 // points beyond are numbered, with a key

// quadrantPage draws the field in the main column; a key of numbered points stands below it.
func quadrantPage(f *page.Flow, b *briefing.Block) {
	k := f.K
	st := k.St
	form := quadrantForm{
		plain: 4, most: 16, least: 2.5, ring: 0.8, pad: 6, row: 11.6, rise: 5, drop: 11,
		name: st.Label, lit: st.LabelStrong.With(k.Look.Accent), corner: st.SmallStrong.With(k.Look.Muted), end: st.SmallMedium,
	}
	form.plot = func(above, below scene.Pt, keyed bool) scene.Rect { return scene.Rect{Y: 15 + above, W: 300, H: 240} }
	// A name may leave the field sideways as far as the column reaches.
	form.room = func(plot scene.Rect) scene.Rect {
		return scene.Rect{X: -4, Y: plot.Y - 2, W: k.Grid.MainW + 4, H: plot.H + 4}
	}
	q := quadrant(k, b, form)
	if q == nil {
		return
	}
	alt := k.AltOf(k.Diagrams().Quadrant, b.Title.String())
	e := k.Exhibit(b, k.Grid.MainW, q.unit, alt)
	h := q.plot.Bottom() + 15 + q.below
	body := &page.Box{H: h, Name: "a quadrant"}
	body.Draw = func(c *page.Canvas, x, y scene.Pt) {
		c.Add(q.chart(x, y, scene.Rect{X: x, Y: y, W: k.Grid.MainW, H: h}, alt))
	}
	if q.numbered {
		key := q.key(k.Grid.MainW, 18, 2, st.Small, st.Small, st.SmallStrong)
		box := &page.Box{H: key.height(0) + 4, Before: 8}
		box.Draw = func(c *page.Canvas, x, y scene.Pt) { key.draw(c, x, y+page.Base(st.Small), 0) }
		body = page.Stack(body, box)
	}
	f.Add(e.Frame(body))
}

// quadrant reads a block's points and finds places for all its words; nil where there are no points.
func quadrant(k *page.Composer, b *briefing.Block, form quadrantForm) *quadrantField {
	q := &quadrantField{k: k, b: b, form: form}
	if x, y := b.Object("x").Words("name"), b.Object("y").Words("name"); x != "" && y != "" {
		q.unit = k.Diagrams().Across + x + k.Diagrams().Up + y
	}
	var xs, ys []float64
	for i, f := range b.List("points") {
		p := quadrantPoint{name: f.Words("name"), id: b.ID + "/" + page.Itoa(i+1), highlight: f.Flag("highlight"),
			x: number(f, "x"), y: number(f, "y"), size: number(f, "size")}
		if p.size < 0 {
			k.L.Error(f.PlaceOf("size"), "E-VALUE", "", "an area is not below zero")
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
		k.L.Error(b.PlaceOf("points"), "E-VALUE", "write all x (and all y) from 0 to 1, from 0 to 10 or from 0 to 100", "the points lie outside the field")
	}
	q.settle()
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
