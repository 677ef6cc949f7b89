package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"roadshow/charts"
)

func newCharts(s streams) *cobra.Command {
	var dir string
	c := &cobra.Command{
		Use:   "charts [KIND]",
		Short: "List the chart kinds, or what one takes, with an example",
		Args:  atMostOne,
		RunE: func(c *cobra.Command, args []string) error {
			if c.Flags().Changed("gallery") {
				return runChartGallery(s, dir, args)
			}
			return runCharts(s, args)
		},
	}
	c.Flags().StringVar(&dir, "gallery", "", "draw a sample of each kind in every look into this `FOLDER`, with an index.html")
	c.ValidArgsFunction = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return chartNames(), cobra.ShellCompDirectiveNoFileComp
	}
	return c
}

func runCharts(s streams, args []string) error {
	var rows [][2]string
	columns := ""
	for _, k := range charts.Catalog() {
		if len(args) == 0 || args[0] == k.Name {
			rows, columns = append(rows, [2]string{k.Name, k.Summary}), k.Columns
		}
	}
	switch {
	case len(args) == 0:
		rows = append([][2]string{{"auto", "chooses from the data (the default)"}}, rows...)
		printList(s.out, rows)
	case len(rows) == 0:
		return usage(didYouMean(args[0], chartNames(), "`roadshow charts` lists all kinds"), "there is no chart kind %q", args[0])
	default:
		fmt.Fprintf(s.out, "%s: %s\n\nits data: %s, as columns of a table or in `values`\n\n", rows[0][0], rows[0][1], columns)
		printFields(s.out, charts.Shape())
		return printExample(s.out, "charts", rows[0][0])
	}
	return nil
}

// runChartGallery draws every kind, or one.
func runChartGallery(s streams, dir string, args []string) error {
	var rows [][2]string
	for _, k := range charts.Catalog() {
		if len(args) == 0 || args[0] == k.Name {
			rows = append(rows, [2]string{k.Name, k.Summary})
		}
	}
	if len(rows) == 0 {
		return usage(didYouMean(args[0], chartNames(), "`roadshow charts` lists all kinds"), "there is no chart kind %q", args[0])
	}
	g := galleryOf("Chart kinds", "Every name and number is made up. Each sample's outline stands below its drawings.", rows)
	return writeGallery(s, dir, "charts", g, drawExhibit)
}

func chartNames() []string {
	var names []string
	for _, k := range charts.Catalog() {
		names = append(names, k.Name)
	}
	return names
}
