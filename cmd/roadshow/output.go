package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"roadshow/internal/fileset"
)

// output is one finished file.
type output struct {
	path string
	data []byte
}

// writeAll puts every file in its place in a folder, or none. Signals that would end the program wait for the few milliseconds
// that this takes.
func writeAll(folder string, files []output) error {
	ctx, stop := held()
	defer stop()
	set := make([]fileset.File, len(files))
	for i, f := range files {
		name, err := filepath.Rel(folder, f.path)
		if err != nil {
			return machine("write", f.path, err)
		}
		set[i] = fileset.File{Name: filepath.ToSlash(name), Data: f.data}
	}
	err := fileset.Write(ctx, folder, set)
	var wrong *fileset.Error
	switch {
	case !errors.As(err, &wrong):
		return err
	case errors.Is(err, fileset.ErrIsFolder):
		return usage("move it away or name another file with -o", "%s is a folder", shown(wrong.Name))
	case errors.Is(err, fileset.ErrSpecial):
		return usage("write a file, or -o - for standard output", "%s is not a regular file", shown(wrong.Name))
	}
	return machine(wrong.Verb, wrong.Name, wrong.Err)
}

// held is a context that ends with the first signal that would have ended the program. One that is ignored stays so: nohup.
func held() (context.Context, context.CancelFunc) {
	var list []os.Signal
	for _, s := range []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP} {
		if !signal.Ignored(s) {
			list = append(list, s)
		}
	}
	if len(list) == 0 { // none would mean all
		return context.WithCancel(context.Background())
	}
	return signal.NotifyContext(context.Background(), list...)
}

// notLinked refuses to write through a linked folder: the link of a stranger's briefing would lead out of it. What lies
// above the outline's folder, or is no part of it, is the reader's own affair, but for the last folder named.
func notLinked(folder, outline string) error {
	folder = filepath.Clean(folder)
	for dir := folder; dir != "." && dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if rel, err := filepath.Rel(outline, dir); dir != folder && (err != nil || rel == "." || strings.HasPrefix(rel, "..")) {
			return nil
		}
		if info, err := os.Lstat(dir); err == nil && info.Mode()&fs.ModeSymlink != 0 {
			return usage("name the folder itself with -o, or follow it with --follow-links", "%s is a link to another folder", shown(dir))
		}
	}
	return nil
}

// notRead refuses to replace a file that the briefing was made of.
func notRead(files []output, src outlineText, read []string) error {
	for _, f := range files {
		info, err := os.Stat(f.path)
		if err != nil {
			continue
		}
		for _, name := range append([]string{src.file}, read...) {
			if name == "" {
				continue
			}
			if from, err := os.Stat(filepath.Join(src.folder, filepath.FromSlash(name))); err == nil && os.SameFile(info, from) {
				return usage("name another file or folder with -o", "%s is part of the briefing and would be overwritten", shown(f.path))
			}
		}
	}
	return nil
}

// machine words an error of the file system: what was tried, on what, why it failed, without the temporary name.
func machine(verb, path string, err error) error {
	var inner *fs.PathError
	if errors.As(err, &inner) {
		err = inner.Err
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		err = link.Err
	}
	if errors.Is(err, syscall.ENOSPC) {
		return fmt.Errorf("cannot %s %s: the disk is full; what was there is unchanged", verb, shown(path))
	}
	return fmt.Errorf("cannot %s %s: %w", verb, shown(path), err)
}
