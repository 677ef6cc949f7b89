package readback

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"roadshow/render/pdf/pdftest"
)

// days are the middle of a period in days, as a calendar has it: 2023, 2023-03, 2023-Q3, 2023-03-31.
func days(s string) (first, after float64, ok bool) {
	day := func(t time.Time) float64 { return float64(t.Unix()) / 86400 }
	if y, q, found := strings.Cut(s, "-Q"); found {
		t, err := time.Parse("2006", y)
		n, err2 := strconv.Atoi(q)
		if err != nil || err2 != nil {
			return 0, 0, false
		}
		return day(t.AddDate(0, 3*n-3, 0)), day(t.AddDate(0, 3*n, 0)), true
	}
	for _, p := range []struct {
		layout  string
		y, m, d int
	}{{"2006", 1, 0, 0}, {"2006-01", 0, 1, 0}, {"2006-01-02", 0, 0, 1}} {
		if t, err := time.Parse(p.layout, s); err == nil {
			return day(t), day(t.AddDate(p.y, p.m, p.d)), true
		}
	}
	return 0, 0, false
}

// positions are where the rows belong along the x axis: true to time, true to a number, else one after another. timed says
// that they are true to something.
func (r *readback) positions() (xs []float64, timed bool) {
	for _, read := range []func(string) (float64, bool){
		func(s string) (float64, bool) { a, b, ok := days(s); return (a + b) / 2, ok },
		func(s string) (float64, bool) { v, err := strconv.ParseFloat(s, 64); return v, err == nil },
	} {
		xs = xs[:0]
		for _, n := range r.tab.rows {
			if x, ok := read(n); ok {
				xs = append(xs, x)
			}
		}
		if len(xs) == len(r.tab.rows) {
			return xs, true
		}
	}
	xs = xs[:0]
	for i := range r.tab.rows {
		xs = append(xs, float64(i))
	}
	return xs, false
}

// feet takes the words below the plot: names of rows, numbers of a numeric axis, and months and years of a calendar, each
// over its tick.
func (r *readback) feet(xs []float64) (out []reading) {
	bottom := math.Inf(-1)
	for _, l := range r.fig.rules {
		if l.x0 == l.x1 && math.Abs(l.y1-l.y0) < 5 {
			bottom = max(bottom, l.y0, l.y1)
		}
	}
	foot := math.Inf(-1)
	for _, p := range r.fig.says {
		foot = max(foot, p.y)
	}
	year := 0
	for _, p := range r.fig.says {
		if p.y-p.s < bottom-4 || math.Abs(p.y-foot) > 0.5 {
			continue
		}
		tick, off := 0.0, math.Inf(1)
		for _, l := range r.fig.rules {
			if d := math.Abs(l.x0 - p.cx()); l.x0 == l.x1 && math.Abs(l.y1-l.y0) < 5 && d < off {
				tick, off = l.x0, d
			}
		}
		r.used[p] = true
		if i := slices.Index(r.tab.rows, p.text); i >= 0 {
			out = append(out, reading{"the foot " + p.text, xs[i], tick})
			continue
		}
		month, rest, _ := strings.Cut(p.text, " ")
		if y, err := strconv.Atoi(rest); err == nil {
			year = y
		}
		if t, err := time.Parse("2 Jan 2006", p.text); err == nil {
			year = t.Year()
			a, b, _ := days(t.Format("2006-01-02"))
			out = append(out, reading{"the foot " + p.text, (a + b) / 2, tick})
		} else if t, err := time.Parse("Jan", month); err == nil && year > 0 {
			a, b, _ := days(time.Date(year, t.Month(), 1, 0, 0, 0, 0, time.UTC).Format("2006-01"))
			out = append(out, reading{"the foot " + p.text, (a + b) / 2, tick}) // a month's name stands in its middle
		} else if t, err := time.Parse("2 Jan", p.text); err == nil && year > 0 { // the year stood once
			a, b, _ := days(time.Date(year, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC).Format("2006-01-02"))
			out = append(out, reading{"the foot " + p.text, (a + b) / 2, tick})
		} else if a, b, ok := days(p.text); ok && isDates(r.tab.rows) {
			out = append(out, reading{"the foot " + p.text, (a + b) / 2, tick})
		} else if v, err := strconv.ParseFloat(p.text, 64); err == nil {
			out = append(out, reading{"the foot " + p.text, v, tick})
		} else {
			r.badText("%q stands below the plot and is no date of the table", p.text)
		}
	}
	return out
}

