package layouts

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"roadshow/charts"
)

// number is a number of a table, quoted for YAML where it must be. Long ones need room: no table holds many columns of them.
func (g *outlineGen) number(cols int) string {
	if g.extreme && cols <= 5 && g.yes(50) {
		return strconv.Quote(g.pick("-1,234,567,890", "0.000001", "987,654,321.25", "0", "-0.5%", "over 1,000,000,000", "999,999 to 1,000,001"))
	}
	return g.pick("7", "12.5", `"1,480"`, "n/a", `"over 20"`, "-3", "33%")
}

// amount is a value that stands as a big number.
func (g *outlineGen) amount() string {
	if g.extreme && g.yes(50) {
		return strconv.Quote(g.pick("0", "-98.76%", "0.0001", "$1,234bn", "9,999,999", "0.1 to 0.2", "-1 to 1%"))
	}
	return g.pick(`"20%"`, `"RMB 1 to 2m"`, `"about $80m"`, `"31"`, `">70%"`)
}

// value is a value of a chart.
func (g *outlineGen) value() string {
	if g.extreme && g.yes(60) {
		return g.pick("0", "0.0004", "1200000000", "98765.4321", "3", "1000000", "0.5")
	}
	return g.pick("7", "12.5", "40", "33", "over 20", "about 9", "18", "100", "0", "n/a")
}

// amountOf is a value that is known and above zero: parts of a whole, stages, positions.
func (g *outlineGen) known() string {
	if g.extreme && g.yes(60) {
		return g.pick("0.0004", "1200000000", "98765.4321", "3", "1000000", "0.5")
	}
	return g.pick("7", "12.5", "40", "33", "9", "18", "100")
}

// parts are whole numbers that add up to a hundred.
func (g *outlineGen) parts(n int) []int {
	out, rest := make([]int, n), 100
	for i := range n {
		out[i] = g.n(1, max(1, (rest-(n-i-1))*2/3))
		if i == n-1 {
			out[i] = rest
		}
		rest -= out[i]
	}
	return out
}

// label is a name that no other of its list has, quoted. Charts refuse a name whose longest word has no room, so the words
// are of the usual lengths here; package charts tries others.
func (g *outlineGen) label(budget, i int) string {
	was := g.script
	if g.script == rough {
		g.script = latin
	}
	name := g.text(budget)
	g.script = was
	return name[:len(name)-1] + " " + strconv.Itoa(i+1) + `"`
}

// chartKind is how one kind's numbers are made: as values in the outline, or as a table with columns.
type chartKind struct {
	least, most int // rows
	columns     int // at most, in a data file; 0: values
	fixed       bool
	row         func(g *outlineGen, i, n int) []string
}

func many(value func(*outlineGen) string) func(g *outlineGen, i, n int) []string {
	return func(g *outlineGen, _, n int) []string {
		out := make([]string, n)
		for i := range out {
			out[i] = value(g)
		}
		return out
	}
}

// chartKinds are the numbers that each kind of chart is drawn from.
func chartKinds() map[string]chartKind {
	one, positive := many((*outlineGen).value), many((*outlineGen).known)
	span := many(func(g *outlineGen) string {
		lo := g.n(0, 60)
		return fmt.Sprintf("%d to %d", lo, lo+g.n(1, 40))
	})
	open := many(func(g *outlineGen) string { return g.pick("over 20", "over 45", "at least 12", "30", "40 to 50") })
	shares := func(g *outlineGen, _, n int) []string {
		var out []string
		for _, p := range g.parts(n) {
			out = append(out, strconv.Itoa(p)+"%")
		}
		return out
	}
	return map[string]chartKind{
		"auto": {least: 2, most: 9, row: one}, "column": {least: 1, most: 12, row: one}, "bar": {least: 1, most: 14, row: one},
		"line": {least: 2, most: 12, row: one}, "dot": {least: 1, most: 16, row: one}, "area": {least: 2, most: 10, row: positive},
		"threshold": {least: 1, most: 4, row: positive}, "range": {least: 1, most: 8, row: span}, "open_range": {least: 1, most: 6, row: open},
		"funnel": {least: 2, most: 6, row: positive}, "donut": {least: 2, most: 4}, "waffle": {least: 1, most: 3}, "waterfall": {least: 3, most: 9}, "gantt": {least: 1, most: 9},
		"grouped": {least: 1, most: 6, columns: 3, row: one}, "stacked": {least: 1, most: 7, columns: 5, row: positive}, "stacked_100": {least: 1, most: 6, columns: 4, row: shares},
		"slope": {least: 2, most: 8, columns: 2, fixed: true, row: positive}, "dumbbell": {least: 1, most: 12, columns: 2, fixed: true, row: positive},
		"mekko": {least: 2, most: 7, columns: 4}, "scatter": {least: 3, most: 16, columns: 2, fixed: true, row: positive},
		"bubble": {least: 3, most: 12, columns: 3, fixed: true, row: positive}, "heat": {least: 1, most: 9, columns: 8, row: one},
	}
}

// kindNames are the kinds that a chart may have.
func kindNames() []string {
	out := []string{"auto"}
	for _, k := range charts.Catalog() {
		out = append(out, k.Name)
	}
	return out
}

