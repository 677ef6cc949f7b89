package charts

import (
	"slices"

	"roadshow/scene"
)

// simplify keeps the first, lowest, highest and last point of every quarter point of width, so that no extreme moves.
func simplify(run []scene.Point) []scene.Point {
	const column = 0.25
	if len(run) < 4 || scene.Pt(len(run)) < 8*(run[len(run)-1].X-run[0].X+1) {
		return slices.Clone(run)
	}
	out := make([]scene.Point, 0, 4096)
	for i := 0; i < len(run); {
		edge := run[i].X + column
		lo, hi, j := i, i, i
		for ; j < len(run) && run[j].X < edge; j++ {
			if run[j].Y < run[lo].Y {
				lo = j
			}
			if run[j].Y > run[hi].Y {
				hi = j
			}
		}
		if j == i { // never: the first point is inside its own column
			j = i + 1
		}
		keep := []int{i, min(lo, hi), max(lo, hi), j - 1}
		for m, at := range keep {
			if m == 0 || at != keep[m-1] {
				out = append(out, run[at])
			}
		}
		i = j
	}
	return out
}

// singleLabels prints the values of a line alone: all of a few, else first, last, highest and lowest. They keep off its
// marks, which are that many of the solids, and where possible off its trends. The result says that all found their places.
func (p *plot) singleLabels(marks int) (all bool) {
	if p.spec.Labels == "axis" {
		return false
	}
	cells := p.n.cols[0].cells
	var known []int
	for i, c := range cells {
		if !c.missing {
			known = append(known, i)
		}
	}
	if len(known) == 0 || len(cells) > maxSample {
		return false
	}
	lo, hi := known[0], known[0]
	for _, i := range known {
		if cells[i].point() < cells[lo].point() {
			lo = i
		}
		if cells[i].point() > cells[hi].point() {
			hi = i
		}
	}
	which := []int{known[0]}
	for _, i := range []int{hi, lo} {
		if !slices.Contains(which, i) { // a line that begins at its lowest value says so once
			which = append(which, i)
		}
	}
	if len(p.chart.Axes[0].Ticks) == 0 { // no axis: every value is printed
		which = known
	}
	last := known[len(known)-1]
	all = true
	for _, i := range which {
		if i == last { // printed at the line's end
			continue
		}
		c := cells[i]
		st := p.z.noteStrong
		if p.spec.Context {
			st = st.With(p.look.Muted)
		}
		text := p.markText(0, i)
		w := p.width(text, st)
		x, y := p.centers[i], p.val.at(c.point())
		gap := p.z.dot + 0.45*st.Size
		fadeUp := scene.Pt(0)
		if c.floor() {
			fadeUp = p.z.fade
		}
		if c.span() {
			fadeUp = y - p.val.at(c.hi)
		}
		mid := max(min(x-w/2, p.frame.Right()-w), p.frame.X) // over its point, as far as the frame allows
		above, below := y-gap-fadeUp, y+gap+0.7*st.Size
		places := []scene.Point{{X: mid, Y: above}, {X: mid, Y: below}, {X: x + gap, Y: y - gap}, {X: x - w - gap, Y: y - gap},
			{X: mid, Y: above - 0.7*st.Size}, {X: mid, Y: below + 0.7*st.Size}}
		at := slices.IndexFunc(places, func(at scene.Point) bool { return p.clear(box(at.X, at.Y, w, st.Size)) })
		if at < 0 {
			at = slices.IndexFunc(places, func(at scene.Point) bool { return p.clearOf(p.solid[:marks], box(at.X, at.Y, w, st.Size)) })
		}
		if at < 0 {
			all = false
			continue
		}
		tag := p.say(text, st, places[at].X, places[at].Y, scene.Left)
		p.labelled(0, i, tag, [...]scene.Place{scene.Above, scene.Below, scene.RightOf, scene.LeftOf, scene.Above, scene.Below}[at])
		p.offRules(tag)
		if a := p.anchor(0, i); a != nil {
			a.tag = tag
		}
	}
	return all
}
