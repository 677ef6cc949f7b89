package briefing

import (
	"roadshow/briefing/evidence/source"
	"roadshow/briefing/outline"
	"roadshow/internal/diag"
)

// Use is one place of the outline that prints a figure.
type Use struct {
	Of     string // id of the theme or the block; "cover", "summary"
	At     diag.Span
	Suffix string // "short", "low", "high" or ""
}

// Uses are the places where figures are printed, by their ids, in the outline's order. tree is the outline that was
// resolved; what is for another audience is left out.
func (b *Briefing) Uses(tree *outline.Node) map[string][]Use {
	w := &userWalk{uses: map[string][]Use{}, of: map[diag.Span]string{}}
	for _, t := range b.Themes {
		w.of[t.At] = t.ID
	}
	for _, blk := range b.Blocks() {
		w.of[blk.At] = blk.ID
	}
	for _, k := range tree.Entries() {
		switch k.Name {
		case "sources", "people", "data", "figures", "terms", "audiences":
		case "summary":
			w.in(k, "summary")
		case "themes", "back", "slides":
			for _, n := range k.Items() {
				w.owned(n)
			}
		default:
			w.in(k, "cover")
		}
	}
	return w.uses
}

type userWalk struct {
	uses map[string][]Use
	of   map[diag.Span]string
}

// owned walks a theme or a block that this audience sees.
func (w *userWalk) owned(n *outline.Node) {
	id, ok := w.of[n.At]
	if !ok {
		return
	}
	for _, k := range n.Keys {
		if k.Name == "evidence" {
			for _, blk := range k.Items() {
				w.owned(blk)
			}
			continue
		}
		w.in(k, id)
	}
}

func (w *userWalk) in(n *outline.Node, of string) {
	n.Each(func(n *outline.Node) {
		if n.Field == nil || n.Text == "" || n.Name == "holds" {
			return
		}
		if n.Field.Type == outline.Ref && n.Field.To == "figures" {
			w.uses[n.Text] = append(w.uses[n.Text], Use{Of: of, At: n.At})
			return
		}
		for _, r := range outline.References(n.Text) {
			w.uses[r.Name] = append(w.uses[r.Name], Use{of, n.Range(r.From, r.To), r.Suffix})
		}
	})
}

// ProofsOf are the root of a source and a passage for all that the briefing quotes from it; nil where it was not checked.
// They are the same with and without the text, where the source's proofs cover all.
func (b *Briefing) ProofsOf(s *Source) *source.Proofs {
	var quotes []source.Quote
	for _, q := range b.Quotations {
		if q.Found != nil && q.Found.Source == s {
			quotes = append(quotes, q.Quote)
		}
	}
	for _, e := range b.Excerpts {
		if e.Found != nil && e.Found.Source == s {
			quotes = append(quotes, source.Quote{Text: e.Words})
		}
	}
	if s.proofs != nil {
		if p, ok := s.proofs.Select(quotes); ok {
			return p
		}
	}
	if s.text != nil {
		p, _ := s.text.Prove(quotes)
		return p
	}
	return nil
}

// Nodes are the entries of a block as typed.
func (b *Block) Nodes() []*outline.Node { return b.Fields.node.Entries() }
