package briefing

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"roadshow/internal/lazy"
)

// What is left in running words when the Markdown is read was meant as markup and not understood, or belongs to a dialect that
// a page has no form for. It would be printed as typed, so it is refused. A backslash makes any of it a plain character.

// refusal is one thing that would be printed raw: what it is and what to do instead.
type refusal struct{ what, hint string }

// leftover scans words between two bytes of the text that no markup claimed.
func (w *walker) leftover(from, to int) {
	s := string(w.src[from:to])
	if !strings.ContainsAny(s, "*_~=^:[]{`") {
		return
	}
	for i := 0; i < len(s); {
		if s[i] == '\\' && i+1 < len(s) {
			i += 2
			continue
		}
		n := 1
		for i+n < len(s) && s[i+n] == s[i] {
			n++
		}
		if r, is := w.marker(s, i, n, from); is {
			w.complain(from+i, r.hint, "%s", r.what)
			return // one of them explains the others
		}
		i += n
	}
}

// marker judges a run of n equal bytes at s[i]; base is where s begins in the text.
func (w *walker) marker(s string, i, n, base int) (refusal, bool) {
	rest, behind := s[i:], s[i+n:]
	before, _ := utf8.DecodeLastRune(w.src[:base+i])
	after, _ := utf8.DecodeRune(w.src[base+i+n:])
	if base+i == 0 {
		before = ' '
	}
	if base+i+n == len(w.src) {
		after = ' '
	}
	switch s[i] {
	case '*':
		opens := gap(before) && wordly(after)
		switch {
		case n > 1:
			return refusal{"** begins or ends no emphasis here", `put ** directly before and behind the words, with no full stop inside; \*\* are two stars`}, true
		case opens && !w.lineStart(base+i): // a star that heads a note, or follows a word, is one
			return refusal{"* begins an emphasis that never ends", `put a second * directly behind its last word; \* is a star`}, true
		}
	case '_':
		inside := wordly(before) && wordly(after)
		switch {
		case inside || n > 3:
		case n > 1:
			return refusal{"__ begins or ends no emphasis here", `put __ directly before and behind the words; \_\_ are two underscores`}, true
		case gap(before) && unicode.IsLetter(after):
			return refusal{"_ begins an emphasis that never ends", `put a second _ directly behind its last word; \_ is an underscore`}, true
		}
	case '~':
		if n == 2 && strings.Contains(behind, "~~") {
			return refusal{"struck-out words are not printed in a briefing", `leave them out; \~ is a tilde`}, true
		}
		if n == 1 && unicode.IsLetter(before) && enclosed(behind, '~') {
			return refusal{"a lowered character in Markdown is not printed", "type the character itself: H₂O"}, true
		}
	case '=':
		if k := strings.Index(behind, "=="); n == 2 && k > 0 && !gap(after) && behind[k-1] != ' ' {
			return refusal{"marked words are not printed in a briefing", `use *emphasis*; \= is the sign`}, true
		}
	case '^':
		if wordly(before) && (strings.HasPrefix(behind, "[") || enclosed(behind, '^')) {
			return refusal{"a raised character in Markdown is not printed", "type the character itself: m²; a footnote is [^a] with [^a]: its words"}, true
		}
	case ':':
		if n == 1 && !wordly(before) && emoji().MatchString(rest) {
			return refusal{"an emoji by its name is not printed", `write it in words; \: is a colon`}, true
		}
	case '[':
		switch {
		case strings.HasPrefix(behind, "^"):
			return refusal{"this footnote is not understood", `write [^a] with a short name, and [^a]: with its words in the same text; \[ is a bracket`}, true
		case n > 1 && strings.Contains(behind, "]]"):
			return refusal{"[[ ]] leads nowhere", "write [words](https://…), or [#theme.block] for a block of this briefing"}, true
		case task().MatchString(rest) && w.lineStart(base+i):
			return refusal{"boxes to tick are not printed in a briefing", `use an asks or a scorecard block; \[ is a bracket`}, true
		}
	case ']':
		if strings.HasPrefix(behind, "(") {
			return refusal{"this link is not understood", `write [words](https://…) with no blank in the address; \] is a bracket`}, true
		}
		if strings.HasPrefix(behind, "[") && unicode.IsLetter(before) {
			return refusal{"this link has no address", `write [words](https://…); \] is a bracket`}, true
		}
	case '{':
		if n > 1 && strings.Contains(behind, "}}") {
			return refusal{"{{ }} is filled in by nobody", "declare the words under terms: and write $name"}, true
		}
		if attribute().MatchString(rest) {
			return refusal{"attributes of Markdown are not printed", `leave them out; \{ is a bracket`}, true
		}
	case '`':
		return refusal{"a back-quote begins no code here", "take it away: quotation marks are \" and '; \\` is the sign"}, true
	}
	return refusal{}, false
}

