package layouts

import (
	"strings"
	"testing"

	"roadshow/internal/diag"
	"roadshow/page"
	"roadshow/typeset"
)

func TestCharactersThatNoFaceHasAreReportedWhereTheyStand(t *testing.T) {
	f := folder{
		"one.md":     "Fine words.\n\nAnd *these* ก ones.\n",
		"prices.csv": "Metal,\"เม, y\",May\nIron,5,six ก\n\"Zi\u0e01\",7,8\n",
		"unused.csv": "ก,ก\nก,5\n",
		"house.yaml": "name: ก\nlogo_alt: ก\nfooter: House ก\ndisclaimer: |\n  Words.\n\n  More ✈ words.\n",
	}
	src := `title: "A 😀 title"
date: 2025-03-31
brand: house.yaml
audiences: [board]
sources:
  alpha: {title: Alpha, note: "see\tกขค", url: https://example.com}
people:
  qi: {name: Qi, name_zh: 岂凡超, aliases: [ก], role: "Founder \u0e01"}
data:
  prices: {file: prices.csv}
  unused: {file: unused.csv}
figures:
  share: {label: of &#x0E01; asked, value: 5 กs, excerpt: ก, basis: own}
themes:
  - name: One
    claim: |
      Two lines of words
      with 王小川 and ขก there
    argument: {file: one.md}
    say: not printed ก
    evidence:
      - chart:
          title: Prices
          kind: bar
          alt: not printed ก
          values: {Where ก: 5, Else: 6}
      - quote:
          text: Words ก
          by: A bank ก
          credit: ก said
          only: board
      - table:
          title: Cells
          columns: [{head: A}, {head: "B ก"}]
          rows: [[a, b], [c, ก]]
      - table:
          title: Data
          data: prices
`
	want := `b.yaml:1:11 E-GLYPH no face has "😀" (U+1F600) of title
b.yaml:6:37 E-GLYPH no face has "ก" (U+0E01) of note; it stands in 11 more places
b.yaml:6:38 E-GLYPH no face has "ข" (U+0E02) of note; it stands in one more place
b.yaml:6:39 E-GLYPH no face has "ค" (U+0E04) of note
house.yaml:7:8 E-GLYPH no face has "✈" (U+2708) of disclaimer
prices.csv:1:8 E-GLYPH no face has "เ" (U+0E40) of a column's name
prices.csv:1:8 E-GLYPH no face has "ม" (U+0E21) of a column's name
`
	l := &diag.List{}
	n, b := f.meaning(src, "", &diag.List{})
	page.Glyphs(n, b, typeset.New(nil), "", l)
	if got := complaints(l, diag.Note); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	board := &diag.List{}
	n, b = f.meaning(src, "board", &diag.List{})
	page.Glyphs(n, b, typeset.New(nil), "board", board)
	if got := complaints(board, diag.Note); got != strings.Replace(want, "11 more", "13 more", 1) {
		t.Errorf("the board sees two more: %s", got)
	}
}
