package main

import (
	"github.com/spf13/cobra"

	"roadshow"
)

func newSchema(s streams) *cobra.Command {
	return &cobra.Command{
		Use:   "schema [brand | look]",
		Short: "Print the JSON Schema of outlines, brand files or look files",
		Long: `Schema prints the JSON Schema of outlines, for editors and other programs. "roadshow new" puts it beside the outline,
and the outline's first line names it. With brand or look it prints that of brand files (YAML) or of look files
(JSON), whose first key may be "$schema".`,
		Example: `  roadshow schema > briefing.schema.json
  roadshow schema brand > brand.schema.json`,
		Args:      atMostOne,
		ValidArgs: []string{"brand", "look"},
		RunE: func(_ *cobra.Command, args []string) error {
			schema := roadshow.Schema
			if len(args) == 1 {
				if schema = map[string]func() []byte{"brand": roadshow.BrandSchema, "look": roadshow.LookSchema}[args[0]]; schema == nil {
					return usage("there is one of brand and one of look files; without a name it is that of outlines", "there is no schema of %q", args[0])
				}
			}
			_, err := s.out.Write(schema())
			return err
		},
	}
}
