package outline

import (
	"os"
	"testing"

	"roadshow/internal/diag"
)

func parse(t testing.TB, src string) (*Node, []diag.Problem) {
	t.Helper()
	var l diag.List
	n := Parse([]byte(src), "briefing.yaml", testCatalog(), &l)
	return n, l.Problems()
}

func TestTheContractsOwnExampleParsesClean(t *testing.T) {
	src, err := os.ReadFile("testdata/contract.yaml")
	if err != nil {
		t.Fatal(err)
	}
	n, problems := parse(t, string(src))
	for _, p := range problems {
		t.Errorf("%d:%d: %s %s (%s)", p.At.Line, p.At.Col, p.Code, p.Summary, p.Hint)
	}
	if got := n.Words("title"); got != "Assembled at the crossroads" {
		t.Errorf("title is %q", got)
	}
	theme := n.Get("themes").Items()[0]
	chart := theme.Get("evidence").Items()[1]
	if chart.Block == nil || chart.Block.Name != "chart" {
		t.Fatalf("second piece of evidence is %+v", chart.Block)
	}
	values := chart.Get("values").Entries()
	if len(values) != 1 || values[0].Name != "Where the team stopped" || values[0].Items()[0].Text != "$stopped" {
		t.Errorf("values are %+v", values)
	}
	if at := theme.Get("name").At; at.Line != 26 || at.Col != 11 || at.EndCol != 18 {
		t.Errorf("the theme's name stands at %+v", at)
	}
}
