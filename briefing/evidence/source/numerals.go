package source

import (
	"math/big"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/shopspring/decimal"

	"roadshow/briefing/evidence/value"
)

// counted is a number in an excerpt, without its unit.
type counted struct {
	N       *big.Rat
	places  int            // decimals as typed
	Kind    value.UnitKind // of a number that says its own: doubled, three tenths (三成)
	words   bool           // in words: more words may add to it (two thousand five hundred)
	upto    *big.Rat       // the upper end of a range that one numeral names: 七八个
	part    bool           // a fraction of something
	verb    bool           // a verb that says how many times: doubled
	of      *big.Rat       // of so many: the 10 of "3 out of 10"
	ordinal bool
	vague   bool   // tens of: a floor
	about   bool   // une dizaine
	round   bool   // a dozen: 12, or about 12
	loose   bool   // 上亿: at least, or over
	least   bool   // 上亿
	Why     string // why it proves nothing
}

func Integer(n int64) *big.Rat { return new(big.Rat).SetInt64(n) }

func (c counted) plus(n *big.Rat, places int) counted {
	c.N, c.places = new(big.Rat).Add(c.N, n), max(c.places, places)
	if c.upto != nil {
		c.upto = new(big.Rat).Add(c.upto, n)
	}
	return c
}

func (c counted) by(n *big.Rat) counted {
	c.N = new(big.Rat).Mul(c.N, n)
	if c.upto != nil {
		c.upto = new(big.Rat).Mul(c.upto, n)
	}
	return c
}

// end is the number as an end of an interval, with its decimals as typed.
func (c counted) end() value.End {
	e := value.FromRat(c.N)
	if e.Exact == nil && value.Decimals(e.N) < c.places {
		e.N = decimal.NewFromBigInt(e.N.Shift(int32(c.places)).BigInt(), -int32(c.places))
	}
	return e
}

// number reads a number from word i: digits, words or Chinese numerals.
func (e *Excerpt) number(i int) (counted, int, bool) {
	w := e.At(i)
	if w == "" || e.dated != nil && e.dated[i] {
		if f := e.slashed(i); f != nil && (e.At(i+3) == "of" || e.Ahead(i+3, sayPercent|sayPoints) != nil) {
			return counted{N: f, part: true}, i + 3, true
		}
		return counted{}, i, false
	}
	if c, next, ok := e.outOf(i); ok {
		return c, next, true
	}
	if c, next, ok := e.ofEvery(i); ok {
		return c, next, true
	}
	if value.Digit(w[0]) {
		return e.digits(i)
	}
	if r := []rune(w); len(r) == 1 && vulgar(r[0]) != "" {
		return counted{N: ratio(vulgar(r[0])), part: true}, i + 1, true
	}
	if e.han(i) || w == "〇" {
		return e.hanNumber(i)
	}
	if p := e.Ahead(i, sayNomultiple); p != nil {
		return counted{}, i, false
	}
	if p := e.Ahead(i, sayMultiple); p != nil {
		return counted{N: ratio(p.arg), Kind: value.Times, words: true, verb: true}, i + len(p.words), true
	}
	if n := foldNumber(w); n != nil {
		return counted{N: n, Kind: value.Times, words: true, verb: true}, i + 1, true
	}
	if c, next, ok := e.fraction(i); ok {
		return c, next, true
	}
	if p := e.Ahead(i, sayMany); p != nil {
		return e.many(i, p)
	}
	if e.plural(i) { // millions of users
		return counted{N: Integer(2), vague: true, words: true}, i, true
	}
	if p := e.Ahead(i, sayAround); p != nil {
		return counted{N: ratio(p.arg), about: true, words: true}, i + len(p.words), true
	}
	if p := e.Ahead(i, sayOne); p != nil {
		if q := e.Ahead(i+1, sayAround); q != nil {
			return counted{N: ratio(q.arg), about: true, words: true}, i + 1 + len(q.words), true
		}
	}
	if p := e.Ahead(i, sayOrdinal); p != nil && !(p.arg == "2" && slices.Contains([]string{"", ",", "."}, e.At(i+1))) {
		return counted{N: ratio(p.arg), ordinal: true, words: true}, i + 1, true
	}
	if n, half, ok := germanNumber(w); ok {
		c := counted{N: Integer(n), words: true}
		if half {
			c = c.plus(ratio("1/2"), 0)
		}
		return e.multiplied(c, i+1)
	}
	c, next, ok := e.wordNumber(i)
	if !ok {
		return c, i, false
	}
	return e.multiplied(c, next)
}

