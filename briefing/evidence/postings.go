package evidence

import (
	"slices"
	"sort"
)

// postings are the places of every spelling of a text, in order: those of spelling id are at[start[id]:start[id+1]]. With
// them a quotation is looked up where its rarest word stands, not at every word of the text.
type postings struct{ start, at []int32 }

// postings are made when something is first looked up.
func (t *Text) postings() *postings {
	t.posted.Do(func() {
		p := &t.posts
		p.start, p.at = make([]int32, len(t.index)+1), make([]int32, len(t.ids))
		for _, id := range t.ids {
			p.start[id+1]++
		}
		for id := 1; id < len(p.start); id++ {
			p.start[id] += p.start[id-1]
		}
		next := slices.Clone(p.start)
		for i, id := range t.ids {
			p.at[next[id]] = int32(i)
			next[id]++
		}
	})
	return &t.posts
}

// of are the places of one spelling.
func (p *postings) of(id int32) []int32 { return p.at[p.start[id]:p.start[id+1]] }

// places are all places where the words stand, in order. Each word is given by the spellings it may have.
func (t *Text) places(words [][]int32) []int {
	p := t.postings()
	rarest, fewest := 0, len(t.ids)+1
	for k, spellings := range words {
		n := 0
		for _, id := range spellings {
			n += len(p.of(id))
		}
		if n < fewest {
			rarest, fewest = k, n
		}
	}
	if len(words) == 0 {
		return nil
	}
	var out []int
	for _, id := range words[rarest] {
		for _, at := range p.of(id) {
			if from := int(at) - rarest; t.stand(words, from) {
				out = append(out, from)
			}
		}
	}
	if len(words[rarest]) > 1 {
		slices.Sort(out)
		out = slices.Compact(out)
	}
	return out
}

// from is the first of sorted places at or behind a word, -1 when there is none.
func from(places []int, word int) int {
	if i := sort.SearchInts(places, word); i < len(places) {
		return places[i]
	}
	return -1
}
