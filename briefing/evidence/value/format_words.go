package value

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	tongue "roadshow/words"
)

func (f Format) words() *tongue.Table { return tongue.For(f.Language) }

// Absent is what stands where a value does not exist.
func (f Format) Absent() string { return f.words().Number.Absent }

// Percent is a number with its percent sign, as the locale writes them.
func (f Format) Percent(digits string) string {
	if f.Locale.PercentFirst {
		return f.percent() + digits
	}
	return digits + f.percent()
}

func (f Format) percent() string {
	if f.Locale.Percent == "" {
		return "%"
	}
	return f.Locale.Percent
}

// Bare is a label without its percent sign.
func (f Format) Bare(label string) string {
	return strings.TrimPrefix(strings.TrimSuffix(label, f.percent()), f.percent())
}

// form is a unit in the form that a number takes: French says million below two.
func (f Format) form(c tongue.Count, n decimal.Decimal) string {
	limit, of := decimal.New(1, 0), n.Abs()
	if one := of.Equal(limit) || f.words().One(0) && of.LessThan(decimal.New(2, 0)); one {
		return c.One
	}
	return c.Other
}

// spelling says how a scale is written: in a sentence (millions), or beside a mark (M).
type spelling struct {
	prose, spelled bool
	n              decimal.Decimal // whose form it takes
}

func (s spelling) of(n decimal.Decimal) spelling {
	s.n = n
	return s
}

// scaleIndex is the place of a scale in the tables of words, −1 where a Chinese scale or none is meant.
func scaleIndex(scale string) int {
	switch scale {
	case "k":
		return 0
	case "m":
		return 1
	case "bn":
		return 2
	case "trn":
		return 3
	}
	return -1
}

// scaleText is the scale behind a number, with its spaces; a currency's sign follows where sign says so.
func (f Format) scaleText(u Unit, sign bool, spell spelling) string {
	n, i := &f.words().Number, scaleIndex(u.Scale)
	scale := f.scaleName(u)
	switch {
	case scale == "bps" && f.zh():
		return ""
	case scale == "bps":
		return n.BasisPoints
	case n.Money[0] == "" && scale == "": // as the house writes it
		return ""
	case n.Money[0] == "" || i >= 0 && f.Units == "si":
		if u.Sign == "" && (scale == "bn" || scale == "trn" || f.Units == "si") {
			scale = " " + scale
		}
		if sign && n.SignAfter {
			return "\u00a0" + strings.TrimSpace(scale)
		}
		return scale
	case i < 0:
		if sign && !startsHan(u.Sign) {
			return scale + "\u00a0"
		}
		return scale
	case u.Sign != "" && sign:
		return "\u00a0" + n.Money[i]
	case u.Sign != "":
		return "\u00a0" + strings.TrimRight(n.Money[i], "\u00a0")
	case spell.spelled && n.Spelled[i].Other != "":
		return "\u00a0" + f.form(n.Spelled[i], spell.n)
	}
	return "\u00a0" + n.Scales[i]
}

// counted is a noun behind a number: French and Spanish say millions of it.
func (f Format) counted(noun string, u Unit, spell spelling) string {
	n, i := &f.words().Number, scaleIndex(u.Scale)
	if n.Of == "" || i < 1 || !spell.spelled || f.Units == "si" || u.Sign != "" {
		return noun
	}
	low := strings.ToLower(noun)
	if strings.HasPrefix(low, n.Of) || strings.HasPrefix(low, "d’") || strings.HasPrefix(low, "d'") {
		return noun
	}
	if r, _ := utf8.DecodeRuneInString(low); f.Language == "fr" && strings.ContainsRune("aeiouyhàâéèêëîïôûœ", unicode.ToLower(r)) {
		return "d’" + noun
	}
	return n.Of + noun
}

// signAfter says that a currency's sign stands behind the number: 3亿元, 3 Mio. €. Other signs than the euro's stay before it.
func (f Format) signAfter(sign string) bool {
	return signAfter(sign) || sign == "€" && f.words().Number.SignAfter && !f.Locale.SignFirst
}

// UnitLabel is a unit in the head of a table or chart, as the format writes it. In 万 and 亿 the values carry their scale
// where the author typed another one.
func (f Format) UnitLabel(u Unit) string {
	u.Sign = f.sign(u.Sign)
	n, i := &f.words().Number, scaleIndex(u.Scale)
	if f.zh() {
		if han := u.Scale == "万" || u.Scale == "亿" || u.Scale == "万亿"; f.Units == "zh" && !han {
			u.Scale = ""
		}
		if kind := u.kindZh(); kind != "" {
			if u.Kind = Plain; u.Scale == "bps" {
				u.Scale = ""
			}
			return u.String() + kind
		}
		return u.String()
	}
	if n.Money[0] == "" {
		return u.String()
	}
	switch {
	case u.Scale == "bps":
		u.Scale, u.Kind, u.Noun = "", Plain, strings.TrimLeft(n.BasisPoints, "\u00a0")
	case u.Kind == Points:
		u.Kind, u.Noun = Plain, n.PointsUnit
	}
	if i < 0 || f.Units == "si" {
		return u.String()
	}
	spell := spelling{spelled: u.Sign == "", n: decimal.New(2, 0)}
	scale := strings.TrimLeft(f.scaleText(u, u.Sign != "" && !LetterEnd(u.Sign), spell), "\u00a0")
	noun := u.Noun
	if noun != "" && noun[0] != '/' {
		noun = f.counted(noun, u, spell)
	}
	rest := Unit{Noun: noun}
	if u.Sign != "" && LetterEnd(u.Sign) {
		scale += "\u00a0"
	}
	scale += u.Sign
	if noun == "" || noun[0] == '/' {
		return scale + rest.String()
	}
	return scale + " " + noun
}
