package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"roadshow"
	"roadshow/render"
)

type buildOptions struct {
	compileOptions
	output string
	watch  bool
}

func newBuild(s streams) *cobra.Command {
	var o buildOptions
	c := &cobra.Command{
		Use:   "build OUTLINE",
		Short: "Write the briefing's files",
		Long: `Build compiles an outline and writes its files. OUTLINE is a folder (its briefing.yaml), a file, or - for
standard input. Files are written whole or not at all: when anything is wrong, what was there stays.`,
		Example: `  roadshow build my-briefing
  roadshow build my-briefing -o memo.pdf --look bank --page letter
  roadshow build my-briefing --watch`,
		Args: oneOutline,
		RunE: func(c *cobra.Command, args []string) error {
			o.outline = args[0]
			return runBuild(s, &o)
		},
	}
	c.Flags().StringVarP(&o.output, "output", "o", "", "file (ending in "+endings()+") or folder to write; - for standard output (default: out/ beside the outline)")
	addCompileFlags(c, &o.compileOptions)
	c.Flags().BoolVar(&o.watch, "watch", false, "build again whenever a file of the outline's folder changes")
	return c
}

func runBuild(s streams, o *buildOptions) error {
	if err := o.check(); err != nil {
		return err
	}
	if o.watch {
		return runWatch(s, o)
	}
	return buildOnce(s, o)
}

func buildOnce(s streams, o *buildOptions) error {
	src, err := readSource(o.outline, s.in)
	if err != nil {
		return err
	}
	defer src.close()
	to, err := findTarget(o.output, src)
	if err != nil {
		return err
	}
	formats, err := o.formatsFor(to)
	if err != nil {
		return err
	}
	date, err := sourceDate(s.env("SOURCE_DATE_EPOCH"))
	if err != nil {
		return err
	}
	defer startProgress(s, src.name)()
	res, err := o.compile(s, src)
	if err != nil {
		return err
	}
	if err := printProblems(s, o.format, o.strict, src, res); err != nil {
		return err
	}
	if res.Failed {
		return errProblems
	}
	var files []output
	for _, f := range formats {
		var b bytes.Buffer
		if err := res.Render(f, &b, render.Options{Date: date}); err != nil {
			return err
		}
		files = append(files, output{to.path(src, f), b.Bytes()})
	}
	if to.stdout {
		_, err = s.out.Write(files[0].data)
		if err != nil {
			return fmt.Errorf("cannot write to standard output: %w", err)
		}
	} else if err := res.Stage("write", func() error { return writeAll(files) }); err != nil {
		return err
	}
	if o.timings {
		printTimings(s, res.Stages)
	}
	if !to.stdout && !machineReadable(o.format) {
		for i, f := range formats {
			fmt.Fprintf(s.out, "wrote %s (%s)\n", shown(filepath.ToSlash(files[i].path)), describe(res, f, len(files[i].data)))
		}
	}
	return nil
}

// formatsFor are the formats that go to a target: those asked for, or those that its name can hold.
func (o *buildOptions) formatsFor(to target) ([]render.Format, error) {
	list := o.formats()
	if to.file != "" {
		ext := strings.ToLower(filepath.Ext(to.file))
		fits := []render.Format{}
		for _, f := range list {
			if f.Ext == ext {
				fits = append(fits, f)
			}
		}
		if len(fits) < len(list) && len(o.to) > 0 {
			return nil, usage("name a folder, or one file for each format", "--to %s does not fit in one %s file", strings.Join(o.to, ","), ext)
		}
		list = fits
	}
	if len(list) > 1 && (to.file != "" || to.stdout) {
		if len(o.to) > 0 {
			return nil, usage("choose one with --to", "%d formats do not fit in one file", len(list))
		}
		list = list[:1] // the first is meant: x.pdf is the document
	}
	if to.stdout && machineReadable(o.format) {
		return nil, usage("write a file, or print the problems as human or short", "-o - and --format %s both want standard output", o.format)
	}
	return list, nil
}

// describe says what was written: "14 pages, 118 KB".
func describe(res *roadshow.Result, f render.Format, size int) string {
	kb := fmt.Sprintf("%d KB", (size+999)/1000)
	n := len(res.Deck(f.Medium).Pages)
	if n == 1 {
		return "1 page, " + kb
	}
	return fmt.Sprintf("%d pages, %s", n, kb)
}
