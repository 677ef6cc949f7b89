// Package layouts places the blocks of a briefing: one kind of block after the other, each as boxes of a document and on slides.
// They take their styles and their geometry from package page.
//
// A layout declares its fields once; the parser, the JSON Schema and the reference are made from them.
package layouts

import (
	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/page"
)

// Catalog lists every layout that an outline may name: words, numbers, structures, people, then what to do about it.
func Catalog() []page.Layout {
	return []page.Layout{
		quoteLayout(),
		quotesLayout(),
		twoViewsLayout(),
		chartLayout(),
		twoChartsLayout(),
		chartGridLayout(),
		kpisLayout(),
		tableLayout(),
		matrixLayout(),
		quadrantLayout(),
		timelineLayout(),
		valueSplitLayout(),
		positionsLayout(),
		peopleLayout(),
		clustersLayout(),
		risksLayout(),
		watchLayout(),
		scorecardLayout(),
		asksLayout(),
		statementLayout(),
		textLayout(),
		imageLayout(),
	}
}

// Kinds is the catalog as the parser and the schema need it.
func Kinds() []outline.Kind { return kindsOf(Catalog()) }

func kindsOf(layouts []page.Layout) []outline.Kind {
	var out []outline.Kind
	for _, l := range layouts {
		out = append(out, outline.Kind{Name: l.Name, Summary: l.Summary, Shape: l.Shape, Title: l.Title})
	}
	return out
}

// always is for layouts whose blocks are numbered exhibits, each of them.
func always(*briefing.Block) bool { return true }
