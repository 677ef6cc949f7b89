package table

import (
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"roadshow/briefing/evidence/source"
	"roadshow/briefing/evidence/value"
)

// shown is what a reader of a workbook sees in a cell, and what stands behind it.
type shown struct {
	text   string
	exact  string // a number with all digits stored, its unit around it; "" where the cell shows none
	places int    // decimals of the number that are seen
	kind   CellKind
	clock  bool // a date with a time of day that is not midnight
	hidden bool // a format that shows nothing
	fault  bool // a format of dates over a number that no calendar has
}

// show is a stored number as its cell shows it. Binary noise beyond the fifteen digits that a workbook keeps is dropped.
func (f cellFormat) show(raw string, date1904 bool) shown {
	n, err := decimal.NewFromString(raw)
	if err != nil || n.Exponent() < -400 || n.Exponent() > 400 {
		return shown{text: raw, kind: TextCell}
	}
	if over := int32(n.NumDigits() - 15); over > 0 {
		n = n.Round(-n.Exponent() - over)
	}
	n = value.Trim(n)
	s, unsigned := f.section(n)
	switch s.kind {
	case dateFormat, dateTimeFormat, timeFormat:
		if out, ok := s.moment(n, date1904); ok {
			return out
		}
		return shown{text: n.String(), kind: TextCell, fault: true}
	case emptyFormat:
		return shown{hidden: !n.IsZero(), kind: TextCell}
	case literalFormat:
		return s.words(n)
	}
	return s.number(n, unsigned)
}

// words are what a section without digits shows. A dash is how accounts print zero; anything else is text.
func (s *formatSection) words(n decimal.Decimal) shown {
	text := strings.TrimSpace(s.literals(0, len(s.tokens)))
	if n.IsZero() && strings.Trim(text, "-–—$€£¥ ") == "" {
		return shown{text: text, exact: "0", kind: NumberCell}
	}
	return shown{text: text, kind: TextCell, hidden: text == "" && !n.IsZero()}
}

func (s *formatSection) literals(from, to int) string {
	var b strings.Builder
	for _, t := range s.tokens[from:to] {
		if t.kind == '"' || t.kind == '%' || t.kind == '/' {
			b.WriteString(t.text)
		}
	}
	return b.String()
}

// number shows digits between their literals.
func (s *formatSection) number(n decimal.Decimal, unsigned bool) shown {
	out := shown{kind: NumberCell}
	scaled := n.Shift(int32(2*s.percent - 3*s.thousands))
	digits := ""
	switch s.kind {
	case generalFormat:
		digits, out.places = general(scaled)
	case exponentFormat:
		digits, out.places = s.exponent(scaled.Abs())
	case fractionFormat:
		digits, out.places = s.fraction(scaled.Abs())
	default:
		out.places = min(s.decimals, 30)
		digits = scaled.Abs().StringFixed(int32(out.places))
		if whole, _, _ := strings.Cut(digits, "."); len(whole) < s.whole {
			digits = strings.Repeat("0", min(s.whole, 30)-len(whole)) + digits
		}
		if optional := out.places - s.required; optional > 0 { // 0.## shows no zero that nobody needs
			kept := strings.TrimRight(digits[len(digits)-optional:], "0")
			out.places -= optional - len(kept)
			digits = strings.TrimSuffix(digits[:len(digits)-optional]+kept, ".")
		}
		if s.whole == 0 && s.required == 0 && strings.Trim(digits, "0.") == "" { // ??, #: nothing of zero is seen
			digits = ""
		}
		digits = s.mask(digits)
		if s.grouped {
			digits = GroupThousands(digits)
		}
	}
	digits = strings.TrimPrefix(digits, "-")
	first, last := s.ends()
	before, behind := s.literals(0, first), s.literals(last, len(s.tokens))
	sign := ""
	if n.IsNegative() && !unsigned && strings.Trim(digits, "0.,") != "" {
		sign = "-"
	}
	out.text = strings.TrimSpace(sign + strings.TrimLeft(before, " ") + digits + strings.TrimRight(behind, " "))
	if s.isCode(digits) {
		return shown{text: out.text, kind: TextCell}
	}
	out.exact = exactText(scaled, before, behind)
	if s.thousands > 0 && out.exact != "" {
		out.exact, out.places = s.inThousands(n, before, behind, out.places)
	}
	if out.exact == "" {
		out.kind = TextCell
	}
	return out
}

