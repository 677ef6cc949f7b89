package page

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"roadshow/briefing/evidence/value"
	"roadshow/words"
)

func Itoa(i int) string { return strconv.Itoa(i) }

func OrWords(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// Tongue is the table of the briefing's language.
func (k *Composer) Tongue() *words.Table { return words.For(k.B.Language) }

// Own are the words of covers, exhibits and the back matter.
func (k *Composer) Own() *words.Page { return &k.Tongue().Page }

// Diagrams are the words of tables, timelines and other diagrams.
func (k *Composer) Diagrams() *words.Diagram { return &k.Tongue().Diagram }

// Marks are the punctuation of what the program itself puts together.
func (k *Composer) Marks() *words.Marks { return &k.Tongue().Marks }

// Date prints a date in full, in the briefing's language.
func (k *Composer) Date(d value.Date) string { return d.In(k.Tongue()) }

// Sentence ends words with a full stop unless they end in a stop already.
func Sentence(s string) string {
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
func (k *Composer) partMark(part, of int) string {
	return words.With(k.Own().PartOf, Itoa(part), Itoa(of))
}

// UpperFirst capitalises the first letter.
func UpperFirst(s string) string {
	r := []rune(s)
	if len(r) > 0 {
		r[0] = unicode.ToUpper(r[0])
	}
	return string(r)
}

// AltOf is the alternative text of an exhibit that is made of words: what it is, and what it claims.
func (k *Composer) AltOf(what, claim string) string {
	if claim == "" {
		return what
	}
	return what + k.Marks().Colon + Sentence(claim)
}

// stickerWord is what a sticker says.
func (k *Composer) stickerWord(sticker string) string {
	if i := slices.Index([]string{"illustrative", "preliminary", "estimate", "sample"}, sticker); i >= 0 {
		return k.Own().Stickers[i]
	}
	return UpperFirst(sticker)
}

// DirectionWord is what an arrow of this direction says.
func (k *Composer) DirectionWord(direction string) string {
	if i := slices.Index([]string{"up", "down", "both"}, direction); i >= 0 {
		return k.Own().Directions[i]
	}
	return direction
}

// Span is from one date to another.
func (k *Composer) Span(from, to string) string { return from + k.Marks().Dash + to }

// JoinSentences puts one remark behind another.
func JoinSentences(a, b string) string {
	switch {
	case a == "":
		return b
	case b == "":
		return a
	}
	a = Sentence(a)
	if strings.HasSuffix(a, "。") {
		return a + b
	}
	return a + " " + b
}

// WideGap is a space wider than a word's: several word spaces would be set as one.
const WideGap = " \u2009 "
