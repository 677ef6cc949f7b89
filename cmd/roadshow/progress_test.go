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

func TestProgressIsShownOnlyToPeopleAndOnlyWhenWorkIsLong(t *testing.T) {
	var w locked
	s := quiet()
	s.err, s.errIsTerm = &w, true
	startProgress(s, "memo")()
	if w.b.Len() > 0 {
		t.Errorf("short work shows %q", w.b.String())
	}
	stop := startProgress(s, "memo")
	time.Sleep(patience + 300*time.Millisecond)
	stop()
	stop()
	if got := w.b.String(); !strings.HasPrefix(got, "compiling memo") || !strings.HasSuffix(got, "\r\x1b[K") {
		t.Errorf("long work shows %q", got)
	}
	w.b.Reset()
	s.errIsTerm = false
	stop = startProgress(s, "memo")
	time.Sleep(patience + 100*time.Millisecond)
	stop()
	if w.b.Len() > 0 {
		t.Errorf("a file gets %q", w.b.String())
	}
}
