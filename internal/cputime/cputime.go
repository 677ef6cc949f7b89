// Package cputime lets tests bound how much work something is: the time of the clock measures what else the machine does.
package cputime

import (
	"syscall"
	"time"
)

// Of is the processor time that the process spends while f runs, its garbage collector included.
func Of(f func()) time.Duration {
	before := spent()
	f()
	return spent() - before
}

func spent() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic("processor time cannot be read: " + err.Error())
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
