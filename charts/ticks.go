package charts

import "math"

// ticks finds the labels of an axis over lo…hi: the extended Wilkinson search of Talbot, Lin and Hanrahan (2010) with
// weights of its own. m is the wanted number of labels. Loose labels cover the data (bars, areas).
func ticks(lo, hi float64, m int, loose bool) []float64 {
	if !finite(lo) || !finite(hi) {
		return nil
	}
	if lo > hi {
		lo, hi = hi, lo
	}
	m = min(max(m, 2), 12)
	if hi-lo <= math.Abs(hi)*1e-12 {
		return []float64{lo}
	}
	best := search{score: -2}
	for j := 1; j <= 12; j++ {
		for i, q := range niceSteps {
			sMax := simplicityMax(i, j)
			if weigh(sMax, 1, 1) < best.score {
				j = 13 // a larger skip only gets worse
				break
			}
			best.counts(lo, hi, m, i, j, q, sMax, loose)
		}
	}
	if best.n == 0 {
		return heckbert(lo, hi, m, loose)
	}
	out := make([]float64, best.n)
	for k := range out {
		// The step's index is a whole number, so every label is one rounding away from exact.
		out[k] = round12((best.first+float64(k*best.skip))*best.q*math.Pow(10, float64(best.z)), best.z)
	}
	return out
}

var niceSteps = [...]float64{1, 5, 2, 2.5, 4, 3}

// search is the best labelling so far: labels (first + k·skip)·q·10^z for k < n.
type search struct {
	score   float64
	first   float64
	skip, n int
	q       float64
	z       int
}

// counts tries every number of labels for one step q and skip j, as long as the density can still win.
func (b *search) counts(lo, hi float64, m, i, j int, q, sMax float64, loose bool) {
	for k := 2; k <= 12; k++ {
		if weigh(sMax, 1, densityMax(k, m)) < b.score {
			if k >= m {
				return
			}
			continue
		}
		delta := (hi - lo) / float64(k+1) / float64(j) / q
		for z := int(math.Ceil(math.Log10(delta))); ; z++ {
			unit := q * math.Pow(10, float64(z))
			step := float64(j) * unit
			span := step * float64(k-1)
			if weigh(sMax, coverageMax(lo, hi, span), densityMax(k, m)) < b.score {
				break
			}
			start := math.Floor(hi/step)*float64(j) - float64((k-1)*j)
			end := math.Ceil(lo/step) * float64(j)
			if loose { // the loose window is one step wider on both sides
				start, end = start-float64(j), end+float64(j)
			}
			for s := start; s <= end; s++ {
				b.try(lo, hi, s*unit, s*unit+span, s, m, i, j, k, q, z, loose)
			}
			if z > 308 {
				break
			}
		}
	}
}

func (b *search) try(lo, hi, first, last, s float64, m, i, j, k int, q float64, z int, loose bool) {
	eps := (last - first) * 1e-9
	if loose && (first > lo+eps || last < hi-eps) {
		return
	}
	zero := 0.0
	if first <= eps && last >= -eps && math.Mod(math.Abs(s), float64(j)) == 0 {
		zero = 1
	}
	simplicity := 1 - float64(i)/float64(len(niceSteps)-1) - float64(j) + zero
	score := weigh(simplicity, coverage(lo, hi, first, last), density(lo, hi, first, last, k, m))
	if score > b.score+1e-12 {
		*b = search{score, s, j, k, q, z}
	}
}

// weigh adds the four goals; legibility is 1, because labels that meet make the caller ask again for fewer.
func weigh(simplicity, coverage, density float64) float64 {
	return 0.25*simplicity + 0.20*coverage + 0.50*density + 0.05
}

func simplicityMax(i, j int) float64 {
	return 2 - float64(i)/float64(len(niceSteps)-1) - float64(j)
}

func coverage(lo, hi, first, last float64) float64 {
	r := 0.1 * (hi - lo)
	return 1 - 0.5*((hi-last)*(hi-last)+(lo-first)*(lo-first))/(r*r)
}

func coverageMax(lo, hi, span float64) float64 {
	if span <= hi-lo {
		return 1
	}
	half, r := (span-(hi-lo))/2, 0.1*(hi-lo)
	return 1 - half*half/(r*r)
}

func density(lo, hi, first, last float64, k, m int) float64 {
	r := float64(k-1) / (last - first)
	rt := float64(m-1) / (max(last, hi) - min(first, lo))
	return 2 - max(r/rt, rt/r)
}

func densityMax(k, m int) float64 {
	if k >= m {
		return 2 - float64(k-1)/float64(m-1)
	}
	return 1
}

// heckbert is the fallback: nice numbers {1, 2, 5, 10}.
func heckbert(lo, hi float64, m int, loose bool) []float64 {
	raw := (hi - lo) / float64(m-1)
	z := int(math.Floor(math.Log10(raw)))
	f, nice := raw/math.Pow(10, float64(z)), 10.0
	for _, n := range []float64{1, 2, 5} {
		if f <= n*1.0000001 {
			nice = n
			break
		}
	}
	step := nice * math.Pow(10, float64(z))
	a, b := math.Ceil(lo/step-1e-9), math.Floor(hi/step+1e-9)
	if loose {
		a, b = math.Floor(lo/step+1e-9), math.Ceil(hi/step-1e-9)
	}
	var out []float64
	for k := a; k <= b && len(out) < 40; k++ {
		out = append(out, round12(k*step, z))
	}
	return out
}

// logTicks are decades, or 1-2-5 where fewer than three decades are shown.
func logTicks(lo, hi float64, m int) []float64 {
	if !(lo > 0) || !finite(hi) || hi < lo {
		return nil
	}
	a, b := int(math.Floor(math.Log10(lo)+1e-9)), int(math.Ceil(math.Log10(hi)-1e-9))
	steps := []float64{1, 2, 5}
	if b-a >= 3 || 3*(b-a) > 2*m {
		steps = steps[:1]
	}
	every := 1 + (b-a)/max(m, 2)
	var out []float64
	for z := a; z <= b; z += every {
		for _, s := range steps {
			v := round12(s*math.Pow(10, float64(z)), z)
			if v >= lo*0.999999 && v <= hi*1.000001 {
				out = append(out, v)
			}
		}
	}
	return out
}

// round12 removes the binary dust of k·q·10^z.
func round12(v float64, z int) float64 {
	if z < -300 || z > 300 {
		return v
	}
	if z <= 1 {
		p := math.Pow(10, float64(2-z))
		if r := math.Round(v * p); finite(r) && math.Abs(r) < 1e15 {
			return r / p
		}
	}
	return v
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }
