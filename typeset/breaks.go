package typeset

import (
	"strings"
	"unicode/utf8"
)

// segment is what stands between two places where a line may end.
type segment struct {
	start, end int32 // characters that are drawn
	next       int32 // start of the next segment: spaces between are dropped when the line ends here
	hard       bool  // the line must end here
	soft       bool  // a break here stands for a space
	forced     bool  // a break here splits a word: last resort
	hyphen     bool  // a break here divides a word: the line ends in a hyphen …
	typed      bool  // … which the author asked for
	short      bool  // ends in a word of at most two letters
	article    bool  // ends in an article: its noun stands on the next line
	pause      bool  // ends in Chinese punctuation
	clings     bool  // the next line starts with a particle, which belongs to the word before
	stop       bool  // ends in . ; : ,
	parts      bool  // a break here parts what belongs together: only an editor breaks here
}

// split finds the segments of the loaded paragraph. No segment is wider than the measure unless it is one character, or a number
// with its unit.
func (f *Fonts) split(measure float64, hyphenate bool) {
	s := &f.set
	s.hyphenate = hyphenate
	s.segs, s.wide = s.segs[:0], false
	start, n := int32(0), int32(len(s.runes))
	part := func(next int32) {
		hard := next > 0 && s.runes[next-1] == '\n'
		parts := next < n && !hard && !s.mayBreak(int(next))
		if parts && (f.editor == NoEditor || s.typedTogether(int(next))) {
			return
		}
		end := next
		for end > start && isSpace(s.runes[end-1]) {
			end--
		}
		if end > start || hard { // not only spaces
			soft := hard || end < next && s.runes[end] != 0x3000
			f.addSegment(segment{start: start, end: end, next: next, hard: hard, soft: soft, parts: parts}, measure)
		}
		start = next
	}
	if f.editor == NoEditor && s.simple() {
		for i := int32(1); i < n; i++ {
			switch s.runes[i-1] {
			case '\n':
				part(i)
			case ' ', '-', '/', '–', '—':
				if s.runes[i] != ' ' && s.runes[i] != '\n' {
					part(i)
				}
			}
		}
		if n > 0 {
			part(n)
		}
		return
	}
	s.holdNames(f.names)
	s.words.Init(s.runes)
	for it := s.words.LineIterator(); it.Next(); {
		line := it.Line()
		part(int32(line.Offset + len(line.Text)))
	}
}

// typedTogether says that no program breaks at i: the author typed a space there that holds its words together.
func (s *setter) typedTogether(i int) bool { return isSpace(s.runes[i-1]) && s.held[i-1] }

// simple says that the paragraph is Latin text with common punctuation, for which mayBreak knows all that the segmenter
// knows: finding its breaks costs half the time of setting it. A test holds both ways against each other.
func (s *setter) simple() bool {
	for _, r := range s.runes {
		switch {
		case r < 0x7F, r >= 0xC0 && r <= 0x17F, r >= '‘' && r <= '”' && r != '‚' && r != '‛', r == '–', r == '—':
		default:
			return false
		}
	}
	return true
}

// addSegment appends a segment, in parts when it is wider than the measure.
func (f *Fonts) addSegment(g segment, measure float64) {
	s := &f.set
	if measure > 0 && f.width(int(g.start), int(g.end)) > measure+slack {
		f.force(&g, measure, f.forcing())
		s.wide = true
	} else if all := s.hyphenate && f.mayDivide(int(g.start), int(g.end)); measure > 0 && f.editor == NoEditor && (all || len(s.shy) > 0) {
		for _, at := range f.divisions(int(g.start), int(g.end), all) {
			s.segs = append(s.segs, segment{start: g.start, end: at, next: at, hyphen: true, typed: s.soft(int(at))})
			g.start = at
		}
	}
	word := s.runes[g.start:g.end]
	if n := len(word); n > 0 {
		switch word[n-1] {
		case '.', ';', ':', ',', '。', '；', '：', '，':
			g.stop = true
		}
		g.pause = isCJK(word[n-1]) && !isHan(word[n-1]) || word[n-1] == '”' && s.faces[g.end-1].han()
		g.clings = int(g.next) < len(s.runes) && isHan(word[n-1]) && strings.ContainsRune(particles, s.runes[g.next])
		letters := 0
		for i := n - 1; i >= 0 && isLetter(word[i]) && !isHan(word[i]); i-- {
			letters++
		}
		g.article = isArticle(word)
		g.short = letters >= 1 && letters <= 2 && (letters == n || isSpace(word[n-letters-1]))
	}
	s.segs = append(s.segs, g)
}

