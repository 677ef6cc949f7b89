package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"roadshow/briefing/proof"
	"roadshow/internal/diag"
	"roadshow/internal/limits"
)

type diffOptions struct {
	old, now  string
	audiences []string
	format    string
	only      string
}

func newDiff(s streams) *cobra.Command {
	var o diffOptions
	c := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Say what changed between two briefings",
		Long: `Diff compares all that two briefings print: numbers, claims, words, people and sources, and form (kinds of charts,
highlights); each computed figure with what made it change. OLD and NEW are outlines (a folder or a file) or proofs that
build --proof wrote (X.proof.json). Not compared are looks, sizes, what a picture file shows, and speaker notes.
--only numbers leaves out the words: figures, quotations, claims, sources and exhibits.`,
		Example: `  roadshow diff last-quarter this-quarter
  roadshow diff sent/memo.proof.json memo --format markdown
  roadshow diff last-quarter this-quarter --only numbers`,
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
	c.Flags().StringSliceVar(&o.audiences, "audience", nil, "include what is only for this `id`")
	c.Flags().StringVar(&o.format, "format", "text", "how it is printed: "+orList(proof.Formats()))
	c.Flags().StringVar(&o.only, "only", "", "numbers: figures, quotations, claims, sources and exhibits, not the other words")
	_ = c.RegisterFlagCompletionFunc("only", cobra.FixedCompletions([]string{"numbers"}, cobra.ShellCompDirectiveNoFileComp))
	_ = c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(proof.Formats(), cobra.ShellCompDirectiveNoFileComp))
	return c
}

func runDiff(s streams, o *diffOptions) error {
	if err := oneOf("--format", o.format, proof.Formats()); err != nil {
		return err
	}
	if o.only != "" {
		if err := oneOf("--only", o.only, []string{"numbers"}); err != nil {
			return err
		}
	}
	serves := compileOptions{audiences: o.audiences}
	if err := serves.oneAudience("diff"); err != nil {
		return err
	}
	old, err := readFacts(s, o.old, serves.audience)
	if err != nil {
		return err
	}
	now, err := readFacts(s, o.now, serves.audience)
	if err != nil {
		return err
	}
	whole := o.only == "" && proof.Whole(old, now)
	var changes []proof.Change
	if whole {
		changes = proof.Diff(old, now)
	} else {
		changes = proof.DiffNumbers(old, now)
	}
	for _, f := range []struct {
		name string
		*proof.Facts
	}{{o.old, old}, {o.now, now}} {
		if o.only == "" && !f.Whole() {
			fmt.Fprintf(s.err, "roadshow: %s is of format 1 and holds figures, quotations, claims, sources and exhibits only: other printed words are not compared\n", shown(f.name))
		}
	}
	out := proof.Print(changes, o.format, whole)
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
		data, err := readWhole(arg, limits.ProofBytes)
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
