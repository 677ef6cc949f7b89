package briefing

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"roadshow/briefing/outline"
)

// typed is the place of a number in a text, in bytes, with its sign, currency and unit.
type typed struct {
	from, to int
	amount   bool // a currency, a percent sign or another unit makes it a number even in a name
	words    bool // in words: tripled, three quarters
}

// typedNumbers finds the numbers of a text that were typed by hand. Dates, times, ordinals, list numbers, names such as
// GPT-4 or Series 2, and what stands between quotation marks are none.
func typedNumbers(text string) []typed {
	plain, at := plainDigits(text)
	out := typedDigits(plain)
	for i := range out {
		if at != nil {
			out[i].from, out[i].to = at[out[i].from], at[out[i].to]
		}
	}
	for _, w := range typedWords(text) {
		if !slices.ContainsFunc(out, func(t typed) bool { return t.from < w.to && w.from < t.to }) {
			out = append(out, w)
		}
	}
	slices.SortFunc(out, func(a, b typed) int { return a.from - b.from })
	return out
}

// typedDigits finds those in digits.
func typedDigits(text string) (out []typed) {
	if !strings.ContainsAny(text, "0123456789") {
		return nil
	}
	s := numberScan{text: text}
	s.refs = outline.References(text)
	for s.i < len(text) {
		if n := s.skip(); n > 0 {
			s.i += n
			continue
		}
		if !digitAt(text, s.i) {
			_, n := utf8.DecodeRuneInString(text[s.i:])
			s.i += n
			continue
		}
		begun := s.i
		from, to, amount, is := s.number()
		if k := len(out); k > 0 && from < out[k-1].to { // the sign of one is the unit of the other: 0¥0
			from = begun
		}
		if is {
			if k := len(out); k > 0 && joinsRange(text[out[k-1].to:from]) {
				out[k-1].to, out[k-1].amount = to, out[k-1].amount || amount
			} else {
				out = append(out, typed{from: from, to: to, amount: amount})
			}
		}
		s.i = to
	}
	return out
}

// numberScan walks over one text.
type numberScan struct {
	text string
	i    int
	refs []outline.Reference
}

// skip is the length of what stands here and is never read as numbers: somebody's words, addresses, figures, citations.
func (s *numberScan) skip() int {
	rest := s.text[s.i:]
	for len(s.refs) > 0 && s.refs[0].From < s.i {
		s.refs = s.refs[1:]
	}
	if len(s.refs) > 0 && s.refs[0].From == s.i {
		return s.refs[0].To - s.i
	}
	upTo := func(open, end string) int {
		if !strings.HasPrefix(rest, open) {
			return 0
		}
		if k := strings.Index(rest[len(open):], end); k >= 0 {
			return len(open) + k + len(end)
		}
		return 0
	}
	switch rest[0] {
	case '"':
		return upTo(`"`, `"`)
	case '[':
		for _, mark := range [...]string{"[@", "[^", "[#"} {
			if n := upTo(mark, "]"); n > 0 {
				return n
			}
		}
	case ']':
		return upTo("](", ")")
	case '<':
		return upTo("<", ">")
	case 'h':
		for _, scheme := range [...]string{"https://", "http://"} {
			if strings.HasPrefix(rest, scheme) {
				if k := strings.IndexAny(rest, " \t\n)>"); k > 0 {
					return k
				}
				return len(rest)
			}
		}
	}
	if rest[0] >= utf8.RuneSelf {
		for _, marks := range [...][2]string{{"“", "”"}, {"«", "»"}, {"「", "」"}, {"『", "』"}} {
			if n := upTo(marks[0], marks[1]); n > 0 {
				return n
			}
		}
	}
	return 0
}

// number reads the digits at s.i with what belongs to them. is says that they are a number that needs a proof.
func (s *numberScan) number() (from, to int, amount, is bool) {
	t := s.text
	from, to = s.i, s.i
	for to < len(t) && (digitAt(t, to) || (t[to] == ',' || t[to] == '.') && digitAt(t, to+1)) {
		to++
	}
	digits := t[from:to]
	before, after := t[:from], t[to:]
	suffix, amount := unitBehind(after)
	prefix := moneyBefore(before)
	amount = amount || prefix > 0
	if prefix == 0 && stuck(before) { // GPT4, B2B
		return from, to + nameBehind(after), false, false
	}
	if !amount {
		if end := s.exempt(digits, before, after, to); end > 0 {
			return from, end, false, false
		}
	}
	from -= prefix
	for _, sign := range [...]string{"-", "−", "+", "±"} {
		if b := t[:from]; strings.HasSuffix(b, sign) && !endsInWord(strings.TrimSuffix(b, sign)) {
			from -= len(sign)
		}
	}
	return from, to + suffix, amount, true
}

// exempt is the end of what stands at these digits if it is no number that needs a proof: a name, a date, an ordinal.
func (s *numberScan) exempt(digits, before, after string, to int) (end int) {
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	switch {
	case isHyphen(last) && endsInLetter(before[:len(before)-utf8.RuneLen(last)]): // GPT-4
		return to + nameBehind(after)
	case bracketed(before, after), base(before, digits):
		return to
	case last == '#', last == '第', strings.ContainsRune("年月日号", next):
		return to
	case unicode.IsLetter(next) && !unicode.Is(unicode.Han, next):
		if s := wordAt(after); s == "st" || s == "nd" || s == "rd" || s == "th" || s == "s" && strings.HasSuffix(digits, "0") {
			return to + len(s)
		} else if unicode.IsUpper(next) && !physical(s) { // 3D, 5G, 2FA
			return to + nameBehind(after)
		}
		return 0
	case isHyphen(next) && isForm(after[utf8.RuneLen(next):]): // 10-K
		return to + utf8.RuneLen(next) + 1
	case listNumber(before, after):
		return to
	}
	if isYear(digits) && countsSomething(before, after) {
		return 0
	}
	if n := dateAt(digits, before, after); n >= 0 {
		return to + n
	}
	if numbered(before, after, digits) {
		return to
	}
	return 0
}

