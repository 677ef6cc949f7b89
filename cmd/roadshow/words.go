package main

import (
	"strconv"
	"strings"

	"roadshow/internal/diag"
)

// didYouMean is the hint for a mistyped name: the nearest one, else the way to see all.
func didYouMean(word string, names []string, otherwise string) string {
	if hint := diag.DidYouMean(word, names); hint != "" {
		return hint
	}
	return otherwise
}

// orList joins names for a sentence: "a, b or c".
func orList(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " or " + names[len(names)-1]
}

// shown makes words from outside safe to print to a terminal.
func shown(s string) string { return diag.Escape(s) }

// many is a number with its noun: "1 figure", "3 figures".
func many(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}
