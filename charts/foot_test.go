package charts

import (
	"fmt"
	"strings"
	"testing"

	"roadshow/internal/diag"
	"roadshow/scene"
)

// TestNamesBelowALineAreAllPrinted: what is no date cannot be guessed from its neighbours.
func TestNamesBelowALineAreAllPrinted(t *testing.T) {
	for _, names := range []string{
		"Seed capital|Pilot customers|First factory|Second factory|Listed company|Group of companies",
		"Alpha|A name that is rather longer|Beta|Gamma|Delta",
		"Customers in Germany|Customers in Austria|Customers in Switzerland",
		"North|East|South|West|Centre|Islands|Abroad",
	} {
		for _, table := range []string{row(names, "|V", func(i int) string { return fmt.Sprintf("|%d", 10+i*i) }),
			row(names, "|Northern division|Southern division", func(i int) string { return fmt.Sprintf("|%d|%d", 10+i*i, 30-i) })} {
			for _, m := range []scene.Medium{scene.Document, scene.Slides} {
				widths := []scene.Pt{320.85, 480}
				if m == scene.Slides {
					widths = []scene.Pt{424, 570} // narrower ones leave names of the least size out, and say so
				}
				for _, w := range widths {
					st := style(t, "paper", m)
					var l diag.List
					s := specOf("line", table)
					judged := judge(s, &l)
					c := Draw(judged, scene.Rect{X: 48, Y: 100, W: w, H: 220}, st, &l)
					checkGeometry(t, c, st)
					said := strings.ReplaceAll(strings.Join(texts(c), " "), "  ", " ")
					missing := 0
					for _, word := range strings.FieldsFunc(names, func(r rune) bool { return r == ' ' || r == '|' }) {
						if !strings.Contains(said, word) {
							missing++
						}
					}
					if missing > 0 || l.Len() > 0 {
						t.Errorf("%v %.0f %q: %d words are missing of %q: %v", m, float64(w), names, missing, said, l.Problems())
					}
				}
			}
		}
	}
}

// TestNamesThatDoNotFitBelowALineAreReported at the chart's kind.
func TestNamesThatDoNotFitBelowALineAreReported(t *testing.T) {
	var names []string
	for i := range 40 {
		names = append(names, fmt.Sprintf("Subsidiary number %d", i))
	}
	s := specOf("line", row(strings.Join(names, "|"), "|V", func(i int) string { return fmt.Sprintf("|%d", 10+i*7%11) }))
	s.KindAt = diag.Span{File: "briefing.yaml", Line: 7, Col: 3}
	var l diag.List
	judged := judge(s, &l)
	Draw(judged, style0(t).frame, style0(t).st, &l)
	if l.Len() != 1 || l.Problems()[0].Code != "W-LABEL" || l.Problems()[0].At.Line != 7 {
		t.Errorf("%v", l.Problems())
	}
}

func specOf(kind, text string) *Spec { return &Spec{Kind: kind, Table: tab(text)} }

// row builds a table of names with cells behind them.
func row(names, head string, cells func(i int) string) string {
	out := "Name" + head
	for i, n := range strings.Split(names, "|") {
		out += "\n" + n + cells(i)
	}
	return out
}
