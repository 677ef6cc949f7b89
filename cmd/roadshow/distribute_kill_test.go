package main

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"roadshow/distribute/ledger"
)

// How many runs are killed, and when: `make verify-all` asks for 2,000.
var (
	kills     = flag.Int("kills", 12, "how many runs TestKilledRunsLeaveWholeCopies kills")
	killsSeed = flag.Uint64("kills-seed", 16, "decides at which moments")
)

// Runs of distribute are killed at random moments, again and again in the same folder, until one gets through. After each kill every
// copy is whole or absent and the ledger is true; what the last one leaves are the bytes of a run that nothing disturbed.
func TestKilledRunsLeaveWholeCopies(t *testing.T) {
	most := *kills
	if testing.Short() {
		most = min(most, 3)
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	bin := filepath.Join(dir, "roadshow") // the test's program is roadshow where it bears its name
	if err := os.Symlink(program, bin); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(dir, "memo.yaml"), "title: A fictional memo\ndate: 2026-11-30\nthemes:\n- name: One\n  claim: Revenue reached a fictional height\n")
	var list strings.Builder
	list.WriteString("id,name,email\n")
	for i := range 10 {
		fmt.Fprintf(&list, "r%d,Reader %d,r%d@example.com\n", i, i, i)
	}
	put(t, filepath.Join(dir, "readers.csv"), list.String())
	start := func(args ...string) *exec.Cmd {
		c := exec.Command(bin, args...)
		c.Dir = dir
		return c
	}
	distribute := func(to string) *exec.Cmd {
		return start("distribute", "memo.yaml", "--recipients", "readers.csv", "-o", to, "--to", "slides", "--key", "house.pem", "--resume")
	}
	if text, err := start("key", "new", "house.pem").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	whole := time.Hour // the least of some: what else the machine does only adds, and a run that has ended is not killed
	for range 3 {
		os.RemoveAll(filepath.Join(dir, "calm"))
		began := time.Now()
		if text, err := distribute("calm").CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		whole = min(whole, time.Since(began))
	}
	want := copied(t, filepath.Join(dir, "calm"))
	rng := rand.New(rand.NewPCG(20261130, *killsSeed))
	killed, folders := 0, 0
	for tries := 0; killed < most; tries++ {
		if tries > 20*most {
			t.Fatalf("%d of %d runs ended before they were killed", tries-killed, tries)
		}
		to := fmt.Sprintf("sent-%d", folders)
		c := distribute(to)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rng.Int64N(int64(whole) + 1)))
		c.Process.Kill()
		if c.Wait() != nil {
			killed++
			left := copied(t, filepath.Join(dir, to))
			truthful(t, left, want)
			continue
		}
		done := copied(t, filepath.Join(dir, to))
		for name, data := range want {
			if !bytes.Equal(done[name], data) {
				t.Fatalf("after %d kills %s is another", killed, name)
			}
		}
		if len(done) != len(want) {
			t.Fatalf("after %d kills something is left: %d files, not %d", killed, len(done), len(want))
		}
		os.RemoveAll(filepath.Join(dir, to))
		folders++
	}
	if text, err := distribute(fmt.Sprintf("sent-%d", folders)).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	last := copied(t, filepath.Join(dir, fmt.Sprintf("sent-%d", folders)))
	for name, data := range want {
		if !bytes.Equal(last[name], data) {
			t.Fatalf("in the end %s is another", name)
		}
	}
	t.Logf("%d kills in %d folders", killed, folders+1)
}

// copied are all files below a folder; none where it was not made yet.
func copied(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == ".roadshow.lock" {
			return err
		}
		name, _ := filepath.Rel(dir, p)
		out[filepath.ToSlash(name)], err = os.ReadFile(p)
		return err
	})
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return out
}

// truthful holds what a kill left against what must be there in the end.
func truthful(t *testing.T, got, want map[string][]byte) {
	t.Helper()
	for name, data := range got {
		if !strings.HasPrefix(filepath.Base(name), ".") && name != "ledger.jsonl" && !bytes.Equal(data, want[name]) {
			t.Fatalf("%s is not whole", name)
		}
	}
	_, _, err := ledger.Scan(bytes.NewReader(got["ledger.jsonl"]), "ledger.jsonl", false, func(r *ledger.Record) error {
		for _, f := range r.Files {
			if len(got[f.Path]) != f.Bytes {
				return fmt.Errorf("the ledger names %s, which is not there", f.Path)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
