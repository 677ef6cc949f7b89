package job

import (
	"errors"
	"io"
	"io/fs"
	"os"

	"roadshow/distribute/ledger"
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

// osDisk is a folder of the machine. Nothing outside it is reached, whatever links it holds.
type osDisk struct{ root *os.Root }

func (d osDisk) Mkdir(name string) error {
	err := d.root.Mkdir(name, 0o700)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	return err
}

// Put writes a whole file and does not return before it is certain to lie there.
func (d osDisk) Put(name string, data []byte, mode fs.FileMode) error {
	f, err := d.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, mode)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

func (d osDisk) Rename(from, to string) error            { return d.root.Rename(from, to) }
func (d osDisk) Remove(name string) error                { return d.root.Remove(name) }
func (d osDisk) Open(name string) (io.ReadCloser, error) { return d.root.Open(name) }

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
