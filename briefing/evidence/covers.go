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
func (c Calendar) Dated(words string) bool { return len(readExcerpt(words).dates(c)) > 0 }

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
