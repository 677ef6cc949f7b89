package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"
)

// pairs runs two programs in turn and prints the medians of the new one, of the old one, and of the ratios of pairs: what else
// the machine does falls on both. Each builds an outline of its own, as both may not read the same one.
func pairs(to io.Writer, program, outline, old, oldOutline string, runs int) error {
	dir, err := os.MkdirTemp("", "roadshow-pairs-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	deck, decks := filepath.Join(dir, "deck"), filepath.Join(dir, "decks")
	for folder, themes := range map[string]int{deck: deckThemes, decks: decksThemes} {
		if err := writeDeck(folder, themes); err != nil {
			return err
		}
	}
	fmt.Fprintln(to, "new, old, and the median of the ratios of pairs")
	for _, c := range []struct{ name, outline, before, medium string }{
		{"flagship, document", outline, oldOutline, "document"},
		{"flagship, slides", outline, oldOutline, "slides"},
		{"20 slides with 8 charts", deck, deck, "slides"},
		{"200 slides with 96 charts", decks, decks, "slides"},
	} {
		var a, b []row
		for range runs + 1 {
			x, err := once(program, c.outline, c.medium, filepath.Join(dir, "out"))
			if err != nil {
				return err
			}
			y, err := once(old, c.before, c.medium, filepath.Join(dir, "out-old"))
			if err != nil {
				return err
			}
			a, b = append(a, x), append(b, y)
		}
		a, b = a[1:], b[1:]
		fmt.Fprintf(to, "%-26s CPU %6.1f ms %6.1f ms %.3f   peak %5.1f MB %5.1f MB %.3f\n", c.name,
			float64(median(a, cpuOf))/1e6, float64(median(b, cpuOf))/1e6, ratio(a, b, func(r row) float64 { return float64(r.cpu) }),
			float64(median(a, peakOf))/1e6, float64(median(b, peakOf))/1e6, ratio(a, b, func(r row) float64 { return float64(r.peak) }))
	}
	return nil
}

func cpuOf(r row) int64  { return int64(r.cpu) }
func peakOf(r row) int64 { return r.peak }

// ratio is the median of the pairs' ratios.
func ratio(a, b []row, of func(row) float64) float64 {
	list := make([]float64, len(a))
	for i := range a {
		list[i] = of(a[i]) / of(b[i])
	}
	slices.SortFunc(list, cmp.Compare[float64])
	return list[len(list)/2]
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
