package charts

import (
	"strings"
	"testing"

	"roadshow/internal/diag"
	"roadshow/scene"
)

func TestSecondPartOfEveryNameStandsBelowTheFirst(t *testing.T) {
	g := style0(t)
	c := drawnOn(t, &Spec{Kind: "column", Title: "T", Table: tab("Model|Share\nHome average, March|20%\nHome average, May|50%")}, g.frame, g.st)
	if got := strings.Join(texts(c), "|"); !strings.Contains(got, "Home average|March") {
		t.Errorf("the pair is not set on two lines: %s", got)
	}
	c = drawnOn(t, &Spec{Kind: "column", Title: "T", Table: tab("Model|Share\nHome average, March|20%\nAbroad|50%")}, g.frame, g.st)
	if got := strings.Join(texts(c), "|"); strings.Contains(got, "|March") {
		t.Errorf("one name without a second part must leave all names whole: %s", got)
	}
}

func TestTheYearOfQuartersStandsWhereItChanges(t *testing.T) {
	g := style0(t)
	c := drawnOn(t, &Spec{Kind: "column", Title: "T", Table: tab("Quarter|Sales\n2022-Q3|10\n2022-Q4|12\n2023-Q1|13\n2023-Q2|15")}, g.frame, g.st)
	if got := strings.Join(texts(c), "|"); !strings.HasSuffix(got, "Q3 2022|Q4|Q1 2023|Q2") {
		t.Errorf("quarters are %s", got)
	}
}

func TestAReferenceStandsAboveLyingBars(t *testing.T) {
	g := style0(t)
	s := &Spec{Kind: "range", Title: "T", Table: tab("Bid|From|To\nAlder|40|50\nBirch|46|58\nCedar|30|38"),
		Annotations: []Annotation{{Kind: "reference", Value: val(t, "45"), Label: "The least"}}}
	c := drawnOn(t, s, g.frame, g.st)
	name, row := wordsAt(t, c, "The least"), wordsAt(t, c, "Alder")
	if name.Bottom() > row.Y {
		t.Errorf("the name of the reference is at %v, the first row at %v", name, row)
	}
}

func TestADifferenceDoesNotFillTheGapItStandsIn(t *testing.T) {
	g := style0(t)
	g.frame.W = 200
	s := &Spec{Kind: "column", Title: "T", Table: tab("Year|Sales\n2019|110\n2020|115\n2021|117\n2022|150\n2023|940"),
		Annotations: []Annotation{{Kind: "difference", From: "2022", To: "2023"}}}
	c := drawnOn(t, s, g.frame, g.st)
	words := wordsAt(t, c, "+790")
	scene.Walk(c.Drawing, func(it scene.Item) {
		if sh, ok := it.(*scene.Shape); ok && sh.Fill.Color.Token == "accent" {
			if b := sh.Path.Bounds(); b.H > 50 && b.Inset(-1).Overlaps(words) {
				t.Errorf("the difference at %v meets the column at %v", words, b)
			}
		}
	})
}

func TestEveryValueOfAShortAreaIsPrintedAndNoAxis(t *testing.T) {
	g := style0(t)
	c := drawnOn(t, &Spec{Kind: "area", Title: "T", Table: tab("Month|Logs\n2022-01|62\n2022-04|71\n2022-07|84\n2022-10|96")}, g.frame, g.st)
	if len(c.Axes[0].Ticks) > 0 {
		t.Errorf("the axis is drawn beside values at every point: %v", c.Axes[0].Ticks)
	}
	for _, v := range []string{"62", "71", "84", "96"} {
		wordsAt(t, c, v)
	}
}

func TestAStepWithinOneMonthIsAMilestone(t *testing.T) {
	g := style0(t)
	c := drawnOn(t, &Spec{Kind: "gantt", Title: "T", Table: tab("Step|Start|End\nBuild|2023-01|2023-06\nHandover|2023-07|2023-07")}, g.frame, g.st)
	if got := strings.Join(texts(c), "|"); !strings.Contains(got, "Jul 2023") || strings.Contains(got, "Jul – Jul") {
		t.Errorf("labels are %s", got)
	}
}

func TestSteepLinesAreBankedTowards45Degrees(t *testing.T) {
	g := style0(t)
	height := func(rows string) scene.Pt {
		return Height(Judge(Spec{Kind: "line", Title: "T", Table: tab("Year|Sales\n" + rows)}), g.st, 320)
	}
	usual := height("2018|5")
	flat := height("2018|1\n2019|1.01\n2020|1.02\n2021|1.03\n2022|1.04\n2023|9")
	steep := height("2018|0\n2019|9\n2020|0\n2021|9\n2022|0\n2023|9")
	if !(steep < usual && usual < flat) {
		t.Errorf("a steep line is %v high, a flat one %v, a usual one %v", steep, flat, usual)
	}
	if least := usual - 0.3*(usual-110); steep < least-1 {
		t.Errorf("banking is a preference: %v is below %v", steep, least)
	}
}

func TestAValueKeepsOffTheLineOfAReference(t *testing.T) {
	g := style0(t)
	s := &Spec{Kind: "dot", Title: "T", Table: tab("Mill|Hours\nFir|72\nAlder|44\nElder|31"),
		Annotations: []Annotation{{Kind: "reference", Value: val(t, "48"), Label: "Two days"}}}
	c := drawnOn(t, s, g.frame, g.st)
	words := wordsAt(t, c, "44")
	scene.Walk(c.Drawing, func(it scene.Item) {
		if sh, ok := it.(*scene.Shape); ok && len(sh.Stroke.Dash) > 0 && sh.Path.Bounds().X > words.X-2 && sh.Path.Bounds().X < words.Right()+2 {
			t.Errorf("the value at %v stands on the dotted line at %v", words, sh.Path.Bounds())
		}
	})
}

func TestValuesInAPanelAreSmall(t *testing.T) {
	st := style(t, "paper", scene.Slides)
	judged := Judge(Spec{Kind: "column", Title: "T", Table: tab("Year|Output\n2020|30\n2021|33\n2022|41")})
	judged.Share = &Domain{Min: 0, Max: 44, Label: "44"}
	c := Draw(judged, scene.Rect{X: 48, Y: 200, W: 420, H: 130}, st, &diag.List{})
	if h := wordsAt(t, c, "41").H / 0.9; h > 12 {
		t.Errorf("a value is set in %v pt in a panel 130 high", h)
	}
}
