package ledger

import (
	"bytes"
	"crypto/ed25519"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"roadshow/internal/limits"
)

// key is a house's, the same in every test.
func key() ed25519.PrivateKey {
	return ed25519.NewKeyFromSeed(bytes.Repeat([]byte{7}, ed25519.SeedSize))
}

func runOf(rows int, shard string) *Run {
	return &Run{Format: Format, Program: "roadshow test", Title: "A fictional briefing", Date: "2026-11-30", Stem: "memo", List: strings.Repeat("ab", 32), Rows: rows,
		Key: fmt.Sprintf("%x", key().Public()), Shard: shard, Bases: []Base{{Medium: "slides", SHA256: strings.Repeat("cd", 32), Bytes: 99_000, Pages: 12}}}
}

func made(i int) Record {
	id := fmt.Sprintf("reader-%d", i)
	return Record{Kind: KindMade, Copy: i, ID: id, Name: "王小川 <script>\u2028", Org: "Fictional & Co", Email: id + "@example.com", Basis: "nda",
		Files: []File{{"copies/" + id + "-memo.pdf", fmt.Sprintf("%064x", i), 100_000 + i}, {"copies/" + id + "-memo-slides.pdf", fmt.Sprintf("%064x", -i), 200_000 + i}}}
}

// memory is a ledger that is no file.
type memory struct {
	text []byte
	at   int64
}

func (m *memory) Read(b []byte) (int, error) {
	if m.at >= int64(len(m.text)) {
		return 0, io.EOF
	}
	n := copy(b, m.text[m.at:])
	m.at += int64(n)
	return n, nil
}

func (m *memory) Write(b []byte) (int, error) {
	m.text = append(m.text[:m.at:m.at], b...) // as a file that is never written but at its end
	m.at += int64(len(b))
	return len(b), nil
}

func (m *memory) Seek(to int64, _ int) (int64, error) { m.at = to; return to, nil }
func (m *memory) Truncate(size int64) error           { m.text = m.text[:size]; return nil }
func (m *memory) Sync() error                         { return nil }

func nothing(*Record) error { return nil }

// write is the ledger of a run whose recipients are those of a shard.
func write(t testing.TB, rows int, shard string) []byte {
	t.Helper()
	f := &memory{}
	w, err := Open(f, "ledger.jsonl", nothing)
	if err != nil {
		t.Fatal(err)
	}
	i, n, ok := ShardOf(shard)
	if !ok {
		n = 1
	}
	records := []Record{{Kind: KindRun, Run: runOf(rows, shard)}}
	for c := i + 1; c <= rows; c += n {
		records = append(records, made(c))
	}
	half := len(records) / 2
	if err := errors.Join(w.Append(records[:half]...), w.Append(records[half:]...), w.End(len(records)-1, 0, key())); err != nil {
		t.Fatal(err)
	}
	return f.text
}

// intact says whether a ledger is whole and ended.
func intact(text []byte) bool {
	s, err := Verify(bytes.NewReader(text), "ledger.jsonl", nil)
	return err == nil && s.Ended
}

func TestAnyChangedByteIsNoticed(t *testing.T) {
	text := write(t, 5, "")
	if s, err := Verify(bytes.NewReader(text), "l", nil); err != nil || !s.Ended || s.Count() != (Counts{Made: 5}) || s.Lines != 7 {
		t.Fatalf("%+v %v", s, err)
	}
	for i := range text {
		for _, x := range []byte{1, 0x20, 0x80} {
			text[i] ^= x
			if intact(text) {
				t.Fatalf("byte %d of %d may be %q", i, len(text), text[i])
			}
			text[i] ^= x
		}
		if intact(text[:i]) {
			t.Fatalf("it may end after %d bytes of %d", i, len(text))
		}
		if intact(append(append(append([]byte{}, text[:i]...), ' '), text[i:]...)) {
			t.Fatalf("a blank may stand before byte %d", i)
		}
	}
}

