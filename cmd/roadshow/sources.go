package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"roadshow"
	"roadshow/briefing"
	"roadshow/briefing/evidence/source"
	"roadshow/internal/diag"
	"roadshow/internal/folder"
	"roadshow/internal/limits"
)

func newSource(s streams) *cobra.Command {
	c := &cobra.Command{
		Use:   "source",
		Short: "Prove, verify and search the sources of a briefing",
		Long: `Source works on the texts that an outline quotes. Prove writes proofs, with which anybody can check the quotations
without the text; verify checks proofs; find looks words up and prints a quote block to paste.`,
		Args: cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return c.Help()
			}
			return usage(didYouMean(args[0], []string{"prove", "verify", "find"}, "it takes prove, verify or find"), "%q is no command of roadshow source", args[0])
		},
	}
	c.AddCommand(newSourceProve(s), newSourceVerify(s), newSourceFind(s))
	return c
}

// cited is an outline with all that it cites, for every audience.
type cited struct {
	outlineText
	briefings []*briefing.Briefing
	files     []string // that the outline was made of, besides it
	problems  *diag.List
}

// readCited reads an outline up to what it cites. An outline with errors is refused: its problems are printed.
func readCited(s streams, arg string) (*cited, error) {
	src, err := readSource(arg, s.in)
	if err != nil {
		return nil, err
	}
	c := &cited{outlineText: src}
	c.briefings, c.files, c.problems = roadshow.Cite(roadshow.Options{Name: src.name, Src: src.text, Root: src.root})
	if c.problems.Failed(false) {
		defer src.close()
		return nil, c.refuse(s)
	}
	return c, nil
}

// refuse prints the problems and is the error that says so.
func (c *cited) refuse(s streams) error {
	res := &roadshow.Result{Problems: c.problems}
	if err := printProblems(s, "human", false, c.outlineText, res); err != nil {
		return err
	}
	return errProblems
}

// sources are those of the outline, or the one that was asked for.
func (c *cited) sources(id string) ([]*briefing.Source, error) {
	list := c.briefings[0].Sources
	if len(list) == 0 {
		return nil, usage("sources stand in the map `sources`", "%s has no sources", shown(c.name))
	}
	if id == "" {
		return list, nil
	}
	var names []string
	for _, o := range list {
		if o.ID == id {
			return []*briefing.Source{o}, nil
		}
		names = append(names, o.ID)
	}
	return nil, usage(didYouMean(id, names, "there are "+orList(names)), "--source %s: there is no such source", shown(id))
}

// texts are the sources' texts by id. Those whose text is not at hand are left out.
func (c *cited) texts() (map[string]*source.Text, error) {
	read := folder.ReadInside(c.root)
	out := map[string]*source.Text{}
	for _, o := range c.briefings[0].Sources {
		if o.File == "" {
			continue
		}
		data, err := read(o.File, limits.SourceBytes.N64())
		if err != nil {
			continue
		}
		text, err := source.NewText(o.File, data)
		if err != nil {
			c.problems.Error(o.At, "E-FILE", "", "%v", err)
			continue
		}
		out[o.ID] = text
	}
	return out, nil
}

// proofsFile is where a source's proofs stand: where the outline says, else beside its text.
func proofsFile(o *briefing.Source) string {
	if o.Proofs != "" {
		return o.Proofs
	}
	return strings.TrimSuffix(o.File, path.Ext(o.File)) + ".proofs.json"
}

func newSourceProve(s streams) *cobra.Command {
	var only string
	c := &cobra.Command{
		Use:   "prove OUTLINE",
		Short: "Write the proofs of all that is quoted from the sources' texts",
		Long: `Prove reads the text of each source and writes its proofs: for every quotation and excerpt the place, salts and path
of its words in the text's Merkle tree, and nothing else of the text. Whoever has the proofs and not the text can build
and check the briefing. Blocks for every audience are proved. Nothing is written when words are not found.`,
		Example: `  roadshow source prove my-briefing
  roadshow source prove my-briefing --source interview`,
		Args: oneOutline,
		RunE: func(_ *cobra.Command, args []string) error { return runSourceProve(s, args[0], only) },
	}
	c.Flags().StringVar(&only, "source", "", "only this source")
	return c
}

