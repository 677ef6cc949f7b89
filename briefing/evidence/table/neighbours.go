package table

import (
	"slices"
	"strings"

	"roadshow/briefing/evidence/value"
)

// neighbours lets a column say what one of its cells leaves open: where a cell can be nothing but a code or a score, its like are
// none but text. Beside 16a, 16b is no billion; beside PC 17599, CA 2144 is not about 2,144; beside 3-1, 1-2 is no range. What
// the author calls a number stays one.
func neighbours(head []Cell, rows [][]Cell, o TableOptions) {
	for x := 1; x < len(head); x++ {
		if slices.ContainsFunc(o.Types, func(t TypedColumn) bool { return t.Name == head[x].Text }) {
			continue
		}
		var text [likes]*Form
		some := false
		for _, cells := range rows {
			if form, certain := likeOf(&cells[x]); certain && text[form] == nil {
				text[form], some = &Form{Kind: TextCell}, true
			}
		}
		if !some {
			continue
		}
		for _, cells := range rows {
			if form, _ := likeOf(&cells[x]); text[form] != nil {
				cells[x].Form = text[form]
			}
		}
	}
}

// like is a form of text that numbers share with codes and scores.
type like uint8

const (
	other like = iota
	lettered
	prefixed
	scored
	likes
)

// likeOf is the form of a cell, and whether this one can be no number.
func likeOf(c *Cell) (form like, certain bool) {
	if c.Form == nil || c.Form.Kind != DataCell || len(c.Text) > 40 {
		return other, false
	}
	switch a, b := score(c.Text); {
	case isLettered(c.Text):
		return lettered, IsCode(c.Text)
	case isPrefixed(c.Text):
		_, err := c.Read(value.Unit{})
		return prefixed, err != nil
	case a != "" && b != "":
		return scored, len(a) > len(b) || len(a) == len(b) && a > b // no range falls
	}
	return other, false
}

// isLettered says that a text is digits and one letter: 16a, 16b.
func isLettered(text string) bool {
	body := strings.TrimLeft(text, "0123456789")
	return len(body) == 1 && value.AsciiLetter(body[0]) && len(text) > 1
}

// isPrefixed says that capitals stand before a number: PC 17599, A/5 21171.
func isPrefixed(text string) bool {
	before, number, ok := strings.Cut(text, " ")
	return ok && before != "" && before[0] >= 'A' && before[0] <= 'Z' && strings.Trim(before, "ABCDEFGHIJKLMNOPQRSTUVWXYZ./0123456789") == "" &&
		number != "" && strings.Trim(number, "0123456789") == ""
}

// score parts two short numbers with a dash between them: 3-1.
func score(text string) (a, b string) {
	a, b, ok := strings.Cut(strings.ReplaceAll(text, "–", "-"), "-")
	a, b = strings.TrimSpace(a), strings.TrimSpace(b)
	if !ok || len(a) > 3 || len(b) > 3 || strings.Trim(a+b, "0123456789") != "" {
		return "", ""
	}
	return a, b
}
