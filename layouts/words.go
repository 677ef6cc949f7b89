package layouts

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"roadshow/briefing/evidence"
	"roadshow/words"
)

func itoa(i int) string { return strconv.Itoa(i) }

func orWords(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// tongue is the table of the briefing's language.
func (k *Kit) tongue() *words.Table { return words.For(k.B.Language) }

// own are the words of covers, exhibits and the back matter.
func (k *Kit) own() *words.Page { return &k.tongue().Page }

// diagrams are the words of tables, timelines and other diagrams.
func (k *Kit) diagrams() *words.Diagram { return &k.tongue().Diagram }

// marks are the punctuation of what the program itself puts together.
func (k *Kit) marks() *words.Marks { return &k.tongue().Marks }

// date prints a date in full, in the briefing's language.
func (k *Kit) date(d evidence.Date) string { return d.In(k.tongue()) }

// sentence ends words with a full stop unless they end in a stop already.
func sentence(s string) string {
	s = strings.TrimSpace(s)
	if s == "" {
		return ""
	}
	last := []rune(strings.TrimRight(s, "”’“»\u202f\"')）」"))
	if len(last) > 0 && strings.ContainsRune(".!?。！？…", last[len(last)-1]) {
		return s
	}
	if len(last) > 0 && unicode.Is(unicode.Han, last[len(last)-1]) {
		return s + "。"
	}
	return s + "."
}

// partMark follows the title of a block that continues: " (2 of 3)".
func (k *Kit) partMark(part, of int) string { return words.With(k.own().PartOf, itoa(part), itoa(of)) }

// upperFirst capitalises the first letter.
func upperFirst(s string) string {
	r := []rune(s)
	if len(r) > 0 {
		r[0] = unicode.ToUpper(r[0])
	}
	return string(r)
}

// altOf is the alternative text of an exhibit that is made of words: what it is, and what it claims.
func (k *Kit) altOf(what, claim string) string {
	if claim == "" {
		return what
	}
	return what + k.marks().Colon + sentence(claim)
}

// stickerWord is what a sticker says.
func (k *Kit) stickerWord(sticker string) string {
	if i := slices.Index([]string{"illustrative", "preliminary", "estimate", "sample"}, sticker); i >= 0 {
		return k.own().Stickers[i]
	}
	return upperFirst(sticker)
}

// directionWord is what an arrow of this direction says.
func (k *Kit) directionWord(direction string) string {
	if i := slices.Index([]string{"up", "down", "both"}, direction); i >= 0 {
		return k.own().Directions[i]
	}
	return direction
}

// span is from one date to another.
func (k *Kit) span(from, to string) string { return from + k.marks().Dash + to }

// joinSentences puts one remark behind another.
func joinSentences(a, b string) string {
	switch {
	case a == "":
		return b
	case b == "":
		return a
	}
	a = sentence(a)
	if strings.HasSuffix(a, "。") {
		return a + b
	}
	return a + " " + b
}

// wideGap is a space wider than a word's: several word spaces would be set as one.
const wideGap = " \u2009 "
