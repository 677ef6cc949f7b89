package layouts

import (
	"strconv"
	"testing"

	"roadshow/charts"
	"roadshow/internal/diag"
	"roadshow/typeset"
)

// outlineChecker lays generated outlines out on one medium and counts what becomes of them.
type outlineChecker struct {
	fonts              *typeset.Fonts
	images             reader
	accepted, failures int
	pages              int
	unjust             int // refused though every text keeps its budget
	refused            map[string]int
	drawn              map[string]int // accepted blocks by layout, charts by kind
}

// check tries n outlines. Whatever keeps its budgets is laid out, and every layout and kind of chart is among it.
func (c *outlineChecker) check(t *testing.T, n int, outline func(t *testing.T, seed int)) {
	c.fonts, c.refused, c.drawn = typeset.New(nil), map[string]int{}, map[string]int{}
	const mostFailures = 20
	for from := 0; from < n && c.failures < mostFailures; from += 500 {
		// A subtest closes what its outlines opened.
		t.Run(strconv.Itoa(from), func(t *testing.T) {
			c.images = filesOf(t, "testdata/image")
			for i := from; i < min(n, from+500) && c.failures < mostFailures; i++ {
				outline(t, i)
			}
		})
	}
	t.Logf("%d of %d outlines accepted, %d pages; refused: %v", c.accepted, n, c.pages, c.refused)
	if c.unjust > 0 {
		t.Errorf("%d of %d outlines keep every budget and are refused", c.unjust, n)
	}
	if c.accepted < n*2/3 {
		t.Errorf("only %d of %d outlines are accepted: %v", c.accepted, n, c.refused)
	}
	if n < 1000 {
		return
	}
	for _, l := range Catalog() {
		if c.drawn[l.Name] == 0 {
			t.Errorf("no outline has a block of the layout %s", l.Name)
		}
	}
	for _, k := range charts.Catalog() {
		if c.drawn["chart:"+k.Name] == 0 {
			t.Errorf("no outline has a chart of the kind %s", k.Name)
		}
	}
}

// takes says whether an outline is laid out; one that keeps its budgets and is refused counts as a failure.
func (c *outlineChecker) takes(t *testing.T, seed int, g *outlineGen, l *diag.List) bool {
	t.Helper()
	refused := false
	for _, p := range l.Problems() {
		if p.Severity != diag.Error {
			continue
		}
		refused = true
		c.refused[p.Code]++
		if !g.over {
			t.Logf("outline %d (%s) keeps every budget and is refused: %d:%d: %s: %s", seed, g.kinds, p.At.Line, p.At.Col, p.Code, p.Summary)
		}
	}
	if refused {
		if !g.over {
			c.unjust++
			c.failures++
		}
		return false
	}
	c.accepted++
	for _, k := range g.kinds {
		c.drawn[k]++
	}
	return true
}

// TestGeneratorsKnowTheCatalogs finds layouts and kinds of chart that no outline would ever have.
func TestGeneratorsKnowTheCatalogs(t *testing.T) {
	blocks, kinds := blockGens(), chartKinds()
	for _, l := range Catalog() {
		if blocks[l.Name] == nil {
			t.Errorf("no generator writes blocks of the layout %s", l.Name)
		}
	}
	for _, k := range kindNames() {
		if _, ok := kinds[k]; !ok {
			t.Errorf("no generator makes numbers for charts of the kind %s", k)
		}
	}
	seen := map[string]bool{}
	for seed := range 300 {
		g := newOutline(seed, 16)
		g.slides()
		for _, k := range g.kinds {
			seen[k] = true
		}
	}
	for _, l := range Catalog() {
		if !seen[l.Name] {
			t.Errorf("300 outlines have no block of the layout %s", l.Name)
		}
	}
	for _, k := range kindNames() {
		if !seen["chart:"+k] {
			t.Errorf("300 outlines have no chart of the kind %s", k)
		}
	}
}