func TestNoLineIsTakenOutPutInOrMoved(t *testing.T) {
	lines := bytes.SplitAfter(write(t, 5, ""), []byte{'\n'})
	lines = lines[:len(lines)-1]
	other := bytes.SplitAfter(write(t, 4, ""), []byte{'\n'})
	try := func(what string, lines ...[]byte) {
		t.Helper()
		if intact(bytes.Join(lines, nil)) {
			t.Errorf("%s, and nobody notices", what)
		}
	}
	for i := range lines {
		before, after := lines[:i:i], lines[i+1:]
		try(fmt.Sprintf("line %d is gone", i+1), append(before, after...)...)
		try(fmt.Sprintf("line %d stands twice", i+1), append(append(before, lines[i], lines[i]), after...)...)
		try(fmt.Sprintf("line %d is of another ledger", i+1), append(append(before, other[min(i, 4)]), after...)...)
		if i > 0 {
			try(fmt.Sprintf("line %d stands before the one before it", i+1), append(append(lines[:i-1:i-1], lines[i], lines[i-1]), after...)...)
		}
	}
}

// Whoever computes all hashes anew has no signature.
func TestALedgerWrittenAnewLacksTheSignature(t *testing.T) {
	f := &memory{}
	w, err := Open(f, "l", nothing)
	if err != nil {
		t.Fatal(err)
	}
	forged := ed25519.NewKeyFromSeed(bytes.Repeat([]byte{8}, ed25519.SeedSize))
	if err := errors.Join(w.Append(Record{Kind: KindRun, Run: runOf(1, "")}, made(1)), w.End(1, 0, forged)); err != nil {
		t.Fatal(err)
	}
	text := f.text
	var broken *Broken
	if _, err := Verify(bytes.NewReader(text), "l", nothing); !errors.As(err, &broken) || broken.Line != 3 || !strings.Contains(broken.Why, "not signed with the key") {
		t.Errorf("%v", err)
	}
}

// Wherever a crash cuts a ledger off, what was whole stays, and the run that goes on writes the bytes of one that was never cut.
func TestATornTailIsMended(t *testing.T) {
	text := write(t, 3, "")
	for cut := 0; cut <= len(text); cut++ {
		for _, torn := range [][]byte{nil, {0, 0, 0, 0}, []byte(`{"n":`)} {
			f := &memory{text: append(bytes.Clone(text[:cut]), torn...)}
			var s State
			w, err := Open(f, "l", s.Add)
			if err != nil {
				t.Fatalf("cut at %d: %v", cut, err)
			}
			if s.Run == nil {
				err = w.Append(Record{Kind: KindRun, Run: runOf(3, "")})
			}
			for c := 1; c <= 3 && err == nil; c++ {
				if len(s.Copies) < c || !s.Copies[c-1].Made {
					err = w.Append(made(c))
				}
			}
			if err == nil && !s.Ended {
				err = w.End(3, 0, key())
			}
			if err != nil || !bytes.Equal(f.text, text) {
				t.Fatalf("cut at %d with %q: %v, other bytes than those of a run that was not cut", cut, torn, err)
			}
		}
	}
}

func TestABrokenLedgerIsNotWrittenTo(t *testing.T) {
	text := write(t, 3, "")
	text[bytes.IndexByte(text, '\n')+20] ^= 1
	f := &memory{text: bytes.Clone(text)}
	if _, err := Open(f, "l", nothing); err == nil {
		t.Error("it is opened")
	}
	if !bytes.Equal(f.text, text) {
		t.Error("it was changed")
	}
}

// faulty fails its nth write or sync, after half of what was to be written.
type faulty struct {
	Handle
	calls, at int
}

func (f *faulty) fails() bool { f.calls++; return f.calls == f.at }

func (f *faulty) Write(b []byte) (int, error) {
	if f.fails() {
		n, _ := f.Handle.Write(b[:len(b)/2])
		return n, syscall.ENOSPC
	}
	return f.Handle.Write(b)
}

