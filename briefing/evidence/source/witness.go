package source

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
	v := verifier{proofs: p, passages: p.Passages, root: root, quote: q}
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
	proofs   *Proofs
	passages []Proof // to be tried
	root     hash
	quote    Quote
}

// covers finds a passage at or behind word from whose words are exactly these.
func (v *verifier) covers(from int, words segment) (at, n int, ok bool) {
	for i := range v.passages {
		pr := &v.passages[i]
		if pr.Count == len(words) && pr.At >= from && v.verify(pr, words) {
			return pr.At, pr.Count, true
		}
	}
	return 0, 0, false
}

// credited finds a passage that holds the quotation and its credit in one, in either order, with marks between them. The
// proofs hold the salts of those marks and not the marks: those that the author typed are tried first.
func (v *verifier) credited(words, credit segment, from int) (at, n int, ok bool) {
	typed := [2][]string{append(marksAt(v.quote.Credit, true), marksAt(v.quote.Text, false)...),
		append(marksAt(v.quote.Text, true), marksAt(v.quote.Credit, false)...)}
	for _, likely := range [2]bool{true, false} {
		for i := range v.passages {
			pr := &v.passages[i]
			gap := pr.Count - len(words) - len(credit)
			if gap < 0 || gap > maxBetween || pr.At < from {
				continue
			}
			for k, pair := range [2][2]segment{{credit, words}, {words, credit}} {
				runs := [][]string{typed[k]}
				if !likely {
					runs = markRuns(gap)
				}
				for _, run := range runs {
					if k == 1 && flattens(v.quote.Text, run) {
						continue
					}
					if len(run) == gap && between(run) && v.verify(pr, joined(pair[0], run, pair[1])) {
						return pr.At, pr.Count, true
					}
				}
			}
		}
	}
	return 0, 0, false
}

// flattens says that words typed with a full stop stand before a question mark or a cry.
func flattens(text string, run []string) bool {
	typed := marksAt(text, true)
	return len(typed) > 0 && len(run) > 0 && (typed[len(typed)-1] == "." || typed[len(typed)-1] == "。") && (run[0] == "?" || run[0] == "!")
}

func joined(a segment, run []string, b segment) segment {
	all := make(segment, 0, len(a)+len(run)+len(b))
	all = append(all, a...)
	for _, m := range run {
		all = append(all, pattern{m})
	}
	return append(all, b...)
}

// marksAt are the marks at the end or the beginning of words as typed.
func marksAt(text string, end bool) []string {
	words := SplitWords(text)
	from, to := 0, len(words)
	if end {
		for from = to; from > 0 && Mark(words[from-1].Text); from-- {
		}
	} else {
		for to = 0; to < len(words) && Mark(words[to].Text); to++ {
		}
	}
	var out []string
	for _, w := range words[from:to] {
		out = append(out, w.Text)
	}
	return out
}

// markRuns are all runs of marks of a length that may stand between a quotation and its credit.
func markRuns(n int) [][]string {
	marks := strings.Split(edgeMarks, "")
	switch n {
	case 0:
		return [][]string{nil}
	case maxBetween:
		return [][]string{{".", ".", "."}}
	}
	runs := [][]string{nil}
	for range n {
		var longer [][]string
		for _, r := range runs {
			for _, m := range marks {
				longer = append(longer, append(r[:len(r):len(r)], m))
			}
		}
		runs = longer
	}
	return runs
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
		top, ok := climb(leaves, o.At, v.proofs.Words, o.path)
		if v.proofs.Counted() {
			top = sealed(top, v.proofs.Words)
		}
		if ok && top == v.root {
			return true
		}
	}
	return false
}
