package source

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Speaks says whether the words beside a quotation give it to somebody: to a name, or to words that describe who spoke. Who
// speaks is the subject of a verb of saying or its apposition: of "said Oliver Lindt, an analyst at Acme" Lindt and an analyst,
// never Acme, nor somebody whom Lindt told. known is false where no verb of saying is among the words; then nobody can tell.
func Speaks(words, name string) (speaks, known bool) {
	c := clause(Terms(words)).spelled()
	if i := c.hanVerb(0); i >= 0 && unicode.Is(unicode.Han, firstRune(name)) {
		return hanSpeaks(c, Terms(name)), true
	}
	subjects := c.subjects()
	want := clause(Terms(name)).spelled()
	for _, s := range subjects {
		if s.names(want) {
			return true, true
		}
	}
	return false, len(subjects) > 0
}

// clause is words as Terms gives them.
type clause []string

// subject is who a verb of saying has: its noun phrases, appositions behind the first one.
type subject []clause

// subjects are those of all verbs of saying.
func (c clause) subjects() (out []subject) {
	begin := 0
	for i, w := range c {
		if halts(w) {
			if w == ":" && i == len(c)-1 && len(out) == 0 { // Oliver Lindt (Acme):
				out = append(out, c[begin:i].phrases())
			}
			begin = i + 1
			continue
		}
		low := Fold(w)
		switch {
		case low == "according" && i+1 < len(c) && Fold(c[i+1]) == "to":
			out = append(out, c[i+2:].untilHalt().phrases())
		case !saying(low) || low == "according":
			continue
		case i > begin && unsaying(Fold(c[i-1])), i > begin && low == "told" && passive(Fold(c[i-1])):
			out = append(out, subject{nil}) // Anna Lind never said, Anna Lind was told: she did not speak
		case i == begin || Mark(c[i-1]) && len(out) == 0 && !c[begin:i].subjective():
			out = append(out, c[i+1:].untilHalt().phrases()) // said Oliver Lindt
		default:
			out = append(out, c[begin:i].phrases())
			if s := out[len(out)-1]; len(s) == 0 {
				out = append(out[:len(out)-1], c[i+1:].untilHalt().phrases())
			}
		}
		begin = i + 1
	}
	return slices.DeleteFunc(out, func(s subject) bool { return len(s) == 0 })
}

// spelled leaves out the points of initials and abbreviations, which end nothing.
func (c clause) spelled() clause {
	out := make(clause, 0, len(c))
	for i, w := range c {
		if w != "." || i == 0 || !abbreviates(c[i-1]) {
			out = append(out, w)
		}
	}
	return out
}

// Attribution is the credit of a quote with the rest of its clause: the credit may leave out who of several names speaks. ok is
// false where the text does not hold the quote with its credit.
func (t *Text) Attribution(q Quote) (words string, ok bool) {
	parts, credit, miss := q.segments()
	if miss != nil || credit == nil {
		return "", false
	}
	spans, credited := t.locate(parts, credit)
	if !credited {
		return "", false
	}
	t.listen()
	bare := t.bare(spans, parts)
	first, last := bare[0], bare[len(bare)-1]
	c := span{spans[0].from, first.from}
	behind := spans[0].from == first.from
	if behind {
		c = span{last.to, spans[len(spans)-1].to}
	}
	for n := 0; !behind && n < maxBeside && c.from > 0 && t.runs[c.from-1] == t.runs[c.from] && !t.sentenceEnds(c.from-1); n++ {
		c.from--
	}
	for n := 0; behind && n < maxBeside && c.to < len(t.words) && t.runs[c.to] == t.runs[c.to-1] && !t.sentenceEnds(c.to-1); n++ {
		c.to++
	}
	for c.from < c.to && Mark(t.words[c.from].Text) {
		c.from++
	}
	return t.plainly(c), true
}

// subjective says that a clause can be who speaks: it holds a noun phrase.
func (c clause) subjective() bool { return len(c.phrases()) > 0 }

func (c clause) untilHalt() clause {
	for i, w := range c {
		if halts(w) || i > 0 && saying(Fold(w)) {
			return c[:i]
		}
	}
	return c
}

// halts says that a mark ends a clause.
func halts(w string) bool {
	switch w {
	case ".", ";", ":", "!", "?", "。", "；", "：":
		return true
	}
	return false
}

// phrases are the noun phrases between commas, without what hangs on them by a preposition. A phrase of capitalised words only
// behind a name is where he works: "Oliver Lindt, Acme".
func (c clause) phrases() (out subject) {
	var chunk clause
	joined := false // by "and": one of several who speak
	end := func() {
		if np := chunk.head(); len(np) > 0 && (len(out) == 0 || joined || !np.proper() || !out[0].proper()) {
			out = append(out, np)
		}
		chunk, joined = nil, false
	}
	for _, w := range c {
		switch {
		case Mark(w) && w != "-" || w == "，":
			end()
		case (Fold(w) == "and" || w == "und" || w == "et" || w == "y") && len(chunk) > 0 && chunk.head().proper():
			end() // Lindt and Weber said
			joined = true
		default:
			chunk = append(chunk, w)
		}
	}
	end()
	return out
}

// head is a noun phrase up to what hangs on it: "an analyst" of "an analyst at Acme". Papers speak for who wrote them.
func (c clause) head() clause {
	for len(c) > 0 && (light(Fold(c[0])) || Fold(c[0]) == "and" || Fold(c[0]) == "but") {
		c = c[1:]
	}
	for i, w := range c {
		if !hangs(Fold(w)) {
			continue
		}
		if i == 0 {
			return nil
		}
		if paper(Fold(c[i-1])) && (Fold(w) == "by" || Fold(w) == "from" || Fold(w) == "of") {
			if of := c[i+1:].head(); len(of) > 0 {
				return of
			}
		}
		c = c[:i]
		break
	}
	for len(c) > 0 && light(Fold(c[len(c)-1])) {
		c = c[:len(c)-1]
	}
	return c
}

