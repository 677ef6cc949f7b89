package typeset

import (
	"math"

	"roadshow/scene"
)

// What is tried for the lines of a paragraph in an editor.
const (
	mostWidths = 48   // widths, from the measure downwards: each breaks otherwise than the one before
	safety     = 0.01 // share of the width by which a box should be wider than its lines, and narrower than what would pull a word up
)

// editorLines appends the ends of the lines that a greedy breaker makes at one width, the best of all such widths up to the measure:
// an editor whose box has that width breaks there too. It makes as few lines as the measure allows. Several paragraphs of a text
// share their width, and have the measure.
func (f *Fonts) editorLines(from, to int, measure float64, o Options) {
	s := &f.set
	first := len(s.ends)
	reach := f.editorGreedy(from, to, measure, o)
	lines := len(s.ends) - first
	if lines == 1 || s.several || from > 0 || to < len(s.segs) || (to-from)*lines > balanceLimit {
		return
	}
	var best []int32
	least := math.Inf(1)
	for range mostWidths {
		if cost := f.editorCost(from, s.ends[first:], measure, reach, o); cost < least {
			least, best = cost, append(best[:0], s.ends[first:]...)
		}
		s.ends = s.ends[:first]
		width := reach.widest - 2*slack
		if reach = f.editorGreedy(from, to, width, o); len(s.ends)-first > lines || reach.widest > width+slack {
			break
		}
	}
	s.ends = append(s.ends[:first], best...)
}

// boxReach is the least width of a box for its lines, and the one from which on a line takes a word of the next.
type boxReach struct{ widest, next float64 }

// editorGreedy appends the ends of the lines that hold as much as fits. What hangs before the first one gives it that much room. A word
// that no line holds begins one, and is cut where that is full.
func (f *Fonts) editorGreedy(from, to int, width float64, o Options) boxReach {
	s := &f.set
	r := boxReach{next: math.Inf(1)}
	hung := 0.0
	if g := &s.segs[from]; o.Hang && o.Align == scene.Left && g.end > g.start {
		hung = float64(f.hang(int(g.start), int(g.end), from == 0))
	}
	for start := from; start < to; {
		end := start + 1
		for end < to && f.line(start, end+1)-hung <= width+slack && (!s.segs[end].forced || s.segs[end-1].forced) {
			end++
		}
		r.widest = max(r.widest, f.line(start, end)-hung)
		if end < to {
			r.next = min(r.next, f.line(start, end+1)-hung)
		}
		s.ends = append(s.ends, int32(end))
		start, hung = end, 0
	}
	return r
}

// editorCost is how badly lines read: as lineCost says of balanced ones, and of others what they leave free; and how easily another
// program's rounding would break them otherwise.
func (f *Fonts) editorCost(from int, ends []int32, measure float64, reach boxReach, o Options) (cost float64) {
	s := &f.set
	size := float64(s.style(int(s.segs[from].start)).Size)
	mean := measure
	if o.Break == Balanced {
		mean = f.line(from, int(ends[len(ends)-1])) / float64(len(ends))
	}
	for i, end := range ends {
		last := i == len(ends)-1
		width := f.line(from, int(end))
		switch {
		case o.Break == Balanced:
			cost += f.lineCost(from, int(end), width, mean, size, measure, last)
		case last && f.stub(from, int(end), measure):
			cost += measure * measure
		case !last:
			cost += (measure - width) * (measure - width)
		}
		switch g := &s.segs[end-1]; {
		case last || g.forced:
		case g.parts && s.inNumber(int(g.next)):
			cost += 1000 * size * size
		case g.parts:
			cost += 60 * size * size
		case !g.soft && !isCJK(s.runes[g.end-1]) && !isCJK(s.runes[g.next]): // behind a hyphen
			cost += 30 * size * size
		}
		from = int(end)
	}
	if spare := (reach.next - reach.widest) / (2 * reach.widest * safety); spare < 1 {
		cost += (1 - spare) * 60 * size * size
	}
	return cost
}