// inThousands is a number that its format shows divided: the literal behind it may name the scale (0.0,,"m"), else the number
// is what is stored.
func (s *formatSection) inThousands(n decimal.Decimal, before, behind string, places int) (string, int) {
	scaled := n.Shift(int32(2*s.percent - 3*s.thousands))
	text := exactText(scaled, before, behind)
	if v, err := source.ParseValue(text); err == nil && v.Unit.Exponent() == int32(3*s.thousands) {
		return text, places
	}
	for _, scale := range [...]string{"k", "m", "bn", "trn"} {
		e, _ := value.ScaleExponent(scale)
		if e != int32(3*s.thousands) {
			continue
		}
		rest := strings.TrimSpace(behind)
		if rest != "" {
			rest = " " + rest
		}
		if text := exactText(scaled, before, scale+rest); text != "" {
			return text, places
		}
	}
	return exactText(n.Shift(int32(2*s.percent)), before, behind), 0
}

// isCode says that the digits are no number to a reader: padded with zeros, or cut by literals (000-00-0000).
func (s *formatSection) isCode(digits string) bool {
	parts := 0
	for i, t := range s.tokens {
		if t.kind == '0' && strings.ContainsAny(t.text, "0#?") {
			if parts++; parts > 1 && s.kind == numberFormat && strings.TrimSpace(s.literals(0, i)) != "" {
				return true
			}
		}
	}
	return s.kind == numberFormat && len(digits) > 1 && digits[0] == '0' && digits[1] != '.'
}

// ends are the first token of the digits, and the one behind the last.
func (s *formatSection) ends() (first, last int) {
	first = -1
	for i, t := range s.tokens {
		switch t.kind {
		case '0', 'G', 'E', '/':
			if t.kind == '/' && s.kind != fractionFormat {
				continue
			}
			if first < 0 {
				first = i
			}
			last = i + 1
		}
	}
	return max(first, 0), last
}

// mask puts literals between the digits where a format has some: 000-00-0000.
func (s *formatSection) mask(digits string) string {
	first, last := s.ends()
	var runs []string
	literal := false
	for _, t := range s.tokens[first:last] {
		if t.kind == '"' && t.text != "" {
			literal = true
		}
		if t.kind == '0' {
			runs = append(runs, t.text)
		}
	}
	if !literal || s.decimals > 0 || len(runs) < 2 {
		return digits
	}
	var parts []string // from the right: each run takes as many digits as it has places
	rest := digits
	for i := last - 1; i >= first; i-- {
		t := s.tokens[i]
		if t.kind != '0' {
			parts = append(parts, t.text)
			continue
		}
		n := min(strings.Count(t.text, "0")+strings.Count(t.text, "#")+strings.Count(t.text, "?"), len(rest))
		if i == first {
			n = len(rest)
		}
		parts = append(parts, rest[len(rest)-n:])
		rest = rest[:len(rest)-n]
	}
	var b strings.Builder
	for i := len(parts) - 1; i >= 0; i-- {
		b.WriteString(parts[i])
	}
	return b.String()
}

// exactText is a number with all its digits between what its format puts around it, as the outline's grammar reads it; ""
// where the words around it are no unit.
func exactText(n decimal.Decimal, before, behind string) string {
	before = strings.Trim(before, " ()-–+\u00a0")
	behind = strings.Trim(behind, " ()-–+\u00a0")
	sign := ""
	if n.IsNegative() {
		sign = "-"
	}
	gap := ""
	if before != "" && value.LetterEnd(before) {
		gap = " "
	}
	tail := ""
	if behind != "" {
		tail = behind
		if r, _ := utf8.DecodeRuneInString(behind); r != '%' && value.ScaleOf(behind, true) == "" {
			tail = " " + behind
		}
	}
	text := sign + before + gap + n.Abs().String() + tail
	if before == "" && behind == "" {
		return text
	}
	if v, err := source.ParseValue(text); err != nil || v.State != value.Known || before != "" && v.Unit.Currency == "" && !v.About {
		return ""
	}
	return text
}

