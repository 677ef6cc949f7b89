package readback

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// tolerance is how far a mark may stand from where its value belongs, in points.
const tolerance = 0.1

// readback holds one figure against one table. The scale is never the program's: it is derived from two of the marks, or
// from the printed numbers of the axis, and all others are held against it.
type readback struct {
	kind           string
	more           string // the block's further keys
	tab            *sheet
	fig            *figure
	drawn, printed []string // what does not agree with the table
	measured, read int      // marks beyond those that gave the scale; numbers
	used           map[*phrase]bool
	marks          []reading // along the value axis, the last held against each other
	way            float64
	ticks          int // printed on the axis of bars
}

func (r *readback) badMark(format string, args ...any) {
	r.drawn = append(r.drawn, fmt.Sprintf(format, args...))
}

func (r *readback) badText(format string, args ...any) {
	r.printed = append(r.printed, fmt.Sprintf(format, args...))
}

// reading is a value and where it stands along an axis.
type reading struct {
	what      string
	value, at float64
}

// onOneScale says that places are a linear function of values: through the lowest and the highest, all others follow.
// way is 1 where values grow with the coordinate and -1 where they grow against it.
func (r *readback) onOneScale(way float64, all []reading) {
	r.marks, r.way = all, way
	if len(all) < 2 {
		return
	}
	byValue := func(a, b reading) int {
		switch {
		case a.value < b.value:
			return -1
		case a.value > b.value:
			return 1
		}
		return 0
	}
	lo, hi := slices.MinFunc(all, byValue), slices.MaxFunc(all, byValue)
	per := 0.0
	if hi.value > lo.value {
		per = (hi.at - lo.at) / (hi.value - lo.value)
		if per*way < 0 {
			r.badMark("%s stands on the wrong side of %s", hi.what, lo.what)
		}
	}
	for _, x := range all {
		if d := x.at - (lo.at + per*(x.value-lo.value)); math.Abs(d) > tolerance || math.IsNaN(d) {
			r.badMark("%s: %v stands %.2f pt off, by %s and %s", x.what, x.value, d, lo.what, hi.what)
		}
	}
	r.measured += max(len(all)-2, 0)
}

// says takes a printed number for a value of the table.
func (r *readback) says(p *phrase, want datum, what string) {
	r.used[p] = true
	r.read++
	if got, ok := readNumber(p.text); !ok || !got.same(want) || strings.HasSuffix(want.text, "%") != strings.HasSuffix(p.text, "%") {
		r.badText("%s: %q is printed, the table says %q", what, p.text, want.text)
	}
}

// name finds a row's or column's name among the words and takes it.
func (r *readback) name(text string) *phrase {
	found := r.fig.named(text)
	if len(found) == 0 {
		r.badText("the name %q is not printed", text)
		return &phrase{text: text}
	}
	for _, p := range found {
		if !r.used[p] {
			r.used[p] = true
			return p
		}
	}
	return found[0]
}

// swatches are the colours of a key: a square, and a series' name right of it. The squares are no marks.
func (r *readback) swatches() map[string]paint {
	out := map[string]paint{}
	r.fig.rects = slices.DeleteFunc(slices.Clone(r.fig.rects), func(b bar) bool {
		for _, p := range r.fig.says {
			if slices.Contains(r.tab.cols, p.text) && math.Abs(p.x-b.x1-5) < 0.5 && b.y0 < p.y && p.y-p.s < b.y0 && math.Abs(b.x1-b.x0-b.y1+b.y0) < 0.01 {
				out[p.text] = b.color
				r.used[p] = true
				return true
			}
		}
		return false
	})
	return out
}

// heights are the numbers of an upright axis: each stands over its gridline.
func (r *readback) heights() (out []reading) {
	for _, p := range r.fig.says {
		d, ok := readNumber(p.text)
		if !ok || d.missing || !d.exact() {
			continue
		}
		for _, l := range r.fig.rules {
			left := math.Min(l.x0, l.x1)
			off := math.Abs(l.y0 - p.y - 0.3*p.s)
			if exact := off < 0.1; l.y0 == l.y1 && (off < 0.1 && math.Abs(left-p.x) < 0.01 || off < 0.6 && l.w > 0.7 && left > p.right && left-p.right < 80) {
				if exact { // points have a baseline just below their lowest number
					out = append(out, reading{"tick " + p.text, d.lo, l.y0})
					r.read++
				}
				r.used[p] = true
				break
			}
		}
	}
	return out
}

// lengths are the numbers below a lying axis: each stands under its gridline or tick.
func (r *readback) lengths() (out []reading) {
	bottom := math.Inf(-1)
	for _, l := range r.fig.rules {
		if l.x0 == l.x1 && l.y0 != l.y1 {
			bottom = max(bottom, l.y0, l.y1)
		}
	}
	if math.IsInf(bottom, -1) { // no line, no axis
		return nil
	}
	for _, p := range r.fig.says {
		d, ok := readNumber(p.text)
		if !ok || d.missing || !d.exact() || p.y-p.s < bottom-2 {
			continue
		}
		r.used[p] = true
		for _, l := range r.fig.rules {
			if l.x0 == l.x1 && math.Abs(l.x0-p.cx()) < 0.3 && max(l.y0, l.y1) > bottom-6 {
				out = append(out, reading{"tick " + p.text, d.lo, l.x0})
				r.read++
				break
			}
		}
	}
	return out
}

// places are where the categories stand across the value axis, and whether that axis is upright.
func (r *readback) places() (at []float64, upright bool) {
	names := make([]*phrase, len(r.tab.rows))
	upright = len(names) > 1
	for i, n := range r.tab.rows {
		names[i] = r.name(n)
		upright = upright && math.Abs(names[i].y-names[0].y) < 0.01
	}
	for _, p := range names {
		if upright {
			at = append(at, p.cx())
		} else {
			at = append(at, p.cy())
		}
	}
	return at, upright
}

// nearest is the index of the place nearest to v.
func nearest(places []float64, v float64) int {
	best := 0
	for i, p := range places {
		if math.Abs(p-v) < math.Abs(places[best]-v) {
			best = i
		}
	}
	return best
}

// rest are the printed numbers that nothing explains.
func (r *readback) rest() {
	for _, p := range r.fig.says {
		if d, ok := readNumber(p.text); !r.used[p] && ok && !d.missing {
			r.badText("%q is printed, and nothing in the table says why", p.text)
		}
	}
}

// zeroOf is where zero stands by the ticks of an axis, which need not print it.
func zeroOf(ticks []reading) float64 {
	if len(ticks) < 2 {
		return math.NaN()
	}
	a, b := ticks[0], ticks[len(ticks)-1]
	return a.at - a.value*(b.at-a.at)/(b.value-a.value)
}

// sumOf adds intervals.
func sumOf(cells []datum) (d datum) {
	for _, c := range cells {
		if !c.missing {
			d.lo, d.hi, d.about = d.lo+c.lo, d.hi+c.hi, d.about || c.about
		}
	}
	d.text = fmt.Sprintf("%v to %v", d.lo, d.hi)
	return d
}
