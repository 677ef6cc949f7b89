package source

import "strings"

// maxBeside bounds the words shown beside a passage.
const maxBeside = 30

// Beside is what stands directly before a passage and directly behind it, where a source names its speakers: as far as a
// sentence, a line or somebody's words go. Marks that touch the passage belong to neither.
func (t *Text) Beside(p Passage) (before, after string) {
	from, to := p.At, p.At+p.Words
	if from < 0 || to > len(t.words) || from >= to {
		return "", ""
	}
	a := from
	for a > 0 && from-a < maxBetween && Mark(t.words[a-1].Text) {
		a--
	}
	end := a
	for a > 0 && end-a < maxBeside && !ends(t.words[a-1].Text) && (a == end || !t.apart(a-1, a)) {
		a--
	}
	if a < end {
		before = t.plain(a, end)
	}
	z := to
	for z < len(t.words) && z-to < maxBetween && Mark(t.words[z].Text) {
		z++
	}
	begin := z
	for z < len(t.words) && z-begin < maxBeside && !ends(t.words[z].Text) && (z == begin || !t.apart(z-1, z)) {
		z++
	}
	if begin < z {
		after = t.plain(begin, z)
	}
	return before, after
}

func ends(word string) bool {
	return strings.ContainsAny(word, ".!?。！？") && len([]rune(word)) == 1
}

// broken says that a line ends between two words.
func (t *Text) broken(a, b int) bool {
	return strings.Contains(t.gap(a, b), "\n")
}

// apart says that a line ends between two words, or somebody's words begin or end there.
func (t *Text) apart(a, b int) bool {
	return strings.ContainsAny(t.gap(a, b), "\n\"“”„«»「」『』")
}

// plain is the source from word a to word b as one line.
func (t *Text) plain(a, b int) string {
	for b > a+1 && Mark(t.words[b-1].Text) {
		b--
	}
	return strings.Join(strings.Fields(t.src[t.words[a].from:t.words[b-1].to]), " ")
}
