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

// shortThemes make about 20 pages.
const shortThemes = 8

// writeGenerated writes an outline of n themes, each with the same mix: argument, figures, quote, chart, table.
func writeGenerated(folder string, n int) error {
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	var b strings.Builder
	b.WriteString(`title: Generated outline
standfirst: The same theme again and again, to see how time and memory grow with the number of pages
date: 2025-01-31
sources:
  survey: {title: A survey made for measuring, date: 2024}
figures:
  share: {label: of those asked, value: over 70%, basis: sample}
  cost: {label: a year and team, value: about $80m, basis: sample}
  span: {label: from order to delivery, value: 40 to 50 weeks, basis: sample}
themes:
`)
	for i := 1; i <= n; i++ {
		fmt.Fprintf(&b, theme, i, i, i, 10+i, 40+i%7, 25+i%5, i)
	}
	return os.WriteFile(filepath.Join(folder, "briefing.yaml"), []byte(b.String()), 0o666)
}

const theme = `  - name: Theme %d
    claim: Claim number %d says that demand outran supply for most of the year
    standfirst: Orders rose in every quarter while deliveries stayed where they were, and the gap was paid for in waiting time.
    argument: |
      Buyers signed early because nobody could promise them a date. Of those asked, $share had changed a plan for want of
      capacity, and the median wait was $span. The cost of waiting came to $cost for a team of ordinary size.

      Suppliers answered in three ways. They rationed, they raised prices, and they moved buyers to older equipment. None of
      the three made anything new, so the queue simply changed its shape. What helped in the end was patience.

      The next question is who keeps the difference. Contracts signed in this period run for years, and their prices were
      set when the queue was longest. Whoever can reopen them will do so; whoever cannot will carry the cost for some time.
    kpis: [share, cost, span]
    evidence:
      - quote:
          text: We waited until the plan that needed the machines was no longer our plan.
          by: A buyer, theme %d
      - chart:
          title: Deliveries stood still while orders rose
          measure: Orders
          unit: thousand, 2024
          kind: column
          sticker: sample
          values: {Q1: %d, Q2: %d, Q3: %d}
      - table:
          title: Three answers to the queue had three different prices
          columns: [{head: Answer}, {head: Who paid}, {head: How long it lasted}]
          rows:
            - [Rationing, small buyers, two quarters]
            - [Higher prices, everybody, the whole year]
            - [Older equipment, the users of theme %d, until the next order]
`
