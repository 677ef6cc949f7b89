package main

import (
	"bytes"
	"flag"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// signals is how many builds are interrupted; `make soak` asks for 300.
var signals = flag.Int("signals", 12, "how many builds TestSignalsNeverMixASet interrupts")

// Builds of two versions of one briefing are interrupted at random moments. TERM, HUP and INT leave the files of one
// version and nothing else. After KILL no file is broken, and the next build leaves one version and nothing else.
func TestSignalsNeverMixASet(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	bin := filepath.Join(t.TempDir(), "roadshow") // the test's program is roadshow where it bears its name
	if err := os.Symlink(program, bin); err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(t.TempDir(), "memo")
	if err := os.Mkdir(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(folder, "out")
	version := func(name string) {
		put(t, filepath.Join(folder, "briefing.yaml"), "title: Version "+name+"\ndate: 2025-03-31\nthemes:\n  - name: One\n    claim: One idea stands here\n    argument: |\n"+
			strings.Repeat("      A paragraph that takes some room, so that there is something to write.\n\n", 40))
	}
	build := func() *exec.Cmd { return exec.Command(bin, "build", folder, "--proof") }
	want := map[string]map[string][]byte{}
	var whole time.Duration
	for _, v := range []string{"one", "two"} {
		version(v)
		start := time.Now()
		if text, err := build().CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		whole = time.Since(start)
		want[v] = listed(t, out)
	}
	rng := rand.New(rand.NewPCG(20261130, 12))
	kinds := []syscall.Signal{syscall.SIGKILL, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT}
	landed := 0
	for i := range *signals {
		version([]string{"one", "two"}[i%2])
		kind := kinds[i%len(kinds)]
		c := build()
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rng.Int64N(int64(whole) * 5 / 4)))
		c.Process.Signal(kind)
		if c.Wait() != nil {
			landed++
		}
		got := listed(t, out)
		if kind != syscall.SIGKILL {
			if !same(got, want["one"]) && !same(got, want["two"]) {
				t.Fatalf("signal %d, %v: mixed or left behind: %v", i, kind, names(got))
			}
			continue
		}
		for name, data := range got {
			if !strings.HasPrefix(name, ".") && !bytes.Equal(data, want["one"][name]) && !bytes.Equal(data, want["two"][name]) {
				t.Fatalf("signal %d, %v: %s is broken", i, kind, name)
			}
		}
		if text, err := build().CombinedOutput(); err != nil {
			t.Fatalf("signal %d, %v: the next build: %v\n%s", i, kind, err, text)
		}
		if got := listed(t, out); !same(got, want["one"]) && !same(got, want["two"]) {
			t.Fatalf("signal %d, %v: after the next build: %v", i, kind, names(got))
		}
	}
	t.Logf("%d of %d signals ended a build", landed, *signals)
}

// listed is what a folder holds, folders in it by their names.
func listed(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, e := range list {
		out[e.Name()], _ = os.ReadFile(filepath.Join(dir, e.Name()))
	}
	return out
}

func same(a, b map[string][]byte) bool {
	if len(a) != len(b) {
		return false
	}
	for name, data := range a {
		if other, ok := b[name]; !ok || !bytes.Equal(data, other) {
			return false
		}
	}
	return true
}

func names(m map[string][]byte) (list []string) {
	for name := range m {
		list = append(list, name)
	}
	return list
}
