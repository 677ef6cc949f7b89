package briefing

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"roadshow/internal/lazy"
)

// Dialects of Markdown have markup that neither CommonMark nor a page knows: pandoc's, MkDocs', GitHub's, Obsidian's, Quarto's.
// A reader without the dialect prints it raw, so it is refused where it stands, in running words and in plain ones. A backslash
// makes any of it plain.

// dialect is markup within a line. Its first group, where there is one, is where it begins.
type dialect struct {
	sign  string // no text without it holds the markup
	marks func() *regexp.Regexp
	refusal
}

var dialects = [...]dialect{
	{"++", lazy.Pattern(`(?:^|[^\pL\d+])(\+\+[^\s+](?:[^+\n]*[^\s+])?\+\+)`), refusal{"inserted words are not marked in a briefing", `take the ++ away; \+ is the sign`}},
	{"{", lazy.Pattern(`(\{(?:\+\+|--|~~|==|>>))`), refusal{"marks of a review are not printed in a briefing", `accept or reject the change; \{ is a bracket`}},
	{"{%", lazy.Pattern(`(\{%[^}\n]*%\})`), refusal{"{% %} is filled in by nobody", "write the words themselves, or declare them under terms: and write $name"}},
	{"${", lazy.Pattern(`(\$\{[^}\n]*\})`), refusal{"${ } is filled in by nobody", "declare the words under terms: and write $name"}},
	{"{", lazy.Pattern(`(\{:\s*[.#\w][^{}\n]*\}|\{[\w-]+=[^{}\s][^{}\n]*\})`), refusal{"attributes of Markdown are not printed", `leave them out; \{ is a bracket`}},
	{"%%", lazy.Pattern(`(?:^|\s)(%%[^%\n]+%%)`), refusal{"a comment is not printed in a briefing", `leave it out, or begin a line of the outline with #; \% is the sign`}},
	{"||", lazy.Pattern(`(?:^|[^\pL\d|])(\|\|[^|\s](?:[^|\n]*[^|\s])?\|\|)`), refusal{"nothing is covered in a briefing", `leave the || out; \| is the sign`}},
	{"@", lazy.Pattern(`(\[-@[\pL\d]|\[[^\]\[\n@^#][^\]\[\n]*[\s-]@\pL[^\]\[\n]*\])`), refusal{"this citation is not understood", `write [@id] with the id of a source, and other words outside the brackets; \[ is a bracket`}},
	{"@", lazy.Pattern(`(?:^|[\s(])(\\?@(?:ref\(|(?:fig|tbl|tab|sec|eq|lst)[-:]\w))`), refusal{"this reference leads nowhere", `write [#theme.block] for a block of this briefing`}},
	{"[", lazy.Pattern(`(?i:(?:^|\s)(\[toc\]))`), refusal{"[TOC] is filled in by nobody", "leave it out: a briefing has its contents"}},
	{"~", lazy.Pattern(`(?:^|[\s(])(~\pL(?:[^~\n]*[^\s~])?~)(?:$|[\s).,;:!?])`), refusal{"words between tildes are not printed", `leave the tildes out; \~ is the sign`}},
	{"^", lazy.Pattern(`(?:^|[\s(])(\^[\pL\d+-]{1,12}\^)`), refusal{"a raised character in Markdown is not printed", `type the character itself: m²; \^ is the sign`}},
	{`\`, lazy.Pattern(`(?:^|[^\pL:\\])(\\(?:[A-Za-z]+\{|(?:frac|sqrt|sum|int|prod|lim|log|exp|sin|cos|tan|alpha|beta|gamma|delta|Delta|epsilon|theta|lambda|mu|pi|rho|sigma|Sigma|tau|phi|omega|Omega|times|cdot|div|pm|le|leq|ge|geq|ne|neq|approx|sim|equiv|infty|to|rightarrow|Rightarrow|left|right|partial|text|mathrm|begin|end|item|newpage|pagebreak|clearpage|newline|hline)(?:[^\pL]|$)))`), refusal{"TeX is not printed in a briefing", `type the character itself: × ≥ α ½ m²; \\ is a backslash`}},
}

// foreign finds the first markup of a dialect in words, or maths between dollar signs; declared knows the names that $name prints.
func foreign(s string, declared func(string) bool) (from, to int, r refusal, found bool) {
	if !strings.ContainsAny(s, "+{$%|@[~^\\") {
		return 0, 0, r, false
	}
	plain := blanked(s)
	for i := range dialects {
		d := &dialects[i]
		if !strings.Contains(plain, d.sign) {
			continue
		}
		if at := d.marks().FindStringSubmatchIndex(plain); at != nil && (!found || at[2] < from) {
			from, to, r, found = at[2], at[3], d.refusal, true
		}
	}
	if a, z, is := maths(plain, declared); is && (!found || a < from) {
		return a, z, refusal{"maths between dollar signs is not printed", "write it in words or with the characters themselves: E = mc²; $$ is a dollar sign"}, true
	}
	return from, to, r, found
}

// blanked is words in which escaped characters are none that mean anything; every byte keeps its place.
func blanked(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	b := []byte(s)
	for i := 0; i+1 < len(b); i++ {
		if b[i] != '\\' {
			continue
		}
		if strings.IndexByte("+{}$%|[]~^\\", b[i+1]) >= 0 {
			b[i], b[i+1] = 1, 1
			i++
		}
	}
	return string(b)
}

var (
	operator  = lazy.Pattern(`[=^_{}<>+]|\\[A-Za-z]`)
	oneLetter = lazy.Pattern(`^[A-Za-z]['′]?[0-9]?$`)
	sentence  = lazy.Pattern(`\pL{2,}[,.;:]? +\pL|["“”]`)
)

// maths finds a formula between dollar signs. A sign before or behind a number is money, one before a name a figure: a formula
// has an operator or is one letter, no words, and no blank at one end alone.
func maths(s string, declared func(string) bool) (from, to int, found bool) {
	for at := 0; ; {
		i := strings.IndexByte(s[at:], '$')
		if i < 0 {
			return 0, 0, false
		}
		i += at
		sign := "$"
		if strings.HasPrefix(s[i:], "$$") {
			sign = "$$"
		}
		at = i + len(sign)
		end := strings.Index(s[at:], sign)
		if before, _ := utf8.DecodeLastRuneInString(s[:i]); end <= 0 || wordly(before) {
			continue
		}
		inner := s[at : at+end]
		after, _ := utf8.DecodeRuneInString(s[at+end+len(sign):])
		words := strings.TrimSpace(inner)
		opens, closes := strings.HasPrefix(inner, words), strings.HasSuffix(inner, words)
		switch {
		case words == "" || wordly(after) || opens != closes || sign == "$" && !opens:
		case strings.Contains(words, "\n\n") || sentence().MatchString(words) || strings.ContainsAny(words[:1], "/,.;:)%"):
		case oneLetter().MatchString(words) && (sign == "$$" || !declared(words)), operator().MatchString(words):
			return i, at + end + len(sign), true
		}
	}
}

// declared says that $name prints something.
func (r *resolver) declared(name string) bool {
	_, term := r.terms[name]
	return term || r.figures[name] != nil
}

// dialects refuses the first markup of a dialect between two bytes of the text.
func (w *walker) dialects(from, to int) (refused bool) {
	at, _, r, found := foreign(w.n.Text[from:to], w.r.declared)
	if found {
		w.complain(from+at, r.hint, "%s", r.what)
	}
	return found
}
