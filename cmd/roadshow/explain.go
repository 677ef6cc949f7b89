package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"roadshow/briefing"
	"roadshow/briefing/evidence"
)

// explain prints every number of the briefing with what stands behind it: the source's words, a formula, a file's cell, or
// nothing. One number a paragraph, with its place in the outline.
func explain(w io.Writer, b *briefing.Briefing) {
	for _, f := range b.Figures {
		fmt.Fprintf(w, "%s  $%s = %s\n", place(f.At.File, f.At.Line), f.ID, shown(f.Value.Label(b.Format)))
		if label := f.Label.String(); label != "" {
			fmt.Fprintf(w, "    %s\n", shown(label))
		}
		fmt.Fprintf(w, "    %s\n", shown(behind(f)))
	}
	var names []string
	for name := range b.Tables {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		explainTable(w, name, b.Tables[name])
	}
}

// behind is where a figure's number comes from.
func behind(f *briefing.Figure) string {
	switch {
	case f.Formula != "":
		return "formula: " + f.Formula
	case f.FromCell && f.Excerpt != "":
		return "cell of a data file, excerpt: “" + f.Excerpt + "”" + from(f.Sources)
	case f.FromCell:
		return "cell of a data file" + from(f.Sources)
	case f.Excerpt != "":
		return "excerpt: “" + f.Excerpt + "”" + from(f.Sources)
	case f.Basis == "own":
		return "basis: the issuer's own number"
	case f.Basis != "":
		return "basis: " + f.Basis
	}
	return "no passage, cell or formula" + from(f.Sources)
}

// from names sources: " (source crossroads)".
func from(sources []*briefing.Source) string {
	if len(sources) == 0 {
		return ""
	}
	var ids []string
	for _, s := range sources {
		ids = append(ids, s.ID)
	}
	return " (source " + strings.Join(ids, ", ") + ")"
}

func explainTable(w io.Writer, name string, t *evidence.Table) {
	for _, r := range t.Rows {
		var cells []string
		for i, c := range r.Cells {
			cells = append(cells, t.Columns[i].Name+" "+c.Text)
		}
		fmt.Fprintf(w, "%s  %s: %s, %s\n", place(r.At.File, r.At.Line), shown(name), shown(r.Name), shown(strings.Join(cells, ", ")))
		switch {
		case r.Excerpt != "":
			fmt.Fprintf(w, "    excerpt: “%s”\n", shown(r.Excerpt))
		case len(t.Source) > 0:
			fmt.Fprintf(w, "    cell of a data file (source %s)\n", shown(strings.Join(t.Source, ", ")))
		default:
			fmt.Fprintln(w, "    cell of a data file")
		}
	}
}

// place is "file:line" as an editor opens it.
func place(file string, line int) string { return fmt.Sprintf("%s:%d", shown(file), line) }
