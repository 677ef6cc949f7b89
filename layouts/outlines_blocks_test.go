package layouts

import (
	"fmt"
	"strconv"
	"strings"
)

// blockGens write one block of each layout.
func blockGens() map[string]func(*outlineGen) {
	return map[string]func(*outlineGen){"quote": genQuote, "quotes": genQuotes, "two_views": genTwoViews, "chart": genChart, "two_charts": genTwoCharts,
		"chart_grid": genChartGrid, "kpis": genKPIs, "table": genTable, "matrix": genMatrix, "quadrant": genQuadrant, "timeline": genTimeline,
		"value_split": genValueSplit, "positions": genPositions, "people": genPeople, "clusters": genClusters, "risks": genRisks, "watch": genWatch,
		"scorecard": genScorecard, "asks": genAsks, "statement": genStatement, "text": genText, "image": genImage}
}

// block writes one block of a random layout of the catalog; charts stand more often, as there are many kinds.
func (g *outlineGen) block() {
	kinds := Kinds()
	name := kinds[g.rng.IntN(len(kinds))].Name
	if g.yes(12) {
		name = "chart"
	}
	blockGens()[name](g)
}

const inBlock = 6

func (g *outlineGen) begin(kind string) {
	g.kinds = append(g.kinds, kind)
	g.line(4, "- %s:", kind)
	if kind != "quote" && kind != "statement" && (kind != "image" || g.yes(70)) {
		g.line(inBlock, "title: %s", g.text(110))
	}
	if g.yes(30) {
		g.line(inBlock, "note: %s", g.text(90))
	}
	if g.yes(12) {
		g.line(inBlock, "sticker: %s", g.pick("illustrative", "preliminary", "estimate", "sample"))
	}
}

func (g *outlineGen) by() string {
	if g.yes(60) {
		return "p" + strconv.Itoa(g.n(1, 14))
	}
	return strconv.Quote("Somebody " + strings.Trim(g.text(28), `"`))
}

func genQuote(g *outlineGen) {
	g.begin("quote")
	g.line(inBlock, "text: %s", g.text(280))
	g.line(inBlock, "by: %s", g.by())
	if g.yes(60) {
		g.line(inBlock, "gloss: %s", g.text(140))
	}
}

func genQuotes(g *outlineGen) {
	g.begin("quotes")
	g.line(inBlock, "items:")
	for range g.some(2, 8) {
		g.line(inBlock+1, "- {text: %s, by: %s}", g.text(150), g.by())
	}
}

func genTwoViews(g *outlineGen) {
	g.begin("two_views")
	for _, side := range []string{"left", "right"} {
		g.line(inBlock, "%s: {tag: %s, text: %s, by: %s}", side, g.text(12), g.text(170), g.by())
	}
	if g.yes(60) {
		g.line(inBlock, "common: %s", g.text(130))
	}
}

func genKPIs(g *outlineGen) {
	g.begin("kpis")
	g.line(inBlock, "items:")
	for range g.some(2, 5) {
		g.line(inBlock+1, "- {value: %s, label: %s, note: %s}", g.amount(), g.text(60), g.text(60))
	}
	if g.yes(30) {
		g.line(inBlock, "chart:")
		g.chart(inBlock+1, "bar", 3)
	}
}

func genTable(g *outlineGen) {
	g.begin("table")
	cols, rows := g.some(1, 8), g.some(1, 12)
	if g.yes(20) {
		rows = g.n(13, 40)
	}
	if g.yes(15) {
		cols = g.n(9, 12)
	}
	words := 120 / cols
	g.line(inBlock, "columns:")
	numeric := make([]bool, cols)
	for c := range cols {
		numeric[c] = c > 0 && g.yes(60)
		g.line(inBlock+1, "- {head: %s, type: %s}", g.text(min(24, words)), map[bool]string{true: "num", false: "text"}[numeric[c]])
	}
	g.line(inBlock, "rows:")
	for range rows {
		var cells []string
		for c := range cols {
			if numeric[c] {
				cells = append(cells, g.number(cols))
			} else {
				cells = append(cells, g.text(words))
			}
		}
		g.line(inBlock+1, "- [%s]", strings.Join(cells, ", "))
	}
}

