package charts

import (
	"math"

	"roadshow/scene"
)

// scale maps values to places on a page: min stands at a, max at b. On a vertical axis a is the larger y.
type scale struct {
	min, max float64
	log      bool
	a, b     scene.Pt
}

// at is the place of v. Values outside the domain are held at its ends, so that no mark leaves the frame.
func (s scale) at(v float64) scene.Pt {
	lo, hi := s.min, s.max
	if s.log {
		if v <= 0 {
			return s.a
		}
		v, lo, hi = math.Log10(v), math.Log10(lo), math.Log10(hi)
	}
	if !(hi > lo) || math.IsNaN(v) {
		return s.a
	}
	// Halved terms keep the largest floats from overflowing.
	t := min(max((v/2-lo/2)/(hi/2-lo/2), 0), 1)
	return s.a + scene.Pt(t)*(s.b-s.a)
}

// zero is where bars begin: zero itself, or the end of the domain nearest to it.
func (s scale) zero() float64 {
	if s.log {
		return s.min
	}
	return min(max(0, s.min), s.max)
}

// hull is the smallest domain around finite values; ok is false when there was none.
type hull struct {
	lo, hi float64
	ok     bool
}

func (h *hull) add(vs ...float64) {
	for _, v := range vs {
		if !finite(v) {
			continue
		}
		if !h.ok {
			h.lo, h.hi, h.ok = v, v, true
			continue
		}
		h.lo, h.hi = min(h.lo, v), max(h.hi, v)
	}
}

// spread returns the hull, opened up when all values are one.
func (h hull) spread() (lo, hi float64) {
	switch {
	case !h.ok:
		return 0, 1
	case h.lo < h.hi:
		return h.lo, h.hi
	case h.lo == 0:
		return 0, 1
	case h.lo > 0:
		return h.lo - h.lo/2, h.hi + h.hi/2
	}
	return h.lo + h.lo/2, h.hi - h.hi/2
}
