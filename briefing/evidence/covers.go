package evidence

import (
	"slices"
	"strings"

	"roadshow/internal/diag"
)

// Covers says that the proofs hold every passage that a quote takes from the text: without the text they would serve.
func (p *Proofs) Covers(t *Text, q Quote) bool {
	parts, credit, miss := q.segments()
	if miss != nil {
		return false
	}
	spans, credited := t.locate(parts, credit)
	if spans == nil || credit != nil && !credited {
		return false
	}
	for _, s := range spans {
		if !slices.ContainsFunc(p.Passages, func(pr Proof) bool { return pr.At == s.from && pr.Count == s.to-s.from }) {
			return false
		}
	}
	return true
}

// Dated says that words name a date at all.
func Dated(words string) bool { return len(readExcerpt(words).dates()) > 0 }

// NoColumn is a hint for the name of a column that is not there.
func (t *Table) NoColumn(name string) string {
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = c.Name
	}
	if hint := diag.DidYouMean(name, names); hint != "" {
		return hint
	}
	return "its columns are " + strings.Join(names, ", ")
}

// Select are the proofs of these quotes alone. ok is false where one of them is not covered.
func (p *Proofs) Select(quotes []Quote) (out *Proofs, ok bool) {
	keep := make([]bool, len(p.Passages))
	for _, q := range quotes {
		found, err := p.Match(q)
		if err != nil {
			return nil, false
		}
		for i, pr := range p.Passages {
			if pr.At >= found.At && pr.At+pr.Count <= found.At+found.Words {
				keep[i] = true
			}
		}
	}
	out = &Proofs{Format: p.Format, Root: p.Root, Words: p.Words, Passages: []Proof{}}
	for i, pr := range p.Passages {
		if keep[i] {
			out.Passages = append(out.Passages, pr)
		}
	}
	return out, true
}
