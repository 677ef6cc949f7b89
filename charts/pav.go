package charts

import (
	"slices"

	"roadshow/scene"
)

// spreadOut moves labels apart along one line so that neighbours keep their extents clear of each other and every label is
// as near as possible to where it wants to be: least squares with gaps by pool-adjacent-violators.
// wanted are the labels' centres, extent their sizes along the line; the result stays inside lo…hi where that is possible.
// fits is false when the labels together are longer than lo…hi.
func spreadOut(wanted, extent []scene.Pt, lo, hi scene.Pt) (centers []scene.Pt, fits bool) {
	n := len(wanted)
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case wanted[a] < wanted[b]:
			return -1
		case wanted[a] > wanted[b]:
			return 1
		}
		return 0
	})
	// Without the offsets that stacking alone would give, "no overlap" becomes "not decreasing".
	offset := make([]scene.Pt, n)
	var total scene.Pt
	for k, i := range order {
		offset[k] = total + extent[i]/2
		total += extent[i]
	}
	type pool struct {
		sum scene.Pt
		n   int
	}
	mean := func(p pool) scene.Pt { return p.sum / scene.Pt(p.n) }
	var pools []pool
	for k, i := range order {
		pools = append(pools, pool{wanted[i] - offset[k], 1})
		for len(pools) > 1 && mean(pools[len(pools)-2]) > mean(pools[len(pools)-1]) {
			last := pools[len(pools)-1]
			pools = pools[:len(pools)-1]
			pools[len(pools)-1].sum += last.sum
			pools[len(pools)-1].n += last.n
		}
	}
	centers = make([]scene.Pt, n)
	k := 0
	for _, p := range pools {
		// Clamping the isotonic solution is the solution of the clamped problem.
		at := max(min(mean(p), hi-total), lo)
		for range p.n {
			centers[order[k]] = at + offset[k]
			k++
		}
	}
	return centers, total <= hi-lo+1e-9
}
