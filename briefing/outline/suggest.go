package outline

import (
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// didYouMean is a hint that names the nearest of the allowed words, "" when none is near.
func didYouMean(word string, allowed []string) string {
	if w := nearest(word, allowed); w != "" {
		return "did you mean " + quote(w) + "?"
	}
	return ""
}

// nearest is the allowed word with the fewest slips from word: one slip for every three letters, a swap of two counts as one.
func nearest(word string, allowed []string) string {
	fold := func(s string) string {
		return strings.NewReplacer("-", "_", " ", "_").Replace(strings.ToLower(s))
	}
	w := fold(word)
	limit := max(1, (utf8.RuneCountInString(w)+1)/3)
	best, bestDistance := "", limit+1
	for _, a := range allowed {
		d := distance(w, fold(a), bestDistance)
		if d < bestDistance && d < max(utf8.RuneCountInString(a), 2) {
			best, bestDistance = a, d
		}
	}
	if best != "" {
		return best
	}
	// A plural, or a word of several: "chart_comment" for "chart", "points" for "point".
	if utf8.RuneCountInString(w) >= 4 {
		for _, a := range allowed {
			if f := fold(a); len(f) >= 4 && (strings.HasPrefix(f, w) || strings.HasPrefix(w, f)) {
				return a
			}
		}
	}
	return ""
}

// distance counts the insertions, deletions, changes and swaps of neighbours between two words, up to limit.
func distance(a, b string, limit int) int {
	s, t := []rune(a), []rune(b)
	if len(s)-len(t) >= limit || len(t)-len(s) >= limit || len(s) > 64 {
		return limit
	}
	before, row, next := make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(s); i++ {
		next[0] = i
		for j := 1; j <= len(t); j++ {
			cost := 1
			if s[i-1] == t[j-1] {
				cost = 0
			}
			next[j] = min(row[j]+1, next[j-1]+1, row[j-1]+cost)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
		}
		before, row, next = row, next, before
	}
	return min(row[len(t)], limit)
}

// unknownKey reports a key that its mapping does not have.
func (p *parser) unknownKey(sh *Shape, y *yaml.Node, e entry) {
	key := e.key.Value
	if p.broken && strings.HasPrefix(key, string(mendedMark)) {
		return
	}
	at := p.extent(e.key)
	if p.isNull(deref(e.value)) {
		if hint := p.commaHint(y); hint != "" {
			p.l.Error(at, "E-KEY", "quote the text or use block style", "a comma ended your text: %s is read as a key", quote(key))
			return
		}
	}
	hint := didYouMean(key, sh.names())
	if hint == "" {
		hint = p.elsewhere(key, sh)
	}
	if hint == "" {
		hint = "it takes " + sh.keys()
	}
	if len(sh.Fields) == 0 {
		hint = ""
	}
	p.l.Error(at, "E-KEY", hint, "%s has no key %s", article(sh.Name), quote(key))
}

// commaHint is the hint for a key without a value: inside braces it is most often the rest of a text.
func (p *parser) commaHint(y *yaml.Node) string {
	if y.Style&yaml.FlowStyle != 0 {
		return "a comma ended your text: quote it or use block style"
	}
	return ""
}

// elsewhere says where a key belongs that is unknown here and known somewhere else.
func (p *parser) elsewhere(key string, here *Shape) string {
	for _, k := range p.c.Blocks {
		if k.Name == key {
			return quote(key) + " is a block: write it as an item of evidence, \"- " + key + ":\""
		}
	}
	var owners []string
	seen := map[*Shape]bool{here: true}
	var visit func(sh *Shape)
	visit = func(sh *Shape) {
		if sh == nil || seen[sh] {
			return
		}
		seen[sh] = true
		for _, f := range sh.Fields {
			if f.Name == key && sh.Name != here.Name && !slices.Contains(owners, sh.Name) {
				owners = append(owners, sh.Name)
			}
			visit(f.Shape)
		}
	}
	visit(Root(p.c))
	visit(p.c.Chart)
	for i := range p.c.Blocks {
		visit(p.blockShape(&p.c.Blocks[i]))
	}
	switch {
	case len(owners) == 0:
		return ""
	case len(owners) > 3:
		owners = append(owners[:3:3], "…")
	}
	for i, o := range owners {
		owners[i] = article(o)
	}
	return quote(key) + " belongs to " + strings.Join(owners, ", ")
}
