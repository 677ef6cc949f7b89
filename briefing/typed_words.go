package briefing

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// plainDigits writes digits of other forms (９９％, ½, ①) as 0 to 9, so that one scan reads all of them. at gives for every
// byte of the result its byte in the text; it is nil where nothing was changed.
func plainDigits(text string) (plain string, at []int) {
	changed := func(r rune) bool {
		return r >= utf8.RuneSelf && (unicode.IsDigit(r) || r == '％' || r == '．' || r == '，' || unicode.Is(unicode.No, r) && !script(r))
	}
	if strings.IndexFunc(text, changed) < 0 {
		return text, nil
	}
	var b strings.Builder
	for i, r := range text {
		n := b.Len()
		switch {
		case !changed(r):
			b.WriteRune(r)
			if r == utf8.RuneError {
				b.Reset() // no text of a reader: leave it as it is
				return text, nil
			}
		case r == '％':
			b.WriteByte('%')
		case r == '．' || r == '，':
			if last := lastByte(b.String()); last >= '0' && last <= '9' && digitFollows(text[i+utf8.RuneLen(r):]) {
				b.WriteByte(map[rune]byte{'．': '.', '，': ','}[r])
			} else {
				b.WriteRune(r)
			}
		case r >= '０' && r <= '９':
			b.WriteByte('0' + byte(r-'０'))
		default:
			b.WriteByte('7') // of these only the shape counts
		}
		for range b.Len() - n {
			at = append(at, i)
		}
		if b.Len()-n == utf8.RuneLen(r) && b.Len()-n > 1 {
			for k := 1; k < b.Len()-n; k++ {
				at[n+k] = i + k
			}
		}
	}
	return b.String(), append(at, len(text))
}

// script says that a figure is raised or lowered: CO₂, m².
func script(r rune) bool {
	return strings.ContainsRune("²³¹⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", r)
}

func lastByte(s string) byte {
	if s == "" {
		return 0
	}
	return s[len(s)-1]
}

func digitFollows(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsDigit(r)
}

// typedWords finds the numbers of a text that are typed in words and state an amount: multiples, shares, percentages, large
// round numbers. Small counts ("two founders") are left to the author, and so is what stands between quotation marks.
func typedWords(text string) (out []typed) {
	add := func(from, to int) int {
		if !inQuotation(text, from) {
			out = append(out, typed{from: from, to: to, amount: true, words: true})
		}
		return to
	}
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if unicode.Is(unicode.Han, r) {
			if to := hanNumber(text, i); to > 0 {
				i = add(i, to)
				continue
			}
		}
		if !unicode.IsLetter(r) || unicode.Is(unicode.Han, r) {
			i += n
			continue
		}
		word := wordAt(text[i:])
		if to := wordedNumber(text, i, word); to > 0 {
			i = add(i, to)
			continue
		}
		i += len(word)
	}
	return out
}

// wordedNumber is where a number in words ends that begins with this word, 0 where none does.
func wordedNumber(text string, at int, word string) int {
	end := at + len(word)
	lower := strings.ToLower(word)
	if growth(lower) {
		next := wordAt(strings.TrimLeft(text[end:], " \u00a0"))
		if strings.HasPrefix(text[end:], "-") || word != lower && beginsSentence(text[:at]) && next != "" && !adverbial(next) {
			return 0 // "Halved sales would last": a name for a case
		}
		return end
	}
	if !smallNumber(lower) {
		return 0
	}
	// The word behind a blank or a hyphen: three quarters, two-thirds, five million, twenty-five percent, ten-fold.
	for range 2 {
		gap := text[end:]
		if gap == "" || gap[0] != ' ' && gap[0] != '-' {
			return 0
		}
		next := wordAt(gap[1:])
		low := strings.ToLower(next)
		to := end + 1 + len(next)
		switch {
		case low == "quarters" && lower == "three" || fraction(low) && lower != "one":
			before := strings.TrimRight(text[:at], " \u00a0")
			behind := wordAt(strings.TrimLeft(text[to:], " \u00a0"))
			if low == "quarters" && (slices.Contains(quarterly(), strings.ToLower(lastWord(before))) || slices.Contains([]string{"ago", "later", "in", "running", "earlier", "before", "after", "to"}, behind)) {
				return 0 // of years
			}
			return to
		case low == "fold", scaleWord(low):
			return to
		case low == "per" && strings.HasPrefix(text[to:], " cent"):
			return to + len(" cent")
		case low == "percentage" && strings.HasPrefix(text[to:], " point"):
			return to + len(" point")
		case !smallNumber(low):
			return 0
		}
		end = to
	}
	return 0
}

