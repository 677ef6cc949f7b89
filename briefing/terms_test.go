package briefing_test

import (
	"strings"
	"testing"
)

const withTerms = `title: "$company, $quarter"
date: 2025-03-31
language: en
terms:
  company: Kestrel Foods
  quarter: Q3 2024
  odd: a*b_c [x] $$5
figures:
  share: {label: of $company, value: 70%, basis: own}
`

func TestATermIsPrintedWhereAFigureCouldStand(t *testing.T) {
	b := must(t, withTerms+`topic: On $company
prepared_for: Friends of $company
themes:
  - name: One
    claim: "*$company*'s $quarter was $share, $odd"
    argument: "## In $quarter\n\n- [$company](https://example.com) $$company"
    kpis:
      - {figure: share, note: $quarter}
    evidence:
      - table:
          title: $company sold
          columns: [{head: $quarter}, {head: B}]
          rows: [[$company, "1"]]
      - quote: {text: "we at $company do", by: Anna of $company, gloss: "of $company", paraphrase: true}
`, nil)
	th := b.Themes[0]
	for _, c := range [][2]string{
		{marked(b.Title), "Kestrel Foods, Q3 2024"},
		{b.Topic, "On Kestrel Foods"},
		{b.PreparedFor, "Friends of Kestrel Foods"},
		{marked(th.Claim), "*Kestrel Foods*’s Q3 2024 was 70%, a*b_c [x] $5"},
		{paras(th.Argument), "## In Q3 2024\n– [Kestrel Foods](https://example.com) $company\n"},
		{marked(th.KPIs[0].Label), "of Kestrel Foods"},
		{marked(th.KPIs[0].Note), "Q3 2024"},
		{marked(th.Evidence[0].Title), "Kestrel Foods sold"},
		{th.Evidence[1].Quote().Text, "we at $company do"},
		{marked(th.Evidence[1].Quote().Gloss), "of Kestrel Foods"},
	} {
		if c[0] != c[1] {
			t.Errorf("got %q, want %q", c[0], c[1])
		}
	}
}

func TestTermsAndFiguresShareTheirNames(t *testing.T) {
	for _, c := range []struct{ more, claim, says string }{
		{"terms: {company: Kestrel}\nfigures: {company: {value: 5, basis: own, label: x}}\n", "$company", `4:11 E-DUP "company" names a figure and a term; the first is in line 3`},
		{"terms: {company: Kestrel}\n", "$compny", "there is no figure $compny"},
		{"terms: {company: Kestrel}\n", "$company.low", "$company is a term: words have no .low"},
		{"terms: {company: Kestrel}\n", "nothing", "W-UNUSED nothing prints the term company"},
		{"terms: {company: $other}\n", "$company", "a term holds words, not $other"},
		{"terms: {Company: Kestrel}\n", "x", "E-ID"},
		{"terms: {the-company: Kestrel}\n", "x", "a term's id has no hyphen"},
		{"terms: {bn: Kestrel}\n", "x", "a term cannot be called"},
		{"terms: {company: Kestrel **Foods**}\n", "$company", "E-MARKDOWN"},
	} {
		_, l := resolve("title: T\ndate: 2025\n"+c.more+"themes:\n  - name: One\n    claim: "+c.claim+"\n", nil, "")
		said := problems(l)
		if !strings.Contains(said, c.says) {
			t.Errorf("%s%s says\n%s, not %q", c.more, c.claim, said, c.says)
		}
	}
}

func TestDigitsOfATermCountAsTyped(t *testing.T) {
	for term, want := range map[string]int{"from: 12 shops": 1, "quarter: Q3 2024": 0, "name: Kestrel": 0, "say: 40% more": 1} {
		id, _, _ := strings.Cut(term, ":")
		b := must(t, frame("terms: {"+term+"}\n", "argument: $"+id+" and $"+id+"\n"), nil)
		if got := len(b.TypedNumbers()); got != want {
			t.Errorf("%s holds %d typed numbers, not %d", term, got, want)
		}
		said := false
		for _, s := range b.Said() {
			said = said || s.Key == "terms."+id
		}
		if !said {
			t.Errorf("a proof does not hold the term %s", id)
		}
	}
}
