package main

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
)

// writeFiles writes an outline and what it names.
func writeFiles(folder, outline string, files map[string]string) error {
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o666); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(folder, "briefing.yaml"), []byte(outline), 0o666)
}

// made repeats a line with its number in it.
func made(n int, line func(i int) string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(line(i))
	}
	return b.String()
}

const top = "title: Much of one thing\ndate: 2025-03-31\n"

const one = "themes:\n  - name: One\n    claim: Much of one thing costs in proportion\n    evidence:\n"

func each(format string) func(i int) string {
	return func(i int) string { return fmt.Sprintf(format, i) }
}

// manySlides writes 20 themes of statements, a small chart among every five.
func manySlides(folder string, n int) error {
	var b strings.Builder
	b.WriteString(top + "themes:\n")
	for t := range 20 {
		fmt.Fprintf(&b, "  - name: Theme %d\n    claim: Claim %d says one thing\n    evidence:\n", t, t)
		for i := range n / 20 {
			if i%5 == 4 {
				fmt.Fprintf(&b, "      - chart: {title: Chart %d.%d rose, sticker: sample, values: {2021: %d, 2022: %d}}\n", t, i, 10+i, 20+i)
				continue
			}
			fmt.Fprintf(&b, "      - statement: {text: Statement %d of theme %d says one thing}\n", i, t)
		}
	}
	return writeFiles(folder, b.String(), nil)
}

func manyThemes(folder string, n int) error {
	return writeFiles(folder, top+"themes:\n"+made(n, func(i int) string {
		return fmt.Sprintf("  - name: Theme %d\n    claim: Claim %d says one thing and no more\n    evidence:\n      - statement: {text: Statement of theme %d}\n", i, i, i)
	}), nil)
}

// manyPages writes 20 themes of prose in files.
func manyPages(folder string, n int) error {
	files := map[string]string{}
	outline := top + "figures:\n" + "  share: {label: of those asked, value: over 70%, basis: sample}\n  cost: {label: a year, value: about $80m, basis: sample}\n  span: {label: to delivery, value: 40 to 50 weeks, basis: sample}\nthemes:\n"
	for t := range 20 {
		files[fmt.Sprintf("t%d.md", t)] = made(n/20*12/10, each(argument))
		outline += fmt.Sprintf("  - {name: Theme %d, claim: Claim %d says one thing, argument: {file: t%d.md}}\n", t, t, t)
	}
	return writeFiles(folder, outline, files)
}

// rowsOf writes a data file of n rows under a chart.
func rowsOf(kind string) func(folder string, n int) error {
	return func(folder string, n int) error {
		return writeFiles(folder, top+"data:\n  d: {file: d.csv, note: made for measuring}\n"+one+
			"      - chart: {kind: "+kind+", title: A cloud of one sample, measure: Sample, sticker: sample, data: d}\n",
			map[string]string{"d.csv": cloud(kind, n)})
	}
}

// cloud is a table of n rows: two measures of a name each, or one over the time.
func cloud(kind string, n int) string {
	next := uint64(2025)
	draw := func() float64 { // even, 0 to 1
		next = next*6364136223846793005 + 1442695040888963407
		return float64(next>>11) / (1 << 53)
	}
	var b strings.Builder
	if kind == "scatter" {
		b.WriteString("name,size,speed\n")
	} else {
		b.WriteString("step,speed\n")
	}
	walk := 500.0
	for i := range n {
		r, a := math.Sqrt(-2*math.Log(1-draw())), 2*math.Pi*draw()
		if kind == "scatter" {
			fmt.Fprintf(&b, "p%d,%.2f,%.2f\n", i, 500+80*r*math.Cos(a), 300+40*r*math.Sin(a)+10*r*math.Cos(a))
			continue
		}
		walk += r * math.Cos(a)
		fmt.Fprintf(&b, "%d,%.2f\n", i, walk)
	}
	return b.String()
}

// cells writes n rows of which some are figures.
func cells(count int) func(folder string, n int) error {
	return func(folder string, n int) error {
		return writeFiles(folder, top+"data:\n  d: {file: d.csv, note: made for measuring}\nfigures:\n"+
			made(count, func(i int) string {
				return fmt.Sprintf("  f%d: {label: a cell, from: {data: d, row: p%d, column: speed}, basis: sample}\n", i, i*(n/count))
			})+one+"      - statement: {text: A cell says $f0}\n",
			map[string]string{"d.csv": cloud("scatter", n)})
	}
}

