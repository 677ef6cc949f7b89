package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"roadshow/internal/limits"
)

// TestFilesOfTheCommandLineAreReadUpToTheirLimits: of each kind one as long as its limit is taken, and one a byte longer is refused.
func TestFilesOfTheCommandLineAreReadUpToTheirLimits(t *testing.T) {
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	of := func(size int) string {
		if err := os.WriteFile(filepath.Join(dir, "f"), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(filepath.Join(dir, "f"), int64(size)); err != nil {
			t.Fatal(err)
		}
		return filepath.Join(dir, "f")
	}
	for _, id := range []limits.ID{limits.ProofBytes, limits.KeyBytes, limits.ListBytes} {
		if data, err := readWhole(of(id.N()), id); err != nil || len(data) != id.N() {
			t.Errorf("%s: at its limit %d bytes are read, %v", id.Row().Name, len(data), err)
		}
		if _, err := readWhole(of(id.N()+1), id); err == nil || !strings.Contains(err.Error(), id.Row().Figure()) {
			t.Errorf("%s: a byte more: %v", id.Row().Name, err)
		}
	}
	of(limits.ShownBytes.N())
	if got := (outlineText{folder: ".", root: root}).lines("f"); len(got) != limits.ShownBytes.N() {
		t.Errorf("of a file as long as may be shown %d bytes are read", len(got))
	}
	of(limits.ShownBytes.N() + 1)
	if got := (outlineText{folder: ".", root: root}).lines("f"); got != nil {
		t.Errorf("a file that is longer is shown, %d bytes", len(got))
	}
}
