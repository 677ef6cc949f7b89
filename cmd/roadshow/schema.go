package main

import (
	"github.com/spf13/cobra"

	"roadshow"
)

func newSchema(s streams) *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of outlines",
		Long: `Schema prints the JSON Schema of outlines, for editors and other programs. "roadshow new" puts it beside the outline,
and the outline's first line names it.`,
		Example: `  roadshow schema > briefing.schema.json`,
		Args:    noArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := s.out.Write(roadshow.Schema())
			return err
		},
	}
}
