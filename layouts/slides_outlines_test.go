package layouts

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
)

// outlineGen writes outlines from a seed.
type outlineGen struct {
	rng   *rand.Rand
	b     strings.Builder
	zh    bool
	over  bool // some texts are over their budget
	kinds []string
}

func (g *outlineGen) n(lo, hi int) int           { return lo + g.rng.IntN(hi-lo+1) }
func (g *outlineGen) yes(percent int) bool       { return g.rng.IntN(100) < percent }
func (g *outlineGen) pick(list ...string) string { return list[g.rng.IntN(len(list))] }

func (g *outlineGen) line(depth int, format string, args ...any) {
	g.b.WriteString(strings.Repeat("  ", depth))
	fmt.Fprintf(&g.b, format, args...)
	g.b.WriteByte('\n')
}

const latinWords = "a an the of to in by for who and but not is was can may sells machines capital founders customers infrastructure commercialisation " +
	"start-ups GPT-4 AGI RMB Wang Huiwen Baichuan Intelligence value splits shares threshold emergence models domestic accuracy doubled within months " +
	"counterparties interoperability wavelength fjord jazz quickly pay; rent, price: market: “moat” China’s O’Neill 1970s Q3 10–12% 20% W Mmmm iii lll"

const hanWords = "大模型创业者已经在十字路口集合通用人工智能资本算力价值分配谁来买单机器客户收入增长融资团队研究产品"

// text is words of up to a budget of characters, quoted for YAML.
func (g *outlineGen) text(budget int) string {
	n := max(3, budget*g.n(15, 100)/100)
	if g.over && g.yes(15) {
		n = budget * g.n(105, 170) / 100
	}
	if g.zh && g.yes(80) {
		han := []rune(hanWords)
		var out []rune
		for len(out) < max(2, n/2) {
			out = append(out, han[g.rng.IntN(len(han))])
			if g.yes(6) {
				out = append(out, '，')
			}
			if g.yes(4) {
				out = append(out, []rune("GPT-4")...)
			}
		}
		return strconv.Quote(strings.Trim(string(out), "，"))
	}
	list := strings.Fields(latinWords)
	var out string
	for {
		w := list[g.rng.IntN(len(list))]
		if len([]rune(out))+1+len([]rune(w)) > n {
			break
		}
		out = strings.TrimSpace(out + " " + w)
	}
	if out == "" {
		out = "A"
	}
	return strconv.Quote(out)
}

func (g *outlineGen) outline() []byte {
	g.zh, g.over = g.yes(15), g.yes(20)
	g.line(0, "title: %s", g.text(45))
	g.line(0, "date: 2023-05-31")
	if g.zh {
		g.line(0, "language: zh")
	}
	if g.yes(70) {
		g.line(0, "standfirst: %s", g.text(110))
	}
	g.line(0, "sources:")
	for i := range g.n(1, 3) {
		g.line(1, "s%d: {title: %s, date: 2023}", i+1, g.text(80))
	}
	g.line(0, "people:")
	for i := range 14 {
		g.line(1, "p%d: {name: %s, role: %s, org: %s}", i+1, strconv.Quote("Wang Number "+strconv.Itoa(i+1)), g.text(40), g.text(28))
	}
	g.line(0, "figures:")
	for i, v := range []string{"20%", "over 70%", "about $80m", "RMB 1 to 2m", "40 to 50 bn parameters", "31 months"} {
		g.line(1, "f%d: {label: %s, value: %s, source: s1}", i+1, g.text(60), strconv.Quote(v))
	}
	if g.yes(40) {
		g.line(0, "summary:")
		g.line(1, "points:")
		for range g.n(3, 5) {
			g.line(2, "- {lead: %s, text: %s}", g.text(60), g.text(160))
		}
		if g.yes(60) {
			g.line(1, "kpis: [f1, f3, f4]")
		}
		if g.yes(60) {
			g.line(1, "call: %s", g.text(90))
		}
	}
	g.line(0, "themes:")
	for i := range g.n(1, 3) {
		g.line(1, "- name: %s", g.text(18))
		g.line(2, "id: t%d", i+1)
		g.line(2, "claim: %s", g.text(90))
		if g.yes(60) {
			g.line(2, "standfirst: %s", g.text(220))
		}
		if g.yes(50) {
			g.line(2, "points:")
			for range g.n(2, 4) {
				g.line(3, "- {heading: %s, text: %s}", g.text(34), g.text(150))
			}
		}
		if g.yes(40) {
			g.line(2, "kpis: [%s]", g.pick("f1", "f1, f2", "f2, f4, f5", "f6, f3"))
		}
		if g.yes(50) {
			g.line(2, "so_what: %s", g.text(90))
		}
		g.line(2, "source: %s", g.pick("s1", "s1", "[s1]"))
		g.line(2, "evidence:")
		for range g.n(1, 3) {
			g.block()
		}
	}
	if g.yes(30) {
		g.line(0, "contacts:")
		for range g.n(1, 4) {
			g.line(1, "- {name: %s, role: %s, email: somebody@example.com}", g.text(24), g.text(30))
		}
	}
	return []byte(g.b.String())
}

