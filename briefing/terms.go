package briefing

import (
	"strings"

	"roadshow/briefing/outline"
)

// readTerms reads the words that repeat: id → words, printed as $id wherever a figure could stand. They are plain words, and
// never markup where they are printed.
func (r *resolver) readTerms(n *outline.Node) {
	r.terms = map[string]string{}
	for _, k := range n.Entries() {
		for _, ref := range outline.References(k.Text) {
			r.l.Error(k.Range(ref.From, ref.To), "E-REF", "write the words out; a dollar sign is written $$", "a term holds words, not $%s", ref.Name)
		}
		r.terms[k.Name] = fold(strings.ReplaceAll(r.unfold(k, k.Text, 0), "$$", "$"), r.b.Language)
	}
}

// named is what $name prints, and the figure behind it where it is no term; ok is false where there is neither.
func (r *resolver) named(ref outline.Reference, n *outline.Node, how form) (words string, f *Figure, ok bool) {
	if words, ok = r.terms[ref.Name]; ok {
		if ref.Suffix != "" {
			r.l.Error(n.Range(ref.From, ref.To), "E-REF", "write $"+ref.Name+", or name a figure", "$%s is a term: words have no .%s", ref.Name, ref.Suffix)
		}
		return words, nil, true
	}
	if f = r.figure(ref.Name, n, ref.From, ref.To); f == nil {
		return "", nil, false
	}
	return r.print(f, ref.Suffix, how), f, true
}

// unusedTerms warns of terms that nothing in the outline prints, for whatever audience.
func (r *resolver) unusedTerms(root *outline.Node) {
	terms := root.Get("terms").Entries()
	if len(terms) == 0 {
		return
	}
	used := map[string]bool{}
	root.Each(func(n *outline.Node) {
		if n.Field == nil || n.Field.Type == outline.Quotation {
			return
		}
		for _, ref := range outline.References(n.Text) {
			used[ref.Name] = true
		}
	})
	for _, k := range terms {
		if !used[k.Name] {
			r.l.Warn(k.Key, "W-UNUSED", "write $"+k.Name+" where its words belong, or leave it out", "nothing prints the term %s", k.Name)
		}
	}
}