// byCharacter is the last of the ways in which force cuts.
const byCharacter = 4

// forcing is the first way in which force cuts: an editor knows no other than the last.
func (f *Fonts) forcing() int {
	if f.editor != NoEditor {
		return byCharacter
	}
	return 0
}

// force cuts a segment that is wider than the measure: between bound words, then after dashes, then after the slashes of addresses, then
// after their dots, then where its words may be divided, then between any two characters; never inside a number. The last part stays in g, the others are
// appended.
func (f *Fonts) force(g *segment, measure float64, pass int) {
	s := &f.set
	fits := func(from, to int32) bool { return f.width(int(from), int(to)) <= measure+slack }
	after := [byCharacter]string{" ", "–", "/?&=_", ".-@~:;,"}
	if pass == byCharacter && f.editor == NoEditor {
		for _, at := range f.divisions(int(g.start), int(g.end), true) {
			if f.width(int(g.start), int(at))+f.hyphenWidth(int(at)-1) <= measure+slack {
				s.segs = append(s.segs, segment{start: g.start, end: at, next: at, hyphen: true, typed: true})
				g.start = at
			}
		}
	}
	for i := g.start + 1; i < g.end; i++ {
		before, next := s.runes[i-1], s.runes[i]
		part := segment{start: g.start, end: i, next: i, forced: true}
		switch {
		case pass == byCharacter:
			if isMark(next) || isSpace(next) || fits(g.start, i+1) || s.inNumber(int(i)) {
				continue
			}
		case !strings.ContainsRune(after[pass], before) || before == ' ' && (next == ' ' || i-1 == g.start) || before != ' ' && !isLatin(next),
			s.inNumber(int(i)):
			continue
		}
		for part.end > g.start+1 && isSpace(s.runes[part.end-1]) {
			part.end, part.soft = part.end-1, true
		}
		if !fits(part.start, part.end) && pass < byCharacter {
			f.force(&part, measure, pass+1)
		}
		s.segs = append(s.segs, part)
		g.start = i
	}
	if pass < byCharacter && !fits(g.start, g.end) {
		f.force(g, measure, pass+1)
	}
}

// mayBreak says whether a line may end before the character at i, where the segmenter (UAX #14) allows it. Between words
// the rules of binding decide; inside a word only hyphens, dashes, slashes and Chinese letters part.
func (s *setter) mayBreak(i int) bool {
	before, after := s.runes[i-1], s.runes[i]
	if before == ' ' {
		if s.held[i-1] || i >= 2 && strings.ContainsRune("([{“‘", s.runes[i-2]) || strings.ContainsRune("!),.:;?]}/”’", after) {
			return false
		}
		return !s.bound(i - 1)
	}
	if before == 0x3000 {
		return true
	}
	if before == 0x2009 || s.held[i-1] {
		return false
	}
	if s.chinese(i-1) || s.chinese(i) {
		return !strings.ContainsRune(noStart, after) && !strings.ContainsRune(noEnd, before) &&
			!s.insideName(i) && !s.insideNumber(i)
	}
	switch before {
	case '-', '‐', '/':
		return s.letters(i-2, -1) >= 3 && s.letters(i, 1) >= 3
	case '–':
		return s.letters(i-2, -1) >= 2 && s.letters(i, 1) >= 2
	case '—': // behind it alone: prose never opens a line with a dash
		return isLatin(after)
	}
	return false
}

// letters counts the letters from i on in a direction, at most three.
func (s *setter) letters(i, step int) int {
	n := 0
	for ; n < 3 && i >= 0 && i < len(s.runes) && isLetter(s.runes[i]) && !isHan(s.runes[i]); i += step {
		n++
	}
	return n
}

// chinese says that the character at i belongs to Chinese text.
func (s *setter) chinese(i int) bool {
	return i >= 0 && i < len(s.runes) && (isCJK(s.runes[i]) || isShared(s.runes[i]) && s.faces[i].han())
}

