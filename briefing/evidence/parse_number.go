package evidence

import (
	"strings"

	"github.com/shopspring/decimal"

	"roadshow/internal/limits"
)

// number reads digits with thousands commas and a decimal point. from is where the amount began, for messages.
func (p *scan) number(from int) (decimal.Decimal, *SyntaxError) {
	start, whole, n, overflow := p.i, 0, int64(0), false
	commas, lastComma := 0, -1
	digits, leading, point := 0, 0, -1
	for ; p.i < len(p.s); p.i++ {
		c := p.s[p.i]
		switch {
		case digit(c):
			digits++
			if n == 0 && c == '0' && point < 0 {
				leading++
			}
			if n > (1<<62)/10 {
				overflow = true
			} else {
				n = n*10 + int64(c-'0')
			}
			continue
		case c == '.' && point < 0 && p.i+1 < len(p.s) && digit(p.s[p.i+1]):
			point, whole = p.i, digits
			continue
		case c == ',' && p.i > start && p.i+1 < len(p.s) && digit(p.s[p.i+1]):
			ok := point < 0 && group(p.s[p.i+1:]) && (lastComma < 0 && p.i-start <= 3 || lastComma >= 0 && p.i-lastComma == 4)
			if !ok {
				return decimal.Decimal{}, p.badComma(from, start)
			}
			commas, lastComma = commas+1, p.i
			continue
		}
		break
	}
	end := p.i
	switch {
	case digits == 0:
		return decimal.Decimal{}, p.notNumber(from)
	case digits-leading > limits.Digits.N() || leading > limits.Digits.N():
		return decimal.Decimal{}, p.fail(start, end, limits.Digits.Hint(), limits.Digits.Says())
	case lastComma >= 0 && point < 0 && end-lastComma != 4 || lastComma >= 0 && point >= 0 && point-lastComma != 4:
		return decimal.Decimal{}, p.badComma(from, start)
	}
	if n := len(p.s); end < n && (p.s[end] == '.' || p.s[end] == ',') && (end+1 == n || !asciiLetter(p.s[end+1])) || exponentAt(p.s[end:]) {
		return decimal.Decimal{}, p.notNumber(from)
	}
	exp := int32(0)
	if point >= 0 {
		exp = int32(whole - digits)
	}
	if !overflow {
		return decimal.New(n, exp), nil
	}
	d, err := decimal.NewFromString(strings.ReplaceAll(p.s[start:end], ",", ""))
	if err != nil {
		return decimal.Decimal{}, p.notNumber(from)
	}
	return d, nil
}

// group says that exactly three digits follow.
func group(s string) bool {
	return len(s) >= 3 && digit(s[0]) && digit(s[1]) && digit(s[2]) && (len(s) == 3 || !digit(s[3]))
}

// exponentAt recognises the e6 of 1e6.
func exponentAt(s string) bool {
	if len(s) < 2 || s[0]|0x20 != 'e' {
		return false
	}
	s = strings.TrimLeft(s[1:], "+-")
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// badComma explains a comma that groups no thousands: "12,4m" is meant as 12.4m.
func (p *scan) badComma(from, start int) *SyntaxError {
	end := start
	for end < len(p.s) && (digit(p.s[end]) || p.s[end] == ',' || p.s[end] == '.') {
		end++
	}
	number := strings.TrimRight(p.s[start:end], ",.")
	q := scan{s: p.s, i: end}
	var u Unit
	q.suffix(&u)
	word := p.s[from:max(q.i, end)]
	e := p.fail(from, max(q.i, end), "", quoted(strings.TrimSpace(word))+" is not a number")
	switch head, tail, _ := strings.Cut(number, ","); {
	case !strings.ContainsAny(tail, ".,") && len(tail) < 3 && head != "":
		e.Hint = "write " + head + "." + tail
		if u.Scale != "" {
			e.Hint += " and set unit: " + u.Scale
		}
	default:
		e.Hint = "commas group three digits: 1,480.5"
	}
	return e
}

func (p *scan) notNumber(from int) *SyntaxError {
	end := from
	for end < len(p.s) && p.s[end] != ' ' {
		end++
	}
	if end == from && from < len(p.s) {
		end = len(p.s)
	}
	word := p.s[from:end]
	e := p.fail(from, end, "write a number such as 1,480.5, or n/a (does not exist), or ? (not known)", quoted(word)+" is not a number")
	switch {
	case from >= len(p.s):
		e.Summary, e.Hint, e.Offset, e.End = "a number is missing after "+quoted(strings.TrimSpace(p.s)), "", len(p.s), len(p.s)
	case word[0] == '(':
		e.Hint = "write a negative number with a minus: -3"
	case strings.EqualFold(word, "between"):
		e.Hint = "write a range as 40 to 50"
	case word == "-" || word == "–" || word == "—" || strings.EqualFold(word, "na") || strings.EqualFold(word, "none"):
		e.Hint = "write n/a (does not exist) or ? (not known)"
	case digit(word[0]) && exponentAt(strings.TrimLeft(word, "0123456789.")):
		e.Hint = "write it out, or use a scale: 1m"
	case digit(word[0]) && strings.HasSuffix(word, "."):
		e.Hint = "leave the last point out"
	case len(word) >= 3 && signCurrency(strings.ToUpper(word[:3])) != "" && word[:3] != strings.ToUpper(word[:3]):
		e.Hint = "write the currency as " + strings.ToUpper(word[:3])
	}
	return e
}

// raised digits and letters mark footnotes, or powers.
func raised(r rune) bool {
	return strings.ContainsRune("⁰¹²³⁴⁵⁶⁷⁸⁹", r)
}
