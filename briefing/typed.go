package briefing

import (
	"strings"

	"roadshow/briefing/evidence"
	"roadshow/briefing/outline"
	"roadshow/internal/diag"
)

// TypedNumber is a number that stands in the outline itself, with neither a figure nor a file behind it.
type TypedNumber struct {
	Text string
	At   diag.Span
}

// Typed are all numbers typed into the outline outside its figures: in prose, in charts, tables and big numbers. Dates,
// names, ordinals and quotations are none. What is for another audience is left out.
func (b *Briefing) Typed(tree *outline.Node) []TypedNumber {
	seen := map[diag.Span]bool{}
	for _, t := range b.Themes {
		seen[t.At] = true
	}
	for _, blk := range b.Blocks() {
		seen[blk.At] = true
	}
	var out []TypedNumber
	var in func(n *outline.Node, cells bool)
	in = func(n *outline.Node, cells bool) {
		if n.Has("only") && !seen[n.At] {
			return
		}
		switch {
		case n.Null || n.Text == "" || n.List != nil || n.Keys != nil:
		case n.Field != nil && (n.Field.Type == outline.Prose || n.Field.Type == outline.Rich):
			for _, at := range typedNumbers(n.Text) {
				out = append(out, TypedNumber{n.Text[at[0]:at[1]], n.Range(at[0], at[1])})
			}
		case cells || n.Field != nil && (n.Field.Type == outline.Amount || n.Field.Type == outline.Scalar):
			if v, err := evidence.ParseValue(strings.TrimSpace(n.Text)); err == nil && v.State == evidence.Known && !isYear(n.Text) {
				out = append(out, TypedNumber{strings.TrimSpace(n.Text), n.At})
			}
		}
		for _, k := range n.Keys {
			if n == tree && (k.Name == "figures" || k.Name == "sources" || k.Name == "people" || k.Name == "data") {
				continue
			}
			in(k, cells || k.Name == "values")
		}
		for _, k := range n.List {
			in(k, cells || n.Name == "rows")
		}
	}
	in(tree, false)
	return out
}
