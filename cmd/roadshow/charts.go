package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"roadshow/charts"
)

func newCharts(s streams) *cobra.Command {
	c := &cobra.Command{
		Use:   "charts [KIND]",
		Short: "List the chart kinds, or the fields of a chart",
		Args:  atMostOne,
		RunE: func(c *cobra.Command, args []string) error {
			return runCharts(s, args)
		},
	}
	c.ValidArgsFunction = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return chartNames(), cobra.ShellCompDirectiveNoFileComp
	}
	return c
}

func runCharts(s streams, args []string) error {
	var rows [][2]string
	for _, k := range charts.Catalog() {
		if len(args) == 0 || args[0] == k.Name {
			rows = append(rows, [2]string{k.Name, k.Summary})
		}
	}
	switch {
	case len(args) == 0:
		rows = append([][2]string{{"auto", "chooses from the data (the default)"}}, rows...)
		printList(s.out, rows)
	case len(rows) == 0:
		return usage(didYouMean(args[0], chartNames(), "`roadshow charts` lists all kinds"), "there is no chart kind %q", args[0])
	default:
		fmt.Fprintf(s.out, "%s: %s\n\n", rows[0][0], rows[0][1])
		printFields(s.out, charts.Shape())
	}
	return nil
}

func chartNames() []string {
	var names []string
	for _, k := range charts.Catalog() {
		names = append(names, k.Name)
	}
	return names
}
