package source

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentenceEnds says that a sentence ends behind word i. A point ends none behind an initial or a common abbreviation, nor
// where the text goes on in small letters.
func (t *Text) sentenceEnds(i int) bool {
	if i+1 >= len(t.words) || t.paragraphEnds(i) {
		return true
	}
	next, _ := utf8.DecodeRuneInString(t.words[i+1].Text)
	switch t.words[i].Text {
	case "。":
		return true
	case "!", "?":
		return !unicode.IsLower(next) && !Mark(t.words[i+1].Text)
	case ".":
		if unicode.IsLower(next) || Mark(t.words[i+1].Text) {
			return false
		}
		return i == 0 || !abbreviates(t.words[i-1].Text)
	}
	return false
}

func abbreviates(word string) bool {
	if r, n := utf8.DecodeRuneInString(word); n == len(word) && unicode.IsUpper(r) {
		return true // J. Smith, U.S.
	}
	switch word {
	case "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Sr", "Jr", "No", "Nr", "vs", "approx", "ca", "Inc", "Ltd", "Corp", "Co", "Art", "Fig", "p", "pp", "cf",
		"Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Mio", "Mrd", "Bd", "bzw", "Abs", "Gen", "Gov", "Sen", "Rep":
		return true
	}
	return false
}

// longLine is a line, in bytes, that no author wrapped by hand: its end is a paragraph's.
const longLine = 120

// paragraphEnds says that a paragraph ends behind word i: a blank line follows, or the end of a long line.
func (t *Text) paragraphEnds(i int) bool {
	if i+1 >= len(t.words) {
		return true
	}
	gap := t.gap(i, i+1)
	at := strings.IndexByte(gap, '\n')
	if at < 0 {
		return false
	}
	for rest := gap[at+1:]; ; {
		if strings.HasPrefix(strings.TrimLeft(rest, " \t\r"), "\n") {
			return true
		}
		next := strings.IndexByte(rest, '\n')
		if next < 0 {
			break
		}
		rest = rest[next+1:]
	}
	end := t.words[i].to + at
	return end-t.lines[t.line(end)-1] > longLine
}

// together says how near the parts of a quote stand: 0 in one sentence, 1 in one paragraph, 2 further apart.
func (t *Text) together(spans []span) (how int) {
	for k := 1; k < len(spans); k++ {
		for i := spans[k-1].to - 1; i < spans[k].from; i++ {
			switch {
			case t.paragraphEnds(i):
				return 2
			case t.sentenceEnds(i):
				how = 1
			}
		}
	}
	return how
}

// farthest bounds how far a sentence is followed, in words.
const farthest = 120

// sentence grows a span to whole sentences.
func (t *Text) sentenceAround(s span) span {
	for n := 0; s.from > 0 && n < farthest && !t.sentenceEnds(s.from-1); n++ {
		s.from--
	}
	for n := 0; s.to < len(t.words) && n < farthest && !t.sentenceEnds(s.to-1); n++ {
		s.to++
	}
	return s
}

// plainly is the source from word a to word b as one line, its last mark included.
func (t *Text) plainly(s span) string {
	if s.from >= s.to {
		return ""
	}
	end := t.words[s.to-1].to
	for end < len(t.src) {
		r, n := utf8.DecodeRuneInString(t.src[end:])
		if !quotationMark(r) {
			break
		}
		end += n
	}
	begin := t.words[s.from].from
	for begin > 0 {
		r, n := utf8.DecodeLastRuneInString(t.src[:begin])
		if !quotationMark(r) {
			break
		}
		begin -= n
	}
	return strings.Join(strings.Fields(t.src[begin:end]), " ")
}

// Sentence is the whole of the sentences in which a passage stands, as one line.
func (t *Text) Sentence(p Passage) string {
	if p.At < 0 || p.Words < 1 || p.At+p.Words > len(t.words) {
		return ""
	}
	return t.plainly(t.sentenceAround(span{p.At, p.At + p.Words}))
}
