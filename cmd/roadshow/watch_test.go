package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestASnapshotSeesWhatABuildReadsAndNothingItWrites(t *testing.T) {
	dir := t.TempDir()
	outline := filepath.Join(dir, "briefing.yaml")
	put(t, outline, "title: A")
	out := filepath.Join(dir, "out")
	if err := os.Mkdir(out, 0o777); err != nil {
		t.Fatal(err)
	}
	to := target{folder: out}
	was := snapshot(dir, to)
	changes := func(what string, want bool) {
		t.Helper()
		now := snapshot(dir, to)
		if (now != was) != want {
			t.Errorf("%s: seen %v, want %v", what, now != was, want)
		}
		was = now
	}
	changes("nothing", false)
	put(t, filepath.Join(out, "memo.pdf"), "%PDF")
	changes("an output", false)
	put(t, filepath.Join(dir, ".briefing.yaml.swp"), "x")
	changes("an editor's file", false)
	put(t, filepath.Join(dir, "prices.csv"), "a,b")
	changes("a new table", true)
	put(t, outline, "title: Another")
	changes("another outline", true)
	if err := os.Remove(filepath.Join(dir, "prices.csv")); err != nil {
		t.Fatal(err)
	}
	changes("a table that is gone", true)
}

func TestWaitingEndsWithAChangeOrWithTheContext(t *testing.T) {
	dir := t.TempDir()
	put(t, filepath.Join(dir, "briefing.yaml"), "title: A")
	to := target{folder: filepath.Join(dir, "out")}
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	seen := snapshot(dir, to)
	put(t, filepath.Join(dir, "briefing.yaml"), "title: Another one")
	if !waitForChange(ctx, dir, to, seen) {
		t.Error("the change was not seen")
	}
	cancel()
	if waitForChange(ctx, dir, to, snapshot(dir, to)) {
		t.Error("a change was seen after the end")
	}
}
