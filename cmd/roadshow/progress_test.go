package main

import (
	"bytes"
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
