package layouts

import (
	"math"
	"slices"

	"roadshow/scene"
)

// pointLabels finds places for labels beside points (DESIGN.md §6.6): eight candidates each, greedy by priority, then
// annealing with a fixed seed. What still meets something is left out, the least important first.
type pointLabels struct {
	labels []pointLabel
	marks  []scene.Rect // of points, by label
	fixed  []scene.Rect // words that stand where they stand
	lines  []scene.Rect // thin frames that a label should not cross
	room   scene.Rect
}

// pointLabel is one label: the point that it names and its extent.
type pointLabel struct {
	at       scene.Point
	r        scene.Pt // of the point
	w        scene.Pt
	size     scene.Pt // of its letters
	priority int      // higher is more important
	place    int      // index into labelPlaces; −1: left out
}

// labelPlaces are E, NE, SE, W, N, S, NW, SW with what each costs.
var labelPlaces = [...]struct {
	dx, dy scene.Pt
	cost   float64
}{{1, 0, 0}, {1, -1, 1}, {1, 1, 1}, {-1, 0, 2}, {0, -1, 3}, {0, 1, 3}, {-1, -1, 4}, {-1, 1, 4}}

// origin is the left end of a label's baseline at a place.
func (l *pointLabel) origin(place int) (x, y scene.Pt) {
	p := labelPlaces[place]
	gap, slant := l.r+4, l.r*0.7+3
	x, y = l.at.X-l.w/2, l.at.Y+0.35*l.size
	if p.dy != 0 && p.dx != 0 {
		gap = slant
	}
	switch {
	case p.dx > 0:
		x = l.at.X + gap
	case p.dx < 0:
		x = l.at.X - gap - l.w
	}
	if p.dx == 0 {
		slant = l.r + 4
	}
	switch {
	case p.dy < 0:
		y = l.at.Y - slant
	case p.dy > 0:
		y = l.at.Y + slant + 0.72*l.size
	}
	return x, y
}

// box is the area of a label at a place.
func (l *pointLabel) box(place int) scene.Rect {
	x, y := l.origin(place)
	return scene.Rect{X: x, Y: y - 0.72*l.size, W: l.w, H: 0.94 * l.size}
}

// cost is what one label's place costs beside the others as they stand.
func (p *pointLabels) cost(i, place int) float64 {
	l := &p.labels[i]
	if place < 0 {
		return 0
	}
	box := l.box(place)
	roomy := scene.Rect{X: box.X - 3.5, Y: box.Y - 0.5, W: box.W + 7, H: box.H + 1}
	c := labelPlaces[place].cost
	if !p.room.Contains(box) {
		return 1e6
	}
	for j := range p.labels {
		if j == i {
			continue
		}
		if o := &p.labels[j]; o.place >= 0 && roomy.Overlaps(o.box(o.place)) {
			c += 100
		}
	}
	for j, m := range p.marks {
		if j != i && box.Overlaps(m) {
			c += 60
		}
	}
	for _, f := range p.fixed {
		if roomy.Overlaps(f) {
			c += 100
		}
	}
	for _, f := range p.lines {
		if box.Overlaps(f) {
			c += 20
		}
	}
	return c
}

// place puts all labels and says how many are left out.
func (p *pointLabels) place() int {
	order := make([]int, len(p.labels))
	for i := range order {
		order[i] = i
		p.labels[i].place = -1
	}
	slices.SortStableFunc(order, func(a, b int) int { return p.labels[b].priority - p.labels[a].priority })
	for _, i := range order {
		p.labels[i].place = p.best(i)
	}
	p.anneal()
	// Let each settle into its cheapest place, then leave out what still meets something.
	for range 8 {
		moved := false
		for _, i := range order {
			if b := p.best(i); p.cost(i, b) < p.cost(i, p.labels[i].place)-1e-9 {
				p.labels[i].place, moved = b, true
			}
		}
		if !moved {
			break
		}
	}
	out := 0
	for _, i := range slices.Backward(order) {
		if p.cost(i, p.labels[i].place) >= 60 {
			p.labels[i].place = -1
			out++
		}
	}
	return out
}

func (p *pointLabels) best(i int) int {
	best, least := 0, math.Inf(1)
	for at := range labelPlaces {
		if c := p.cost(i, at); c < least {
			best, least = at, c
		}
	}
	return best
}

// anneal tries 2,000 random moves; the generator's seed is fixed, so that a briefing looks the same every time.
func (p *pointLabels) anneal() {
	if len(p.labels) < 2 {
		return
	}
	seed := uint32(20230531)
	next := func() uint32 {
		seed = seed*1664525 + 1013904223
		return seed >> 8
	}
	crowded := func() bool {
		for i := range p.labels {
			if p.cost(i, p.labels[i].place) >= 20 {
				return true
			}
		}
		return false
	}
	if !crowded() {
		return
	}
	for step := range 2000 {
		heat := 60 * (1 - float64(step)/2000)
		i := int(next()) % len(p.labels)
		at := int(next()) % len(labelPlaces)
		was := p.labels[i].place
		if at == was {
			continue
		}
		worse := p.cost(i, at) - p.cost(i, was)
		if worse <= 0 || float64(next()%100000)/100000 < math.Exp(-worse/max(heat, 0.1)) {
			p.labels[i].place = at
		}
	}
}
