package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"
)

// copyWithoutChinese copies an outline's folder and replaces every stretch of Han characters by Latin letters of about the
// same width, so that the two builds differ in the Chinese faces only. Lines that only name somebody in Chinese go.
func copyWithoutChinese(to, from string) error {
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		return err
	}
	return filepath.WalkDir(to, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".yaml" {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		var b strings.Builder
		for line := range strings.Lines(string(text)) {
			if strings.HasPrefix(strings.TrimSpace(line), "name_zh:") || strings.HasPrefix(strings.TrimSpace(line), "seal:") {
				continue
			}
			for _, r := range line {
				if unicode.Is(unicode.Han, r) {
					b.WriteString("Qi")
					continue
				}
				b.WriteRune(r)
			}
		}
		return os.WriteFile(path, []byte(b.String()), 0o666)
	})
}

// The lengths that make about 20 and about 200 pages.
const (
	shortLength = 2
	longLength  = 40
)

// Themes of the generated decks: 20 slides and 8 charts, 200 and 96.
const (
	deckThemes  = 2
	decksThemes = 24
)

// themes is the number of chapters; what grows is their length.
const themes = 8

// writeGenerated writes an outline of eight themes with length sections each: a cross-heading with an argument of half a
// page in a Markdown file, a quotation, and after every fourth a chart or a table.
func writeGenerated(folder string, length int) error {
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	var b strings.Builder
	b.WriteString(head)
	n := 0
	for i := 1; i <= themes; i++ {
		fmt.Fprintf(&b, theme, i, i, i)
		var prose strings.Builder
		for j := 1; j <= length; j++ {
			fmt.Fprintf(&prose, argument, j)
			fmt.Fprintf(&b, quote, i, j)
			switch n++; n % 8 {
			case 0:
				fmt.Fprintf(&b, chart, 10+n, 40+n%7, 25+n%5)
			case 4:
				fmt.Fprintf(&b, table, i)
			}
		}
		file := filepath.Join(folder, fmt.Sprintf("theme%d.md", i))
		if err := os.WriteFile(file, []byte(prose.String()), 0o666); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(folder, "briefing.yaml"), []byte(b.String()), 0o666)
}

const head = `title: Generated outline
standfirst: The same sections again and again, to see how time and memory grow with the number of pages
date: 2025-01-31
sources:
  survey: {title: A survey made for measuring, date: 2024}
figures:
  share: {label: of those asked, value: over 70%, basis: sample}
  cost: {label: a year and team, value: about $80m, basis: sample}
  span: {label: from order to delivery, value: 40 to 50 weeks, basis: sample}
themes:
`

const theme = `  - name: Theme %d
    claim: Claim number %d says that demand outran supply for most of the year
    standfirst: Orders rose in every quarter while deliveries stayed where they were, and the gap was paid for in waiting time.
    kpis: [share, cost, span]
    argument: {file: theme%d.md}
    evidence:
`

const argument = `## Section %d

Buyers signed early because nobody could promise them a date. Of those asked, $share had changed a plan for want of
capacity, and the median wait was $span. The cost of waiting came to $cost for a team of ordinary size.

Suppliers answered in three ways. They rationed, they raised prices, and they moved buyers to older equipment. None of
the three made anything new, so the queue simply changed its shape. What helped in the end was patience.

The next question is who keeps the difference. Contracts signed in this period run for years, and their prices were
set when the queue was longest. Whoever can reopen them will do so; whoever cannot will carry the cost for some time.
The same holds for those who lent against the contracts: what they took for security was a place in the queue.

Nothing in the answers suggests that this year will differ. New capacity was announced everywhere and finished nowhere;
the power to run it has to be found first. Those who planned for a shortage have one, and those who did not have one
as well, at a higher price. The difference between them is that the first can say what it costs.

`

const quote = `      - quote:
          text: We waited until the plan that needed the machines was no longer our plan.
          by: Buyer %d, section %d
`

const chart = `      - chart:
          title: Deliveries stood still while orders rose
          measure: Orders
          unit: thousand, 2024
          kind: column
          sticker: sample
          values: {Q1: %d, Q2: %d, Q3: %d}
`

const table = `      - table:
          title: Three answers to the queue had three different prices
          columns: [{head: Answer}, {head: Who paid}, {head: How long it lasted}]
          rows:
            - [Rationing, small buyers, two quarters]
            - [Higher prices, everybody, the whole year]
            - [Older equipment, the users of theme %d, until the next order]
`

// writeDeck writes an outline whose slides are a divider, an argument, four charts and three quotations a theme: two themes
// make twenty slides with eight charts, of four kinds.
func writeDeck(folder string, n int) error {
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	var b strings.Builder
	b.WriteString(head)
	for i := 1; i <= n; i++ {
		fmt.Fprintf(&b, deckTheme, i, i)
		for j, kind := range []string{"column", "bar", "line", "dot"} {
			fmt.Fprintf(&b, deckChart, i, j, kind, 10+i+j, 24+j, 31+2*i%9, 18+j)
		}
		for j := range 3 {
			fmt.Fprintf(&b, quote, i, j)
		}
	}
	return os.WriteFile(filepath.Join(folder, "briefing.yaml"), []byte(b.String()), 0o666)
}

const deckTheme = `  - name: Theme %d
    claim: Claim number %d says that demand outran supply
    points:
      - {heading: Orders rose, text: In every quarter buyers asked for more than in the one before.}
      - {heading: Deliveries did not, text: The gap was paid for in waiting time.}
    evidence:
`

const deckChart = `      - chart:
          title: Chart %d.%d shows orders of a sample
          kind: %s
          measure: Orders
          unit: thousands
          source: survey
          sticker: sample
          values: {Q1 2024: %d, Q2 2024: %d, Q3 2024: %d, Q4 2024: %d}
`
