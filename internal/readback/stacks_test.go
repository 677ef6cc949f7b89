package readback

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// partOrder is the order of a stack's parts from the baseline: the message, else the biggest, then the
// others as given.
func (r *readback) partOrder() []int {
	var order []int
	first, most := -1, 0.0
	for k, c := range r.tab.cols {
		order = append(order, k)
		sum := 0.0
		for _, d := range r.tab.column(k) {
			if !d.missing {
				sum += d.at()
			}
		}
		if first < 0 || sum > most {
			first, most = k, sum
		}
		if strings.Contains(r.more, "highlight: "+c) {
			first, most = k, math.Inf(1)
		}
	}
	if strings.Contains(r.more, "order: given") {
		return order
	}
	order = slices.Delete(order, first, first+1)
	return slices.Insert(order, 0, first)
}

// readStacks reads stacked and stacked_100 charts: every part ends where the sum of the parts up to it stands.
func readStacks(r *readback) {
	r.swatches()
	at, upright := r.places()
	a := along{upright}
	base, ok := r.fig.baseline(upright)
	if !ok {
		r.badMark("no baseline")
		return
	}
	for _, c := range r.tab.cols {
		r.name(c)
	}
	ticks := a.ticks(r)
	r.ticks = len(ticks)
	all := append(ticks, reading{"the baseline", 0, base})
	order := r.partOrder()
	stacks := make([][]bar, len(at))
	for _, b := range r.fig.rects {
		i := nearest(at, a.mid(b))
		stacks[i] = append(stacks[i], b)
	}
	colors := map[int]paint{}
	totals, silent := 0, []string(nil)
	for i, row := range r.tab.cells {
		slices.SortFunc(stacks[i], func(x, y bar) int {
			_, tx := a.ends(x)
			_, ty := a.ends(y)
			return int(math.Copysign(1, (tx-ty)*a.way()))
		})
		whole := sumOf(row)
		share := r.shares(row)
		sum, j := 0.0, 0
		for _, k := range order {
			d := row[k]
			if d.missing || d.at() == 0 {
				continue
			}
			sum += d.at()
			if j >= len(stacks[i]) {
				r.badMark("%s has %d parts", r.tab.rows[i], len(stacks[i]))
				break
			}
			b := stacks[i][j]
			j++
			what := r.tab.rows[i] + " " + r.tab.cols[k]
			_, to := a.ends(b)
			v := sum
			if r.kind == "stacked_100" {
				v = sum / whole.at() * 100
			}
			all = append(all, reading{what, v, to})
			if c, ok := colors[k]; ok && c != b.color {
				r.badMark("%s changes its colour", what)
			}
			colors[k] = b.color
			r.partLabel(b, what, d, share[k])
		}
		if j != len(stacks[i]) {
			r.badMark("%s has %d parts, the table has %d", r.tab.rows[i], len(stacks[i]), j)
		}
		if r.kind != "stacked_100" {
			unknown := slices.ContainsFunc(row, func(d datum) bool { return d.missing && d.text == "?" })
			switch said := r.totalLabel(a, at[i], r.tab.rows[i], whole, unknown); {
			case said:
				totals++
			case !unknown:
				silent = append(silent, r.tab.rows[i])
			}
		}
	}
	for _, name := range silent { // an axis takes the place of all totals or of none
		if totals > 0 || r.ticks < 2 {
			r.badText("the total of %s is not printed", name)
		}
	}
	r.onOneScale(a.way(), all)
}

// partLabel is the number in a part, where one stands: a part too small for it has none.
func (r *readback) partLabel(b bar, what string, d datum, share datum) {
	for _, p := range r.fig.says {
		if _, ok := readNumber(p.text); !ok || r.used[p] || math.Abs(p.cx()-b.cx()) > 0.5 || p.cy() < b.y0 || p.cy() > b.y1 {
			continue
		}
		want := d
		if r.kind == "stacked_100" {
			want = share
		}
		r.says(p, want, what)
		return
	}
	if b.y1-b.y0 > 20 && b.x1-b.x0 > 20+7*float64(len(d.text)) && r.ticks < 2 {
		r.badText("%s: %s is not printed", what, d.text)
	}
}