func (f *faulty) Sync() error {
	if f.fails() {
		return syscall.EIO
	}
	return f.Handle.Sync()
}

func TestAFullDiskLeavesWholeLines(t *testing.T) {
	want := write(t, 3, "")
	for at := 1; ; at++ {
		f := &memory{}
		h := &faulty{Handle: f, at: at}
		w, err := Open(h, "l", nothing)
		if err != nil {
			t.Fatal(err)
		}
		failures := 0
		again := func(do func() error) {
			err := do()
			if err != nil {
				failures++
				text := f.text
				if len(text) > 0 && text[len(text)-1] != '\n' {
					t.Fatalf("call %d: half a line stays: %q", at, text)
				}
				err = do()
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		again(func() error { return w.Append(Record{Kind: KindRun, Run: runOf(3, "")}) })
		for c := 1; c <= 3; c++ {
			again(func() error { return w.Append(made(c)) })
		}
		again(func() error { return w.End(3, 0, key()) })
		if !bytes.Equal(f.text, want) {
			t.Fatalf("call %d: other bytes", at)
		}
		if failures == 0 {
			if at < 10 {
				t.Fatalf("only %d calls", at)
			}
			return
		}
	}
}

func TestAllShardsMergedAreOneRun(t *testing.T) {
	const rows = 11
	want := write(t, rows, "")
	for n := 1; n <= 12; n++ {
		var shards []Source
		for i := range n {
			shards = append([]Source{{fmt.Sprintf("shard-%d", i), bytes.NewReader(write(t, rows, fmt.Sprintf("%d/%d", i, n)))}}, shards...)
		}
		var got bytes.Buffer
		if s, err := Merge(&got, shards, key()); err != nil || !s.Ended || !bytes.Equal(got.Bytes(), want) {
			t.Errorf("%d shards: %v, %v", n, s, err)
		}
	}
}

func TestOnlyTheShardsOfOneRunAreMerged(t *testing.T) {
	shard := func(rows int, s string) Source { return Source{s, bytes.NewReader(write(t, rows, s))} }
	unfinished := write(t, 4, "1/2")
	unfinished = unfinished[:bytes.LastIndexByte(unfinished[:len(unfinished)-1], '\n')+1]
	for _, c := range []struct {
		want   string
		key    byte
		shards []Source
	}{
		{"part 1/2 of its run is not among the ledgers", 7, []Source{shard(4, "0/2")}},
		{"it is part 0/2, and so is 0/2", 7, []Source{shard(4, "0/2"), shard(4, "0/2")}},
		{"it is part of another run", 7, []Source{shard(4, "0/2"), shard(5, "1/2")}},
		{"it is part of another run", 7, []Source{shard(4, "0/2"), shard(4, "1/3")}},
		{"it is not one part of a run", 7, []Source{{"whole", bytes.NewReader(write(t, 4, ""))}}},
		{"its run is not finished", 7, []Source{shard(4, "0/2"), {"1/2", bytes.NewReader(unfinished)}}},
		{"another key", 8, []Source{shard(4, "0/2"), shard(4, "1/2")}},
	} {
		_, err := Merge(io.Discard, c.shards, ed25519.NewKeyFromSeed(bytes.Repeat([]byte{c.key}, ed25519.SeedSize)))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v, want %q", err, c.want)
		}
	}
}

func TestLinesThatContradictOthersAreRefused(t *testing.T) {
	for want, more := range map[string][]Record{
		"copy 1 is made twice":            {made(1), made(1)},
		"there is no copy 9":              {made(9)},
		"copy 2 is sent and was not made": {{Kind: KindSent, Copy: 2}},
		"get more than those": {{Kind: KindRun, Run: func() *Run {
			r := runOf(3, "")
			r.Bases = append(r.Bases, Base{Medium: "document", SHA256: "ef"})
			return r
		}()}},
		"fewer recipients":                     {{Kind: KindRun, Run: runOf(2, "")}},
		"its options are others":               {{Kind: KindRun, Run: runOf(3, "0/2")}},
		"it counts 2 made and 0 failed; the l": {made(1), {Kind: KindEnd, Made: 2}},
	} {
		var s State
		err := s.Add(&Record{N: 1, Kind: KindRun, Run: runOf(3, "")})
		for i := range more {
			if err == nil {
				more[i].N = i + 2
				more[i].sign(key())
				err = s.Add(&more[i])
			}
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

// What later versions and the sender write between is counted, and nothing of it makes a ledger unreadable.
func TestWhatWasSentIsCounted(t *testing.T) {
	f := &memory{}
	w, err := Open(f, "l", nothing)
	if err != nil {
		t.Fatal(err)
	}
	err = w.Append(Record{Kind: KindRun, Run: runOf(6, "")}, made(1), made(2), made(3), made(4), Record{Kind: KindFailed, Copy: 5, ID: "e", Why: "no glyph"},
		Record{Kind: KindIntent, Copy: 1}, Record{Kind: KindSent, Copy: 1}, Record{Kind: KindIntent, Copy: 2}, Record{Kind: KindFailed, Copy: 2, Why: "550"},
		Record{Kind: KindIntent, Copy: 3}, Record{Kind: "weather", ID: "of a later version"})
	if err != nil {
		t.Fatal(err)
	}
	f.Seek(0, io.SeekStart)
	s, err := Verify(f, "l", nothing)
	if err != nil || s.Ended || s.Count() != (Counts{Made: 4, Failed: 1, Sent: 1, Unsent: 1, Unknown: 1, Open: 1}) {
		t.Errorf("%+v, %v", s.Count(), err)
	}
}

// A line as long as the limit is written and read, a longer one neither.
func TestALineIsAsLongAsItsLimit(t *testing.T) {
	for _, more := range []int{0, 1} {
		f := &memory{}
		w, err := Open(f, "l", nothing)
		if err != nil {
			t.Fatal(err)
		}
		r := made(1)
		if err := w.Append(Record{Kind: KindRun, Run: runOf(1, "")}); err != nil {
			t.Fatal(err)
		}
		r.N, r.Prev = 2, w.at.hash
		line, _ := r.line()
		r.Basis += strings.Repeat("x", limits.LedgerLine.N()-len(line)+more)
		if err := w.Append(r); (err == nil) != (more == 0) || err != nil && !strings.Contains(err.Error(), limits.LedgerLine.Row().Figure()) {
			t.Errorf("%d bytes over the limit: %v", more, err)
		}
		if more == 1 {
			line, _ = r.line()
			f.text = append(f.text, line...)
		}
		f.at = 0
		if _, err := Verify(f, "l", nil); (err == nil) != (more == 0) {
			t.Errorf("%d bytes over the limit are read: %v", more, err)
		}
	}
}

func BenchmarkVerifyAMillionLines(b *testing.B) {
	name := filepath.Join(b.TempDir(), "ledger.jsonl")
	f, err := os.Create(name)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	w, err := Open(f, name, nothing)
	if err != nil {
		b.Fatal(err)
	}
	const rows = 999_998
	records := []Record{{Kind: KindRun, Run: runOf(rows, "")}}
	for c := 1; c <= rows; c++ {
		if records = append(records, made(c)); len(records) == 50_000 || c == rows {
			if err := w.Append(records...); err != nil {
				b.Fatal(err)
			}
			records = records[:0]
		}
	}
	if err := w.End(rows, 0, key()); err != nil {
		b.Fatal(err)
	}
	info, _ := f.Stat()
	b.SetBytes(info.Size())
	for b.Loop() {
		f.Seek(0, io.SeekStart)
		if s, err := Verify(f, name, nil); err != nil || !s.Ended || s.Lines != 1_000_000 {
			b.Fatal(s, err)
		}
	}
}
