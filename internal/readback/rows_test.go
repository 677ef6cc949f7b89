package readback

import (
	"math"
	"slices"
	"strings"
)

// rowMarks are what stands on one row.
type rowMarks struct {
	discs, rings []disc
	rects, fades []bar
	pills        []bar // ranges of dots: round at both ends
}

// byRow sorts a figure's marks by the row they stand on.
func (r *readback) byRow(at []float64) []rowMarks {
	out := make([]rowMarks, len(at))
	for _, d := range r.fig.discs {
		m := &out[nearest(at, d.y)]
		m.discs = append(m.discs, d)
	}
	for _, d := range r.fig.rings {
		m := &out[nearest(at, d.y)]
		m.rings = append(m.rings, d)
	}
	for _, b := range r.fig.rects {
		m := &out[nearest(at, b.cy())]
		m.rects = append(m.rects, b)
	}
	for _, b := range r.fig.fades {
		m := &out[nearest(at, b.cy())]
		m.fades = append(m.fades, b)
	}
	for _, s := range r.fig.shapes {
		if b := s.Bounds(); strings.Count(s.Ops, "c") == 4 {
			m := &out[nearest(at, b.Y+b.H/2)]
			m.pills = append(m.pills, bar{b.X, b.X + b.W, b.Y, b.Y + b.H, *s.Fill, 0})
		}
	}
	return out
}

// readDots reads dot and dumbbell charts: a dot for every value, a ring where it is a bound, a pill over a range.
func readDots(r *readback) {
	keys := r.swatches()
	at := make([]float64, len(r.tab.rows))
	for i, n := range r.tab.rows {
		at[i] = r.name(n).cy()
	}
	if len(keys) == 0 && len(r.tab.cols) > 1 {
		keys = r.heads(at)
	}
	log := strings.Contains(r.more, "scale: log")
	all := r.lengths()
	ticks := len(all)
	if base, ok := r.fig.baseline(false); ok && ticks == 0 && r.kind == "dot" {
		all = append(all, reading{"the baseline", 0, base})
	}
	for i := range all {
		all[i].value = logOf(all[i].value, log)
	}
	for i, m := range r.byRow(at) {
		var left []reading
		for k, d := range r.tab.cells[i] {
			what := r.tab.rows[i] + " " + r.tab.cols[k]
			mine := func(c paint) bool { return len(keys) == 0 || keys[r.tab.cols[k]] == c }
			j := slices.IndexFunc(m.discs, func(x disc) bool { return mine(x.color) })
			o := slices.IndexFunc(m.rings, func(x disc) bool { return mine(x.color) })
			switch {
			case d.missing:
				if j >= 0 || o >= 0 {
					r.badMark("%s is not known, and a dot stands there", what)
				}
				continue
			case d.span():
				if len(m.pills) != 1 {
					r.badMark("%s is a range, and %d pills stand there", what, len(m.pills))
					continue
				}
				p := m.pills[0]
				half := (p.y1 - p.y0) / 2
				left = append(left, reading{what + " from", d.lo, p.x0 + half}, reading{what + " to", d.hi, p.x1 - half})
			case d.floor() || d.ceil():
				if o < 0 || len(m.fades) == 0 {
					r.badMark("%s is a bound, and no ring with an open side stands there", what)
					continue
				}
				end := m.fades[0].x0
				if d.ceil() {
					end = m.fades[0].x1
				}
				left = append(left, reading{what, d.at(), m.rings[o].x}, reading{what + " runs out", d.at(), end})
			case d.about && o >= 0:
				left = append(left, reading{what, d.at(), m.rings[o].x})
			case !d.about && j >= 0:
				left = append(left, reading{what, d.at(), m.discs[j].x})
			default:
				r.badMark("%s (%s) has no dot", what, d.text)
			}
		}
		for j := range left {
			left[j].value = logOf(left[j].value, log)
		}
		all = append(all, left...)
		r.rowNumbers(i, at[i], m)
	}
	r.onOneScale(1, all)
}

// heads are the series' colours where their names stand over the dots of the first row, in the order of these.
func (r *readback) heads(at []float64) map[string]paint {
	first := slices.MinFunc(r.byRow(at), func(a, b rowMarks) int { return int(sign(a.top() - b.top())) })
	dots := slices.Concat(first.discs, first.rings)
	names := slices.Clone(r.tab.cols)
	out := map[string]paint{}
	if len(dots) != len(names) {
		r.badText("%d names stand over %d dots", len(names), len(dots))
		return out
	}
	words := map[string]*phrase{}
	for _, n := range names {
		words[n] = r.name(n)
	}
	slices.SortFunc(dots, func(a, b disc) int { return int(sign(a.x - b.x)) })
	slices.SortFunc(names, func(a, b string) int { return int(sign(words[a].x - words[b].x)) })
	for j, n := range names {
		out[n] = dots[j].color
	}
	return out
}

// top is where a row's dots stand.
func (m rowMarks) top() float64 {
	y := math.Inf(1)
	for _, d := range slices.Concat(m.discs, m.rings) {
		y = min(y, d.y)
	}
	return y
}