func genMatrix(g *outlineGen) {
	g.begin("matrix")
	options, criteria := g.some(1, 6), g.some(1, 9)
	if g.yes(25) {
		options = g.n(7, 10) // stand below each other
	}

	var names []string
	for i := range options {
		names = append(names, fmt.Sprintf("{name: Option %d %s}", i+1, g.pick("", "build", "rent", "buy later")))
	}
	g.line(inBlock, "options: [%s]", strings.Join(names, ", "))
	g.line(inBlock, "criteria:")
	for range criteria {
		g.line(inBlock+1, "- %s", g.text(28))
	}
	g.line(inBlock, "cells:")
	for range criteria {
		var cells []string
		kind := g.n(0, 2)
		for range options {
			switch kind {
			case 0:
				cells = append(cells, strconv.Itoa(g.n(0, 4)))
			case 1:
				cells = append(cells, g.pick("yes", "no", "n/a"))
			default:
				cells = append(cells, g.text(40))
			}
		}
		g.line(inBlock+1, "- [%s]", strings.Join(cells, ", "))
	}
	if g.yes(50) {
		g.line(inBlock, "recommend: %s", strings.TrimSuffix(strings.TrimPrefix(names[g.n(0, options-1)], "{name: "), "}"))
	}
}

func genQuadrant(g *outlineGen) {
	g.begin("quadrant")
	for _, axis := range []string{"x", "y"} {
		g.line(inBlock, "%s: {low: %s, high: %s, name: %s}", axis, g.text(18), g.text(18), g.text(30))
	}
	if g.yes(60) {
		g.line(inBlock, "quadrants: [%s, %s, %s, %s]", g.text(22), g.text(22), g.text(22), g.text(22))
	}
	g.line(inBlock, "points:")
	sized := g.yes(40)
	for range g.some(1, 30) {
		size := ""
		if sized {
			size = fmt.Sprintf(", size: %d", g.n(1, 90))
		}
		g.line(inBlock+1, "- {name: %s, x: %.2f, y: %.2f%s, highlight: %t}", g.text(22), g.rng.Float64(), g.rng.Float64(), size, g.yes(10))
	}
}

func genTimeline(g *outlineGen) {
	g.begin("timeline")
	from, span := g.n(1990, 2020), g.n(1, 12)
	date := func() string {
		y := from + g.n(0, span)
		switch g.n(0, 4) {
		case 0:
			return strconv.Itoa(y)
		case 1:
			return fmt.Sprintf("%d-%02d", y, g.n(1, 12))
		case 2:
			return fmt.Sprintf("%d-%02d-%02d", y, g.n(1, 12), g.n(1, 28))
		case 3:
			return fmt.Sprintf("mid %d-%02d", y, g.n(1, 12))
		}
		return fmt.Sprintf("%d-%02d to %d-%02d", y, g.n(1, 6), y, g.n(7, 12))
	}
	lit := g.n(0, 12)
	g.line(inBlock, "events:")
	for i := range g.some(1, 14) {
		g.line(inBlock+1, "- {date: %s, title: %s, text: %s, highlight: %t}", date(), g.text(22), g.text(48), i == lit)
	}
	if g.yes(50) {
		g.line(inBlock, "eras:")
		at := from
		for i := range g.some(1, 4) {
			to := at + g.n(1, max(1, span/3))
			gloss := ""
			if i == 0 && g.yes(30) {
				gloss = ", gloss: " + g.text(110)
			}
			g.line(inBlock+1, "- {from: %d, to: %d, name: %s%s}", at, to, g.text(24), gloss)
			at = to + 1
		}
	}
	if g.yes(30) {
		g.line(inBlock, "scale_change: %d-06", from+span/2)
	}
}

func genValueSplit(g *outlineGen) {
	g.begin("value_split")
	segments, parties := g.some(1, 9), g.some(1, 4)
	if g.yes(60) {
		g.line(inBlock, "unit: %s", g.text(70))
	}
	g.line(inBlock, "segments:")
	for range segments {
		g.line(inBlock+1, "- {name: %s, size: %d}", g.text(20), g.n(1, 60))
	}
	g.line(inBlock, "parties:")
	for i := range parties {
		name := g.text(18)
		g.line(inBlock+1, "- %s", name[:len(name)-1]+" "+strconv.Itoa(i+1)+`"`)
	}
	g.line(inBlock, "shares:")
	for range segments {
		rest := 100
		var row []string
		for i := range parties {
			v := g.n(0, rest)
			if i == parties-1 {
				v = rest
			}
			rest -= v
			row = append(row, strconv.Itoa(v))
		}
		g.line(inBlock+1, "- [%s]", strings.Join(row, ", "))
	}
	if n := g.n(0, 2); n > 0 {
		g.line(inBlock, "callouts:")
		for range n {
			g.line(inBlock+1, "- {heading: %s, text: %s}", g.text(22), g.text(80))
		}
	}
}