// plural recognises a scale that stands alone for many: thousands, millions de, Milliarden.
func (e *Excerpt) plural(i int) bool {
	p := e.Ahead(i, sayScale)
	if p == nil || p.lang == "zh" || len(p.words[0]) < 5 {
		return false
	}
	for _, end := range []string{"sands", "illions", "illiers", "illiards", "miles", "illones", "ausende", "illionen", "illiarden"} {
		if strings.HasSuffix(p.words[0], end) {
			return true
		}
	}
	return false
}

// ratio is a number in digits, with a point or a slash. Its digits are decimal, also behind a zero: 08/16.
func ratio(s string) *big.Rat {
	whole, of, parted := strings.Cut(s, "/")
	r, _ := new(big.Rat).SetString(whole)
	if by, ok := new(big.Rat).SetString(of); parted && ok {
		r.Quo(r, by)
	}
	return r
}

// digits reads a number in digits and what belongs to it: 18½, 3rd, 18 and a half, 2 dozen, 3千.
func (e *Excerpt) digits(i int) (counted, int, bool) {
	d, why, ok := readDecimal(e.marks, e, i)
	if !ok {
		return counted{}, i, false
	}
	c := counted{N: d.Rat(), places: value.Decimals(d), Why: why}
	if e.power[i] && e.Lower[i] == "10" {
		c.Why = "a power of ten is no number that is read"
	}
	next := i + 1
	if e.touching(next) {
		switch e.At(next) {
		case "st", "nd", "rd", "th", "er", "ère", "ème", "e", "º", "ª":
			c.ordinal = true
			return c, next + 1, true
		}
	}
	if r := []rune(e.At(next)); len(r) == 1 && vulgar(r[0]) != "" {
		if !c.N.IsInt() {
			c.Why = value.Quoted(e.Part(i, next+1)) + " is no number"
		}
		return c.plus(ratio(vulgar(r[0])), 0), next + 1, true
	}
	if f, after := e.mixed(next); f != nil && c.N.IsInt() && !strings.ContainsAny(e.At(i), ".,") {
		return c.plus(f, 0), after, true
	}
	if e.At(next) == "折" && !among(e.At(next+1), "合算旧叠") { // 3.5折: 35% of the price
		c.Kind = value.Percent
		if c.N.Cmp(Integer(10)) < 0 {
			c = c.by(Integer(10))
		}
		return c, next + 1, true
	}
	for among(e.At(next), "十百千") && !among(e.At(next+1), "克米瓦伏卡赫字帕货度分") {
		c, next = c.by(Integer(hanUnit(e.At(next)))), next+1
	}
	return e.multiplied(c, next)
}

// multiplied reads "hundred", "dozen" and "and a half" behind a number.
func (e *Excerpt) multiplied(c counted, i int) (counted, int, bool) {
	if p := e.dozen(i); p != nil {
		c, i = c.by(ratio(p.arg)), i+len(p.words)
		c.round = true
	} else if p := e.Ahead(i, sayHundred); p != nil && !c.words && p.lang == "en" {
		c, i = c.by(Integer(100)), i+1
	}
	if p := e.Ahead(i, sayHalf); p != nil && c.N.IsInt() {
		return c.plus(ratio(p.arg), 0), i + len(p.words), true
	}
	if p := e.Ahead(i+1, sayHalf); p != nil && c.N.IsInt() && e.letter(i) && c.words && e.Ahead(i, sayScale) == nil { // two years and a half
		return c.plus(ratio(p.arg), 0), i + 1 + len(p.words), true
	}
	return c, i, true
}