func quarterly() []string {
	return []string{"in", "for", "over", "past", "last", "next", "first", "previous", "these", "those", "within", "after", "every", "consecutive"}
}

func growth(word string) bool {
	switch word {
	case "doubled", "tripled", "trebled", "quadrupled", "quintupled", "halved", "tripling", "trebling", "quadrupling",
		"twofold", "threefold", "fourfold", "fivefold", "sixfold", "sevenfold", "eightfold", "ninefold", "tenfold", "hundredfold",
		"verdoppelt", "verdreifacht", "vervierfacht", "halbiert", "doublé", "triplé", "quadruplé", "duplicó", "triplicó", "duplicado", "triplicado":
		return true
	}
	return false
}

func adverbial(word string) bool {
	switch word {
	case "in", "by", "since", "over", "to", "within", "from", "again", "after", "during", "last", "this", "between", "and", "or", "on", "at", "every":
		return true
	}
	return false
}

func beginsSentence(before string) bool {
	before = strings.TrimRight(before, " \u00a0\n\t*_#-")
	return before == "" || strings.ContainsAny(before[len(before)-1:], ".!?:;")
}

func smallNumber(word string) bool {
	switch word {
	case "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty", "thirty", "forty", "fifty", "sixty",
		"seventy", "eighty", "ninety", "hundred", "zwei", "drei", "vier", "deux", "trois", "quatre", "dos", "tres", "cuatro":
		return true
	}
	return false
}

func fraction(word string) bool {
	switch word {
	case "thirds", "fourths", "fifths", "sixths", "sevenths", "eighths", "ninths", "tenths", "drittel", "viertel", "fünftel", "tiers", "quarts", "cinquièmes",
		"tercios", "cuartos", "quintos":
		return true
	}
	return false
}

func scaleWord(word string) bool {
	switch word {
	case "percent", "thousand", "million", "billion", "trillion", "prozent", "millionen", "milliarden", "millions", "milliards", "millones":
		return true
	}
	return false
}

const (
	hanDigits = "零〇一二两三四五六七八九十百千几数"
	hanLarge  = "万亿"
)

// hanNumber is where a number in Chinese words ends, 0 where none begins: 三成, 三分之二, 翻了一番, 两倍, 五千万.
func hanNumber(text string, at int) int {
	rest := text[at:]
	for _, w := range [...]string{"翻了一番", "翻了两番", "翻一番", "翻两番", "翻番", "翻倍", "减半"} {
		if strings.HasPrefix(rest, w) {
			return at + len(w)
		}
	}
	if strings.HasSuffix(text[:at], "第") {
		return 0
	}
	run := hanRun(rest, hanDigits+hanLarge)
	if run == 0 {
		return 0
	}
	behind := rest[run:]
	switch next, size := utf8.DecodeRuneInString(behind); {
	case strings.HasPrefix(behind, "分之"):
		if n := hanRun(behind[len("分之"):], hanDigits+hanLarge); n > 0 {
			return at + run + len("分之") + n
		}
	case next == '成':
		after, _ := utf8.DecodeRuneInString(behind[size:])
		if run == len("三") && !strings.ContainsRune("为了功本立员长就果熟绩交", after) { // 一成为, 二成立
			return at + run + size + hanRun(behind[size:], "半一二三四五六七八九")
		}
	case next == '倍':
		return at + run + size
	}
	if large := strings.ContainsAny(rest[:run], hanLarge); large && rest[:run] != "万" && rest[:run] != "万一" && rest[:run] != "亿万" && rest[:run] != "千万" && rest[:run] != "百万" {
		if first, _ := utf8.DecodeRuneInString(rest); !strings.ContainsRune(hanLarge, first) {
			return at + run
		}
	}
	return 0
}

