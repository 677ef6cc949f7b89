package layouts

import (
	"cmp"
	"math"
	"math/bits"
	"slices"

	"roadshow/scene"
)

// laneChoice is one way to stand an event's words: in a lane, right of its leader or left, at one of a few widths.
type laneChoice struct {
	lane, variant int
	flip          bool
	box           scene.Rect // of the words
	x, y0, y1     scene.Pt   // of the leader, from its outer end to the band
	cost          float64
}

// Room that words keep from each other and from leaders.
const (
	laneSide   scene.Pt = 9 // between words beside each other
	laneAbove  scene.Pt = 5 // between words above each other
	leaderSide scene.Pt = 7 // between words and another event's leader
	leaderGap  scene.Pt = 6 // between leaders on one side of the band
)

// meets says that two choices cannot stand together: their words overlap, a leader crosses the other's words, or two leaders
// run side by side.
func (a *laneChoice) meets(b *laneChoice) bool {
	if a.box.X-laneSide < b.box.Right() && b.box.X-laneSide < a.box.Right() && a.box.Y-laneAbove < b.box.Bottom() && b.box.Y-laneAbove < a.box.Bottom() {
		return true
	}
	return a.crosses(b.box) || b.crosses(a.box) || (a.lane < 2) == (b.lane < 2) && a.x-leaderGap < b.x && b.x-leaderGap < a.x
}

// crosses says that a choice's leader runs through a frame.
func (a *laneChoice) crosses(r scene.Rect) bool {
	top, bottom := min(a.y0, a.y1), max(a.y0, a.y1)
	return a.x > r.X-leaderSide && a.x < r.Right()+leaderSide && top < r.Bottom() && bottom > r.Y
}

// laneSearch chooses one of its choices for every event, so that nothing meets and the whole costs least.
type laneSearch struct {
	choices [][]laneChoice // by event, the cheapest first; at most 32 each
	pair    float64        // what two neighbours on one side of the band cost
	allowed [][]uint64     // by global choice: the choices of every event that it leaves, 32 bits an event
	first   []int          // global number of an event's first choice
}

// exhaustive is the number of events up to which all combinations are searched; beyond, a beam keeps the best.
const (
	exhaustive = 9
	beamWidth  = 200
	laneBudget = 300_000 // steps after which a search of all combinations makes do with the best so far
)

// solve returns the choice of every event; nil when there is no way.
func (s *laneSearch) solve() []int {
	n := len(s.choices)
	for i := range s.choices {
		if len(s.choices[i]) == 0 {
			return nil
		}
		slices.SortStableFunc(s.choices[i], func(a, b laneChoice) int { return cmp.Compare(a.cost, b.cost) })
		s.choices[i] = s.choices[i][:min(len(s.choices[i]), 32)]
	}
	s.compare()
	domains := make([]uint32, n)
	for i := range domains {
		domains[i] = uint32(1<<len(s.choices[i]) - 1)
	}
	if n <= exhaustive {
		if best, complete := s.all(domains); best != nil || complete {
			return best
		}
	}
	return s.beam(domains)
}

// compare finds which choices of other events each choice leaves.
func (s *laneSearch) compare() {
	n := len(s.choices)
	total := 0
	for i := range s.choices {
		s.first = append(s.first, total)
		total += len(s.choices[i])
	}
	s.allowed = make([][]uint64, total)
	masks := make([]uint64, total*n)
	for i := range s.choices {
		for a := range s.choices[i] {
			row := masks[(s.first[i]+a)*n:][:n]
			for j := range s.choices {
				row[j] = uint64(1)<<len(s.choices[j]) - 1
			}
			s.allowed[s.first[i]+a] = row
		}
	}
	for i := range s.choices {
		for j := i + 1; j < n; j++ {
			for a := range s.choices[i] {
				for b := range s.choices[j] {
					if s.choices[i][a].meets(&s.choices[j][b]) {
						s.allowed[s.first[i]+a][j] &^= 1 << b
						s.allowed[s.first[j]+b][i] &^= 1 << a
					}
				}
			}
		}
	}
}

// narrow takes a choice for event i and leaves in out what it allows of the domains; false when a domain is empty.
func (s *laneSearch) narrow(out, domains []uint32, i, a int) bool {
	row := s.allowed[s.first[i]+a]
	for j, d := range domains {
		if j == i {
			out[j] = 1 << a
			continue
		}
		if out[j] = d & uint32(row[j]); out[j] == 0 {
			return false
		}
	}
	return true
}

