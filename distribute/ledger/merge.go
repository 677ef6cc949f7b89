package ledger

import (
	"bufio"
	"cmp"
	"crypto/ed25519"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// ShardOf reads "i/n".
func ShardOf(s string) (i, n int, ok bool) {
	a, b, ok := strings.Cut(s, "/")
	i, err1 := strconv.Atoi(a)
	n, err2 := strconv.Atoi(b)
	return i, n, ok && err1 == nil && err2 == nil && 0 <= i && i < n && s == fmt.Sprintf("%d/%d", i, n)
}

// InShard says whether the recipient of a number, from 1, belongs to part i of n.
func InShard(number, i, n int) bool { return (number-1)%n == i }

// ShardSize is how many of rows recipients belong to part i of n.
func ShardSize(rows, i, n int) int { return (rows - i + n - 1) / n }

// Source is one ledger that is merged.
type Source struct {
	Name string
	In   io.Reader
}

// Merge writes the ledger of a whole run from those of all its shards, in the bytes that one run would have written. key signs its end.
func Merge(out io.Writer, shards []Source, key ed25519.PrivateKey) (*State, error) {
	var run *Run
	var lines []Record
	from := map[int]string{} // shard → the ledger that is it
	parts := 0
	for _, s := range shards {
		var state State
		_, tail, err := Scan(s.In, s.Name, false, func(r *Record) error {
			if err := state.Add(r); err != nil {
				return &Broken{s.Name, r.N, err.Error()}
			}
			if r.Kind == KindMade || r.Kind == KindFailed {
				lines = append(lines, *r)
			} else if r.Kind != KindRun && r.Kind != KindEnd {
				return &Broken{s.Name, r.N, "copies of one part were sent already: merge before anything is sent"}
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		if tail || !state.Ended {
			return nil, &Broken{Name: s.Name, Why: "its run is not finished: --resume finishes it"}
		}
		i, n, ok := ShardOf(state.Run.Shard)
		whole := *state.Run
		whole.Shard = ""
		switch {
		case !ok:
			return nil, &Broken{Name: s.Name, Why: "it is not one part of a run that was divided with --shard"}
		case from[i] != "":
			return nil, &Broken{Name: s.Name, Why: fmt.Sprintf("it is part %s, and so is %s", state.Run.Shard, from[i])}
		case run != nil && (n != parts || !whole.same(run)):
			return nil, &Broken{Name: s.Name, Why: "it is part of another run than " + shards[0].Name}
		}
		from[i], run, parts = s.Name, &whole, n
	}
	for i := range parts {
		if from[i] == "" {
			return nil, &Broken{Name: shards[0].Name, Why: fmt.Sprintf("part %d/%d of its run is not among the ledgers", i, parts)}
		}
	}
	if !run.SignedWith(key.Public().(ed25519.PublicKey)) {
		return nil, &Broken{Name: shards[0].Name, Why: "its run has another key than the one that is to sign the whole"}
	}
	return merged(out, run, lines, key)
}

// merged writes a run with its lines in the order of the list.
func merged(out io.Writer, run *Run, lines []Record, key ed25519.PrivateKey) (*State, error) {
	slices.SortStableFunc(lines, func(a, b Record) int { return cmp.Compare(a.Copy, b.Copy) })
	b := bufio.NewWriter(out)
	state := &State{}
	var at head
	put := func(r Record) error {
		line, err := at.next(&r, "the whole run")
		if err == nil {
			err = state.Add(&r)
		}
		if err == nil {
			_, err = b.Write(line)
		}
		return err
	}
	err := put(Record{Kind: KindRun, Run: run})
	for i := 0; i < len(lines) && err == nil; i++ {
		err = put(lines[i])
	}
	if err == nil {
		n := state.Count()
		err = put(at.end(n.Made, n.Failed, key))
	}
	if err == nil {
		err = b.Flush()
	}
	return state, err
}

// same says whether two runs make the same files.
func (r *Run) same(o *Run) bool {
	return r.Grows(o) == nil && o.Grows(r) == nil && r.List == o.List && r.Title == o.Title && r.Date == o.Date && r.Program == o.Program
}
