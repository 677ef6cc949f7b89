package roadshow

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/internal/diag"
	"roadshow/scene"
)

// examine checks finished pages and reports what a reader would see as wrong. A fault is this program's, or that of colours
// somebody chose: either way no file is written that would be embarrassing.
func examine(d *scene.Deck, b *briefing.Briefing, tree *outline.Node, file string, l *diag.List) *scene.Report {
	// A missing source is the author's to mend and has its own warning.
	misfit := l.Failed(false)
	r := scene.Examine(d, scene.CheckOptions{Limit: 20, Skip: map[string]bool{scene.FaultSource: true}})
	said := map[*outline.Node]bool{}
	for _, f := range r.Faults {
		at, code, hint := placeOf(f.Item, b, file), "E-GEOMETRY", "this is a fault of roadshow: shorten the text, and report it"
		if f.Kind == scene.FaultContrast {
			code, hint = "E-CONTRAST", "choose other colours in the look or the brand"
		}
		if misfit && code == "E-GEOMETRY" { // what is wrong with it was reported: its page breaks rules as a consequence
			continue
		}
		if n := overlong(tree, at); n != nil && code == "E-GEOMETRY" {
			if !said[n] {
				l.Error(n.At, "E-FIT", fmt.Sprintf("about %d characters fit", n.Field.Budget), "%q has %d characters, and the %s cannot hold them",
					n.Field.Name, utf8.RuneCountInString(n.Text), d.Medium)
			}
			said[n] = true
			continue
		}
		l.Error(at, code, hint, "%s, %s", d.Medium, f)
	}
	return r
}

// overlong is the field that holds most beyond its budget, in what stands at a place of the outline; nil where all keep to theirs.
// What does not fit then is the author's to shorten.
func overlong(tree *outline.Node, at diag.Span) (worst *outline.Node) {
	most := 1.0
	try := func(n *outline.Node) {
		if n.Field == nil || n.Field.Budget == 0 || n.At.Line < at.Line || at.EndLine > at.Line && n.At.Line > at.EndLine {
			return
		}
		if by := float64(utf8.RuneCountInString(n.Text)) / float64(n.Field.Budget); by > most {
			most, worst = by, n
		}
	}
	if at.Line == 1 { // the cover
		for _, n := range tree.Keys {
			try(n)
		}
		return worst
	}
	tree.Each(try)
	return worst
}

// placeOf is the author's line for an item: its id is a path that begins with a theme or a block.
func placeOf(item string, b *briefing.Briefing, file string) diag.Span {
	best, at := -1, diag.Span{File: file, Line: 1, Col: 1}
	try := func(id string, span diag.Span) {
		if len(id) > best && id != "" && !span.IsZero() && (item == id || strings.HasPrefix(item, id+"/") || strings.HasPrefix(item, id+".")) {
			best, at = len(id), span
		}
	}
	for _, t := range b.Themes {
		try(t.ID, t.At)
		for _, e := range t.Evidence {
			try(e.ID, e.At)
		}
	}
	for _, e := range b.Back {
		try(e.ID, e.At)
	}
	return at
}
