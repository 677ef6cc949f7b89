package source

import (
	"strings"

	"roadshow/briefing/evidence/value"
)

// maxLimited bounds how far before a number the word is looked for that makes it a limit, in words.
const maxLimited = 9

// limited finds what a number is by the name of what it is the number of: the minimum order is 50, der Höchstbetrag liegt bei
// 300, el importe máximo es de 3. A verb of being, or its like, stands between.
func (e *Excerpt) limited(i int) value.Bound {
	if p := e.back(i, SayLevel|sayFiller); p != nil && (p.lang == "zh" || p.words[0] == "bei" || p.words[0] == "auf" || p.words[0] == "à" || p.words[0] == "de" || p.words[0] == "d") {
		i -= len(p.words)
	}
	if e.At(i-1) == "at" || e.At(i-1) == "en" {
		i--
	}
	if is := e.At(i - 1); !being(is) && !e.han(i) {
		return value.Exactly
	}
	for n := 0; n < maxLimited && i > 0 && !e.digitAt(i-1) && (!stops(e.At(i-1)) || e.At(i-1) == ":"); n++ {
		p := e.back(i, sayNoun)
		w := e.At(i - 1)
		switch {
		case p != nil && (p.arg == "least" || p.arg == "most") && e.in(p.lang) && e.back(i, sayNot) == nil:
			if p.arg == "least" {
				return value.AtLeast
			}
			return value.AtMost
		case strings.HasPrefix(w, "mindest") && len(w) > len("mindestens"), strings.HasPrefix(w, "minimal") && len(w) > len("minimaler"):
			return value.AtLeast
		case strings.HasPrefix(w, "höchst") && len(w) > len("höchstens"), strings.HasPrefix(w, "maximal") && len(w) > len("maximaler"):
			return value.AtMost
		case e.Ahead(i-1, sayScopestop|sayRise|sayFall) != nil:
			return value.Exactly
		}
		i--
	}
	return value.Exactly
}

// being recognises verbs that say what something is, and their like.
func being(w string) bool {
	switch w {
	case "is", "are", "was", "were", "be", "been", "stands", "stood", "remains", "remained", "set", "fixed", "of", ":", "=",
		"lagen", "ist", "sind", "war", "waren", "beträgt", "betrug", "betragen", "liegt", "lag", "liegen", "est", "sont", "était", "étaient", "reste", "fixé", "fixée",
		"es", "son", "era", "eran", "fue", "fueron", "queda", "asciende", "为", "是", "达":
		return true
	}
	return false
}
