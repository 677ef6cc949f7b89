package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
)

// output is one finished file.
type output struct {
	path string
	data []byte
}

// writeAll puts every file in its place, or none: all are written and synced beside their places first, then renamed. An
// error leaves what was there before.
func writeAll(files []output) error {
	// Ctrl-C waits for the few milliseconds that this takes: nothing half-written stays behind.
	hold := make(chan os.Signal, 1)
	signal.Notify(hold, os.Interrupt)
	defer signal.Stop(hold)
	var temps []string
	defer func() {
		for _, t := range temps {
			os.Remove(t) // those that were renamed are gone already
		}
	}()
	for _, f := range files {
		if err := replaceable(f.path); err != nil {
			return err
		}
		if err := os.MkdirAll(filepath.Dir(f.path), 0o777); err != nil {
			return machine("make the folder", filepath.Dir(f.path), err)
		}
		temp, err := writeBeside(f)
		if temp != "" {
			temps = append(temps, temp)
		}
		if err != nil {
			return machine("write", f.path, err)
		}
	}
	for i, f := range files {
		if err := os.Rename(temps[i], f.path); err != nil {
			return machine("write", f.path, err)
		}
	}
	for _, f := range files {
		syncFolder(filepath.Dir(f.path))
	}
	return nil
}

// replaceable refuses to rename over anything but a regular file: a rename would quietly remove a device or a pipe.
func replaceable(path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return machine("write", path, err)
	case info.IsDir():
		return usage("move it away or name another file with -o", "%s is a folder", shown(path))
	case !info.Mode().IsRegular():
		return usage("write a file, or -o - for standard output", "%s is not a regular file", shown(path))
	}
	return nil
}

// writeBeside writes and syncs the file's bytes under a hidden name in its folder and returns that name as soon as it exists.
func writeBeside(f output) (temp string, err error) {
	var w *os.File
	for try := 0; ; try++ {
		temp = filepath.Join(filepath.Dir(f.path), fmt.Sprintf(".%s.%d-%d.part", filepath.Base(f.path), os.Getpid(), try))
		w, err = os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if err == nil {
			break
		}
		if try == 100 || !errors.Is(err, fs.ErrExist) {
			return "", err
		}
	}
	_, err = w.Write(f.data)
	if err == nil {
		err = w.Sync()
	}
	return temp, errors.Join(err, w.Close())
}

// syncFolder makes the rename survive a power cut where the system allows it. The file is in place either way.
func syncFolder(dir string) {
	if d, err := os.Open(dir); err == nil {
		d.Sync()
		d.Close()
	}
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
