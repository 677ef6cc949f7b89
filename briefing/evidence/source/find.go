package source

// Find looks words up for an author who wants to quote them: exactly, else the nearest passage, else the sentence that has
// most of the rarer words. exact tells whether the words stand there as given. ok is false when nothing is like them.
func (t *Text) Find(words string) (p Passage, exact, ok bool) {
	parts, _, miss := Quote{Text: words}.segments()
	if miss != nil {
		return Passage{}, false, false
	}
	if spans, _ := t.locate(parts, nil); spans != nil {
		return t.passage(spans, false), true, true
	}
	if n := t.nearest(parts[0]); n != nil {
		return t.passage([]span{n.at}, false), false, true
	}
	at, ok := t.sentence(parts[0])
	if !ok {
		return Passage{}, false, false
	}
	return t.passage([]span{at}, false), false, true
}

// sentence is the one that has most of the words, rare ones counting more. A sentence that has only words which stand
// everywhere is none.
func (t *Text) sentence(s segment) (best span, ok bool) {
	count := make([]int, len(t.lower))
	for _, id := range t.folded {
		count[id]++
	}
	weight := map[int32]float64{}
	for _, p := range s {
		if id, known := t.lower[Fold(p[0])]; known && !Mark(p[0]) {
			weight[id] = 1 / float64(count[id])
		}
	}
	most := 0.0
	for from := 0; from < len(t.words); {
		to := from
		for to < len(t.words) && to-from < maxSentence && !ends(t.words[to].Text) && (to == from || !t.broken(to-1, to)) {
			to++
		}
		score, seen := 0.0, map[int32]bool{}
		for _, id := range t.folded[from:to] {
			if w := weight[id]; w > 0 && !seen[id] {
				seen[id] = true
				score += w
			}
		}
		if score > most {
			most, best = score, span{from, to}
		}
		from = max(to, from+1)
	}
	const rare = 0.1 // a word that stands ten times in the text
	return best, most >= rare
}

const maxSentence = 60
