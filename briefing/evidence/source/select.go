package source

import "slices"

// Select are the proofs of these quotes alone. ok is false where one of them is not covered.
func (p *Proofs) Select(quotes []Quote) (out *Proofs, ok bool) {
	keep := make([]bool, len(p.Passages))
	for _, q := range quotes {
		found, err := p.Match(q)
		if err != nil {
			return nil, false
		}
		for _, i := range p.Uses(q, found) {
			keep[i] = true
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

// Uses are the passages, by index, that prove a quote which was found there: its parts, and the part that the credit stands
// beside, with and without it. A passage inside the quote that is another's is not among them.
func (p *Proofs) Uses(q Quote, found Passage) (out []int) {
	parts, credit, miss := q.segments()
	root, err := unhex(p.Root)
	if miss != nil || err != nil {
		return nil
	}
	first, _ := slices.BinarySearchFunc(p.Passages, found.At, func(pr Proof, at int) int { return pr.At - at })
	for i := first; i < len(p.Passages) && p.Passages[i].At < found.At+found.Words; i++ {
		pr := &p.Passages[i]
		if pr.At+pr.Count > found.At+found.Words {
			continue
		}
		v := verifier{proofs: p, passages: p.Passages[i : i+1], root: root, quote: q}
		proves := slices.ContainsFunc(parts, func(s segment) bool { return pr.Count == len(s) && v.verify(pr, s) })
		if !proves && credit != nil {
			for _, s := range []segment{parts[0], parts[len(parts)-1]} {
				if _, _, proves = v.credited(s, credit, 0); proves {
					break
				}
			}
		}
		if proves {
			out = append(out, i)
		}
	}
	return out
}
