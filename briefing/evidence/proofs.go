package evidence

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
)

// proofsFormat names the file format and its version: docs/evidence.md specifies it.
const proofsFormat = "roadshow source proofs 1"

// Proofs is what may be published of a text: the root of its Merkle tree, and for each passage that a briefing quotes its
// position, the salts of its words and the path to the root. Without the salts, which only the whole text gives, nobody can
// check a guess at any other word.
type Proofs struct {
	Format   string  `json:"format"`
	Root     string  `json:"root"`  // hex
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

type hash = [sha256.Size]byte

const saltSize = 16

// tree is the Merkle tree of a text: levels[0] are the leaves. A node without a neighbour rises unchanged.
type tree struct {
	seed   hash
	levels [][]hash
}

// grow is the tree over the text's words.
func (t *Text) grow() *tree {
	t.grown.Do(func() { t.tree = t.plant() })
	return t.tree
}

func (t *Text) plant() *tree {
	h := sha256.New()
	for _, w := range t.words {
		h.Write([]byte(w.text))
		h.Write([]byte{'\n'})
	}
	tr := &tree{}
	h.Sum(tr.seed[:0])
	leaves := make([]hash, len(t.words))
	buf := make([]byte, 0, 256)
	var salts hash
	for i, w := range t.words {
		if i%2 == 0 {
			salts = tr.salts(i / 2)
		}
		leaves[i] = leaf(buf, salts[i%2*saltSize:][:saltSize], w.text)
	}
	tr.levels = append(tr.levels, leaves)
	for level := leaves; len(level) > 1; {
		up := make([]hash, (len(level)+1)/2)
		for i := range up {
			if 2*i+1 < len(level) {
				up[i] = parent(&level[2*i], &level[2*i+1])
			} else {
				up[i] = level[2*i]
			}
		}
		tr.levels = append(tr.levels, up)
		level = up
	}
	return tr
}

func (tr *tree) root() hash { return tr.levels[len(tr.levels)-1][0] }

// salts of leaves 2·pair and 2·pair + 1: the halves of SHA-256(2 ‖ seed ‖ pair), pair as four bytes, big-endian.
func (tr *tree) salts(pair int) hash {
	var in [1 + sha256.Size + 4]byte
	in[0] = 2
	copy(in[1:], tr.seed[:])
	binary.BigEndian.PutUint32(in[1+sha256.Size:], uint32(pair))
	return sha256.Sum256(in[:])
}

// leaf is SHA-256(0 ‖ salt ‖ word).
func leaf(buf []byte, salt []byte, word string) hash {
	buf = append(append(append(buf[:0], 0), salt...), word...)
	return sha256.Sum256(buf)
}

// parent is SHA-256(1 ‖ left ‖ right).
func parent(left, right *hash) hash {
	var in [1 + 2*sha256.Size]byte
	in[0] = 1
	copy(in[1:], left[:])
	copy(in[1+sha256.Size:], right[:])
	return sha256.Sum256(in[:])
}

// proof covers the words from s.from to s.to.
func (tr *tree) proof(s span) Proof {
	p := Proof{At: s.from, Count: s.to - s.from, Path: []string{}}
	salts := make([]byte, 0, p.Count*saltSize)
	for i := s.from; i < s.to; i++ {
		two := tr.salts(i / 2)
		salts = append(salts, two[i%2*saltSize:][:saltSize]...)
	}
	p.Salts = hex.EncodeToString(salts)
	lo, hi := s.from, s.to-1
	for _, level := range tr.levels[:len(tr.levels)-1] {
		if lo%2 == 1 {
			p.Path = append(p.Path, hex.EncodeToString(level[lo-1][:]))
		}
		if hi%2 == 0 && hi+1 < len(level) {
			p.Path = append(p.Path, hex.EncodeToString(level[hi+1][:]))
		}
		lo, hi = lo/2, hi/2
	}
	return p
}

// Prove makes the proofs of quotes and excerpts. What the text does not hold is left out and returned as misses, by the
// quote's index.
func (t *Text) Prove(quotes []Quote) (*Proofs, map[int]*Miss) {
	tr := t.grow()
	root := tr.root()
	p := &Proofs{Format: proofsFormat, Root: hex.EncodeToString(root[:]), Words: len(t.words), Passages: []Proof{}}
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

// Encode is the proofs file: the same proofs give the same bytes. They are those of encoding/json, written out because every
// reader compares them. Its words are hexadecimal and need no escapes; others are refused when they are read.
func (p *Proofs) Encode() []byte {
	n := 200
	for i := range p.Passages {
		n += 80 + len(p.Passages[i].Salts) + len(p.Passages[i].Path)*(2*sha256.Size+8)
	}
	b := make([]byte, 0, n)
	b = append(append(append(b, "{\n \"format\": \""...), p.Format...), "\",\n \"root\": \""...)
	b = append(append(b, p.Root...), "\",\n \"words\": "...)
	b = append(strconv.AppendInt(b, int64(p.Words), 10), ",\n \"passages\": ["...)
	for i := range p.Passages {
		pr := &p.Passages[i]
		b = comma(b, i)
		b = strconv.AppendInt(append(b, "\n  {\n   \"at\": "...), int64(pr.At), 10)
		b = strconv.AppendInt(append(b, ",\n   \"words\": "...), int64(pr.Count), 10)
		b = append(append(append(b, ",\n   \"salts\": \""...), pr.Salts...), "\",\n   \"path\": ["...)
		for k, h := range pr.Path {
			b = append(append(append(comma(b, k), "\n    \""...), h...), '"')
		}
		b = append(closing(b, len(pr.Path), "\n   ]"), "\n  }"...)
	}
	return append(closing(b, len(p.Passages), "\n ]"), "\n}\n"...)
}

func comma(b []byte, i int) []byte {
	if i > 0 {
		return append(b, ',')
	}
	return b
}

// closing ends a list: on a line of its own, unless it is empty.
func closing(b []byte, n int, line string) []byte {
	if n == 0 {
		return append(b, ']')
	}
	return append(b, line...)
}

// ReadProofs reads a proofs file called name. Only the very bytes that Encode writes are taken, so that a change shows.
func ReadProofs(name string, data []byte) (*Proofs, error) {
	if len(data) > maxText {
		return nil, fmt.Errorf("%s is longer than 16 MiB", name)
	}
	var p Proofs
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&p); err != nil {
		return nil, fmt.Errorf("%s is no proofs file", name)
	}
	if p.Format != proofsFormat {
		return nil, fmt.Errorf("%s has the format %s, not %s", name, quoted(p.Format), quoted(proofsFormat))
	}
	if !bytes.Equal(p.Encode(), data) {
		return nil, fmt.Errorf("%s was changed after it was written", name)
	}
	for i := range p.Passages {
		if _, err := p.open(&p.Passages[i]); err != nil {
			return nil, fmt.Errorf("%s: passage %d: %w", name, i+1, err)
		}
	}
	if _, err := unhex(p.Root); err != nil || p.Words < 1 || p.Words > maxText {
		return nil, fmt.Errorf("%s has no root", name)
	}
	return &p, nil
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
	if pr.At < 0 || pr.Count < 1 || pr.Count > p.Words || pr.At > p.Words-pr.Count || len(pr.Salts) != pr.Count*saltSize*2 || len(pr.Path) > 64 {
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

// climb is the root that leaves, standing from at in a text of n words, lead to along a path.
func climb(leaves []hash, at, n int, path []hash) (root hash, ok bool) {
	next := func() (h *hash) {
		if ok = len(path) > 0; ok {
			h, path = &path[0], path[1:]
		}
		return h
	}
	level := slices.Clone(leaves)
	for lo := at; n > 1; n, lo = (n+1)/2, lo/2 {
		if lo%2 == 1 {
			h := next()
			if h == nil {
				return root, false
			}
			level = slices.Insert(level, 0, *h)
			lo--
		}
		if hi := lo + len(level) - 1; hi%2 == 0 && hi+1 < n {
			h := next()
			if h == nil {
				return root, false
			}
			level = append(level, *h)
		}
		up := level[:0]
		for i := 0; i < len(level); i += 2 {
			if i+1 < len(level) {
				up = append(up, parent(&level[i], &level[i+1]))
			} else {
				up = append(up, level[i])
			}
		}
		level = up
	}
	return level[0], len(path) == 0 && len(level) == 1
}

// Check recomputes everything from the text: the root, the number of words and each passage.
func (p *Proofs) Check(t *Text) error {
	tr := t.grow()
	root := tr.root()
	if p.Words != len(t.words) || p.Root != hex.EncodeToString(root[:]) {
		return fmt.Errorf("the text is another than the one that was proved: it has %d words and root %s…, proved were %d words and root %s…",
			len(t.words), hex.EncodeToString(root[:6]), p.Words, p.Root[:min(12, len(p.Root))])
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
