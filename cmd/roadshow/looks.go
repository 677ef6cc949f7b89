package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"roadshow/assets"
	"roadshow/briefing/brand"
	"roadshow/internal/diag"
	"roadshow/internal/limits"
	"roadshow/scene"
)

func newLooks(s streams) *cobra.Command {
	var file string
	c := &cobra.Command{
		Use:   "looks [NAME | FILE]",
		Short: "List the looks, or the colours and contrasts of one",
		Long: `Looks lists the built-in looks. With a name or a look file (JSON) it prints the colours and how far each stands out
from the background. Text needs 4.5:1, marks 3:1 (WCAG 2). With --brand it paints the look as a brand
file says, and lists what follows from its palette.`,
		Example: `  roadshow looks ink
  roadshow looks --brand brand.yaml`,
		Args: atMostOne,
		RunE: func(c *cobra.Command, args []string) error {
			if file != "" {
				return runBrandLook(s, file, args)
			}
			return runLooks(s, args)
		},
	}
	c.ValidArgsFunction = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return assets.Looks(), cobra.ShellCompDirectiveDefault
	}
	c.Flags().StringVar(&file, "brand", "", "paint the look in the colours of this brand `file`")
	c.AddCommand(newLooksCheck(s))
	return c
}

func newLooksCheck(s streams) *cobra.Command {
	c := &cobra.Command{
		Use:   "check NAME | FILE",
		Short: "Check a look's contrasts and colour-blind distances",
		Long: `Check prints the least distance (CIEDE2000) between any two series colours, to normal eyes and as deuteranopes, protanopes
and tritanopes see them (Machado 2009), and the contrasts of its text. It fails where eight series are nearer than 20 to
normal eyes or 11 to red-green blind ones, or text stands out by less than 4.5:1.`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error { return runLooksCheck(s, args[0]) },
	}
	c.ValidArgsFunction = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return assets.Looks(), cobra.ShellCompDirectiveDefault
	}
	return c
}

func runLooksCheck(s streams, name string) error {
	look, err := findLook(name)
	if err != nil {
		return err
	}
	report := assets.CheckPalette(look)
	fmt.Fprint(s.out, report)
	if n := len(report.Failures); n > 0 {
		return fmt.Errorf("%w: the look %s fails %d checks", errProblems, look.Name, n)
	}
	return nil
}

func runLooks(s streams, args []string) error {
	if len(args) == 0 {
		var rows [][2]string
		for i, name := range assets.Looks() {
			look, err := assets.LoadLook(name)
			if err != nil {
				return err
			}
			about := fmt.Sprintf("%s on %s, accent %s", hexOf(look.Text), hexOf(look.Background), hexOf(look.Accent))
			if i == 0 {
				about += " (the default)"
			}
			rows = append(rows, [2]string{name, about})
		}
		printList(s.out, rows)
		return nil
	}
	look, err := findLook(args[0])
	if err != nil {
		return err
	}
	return printLook(s.out, look)
}

// runBrandLook prints what a brand file makes of a look, and fails where that cannot be read.
func runBrandLook(s streams, file string, args []string) error {
	name := assets.Looks()[0]
	if len(args) > 0 {
		name = args[0]
	}
	if err := oneOf("looks --brand", name, assets.Looks()); err != nil {
		return err
	}
	src, err := readWhole(file, limits.BrandBytes)
	if err != nil {
		return err
	}
	l := &diag.List{}
	look, derived := brand.BrandLook(src, filepath.ToSlash(file), name, l)
	if l.Failed(false) || look == nil {
		if err := diag.Write(s.err, l.Problems(), diag.Options{Format: diag.Human, Color: s.colour(), Sources: func(string) []byte { return src }}); err != nil {
			return err
		}
		return errProblems
	}
	if len(derived) > 0 {
		t := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
		for _, d := range derived {
			from := "found for it"
			switch {
			case d.Why != "":
				from = "for " + hexOf(d.From) + ": " + d.Why
			case !d.From.None() && hexOf(d.From) == hexOf(d.Color):
				from = "yours"
			case !d.From.None():
				from = "from " + hexOf(d.From)
			}
			fmt.Fprintf(t, "%s\t%s\t%s\n", d.Token, hexOf(d.Color), from)
		}
		t.Flush()
		fmt.Fprintln(s.out)
	}
	return printLook(s.out, look)
}

// findLook loads a built-in look, or reads a file.
func findLook(name string) (*assets.Look, error) {
	if err := oneOf("looks", name, assets.Looks()); err == nil {
		return assets.LoadLook(name)
	}
	if _, err := os.Stat(name); err != nil {
		return nil, usage(didYouMean(name, assets.Looks(), "`roadshow looks` lists the built-in ones"), "there is no look %q", name)
	}
	data, err := readWhole(name, limits.LookBytes)
	if err != nil {
		return nil, err
	}
	look, err := assets.ParseLook(data)
	if err != nil {
		return nil, usage("", "%s: %s", name, err)
	}
	return look, nil
}

// printLook prints every colour with its contrast on the background, and fails where text would be hard to read.
func printLook(w io.Writer, k *assets.Look) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	weak := 0
	row := func(c scene.Color, need float64) {
		ratio, verdict := assets.Contrast(c, k.Background), ""
		if need > 0 && ratio < need {
			verdict = fmt.Sprintf("needs %g:1", need)
			weak++
		}
		fmt.Fprintf(t, "%s\t%s\t%.1f:1\t%s\n", c.Token, hexOf(c), ratio, verdict)
	}
	const words, marks, decoration = 4.5, 3, 0
	row(k.Background, decoration)
	row(k.Surface, decoration)
	for _, c := range []scene.Color{k.Text, k.Muted, k.Accent, k.Positive, k.Negative} {
		row(c, words)
	}
	for _, c := range []scene.Color{k.Rule, k.Neutral} {
		row(c, decoration)
	}
	for _, c := range k.Series {
		row(c, marks)
	}
	t.Flush()
	if weak > 0 {
		return fmt.Errorf("%w: %d colours of %s do not stand out enough", errProblems, weak, k.Name)
	}
	return nil
}

func hexOf(c scene.Color) string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }
