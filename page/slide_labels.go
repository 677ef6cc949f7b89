package page

import (
	"math"
	"slices"

	"roadshow/scene"
)

// PointLabels finds places for labels beside points: eight candidates each, greedy by priority, then
// annealing with a fixed seed. What still meets something is left out, the least important first.
type PointLabels struct {
	Labels []PointLabel
	Marks  []scene.Rect // of points, by label
	Fixed  []scene.Rect // words that stand where they stand
	Lines  []scene.Rect // thin frames that a label should not cross
	Room   scene.Rect
}

// PointLabel is one label: the point that it names and its extent.
type PointLabel struct {
	At       scene.Point
	R        scene.Pt // of the point
	W        scene.Pt
	Size     scene.Pt // of its letters
	Priority int      // higher is more important
	Place    int      // index into labelPlaces; −1: left out
}

// labelPlaces are E, NE, SE, W, N, S, NW, SW with what each costs.
var labelPlaces = [...]struct {
	dx, dy scene.Pt
	cost   float64
}{{1, 0, 0}, {1, -1, 1}, {1, 1, 1}, {-1, 0, 2}, {0, -1, 3}, {0, 1, 3}, {-1, -1, 4}, {-1, 1, 4}}

// Origin is the left end of a label's baseline at a place.
func (l *PointLabel) Origin(place int) (x, y scene.Pt) {
	p := labelPlaces[place]
	gap, slant := l.R+4, l.R*0.7+3
	x, y = l.At.X-l.W/2, l.At.Y+0.35*l.Size
	if p.dy != 0 && p.dx != 0 {
		gap = slant
	}
	switch {
	case p.dx > 0:
		x = l.At.X + gap
	case p.dx < 0:
		x = l.At.X - gap - l.W
	}
	if p.dx == 0 {
		slant = l.R + 4
	}
	switch {
	case p.dy < 0:
		y = l.At.Y - slant
	case p.dy > 0:
		y = l.At.Y + slant + 0.72*l.Size
	}
	return x, y
}

// Side says at which side of the point the label stands, and how far it was moved from its place there.
func (l *PointLabel) Side() (scene.Place, scene.Point) {
	side := [len(labelPlaces)]struct {
		scene.Place
		base int
	}{{scene.RightOf, 0}, {scene.RightOf, 0}, {scene.RightOf, 0}, {scene.LeftOf, 3}, {scene.Above, 4}, {scene.Below, 5}, {scene.LeftOf, 3}, {scene.LeftOf, 3}}[l.Place]
	x, y := l.Origin(l.Place)
	x0, y0 := l.Origin(side.base)
	return side.Place, scene.Point{X: x - x0, Y: y - y0}
}

// box is the area of a label at a place.
func (l *PointLabel) box(place int) scene.Rect {
	x, y := l.Origin(place)
	return scene.Rect{X: x, Y: y - 0.72*l.Size, W: l.W, H: 0.94 * l.Size}
}

// cost is what one label's place costs beside the others as they stand.
func (p *PointLabels) cost(i, place int) float64 {
	l := &p.Labels[i]
	if place < 0 {
		return 0
	}
	box := l.box(place)
	roomy := scene.Rect{X: box.X - 3.5, Y: box.Y - 0.5, W: box.W + 7, H: box.H + 1}
	c := labelPlaces[place].cost
	if !p.Room.Contains(box) {
		return 1e6
	}
	for j := range p.Labels {
		if j == i {
			continue
		}
		if o := &p.Labels[j]; o.Place >= 0 && roomy.Overlaps(o.box(o.Place)) {
			c += 100
		}
	}
	for j, m := range p.Marks {
		if j != i && box.Overlaps(m) {
			c += 60
		}
	}
	for _, f := range p.Fixed {
		if roomy.Overlaps(f) {
			c += 100
		}
	}
	for _, f := range p.Lines {
		if box.Overlaps(f) {
			c += 20
		}
	}
	return c
}

// Place puts all labels and says how many are left out.
func (p *PointLabels) Place() int {
	order := make([]int, len(p.Labels))
	for i := range order {
		order[i] = i
		p.Labels[i].Place = -1
	}
	slices.SortStableFunc(order, func(a, b int) int { return p.Labels[b].Priority - p.Labels[a].Priority })
	for _, i := range order {
		p.Labels[i].Place = p.best(i)
	}
	p.anneal()
	// Let each settle into its cheapest place, then leave out what still meets something.
	for range 8 {
		moved := false
		for _, i := range order {
			if b := p.best(i); p.cost(i, b) < p.cost(i, p.Labels[i].Place)-1e-9 {
				p.Labels[i].Place, moved = b, true
			}
		}
		if !moved {
			break
		}
	}
	out := 0
	for _, i := range slices.Backward(order) {
		if p.cost(i, p.Labels[i].Place) >= 60 {
			p.Labels[i].Place = -1
			out++
		}
	}
	return out
}

func (p *PointLabels) best(i int) int {
	best, least := 0, math.Inf(1)
	for at := range labelPlaces {
		if c := p.cost(i, at); c < least {
			best, least = at, c
		}
	}
	return best
}

// anneal tries 2,000 random moves; the generator's seed is fixed, so that a briefing looks the same every time.
func (p *PointLabels) anneal() {
	if len(p.Labels) < 2 {
		return
	}
	seed := uint32(20230531)
	next := func() uint32 {
		seed = seed*1664525 + 1013904223
		return seed >> 8
	}
	crowded := func() bool {
		for i := range p.Labels {
			if p.cost(i, p.Labels[i].Place) >= 20 {
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
		i := int(next()) % len(p.Labels)
		at := int(next()) % len(labelPlaces)
		was := p.Labels[i].Place
		if at == was {
			continue
		}
		worse := p.cost(i, at) - p.cost(i, was)
		if worse <= 0 || float64(next()%100000)/100000 < math.Exp(-worse/max(heat, 0.1)) {
			p.Labels[i].Place = at
		}
	}
}
