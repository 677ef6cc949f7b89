package main

import (
	"fmt"
	"io"
	"os"
	"path"

	"github.com/spf13/cobra"

	"roadshow/briefing/evidence/source"
	"roadshow/internal/folder"
	"roadshow/internal/limits"
)

func newSourceVerify(s streams) *cobra.Command {
	return &cobra.Command{
		Use:   "verify OUTLINE | PROOFS TEXT",
		Short: "Check the proofs of the sources, with or without their texts",
		Long: `Verify recomputes the root of each source's proofs from its text and checks every passage. Where the text is not at
hand the quotations are checked against the root alone. With two arguments it checks a proofs file against a text, for
people who have no outline. What does not verify is named, and the exit code is 5.`,
		Example: `  roadshow source verify my-briefing
  roadshow source verify interview.proofs.json interview.txt`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) != 1 && len(args) != 2 {
				return usage("for example `roadshow source verify my-briefing`", "%s takes an outline, or proofs and a text", c.CommandPath())
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 2 {
				return verifyText(s, args[0], args[1])
			}
			return runSourceVerify(s, args[0])
		},
	}
}

// readWhole reads a file that is named on the command line. Anything but a regular file is refused before it is opened: a
// pipe would wait for ever.
func readWhole(name string, limit limits.ID) ([]byte, error) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, missing(name, err)
	case info.IsDir():
		return nil, usage("name a file", "%s is a folder", shown(name))
	case !info.Mode().IsRegular():
		return nil, usage("name a file", "%s is not a regular file", shown(name))
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, missing(name, err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, limit.N64()+1))
	if err != nil {
		return nil, machine("read", name, err)
	}
	if len(data) > limit.N() {
		return nil, usage(limit.Hint(), "%s", limit.Says(shown(name)))
	}
	return data, nil
}

// missing sorts an error of opening a file that is named on the command line.
func missing(name string, err error) error {
	if os.IsNotExist(err) {
		return usage("", "there is no %s", shown(name))
	}
	return machine("read", name, err)
}

func verifyText(s streams, proofsName, textName string) error {
	raw, err := readWhole(proofsName, limits.ProofsBytes)
	if err != nil {
		return err
	}
	data, err := readWhole(textName, limits.SourceBytes)
	if err != nil {
		return err
	}
	proofs, err := source.ReadProofs(proofsName, raw)
	if err != nil {
		return broken(s, []string{err.Error()})
	}
	text, err := source.NewText(textName, data)
	if err != nil {
		return broken(s, []string{err.Error()})
	}
	if err := proofs.Check(text); err != nil {
		return broken(s, []string{fmt.Sprintf("%s: %v", proofsName, err)})
	}
	fmt.Fprintf(s.out, "%s: the text has the root %s, and %d passages verify\n", shown(proofsName), proofs.Root, len(proofs.Passages))
	return nil
}

// broken prints what does not verify and is the error that says so.
func broken(s streams, what []string) error {
	for _, line := range what {
		fmt.Fprintf(s.err, "roadshow: %s\n", shown(line))
	}
	return errIntegrity
}

func runSourceVerify(s streams, arg string) error {
	c, err := readCited(s, arg)
	if err != nil {
		return err
	}
	defer c.close()
	texts, err := c.texts()
	if err != nil {
		return err
	}
	if c.problems.Failed(false) {
		return c.refuse(s)
	}
	read := folder.ReadInside(c.root)
	proofs := map[string]*source.Proofs{}
	var bad, good []string
	for _, o := range c.briefings[0].Sources {
		if o.Proofs == "" {
			good = append(good, fmt.Sprintf("%s: has no proofs", o.ID))
			continue
		}
		name := path.Join(c.folder, o.Proofs)
		data, err := read(o.Proofs, limits.ProofsBytes.N64())
		if err != nil {
			bad = append(bad, fmt.Sprintf("%s: %v", name, err))
			continue
		}
		p, err := source.ReadProofs(name, data)
		if err != nil {
			bad = append(bad, err.Error())
			continue
		}
		text := texts[o.ID]
		if text == nil {
			proofs[o.ID] = p
			good = append(good, fmt.Sprintf("%s: the text is not at hand; quotations verify against the root %s…", o.ID, p.Root[:12]))
			continue
		}
		if err := p.Check(text); err != nil {
			bad = append(bad, fmt.Sprintf("%s: %v", name, err))
			continue
		}
		proofs[o.ID] = p
		good = append(good, fmt.Sprintf("%s: the text has the root %s…, and %d passages verify", o.ID, p.Root[:12], len(p.Passages)))
	}
	bad = append(bad, c.uncovered(proofs, texts)...)
	if len(bad) > 0 {
		return broken(s, bad)
	}
	for _, line := range good {
		fmt.Fprintln(s.out, shown(line))
	}
	return nil
}

// uncovered names quotations and excerpts that no proofs cover.
func (c *cited) uncovered(proofs map[string]*source.Proofs, texts map[string]*source.Text) []string {
	var bad []string
	seen := map[string]bool{}
	for _, b := range c.briefings {
		for _, w := range b.Cited() {
			checkable, covered := false, false
			for _, o := range w.Sources {
				p := proofs[o.ID]
				if p == nil {
					continue
				}
				checkable = true
				if text := texts[o.ID]; text != nil {
					covered = covered || p.Covers(text, w.Quote)
				} else if _, err := p.Match(w.Quote); err == nil {
					covered = true
				}
			}
			if where := place(w.At.File, w.At.Line); checkable && !covered && !seen[where] {
				seen[where] = true
				bad = append(bad, where+": the proofs do not cover these words")
			}
		}
	}
	return bad
}
