package page

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/internal/diag"
	"roadshow/internal/limits"
	"roadshow/scene"
	"roadshow/typeset"
)

// Count refuses a deck of too many pages, before each is examined. A deck that was not made has none.
func Count(d *scene.Deck, file string, l *diag.List) {
	if d != nil && len(d.Pages) > limits.Pages.N() {
		l.Limit(diag.Span{File: file, Line: 1, Col: 1}, limits.Pages, d.Medium)
	}
}

// Examine checks finished pages and reports what a reader would see as wrong. A fault is this program's, or that of colours
// somebody chose: either way no file is written that would be embarrassing.
func Examine(d *scene.Deck, b *briefing.Briefing, tree *outline.Node, file string, l *diag.List) *scene.Report {
	// A missing source is the author's to mend and has its own warning.
	failed := l.Failed(false)
	r := scene.Examine(d, scene.CheckOptions{Limit: 20, Skip: map[string]bool{scene.FaultSource: true}})
	said := map[*outline.Node]bool{}
	for _, f := range r.Faults {
		at, code, hint := PlaceOf(f.Item, b, file), "E-GEOMETRY", "this is a fault of roadshow: shorten the text, and report it"
		if f.Kind == scene.FaultContrast {
			code, hint = "E-CONTRAST", "choose other colours in the look or the brand"
		}
		if failed && code == "E-GEOMETRY" { // what is wrong with it was reported: its page breaks rules as a consequence
			continue
		}
		if w := overlong(tree, at); w.node != nil && code == "E-GEOMETRY" {
			if !said[w.node] {
				l.Error(w.node.At, "E-FIT", w.hint, "%s, and the %s cannot hold them", w.what, d.Medium)
			}
			said[w.node] = true
			continue
		}
		l.Error(at, code, hint, "%s, %s", d.Medium, f)
	}
	for i := range d.Pages {
		scene.Walk(d.Pages[i].Items, func(it scene.Item) {
			if t, ok := it.(*scene.Text); ok {
				for _, number := range typeset.Torn(t) {
					l.Error(PlaceOf(t.ID, b, file), "E-FIT", "write it in thousands, millions or billions, or give it more room",
						"%s, page %d: two lines would share the number %s", d.Medium, d.Pages[i].Number, number)
				}
			}
		})
	}
	return r
}

// misfit is what an author wrote too much of.
type misfit struct {
	node       *outline.Node
	by         float64 // as often as it may be
	what, hint string
}

// What is usual where a field says nothing else: beyond it what does not fit is the author's to shorten.
const (
	usualText = 90 // characters
	usualWord = 28 // characters without a blank
	usualList = 12 // items
)

// overlong is what goes furthest beyond what is usual, of what stands at a place of the outline and of what that names; without a
// node where all keep to it.
func overlong(tree *outline.Node, at diag.Span) (worst misfit) {
	var names []string
	try := func(n *outline.Node) {
		if by := excess(n); by.by > worst.by {
			worst = by
		}
		names = append(names, strings.FieldsFunc(n.Text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' && r != '-' })...)
	}
	here := func(n *outline.Node) {
		if n.At.Line >= at.Line && (at.EndLine <= at.Line || n.At.Line <= at.EndLine) {
			try(n)
		}
	}
	if at.Line == 1 { // the cover, the furniture, the last page
		for _, n := range tree.Keys {
			switch n.Name {
			case "themes", "back", "figures", "data", "sources", "people", "slides":
			case "authors", "contacts":
				n.Each(try)
			default:
				try(n)
			}
		}
	} else {
		tree.Each(here)
	}
	if worst.node != nil {
		return worst
	}
	for _, key := range []string{"people", "figures", "terms", "sources", "data"} {
		for _, n := range entries(tree.Get(key)) {
			if slices.Contains(names, n.Name) {
				n.Each(func(n *outline.Node) {
					if by := excess(n); by.by > worst.by {
						worst = by
					}
				})
			}
		}
	}
	return worst
}

// excess measures a node: its words, its longest word, its key, its items. Running text and what is never printed have no bound.
func excess(n *outline.Node) (m misfit) {
	add := func(size, most int, hint, what string, args ...any) {
		if by := float64(size) / float64(most); by > 1 && by > m.by {
			m = misfit{n, by, fmt.Sprintf(what, args...), hint}
		}
	}
	text := func(s, name string, most int) {
		if k := utf8.RuneCountInString(s); most > 0 {
			add(k, most, fmt.Sprintf("about %d characters fit", most), "%s has %d characters", strconv.Quote(name), k)
		}
		for _, word := range strings.Fields(s) {
			k := utf8.RuneCountInString(word)
			add(k, usualWord, "shorten it, or divide it", "%s has a word of %d characters", strconv.Quote(name), k)
		}
	}
	most, name := usualText, n.Name
	if n.Field != nil {
		if name == "" {
			name = n.Field.Name
		}
		switch {
		case n.Field.Name == "credit", n.Field.Name == "formula", n.Field.Name == "excerpt", n.Field.Name == "aliases":
			return m // never printed
		}
		switch n.Field.Type {
		case outline.Rich:
			most = 0
		case outline.Path, outline.Date, outline.Choice:
			return m
		}
		if n.Field.Budget > 0 {
			most = n.Field.Budget
		}
	}
	text(n.Text, name, most)
	if utf8.RuneCountInString(n.Name) > usualWord {
		text(n.Name, string([]rune(n.Name)[:usualWord])+"…", usualText)
	}
	if n.Field == nil || !n.Field.Rows {
		add(len(n.List), usualList, "choose those that matter, or divide it", "%s has %d items", strconv.Quote(name), len(n.List))
	}
	add(len(n.Keys), 2*usualList, "choose those that matter, or divide it", "%s has %d entries", strconv.Quote(name), len(n.Keys))
	return m
}

// PlaceOf is the author's line for an item: its id is a path that begins with a theme or a block.
func PlaceOf(item string, b *briefing.Briefing, file string) diag.Span {
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

func entries(n *outline.Node) []*outline.Node {
	if n == nil {
		return nil
	}
	return n.Keys
}
