// Package source knows texts: what quotations take from them and how that is proved, and what words say of numbers and dates.
// Values are read here, for they may be typed in words.
package source

import (
	"fmt"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"roadshow/internal/limits"
)

// Text is a source's text, cut into words. It does not change and is safe for concurrent use.
type Text struct {
	src    string
	words  []word
	ids    []int32 // of words, by spelling
	folded []int32 // of words, by spelling without case
	index  map[string]int32
	lower  map[string]int32
	lines  []int // bytes at which lines begin

	// Made when they are first needed:
	grown    sync.Once
	tree     *tree
	posted   sync.Once
	posts    postings
	spoken   sync.Once
	runs     []int32  // of words: the run of somebody's words between quotation marks, 0 outside
	labels   []string // of words, in a transcript: who speaks there
	speeches []speech // by run - 1
}

// NewText reads a source's text (UTF-8). Its error says what is wrong with the file called name.
func NewText(name string, data []byte) (*Text, error) {
	if len(data) > limits.SourceBytes.N() {
		return nil, limits.SourceBytes.Err(name)
	}
	if !utf8.Valid(data) {
		return nil, fmt.Errorf("%s is not UTF-8 text: save it as plain text, UTF-8", name)
	}
	src := strings.TrimPrefix(string(data), "\ufeff")
	s := split(src)
	switch {
	case len(s.words) > limits.SourceWords.N():
		return nil, limits.SourceWords.Err(name)
	case len(s.texts) > limits.Spellings.N():
		return nil, limits.Spellings.Err(name)
	case len(s.words) == 0:
		return nil, fmt.Errorf("%s has no words", name)
	}
	t := &Text{src: src, words: s.words, ids: s.ids, folded: make([]int32, len(s.words)), index: s.known, lower: make(map[string]int32, len(s.texts)), lines: []int{0}}
	foldOf := make([]int32, len(s.texts))
	for id, text := range s.texts {
		f := Fold(text)
		lower, ok := t.lower[f]
		if !ok {
			lower = int32(len(t.lower))
			t.lower[f] = lower
		}
		foldOf[id] = lower
	}
	for i, id := range t.ids {
		t.folded[i] = foldOf[id]
	}
	for i := 0; i < len(t.src); i++ {
		if t.src[i] == '\n' {
			t.lines = append(t.lines, i+1)
		}
	}
	return t, nil
}

// Words is the number of words, marks included.
func (t *Text) Words() int { return len(t.words) }

// gap is what stands between two words. The three points of … are words of one character, with nothing between them.
func (t *Text) gap(a, b int) string {
	from, to := t.words[a].to, t.words[b].from
	return t.src[from:max(from, to)]
}

func (t *Text) line(at int) int { return sort.SearchInts(t.lines, at+1) }

// numbers are those of a pattern's spellings in this text, nil when none occurs.
func (t *Text) numbers(p pattern) (out []int32) {
	for _, text := range p {
		if id, ok := t.index[text]; ok {
			out = append(out, id)
		}
	}
	return out
}