func manyTableRows(folder string, n int) error {
	return writeFiles(folder, top+one+"      - table:\n          title: A long table\n          sticker: sample\n          columns: [{head: Name}, {head: Says, type: num}, {head: Why}]\n          rows:\n"+
		made(n, func(i int) string {
			return fmt.Sprintf("            - [Row %d, %d, because of row %d]\n", i, 10+i%90, i)
		}), nil)
}

// plainWords deny nothing: a passage taken from them anywhere leaves no denial beside it.
const plainWords = "the market for machines rose while capital waited and everybody who sold them knew why prices had followed so late"

// prose is n KB of words among which every passage of twelve is another.
func prose(kb int) string {
	words := strings.Fields(plainWords)
	var b strings.Builder
	next := uint32(2023)
	for i := 0; b.Len() < kb<<10; i++ {
		next = next*1664525 + 1013904223
		b.WriteString(words[next>>16%uint32(len(words))])
		if i%12 == 11 {
			fmt.Fprintf(&b, " no%d.", i)
		}
		b.WriteByte(" \n"[min(1, max(0, i%200-198))])
	}
	return b.String()
}

// longSource writes a source of some KB and quotations from all over it.
func longSource(folder string, kb, quotes int) error {
	text := prose(kb)
	words := strings.Fields(text)
	return writeFiles(folder, top+"sources:\n  s: {title: A long book, file: s.txt, proofs: s.proofs.json}\n"+one+
		made(quotes, func(i int) string {
			at := i * (len(words) / (quotes + 1))
			return fmt.Sprintf("      - quote: {text: %q, by: Somebody}\n", strings.Join(words[at:at+13], " "))
		}), map[string]string{"s.txt": text})
}

func manyFigures(folder string, n int) error {
	return writeFiles(folder, top+"figures:\n"+made(n, func(i int) string {
		return fmt.Sprintf("  f%d: {label: figure %d, value: %d weeks, basis: sample}\n", i, i, 10+i)
	})+one+made(n, each("      - statement: {text: It took $f%d to do}\n")), nil)
}

func manyFormulas(folder string, n int) error {
	return writeFiles(folder, top+"figures:\n  f0: {label: the first, value: 10 weeks, basis: sample}\n  one: {label: a week, value: 1 week, basis: sample}\n"+
		made(n, func(i int) string {
			return fmt.Sprintf("  f%d: {label: figure %d, formula: f%d + one}\n", i+1, i+1, i/2)
		})+one+made(n, each("      - statement: {text: It took $f%d to do}\n")), nil)
}

func manySources(folder string, n int) error {
	return writeFiles(folder, top+"sources:\n"+made(n, func(i int) string {
		return fmt.Sprintf("  s%d: {title: The source of number %d, author: A. Writer, date: 2024}\n", i, i)
	})+one+made(n, each("      - statement: {text: \"It is said [@s%d]\"}\n")), nil)
}

func manyPeople(folder string, n int) error {
	return writeFiles(folder, top+"people:\n"+made(n, func(i int) string {
		return fmt.Sprintf("  p%d: {name: %s Writer, role: writes, org: A house}\n", i, name(i))
	})+one+made(n, func(i int) string {
		return fmt.Sprintf("      - quote: {text: Number %d says what the others say, by: p%d}\n", i, i)
	}), nil)
}

// name spells a number in letters.
func name(i int) string {
	return string(rune('A'+i/26/26%26)) + string(rune('a'+i/26%26)) + string(rune('a'+i%26))
}

func manyCharts(folder string, n int) error {
	kinds := []string{"column", "bar", "line", "dot"}
	return writeFiles(folder, top+one+made(n, func(i int) string {
		return fmt.Sprintf("      - chart: {title: Chart %d rose in four steps, kind: %s, sticker: sample, values: {2021: %d, 2022: %d, 2023: %d, 2024: %d}}\n",
			i, kinds[i%4], 10+i, 20+i, 30+i, 40+i)
	}), nil)
}

// manyMistakes is all wrong: what is reported must cost no more than what is right.
func manyMistakes(folder string, n int) error {
	return writeFiles(folder, top+one+made(n, each("      - statement: {txet: Statement %d, colour: red}\n")), nil)
}
