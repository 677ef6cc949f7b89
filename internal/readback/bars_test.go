package readback

import (
	"math"
	"slices"
)

// along turns a figure's frames so that one piece of code reads standing and lying bars: from and to run along the value
// axis, mid across it.
type along struct{ upright bool }

func (a along) ends(b bar) (from, to float64) {
	if a.upright {
		return b.y1, b.y0
	}
	return b.x0, b.x1
}

func (a along) mid(b bar) float64 {
	if a.upright {
		return b.cx()
	}
	return b.cy()
}

func (a along) word(p *phrase) float64 {
	if a.upright {
		return p.cx()
	}
	return p.cy()
}

func (a along) way() float64 {
	if a.upright {
		return -1
	}
	return 1
}

func (a along) ticks(r *readback) []reading {
	if a.upright {
		return r.heights()
	}
	return r.lengths()
}

// readBars reads column, bar and grouped charts: a bar from the baseline for every value, its number at it.
func readBars(r *readback) {
	keys := r.swatches()
	at, upright := r.places()
	a := along{upright}
	if n := len(r.tab.cols); n > 1 {
		if r.namesOver(a, keys); len(keys) != n {
			r.badText("the key names %d of %d series", len(keys), n)
		}
	}
	base, ok := r.fig.baseline(upright)
	if !ok {
		r.badMark("no baseline")
		return
	}
	n := len(r.tab.cols)
	slots := r.slots(a, at, n)
	ticks := a.ticks(r)
	r.ticks = len(ticks)
	all := append(ticks, reading{"the baseline", 0, base})
	type mark struct{ solid, fade []bar }
	marks := map[[2]int]mark{}
	put := func(b bar, fade bool) {
		best, far := [2]int{}, math.Inf(1)
		for i := range slots {
			for k, s := range slots[i] {
				if d := math.Abs(a.mid(b) - s); d < far {
					best, far = [2]int{i, k}, d
				}
			}
		}
		m := marks[best]
		if fade {
			m.fade = append(m.fade, b)
		} else {
			m.solid = append(m.solid, b)
		}
		marks[best] = m
	}
	for _, b := range r.fig.rects {
		put(b, false)
	}
	for _, b := range r.fig.fades {
		put(b, true)
	}
	for i, row := range r.tab.cells {
		for k, d := range row {
			what := r.tab.rows[i] + " " + r.tab.cols[k]
			m := marks[[2]int{i, k}]
			if n > 1 && len(m.solid) > 0 && d.exact() && m.solid[0].color != keys[r.tab.cols[k]] {
				r.badMark("%s has not the colour of its series in the key", what)
			}
			all = append(all, r.barEnds(a, what, d, base, m.solid, m.fade)...)
		}
	}
	r.onOneScale(a.way(), all)
	r.barLabels(a, slots)
}

// namesOver are the series' colours where their names stand at the bars of one category, in the middle of each or, beside
// a neighbour's name, above one of its ends.
func (r *readback) namesOver(a along, keys map[string]paint) {
	for _, name := range r.tab.cols {
		for _, p := range r.fig.named(name) {
			if _, ok := keys[name]; ok {
				break
			}
			for _, b := range r.fig.rects {
				if math.Abs(a.mid(b)-a.word(p)) < 0.8 || a.upright && p.x >= b.x0 && p.right <= b.x1 {
					keys[name] = b.color
					r.used[p] = true
				}
			}
		}
	}
}

// slots are the middles of the bars of each category.
func (r *readback) slots(a along, at []float64, n int) [][]float64 {
	widest := 0.0
	for _, b := range r.fig.rects {
		widest = max(widest, math.Abs(a.mid(b)-at[nearest(at, a.mid(b))]))
	}
	out := make([][]float64, len(at))
	for i, c := range at {
		for k := range n {
			s := c
			if n > 1 {
				s += widest * (2*float64(k)/float64(n-1) - 1)
			}
			out[i] = append(out[i], s)
		}
	}
	return out
}

