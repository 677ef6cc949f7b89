package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"roadshow/briefing/evidence/value"
)

// Wording holds the words that are printed instead of a value against it: they must say it themselves, and there is no need
// for them where they are an exact number. Its error, nil where they serve, is of the words.
func Wording(v value.Value) *Disagreement {
	e, bare := ReadExcerpt(v.Words), v
	bare.Words = ""
	for _, r := range e.Quantities() {
		slips := r.Slips(bare) &^ needsWords
		if r.Unit.Currency == "" {
			slips &^= wrongCurrency // "tens of millions" may leave to the text around it of what
		}
		if slips != 0 {
			continue
		}
		if !r.vague && strings.ContainsAny(v.Words, "0123456789") {
			return &Disagreement{Summary: "the source says " + valueOnly(v) + " in figures, which needs no other words", Hint: "leave `words` out", Wording: true}
		}
		return nil
	}
	return &Disagreement{Summary: "the words " + value.Quoted(v.Words) + " do not say " + valueOnly(v), Hint: "copy the words of the source that say the number itself", Wording: true}
}

func valueOnly(v value.Value) string {
	v.Words = ""
	return v.String()
}

// nounWords are the words of a noun that carry it: "a month" is counted in months.
func nounWords(noun string) []string {
	var out []string
	for _, w := range SplitWords(strings.TrimPrefix(noun, "/")) {
		if text := Fold(w.Text); !Mark(text) && text != "/" && !joinsNoun(text) {
			out = append(out, text)
		}
	}
	return out
}

func joinsNoun(word string) bool {
	switch word {
	case "a", "an", "the", "of", "per", "each", "every", "in", "and", "or":
		return true
	}
	return false
}

func stem(word string) string {
	if strings.HasSuffix(word, "ies") && len(word) > 4 {
		return word[:len(word)-3] + "y"
	}
	return strings.TrimSuffix(word, "s")
}

// names says that the excerpt names everything that a noun says.
func (e *Excerpt) names(noun string) bool {
	for _, w := range nounWords(noun) {
		found := false
		for _, have := range e.Lower {
			found = found || stem(have) == stem(w)
		}
		if !found {
			return false
		}
	}
	return true
}

// noun remarks that the excerpt does not name what is counted.
func (e *Excerpt) noun(v value.Value) string {
	if e.names(v.Unit.Noun) {
		return ""
	}
	return "the excerpt does not name " + value.Quoted(strings.TrimPrefix(v.Unit.Noun, "/"))
}

// OtherNoun is what an excerpt counts where that is something else than the value's noun: tokens, not parameters; a year, not
// a month. It is "" where the excerpt names the noun, or nothing at all.
func OtherNoun(words string, v value.Value) string {
	e := ReadExcerpt(Quote{Text: words}.SourceWords())
	if v.State != value.Known || e.names(v.Unit.Noun) {
		return ""
	}
	for _, r := range e.Quantities() {
		if r.Slips(v) != 0 {
			continue
		}
		if m := measureOf(v.Unit.Noun); m != "" && m == e.measureAt(r.To) { // km, kilómetros
			return ""
		}
		i, period := r.To, false
		for ; joinsNoun(e.At(i)) && i < r.To+3; i++ {
			if e.At(i) == "in" || e.At(i) == "and" || e.At(i) == "or" {
				return ""
			}
			period = period || e.At(i) == "a" || e.At(i) == "an" || e.At(i) == "per" || e.At(i) == "each" || e.At(i) == "every"
		}
		if other := e.measureElsewhere(v.Unit.Noun); other != "" {
			return other
		}
		w := e.original(i)
		first, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsLower(first) || !period && !pluralNoun(w) {
			return ""
		}
		return e.Part(r.To, i+1)
	}
	return ""
}

// pluralNoun is a guess from a word's end.
func pluralNoun(word string) bool {
	switch word {
	case "was", "is", "has", "does", "this", "its", "as", "less", "plus", "times", "across", "versus", "minus", "towards", "besides", "always", "points", "previous", "us":
		return false
	}
	return len(word) > 3 && strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss")
}
