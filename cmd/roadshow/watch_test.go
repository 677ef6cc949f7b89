package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
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
	was := snapshot(dir, "memo")
	changes := func(what string, want bool) {
		t.Helper()
		now := snapshot(dir, "memo")
		if (now != was) != want {
			t.Errorf("%s: seen %v, want %v", what, now != was, want)
		}
		was = now
	}
	changes("nothing", false)
	put(t, filepath.Join(out, "memo.pdf"), "%PDF")
	changes("an output", false)
	put(t, filepath.Join(dir, "MEMO.PDF"), "%PDF")
	changes("an output beside the outline", false)
	put(t, filepath.Join(dir, "memo-slides-07.png"), "PNG")
	put(t, filepath.Join(out, "memo-112.png"), "PNG")
	changes("pages as pictures", false)
	put(t, filepath.Join(dir, "photo-01.png"), "PNG")
	changes("a picture of the author's", true)
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
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	seen := snapshot(dir, "memo")
	put(t, filepath.Join(dir, "briefing.yaml"), "title: Another one")
	if !waitForChange(ctx, dir, "memo", seen) {
		t.Error("the change was not seen")
	}
	cancel()
	if waitForChange(ctx, dir, "memo", snapshot(dir, "memo")) {
		t.Error("a change was seen after the end")
	}
}

func TestWatchBuildsAgainAfterEveryChangeAndEndsCleanly(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "memo")
	if err := os.Mkdir(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	outline := filepath.Join(dir, "briefing.yaml")
	const good = `title: Chips are the new oil
date: 2025-03-31
themes:
  - name: Supply
    claim: Buyers of computing waited most of a year
    argument: Orders placed in spring arrived in winter.
`
	put(t, outline, good)
	var out, messages locked
	s := quiet()
	s.out, s.err = &out, &messages
	done := make(chan int)
	go func() { done <- run([]string{"build", dir, "--watch", "--to", "document"}, s) }()
	until := func(what string, is func() bool) {
		t.Helper()
		for range 200 {
			if is() {
				return
			}
			time.Sleep(50 * time.Millisecond)
		}
		t.Fatalf("%s did not happen\n%s\n%s", what, out.text(), messages.text())
	}
	pdf := filepath.Join(dir, "out", "memo.pdf")
	until("the first build", func() bool { return strings.Count(out.text(), "wrote ") == 1 })
	first := get(t, pdf)

	put(t, outline, strings.Replace(good, "title:", "titel:", 1))
	until("a report of the slip", func() bool { return strings.Contains(messages.text(), "E-KEY") })
	if get(t, pdf) != first {
		t.Error("the file changed although the outline was broken")
	}
	put(t, outline, strings.Replace(good, "oil", "gold", 1))
	until("the second build", func() bool { return strings.Count(out.text(), "wrote ") == 2 })
	if get(t, pdf) == first {
		t.Error("the file did not change with the outline")
	}
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	if err := self.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	select {
	case code := <-done:
		if code != exitFine {
			t.Errorf("code %d after Ctrl-C", code)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("Ctrl-C did not end it")
	}
}
