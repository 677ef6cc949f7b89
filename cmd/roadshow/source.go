package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"roadshow/internal/limits"
)

// outlineName is the file that a folder stands for.
const outlineName = "briefing.yaml"

// outlineText is the outline that a command works on.
type outlineText struct {
	folder string   // "." for standard input
	file   string   // its name there; "" for standard input
	name   string   // as messages call it
	text   []byte   // at most one byte over the limit
	root   *os.Root // the folder: nothing outside it is read
}

func (s outlineText) close() { s.root.Close() }

// readSource finds and reads the outline that an argument names: a file, a folder's briefing.yaml, or - for standard input.
func readSource(arg string, stdin io.Reader) (outlineText, error) {
	s := outlineText{folder: ".", name: "stdin"}
	if arg != "-" {
		info, err := os.Stat(arg)
		if err != nil {
			return outlineText{}, unreadable(arg, err)
		}
		s.folder, s.file = filepath.Split(arg)
		if info.IsDir() {
			s.folder, s.file = arg, outlineName
		}
		s.folder = filepath.Clean(s.folder)
		s.name = filepath.ToSlash(filepath.Join(s.folder, s.file))
	}
	root, err := os.OpenRoot(s.folder)
	if err != nil {
		return outlineText{}, machine("open", s.folder, err)
	}
	s.root = root
	if s.file == "" {
		s.text, err = io.ReadAll(io.LimitReader(stdin, limits.OutlineBytes.N64()+1))
		if err != nil {
			err = fmt.Errorf("cannot read standard input: %w", err)
		}
	} else {
		s.text, err = s.read()
	}
	if err != nil {
		root.Close()
		return outlineText{}, err
	}
	return s, nil
}

// read reads the outline's file.
func (s outlineText) read() ([]byte, error) {
	info, err := s.root.Stat(s.file)
	switch {
	case errors.Is(err, fs.ErrNotExist) && s.file == outlineName:
		return nil, usage("`roadshow new` makes a folder that has one", "the folder %s has no %s", s.folder, outlineName)
	case err != nil && strings.Contains(err.Error(), "escapes"): // os.Root does not export its error
		return nil, usage("name the file that it leads to", "%s is a link that leaves its folder", s.name)
	case err != nil:
		return nil, unreadable(s.name, err)
	case info.IsDir():
		return nil, usage("", "%s is a folder", s.name)
	case !info.Mode().IsRegular():
		return nil, usage("- reads standard input", "%s is not a regular file", s.name)
	}
	f, err := s.root.Open(s.file)
	if err != nil {
		return nil, unreadable(s.name, err)
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, limits.OutlineBytes.N64()+1))
	if err != nil {
		return nil, machine("read", s.name, err)
	}
	return text, nil
}

// unreadable sorts an error: a name that is not there was mistyped, anything else is the machine's.
func unreadable(arg string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return usage("name a folder with a "+outlineName+", an outline file, or - for standard input", "there is no %s", arg)
	}
	return machine("read", arg, err)
}
