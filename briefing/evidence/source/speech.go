package source

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// speech is a run of somebody's words between quotation marks, or a turn of a dialogue that a dash opens.
type speech struct {
	span
	dash bool
}

// listen finds out who speaks where: for every word the speech that it belongs to, and in a transcript the name at the head of
// its paragraph.
func (t *Text) listen() {
	t.spoken.Do(func() {
		t.runs = make([]int32, len(t.words))
		closer := rune(0)
		run, at := int32(0), 0
		fresh := false     // a paragraph has begun inside a run: a mark may open it anew
		sought := [3]int{} // how far single marks have been sought that close, without success
		begin := func(i int, dash bool) {
			t.speeches = append(t.speeches, speech{span: span{i, i}, dash: dash})
			run = int32(len(t.speeches))
		}
		for i, w := range t.words {
			for k, r := range t.src[at:max(at, w.from)] {
				switch k += at; {
				case run != 0 && t.speeches[run-1].dash && r != closer:
				case run == 0 && t.opensAt(k, r, &sought):
					begin(i, false)
					closer = closes(r)
				case run != 0 && fresh && t.opensAt(k, r, &sought):
					fresh = false
				case run != 0 && t.closesAt(k, r, closer):
					run = 0
				}
			}
			fresh = false
			if t.turns(i) {
				begin(i, true)
			}
			if t.runs[i] = run; run != 0 {
				t.speeches[run-1].to = i + 1
			}
			at = w.to
			if run != 0 && i+1 < len(t.words) && t.paragraphEnds(i) {
				// Whoever speaks on opens the next paragraph anew and has not closed this one.
				ending, next, _ := strings.Cut(t.gap(i, i+1), "\n")
				at = w.to + len(ending)
				fresh = !t.speeches[run-1].dash && !strings.ContainsRune(ending, closer) && strings.ContainsFunc(next, opens)
				if !fresh {
					run, closer = 0, 0
				}
			}
		}
		t.labels = t.transcript()
	})
}

func opens(r rune) bool { return strings.ContainsRune("\"“„«»‹›「『‘‚'", r) }

func closes(r rune) rune {
	if i := strings.IndexRune("“„«»‹›「『‘‚", r); i >= 0 {
		return []rune("”“»«›‹」』’‘")[utf8.RuneCountInString("“„«»‹›「『‘‚"[:i])]
	}
	return r
}

// opensAt says that a mark opens what somebody says. Which way a guillemet points depends on the country: what opens stands before
// a word, or before a blank that belongs to it and behind one that does not. A single mark is an apostrophe unless its like closes
// it in the same line.
func (t *Text) opensAt(at int, r rune, sought *[3]int) bool {
	if !opens(r) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(t.src[:at])
	next, _ := utf8.DecodeRuneInString(t.src[at+utf8.RuneLen(r):])
	free := at == 0 || unicode.IsSpace(last) || strings.ContainsRune("([-–—:：，。；？！¿¡", last) || quotationMark(last)
	switch r {
	case '»', '›':
		return free && next != ' ' && next != '\n' && (unicode.IsLetter(next) || unicode.IsDigit(next) || strings.ContainsRune("¿¡…[", next))
	case '‘', '‚', '\'':
		if !free || !unicode.IsLetter(next) && !unicode.IsDigit(next) {
			return false
		}
		end := min(len(t.src), at+4*longLine)
		if line := strings.IndexByte(t.src[at:end], '\n'); line >= 0 {
			end = at + line
		}
		from := &sought[strings.IndexRune("‘‚'", r)/len("‘")]
		*from = max(*from, at+utf8.RuneLen(r))
		closer := closes(r)
		for k, c := range t.src[min(*from, end):end] {
			if c == closer && t.closesAt(min(*from, end)+k, c, c) {
				return true
			}
		}
		*from = max(*from, end)
		return false
	}
	return true
}

