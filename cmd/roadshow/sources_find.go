package main

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"roadshow/briefing"
	"roadshow/briefing/evidence/source"
	"roadshow/internal/limits"
)

func newSourceFind(s streams) *cobra.Command {
	var only string
	c := &cobra.Command{
		Use:   "find OUTLINE WORDS",
		Short: "Look words up in the sources' texts and print a quote block",
		Long: `Find looks words up in the texts of an outline's sources, or in one plain text (a file that ends in .txt). It prints the
passage as the source has it, its place, and a quote block to paste, with the credit where the text names a speaker
beside the words. Where the words do not stand there it shows the nearest passage, with the words that differ marked.`,
		Example: `  roadshow source find my-briefing "begged for machines"
  roadshow source find interview.txt "begged for machines"`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) < 2 {
				return usage(fmt.Sprintf("for example `%s my-briefing \"some words\"`", c.CommandPath()), "%s needs an outline and words", c.CommandPath())
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			return runSourceFind(s, args[0], strings.Join(args[1:], " "), only)
		},
	}
	c.Flags().StringVar(&only, "source", "", "only this source")
	return c
}

func runSourceFind(s streams, arg, words, only string) error {
	if strings.EqualFold(filepath.Ext(arg), ".txt") {
		data, err := readWhole(arg, limits.SourceBytes)
		if err != nil {
			return err
		}
		text, err := source.NewText(arg, data)
		if err != nil {
			return usage("", "%v", err)
		}
		f := finder{s: s, words: words}
		if !f.in(filepath.ToSlash(arg), "", text) {
			return f.nothing(arg)
		}
		return nil
	}
	c, err := readCited(s, arg)
	if err != nil {
		return err
	}
	defer c.close()
	list, err := c.sources(only)
	if err != nil {
		return err
	}
	texts, err := c.texts()
	if err != nil {
		return err
	}
	if c.problems.Failed(false) {
		return c.refuse(s)
	}
	f := finder{s: s, words: words, people: c.briefings[0].People}
	searched, found := 0, false
	for _, o := range list {
		text := texts[o.ID]
		if text == nil {
			fmt.Fprintf(s.err, "%s: its text is not at hand\n", shown(o.ID))
			continue
		}
		searched++
		id := ""
		if len(c.briefings[0].Sources) > 1 {
			id = o.ID
		}
		found = f.in(o.ID, id, text) || found
	}
	switch {
	case searched == 0:
		return usage("give it a `file`: its text as plain text", "no source of %s has its text at hand", shown(c.name))
	case !found:
		return f.nothing(c.name)
	}
	return nil
}

// finder looks words up in one text after the other.
type finder struct {
	s      streams
	words  string
	people []*briefing.Person
}

func (f *finder) nothing(where string) error {
	fmt.Fprintf(f.s.err, "roadshow: nothing like these words stands in %s\n", shown(where))
	return errProblems
}

// in prints what a text has of the words. source is the id to write into the block, "" where it needs none.
func (f *finder) in(name, src string, text *source.Text) bool {
	p, exact, ok := text.Find(f.words)
	if !ok {
		return false
	}
	fmt.Fprintf(f.s.out, "%s, line %d, words %d to %d of %d\n", shown(name), p.Line, p.At+1, p.At+p.Words, text.Words())
	if !exact {
		fmt.Fprintln(f.s.out, "  not these words; the nearest passage is")
		if _, err := text.Match(source.Quote{Text: f.words}); err != nil {
			if m, ok := err.(*source.Miss); ok && m.Nearest != "" {
				fmt.Fprintf(f.s.out, "  %s\n", shown(m.Nearest))
			} else {
				fmt.Fprintf(f.s.out, "  %s\n", shown(strings.Join(strings.Fields(p.Text), " ")))
			}
		}
	}
	fmt.Fprintf(f.s.out, "\n%s\n", f.block(p, src, text))
	return true
}

// block is the passage as a quote block.
func (f *finder) block(p source.Passage, src string, text *source.Text) string {
	var b strings.Builder
	words := strings.Join(strings.Fields(p.Text), " ")
	by, credit := f.speaker(p, words, text)
	fmt.Fprintf(&b, "- quote:\n    text: %s\n    by:", yamlText(words))
	if by == "" {
		b.WriteString(" # who says it?\n")
	} else {
		fmt.Fprintf(&b, " %s\n", yamlText(by))
	}
	if credit != "" {
		fmt.Fprintf(&b, "    credit: %s\n", yamlText(credit))
	}
	if src != "" {
		fmt.Fprintf(&b, "    source: %s\n", src)
	}
	return shownLines(b.String())
}

// speaker is the person whom the source names beside the passage, with the words that say so.
func (f *finder) speaker(p source.Passage, words string, text *source.Text) (by, credit string) {
	before, after := text.Beside(p)
	for _, beside := range []string{after, before} {
		if beside == "" {
			continue
		}
		for _, person := range f.people {
			for _, name := range append([]string{person.Name, person.NameZh}, person.Aliases...) {
				if name == "" || !strings.Contains(beside, name) {
					continue
				}
				if _, err := text.Match(source.Quote{Text: words, Credit: beside}); err == nil {
					return person.ID, beside
				}
			}
		}
	}
	return "", ""
}

// yamlText is a text as YAML takes it on one line.
func yamlText(s string) string {
	if s != "" && !strings.ContainsAny(s[:1], "-?:,[]{}#&*!|>'\"%@` ") && !strings.Contains(s, ": ") && !strings.Contains(s, " #") &&
		!strings.HasSuffix(s, ":") && !strings.ContainsAny(s, "\\\t\n") {
		return s
	}
	return strconv.Quote(s)
}

// shownLines is text of several lines, made safe to print.
func shownLines(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = shown(lines[i])
	}
	return strings.Join(lines, "\n")
}
