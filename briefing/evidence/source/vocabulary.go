package source

import (
	_ "embed"
	"iter"
	"math/bits"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"roadshow/briefing/evidence/value"
)

// the vocabulary

// The words around numbers are data: vocabulary/README.md names the kinds. A phrase that is added there holds in excerpts
// and in values alike.
//
// Each file is embedded by itself: an embed.FS would copy them at every start.
var (
	//go:embed vocabulary/en.txt
	englishPhrases string
	//go:embed vocabulary/de.txt
	germanPhrases string
	//go:embed vocabulary/fr.txt
	frenchPhrases string
	//go:embed vocabulary/es.txt
	spanishPhrases string
	//go:embed vocabulary/zh.txt
	chinesePhrases string
	//go:embed vocabulary/money.txt
	moneyPhrases string
)

var languages = [...]string{"en", "de", "fr", "es", "zh", "money"}

// phrasesOf are the files, in the order of languages.
func phrasesOf() [len(languages)]string {
	return [...]string{englishPhrases, germanPhrases, frenchPhrases, spanishPhrases, chinesePhrases, moneyPhrases}
}

// says is what a phrase says of the number beside it: bits, so that several can be asked for at once.
type says uint64

// What phrases say; vocabulary/README.md explains each.
const (
	sayNationality says = 1 << iota
	sayNomultiple
	sayMultiple
	sayMany
	sayAround
	sayOne
	sayOrdinal
	sayDozen
	sayHundred
	sayScale
	sayFraction
	sayNumeral
	sayPoint
	sayOver
	sayUnder
	sayLeast
	sayMost
	sayAbout
	sayNear
	sayPercent
	sayPoints
	sayMoney
	sayAnymoney
	sayCents
	sayCodescale
	sayUnscale
	sayHedge
	sayJoin
	sayName
	sayPeriod
	sayBetween
	SayAnd
	sayFrom
	sayPart
	sayRise
	sayFall
	sayExact
	sayNegative
	sayPositive
	sayNobound
	sayScopeless
	sayScopestop
	sayScope
	sayNot
	sayNeutral
	sayFiller
	sayAux
	sayBehindLeast
	sayBehindMost
	sayBehindOver
	sayBehindUnder
	sayBehindAbout
	sayBehindNear
	sayBehindHedge
	SayLevel
	sayBps
	sayTimes
	sayHalf
	sayDoubt
	sayNoun
	sayOutof
	sayPlace
	sayBoth
	sayPer
)

// kindNames are the kinds as the files name them, in the order of their bits.
const kindNames = "nationality,nomultiple,multiple,many,around,one,ordinal,dozen,hundred,scale,fraction,numeral,point,over,under," +
	"least,most,about,near,percent,points,money,anymoney,cents,codescale,unscale,hedge,join,name,period,between,and," +
	"from,part,rise,fall,exact,negative,positive,nobound,scopeless,scopestop,scope,not,neutral,filler,aux," +
	"behind least,behind most,behind over,behind under,behind about,behind near,behind hedge,level,bps," +
	"times,half,doubt,noun,outof,place,both,per"

func saysOf(kind string) says {
	bit := says(1)
	for name := range strings.SplitSeq(kindNames, ",") {
		if name == kind {
			return bit
		}
		bit <<= 1
	}
	panic("the vocabulary has no kind " + kind)
}

// phrase is some words and what they say of a number beside them.
type phrase struct {
	words     []string
	*meaning       // of all phrases on its line
	homograph bool // means something else in other languages
}

// meaning is what the phrases of a line say.
type meaning struct {
	kind       says
	arg        string // of a kind that takes one: the 9 of "scale 9"
	lang       string // "en" … ; "money"
	loose      bool   // a bound that leaves open whether the number itself belongs to it
	open       bool   // a bound that may be left out
	opposites  bool   // they say nothing of a number: they name the sides of opposites
	homographs bool   // they say nothing: they are words that betray no language
}

// vocabulary is every phrase, found by its first and by its last word. Every build reads it before its first number, so that it is
// some long lists and no maps.
type vocabulary struct {
	phrases      []phrase
	starts, ends index
}

// index finds phrases by a word: those of one hash are a chain, longer ones first and otherwise as the files have them.
type index struct {
	first [8192]uint16 // by hash; one above the phrase's place, 0: none
	next  []uint16     // by phrase
}

// chain is the hash of a word, FNV-1a.
func chain(word string) uint32 {
	h := uint32(2166136261)
	for i := range len(word) {
		h = (h ^ uint32(word[i])) * 16777619
	}
	return h
}