// closesAt says that a mark closes what its like has opened. A single one stands beside a mark of the sentence, or else it is the
// apostrophe of workers’.
func (t *Text) closesAt(at int, r, closer rune) bool {
	if closer == '“' && r == '”' {
		return true
	}
	if r != closer {
		return false
	}
	if r != '’' && r != '\'' && r != '‘' {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(t.src[:at])
	next, _ := utf8.DecodeRuneInString(t.src[at+utf8.RuneLen(r):])
	return !unicode.IsLetter(next) && !unicode.IsDigit(next) && (strings.ContainsRune(",.?!…", last) || strings.ContainsRune(",.;:?!)", next) || last != 's' && unicode.IsSpace(next))
}

// turns says that a dash at the head of a line opens a turn of a dialogue. The dash of a list is followed by small letters; a short
// one needs more: a verb of saying, a question or a cry.
func (t *Text) turns(i int) bool {
	if t.words[i].Text != "-" || i+1 >= len(t.words) || i > 0 && !strings.Contains(t.gap(i-1, i), "\n") {
		// — Vous partez ? — Non.
		return i > 0 && i+1 < len(t.words) && t.words[i].Text == "-" && t.runs[i-1] > 0 && t.speeches[t.runs[i-1]-1].dash &&
			strings.Contains(".?!", t.words[i-1].Text) && unicode.IsUpper(firstRune(t.words[i+1].Text)) && t.words[i].to < t.words[i+1].from
	}
	r, _ := utf8.DecodeRuneInString(t.src[t.words[i].from:])
	if first := firstRune(t.words[i+1].Text); !unicode.IsUpper(first) && !strings.ContainsRune("¿¡…", first) {
		return false
	}
	if r == '—' || r == '―' || i > 0 && t.runs[i-1] > 0 && t.speeches[t.runs[i-1]-1].dash {
		return true
	}
	for k := i + 1; k < min(len(t.words), i+maxBeside) && !strings.Contains(t.gap(k-1, k), "\n"); k++ {
		if w := t.words[k].Text; w == "?" || w == "!" || saying(Fold(w)) {
			return true
		}
	}
	return false
}

// Voices are followed over so many speeches between two that a quotation joins, and before the first.
const (
	maxSpeeches = 40
	maxEarlier  = 10
)

// voices are whose two speeches are; one says that both are by one voice, which was interrupted perhaps.
func (t *Text) voices(a, b int) (x, y voice, one bool) {
	from := a
	for from > 0 && a-from < maxEarlier && t.sameParagraph(t.speeches[from-1].to-1, t.speeches[from].from) {
		from--
	}
	x = t.voiceOf(from, false)
	for k := from + 1; k <= a; k++ {
		x, _ = t.next(k, x)
	}
	if b-a > maxSpeeches {
		return x, t.voiceOf(b, true), false
	}
	y, one = x, true
	for k := a + 1; k <= b; k++ {
		var same bool
		y, same = t.next(k, y)
		one = one && same
	}
	return x, y, one
}

// next is the voice of a speech behind one by another voice, and whether it is the same.
func (t *Text) next(k int, before voice) (v voice, same bool) {
	prev, s := &t.speeches[k-1], &t.speeches[k]
	if s.dash || prev.dash || !t.sameParagraph(prev.to-1, s.from) {
		return t.voiceOf(k, false), false
	}
	v = t.voiceOf(k, true)
	same = t.goesOn(prev, s, before, v)
	if same && !v.named() {
		v = before
	}
	return v, same
}

// goesOn says that a speech is by the voice of the one before it in its paragraph, which was interrupted: "…," she said, "…", or
// which went on behind a sentence of the teller's: "…," she said. "…"
func (t *Text) goesOn(prev, s *speech, before, v voice) bool {
	between := span{prev.to, s.from}
	if marks := t.texts(between.from, between.to); !slices.ContainsFunc(marks, func(w string) bool { return !Mark(w) }) {
		return slices.Contains(marks, ",") || slices.Contains(marks, "、") // "a", "b"; but "Is it so?" "It is."
	}
	ended := t.sentenceEnds(prev.to - 1)
	for i := between.from; i < between.to && !ended; i++ {
		ended = t.sentenceEnds(i)
	}
	switch {
	case !ended:
		first, last := t.twoVoices(between)
		return !first.other(last) && !t.handsOver(between, s, before)
	case v.none():
		return !before.none() || !t.sentenceEnds(prev.to-1)
	case v.named():
		return before.named() && !before.other(v)
	}
	return !before.other(v)
}

func (t *Text) sameParagraph(a, b int) bool {
	for i := a; i < b; i++ {
		if i-a > 4*farthest || t.paragraphEnds(i) {
			return false
		}
	}
	return true
}

// twoVoices are those of a stretch between two speeches, where it gives the second one to somebody else: „…“, sagte A, und B
// ergänzte: „…“
func (t *Text) twoVoices(s span) (first, last voice) {
	parts := t.clauses(s)
	if len(parts) < 2 {
		return voice{}, voice{}
	}
	first, last = t.subject(parts[0]), t.subject(parts[len(parts)-1])
	if t.words[s.to-1].Text != ":" && !t.says(parts[len(parts)-1]) || !first.named() {
		return voice{}, voice{}
	}
	return first, last
}

// handsOver says that a sentence gives the word to somebody else by name between two speeches, or behind the second: A said, "…," and B
// added, "…"; "…," said A, and "…," added B.
func (t *Text) handsOver(between span, s *speech, before voice) bool {
	if len(before.name) == 0 {
		return false
	}
	if parts := t.clauses(between); len(parts) > 0 {
		if v := t.teller(parts[len(parts)-1], false); v.other(before) {
			return true
		}
	}
	end := s.to
	for end < len(t.words) && end-s.to < maxBeside && (end == s.to || !t.sentenceEnds(end-1)) && !opens(firstRune(t.words[end].Text)) {
		end++
	}
	if t.sentenceEnds(s.to-1) && s.to < end && !Mark(t.words[s.to].Text) || t.joins(span{s.to, end}) {
		return false
	}
	parts := t.clauses(span{s.to, end})
	return len(parts) > 0 && t.teller(parts[0], true).other(before)
}

// teller is a name with a verb of saying right beside it, and with nothing else before the two: Tom Reed added, a ajouté Tom Reed.
// In front of somebody's words a verb may have its hearer behind it: and told Tom Reed that "…".
func (t *Text) teller(s span, verbFirst bool) (v voice) {
	if unicode.Is(unicode.Han, firstRune(t.words[s.from].Text)) {
		if t.says(s) {
			v = t.subject(s)
		}
		return v
	}
	named := false
	for i := s.from; i < s.to; i++ {
		w := t.words[i].Text
		switch low := Fold(w); {
		case saying(low) && !capital(w):
			if named || verbFirst && i+1 < s.to && capital(t.words[i+1].Text) && !takesHearer(low) {
				v = t.subject(s)
			}
			if len(v.name) == 0 {
				return voice{}
			}
			return v
		case capital(w):
			named = true
		case !light(low) && !Mark(w) && !determines(low) && low != "hat" && low != "a" && low != "ha" && low != "then" && low != "dann":
			return voice{}
		}
	}
	return voice{}
}

// takesHearer says that whom a verb of saying names behind it may be who is told.
func takesHearer(w string) bool {
	switch w {
	case "told", "tells", "asked", "asks", "warned", "warns", "assured", "fragte", "fragt", "warnte", "warnt":
		return true
	}
	return false
}

// joins says that a stretch begins with a conjunction behind its marks: what follows is not about the words before it.
func (t *Text) joins(s span) bool {
	for s.from < s.to && Mark(t.words[s.from].Text) {
		s.from++
	}
	return s.from < s.to && conjunction(Fold(t.words[s.from].Text))
}

// introduced says that a stretch ends in a verb of saying, so that the words behind it are its subject's: Berg said, "…"
func (t *Text) introduced(s span) bool {
	for s.from < s.to && Mark(t.words[s.to-1].Text) {
		s.to--
	}
	if s.from == s.to {
		return false
	}
	return saying(Fold(t.words[s.to-1].Text)) || clause(t.texts(max(s.from, s.to-2), s.to)).hanVerb(0) >= 0
}

func conjunction(w string) bool {
	switch w {
	case "and", "but", "while", "whereas", "und", "aber", "während", "doch", "et", "mais", "tandis", "alors", "y", "pero", "mientras":
		return true
	}
	return false
}

// clauses are the parts of a stretch between its commas and conjunctions.
func (t *Text) clauses(s span) (out []span) {
	from := s.from
	for i := s.from; i <= s.to; i++ {
		if i < s.to {
			if w := Fold(t.words[i].Text); w != "," && w != "，" && w != ";" && w != "-" && !conjunction(w) || w == "-" && t.src[t.words[i].from] == '-' && t.touches(i) { // Anna-Lena
				continue
			}
		}
		if from < i && !Mark(t.words[from].Text) {
			out = append(out, span{from, i})
		}
		from = i + 1
	}
	return out
}

// touches says that no blank stands beside a mark.
func (t *Text) touches(i int) bool {
	return i > 0 && i+1 < len(t.words) && t.words[i-1].to == t.words[i].from && t.words[i].to == t.words[i+1].from
}

// says recognises a stretch that has a verb of saying.
func (t *Text) says(s span) bool {
	for i := s.from; i < s.to; i++ {
		if saying(Fold(t.words[i].Text)) {
			return true
		}
	}
	c := clause(t.texts(s.from, s.to))
	return c.hanVerb(0) >= 0
}

// voiceOf is who is said to speak: named before a colon, behind the words, or before them.
func (t *Text) voiceOf(k int, joined bool) voice {
	s := t.speeches[k].span
	before, after := span{s.from, s.from}, span{s.to, s.to}
	start, end := 0, len(t.words)
	if k > 0 {
		start = t.speeches[k-1].to
	}
	if k+1 < len(t.speeches) {
		end = t.speeches[k+1].from
	}
	for before.from > start && s.from-before.from < maxBeside && !t.sentenceEnds(before.from-1) {
		before.from--
	}
	for after.to < end && after.to-s.to < maxBeside && (after.to == s.to || !t.sentenceEnds(after.to-1)) && !t.paragraphEnds(after.to-1) {
		after.to++
	}
	intro := before.from < before.to && t.words[before.to-1].Text == ":"
	if intro {
		if parts := t.clauses(before); len(parts) > 0 {
			for p := len(parts) - 1; p >= 0; p-- { // …, sagte A und fügte hinzu: A is the subject of both
				if v := t.subject(parts[p]); !v.none() {
					return v
				}
			}
		}
		return voice{}
	}
	next := after.to == end && end < len(t.words) && after.from < after.to && t.words[after.to-1].Text == ":" // of the next one
	own := before.from < before.to && !(joined && before.from == start && !t.sentenceEnds(start-1))
	if own && t.introduced(before) {
		if v := t.subject(before); v.named() {
			return v
		}
	}
	tailed := after.from < after.to && (!t.sentenceEnds(s.to-1) || Mark(t.words[after.from].Text)) && !t.joins(after)
	if tailed {
		if parts := t.clauses(after); len(parts) > 0 {
			if v := t.subject(parts[0]); !v.none() {
				return v
			}
		}
	}
	if own && t.says(before) {
		if v := t.subject(before); !v.none() {
			return v
		}
	}
	if v := t.inside(s); !v.none() {
		return v
	}
	if !tailed && !next && after.from < after.to && t.says(after) {
		return t.subject(after)
	}
	return voice{}
}

// inside reads who speaks from between somebody's marks, where French and Spanish leave it: « Nous avançons, dit Anna, et vite. »,
// «La cartera —explicó Soto— está llena».
func (t *Text) inside(s span) voice {
	for i := s.from + 1; i+1 < s.to; i++ {
		w := t.words[i].Text
		if w != "," && w != "-" || unicode.IsUpper(firstRune(t.words[i+1].Text)) {
			continue
		}
		end := i + 1
		for end < s.to && end-i < maxBetween*4 && !Mark(t.words[end].Text) {
			end++
		}
		dashed := w == "-" && end < s.to && t.words[end].Text == "-" && t.words[i-1].to < t.words[i].from
		if dashed || saying(Fold(t.words[i+1].Text)) {
			if v := t.subject(span{i + 1, end}); !v.none() {
				return v
			}
		}
	}
	return voice{}
}