// dozen is a dozen, or a score, which is none where it counts points: a score of 80, the customer score was 20.
func (e *Excerpt) dozen(i int) *phrase {
	p := e.Ahead(i, sayDozen)
	if p == nil || p.arg != "20" {
		return p
	}
	next := i + len(p.words)
	if _, _, number := e.number(next); number || !e.letter(next) || !pluralNoun(e.At(next)) && !pluralNoun(e.At(next+1)) && e.At(next) != "people" {
		return nil
	}
	return p
}

// many reads "tens of millions": a floor. Words such as "several" count only before a scale.
func (e *Excerpt) many(i int, p *phrase) (counted, int, bool) {
	c, next := counted{N: ratio(p.arg), vague: true, words: true}, i+len(p.words)
	if last := p.words[len(p.words)-1]; last == "of" || last == "de" {
		if q := e.Ahead(next, sayMany); q != nil && q.arg == "200" { // tens of hundreds
			return c.by(Integer(100)), next + len(q.words), true
		}
		return c, next, true
	}
	if p.arg == "2" || p.arg == "24" || p.arg == "40" {
		return c, next, e.Ahead(next, sayScale|sayHundred) != nil
	}
	return c, next, true
}

// fraction reads half, a third, two thirds, half a million, a quarter of a million.
func (e *Excerpt) fraction(i int) (counted, int, bool) {
	c := counted{N: Integer(1), part: true, words: true}
	at, bare := i, true
	if one := e.Ahead(i, sayOne); one != nil || e.At(i) == "one" {
		at, bare = e.past(i+1), false
	} else if k, next, ok := e.small(i); ok && !e.digitAt(i) {
		c.N, at, bare = k, e.past(next), false
	}
	p := e.Ahead(at, sayFraction)
	if p == nil {
		return c, i, false
	}
	next := at + len(p.words)
	switch {
	case e.Ahead(at, sayNomultiple) != nil, e.back(i, sayOrdinal) != nil:
		return c, i, false
	case bare && p.arg[:2] == "1/" && p.arg != "1/2" && len(p.words) == 1:
		return c, i, false
	case p.arg == "1/4" && p.lang == "en" && c.N.Cmp(Integer(1)) == 0 && e.At(next) != "of" && !e.aPart(i, next):
		return c, i, false // a quarter earlier
	}
	c = c.by(ratio(p.arg))
	if bare && len(p.words) > 1 { // jeder zweite Euro
		c.of = ratio(p.arg).Inv(ratio(p.arg))
		return c, next, true
	}
	for _, skip := range []string{"of a", "of an", "a", "an", "-", "de", "d", ""} { // half a million
		if n := e.phrase(next, skip); n > 0 || skip == "" {
			if s := e.Ahead(next+n, sayScale|sayDozen); s != nil && (s.kind != sayDozen || e.dozen(next+n) != nil) && (n > 0 || c.N.Cmp(ratio("1/2")) == 0) && len(s.words[0]) > 3 {
				c.part = false
				if s.kind == sayDozen {
					c.round = true
					return c.by(ratio(s.arg)), next + n + len(s.words), true
				}
				return c, next + n, true
			}
		}
	}
	return c, next, true
}

// aPart says that "a quarter" is no three months: up by roughly a quarter.
func (e *Excerpt) aPart(i, next int) bool {
	switch e.At(next) {
	case "ago", "earlier", "later", "before", "after", "each", "end", "-":
		return false
	}
	if e.home != "" {
		return true
	}
	p := e.back(i, sayAbout|sayNear|sayOver|sayUnder|sayLeast|sayMost|sayRise|sayFall|sayExact)
	return e.At(i-1) == "by" || e.At(i-1) == "to" || p != nil && p.words[0] != "over" && p.words[0] != "within"
}

