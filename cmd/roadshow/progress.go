package main

import (
	"fmt"
	"sync"
	"time"
)

// patience is how long work may take before a person is told that it goes on.
const patience = time.Second

// startProgress tells a person at a terminal that work goes on, only where it takes long. The returned function ends it.
func startProgress(s streams, name string) (stop func()) {
	if !s.errIsTerm {
		return func() {}
	}
	var mu sync.Mutex
	shownLine := false
	timer := time.AfterFunc(patience, func() {
		mu.Lock()
		defer mu.Unlock()
		shownLine = true
		fmt.Fprintf(s.err, "compiling %s …", shown(name))
	})
	return func() {
		timer.Stop()
		mu.Lock()
		defer mu.Unlock()
		if shownLine {
			fmt.Fprint(s.err, "\r\x1b[K")
			shownLine = false
		}
	}
}
