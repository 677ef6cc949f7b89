package table

import (
	"strings"

	"github.com/shopspring/decimal"

	"roadshow/briefing/evidence/value"
)

// cellFormat is a number format of a workbook (ECMA-376 part 1, 18.8.31): up to four sections, for positive and negative
// numbers, zero and text, or with conditions of their own.
type cellFormat struct {
	sections []formatSection
	hideText bool // a fourth section with nothing in it
}

// formatSection is one section of a format.
type formatSection struct {
	tokens    []formatToken
	kind      formatKind
	condition string          // "", "<", "<=", ">", ">=", "=", "<>"
	limit     decimal.Decimal // of the condition
	percent   int             // a number is multiplied by a hundred for each sign
	thousands int             // … and divided by a thousand for each comma behind its last digit
	grouped   bool
	decimals  int
	required  int // decimals that are seen although they are zero
	whole     int // digits that stand before the point at least
	date      value.Precision
	half      bool // AM/PM
}

type formatKind uint8

const (
	generalFormat formatKind = iota
	numberFormat
	exponentFormat
	fractionFormat
	dateFormat
	dateTimeFormat
	timeFormat
	literalFormat // words only
	emptyFormat   // nothing: the cell's number is not seen
)

// formatToken is a literal, a run of one letter of a date or time, or where the digits stand.
type formatToken struct {
	kind byte // '"' literal, 'y' 'm' 'd' 'h' 's' 'n' (minutes) 'a' (AM/PM) 'f' (fraction of a second), 'H' 'N' 'S' elapsed, '0' digits, '%', 'E', '/'
	text string
}

// builtInFormat is the code of the number formats that a workbook names by number only (ECMA-376 part 1, 18.8.30). Those of
// East Asian calendars are dates.
func builtInFormat(id string) string {
	switch id {
	case "1":
		return "0"
	case "2":
		return "0.00"
	case "3":
		return "#,##0"
	case "4":
		return "#,##0.00"
	case "5", "6":
		return `"$"#,##0;("$"#,##0)`
	case "7", "8":
		return `"$"#,##0.00;("$"#,##0.00)`
	case "9":
		return "0%"
	case "10":
		return "0.00%"
	case "11":
		return "0.00E+00"
	case "12":
		return "# ?/?"
	case "13":
		return "# ??/??"
	case "14", "27", "28", "29", "30", "31", "36", "50", "51", "52", "53", "54", "57", "58":
		return "yyyy-mm-dd"
	case "15":
		return "d-mmm-yy"
	case "16":
		return "d-mmm"
	case "17":
		return "mmm-yy"
	case "18":
		return "h:mm AM/PM"
	case "19":
		return "h:mm:ss AM/PM"
	case "20", "32", "55":
		return "h:mm"
	case "21", "33", "56":
		return "h:mm:ss"
	case "22":
		return "yyyy-mm-dd h:mm"
	case "37", "38", "41":
		return "#,##0;(#,##0)"
	case "39", "40", "43":
		return "#,##0.00;(#,##0.00)"
	case "42":
		return `"$"#,##0;("$"#,##0)`
	case "44":
		return `"$"#,##0.00;("$"#,##0.00)`
	case "45":
		return "mm:ss"
	case "46":
		return "[h]:mm:ss"
	case "47":
		return "mm:ss.0"
	case "48":
		return "##0.0E+0"
	}
	return ""
}

// readFormat reads a format's code.
func readFormat(code string) cellFormat {
	var f cellFormat
	if strings.TrimSpace(code) == "" || strings.EqualFold(code, "general") || code == "@" {
		return f
	}
	parts := splitSections(code)
	f.hideText = len(parts) > 3 && parts[3] == ""
	for i, part := range parts {
		if i == 3 {
			break
		}
		f.sections = append(f.sections, readSection(part))
	}
	return f
}

// splitSections parts a code at its semicolons, those in literals apart.
func splitSections(code string) []string {
	var out []string
	from := 0
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '"', '[':
			closing := byte('"')
			if code[i] == '[' {
				closing = ']'
			}
			if end := strings.IndexByte(code[i+1:], closing); end >= 0 {
				i += end + 1
			}
		case '\\', '_', '*':
			i++
		case ';':
			out = append(out, code[from:i])
			from = i + 1
		}
	}
	return append(out, code[from:])
}