// block writes one block of a random layout.
func (g *outlineGen) block() {
	all := []func(*outlineGen){genQuote, genQuotes, genTwoViews, genChart, genTwoCharts, genChartGrid, genKPIs, genTable, genMatrix, genQuadrant,
		genTimeline, genTimeline, genValueSplit, genPositions, genPeople, genClusters, genRisks, genWatch, genScorecard, genAsks, genStatement, genText, genImage}
	all[g.rng.IntN(len(all))](g)
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
	for range g.n(2, 8) {
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

// chart writes the fields of a chart at a depth.
func (g *outlineGen) chart(depth int, kind string, most int) {
	g.line(depth, "kind: %s", kind)
	g.line(depth, "measure: %s", g.text(40))
	if g.yes(70) {
		g.line(depth, "unit: %s", g.pick(`"%"`, "RMB m", "$ bn", "companies", `"%, 2023"`))
	}
	g.line(depth, "values:")
	for i := range g.n(2, most) {
		name := g.text(26)
		g.line(depth+1, "%s: %s", name[:len(name)-1]+" "+strconv.Itoa(i+1)+`"`, g.pick("7", "12.5", "40", "33", "over 20", "about 9", "18", "100", "0", "n/a"))
	}
}

func genChart(g *outlineGen) {
	g.begin("chart")
	g.chart(inBlock, g.pick("auto", "column", "bar", "line", "dot"), 9)
	if g.yes(50) {
		g.line(inBlock, "comments:")
		for range g.n(1, 4) {
			g.line(inBlock+1, "- {heading: %s, text: %s}", g.text(34), g.text(150))
		}
	}
	if g.yes(40) {
		g.line(inBlock, "so_what: %s", g.text(90))
	}
}

func genTwoCharts(g *outlineGen) {
	g.begin("two_charts")
	g.line(inBlock, "charts:")
	g.panels(2, 6)
}

func genChartGrid(g *outlineGen) {
	g.begin("chart_grid")
	g.line(inBlock, "charts:")
	g.panels(g.n(3, 12), 4)
}

func (g *outlineGen) panels(n, most int) {
	kind := g.pick("column", "bar", "line")
	for range n {
		g.line(inBlock+1, "- title: %s", g.text(40))
		g.chart(inBlock+2, kind, most)
	}
}

func genKPIs(g *outlineGen) {
	g.begin("kpis")
	g.line(inBlock, "items:")
	for range g.n(2, 5) {
		g.line(inBlock+1, "- {value: %s, label: %s, note: %s}", g.pick(`"20%"`, `"RMB 1 to 2m"`, `"about $80m"`, `"31"`, `">70%"`), g.text(60), g.text(60))
	}
	if g.yes(30) {
		g.line(inBlock, "chart:")
		g.chart(inBlock+1, "bar", 3)
	}
}

func genTable(g *outlineGen) {
	g.begin("table")
	cols, rows := g.n(1, 8), g.n(1, 12)
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
				cells = append(cells, g.pick("7", "12.5", `"1,480"`, "n/a", `"over 20"`, "-3", "33%"))
			} else {
				cells = append(cells, g.text(words))
			}
		}
		g.line(inBlock+1, "- [%s]", strings.Join(cells, ", "))
	}
}

func genMatrix(g *outlineGen) {
	g.begin("matrix")
	options, criteria := g.n(2, 6), g.n(1, 9)
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
	for range g.n(1, 22) {
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
	for i := range g.n(1, 14) {
		g.line(inBlock+1, "- {date: %s, title: %s, text: %s, highlight: %t}", date(), g.text(22), g.text(48), i == lit)
	}
	if g.yes(50) {
		g.line(inBlock, "eras:")
		at := from
		for i := range g.n(1, 4) {
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
	segments, parties := g.n(1, 9), g.n(1, 4)
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
	options := g.n(2, 4)
	g.line(inBlock, "options:")
	for i := range options {
		g.line(inBlock+1, "- {name: Option %d, gloss: %s}", i+1, g.text(90))
	}
	if n := g.n(1, 8); n > 0 {
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
	for i := range g.n(1, 14) {
		ids = append(ids, "p"+strconv.Itoa(i+1))
	}
	g.line(inBlock, "people: [%s]", strings.Join(ids, ", "))
}

func genClusters(g *outlineGen) {
	g.begin("clusters")
	g.line(inBlock, "groups:")
	for range g.n(2, 6) {
		g.line(inBlock+1, "- name: %s", g.text(24))
		if g.yes(50) {
			g.line(inBlock+2, "gloss: %s", g.text(60))
		}
		g.line(inBlock+2, "members:")
		for range g.n(1, 12) {
			g.line(inBlock+3, "- {name: %s, tag: %s, highlight: %t}", g.text(22), g.text(14), g.yes(10))
		}
	}
}

func genRisks(g *outlineGen) {
	g.begin("risks")
	g.line(inBlock, "items:")
	for range g.n(1, 8) {
		g.line(inBlock+1, "- {risk: %s, why: %s, likelihood: %d, impact: %d, mitigation: %s, owner: %s}", g.text(70), g.text(110), g.n(1, 3), g.n(1, 3), g.text(110), g.text(24))
	}
}

func genWatch(g *outlineGen) {
	g.begin("watch")
	g.line(inBlock, "items:")
	for range g.n(1, 10) {
		g.line(inBlock+1, "- {when: %s, what: %s, signal: %s, direction: %s}", g.text(12), g.text(60), g.text(90), g.pick("up", "down", "both"))
	}
}

func genScorecard(g *outlineGen) {
	g.begin("scorecard")
	g.line(inBlock, "items:")
	for range g.n(1, 11) {
		g.line(inBlock+1, "- {claim: %s, by_when: %s, test: %s, outcome: %s, result: %s}", g.text(90), g.pick("2024", "2023-Q3", `"the next round"`), g.text(90),
			g.pick("kept", "partly", "missed", "open"), g.text(60))
	}
}

func genAsks(g *outlineGen) {
	g.begin("asks")
	g.line(inBlock, "items:")
	for range g.n(1, 10) {
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
	for range g.n(1, 12) {
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
