package value

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

func (p *Scan) Value() (Value, *SyntaxError) {
	if p.Done() {
		return Value{}, p.fail(0, len(p.S), "write n/a (does not exist) or ? (not known)", "a value is missing")
	}
	switch word := strings.TrimSpace(p.rest()); {
	case word == "?", word == "未知":
		return Value{State: Unknown}, nil
	case len(word) == 3 && strings.EqualFold(word, "n/a"), word == "不适用":
		return Value{State: NotApplicable}, nil
	}
	v := Value{About: p.approximation(), Plus: strings.HasPrefix(p.rest(), "+")}
	b := p.bound()
	if b != Exactly && !v.About {
		v.About = p.approximation()
	}
	first := p.I
	lo, err := p.amount()
	if err != nil {
		return v, err
	}
	hi, to, err := p.rangeEnd(&lo)
	if err != nil {
		return v, err
	}
	if p.metre && lo.unit.Currency+hi.unit.Currency+lo.unit.Noun+hi.unit.Noun == "" {
		return v, p.fail(first, len(p.S), "write million, or metres", Quoted("m")+" may be metres or millions")
	}
	if !to {
		v.Unit, v.Lo, v.Hi = lo.unit, End{N: lo.n}, End{N: lo.n}
		switch b {
		case Over:
			v.Lo.Open, v.Hi = true, End{Inf: true}
		case AtLeast:
			v.Hi = End{Inf: true}
		case Under:
			v.Hi.Open, v.Lo = true, End{Inf: true}
		case AtMost:
			v.Lo = End{Inf: true}
		}
		return v, nil
	}
	if b != Exactly {
		return v, p.fail(0, len(p.S), "write either "+Quoted(strings.TrimSpace(p.S[:first])+" …")+" or a range", "a range has two ends: it takes no bound")
	}
	return p.join(v, lo, hi, first)
}

// join makes a range of two amounts; what only one of them names holds for both.
func (p *Scan) join(v Value, lo, hi amount, first int) (Value, *SyntaxError) {
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
		return v, p.fail(first, len(p.S), "say the unit once, after the second number", "the two ends of a range have different units: "+Quoted(a.String())+" and "+Quoted(b.String()))
	}
	v.Unit = b
	v.Lo = End{N: lo.n}.Shift(a.Exponent() - b.Exponent())
	v.Hi = End{N: hi.n}
	if v.Lo.N.GreaterThan(v.Hi.N) {
		return v, p.fail(first, len(p.S), "write the smaller number first", "a range runs from the smaller to the larger number")
	}
	return v, nil
}

type Bound uint8

const (
	Exactly Bound = iota
	Over
	AtLeast
	Under
	AtMost
)

func (p *Scan) bound() Bound {
	b := Exactly
	switch {
	case p.mark(">=", "≥", "⩾", "至少", "不少于", "不低于") != "", p.words("at least", "no less than", "not less than", "no fewer than") != "":
		b = AtLeast
	case p.mark("<=", "≤", "⩽", "至多", "最多", "不超过", "不高于") != "", p.words("at most", "up to", "no more than", "not more than") != "":
		b = AtMost
	case p.mark(">", "超过", "多于", "高于") != "", p.words("over", "more than", "above", "greater than") != "":
		b = Over
	case p.mark("<", "不到", "不足", "少于", "低于") != "", p.words("under", "less than", "below", "fewer than") != "":
		b = Under
	}
	p.Spaces()
	return b
}

func (p *Scan) approximation() bool {
	found := p.mark("~", "≈", "∼", "～", "大约", "约") != "" || p.words("about", "around", "approximately", "roughly", "circa") != "" || p.circa()
	p.Spaces()
	return found
}

