package readback

import (
	"math"
	"slices"
	"strings"
)

// readThreshold reads bars from zero against a band: its edges stand on the axis of the bars.
func readThreshold(r *readback) {
	all := r.lengths()
	if len(all) < 2 {
		r.badMark("no axis")
	}
	_, text, _ := strings.Cut(r.more, "band: ")
	band, ok := readNumber(strings.TrimSpace(text))
	if !ok {
		r.badText("the case names no band: %q", r.more)
		return
	}
	at := make([]float64, len(r.tab.rows))
	for i, n := range r.tab.rows {
		p := r.name(n)
		at[i] = p.y
		r.threshLabel(p, r.tab.cells[i][0])
	}
	zero := zeroOf(all)
	// The band is the frame that begins above the first row; where its upper end is not known, it runs out.
	tall := slices.IndexFunc(r.fig.rects, func(b bar) bool { return b.y0 < at[0] })
	if tall >= 0 {
		b := r.fig.rects[tall]
		r.fig.rects = slices.Delete(slices.Clone(r.fig.rects), tall, tall+1)
		all = append(all, reading{"the band begins", band.lo, b.x0}, reading{"the band ends", band.hi, b.x1})
	} else if i := slices.IndexFunc(r.fig.fades, func(b bar) bool { return b.y0 < at[0] }); i >= 0 {
		all = append(all, reading{"the band begins", band.lo, r.fig.fades[i].x0})
		r.fig.fades = slices.Delete(slices.Clone(r.fig.fades), i, i+1)
	} else {
		r.badMark("no band")
	}
	rows := make([][]bar, len(at))
	open := make([][]bar, len(at))
	above := func(b bar) int { // a bar stands under its row's words
		best := 0
		for i, y := range at {
			if y < b.cy() {
				best = i
			}
		}
		return best
	}
	for _, b := range r.fig.rects {
		rows[above(b)] = append(rows[above(b)], b)
	}
	for _, b := range r.fig.fades {
		open[above(b)] = append(open[above(b)], b)
	}
	for i := range at {
		all = append(all, r.barEnds(along{false}, r.tab.rows[i], r.tab.cells[i][0], zero, rows[i], open[i])...)
	}
	r.onOneScale(1, all)
	for _, p := range r.fig.says { // the band's own name says its ends
		if got, ok := readNumber(p.text); ok && !r.used[p] && got.same(band) {
			r.used[p] = true
			r.read++
		}
	}
	r.multiples(band)
}

// threshLabel is the number before a row's name.
func (r *readback) threshLabel(name *phrase, d datum) {
	for _, p := range r.fig.says {
		if _, ok := readNumber(p.text); ok && !r.used[p] && math.Abs(p.y-name.y) < 0.01 && p.x < name.x && name.x-p.right < 20 {
			r.says(p, d, name.text)
			return
		}
	}
	r.badText("%s: %s is not printed", name.text, d.text)
}

// multiples are what is said of the gap between a value and the band: both ends divided by it.
func (r *readback) multiples(band datum) {
	for _, p := range r.fig.says {
		words := strings.Fields(p.text)
		if len(words) < 2 || !strings.HasSuffix(p.text, "larger") {
			continue
		}
		var said, unit []float64
		for _, w := range words {
			if d, ok := readNumber(w); ok && !d.missing {
				_, decimals, _ := strings.Cut(w, ".")
				said, unit = append(said, d.lo), append(unit, math.Pow(10, -float64(len(decimals))))
			}
		}
		fits := func(d datum) bool {
			want := []float64{band.lo / d.hi, band.hi / d.lo}
			if strings.HasPrefix(p.text, "at least") { // cut, not rounded
				return len(said) == 1 && said[0] <= want[0] && want[0]-said[0] < unit[0]
			}
			for i := range said {
				if i >= len(want) || math.Abs(said[i]-want[i]) > 0.5*unit[i]+1e-9 {
					return false
				}
			}
			return len(said) > 0
		}
		if r.read++; !slices.ContainsFunc(r.tab.column(0), fits) {
			r.badText("%q is true of no row", p.text)
		}
	}
}

// readFunnel reads centred bars as wide as their values, and the share that reaches each next stage.
func readFunnel(r *readback) {
	at := make([]float64, len(r.tab.rows))
	for i, n := range r.tab.rows {
		at[i] = r.name(n).cy()
	}
	all := []reading{{"nothing", 0, 0}}
	middle := math.NaN()
	for i, m := range r.byRow(at) {
		d, name := r.tab.cells[i][0], r.tab.rows[i]
		switch {
		case d.missing || d.at() == 0:
			if len(m.rects) > 0 {
				r.badMark("%s has a bar", name)
			}
		case len(m.rects) != 1:
			r.badMark("%s has %d bars", name, len(m.rects))
		default:
			b := m.rects[0]
			all = append(all, reading{name, d.at(), b.x1 - b.x0})
			if math.IsNaN(middle) {
				middle = b.cx()
			}
			if math.Abs(b.cx()-middle) > tolerance {
				r.badMark("%s is not centred", name)
			}
			if d.floor() && (len(m.fades) != 2 || math.Abs(m.fades[0].x0-b.x1) > tolerance || math.Abs(m.fades[1].x1-b.x0) > tolerance) {
				r.badMark("%s has no open ends", name)
			}
		}
		r.rowNumbers(i, at[i], m)
	}
	r.onOneScale(1, all)
	for _, p := range r.fig.says { // between two rows: what of the one reaches the other
		got, ok := readNumber(p.text)
		if !ok || r.used[p] || !strings.HasSuffix(p.text, "%") {
			continue
		}
		for i := 1; i < len(at); i++ {
			from, to := r.tab.cells[i-1][0], r.tab.cells[i][0]
			if at[i-1] < p.cy() && p.cy() < at[i] && !from.missing && !to.missing {
				r.used[p] = true
				r.read++
				lo, hi := to.lo/from.hi*100, to.hi/from.lo*100
				if !roundsTo(lo, got.lo, p.text) || !roundsTo(hi, got.hi, p.text) {
					r.badText("%q of %s reach %s, the table says %.2f to %.2f%%", p.text, r.tab.rows[i-1], r.tab.rows[i], lo, hi)
				}
			}
		}
	}
}

// roundsTo says that a number was rounded to what is printed; a bound may be cut instead, so that it still holds.
func roundsTo(v, printed float64, text string) bool {
	if math.IsInf(v, 0) || math.IsInf(printed, 0) {
		return v == printed
	}
	_, decimals, _ := strings.Cut(strings.TrimSuffix(text, "%"), ".")
	unit := math.Pow(10, -float64(len(decimals)))
	if strings.ContainsAny(text, "<>≤≥") {
		return math.Abs(v-printed) < unit
	}
	return math.Abs(v-printed) <= unit/2+1e-9
}
