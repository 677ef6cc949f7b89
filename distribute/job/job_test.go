package job

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"

	"roadshow/distribute"
	"roadshow/distribute/ledger"
	"roadshow/distribute/recipients"
	"roadshow/internal/diag"
)

// quick is a disk without its waits: what a machine's crash leaves is tested by what its calls do, not by the platter.
type quick struct{ osDisk }

func (q quick) Put(name string, data []byte, mode fs.FileMode) error {
	return os.WriteFile(filepath.Join(q.root.Name(), name), data, mode)
}

func (q quick) Ledger(name string) (book, error) {
	b, err := q.osDisk.Ledger(name)
	return hasty{b}, err
}

type hasty struct{ book }

func (hasty) Sync() error { return nil }

// faulty is a disk whose call number at fails; with crash, every later one too, as after a kill. What is written then is half there.
type faulty struct {
	disk
	mu    sync.Mutex
	calls int
	at    int
	crash bool
}

func (f *faulty) fails() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.calls++
	return f.calls == f.at || f.crash && f.calls > f.at
}

func (f *faulty) first() bool { f.mu.Lock(); defer f.mu.Unlock(); return f.calls == f.at }

func (f *faulty) Mkdir(name string) error {
	if f.fails() {
		return syscall.ENOSPC
	}
	return f.disk.Mkdir(name)
}

func (f *faulty) Put(name string, data []byte, mode fs.FileMode) error {
	if f.fails() {
		if f.first() {
			f.disk.Put(name, data[:len(data)/2], mode)
		}
		return syscall.ENOSPC
	}
	return f.disk.Put(name, data, mode)
}

func (f *faulty) Rename(a, b string) error {
	if f.fails() {
		return syscall.EIO
	}
	return f.disk.Rename(a, b)
}

func (f *faulty) Sync(dir string) error {
	if f.fails() {
		return syscall.EIO
	}
	return f.disk.Sync(dir)
}

func (f *faulty) Ledger(name string) (book, error) {
	if f.fails() {
		return nil, syscall.ENOSPC
	}
	b, err := f.disk.Ledger(name)
	return &faultyBook{b, f}, err
}

type faultyBook struct {
	book
	disk *faulty
}

func (b *faultyBook) Write(p []byte) (int, error) {
	if b.disk.fails() {
		n := 0
		if b.disk.first() {
			n, _ = b.book.Write(p[:len(p)/2])
		}
		return n, syscall.ENOSPC
	}
	return b.book.Write(p)
}

func (b *faultyBook) Sync() error {
	if b.disk.fails() {
		return syscall.EIO
	}
	return b.book.Sync()
}

func (b *faultyBook) Truncate(n int64) error {
	if b.disk.crash && b.disk.fails() {
		return syscall.EIO // whoever is dead mends nothing
	}
	return b.book.Truncate(n)
}

func on(t *testing.T, dir string) disk {
	t.Helper()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	d := newDisk(root)
	t.Cleanup(func() { d.Close() })
	return quick{d}
}

// A file of the user's where a folder belongs is an error of the machine, and nothing is lost.
func TestAFileStandsWhereAFolderBelongs(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "copies"), []byte("the user's"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := make1(on(t, dir), planOf(t, 1)); err == nil {
		t.Error("a file was taken for a folder")
	}
	if got := tree(t, dir)["copies"]; got != "the user's" {
		t.Errorf("the file says %q", got)
	}
}

func listOf(t *testing.T, n int) *recipients.List {
	t.Helper()
	var b strings.Builder
	b.WriteString("id,name,email\n")
	for i := 1; i <= n; i++ {
		fmt.Fprintf(&b, "r%d,Reader %d,r%d@example.com\n", i, i, i)
	}
	l := &diag.List{}
	list := recipients.Read(b.String(), "l.csv", nil, l)
	if list == nil {
		t.Fatal(l.Problems())
	}
	return list
}