func genPositions(g *outlineGen) {
	g.begin("positions")
	options := g.some(2, 4)
	g.line(inBlock, "options:")
	for i := range options {
		g.line(inBlock+1, "- {name: Option %d, gloss: %s}", i+1, g.text(90))
	}
	if n := g.some(1, 8); n > 0 {
		g.line(inBlock, "holders:")
		for range n {
			option := fmt.Sprintf("Option %d", g.n(1, options))
			if g.yes(20) {
				option = "[Option 1, Option 2]"
			}
			switch g.n(0, 2) {
			case 0:
				g.line(inBlock+1, "- {by: %s, option: %s, text: %s}", g.by(), option, g.text(110))
			case 1:
				g.line(inBlock+1, "- {by: %s, option: %s, gloss: %s}", g.by(), option, g.text(90))
			default:
				g.line(inBlock+1, "- {by: %s, option: %s, text: %s, gloss: %s}", g.by(), option, g.text(110), g.text(90))
			}
		}
	}
}

func genPeople(g *outlineGen) {
	g.begin("people")
	var ids []string
	for i := range g.some(1, 14) {
		ids = append(ids, "p"+strconv.Itoa(i+1))
	}
	g.line(inBlock, "people: [%s]", strings.Join(ids, ", "))
}

func genClusters(g *outlineGen) {
	g.begin("clusters")
	g.line(inBlock, "groups:")
	for range g.some(2, 6) {
		g.line(inBlock+1, "- name: %s", g.text(24))
		if g.yes(50) {
			g.line(inBlock+2, "gloss: %s", g.text(60))
		}
		g.line(inBlock+2, "members:")
		for range g.some(1, 12) {
			g.line(inBlock+3, "- {name: %s, tag: %s, highlight: %t}", g.text(22), g.text(14), g.yes(10))
		}
	}
}

func genRisks(g *outlineGen) {
	g.begin("risks")
	g.line(inBlock, "items:")
	for range g.some(1, 8) {
		g.line(inBlock+1, "- {risk: %s, why: %s, likelihood: %d, impact: %d, mitigation: %s, owner: %s}", g.text(70), g.text(110), g.n(1, 3), g.n(1, 3), g.text(110), g.text(24))
	}
}

func genWatch(g *outlineGen) {
	g.begin("watch")
	g.line(inBlock, "items:")
	for range g.some(1, 10) {
		g.line(inBlock+1, "- {when: %s, what: %s, signal: %s, direction: %s}", g.text(12), g.text(60), g.text(90), g.pick("up", "down", "both"))
	}
}

func genScorecard(g *outlineGen) {
	g.begin("scorecard")
	g.line(inBlock, "items:")
	for range g.some(1, 11) {
		g.line(inBlock+1, "- {claim: %s, by_when: %s, test: %s, outcome: %s, result: %s}", g.text(90), g.pick("2024", "2023-Q3", `"the next round"`), g.text(90),
			g.pick("kept", "partly", "missed", "open"), g.text(60))
	}
}

func genAsks(g *outlineGen) {
	g.begin("asks")
	g.line(inBlock, "items:")
	for range g.some(1, 10) {
		g.line(inBlock+1, "- {ask: %s, why: %s, owner: %s, by: %s}", g.text(90), g.text(140), g.text(24), g.pick("2024", "2023-06-30", `"the next round"`))
	}
}

func genStatement(g *outlineGen) {
	g.begin("statement")
	g.line(inBlock, "text: %s", g.text(130))
	if g.yes(60) {
		g.line(inBlock, "support: %s", g.text(160))
	}
}

func genText(g *outlineGen) {
	g.begin("text")
	g.line(inBlock, "text: |")
	for range g.some(1, 12) {
		para := strings.Trim(g.text(420), `"`)
		if g.yes(20) {
			para = "- " + para
		} else if g.yes(15) {
			para = "## " + strings.Trim(g.text(30), `"`)
		}
		g.line(inBlock+1, "%s", para)
		g.b.WriteByte('\n')
	}
}

func genImage(g *outlineGen) {
	g.begin("image")
	g.line(inBlock, "file: %s", g.pick("small.png", "tall.png", "wide.png"))
	g.line(inBlock, "alt: %s", g.text(100))
	if g.yes(50) {
		g.line(inBlock, "unit: %s", g.text(60))
	}
}