// insideName says that i parts a stretch of at most four Chinese letters alone among Latin words: a name.
func (s *setter) insideName(i int) bool {
	if !isHan(s.runes[i-1]) || !isHan(s.runes[i]) {
		return false
	}
	from, to := i-1, i+1
	for from > 0 && i-from <= 4 && isHan(s.runes[from-1]) {
		from--
	}
	for to < len(s.runes) && to-i <= 4 && isHan(s.runes[to]) {
		to++
	}
	return to-from <= 4 && !s.chinese(from-1) && !s.chinese(to)
}

// bound says that the space at i binds its two words.
func (s *setter) bound(i int) bool {
	from := i
	for from > 0 && !isSpace(s.runes[from-1]) {
		from--
	}
	to := i + 1
	for to < len(s.runes) && !isSpace(s.runes[to]) {
		to++
	}
	if from == i || to == i+1 {
		return false
	}
	return binds(trimOpening(s.word(from, i)), trimOpening(s.word(i+1, to)), s.sentenceStart(from))
}

// sentenceStart says that the word at i starts a sentence.
func (s *setter) sentenceStart(i int) bool {
	for i--; i >= 0; i-- {
		switch s.runes[i] {
		case ' ', '”', '’', ')', '"', '\'':
			continue
		case '.', '!', '?', ':', '\n':
			return true
		}
		return false
	}
	return true
}

// binds says whether a line must not end between two words.
func binds(a, b string, starts bool) bool {
	if a == "" || b == "" {
		return false
	}
	first, _ := utf8.DecodeRuneInString(b)
	last, _ := utf8.DecodeLastRuneInString(a)
	switch first {
	case '…', '–', '—', '·', '×', '→':
		return true
	}
	switch {
	case starts && (a == "A" || a == "An" || a == "The"), measures(a, b):
		return true
	case isDigit(last) || last == '%':
		return isDay(a) && isMonth(b)
	case isFigure(b):
		return isLabel(a) || isMonth(a) && isDay(strings.TrimRight(b, ",.;:)”’"))
	case isInitial(a), isTitle(a):
		return isUpper(first)
	case isLabel(a):
		return len(strings.TrimRight(b, ".,;:)")) == 1 && isUpper(first) // Appendix A
	}
	return false
}

func isDay(w string) bool {
	return len(w) == 1 && isDigit(rune(w[0])) || len(w) == 2 && w[0] >= '0' && w[0] <= '3' && isDigit(rune(w[1]))
}

func isMonth(w string) bool {
	switch strings.TrimRight(w, ".,;:)”’") {
	case "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
		"December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec":
		return true
	}
	return false
}

// isLabel knows the words that a number or letter completes.
func isLabel(w string) bool {
	switch w {
	case "Exhibit", "Exhibits", "Figure", "Figures", "Fig.", "Figs.", "Table", "Tables", "Chart", "Charts", "Chapter",
		"Section", "Part", "Page", "Pages", "page", "pages", "p.", "pp.", "No.", "Nos.", "no.", "note", "notes", "Note",
		"Notes", "Article", "Appendix", "Annex", "Box", "Step", "Stage", "Phase", "Level", "Tier", "Series", "Vol.",
		"Version", "Act", "Volume", "Layer", "Round", "Theme", "theme", "exhibit", "ca.", "c.", "§", "§§", "№", "FY":
		return true
	}
	return false
}

// isInitial matches J. and J.R.
func isInitial(w string) bool {
	if w == "" || !strings.HasSuffix(w, ".") {
		return false
	}
	up := true
	for _, r := range w {
		if up != isUpper(r) || !up && r != '.' {
			return false
		}
		up = !up
	}
	return up
}

func isTitle(w string) bool {
	switch w {
	case "Mr", "Mr.", "Ms", "Ms.", "Mrs", "Mrs.", "Dr", "Dr.", "Prof", "Prof.", "St", "St.":
		return true
	}
	return false
}

// isArticle says whether a segment ends in an article.
func isArticle(word []rune) bool {
	n := len(word)
	for n > 0 && isSpace(word[n-1]) {
		n--
	}
	from := n
	for from > 0 && isLetter(word[from-1]) {
		from--
	}
	switch string(word[from:n]) {
	case "a", "an", "the", "A", "An", "The":
		return true
	}
	return false
}