func isDates(rows []string) bool {
	_, _, ok := days(rows[0])
	return ok
}

// curve is one series' vertices, runs joined, from left to right.
type curve struct {
	color paint
	x, y  []float64
}

// curves are the data lines by colour: round strokes, and the dots that stand for values alone.
func (r *readback) curves() (out []*curve) {
	find := func(c paint) *curve {
		for _, k := range out {
			if k.color == c {
				return k
			}
		}
		out = append(out, &curve{color: c})
		return out[len(out)-1]
	}
	add := func(c *curve, x, y float64) {
		for i := range c.x {
			if math.Abs(c.x[i]-x) < 0.01 && math.Abs(c.y[i]-y) < 0.01 {
				return
			}
		}
		i := 0
		for i < len(c.x) && c.x[i] < x {
			i++
		}
		c.x, c.y = slices.Insert(c.x, i, x), slices.Insert(c.y, i, y)
	}
	for _, l := range r.fig.lines {
		if l.Round {
			c := find(*l.Stroke)
			for i := range l.X {
				add(c, l.X[i], l.Y[i])
			}
		}
	}
	for _, d := range slices.Concat(r.fig.discs, r.fig.rings) {
		add(find(d.color), d.x, d.y)
	}
	return out
}

// whose finds the series of each curve by the colour of its name.
func (r *readback) whose(curves []*curve) map[int]*curve {
	out := map[int]*curve{}
	if len(r.tab.cols) == 1 && len(curves) == 1 {
		out[0] = curves[0]
		return out
	}
	var known []int
	for k := range r.tab.cols {
		if !lastOf(r.tab.column(k)).missing {
			known = append(known, k)
		}
	}
	if len(known) != len(curves) {
		r.badMark("%d lines for %d series", len(curves), len(known))
		return out
	}
	taken := map[*curve]bool{}
	for _, k := range known { // a name has its line's colour, or that colour darkened until it can be read
		p := r.name(r.tab.cols[k])
		best := slices.MinFunc(curves, func(a, b *curve) int { return int(sign(a.color.from(p.color) - b.color.from(p.color))) })
		if taken[best] {
			r.badText("two names stand in one colour: %s", p.text)
		}
		taken[best] = true
		out[k] = best
	}
	return out
}

// from is how far apart two colours are, whatever their lightness.
func (c paint) from(d paint) (sum float64) {
	light := func(p paint) float64 { return (p[0]+p[1]+p[2])/3 + 1e-9 }
	for i := range c {
		sum += math.Abs(c[i]/light(c) - d[i]/light(d))
	}
	return sum
}

// readLines reads lines: a vertex for every value, at its time and its height.
func readLines(r *readback) {
	xs, _ := r.positions()
	across := r.feet(xs)
	up := r.heights()
	r.ticks = len(up)
	log := strings.Contains(r.more, "scale: log")
	for i := range up {
		up[i].value = logOf(up[i].value, log)
	}
	lines := r.whose(r.curves())
	for k, name := range r.tab.cols {
		c, n := lines[k], 0
		for i, d := range r.tab.column(k) {
			if d.missing {
				continue
			}
			if c == nil || n >= len(c.x) {
				r.badMark("%s has too few points", name)
				break
			}
			what := name + " " + r.tab.rows[i]
			across = append(across, reading{what, xs[i], c.x[n]})
			up = append(up, reading{what, logOf(d.at(), log), c.y[n]})
			n++
		}
		if c != nil && n != len(c.x) {
			r.badMark("%s has %d points, the table has %d", name, len(c.x), n)
		}
	}
	r.onOneScale(1, across)
	r.onOneScale(-1, up)
	r.lineLabels(lines)
}

func logOf(v float64, log bool) float64 {
	if log {
		return math.Log10(v)
	}
	return v
}

