package source

import (
	"cmp"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"

	"roadshow/briefing/evidence/value"
	"roadshow/internal/limits"
)

// Proofs is what may be published of a text: the root of its Merkle tree, and for each passage that a briefing quotes its
// position, the salts of its words and the path to the root. Without the salts, which only the whole text gives, nobody can
// check a guess at any other word.
type Proofs struct {
	Format   string  `json:"format"`
	Root     string  `json:"root"`  // hex; of format 2 it commits to the number of words too
	Words    int     `json:"words"` // of the whole text
	Passages []Proof `json:"passages"`
}

// Proof is one passage: Salts has 16 bytes for each of its words, Path the hashes beside it, from the leaves up, left before
// right.
type Proof struct {
	At    int      `json:"at"`    // number of the first word, from 0
	Count int      `json:"words"` // number of words
	Salts string   `json:"salts"` // hex
	Path  []string `json:"path"`  // hex
}

// Prove makes the proofs of quotes and excerpts. What the text does not hold is left out and returned as misses, by the
// quote's index.
func (t *Text) Prove(quotes []Quote) (*Proofs, map[int]*Miss) {
	tr := t.grow()
	p := &Proofs{Format: proofsFormat, Root: t.Root(), Words: len(t.words), Passages: []Proof{}}
	misses := map[int]*Miss{}
	var spans []span
	for i, q := range quotes {
		parts, credit, miss := q.segments()
		if miss == nil {
			found, credited := t.locate(parts, credit)
			if found == nil || credit != nil && !credited {
				miss = t.miss(parts, credit, found != nil)
			}
			spans = append(spans, found...)
			if credited {
				spans = append(spans, t.bare(found, parts)...)
			}
		}
		if miss != nil {
			misses[i] = miss
		}
	}
	slices.SortFunc(spans, func(a, b span) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) })
	for _, s := range slices.Compact(spans) {
		p.Passages = append(p.Passages, tr.proof(s))
	}
	return p, misses
}

// bare are the spans without their credit: where only the credit is wrong, the words still verify.
func (t *Text) bare(spans []span, parts []segment) []span {
	out := slices.Clone(spans)
	for i, s := range spans {
		n := len(parts[i])
		switch {
		case s.to-s.from == n:
		case t.stand(t.lookUp(parts[i]), s.from):
			out[i].to = s.from + n
		default:
			out[i].from = s.to - n
		}
	}
	return out
}

// opened is a proof with its hex undone.
type opened struct {
	*Proof
	salts []byte
	path  []hash
}

var errProof = errors.New("salts or path have the wrong length")

func (p *Proofs) open(pr *Proof) (opened, error) {
	o := opened{Proof: pr}
	if !pr.sound(p.Words) {
		return o, errProof
	}
	var err error
	if o.salts, err = hex.DecodeString(pr.Salts); err != nil {
		return o, errProof
	}
	for _, s := range pr.Path {
		h, err := unhex(s)
		if err != nil {
			return o, errProof
		}
		o.path = append(o.path, h)
	}
	return o, nil
}

func unhex(s string) (h hash, err error) {
	b, err := hex.DecodeString(s)
	if err == nil && len(b) != len(h) {
		err = errProof
	}
	copy(h[:], b)
	return h, err
}

// Root is the root of the text's tree, as format 2 publishes it, hex.
func (t *Text) Root() string {
	root := sealed(t.grow().root(), len(t.words))
	return hex.EncodeToString(root[:])
}

// Counted says that the root commits to the number of words.
func (p *Proofs) Counted() bool { return p.Format != proofsFormat1 }

// Sound says what is wrong with proofs that did not come from ReadProofs: their format, their root, their order, a passage.
func (p *Proofs) Sound() error {
	if p.Format != proofsFormat && p.Format != proofsFormat1 {
		return fmt.Errorf("its proofs have the format %s", value.Quoted(p.Format))
	}
	if len(p.Root) != 2*len(hash{}) || !lowerHex(p.Root) || p.Words < 1 || p.Words > limits.SourceBytes.N() {
		return errors.New("its proofs have no root")
	}
	for i := range p.Passages {
		pr := &p.Passages[i]
		if !pr.sound(p.Words) {
			return fmt.Errorf("passage %d of its proofs: %w", i+1, errProof)
		}
		if i > 0 && !p.Passages[i-1].before(pr) {
			return fmt.Errorf("passage %d of its proofs stands out of order", i+1)
		}
	}
	return nil
}

// Check recomputes everything from the text: the root, the number of words and each passage.
func (p *Proofs) Check(t *Text) error {
	tr := t.grow()
	root := t.Root()
	if !p.Counted() {
		top := tr.root()
		root = hex.EncodeToString(top[:])
	}
	if p.Words != len(t.words) || p.Root != root {
		return fmt.Errorf("the text is another than the one that was proved: it has %d words and root %s…, proved were %d words and root %s…",
			len(t.words), root[:12], p.Words, p.Root[:min(12, len(p.Root))])
	}
	for i := range p.Passages {
		pr := &p.Passages[i]
		if pr.At < 0 || pr.Count < 1 || pr.At+pr.Count > len(t.words) {
			return fmt.Errorf("passage %d lies outside the text", i+1)
		}
		if want := tr.proof(span{pr.At, pr.At + pr.Count}); want.Salts != pr.Salts || !slices.Equal(want.Path, pr.Path) {
			return fmt.Errorf("passage %d, from word %d, does not verify", i+1, pr.At+1)
		}
	}
	return nil
}
