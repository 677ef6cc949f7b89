package ledger

import (
	"crypto/ed25519"
	"errors"
	"fmt"
	"io"

	"roadshow/internal/limits"
)

// Handle is an open ledger, as much as a writer needs of a file.
type Handle interface {
	io.ReadWriteSeeker
	Truncate(size int64) error
	Sync() error
}

// Writer appends to a ledger. Whoever opens one holds the folder's lock: there is one writer at a time.
type Writer struct {
	to     Handle
	name   string
	at     head
	size   int64 // bytes that are certain to lie there
	Mended int   // bytes of an unfinished line that were cut off
}

// Open reads and checks a ledger that is to be continued, and calls f for each line. What a crash left of an unfinished line is cut
// off; a line that is whole but for its line end stays. A ledger that is broken anywhere else is not written to.
func Open(to Handle, name string, f func(*Record) error) (*Writer, error) {
	w := &Writer{to: to, name: name}
	size, tail, err := Scan(to, name, false, func(r *Record) error {
		w.at = head{r.N, r.Hash}
		return f(r)
	})
	if err != nil {
		return nil, err
	}
	w.size = size
	if _, err := to.Seek(size, io.SeekStart); err != nil {
		return nil, err
	}
	if !tail {
		return w, nil
	}
	line, err := io.ReadAll(io.LimitReader(to, limits.LedgerLine.N64()))
	if err != nil {
		return nil, err
	}
	if r, err := parse(line, false); err == nil && w.at.follows(&r) == nil {
		if err := f(&r); err != nil {
			return nil, err
		}
		return w, w.write([]byte{'\n'}, int64(len(line))+1)
	}
	if err := errors.Join(to.Truncate(size), to.Sync()); err != nil {
		return nil, err
	}
	w.Mended = len(line)
	_, err = to.Seek(size, io.SeekStart)
	return w, err
}

// Append writes records and does not return before they are certain to lie there. A failure leaves none of them.
func (w *Writer) Append(records ...Record) error {
	at := w.at
	var out []byte
	for i := range records {
		line, err := at.next(&records[i], w.name)
		if err != nil {
			return fmt.Errorf("line %d of %s: %w", at.n+1, w.name, err)
		}
		out = append(out, line...)
	}
	if err := w.write(out, int64(len(out))); err != nil {
		return err
	}
	w.at = at
	return nil
}

// End writes the end of a run with the house's signature.
func (w *Writer) End(made, failed int, key ed25519.PrivateKey) error {
	return w.Append(w.at.end(made, failed, key))
}

// write appends bytes, after which the ledger is longer by n: what stood there unfinished is counted too.
func (w *Writer) write(b []byte, n int64) error {
	_, err := w.to.Write(b)
	if err == nil {
		err = w.to.Sync()
	}
	if err != nil { // half a line would be mended by the next program; better that there is none
		w.to.Truncate(w.size)
		w.to.Seek(w.size, io.SeekStart)
		return err
	}
	w.size += n
	return nil
}
