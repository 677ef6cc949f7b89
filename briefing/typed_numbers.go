package briefing

import (
	"regexp"
	"strings"

	"roadshow/briefing/outline"
	"roadshow/internal/diag"
)

// TypedNumbers warns of numbers in prose that were typed by hand: as figures they would be traced and checked. Dates,
// ordinals, names such as GPT-4, list numbers and what stands between quotation marks are exempt.
func TypedNumbers(root *outline.Node, l *diag.List) {
	root.Each(func(n *outline.Node) {
		if n.Null || n.Field == nil || n.Field.Type != outline.Prose && n.Field.Type != outline.Rich || n.Text == "" {
			return
		}
		for _, at := range typedNumbers(n.Text) {
			l.Warn(n.Range(at[0], at[1]), "W-NUMBER", "make it a figure and write $name, so that it is traced and checked",
				"the number %s was typed by hand", n.Text[at[0]:at[1]])
		}
	})
}

// Patterns of what may hold digits without being a number that needs a proof.
var exempt = []*regexp.Regexp{
	regexp.MustCompile(`“[^”]*”|"[^"]*"`),                  // words of somebody else
	regexp.MustCompile(`\]\([^)]*\)|<[^>]*>|https?://\S+`), // addresses
	regexp.MustCompile(`\$[a-z][a-z0-9_]*|\[@[^\]]*\]`),    // figures and citations
	regexp.MustCompile(`(?m)^\s*\d+[.)]\s`),                // list numbers
	regexp.MustCompile(`\b\d{1,2}(st|nd|rd|th)\b`),         // ordinals
	regexp.MustCompile(`(?i)\b\d{1,2}\s+(january|february|march|april|may|june|july|august|september|october|november|december)\b(\s+\d{4})?`),
	regexp.MustCompile(`(?i)\b(january|february|march|april|may|june|july|august|september|october|november|december)\s+\d{1,2}\b(,?\s+\d{4})?`),
	regexp.MustCompile(`\b(19|20)\d\d([-–/](\d\d|(19|20)\d\d))?s?\b`),       // years
	regexp.MustCompile(`\b\d{4}-\d{2}(-\d{2})?\b`),                          // ISO dates
	regexp.MustCompile(`\b(Q[1-4]|H[12])\b`),                                // quarters and halves
	regexp.MustCompile(`[\pL_]+[-‑ ]?\d[\pL\d.]*(?:[-‑.]\d+)*|\d+[\pL]+\b`), // GPT-4, Series 2, 3D; words stuck to digits
	regexp.MustCompile(`[年月日]`),
}

// number is a run of digits with its sign, separators and percent sign.
var number = regexp.MustCompile(`[-−+]?(?:[$€£¥]\s?)?\d[\d,]*(?:\.\d+)?\s?(?:%|percent|per cent)?`)

// amounts are digits that a letter may touch and that are numbers all the same: $80m, 12bn, 20%.
var amounts = regexp.MustCompile(`(?:[$€£¥]|RMB\s?|CNY\s?|USD\s?)\d[\d,.]*\s?(?:k|m|bn|trn)?\b|\d[\d,.]*\s?(?:%|bn\b|trn\b|m\b|k\b|×|x\b)`)

// typedNumbers finds the places of hand-typed numbers in a text, as byte ranges.
func typedNumbers(text string) [][2]int {
	if !strings.ContainsAny(text, "0123456789") {
		return nil
	}
	masked := []byte(text)
	hide := func(from, to int) {
		for i := from; i < to; i++ {
			masked[i] = ' '
		}
	}
	var out [][2]int
	for i, re := range exempt {
		if i == 3 { // what follows would hide amounts: 20% of, 3m
			for _, m := range amounts.FindAllIndex(masked, -1) {
				from, to := m[0], m[1]
				out = append(out, [2]int{from, from + len(strings.TrimRight(text[from:to], " .,"))})
				hide(from, to)
			}
		}
		for _, m := range re.FindAllIndex(masked, -1) {
			hide(m[0], m[1])
		}
	}
	for _, m := range number.FindAllIndex(masked, -1) {
		from, to := m[0], m[1]
		out = append(out, [2]int{from, from + len(strings.TrimRight(text[from:to], " .,"))})
	}
	return out
}
