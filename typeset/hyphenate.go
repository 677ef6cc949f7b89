package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"roadshow/assets"
)

// Words are divided by Liang's patterns, as TeX does it, between at least three letters on either side. Only a line that would
// leave a gap of more than ragged of its measure divides one, never two lines running, never the last word of a paragraph, and in
// languages that write only names so never a capitalised one. A word that is wider than its measure is divided whatever the rules.
// Where the author put a soft hyphen, that is where.
const (
	leastBefore, leastAfter = 3, 3
	leastWord               = 6
	ragged                  = 0.22
)

// hyphens knows how a language divides its words.
type hyphens struct {
	text       string  // patterns, in the order of their bytes
	starts     []int32 // of the lines
	exceptions string
	capitals   bool // common nouns are capitalised
	known      map[string][]int8
}

// Language says in which language words are divided: a tag of assets.Hyphens. Unknown: not at all.
func (f *Fonts) Language(tag string) {
	if tag != f.language {
		f.language, f.hyphens = tag, nil
		f.memory = nil
	}
}

// hyphenator is read when the first word is divided.
func (f *Fonts) hyphenator() *hyphens {
	if f.hyphens == nil {
		text, exceptions, _ := strings.Cut(assets.Hyphens(f.language), "\n\n")
		h := &hyphens{text: text, exceptions: "\n" + exceptions, capitals: f.language == "de", known: map[string][]int8{},
			starts: make([]int32, 0, strings.Count(text, "\n")+1)}
		for at := 0; at < len(text); {
			h.starts = append(h.starts, int32(at))
			next := strings.IndexByte(text[at:], '\n')
			if next < 0 {
				break
			}
			at += next + 1
		}
		f.hyphens = h
	}
	return f.hyphens
}

// divide is before which letters of a word a line may begin.
func (h *hyphens) divide(word string) []int8 {
	word = strings.ToLower(word)
	at, known := h.known[word]
	if !known {
		at = h.points(word)
		h.known[word] = at
	}
	return at
}

func (h *hyphens) points(word string) (out []int8) {
	n := utf8.RuneCountInString(word)
	if len(h.starts) == 0 || n < leastWord || n > 100 {
		return nil
	}
	if at := h.exception(word); at != nil {
		return at
	}
	dotted := "." + word + "."
	values := make([]byte, n+3)
	place := 0
	for i := range dotted {
		h.matches(dotted[i:], func(marks string) {
			for k := 0; k+1 < len(marks); k += 2 {
				at := place + int(marks[k]-'a')
				values[at] = max(values[at], marks[k+1]-'0')
			}
		})
		place++
	}
	for i := leastBefore; i <= n-leastAfter; i++ {
		if values[i+1]&1 == 1 {
			out = append(out, int8(i))
		}
	}
	return out
}

// exception divides a word that its language lists.
func (h *hyphens) exception(word string) []int8 {
	if len(h.exceptions) < 2 {
		return nil
	}
	for line := range strings.Lines(h.exceptions) {
		line = strings.TrimSpace(line)
		if len(line) < len(word) || strings.ReplaceAll(line, "-", "") != word {
			continue
		}
		out := []int8{}
		n := 0
		for _, r := range line {
			if r != '-' {
				n++
			} else if n >= leastBefore && utf8.RuneCountInString(word)-n >= leastAfter {
				out = append(out, int8(n))
			}
		}
		return out
	}
	return nil
}

// matches calls found with the marks of every pattern that s begins with. The lines that begin alike stand together: each letter
// narrows them.
func (h *hyphens) matches(s string, found func(marks string)) {
	lo, hi := 0, len(h.starts)
	for depth := 0; depth < len(s) && lo < hi; depth++ {
		c := s[depth]
		lo, hi = h.narrow(lo, hi, depth, c), h.narrow(lo, hi, depth, c+1)
		if lo < hi {
			if line := h.line(lo); depth+1 < len(line) && line[depth+1] == ' ' {
				found(line[depth+2:])
			}
		}
	}
}

// narrow is the first of the lines lo to hi whose byte at depth is c or more.
func (h *hyphens) narrow(lo, hi, depth int, c byte) int {
	for lo < hi {
		mid := (lo + hi) / 2
		if line := h.line(mid); depth >= len(line) || line[depth] < c {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

func (h *hyphens) line(i int) string {
	from := int(h.starts[i])
	if i+1 < len(h.starts) {
		return h.text[from : h.starts[i+1]-1]
	}
	return strings.TrimSuffix(h.text[from:], "\n")
}

// divisions are before which characters of from..to a line may begin with a hyphen at the end of the one before: where the author
// put a soft hyphen, and with all where the language's patterns put one.
func (f *Fonts) divisions(from, to int, all bool) (out []int32) {
	s := &f.set
	for i := from; i < to; {
		if !isLetter(s.runes[i]) || isHan(s.runes[i]) {
			i++
			continue
		}
		end := i
		typed := false
		for end < to && isLetter(s.runes[end]) && !isHan(s.runes[end]) {
			typed = typed || end > i && s.soft(end)
			end++
		}
		switch {
		case typed: // the author knows
			for k := i + 1; k < end; k++ {
				if s.soft(k) {
					out = append(out, int32(k))
				}
			}
		case all && end-i >= leastWord && s.plainWord(i, end):
			for _, at := range f.hyphenator().divide(string(s.runes[i:end])) {
				out = append(out, int32(i)+int32(at))
			}
		}
		i = end
	}
	return out
}

// plainWord says that letters are a word of running text: no part of an address, of a name with digits or of a compound in capitals.
func (s *setter) plainWord(from, to int) bool {
	if from > 0 && strings.ContainsRune("@/_.\\#$0123456789", s.runes[from-1]) {
		return false
	}
	if to < len(s.runes) && (strings.ContainsRune("@/_\\0123456789", s.runes[to]) || s.runes[to] == '.' && to+1 < len(s.runes) && isLetter(s.runes[to+1])) {
		return false
	}
	for i := from + 1; i < to; i++ {
		if unicode.IsUpper(s.runes[i]) {
			return false
		}
	}
	return true
}

// mayDivide says that the words from..to may be divided where a line would be ragged.
func (f *Fonts) mayDivide(from, to int) bool {
	if f.set.lastWord(to) {
		return false
	}
	for i := from; i < to; i++ {
		if isUpper(f.set.runes[i]) && f.language != "de" {
			return false
		}
	}
	return true
}

// lastWord says that no other word follows before the paragraph or the typed line ends.
func (s *setter) lastWord(to int) bool {
	for ; to < len(s.runes) && s.runes[to] != '\n'; to++ {
		if isLetter(s.runes[to]) || isDigit(s.runes[to]) {
			return false
		}
	}
	return true
}

// soft says that the author put a soft hyphen before the character at i.
func (s *setter) soft(i int) bool { return len(s.shy) > 0 && s.shy[int32(i)] }

// hyphenWidth is the drawn width of the hyphen behind the character at i.
func (f *Fonts) hyphenWidth(i int) float64 {
	face := f.face(f.set.faces[i])
	return float64(face.glyph('-').advance())*f.set.size(i)/1000 + float64(f.set.style(i).Tracking)
}
