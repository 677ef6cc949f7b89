package truth

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"roadshow/internal/folder"
)

func TestOnlyRegularFilesOfTheFolderAreRead(t *testing.T) {
	dir := t.TempDir()
	outside := filepath.Join(t.TempDir(), "secret.md")
	write(t, outside, "secret")
	write(t, filepath.Join(dir, "notes.md"), "words")
	inner := filepath.Join(dir, "folder")
	if err := os.Mkdir(inner, 0o777); err != nil {
		t.Fatal(err)
	}
	for _, link := range [][2]string{{outside, "out.md"}, {"notes.md", "in.md"}, {"../notes.md", "folder/up.md"}, {"nowhere", "dead.md"}} {
		if err := os.Symlink(link[0], filepath.Join(dir, link[1])); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe.md"), 0o666); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	read := folder.ReadInside(root)
	for _, c := range []struct{ name, text, refused string }{
		{"notes.md", "words", ""},
		{"in.md", "words", ""},
		{"folder/up.md", "words", ""},
		{"folder/../notes.md", "words", ""},
		{"out.md", "", "leads out"},
		{"../secret.md", "", "leads out"},
		{outside, "", "leads out"},
		{"folder", "", "is a folder"},
		{"pipe.md", "", "not a regular file"},
		{"none.md", "", "no such file"},
		{"dead.md", "", "no such file"},
		{"", "", "empty path"},
		{"no\x00tes.md", "", "invalid"},
	} {
		done := make(chan struct{})
		go func() {
			defer close(done)
			text, err := read(c.name, 100)
			switch {
			case c.refused == "" && (err != nil || string(text) != c.text):
				t.Errorf("%q: %q, %v", c.name, text, err)
			case c.refused != "" && (err == nil || !strings.Contains(err.Error(), c.refused)):
				t.Errorf("%q: error %v, want one that says %q", c.name, err, c.refused)
			}
		}()
		select {
		case <-done:
		case <-time.After(5 * time.Second):
			t.Fatalf("%q: still reading", c.name)
		}
	}
}

func TestReadingStopsOneByteAfterTheLimit(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "long.md"), strings.Repeat("x", 1000))
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	for limit, want := range map[int64]int{10: 11, 999: 1000, 1000: 1000, 5000: 1000} {
		if text, err := folder.ReadInside(root)("long.md", limit); err != nil || len(text) != want {
			t.Errorf("limit %d: %d bytes, %v; want %d", limit, len(text), err, want)
		}
	}
}

func TestAnOutlineWithoutAFolderHasNoFiles(t *testing.T) {
	if _, err := folder.ReadInside(nil)("notes.md", 10); err == nil {
		t.Error("read a file of no folder")
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}
