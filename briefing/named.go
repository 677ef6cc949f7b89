package briefing

import (
	"slices"
	"strings"

	"roadshow/briefing/evidence/source"
)

// named says whether the words of a credit name the voice as the one who speaks. A person stands in them by name or alias, as
// whole words: Lind is not Lindt. Of a speaker who was typed every word stands in them, but for those that only say that there
// is no name.
func (v Voice) named(credit string) bool {
	if v.Person != nil {
		return slices.ContainsFunc(append([]string{v.Person.Name, v.Person.NameZh}, v.Person.Aliases...), func(name string) bool {
			return standsIn(source.Terms(name), source.Terms(credit)) && speaks(credit, name)
		})
	}
	have := source.Terms(credit)
	for i := range have {
		have[i] = plain(have[i])
	}
	joined := " " + strings.Join(have, " ") + " "
	for part := range strings.FieldsSeq(v.Words) {
		words := source.Terms(strings.ReplaceAll(part, "-", "")) // start-up is startup
		for _, w := range words {
			if w = plain(w); !described(w) && !slices.Contains(have, w) && !strings.Contains(joined, " "+strings.Join(source.Terms(strings.ToLower(part)), " ")+" ") {
				return false
			}
		}
	}
	return len(source.Terms(v.Words)) > 0 && (speaks(credit, v.Words) || speaks(credit, strings.ReplaceAll(v.Words, "-", "")))
}

// speaks says that nothing in a credit gives the words to somebody else than the name.
func speaks(credit, name string) bool {
	so, known := source.Speaks(credit, name)
	return so || !known
}

// standsIn says that words stand in others, one behind the other, and touch no hyphen there: Anna is not Anna-Lena.
func standsIn(name, words []string) bool {
	if len(name) == 0 {
		return false
	}
	for i := 0; i+len(name) <= len(words); i++ {
		if slices.EqualFunc(name, words[i:i+len(name)], func(a, b string) bool { return a == b || a == strings.TrimSuffix(b, "'s") }) &&
			(i == 0 || words[i-1] != "-") && (i+len(name) == len(words) || words[i+len(name)] != "-") {
			return true
		}
	}
	return false
}

// plain is a word without its case and its possessive. Its plural stays: several analysts are not one.
func plain(word string) string { return strings.TrimSuffix(strings.ToLower(word), "'s") }

// described says that a word of a typed speaker needs no proof: it joins others, or says that the source gives no name.
func described(word string) bool {
	switch word {
	case "a", "an", "the", "of", "at", "in", "on", "for", "from", "and", "or", "to", "with", "by", "who", "one", "some", "unnamed", "anonymous", "nameless",
		"unidentified", "somebody", "someone", ",", ".", "(", ")", "-":
		return true
	}
	return false
}