// rowNumbers takes the numbers of a row from left to right: those of its values in their order.
func (r *readback) rowNumbers(i int, at float64, m rowMarks) {
	var said []*phrase
	for _, p := range r.fig.says {
		if _, ok := readNumber(p.text); ok && !r.used[p] && math.Abs(p.cy()-at) < 1.6 {
			said = append(said, p)
		}
	}
	slices.SortFunc(said, func(a, b *phrase) int { return int(math.Copysign(1, a.x-b.x)) })
	if len(said) == 0 && (strings.Contains(r.more, "labels: axis") || r.kind == "dot" && len(r.tab.cols) > 1) {
		return
	}
	var want []datum
	for _, d := range r.tab.cells[i] {
		if !d.missing || len(r.tab.cols) == 1 {
			want = append(want, d)
		}
	}
	if len(want) == 0 && len(said) == 1 { // both are missing: said once
		want = r.tab.cells[i][:1]
	}
	slices.SortStableFunc(want, func(a, b datum) int { return int(sign(a.at() - b.at())) })
	if len(want) != len(said) {
		r.badText("%s: %d numbers are printed, the table has %d", r.tab.rows[i], len(said), len(want))
		return
	}
	for j := range want {
		r.says(said[j], want[j], r.tab.rows[i])
	}
}

func sign(v float64) float64 {
	switch {
	case v < 0:
		return -1
	case v > 0:
		return 1
	}
	return 0
}

// spanOf is what a row of a range chart says: one cell, or two ends.
func (r *readback) spanOf(i int) datum {
	row := r.tab.cells[i]
	if len(row) == 1 {
		return row[0]
	}
	d := datum{text: row[0].text + " to " + row[1].text, lo: row[0].lo, hi: row[1].hi, about: row[0].about || row[1].about}
	switch {
	case row[0].missing && row[1].missing:
		d = row[0]
	case row[0].missing:
		d.lo = math.Inf(-1)
	case row[1].missing:
		d.hi = math.Inf(1)
	}
	return d
}

// readRanges reads range charts (from the lower to the upper end) and open_range charts (from zero).
func readRanges(r *readback) {
	at := make([]float64, len(r.tab.rows))
	for i, n := range r.tab.rows {
		at[i] = r.name(n).cy()
	}
	all := r.lengths()
	if len(all) < 2 {
		r.badMark("no axis")
	}
	base, ok := r.fig.baseline(false)
	if ok {
		all = append(all, reading{"the baseline", 0, base})
	}
	for i, m := range r.byRow(at) {
		d, name := r.spanOf(i), r.tab.rows[i]
		var edges []float64
		for _, b := range m.rects {
			edges = append(edges, b.x0, b.x1)
		}
		switch {
		case d.missing:
			if len(edges)+len(m.discs)+len(m.fades) > 0 {
				r.badMark("%s is not known, and a mark stands there", name)
			}
		case d.floor(): // solid as far as it is known, then open with an arrow
			if len(m.fades) != 1 {
				r.badMark("%s has no open end", name)
				break
			}
			all = append(all, reading{name + " runs out", d.lo, m.fades[0].x0})
			if r.kind == "open_range" && d.lo > 0 && len(m.rects) == 1 {
				all = append(all, reading{name, d.lo, m.rects[0].x1}, reading{name + " begins", 0, m.rects[0].x0})
			} else if r.kind == "open_range" && d.lo > 0 {
				r.badMark("%s has %d bars", name, len(m.rects))
			}
		case r.kind == "open_range":
			all = append(all, r.barEnds(along{false}, name, d, base, m.rects, m.fades)...)
		case d.exact():
			if len(m.discs) != 1 {
				r.badMark("%s is one number, and %d dots stand there", name, len(m.discs))
				break
			}
			all = append(all, reading{name, d.lo, m.discs[0].x})
		default:
			if len(edges) == 0 {
				r.badMark("%s has no bar", name)
				break
			}
			lo := max(d.lo, math.Inf(-1))
			if d.ceil() {
				lo = 0
			}
			all = append(all, reading{name + " from", lo, slices.Min(edges)}, reading{name + " to", d.hi, slices.Max(edges)})
		}
		r.rangeLabel(at[i], d, name)
	}
	r.onOneScale(1, all)
}

// rangeLabel takes what is printed of a row: at its bar, or of an open end in words, wherever these found room.
func (r *readback) rangeLabel(at float64, d datum, name string) {
	for _, p := range r.fig.says {
		head, _, open := strings.Cut(p.text, "; ")
		got, ok := readNumber(head)
		if !ok || r.used[p] || math.Abs(p.cy()-at) > 1.6 && !open {
			continue
		}
		if open && (!d.floor() || !got.floor() || math.Abs(p.cy()-at) > 24) {
			continue
		}
		q := *p
		q.text = head
		r.says(&q, d, name)
		r.used[p] = true
		return
	}
	r.badText("%s: %s is not printed", name, d.text)
}
