package readback

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
)

// readPoints reads scatter and bubble charts: every row's mark stands at its two numbers, by the printed ticks; the areas of
// bubbles are proportional to the third.
func readPoints(r *readback) {
	up := r.heights()
	across := r.lengths()
	if len(up) < 2 || len(across) < 2 {
		r.badMark("no axes")
		return
	}
	place := func(ticks []reading, v float64) float64 {
		a, b := ticks[0], ticks[1]
		return a.at + (v-a.value)*(b.at-a.at)/(b.value-a.value)
	}
	marks := slices.Concat(r.fig.discs, r.fig.rings)
	largest, most := 0.0, 0.0
	for _, m := range marks {
		largest = max(largest, m.r)
	}
	if len(r.tab.cols) > 2 {
		for _, d := range r.tab.column(2) {
			if !d.missing {
				most = max(most, d.at())
			}
		}
	}
	radii := []reading{{"nothing", 0, 0}}
	taken := map[int]bool{}
	if j, value := r.sizeKey(marks); j >= 0 {
		taken[j] = true
		radii = append(radii, reading{"the key", math.Sqrt(value), marks[j].r})
	}
	for i, row := range r.tab.cells {
		name, x, y := r.tab.rows[i], row[0], row[1]
		if x.missing || y.missing || len(row) > 2 && !(row[2].at() > 0) {
			if len(r.fig.named(name)) > 0 {
				r.badText("%s is named and cannot be drawn", name)
			}
			continue
		}
		wx, wy := place(across, x.at()), place(up, y.at())
		best, far := -1, math.Inf(1)
		for j, m := range marks {
			d := math.Hypot(m.x-wx, m.y-wy)
			if len(row) > 2 { // two marks may share a place
				d += 0.1 * math.Abs(m.r-largest*math.Sqrt(row[2].at()/most))
			}
			if !taken[j] && d < far {
				best, far = j, d
			}
		}
		if best < 0 {
			r.badMark("%s has no mark", name)
			continue
		}
		taken[best] = true
		m := marks[best]
		across = append(across, reading{name, x.at(), m.x})
		up = append(up, reading{name, y.at(), m.y})
		if len(row) > 2 { // √ of the area, in points
			radii = append(radii, reading{"the size of " + name, math.Sqrt(row[2].at()), m.r})
		}
		r.pointEnds(name, x, y, m)
		if p := r.name(name); distance(p, m.x, m.y) > m.r+40 {
			r.badText("%s stands %.0f pt from its mark", name, distance(p, m.x, m.y))
		}
	}
	if len(taken) != len(marks) {
		r.badMark("%d marks for %d rows", len(marks), len(taken))
	}
	// What is known of a range or a bound stands on the same axes.
	for _, l := range r.fig.rules {
		for _, row := range r.tab.cells {
			if row[0].span() && l.y0 == l.y1 && math.Abs(l.y0-place(up, row[1].at())) < 0.01 {
				across = append(across, reading{"a range", row[0].lo, min(l.x0, l.x1)}, reading{"a range", row[0].hi, max(l.x0, l.x1)})
			}
		}
	}
	r.onOneScale(1, across)
	r.onOneScale(-1, up)
	r.onOneScale(1, radii)
}

// sizeKey finds the circle with a number close behind it that bubbles are measured by; -1 without one.
func (r *readback) sizeKey(marks []disc) (at int, value float64) {
	if len(r.tab.cols) < 3 {
		return -1, 0
	}
	for j, m := range marks {
		for _, p := range r.fig.says {
			d, ok := readNumber(p.text)
			if gap := p.x - m.x - m.r; ok && !d.missing && !r.used[p] && gap > 2 && gap < 6 && math.Abs(p.cy()-m.y) < 3 {
				r.used[p] = true
				r.read++
				return j, d.at()
			}
		}
	}
	return -1, 0
}

// pointEnds: a bound's open side begins at its mark.
func (r *readback) pointEnds(name string, x, y datum, m disc) {
	for _, d := range []datum{x, y} {
		if d.floor() || d.ceil() {
			if !slices.ContainsFunc(r.fig.fades, func(b bar) bool {
				return math.Abs(b.x0-m.x) < tolerance || math.Abs(b.y1-m.y) < tolerance || math.Abs(b.x1-m.x) < tolerance || math.Abs(b.y0-m.y) < tolerance
			}) {
				r.badMark("%s is a bound without an open side", name)
			}
		}
	}
}

