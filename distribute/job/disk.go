package job

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path"

	"roadshow/distribute/ledger"
	"roadshow/internal/fileset"
)

// disk is what a job needs of the file system, so that tests can make each call fail, or the program end at it.
type disk interface {
	Mkdir(name string) error // there may be one
	Put(name string, data []byte, mode fs.FileMode) error
	Rename(from, to string) error
	Sync(dir string) error
	Open(name string) (io.ReadCloser, error)
	Ledger(name string) (book, error)
	List(dir string) ([]string, error)
	Remove(name string) error
}

// book is an open ledger.
type book interface {
	ledger.Handle
	io.Closer
}

// osDisk is a folder of the machine. Nothing outside it is reached, whatever links it holds. Folders in it stay open: to find one anew
// for each file costs more than the file's name.
type osDisk struct {
	root *os.Root
	subs map[string]*os.Root
}

func newDisk(root *os.Root) osDisk { return osDisk{root, map[string]*os.Root{}} }

func (d osDisk) Mkdir(name string) error {
	err := d.root.Mkdir(name, 0o700)
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	sub, err := d.root.OpenRoot(name)
	if err != nil {
		return err
	}
	d.subs[name] = sub
	return nil
}

// at is the folder that a file lies in, and its name there.
func (d osDisk) at(name string) (*os.Root, string) {
	if dir, file := path.Split(name); dir != "" {
		if sub := d.subs[path.Clean(dir)]; sub != nil {
			return sub, file
		}
	}
	return d.root, name
}

// Close lets the folders go, and the one that they are in.
func (d osDisk) Close() error {
	var errs []error
	for _, sub := range d.subs {
		errs = append(errs, sub.Close())
	}
	return errors.Join(append(errs, d.root.Close())...)
}

// Put writes a whole file and does not return before it is certain to lie there.
func (d osDisk) Put(name string, data []byte, mode fs.FileMode) error {
	dir, name := d.at(name)
	f, err := dir.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, mode)
	if err != nil {
		return err
	}
	return fileset.Finish(f, data)
}

// Rename gives a file another name in its folder.
func (d osDisk) Rename(from, to string) error {
	dir, from := d.at(from)
	_, to = d.at(to)
	return dir.Rename(from, to)
}

func (d osDisk) Remove(name string) error {
	dir, name := d.at(name)
	return dir.Remove(name)
}

func (d osDisk) Open(name string) (io.ReadCloser, error) {
	dir, name := d.at(name)
	return dir.Open(name)
}

func (d osDisk) Ledger(name string) (book, error) {
	return d.root.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o600)
}

func (d osDisk) List(dir string) ([]string, error) {
	f, err := d.root.Open(dir)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.Readdirnames(-1)
}

// Sync makes what was renamed in a folder survive a power cut where the system allows it.
func (d osDisk) Sync(dir string) error {
	f, err := d.root.Open(dir)
	if err != nil {
		return err
	}
	err = f.Sync()
	f.Close()
	if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, fs.ErrInvalid) {
		return nil
	}
	return err
}
