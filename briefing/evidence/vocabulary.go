package evidence

import (
	"embed"
	"slices"
	"strings"
	"sync"
)

// The words around numbers are data: vocabulary/README.md names the kinds. A phrase that is added there holds in excerpts
// and in values alike.
//
//go:embed vocabulary/*.txt
var vocabularyFiles embed.FS

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
	sayAnd
	sayFrom
	sayPast
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
	sayLevel
	sayBps
	sayTimes
	sayHalf
	sayDoubt
	saySubject
	sayOutof
	sayPlace
	sayBoth
	sayPer
)

// kindNames are the kinds as the files name them, in the order of their bits.
const kindNames = "nationality,nomultiple,multiple,many,around,one,ordinal,dozen,hundred,scale,fraction,numeral,point,over,under," +
	"least,most,about,near,percent,points,money,anymoney,cents,codescale,unscale,hedge,join,name,period,between,and," +
	"from,past,rise,fall,exact,negative,positive,nobound,scopeless,scopestop,scope,not,neutral,filler,aux," +
	"behind least,behind most,behind over,behind under,behind about,behind near,behind hedge,level,bps," +
	"times,half,doubt,subject,outof,place,both,per"

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
	kind      says
	arg       string // of a kind that takes one: the 9 of "scale 9"
	lang      string // "en" … ; "money"
	loose     bool   // a bound that leaves open whether the number itself belongs to it
	open      bool   // a bound that may be left out
	homograph bool   // means something else in other languages
}

type vocabulary struct {
	starts, ends map[string][]*phrase // by first and last word, longer ones first
	markers      map[string][]string  // word → languages that it betrays
	homographs   map[string]bool      // words that betray none
	german       map[string]int64     // numbers that are parts of words
}

var words = sync.OnceValue(readVocabulary)

func readVocabulary() *vocabulary {
	v := &vocabulary{starts: make(map[string][]*phrase, 4096), ends: make(map[string][]*phrase, 4096), markers: make(map[string][]string, 4096), homographs: map[string]bool{}, german: germanWords()}
	for _, lang := range languages() {
		data, err := vocabularyFiles.ReadFile("vocabulary/" + lang + ".txt")
		if err != nil {
			panic(err)
		}
		v.read(lang, string(data))
	}
	for w := range v.homographs {
		delete(v.markers, w)
	}
	for _, byWord := range []map[string][]*phrase{v.starts, v.ends} {
		for _, list := range byWord {
			slices.SortStableFunc(list, func(a, b *phrase) int { return len(b.words) - len(a.words) })
		}
	}
	return v
}

func languages() []string { return []string{"en", "de", "fr", "es", "zh", "money"} }

func (v *vocabulary) read(lang, data string) {
	n := strings.Count(data, "|") + strings.Count(data, "\n") + 1
	all := make([]phrase, 0, n) // one piece: there are thousands, and every build reads them
	pool := make([]string, 0, n+strings.Count(data, " "))
	homographs := map[string]bool{} // of this language
	for line := range strings.Lines(data) {
		head, list, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		p := phrase{lang: lang}
		head, p.loose = strings.CutPrefix(head, "loose ")
		if !p.loose {
			head, p.open = strings.CutPrefix(head, "open ")
		}
		kind, arg, _ := strings.Cut(head, " ")
		if kind == "behind" {
			kind, arg = head, ""
		}
		p.arg = arg
		if kind != "homograph" && kind != "marker" {
			p.kind = saysOf(kind)
		}
		for text := range strings.SplitSeq(strings.TrimSpace(list), " | ") {
			q := p
			from := len(pool)
			pool = appendWords(pool, text)
			q.words = pool[from:len(pool):len(pool)]
			if lang == "money" { // codes and signs are told from words by their case
				q.homograph = text == strings.ToLower(text) && len(text) <= 4 && isCode(strings.ToUpper(text))
			}
			if kind == "homograph" {
				homographs[strings.Join(q.words, " ")] = true
				v.homographs[strings.Join(q.words, " ")] = true
				continue
			}
			all = append(all, q)
		}
	}
	for i := range all {
		p := &all[i]
		text := strings.Join(p.words, " ")
		if lang != "money" {
			p.homograph = homographs[text]
			if len(p.words) == 1 && lang != "zh" && !p.homograph && !slices.Contains(v.markers[text], lang) {
				v.markers[text] = append(v.markers[text], lang)
			}
		}
		if p.kind == 0 { // a marker only
			continue
		}
		v.starts[p.words[0]] = append(v.starts[p.words[0]], p)
		last := p.words[len(p.words)-1]
		v.ends[last] = append(v.ends[last], p)
	}
}

// appendWords adds the words of a phrase as excerpts have them. Most phrases are plain words with blanks between them, which
// need none of what texts need.
func appendWords(to []string, phrase string) []string {
	if strings.ContainsFunc(phrase, func(r rune) bool { return r != ' ' && (r < 'a' || r > 'z') && (r < 'ß' || r > 'ÿ' || r == '÷') }) {
		for _, w := range splitWords(phrase) {
			to = append(to, fold(w.text))
		}
		return to
	}
	for w := range strings.SplitSeq(phrase, " ") {
		to = append(to, w)
	}
	return to
}

func isCode(s string) bool { return len(s) == 3 && strings.Contains(isoCurrencies, " "+s+" ") }

// speaks counts, for each language, the words of an excerpt that only this language has.
func (v *vocabulary) speaks(lower []string) map[string]int {
	out := map[string]int{}
	for _, w := range lower {
		for _, lang := range v.markers[w] {
			out[lang] += 12 / len(v.markers[w]) // a word of several languages betrays each less
		}
	}
	return out
}

// in says that the excerpt may be in a language: none betrays itself more. Where nothing does, it is taken for English.
func (e *excerpt) in(lang string) bool {
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
func (e *excerpt) sure(lang string) bool {
	return e.speaks[lang] > 0 && e.in(lang)
}

// ahead is the longest phrase of some kinds that starts at word i.
func (e *excerpt) ahead(i int, kinds says) *phrase {
	return e.longest(words().starts[e.at(i)], kinds, func(p *phrase) int { return i })
}

// back is the longest phrase of some kinds that ends before word i.
func (e *excerpt) back(i int, kinds says) *phrase {
	return e.longest(words().ends[e.at(i-1)], kinds, func(p *phrase) int { return i - len(p.words) })
}

func (e *excerpt) longest(list []*phrase, kinds says, at func(*phrase) int) *phrase {
	var best *phrase
	for _, p := range list {
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
func (e *excerpt) stands(p *phrase, i int) bool {
	if i < 0 {
		return false
	}
	for k, w := range p.words {
		if e.at(i+k) != w {
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