var (
	emoji     = lazy.Pattern(`^:[a-z][a-z0-9_+-]*:(?:[^\pL\d]|$)`)
	task      = lazy.Pattern(`^\[[ xX]\] `)
	attribute = lazy.Pattern(`^\{[.#:][\w-]+[^{}]*\}`)
)

// enclosed says that a short word and the mark follow: the 2~ of H~2~O.
func enclosed(s string, mark byte) bool {
	k := strings.IndexByte(s, mark)
	return k > 0 && k <= 12 && !strings.ContainsAny(s[:k], " \n")
}

func gap(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("([{“‘\"'«", r) }

func wordly(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// lineStart says that nothing but blanks and a list's marker stand before a byte on its line.
func (w *walker) lineStart(at int) bool {
	line := string(w.src[:at])
	line = line[strings.LastIndexByte(line, '\n')+1:]
	return strings.Trim(line, " \t>-+*.)0123456789") == ""
}

// badLine is a line that is refused. Few begin with its first letters: the pattern is asked for those alone.
type badLine struct {
	first string
	line  func() *regexp.Regexp
	refusal
}

func (b *badLine) is(line string) bool {
	return strings.IndexByte(b.first, line[0]) >= 0 && b.line().MatchString(line)
}

// blockLines are lines that are blocks of Markdown. Running words of one paragraph hold none of them.
var blockLines = [...]badLine{
	{"`~", lazy.Pattern("^(?:```|~~~)"), refusal{"code is not printed in a briefing", "write it as a sentence"}},
	{"-*=", lazy.Pattern(`^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|={2,})$`), refusal{"a ruled line is not printed here", "leave it out"}},
	{"#", lazy.Pattern(`^#{1,6}[ \t]+\S`), refusal{"a heading cannot stand in a single paragraph", `leave the # out, or use a text block; \# is the sign`}},
	{">", lazy.Pattern(`^>[ \t]+[\pL*_"“\[]`), refusal{"a quotation in Markdown is not printed", `use a quote block: it names the speaker and is checked; \> is the sign`}},
}

// strayLines are lines that neither CommonMark nor a page knows.
var strayLines = [...]badLine{
	{"#", lazy.Pattern(`^#{2,6}[^#\s]`), refusal{"this heading is not understood", `put a blank behind ##; \# is the sign`}},
	{"|+:-", lazy.Pattern(`^\|(?:[ \t].*|.*\|)$|^\+[-=+]{3,}\+$|^\|?[ \t]*:?-{2,}:?[ \t]*\|[-:| \t]*$`), refusal{"a table in Markdown is not printed in a briefing", `use a table block; \| is the sign`}},
	{":", lazy.Pattern(`^:::`), refusal{"::: begins nothing here", "use a block of the outline"}},
	{"!?=", lazy.Pattern(`^(?:!!!|\?\?\?\+?)[ \t]*[a-z][\w-]*(?:[ \t]+[a-z][\w-]*)*(?:[ \t]+".*")?$|^===[+!]?[ \t]+".*"$`), refusal{"a box of notes in Markdown is not printed", "write it as a paragraph, or use a statement block"}},
	{"*", lazy.Pattern(`^\*\[[^\]]+\]:[ \t]*\S`), refusal{"the meaning of an abbreviation is not printed from here", "write it out where it first stands, or in a footnote: [^a] with [^a]: its words"}},
	{":", lazy.Pattern(`^:[ \t]+\S`), refusal{"a list of definitions is not printed in a briefing", `write a list whose items begin with the **word**; \: is a colon`}},
	{"(#", lazy.Pattern(`^(?:\(@[\w-]*\)|#\.)[ \t]+\S`), refusal{"this list is not understood", "number its items: 1. 2. 3."}},
	{".(", lazy.Pattern(`^\.\.[ \t]+[a-z][\w-]*::|^\([a-z][\w-]*\)=$`), refusal{"this directive is not understood", "leave it out, or use a block of the outline"}},
	{"[", lazy.Pattern(`^\[[^\]^#@]+\]:[ \t]*\S`), refusal{"this link is not understood", "write the address with its words: [words](https://…)"}},
}

// A list in one paragraph would be run together. One line that begins with a mark is a dash, a star or a sum.
var (
	bulletLine = lazy.Pattern(`^[-*+][ \t]+\S`)
	numberLine = lazy.Pattern(`^\d{1,3}[.)][ \t]+\S`)
)

// lines refuses lines of the text between two bytes that would be printed raw; single says that they are one paragraph.
func (w *walker) lines(from, to int, single bool) (refused bool) {
	if w.dialects(from, to) {
		return true
	}
	bullets, numbers := 0, 0
	first := true
	for at := from; at < to; {
		end := at + strings.IndexByte(string(w.src[at:to])+"\n", '\n')
		line := strings.Trim(string(w.src[at:end]), " \t\r")
		start := at + strings.Index(string(w.src[at:end]), line)
		refuse := func(r refusal) { w.complain(start, r.hint, "%s", r.what) }
		at = end + 1
		if line == "" {
			continue
		}
		for i := range strayLines {
			if b := &strayLines[i]; b.is(line) {
				refuse(b.refusal)
				return true
			}
		}
		if single {
			for i := range blockLines {
				if b := &blockLines[i]; b.is(line) {
					refuse(b.refusal)
					return true
				}
			}
			bullet := strings.IndexByte("-*+", line[0]) >= 0 && bulletLine().MatchString(line)
			if bullet {
				bullets++
			}
			if line[0] >= '0' && line[0] <= '9' && numberLine().MatchString(line) {
				numbers++
			}
			if bullet && !first || numbers > 1 {
				refuse(refusal{"a list cannot stand in a single paragraph", `write sentences, or use a text block; \- and \* are the signs`})
				return true
			}
			if rest := strings.TrimLeft(line, "-*+ "); strings.HasPrefix(rest, "[") && task().MatchString(rest) {
				continue // said where it stands
			}
		}
		first = false
	}
	return false
}

// extent is where a piece of the Markdown tree stands, its marks included; ok is false where that cannot be told.
func extent(n ast.Node) (from, to int, ok bool) {
	switch n := n.(type) {
	case *ast.Text:
		return n.Segment.Start, n.Segment.Stop, true
	case *figureNode:
		return n.ref.From, n.ref.To, n.ref.Name != ""
	case *ast.Emphasis:
		if n.FirstChild() == nil {
			return 0, 0, false
		}
		from, _, ok1 := extent(n.FirstChild())
		_, to, ok2 := extent(n.LastChild())
		return from - n.Level, to + n.Level, ok1 && ok2
	}
	return 0, 0, false
}

// product says that stars around words are no emphasis but signs between numbers or letters: 2*3*4, a*b*c. Emphasis would join
// what they part.
func (w *walker) product(e *ast.Emphasis) bool {
	from, to, ok := extent(e)
	if !ok || w.src[from] != '*' || to > len(w.src) {
		return false
	}
	side := func(n ast.Node, r rune) (letter, digit bool) {
		if _, figure := n.(*figureNode); figure {
			return false, true
		}
		return unicode.IsLetter(r) && !isHan(r), unicode.IsDigit(r)
	}
	before, _ := utf8.DecodeLastRune(w.src[:from])
	after, _ := utf8.DecodeRune(w.src[to:])
	first, _ := utf8.DecodeRune(w.src[from+e.Level:])
	last, _ := utf8.DecodeLastRune(w.src[:to-e.Level])
	beforeLetter, beforeDigit := side(e.PreviousSibling(), before)
	afterLetter, afterDigit := side(e.NextSibling(), after)
	firstLetter, firstDigit := side(e.FirstChild(), first)
	lastLetter, lastDigit := side(e.LastChild(), last)
	left := (beforeLetter || beforeDigit) && (firstLetter || firstDigit)
	right := (afterLetter || afterDigit) && (lastLetter || lastDigit)
	switch {
	case left && (beforeDigit || firstDigit):
		return true
	case right && afterDigit:
		return true
	}
	return left && right && e.Level == 1 // a*b*c; **3**rd and un**believ**able are meant
}
