package fileset

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// faulty is a folder whose nth call fails; with crash, every call after it too, as after a kill.
type faulty struct {
	folder
	calls *[]string
	at    int
	err   error
	crash bool
	half  bool // a failing Put leaves half a file behind
}

func (f *faulty) fails(call string) error {
	*f.calls = append(*f.calls, call)
	n := len(*f.calls)
	if n == f.at || f.crash && n > f.at && f.at > 0 {
		return f.err
	}
	return nil
}

func (f *faulty) Mkdir(name string) error {
	return errors.Join(f.fails("mkdir "+name), after(*f.calls, f, func() error { return f.folder.Mkdir(name) }))
}

func (f *faulty) Put(name string, data []byte) error {
	if err := f.fails("put " + name); err != nil {
		if f.half && len(*f.calls) == f.at {
			f.folder.Put(name, data[:len(data)/2])
		}
		return err
	}
	return f.folder.Put(name, data)
}

func (f *faulty) Rename(a, b string) error {
	return errors.Join(f.fails("rename "+a+" "+b), after(*f.calls, f, func() error { return f.folder.Rename(a, b) }))
}

func (f *faulty) Link(a, b string) error {
	return errors.Join(f.fails("link "+a), after(*f.calls, f, func() error { return f.folder.Link(a, b) }))
}

func (f *faulty) Remove(name string) error {
	return errors.Join(f.fails("remove "+name), after(*f.calls, f, func() error { return f.folder.Remove(name) }))
}

func (f *faulty) Sync(name string) error {
	return errors.Join(f.fails("sync "+name), after(*f.calls, f, func() error { return f.folder.Sync(name) }))
}

func (f *faulty) Lstat(name string) (fs.FileInfo, error) {
	if err := f.fails("lstat " + name); err != nil {
		return nil, err
	}
	return f.folder.Lstat(name)
}

// after does a call unless it is the one that fails, or comes behind a crash.
func after(calls []string, f *faulty, do func() error) error {
	if n := len(calls); n == f.at || f.crash && n > f.at && f.at > 0 {
		return nil
	}
	return do()
}

var oldSet = []File{{"a.pdf", []byte("old a")}, {"sub/b.pdf", []byte("old b")}}
var newSet = []File{{"a.pdf", []byte("new a")}, {"sub/b.pdf", []byte("new b")}, {"c.json", []byte("new c")}}