func planOf(t *testing.T, n int) *Plan {
	t.Helper()
	key := distribute.KeyFrom(ed25519.NewKeyFromSeed(bytes.Repeat([]byte{7}, ed25519.SeedSize)))
	return &Plan{List: listOf(t, n), Shards: 1, Key: key, Passwords: true, Jobs: 3,
		Run:   ledger.Run{Program: "roadshow test", Title: "Fictional", Date: "2026", Stem: "memo", Bases: []ledger.Base{{Medium: "slides", SHA256: "ab"}}},
		Bases: []File{{"base/memo-slides.pdf", []byte("%PDF base")}},
		Make: func(r *recipients.Recipient, buf []File) ([]File, error) {
			if strings.HasPrefix(r.Name, "Nobody") {
				return nil, errors.New("no face can print it")
			}
			data := []byte(strings.Repeat(r.ID+" "+r.Name+"\n", 20))
			if len(buf) > 0 {
				data = append(buf[0].Data[:0], data...)
			}
			return []File{{"copies/" + r.ID + "-memo-slides.pdf", data}}, nil
		},
		Mail: func(r *recipients.Recipient, files []File) []byte {
			return append([]byte("To: "+r.Email+"\n"), files[0].Data...)
		},
	}
}

func make1(d disk, p *Plan) (*Result, error) {
	f, err := open(d, "sent")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.Run(context.Background(), p)
}

// tree is every file below a folder.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, _ := filepath.Rel(dir, p)
		text, err := os.ReadFile(p)
		out[filepath.ToSlash(name)] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// differs names the first file that two folders do not have alike.
func differs(a, b map[string]string) string {
	for _, name := range slices.Sorted(maps.Keys(a)) {
		if was, ok := b[name]; !ok || was != a[name] {
			return name
		}
	}
	for name := range b {
		if _, ok := a[name]; !ok {
			return name
		}
	}
	return ""
}

