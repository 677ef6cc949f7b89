package source

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

// finder goes through the places of a run of words, forwards. Each word is given by the spellings it may have.
type finder struct {
	t     *Text
	words [][]int32
	rare  int       // which of the words stands at the fewest places
	at    [][]int32 // of its spellings: the places not yet passed
}

func (t *Text) finder(words [][]int32) finder {
	p := t.postings()
	f := finder{t: t, words: words}
	fewest := len(t.ids) + 1
	for k, spellings := range words {
		n := 0
		for _, id := range spellings {
			n += len(p.of(id))
		}
		if n < fewest {
			f.rare, fewest = k, n
		}
	}
	if len(words) > 0 {
		for _, id := range words[f.rare] {
			f.at = append(f.at, p.of(id))
		}
	}
	return f
}

// next is the first place at or behind a word, -1 when there is none. The word must not stand before that of the call before.
func (f *finder) next(word int) int {
	first := -1
	for k, at := range f.at {
		at = at[upTo(at, word+f.rare):]
		for len(at) > 0 && len(f.words) > 1 && !f.t.stand(f.words, int(at[0])-f.rare) {
			at = at[1:]
		}
		if f.at[k] = at; len(at) > 0 && (first < 0 || int(at[0])-f.rare < first) {
			first = int(at[0]) - f.rare
		}
	}
	return first
}

// within says that the words stand at one of the places from … to. Neither may lie before those of the call before.
func (f *finder) within(from, to int) bool {
	at := f.next(from)
	return at >= 0 && at <= to
}

// upTo is how many of the places lie before a word. It is mostly a few: it looks at twice as many each time.
func upTo(at []int32, word int) int {
	n := 1
	for n <= len(at) && int(at[n-1]) < word {
		n *= 2
	}
	from := n / 2
	return from + sort.Search(min(n, len(at))-from, func(i int) bool { return int(at[from+i]) >= word })
}
