package charts

import (
	"math"
	"math/rand/v2"
	"slices"

	"roadshow/scene"
)

// pointLabel is a label of a point in the plane, with the eight places it may take.
type pointLabel struct {
	at       scene.Point
	radius   scene.Pt
	w, size  scene.Pt
	priority float64 // higher is placed first and dropped last
	text     string
	style    scene.Style
	anchor   int

	options [8]scene.Rect
	fixed   [8]float64 // cost of each option by itself
	choice  int        // −1: not placed
}

// positionCost are the costs of E, NE, SE, W, N, S, NW, SW.
var positionCost = [8]float64{0, 1, 1, 2, 3, 3, 4, 4}

// labelPoints places labels around points: greedy by priority, then simulated annealing with a fixed seed, then the least
// important of those that still meet are dropped. It returns how many found no place.
func (p *plot) labelPoints(labels []pointLabel, room scene.Rect, lines [][2]scene.Point) int {
	if len(labels) == 0 {
		return 0
	}
	for i := range labels {
		l := &labels[i]
		l.prepare()
		for o := range l.options {
			l.fixed[o] = p.optionCost(l, o, labels, room, lines)
		}
	}
	order := make([]int, len(labels))
	for i := range order {
		order[i] = i
		labels[i].choice = -1
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case labels[a].priority > labels[b].priority:
			return -1
		case labels[a].priority < labels[b].priority:
			return 1
		}
		return a - b
	})
	for _, i := range order {
		best, least := 0, math.Inf(1)
		for o := range 8 {
			if c := labels[i].fixed[o] + meets(labels, i, o); c < least {
				best, least = o, c
			}
		}
		labels[i].choice = best
	}
	anneal(labels)
	return p.dropAndPrint(labels, order, lines)
}

// prepare computes the eight frames; they include the distance that texts keep.
func (l *pointLabel) prepare() {
	g := l.radius + 0.35*l.size
	h := 0.9 * l.size
	for o, d := range [8][2]scene.Pt{{1, 0}, {1, -1}, {1, 1}, {-1, 0}, {0, -1}, {0, 1}, {-1, -1}, {-1, 1}} {
		x, y := l.at.X-l.w/2, l.at.Y-h/2
		diagonal := d[0] != 0 && d[1] != 0
		k := g
		if diagonal {
			k = 0.75 * g
		}
		switch d[0] {
		case 1:
			x = l.at.X + k
		case -1:
			x = l.at.X - k - l.w
		}
		switch d[1] {
		case 1:
			y = l.at.Y + k - 0.15*l.size
		case -1:
			y = l.at.Y - k - h + 0.15*l.size
		}
		l.options[o] = scene.Rect{X: x, Y: y, W: l.w, H: h}
	}
}

const impossible = 1e6

// optionCost is what one place costs by itself: outside the plot, on words or marks, across a line.
func (p *plot) optionCost(l *pointLabel, o int, labels []pointLabel, room scene.Rect, lines [][2]scene.Point) float64 {
	r := l.options[o]
	cost := positionCost[o]
	if !room.Contains(r) {
		return impossible
	}
	wide := scene.Rect{X: r.X - apart, Y: r.Y, W: r.W + 2*apart, H: r.H}
	for _, b := range p.boxes {
		if wide.Overlaps(b) {
			return impossible
		}
	}
	for i := range labels {
		m := &labels[i]
		if m == l {
			continue
		}
		if (scene.Rect{X: m.at.X - m.radius, Y: m.at.Y - m.radius, W: 2 * m.radius, H: 2 * m.radius}).Overlaps(r) {
			cost += 60
		}
	}
	for _, f := range p.fades {
		if f.Overlaps(r) {
			cost += 60
		}
	}
	for _, s := range lines {
		if crosses(r.Inset(-2), s[0], s[1]) {
			cost += 20
		}
	}
	return cost
}

// crosses says whether a segment meets a frame.
func crosses(r scene.Rect, a, b scene.Point) bool {
	t0, t1 := scene.Pt(0), scene.Pt(1)
	clip := func(d, lo, hi scene.Pt) bool { // lo ≤ t·d ≤ hi
		if d == 0 {
			return lo <= 0 && hi >= 0
		}
		u, v := lo/d, hi/d
		if u > v {
			u, v = v, u
		}
		t0, t1 = max(t0, u), min(t1, v)
		return t0 <= t1
	}
	return clip(b.X-a.X, r.X-a.X, r.Right()-a.X) && clip(b.Y-a.Y, r.Y-a.Y, r.Bottom()-a.Y)
}

// meets is the cost of label i in place o against all other placed labels.
func meets(labels []pointLabel, i, o int) float64 {
	r := labels[i].options[o]
	wide := scene.Rect{X: r.X - apart, Y: r.Y - 0.5, W: r.W + 2*apart, H: r.H + 1}
	var cost float64
	for j := range labels {
		if j != i && labels[j].choice >= 0 && wide.Overlaps(labels[j].options[labels[j].choice]) {
			cost += 100
		}
	}
	return cost
}

