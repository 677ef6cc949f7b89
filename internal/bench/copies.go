package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"
)

const (
	fewReaders  = 1000
	manyReaders = 10_000
	copyRounds  = 5
)

// copies measures recipients' copies against the floor, in turn, so that what else the machine does falls on both; and then what a
// long list takes. What a process costs besides, starting and laying the briefing out, is spread over its copies. Nothing is removed in
// between: ext4 looks long for room for a file where many have just gone.
func copies(to io.Writer, program, outline, dir string) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	var ours, least []row
	size := 0
	for i := range copyRounds {
		r, bytes, err := distributed(program, outline, dir, fmt.Sprint("sent", i), fewReaders)
		if err != nil {
			return err
		}
		ours, size = append(ours, r), bytes
		r, _, err = measured(self, false, "-floor", strconv.Itoa(fewReaders), "-bytes", strconv.Itoa(size), filepath.Join(dir, fmt.Sprint("floor", i)))
		if err != nil {
			return err
		}
		least = append(least, r)
	}
	many, _, err := distributed(program, outline, dir, "many", manyReaders)
	if err != nil {
		return err
	}
	w := tabwriter.NewWriter(to, 0, 0, 3, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "\ncopies of 20 slides\trecipients\tCPU ms each\ta second on two cores\ta second now\tpeak MB\tKB each\t")
	line := func(name string, n int, cpu, wall time.Duration, peak int64) {
		per := cpu.Seconds() / float64(n)
		fmt.Fprintf(w, "%s\t%d\t%.2f\t%.0f\t%.0f\t%.1f\t%.1f\t\n", name, n, per*1e3, 2/per, float64(n)/wall.Seconds(), float64(peak)/1e6, float64(size)/1e3)
	}
	of := func(name string, rows []row) {
		line(name, fewReaders, median(rows, func(r row) time.Duration { return r.cpu }), median(rows, func(r row) time.Duration { return r.wall }), median(rows, func(r row) int64 { return r.peak }))
	}
	of("encrypted, marked, signed, in the ledger", ours)
	of("the floor: four R6 hashes, AES, a file", least)
	line("a long list", manyReaders, many.cpu, many.wall, many.peak)
	if err := w.Flush(); err != nil {
		return err
	}
	_, err = fmt.Fprintf(to, "floor against copies, median of the pairs' CPU: %.2f\n", ratio(least, ours, func(r row) float64 { return float64(r.cpu) }))
	return err
}

// distributed makes the slides' copies for n recipients in a folder and says how large one is.
func distributed(program, outline, dir, folder string, n int) (row, int, error) {
	list, out := filepath.Join(dir, "readers.csv"), filepath.Join(dir, folder)
	text := "id,name,email,org,basis\n" + made(n, func(i int) string {
		return fmt.Sprintf("r%d,Reader %d,r%d@example.com,Fictional Fund %d,nda\n", i, i, i, i)
	})
	if err := os.WriteFile(list, []byte(text), 0o600); err != nil {
		return row{}, 0, err
	}
	r, said, err := measured(program, false, "distribute", outline, "--recipients", list, "-o", out, "--to", "slides", "--no-mail")
	if err != nil {
		return r, 0, err
	}
	names, err := filepath.Glob(filepath.Join(out, "copies", "*.pdf"))
	if err != nil || len(names) != n {
		return r, 0, fmt.Errorf("%d copies for %d recipients (%v): %s", len(names), n, err, strings.TrimSpace(string(said)))
	}
	info, err := os.Stat(names[0])
	if err != nil {
		return r, 0, err
	}
	return r, int(info.Size()), nil
}
