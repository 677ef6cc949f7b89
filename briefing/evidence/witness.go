package evidence

import "strings"

// Match checks a quote against the root alone. A quote that no passage covers is a *Miss.
func (p *Proofs) Match(q Quote) (Passage, error) {
	parts, credit, miss := q.segments()
	if miss != nil {
		return Passage{}, miss
	}
	root, err := unhex(p.Root)
	if err != nil {
		return Passage{}, &Miss{Summary: "the proofs have no root", Hint: "run source prove"}
	}
	v := verifier{proofs: p, root: root}
	if len(parts) == 1 && credit != nil {
		if at, n, ok := v.credited(parts[0], credit, 0); ok {
			return Passage{At: at, Words: n, Credited: true}, nil
		}
	}
	first, from, credited := -1, 0, false
	for i, s := range parts {
		at, n, ok, with := -1, 0, false, false
		if credit != nil && len(parts) > 1 && !credited && (i == 0 || i == len(parts)-1) {
			at, n, ok = v.credited(s, credit, from)
			with = ok
		}
		if !ok {
			at, n, ok = v.covers(from, s)
		}
		if !ok {
			return Passage{}, &Miss{Summary: "the proofs do not cover this quotation", Hint: "it needs the text: run source prove"}
		}
		credited = credited || with
		if first < 0 {
			first = at
		}
		from = at + n
	}
	found := Passage{At: first, Words: from - first, Credited: credited}
	if credit != nil && !credited {
		return found, &Miss{Credit: true, Summary: "the proofs do not cover this credit", Hint: "it needs the text: run source prove"}
	}
	return found, nil
}

type verifier struct {
	proofs *Proofs
	root   hash
}

// covers finds a passage at or behind word from whose words are exactly these.
func (v *verifier) covers(from int, words segment) (at, n int, ok bool) {
	for i := range v.proofs.Passages {
		pr := &v.proofs.Passages[i]
		if pr.Count == len(words) && pr.At >= from && v.verify(pr, words) {
			return pr.At, pr.Count, true
		}
	}
	return 0, 0, false
}

// credited finds a passage that holds the quotation and its credit in one, in either order, marks between them.
func (v *verifier) credited(words, credit segment, from int) (at, n int, ok bool) {
	for i := range v.proofs.Passages {
		pr := &v.proofs.Passages[i]
		gap := pr.Count - len(words) - len(credit)
		if gap < 0 || gap > maxBetween || pr.At < from {
			continue
		}
		for _, pair := range [2][2]segment{{credit, words}, {words, credit}} {
			if v.between(pr, pair[0], pair[1], gap) {
				return pr.At, pr.Count, true
			}
		}
	}
	return 0, 0, false
}

// between tries every run of marks between two segments: the proofs hold their salts, not the marks.
func (v *verifier) between(pr *Proof, a, b segment, gap int) bool {
	marks := strings.Split(edgeMarks, "")
	tries := 1
	for range gap {
		tries *= len(marks)
	}
	all := make(segment, 0, len(a)+gap+len(b))
	for k := range tries {
		all = append(all[:0], a...)
		for range gap {
			all = append(all, pattern{marks[k%len(marks)]})
			k /= len(marks)
		}
		if v.verify(pr, append(all, b...)) {
			return true
		}
	}
	return false
}

// verify hashes the words with their salts and climbs to the root. Words with several spellings are tried one by one.
func (v *verifier) verify(pr *Proof, words segment) bool {
	o, err := v.proofs.open(pr)
	if err != nil {
		return false
	}
	leaves := make([]hash, len(words))
	var open []int // words with several spellings
	buf := make([]byte, 0, 256)
	set := func(i, spelling int) { leaves[i] = leaf(buf, o.salts[i*saltSize:][:saltSize], words[i][spelling]) }
	for i, p := range words {
		set(i, 0)
		if len(p) > 1 {
			open = append(open, i)
		}
	}
	tries := 1
	for _, i := range open {
		if tries *= len(words[i]); tries > 4096 {
			return false
		}
	}
	for k := range tries {
		for _, i := range open {
			set(i, k%len(words[i]))
			k /= len(words[i])
		}
		if root, ok := climb(leaves, o.At, v.proofs.Words, o.path); ok && root == v.root {
			return true
		}
	}
	return false
}
