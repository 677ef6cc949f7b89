package evidence

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// counted is a number in an excerpt.
type counted struct {
	n       decimal.Decimal
	ordinal bool
	vague   bool
}

// number reads a number from word i: digits, English words or Chinese numerals.
func (e *excerpt) number(i int) (counted, int, bool) {
	w := e.at(i)
	if w == "" {
		return counted{}, i, false
	}
	if w == "-" && i+1 < len(e.words) && digit(e.at(i + 1)[0]) && e.words[i].to == e.words[i+1].from && (i == 0 || e.words[i-1].to < e.words[i].from) {
		c, next, ok := e.number(i + 1)
		c.n = c.n.Neg()
		return c, next, ok
	}
	if digit(w[0]) {
		p := scan{s: w}
		n, err := p.number(0)
		if err != nil || !p.done() {
			return counted{}, i, false
		}
		c := counted{n: n}
		if slices.Contains([]string{"st", "nd", "rd", "th"}, e.at(i+1)) && e.words[i].to == e.words[i+1].to {
			c.ordinal = true
			i++
		}
		return c, i + 1, true
	}
	if n, next, ok := e.vagueNumber(i); ok {
		return counted{n: n, vague: true}, next, true
	}
	if r, _ := utf8.DecodeRuneInString(w); unicode.Is(unicode.Han, r) || r == '〇' {
		return e.hanNumber(i)
	}
	return e.wordNumber(i)
}

// vagueNumber reads "tens of millions": at least two tens of millions. What the scale leaves over is read as a suffix.
func (e *excerpt) vagueNumber(i int) (decimal.Decimal, int, bool) {
	many := int64(0)
	switch e.at(i) {
	case "tens":
		many = 20
	case "dozens":
		many = 24
	case "scores":
		many = 40
	case "hundreds":
		many = 200
	case "thousands", "millions", "billions", "trillions":
		return decimal.New(2, 0), i, true // the suffix reads the word as a scale
	default:
		return decimal.Decimal{}, i, false
	}
	i++
	if e.at(i) == "of" {
		if scaleOf(e.original(i+1), false) != "" || e.at(i+1) == "hundreds" {
			i++
		}
	} else if many == 24 || many == 40 {
		return decimal.Decimal{}, i, false
	}
	return decimal.New(many, 0), i, true
}

// small are the English numerals, each at its value.
const smallNumbers = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
const tensNumbers = "twenty thirty forty fifty sixty seventy eighty ninety"
const ordinalNumbers = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"

func indexOf(list, word string) int {
	i := 0
	for w := range strings.FieldsSeq(list) {
		if w == word {
			return i
		}
		i++
	}
	return -1
}

// wordNumber reads "twenty-five", "one hundred and twenty", "a dozen", "third". Thousands and more are suffixes.
func (e *excerpt) wordNumber(i int) (counted, int, bool) {
	if n := indexOf(ordinalNumbers, e.at(i)); n > 0 && !(n == 2 && slices.Contains([]string{"", ",", "."}, e.at(i+1))) {
		return counted{n: decimal.New(int64(n), 0), ordinal: true}, i + 1, true
	}
	n, next, ok := e.below100(i)
	if !ok {
		if e.at(i) != "a" && e.at(i) != "an" {
			return counted{}, i, false
		}
		if w := e.at(i + 1); w != "hundred" && w != "dozen" && scaleOf(w, false) == "" || len(w) < 5 {
			return counted{}, i, false
		}
		n, next = 1, i+1
	}
	switch e.at(next) {
	case "dozen":
		return counted{n: decimal.New(n*12, 0)}, next + 1, true
	case "hundred":
		n, next = n*100, next+1
		j := next
		if e.at(j) == "and" {
			j++
		}
		if more, after, ok := e.below100(j); ok {
			n, next = n+more, after
		}
	}
	return counted{n: decimal.New(n, 0)}, next, true
}

func (e *excerpt) below100(i int) (int64, int, bool) {
	if n := indexOf(smallNumbers, e.at(i)); n >= 0 {
		return int64(n), i + 1, true
	}
	n := indexOf(tensNumbers, e.at(i))
	if n < 0 {
		return 0, i, false
	}
	tens, next := int64(20+10*n), i+1
	if e.at(next) == "-" {
		next++
	}
	if ones := indexOf(smallNumbers, e.at(next)); ones > 0 && ones < 10 {
		return tens + int64(ones), next + 1, true
	}
	return tens, i + 1, true
}

// hanNumber reads Chinese numerals up to 千; 万 and 亿 are suffixes. 数 and 几 before a unit make a floor of two of them.
func (e *excerpt) hanNumber(i int) (counted, int, bool) {
	const digits = "〇一二三四五六七八九"
	total, current, read, vague, start := int64(0), int64(-1), 0, false, i
	if w := e.at(i); (w == "数" || w == "几") && strings.Contains("十百千万亿", e.at(i+1)) && e.at(i+1) != "" {
		vague, current, i = true, 2, i+1
	}
	for ; read < 12; read++ {
		w := e.at(i)
		d := int64(-1)
		switch w {
		case "零":
			d = 0
		case "两":
			d = 2
		default:
			if k := strings.Index(digits, w); k >= 0 && w != "" {
				d = int64(k / len("一"))
			}
		}
		unit := map[string]int64{"十": 10, "百": 100, "千": 1000}[w]
		switch {
		case d >= 0 && current >= 0:
			current = current*10 + d // 二〇二三
		case d >= 0:
			current = d
		case unit > 0:
			total += max(current, 1) * unit
			current = -1
		default:
			if i == start {
				return counted{}, i, false
			}
			return counted{n: decimal.New(total+max(current, 0), 0), vague: vague}, i, true
		}
		i++
	}
	return counted{}, start, false
}
