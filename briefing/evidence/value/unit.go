package value

import (
	"math/big"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Unit is currency, scale and noun, or a rate of two.
type Unit struct {
	Currency string // ISO code: "USD", "CNY"; printed as the author's sign: Sign
	Sign     string // "$", "RMB", "€", "¥", "元" as typed
	Scale    string // "", "k", "m", "bn", "trn", "万", "亿", "万亿"; of points also "bps", a hundredth of one
	Noun     string // "parameters", "staff"; for rates "$/kWh" the Noun is "/kWh"
	Kind     UnitKind
}

// UnitKind marks the units with arithmetic of their own.
type UnitKind uint8

// Kinds of units.
const (
	Plain   UnitKind = iota
	Percent          // 20%
	Points           // difference of percentages
	Times            // 6.7×
)

// ParseUnit reads a unit alone: "bn parameters", "$m", "RMB", "%", "×", "$/kWh", "points". What follows a comma is the
// period or a remark ("%, May 2023") and is not part of the unit. "" is the unit of plain numbers.
func ParseUnit(s string) (Unit, error) {
	head, _, _ := strings.Cut(s, ",")
	p := Scan{S: head}
	p.Spaces()
	if p.Done() {
		return Unit{}, nil
	}
	if c := p.S[p.I]; '0' <= c && c <= '9' {
		return Unit{}, p.fail(p.I, len(strings.TrimRight(p.S, " ")), "write what is counted and its scale, as in bn parameters", "a unit has no number in it")
	}
	var u Unit
	p.CurrencyBefore(&u)
	p.Spaces()
	p.Suffix(&u)
	if err := p.tail(&u); err != nil {
		return Unit{}, err
	}
	return u, nil
}

// String is the unit as a label: "bn parameters", "$m", "RMB m", "%", "$/kWh".
func (u Unit) String() string {
	var b strings.Builder
	before := !signAfter(u.Sign)
	if before {
		b.WriteString(u.Sign)
		if u.Scale != "" && LetterEnd(u.Sign) {
			b.WriteByte(' ')
		}
	}
	b.WriteString(u.Scale)
	if !before {
		b.WriteString(u.Sign)
	}
	switch u.Kind {
	case Percent:
		b.WriteByte('%')
	case Points:
		if u.Scale != "bps" {
			spaced(&b, "points")
		}
	case Times:
		b.WriteString("×")
	}
	if strings.HasPrefix(u.Noun, "/") {
		b.WriteString(u.Noun)
	} else if startsHan(u.Noun) {
		b.WriteString(u.Noun)
	} else if u.Noun != "" {
		spaced(&b, u.Noun)
	}
	return b.String()
}

func spaced(b *strings.Builder, s string) {
	if b.Len() > 0 {
		b.WriteByte(' ')
	}
	b.WriteString(s)
}

// IsZero says that no unit is named.
func (u Unit) IsZero() bool { return u == Unit{} }

// SameUnit says that values of the two units can be added and compared: the scale may differ, and "$" and "USD" are the
// same currency.
func SameUnit(a, b Unit) bool {
	return a.Kind == b.Kind && a.Currency == b.Currency && SameNoun(a.Noun, b.Noun)
}

// SameNoun forgives case and a plural s: "parameter" and "Parameters".
func SameNoun(a, b string) bool {
	return a == b || strings.EqualFold(a, b) || strings.EqualFold(strings.TrimSuffix(a, "s"), strings.TrimSuffix(b, "s"))
}

// WithUnit gives a value the unit of its column, file or figure. What the value names itself stays; a scale of its own is
// counted in the scale of u ("900k" under "$m" is $0.9m). It fails where the two contradict: "20%" under "bn parameters".
func (v Value) WithUnit(u Unit) (Value, error) {
	if v.State != Known || u.IsZero() {
		return v, nil
	}
	own := v.Unit
	if own.IsZero() {
		v.Unit = u
		return v, nil
	}
	clash := own.Kind != Plain && own.Kind != u.Kind ||
		own.Currency != "" && own.Currency != u.Currency && (u.Currency != "" || u.Kind != Plain || u.Noun != "") ||
		own.Noun != "" && u.Noun != "" && !SameNoun(own.Noun, u.Noun)
	if clash {
		return v, &SyntaxError{Summary: Quoted(own.String()) + " contradicts the unit " + Quoted(u.String()), Hint: "leave the unit out here, or change it there"}
	}
	merged := u
	merged.Scale = own.Scale
	if own.Currency != "" {
		merged.Currency, merged.Sign = own.Currency, own.Sign
	}
	if own.Noun != "" {
		merged.Noun = own.Noun
	}
	v.Unit = merged
	if own.Scale != "" && u.Scale != "" {
		v = v.In(u.Scale)
	}
	return v, nil
}

func (u Unit) Exponent() int32 {
	e, _ := ScaleExponent(u.Scale)
	return e
}

// ScaleExponent is the power of ten of a scale's canonical name.
func ScaleExponent(scale string) (int32, bool) {
	switch scale {
	case "":
		return 0, true
	case "k":
		return 3, true
	case "万":
		return 4, true
	case "m":
		return 6, true
	case "亿":
		return 8, true
	case "bn":
		return 9, true
	case "trn", "万亿":
		return 12, true
	case "bps":
		return -2, true
	}
	return 0, false
}

// ScaleOf is the canonical name of a scale as people type it; attached says that it follows its number without a space.
func ScaleOf(word string, attached bool) string {
	switch word {
	case "k", "K":
		return "k"
	case "m", "M", "mn", "mln":
		return "m"
	case "bn", "B", "bln":
		return "bn"
	case "trn", "tn", "trln":
		return "trn"
	case "b":
		if attached {
			return "bn"
		}
	case "T":
		if attached {
			return "trn"
		}
	}
	if len(word) < 7 || len(word) > 9 { // million … thousands
		return ""
	}
	switch strings.TrimSuffix(strings.ToLower(word), "s") {
	case "thousand":
		return "k"
	case "million":
		return "m"
	case "billion":
		return "bn"
	case "trillion":
		return "trn"
	}
	return ""
}

// IsoCurrencies are the current codes of ISO 4217 that name money in use.
const IsoCurrencies = " AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF " +
	"CHF CLP CNH CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF " +
	"IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU " +
	"MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP " +
	"SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL "

// SignCurrency is the currency of a sign or code as typed, "" when it is none. ¥ alone is read as the yuan; JP¥ is the yen.
func SignCurrency(sign string) string {
	switch sign {
	case "$", "US$":
		return "USD"
	case "RMB", "¥", "￥", "CN¥", "元":
		return "CNY"
	case "JP¥", "日元":
		return "JPY"
	case "美元":
		return "USD"
	case "欧元":
		return "EUR"
	case "英镑":
		return "GBP"
	case "港元":
		return "HKD"
	case "€":
		return "EUR"
	case "£":
		return "GBP"
	case "₩":
		return "KRW"
	case "₹":
		return "INR"
	case "HK$":
		return "HKD"
	case "A$":
		return "AUD"
	case "C$":
		return "CAD"
	case "S$":
		return "SGD"
	case "NT$":
		return "TWD"
	case "R$":
		return "BRL"
	}
	if len(sign) == 3 && strings.Contains(IsoCurrencies, " "+sign+" ") {
		return sign
	}
	return ""
}

// currencyWord is the sign for a currency's name in words: "80 million dollars".
func currencyWord(word string) string {
	switch strings.ToLower(word) {
	case "dollar", "dollars":
		return "$"
	case "yuan", "renminbi":
		return "RMB"
	case "euro", "euros":
		return "€"
	case "yen":
		return "JPY"
	}
	return ""
}

// LetterEnd says that a sign needs a space before digits: RMB 5, but $5.
func LetterEnd(sign string) bool {
	r, _ := utf8.DecodeLastRuneInString(sign)
	return unicode.IsLetter(r)
}

// Hundredths is what one of a unit is as a pure number.
func Hundredths(u Unit) *big.Rat {
	if u.Kind == Percent || u.Kind == Points {
		return big.NewRat(1, 100)
	}
	return big.NewRat(1, 1)
}
