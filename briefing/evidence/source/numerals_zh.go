package source

import (
	"strings"

	"roadshow/briefing/evidence/value"
)

func hanUnit(w string) int64 {
	switch w {
	case "十":
		return 10
	case "百":
		return 100
	case "千":
		return 1000
	}
	return 0
}

func hanDigit(w string) int64 {
	const digits = "〇一二三四五六七八九"
	switch w {
	case "零":
		return 0
	case "两", "俩":
		return 2
	case "":
		return -1
	}
	if k := strings.Index(digits, w); k >= 0 {
		return int64(k / len("一"))
	}
	return -1
}

// hanNumber reads Chinese numerals up to 千, 三分之一, 三成, 一半, 翻番 and 上亿; 万 and 亿 are suffixes. 数 and 几 before a
// unit make a floor of two of them.
func (e *Excerpt) hanNumber(i int) (counted, int, bool) {
	if p := e.Ahead(i, sayMultiple); p != nil {
		return counted{N: ratio(p.arg), Kind: value.Times, verb: true}, i + len(p.words), true
	}
	if p := e.Ahead(i, sayFraction); p != nil {
		return counted{N: ratio(p.arg), part: true}, i + len(p.words), true
	}
	if e.At(i) == "每" {
		return e.hanOutOf(i)
	}
	c := counted{}
	n, spread, next, ok := int64(1), int64(0), i, false
	unit := func(k int) bool { return among(e.At(k), "十百千万亿") }
	switch w := e.At(i); {
	case (w == "数" || w == "几") && unit(i+1):
		c.vague = true
		n, _, next, ok = e.hanDigits(i+1, 2)
		if !ok {
			n, next = 2, i+1
		}
	case w == "上" && unit(i+1):
		c.least, c.loose = true, true
		if n, _, next, ok = e.hanDigits(i+1, 1); !ok {
			n, next = 1, i+1
		}
	case strings.Contains("百千万亿", w) && e.back(i, sayOver|sayUnder|sayLeast|sayMost|sayAbout|sayNear) == nil:
		return c, i, false // 百货, 万一
	case w == "万" || w == "亿":
		next = i // 近亿
	default:
		if n, spread, next, ok = e.hanDigits(i, -1); !ok {
			return c, i, false
		}
	}
	c.N = Integer(n)
	if spread > 0 {
		c.upto = Integer(n + spread)
	}
	switch {
	case e.At(next) == "分" && e.At(next+1) == "之":
		d, more, after, ok := e.hanDigits(next+2, -1)
		if !ok || n == 0 || spread+more > 0 {
			return c, i, false
		}
		return counted{N: Integer(d).Quo(Integer(d), Integer(n)), part: true}, after, true
	case e.At(next) == "点" && hanDigit(e.At(next+1)) >= 0:
		tenth := ratio("1/10")
		for next++; hanDigit(e.At(next)) >= 0; next++ {
			c = c.plus(Integer(hanDigit(e.At(next))).Mul(Integer(hanDigit(e.At(next))), tenth), c.places+1)
			tenth = ratio("1/10").Mul(tenth, ratio("1/10"))
		}
	case e.At(next) == "成" && n < 10 && !c.vague && !among(e.At(next+1), "为立本员长功果就都熟"):
		c, next = c.by(Integer(10)), next+1
		c.Kind = value.Percent
		if d := hanDigit(e.At(next)); d > 0 && spread == 0 {
			c, next = c.plus(Integer(d), 0), next+1
		} else if e.At(next) == "半" {
			c, next = c.plus(Integer(5), 0), next+1
		}
		return c, next, true
	case e.At(next) == "折" && !c.vague && !among(e.At(next+1), "合算旧叠"):
		c.Kind = value.Percent
		if n < 10 {
			c = c.by(Integer(10))
		}
		return c, next + 1, true
	case among(e.At(next), "个年月天倍岁") && e.At(next+1) == "半": // 两个半月
		c = c.plus(ratio("1/2"), 0)
		if next += 2; e.At(next-2) == "倍" {
			c.Kind = value.Times
		}
		return c, next, true
	}
	return c, next, true
}

// hanDigits reads numerals up to 千. first is the digit that is already read, -1 for none. Two neighbours in the row of digits
// name a range, whose length is spread: 七八 is 7 to 8, 三四十 is 30 to 40.
func (e *Excerpt) hanDigits(i int, first int64) (n, spread int64, next int, ok bool) {
	total, current, start := int64(0), first, i
	for read := 0; read < 12; read++ {
		w := e.At(i)
		d, unit := hanDigit(w), hanUnit(w)
		switch {
		case d >= 0 && spread > 0:
			return total + max(current, 0), spread, i, true
		case d > 0 && current <= 0 && e.hanPair(i) > 0:
			current, spread = d, e.hanPair(i)
			i++
		case d >= 0 && current > 0 && total == 0, d >= 0 && current == 0 && total == 0:
			current = current*10 + d // 二〇二三
		case d >= 0:
			current = d
		case unit > 0:
			total += max(current, 1) * unit
			current, spread = -1, spread*unit
		default:
			if i == start {
				return 0, 0, i, false
			}
			return total + max(current, 0), spread, i, true
		}
		i++
	}
	return 0, 0, start, false
}

// hanPair is how far apart two digits are that stand side by side and name a range, 0 where they name none: 七八, 三五. More
// digits in a row are those of one number: 二三五.
func (e *Excerpt) hanPair(i int) int64 {
	a, b := hanDigit(e.At(i)), hanDigit(e.At(i+1))
	if a < 1 || b <= a || hanDigit(e.At(i-1)) >= 0 || hanDigit(e.At(i+2)) >= 0 || e.At(i+2) == "点" || b-a > 1 && !(a == 3 && b == 5) {
		return 0
	}
	return b - a
}
