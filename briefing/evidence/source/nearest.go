package source

import "slices"

// nearby is the passage of a text that is most like a segment.
type nearby struct {
	at       span
	source   string // its words, those that the segment has not between « and »
	quote    string // the segment's words, those that the source has not between « and »
	line     int
	caseOnly bool // the same words in other capitals
	same     bool // the very words
}

// nearest slides a window over the text, counting words in common without regard to case, and aligns the best windows
// word by word. It is nil when less than half of the words are found together.
func (t *Text) nearest(s segment) *nearby {
	const longest = 400 // words compared of a very long quotation
	s = s[:min(len(s), longest)]
	n := len(s)
	want := map[int32]int{}
	ids := make([]int32, n)
	for i, p := range s {
		ids[i] = -1
		if id, ok := t.lower[Fold(p[0])]; ok {
			ids[i] = id
			want[id]++
		}
	}
	centre, most := t.window(ids, want, n)
	if most*2 < n {
		return nil
	}
	margin := n/2 + 4
	from, to := max(0, centre-margin), min(len(t.words), centre+n+margin)
	a := align(ids, t.folded[from:to])
	a.widen()
	if a.common*2 < n || a.common == 0 {
		return nil
	}
	out := &nearby{at: span{from + a.from, from + a.to}, caseOnly: a.common == n && a.to-a.from == n}
	source := make([]string, 0, a.to-a.from)
	same := out.caseOnly
	for i := a.from; i < a.to; i++ {
		text := t.words[from+i].Text
		if k := a.pair[i]; k < 0 || !slices.Contains(s[k], text) {
			same = false
			text = "«" + text + "»"
		}
		source = append(source, text)
	}
	quote := make([]string, n)
	for i, p := range s {
		quote[i] = p[0]
		if k := a.back[i]; k < 0 || !slices.Contains(p, t.words[from+k].Text) {
			quote[i] = "«" + p[0] + "»"
		}
	}
	out.source, out.quote, out.line = join(source), join(quote), t.line(t.words[out.at.from].from)
	out.same, out.caseOnly = same, out.caseOnly && !same
	return out
}

// window is the start of the n words that share most words with the segment.
func (t *Text) window(ids []int32, want map[int32]int, n int) (at, most int) {
	left := make([]int, len(t.lower))
	for id, k := range want {
		left[id] = k
	}
	common := 0
	for i, id := range t.folded {
		if left[id] > 0 {
			common++
		}
		left[id]--
		if gone := i - n; gone >= 0 {
			id := t.folded[gone]
			left[id]++
			if left[id] > 0 {
				common--
			}
		}
		if common > most {
			at, most = max(0, i-n+1), common
		}
	}
	return at, most
}

// alignment pairs the words of a segment with those of a stretch of text.
type alignment struct {
	from, to int   // the part of the stretch
	common   int   // words paired
	pair     []int // of the stretch → of the segment, -1 for none
	back     []int // of the segment → of the stretch
}

// widen takes in a word of the text for each word at the segment's edges that has no pair: those were changed.
func (a *alignment) widen() {
	for i := 0; i < len(a.back) && a.back[i] < 0 && a.from > 0; i++ {
		a.from--
	}
	for i := len(a.back) - 1; i >= 0 && a.back[i] < 0 && a.to < len(a.pair); i-- {
		a.to++
	}
}

// Costs of an alignment: a word changed costs less than one dropped and one put in, and more than either.
const (
	costOne    = 2
	costChange = 3
)

// align finds the part of text nearest to the segment: the fewest words to change, drop or insert, the text's beginning and
// end being free.
func align(segment, text []int32) alignment {
	n, m := len(segment), len(text)
	cost := make([][]int32, n+1)
	cost[0] = make([]int32, m+1)
	for i := 1; i <= n; i++ {
		cost[i] = make([]int32, m+1)
		cost[i][0] = int32(i) * costOne
		for j := 1; j <= m; j++ {
			change := cost[i-1][j-1]
			if segment[i-1] != text[j-1] {
				change += costChange
			}
			cost[i][j] = min(change, cost[i-1][j]+costOne, cost[i][j-1]+costOne)
		}
	}
	end := 0
	for j := 1; j <= m; j++ {
		if cost[n][j] < cost[n][end] {
			end = j
		}
	}
	a := alignment{to: end, pair: make([]int, m), back: make([]int, n)}
	for j := range a.pair {
		a.pair[j] = -1
	}
	for i := range a.back {
		a.back[i] = -1
	}
	i, j := n, end
	for i > 0 {
		switch {
		case j > 0 && segment[i-1] == text[j-1] && cost[i][j] == cost[i-1][j-1]:
			i, j = i-1, j-1
			a.pair[j], a.back[i] = i, j
			a.common++
		case j > 0 && segment[i-1] != text[j-1] && cost[i][j] == cost[i-1][j-1]+costChange:
			i, j = i-1, j-1
		case j > 0 && cost[i][j] == cost[i][j-1]+costOne:
			j--
		default:
			i--
		}
	}
	a.from = j
	if a.to <= a.from {
		a.to = min(m, a.from+1)
	}
	return a
}
