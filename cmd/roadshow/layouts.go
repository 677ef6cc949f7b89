package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"roadshow"
	"roadshow/briefing/outline"
)

func newLayouts(s streams) *cobra.Command {
	var dir string
	c := &cobra.Command{
		Use:   "layouts [NAME]",
		Short: "List the blocks that an outline may hold, or the fields of one, with an example",
		Args:  atMostOne,
		RunE: func(c *cobra.Command, args []string) error {
			if c.Flags().Changed("gallery") {
				return runLayoutGallery(s, dir, args)
			}
			return runLayouts(s, args)
		},
	}
	c.Flags().StringVar(&dir, "gallery", "", "draw a sample of each layout in every look into this `FOLDER`, with an index.html")
	c.ValidArgsFunction = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return blockNames(), cobra.ShellCompDirectiveNoFileComp
	}
	return c
}

func runLayouts(s streams, args []string) error {
	shapes := roadshow.Shapes()
	if len(args) == 0 {
		var rows [][2]string
		for _, k := range shapes.Blocks {
			rows = append(rows, [2]string{k.Name, k.Summary})
		}
		printList(s.out, rows)
		return nil
	}
	for i := range shapes.Blocks {
		if k := &shapes.Blocks[i]; k.Name == args[0] {
			fmt.Fprintf(s.out, "%s: %s\n\n", k.Name, k.Summary)
			printFields(s.out, outline.BlockShape(k, shapes.Chart))
			return printExample(s.out, "layouts", k.Name)
		}
	}
	return usage(didYouMean(args[0], blockNames(), "`roadshow layouts` lists all blocks"), "there is no block %q", args[0])
}

// runLayoutGallery draws every layout, or one, as a slide and as a page to read.
func runLayoutGallery(s streams, dir string, args []string) error {
	var rows [][2]string
	for _, k := range roadshow.Shapes().Blocks {
		if len(args) == 0 || args[0] == k.Name {
			rows = append(rows, [2]string{k.Name, k.Summary})
		}
	}
	if len(rows) == 0 {
		return usage(didYouMean(args[0], blockNames(), "`roadshow layouts` lists all blocks"), "there is no block %q", args[0])
	}
	g := galleryOf("Layouts", "Every name and number is made up. Each sample's outline stands below its pages.", rows)
	return writeGallery(s, dir, "layouts", g, drawPages)
}

func blockNames() []string {
	var names []string
	for _, k := range roadshow.Shapes().Blocks {
		names = append(names, k.Name)
	}
	return names
}

// printList prints names and what they are in two columns.
func printList(w io.Writer, rows [][2]string) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, r := range rows {
		fmt.Fprintf(t, "%s\t%s\n", r[0], r[1])
	}
	t.Flush()
}

// printFields prints a shape's fields, nested ones indented.
func printFields(w io.Writer, sh *outline.Shape) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, r := range fieldRows(sh) {
		fmt.Fprintf(t, "%s%s%s\t%s\t%s\n", strings.Repeat("  ", r.depth), r.name, r.mark(), r.takes, r.doc)
	}
	t.Flush()
	fmt.Fprintln(w, "\n"+marks)
}

// atMostOne accepts no or one argument.
func atMostOne(c *cobra.Command, args []string) error {
	if len(args) > 1 {
		return usage("", "%s takes one name, not %d", c.CommandPath(), len(args))
	}
	return nil
}
