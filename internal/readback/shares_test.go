package readback

import (
	"math"
	"slices"
	"strings"
)

// readMekko reads columns as wide as their sizes, with parts as high as their shares from the top down, and the total.
func readMekko(r *readback) {
	r.swatches()
	size := r.tab.col("size")
	var parts []int
	for k := range r.tab.cols {
		if k != size {
			parts = append(parts, k)
			r.name(r.tab.cols[k])
		}
	}
	// Columns from left to right, the total last; in each, parts from the top down.
	var lefts []float64
	for _, b := range r.fig.rects {
		if !slices.ContainsFunc(lefts, func(x float64) bool { return math.Abs(x-b.x0) < 0.01 }) {
			lefts = append(lefts, b.x0)
		}
	}
	slices.Sort(lefts)
	if len(lefts) != len(r.tab.rows)+1 {
		r.badMark("%d columns for %d rows and their total", len(lefts), len(r.tab.rows))
		return
	}
	top, bottom := math.Inf(1), math.Inf(-1)
	for _, b := range r.fig.rects {
		top, bottom = min(top, b.y0), max(bottom, b.y1)
	}
	widths, raised := []reading{{"nothing", 0, 0}}, map[int]*phrase{}
	heights := []reading{{"the top", 0, top}, {"the bottom", 1, bottom}}
	total := make([]float64, len(parts))
	column := func(i int) (out []bar) {
		for _, b := range r.fig.rects {
			if nearest(lefts, b.x0) == i {
				out = append(out, b)
			}
		}
		slices.SortFunc(out, func(a, b bar) int { return int(sign(a.y0 - b.y0)) })
		return out
	}
	stack := func(name string, bars []bar, values []float64, label func(k int, b bar)) {
		sum, j, at := 0.0, 0, 0.0
		for _, v := range values {
			sum += v
		}
		for k, v := range values {
			if v == 0 {
				continue
			}
			if j >= len(bars) {
				r.badMark("%s has %d parts", name, len(bars))
				return
			}
			what := name + " " + r.tab.cols[parts[k]]
			heights = append(heights, reading{what, at, bars[j].y0})
			at += v / sum
			if math.Abs(at-1) < 1e-9 {
				heights = append(heights, reading{what, at, bars[j].y1})
			}
			label(k, bars[j])
			j++
		}
		if j != len(bars) {
			r.badMark("%s has %d parts, the table has %d", name, len(bars), j)
		}
	}
	for i, row := range r.tab.cells {
		name := r.tab.rows[i]
		bars := column(i)
		p := r.name(name)
		if p.y < bars[0].y0 { // raised above a narrow column, with its size
			raised[i] = p
		} else if math.Abs(p.x-lefts[i]) > 0.5 && (i == 0 || lefts[i]-lefts[i-1] > 60) && bars[0].x1-bars[0].x0 > 60 { // names of narrow ones are moved apart
			r.badText("%s stands at %.1f, its column at %.1f", name, p.x, lefts[i])
		}
		var values []float64
		var cells []datum
		for _, k := range parts {
			cells = append(cells, row[k])
			if row[k].missing {
				values = append(values, 0)
			} else {
				values = append(values, row[k].at())
			}
		}
		whole := sumOf(cells)
		wide := whole
		if size >= 0 {
			wide = row[size]
		}
		for k, v := range values {
			total[k] += v / whole.at() * wide.at()
		}
		widths = append(widths, reading{"the width of " + name, wide.at(), bars[0].x1 - bars[0].x0})
		r.headLabel(bars[0], raised[i], wide, name)
		shares := r.shares(cells)
		stack(name, bars, values, func(k int, b bar) { r.cellLabel(b, shares[k], name+" "+r.tab.cols[parts[k]]) })
	}
	whole := hundredths(total)
	stack("the total", column(len(lefts)-1), total, func(k int, b bar) {
		r.cellLabel(b, percent(whole[k]), "the total of "+r.tab.cols[parts[k]])
	})
	r.onOneScale(1, widths)
	r.onOneScale(1, heights)
}

// headLabel is the size above a column, or beside its name where that is raised.
func (r *readback) headLabel(b bar, raised *phrase, d datum, what string) {
	for _, p := range r.fig.says {
		if _, ok := readNumber(p.text); ok && raised != nil && !r.used[p] && p.y == raised.y && p.x > raised.right && p.x-raised.right < 1.5*raised.s {
			r.says(p, d, "the size of "+what)
			return
		}
		if _, ok := readNumber(p.text); ok && !r.used[p] && math.Abs(p.x-b.x0) < 0.5 && p.y < b.y0 {
			r.says(p, d, "the size of "+what)
			return
		}
	}
	crowded := slices.ContainsFunc(r.fig.says, func(p *phrase) bool { return p.y < b.y0 && p.x < b.x0 && p.right+7 > b.x0 })
	if b.x1-b.x0 > 100 && !crowded { // sizes of narrow columns give way to those beside them
		r.badText("the size of %s is not printed", what)
	}
}

// cellLabel is the number inside a frame, which only a small one may lack.
func (r *readback) cellLabel(b bar, d datum, what string) {
	for _, p := range r.fig.says {
		if _, ok := readNumber(p.text); ok && !r.used[p] && p.x > b.x0 && p.right < b.x1 && p.cy() > b.y0 && p.cy() < b.y1 {
			r.says(p, d, what)
			return
		}
	}
	if b.y1-b.y0 > 20 && b.x1-b.x0 > 40 {
		r.badText("%s: %s is not printed", what, d.text)
	}
}

// readWaffle counts squares: one for each of a count of at most 200, else of a hundred.
func readWaffle(r *readback) {
	// Beside each name stand a small square of its colour and its number; all other squares are counted.
	large := 0.0
	for _, b := range r.fig.rects {
		large = max(large, b.x1-b.x0)
	}
	last := 0.0
	for _, b := range r.fig.rects {
		if b.x1-b.x0 > large-0.01 {
			last = max(last, b.x1)
		}
	}
	var parts []float64
	whole, sum, percent := true, 0.0, false
	for _, row := range r.tab.cells {
		parts = append(parts, row[0].at())
		sum += row[0].at()
		whole = whole && row[0].at() == math.Trunc(row[0].at())
		percent = percent || strings.HasSuffix(row[0].text, "%")
	}
	var want []int
	switch {
	case whole && sum <= 200 && !percent:
		for _, v := range parts {
			want = append(want, int(v))
		}
	case percent && sum < 100:
		want = hundredths(append(slices.Clone(parts), 100-sum))
	default:
		want = hundredths(parts)
	}
	for i, row := range r.tab.cells {
		name := r.name(r.tab.rows[i])
		for _, p := range r.fig.says {
			if _, ok := readNumber(p.text); ok && !r.used[p] && math.Abs(p.cy()-name.cy()) < 2 {
				r.says(p, row[0], name.text)
			}
		}
		count, found := 0, false
		for _, key := range r.fig.rects {
			if key.x0 < last || math.Abs(key.cy()-name.cy()) > 2 {
				continue
			}
			found = true
			for _, b := range r.fig.rects {
				if b.x1 <= last+0.01 && b.color == key.color {
					count++
				}
			}
		}
		if !found || count != want[i] {
			r.badMark("%s has %d squares, the table says %d", name.text, count, want[i])
		}
		r.measured++
	}
	all := 0
	for _, b := range r.fig.rects {
		if b.x1 <= last+0.01 {
			all++
		}
	}
	total := 100
	if whole && sum <= 200 && !percent {
		total = int(sum)
	}
	if all != total {
		r.badMark("%d squares, not %d", all, total)
	}
}

// readHeat reads cells: the number in each, and its step on the ramp of the key, which divides the range in six.
func readHeat(r *readback) {
	var ramp []paint
	head := math.Inf(1)
	for _, b := range r.fig.rects {
		head = min(head, b.y0)
	}
	for _, b := range r.fig.rects {
		if b.y0 < head+0.01 {
			ramp = append(ramp, b.color)
		}
	}
	if len(ramp) != 6 {
		r.badMark("the key has %d steps", len(ramp))
		return
	}
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, row := range r.tab.cells {
		for _, d := range row {
			if d.missing {
				continue
			}
			for _, v := range []float64{d.lo, d.hi} {
				if !math.IsInf(v, 0) {
					lo, hi = min(lo, v), max(hi, v)
				}
			}
		}
	}
	var cols, lines []float64
	for _, c := range r.tab.cols {
		cols = append(cols, r.name(c).cx())
	}
	for _, n := range r.tab.rows {
		lines = append(lines, r.name(n).cy())
	}
	ends := 0
	for _, p := range r.fig.says { // the ends of the key
		if d, ok := readNumber(p.text); ok && !d.missing && p.y < head+12 && p.y > head-6 {
			want := lo
			if ends++; ends == 2 {
				want = hi
			}
			if r.used[p] = true; !near(d.lo, want) && !near(d.hi, want) {
				r.badText("the key ends at %q, the table at %v", p.text, want)
			}
			r.read++
		}
	}
	if ends != 2 {
		r.badText("the key has %d ends", ends)
	}
	seen := map[[2]int]bool{}
	for _, b := range r.fig.rects {
		if b.y0 < head+0.01 {
			continue
		}
		i, k := nearest(lines, b.cy()), nearest(cols, b.cx())
		d, what := r.tab.cells[i][k], r.tab.rows[i]+" "+r.tab.cols[k]
		if seen[[2]int{i, k}] {
			continue // a plate of the cell's colour under its words
		}
		seen[[2]int{i, k}] = true
		if d.missing {
			if slices.Contains(ramp, b.color) {
				r.badMark("%s is not known, and has a step of the ramp", what)
			}
			continue
		}
		want := min(int((d.at()-lo)/(hi-lo)*6), 5)
		if got := slices.Index(ramp, b.color); got != want {
			r.badMark("%s (%s) has step %d of the ramp, not %d", what, d.text, got, want)
		}
		r.measured++
		r.cellLabel(b, d, what)
	}
	if len(seen) != len(cols)*len(lines) {
		r.badMark("%d cells for %d × %d", len(seen), len(lines), len(cols))
	}
}
