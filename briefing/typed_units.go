package briefing

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// moneyBefore is the length of a currency directly before a number: $, RMB, US$ and a blank.
func moneyBefore(before string) int {
	bare := strings.TrimRight(before, " \u00a0")
	for _, c := range [...]string{"US$", "HK$", "C$", "A$", "S$", "NT$", "$", "€", "£", "¥", "₹", "₩", "RMB", "CNY", "USD", "EUR", "GBP", "JPY", "HKD", "CHF", "INR", "KRW"} {
		if strings.HasSuffix(bare, c) {
			if lead := bare[:len(bare)-len(c)]; c[0] >= 'A' && c[0] <= 'Z' && endsInLetter(lead) {
				continue // SUSD
			}
			return len(before) - len(bare) + len(c)
		}
	}
	return 0
}

// unitBehind is the length of a unit behind a number: %, percent, m, bn, ×, kWh, 万. amount says that it makes a number of
// what might be a name otherwise.
func unitBehind(after string) (n int, amount bool) {
	rest := strings.TrimLeft(after, " \u00a0\u202f")
	gap := len(after) - len(rest)
	for _, u := range [...]string{"%", "％", "‰", "×", "万", "亿", "元"} {
		if strings.HasPrefix(rest, u) {
			return gap + len(u), true
		}
	}
	word := wordAt(rest)
	next, _ := utf8.DecodeRuneInString(rest[len(word):])
	if word == "" || unicode.IsDigit(next) {
		return 0, false
	}
	switch word {
	case "percent", "per", "points", "k", "m", "mn", "bn", "b", "trn", "tn", "x", "pp", "bp", "bps",
		"thousand", "million", "billion", "trillion", "times", "dollars", "yuan", "euros":
		if word == "per" {
			if strings.HasPrefix(rest, "per cent") {
				return gap + len("per cent"), true
			}
			return 0, false
		}
		return gap + len(word), true
	}
	if gap == 0 && physical(word) {
		return len(word), true
	}
	return 0, false
}

// physical says that letters stuck to digits are a unit of measurement, not a name such as 3D.
func physical(word string) bool {
	switch word {
	case "W", "kW", "MW", "GW", "TW", "Wh", "kWh", "MWh", "GWh", "TWh", "V", "kV", "Hz", "kHz", "MHz", "GHz",
		"B", "KB", "kB", "MB", "GB", "TB", "PB", "EB", "Gbps", "Mbps", "g", "kg", "t", "kt", "Mt", "Gt", "mm", "cm", "m", "km", "nm", "ha", "l",
		"ms", "min", "h", "C", "F", "K", "M", "BN":
		return true
	}
	return false
}

// dateAt is how far a date or a time goes on behind these digits, -1 when they are none.
func dateAt(digits, before, after string) int {
	word := lastWord(strings.TrimRight(before, " \u00a0"))
	gapBefore := len(before) - len(strings.TrimRight(before, " \u00a0"))
	switch {
	case isYear(digits):
		return yearsBehind(after)
	case len(digits) > 2 && !dotted(digits):
		return -1
	case day(digits) && gapBefore > 0 && monthNamed(word): // March 3, March 3–5
		return dayBehind(after)
	case day(digits) && monthFollows(after): // 3 March, 3–5 March, 3 and 5 March
		return dayBehind(after)
	case len(digits) == 2 && len(after) >= 3 && after[0] == ':' && digitAt(after, 1) && digitAt(after, 2) && !digitAt(after, 3): // 10:30
		return 3
	case dotted(digits): // 31.5.2023
		return 0
	}
	if parts := strings.SplitN(after, "/", 4); len(parts) >= 3 && parts[0] == "" && allDigits(parts[1], 2) { // 31/5/2023
		if year := parts[2][:digitRun(parts[2])]; len(year) == 2 || len(year) == 4 {
			return 2 + len(parts[1]) + len(year)
		}
	}
	return -1
}

// isYear says whether a text reads as a plain year.
func isYear(s string) bool {
	s = strings.TrimSpace(s)
	return len(s) == 4 && (strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20")) && strings.Trim(s, "0123456789") == ""
}

// yearsBehind reads what may follow a year: -05, -05-31, –24, /24, –2024, s.
func yearsBehind(after string) int {
	n := 0
	for range 2 {
		r, w := utf8.DecodeRuneInString(after[n:])
		if !isHyphen(r) && r != '/' {
			break
		}
		k := digitRun(after[n+w:])
		if k != 2 && k != 4 {
			break
		}
		n += w + k
	}
	return n
}

// dayBehind reads a second day behind a first: –5.
func dayBehind(after string) int {
	r, w := utf8.DecodeRuneInString(after)
	if isHyphen(r) {
		if k := digitRun(after[w:]); k == 1 || k == 2 {
			return w + k
		}
	}
	return 0
}

// day says that digits are a day of a month.
func day(digits string) bool {
	return allDigits(digits, 2) && digits != "0" && digits != "00" && (len(digits) == 1 || digits <= "31")
}

func monthFollows(after string) bool {
	rest := after[dayBehind(after):]
	for _, and := range [...]string{" and ", " to ", " or "} {
		if more, ok := strings.CutPrefix(rest, and); ok {
			if k := digitRun(more); k == 1 || k == 2 {
				rest = more[k:]
			}
		}
	}
	trimmed := strings.TrimLeft(rest, " \u00a0")
	return len(trimmed) < len(rest) && monthNamed(wordAt(trimmed))
}

func monthNamed(word string) bool {
	switch strings.ToLower(strings.TrimRight(word, ".,")) {
	case "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec":
		first, _ := utf8.DecodeRuneInString(word)
		return unicode.IsUpper(first)
	}
	return false
}

// dotted says that digits are a date with points: 31.5.2023.
func dotted(digits string) bool {
	parts := strings.Split(digits, ".")
	return len(parts) == 3 && allDigits(parts[0], 2) && allDigits(parts[1], 2) && (len(parts[2]) == 4 || len(parts[2]) == 2)
}

func digitRun(s string) int {
	n := 0
	for digitAt(s, n) {
		n++
	}
	return n
}

func allDigits(s string, most int) bool {
	return s != "" && len(s) <= most && digitRun(s) == len(s)
}
