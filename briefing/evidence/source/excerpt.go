package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"roadshow/briefing/evidence/value"
)

// Excerpt is words as the reader of quantities walks over them: numbers and the letters behind them are apart, fractions
// are words of their own, footnote marks are gone. lower holds them without case.
type Excerpt struct {
	src    string
	Words  []word
	Lower  []string
	power  []bool         // a number with raised digits behind it
	speaks map[string]int // words that only one language has
	home   string         // language of the briefing, where values are read
	marks  value.Marks
	dated  []bool     // words of a date or a time of day: no counts
	days   []DateSaid // its dates
}

func ReadExcerpt(src string) *Excerpt { return readWords(src, "", value.Marks{}) }

func readWords(src, home string, marks value.Marks) *Excerpt {
	e := &Excerpt{src: src, home: home, marks: marks}
	from := 0
	for i, r := range src {
		switch {
		case value.Raised(r):
			e.cut(from, i)
			if n := len(e.power); n > 0 && e.Words[n-1].to == i && value.Digit(e.Words[n-1].Text[0]) {
				e.power[n-1] = true
			}
			from = i + utf8.RuneLen(r)
		case vulgar(r) != "" || enclosed(r):
			e.cut(from, i)
			from = i + utf8.RuneLen(r)
			if !enclosed(r) {
				e.add(word{string(r), i, from})
			}
		}
	}
	e.cut(from, len(src))
	e.group()
	e.speaks = words().speaks(e.Lower)
	e.dated = make([]bool, len(e.Words)) // before the dates are read: those look for numbers too
	e.dated = e.markDates()
	return e
}

// cut takes the words of a stretch that has no special characters.
func (e *Excerpt) cut(from, to int) {
	for _, w := range SplitWords(e.src[from:to]) {
		w.from, w.to = w.from+from, w.to+from
		e.split(w)
	}
}

// split parts "80m", "3rd", "USD12m" and "d'environ". "GPT4" is a name.
func (e *Excerpt) split(w word) {
	if head, tail, ok := strings.Cut(w.Text, "'"); ok && elided(Fold(head)) {
		at := w.from + strings.IndexFunc(e.src[w.from:w.to], apostrophe)
		_, n := utf8.DecodeRuneInString(e.src[max(at, w.from):]) // ’ has three bytes
		e.add(word{head, w.from, max(at, w.from)})
		e.split(word{tail, min(at+n, w.to), w.to})
		return
	}
	if n := strings.IndexAny(w.Text, "0123456789"); n > 0 && prefixed(Fold(w.Text[:n])) {
		at := w.from + strings.IndexAny(e.src[w.from:w.to], "0123456789")
		if at > w.from {
			e.add(word{w.Text[:n], w.from, at})
			w = word{w.Text[n:], at, w.to}
		}
	}
	n := len(w.Text) - len(strings.TrimLeft(w.Text, "0123456789.,'"))
	if n > 0 && n < len(w.Text) {
		n = len(strings.TrimRight(w.Text[:n], ".,'"))
		end := min(w.from+n, w.to)
		if e.src[w.from:end] != w.Text[:n] { // full-width digits
			end = w.to
		}
		e.add(word{w.Text[:n], w.from, end})
		w = word{w.Text[n:], end, w.to}
	}
	e.add(w)
}

// prefixed says that letters before digits are a currency: USD12m, Rs5, TEUR450.
func prefixed(letters string) bool {
	for p := range words().starting(letters) {
		if len(p.words) == 1 && p.lang == "money" && p.kind != sayNationality {
			return true
		}
	}
	return isCode(strings.ToUpper(letters))
}

// elided French articles and prepositions.
func elided(w string) bool {
	switch w {
	case "d", "l", "qu", "jusqu", "n", "s", "c", "j", "m", "t":
		return true
	}
	return false
}

func (e *Excerpt) add(w word) {
	e.Words = append(e.Words, w)
	e.Lower = append(e.Lower, Fold(w.Text))
	e.power = append(e.power, false)
}

// group joins digits that spaces part into thousands: 27 608.
func (e *Excerpt) group() {
	out := 0
	for i := 0; i < len(e.Words); {
		w := e.Words[i]
		next := i + 1
		if n := len(w.Text); n <= 3 && allDigits(w.Text) {
			groups := []string{w.Text}
			for next < len(e.Words) && e.spaced(next-1, next) && !e.power[next-1] && threeDigits(e.Words[next].Text) && len(groups[next-i-1]) <= 3 {
				groups = append(groups, e.Words[next].Text) // one with decimals is the last
				w.to = e.Words[next].to
				next++
			}
			w.Text = strings.Join(groups, "")
		}
		e.Words[out], e.Lower[out], e.power[out] = w, Fold(w.Text), e.power[next-1]
		out++
		i = next
	}
	e.Words, e.Lower, e.power = e.Words[:out], e.Lower[:out], e.power[:out]
}

func allDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// threeDigits recognises a group of thousands, with decimals perhaps.
func threeDigits(s string) bool {
	if len(s) < 3 || !allDigits(s[:3]) {
		return false
	}
	return len(s) == 3 || (s[3] == ',' || s[3] == '.') && allDigits(s[4:])
}

// spaced says that exactly one space parts two words.
func (e *Excerpt) spaced(a, b int) bool {
	if e.Words[a].to > e.Words[b].from {
		return false
	}
	gap := []rune(e.src[e.Words[a].to:e.Words[b].from])
	return len(gap) == 1 && gap[0] != '\n' && unicode.IsSpace(gap[0])
}

// touching says that nothing stands between word i and the one before it.
func (e *Excerpt) touching(i int) bool {
	return i > 0 && i < len(e.Words) && e.Words[i-1].to == e.Words[i].from
}

// At is word i without case, "" outside.
func (e *Excerpt) At(i int) string {
	if i < 0 || i >= len(e.Lower) {
		return ""
	}
	return e.Lower[i]
}

func (e *Excerpt) original(i int) string {
	if i < 0 || i >= len(e.Words) {
		return ""
	}
	return e.Words[i].Text
}

// among says that a word is one of a set of characters.
func among(w, set string) bool { return w != "" && strings.Contains(set, w) }

// phrase says that the words of p stand from i on.
func (e *Excerpt) phrase(i int, p string) int {
	n := 0
	for w := range strings.FieldsSeq(p) {
		if e.At(i+n) != w {
			return 0
		}
		n++
	}
	return n
}

// han says that word i is a Chinese character.
func (e *Excerpt) han(i int) bool {
	r, _ := utf8.DecodeRuneInString(e.At(i))
	return unicode.Is(unicode.Han, r)
}

func (e *Excerpt) letter(i int) bool {
	r, _ := utf8.DecodeRuneInString(e.At(i))
	return unicode.IsLetter(r) && !unicode.Is(unicode.Han, r)
}

// Part is the excerpt from one word to another, as it stands there.
func (e *Excerpt) Part(from, to int) string {
	return strings.Join(strings.Fields(e.src[e.Words[from].from:e.Words[to-1].to]), " ")
}

// markDates marks the words of dates and of times, ratios and sections (10:30, 3:1, 24/7): they count nothing. A plain year
// stays a number.
func (e *Excerpt) markDates() []bool {
	out := make([]bool, len(e.Words))
	e.days = e.Dates(value.Calendar{})
	for _, d := range e.days {
		if d.Precision != value.OnDay && d.Precision != value.InMonth {
			continue
		}
		end := e.At(d.To)
		if d.Precision == value.OnDay && d.Year == 0 && value.Digit(e.At(d.To - 1)[0]) && e.letter(d.To) && words().betrays(end) == 0 {
			continue // in May 12 sites opened
		}
		from := d.From
		if d.Months > 0 { // 12 months to 30 June
			from++
		}
		for i := from; i < d.To; i++ {
			out[i] = value.Digit(e.At(i)[0]) && len(e.At(i)) < 4
		}
	}
	for i := 1; i+1 < len(e.Words); i++ {
		if w := e.At(i); (w == ":" || w == "/") && e.touching(i) && e.touching(i+1) && value.Digit(e.At(i - 1)[0]) && value.Digit(e.At(i + 1)[0]) {
			out[i-1], out[i+1] = true, true
		}
	}
	return out
}

// enclosed numbers mark items of a list.
func enclosed(r rune) bool { return r >= '①' && r <= '⓿' || r >= '❶' && r <= '➓' }

// vulgar is the fraction of a character, as numerator and denominator.
func vulgar(r rune) string {
	switch r {
	case '½':
		return "1/2"
	case '⅓':
		return "1/3"
	case '⅔':
		return "2/3"
	case '¼':
		return "1/4"
	case '¾':
		return "3/4"
	case '⅕':
		return "1/5"
	case '⅖':
		return "2/5"
	case '⅗':
		return "3/5"
	case '⅘':
		return "4/5"
	case '⅙':
		return "1/6"
	case '⅚':
		return "5/6"
	case '⅐':
		return "1/7"
	case '⅛':
		return "1/8"
	case '⅜':
		return "3/8"
	case '⅝':
		return "5/8"
	case '⅞':
		return "7/8"
	case '⅑':
		return "1/9"
	case '⅒':
		return "1/10"
	}
	return ""
}
