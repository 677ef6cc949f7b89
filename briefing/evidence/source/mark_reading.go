package source

import (
	"strings"

	"github.com/shopspring/decimal"

	"roadshow/briefing/evidence/value"
	"roadshow/internal/limits"
)

// readDecimal reads the digits of word i, whose points and commas part thousands or decimals. why says why it cannot be decided.
func readDecimal(m value.Marks, e *Excerpt, i int) (n decimal.Decimal, why string, ok bool) {
	s := e.At(i)
	if strings.Contains(s, "'") {
		groups := strings.Split(s, "'")
		for k, g := range groups {
			if k > 0 && !threeDigits(g) || k == 0 && len(g) > 3 {
				return n, "", false
			}
		}
		s = strings.ReplaceAll(s, "'", "")
	}
	if strings.Trim(s, "0123456789.,") != "" || len(strings.Trim(s, "0.,")) > limits.Digits.N() {
		return n, "", false
	}
	point, why := decimalPoint(m, e, i, s)
	if point == 0 && why == "" {
		point = '.'
	}
	group := byte(',')
	if point == ',' {
		group = '.'
	}
	whole, fraction, has := strings.Cut(s, string(point))
	for k, g := range strings.Split(whole, string(group)) {
		if !allDigits(g) || k > 0 && len(g) != 3 || k == 0 && len(g) > 3 && strings.Contains(whole, string(group)) {
			return n, "", false
		}
	}
	if has && (!allDigits(fraction) || len(fraction) > limits.Decimals.N()) {
		return n, "", false
	}
	n, err := decimal.NewFromString(strings.ReplaceAll(whole, string(group), "") + "." + fraction + "0"[:1-min(1, len(fraction))])
	if err != nil {
		return n, "", false
	}
	if !has {
		n = value.Trim(n)
	}
	return n, why, true
}

// decimalPoint is the decimal mark of a number in digits, 0 where it has none that matters.
func decimalPoint(m value.Marks, e *Excerpt, i int, s string) (mark byte, why string) {
	dots, commas := strings.Count(s, "."), strings.Count(s, ",")
	switch {
	case dots > 0 && commas > 0:
		return s[strings.LastIndexAny(s, ".,")], ""
	case dots+commas == 0:
		return 0, ""
	case dots > 1 && e.home == "en" && !e.sure("de") && !e.sure("fr") && !e.sure("es"):
		return '.', ""
	case dots > 1:
		return ',', ""
	case commas > 1:
		return '.', ""
	}
	mark = s[strings.IndexAny(s, ".,")]
	other := byte('.' + ',' - mark)
	head, tail, _ := strings.Cut(s, string(mark))
	if len(tail) != 3 || len(head) > 3 || head == "" || head == "0" || strings.HasPrefix(head, "0") {
		return mark, ""
	}
	if m.Decimal != "" {
		return m.Decimal[0], ""
	}
	if tail == "000" && mark == '.' && e.Ahead(i+1, sayScale) != nil && e.sure("es") { // 6.000 millones
		return ',', ""
	}
	undecided := value.Quoted(e.original(i)) + " may be " + head + "." + tail + " or " + head + "," + tail
	european, spanish := e.sure("de") || e.sure("fr"), e.sure("es")
	switch {
	case spanish && !european && e.dollars():
		return mark, undecided
	case spanish && !european || european:
		if e.sure("en") || e.home != "" && mark == '.' { // 1.234 Mrd. € in an English outline
			return mark, undecided
		}
		return ',', ""
	case e.home != "" && e.home != "en" && e.home != "zh":
		return mark, undecided
	case mark == ',' || e.sure("en") || e.home != "" || e.hanText():
		return '.', ""
	}
	if p := e.At(i - 1); p == "$" || p == "£" || p == "usd" || p == "gbp" {
		return '.', ""
	}
	if w := e.At(i + 1); e.touching(i+1) && (w == "bn" || w == "m" || w == "k" || w == "x" || w == "trn" || w == "b") || w == "billion" || w == "×" {
		return '.', ""
	}
	return other, undecided
}

// dollars: Spanish of the Americas writes 1,234.5, Spanish of Spain 1.234,5.
func (e *Excerpt) dollars() bool {
	for _, w := range e.Lower {
		switch w {
		case "$", "pesos", "peso", "dólares", "mxn", "cop", "clp", "ars", "usd", "soles":
			return true
		}
	}
	return false
}

func (e *Excerpt) hanText() bool {
	for i := range e.Lower {
		if e.han(i) {
			return true
		}
	}
	return false
}
