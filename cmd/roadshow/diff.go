package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"roadshow/briefing/proof"
	"roadshow/internal/diag"
)

type diffOptions struct {
	old, now string
	audience string
	format   string
}

func newDiff(s streams) *cobra.Command {
	var o diffOptions
	c := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Say what changed between two briefings",
		Long: `Diff compares what two briefings say: figures, quotations, claims, sources and exhibits added, removed or changed, each
computed figure with what made it change. OLD and NEW are outlines (a folder or a file) or proofs that build --proof
wrote (X.proof.json). Layout does not count.`,
		Example: `  roadshow diff last-quarter this-quarter
  roadshow diff sent/memo.proof.json memo --format markdown`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) != 2 {
				return usage(fmt.Sprintf("for example `%s last-quarter this-quarter`", c.CommandPath()), "%s takes two briefings, not %d", c.CommandPath(), len(args))
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			o.old, o.now = args[0], args[1]
			return runDiff(s, &o)
		},
	}
	c.Flags().StringVar(&o.audience, "audience", "", "include the blocks that are only for this audience")
	c.Flags().StringVar(&o.format, "format", "text", "how it is printed: "+orList(proof.Formats()))
	_ = c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(proof.Formats(), cobra.ShellCompDirectiveNoFileComp))
	return c
}

func runDiff(s streams, o *diffOptions) error {
	if err := oneOf("--format", o.format, proof.Formats()); err != nil {
		return err
	}
	old, err := readFacts(s, o.old, o.audience)
	if err != nil {
		return err
	}
	now, err := readFacts(s, o.now, o.audience)
	if err != nil {
		return err
	}
	out := proof.Print(proof.Diff(old, now), o.format)
	if o.format != "json" { // json escapes by itself
		out = []byte(shownLines(string(out)))
	}
	if _, err := s.out.Write(out); err != nil {
		return fmt.Errorf("cannot write to standard output: %w", err)
	}
	return nil
}

// readFacts reads what a briefing says, from its proof or its outline.
func readFacts(s streams, arg, audience string) (*proof.Facts, error) {
	if strings.EqualFold(filepath.Ext(arg), ".json") {
		data, err := readWhole(arg, proof.Limit)
		if err != nil {
			return nil, err
		}
		p, err := proof.Decode(filepath.ToSlash(arg), data)
		if err != nil {
			return nil, broken(s, []string{err.Error()})
		}
		return &p.Facts, nil
	}
	src, err := readSource(arg, s.in)
	if err != nil {
		return nil, err
	}
	defer src.close()
	o := compileOptions{audience: audience, noPages: true}
	res, err := o.compile(s, src)
	if err != nil {
		return nil, err
	}
	// What no longer holds is what a difference should show; an outline that cannot be read has none.
	unreadable := slices.ContainsFunc(res.Problems.Problems(), func(p diag.Problem) bool {
		return p.Severity == diag.Error && !slices.Contains([]string{"E-HOLDS", "E-QUOTE", "E-EXCERPT", "E-PROOF", "E-SUM"}, p.Code)
	})
	if unreadable {
		if err := printProblems(s, "human", false, src, res); err != nil {
			return nil, err
		}
		return nil, errProblems
	}
	facts := proof.FactsOf(res.Briefing)
	return &facts, nil
}
