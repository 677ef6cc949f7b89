package briefing_test

import (
	"fmt"
	"strings"
	"testing"

	"roadshow/briefing"
	"roadshow/internal/diag"
)

func TestCoverageClassesEveryNumberAndQuotationOnce(t *testing.T) {
	src := "title: A title\ndate: 2025-03-31\n" + `
sources:
  glass: {title: Glass, file: glass.txt}
  lost: {title: Nobody has it}
data:
  t: {file: t.csv, source: glass, own: [Mine, Year]}
  hidden: {file: hidden.csv, source: glass}
figures:
  share: {value: over 70%, excerpt: It made over 70%, source: glass}
  cost: {value: about $80m, excerpt: "about $80 million worth", source: lost}
  twice: {formula: share * 2, unit: "%"}
  fixed: {formula: 6 * 7}
  ours: {value: 40, basis: own}
  guess: {value: 41, basis: assumption}
  toy: {value: 42, basis: sample}
  bare: {value: 43}
  unknown: {value: "?"}
  cell: {from: {data: t, row: a, column: V}}
  from_hidden: {formula: 'cell("hidden", "x", "V") * 2'}
themes:
  - name: One
    claim: It made $share of the glass and 99% of the sand in 2023
    source: glass
    evidence:
      - table: {title: A table, data: t}
      - quote: {text: We begged for sand, by: Ann Lee, credit: Ann Lee said, source: glass}
      - quote: {text: The sand came, by: Ann Lee, source: glass}
      - quote: {text: Words of a lost text, by: Ann Lee, source: lost}
      - quote: {text: In my words, by: Ann Lee, paraphrase: true, source: glass}
      - table: {title: Sand, sticker: illustrative, source: glass, columns: [{head: A}, {head: B}], rows: [[sand, 5], [Region 1, 2024]]}
`
	b, l := resolve(src, withArticle(files{
		"t.csv":      "N,V,Mine,Year,excerpt\na,12%,5,2021,output rose to 12%\nb,n/a,6,2022,\nc,8%,?,2023,\n",
		"hidden.csv": "N,V\nx,1\ny,2\n",
	}), "")
	briefing.Prove(b, withArticle(nil).read, l)
	if l.Failed(false) {
		t.Fatal(problems(l))
	}
	got := b.Coverage()
	want := briefing.Coverage{
		// share, cell and the cell that it takes · twice, from_hidden · ours, two cells of Mine · guess · toy, 5 ·
		// fixed, 99% · cost, bare, the cell 8%, the cell of hidden that a formula takes
		Numbers:    briefing.NumberCoverage{Proved: 3, Computed: 2, Own: 3, Assumption: 1, Sample: 2, Typed: 2, Unchecked: 4},
		Quotations: briefing.QuotationCoverage{Proved: 2, Attributed: 1, Unchecked: 1},
	}
	if got != want {
		var all strings.Builder
		for _, n := range b.Numbers() {
			fmt.Fprintln(&all, n.Class, n.What)
		}
		t.Errorf("got %+v\nwant %+v\n%s", got, want, all.String())
	}
	strict := &diag.List{}
	b.StrictEvidence(true, strict)
	if n := want.Numbers.Typed + want.Numbers.Unchecked + want.Quotations.Unchecked; strict.Len() != n {
		t.Errorf("%d errors under --strict-evidence, want %d:\n%s", strict.Len(), n, problems(strict))
	}
}
