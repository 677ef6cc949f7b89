package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"text/tabwriter"
	"time"
)

// flagshipOfOld is the flagship of commit f882100, the program that `make bench` is paired with, as both programs read it: three
// speakers are named by words of their credits, and its proofs hold the passages that either program asks for.
const flagshipOfOld = "internal/bench/testdata/flagship"

// pairs runs two programs in turn and prints the medians of the new one, of the old one, and of the ratios of pairs: what else
// the machine does falls on both. Each goes first in every other pair.
func pairs(to io.Writer, program, old, flagship string, runs int) error {
	dir, err := os.MkdirTemp("", "roadshow-pairs-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	deck, decks := filepath.Join(dir, "deck"), filepath.Join(dir, "decks")
	for folder, copies := range map[string]int{deck: 1, decks: decksCopies} {
		if err := writeDeck(folder, copies); err != nil {
			return err
		}
	}
	w := tabwriter.NewWriter(to, 0, 0, 3, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "new, old, median of the ratios of pairs\tpages\told\tCPU ms\told\tratio\twall ms\told\tratio\tpeak MiB\told\tratio\t")
	for _, c := range []struct{ name, outline, media string }{
		{"flagship, both media", flagship, "document,slides"},
		{"flagship, document", flagship, "document"},
		{"flagship, slides", flagship, "slides"},
		{"20 slides with 8 charts", deck, "slides"},
		{"200 slides with 96 charts", decks, "slides"},
	} {
		pair := [2][]row{}
		for i := range runs + 1 {
			for k := range 2 {
				which := (i + k) % 2
				r, err := once([2]string{program, old}[which], c.outline, c.media, filepath.Join(dir, [2]string{"out", "out-old"}[which]))
				if err != nil {
					return err
				}
				pair[which] = append(pair[which], r)
			}
		}
		a, b := pair[0][1:], pair[1][1:] // the first warms the disk's cache
		fmt.Fprintf(w, "%s\t%d\t%d\t", c.name, a[0].pages, b[0].pages)
		for _, figure := range []struct {
			of   func(row) float64
			unit float64
		}{
			{func(r row) float64 { return float64(r.cpu) }, 1e6},
			{func(r row) float64 { return float64(r.wall) }, 1e6},
			{func(r row) float64 { return float64(r.peak) }, 1 << 20},
		} {
			fmt.Fprintf(w, "%.1f\t%.1f\t%.3f\t", median(a, figure.of)/figure.unit, median(b, figure.of)/figure.unit, ratio(a, b, figure.of))
		}
		fmt.Fprintln(w)
	}
	return w.Flush()
}

// ratio is the median of the pairs' ratios.
func ratio(a, b []row, of func(row) float64) float64 {
	list := make([]float64, len(a))
	for i := range a {
		list[i] = of(a[i]) / of(b[i])
	}
	return middle(list)
}

// once runs one build.
func once(program, outline, to, out string) (row, error) {
	r, text, err := measured(program, false, "build", outline, "--to", to, "-o", out)
	r.pages = pagesIn(text)
	return r, err
}

// measured runs a program and says what it took and printed. Where it is to find fault, exit status 1 is no error.
func measured(program string, wrong bool, args ...string) (row, []byte, error) {
	c := exec.Command(program, args...)
	start := time.Now()
	text, err := c.CombinedOutput()
	wall := time.Since(start)
	if err != nil && !(wrong && c.ProcessState != nil && c.ProcessState.ExitCode() == 1) {
		return row{}, nil, fmt.Errorf("%s %s: %w\n%s", program, strings.Join(args, " "), err, text[:min(len(text), 2000)])
	}
	use, ok := c.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return row{}, nil, fmt.Errorf("this system does not say what a process used")
	}
	return row{wall: wall, cpu: c.ProcessState.UserTime() + c.ProcessState.SystemTime(), peak: peakBytes(use)}, text, nil
}
