package outline

import (
	"slices"
	"strings"
)

// Reference is one $name in a text: a figure to be printed there.
type Reference struct {
	Name   string // the figure's id
	Suffix string // "short", "low", "high" or ""
	From   int    // byte offset of the $
	To     int    // byte offset behind the reference
}

// References finds the figures that a text names, in order. Money is none: a digit behind the $ ($80m), a scale ($m, $bn,
// $million) or anything else that is no id ($/kWh). "$$" is a dollar sign. A dot is part of the reference only before
// short, low or high, so a sentence may end in a figure.
func References(text string) []Reference {
	var out []Reference
	scan(text, func(r Reference) { out = append(out, r) }, nil)
	return out
}

// Expand replaces every reference by what value answers, and "$$" by a dollar sign. Where value answers false the reference
// stays as typed.
func Expand(text string, value func(Reference) (string, bool)) string {
	if strings.IndexByte(text, '$') < 0 {
		return text
	}
	var b strings.Builder
	done := 0
	scan(text, func(r Reference) {
		if s, ok := value(r); ok {
			b.WriteString(text[done:r.From])
			b.WriteString(s)
			done = r.To
		}
	}, func(at int) {
		b.WriteString(text[done : at+1])
		done = at + 2
	})
	b.WriteString(text[done:])
	return b.String()
}

// scan calls ref for each reference and dollar for the first byte of each "$$".
func scan(text string, ref func(Reference), dollar func(at int)) {
	for i := 0; i < len(text); {
		d := strings.IndexByte(text[i:], '$')
		if d < 0 {
			return
		}
		i += d
		if strings.HasPrefix(text[i:], "$$") {
			if dollar != nil {
				dollar(i)
			}
			i += 2
			continue
		}
		end := i + 1
		for end < len(text) && isIDByte(text[end], end > i+1) {
			end++
		}
		name := text[i+1 : end]
		if name == "" || isMoney(name) || end < len(text) && !endsName(text[end:]) {
			i++
			continue
		}
		r := Reference{Name: name, From: i, To: end}
		if end < len(text) && text[end] == '.' {
			word := end + 1
			for word < len(text) && (isIDByte(text[word], true) || text[word] >= 'A' && text[word] <= 'Z') {
				word++
			}
			switch s := text[end+1 : word]; s {
			case "short", "low", "high":
				r.Suffix, r.To = s, word
			}
		}
		ref(r)
		i = r.To
	}
}

func isIDByte(c byte, inside bool) bool {
	return c >= 'a' && c <= 'z' || inside && (c >= '0' && c <= '9' || c == '_')
}

// endsName says whether a figure's name may end before rest: $gptX is no figure gpt.
func endsName(rest string) bool { return !(rest[0] >= 'A' && rest[0] <= 'Z') }

// isMoney says whether $name would read as an amount of dollars.
func isMoney(name string) bool { return slices.Contains(moneyWords(), name) }

// moneyWords read as scales behind a dollar sign.
func moneyWords() []string {
	return []string{"k", "m", "mn", "mm", "b", "bn", "t", "tn", "trn",
		"hundred", "thousand", "million", "millions", "billion", "billions", "trillion", "trillions"}
}
