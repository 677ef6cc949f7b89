// Command bench measures the built program from outside, as a user meets it: whole processes, started cold, with the CPU
// time and peak memory that the kernel charged them. It prints a table and judges nothing; `go test -bench` looks inside.
//
// It imports only the standard library: what it measures is the binary, and a small parent keeps the kernel's peak memory
// of the child true (the peak counts the parent's pages up to exec).
package main

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"syscall"
	"text/tabwriter"
	"time"
)

func main() {
	runs := flag.Int("runs", 15, "processes per row; medians are printed")
	grow := flag.Bool("growth", false, "print what n and 2n of everything cost")
	only := flag.String("only", "", "with -growth: what to measure, a part of its name")
	old := flag.String("old", "", "a program to compare with, run by run; the outline is then the flagship of f882100 unless another is named")
	hands := flag.Bool("copies", false, "print what recipients' copies cost, and nothing else")
	pages := flag.Bool("html", false, "print what one file for browsers costs, and nothing else")
	before := flag.String("before", "", "a program of before PDF files were accessible, 55e1393: print what that costs, and nothing else")
	least := flag.Int("floor", 0, "make so many of the least copies in a folder, as bench asks of itself")
	size := flag.Int("bytes", 0, "with -floor: of each")
	flag.Parse()
	var err error
	switch {
	case *least > 0 && flag.NArg() == 1:
		err = floor(flag.Arg(0), *least, *size)
	case *old != "" && flag.NArg() <= 2 && flag.NArg() > 0:
		err = pairs(os.Stdout, flag.Arg(0), *old, cmp.Or(flag.Arg(1), flagshipOfOld), *runs)
	case *before != "" && flag.NArg() == 2:
		err = withDeck(func(deck, dir string) error {
			return accessible(os.Stdout, flag.Arg(0), *before, flag.Arg(1), deck, dir, *runs)
		})
	case *pages && flag.NArg() == 1:
		err = withDeck(func(deck, dir string) error { return reached(os.Stdout, flag.Arg(0), deck, dir, *runs) })
	case *hands && flag.NArg() == 1:
		err = withDeck(func(deck, dir string) error { return copies(os.Stdout, flag.Arg(0), deck, dir) })
	case *grow && flag.NArg() == 1:
		err = growth(os.Stdout, flag.Arg(0), *only, *runs)
	case !*grow && flag.NArg() == 2:
		err = bench(flag.Arg(0), flag.Arg(1), *runs)
	default:
		fmt.Fprintln(os.Stderr, "usage: bench [-runs N] PROGRAM OUTLINE-FOLDER | bench -old PROGRAM [-runs N] PROGRAM [OUTLINE-FOLDER] | bench -growth [-runs N] [-only WORDS] PROGRAM | bench -copies PROGRAM | bench -html PROGRAM | bench -before PROGRAM PROGRAM OUTLINE-FOLDER")
		os.Exit(2)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// row is the median of one case.
type row struct {
	name      string
	pages     int
	cpu, wall time.Duration
	peak      int64 // bytes
	file      int64 // bytes
}

func bench(program, flagship string, runs int) error {
	dir, err := os.MkdirTemp("", "roadshow-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)

	latin := filepath.Join(dir, "latin")
	if err := copyWithoutChinese(latin, flagship); err != nil {
		return err
	}
	short, long := filepath.Join(dir, "short"), filepath.Join(dir, "long")
	for folder, length := range map[string]int{short: shortLength, long: longLength} {
		if err := writeGenerated(folder, length); err != nil {
			return err
		}
	}
	deck, decks := filepath.Join(dir, "deck"), filepath.Join(dir, "decks")
	for folder, copies := range map[string]int{deck: 1, decks: decksCopies} {
		if err := writeDeck(folder, copies); err != nil {
			return err
		}
	}
	cases := []struct{ name, outline, to string }{
		{"flagship", flagship, "document"},
		{"flagship without Chinese", latin, "document"},
		{"generated", short, "document"},
		{"generated, ten times the pages", long, "document"},
		{"flagship's slides", flagship, "slides"},
		{"slides with 8 charts", deck, "slides"},
		{"slides with 96 charts", decks, "slides"},
	}
	var rows []row
	for _, c := range cases {
		r, err := measure(c.name, program, c.outline, c.to, filepath.Join(dir, "out"), runs)
		if err != nil {
			return err
		}
		rows = append(rows, r)
	}
	if err := print(program, rows); err != nil {
		return err
	}
	if err := truth(program, flagship, dir, runs); err != nil {
		return err
	}
	if err := reached(os.Stdout, program, deck, dir, runs); err != nil {
		return err
	}
	return copies(os.Stdout, program, deck, dir)
}

// measure runs the program and takes the median of each figure by itself.
func measure(name, program, outline, to, out string, runs int) (row, error) {
	var all []row
	for range runs + 1 {
		r, err := once(program, outline, to, out)
		if err != nil {
			return row{}, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, r)
	}
	all = all[1:] // the first run warms the disk's cache
	pdf := filepath.Join(out, filepath.Base(outline)+map[string]string{"slides": "-slides"}[to]+".pdf")
	info, err := os.Stat(pdf)
	if err != nil {
		return row{}, err
	}
	return row{
		name:  name,
		pages: all[0].pages,
		cpu:   median(all, func(r row) time.Duration { return r.cpu }),
		wall:  median(all, func(r row) time.Duration { return r.wall }),
		peak:  median(all, func(r row) int64 { return r.peak }),
		file:  info.Size(),
	}, nil
}

var written = regexp.MustCompile(`\((\d+) pages`)

// pagesIn adds up the pages of what the program says of its files: "wrote x.pdf (21 pages, 147 KB)".
func pagesIn(text []byte) int {
	sum := 0
	for _, m := range written.FindAllSubmatch(text, -1) {
		n, _ := strconv.Atoi(string(m[1])) // digits only
		sum += n
	}
	return sum
}

func median[T cmp.Ordered](rows []row, of func(row) T) T {
	var list []T
	for _, r := range rows {
		list = append(list, of(r))
	}
	slices.Sort(list)
	return list[len(list)/2]
}

// peakBytes is the largest resident memory; Linux counts it in KiB, macOS in bytes.
func peakBytes(use *syscall.Rusage) int64 {
	if runtime.GOOS == "darwin" {
		return use.Maxrss
	}
	return use.Maxrss * 1024
}

func print(program string, rows []row) error {
	info, err := os.Stat(program)
	if err != nil {
		return err
	}
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 3, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "whole process, median\tpages\tCPU ms\twall ms\tpeak MB\tfile KB\t")
	for _, r := range rows {
		fmt.Fprintf(w, "%s\t%d\t%.1f\t%.1f\t%.1f\t%.1f\t\n", r.name, r.pages,
			float64(r.cpu)/1e6, float64(r.wall)/1e6, float64(r.peak)/1e6, float64(r.file)/1e3)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	short, long := rows[2], rows[3]
	fmt.Printf("\ngrowth: %.1f times the pages take %.1f times the CPU\nbinary: %.1f MB\n",
		float64(long.pages)/float64(short.pages), float64(long.cpu)/float64(short.cpu), float64(info.Size())/1e6)
	return nil
}