func (x *index) put(i int, word string) {
	at := &x.first[chain(word)%uint32(len(x.first))]
	x.next[i], *at = *at, uint16(i+1)
}

func (x *index) head(word string) int { return int(x.first[chain(word)%uint32(len(x.first))]) - 1 }

// starting are the phrases whose first word it is, longer ones first.
func (v *vocabulary) starting(word string) iter.Seq[*phrase] {
	return func(yield func(*phrase) bool) {
		for i := v.starts.head(word); i >= 0; i = int(v.starts.next[i]) - 1 {
			if p := &v.phrases[i]; p.words[0] == word && !yield(p) {
				return
			}
		}
	}
}

// ending are the phrases whose last word it is, longer ones first.
func (v *vocabulary) ending(word string) iter.Seq[*phrase] {
	return func(yield func(*phrase) bool) {
		for i := v.ends.head(word); i >= 0; i = int(v.ends.next[i]) - 1 {
			if p := &v.phrases[i]; p.words[len(p.words)-1] == word && !yield(p) {
				return
			}
		}
	}
}

var words = sync.OnceValue(readVocabulary)

func readVocabulary() *vocabulary {
	v := &vocabulary{}
	count, lines := 0, 0
	for _, text := range phrasesOf() {
		count += strings.Count(text, "|")
		lines += strings.Count(text, "\n") + 1
	}
	count += lines
	v.phrases = make([]phrase, 0, count)
	pool, meanings := make([]string, 0, 2*count), make([]meaning, 0, lines)
	for i, text := range phrasesOf() {
		pool, meanings = v.read(languages[i], text, pool, meanings)
	}
	v.starts.next, v.ends.next = make([]uint16, len(v.phrases)), make([]uint16, len(v.phrases))
	longest := 0
	for i := range v.phrases {
		longest = max(longest, len(v.phrases[i].words))
	}
	for length := range longest { // what is put last comes first
		for i := len(v.phrases) - 1; i >= 0; i-- {
			if p := &v.phrases[i]; len(p.words) == length+1 {
				v.starts.put(i, p.words[0])
				v.ends.put(i, p.words[length])
			}
		}
	}
	for i := range v.phrases {
		if h := &v.phrases[i]; h.homographs {
			for p := range v.starting(h.words[0]) {
				p.homograph = p.homograph || p.lang == h.lang && slices.Equal(p.words, h.words)
			}
		}
	}
	return v
}

// read adds the phrases of a file. Their words are pieces of pool.
func (v *vocabulary) read(lang, data string, pool []string, meanings []meaning) ([]string, []meaning) {
	for line := range strings.Lines(data) {
		head, list, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		s := meaning{lang: lang}
		head, s.loose = strings.CutPrefix(head, "loose ")
		if !s.loose {
			head, s.open = strings.CutPrefix(head, "open ")
		}
		kind, arg, _ := strings.Cut(head, " ")
		if kind == "behind" {
			of, rest, _ := strings.Cut(arg, " ")
			kind, arg = kind+" "+of, rest
		}
		s.arg, s.homographs = arg, kind == "homograph"
		s.opposites = kind == "opposite"
		if !s.homographs && !s.opposites && kind != "marker" {
			s.kind = saysOf(kind)
		}
		meanings = append(meanings, s)
		of := &meanings[len(meanings)-1]
		for text := range strings.SplitSeq(strings.TrimSpace(list), " | ") {
			p := phrase{meaning: of}
			from := len(pool)
			pool = appendWords(pool, text)
			p.words = pool[from:len(pool):len(pool)]
			if lang == "money" { // codes and signs are told from words by their case
				p.homograph = text == strings.ToLower(text) && len(text) <= 4 && isCode(strings.ToUpper(text))
			}
			v.phrases = append(v.phrases, p)
			for _, end := range articles(lang, of.kind, text) {
				from := len(pool)
				pool = appendWords(pool, end)
				v.phrases = append(v.phrases, phrase{meaning: of, words: pool[from:len(pool):len(pool)]})
			}
		}
	}
	return pool, meanings
}

// articles are the forms of a Spanish or French bound or hedge before an article, with which its preposition may be one word: más de, más
// del 8 %, más de los 300; autour de, autour des 30.
func articles(lang string, kind says, text string) []string {
	if kind&(sayOver|sayUnder|sayLeast|sayMost|sayAbout|sayNear) == 0 {
		return nil
	}
	cut := strings.LastIndexByte(text, ' ') + 1
	stem, word := text[:cut], text[cut:]
	switch {
	case lang == "es" && (word == "de" || word == "a"):
		return []string{stem + word + "l", text + " los", text + " las"}
	case lang == "fr" && word == "de":
		return []string{stem + "des", stem + "du"}
	case lang == "fr" && word == "à":
		return []string{stem + "aux", stem + "au"}
	}
	return nil
}

