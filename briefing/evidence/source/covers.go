package source

import (
	"slices"

	"roadshow/briefing/evidence/value"
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
func Dated(c value.Calendar, words string) bool { return len(ReadExcerpt(words).Dates(c)) > 0 }