// barEnds holds one bar's frames against what its value is: solid as far as it is known, a second frame over a range, a
// fade beyond a floor, a hard edge at a ceiling.
func (r *readback) barEnds(a along, what string, d datum, base float64, solid, fade []bar) (out []reading) {
	if d.missing {
		if len(solid)+len(fade) > 0 {
			r.badMark("%s is not known, and a bar stands there", what)
		}
		return nil
	}
	grows := a.way()
	if d.at() < 0 {
		grows = -grows
	}
	hard := d.ceil() && d.hi >= 0 || d.floor() && d.lo < 0 // what is not known lies towards zero
	var far []float64                                      // ends away from zero, the solid bar's first
	var near []float64
	for _, b := range solid {
		from, to := a.ends(b)
		if d.at() < 0 {
			from, to = to, from
		}
		if hard && math.Abs(from-to) <= 1.21 && len(solid) == 2 { // the hard edge: it ends where the bar does
			far, near = append(far, to), append(near, base)
			continue
		}
		far, near = append(far, to), append(near, from)
	}
	want := []float64{d.at()}
	switch {
	case d.span() && d.lo >= 0:
		want = []float64{d.lo, d.hi}
	case d.span() && d.hi <= 0:
		want = []float64{d.hi, d.lo}
	case hard && len(far) == 2:
		want = []float64{d.at(), d.at()}
	}
	if len(far) == 0 { // too short to be a bar
		return []reading{{what, d.at(), base}}
	}
	if want[0] == 0 && len(far) == len(want)-1 { // from zero: nothing is solid
		want = want[1:]
	}
	if len(far) != len(want) {
		r.badMark("%s (%s) has %d frames, not %d", what, d.text, len(far), len(want))
		return nil
	}
	slices.SortFunc(near, func(x, y float64) int { return int(math.Copysign(1, (x-y)*grows)) })
	for j := range far {
		out = append(out, reading{what, want[j], far[j]})
	}
	if math.Abs(near[0]-base) > tolerance {
		r.badMark("%s begins %.2f pt off the baseline", what, near[0]-base)
	}
	if open := d.floor() && d.lo >= 0 || d.ceil() && d.hi < 0; open != (len(fade) == 1) {
		r.badMark("%s (%s) has %d open ends", what, d.text, len(fade))
	} else if open {
		from, to := a.ends(fade[0])
		if d.at() < 0 {
			from, to = to, from
		}
		if math.Abs(from-far[0]) > tolerance || (to-from)*grows < 0 {
			r.badMark("%s runs out from %.2f, its bar ends at %.2f", what, from, far[0])
		}
	}
	return out
}

// barLabels takes the numbers at the bars. Where the axis carries the values, no bar has one.
func (r *readback) barLabels(a along, slots [][]float64) {
	found := map[[2]int]*phrase{}
	for _, p := range r.fig.says {
		if _, ok := readNumber(p.text); !ok || r.used[p] {
			continue
		}
		for i := range slots {
			for k, s := range slots[i] {
				if math.Abs(a.word(p)-s) < 1.6 && found[[2]int{i, k}] == nil {
					found[[2]int{i, k}] = p
					r.used[p] = true
				}
			}
		}
	}
	numbers := 0
	for at := range found {
		if !r.tab.cells[at[0]][at[1]].missing {
			numbers++
		}
	}
	if numbers == 0 && r.ticks > 1 { // too narrow for numbers, or asked to leave them to the axis
		return
	}
	for i, row := range r.tab.cells {
		for k, d := range row {
			if p := found[[2]int{i, k}]; p != nil {
				r.says(p, d, r.tab.rows[i]+" "+r.tab.cols[k])
			} else if !d.missing {
				r.badText("%s %s: %s is not printed", r.tab.rows[i], r.tab.cols[k], d.text)
			}
		}
	}
}
