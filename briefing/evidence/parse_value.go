package evidence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

func (p *scan) value() (Value, *SyntaxError) {
	if p.done() {
		return Value{}, p.fail(0, len(p.s), "write n/a (does not exist) or ? (not known)", "a value is missing")
	}
	switch word := strings.TrimSpace(p.rest()); {
	case word == "?", word == "未知":
		return Value{State: Unknown}, nil
	case len(word) == 3 && strings.EqualFold(word, "n/a"), word == "不适用":
		return Value{State: NotApplicable}, nil
	}
	v := Value{About: p.approximation(), Plus: strings.HasPrefix(p.rest(), "+")}
	b := p.bound()
	if b != exactly && !v.About {
		v.About = p.approximation()
	}
	first := p.i
	lo, err := p.amount()
	if err != nil {
		return v, err
	}
	hi, to, err := p.rangeEnd(&lo)
	if err != nil {
		return v, err
	}
	if p.metre && lo.unit.Currency+hi.unit.Currency+lo.unit.Noun+hi.unit.Noun == "" {
		return v, p.fail(first, len(p.s), "write million, or metres", quoted("m")+" may be metres or millions")
	}
	if !to {
		v.Unit, v.Lo, v.Hi = lo.unit, End{N: lo.n}, End{N: lo.n}
		switch b {
		case over:
			v.Lo.Open, v.Hi = true, End{Inf: true}
		case atLeast:
			v.Hi = End{Inf: true}
		case under:
			v.Hi.Open, v.Lo = true, End{Inf: true}
		case atMost:
			v.Lo = End{Inf: true}
		}
		return v, nil
	}
	if b != exactly {
		return v, p.fail(0, len(p.s), "write either "+quoted(strings.TrimSpace(p.s[:first])+" …")+" or a range", "a range has two ends: it takes no bound")
	}
	return p.join(v, lo, hi, first)
}

// join makes a range of two amounts; what only one of them names holds for both.
func (p *scan) join(v Value, lo, hi amount, first int) (Value, *SyntaxError) {
	a, b := lo.unit, hi.unit
	if a.Scale == "" {
		a.Scale = b.Scale
	}
	if a.Kind == Plain && a.Noun == "" {
		a.Kind = b.Kind
	}
	if a.Noun == "" {
		a.Noun = b.Noun
	}
	if b.Noun == "" {
		b.Noun = a.Noun
	}
	if a.Currency == "" {
		a.Currency, a.Sign = b.Currency, b.Sign
	}
	if b.Currency == "" {
		b.Currency, b.Sign = a.Currency, a.Sign
	}
	if !SameUnit(a, b) {
		return v, p.fail(first, len(p.s), "say the unit once, after the second number", "the two ends of a range have different units: "+quoted(a.String())+" and "+quoted(b.String()))
	}
	v.Unit = b
	v.Lo = End{N: lo.n}.shift(a.exponent() - b.exponent())
	v.Hi = End{N: hi.n}
	if v.Lo.N.GreaterThan(v.Hi.N) {
		return v, p.fail(first, len(p.s), "write the smaller number first", "a range runs from the smaller to the larger number")
	}
	return v, nil
}

type bound uint8

const (
	exactly bound = iota
	over
	atLeast
	under
	atMost
)

func (p *scan) bound() bound {
	b := exactly
	switch {
	case p.mark(">=", "≥", "⩾", "至少", "不少于", "不低于") != "", p.words("at least", "no less than", "not less than", "no fewer than") != "":
		b = atLeast
	case p.mark("<=", "≤", "⩽", "至多", "最多", "不超过", "不高于") != "", p.words("at most", "up to", "no more than", "not more than") != "":
		b = atMost
	case p.mark(">", "超过", "多于", "高于") != "", p.words("over", "more than", "above", "greater than") != "":
		b = over
	case p.mark("<", "不到", "不足", "少于", "低于") != "", p.words("under", "less than", "below", "fewer than") != "":
		b = under
	}
	p.spaces()
	return b
}

func (p *scan) approximation() bool {
	found := p.mark("~", "≈", "∼", "～", "大约", "约") != "" || p.words("about", "around", "approximately", "roughly", "circa") != "" || p.circa()
	p.spaces()
	return found
}

