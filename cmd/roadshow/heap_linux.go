package main

import (
	"runtime"
	"syscall"
	"unsafe"
)

const (
	roomy      = 64 << 20 // bytes of address space, untouched
	adviseHuge = 14       // MADV_HUGEPAGE of madvise(2)
)

// hugeHeap has the system back the heap with pages of 2 MB, where it does so on advice: touching memory for the first time, 4 KB at a
// time, costs a cold build more than anything else. The runtime maps its heap in small steps and takes no advice for it, so room is
// allocated, advised and freed before anything is in it; what is allocated later stands there. Where the advice is not taken, nothing
// changes. The collector must not run of itself before.
func hugeHeap() {
	room := make([]byte, roomy)
	syscall.Syscall(syscall.SYS_MADVISE, uintptr(unsafe.Pointer(&room[0])), roomy, adviseHuge)
	runtime.GC()
}
