package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"roadshow/briefing"
	"roadshow/scene"
)

type checkOptions struct {
	compileOptions
	titles   bool
	explain  bool
	coverage bool
	context  string // "", or one of contextForms
	geometry bool
}

func newCheck(s streams) *cobra.Command {
	var o checkOptions
	c := &cobra.Command{
		Use:   "check OUTLINE",
		Short: "Say what is wrong, write nothing",
		Long: `Check lays out everything that build would write and prints what is wrong. OUTLINE is a folder (its briefing.yaml), a
file, or - for standard input.`,
		Example: `  roadshow check my-briefing --strict
  roadshow check my-briefing --format sarif > problems.sarif
  roadshow check my-briefing --titles`,
		Args: oneOutline,
		RunE: func(c *cobra.Command, args []string) error {
			o.outline = args[0]
			return runCheck(s, &o)
		},
	}
	addCompileFlags(c, &o.compileOptions)
	c.Flags().BoolVar(&o.titles, "titles", false, "print every page's title: read in order they must tell the story")
	c.Flags().BoolVar(&o.explain, "explain", false, "print every figure with the passage, cell or formula behind it, and why auto chose a chart")
	c.Flags().BoolVar(&o.coverage, "coverage", false, "count what numbers and quotations rest on: proved, computed, own, assumption, sample, typed, unchecked")
	c.Flags().StringVar(&o.context, "context", "", "print every quotation with the sentences around it and what its cuts dropped: "+orList(contextForms()))
	c.Flags().Lookup("context").NoOptDefVal = contextForms()[0]
	c.Flags().BoolVar(&o.geometry, "geometry", false, "print what the self-check of the finished pages measured: how full they are, sizes of type, contrast")
	return c
}

func runCheck(s streams, o *checkOptions) error {
	if err := o.check(); err != nil {
		return err
	}
	if err := o.oneAudience("check"); err != nil {
		return err
	}
	if machineReadable(o.format) && (o.titles || o.explain || o.coverage || o.context != "" || o.geometry) {
		return usage("print the problems as human or short", "--format %s leaves no room for other output", o.format)
	}
	if o.context != "" {
		if err := oneOf("--context", o.context, contextForms()); err != nil {
			return err
		}
	}
	src, err := readSource(o.outline, s.in)
	if err != nil {
		return err
	}
	defer src.close()
	defer startProgress(s, src.name)()
	res, err := o.compile(s, src)
	if err != nil {
		return err
	}
	if err := printProblems(s, o.format, o.strict, src, res); err != nil {
		return err
	}
	if o.timings {
		printTimings(s, res.Stages)
	}
	if o.explain {
		explain(s.out, res.Briefing, res.Outline)
	}
	if o.context != "" {
		if err := printContext(s.out, o.context, res.Briefing); err != nil {
			return err
		}
	}
	if o.coverage {
		printCoverage(s.out, res.Briefing.Coverage())
	}
	if o.titles {
		for _, f := range o.formats() {
			printTitles(s, f.Name, res.Deck(f.Medium))
		}
	}
	for _, g := range res.Geometry {
		if !o.geometry {
			break
		}
		if err := g.Print(s.out); err != nil {
			return err
		}
	}
	if res.Machine != nil {
		return res.Machine
	}
	if res.Failed {
		return errProblems
	}
	return nil
}

// printTitles prints one line a page. Pages that continue another repeat its title; they are left out.
func printTitles(s streams, format string, d *scene.Deck) {
	if d == nil {
		return
	}
	fmt.Fprintln(s.out, format)
	last := ""
	for _, p := range d.Pages {
		if p.Title != "" && p.Title != last {
			fmt.Fprintf(s.out, "%3d  %s\n", p.Number, shown(p.Title))
		}
		last = p.Title
	}
}

// printCoverage prints how many numbers and quotations rest on what.
func printCoverage(w io.Writer, c briefing.Coverage) {
	fmt.Fprintf(w, "numbers %10d\n", c.Numbers.Total())
	for _, class := range briefing.Classes() {
		fmt.Fprintf(w, "  %-11s %4d\n", class, *c.Numbers.Of(class))
	}
	q := c.Quotations
	fmt.Fprintf(w, "quotations %7d\n  %-11s %4d\n  %-11s %4d  of those proved: with the speaker\n  %-11s %4d\n",
		q.Proved+q.Unchecked, "proved", q.Proved, "attributed", q.Attributed, "unchecked", q.Unchecked)
}