// past skips a hyphen inside a number in words.
func (e *Excerpt) past(i int) int {
	if e.At(i) == "-" {
		return i + 1
	}
	return i
}

// wordNumber reads "twenty-five", "one hundred and twenty", "a dozen", "eleven point five". Thousands and more are suffixes
// in English and German.
func (e *Excerpt) wordNumber(i int) (counted, int, bool) {
	if p := e.Ahead(i, sayOne); p != nil {
		if e.At(i+1) == "hundred" {
			c, next, _ := e.cardinalFrom(i+1, 1)
			return c, next, true
		}
		w := e.At(i + 1)
		q := e.Ahead(i+1, sayScale|sayHundred|sayDozen)
		if q == nil || len(w) < 4 || q.lang != p.lang && !(p.lang == "en" && len(w) > 4) {
			if e.Ahead(i, sayNumeral) == nil && !e.lasting(i) {
				return counted{}, i, false
			}
			if e.lasting(i) {
				return counted{N: Integer(1), words: true}, i + 1, true
			}
		} else if q.kind == sayHundred {
			c, next, _ := e.cardinalFrom(i+1, 1)
			return c, next, true
		} else {
			return counted{N: Integer(1), words: true}, i + 1, true
		}
	}
	if p := e.Ahead(i, sayHundred); p != nil && p.lang == "fr" && e.in("fr") {
		return e.cardinalFrom(i, 1)
	}
	if e.At(i) == "mille" && e.in("fr") && e.back(i+1, sayPercent) == nil { // the scale is read behind: mille deux cents
		return counted{N: Integer(1), words: true}, i, true
	}
	if p := e.Ahead(i, sayNumeral); p != nil && p.arg == "1" && p.lang != "en" && e.At(i) != "uno" {
		return counted{}, i, false // articles
	}
	c, next, ok := e.cardinal(i)
	if !ok {
		return c, i, false
	}
	if p := e.Ahead(next, sayPoint); p != nil {
		tenth, at := ratio("1/10"), next+1
		for {
			q := e.Ahead(at, sayNumeral)
			if q == nil || len(q.arg) > 1 {
				break
			}
			c = c.plus(new(big.Rat).Mul(ratio(q.arg), tenth), c.places+1)
			tenth, at = new(big.Rat).Mul(tenth, ratio("1/10")), at+1
			next = at
		}
	}
	return c, next, true
}

// lasting says that "a month" is how long something takes: it takes a month, less than a year.
func (e *Excerpt) lasting(i int) bool {
	p := e.Ahead(i, sayPer)
	if p == nil || len(p.words) != 2 || p.lang != "en" {
		return false
	}
	switch e.At(i - 1) {
	case "take", "takes", "took", "taken", "taking", "lasts", "lasted", "within":
		return true
	}
	q := e.back(i, sayOver|sayUnder|sayLeast|sayMost|sayAbout|sayNear)
	return q != nil && q.words[0] != "over" && q.words[0] != "around" && q.words[0] != "past"
}

func (e *Excerpt) cardinal(i int) (counted, int, bool) { return e.cardinalFrom(i, 0) }