// circa takes c. and ca.; the C of C$ is none.
func (p *Scan) circa() bool {
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
func (p *Scan) amount() (amount, *SyntaxError) {
	var a amount
	from := p.I
	negative := p.minus()
	p.CurrencyBefore(&a.unit)
	p.Spaces()
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
	p.Suffix(&a.unit)
	return a, nil
}

func (p *Scan) minus() bool {
	m := p.mark("-", "−", "‐", "‑", "+")
	p.Spaces()
	return m != "" && m != "+"
}

// rangeEnd reads the second amount of a range, and the unit's noun that may stand before or behind it.
func (p *Scan) rangeEnd(lo *amount) (hi amount, found bool, err *SyntaxError) {
	p.Spaces()
	if !p.rangeMark() {
		before, ok := p.nounBeforeTo()
		if !ok {
			return hi, false, p.tail(&lo.unit)
		}
		q := Scan{S: p.S[:before], I: p.I}
		if err := q.tail(&lo.unit); err != nil {
			return hi, false, err
		}
		p.I = before
		p.Spaces()
		p.rangeMark()
	}
	p.Spaces()
	if hi, err = p.amount(); err != nil {
		return hi, true, err
	}
	return hi, true, p.tail(&hi.unit)
}

// rangeMark takes "to" or a dash when a number may follow it.
func (p *Scan) rangeMark() bool {
	q := *p
	if q.words("to") == "" && q.mark("–", "-", "‑", "‐", "至", "到") == "" {
		return false
	}
	q.Spaces()
	if word := p.S[p.I]; !q.Done() && !q.numberAhead() && (word|0x20 == 't' || word == "至"[0] || word == "到"[0]) {
		return false // "to" inside a noun
	}
	*p = q
	return true
}

// nounBeforeTo finds the "to" of "40 bn parameters to 50 bn parameters", the 至 of "3亿元至5亿元".
func (p *Scan) nounBeforeTo() (at int, ok bool) {
	for i := p.I; i < len(p.S); i++ {
		q := Scan{S: p.S, I: i}
		if q.Spaces() && q.words("to") != "" && q.Spaces() && q.numberAhead() {
			return i, true
		}
		if q = (Scan{S: p.S, I: i}); q.mark("至", "到") != "" && q.numberAhead() {
			return i, true
		}
	}
	return 0, false
}

func (p Scan) numberAhead() bool {
	p.minus()
	var u Unit
	p.CurrencyBefore(&u)
	p.Spaces()
	p.minus()
	return !p.Done() && (Digit(p.S[p.I]) || p.S[p.I] == '.' && p.I+1 < len(p.S) && Digit(p.S[p.I+1]))
}

// CurrencyBefore takes a sign or code that stands before its number (or before a unit's scale).
func (p *Scan) CurrencyBefore(u *Unit) {
	if sign := p.mark("US$", "HK$", "NT$", "A$", "C$", "S$", "R$", "CN¥", "JP¥", "$", "€", "£", "¥", "￥", "₩", "₹"); sign != "" {
		u.Sign, u.Currency = sign, SignCurrency(sign)
		return
	}
	if len(p.rest()) < 3 {
		return
	}
	code := p.rest()[:3]
	if p.I+3 < len(p.S) && AsciiLetter(p.S[p.I+3]) {
		return
	}
	if c := SignCurrency(code); c != "" {
		p.I += 3
		u.Sign, u.Currency = code, c
	}
}

// Suffix takes a scale, %, × or points behind a number; anything else is left for the noun.
func (p *Scan) Suffix(u *Unit) {
	start := p.I
	gap := p.Spaces()
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
	from := p.I
	word := p.letters()
	if r, _ := utf8.DecodeRuneInString(p.rest()); r < utf8.RuneSelf && Digit(byte(r)) || Raised(r) || r == '/' && gap && word == "m" && u.Currency == "" { // m2, T4, m²
		p.I = start
		return
	}
	if scale := ScaleOf(word, !gap); scale != "" {
		p.metre = p.metre || gap && word == "m"
		u.Scale = scale
		return
	}
	p.I = from
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
		p.I = start
	}
}

// tail takes the rest of the unit: a currency behind the number, then the noun or the /rate.
func (p *Scan) tail(u *Unit) *SyntaxError {
	p.Spaces()
	if u.Kind == Plain && u.Currency == "" {
		if u.currencyAfter(p); u.Currency != "" {
			p.Spaces()
			if u.Scale == "" {
				p.Suffix(u)
				p.Spaces()
			}
		}
	}
	if u.Scale != "" && u.Kind == Plain { // 5 thousand %: nonsense, but 3 bn points is a unit
		if p.words("percentage points", "points", "pts") != "" {
			u.Kind = Points
			p.Spaces()
		}
	}
	noun := strings.TrimSpace(p.rest())
	if noun == "" {
		return nil
	}
	if p.phraseEnd("to") > 0 { // 5$ to
		p.I = len(p.S)
		return p.notNumber(p.I)
	}
	r, _ := utf8.DecodeRuneInString(noun)
	if !unicode.IsLetter(r) && r != '/' && r != '°' && r != '(' && r != '“' {
		end := len(p.S)
		hint := ""
		switch {
		case Digit(noun[0]):
			hint = "one number has no spaces in it; a range is 40 to 50"
		case r == '+':
			hint = "write at least, as in at least 10"
		case r == '±':
			hint = "write the range: 75 to 85"
		}
		return p.fail(p.I, end, hint, Quoted(noun)+" is no unit")
	}
	if r == '/' && strings.Trim(noun, "/0123456789 ") == "" {
		return p.fail(p.I, len(p.S), "write a fraction in words, two thirds, or as a decimal number: 1/2 is 0.5", Quoted(noun)+" is no unit")
	}
	if at, ok := p.nounBeforeTo(); ok {
		return p.fail(at, len(p.S), "write 40 to 50", "a range has two ends, not three")
	}
	var again Unit
	q := Scan{S: noun}
	if q.Suffix(&again); again.IsZero() {
		again.currencyAfter(&q)
	}
	if !again.IsZero() || strings.ContainsAny(noun, "$€£¥￥₩₹%<>=~≈?") {
		return p.fail(p.I, len(p.S), "a unit is a currency, a scale and what is counted, each once: RMB 2m, 40 bn parameters", Quoted(noun)+" does not belong behind "+Quoted(strings.TrimSpace(p.S[:p.I])))
	}
	u.Noun = strings.Join(strings.Fields(noun), " ")
	p.I = len(p.S)
	return nil
}

// currencyAfter takes a currency that stands behind its number: 80m USD, 80 million dollars, 3亿元, 0.12 $/kWh.
func (u *Unit) currencyAfter(p *Scan) {
	if p.Done() {
		return
	}
	if sign := p.mark("元", "美元", "欧元", "英镑", "港元", "日元"); sign != "" {
		u.Sign, u.Currency = sign, SignCurrency(sign)
		return
	}
	q := *p
	q.CurrencyBefore(u)
	if u.Currency != "" {
		*p = q
		return
	}
	q = *p
	if q.words("us") != "" {
		q.Spaces()
	}
	if sign := currencyWord(q.letters()); sign != "" {
		u.Sign, u.Currency = sign, SignCurrency(sign)
		*p = q
	}
}
