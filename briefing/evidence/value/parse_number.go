package value

import (
	"strings"

	"github.com/shopspring/decimal"

	"roadshow/internal/limits"
)

// number reads digits with thousands commas and a decimal point. from is where the amount began, for messages.
func (p *Scan) number(from int) (decimal.Decimal, *SyntaxError) {
	start, whole, n, overflow := p.I, 0, int64(0), false
	commas, lastComma := 0, -1
	digits, leading, point := 0, 0, -1
	for ; p.I < len(p.S); p.I++ {
		c := p.S[p.I]
		switch {
		case Digit(c):
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
		case c == '.' && point < 0 && p.I+1 < len(p.S) && Digit(p.S[p.I+1]):
			point, whole = p.I, digits
			continue
		case c == ',' && p.I > start && p.I+1 < len(p.S) && Digit(p.S[p.I+1]):
			ok := point < 0 && Group(p.S[p.I+1:]) && (lastComma < 0 && p.I-start <= 3 || lastComma >= 0 && p.I-lastComma == 4)
			if !ok {
				return decimal.Decimal{}, p.badComma(from, start)
			}
			commas, lastComma = commas+1, p.I
			continue
		}
		break
	}
	end := p.I
	switch {
	case digits == 0:
		return decimal.Decimal{}, p.notNumber(from)
	case digits-leading > limits.Digits.N() || leading > limits.Digits.N():
		return decimal.Decimal{}, p.fail(start, end, limits.Digits.Hint(), limits.Digits.Says())
	case point >= 0 && digits-whole > limits.Decimals.N():
		return decimal.Decimal{}, p.fail(start, end, limits.Decimals.Hint(), limits.Decimals.Says())
	case lastComma >= 0 && point < 0 && end-lastComma != 4 || lastComma >= 0 && point >= 0 && point-lastComma != 4:
		return decimal.Decimal{}, p.badComma(from, start)
	}
	if n := len(p.S); end < n && (p.S[end] == '.' || p.S[end] == ',') && (end+1 == n || !AsciiLetter(p.S[end+1])) || ExponentAt(p.S[end:]) {
		return decimal.Decimal{}, p.notNumber(from)
	}
	exp := int32(0)
	if point >= 0 {
		exp = int32(whole - digits)
	}
	if !overflow {
		return decimal.New(n, exp), nil
	}
	d, err := decimal.NewFromString(strings.ReplaceAll(p.S[start:end], ",", ""))
	if err != nil {
		return decimal.Decimal{}, p.notNumber(from)
	}
	return d, nil
}

// Group says that exactly three digits follow.
func Group(s string) bool {
	return len(s) >= 3 && Digit(s[0]) && Digit(s[1]) && Digit(s[2]) && (len(s) == 3 || !Digit(s[3]))
}

// ExponentAt recognises the e6 of 1e6.
func ExponentAt(s string) bool {
	if len(s) < 2 || s[0]|0x20 != 'e' {
		return false
	}
	s = strings.TrimLeft(s[1:], "+-")
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// badComma explains a comma that groups no thousands: "12,4m" is meant as 12.4m.
func (p *Scan) badComma(from, start int) *SyntaxError {
	end := start
	for end < len(p.S) && (Digit(p.S[end]) || p.S[end] == ',' || p.S[end] == '.') {
		end++
	}
	number := strings.TrimRight(p.S[start:end], ",.")
	q := Scan{S: p.S, I: end}
	var u Unit
	q.Suffix(&u)
	word := p.S[from:max(q.I, end)]
	e := p.fail(from, max(q.I, end), "", Quoted(strings.TrimSpace(word))+" is not a number")
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

func (p *Scan) notNumber(from int) *SyntaxError {
	end := from
	for end < len(p.S) && p.S[end] != ' ' {
		end++
	}
	if end == from && from < len(p.S) {
		end = len(p.S)
	}
	word := p.S[from:end]
	e := p.fail(from, end, "write a number such as 1,480.5, or n/a (does not exist), or ? (not known)", Quoted(word)+" is not a number")
	switch {
	case from >= len(p.S):
		e.Summary, e.Hint, e.Offset, e.End = "a number is missing after "+Quoted(strings.TrimSpace(p.S)), "", len(p.S), len(p.S)
	case word[0] == '(':
		e.Hint = "write a negative number with a minus: -3"
	case strings.EqualFold(word, "between"):
		e.Hint = "write a range as 40 to 50"
	case word == "-" || word == "–" || word == "—" || strings.EqualFold(word, "na") || strings.EqualFold(word, "none"):
		e.Hint = "write n/a (does not exist) or ? (not known)"
	case Digit(word[0]) && ExponentAt(strings.TrimLeft(word, "0123456789.")):
		e.Hint = "write it out, or use a scale: 1m"
	case Digit(word[0]) && strings.HasSuffix(word, "."):
		e.Hint = "leave the last point out"
	case len(word) >= 3 && SignCurrency(strings.ToUpper(word[:3])) != "" && word[:3] != strings.ToUpper(word[:3]):
		e.Hint = "write the currency as " + strings.ToUpper(word[:3])
	}
	return e
}

// Raised digits and letters mark footnotes, or powers.
func Raised(r rune) bool {
	return strings.ContainsRune("⁰¹²³⁴⁵⁶⁷⁸⁹", r)
}
