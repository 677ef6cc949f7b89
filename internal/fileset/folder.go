package fileset

import (
	"errors"
	"io/fs"
	"os"
)

// folder is what a set needs of the file system, so that tests can make each call fail.
type folder interface {
	Mkdir(name string) error
	Put(name string, data []byte) error // a new file, synced
	Rename(from, to string) error
	Link(from, to string) error
	Symlink(to, name string) error
	Readlink(name string) (string, error)
	Remove(name string) error
	Lstat(name string) (fs.FileInfo, error)
	ReadFile(name string) ([]byte, error)
	List(name string) ([]string, error)
	Sync(name string) error
}

// osFolder is a folder of the machine. Nothing outside it is reached, whatever links it holds.
type osFolder struct{ root *os.Root }

func (f osFolder) Mkdir(name string) error                { return f.root.Mkdir(name, 0o777) }
func (f osFolder) Rename(from, to string) error           { return f.root.Rename(from, to) }
func (f osFolder) Link(from, to string) error             { return f.root.Link(from, to) }
func (f osFolder) Symlink(to, name string) error          { return f.root.Symlink(to, name) }
func (f osFolder) Readlink(name string) (string, error)   { return f.root.Readlink(name) }
func (f osFolder) Remove(name string) error               { return f.root.Remove(name) }
func (f osFolder) Lstat(name string) (fs.FileInfo, error) { return f.root.Lstat(name) }
func (f osFolder) ReadFile(name string) ([]byte, error)   { return f.root.ReadFile(name) }

func (f osFolder) Put(name string, data []byte) error {
	w, err := f.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	return Finish(w, data)
}

// Finish writes all bytes of a new file, and closes it when they are certain to lie on the disk.
func Finish(f *os.File, data []byte) error {
	_, err := f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

func (f osFolder) List(name string) ([]string, error) {
	d, err := f.root.Open(name)
	if err != nil {
		return nil, err
	}
	defer d.Close()
	return d.Readdirnames(-1)
}

// Sync makes what was renamed in a folder survive a power cut where the system allows it.
func (f osFolder) Sync(name string) error {
	d, err := f.root.Open(name)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
