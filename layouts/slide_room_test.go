package layouts

import (
	"fmt"
	"strings"
	"testing"

	"roadshow/scene"
)

// arguing is an outline whose theme has points and figures.
func arguing(kpis ...string) []byte {
	return []byte("title: A sample\ndate: 2023-05-31\nthemes:\n  - name: Sample\n    claim: The sample shows its figures\n    points: [{heading: One point, text: Something is said of it.}, {heading: Another, text: This too.}]\n    kpis:\n      - " +
		strings.Join(kpis, "\n      - ") + "\n")
}

// TestLabelsStandBesideShortFigures, which are larger for it; below those that leave no room at their side.
func TestLabelsStandBesideShortFigures(t *testing.T) {
	short := []string{"{value: 46, label: robots in orchards}", "{value: 11, label: robots that have worked a second season}", "{value: $4m, label: in each half}"}
	for _, c := range []struct {
		kpis   []string
		beside bool
		least  scene.Pt
	}{{short, true, 76}, {append(short[:2:2], `{value: 24 months, label: of cash}`), false, 40}} {
		deck, l := compiledSlides(t, nil, arguing(c.kpis...), ".")
		if l.Failed(false) {
			t.Fatal(l.Problems())
		}
		texts := textsOf(deck)
		for i := range c.kpis {
			number, label := texts[fmt.Sprintf("sample/argument/kpi%d", i+1)], texts[fmt.Sprintf("sample/argument/kpi%d/label", i+1)]
			if number == nil || label == nil {
				t.Fatalf("%q: figure %d is not there", c.kpis, i+1)
			}
			n, w := number.Lines[0], label.Lines[0]
			if beside := w.X() >= n.Right() && label.Lines[0].Baseline <= n.Baseline; beside != c.beside {
				t.Errorf("%s: the label stands at %.0f, %.0f, the figure ends at %.0f, %.0f", c.kpis[i], float64(w.X()), float64(w.Baseline), float64(n.Right()), float64(n.Baseline))
			}
			if size := n.Runs[0].Size; size < c.least {
				t.Errorf("%s: the figure is %.0f pt", c.kpis[i], float64(size))
			}
			if w.X() != texts["sample/argument/kpi1/label"].Lines[0].X() {
				t.Errorf("%s: the labels begin at different places", c.kpis[i])
			}
		}
	}
}

// TestOptionsThatNobodyHoldsMakeRoom: where they are half of all they share a narrower column, and what is held is set large.
func TestOptionsThatNobodyHoldsMakeRoom(t *testing.T) {
	positions := func(holders string) map[string]*scene.Text {
		deck, l := compiledSlides(t, nil, sample("      - positions:\n          id: p\n          title: Most expect the value to be divided\n          options:\n"+
			"            - {name: Newcomers, gloss: They take all}\n            - {name: Incumbents, gloss: They keep most}\n            - {name: Divided, gloss: Both keep a part}\n          holders:\n"+holders+"          source: s\n"), ".")
		if l.Failed(false) {
			t.Fatal(l.Problems())
		}
		return textsOf(deck)
	}
	one := positions("            - {by: Somebody, option: Divided, gloss: Too different for the market to be predicted}\n")
	a, b, held := one["sample.p/option1"].Lines[0], one["sample.p/option2"].Lines[0], one["sample.p/option3"].Lines[0]
	if a.X() != b.X() || b.Baseline <= a.Baseline || held.X() <= a.X() || held.Baseline > a.Baseline+20 {
		t.Errorf("the options stand at %.0f,%.0f, %.0f,%.0f and %.0f,%.0f", float64(a.X()), float64(a.Baseline), float64(b.X()), float64(b.Baseline), float64(held.X()), float64(held.Baseline))
	}
	if size := one["sample.p/1/gloss"].Lines[0].Runs[0].Size; size < 30 {
		t.Errorf("what is held is set at %.1f pt", float64(size))
	}
	two := positions("            - {by: Somebody, option: Divided, gloss: Too different}\n            - {by: Somebody else, option: Newcomers, gloss: All is theirs}\n")
	if x := two["sample.p/option2"].Lines[0].X(); x <= two["sample.p/option1"].Lines[0].X() || x >= two["sample.p/option3"].Lines[0].X() {
		t.Error("a single option that nobody holds has a column of its own")
	}
}

// TestTheDateOfAClaimStaysOnItsLine at every size of a scorecard.
func TestTheDateOfAClaimStaysOnItsLine(t *testing.T) {
	for n := 1; n <= 8; n++ {
		deck, l := compiledSlides(t, nil, sample("      - scorecard:\n          id: s\n          title: Claims are held to their dates\n          items:\n"+
			strings.Repeat("            - {claim: A claim, by_when: 2023-12, test: A test, outcome: kept, result: As promised}\n", n)), ".")
		if l.Failed(false) {
			t.Fatal(l.Problems())
		}
		if due := textsOf(deck)["sample.s/1/due"]; due == nil || len(due.Lines) != 1 {
			t.Errorf("%d claims: the date stands on %v", n, due)
		}
	}
}