// circa takes c. and ca.; the C of C$ is none.
func (p *scan) circa() bool {
	q := *p
	if q.words("ca", "c") == "" || q.mark(".") == "" {
		return false
	}
	*p = q
	return true
}

// amount is one number with what stands directly around it.
type amount struct {
	n    decimal.Decimal
	unit Unit
}

// amount reads [sign] [currency] [sign] number [scale or kind].
func (p *scan) amount() (amount, *SyntaxError) {
	var a amount
	from := p.i
	negative := p.minus()
	p.currencyBefore(&a.unit)
	p.spaces()
	if !negative {
		negative = p.minus()
	}
	n, err := p.number(from)
	if err != nil {
		return a, err
	}
	if negative {
		n = n.Neg()
	}
	a.n = n
	p.suffix(&a.unit)
	return a, nil
}

func (p *scan) minus() bool {
	m := p.mark("-", "−", "‐", "‑", "+")
	p.spaces()
	return m != "" && m != "+"
}

// rangeEnd reads the second amount of a range, and the unit's noun that may stand before or behind it.
func (p *scan) rangeEnd(lo *amount) (hi amount, found bool, err *SyntaxError) {
	p.spaces()
	if !p.rangeMark() {
		before, ok := p.nounBeforeTo()
		if !ok {
			return hi, false, p.tail(&lo.unit)
		}
		q := scan{s: p.s[:before], i: p.i}
		if err := q.tail(&lo.unit); err != nil {
			return hi, false, err
		}
		p.i = before
		p.spaces()
		p.rangeMark()
	}
	p.spaces()
	if hi, err = p.amount(); err != nil {
		return hi, true, err
	}
	return hi, true, p.tail(&hi.unit)
}

// rangeMark takes "to" or a dash when a number may follow it.
func (p *scan) rangeMark() bool {
	q := *p
	if q.words("to") == "" && q.mark("–", "-", "‑", "‐", "至", "到") == "" {
		return false
	}
	q.spaces()
	if word := p.s[p.i]; !q.done() && !q.numberAhead() && (word|0x20 == 't' || word == "至"[0] || word == "到"[0]) {
		return false // "to" inside a noun
	}
	*p = q
	return true
}

// nounBeforeTo finds the "to" of "40 bn parameters to 50 bn parameters", the 至 of "3亿元至5亿元".
func (p *scan) nounBeforeTo() (at int, ok bool) {
	for i := p.i; i < len(p.s); i++ {
		q := scan{s: p.s, i: i}
		if q.spaces() && q.words("to") != "" && q.spaces() && q.numberAhead() {
			return i, true
		}
		if q = (scan{s: p.s, i: i}); q.mark("至", "到") != "" && q.numberAhead() {
			return i, true
		}
	}
	return 0, false
}

func (p scan) numberAhead() bool {
	p.minus()
	var u Unit
	p.currencyBefore(&u)
	p.spaces()
	p.minus()
	return !p.done() && (digit(p.s[p.i]) || p.s[p.i] == '.' && p.i+1 < len(p.s) && digit(p.s[p.i+1]))
}

// currencyBefore takes a sign or code that stands before its number (or before a unit's scale).
func (p *scan) currencyBefore(u *Unit) {
	if sign := p.mark("US$", "HK$", "NT$", "A$", "C$", "S$", "R$", "CN¥", "JP¥", "$", "€", "£", "¥", "￥", "₩", "₹"); sign != "" {
		u.Sign, u.Currency = sign, signCurrency(sign)
		return
	}
	if len(p.rest()) < 3 {
		return
	}
	code := p.rest()[:3]
	if p.i+3 < len(p.s) && asciiLetter(p.s[p.i+3]) {
		return
	}
	if c := signCurrency(code); c != "" {
		p.i += 3
		u.Sign, u.Currency = code, c
	}
}

