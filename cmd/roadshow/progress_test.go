package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// locked is a writer that a timer may use as well.
type locked struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *locked) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *locked) text() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

func TestProgressIsShownOnlyToPeopleAndOnlyWhenWorkIsLong(t *testing.T) {
	var w locked
	s := quiet()
	s.err, s.errIsTerm = &w, true
	startProgress(s, "memo")()
	if w.b.Len() > 0 {
		t.Errorf("short work shows %q", w.text())
	}
	stop := startProgress(s, "memo")
	time.Sleep(patience + 300*time.Millisecond)
	stop()
	stop()
	if got := w.text(); !strings.HasPrefix(got, "compiling memo") || !strings.HasSuffix(got, "\r\x1b[K") {
		t.Errorf("long work shows %q", got)
	}
	w.b.Reset()
	s.errIsTerm = false
	stop = startProgress(s, "memo")
	time.Sleep(patience + 100*time.Millisecond)
	stop()
	if w.b.Len() > 0 {
		t.Errorf("a file gets %q", w.text())
	}
}

// ticking is a clock that goes on by a step whenever it is asked.
func ticking(step time.Duration) func() time.Time {
	var mu sync.Mutex
	now := time.Date(2026, 11, 30, 0, 0, 0, 0, time.UTC)
	return func() time.Time {
		mu.Lock()
		defer mu.Unlock()
		now = now.Add(step)
		return now
	}
}

func TestABarIsDrawnWhereWorkIsLongNotTooOftenAndGoes(t *testing.T) {
	for _, c := range []struct {
		step time.Duration
		term bool
		want string
	}{
		{time.Millisecond, true, ""},
		{400 * time.Millisecond, false, ""},
		// Told at 0.4, 0.8 … seconds from the first: patience ends with the fourth.
		{400 * time.Millisecond, true, "\rcopies [#################             ] 4 of 7, 3 a second, 1s left\x1b[K" +
			"\rcopies [#####################         ] 5 of 7, 3 a second, 1s left\x1b[K" +
			"\rcopies [#########################     ] 6 of 7, 3 a second, 0s left\x1b[K" +
			"\rcopies [##############################] 7 of 7, 3 a second, 0s left\x1b[K\r\x1b[K"},
	} {
		var w locked
		s := quiet()
		s.err, s.errIsTerm, s.now = &w, c.term, ticking(c.step)
		b := startBar(s, "copies")
		for i := range 7 {
			b.show(i+1, 7)
		}
		b.stop()
		if got := w.text(); got != c.want {
			t.Errorf("%v a step, terminal %v:\n%q\nwant\n%q", c.step, c.term, got, c.want)
		}
	}
	var w locked
	s := quiet()
	s.err, s.errIsTerm, s.now = &w, true, ticking(barEvery/10)
	b := startBar(s, "copies")
	for i := range 1000 {
		b.show(i+1, 1000)
	}
	if n := strings.Count(w.text(), "\r"); n < 90 || n > 100 {
		t.Errorf("in ten seconds it is drawn %d times", n)
	}
}

// A person at a terminal sees how far a run has come, to its end, and nothing of it stays; what stands there is the same without a
// terminal.
func TestDistributeShowsItsBar(t *testing.T) {
	t.Chdir(t.TempDir())
	put(t, "memo.yaml", "title: A fictional memo\ndate: 2026-11-30\nthemes:\n- name: One\n  claim: Revenue reached a fictional height\n")
	list := "id,name\n"
	for i := range 70 { // more than get their names together
		list += fmt.Sprintf("r%d,Reader\n", i)
	}
	put(t, "readers.csv", list)
	var w locked
	s := quiet()
	s.err, s.errIsTerm, s.now, s.random = &w, true, ticking(2*time.Second), strings.NewReader(strings.Repeat("k", 64))
	if code := run([]string{"distribute", "memo.yaml", "--recipients", "readers.csv", "-o", "sent", "--to", "slides", "--jobs", "1"}, s); code != exitFine {
		t.Fatalf("code %d: %s", code, w.text())
	}
	said := w.text()
	bars := regexp.MustCompile(`\rmaking copies \[[# ]{30}\] (\d+) of 70, \d+ a second, \d+s left\x1b\[K`).FindAllStringSubmatch(said, -1)
	last := 0
	for _, b := range bars {
		n, _ := strconv.Atoi(b[1]) // digits
		if n <= last {
			t.Errorf("it goes back: %q", said)
		}
		last = n
	}
	if rest := regexp.MustCompile(`\r[^\r]*\x1b\[K`).ReplaceAllString(said, ""); rest != "" || len(bars) == 0 || !strings.HasSuffix(said, "\r\x1b[K") {
		t.Errorf("%q stays", said)
	}
	if _, err := os.Stat(filepath.Join("sent", "ledger.jsonl")); err != nil {
		t.Error(err)
	}
}