// chart writes the fields of a chart at a depth, with at most so many rows, and says how many it has.
func (g *outlineGen) chart(depth int, kind string, most int) (rows int) {
	g.kinds = append(g.kinds, "chart:"+kind)
	k := chartKinds()[kind]
	g.line(depth, "kind: %s", kind)
	g.line(depth, "measure: %s", g.text(40))
	rows = g.some(k.least, max(k.least, min(k.most, most)))
	switch {
	case k.columns == 0:
		g.values(depth, kind, rows)
	default:
		g.table(depth, kind, rows)
	}
	if kind == "threshold" {
		g.line(depth, "band: {from: 10, to: %d, label: %s}", g.n(11, 60), g.text(30))
	}
	return rows
}

// unit is a line that cells of any unit allow: one that contradicts them is refused.
func (g *outlineGen) unit(depth int) {
	if g.yes(70) {
		g.line(depth, "unit: %s", g.pick("companies", "average of the year", "\"companies, 2023\"", "number, at the end of 2023", "as reported"))
	}
}

// values writes a chart's numbers into the outline.
func (g *outlineGen) values(depth int, kind string, rows int) {
	var cells []string
	switch kind {
	case "donut", "waffle":
		g.line(depth, `unit: "%%"`)
		for _, p := range g.parts(rows + 1)[:rows] {
			cells = append(cells, strconv.Itoa(p)+"%")
		}
		if kind == "donut" {
			cells = nil
			for _, p := range g.parts(rows) {
				cells = append(cells, strconv.Itoa(p)+"%")
			}
		}
	case "waterfall":
		sum := 0
		for i := range rows - 1 {
			v := g.n(-20, 40)
			if i == 0 {
				v = g.n(30, 90)
			}
			sum += v
			cells = append(cells, strconv.Itoa(v))
		}
		cells = append(cells, strconv.Itoa(sum))
	case "gantt":
		for range rows {
			y, m := g.n(2019, 2023), g.n(1, 9)
			cells = append(cells, fmt.Sprintf("%d-%02d to %d-%02d", y, m, y+g.n(0, 1), g.n(m+1, 12)))
		}
	default:
		g.unit(depth)
		for i := range rows {
			cells = append(cells, chartKinds()[kind].row(g, i, 1)...)
		}
		someKnown(cells)
	}
	dated := (kind == "line" || kind == "area" || kind == "column") && g.yes(50)
	g.line(depth, "values:")
	for i, c := range cells {
		name := g.label(20, i)
		if dated {
			name = strconv.Itoa(2005 + i)
		}
		g.line(depth+1, "%s: %s", name, c)
	}
}

// table writes a chart's numbers into a data file.
func (g *outlineGen) table(depth int, kind string, rows int) {
	k := chartKinds()[kind]
	cols := k.columns
	if !k.fixed {
		cols = g.some(2, k.columns)
	}
	id := "d" + strconv.Itoa(len(g.files)+1)
	g.unit(depth)
	g.line(depth, "data: %s", id)
	var b strings.Builder
	line := func(cells []string) {
		for i, c := range cells {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(`"` + strings.ReplaceAll(c, `"`, "") + `"`)
		}
		b.WriteByte('\n')
	}
	head := []string{"Name"}
	if kind == "mekko" {
		head = append(head, "Size")
	}
	for i := range cols {
		name := bare(g.label(min(18, 48/cols), i))
		if kind == "slope" {
			name = strconv.Itoa(2018 + 5*i)
		}
		head = append(head, name)
	}
	line(head)
	sizes := g.parts(rows)
	for i := range rows {
		cells := []string{bare(g.label(20, i))}
		if kind == "mekko" {
			cells = append(cells, strconv.Itoa(sizes[i])+"%")
			for _, p := range g.parts(cols) {
				cells = append(cells, strconv.Itoa(p)+"%")
			}
		} else {
			row := k.row(g, i, cols)
			if i == 0 {
				someKnown(row)
			}
			cells = append(cells, row...)
		}
		line(cells)
	}
	g.files[id+".csv"] = b.String()
}

// someKnown gives a number to values of which none is known: a chart of nothing is refused.
func someKnown(cells []string) {
	if !slices.ContainsFunc(cells, func(c string) bool { return c != "n/a" }) {
		cells[0] = "7"
	}
}

func genChart(g *outlineGen) {
	g.begin("chart")
	names := kindNames()
	rows := g.chart(inBlock, names[g.rng.IntN(len(names))], 99)
	if g.yes(50) {
		g.line(inBlock, "comments:")
		for range g.some(1, 4) {
			g.line(inBlock+1, "- {heading: %s, text: %s}", g.text(34), g.text(150))
		}
	}
	if g.yes(40) {
		g.line(inBlock, "so_what: %s", g.text(90))
	}
	if g.yes(20) {
		height := g.pick("s", "m", "l")
		if rows > 9 { // a small plot has no room for so many names
			height = "l"
		}
		g.line(inBlock, "height: %s", height)
	}
}

func genTwoCharts(g *outlineGen) {
	g.begin("two_charts")
	g.line(inBlock, "charts:")
	g.panels(2, 6, "column", "bar", "line", "dot", "area", "range", "waterfall", "funnel")
}

func genChartGrid(g *outlineGen) {
	g.begin("chart_grid")
	g.line(inBlock, "charts:")
	g.panels(g.some(3, 12), 4, "column", "bar", "line", "dot", "area")
}

func (g *outlineGen) panels(n, most int, kinds ...string) {
	kind := g.pick(kinds...)
	for range n {
		g.line(inBlock+1, "- title: %s", g.text(40))
		g.chart(inBlock+2, kind, most)
	}
}
