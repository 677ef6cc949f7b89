package typeset

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// Smart turns typed characters into typographic ones: quotes, apostrophes, primes, ellipses, dashes and minus signs, for
// prose in lang ("en", "zh"). What is already typographic stays. Never for a quotation's words: they take Quotes alone.
func Smart(text, lang string) string {
	if !strings.ContainsAny(text, "\"'.-…") {
		return text
	}
	return (&smart{in: []rune(text), chinese: strings.HasPrefix(lang, "zh"), all: true}).run()
}

// Quotes gives quotation marks and apostrophes their shape and changes nothing else.
func Quotes(text, lang string) string {
	if !strings.ContainsAny(text, "\"'") {
		return text
	}
	return (&smart{in: []rune(text), chinese: strings.HasPrefix(lang, "zh")}).run()
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
	chinese, all   bool
	single, double int // open quotation marks
}

func (s *smart) put(r rune) {
	s.out = utf8.AppendRune(s.out, r)
	s.last = r
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
			s.put(s.doubleQuote(i))
		case r == '\'':
			s.put(s.singleQuote(i))
		case s.all && r == '.' && s.at(i+1) == '.' && s.at(i+2) == '.':
			for n = 3; s.at(i+n) == '.'; n++ {
			}
			s.ellipsis(i + n)
		case s.all && r == '…' && !s.chinese:
			s.ellipsis(i + 1)
		case s.all && r == '-':
			n = s.dash(i)
		default:
			switch r {
			case '“':
				s.double++
			case '”':
				s.double = max(0, s.double-1)
			case '‘':
				s.single++
			}
			s.put(r)
		}
		i += n
	}
	return string(s.out)
}

// opens says that a quotation mark after the last character starts a quotation.
func (s *smart) opens() bool {
	switch s.last {
	case 0, ' ', 0xA0, '\n', '\t', '(', '[', '{', '“', '‘', '—', '–', '/', '（', '「', '《', '：', '，', '。', 0x2009, 0x3000:
		return true
	}
	return false
}

func (s *smart) doubleQuote(i int) rune {
	next := s.at(i + 1)
	switch {
	case s.last == '’' && i >= 2 && s.at(i-1) == '\'' || s.feetAndInches(i):
		s.double = max(0, s.double-1)
		if s.feetAndInches(i) {
			return '″'
		}
		return '”'
	case s.double == 0 && isDigit(s.last) && !isCJK(next):
		return '″'
	case s.opens() && next != 0 && next != ' ' && !(s.double > 0 && isCJK(s.last)), s.double == 0 && isCJK(s.last) && next != 0:
		s.double++
		return '“'
	}
	s.double = max(0, s.double-1)
	return '”'
}

// feetAndInches matches the inches of 6'2".
func (s *smart) feetAndInches(i int) bool {
	j := i - 1
	for isDigit(s.at(j)) {
		j--
	}
	return j < i-1 && i-1-j <= 2 && (s.at(j) == '\'' || s.at(j) == '′') && isDigit(s.at(j-1))
}

func (s *smart) singleQuote(i int) rune {
	next := s.at(i + 1)
	switch {
	case isLatin(s.last) && isLetter(next) && !isDigit(s.last):
		return '’' // an apostrophe inside a word
	case isDigit(s.last) && s.single == 0 && next != 's':
		return '′'
	case isDigit(s.last) && isDigit(next):
		return '′'
	case s.opens() && next != 0 && next != ' ' && !s.elision(i):
		s.single++
		return '‘'
	}
	s.single = max(0, s.single-1)
	return '’'
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
