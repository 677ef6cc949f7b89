package source

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"slices"
)

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
	const piece = 4 << 10
	buf := make([]byte, 0, 2*piece)
	for _, w := range t.words {
		if buf = append(append(buf, w.Text...), '\n'); len(buf) > piece {
			h.Write(buf)
			buf = buf[:0]
		}
	}
	h.Write(buf)
	tr := &tree{}
	h.Sum(tr.seed[:0])
	leaves := make([]hash, len(t.words))
	var salts hash
	for i, w := range t.words {
		if i%2 == 0 {
			salts = tr.salts(i / 2)
		}
		leaves[i] = leaf(buf, salts[i%2*saltSize:][:saltSize], w.Text)
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

// sealed is the root that format 2 publishes: SHA-256(3 ‖ n ‖ top), n as eight bytes, big-endian. Without the number of words
// in it, a file could claim another one, and with it other places.
func sealed(top hash, n int) hash {
	var in [1 + 8 + sha256.Size]byte
	in[0] = 3
	binary.BigEndian.PutUint64(in[1:], uint64(n))
	copy(in[9:], top[:])
	return sha256.Sum256(in[:])
}

// siblings is the length of the path of count words from at in a text of n.
func siblings(at, count, n int) (length int) {
	for lo, hi := at, at+count-1; n > 1; n, lo, hi = (n+1)/2, lo/2, hi/2 {
		if lo%2 == 1 {
			length++
		}
		if hi%2 == 0 && hi+1 < n {
			length++
		}
	}
	return length
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
