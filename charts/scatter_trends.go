package charts

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"roadshow/scene"
)

// fitText is what is said of a fit, and its curve.
type fitText struct {
	text  string
	curve []scene.Point
}

// fitLabel names a fit: a corner of the words stands close to the curve, as near to its right end as all is free.
func (p *plot) fitLabel(f fitText) {
	const gap = 4
	st := p.z.note
	w, h := p.width(f.text, st), 0.9*st.Size
	var pts []scene.Point // every few points along the curve, from its right end
	for i := len(f.curve) - 1; i > 0; i-- {
		a, b := f.curve[i], f.curve[i-1]
		steps := max(int(math.Hypot(float64(b.X-a.X), float64(b.Y-a.Y))/6), 1)
		for s := range steps {
			t := scene.Pt(s) / scene.Pt(steps)
			pts = append(pts, scene.Point{X: a.X + (b.X-a.X)*t, Y: a.Y + (b.Y-a.Y)*t})
		}
	}
	room := scene.Rect{X: p.area.X, Y: p.frame.Y, W: p.frame.Right() - p.area.X, H: p.area.Bottom() - 2 - p.frame.Y}
	for _, air := range []scene.Pt{st.Size, 1.5} { // far from the points' names, else only clear of them
		for _, q := range pts {
			for _, r := range []scene.Rect{
				{X: q.X + gap, Y: q.Y - gap - h, W: w, H: h}, {X: q.X - gap - w, Y: q.Y - gap - h, W: w, H: h},
				{X: q.X - gap - w, Y: q.Y + gap, W: w, H: h}, {X: q.X + gap, Y: q.Y + gap, W: w, H: h},
			} {
				if room.Contains(r) && p.clear(r.Inset(-1.5)) && p.free(r.Inset(-air)) && !p.besidePoint(r) {
					p.offRules(p.say(f.text, st, r.X, r.Y+0.7*st.Size, scene.Left))
					return
				}
			}
		}
	}
	end := f.curve[len(f.curve)-1]
	p.anywhere(f.text, st, p.area.Right()-w, end.Y+0.6*st.Size)
}

// besidePoint says that words would stand next to a point, as its name does.
func (p *plot) besidePoint(r scene.Rect) bool {
	wide := scene.Rect{X: r.X - 9, Y: r.Y - 2, W: r.W + 18, H: r.H + 4}
	return slices.ContainsFunc(p.anchors, func(a anchor) bool { return wide.Overlaps(a.box) })
}

// scatterTrends draws fits through the points; it returns them as segments that labels avoid, and what is said of them.
func (p *plot) scatterTrends(xs, ys column) (segments [][2]scene.Point, texts []fitText) {
	for _, a := range p.spec.Annotations {
		if a.Kind != "trend" {
			continue
		}
		t, hint := parseTrend(a.Trend)
		if hint != "" {
			continue
		}
		type pt struct{ x, y float64 }
		var pts []pt
		for i := range xs.cells {
			if x, y := xs.cells[i], ys.cells[i]; !x.missing && !y.missing {
				pts = append(pts, pt{x.point(), y.point()})
			}
		}
		slices.SortStableFunc(pts, func(a, b pt) int { return cmp.Compare(a.x, b.x) })
		x, y := make([]float64, len(pts)), make([]float64, len(pts))
		for i, q := range pts {
			x[i], y[i] = q.x, q.y
		}
		if len(x) == 0 {
			continue
		}
		fit := linearFit(x, y)
		if t.kind == "polynomial" {
			fit = polynomialFit(x, y, t.n)
		}
		if fit == nil {
			continue
		}
		curve := make([]scene.Point, len(fit))
		for i := range fit {
			curve[i] = scene.Point{X: p.cat.at(x[i]), Y: p.val.at(fit[i])}
			if i > 0 && len(fit) < 500 {
				segments = append(segments, [2]scene.Point{curve[i-1], curve[i]})
			}
		}
		stroke(&p.under, scene.LinePath(simplify(curve)...), p.look.Text, p.z.context, 4, 2.5)
		text := t.label(p.spec.lang(), byValue) + with(p.spec.lang().words().Fitted, number(rSquared(y, fit), 2, p.spec.Format), strconv.Itoa(len(y)))
		texts = append(texts, fitText{text, curve})
		p.avoidPath(curve, p.z.context)
	}
	return segments, texts
}
