package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestAllFilesAreWrittenOrNone(t *testing.T) {
	dir := t.TempDir()
	first, second := filepath.Join(dir, "a.pdf"), filepath.Join(dir, "b.pdf")
	put(t, first, "earlier")
	if err := os.Mkdir(second, 0o777); err != nil {
		t.Fatal(err)
	}
	err := writeAll(dir, []output{{first, []byte("new")}, {second, []byte("new")}})
	if err == nil || !strings.Contains(err.Error(), "is a folder") {
		t.Errorf("error %v", err)
	}
	if got := get(t, first); got != "earlier" {
		t.Errorf("the first file holds %q after the second failed", got)
	}
	if err := os.Remove(second); err != nil {
		t.Fatal(err)
	}
	if err := writeAll(dir, []output{{first, []byte("new")}, {second, []byte("new too")}}); err != nil {
		t.Fatal(err)
	}
	if get(t, first) != "new" || get(t, second) != "new too" {
		t.Error("the files do not hold what was written")
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 2 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestAFullDiskIsSaidPlainly(t *testing.T) {
	err := machine("write", "out/x.pdf", &fs.PathError{Op: "write", Path: "out/.x.pdf.12-0.part", Err: syscall.ENOSPC})
	if got, want := err.Error(), "cannot write out/x.pdf: the disk is full; what was there is unchanged"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if exitCode(err) != exitMachine {
		t.Errorf("exit code %d", exitCode(err))
	}
}

func TestMachineErrorsDoNotNameTheTemporaryFile(t *testing.T) {
	err := machine("write", "x.pdf", &fs.PathError{Op: "open", Path: ".x.pdf.12-0.part", Err: syscall.EACCES})
	if strings.Contains(err.Error(), "part") || !strings.Contains(err.Error(), "permission denied") {
		t.Error(err)
	}
}

func put(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func get(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// A viewer on Windows holds a file open: renaming over it is a sharing violation (32). That is the machine's fault, in its words.
func TestAFileThatAViewerHoldsIsTheMachinesFault(t *testing.T) {
	err := machine("write", "out/x.pdf", &os.LinkError{Op: "rename", Old: ".roadshow.stage/0.new", New: "x.pdf", Err: syscall.Errno(32)})
	if exitCode(err) != exitMachine || !strings.HasPrefix(err.Error(), "cannot write out/x.pdf: ") || strings.Contains(err.Error(), "stage") {
		t.Errorf("exit code %d: %v", exitCode(err), err)
	}
}