func hanRun(s, of string) (n int) {
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !strings.ContainsRune(of, r) {
			break
		}
		n += size
	}
	return n
}

// inQuotation says that a place stands between double quotation marks.
func inQuotation(text string, at int) bool {
	if strings.Count(text[:at], `"`)%2 == 1 {
		return true
	}
	for _, marks := range [...][2]string{{"“", "”"}, {"«", "»"}, {"「", "」"}, {"『", "』"}} {
		if open := strings.LastIndex(text[:at], marks[0]); open >= 0 && !strings.Contains(text[open:at], marks[1]) && strings.Contains(text[at:], marks[1]) {
			return true
		}
	}
	return false
}

// countsSomething says that digits which read as a year are a count: 2050 employees, more than 2000 homes, 2050名员工.
func countsSomething(before, after string) bool {
	rest := strings.TrimLeft(after, " \u00a0")
	if r, _ := utf8.DecodeRuneInString(rest); strings.ContainsRune("名人家个台辆套户吨间座只件位所", r) {
		return true
	}
	if len(rest) == len(after) || rest == "" {
		return false
	}
	next := wordAt(rest)
	lead := lastWord(strings.TrimRight(before, " \u00a0"))
	if monthNamed(lead) {
		return false
	}
	lead = strings.ToLower(lead)
	switch lead { // of time, or of something that has a year
	case "in", "by", "since", "until", "till", "during", "from", "to", "of", "for", "through", "before", "after", "early", "mid", "late", "end", "fiscal", "year", "the",
		"our", "its", "their", "this", "and", "or", "between", "summer", "winter", "spring", "autumn", "fall":
		return false
	}
	if countNoun(next) {
		return true
	}
	if more := strings.TrimLeft(rest[len(next):], " \u00a0"); next != "" && countNoun(wordAt(more)) && strings.ContainsAny(lead, "abcdefghijklmnopqrstuvwxyz") {
		return true // 2050 new employees
	}
	if first, _ := utf8.DecodeRuneInString(next); !unicode.IsLower(first) || !strings.HasSuffix(next, "s") || len(next) < 4 || next == "was" {
		return false
	}
	switch lead {
	case "than", "least", "about", "around", "some", "nearly", "almost", "over", "under", "roughly", "approximately", "most", "only", "another", "all", "has", "have", "had",
		"employs", "employ", "employed", "hired", "sold", "sells", "opened", "built", "shipped", "served", "serves", "runs", "run", "added", "lost", "with", "are", "were":
		return true
	}
	return false
}

func countNoun(word string) bool {
	switch word {
	case "employees", "people", "staff", "workers", "customers", "users", "subscribers", "stores", "shops", "offices", "branches", "companies", "firms", "units", "cars",
		"vehicles", "trucks", "engineers", "households", "homes", "patients", "hospitals", "schools", "clients", "members", "seats", "jobs", "plants", "sites", "machines",
		"chips", "cards", "servers", "parameters", "tokens", "tonnes", "tons", "barrels", "hours", "days", "times", "beds", "rooms", "flats", "students", "researchers",
		"scientists", "suppliers", "partners", "investors", "shareholders", "contracts", "orders", "products", "models", "patents", "stalls", "passengers", "men", "women",
		"Mitarbeiter", "Mitarbeiterinnen", "Beschäftigte", "Kunden", "employés", "salariés", "clientes", "empleados":
		return true
	}
	return false
}