// lineLabels takes the numbers at lines: the last of each series beside its name, and of a line alone those at its points.
func (r *readback) lineLabels(lines map[int]*curve) {
	said, before := map[int]bool{}, r.read
	for _, p := range r.fig.says {
		if _, ok := readNumber(p.text); !ok || r.used[p] {
			continue
		}
		if len(r.tab.cols) == 1 {
			c, best := lines[0], 0
			if c == nil {
				return
			}
			for i := range c.x {
				if distance(p, c.x[i], c.y[i]) < distance(p, c.x[best], c.y[best]) {
					best = i
				}
			}
			n, near := 0, distance(p, c.x[best], c.y[best])
			for _, d := range r.tab.column(0) { // long numbers reach over to other points: theirs must be near
				if got, _ := readNumber(p.text); d.missing || n >= len(c.x) {
					continue
				} else if got.same(d) && distance(p, c.x[n], c.y[n]) < near+15 {
					best = n
				}
				n++
			}
			n = 0
			for i, d := range r.tab.column(0) {
				if d.missing {
					continue
				}
				if n == best {
					r.says(p, d, r.tab.rows[i])
					said[0] = said[0] || best == len(c.x)-1
				}
				n++
			}
			continue
		}
		for k, name := range r.tab.cols {
			for _, q := range r.fig.named(name) {
				beside := math.Abs(q.y-p.y) < 0.01 && p.x > q.right && p.x-q.right < 20
				below := p.y > q.y && p.y-q.y < 1.6*q.s && math.Abs(p.x-q.x) < 0.5
				if (beside || below) && !said[k] {
					said[k] = true
					r.says(p, lastOf(r.tab.column(k)), "the end of "+name)
				}
			}
		}
	}
	values := 0
	for k := range r.tab.cols {
		for _, d := range r.tab.column(k) {
			values += map[bool]int{false: 1}[d.missing]
		}
	}
	if r.ticks < 2 && r.read-before < values {
		r.badMark("no axis, and %d of %d values are printed", r.read-before, values)
	}
	for k, name := range r.tab.cols {
		if !said[k] && !strings.Contains(r.more, "labels: axis") && !lastOf(r.tab.column(k)).missing {
			r.badText("the last value of %s is not printed", name)
		}
	}
}

// distance is how far words stand from a point.
func distance(p *phrase, x, y float64) float64 {
	dx := max(p.x-x, 0, x-p.right)
	dy := max(p.y-0.7*p.s-y, 0, y-p.y)
	return math.Hypot(dx, dy)
}

func lastOf(cells []datum) datum {
	for i := len(cells) - 1; i >= 0; i-- {
		if !cells[i].missing {
			return cells[i]
		}
	}
	return datum{missing: true}
}

// readAreas reads areas: layers from zero upwards, the upper edge of each at the sum up to it.
func readAreas(r *readback) {
	xs, _ := r.positions()
	across := r.feet(xs)
	up := r.heights()
	r.ticks = len(up)
	var layers []pdftest.Path
	for _, s := range r.fig.shapes {
		if !slices.ContainsFunc(layers, func(p pdftest.Path) bool { return *p.Fill == *s.Fill }) || len(r.tab.cols) == 1 {
			layers = append(layers, s)
		}
	}
	if len(layers) != len(r.tab.cols) {
		r.badMark("%d layers for %d series", len(layers), len(r.tab.cols))
		return
	}
	base := make([]float64, len(xs))
	ends := map[int]*curve{}
	for k, l := range layers {
		n := len(xs)
		if len(l.X) != 2*n {
			r.badMark("%s has %d vertices for %d values", r.tab.cols[k], len(l.X), n)
			return
		}
		ends[k] = &curve{x: l.X[:n], y: l.Y[:n]}
		for i, d := range r.tab.column(k) {
			what := r.tab.cols[k] + " " + r.tab.rows[i]
			across = append(across, reading{what, xs[i], l.X[i]})
			up = append(up, reading{"under " + what, base[i], l.Y[2*n-1-i]})
			base[i] += d.at()
			up = append(up, reading{what, base[i], l.Y[i]})
		}
	}
	for _, c := range r.tab.cols {
		if len(r.tab.cols) > 1 {
			r.name(c)
		}
	}
	r.onOneScale(1, across)
	r.onOneScale(-1, up)
	r.lineLabels(ends)
}
