package fileset

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

// lockEvery is how often a waiting program asks again.
const lockEvery = 20 * time.Millisecond

// acquire makes this program the only one that writes to a folder, and returns how to give it back. The lock is the system's,
// on a file: it ends with the program, however that ends.
func acquire(ctx context.Context, dir string, wait time.Duration) (release func(), err error) {
	name := filepath.Join(dir, lockName)
	within, stop := context.WithTimeout(ctx, wait)
	defer stop()
	for {
		if info, err := os.Lstat(name); err == nil && !info.Mode().IsRegular() {
			return nil, &Error{"use", name, ErrSpecial} // somebody's link, which the lock would follow
		}
		l := flock.New(name, flock.SetPermissions(0o666))
		locked, err := l.TryLockContext(within, lockEvery)
		switch {
		case locked && stillThere(l, name):
			return func() {
				gone := os.Remove(name) // before it is given back: whoever waits for it sees that it has gone
				l.Close()
				if gone != nil { // where an open file cannot be removed
					os.Remove(name)
				}
			}, nil
		case ctx.Err() != nil && !locked:
			l.Close()
			return nil, errors.New("interrupted while another program was writing there")
		case errors.Is(err, context.DeadlineExceeded):
			l.Close()
			return nil, ErrBusy
		case err != nil:
			l.Close()
			return nil, err
		}
		l.Close() // the one before us removed it: what we hold has no name any more
	}
}

// stillThere says that a locked file is the one that bears its name now.
func stillThere(l *flock.Flock, name string) bool {
	held, err := l.Stat()
	if err != nil {
		return false
	}
	named, err := os.Lstat(name)
	return err == nil && os.SameFile(held, named)
}

// Lock makes this program the only one that works in a folder until it is released, or ends.
func Lock(ctx context.Context, dir string) (release func(), err error) {
	return acquire(ctx, dir, Wait)
}
