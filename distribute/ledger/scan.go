package ledger

import (
	"bufio"
	"bytes"
	"crypto/ed25519"
	"errors"
	"fmt"
	"io"
	"runtime"

	"roadshow/internal/limits"
)

// Broken is a ledger that is not as it was written.
type Broken struct {
	Name string
	Line int // from 1; 0: the ledger as a whole
	Why  string
}

func (b *Broken) Error() string {
	if b.Line == 0 {
		return fmt.Sprintf("%s: %s", b.Name, b.Why)
	}
	return fmt.Sprintf("%s:%d: %s", b.Name, b.Line, b.Why)
}

// head is where a chain of lines stands.
type head struct {
	n    int
	hash string
}

// next makes a record the line behind the head, and moves the head there.
func (h *head) next(r *Record, name string) ([]byte, error) {
	r.N, r.Prev = h.n+1, h.hash
	line, err := r.line()
	if err == nil && len(line) > limits.LedgerLine.N() {
		err = limits.LedgerLine.Err(r.N, name)
	}
	if err == nil {
		err = h.follows(r)
	}
	return line, err
}

// end is the signed end of a run behind the head.
func (h *head) end(made, failed int, key ed25519.PrivateKey) Record {
	r := Record{Kind: KindEnd, N: h.n + 1, Prev: h.hash, Made: made, Failed: failed}
	r.sign(key)
	return r
}

// follows holds a record against the line before it.
func (h *head) follows(r *Record) error {
	switch {
	case r.N != h.n+1 && h.n == 0:
		return fmt.Errorf("it is line %d of a ledger: the lines before it are gone", r.N)
	case r.N != h.n+1:
		return fmt.Errorf("it is line %d of a ledger, and stands behind line %d", r.N, h.n)
	case r.Prev != h.hash:
		return errors.New("it does not follow from the line before it")
	case h.n == 0 && r.Kind != KindRun:
		return errors.New("a ledger begins with its run")
	case r.Kind == KindRun && (r.Run == nil || r.Run.Format > Format):
		return errors.New("it was written by a later version of roadshow")
	}
	h.n, h.hash = r.N, r.Hash
	return nil
}

// batch is as many lines as one goroutine reads at a time.
type batch struct {
	text    []byte // whole lines
	first   int    // number of the first
	tail    bool   // the last has no line end
	records []Record
	lines   []int // length of each in bytes, its line end included
	err     *Broken
	done    chan struct{}
}

const batchBytes = 128 << 10

// Scan reads a ledger, checks every line and calls f for each. size is how many bytes of it are whole lines that fit; what stands
// behind them is an unfinished line, if err is nil and tail is true. Lines are checked beside each other and told in order. Brief:
// of lines about a recipient, f learns no more than N, Kind, Copy, Prev and Hash.
func Scan(src io.Reader, name string, brief bool, f func(*Record) error) (size int64, tail bool, err error) {
	queue := make(chan *batch, runtime.GOMAXPROCS(0))
	stop := make(chan struct{})
	defer close(stop)
	failed := make(chan error, 1)
	go func() {
		defer close(queue)
		failed <- split(src, name, func(b *batch) bool {
			go b.check(name, brief)
			select {
			case queue <- b:
				return true
			case <-stop:
				return false
			}
		})
	}()
	var at head
	for b := range queue {
		<-b.done
		for i := range b.records {
			r := &b.records[i]
			if b.tail && i == len(b.records)-1 {
				return size, true, nil
			}
			if err := at.follows(r); err != nil {
				return size, false, &Broken{name, b.first + i, err.Error()}
			}
			size += int64(b.lines[i])
			if err := f(r); err != nil {
				return size, false, err
			}
		}
		switch {
		case b.err != nil && b.tail:
			return size, true, nil
		case b.err != nil:
			return size, false, b.err
		}
	}
	return size, false, <-failed
}

// split cuts a ledger into batches of whole lines.
func split(src io.Reader, name string, give func(*batch) bool) error {
	in := bufio.NewReaderSize(src, 16<<10)
	room := 0 // the first batch takes what it needs: most ledgers have no second
	for first := 1; ; {
		b := &batch{first: first, done: make(chan struct{}), text: make([]byte, 0, room)}
		room = batchBytes + 4096
		for len(b.text) < batchBytes {
			from := len(b.text)
			for {
				part, err := in.ReadSlice('\n')
				b.text = append(b.text, part...)
				if len(b.text)-from > limits.LedgerLine.N() {
					return &Broken{name, first, limits.LedgerLine.Says(first, name)}
				}
				if err == nil {
					break
				}
				if errors.Is(err, bufio.ErrBufferFull) {
					continue
				}
				if !errors.Is(err, io.EOF) {
					return err
				}
				b.tail = len(b.text) > from
				if len(b.text) > 0 {
					give(b)
				}
				return nil
			}
			first++
		}
		if !give(b) {
			return nil
		}
	}
}

// check reads the lines of a batch up to the first that is broken.
func (b *batch) check(name string, brief bool) {
	defer close(b.done)
	for rest := b.text; len(rest) > 0; {
		line, after, ended := bytes.Cut(rest, []byte{'\n'})
		r, err := parse(line, brief)
		if err != nil {
			b.tail = b.tail && !ended
			b.err = &Broken{name, b.first + len(b.records), err.Error()}
			return
		}
		b.records, b.lines = append(b.records, r), append(b.lines, len(line)+1)
		rest = after
	}
}
