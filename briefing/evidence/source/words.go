package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"roadshow/briefing/evidence/value"
	"roadshow/internal/limits"
)

// word is one word of a text as evidence compares it: a run of letters and digits, one Han character, or one mark. Spaces
// and quotation marks are no words. docs/evidence.md specifies it; the Merkle tree's leaves depend on every detail.
type word struct {
	Text     string // NFKC, dashes and apostrophes made one; case kept
	from, to int    // bytes of the original
}

// SplitWords cuts a text into words. Each distinct word is kept once.
func SplitWords(src string) []word { return split(src).words }

// split ends early where a text has more words, or more different ones, than a source may have.
func split(src string) splitter {
	most, spellings := limits.SourceWords.N(), limits.Spellings.N()
	s := splitter{words: make([]word, 0, min(len(src)/5+8, most)), known: map[string]int32{}}
	for i := 0; i < len(src) && len(s.words) <= most && len(s.texts) <= spellings; {
		if src[i] < utf8.RuneSelf && (i+1 == len(src) || src[i+1] < utf8.RuneSelf) { // nothing can combine with it
			s.add(rune(src[i]), i, i+1)
			i++
			continue
		}
		n := max(norm.NFKC.NextBoundaryInString(src[i:], true), 1)
		for _, r := range s.normal(src[i : i+n]) {
			s.add(r, i, i+n)
		}
		i += n
	}
	s.flush()
	return s
}

type splitter struct {
	words    []word
	ids      []int32           // of words: their texts
	texts    []string          // each once
	known    map[string]int32  // where a text stands among them
	normals  map[string]string // NFKC of characters, each with its accents
	buf      []byte            // the word being read
	from, to int
	held     rune // an apostrophe, point or comma that is part of the word only if the word goes on
	heldAt   int
}

// normal is the NFKC of a stretch. A text repeats its characters, and what they are is looked up once each.
func (s *splitter) normal(part string) string {
	if len(part) > utf8.UTFMax {
		return norm.NFKC.String(part)
	}
	text, ok := s.normals[part]
	if !ok {
		text = norm.NFKC.String(part)
		if s.normals == nil {
			s.normals = map[string]string{}
		}
		if len(s.normals) < 1<<14 { // more than any language writes with
			s.normals[part] = text
		}
	}
	return text
}

func (s *splitter) add(r rune, from, to int) {
	switch {
	case ignored(r):
		return
	case r < utf8.RuneSelf && value.AsciiLetter(byte(r)), r >= utf8.RuneSelf && unicode.IsLetter(r) && !unicode.Is(unicode.Han, r):
		if s.held != 0 && s.held != '\'' {
			s.flush()
		}
		s.grow(r, from, to)
	case r >= '0' && r <= '9', r >= utf8.RuneSelf && unicode.IsDigit(r):
		s.grow(r, from, to)
	case unicode.IsMark(r):
		if len(s.buf) > 0 && s.held == 0 {
			s.grow(r, from, to)
		}
	case apostrophe(r):
		if s.held != 0 || len(s.buf) == 0 {
			s.flush()
			return
		}
		s.held, s.heldAt = '\'', from
	case (r == '.' || r == ',') && s.held == 0 && len(s.buf) > 0 && value.Digit(s.buf[len(s.buf)-1]):
		s.held, s.heldAt = r, from
	default:
		s.flush()
		if dash(r) {
			r = '-'
		}
		if !unicode.IsSpace(r) && !unicode.IsControl(r) && !quotationMark(r) {
			s.emit(string(r), from, to)
		}
	}
}

func (s *splitter) grow(r rune, from, to int) {
	if len(s.buf) == 0 {
		s.from = from
	}
	if s.held != 0 {
		s.buf = append(s.buf, byte(s.held))
		s.held = 0
	}
	s.buf = utf8.AppendRune(s.buf, r)
	s.to = to
}

// flush ends the word being read; a held point or comma was a mark after all.
func (s *splitter) flush() {
	if len(s.buf) > 0 {
		id, ok := s.known[string(s.buf)]
		if !ok {
			id = s.learn(string(s.buf))
		}
		s.put(id, s.from, s.to)
		s.buf = s.buf[:0]
	}
	if held := s.held; held != 0 {
		s.held = 0
		if held != '\'' {
			s.emit(string(held), s.heldAt, s.heldAt+1)
		}
	}
}

func (s *splitter) emit(text string, from, to int) {
	id, ok := s.known[text]
	if !ok {
		id = s.learn(text)
	}
	s.put(id, from, to)
}

func (s *splitter) learn(text string) int32 {
	id := int32(len(s.texts))
	s.texts, s.known[text] = append(s.texts, text), id
	return id
}

func (s *splitter) put(id int32, from, to int) {
	s.words, s.ids = append(s.words, word{s.texts[id], from, to}), append(s.ids, id)
}

// ignored characters stand inside words without being seen.
func ignored(r rune) bool {
	return r == '\u00ad' || r >= utf8.RuneSelf && unicode.Is(unicode.Cf, r)
}

func apostrophe(r rune) bool { return strings.ContainsRune("'’‘‛′`＇", r) }

func quotationMark(r rune) bool {
	return strings.ContainsRune("\"“”„‟«»‹›「」『』‚″", r) || apostrophe(r)
}

func dash(r rune) bool { return strings.ContainsRune("-‐‑‒–—―−﹘﹣－", r) }

// edgeMarks are the marks, after NFKC, that may differ at the edges of a quotation: a full stop where the source goes on.
const edgeMarks = ".,;:!?-()。、"

func Mark(text string) bool {
	r, n := utf8.DecodeRuneInString(text)
	return n == len(text) && strings.ContainsRune(edgeMarks, r)
}

// Fold is the word without its case.
func Fold(text string) string { return strings.ToLower(text) }

// Terms are the words of a text as evidence compares them, marks included.
func Terms(text string) []string {
	var out []string
	for _, w := range SplitWords(text) {
		out = append(out, w.Text)
	}
	return out
}
