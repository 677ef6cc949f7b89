package layouts

import (
	"slices"
	"strings"
	"testing"

	"roadshow/typeset"
)

// TestAChangedOutlineKeepsTheOtherSlides adds, takes away and rewrites blocks: every slide of what was left alone keeps its id,
// so that links, comments and a later PPTX find it again.
func TestAChangedOutlineKeepsTheOtherSlides(t *testing.T) {
	const before = `title: A sample
date: 2023-05-31
sources: {s: {title: A survey, date: 2023}}
themes:
  - name: First
    claim: The first theme proves something
    points:
      - {heading: One, text: A sentence.}
      - {heading: Two, text: A sentence.}
    evidence:
      - statement: {text: Money came}
      - chart: {title: It rose, kind: column, values: {March: 20%, May: 50%}}
      - table: {title: It is so, columns: [{head: A}], rows: [[b]]}
  - name: Second
    claim: The second theme proves something else
    evidence:
      - chart: {id: fell, title: It fell, kind: column, values: {March: 50%, May: 20%}}
`
	fonts := typeset.New(nil)
	ids := func(src string) []string {
		deck, l := compiledSlides(t, fonts, []byte(src), ".")
		if l.Failed(false) {
			t.Fatal(l.Problems())
		}
		var out []string
		for _, p := range deck.Pages {
			out = append(out, p.ID)
		}
		return out
	}
	was := ids(before)
	for _, c := range []struct{ name, old, new, gone string }{
		{"a block added", "      - chart: {title: It rose", "      - quotes: {title: They say so, items: [{text: Yes., by: Somebody}, {text: No., by: Somebody}]}\n      - chart: {title: It rose", ""},
		{"a block taken away", "      - statement: {text: Money came}\n", "", "slide:first.statement"},
		{"a title rewritten", "title: It rose,", "title: It more than doubled,", ""},
		{"a theme's claim rewritten", "The first theme proves something", "The first theme proves what it says", ""},
		{"a theme added", "  - name: Second", "  - name: Between\n    claim: Another theme comes between\n    evidence:\n      - statement: {text: And went}\n  - name: Second", ""},
	} {
		after := strings.Replace(before, c.old, c.new, 1)
		if after == before {
			t.Fatalf("%s: nothing is changed", c.name)
		}
		now := ids(after)
		kept := slices.DeleteFunc(slices.Clone(now), func(id string) bool { return !slices.Contains(was, id) })
		want := slices.DeleteFunc(slices.Clone(was), func(id string) bool { return id == c.gone })
		if !slices.Equal(kept, want) {
			t.Errorf("%s: of the slides\n  %v\nremain\n  %v", c.name, was, kept)
		}
	}
}