// standing is what a folder holds, hidden files too.
func standing(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, _ := filepath.Rel(dir, p)
		if d.IsDir() {
			if strings.HasPrefix(d.Name(), ".") && name != "." {
				out[name] = "(folder)"
			}
			return nil
		}
		text, err := os.ReadFile(p)
		out[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func holds(got map[string]string, set []File) bool {
	if len(got) != len(set) {
		return false
	}
	return !slices.ContainsFunc(set, func(f File) bool { return got[filepath.FromSlash(f.Name)] != string(f.Data) })
}

func quiet(dir string, files []File) error { return Write(context.Background(), dir, files) }

func tried(dir string, files []File, f *faulty) error {
	return write(context.Background(), dir, files, time.Second, func(r *os.Root) folder { f.folder = osFolder{r}; return f })
}

// Every call fails in turn, as a full disk or a lost share makes it fail: what stands afterwards is the old set or the new
// one, and nothing else.
func TestAnyFaultLeavesAllOldOrAllNew(t *testing.T) {
	for at := 1; ; at++ {
		dir := t.TempDir()
		if err := quiet(dir, oldSet); err != nil {
			t.Fatal(err)
		}
		var calls []string
		f := &faulty{calls: &calls, at: at, err: syscall.ENOSPC, half: true}
		err := tried(dir, newSet, f)
		if len(calls) < at {
			if err != nil || at < 20 {
				t.Fatalf("%d calls, %v", len(calls), err)
			}
			return
		}
		got := standing(t, dir)
		switch {
		case err != nil && !holds(got, oldSet):
			t.Errorf("%s failed (%v): %v", calls[at-1], err, got)
		case err == nil && !holds(got, newSet) && !onlyStageLeft(got, newSet):
			t.Errorf("%s failed in silence: %v", calls[at-1], got)
		}
		if err := quiet(dir, newSet); err != nil {
			t.Errorf("the next build after %s failed: %v", calls[at-1], err)
		}
		if got := standing(t, dir); !holds(got, newSet) {
			t.Errorf("after %s failed, the next build leaves %v", calls[at-1], got)
		}
	}
}

// onlyStageLeft allows what could not be removed: the files are in place, the next build clears the rest.
func onlyStageLeft(got map[string]string, set []File) bool {
	for name := range got {
		if strings.HasPrefix(name, stageName) {
			delete(got, name)
		}
	}
	return holds(got, set)
}

// The program is killed before each call in turn. What is seen then may be a mix; the next build rolls it forward or back
// before it does anything of its own, even where its own set fails.
func TestAKillIsFinishedOrUndoneByTheNextBuild(t *testing.T) {
	other := []File{{"d.pdf", []byte("d")}}
	for at := 1; ; at++ {
		dir := t.TempDir()
		if err := quiet(dir, oldSet); err != nil {
			t.Fatal(err)
		}
		var calls []string
		f := &faulty{calls: &calls, at: at, err: errors.New("killed"), crash: true, half: true}
		tried(dir, newSet, f)
		if len(calls) < at {
			return
		}
		for name, text := range standing(t, dir) {
			if !strings.HasPrefix(name, ".") && !strings.HasPrefix(text, "old ") && !strings.HasPrefix(text, "new ") {
				t.Errorf("killed before %s: %s holds %q", calls[at-1], name, text)
			}
		}
		if err := quiet(dir, other); err != nil {
			t.Errorf("killed before %s: the next build: %v", calls[at-1], err)
		}
		got := standing(t, dir)
		delete(got, "d.pdf")
		if !holds(got, oldSet) && !holds(got, newSet) {
			t.Errorf("killed before %s: %v", calls[at-1], got)
		}
	}
}

// A rename that fails while the set is replaced is undone, and killed while it is undone, it is undone by the next build.
func TestAKillWhileUndoing(t *testing.T) {
	for at := 1; ; at++ {
		dir := t.TempDir()
		if err := quiet(dir, oldSet); err != nil {
			t.Fatal(err)
		}
		var calls []string
		f := &undoing{faulty{calls: &calls, at: at, err: errors.New("killed"), crash: true}}
		write(context.Background(), dir, newSet, time.Second, func(r *os.Root) folder { f.folder = osFolder{r}; return f })
		if len(calls) < at {
			return
		}
		if err := quiet(dir, []File{{"d.pdf", nil}}); err != nil {
			t.Fatalf("%s: %v", calls[at-1], err)
		}
		got := standing(t, dir)
		delete(got, "d.pdf")
		if !holds(got, oldSet) && !holds(got, newSet) {
			t.Errorf("killed before %s: %v", calls[at-1], got)
		}
	}
}

// undoing cannot put the third file in its place, as when a viewer holds it open.
type undoing struct{ faulty }

func (f *undoing) Rename(a, b string) error {
	if b == "c.json" {
		return syscall.EACCES
	}
	return f.faulty.Rename(a, b)
}

func TestASecondRenameThatFailsLeavesAllOld(t *testing.T) {
	dir := t.TempDir()
	if err := quiet(dir, oldSet); err != nil {
		t.Fatal(err)
	}
	var calls []string
	f := &undoing{faulty{calls: &calls}}
	err := write(context.Background(), dir, newSet, time.Second, func(r *os.Root) folder { f.folder = osFolder{r}; return f })
	var wrong *Error
	if !errors.As(err, &wrong) || wrong.Name != filepath.Join(dir, "c.json") || !errors.Is(err, syscall.EACCES) {
		t.Errorf("error %v", err)
	}
	if got := standing(t, dir); !holds(got, oldSet) {
		t.Errorf("%v", got)
	}
}

func TestNothingIsLeftOfANewFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "x", "out")
	var calls []string
	if err := tried(dir, newSet, &faulty{calls: &calls, at: 6, err: syscall.ENOSPC}); err == nil {
		t.Fatal("no error")
	}
	if _, err := os.Stat(filepath.Dir(dir)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("left behind: %v", standing(t, filepath.Dir(dir)))
	}
}