// readSection reads one section into tokens and says what it shows.
func readSection(code string) formatSection {
	var s formatSection
	if code == "" {
		s.kind = emptyFormat
		return s
	}
	literal := func(text string) { s.tokens = append(s.tokens, formatToken{'"', text}) }
	run := func(i int) string {
		end := i
		for end < len(code) && code[end]|0x20 == code[i]|0x20 {
			end++
		}
		return code[i:end]
	}
	for i := 0; i < len(code); {
		c := code[i]
		switch {
		case c == '"':
			end := strings.IndexByte(code[i+1:], '"')
			if end < 0 {
				end = len(code) - i - 1
			}
			literal(code[i+1 : i+1+end])
			i += end + 2
		case c == '[':
			end := strings.IndexByte(code[i:], ']')
			if end < 0 {
				return formatSection{}
			}
			s.bracket(code[i+1 : i+end])
			i += end + 1
		case c == '\\':
			_, n := runeAt(code, i+1)
			literal(code[min(i+1, len(code)):min(i+1+n, len(code))])
			i += 1 + max(n, 1)
		case c == '_', c == '*': // room as wide as a character, or filled with it
			_, n := runeAt(code, i+1)
			i += 1 + max(n, 1)
			if c == '_' {
				literal(" ")
			}
		case len(code)-i >= 7 && strings.EqualFold(code[i:i+7], "general"):
			s.tokens = append(s.tokens, formatToken{kind: 'G'})
			i += 7
		case len(code)-i >= 5 && strings.EqualFold(code[i:i+5], "am/pm"), len(code)-i >= 3 && strings.EqualFold(code[i:i+3], "a/p"):
			n := 5
			if !strings.EqualFold(code[i:min(i+5, len(code))], "am/pm") {
				n = 3
			}
			s.tokens, s.half = append(s.tokens, formatToken{kind: 'a'}), true
			i += n
		case strings.IndexByte("ymdhsYMDHSbBeEgG", c) >= 0 && !(c|0x20 == 'e' && i+1 < len(code) && (code[i+1] == '+' || code[i+1] == '-')):
			text := run(i)
			kind := c | 0x20
			if kind == 'e' || kind == 'b' || kind == 'g' { // years of other calendars
				kind = 'y'
			}
			s.tokens = append(s.tokens, formatToken{kind, text})
			i += len(text)
		case c|0x20 == 'e':
			s.tokens = append(s.tokens, formatToken{'E', code[i : i+2]})
			i += 2
		case strings.IndexByte("0#?.,", c) >= 0:
			end := i
			for end < len(code) && strings.IndexByte("0#?.,", code[end]) >= 0 {
				end++
			}
			s.tokens = append(s.tokens, formatToken{'0', code[i:end]})
			i = end
		case c == '%':
			s.tokens, s.percent = append(s.tokens, formatToken{'%', "%"}), s.percent+1
			i++
		case c == '/':
			s.tokens = append(s.tokens, formatToken{'/', "/"})
			i++
		case c == '@':
			i++
		default:
			_, n := runeAt(code, i)
			literal(code[i : i+n])
			i += n
		}
	}
	s.judge()
	return s
}

// bracket reads a colour, a condition, elapsed time or a currency: [Red], [>=100], [h], [$€-407].
func (s *formatSection) bracket(text string) {
	switch lower := strings.ToLower(text); {
	case strings.HasPrefix(text, "$"):
		sign, _, _ := strings.Cut(text[1:], "-")
		s.tokens = append(s.tokens, formatToken{'"', sign})
	case lower != "" && strings.Trim(lower, "h") == "":
		s.tokens = append(s.tokens, formatToken{'H', text})
	case lower != "" && strings.Trim(lower, "m") == "":
		s.tokens = append(s.tokens, formatToken{'N', text})
	case lower != "" && strings.Trim(lower, "s") == "":
		s.tokens = append(s.tokens, formatToken{'S', text})
	default:
		for _, op := range [...]string{"<=", ">=", "<>", "<", ">", "="} {
			if strings.HasPrefix(text, op) {
				if n, err := decimal.NewFromString(strings.TrimSpace(text[len(op):])); err == nil && len(text) < 40 {
					s.condition, s.limit = op, n
				}
				return
			}
		}
	}
}

