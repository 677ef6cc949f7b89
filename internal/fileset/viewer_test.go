package fileset

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// viewed is a folder as Windows shows it while a viewer holds a file open: the file can be read, but not renamed over, linked or
// removed; no folder can be synced; nothing at all has a second link on some file systems.
type viewed struct {
	osFolder
	open    string
	noLinks bool
}

const sharingViolation = syscall.Errno(32)

func (f viewed) Rename(a, b string) error {
	if a == f.open || b == f.open {
		return &os.LinkError{Op: "rename", Old: a, New: b, Err: sharingViolation}
	}
	return f.osFolder.Rename(a, b)
}

func (f viewed) Link(a, b string) error {
	if f.noLinks || a == f.open {
		return &os.LinkError{Op: "link", Old: a, New: b, Err: sharingViolation}
	}
	return f.osFolder.Link(a, b)
}

func (f viewed) Remove(name string) error {
	if name == f.open {
		return &os.PathError{Op: "remove", Path: name, Err: sharingViolation}
	}
	return f.osFolder.Remove(name)
}

func (f viewed) Sync(name string) error {
	return &os.PathError{Op: "sync", Path: name, Err: errors.New("access is denied")}
}

// Whichever file of a set is open, all old files stay, the error names it, nothing is left behind, and when it is closed the
// next build goes through.
func TestAFileThatAViewerHoldsOpenKeepsAllOld(t *testing.T) {
	old := append([]File{{"c.json", []byte("old c")}}, oldSet...)
	for _, open := range []string{"a.pdf", "sub/b.pdf", "c.json"} {
		for _, noLinks := range []bool{false, true} {
			dir := t.TempDir()
			if err := quiet(dir, old); err != nil {
				t.Fatal(err)
			}
			build := func(open string) error {
				return write(context.Background(), dir, newSet, time.Second, func(r *os.Root) folder { return viewed{osFolder{r}, open, noLinks} })
			}
			err := build(open)
			var wrong *Error
			if !errors.As(err, &wrong) || wrong.Name != filepath.Join(dir, filepath.FromSlash(open)) || !errors.Is(err, sharingViolation) {
				t.Errorf("%s: error %v", open, err)
			}
			if got := standing(t, dir); !holds(got, old) {
				t.Errorf("%s is open: %v", open, got)
			}
			if err := build(""); err != nil {
				t.Errorf("%s is closed: %v", open, err)
			}
			if got := standing(t, dir); !holds(got, newSet) {
				t.Errorf("%s is closed: %v", open, got)
			}
		}
	}
}