// totalLabel is the sum of a stack. Where a part is not known there is none.
func (r *readback) totalLabel(a along, at float64, name string, sum datum, unknown bool) bool {
	for _, p := range r.fig.says {
		if _, ok := readNumber(p.text); ok && !r.used[p] && math.Abs(a.word(p)-at) < 1.6 {
			if unknown {
				r.badText("%s has the total %s, but a part of it is not known", name, p.text)
			}
			r.says(p, sum, "the total of "+name)
			return true
		}
	}
	return false
}

// shares are percentages that add to a hundred: by the largest remainder, the first of equals first; as typed where the
// table has them.
func (r *readback) shares(row []datum) []datum {
	if slices.ContainsFunc(row, func(d datum) bool { return strings.HasSuffix(d.text, "%") }) {
		return row
	}
	var parts []float64
	for _, d := range row {
		parts = append(parts, max(d.at(), 0))
	}
	out := make([]datum, len(row))
	for k, n := range hundredths(parts) {
		out[k] = percent(n)
	}
	return out
}

// percent is a whole percentage, which says what it is.
func percent(n int) datum {
	return datum{text: fmt.Sprintf("%d%%", n), lo: float64(n), hi: float64(n)}
}

// hundredths are whole percentages of parts. Not known counts nothing.
func hundredths(parts []float64) []int {
	sum := 0.0
	for _, p := range parts {
		if p > 0 {
			sum += p
		}
	}
	out, left := make([]int, len(parts)), 100
	order := make([]int, len(parts))
	for k, p := range parts {
		order[k] = k
		if p > 0 {
			out[k] = int(p / sum * 100)
		}
		left -= out[k]
	}
	slices.SortStableFunc(order, func(x, y int) int {
		fx, fy := parts[x]/sum*100-float64(out[x]), parts[y]/sum*100-float64(out[y])
		switch {
		case fx > fy+1e-9:
			return -1
		case fy > fx+1e-9:
			return 1
		}
		return 0
	})
	for _, k := range order {
		if left > 0 && parts[k] > 0 {
			out[k]++
			left--
		}
	}
	return out
}

// readWaterfall reads floating bars: each from the running sum before it to the one after it, totals from zero.
func readWaterfall(r *readback) {
	at, upright := r.places()
	a := along{upright}
	base, ok := r.fig.baseline(upright)
	if !ok {
		r.badMark("no baseline")
		return
	}
	all := []reading{{"the baseline", 0, base}}
	sum := 0.0
	for i, row := range r.tab.cells {
		d, name := row[0], r.tab.rows[i]
		total := i == 0 || i == len(r.tab.cells)-1 || strings.Contains(r.more, "totals: "+name)
		from, to := sum, sum+d.at()
		if total {
			from, to = 0, d.at()
		}
		sum = to
		j := slices.IndexFunc(r.fig.rects, func(b bar) bool { return math.Abs(a.mid(b)-at[i]) < 1 })
		if j < 0 {
			if from != to {
				r.badMark("%s has no bar", name)
			}
			continue
		}
		x, y := a.ends(r.fig.rects[j])
		if to < from {
			x, y = y, x
		}
		all = append(all, reading{name + " begins", from, x}, reading{name, to, y})
	}
	if steps := len(r.tab.rows); len(r.fig.rects) > steps {
		r.badMark("%d bars for %d steps", len(r.fig.rects), steps)
	}
	r.onOneScale(a.way(), all)
	slots := make([][]float64, len(at))
	for i := range at {
		slots[i] = at[i : i+1]
	}
	r.barLabels(a, slots)
}
