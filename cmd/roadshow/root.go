package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"roadshow/internal/diag"
)

// run is the whole program: arguments and streams in, exit code out.
func run(args []string, s streams) int {
	root := newRoot(s)
	root.SetArgs(args)
	err := root.Execute()
	report(s, err)
	return exitCode(err)
}

// report prints what went wrong: one line, and a hint where there is one. The problems of a briefing are printed already.
func report(s streams, err error) {
	if err == nil || err == errProblems || err == errIntegrity || err == errSome {
		return
	}
	fmt.Fprintf(s.err, "roadshow: %s\n", shown(diag.Cut(err.Error())))
	if wrong, ok := err.(*usageError); ok && wrong.hint != "" {
		fmt.Fprintf(s.err, "hint: %s\n", shown(diag.Cut(wrong.hint)))
	}
}

func newRoot(s streams) *cobra.Command {
	asked := false
	root := &cobra.Command{
		Use:   "roadshow",
		Short: "Compile an outline into an investor briefing",
		Long: `roadshow compiles one YAML outline into a formatted investor briefing.

Start with "roadshow new my-briefing", edit my-briefing/briefing.yaml, then run "roadshow build my-briefing".`,
		SilenceErrors:              true,
		SilenceUsage:               true,
		SuggestionsMinimumDistance: 1,
		Args:                       cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			switch {
			case len(args) > 0:
				return unknownCommand(c, args[0])
			case asked:
				fmt.Fprintln(s.out, version())
				return nil
			}
			return c.Help()
		},
	}
	root.Flags().BoolVar(&asked, "version", false, "print the version")
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	root.SetFlagErrorFunc(flagError)
	root.AddCommand(
		newBuild(s), newCheck(s), newNew(s), newSource(s), newVerify(s), newDiff(s), newDistribute(s), newLedger(s), newKey(s),
		newLayouts(s), newCharts(s), newLooks(s), newSchema(s),
		newVersion(s), newLicences(s), newDocs(s),
	)
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		if c.Args == nil {
			c.Args = cobra.ArbitraryArgs
		}
	}
	return root
}

// unknownCommand also serves people who leave "build" away.
func unknownCommand(root *cobra.Command, word string) error {
	if _, err := os.Stat(word); err == nil {
		return usage("did you mean `roadshow build "+word+"`?", "%q is not a command", word)
	}
	var names []string
	for _, c := range root.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	return usage(didYouMean(word, names, "`roadshow help` lists all commands"), "%q is not a command", word)
}

// flagError says a flag's error in one line, with the flag that was probably meant.
func flagError(c *cobra.Command, err error) error {
	see := fmt.Sprintf("`%s --help` lists all flags", c.CommandPath())
	switch e := err.(type) {
	case *pflag.NotExistError:
		word := strings.TrimLeft(e.GetSpecifiedName(), "-")
		var names []string
		c.Flags().VisitAll(func(f *pflag.Flag) {
			if !f.Hidden {
				names = append(names, f.Name)
			}
		})
		if n := diag.Nearest(word, names); n != "" && len(word) > 1 {
			return usage("did you mean --"+n+"?", "%s has no flag --%s", c.CommandPath(), word)
		}
		if len(e.GetSpecifiedShortnames()) > 0 {
			return usage(see, "%s has no flag -%s", c.CommandPath(), word)
		}
		return usage(see, "%s has no flag --%s", c.CommandPath(), word)
	case *pflag.ValueRequiredError:
		return usage(see, "--%s needs a value", e.GetFlag().Name)
	case *pflag.InvalidValueError:
		return usage(see, "--%s does not take %q", e.GetFlag().Name, e.GetValue())
	}
	return usage(see, "%s", err)
}

// oneOutline accepts exactly one argument.
func oneOutline(c *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return usage(fmt.Sprintf("for example `%s my-briefing`; - reads standard input", c.CommandPath()), "%s needs an outline: a folder, a file or -", c.CommandPath())
	case len(args) > 1:
		return usage("one outline makes one briefing", "%s takes one outline, not %d", c.CommandPath(), len(args))
	}
	return nil
}

// noArgs accepts none.
func noArgs(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usage("", "%s takes no arguments, not even %q", c.CommandPath(), args[0])
	}
	return nil
}
