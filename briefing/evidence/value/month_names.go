package value

import "strings"

// MonthOf is the month that a word names in English, German, French or Spanish, whole or as it is shortened there; 0 for any
// other word. english says that the word is English.
func MonthOf(word string) (month int, english bool) {
	if len(word) < 3 || len(word) > 12 {
		return 0, false
	}
	switch strings.ToLower(word) {
	case "january", "jan":
		return 1, true
	case "february", "feb":
		return 2, true
	case "march", "mar":
		return 3, true
	case "april", "apr":
		return 4, true
	case "may":
		return 5, true
	case "june", "jun":
		return 6, true
	case "july", "jul":
		return 7, true
	case "august", "aug":
		return 8, true
	case "september", "sept", "sep":
		return 9, true
	case "october", "oct":
		return 10, true
	case "november", "nov":
		return 11, true
	case "december", "dec":
		return 12, true
	case "januar", "jänner", "janvier", "janv", "enero", "ene":
		return 1, false
	case "februar", "feber", "février", "fevrier", "févr", "fév", "fevr", "febrero":
		return 2, false
	case "märz", "maerz", "mär", "mrz", "mars", "marzo":
		return 3, false
	case "avril", "avr", "abril", "abr":
		return 4, false
	case "mai", "mayo":
		return 5, false
	case "juni", "juin", "junio":
		return 6, false
	case "juli", "juillet", "juil", "julio":
		return 7, false
	case "août", "aout", "agosto", "ago":
		return 8, false
	case "septembre", "septiembre", "setiembre":
		return 9, false
	case "oktober", "okt", "octobre", "octubre":
		return 10, false
	case "novembre", "noviembre":
		return 11, false
	case "dezember", "dez", "décembre", "decembre", "déc", "diciembre", "dic":
		return 12, false
	}
	return 0, false
}

// monthName takes a month in one of the languages of outlines.
func (p *Scan) monthName() (month int, english bool) {
	q := *p
	if month, english = MonthOf(q.letters()); month > 0 {
		q.mark(".")
		*p = q
	}
	return month, english
}

// month takes the name of a month. In a sentence, words that are also others (he may, years ago) are months where they have
// a capital or a year behind them.
func (p *DateScan) month() (month int, english bool) {
	from := p.I
	month, english = p.monthName()
	if !p.Prose || month == 0 {
		return month, english
	}
	switch strings.TrimSuffix(p.S[from:p.I], ".") {
	case "may", "march", "mar", "mars", "ago", "august":
		q := *p
		q.mark(",")
		q.Spaces()
		q.words("of", "de")
		q.Spaces()
		at := q.I
		if n := q.count(); q.I-at != 4 || n < 1000 {
			p.I = from
			return 0, false
		}
	}
	return month, english
}