// anneal moves labels about for 2,000 steps while the temperature falls.
func anneal(labels []pointLabel) {
	if len(labels) < 2 {
		return
	}
	r := rand.New(rand.NewPCG(20230531, 6))
	const steps = 2000
	for s := range steps {
		heat := 30 * math.Pow(1-float64(s)/steps, 2)
		i, o := r.IntN(len(labels)), r.IntN(8)
		l := &labels[i]
		if o == l.choice || l.fixed[o] >= impossible {
			continue
		}
		now := l.fixed[l.choice] + meets(labels, i, l.choice)
		then := l.fixed[o] + meets(labels, i, o)
		if then <= now || heat > 0 && r.Float64() < math.Exp((now-then)/heat) {
			l.choice = o
		}
	}
}

// dropAndPrint prints what stands free, the most important first.
func (p *plot) dropAndPrint(labels []pointLabel, order []int, lines [][2]scene.Point) (dropped int) {
	for _, i := range order {
		l := &labels[i]
		ok := false
		// What the labels before it took may have freed or closed other places.
		tries := append([]int{l.choice}, 0, 1, 2, 3, 4, 5, 6, 7)
		for _, o := range tries {
			if l.fixed[o] < 60 && p.free(l.options[o]) {
				r := l.options[o]
				for _, s := range lines {
					if crosses(r, s[0], s[1]) {
						p.halo(r, l.size)
						break
					}
				}
				tag := p.say(l.text, l.style, r.X, r.Y+0.70*l.size, scene.Left)
				p.nameLabelled(l, o)
				p.offRules(tag)
				if l.anchor >= 0 {
					p.anchors[l.anchor].tag = r
				}
				ok = true
				break
			}
		}
		if !ok && !p.farLabel(l, labels) {
			dropped++
			p.unnamed = append(p.unnamed, l.text)
		}
	}
	return dropped
}

// farLabel puts a label that has no room beside its point at the nearest free place, with a leader, where labels are few. A
// place whose leader crosses no other mark comes first.
func (p *plot) farLabel(l *pointLabel, labels []pointLabel) bool {
	if len(labels) > 20 {
		return false
	}
	w, h, x, y := l.w, 0.9*l.size, l.at.X+l.radius+6, l.at.Y-l.radius-l.size
	r, ok := p.nearest(w, h, x, y, func(r scene.Rect) bool { return p.clear(r) && !l.leadsAcross(r, labels) })
	if !ok {
		r, ok = p.searchClear(w, h, x, y)
	}
	if !ok {
		return false
	}
	p.aside(func() { r = p.say(l.text, l.style, r.X, r.Y+0.70*l.size, scene.Left) })
	if l.anchor >= 0 {
		p.anchors[l.anchor].tag = r
	}
	if from, to, far := l.leader(r); far {
		p.aside(func() { line(&p.over, from.X, from.Y, to.X, to.Y, p.look.Text, p.z.leader) })
	}
	return true
}

// nameLabelled notes that the words printed last are the name of a point, in one of its eight places.
func (p *plot) nameLabelled(l *pointLabel, o int) {
	t, ok := p.words[len(p.words)-1].(*scene.Text)
	if l.anchor < 0 || !ok || len(t.Paras) != 1 {
		p.lastAside()
		return
	}
	place := [8]scene.Place{scene.RightOf, scene.RightOf, scene.RightOf, scene.LeftOf, scene.Above, scene.Below, scene.LeftOf, scene.LeftOf}[o]
	base := [8]int{0, 0, 0, 3, 4, 5, 3, 3}[o]
	p.markOf(0, p.anchors[l.anchor].cat).Label = &scene.Label{Spans: t.Paras[0].Spans, Place: place, Frame: t.Frame,
		Shift: scene.Point{X: l.options[o].X - l.options[base].X, Y: l.options[o].Y - l.options[base].Y}}
}

// leader runs from the nearest corner or edge of the words to the rim of the mark, where they are not side by side.
func (l *pointLabel) leader(r scene.Rect) (from, to scene.Point, far bool) {
	from = scene.Point{X: min(max(l.at.X, r.X), r.Right()), Y: min(max(l.at.Y, r.Y-1), r.Bottom()+1)}
	dx, dy := l.at.X-from.X, l.at.Y-from.Y
	d := scene.Pt(math.Hypot(float64(dx), float64(dy)))
	if d <= l.radius+3 {
		return from, l.at, false
	}
	k := (d - l.radius*0.6) / d
	return from, scene.Point{X: from.X + dx*k, Y: from.Y + dy*k}, true
}

// leadsAcross says that the leader of words at r would cross another mark. The corners of a mark's frame are empty.
func (l *pointLabel) leadsAcross(r scene.Rect, labels []pointLabel) bool {
	from, to, far := l.leader(r)
	for i := range labels {
		if m := &labels[i]; far && m != l {
			side := 1.4 * m.radius
			if crosses(scene.Rect{X: m.at.X - side/2, Y: m.at.Y - side/2, W: side, H: side}, from, to) {
				return true
			}
		}
	}
	return false
}