// bound is the least that the domains can cost.
func (s *laneSearch) bound(domains []uint32) float64 {
	sum := 0.0
	for i, d := range domains {
		sum += s.choices[i][bits.TrailingZeros32(d)].cost // choices are sorted by cost
	}
	return sum
}

// pairs is what neighbours cost that both have one choice left, on the same side of the band.
func (s *laneSearch) pairs(domains []uint32) float64 {
	sum := 0.0
	for i := 1; i < len(domains); i++ {
		if bits.OnesCount32(domains[i-1]) == 1 && bits.OnesCount32(domains[i]) == 1 {
			if s.sameSide(i, bits.TrailingZeros32(domains[i-1]), bits.TrailingZeros32(domains[i])) {
				sum += s.pair
			}
		}
	}
	return sum
}

// ahead is, by event and choice, the least that the choice and all later events can cost: neighbours in time are held against each
// other, all others left out. Infinite where the neighbours leave no way.
func (s *laneSearch) ahead() [][32]float64 {
	n := len(s.choices)
	out := make([][32]float64, n)
	for i := n - 1; i >= 0; i-- {
		for a := range s.choices[i] {
			out[i][a] = s.choices[i][a].cost
			if i+1 < n {
				next := s.allowed[s.first[i]+a][i+1] & (1<<len(s.choices[i+1]) - 1)
				out[i][a] += s.next(i+1, uint32(next), a, &out[i+1])
			}
		}
	}
	return out
}

// next is the least that the choices of an event cost with all later ones, when choice a stands before it.
func (s *laneSearch) next(i int, domain uint32, a int, ahead *[32]float64) float64 {
	least := math.Inf(1)
	for d := domain; d != 0; d &= d - 1 {
		b := bits.TrailingZeros32(d)
		cost := ahead[b]
		if s.sameSide(i, a, b) {
			cost += s.pair
		}
		least = min(least, cost)
	}
	return least
}

// sameSide says that choice b of an event stands on the same side of the band as choice a of the one before.
func (s *laneSearch) sameSide(i, a, b int) bool {
	return (s.choices[i-1][a].lane < 2) == (s.choices[i][b].lane < 2)
}

// rounding is more than sums of the same costs in another order differ by.
const rounding = 1e-10

// all searches every combination, cutting branches that cannot beat the best. complete says that nothing was left out.
func (s *laneSearch) all(domains []uint32) (best []int, complete bool) {
	ahead := s.ahead()
	least, steps := math.Inf(1), 0
	var levels [exhaustive + 1][exhaustive]uint32 // the domains of every level
	var walk func(domains []uint32, done int, spent float64)
	walk = func(domains []uint32, done int, spent float64) {
		if steps++; steps > laneBudget {
			return
		}
		cost := s.bound(domains) + s.pairs(domains)
		if best != nil && cost >= least-1e-9 {
			return
		}
		if done == len(domains) {
			best, least = picked(domains), cost
			return
		}
		// The next event in time: neighbours decide what is left to each other.
		next := levels[done+1][:len(domains)]
		for d := domains[done]; d != 0; d &= d - 1 {
			a := bits.TrailingZeros32(d)
			so := spent
			if done > 0 && s.sameSide(done, bits.TrailingZeros32(domains[done-1]), a) {
				so += s.pair
			}
			if so+ahead[done][a] >= least-1e-9+rounding || !s.narrow(next, domains, done, a) {
				continue
			}
			walk(next, done+1, so+s.choices[done][a].cost)
		}
	}
	walk(domains, 0, 0)
	return best, steps <= laneBudget
}

// beam goes through the events in time and keeps the best 200 partial answers.
func (s *laneSearch) beam(domains []uint32) []int {
	type state struct {
		domains []uint32
		cost    float64
	}
	states := []state{{domains: domains}}
	for i := range domains {
		var next []state
		for _, st := range states {
			for d := st.domains[i]; d != 0; d &= d - 1 {
				if narrowed := make([]uint32, len(domains)); s.narrow(narrowed, st.domains, i, bits.TrailingZeros32(d)) {
					next = append(next, state{narrowed, s.bound(narrowed) + s.pairs(narrowed)})
				}
			}
		}
		if len(next) == 0 {
			return nil
		}
		slices.SortStableFunc(next, func(a, b state) int { return cmp.Compare(a.cost, b.cost) })
		states = next[:min(len(next), beamWidth)]
	}
	return picked(states[0].domains)
}

func picked(domains []uint32) []int {
	out := make([]int, len(domains))
	for i, d := range domains {
		out[i] = bits.TrailingZeros32(d)
	}
	return out
}