// readGantt reads steps along a calendar: each bar runs from its start to its end by the printed years and months. Days and
// months are taken in their middles, years from their first day to their last.
func readGantt(r *readback) {
	var all []reading
	year := 0
	for _, p := range r.fig.says {
		month, rest, _ := strings.Cut(p.text, " ")
		at, ok := 0.0, false
		if y, err := strconv.Atoi(p.text); err == nil {
			at, _, ok = days(p.text)
			year = y
		} else if t, err := time.Parse("Jan", month); err == nil {
			if y, err := strconv.Atoi(rest); err == nil {
				year = y
			}
			if rest == "" || len(rest) == 4 {
				at, _, ok = days(time.Date(year, t.Month(), 1, 0, 0, 0, 0, time.UTC).Format("2006-01"))
			}
		}
		if !ok {
			continue
		}
		for _, l := range r.fig.rules {
			if l.x0 == l.x1 && l.x0 > p.x-3.5 && l.x0 < p.right && math.Abs(l.y1-l.y0) < 24 { // words stand after their tick, or at the edge
				all = append(all, reading{"tick " + p.text, at, l.x0})
				r.used[p] = true
				r.read++
				break
			}
		}
	}
	if len(all) < 2 {
		r.badMark("no calendar")
	}
	at := make([]float64, len(r.tab.rows))
	for i, n := range r.tab.rows {
		at[i] = r.name(n).cy()
	}
	boxes := make([][]bar, len(at))
	put := func(b bar) { boxes[nearest(at, b.cy())] = append(boxes[nearest(at, b.cy())], b) }
	for _, b := range r.fig.rects {
		put(b)
	}
	for _, l := range r.fig.lines { // a plan is outlined, half a point inside its frame
		if b := l.Bounds(); isFrame(l) {
			put(bar{b.X - 0.5, b.X + b.W + 0.5, b.Y, b.Y + b.H, paint{}, 0})
		}
	}
	for i := range at {
		r.step(i, at[i], boxes[i], &all)
	}
	r.onOneScale(1, all)
}

// step reads one row of a Gantt chart.
func (r *readback) step(i int, at float64, boxes []bar, all *[]reading) {
	name := r.tab.rows[i]
	edge := func(cell string, last bool) (float64, bool) {
		a, b, ok := days(cell)
		switch {
		case !ok:
			return 0, false
		case len(r.tab.cols) == 1 && b-a < 45:
			return (a + b) / 2, true
		case last:
			return b, true
		}
		return a, true
	}
	start, startKnown := edge(r.tab.cells[i][0].text, false)
	if len(r.tab.cols) == 1 { // a milestone: the middle of a lozenge
		for _, s := range r.fig.shapes {
			if b := s.Bounds(); s.Ops == "mlllh" && math.Abs(b.Y+b.H/2-at) < 2 {
				*all = append(*all, reading{name, start, b.X + b.W/2})
				r.period(at, []string{r.tab.cells[i][0].text}, name)
				return
			}
		}
		r.badMark("%s has no mark", name)
		return
	}
	end, endKnown := edge(r.tab.cells[i][1].text, true)
	x0, x1 := math.Inf(1), math.Inf(-1)
	for _, b := range boxes {
		x0, x1 = min(x0, b.x0), max(x1, b.x1)
	}
	if len(boxes) == 0 {
		r.badMark("%s has no bar", name)
		return
	}
	var said []string
	if startKnown {
		*all = append(*all, reading{name + " starts", start, x0})
		said = append(said, r.tab.cells[i][0].text)
	}
	if endKnown {
		*all = append(*all, reading{name + " ends", end, x1})
		said = append(said, r.tab.cells[i][1].text)
	}
	if open := !startKnown || !endKnown; open && !slices.ContainsFunc(r.fig.fades, func(b bar) bool { return math.Abs(b.cy()-boxes[0].cy()) < 0.5 }) {
		r.badMark("%s has no open end", name)
	}
	r.period(at, said, name)
}

// period takes the words that say when: every date of the table is in them, and no other year.
func (r *readback) period(at float64, dates []string, name string) {
	best := (*phrase)(nil)
	for _, p := range r.fig.says {
		if !r.used[p] && strings.ContainsAny(p.text, "0123456789") && math.Abs(p.cy()-at) < 20 && (best == nil || math.Abs(p.cy()-at) < math.Abs(best.cy()-at)) {
			best = p
		}
	}
	if best == nil {
		r.badText("%s: its dates are not printed", name)
		return
	}
	r.used[best] = true
	text, _, _ := strings.Cut(best.text, ",")
	r.read++
	want := wordsOf(dates)
	if got := strings.NewReplacer("From ", "", "from ", "", "Until ", "", "until ", "").Replace(text); got != want {
		r.badText("%s: %q is printed, the table says %q", name, text, want)
	}
}

// wordsOf says dates as English does: "Jan – Jun 2022", the year once where both have it.
func wordsOf(dates []string) string {
	var out []string
	for _, d := range dates {
		for _, f := range [][2]string{{"2006-01-02", "2 Jan 2006"}, {"2006-01", "Jan 2006"}, {"2006", "2006"}} {
			if t, err := time.Parse(f[0], d); err == nil {
				out = append(out, t.Format(f[1]))
			}
		}
	}
	if len(out) == 2 && len(out[0]) > 4 && out[0][len(out[0])-4:] == out[1][len(out[1])-4:] {
		out[0] = strings.TrimSpace(out[0][:len(out[0])-4])
	}
	return strings.Join(out, " – ")
}
