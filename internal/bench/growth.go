package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"
)

// input is something an author may have much of: a folder is written with n of it, and a command is run on the folder.
type input struct {
	name  string
	n     int // the smaller of two sizes; the other is twice that
	write func(folder string, n int) error
	args  []string // OUTLINE and OUT stand for the folder and where files go
	wrong bool     // it is to be refused
}

// growth prints what n and 2n of everything cost, and by how much the cost grows: 2 is proportional, 4 quadratic.
func growth(to io.Writer, program, only string, runs int) error {
	dir, err := os.MkdirTemp("", "roadshow-growth-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	w := tabwriter.NewWriter(to, 0, 0, 3, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "n and 2n of\tn\tCPU s\tCPU s\tratio\tpeak MB\tpeak MB\tratio\t2n: KB\t")
	for _, in := range inputs {
		if !strings.Contains(in.name, only) {
			continue
		}
		var cost [2]row
		for i := range cost {
			folder := filepath.Join(dir, fmt.Sprintf("%d", i))
			if err := os.RemoveAll(folder); err != nil {
				return err
			}
			if err := os.MkdirAll(folder, 0o777); err != nil {
				return err
			}
			if err := in.write(folder, in.n<<i); err != nil {
				return err
			}
			if cost[i], err = in.cost(program, folder, runs); err != nil {
				return fmt.Errorf("%s, %d: %w", in.name, in.n<<i, err)
			}
		}
		a, b := cost[0], cost[1]
		fmt.Fprintf(w, "%s\t%d\t%.2f\t%.2f\t%.2f\t%.0f\t%.0f\t%.2f\t%.0f\t\n", in.name, in.n, a.cpu.Seconds(), b.cpu.Seconds(),
			b.cpu.Seconds()/a.cpu.Seconds(), float64(a.peak)/1e6, float64(b.peak)/1e6, float64(b.peak)/float64(a.peak), float64(b.file)/1e3)
		if err := w.Flush(); err != nil {
			return err
		}
	}
	return nil
}

// cost is the least of some runs: what else the machine does only adds.
func (in input) cost(program, folder string, runs int) (row, error) {
	var all []row
	out := folder + "-out"
	if err := os.RemoveAll(out); err != nil {
		return row{}, err
	}
	args := slices.Clone(in.args)
	for i, a := range args {
		args[i] = strings.NewReplacer("OUTLINE", folder, "OUT", out).Replace(a)
	}
	for range runs {
		r, _, err := measured(program, in.wrong, args...)
		if err != nil {
			return row{}, err
		}
		all = append(all, r)
	}
	r := row{
		cpu:  slices.MinFunc(all, func(a, b row) int { return cmp.Compare(a.cpu, b.cpu) }).cpu,
		peak: slices.MinFunc(all, func(a, b row) int { return cmp.Compare(a.peak, b.peak) }).peak,
	}
	files, err := filepath.Glob(filepath.Join(out, "*.pdf"))
	if err != nil || len(files) == 0 {
		return r, err
	}
	info, err := os.Stat(files[0])
	if err != nil {
		return r, err
	}
	r.file = info.Size()
	return r, nil
}

var (
	slides   = []string{"build", "OUTLINE", "--to", "slides", "-o", "OUT"}
	document = []string{"build", "OUTLINE", "--to", "document", "-o", "OUT"}
	checked  = []string{"check", "OUTLINE", "--to", "document"}
)

var inputs = []input{
	{name: "slides, of 20 themes", n: 1000, write: manySlides, args: slides},
	{name: "slides' pages as a document", n: 1000, write: manySlides, args: document},
	{name: "themes as slides", n: 250, write: manyThemes, args: slides},
	{name: "themes as a document", n: 250, write: manyThemes, args: document},
	{name: "pages of prose", n: 500, write: manyPages, args: document},
	{name: "pages of prose, slides", n: 500, write: manyPages, args: slides},
	{name: "rows, scatter", n: 50_000, write: rowsOf("scatter"), args: document},
	{name: "rows, line", n: 50_000, write: rowsOf("line"), args: document},
	{name: "rows, line, slides", n: 50_000, write: rowsOf("line"), args: slides},
	{name: "rows, two cells quoted", n: 50_000, write: cells(2), args: checked},
	{name: "rows, 100 cells quoted", n: 50_000, write: cells(100), args: checked},
	{name: "rows of a table", n: 1000, write: manyTableRows, args: document},
	{name: "KB of a source, 100 quotations", n: 2500, write: func(f string, n int) error { return longSource(f, n, 100) }, args: checked},
	{name: "KB of a source, proofs written", n: 2500, write: func(f string, n int) error { return longSource(f, n, 100) }, args: []string{"source", "prove", "OUTLINE"}},
	{name: "quotations from 5 MB", n: 500, write: func(f string, n int) error { return longSource(f, 5000, n) }, args: checked},
	{name: "figures, in prose", n: 500, write: manyFigures, args: document},
	{name: "formulas, each of the one before", n: 500, write: manyFormulas, args: checked},
	{name: "sources and citations", n: 250, write: manySources, args: document},
	{name: "people with names", n: 250, write: manyPeople, args: document},
	{name: "charts", n: 200, write: manyCharts, args: document},
	{name: "charts, slides", n: 200, write: manyCharts, args: slides},
	{name: "mistakes", n: 1000, write: manyMistakes, args: checked, wrong: true},
}
