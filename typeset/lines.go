package typeset

import (
	"math"
	"slices"
)

// slack is how far a line may exceed the measure, in points: the noise of adding widths in another order.
const slack = 0.001

// balanceLimit bounds the table of the dynamic programming, segments times lines: longer text is body text.
const balanceLimit = 50_000

// chooseEnds fills s.ends with the segment after each line's last, for all segments.
func (f *Fonts) chooseEnds(o Options) {
	s := &f.set
	s.ends = s.ends[:0]
	measure := float64(o.Width - o.Indent)
	if o.Width <= 0 || o.Break == NoBreak {
		measure = math.Inf(1)
	}
	for from := 0; from < len(s.segs); {
		to := from + 1
		for to < len(s.segs) && !s.segs[to-1].hard {
			to++
		}
		first := len(s.ends)
		switch {
		case o.Break == NoBreak:
			s.ends = append(s.ends, int32(to))
		case f.editor != NoEditor:
			f.editorLines(from, to, measure, o)
		default:
			f.greedy(from, to, measure)
			switch {
			case len(s.ends)-first == 1:
			case o.Break == Balanced && (to-from)*(len(s.ends)-first) <= balanceLimit:
				f.balance(from, to, s.ends[first:], measure)
			default:
				f.lookAhead(from, s.ends[first:], measure)
			}
		}
		from = to
	}
}

// line is the width of a line from segment a up to before segment b.
func (f *Fonts) line(a, b int) float64 {
	last := &f.set.segs[b-1]
	w := f.width(int(f.set.segs[a].start), int(last.end))
	if last.hyphen {
		w += f.hyphenWidth(int(last.end) - 1)
	}
	return w
}

// greedy appends the ends of lines that hold as much as fits, one segment at least.
func (f *Fonts) greedy(from, to int, measure float64) {
	s := &f.set
	divided := false
	for from < to {
		end := from + 1
		for end < to && f.line(from, end+1) <= measure+slack {
			end++
		}
		if g := &s.segs[end-1]; g.hyphen && !g.typed {
			whole := end - 1
			for whole > from && s.segs[whole-1].hyphen {
				whole--
			}
			if whole > from && (divided || measure-f.line(from, whole) <= ragged*measure) {
				end = whole
			}
		}
		divided = s.segs[end-1].hyphen
		s.ends = append(s.ends, int32(end))
		from = end
	}
}

// lookAhead improves greedy lines: a line gives its last word away where the next one is then less ragged, a last line
// is never a stub. The number of lines stays.
func (f *Fonts) lookAhead(from int, ends []int32, measure float64) {
	start := func(i int) int {
		if i == 0 {
			return from
		}
		return int(ends[i-1])
	}
	gap := func(i int) float64 { return measure - f.line(start(i), int(ends[i])) }
	last := len(ends) - 1
	// From the end upwards, so that a word given away can push no line over the measure unseen.
	for i := last - 1; i >= 0; i-- {
		for int(ends[i])-start(i) > 1 {
			a, b := gap(i), gap(i+1)
			stub := i+1 == last && f.stub(start(last), int(ends[last]), measure)
			was := ends[i]
			for ends[i]--; int(ends[i])-start(i) > 1 && f.set.segs[ends[i]-1].hyphen; ends[i]-- {
			}
			a2, b2 := gap(i), gap(i+1)
			better := a*a+b*b > a2*a2+b2*b2+0.01*measure*measure
			if i+1 == last {
				better = stub && a2 < 0.4*measure
			}
			if g := &f.set.segs[ends[i]-1]; b2 < -slack || !better || g.forced || g.hyphen {
				ends[i] = was
				break
			}
		}
	}
}

// stub says that a last line is too short: under a quarter of the measure, or one word that is under two fifths of it; in Chinese one
// letter, or under 12 % of the measure and under six characters, the full stop not counted.
func (f *Fonts) stub(a, b int, measure float64) bool {
	s := &f.set
	from, to := s.segs[a].start, s.segs[b-1].end
	for to > from && !isLetter(s.runes[to-1]) && !isDigit(s.runes[to-1]) {
		to--
	}
	width, words := f.line(a, b), s.runes[from:to]
	switch {
	case slices.ContainsFunc(words, isHan):
		return to-from == 1 || to-from < 6 && width < 0.12*measure
	case !slices.ContainsFunc(words, isSpace):
		return width < 0.4*measure
	}
	return width < 0.25*measure
}

// balance rewrites greedy ends with those of least raggedness at the same number of lines, by dynamic programming with
// costs for what reads badly at a line's end.
func (f *Fonts) balance(from, to int, ends []int32, measure float64) {
	s := &f.set
	n, lines := to-from, len(ends)
	mean := f.line(from, to) / float64(lines)
	size := float64(s.style(int(s.segs[from].start)).Size)
	inf := math.Inf(1)
	best := make([]float64, (lines+1)*(n+1)) // best[l*(n+1)+j]: cost of l lines over the first j segments
	prev := make([]int32, len(best))
	for i := range best {
		best[i] = inf
	}
	best[0] = 0
	for l := range lines {
		for i := l; i < n; i++ {
			sofar := best[l*(n+1)+i]
			if sofar == inf {
				continue
			}
			for j := i + 1; j <= n; j++ {
				width := f.line(from+i, from+j)
				if width > measure+slack && j > i+1 {
					break
				}
				cost := sofar + f.lineCost(from+i, from+j, width, mean, size, measure, j == n)
				if at := (l+1)*(n+1) + j; cost < best[at] {
					best[at], prev[at] = cost, int32(i)
				}
			}
		}
	}
	if best[lines*(n+1)+n] == inf {
		return
	}
	for l, j := lines, int32(n); l > 0; l-- {
		ends[l-1] = int32(from) + j
		j = prev[l*(n+1)+int(j)]
	}
}

func (f *Fonts) lineCost(a, b int, width, mean, size, measure float64, last bool) float64 {
	g := f.set.segs[b-1]
	cost := (width - mean) * (width - mean)
	if last {
		if width < mean {
			cost *= 0.15
		}
		if f.stub(a, b, measure) {
			cost += measure * measure
		}
		return cost
	}
	switch {
	case g.article: // a stranded article reads worse than a stranded preposition
		cost += 13.5 * size * size
	case g.short:
		cost += 9 * size * size
	}
	switch {
	case g.pause: // nothing else shows where Chinese words end
		cost -= 5 * size * size
	case g.stop:
		cost -= 1.44 * size * size
	}
	if g.clings {
		cost += 2 * size * size
	}
	if g.hyphen {
		cost += 30 * size * size
	}
	if g.forced {
		cost += 100 * size * size
	}
	return cost
}
