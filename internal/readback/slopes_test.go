package readback

import (
	"math"
	"slices"
)

// readSlopes reads slopes: a point on each upright for every value, joined by lines, both ends with their numbers.
func readSlopes(r *readback) {
	var heads []float64
	for _, c := range r.tab.cols {
		heads = append(heads, r.name(c).cx())
	}
	var up []reading
	byName := map[string]*phrase{}
	for _, n := range r.tab.rows {
		byName[n] = r.name(n)
	}
	// The dots of one row are of one colour or joined by lines; names stand left of the first upright in the dots' order.
	uprights := make([][]disc, len(heads))
	for _, d := range slices.Concat(r.fig.discs, r.fig.rings) {
		k := nearest(heads, d.x)
		uprights[k] = append(uprights[k], d)
	}
	order := make([]int, len(r.tab.rows))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return int(math.Copysign(1, byName[r.tab.rows[a]].y-byName[r.tab.rows[b]].y))
	})
	order = slices.DeleteFunc(order, func(i int) bool { return r.tab.cells[i][0].missing })
	slices.SortFunc(uprights[0], func(a, b disc) int { return int(math.Copysign(1, a.y-b.y)) })
	if len(order) != len(uprights[0]) {
		r.badMark("%d dots at the first date for %d values", len(uprights[0]), len(order))
		return
	}
	var starts, ends []slopeEnd
	for j, i := range order {
		at := uprights[0][j]
		for k := range heads {
			d := r.tab.cells[i][k]
			what := r.tab.rows[i] + " " + r.tab.cols[k]
			if d.missing {
				break
			}
			if k > 0 {
				next, ok := r.joined(at, uprights[k])
				if !ok {
					r.badMark("no line leads to %s", what)
					break
				}
				at = next
			}
			up = append(up, reading{what, d.at(), at.y})
			switch k {
			case 0:
				starts = append(starts, slopeEnd{at, d, what})
			case len(heads) - 1:
				ends = append(ends, slopeEnd{at, d, what})
			}
		}
	}
	r.onOneScale(-1, up)
	r.beside(starts, true)
	r.beside(ends, false)
}

// joined finds the dot at the other end of a line.
func (r *readback) joined(from disc, to []disc) (disc, bool) {
	for _, l := range r.fig.lines {
		if l.Ops == "ml" && math.Abs(l.X[0]-from.x) < 0.01 && math.Abs(l.Y[0]-from.y) < 0.01 {
			for _, d := range to {
				if math.Abs(l.X[1]-d.x) < 0.01 && math.Abs(l.Y[1]-d.y) < 0.01 {
					return d, true
				}
			}
		}
	}
	return disc{}, false
}

// beside takes the numbers on one side: in the order of their dots, because labels are moved apart and never past each other.
func (r *readback) beside(side []slopeEnd, left bool) {
	var said []*phrase
	for _, p := range r.fig.says {
		if _, ok := readNumber(p.text); ok && !r.used[p] && len(side) > 0 && (p.x < side[0].at.x) == left {
			said = append(said, p)
		}
	}
	slices.SortFunc(said, func(a, b *phrase) int { return int(sign(a.cy() - b.cy())) })
	slices.SortStableFunc(side, func(a, b slopeEnd) int { return int(sign(a.at.y - b.at.y)) })
	if len(said) != len(side) {
		r.badText("%d numbers stand beside %d dots", len(said), len(side))
		return
	}
	for j, e := range side {
		r.says(said[j], e.d, e.what)
	}
}

// slopeEnd is a dot that has a number beside it.
type slopeEnd struct {
	at   disc
	d    datum
	what string
}