func TestOneWritesAndTheOthersWait(t *testing.T) {
	dir := t.TempDir()
	var wait sync.WaitGroup
	for n := range 16 {
		wait.Go(func() {
			text := []byte(fmt.Sprint(n))
			if err := quiet(dir, []File{{"a", text}, {"b", text}, {"c", text}}); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	got := standing(t, dir)
	if len(got) != 3 || got["a"] != got["b"] || got["b"] != got["c"] {
		t.Errorf("%v", got)
	}
}

func TestAWriterThatNeverEndsIsNamed(t *testing.T) {
	dir := t.TempDir()
	release, err := acquire(context.Background(), dir, time.Second)
	if err != nil {
		t.Fatal(err)
	}
	err = write(context.Background(), dir, newSet, 50*time.Millisecond, nil)
	if !errors.Is(err, ErrBusy) {
		t.Errorf("error %v", err)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if err := Write(ctx, dir, newSet); err == nil || !strings.Contains(err.Error(), "interrupted") {
		t.Errorf("error %v", err)
	}
	release()
	if got := standing(t, dir); len(got) != 0 {
		t.Errorf("left behind: %v", got)
	}
}

func TestALinkIsReplacedAndItsTargetKept(t *testing.T) {
	dir, away := t.TempDir(), filepath.Join(t.TempDir(), "target")
	if err := os.WriteFile(away, []byte("kept"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(away, filepath.Join(dir, "a.pdf")); err != nil {
		t.Fatal(err)
	}
	if err := quiet(dir, newSet); err != nil {
		t.Fatal(err)
	}
	if text, _ := os.ReadFile(away); string(text) != "kept" {
		t.Errorf("the target holds %q", text)
	}
	if info, err := os.Lstat(filepath.Join(dir, "a.pdf")); err != nil || !info.Mode().IsRegular() {
		t.Errorf("%v, %v", info, err)
	}
}

func TestWhatIsNoFileIsNotReplaced(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "a.pdf"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := quiet(dir, newSet); !errors.Is(err, ErrIsFolder) {
		t.Errorf("error %v", err)
	}
	if err := exec.Command("mkfifo", filepath.Join(dir, "pipe")).Run(); err != nil {
		t.Skip("no pipes here")
	}
	if err := quiet(dir, []File{{"pipe", nil}}); !errors.Is(err, ErrSpecial) {
		t.Errorf("error %v", err)
	}
}

// The stage of a stranger's folder is not to lead anywhere, nor to take foreign files with it.
func TestAForeignStageIsLeftAlone(t *testing.T) {
	dir, away := t.TempDir(), t.TempDir()
	if err := os.WriteFile(filepath.Join(away, "0.new"), []byte("theirs"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(away, filepath.Join(dir, stageName)); err != nil {
		t.Fatal(err)
	}
	if err := quiet(dir, newSet); err == nil {
		t.Error("no error")
	}
	if text, _ := os.ReadFile(filepath.Join(away, "0.new")); string(text) != "theirs" {
		t.Errorf("%q", text)
	}
	dir = t.TempDir()
	mine := filepath.Join(dir, stageName, "thesis.txt")
	os.Mkdir(filepath.Dir(mine), 0o777)
	os.WriteFile(mine, []byte("mine"), 0o666)
	if err := quiet(dir, newSet); err == nil || !strings.Contains(err.Error(), "thesis.txt") {
		t.Errorf("error %v", err)
	}
	dir = t.TempDir()
	os.Mkdir(filepath.Join(dir, stageName), 0o777)
	os.WriteFile(filepath.Join(dir, forwardName), []byte(`{"files":[{"name":"../x"},{"name":"y"}]}`), 0o666)
	os.WriteFile(filepath.Join(dir, staged(0)), []byte("out"), 0o666)
	if err := quiet(dir, newSet); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(filepath.Join(filepath.Dir(dir), "x")); err == nil {
		t.Error("a journal led out of its folder")
	}
}

// A signal that comes just as the lock is taken must not leave the lock behind.
func TestACancelledTurnLeavesNoLock(t *testing.T) {
	for i := range 60 {
		dir := t.TempDir()
		ctx, stop := context.WithCancel(context.Background())
		go func() {
			time.Sleep(time.Duration(i) * time.Microsecond)
			stop()
		}()
		Write(ctx, dir, newSet)
		if got := standing(t, dir); len(got) != 0 && !holds(got, newSet) {
			t.Fatalf("%d: %v", i, got)
		}
	}
}
