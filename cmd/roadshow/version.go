package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func newVersion(s streams) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  noArgs,
		RunE: func(*cobra.Command, []string) error {
			fmt.Fprintln(s.out, version())
			return nil
		},
	}
}

// version is what the build recorded of itself: "roadshow v1.2.0 (commit 0123456789ab, go1.26.0)". No clock: the same
// binary always says the same.
func version() string {
	name, commit := "devel", ""
	if info, ok := debug.ReadBuildInfo(); ok {
		if v := info.Main.Version; v != "" && v != "(devel)" {
			name = v
		}
		for _, set := range info.Settings {
			switch {
			case set.Key == "vcs.revision" && len(set.Value) >= 12:
				commit = "commit " + set.Value[:12] + commit
			case set.Key == "vcs.modified" && set.Value == "true":
				commit += " with changes"
			}
		}
	}
	if commit != "" {
		commit += ", "
	}
	return fmt.Sprintf("roadshow %s (%s%s)", name, commit, runtime.Version())
}