// proper says that a phrase is a name: it ends in a capitalised word.
func (c clause) proper() bool { return len(c) > 0 && capital(c[len(c)-1]) }

func capital(w string) bool { return unicode.IsUpper(firstRune(w)) && !opener(w) }

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// names says that one of the phrases ends in the words that name or describe somebody, in the same number: "analysts" is not an
// analyst.
func (s subject) names(who clause) bool {
	want := who.phrases()
	if len(want) == 0 {
		want = subject{who}
	}
	for _, np := range s {
		if np.ends(want[0]) || np.ends(who) {
			return true
		}
	}
	return false
}

// ends: a name ends a phrase in whole; of a description its noun does.
func (c clause) ends(who clause) bool {
	if len(who) == 0 || len(c) == 0 {
		return false
	}
	name := who.proper() && len(who) > 1
	if !name {
		who = who[len(who)-1:]
	}
	if len(who) > len(c) {
		return false
	}
	tail := c[len(c)-len(who):]
	return slices.EqualFunc(tail, who, func(a, b string) bool { return a == b || !name && Fold(a) == Fold(b) }) &&
		(len(tail) == len(c) || c[len(c)-len(tail)-1] != "-")
}

// hangs says that a word hangs something on the noun before it.
func hangs(w string) bool {
	switch w {
	case "of", "at", "for", "from", "in", "on", "with", "by", "who", "whose", "whom", "which", "that", "to", "speaking", "quoting", "after", "before", "during", "as", "when",
		"where", "while", "near", "under", "about", "through", "via", "into", "over", "since", "until", "asked", "citing",
		"von", "vom", "bei", "beim", "für", "aus", "mit", "der", "des", "chez", "du", "dans", "pour", "en", "del", "para", "con", "por":
		return true
	}
	return false
}

// light says that a word at the edge of a phrase is no part of who it is.
func light(w string) bool {
	switch w {
	case "also", "later", "then", "recently", "once", "has", "had", "have", "was", "is", "were", "did", "would", "himself", "herself", "themselves", "it", "so", "too", "again",
		"yesterday", "today", "now", "still", "often", "even", "just", "always", "never", "first", "last", "yet", "a", "an", "the", "-", "mr", "mrs", "ms", "dr",
		"that", "auch", "hat", "a-t", "ha", "der", "die", "das", "le", "la", "el":
		return true
	}
	return strings.HasSuffix(w, "ly") && len(w) > 4
}

// unsaying says that a verb of saying behind this word was not said.
func unsaying(w string) bool {
	switch w {
	case "never", "not", "nie", "nicht", "jamais", "nunca", "no":
		return true
	}
	return strings.HasSuffix(w, "n't")
}

func passive(w string) bool {
	return w == "was" || w == "were" || w == "been" || w == "being" || w == "is"
}

// paper recognises what somebody writes.
func paper(w string) bool {
	switch w {
	case "statement", "report", "note", "letter", "filing", "release", "blog", "memo", "post", "message", "article", "email", "paper", "survey", "study", "presentation", "transcript":
		return true
	}
	return false
}

// hanVerb is where the first Chinese verb of saying stands, -1 where there is none.
func (c clause) hanVerb(from int) int {
	for i := from; i < len(c); i++ {
		if hanSays(c, i) {
			return i
		}
	}
	return -1
}

// hanSays says that a Chinese verb of saying begins with word i.
func hanSays(c clause, i int) bool {
	next, last := "", ""
	if i+1 < len(c) {
		next = c[i+1]
	}
	if i > 0 {
		last = c[i-1]
	}
	switch c[i] + next {
	case "表示", "指出", "认为", "回应", "透露", "强调", "补充", "介绍", "解释", "坦言", "写道", "说道", "回答", "答道", "问道", "宣布", "声称", "告诉", "承认", "感叹", "回忆", "直言", "反问",
		"称道":
		return true
	}
	switch c[i] {
	case "说":
		return !strings.Contains("明法服客", next) || next == "" && !strings.Contains("小传据听学", last)
	case "道", "称", "问", "答":
		return next == "" || !unicode.Is(unicode.Han, firstRune(next))
	}
	return false
}

// hanSpeaks says that a Chinese name stands whole before a verb of saying and is its subject: 李明 is not 李明博, and nothing of
// 李明的助手.
func hanSpeaks(c clause, name []string) bool {
	for i := 0; i+len(name) <= len(c); i++ {
		if slices.Equal(c[i:i+len(name)], name) && (i+len(name) == len(c) || hanEnds(c, i+len(name))) {
			return true
		}
	}
	return false
}

// hanEnds says that a name ends before word i: behind it stands a mark, a title, an adverb, a preposition or a verb of saying.
func hanEnds(c clause, i int) bool {
	if !unicode.Is(unicode.Han, firstRune(c[i])) {
		return c[i] != "·" && c[i] != "-"
	}
	if hanSays(c, i) || strings.Contains("在对向也则又还曾就于却已都和与及等接继笑反随当", c[i]) {
		return true
	}
	if i+1 < len(c) {
		switch c[i] + c[i+1] {
		case "先生", "女士", "教授", "博士", "院士", "老师", "小姐", "同时", "并且", "最后", "后来", "进一", "坚定", "明确", "公开", "曾经", "此前", "日前", "近日", "昨日", "今日":
			return true
		}
	}
	return false
}
