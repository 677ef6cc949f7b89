package source

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"roadshow/briefing/evidence/value"
)

// ParseValueIn reads a value as ParseValue does, in an outline or a data file whose numbers are written with these marks.
func ParseValueIn(s string, m value.Marks) (value.Value, error) {
	v, err := parseMarked(m, s)
	var e *value.SyntaxError
	if m.Decimal == "" && strings.ContainsAny(s, ".,") && errors.As(err, &e) {
		a, point := parseMarked(value.Marks{Decimal: ".", Language: m.Language}, s)
		b, comma := parseMarked(value.Marks{Decimal: ",", Language: m.Language}, s)
		if point == nil && comma == nil && a.String() != b.String() {
			e.Hint = "set `decimal: \",\"` or `decimal: \".\"` at the top of the outline"
			err = value.AmbiguousError{SyntaxError: e}
		}
	}
	whole := strings.TrimSpace(s)
	switch noun := v.Unit.Noun; {
	case err != nil:
	case v.Unit.Currency != "" && v.Unit.Kind != value.Plain:
		return value.Value{}, &value.SyntaxError{End: len(s), Summary: value.Quoted(whole) + " is money and a rate at once", Hint: "keep the currency, or the %, points or × that it is"}
	case noun == "m" && v.Unit.Scale == "": // 3+ m
		return value.Value{}, &value.SyntaxError{End: len(s), Summary: value.Quoted("m") + " may be metres or millions", Hint: "write million, or metres"}
	case strings.HasPrefix(noun, "/") && !strings.ContainsFunc(noun, unicode.IsLetter):
		return value.Value{}, &value.SyntaxError{End: len(s), Summary: value.Quoted(noun) + " is no unit", Hint: "name what one of it is, as in $/kWh"}
	}
	v.Year = err == nil && v.Unit.IsZero() && value.TypedYears(s)
	return v, err
}

// ParseUnit reads a unit alone, as value.ParseUnit does, and in words too: Mio. €, € Mio., milliards d'euros, million
// parameters. A unit with a scale is that of a value of 1 with these words, so that it means the same wherever it is typed.
func ParseUnit(s string) (value.Unit, error) {
	u, err := value.ParseUnit(s)
	if err == nil && u.Noun == "" {
		return u, nil
	}
	head, _, _ := strings.Cut(s, ",")
	v, bad := ParseValueIn("1 "+head, value.Marks{})
	if n, one := v.Point(); bad == nil && one && !v.About && v.Unit.Scale != "" && n.Equal(decimal.New(1, 0)) {
		return v.Unit, nil
	}
	return u, err
}

func parseMarked(m value.Marks, s string) (value.Value, error) {
	p := value.Scan{S: s}
	p.Spaces()
	if european(m) && strings.ContainsAny(s, "0123456789") {
		v, err := inWords(s, m)
		if err == nil {
			if typed, bad := p.Value(); bad == nil && typed.Unit.Currency == v.Unit.Currency {
				v.Unit.Sign = typed.Unit.Sign // EUR or €, as typed
			}
			return *v, nil
		}
		if err.Summary != "" || strings.ContainsAny(s, ".,") {
			return value.Value{}, orError(err, s)
		}
	}
	v, err := p.Value()
	if err == nil && !belongs(v.Unit.Noun) {
		return v, nil
	}
	if strings.ContainsAny(s, "0123456789") || len(s) <= 64 {
		w, why := inWords(s, m)
		switch {
		case why == nil && (err != nil || w.Unit.Noun != v.Unit.Noun):
			return *w, nil
		case why != nil && why.Summary != "" && !value.ExponentAt(strings.TrimLeft(s, "0123456789.")):
			return value.Value{}, why
		}
	}
	if err != nil {
		return value.Value{}, err
	}
	return v, nil
}

// european says that points and commas are not, or not surely, what English makes of them.
func european(m value.Marks) bool {
	return m.Decimal == "," || m.Language == "de" || m.Language == "fr" || m.Language == "es"
}

func orError(e *value.SyntaxError, s string) *value.SyntaxError {
	if e.Summary == "" {
		e.Summary, e.Hint = value.Quoted(strings.TrimSpace(s))+" is not a number", "write a number, or n/a (does not exist), or ? (not known)"
	}
	return e
}

