// Package folder reads the files of an outline's folder and nothing outside it, and notes what was read.
package folder

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"syscall"
)

// FileReader reads a file inside the outline's folder, at most limit bytes and one more.
type FileReader func(name string, limit int64) ([]byte, error)

// ReadInside reads files of one folder and nothing outside it. It returns at most one byte more than the limit, so that the
// caller sees that there is more. Errors are words for the author.
func ReadInside(root *os.Root) func(name string, limit int64) ([]byte, error) {
	return func(name string, limit int64) ([]byte, error) {
		f, err := OpenInside(root, name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		// A buffer that grows by itself would keep a large file twice: what is read, the byte too many as well, has its room before.
		size := int64(0)
		if info, err := f.Stat(); err == nil {
			size = min(info.Size(), limit+1)
		}
		buf := bytes.NewBuffer(make([]byte, 0, size+bytes.MinRead))
		if _, err := buf.ReadFrom(io.LimitReader(f, limit+1)); err != nil {
			return nil, PlainWords(err)
		}
		return buf.Bytes(), nil
	}
}

// OpenInside opens a file of a folder. Absolute paths, `../` and links that lead out are refused, and so is everything that
// is not a regular file: a pipe would never end.
func OpenInside(root *os.Root, name string) (*os.File, error) {
	if root == nil {
		return nil, errors.New("an outline without a folder has no files")
	}
	info, err := root.Stat(name)
	if err != nil {
		return nil, PlainWords(err)
	}
	switch {
	case info.IsDir():
		return nil, errors.New("it is a folder")
	case !info.Mode().IsRegular():
		return nil, errors.New("it is not a regular file")
	}
	f, err := root.Open(name)
	if err != nil {
		return nil, PlainWords(err)
	}
	return f, nil
}

// machineFault says that a file could not be read and that nothing is wrong with its name or its rights.
func machineFault(err error) bool {
	return slices.ContainsFunc([]error{syscall.EIO, syscall.EMFILE, syscall.ENFILE, syscall.ENOMEM, syscall.ESTALE, syscall.ETIMEDOUT, syscall.ENXIO},
		func(fault error) bool { return errors.Is(err, fault) })
}

// PlainWords drops what a system call adds to its reason.
func PlainWords(err error) error {
	var path *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return noSuchFile{}
	case errors.Is(err, fs.ErrPermission):
		return errors.New("it may not be read")
	case strings.Contains(err.Error(), "escapes"): // os.Root does not export its error
		return errors.New("it leads out of the outline's folder")
	case errors.As(err, &path):
		return path.Err
	}
	return err
}

// noSuchFile is fs.ErrNotExist in words for the author.
type noSuchFile struct{}

func (noSuchFile) Error() string { return "there is no such file" }
func (noSuchFile) Unwrap() error { return fs.ErrNotExist }
