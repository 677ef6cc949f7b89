package page

import "roadshow/briefing"

// mostAlike is how many slides of one form may follow one another where there is a choice.
const mostAlike = 3

// blocks places evidence one exhibit a slide. A block that can stand aside shares the slide of its neighbour when both fit,
// unless slides of their own keep a run of slides that look alike from growing long.
func (s *Slides) blocks(list []*briefing.Block) {
	forms := make([]string, len(list))
	pairs := make([]func(), len(list)) // pairs[i] draws blocks i and i+1
	may := make([]bool, len(list))
	for i, b := range list {
		forms[i] = s.slideForm(b)
		if i+1 < len(list) {
			pairs[i] = s.pair(b, list[i+1])
			may[i] = pairs[i] != nil
		}
	}
	var together []bool
	if len(list) > 0 {
		together = s.together(list[0].ID, forms, may)
	}
	for i := 0; i < len(list); i++ {
		if together[i] {
			pairs[i]()
			i++
			continue
		}
		s.block(list[i])
	}
}

// together says which blocks share a slide with the next, as the followed deck has them where they still can.
func (s *Slides) together(first string, forms []string, may []bool) []bool {
	pairs := make([]bool, len(may))
	for i, n := range s.Divide(first+"/pairs", func() []int {
		n := make([]int, len(may))
		for i, pair := range pairUp(forms, may) {
			if pair {
				n[i] = 1
			}
		}
		return n
	}) {
		pairs[i] = n == 1 && may[i]
	}
	return pairs
}

// slideForm is what a block's slide looks like from afar.
func (k *Composer) slideForm(b *briefing.Block) string {
	if form := k.layout(b).Form; form != nil {
		return form(b)
	}
	return b.Layout
}

// pairUp says which blocks share a slide with the next: may[i] that blocks i and i+1 can, forms what each looks like alone.
// It makes the fewest slides beyond mostAlike in a row, then the fewest slides; of equal plans, the one that pairs first.
func pairUp(forms []string, may []bool) []bool {
	const sharedForm = "shared"
	type state struct {
		i, run int
		last   string
	}
	type plan struct {
		alike, slides int
		next          state
	}
	memo := map[state]plan{}
	var best func(state) plan
	step := func(at state, form string, blocks int) plan {
		next := state{at.i + blocks, 1, form}
		if form == at.last {
			next.run = min(at.run+1, mostAlike+1)
		}
		p := best(next)
		p.next = next
		p.slides++
		if next.run > mostAlike {
			p.alike++
		}
		return p
	}
	best = func(at state) plan {
		if at.i >= len(forms) {
			return plan{}
		}
		if p, ok := memo[at]; ok {
			return p
		}
		p := step(at, forms[at.i], 1)
		if may[at.i] {
			if q := step(at, sharedForm, 2); q.alike < p.alike || q.alike == p.alike && q.slides <= p.slides {
				p = q
			}
		}
		memo[at] = p
		return p
	}
	out := make([]bool, len(forms))
	for at := (state{}); at.i < len(forms); {
		next := best(at).next
		out[at.i] = next.i == at.i+2
		at = next
	}
	return out
}