// belongs says that what the grammar took for the name of what is counted is a word that belongs to the number.
func belongs(noun string) bool {
	if noun == "" || noun[0] == '/' {
		return false
	}
	e := ReadExcerpt(noun)
	p := e.Ahead(0, sayScale|sayUnscale|sayPercent|sayPoints|sayBps|sayTimes|sayMoney|sayNationality|sayBehindLeast|sayBehindMost|sayBehindOver|sayBehindUnder|sayBehindAbout|sayBehindNear|sayBehindHedge|sayJoin|sayHalf|sayDozen|sayHundred|sayFraction)
	if e.phrase(0, "or") > 0 || e.phrase(0, "and") > 0 || magnitude(e.At(0)) {
		return true
	}
	for i := range min(len(e.Words), 3) {
		if e.Ahead(i, sayBehindLeast|sayBehindMost|sayBehindAbout) != nil && i > 0 {
			return true
		}
	}
	return p != nil
}

// inWords reads a value with the reader of excerpts: numerals, scales and bounds of every language that it knows. Nothing
// may be left over but the name of what is counted. The error has no summary where no number is seen at all.
func inWords(s string, m value.Marks) (*value.Value, *value.SyntaxError) {
	none := &value.SyntaxError{End: len(s)}
	home := m.Language
	if home == "" {
		home = "en"
	}
	e := readWords(s, home, m)
	if len(e.Words) == 0 {
		return nil, none
	}
	var r Reading
	ok := false
	for i := 0; i < len(e.Words) && !ok; i++ {
		r, ok = e.quantity(i)
	}
	if !ok || r.From > 0 && e.Ahead(0, sayFiller) == nil || r.vague || r.ordinal || r.From > 1 {
		return nil, none
	}
	if r.why != "" {
		hint := "write the number with a scale of the house: 5k, 5m, 5bn, 5trn"
		if strings.Contains(r.why, "metres") {
			hint = "write million, or metres"
		}
		return nil, &value.SyntaxError{Offset: 0, End: len(s), Summary: r.why, Hint: hint}
	}
	if r.cents || len(r.anyOf) > 0 && r.Unit.Sign != "¥" {
		return nil, none
	}
	if r.ranged && (r.Lo.Inf || r.Hi.Inf) || e.Ahead(r.To, sayJoin|SayAnd) != nil {
		return nil, none
	}
	noun := strings.TrimSpace(s[e.Words[r.To-1].to:])
	if noun != "" {
		c, _ := utf8.DecodeRuneInString(noun)
		if !unicode.IsLetter(c) && c != '/' && c != '°' || strings.ContainsAny(noun, "$€£¥%<>=~≈?*") {
			return nil, none
		}
		digits := strings.ContainsAny(s[:e.Words[r.To-1].to], "0123456789½¼¾⅓⅔⅛")
		if unicode.IsUpper(c) && !digits && r.Unit == (value.Unit{}) { // Three Gorges
			return nil, none
		}
		for i := r.To; i < len(e.Words); i++ {
			if e.digitAt(i) && !e.touching(i) {
				return nil, none
			}
		}
	}
	v := r.Value
	if r.near {
		v.About, v.Near, v.Lo, v.Hi.Open = true, true, value.End{Inf: true}, true
	}
	v.Unit.Noun = strings.Join(strings.Fields(noun), " ")
	if strings.HasPrefix(strings.TrimSpace(s), "+") {
		v.Plus = true
	}
	return &v, nil
}

// Numeral says that words hold a number in words: "ninety-nine of them", 三成.
func Numeral(text string) bool {
	e := ReadExcerpt(text)
	for i := range e.Words {
		if c, _, ok := e.number(i); ok && !c.ordinal && !c.vague && !e.digitAt(i) && (e.han(i) && c.Kind == value.Percent || !e.han(i) && c.N.Cmp(Integer(1)) != 0) {
			return i == 0 || unicode.IsLower([]rune(e.original(i))[0])
		}
	}
	return false
}

// ParseValue reads one value in the grammar of the outline: a number with bound, approximation, range and unit, or n/a, or ?.
// Its errors are *SyntaxError.
func ParseValue(s string) (value.Value, error) {
	return ParseValueIn(s, value.Marks{})
}