// cardinalFrom adds up numerals of one language: soixante-quinze, doscientos cincuenta, two hundred and five. one is what
// was counted before, for "a hundred".
func (e *Excerpt) cardinalFrom(i int, one int64) (counted, int, bool) {
	total, cur, start, lang := int64(0), one, i, ""
	for j := i; ; {
		k := j
		if j > start && e.At(k) == "-" {
			k++
		}
		if j > start && (e.At(k) == "and" && cur%100 == 0 || e.At(k) == "et" || e.At(k) == "y") {
			k++
		}
		p := e.Ahead(k, sayNumeral|sayHundred)
		if p == nil || lang != "" && p.lang != lang {
			break
		}
		v, err := strconv.ParseInt(p.arg, 10, 64)
		if p.kind == sayHundred {
			v, err = 100, nil
		}
		if err != nil {
			break
		}
		low := cur % 100
		switch {
		case p.kind == sayHundred && cur > 0 && cur < 100:
			cur *= 100
		case p.kind == sayHundred && cur == 0 && p.lang == "fr":
			cur = 100
		case p.kind == sayHundred:
			v = -1
		case v == 1000:
			total, cur = (total+max(cur, 1))*1000, 0
		case v == 20 && low == 4 && p.lang == "fr":
			cur += 76
		case cur == 0 && (total > 0 || j == start):
			cur = v
		case v >= 100:
			v = -1
		case low == 0 && cur >= 100, low >= 20 && low%10 == 0 && v < 10, p.lang == "fr" && (low == 60 || low == 80) && v < 20:
			cur += v
		default:
			v = -1
		}
		if v < 0 {
			break
		}
		lang = p.lang
		j = k + 1
		i = j
	}
	if i == start {
		return counted{}, start, false
	}
	return counted{N: Integer(total + cur), words: true}, i, true
}

// foldNumber reads a multiple that is one word: elevenfold, zwölffach; 0 where it is none.
func foldNumber(w string) *big.Rat {
	if stem, ok := strings.CutSuffix(w, "fold"); ok {
		e := ReadExcerpt(stem)
		if c, _, ok := e.cardinalFrom(0, int64(e.phrase(0, "hundred"))); ok && c.N.IsInt() {
			return c.N
		}
	}
	for _, end := range [...]string{"fach", "fache", "fachen", "facher", "faches"} {
		if stem, ok := strings.CutSuffix(w, end); ok && len(stem) > 2 {
			if n, half, ok := germanNumber(stem); ok && half {
				return new(big.Rat).Add(Integer(n), ratio("1/2"))
			} else if ok {
				return Integer(n)
			}
		}
	}
	return nil
}

// germanWords are the numbers from which the others are made.
var germanWords = sync.OnceValue(func() map[string]int64 {
	out := map[string]int64{"eins": 1, "dreissig": 30}
	for i, w := range strings.Fields("null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn") {
		out[w] = int64(i)
	}
	for i, w := range strings.Fields("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig") {
		out[w] = int64(20 + 10*i)
	}
	return out
})

// germanNumber reads a German number, which is one word: fünfundzwanzig, zweitausendfünfhundert, zweieinhalb.
func germanNumber(w string) (n int64, half, ok bool) {
	if w == "anderthalb" {
		return 1, true, true
	}
	switch w {
	case "hundert":
		return 100, false, true
	case "tausend":
		return 1000, false, true
	}
	w, half = strings.CutSuffix(w, "einhalb")
	if len(w) < 3 || w == "ein" && !half {
		return 0, false, false
	}
	n, ok = germanBelow(w, 1000000)
	return n, half, ok
}

func germanBelow(w string, most int64) (int64, bool) {
	if n, ok := germanWords()[w]; ok {
		return n, true
	}
	for _, step := range []struct {
		word string
		by   int64
	}{{"tausend", 1000}, {"hundert", 100}} {
		if head, tail, found := strings.Cut(w, step.word); found && step.by < most {
			n, rest := int64(1), int64(0)
			ok := true
			if head != "" {
				n, ok = germanBelow(head, step.by)
			} else if tail == "" {
				return 0, false // hundert alone is read as a scale or not at all
			}
			if tail = strings.TrimPrefix(tail, "und"); ok && tail != "" {
				rest, ok = germanBelow(tail, step.by)
			}
			return n*step.by + rest, ok
		}
	}
	head, tail, found := strings.Cut(w, "und")
	if !found {
		return 0, false
	}
	ones, tens := germanWords()[head], germanWords()[tail]
	return tens + ones, ones > 0 && ones < 10 && tens >= 20
}
