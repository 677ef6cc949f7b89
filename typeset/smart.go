package typeset

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"roadshow/words"
)

// Smart turns typed characters into typographic ones: quotes, apostrophes, primes, ellipses, dashes and minus signs, for
// prose in a language, or as a country writes it (de, de-CH). What is already typographic stays. Never for a quotation's words: they take Quotes alone.
func Smart(text, lang string) string {
	french := strings.HasPrefix(lang, "fr")
	if !strings.ContainsAny(text, "\"'.-…") && !(french && strings.ContainsAny(text, ":;?!%«»")) {
		return text
	}
	return (&smart{in: []rune(text), marks: words.Quoting(lang), chinese: strings.HasPrefix(lang, "zh"), french: french, all: true}).run()
}

// Quotes gives quotation marks and apostrophes their shape and changes nothing else.
func Quotes(text, lang string) string {
	if !strings.ContainsAny(text, "\"'") {
		return text
	}
	return (&smart{in: []rune(text), marks: words.Quoting(lang), chinese: strings.HasPrefix(lang, "zh")}).run()
}

// Bind puts no-break spaces where a line must not end between two words, for formats that break lines themselves. Set
// needs no help: it follows the same rules.
func Bind(text string) string {
	if !strings.Contains(text, " ") {
		return text
	}
	s := setter{runes: []rune(text), text: text}
	for i := range text {
		s.off = append(s.off, int32(i))
	}
	s.off = append(s.off, int32(len(text)))
	var out []rune
	for i, r := range s.runes {
		if r == ' ' && s.bound(i) {
			if out == nil {
				out = []rune(text)
			}
			out[i] = 0xA0
		}
	}
	if out == nil {
		return text
	}
	return string(out)
}

// smart walks a text once; open quotes decide between closing marks and primes.
type smart struct {
	in             []rune
	out            []byte
	last           rune // last character written, 0 at the start
	marks          words.Quoted
	chinese, all   bool
	french         bool // : ; ? ! % and what stands between « » take a narrow no-break space
	single, double int  // open quotation marks
}

func (s *smart) put(r rune) {
	s.out = utf8.AppendRune(s.out, r)
	s.last = r
}

func (s *smart) write(marks string) {
	for _, r := range marks {
		s.put(r)
	}
}

func (s *smart) at(i int) rune {
	if i < 0 || i >= len(s.in) {
		return 0
	}
	return s.in[i]
}

func (s *smart) run() string {
	s.out = make([]byte, 0, len(s.in)+16)
	for i := 0; i < len(s.in); {
		r := s.in[i]
		n := 1
		switch {
		case r == '"':
			s.write(s.doubleQuote(i))
		case r == '\'':
			s.write(s.singleQuote(i))
		case s.all && r == '.' && s.at(i+1) == '.' && s.at(i+2) == '.':
			for n = 3; s.at(i+n) == '.'; n++ {
			}
			s.ellipsis(i + n)
		case s.all && r == '…' && !s.chinese:
			s.ellipsis(i + 1)
		case s.all && r == '-':
			n = s.dash(i)
		default:
			s.count(r)
			if s.french {
				s.narrow(r)
				if r == '«' && s.at(i+1) == ' ' {
					n = 2
					s.put(r)
					r = 0x202F
				}
			}
			s.put(r)
		}
		i += n
	}
	return string(s.out)
}

// count keeps the number of open quotation marks by those that were typed. In German “ closes.
func (s *smart) count(r rune) {
	switch mark := string(r); {
	case mark == strings.TrimSuffix(s.marks.Open, "\u202f"):
		s.double++
	case mark == strings.TrimPrefix(s.marks.Close, "\u202f"):
		s.double = max(0, s.double-1)
	case mark == s.marks.InnerOpen:
		s.single++
	}
}

// narrow makes the space before a French mark of punctuation a narrow one that breaks no line. Where none was typed, as in times
// and addresses, none is set.
func (s *smart) narrow(r rune) {
	if strings.ContainsRune(":;?!%»", r) && (s.last == ' ' || s.last == 0xA0) {
		s.out = s.out[:len(s.out)-utf8.RuneLen(s.last)]
		s.put(0x202F)
	}
}

// opens says that a quotation mark after the last character starts a quotation.
func (s *smart) opens() bool {
	switch s.last {
	case '“':
		return s.marks.Close != "“" // in German it closes
	case 0, ' ', 0xA0, '\n', '\t', '(', '[', '{', '„', '‚', '«', '‘', '—', '–', '/', '（', '「', '《', '：', '，', '。', 0x2009, 0x202F, 0x3000:
		return s.marks.InnerClose != "‘" || s.last != '‘'
	}
	return false
}

