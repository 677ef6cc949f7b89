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

// decksCopies is the number of copies of a deck of twenty slides that make two hundred.
const decksCopies = 10

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

// writeDeck writes an outline for slides in n copies that differ in their words, numbers and dates. The first is two themes with an
// argument, eight charts of six kinds, eight quotations in two forms, two tables and a timeline of nine events: twenty slides.
// In a deck of several, copies have a ninth chart, six of them a tenth, and the later ones a statement in each theme: ten make two
// hundred slides with 96 charts.
func writeDeck(folder string, n int) error {
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	var b strings.Builder
	b.WriteString(head)
	for i := range n {
		charts := 8
		if n > 1 {
			charts = 9
			if i < 6 {
				charts = 10
			}
		}
		writeCopy(&b, i, charts)
	}
	return os.WriteFile(filepath.Join(folder, "briefing.yaml"), []byte(b.String()), 0o666)
}

func writeCopy(b *strings.Builder, i, charts int) {
	name, drawn := string(rune('A'+i)), 0
	for half := range 2 {
		part := name + string(rune('a'+half))
		fmt.Fprintf(b, deckTheme, part, deckSubjects[(i+half)%len(deckSubjects)])
		for drawn < (half+1)*charts/2 {
			fmt.Fprintf(b, deckChart, deckSubjects[(i+drawn)%len(deckSubjects)], name+string(rune('a'+drawn)), deckKinds[drawn%len(deckKinds)],
				10+i+drawn, 24+drawn, 31+(2*i+drawn)%9, 18+(i*drawn)%7)
			drawn++
			if half == 0 && drawn == 2 {
				fmt.Fprintf(b, deckTimeline, name, 1990+i, 1996+i%3, 1999, 2003+i%2, 2008, 2012+i%4, 2017, 2020, 2023+i%2)
			}
			if drawn%2 == 0 && drawn <= 8 {
				fmt.Fprintf(b, quote, i, drawn)
			}
		}
		fmt.Fprintf(b, deckTable, part, 14+i, 9+half, 8, 6+i%3)
		if i > 0 {
			fmt.Fprintf(b, deckStatement, part)
		}
	}
	fmt.Fprintf(b, deckQuotes, name)
}

var (
	deckKinds    = []string{"column", "bar", "line", "dot", "area", "donut", "column", "bar"}
	deckSubjects = []string{"orders", "deliveries", "prices", "queues", "contracts", "repairs", "returns"}
)

const deckTheme = `  - name: Theme %s
    claim: Claim %[1]s says that demand outran the supply of %[2]s
    points:
      - {heading: Orders rose, text: In every quarter buyers asked for more than in the one before.}
      - {heading: Deliveries did not, text: The gap was paid for in waiting time.}
    evidence:
`

const deckChart = `      - chart:
          title: A sample of %s, %s
          kind: %s
          measure: Orders
          unit: thousands
          source: survey
          sticker: sample
          values: {Q1 2024: %d, Q2 2024: %d, Q3 2024: %d, Q4 2024: %d}
`

const deckTable = `      - table:
          title: Answer %s to the queue had four different prices
          columns: [{head: Answer}, {head: Who paid}, {head: Weeks, type: num}, {head: How long it lasted}]
          sticker: sample
          rows:
            - [Rationing, small buyers, %d, two quarters]
            - [Higher prices, everybody who had not signed, %d, the whole year]
            - [Older equipment, the users, %d, until the next order came in and was refused]
            - [Patience, nobody, %d, "as long as it had to, which was longer than anybody had planned"]
`

const deckQuotes = `      - quotes:
          title: Four buyers of copy %s name the same worry
          items:
            - {text: A late machine costs me more than a dear one., by: A buyer}
            - {text: Tell me the week and I will pay for it., by: Another buyer}
            - {text: I have stopped asking for discounts. I ask for dates., by: A third}
            - {text: My customers forgive the price. They never forgive the wait., by: A fourth}
          sticker: sample
`

const deckStatement = `      - statement: {text: "Theme %s says it in a word: wait"}
`

const deckTimeline = `      - timeline:
          title: Supplier %s was sold twice before it delivered
          sticker: sample
          events:
            - {date: %d, title: First permit, text: For a hall by the port}
            - {date: %d, title: First sale, text: To a railway that needed the land}
            - {date: %d, title: A year of waiting, text: Nobody signed}
            - {date: %d, title: Second sale, text: To its own workers}
            - {date: %d, title: The crisis, text: Orders for ten years were cancelled in a week}
            - {date: %d, title: First machine, text: Two months early}
            - {date: %d, title: Second hall}
            - {date: %d, title: The queue, text: Orders for three years, highlight: true}
            - {date: %d, title: Rationing, text: Small buyers wait longest}
`