// stuck says that a letter stands directly before digits, which makes them part of a name.
func stuck(before string) bool {
	r, _ := utf8.DecodeLastRuneInString(before)
	return unicode.IsLetter(r) && !unicode.Is(unicode.Han, r) || r == '_'
}

// nameBehind is how far a name goes on behind its digits: GPT-3.5-turbo.
func nameBehind(after string) int {
	n := 0
	for n < len(after) {
		r, w := utf8.DecodeRuneInString(after[n:])
		next, _ := utf8.DecodeRuneInString(after[n+w:])
		word := unicode.IsLetter(r) && !unicode.Is(unicode.Han, r) || unicode.IsDigit(r) || r == '_'
		if !word && !((isHyphen(r) || r == '.') && (unicode.IsLetter(next) || unicode.IsDigit(next))) {
			break
		}
		n += w
	}
	return n
}

// longestMark bounds, in bytes, how far a bracket may stand from its number.
const longestMark = 256

// bracketed says that the digits are a mark to look up: [1], [2, 3].
func bracketed(before, after string) bool {
	const between = "0123456789,–- "
	before, after = before[max(0, len(before)-longestMark):], after[:min(len(after), longestMark)]
	return strings.HasSuffix(strings.TrimRight(before, between), "[") && strings.HasPrefix(strings.TrimLeft(after, between), "]")
}

// base says that a power of ten is what an index or a rate is counted on: 2015 = 100, per 1,000.
func base(before, digits string) bool {
	digits = strings.ReplaceAll(digits, ",", "")
	before = strings.TrimRight(before, " \u00a0")
	return len(digits) > 2 && digits[0] == '1' && strings.Trim(digits[1:], "0") == "" && (strings.HasSuffix(before, "=") || strings.HasSuffix(before, " per") || before == "per")
}

// listNumber says that the digits number a line: "2. …".
func listNumber(before, after string) bool {
	if !strings.HasPrefix(after, ". ") && !strings.HasPrefix(after, ") ") {
		return false
	}
	line := strings.TrimRightFunc(before, func(r rune) bool { return r != '\n' && unicode.IsSpace(r) })
	return line == "" || strings.HasSuffix(line, "\n")
}

// numbered says that the digits belong to the word before them: Section 3, No. 4, Llama 2.
func numbered(before, after, digits string) bool {
	if len(digits) > 4 || strings.Contains(digits, ",") || !strings.HasSuffix(before, " ") && !strings.HasSuffix(before, "\u00a0") {
		return false
	}
	words := strings.TrimRight(before, " \u00a0")
	word := lastWord(words)
	if word == "" {
		return false
	}
	next := wordAt(strings.TrimLeft(after, " \u00a0"))
	if enumerates(strings.ToLower(word)) {
		return !strings.HasSuffix(next, "s") || len(next) < 4 // "Every year 5 companies"
	}
	first, _ := utf8.DecodeRuneInString(word)
	lead := strings.TrimRight(words[:len(words)-len(word)], " \u00a0")
	if !unicode.IsUpper(first) || lead == "" || strings.ContainsAny(lead[len(lead)-1:], ".!?:;\n*_|-") || monthNamed(word) {
		return false
	}
	return !strings.HasSuffix(next, "s") // "Alibaba 12 models"
}

// enumerates says that a word takes a number as its name, even at the beginning of a sentence.
func enumerates(word string) bool {
	switch word {
	case "no.", "nr.", "number", "section", "chapter", "part", "figure", "exhibit", "table", "page", "pages", "note", "appendix", "annex", "article",
		"clause", "paragraph", "rule", "level", "tier", "type", "class", "category", "step", "stage", "phase", "round", "series", "version",
		"generation", "gen", "option", "scenario", "case", "question", "item", "act", "issue", "edition", "volume", "vol.", "region", "zone",
		"district", "area", "plot", "block", "building", "terminal", "room", "line", "route", "lot", "batch", "group", "cohort", "wave", "tranche",
		"fund", "scope", "pillar", "priority", "goal", "model", "unit", "plant", "site", "year", "day", "week", "month", "quarter",
		"ifrs", "ias", "iso", "asc", "basel", "ftse", "dax", "cac", "nasdaq", "stoxx", "s&p", "fortune":
		return true
	}
	return false
}

// joinsRange says that two numbers with these words between them are one range.
func joinsRange(between string) bool {
	return between == "–" || between == "-" || between == " to " || between == "—" || between == " – "
}

func digitAt(s string, i int) bool { return i < len(s) && s[i] >= '0' && s[i] <= '9' }

func isHyphen(r rune) bool { return r == '-' || r == '‑' || r == '–' }

func endsInLetter(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r)
}

func endsInWord(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// isForm says that a single capital follows: the K of 10-K.
func isForm(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[n:])
	return unicode.IsUpper(r) && !unicode.IsLetter(next)
}

// wordAt is the run of letters at the beginning.
func wordAt(s string) string {
	for i, r := range s {
		if !unicode.IsLetter(r) || unicode.Is(unicode.Han, r) {
			return s[:i]
		}
	}
	return s
}

// lastWord is what stands behind the last blank.
func lastWord(s string) string {
	return s[strings.LastIndexAny(s, " \t\n(\u00a0")+1:]
}