// true to what the ledger says: each copy that it names is there, and each copy that is there is whole.
func holdsTrue(t *testing.T, got, want map[string]string) {
	t.Helper()
	for name, text := range got {
		if strings.HasPrefix(name, "copies/") && !strings.HasPrefix(filepath.Base(name), ".") && text != want[name] {
			t.Fatalf("%s is not whole", name)
		}
	}
	_, _, err := ledger.Scan(strings.NewReader(got[LedgerName]), LedgerName, false, func(r *ledger.Record) error {
		for _, f := range r.Files {
			if got[f.Path] != want[f.Path] {
				return fmt.Errorf("it names %s, which is not there", f.Path)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Wherever the disk fills up, a write fails or the program ends: every copy is whole or absent, the ledger is true, and the next run
// finishes with the bytes of one that nothing disturbed.
func TestWhateverEndsARunTheNextFinishesIt(t *testing.T) {
	const n = 3
	calm := t.TempDir()
	if res, err := make1(on(t, calm), planOf(t, n)); err != nil || res.Made != n {
		t.Fatal(res, err)
	}
	want := tree(t, calm)
	if len(want) != 3*n+4 {
		t.Fatalf("%d files: %v", len(want), slices.Sorted(maps.Keys(want)))
	}
	for _, crash := range []bool{false, true} {
		for at := 1; ; at++ {
			dir := t.TempDir()
			d := &faulty{disk: on(t, dir), at: at, crash: crash}
			_, err := make1(d, planOf(t, n))
			if d.calls < at {
				if err != nil || at < 25 {
					t.Fatalf("%d calls: %v", d.calls, err)
				}
				break
			}
			if err == nil {
				t.Fatalf("call %d fails, and nobody says so", at)
			}
			holdsTrue(t, tree(t, dir), want)
			res, err := make1(on(t, dir), planOf(t, n))
			if err != nil || res.Failed > 0 || res.Made+res.Kept != n {
				t.Fatalf("after call %d: %+v, %v", at, res, err)
			}
			if name := differs(tree(t, dir), want); name != "" {
				t.Fatalf("after call %d (crash %v) %s is another", at, crash, name)
			}
		}
	}
}

func TestAllPartsTogetherAreOneRun(t *testing.T) {
	const n = 7
	calm := t.TempDir()
	if _, err := make1(on(t, calm), planOf(t, n)); err != nil {
		t.Fatal(err)
	}
	want := tree(t, calm)
	for _, of := range []int{1, 2, 3, 9} {
		var parts []string
		var shards []ledger.Source
		for i := range of {
			dir := t.TempDir()
			p := planOf(t, n)
			p.Shard, p.Shards = i, of
			p.Run.Shard = fmt.Sprintf("%d/%d", i, of)
			if _, err := make1(on(t, dir), p); err != nil {
				t.Fatal(err)
			}
			f, err := os.Open(filepath.Join(dir, LedgerName))
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			parts, shards = append(parts, dir), append(shards, ledger.Source{Name: dir, In: f})
		}
		key := planOf(t, 1).Key.Private
		var whole bytes.Buffer
		if _, err := ledger.Merge(&whole, shards, key); err != nil {
			t.Fatal(err)
		}
		dir := filepath.Join(t.TempDir(), "sent")
		if err := Join(context.Background(), dir, parts, whole.Bytes(), key); err != nil {
			t.Fatal(err)
		}
		if name := differs(tree(t, dir), want); name != "" {
			t.Errorf("%d parts: %s is another than that of one run", of, name)
		}
		if res, err := make1(on(t, dir), planOf(t, n)); err != nil || res.Kept != n {
			t.Errorf("%d parts: the whole cannot go on: %+v, %v", of, res, err)
		}
	}
}

func TestARunGoesOnWithRowsAddedAndNothingElse(t *testing.T) {
	dir := t.TempDir()
	if _, err := make1(on(t, dir), planOf(t, 3)); err != nil {
		t.Fatal(err)
	}
	before := tree(t, dir)
	for want, change := range map[string]func(*Plan){
		"the list had 3 recipients and has 2":             func(p *Plan) { p.List = listOf(t, 2) },
		"the first 3 recipients of the list are others":   func(p *Plan) { p.List.Recipients[1].Name = "Another" },
		"made with another key":                           func(p *Plan) { p.Key = distribute.KeyFrom(ed25519.NewKeyFromSeed(make([]byte, 32))) },
		"the briefing or how copies are made of it":       func(p *Plan) { p.Run.Bases[0].SHA256 = "cd" },
		"holds part the whole of a run, not 0/2":          func(p *Plan) { p.Shards = 2 },
		"roadshow test made the copies, and this is next": func(p *Plan) { p.Run.Program, p.Run.Bases[0].SHA256 = "next", "cd" },
	} {
		p := planOf(t, 3)
		change(p)
		var changed *Changed
		if _, err := make1(on(t, dir), p); !errors.As(err, &changed) || !strings.Contains(changed.Why, want) || changed.Hint == "" {
			t.Errorf("%v, want %s", err, want)
		}
		if name := differs(tree(t, dir), before); name != "" {
			t.Errorf("%s: %s was changed", want, name)
		}
	}
	res, err := make1(on(t, dir), planOf(t, 6))
	if err != nil || res.Kept != 3 || res.Made != 3 {
		t.Fatal(res, err)
	}
	s, err := ledger.Verify(strings.NewReader(tree(t, dir)[LedgerName]), "l", nil)
	if err != nil || !s.Ended || s.Count().Made != 6 {
		t.Error(s, err)
	}
	after := tree(t, dir)
	if res, err := make1(on(t, dir), planOf(t, 6)); err != nil || res.Kept != 6 || differs(tree(t, dir), after) != "" {
		t.Errorf("a run with nothing to do changes something: %+v, %v", res, err)
	}
}

// A copy, signature or draft that is gone or changed is made again.
func TestWhatIsGoneIsMadeAgain(t *testing.T) {
	dir := t.TempDir()
	if _, err := make1(on(t, dir), planOf(t, 4)); err != nil {
		t.Fatal(err)
	}
	want := tree(t, dir)
	for name, harm := range map[string]func(string) error{
		"copies/r2-memo-slides.pdf":     os.Remove,
		"copies/r3-memo-slides.pdf":     func(n string) error { return os.WriteFile(n, []byte("r3"), 0o600) },
		"copies/r1-memo-slides.pdf.sig": os.Remove,
		"mail/r4.eml":                   os.Remove,
		"base/memo-slides.pdf":          os.Remove,
		"passwords.csv":                 os.Remove,
	} {
		if err := harm(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
		if _, err := make1(on(t, dir), planOf(t, 4)); err != nil || differs(tree(t, dir), want) != "" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// One recipient's failure is his own; he is tried again.
func TestOneRecipientsFailureIsHisOwn(t *testing.T) {
	dir := t.TempDir()
	p := planOf(t, 4)
	p.List.Recipients[2].Name = "Nobody can print this"
	for range 2 {
		res, err := make1(on(t, dir), p)
		if err != nil || res.Made+res.Kept != 3 || res.Failed != 1 || res.Failures[0].Recipient.ID != "r3" {
			t.Fatal(res, err)
		}
	}
	s, err := ledger.Verify(strings.NewReader(tree(t, dir)[LedgerName]), "l", nil)
	if err != nil || !s.Ended || s.Count() != (ledger.Counts{Made: 3, Failed: 1}) || s.Lines != 6 {
		t.Errorf("%+v, %v", s, err)
	}
}

func TestAnInterruptionKeepsWhatIsFinished(t *testing.T) {
	dir, ctx := t.TempDir(), context.Background()
	ctx, stop := context.WithCancel(ctx)
	p := planOf(t, 600)
	p.Done = func(done, _ int) {
		if done > 100 {
			stop()
		}
	}
	f, err := open(on(t, dir), "sent")
	if err != nil {
		t.Fatal(err)
	}
	res, err := f.Run(ctx, p)
	f.Close()
	if !errors.Is(err, context.Canceled) || res.Made < 100 || res.Made == 600 {
		t.Fatalf("%+v, %v", res, err)
	}
	if res, err := make1(on(t, dir), planOf(t, 600)); err != nil || res.Kept < 100 || res.Kept+res.Made != 600 {
		t.Errorf("%+v, %v", res, err)
	}
}

func TestSecretsAreForTheirOwnerOnly(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "sent")
	f, err := Open(context.Background(), dir)
	if err != nil {
		t.Fatal(err)
	}
	key, err := f.Key(bytes.NewReader(bytes.Repeat([]byte{1}, 64)))
	if err != nil {
		t.Fatal(err)
	}
	again, err := f.Key(strings.NewReader(""))
	if err != nil || !bytes.Equal(again.Secret, key.Secret) || !again.Private.Equal(key.Private) {
		t.Errorf("the key is another when it is read: %v", err)
	}
	p := planOf(t, 2)
	p.Key = key
	if _, err := f.Run(context.Background(), p); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]fs.FileMode{".": 0o700, KeyName: 0o600, PasswordsName: 0o600, LedgerName: 0o600, "mail/r1.eml": 0o600, "base/memo-slides.pdf": 0o600} {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v", name, info.Mode(), err)
		}
	}
	password := distribute.Password(key.Secret, "r1")
	for name, text := range tree(t, dir) {
		if name != PasswordsName && strings.Contains(text, password) || name != KeyName && strings.Contains(text, fmt.Sprintf("%x", key.Private.Seed())) || strings.Contains(text, fmt.Sprintf("%x", key.Secret)) {
			t.Errorf("%s holds a secret", name)
		}
		if strings.HasPrefix(filepath.Base(name), ".") {
			t.Errorf("%s is left", name)
		}
	}
}

// A second program waits, and what lies there unfinished is swept.
func TestWhatIsUnfinishedIsSweptAway(t *testing.T) {
	dir := t.TempDir()
	for _, sub := range []string{"copies", "mail", "base", "."} {
		os.Mkdir(filepath.Join(dir, sub), 0o700)
		if err := os.WriteFile(filepath.Join(dir, sub, ".x.pdf.part"), []byte("half"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "copies", "notes.part"), []byte("the user's"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := make1(on(t, dir), planOf(t, 1)); err != nil {
		t.Fatal(err)
	}
	got := tree(t, dir)
	for name := range got {
		if strings.HasSuffix(name, ".x.pdf.part") {
			t.Errorf("%s is left", name)
		}
	}
	if got["copies/notes.part"] == "" {
		t.Error("a file of the user's is gone")
	}
}

var _ io.Closer = faultyBook{}
