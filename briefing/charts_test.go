package briefing_test

import (
	"fmt"
	"strings"
	"testing"
)

func TestAChartsProblemsPointAtTheKeys(t *testing.T) {
	for key, line := range map[string]string{
		"highlight": "highlight: Nobody", "x": "x: Nothing", "y": "y: Nothing", "totals": "totals: [Nowhere]", "scenario": "scenario: {Nobody: plan}", "scale": "scale: log",
	} {
		kind := "column"
		switch key {
		case "totals":
			kind = "waterfall"
		case "x", "y":
			kind = "bar"
		}
		src := frame("data:\n  t: {file: t.csv}\n", "evidence:\n  - chart:\n      title: A chart\n      kind: "+kind+"\n      data: t\n      "+line+"\n")
		b := must(t, src, files{"t.csv": "Name,Value\nA,1\nB,2\nC,3\n"})
		l := b.Themes[0].Evidence[0].Chart("").Problems
		if l.Len() == 0 {
			t.Errorf("%s: no problem", key)
			continue
		}
		p := l.Problems()[0]
		lines := strings.Split(src, "\n")
		at := fmt.Sprintf("%s:%d:%d", p.At.File, p.At.Line, p.At.Col)
		if p.At.Line < 1 || !strings.Contains(lines[p.At.Line-1], line) || p.At.Col <= 11 {
			t.Errorf("%s: reported at %s: %s", key, at, p.Summary)
		}
	}
}

func TestAChartSpeaksTheBriefingsLanguage(t *testing.T) {
	chart := "evidence:\n  - chart:\n      title: 标题\n      values: {甲: 1, 乙: 2}\n"
	if got := must(t, frame("language: zh\n", chart), nil).Themes[0].Evidence[0].Chart("").Language; got != "zh" {
		t.Errorf("%q", got)
	}
}
