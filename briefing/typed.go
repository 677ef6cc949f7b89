package briefing

import (
	"slices"
	"strings"

	"roadshow/briefing/evidence/source"
	"roadshow/briefing/evidence/value"
	"roadshow/briefing/outline"
	"roadshow/internal/diag"
)

// TypedNumber is a number that stands in the outline itself, with neither a figure nor a file behind it.
type TypedNumber struct {
	Text  string
	At    diag.Span
	Class Class // Typed, or what the sticker of its block says of it
	drawn bool  // a value that a chart draws: judged by the chart's source
}

// Typed are all numbers typed into the outline outside its figures, wherever words are printed: prose, big numbers, cells,
// charts and what is said about them. Dates, names, ordinals and quotations are none. What is for another audience is left
// out.
func (b *Briefing) Typed(tree *outline.Node) []TypedNumber {
	seen := map[diag.Span]bool{}
	for _, t := range b.Themes {
		seen[t.At] = true
	}
	for _, blk := range b.Blocks() {
		seen[blk.At] = true
	}
	return typedIn(tree, b.Marks, b.Calendar, func(n *outline.Node) bool { return !n.Has("only") || seen[n.At] })
}

// TypedNumbers warns of numbers that were typed by hand: as figures they would be traced and checked. It reads the whole
// outline, for every audience. The values that a chart draws are left to Prove.
func TypedNumbers(tree *outline.Node, l *diag.List) {
	for _, t := range typedIn(tree, marksOf(tree), calendarOf(tree), func(*outline.Node) bool { return true }) {
		if !t.drawn && t.Class == Typed {
			l.Warn(t.At, "W-NUMBER", "make it a figure and write $name, so that it is traced and checked", "the number %s was typed by hand", t.Text)
		}
	}
}

func typedIn(tree *outline.Node, m value.Marks, c value.Calendar, shown func(*outline.Node) bool) []TypedNumber {
	w := typedWalk{tree: tree, marks: m, calendar: c, shown: shown}
	w.in(tree, typedPlace{class: Typed})
	return w.out
}

type typedWalk struct {
	tree     *outline.Node
	marks    value.Marks
	calendar value.Calendar
	shown    func(*outline.Node) bool
	out      []TypedNumber
}

// typedPlace is what is known of a node from those above it.
type typedPlace struct {
	class  Class
	values bool // cells and drawn values: whole numbers
	drawn  bool // by a chart
	scores bool // cells of a matrix, where 0 to 4 are marks
	holds  bool // the mapping's title is held by arithmetic
	names  bool // of the outline's map: sources, people, …
}

func (w *typedWalk) in(n *outline.Node, p typedPlace) {
	if !w.shown(n) {
		return
	}
	if n.Block != nil {
		p.class = stickerClass(n.Words("sticker"))
	}
	if len(n.Keys) > 0 {
		p.holds = n.Has("holds")
	}
	if !n.Null && n.Text != "" && n.List == nil && n.Keys == nil && n.Field != nil {
		w.text(n, p)
	}
	for _, k := range n.Keys {
		below := p
		if n.Field == nil && n == w.tree && mapsOfNames(k.Name) {
			below.names = true
		}
		if k.Name == "values" && k.Field != nil && k.Field.Map || k.Name == "annotations" || k.Name == "band" {
			below.drawn, below.values = true, k.Name == "values"
		}
		if k.Field != nil && k.Field.Rows {
			below.values, below.scores = true, k.Name == "cells"
			below.drawn = k.Name == "shares"
		}
		w.in(k, below)
	}
	for _, k := range n.List {
		w.in(k, p)
	}
}

func mapsOfNames(key string) bool {
	return slices.Contains([]string{"sources", "people", "data", "figures", "authors", "contacts"}, key)
}

// stickerClass is what a block's sticker says of the numbers typed into it.
func stickerClass(sticker string) Class {
	switch sticker {
	case "sample", "illustrative":
		return BySample
	case "estimate":
		return ByAssumption
	}
	return Typed
}

// text reads one scalar.
func (w *typedWalk) text(n *outline.Node, p typedPlace) {
	kind := printedAs(n, p.names)
	if n.Field.Type == outline.Amount || n.Field.Type == outline.Scalar {
		if p.names {
			return // of a figure: that is no typed number but a figure
		}
		text := strings.TrimSpace(n.Text)
		if len(outline.References(text)) == 0 {
			if p.scores && len(text) == 1 && text >= "0" && text <= "4" || isYear(text) {
				return
			}
			if v, err := source.ParseValueIn(text, w.marks); err == nil {
				if v.State == value.Known {
					w.out = append(w.out, TypedNumber{text, n.At, p.class, p.drawn || n.Name == "size"})
				}
				return
			}
		}
		if d, err := w.calendar.ParseDate(text); err == nil && !d.IsZero() {
			return
		}
		kind = asProse
	}
	if kind == notPrinted {
		return
	}
	class := Typed // a sticker speaks for values, not for sentences
	if p.values {
		class = p.class
	}
	for _, t := range typedNumbers(n.Text) {
		class := class
		if t.words {
			class = p.class // "sales doubled" over a sample's chart
		}
		switch {
		case kind == asName && !t.amount:
		case t.words && p.holds && (n.Name == "title" || n.Name == "claim"): // arithmetic says it
		default:
			w.out = append(w.out, TypedNumber{n.Text[t.from:t.to], n.Range(t.from, t.to), class, p.drawn && p.values})
		}
	}
}

// printing is how the words of a field are read.
type printing uint8

const (
	notPrinted printing = iota
	asProse
	asName // digits in it are part of the name, amounts are not
)

// printedAs says how a field's words are read. In the maps of names (sources, people, data, figures, authors, contacts) only
// what the author says of them counts.
func printedAs(n *outline.Node, names bool) printing {
	switch n.Field.Type {
	case outline.Prose, outline.Rich:
		return asProse
	case outline.Words:
	default:
		return notPrinted
	}
	if n.Field.Name == "terms" {
		return asProse
	}
	if names {
		if n.Name == "role" || n.Name == "note" {
			return asProse
		}
		return notPrinted
	}
	switch n.Name {
	case "name", "owner", "sub", "topic":
		return asName
	case "kind", "x", "y", "size", "totals", "highlight", "series", "at", "from", "to", "trend", "show", "against", "entity", "party", "option",
		"recommend", "total", "by_when", "when", "by", "locator", "locale":
		return notPrinted // names of columns, rows and categories; dates
	case "edition":
		if allDigits(strings.TrimSpace(n.Text), 4) {
			return notPrinted
		}
	case "quadrants", "criteria":
		return asName
	}
	if n.Name == "" { // an item of a list of names
		switch n.Field.Name {
		case "quadrants", "criteria":
			return asName
		case "y", "totals", "against", "option", "own", "aliases":
			return notPrinted
		}
	}
	return asProse
}
