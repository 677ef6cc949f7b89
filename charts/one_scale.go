package charts

import (
	"math"
	"unicode/utf8"

	"roadshow/internal/diag"
	"roadshow/scene"
)

// Domains is the common value domain of charts that stand together, nil when their units differ or one has no value axis.
// A layout sets it as the Share of all.
func Domains(charts []*Chart) *Domain {
	var h hull
	zero, longest := false, ""
	for _, c := range charts {
		if !c.n.drawable() || c.Scale == "log" {
			return nil
		}
		if c.Is.axis == ownAxis || c.counts() != charts[0].counts() {
			return nil
		}
		zero = zero || c.Is.axis == fromZero
		if own := c.n.hull(); own.ok {
			h.add(own.lo, own.hi)
		}
		for _, col := range c.n.cols {
			for _, v := range col.cells {
				if utf8.RuneCountInString(v.text) > utf8.RuneCountInString(longest) {
					longest = v.text
				}
			}
		}
		if c.Is.reach != nil {
			c.Is.reach(c, &h)
		}
	}
	if !h.ok {
		return nil
	}
	if zero || h.lo > 0 && h.lo < 0.5*h.hi {
		h.add(0)
	}
	lo, hi := h.spread()
	if !finite(lo) || !finite(hi) || math.Abs(hi-lo) == 0 {
		return nil
	}
	return &Domain{Min: lo, Max: hi, Label: longest}
}

// axisRoom is where charts drawn on one scale have their value axes: standing ones between two distances below the tops of their frames,
// lying ones as long as each other from where their own rows begin. Nothing where none is kept.
type axisRoom struct {
	from, to scene.Pt // of the least and the greatest value
	length   scene.Pt
}

// OneScale are charts that share a domain as they are to be drawn in frames of one size, so that equal values are equally long in all of
// them: each takes what the one with least room for its values has, and reaches as far as the one whose notes reach farthest.
func OneScale(charts []*Chart, size scene.Size, st Style) []*Chart {
	out := make([]*Chart, len(charts))
	for i, c := range charts {
		own := *c
		out[i] = &own
	}
	for _, of := range []func(*Domain, []*plot){(*Domain).reach, (*Domain).standLevel} {
		var drawn []*plot
		for _, c := range out {
			if c.Share == nil {
				return out
			}
			if p := c.tryOut(size, st); p != nil {
				drawn = append(drawn, p)
			}
		}
		if len(drawn) < 2 {
			return out
		}
		common := *out[0].Share
		of(&common, drawn)
		for _, c := range out {
			c.Share = &common
		}
	}
	return out
}

// tryOut is a chart drawn in a frame of a size, nil where nothing is.
func (c *Chart) tryOut(size scene.Size, st Style) *plot {
	p := newPlot(c, scene.Rect{W: size.W, H: size.H}, st, &diag.List{})
	if c.Problems.Failed(false) || size.W <= 0 || size.H <= 0 || !p.n.drawable() {
		return nil
	}
	if c.Is.draw(p); len(p.chart.Axes) == 0 {
		return nil
	}
	return p
}

// reach widens the domain to the axes of all.
func (d *Domain) reach(drawn []*plot) {
	h := hull{d.Min, d.Max, true}
	for _, p := range drawn {
		h.add(p.val.min, p.val.max)
	}
	d.Min, d.Max = h.lo, h.hi
}

// standLevel gives all the room of the one that has least.
func (d *Domain) standLevel(drawn []*plot) {
	var r axisRoom
	for _, p := range drawn {
		long := max(p.val.b-p.val.a, p.val.a-p.val.b)
		switch {
		case !p.upright && (r.length == 0 || long < r.length):
			r.length = long
		case p.upright && r.from == 0:
			r.from, r.to = p.val.a, p.val.b
		case p.upright:
			r.from, r.to = min(r.from, p.val.a), max(r.to, p.val.b)
		}
	}
	if r.from-r.to < 1 { // the words of one are where the marks of another would be
		r.from, r.to = 0, 0
	}
	d.room = r
}

// takeRoom moves the ends of the value axis to those that all charts of a scale have.
func (p *plot) takeRoom(a, b scene.Pt) (scene.Pt, scene.Pt) {
	if p.spec.Share == nil {
		return a, b
	}
	switch r := p.spec.Share.room; {
	case p.upright && r.from > 0:
		from, to := p.frame.Y+r.from, p.frame.Y+r.to
		p.area.H -= a - from // what stands below the axis goes with it
		return from, to
	case !p.upright && r.length > 0:
		return a, a + r.length
	}
	return a, b
}