func runSourceProve(s streams, arg, only string) error {
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
	quotes := c.hold(texts)
	var files []output
	var said []string
	for _, o := range list {
		text := texts[o.ID]
		switch {
		case text != nil:
		case o.File == "" && only != "":
			c.problems.Error(o.At, "E-FILE", "give it a `file`: its text as plain text", "%q names no text", o.ID)
		case o.File != "" && (only != "" || len(texts) == 0):
			c.problems.Error(o.At, "E-FILE", "put its text there", "there is no text at %s", o.File)
		case o.File != "":
			said = append(said, fmt.Sprintf("left out %s: its text is not at %s", o.ID, o.File))
		}
		if text == nil {
			continue
		}
		proofs, _ := text.Prove(quotes[o.ID])
		name := proofsFile(o)
		if err := c.writable(name, files); err != nil {
			c.problems.Error(o.At, "E-FILE", "name another file as its `proofs`", "the proofs of %q cannot be written to %s: %v", o.ID, name, err)
			continue
		}
		files = append(files, output{filepath.Join(c.folder, filepath.FromSlash(name)), proofs.Encode()})
		said = append(said, fmt.Sprintf("wrote %s (%s, %d of %d words, root %s…)", path.Join(filepath.ToSlash(c.folder), name),
			many(len(proofs.Passages), "passage"), disclosed(proofs), proofs.Words, proofs.Root[:12]))
		if o.Proofs == "" {
			said = append(said, fmt.Sprintf("add to the source %s: proofs: %s", o.ID, name))
		}
	}
	if c.problems.Failed(false) {
		return c.refuse(s)
	}
	if len(files) == 0 {
		return usage("give a source a `file`: its text as plain text", "%s has no source with a text", shown(c.name))
	}
	if err := writeAll(c.folder, files); err != nil {
		return err
	}
	for _, line := range said {
		fmt.Fprintln(s.out, shown(line))
	}
	return nil
}

// writable refuses to write over anything but a proofs file that the outline was not made of, two sources' proofs into one
// file, and through a link that leaves the outline's folder. An outline may come from a stranger.
func (c *cited) writable(name string, files []output) error {
	full := filepath.Join(c.folder, filepath.FromSlash(name))
	if slices.ContainsFunc(files, func(f output) bool { return f.path == full }) {
		return errors.New("another source has its own there")
	}
	there, err := c.root.Stat(name)
	switch {
	case err == nil:
		if c.wasRead(there) {
			return errors.New("the briefing is made of that file")
		}
		data, err := folder.ReadInside(c.root)(name, limits.ProofsBytes.N64())
		if err != nil {
			return err
		}
		if !source.ProofsFile(data) {
			return errors.New("there is a file already, and it is no proofs file")
		}
	case !errors.Is(err, fs.ErrNotExist):
		return errors.New("it leads out of the outline's folder, or cannot be read")
	}
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if _, err := c.root.Stat(dir); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return errors.New("it leads out of the outline's folder")
		}
	}
	return nil
}

// wasRead says that a file is the outline, a source's text or another file that it names, under whatever name.
func (c *cited) wasRead(there fs.FileInfo) bool {
	names := append([]string{c.file}, c.files...)
	for _, o := range c.briefings[0].Sources {
		names = append(names, o.File)
	}
	return slices.ContainsFunc(names, func(name string) bool {
		info, err := c.root.Stat(name)
		return name != "" && err == nil && os.SameFile(info, there)
	})
}

// hold looks all cited words up in the texts and sorts them by the source that holds them. What no source holds is a
// problem, unless a source that might is not at hand.
func (c *cited) hold(texts map[string]*source.Text) map[string][]source.Quote {
	out := map[string][]source.Quote{}
	for _, b := range c.briefings {
	next:
		for _, w := range b.Cited() {
			var miss *source.Miss
			open := len(w.Sources) == 0
			for _, o := range w.Sources {
				text := texts[o.ID]
				if text == nil {
					open = true
					continue
				}
				_, err := text.Match(w.Quote)
				if err == nil {
					out[o.ID] = append(out[o.ID], w.Quote)
					continue next
				}
				if m, ok := err.(*source.Miss); ok && miss == nil {
					miss = m
				}
			}
			if miss == nil || open {
				continue
			}
			at := w.At
			if miss.Credit {
				at = w.CreditAt
			}
			c.problems.Error(at, w.Code(), miss.Hint, "%s", miss.Summary)
		}
	}
	return out
}

// disclosed is the number of words that proofs lay open.
func disclosed(p *source.Proofs) int {
	n, to := 0, 0
	for _, pr := range p.Passages { // sorted by place; they may overlap
		from, end := max(pr.At, to), pr.At+pr.Count
		n += max(0, end-from)
		to = max(to, end)
	}
	return n
}