func (s *smart) doubleQuote(i int) string {
	next := s.at(i + 1)
	switch {
	case s.last == '’' && i >= 2 && s.at(i-1) == '\'' || s.feetAndInches(i):
		s.double = max(0, s.double-1)
		if s.feetAndInches(i) {
			return "″"
		}
		return s.marks.Close
	case s.double == 0 && isDigit(s.last) && !isCJK(next):
		return "″"
	case s.opens() && next != 0 && next != ' ' && !(s.double > 0 && isCJK(s.last)), s.double == 0 && isCJK(s.last) && next != 0:
		s.double++
		return s.marks.Open
	}
	s.double = max(0, s.double-1)
	return s.marks.Close
}

// feetAndInches matches the inches of 6'2".
func (s *smart) feetAndInches(i int) bool {
	j := i - 1
	for isDigit(s.at(j)) {
		j--
	}
	return j < i-1 && i-1-j <= 2 && (s.at(j) == '\'' || s.at(j) == '′') && isDigit(s.at(j-1))
}

func (s *smart) singleQuote(i int) string {
	next := s.at(i + 1)
	switch {
	case isLatin(s.last) && isLetter(next) && !isDigit(s.last):
		return "’" // an apostrophe inside a word
	case isDigit(s.last) && s.single == 0 && next != 's':
		return "′"
	case isDigit(s.last) && isDigit(next):
		return "′"
	case s.opens() && next != 0 && next != ' ' && !s.elision(i):
		s.single++
		return s.marks.InnerOpen
	}
	if s.single == 0 {
		return "’"
	}
	s.single--
	return s.marks.InnerClose
}

// elision says that the mark at i stands for left-out letters: ’90s, ’tis.
func (s *smart) elision(i int) bool {
	if isDigit(s.at(i+1)) && isDigit(s.at(i+2)) && (s.at(i+3) == 's' || !isLatin(s.at(i+3)) && s.at(i+3) != '\'') {
		return true
	}
	j := i + 1
	for j <= i+6 && isLetter(s.at(j)) {
		j++
	}
	if j > i+6 {
		return false
	}
	switch strings.ToLower(string(s.in[i+1 : j])) {
	case "n":
		return true
	case "tis", "twas", "til", "em", "cause", "bout", "round":
		return s.at(j) != '\''
	}
	return false
}

// ellipsis writes … with a no-break space before it; in Chinese …… alone. next is what follows the dots.
func (s *smart) ellipsis(next int) {
	if s.chinese {
		s.put('…')
		s.put('…')
		return
	}
	switch {
	case s.french || s.marks.Open == "«" && s.marks.InnerOpen == "‘": // French and Spanish set it close
	case s.last == ' ':
		s.out = s.out[:len(s.out)-1]
		s.put(0xA0)
	case !s.opens() && !isCJK(s.last):
		s.put(0xA0)
	}
	s.put('…')
	if isLatin(s.at(next)) && s.at(next-1) == '.' {
		s.put(' ')
	}
}

// dash writes what hyphens at i mean and returns how many it read.
func (s *smart) dash(i int) int {
	n := 1
	for s.at(i+n) == '-' {
		n++
	}
	before, after := s.at(i-1), s.at(i+n)
	switch {
	case s.chinese && n == 2:
		s.put('—')
		s.put('—')
	case n == 2 && !isLetter(after) || n == 2 && before != ' ' && before != 0:
		s.put('–')
	case n == 3:
		s.put('—')
	case n == 1 && before == ' ' && after == ' ':
		s.put('–')
	case n == 1 && (isDigit(after) || after == '.' && isDigit(s.at(i+2))) && (s.opens() || s.last == '−' || strings.ContainsRune("<>≤≥≈~=$€£¥", s.last)) && !s.endsInNumber():
		s.put('−')
	default:
		for range n { // a command's --option, a hyphen, a row of dashes
			s.put('-')
		}
	}
	return n
}

// endsInNumber says that the words so far end in a number and a space: what follows is no sign.
func (s *smart) endsInNumber() bool {
	words := bytes.TrimRight(s.out, " ")
	return len(words) < len(s.out) && len(words) > 0 && isDigit(rune(words[len(words)-1]))
}