// judge says what kind of thing the tokens show. The m behind hours and before seconds is minutes.
func (s *formatSection) judge() {
	last := byte(0)
	var year, month, day, clock, digits, general, fraction, exponent bool
	for i := range s.tokens {
		t := &s.tokens[i]
		if t.kind == 'm' && (last == 'h' || last == 'H' || s.secondsFollow(i)) {
			t.kind = 'n'
		}
		switch t.kind {
		case '"':
			continue
		case 'y':
			year = true
		case 'm':
			month = true
		case 'd':
			day = true
		case 'h', 'n', 's', 'H', 'N', 'S':
			clock = true
		case '0':
			digits = digits || strings.ContainsAny(t.text, "0#?")
		case 'G':
			general = true
		case '/':
			fraction = digits
		case 'E':
			exponent = true
		}
		if t.kind != '0' && t.kind != '/' {
			last = t.kind
		}
	}
	switch {
	case (year || month || day) && clock:
		s.kind = dateTimeFormat
	case year || month || day:
		s.kind = dateFormat
	case clock:
		s.kind = timeFormat
	case general:
		s.kind = generalFormat
	case exponent && digits:
		s.kind = exponentFormat
	case fraction:
		s.kind = fractionFormat
	case digits:
		s.kind = numberFormat
	default:
		s.kind = literalFormat
	}
	switch {
	case day:
		s.date = value.OnDay
	case month:
		s.date = value.InMonth
	}
	for i := range s.tokens { // .00 behind seconds is their fraction
		if t := &s.tokens[i]; clock && t.kind == '0' {
			t.kind = 'f'
			if strings.Trim(t.text, ".,") == "" {
				t.kind = '"'
			}
		} else if clock && t.kind == '/' {
			t.kind = '"'
		}
	}
	s.countDigits()
}

// secondsFollow says that the next part of the time behind token i is its seconds.
func (s *formatSection) secondsFollow(i int) bool {
	for _, t := range s.tokens[i+1:] {
		switch t.kind {
		case '"', '0':
		case 's', 'S':
			return true
		default:
			return false
		}
	}
	return false
}

// countDigits counts what stands before and behind the point, up to an exponent.
func (s *formatSection) countDigits() {
	point, pending := false, 0
	for _, t := range s.tokens {
		if t.kind == 'E' {
			break
		}
		if t.kind != '0' {
			continue
		}
		for _, c := range []byte(t.text) {
			switch c {
			case '.':
				point = true
			case ',':
				pending++
			default:
				if pending > 0 && !point {
					s.grouped = true
				}
				pending = 0
				switch {
				case point:
					if s.decimals++; c == '0' {
						s.required = s.decimals
					}
				case c == '0':
					s.whole++
				}
			}
		}
	}
	s.thousands = pending
}

// section is the one that shows a number, and whether it shows the number without its sign.
func (f cellFormat) section(n decimal.Decimal) (s *formatSection, unsigned bool) {
	if len(f.sections) == 0 {
		return &formatSection{}, false
	}
	conditioned := false
	for i := range f.sections {
		conditioned = conditioned || f.sections[i].condition != ""
	}
	if conditioned {
		for i := range f.sections {
			s := &f.sections[i]
			if s.condition == "" && (i < 2 && len(f.sections) > 2 || i == 0 && len(f.sections) == 2) {
				if i == 0 && !n.IsPositive() || i == 1 && !n.IsNegative() {
					continue
				}
				return s, i == 1
			}
			if s.holds(n) {
				return s, n.IsNegative() && strings.HasPrefix(s.condition, "<")
			}
		}
		return &f.sections[len(f.sections)-1], false
	}
	switch {
	case len(f.sections) == 1 || n.IsPositive():
		return &f.sections[0], false
	case n.IsNegative():
		return &f.sections[1], true
	case len(f.sections) == 2:
		return &f.sections[0], false
	}
	return &f.sections[2], false
}

func (s *formatSection) holds(n decimal.Decimal) bool {
	c := n.Cmp(s.limit)
	switch s.condition {
	case "<":
		return c < 0
	case "<=":
		return c <= 0
	case ">":
		return c > 0
	case ">=":
		return c >= 0
	case "=":
		return c == 0
	case "<>":
		return c != 0
	}
	return true
}
