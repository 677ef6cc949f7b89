package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"roadshow/briefing"
	"roadshow/briefing/evidence/source"
)

// contextForms are the forms of `check --context`, the default first.
func contextForms() []string { return []string{"text", "markdown", "json"} }

// surroundings is one quotation or excerpt with what stands around it in its source.
type surroundings struct {
	Place    string   `json:"place"` // in the outline: file:line
	Kind     string   `json:"kind"`  // quotation or excerpt
	Text     string   `json:"text"`
	By       string   `json:"by,omitempty"`
	Source   string   `json:"source,omitempty"`
	Line     int      `json:"line,omitempty"` // of the source's text
	Status   string   `json:"status"`         // seen; else why nothing can be seen
	Before   string   `json:"before,omitempty"`
	Sentence string   `json:"sentence,omitempty"`
	After    string   `json:"after,omitempty"`
	Dropped  []string `json:"dropped,omitempty"` // by each cut
	Flags    []string `json:"flags,omitempty"`
}

// contextOf is what a reviewer asks of every quotation and excerpt: what stood before it, behind it and in its cuts.
func contextOf(b *briefing.Briefing) []surroundings {
	out := []surroundings{}
	add := func(s surroundings, q source.Quote, found *briefing.Found) {
		s.Text = strings.Join(strings.Fields(q.Text), " ")
		switch c, state := b.Context(q, found); state {
		case briefing.Seen:
			s.Status, s.Source, s.Line = "seen", found.Source.ID, found.Passage.Line
			s.Before, s.Sentence, s.After, s.Flags = c.Before, c.Sentence, c.After, c.Flags()
			for _, cut := range c.Cuts {
				s.Dropped = append(s.Dropped, cut.Dropped)
			}
		case briefing.ProofsOnly:
			s.Status, s.Source = "the text is not at hand: its proofs show no context", found.Source.ID
		default:
			s.Status = "not checked"
		}
		out = append(out, s)
	}
	for _, q := range b.Quotations {
		if !q.Paraphrase {
			add(surroundings{Place: place(q.At.File, q.At.Line), Kind: "quotation", By: q.By.Name()}, q.Quote, q.Found)
		}
	}
	for _, e := range b.Excerpts {
		where := place(e.At.File, e.At.Line)
		if e.At.Line == 0 {
			where = shown(e.At.File + " " + e.At.Note)
		}
		add(surroundings{Place: where, Kind: "excerpt"}, source.Quote{Text: e.Words}, e.Found)
	}
	return out
}

func printContext(w io.Writer, form string, b *briefing.Briefing) error {
	all := contextOf(b)
	switch form {
	case "json":
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		e.SetIndent("", " ")
		return e.Encode(all)
	case "markdown":
		contextMarkdown(w, all)
	default:
		contextText(w, all)
	}
	return nil
}

// lines are the names and words of what is seen of a quotation, in reading order; empty where nothing is.
func (s *surroundings) lines() (out [][2]string) {
	if s.Sentence == "" {
		return nil
	}
	add := func(name string, texts ...string) {
		for _, t := range texts {
			if t != "" {
				out = append(out, [2]string{name, shown(t)})
			}
		}
	}
	add("source", fmt.Sprintf("%s, line %d", s.Source, s.Line))
	add("before", s.Before)
	add("sentence", s.Sentence)
	add("dropped", s.Dropped...)
	add("after", s.After)
	add("flag", s.Flags...)
	return out
}

func contextText(w io.Writer, all []surroundings) {
	for _, s := range all {
		by := ""
		if s.By != "" {
			by = " " + s.By
		}
		fmt.Fprintf(w, "%s  %s%s: “%s”\n", s.Place, s.Kind, shown(by), shown(s.Text))
		lines := s.lines()
		if lines == nil {
			lines = [][2]string{{s.Status, " "}}
		}
		for _, l := range lines {
			fmt.Fprintf(w, "    %-9s %s\n", l[0], l[1])
		}
	}
}

func contextMarkdown(w io.Writer, all []surroundings) {
	escape := strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, "<", `\<`, "#", `\#`).Replace
	fmt.Fprintln(w, "# Quotations and excerpts in their context")
	for _, s := range all {
		by := ""
		if s.By != "" {
			by = ", " + s.By
		}
		fmt.Fprintf(w, "\n## %s%s (%s)\n\n> %s\n\n", s.Kind, escape(shown(by)), escape(s.Place), escape(shown(s.Text)))
		lines := s.lines()
		if lines == nil {
			fmt.Fprintf(w, "%s\n", escape(s.Status))
		}
		for _, l := range lines {
			fmt.Fprintf(w, "- **%s** %s\n", strings.ToUpper(l[0][:1])+l[0][1:], escape(l[1]))
		}
	}
}
