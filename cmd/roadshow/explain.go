package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"roadshow/briefing"
	"roadshow/briefing/evidence/formula"
	"roadshow/briefing/evidence/table"
	"roadshow/briefing/outline"
	"roadshow/charts"
)

// explain prints every number of the briefing with what stands behind it: the source's words and their place, a formula with
// what it computes from, a file's cell, or nothing. Then the claims that are arithmetic, with why they hold, and the
// quotations with their places, and the kinds of chart that auto chose. Each begins with its place in the outline.
func explain(w io.Writer, b *briefing.Briefing, tree *outline.Node) {
	e := explainer{w: w, b: b, uses: b.Uses(tree)}
	for _, f := range b.Figures {
		e.figure(f)
	}
	var names []string
	for name := range b.Tables {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		e.table(name, b.Tables[name])
	}
	for _, n := range b.Typed(tree) {
		e.say(place(n.At.File, n.At.Line), "the number %s", n.Text)
		e.more("no passage, cell or formula: typed here")
	}
	for _, c := range b.Claims {
		e.say(place(c.At.File, c.At.Line), "%s holds %s", c.Of, c.Holds)
		e.more("%s: %s", c.Truth, c.Why)
	}
	for _, q := range b.Quotations {
		e.quotation(q)
	}
	for _, blk := range b.Blocks() {
		e.chosen(append([]*charts.Chart{blk.Chart(""), blk.Chart("chart")}, blk.Charts("charts")...))
	}
}

// chosen says which kind auto chose for a chart, and why.
func (e *explainer) chosen(all []*charts.Chart) {
	for _, s := range all {
		if s != nil && s.Why != "" {
			e.say(place(s.At.File, s.At.Line), "chart “%s” is drawn as %s", s.Title, s.Kind)
			e.more("%s", s.Why)
		}
	}
}

type explainer struct {
	w    io.Writer
	b    *briefing.Briefing
	uses map[string][]briefing.Use
}

func (e *explainer) say(where, format string, args ...any) {
	fmt.Fprintf(e.w, "%s  %s\n", where, shown(fmt.Sprintf(format, args...)))
}

func (e *explainer) more(format string, args ...any) {
	fmt.Fprintf(e.w, "    %s\n", shown(fmt.Sprintf(format, args...)))
}

func (e *explainer) figure(f *briefing.Figure) {
	e.say(place(f.At.File, f.At.Line), "$%s = %s", f.ID, f.Value.Label(e.b.Format))
	if label := f.Label.String(); label != "" {
		e.more("%s", label)
	}
	if f.Value.Words != "" {
		e.more("read as %s", f.Value.String())
	}
	switch {
	case f.Formula != "":
		e.more("formula: %s", strings.Join(strings.Fields(f.Formula), " "))
		if from := e.behind(f); from != "" {
			e.more("from %s", from)
		}
	case f.FromCell:
		e.more("cell: %s, %s in %s", f.Cell[1], f.Cell[2], f.Cell[0])
		e.words(f)
	case f.Excerpt != "":
		e.words(f)
	case f.Basis == "own":
		e.more("basis: the issuer's own number")
	case f.Basis != "":
		e.more("basis: %s", f.Basis)
	default:
		e.more("no passage, cell or formula")
	}
	if used := e.used(f); used != "" {
		e.more("printed in %s", used)
	}
}

// behind are the figures and cells that a formula computes from, with their values.
func (e *explainer) behind(f *briefing.Figure) string {
	fm, err := formula.ParseFormula(strings.TrimSpace(f.Formula))
	if err != nil {
		return ""
	}
	var parts []string
	for _, name := range fm.Names() {
		for _, o := range e.b.Figures {
			if o.ID == name {
				parts = append(parts, name+" = "+o.Value.String())
			}
		}
	}
	for _, c := range fm.Cells() {
		if t := e.b.Tables[c[0]]; t != nil {
			if v, err := t.Value(c[1], c[2]); err == nil {
				parts = append(parts, c[1]+", "+c[2]+" = "+v.String())
			}
		}
	}
	return strings.Join(parts, "; ")
}

// words are the excerpt of a figure and where it stands.
func (e *explainer) words(f *briefing.Figure) {
	if f.Excerpt == "" {
		return
	}
	var found *briefing.Found
	for _, x := range e.b.Excerpts {
		if x.Figure == f || x.Figure == nil && f.FromCell && x.Row != nil && x.Table.ID == f.Cell[0] && x.Row.Name == f.Cell[1] {
			found = x.Found
		}
	}
	e.more("excerpt: “%s” (%s)", f.Excerpt, stands(found, f.Sources))
}

// stands says where words were found: "source glass, words 8 to 12".
func stands(f *briefing.Found, sources []*briefing.Source) string {
	if f != nil {
		where := fmt.Sprintf("source %s, words %d to %d", f.Source.ID, f.Passage.At+1, f.Passage.At+f.Passage.Words)
		if f.Passage.Line > 0 {
			where += fmt.Sprintf(", line %d", f.Passage.Line)
		}
		return where
	}
	if len(sources) == 0 {
		return "no source"
	}
	var ids []string
	for _, s := range sources {
		ids = append(ids, s.ID)
	}
	return "source " + strings.Join(ids, ", ") + ", not checked"
}

// used are the themes and blocks that print a figure, each once.
func (e *explainer) used(f *briefing.Figure) string {
	var out []string
	for _, u := range e.uses[f.ID] {
		if !slices.Contains(out, u.Of) {
			out = append(out, u.Of)
		}
	}
	return strings.Join(out, ", ")
}

func (e *explainer) table(name string, t *table.Table) {
	for _, said := range t.Said {
		e.say(place(t.At.File, t.At.Line), "%s: %s", name, said)
	}
	for i := range t.Rows {
		r := &t.Rows[i]
		var cells []string
		for i, c := range r.Cells {
			own := ""
			if slices.Contains(t.Own, t.Columns[i].Name) {
				own = " (own)"
			}
			cells = append(cells, t.Columns[i].Name+" "+c.Text+own)
		}
		where := place(r.At.File, r.At.Line)
		if r.At.Line == 0 {
			where = shown(r.At.File + " " + r.At.Note)
		}
		e.say(where, "%s: %s, %s", name, r.Name, strings.Join(cells, ", "))
		bare := true
		for _, x := range e.b.Excerpts {
			if x.Row == r {
				e.more("excerpt: “%s” (%s)", x.Words, stands(x.Found, x.Sources))
				bare = false
			}
		}
		switch {
		case !bare:
		case len(t.Source) > 0:
			e.more("cell of a data file (source %s)", strings.Join(t.Source, ", "))
		default:
			e.more("cell of a data file")
		}
	}
}

func (e *explainer) quotation(q *briefing.Quotation) {
	e.say(place(q.At.File, q.At.Line), "“%s”", strings.Join(strings.Fields(q.Text), " "))
	switch {
	case q.Paraphrase:
		e.more("%s, in other words: not checked", q.By.Name())
	case q.Credit != "" && q.Found != nil:
		e.more("%s (%s, with the credit)", q.By.Name(), stands(q.Found, q.Sources))
	default:
		e.more("%s (%s); the attribution is not checked", q.By.Name(), stands(q.Found, q.Sources))
	}
}

// place is "file:line" as an editor opens it.
func place(file string, line int) string { return fmt.Sprintf("%s:%d", shown(file), line) }
