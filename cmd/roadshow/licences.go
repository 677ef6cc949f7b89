package main

import (
	_ "embed" // the texts below
	"fmt"

	"github.com/spf13/cobra"
)

// licences are the texts of everything inside the program; scripts/licences.sh gathers them.
//
//go:embed licences.txt
var licences string

func newLicences(s streams) *cobra.Command {
	return &cobra.Command{
		Use:   "licences",
		Short: "Print the licences of the program, its libraries and its typefaces",
		Args:  noArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprint(s.out, licences)
			return err
		},
	}
}
