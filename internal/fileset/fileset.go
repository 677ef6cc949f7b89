// Package fileset replaces the files of a set together: after a fault, a signal or a power cut there are all old files or all
// new ones, never some of each.
//
// All new files are staged in a folder beside their places and synced. A journal then names them, and from there on the set
// is replaced: what is interrupted is finished by the next program that opens the folder. A rename that fails before the last
// is undone. One program at a time writes to a folder; the others wait.
package fileset

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"time"
)

// File is one finished file: its name in the folder, with slashes, and all its bytes.
type File struct {
	Name string
	Data []byte
}

// Wait is how long a program waits for another that writes to the same folder.
const Wait = 10 * time.Second

// Names in the folder while a set is written. They are fixed: whatever is left there can only be ours.
const (
	lockName  = ".roadshow.lock"
	stageName = ".roadshow.stage"
)

// Error says what could not be done, and to which file.
type Error struct {
	Verb string // "write", "make the folder"
	Name string // as the caller would name it, the folder included
	Err  error
}

func (e *Error) Error() string { return fmt.Sprintf("cannot %s %s: %v", e.Verb, e.Name, e.Err) }
func (e *Error) Unwrap() error { return e.Err }

// Reasons that are no fault of the file system.
var (
	ErrIsFolder = errors.New("it is a folder")
	ErrSpecial  = errors.New("it is not a regular file")
	ErrBusy     = errors.New("another program has been writing there for ten seconds")
)

// Write replaces files of the folder dir, which is made where it is missing. When the context ends before the turn has come,
// nothing is written; later, the set is finished all the same.
func Write(ctx context.Context, dir string, files []File) error {
	return write(ctx, dir, files, Wait, func(root *os.Root) folder { return osFolder{root} })
}

func write(ctx context.Context, dir string, files []File, wait time.Duration, open func(*os.Root) folder) (err error) {
	made, err := makeFolder(dir)
	defer func() {
		if err != nil {
			removeEmpty(made)
		}
	}()
	if err != nil {
		return &Error{"make the folder", dir, err}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return &Error{"write to", dir, err}
	}
	defer root.Close()
	release, err := acquire(ctx, dir, wait)
	if err != nil {
		return &Error{"write to", dir, err}
	}
	defer release()
	s := &set{folder: open(root), dir: dir, files: files}
	if err := s.recover(); err != nil {
		return err
	}
	return s.replace()
}

// set is a set of files on its way into a folder.
type set struct {
	folder
	dir   string
	files []File
	made  []string // folders inside dir
}

// replace stages all files and puts them in their places.
func (s *set) replace() (err error) {
	for _, f := range s.files {
		if err := s.replaceable(f.Name); err != nil {
			return s.wrong("write", f.Name, err)
		}
	}
	defer func() {
		if err != nil {
			for _, dir := range slices.Backward(s.made) {
				s.Remove(dir) // an empty one; others stay
			}
		}
	}()
	j := journal{Files: make([]entry, len(s.files))}
	for i, f := range s.files {
		j.Files[i].Name = f.Name
	}
	if err := s.stage(&j); err != nil {
		s.clear(len(s.files))
		return err
	}
	return s.commit(j)
}

// replaceable refuses to rename over anything but a regular file or a link: a rename would quietly remove a device or a pipe.
func (s *set) replaceable(name string) error {
	info, err := s.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case info.IsDir():
		return ErrIsFolder
	case !info.Mode().IsRegular() && info.Mode()&fs.ModeSymlink == 0:
		return ErrSpecial
	}
	return nil
}

// stage writes and syncs all new files under names of their own, keeps the old ones at hand, and writes the journal.
func (s *set) stage(j *journal) error {
	if err := s.Mkdir(stageName); err != nil {
		return s.wrong("write to", ".", err)
	}
	for i, f := range s.files {
		if err := s.makeParents(path.Dir(f.Name)); err != nil {
			return s.wrong("make the folder", path.Dir(f.Name), err)
		}
		if err := s.Put(staged(i), f.Data); err != nil {
			return s.wrong("write", f.Name, err)
		}
		kept, err := s.keep(f.Name, i)
		if err != nil {
			return s.wrong("write", f.Name, err)
		}
		j.Files[i].Old = kept
	}
	if len(s.files) == 1 {
		return nil // one rename is whole by itself
	}
	if err := s.writeJournal(*j); err != nil {
		return s.wrong("write to", ".", err)
	}
	return nil
}

// keep makes the old file stand under a second name until the set is replaced: as a second link, or as a copy where the file
// system has no links. A set of one needs none.
func (s *set) keep(name string, i int) (bool, error) {
	if len(s.files) == 1 {
		return false, nil
	}
	info, err := s.Lstat(name)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	if info.Mode()&fs.ModeSymlink != 0 {
		to, err := s.Readlink(name)
		if err != nil {
			return false, err
		}
		return true, s.Symlink(to, kept(i))
	}
	if s.Link(name, kept(i)) == nil {
		return true, nil
	}
	data, err := s.ReadFile(name)
	if err != nil {
		return false, err
	}
	return true, s.Put(kept(i), data)
}

// commit renames the staged files to their places. A failure is undone: all old files stand again.
func (s *set) commit(j journal) error {
	for i, f := range j.Files {
		if err := s.Rename(staged(i), f.Name); err != nil {
			if undo := s.back(j); undo != nil {
				err = errors.Join(err, undo)
			}
			return s.wrong("write", f.Name, err)
		}
	}
	s.settle(j)
	return nil
}

// settle makes the renames survive a power cut where the system allows it, and clears the stage. The files are in place
// either way; what is left of the stage is cleared by the next program.
func (s *set) settle(j journal) {
	var dirs []string
	for _, f := range j.Files {
		dirs = append(dirs, path.Dir(f.Name))
	}
	slices.Sort(dirs)
	for _, dir := range slices.Compact(dirs) {
		s.Sync(dir)
	}
	s.clear(len(j.Files))
}

// makeParents makes the folders of a name inside the folder, and notes those that are new.
func (s *set) makeParents(dir string) error {
	if dir == "." {
		return nil
	}
	if err := s.makeParents(path.Dir(dir)); err != nil {
		return err
	}
	err := s.Mkdir(dir)
	switch {
	case err == nil:
		s.made = append(s.made, dir)
	case errors.Is(err, fs.ErrExist):
		return nil
	}
	return err
}

func (s *set) wrong(verb, name string, err error) error {
	return &Error{verb, filepath.Join(s.dir, filepath.FromSlash(name)), err}
}

// makeFolder makes a folder and names those that were not there, the outermost first.
func makeFolder(dir string) (made []string, err error) {
	dir = filepath.Clean(dir)
	for d := dir; ; d = filepath.Dir(d) {
		if _, err := os.Lstat(d); !errors.Is(err, fs.ErrNotExist) || d == filepath.Dir(d) {
			break
		}
		made = append([]string{d}, made...)
	}
	return made, os.MkdirAll(dir, 0o777)
}

// removeEmpty removes folders that were made for nothing.
func removeEmpty(made []string) {
	for _, dir := range slices.Backward(made) {
		os.Remove(dir)
	}
}