// general is a number in the format General: at most ten digits are seen, and what was never typed, but computed, is
// told by its length and shown with about four.
func general(n decimal.Decimal) (text string, places int) {
	places = value.Decimals(n)
	text = n.String()
	if places == 0 {
		return text, 0
	}
	whole := n.NumDigits() - places // digits before the point, or less than 0 for zeros behind it
	if places > max(0, 9-max(whole, 1))+1 {
		text = value.Trim(n.Round(int32(max(0, 10-max(whole, 1))))).String()
	}
	if n.NumDigits() > 9 {
		places = min(places, max(0, 4-whole))
	}
	return text, places
}

func (s *formatSection) exponent(n decimal.Decimal) (text string, places int) {
	digits := max(n.NumDigits()+int(n.Exponent())-1, -400)
	if n.IsZero() {
		digits = 0
	}
	mantissa := n.Shift(int32(-digits)).StringFixed(int32(min(s.decimals, 30)))
	sign := "+"
	if digits < 0 {
		sign = "-"
	}
	return mantissa + "E" + sign + value.Two(max(digits, -digits)), max(0, min(s.decimals, 30)-digits)
}

// fraction shows the nearest one with as many digits below the line as the format has, at most four.
func (s *formatSection) fraction(n decimal.Decimal) (text string, places int) {
	below, fixed, seen, mixed := 0, int64(0), false, false
	for _, t := range s.tokens {
		switch {
		case t.kind == '/':
			seen = true
		case t.kind == '0' && seen && below == 0:
			below = len(t.text)
		case t.kind == '"' && seen && below == 0 && strings.TrimSpace(t.text) != "": // a denominator that is given: ?/8
			for _, c := range t.text {
				if '0' <= c && c <= '9' && fixed < 10_000 {
					fixed = fixed*10 + int64(c-'0')
				}
			}
		case t.kind == '"' && !seen && strings.TrimSpace(t.text) == "" && t.text != "":
			mixed = true
		}
	}
	whole := n.Floor()
	if !mixed {
		whole = decimal.Zero
	}
	rest := n.Sub(whole)
	limit := int64(1)
	for range min(max(below, 1), 4) {
		limit *= 10
	}
	a, b := int64(0), int64(1)
	best := rest
	for d := int64(1); d < limit; d++ {
		if fixed > 0 {
			d = fixed
		}
		num := rest.Mul(decimal.NewFromInt(d)).Round(0)
		if miss := num.Div(decimal.NewFromInt(d)).Sub(rest).Abs(); miss.LessThan(best) || d == 1 || fixed > 0 {
			a, b, best = num.IntPart(), d, miss
		}
		if fixed > 0 || best.IsZero() {
			break
		}
	}
	places = min(value.Decimals(n), 4)
	switch {
	case a == 0 && mixed:
		return whole.String(), places
	case a == b && mixed:
		return whole.Add(decimal.NewFromInt(1)).String(), places
	}
	text = decimal.NewFromInt(a).String() + "/" + decimal.NewFromInt(b).String()
	if mixed && !whole.IsZero() {
		text = whole.String() + " " + text
	}
	return text, places
}

// GroupThousands puts commas into the digits before the point.
func GroupThousands(digits string) string {
	whole, rest, point := strings.Cut(digits, ".")
	var b strings.Builder
	for i := range len(whole) {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteByte(whole[i])
	}
	if point {
		b.WriteString("." + rest)
	}
	return b.String()
}

func runeAt(s string, i int) (rune, int) {
	if i >= len(s) {
		return 0, 0
	}
	return utf8.DecodeRuneInString(s[i:])
}
