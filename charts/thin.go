package charts

import (
	"cmp"
	"math"
	"slices"

	"roadshow/scene"
)

const (
	cloudDot = scene.Pt(1.2) // radius of one point among thousands
	maxDots  = 16_000        // drawn of a cloud: a file holds them in some 220 KB
)

// thin finds few shapes that show what dots of radius cloudDot at all these places would show: areas that they cover whole, and
// the dots that show something besides. Where even those are too many it leaves out the dots that others cover most. The
// corners of the cloud's hull are always among the dots, no dot is moved, and the same places give the same picture.
func thin(at []scene.Point) (solid scene.Path, dots []scene.Point) {
	if len(at) == 0 {
		return
	}
	all := newCover(at)
	for _, p := range at {
		all.stamp(p, cloudDot)
	}
	solid, inside := all.squares()
	outer := append(ends(at), corners(at)...)
	for step := 0.0; ; step++ {
		hidden := min(step/10, 0.9)                        // how much of a dot may be covered by others is 1 less this
		apart := cloudDot * scene.Pt(max(1, 1+(step-9)/4)) // and in the end how far the others reach
		drawn := cover{seen: slices.Clone(inside.seen), w: all.w, h: all.h, from: all.from}
		dots = dots[:0]
		for i, p := range outer {
			if i < 4 || drawn.free(p) > 0 { // corners of a curve stand closer than can be seen
				drawn.stamp(p, cloudDot)
				dots = append(dots, p)
			}
		}
		for _, p := range at {
			if len(dots) > maxDots {
				break
			}
			if drawn.free(p) > hidden {
				drawn.stamp(p, apart)
				dots = append(dots, p)
			}
		}
		if len(dots) <= maxDots {
			return solid, dots
		}
	}
}

// cover is what dots cover of an area, in squares of a quarter of their radius.
type cover struct {
	seen []bool
	w, h int
	from scene.Point
}

const (
	fine  = cloudDot / 4
	block = 8 // fine squares in the side of a square that is drawn where dots cover it whole
)

func newCover(at []scene.Point) *cover {
	lo, hi := at[0], at[0]
	for _, p := range at {
		lo.X, lo.Y, hi.X, hi.Y = min(lo.X, p.X), min(lo.Y, p.Y), max(hi.X, p.X), max(hi.Y, p.Y)
	}
	c := &cover{from: scene.Point{X: lo.X - cloudDot, Y: lo.Y - cloudDot}}
	side := func(length scene.Pt) int {
		return (int(math.Ceil(float64((length+2*cloudDot)/fine)))/block + 1) * block
	}
	c.w, c.h = side(hi.X-lo.X), side(hi.Y-lo.Y)
	c.seen = make([]bool, c.w*c.h)
	return c
}

// each visits the squares whose middles a dot covers.
func (c *cover) each(p scene.Point, radius scene.Pt, visit func(i int)) {
	r := float64(radius / fine)
	x, y := float64((p.X-c.from.X)/fine), float64((p.Y-c.from.Y)/fine)
	for j := max(int(y-r), 0); j <= min(int(y+r), c.h-1); j++ {
		dy := float64(j) + 0.5 - y
		half := r*r - dy*dy
		if half < 0 {
			continue
		}
		half = math.Sqrt(half)
		for i := max(int(math.Ceil(x-half-0.5)), 0); i <= min(int(math.Floor(x+half-0.5)), c.w-1); i++ {
			visit(j*c.w + i)
		}
	}
}

func (c *cover) stamp(p scene.Point, radius scene.Pt) {
	c.each(p, radius, func(i int) { c.seen[i] = true })
}

// free is the part of a dot that nothing covers yet.
func (c *cover) free(p scene.Point) float64 {
	of, n := 0, 0
	c.each(p, cloudDot, func(i int) {
		of++
		if !c.seen[i] {
			n++
		}
	})
	return float64(n) / float64(max(of, 1))
}

// squares are the blocks that are covered whole, as bars of neighbours, and what they cover.
func (c *cover) squares() (path scene.Path, inside *cover) {
	inside = &cover{seen: make([]bool, len(c.seen)), w: c.w, h: c.h, from: c.from}
	whole := func(x, y int) bool {
		for j := y; j < y+block; j++ {
			if slices.Contains(c.seen[j*c.w+x:j*c.w+x+block], false) {
				return false
			}
		}
		return true
	}
	for y := 0; y < c.h; y += block {
		for x := 0; x < c.w; x += block {
			from := x
			for x < c.w && whole(x, y) {
				x += block
			}
			if x == from {
				continue
			}
			for j := y; j < y+block; j++ {
				for i := from; i < x; i++ {
					inside.seen[j*c.w+i] = true
				}
			}
			r := scene.RectPath(scene.Rect{X: c.from.X + scene.Pt(from)*fine, Y: c.from.Y + scene.Pt(y)*fine, W: scene.Pt(x-from) * fine, H: block * fine})
			path.Ops, path.Pts = append(path.Ops, r.Ops...), append(path.Pts, r.Pts...)
		}
	}
	return path, inside
}

// ends are the places at the four ends.
func ends(at []scene.Point) []scene.Point {
	across := func(a, b scene.Point) int { return cmp.Compare(a.X, b.X) }
	down := func(a, b scene.Point) int { return cmp.Compare(a.Y, b.Y) }
	return []scene.Point{slices.MinFunc(at, across), slices.MaxFunc(at, across), slices.MinFunc(at, down), slices.MaxFunc(at, down)}
}

// corners are the corners of the hull around all places (Andrew's monotone chain).
func corners(at []scene.Point) []scene.Point {
	list := slices.Clone(at)
	slices.SortFunc(list, func(a, b scene.Point) int { return cmp.Or(cmp.Compare(a.X, b.X), cmp.Compare(a.Y, b.Y)) })
	list = slices.Compact(list)
	if len(list) < 3 {
		return list
	}
	half := func() (out []scene.Point) {
		for _, p := range list {
			for n := len(out); n > 1; n = len(out) {
				a, b := out[n-2], out[n-1]
				if (b.X-a.X)*(p.Y-a.Y)-(b.Y-a.Y)*(p.X-a.X) > 0 {
					break
				}
				out = out[:n-1]
			}
			out = append(out, p)
		}
		return out[:len(out)-1] // the other half begins with it
	}
	out := half()
	slices.Reverse(list)
	return append(out, half()...)
}
