package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A file of eight lines of code whose blanks, comments, tests and named constants count for nothing.
func TestCountsCodeNumbersAndTheLongestFunction(t *testing.T) {
	root := t.TempDir()
	write := func(path, text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(filepath.Join(root, path)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(root, path), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("a/a.go", "// Package a holds 99 numbers.\npackage a\n\nconst gutter = 16 // pt\n\nfunc long() int {\n\t/* 7\n\t8 */\n\tx := 12\n\treturn x + 1 + gutter\n}\n\nfunc short() {}\n")
	write("a/a_test.go", "package a\n\nvar ignored = 77\n")
	write("b/b.go", "package b\n")
	write("b/testdata/c.go", "package c\n\nvar ignored = 77\n")
	var out strings.Builder
	if err := run(&out, root, nil); err != nil {
		t.Fatal(err)
	}
	got := strings.Split(strings.TrimSpace(out.String()), "\n")
	want := []string{"a 1 7 142 6 long 7 a.go", "b 1 1 0 0 1 b.go", "all 2 8 125 6 long 7 a.go"}
	for i, line := range want {
		if i+1 >= len(got) || strings.Join(strings.Fields(got[i+1]), " ") != line {
			t.Fatalf("line %d:\n%s\nwant %q", i+1, out.String(), line)
		}
	}
	out.Reset()
	if err := run(&out, root, []string{"b"}); err != nil || !strings.Contains(out.String(), "b                                1       1         0") {
		t.Fatalf("the sum of one: %v\n%s", err, out.String())
	}
}