// suffix takes a scale, %, × or points behind a number; anything else is left for the noun.
func (p *scan) suffix(u *Unit) {
	start := p.i
	gap := p.spaces()
	if m := p.mark("%", "％", "×", "万亿", "万", "亿"); m != "" {
		switch m {
		case "%", "％":
			u.Kind = Percent
		case "×":
			u.Kind = Times
		default:
			u.Scale = m
		}
		return
	}
	from := p.i
	word := p.letters()
	if r, _ := utf8.DecodeRuneInString(p.rest()); r < utf8.RuneSelf && digit(byte(r)) || raised(r) || r == '/' && gap && word == "m" && u.Currency == "" { // m2, T4, m²
		p.i = start
		return
	}
	if scale := scaleOf(word, !gap); scale != "" {
		p.metre = p.metre || gap && word == "m"
		u.Scale = scale
		return
	}
	p.i = from
	switch {
	case p.words("percentage points", "percentage point", "points", "point", "pts", "pt", "pp", "ppt") != "":
		u.Kind = Points
	case p.words("basis points", "basis point", "bps", "bp") != "":
		u.Kind, u.Scale = Points, "bps"
	case p.words("percent", "per cent") != "":
		u.Kind = Percent
	case p.words("times", "x") != "":
		u.Kind = Times
	default:
		p.i = start
	}
}

// tail takes the rest of the unit: a currency behind the number, then the noun or the /rate.
func (p *scan) tail(u *Unit) *SyntaxError {
	p.spaces()
	if u.Kind == Plain && u.Currency == "" {
		if u.currencyAfter(p); u.Currency != "" {
			p.spaces()
			if u.Scale == "" {
				p.suffix(u)
				p.spaces()
			}
		}
	}
	if u.Scale != "" && u.Kind == Plain { // 5 thousand %: nonsense, but 3 bn points is a unit
		if p.words("percentage points", "points", "pts") != "" {
			u.Kind = Points
			p.spaces()
		}
	}
	noun := strings.TrimSpace(p.rest())
	if noun == "" {
		return nil
	}
	if p.phraseEnd("to") > 0 { // 5$ to
		p.i = len(p.s)
		return p.notNumber(p.i)
	}
	r, _ := utf8.DecodeRuneInString(noun)
	if !unicode.IsLetter(r) && r != '/' && r != '°' && r != '(' && r != '“' {
		end := len(p.s)
		hint := ""
		switch {
		case digit(noun[0]):
			hint = "one number has no spaces in it; a range is 40 to 50"
		case r == '+':
			hint = "write at least, as in at least 10"
		case r == '±':
			hint = "write the range: 75 to 85"
		}
		return p.fail(p.i, end, hint, quoted(noun)+" is no unit")
	}
	if r == '/' && strings.Trim(noun, "/0123456789 ") == "" {
		return p.fail(p.i, len(p.s), "write a fraction as a decimal number: 1/2 is 0.5", quoted(noun)+" is no unit")
	}
	if at, ok := p.nounBeforeTo(); ok {
		return p.fail(at, len(p.s), "write 40 to 50", "a range has two ends, not three")
	}
	var again Unit
	q := scan{s: noun}
	if q.suffix(&again); again.IsZero() {
		again.currencyAfter(&q)
	}
	if !again.IsZero() || strings.ContainsAny(noun, "$€£¥￥₩₹%<>=~≈?") {
		return p.fail(p.i, len(p.s), "a unit is a currency, a scale and what is counted, each once: RMB 2m, 40 bn parameters", quoted(noun)+" does not belong behind "+quoted(strings.TrimSpace(p.s[:p.i])))
	}
	u.Noun = strings.Join(strings.Fields(noun), " ")
	p.i = len(p.s)
	return nil
}

// currencyAfter takes a currency that stands behind its number: 80m USD, 80 million dollars, 3亿元, 0.12 $/kWh.
func (u *Unit) currencyAfter(p *scan) {
	if p.done() {
		return
	}
	if sign := p.mark("元", "美元", "欧元", "英镑", "港元", "日元"); sign != "" {
		u.Sign, u.Currency = sign, signCurrency(sign)
		return
	}
	q := *p
	q.currencyBefore(u)
	if u.Currency != "" {
		*p = q
		return
	}
	q = *p
	if q.words("us") != "" {
		q.spaces()
	}
	if sign := currencyWord(q.letters()); sign != "" {
		u.Sign, u.Currency = sign, signCurrency(sign)
		*p = q
	}
}
