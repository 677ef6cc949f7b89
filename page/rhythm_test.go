package page

import (
	"slices"
	"strings"
	"testing"
)

// TestPairsKeepRunsOfAlikeSlidesShort plans evidence: c is a chart, q a quotation that fits beside any chart, k a chart with
// comments. A bracket is one slide.
func TestPairsKeepRunsOfAlikeSlidesShort(t *testing.T) {
	forms := map[rune]string{'c': "chart", 'q': "quote", 'k': "chart_comment", 't': "table"}
	for _, plan := range []string{
		"",
		"(cq)",
		"(qc)",
		"(cq)t(qc)",
		"(cq)q",
		"ccc(cq)",        // the fourth chart looks unlike three charts
		"(cq)(cq)(cq)cq", // a fourth pair in a row would be one too many
		"(qc)(cq)(qc)cq",
		"kkkkt",                      // no choice, no pair
		"qqqqt",                      // quotations in a row stay as the author ordered them
		"(cq)(cq)(cq)c(qc)(qc)(qc)q", // seven pairs would make one long run
	} {
		var names []string
		var want []bool
		for _, r := range plan {
			switch r {
			case '(', ')':
			default:
				names = append(names, forms[r])
				want = append(want, false)
			}
		}
		i := 0
		for _, r := range plan {
			switch r {
			case '(':
				want[i] = true
			case ')':
			default:
				i++
			}
		}
		may := make([]bool, len(names))
		for i := range names {
			if i+1 < len(names) {
				pair := names[i] + " " + names[i+1]
				may[i] = pair == "chart quote" || pair == "quote chart"
			}
		}
		got := pairUp(names, may)
		if !slices.Equal(got, want) {
			t.Errorf("%s is planned as %s", plan, planWords(strings.NewReplacer("(", "", ")", "").Replace(plan), got))
		}
	}
}

// planWords is a plan as the test writes it.
func planWords(kinds string, together []bool) string {
	out := ""
	for i := 0; i < len(kinds); i++ {
		if together[i] {
			out += "(" + kinds[i:i+2] + ")"
			i++
			continue
		}
		out += kinds[i : i+1]
	}
	return out
}
