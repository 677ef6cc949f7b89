package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const subject = `package fresh

func Most(a, b int) int {
	if a > b {
		return a
	}
	return b
}

func Share(a, b float64) float64 {
	out := 0.0
	if b != 0 && a < b {
		out = a / b
	}
	return out
}

func Long(s string) bool { return len(s) > 1<<4 }
`

const tests = `package fresh

import "testing"

func TestMost(t *testing.T) {
	if Most(1, 2) != 2 || Most(2, 1) != 2 {
		t.Error("not the most")
	}
}
`

// TestMutantsAreFoundBuiltAndKilled: a package of three functions of which one is tested. What the test sees is killed, what it does
// not see lives, and the sources stay as they are.
func TestMutantsAreFoundBuiltAndKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles a package")
	}
	t.Chdir("../..")
	pkg, err := os.MkdirTemp("internal/mutants", "fresh")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(pkg)
	for name, text := range map[string]string{"fresh.go": subject, "fresh_test.go": tests} {
		if err := os.WriteFile(filepath.Join(pkg, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	dir := t.TempDir()
	drawn, overlay, err := mutate([]string{filepath.ToSlash(pkg)}, 100, 1, dir)
	if err != nil {
		t.Fatal(err)
	}
	var list strings.Builder
	for _, p := range drawn {
		list.WriteString(p.String() + "\n")
	}
	for _, want := range []string{"turned: a > b", "another sign: a / b", "> becomes >= in len(s) > 1<<4"} {
		if !strings.Contains(list.String(), want) {
			t.Errorf("no %q among\n%s", want, list.String())
		}
	}
	g := group{"fresh", []string{filepath.ToSlash(pkg)}, []string{filepath.ToSlash(pkg)}}
	killed, err := g.run(100, 1, true)
	if err != nil {
		t.Fatal(err)
	}
	if killed != 1 || len(drawn) < 4 {
		t.Errorf("%d of %d were killed: one is in what the test runs", killed, len(drawn))
	}
	if len(overlay) != 2 {
		t.Errorf("the overlay has %d files", len(overlay))
	}
}
