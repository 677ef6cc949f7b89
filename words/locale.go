package words

import (
	"errors"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// Locale is how numbers are printed. The zero Locale is the house's: 1,234.5 and 14.5%.
type Locale struct {
	Tag            string
	Decimal, Group string
	Indian         bool   // 12,34,567: the last three digits, then pairs
	FromFive       bool   // four digits stand together: 1234, but 12.345
	Percent        string // with its space
	PercentFirst   bool
	SignFirst      bool // € stands before its number, whatever the language
}

// ParseLocale reads a tag of CLDR: de-DE, fr-CH, en-IN. The marks are those of golang.org/x/text, which has the data of CLDR 32;
// what CLDR has changed since is put right here.
func ParseLocale(tag string) (Locale, error) {
	t, err := language.Parse(tag)
	base, _, region := t.Raw()
	if err != nil || t.IsRoot() || base.String() == "und" || base.String() == "mul" || region.IsPrivateUse() {
		return Locale{}, errors.New("no such locale")
	}
	if t, err = t.SetTypeForKey("nu", "latn"); err != nil { // the faces have no other digits
		return Locale{}, err
	}
	print := message.NewPrinter(t)
	l := Locale{Tag: tag}
	if whole, fraction, ok := cutMarks(print.Sprint(number.Decimal(1234567.5))); ok {
		l.Group, l.Decimal = whole, fraction
	}
	l.Indian = strings.HasPrefix(print.Sprint(number.Decimal(1234567)), "12"+l.Group+"34"+l.Group)
	percent := strings.NewReplacer("\u200e", "", "\u200f", "").Replace(print.Sprint(number.Percent(0.5))) // no marks of direction
	l.Percent = strings.Replace(percent, "50", "", 1)
	l.PercentFirst = strings.HasPrefix(percent, "%")
	l.since(base.String(), region.String())
	return l, nil
}

// cutMarks finds the marks of 1234567.5.
func cutMarks(s string) (group, decimal string, ok bool) {
	i, j := strings.IndexFunc(s, notDigit), strings.LastIndexFunc(s, notDigit)
	if i < 0 || i == j {
		return "", "", false
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return s[i : i+n], s[j : len(s)-1], true
}

func notDigit(r rune) bool { return r < '0' || r > '9' }

// since puts right what newer editions of CLDR say, and what a reader of the language sees in print.
func (l *Locale) since(base, region string) {
	american := base == "es" && region != "ES" && region != "ZZ" && region != "GQ"
	switch base {
	case "fr":
		if region != "CA" && l.Group == "\u00a0" {
			l.Group = "\u202f"
		}
		l.Percent = strings.Replace(l.Percent, "\u00a0", "\u202f", 1)
	case "es":
		l.FromFive = !american
		if american {
			l.Percent = "%"
		}
	case "pl", "hu", "bg", "lv", "et", "it":
		l.FromFive = true
	case "pt":
		l.FromFive = region == "PT"
	}
	l.SignFirst = region == "CH" || region == "LI" || american
}

// Default is the locale that a language's numbers are printed in where the briefing names none: the house's for English and
// Chinese.
func Default(language string) Locale {
	l, _ := ParseLocale(For(language).Locale)
	return l
}

// In says in which language and, where the locale is one of its own, for which country words are printed: de-CH.
func (l Locale) In(language string) string {
	if base, _, _ := strings.Cut(strings.ReplaceAll(l.Tag, "_", "-"), "-"); strings.EqualFold(base, language) {
		return strings.ReplaceAll(l.Tag, "_", "-")
	}
	return language
}

// Parts says that a mark of grouping stands before the last digits of a number of so many.
func (l Locale) Parts(last, digits int) bool {
	switch {
	case l.FromFive && digits < 5, last < 3:
		return false
	case l.Indian:
		return last == 3 || last > 3 && (last-3)%2 == 0
	}
	return last%3 == 0
}

// Quoted are the quotation marks of a language, as a country writes them.
type Quoted struct{ Open, Close, InnerOpen, InnerClose string }

// Quoting are the marks of a language, or of a language in a country: fr, de-CH, es-MX.
func Quoting(tag string) Quoted {
	language, region, _ := strings.Cut(tag, "-")
	q := For(language).Marks.Quote
	switch {
	case language == "de" && (region == "CH" || region == "LI"):
		return Quoted{"«", "»", "‹", "›"}
	case language == "de":
		return Quoted{q[0], q[1], "‚", "‘"}
	case language == "es" && region != "" && region != "ES":
		q = english.Marks.Quote
	}
	return Quoted{q[0], q[1], "‘", "’"}
}