// appendWords adds the words of a phrase as excerpts have them. Most phrases are letters, blanks, apostrophes between letters and
// characters that are words by themselves, which need none of what texts need.
func appendWords(to []string, phrase string) []string {
	before, from := len(to), -1 // from: where a word of letters began
	for i, r := range phrase {
		switch {
		case plainLetter(r):
			if from < 0 {
				from = i
			}
			continue
		case r == '\'' && from >= 0 && i+1 < len(phrase) && plainLetter(rune(phrase[i+1])):
			continue
		case r != ' ' && !strings.ContainsRune("-$%€£", r) && (r < 0x4E00 || r > 0x9FA5):
			for _, w := range SplitWords(phrase) {
				to = append(to[:before], Fold(w.Text))
				before++
			}
			return to
		}
		if from >= 0 {
			to = append(to, Fold(phrase[from:i]))
			from = -1
		}
		if r != ' ' {
			to = append(to, phrase[i:i+utf8.RuneLen(r)])
		}
	}
	if from >= 0 {
		to = append(to, Fold(phrase[from:]))
	}
	return to
}

// plainLetter says that the character is a letter or digit that combines with nothing before it.
func plainLetter(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r >= 'ß' && r <= 'ÿ' && r != '÷'
}

func isCode(s string) bool { return len(s) == 3 && strings.Contains(value.IsoCurrencies, " "+s+" ") }

// betrays are the languages whose word it is: bits, in the order of languages. A homograph betrays none.
func (v *vocabulary) betrays(word string) (of uint) {
	for p := range v.starting(word) {
		if len(p.words) > 1 {
			continue
		}
		if p.homographs {
			return 0
		}
		if p.opposites { // they are names of columns, whatever the language of the text
			continue
		}
		if i := slices.Index(languages[:], p.lang); i < 4 && !p.homograph {
			of |= 1 << i
		}
	}
	return of
}

// speaks counts, for each language, the words of an excerpt that only this language has.
func (v *vocabulary) speaks(lower []string) map[string]int {
	out := map[string]int{}
	for _, w := range lower {
		of := v.betrays(w)
		for i := range 4 {
			if of>>i&1 == 1 {
				out[languages[i]] += 12 / bits.OnesCount(of) // a word of several languages betrays each less
			}
		}
	}
	return out
}

// in says that the excerpt may be in a language: none betrays itself more. Where nothing does, it is taken for English.
func (e *Excerpt) in(lang string) bool {
	most := 0
	for _, n := range e.speaks {
		most = max(most, n)
	}
	if most == 0 {
		return lang == e.home || e.home == "" && lang == "en"
	}
	return e.speaks[lang] == most
}

// sure says that the excerpt's own words betray the language.
func (e *Excerpt) sure(lang string) bool {
	return e.speaks[lang] > 0 && e.in(lang)
}

// Ahead is the longest phrase of some kinds that starts at word i.
func (e *Excerpt) Ahead(i int, kinds says) *phrase {
	return e.longest(words().starting(e.At(i)), kinds, func(p *phrase) int { return i })
}

// back is the longest phrase of some kinds that ends before word i.
func (e *Excerpt) back(i int, kinds says) *phrase {
	return e.longest(words().ending(e.At(i-1)), kinds, func(p *phrase) int { return i - len(p.words) })
}

func (e *Excerpt) longest(list iter.Seq[*phrase], kinds says, at func(*phrase) int) *phrase {
	var best *phrase
	for p := range list {
		if best != nil && len(p.words) < len(best.words) {
			break
		}
		if p.kind&kinds == 0 || !e.stands(p, at(p)) {
			continue
		}
		if best == nil || e.in(p.lang) && !e.in(best.lang) {
			best = p
		}
	}
	return best
}

// stands says that the words of a phrase stand from word i on, in a language that the excerpt may be in.
func (e *Excerpt) stands(p *phrase, i int) bool {
	if i < 0 {
		return false
	}
	for k, w := range p.words {
		if e.At(i+k) != w {
			return false
		}
	}
	if p.lang == "money" && len(p.words) == 2 && p.words[1] == "$" && p.words[0] != "us" && !e.touching(i+1) { // a $5 loan
		return false
	}
	if !p.homograph {
		return true
	}
	if p.lang == "money" {
		return e.original(i) == strings.ToUpper(e.original(i))
	}
	return e.in(p.lang)
}
