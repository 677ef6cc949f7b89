package table

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"roadshow/briefing/evidence/source"
	"roadshow/briefing/evidence/value"
	"roadshow/internal/diag"
)

// Cell is one cell. It is judged when somebody knows what it should be: Read it as a value, or its text as a date.
type Cell struct {
	Text  string // as a reader of its file sees it
	At    diag.Span
	Value *value.Value // set where the outline gave a figure instead of text
	Form  *Form        // what a data file says of it; nil where the outline holds its text
	Marks *value.Marks // how the outline writes its numbers; nil: in English
}

// Form is what a data file says of a cell besides its text. Cells share it where they can.
type Form struct {
	Kind   CellKind
	Exact  string // NumberCell: all digits stored, in the outline's grammar; "": the text has them
	Places int8   // NumberCell: decimals that the cell shows, plus one; 0: as many as are stored
	Comma  bool   // DataCell: the decimal mark is a comma
}

// CellKind is what a data file says that a cell holds.
type CellKind uint8

// Kinds of cells. The text of a DataCell is a value only where all of it is one, with a unit that is known.
const (
	DataCell CellKind = iota
	NumberCell
	TextCell
	DateCell
	TimeCell // a time of day, or a moment
	FlagCell // yes or no
)

// Words says that the cell is text, whatever its words look like.
func (c *Cell) Words() bool {
	return c.Value == nil && c.Form != nil && c.Form.Kind != DataCell && c.Form.Kind != NumberCell && c.Form.Kind != DateCell
}

// Read is the cell as a value, without the unit of its row or table; unit only says which noun is known there. Its errors are
// *SyntaxError, with offsets in the cell's text.
func (c *Cell) Read(unit value.Unit) (value.Value, error) {
	switch {
	case c.Value != nil:
		return *c.Value, nil
	case c.Form == nil && c.Marks != nil:
		return ReadTyped(c.Text, *c.Marks)
	case c.Form == nil:
		return ReadTyped(c.Text, value.Marks{})
	}
	v, err := c.Form.read(strings.TrimSpace(c.Text), unit)
	if e, ok := err.(*value.SyntaxError); ok {
		e.Offset, e.End = 0, len(c.Text)
	}
	return v, err
}

// Stored is the cell's text as who has not its file must read it: a number with all its digits, text that looks like a number
// behind an apostrophe.
func (c *Cell) Stored(unit value.Unit) string {
	if c.Value != nil || c.Form == nil {
		return c.Text
	}
	switch text := strings.TrimSpace(c.Text); {
	case c.Form.Kind == NumberCell && c.Form.Exact != "":
		return c.Form.Exact
	case c.Form.Kind == DataCell && c.Form.Comma:
		if v, err := readData(text, true, unit); err == nil && v.State == value.Known {
			return plainDigits(text, true)
		}
		return text
	case c.Words():
		if _, err := readData(text, false, unit); err == nil {
			return "'" + text
		}
	}
	return c.Text
}

// Plain is the text of a cell that is a plain number, with all its digits; "" where it has a unit, a form or is none.
func (c *Cell) Plain() string {
	switch {
	case c.Value != nil:
		return ""
	case c.Form == nil || c.Form.Kind == DataCell && !c.Form.Comma:
		return c.Text
	case c.Form.Kind == NumberCell && c.Form.Exact != "":
		return c.Form.Exact
	case c.Form.Kind == NumberCell:
		return c.Text
	}
	return ""
}

func (f *Form) read(text string, unit value.Unit) (value.Value, error) {
	switch f.Kind {
	case NumberCell:
		exact := f.Exact
		if exact == "" {
			exact = text
		}
		v, err := source.ParseValue(exact)
		v.Places = f.Places
		return v, err
	case DateCell:
		if v, err := source.ParseValue(text); err == nil && bareNumber(text) { // a plain year may be either
			return v, nil
		}
		return value.Value{}, noValue(text, "a date", "")
	case TimeCell:
		return value.Value{}, noValue(text, "a time", "")
	case FlagCell:
		return value.Value{}, noValue(text, "true or false", "")
	case TextCell:
		if bareNumber(text) {
			return value.Value{}, noValue(text, "stored as text", "make it a number in the workbook, or set `types: {this column: number}`")
		}
		return value.Value{}, noValue(text, "text", "")
	}
	return readData(text, f.Comma, unit)
}

// foreign says that a number has a decimal comma in a file whose mark is the point: 33,65 may be two numbers, or a code.
func foreign(text string, comma bool) bool { return !comma && markOf(digitsOf(text)) == ',' }

const foreignHint = "where a comma is the decimal mark of this file, say so: `decimal: \",\"` at its data"

func noValue(text, is, hint string) error {
	return &value.SyntaxError{Summary: value.Quoted(text) + " is " + is + ", not a number", Hint: hint, End: len(text)}
}

// readData reads the text of a data file's cell: a value only where all of it is one. Codes and words that begin with a number
// are text.
func readData(text string, comma bool, unit value.Unit) (value.Value, error) {
	switch text {
	case "-", "–", "—", "−":
		return value.Value{State: value.NotApplicable}, nil
	case "?":
		return value.Value{State: value.Unknown}, nil
	}
	if len(text) == 3 && strings.EqualFold(text, "n/a") {
		return value.Value{State: value.NotApplicable}, nil
	}
	if !strings.ContainsAny(text, "0123456789") || IsCode(text) {
		v, err := source.ParseValue(text)
		if err == nil && v.State == value.Known {
			err = noValue(text, "text", "write a number such as 1,480.5, or n/a (does not exist), or ? (not known)")
		}
		return v, err
	}
	if foreign(text, comma) {
		return value.Value{}, noValue(text, "text", foreignHint)
	}
	plain := plainDigits(text, comma)
	v, err := source.ParseValue(plain)
	if err != nil {
		return v, err
	}
	if u := v.Unit; u.Noun != "" && u.Scale == "" && u.Currency == "" && u.Kind == value.Plain && !value.KnownUnit(u.Noun) && !value.SameNoun(u.Noun, unit.Noun) {
		return value.Value{}, noValue(text, "words", "say what is counted once, as `unit: "+u.Noun+"` of the data, and leave the numbers alone here")
	}
	return v, nil
}

// ReadTyped reads a value that an author typed where only a value may stand. A code looks like one and is none.
func ReadTyped(text string, m value.Marks) (value.Value, error) {
	if !IsCode(text) {
		return source.ParseValueIn(text, m)
	}
	text = strings.TrimSpace(text)
	body := strings.TrimLeft(text, "-−+(")
	hint := "codes are text: they stand in prose, titles and cells of text"
	n := 0
	for n < len(body) && (value.Digit(body[n]) || body[n] == '.' || body[n] == ',') {
		n++
	}
	switch rest := body[n:]; {
	case n > 15 && rest == "" && body[0] != '0':
		return value.Value{}, noValue(text, "a row of "+strconv.Itoa(n)+" digits", "write a number with its scale, such as 1.2 bn, or group its digits: 1,234,567; "+hint)
	case n == 0 || rest == "" && body[0] != '0' || value.ExponentAt(rest): // no number to be mended
	case rest == "":
		if digits := strings.TrimLeft(body, "0"); digits != "" {
			hint = "a number has no zero before it: " + digits + "; " + hint
		}
	case rest[0] == '/':
		hint = "write a fraction in words, two thirds, or as a decimal number: 1/2 is 0.5; dates and " + hint
	case body[0] != '0' || rest[0]|0x20 != 'x':
		hint = "leave a blank before a unit: " + body[:n] + " " + rest
		if rest == "B" || rest == "T" {
			hint = "write " + body[:n] + map[string]string{"B": " bn", "T": " trn"}[rest] + " for a scale"
		}
		hint += "; codes are text, and stand in prose, titles and cells of text"
	}
	return value.Value{}, noValue(text, "a code", hint)
}

// IsCode says that a text is a code that begins with, ends in or holds digits: a leading zero, 0x, a slash, a lone letter, more
// digits than a number has.
func IsCode(text string) bool {
	text = strings.TrimSpace(text)
	body := strings.TrimLeft(text, "-−+(")
	if body == "" {
		return false
	}
	if value.AsciiLetter(body[0]) { // C2, Q1, but RMB5 and EUR5
		n := 0
		for n < len(body) && value.AsciiLetter(body[n]) {
			n++
		}
		return n < len(body) && value.Digit(body[n]) && value.SignCurrency(strings.ToUpper(body[:n])) == "" && !strings.EqualFold(body[:n], "ca")
	}
	if !value.Digit(body[0]) {
		return false
	}
	if body[0] == '0' && len(body) > 1 && (value.Digit(body[1]) || body[1]|0x20 == 'x') {
		return true
	}
	n, digits := 0, 0
	for n < len(body) && (value.Digit(body[n]) || body[n] == '.' || body[n] == ',') {
		if value.Digit(body[n]) {
			digits++
		}
		n++
	}
	if digits == n && digits > 15 {
		return true
	}
	rest := body[n:]
	if len(rest) > 1 && rest[0] == '/' && value.Digit(rest[1]) { // 1/2, 15/10/2017
		return true
	}
	end := 0
	for end < len(rest) && value.AsciiLetter(rest[end]) {
		end++
	}
	word := rest[:end]
	switch {
	case word == "":
		return false
	case value.ExponentAt(rest): // 1e6 and 1.5E3 are numbers, 40E3 is none
		return rest[0] == 'E' && value.Digit(rest[1]) && digits == n
	case end < len(rest):
		return value.Digit(rest[end]) && !value.KnownUnit(rest) // 3A4, but 12m2
	case end == 1: // 3A, 12B, but 5k and 2M
		return !strings.Contains("kKmMbxtgshlLW", word)
	}
	return word == strings.ToUpper(word) && !value.KnownUnit(word) && value.SignCurrency(word) == "" && word != "MM" && word != "MN" && word != "PP" && word != "BPS" && word != "BN" // 2XL
}

// bareNumber says that a text is a number and nothing else, in any of the ways to write one.
func bareNumber(text string) bool {
	if text == "" || len(text) > longCell || !strings.ContainsAny(text, "0123456789") {
		return false
	}
	for _, r := range strings.TrimLeft(text, "-+−(") {
		if (r < '0' || r > '9') && !strings.ContainsRune(".,' \u00a0\u202f\u2009’)eE+-", r) {
			return false
		}
	}
	_, err := source.ParseValue(plainDigits(text, false))
	v := bareRange(text)
	return err == nil && !v || IsCode(text)
}

// bareRange says that a dash parts two numbers: 40-50.
func bareRange(text string) bool {
	at := strings.LastIndexByte(text, '-')
	return at > 0 && text[at-1]|0x20 != 'e'
}

// plainDigits writes a number of a data file in the outline's grammar: 1 234 and 1'234 without their gaps, 1e6 in full, (12)
// with its minus, a decimal comma as a point. What is no such number stays as it is.
func plainDigits(text string, comma bool) string {
	negative := false
	if open := strings.IndexByte(text, '('); open == 0 {
		if closing := strings.LastIndexByte(text, ')'); closing > 1 && !strings.ContainsAny(text[1:closing], "()") && strings.IndexByte(text[closing:], ' ') < 0 {
			text, negative = strings.TrimSpace(text[1:closing])+text[closing+1:], true
		}
	}
	if comma || strings.ContainsAny(text, "'’\u00a0\u202f\u2009 eE") {
		text = rewriteNumber(text, comma)
	}
	if negative && !strings.ContainsAny(text, "-−") {
		text = "-" + text
	}
	return text
}

// rewriteNumber rewrites the first number of a text.
func rewriteNumber(text string, comma bool) string {
	start := strings.IndexAny(text, "0123456789")
	if start < 0 {
		return text
	}
	var b strings.Builder
	b.WriteString(text[:start])
	i, point, groups := start, false, false
	mark := byte('.')
	if comma {
		mark = ','
	}
	for i < len(text) {
		c := text[i]
		if value.Digit(c) {
			b.WriteByte(c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		next := text[i+n:]
		switch {
		case c == mark && !point && next != "" && value.Digit(next[0]):
			b.WriteByte('.')
			point = true
			i++
			continue
		case (r == '\'' || r == '’' || r == ' ' || r == '\u00a0' || r == '\u202f' || r == '\u2009' || comma && r == '.') && !point && value.Group(next) && (groups || i-start <= 3):
			groups = true
			i += n
			continue
		}
		break
	}
	rest := text[i:]
	if len(rest) > 1 && rest[0]|0x20 == 'e' {
		end := 1
		if rest[end] == '+' || rest[end] == '-' {
			end++
		}
		from := end
		for end < len(rest) && value.Digit(rest[end]) {
			end++
		}
		if end > from && end-from < 4 && (end == len(rest) || !value.AsciiLetter(rest[end])) {
			if d, err := decimal.NewFromString(b.String()[start:] + rest[:end]); err == nil && d.Exponent() > -40 && d.Exponent() < 40 {
				return text[:start] + d.String() + rest[end:]
			}
		}
	}
	b.WriteString(rest)
	return b.String()
}

// decimalsOf counts the digits behind the point of a number's text.
func decimalsOf(text string) int {
	at := strings.IndexByte(text, '.')
	if at < 0 {
		return 0
	}
	n := 0
	for n < len(text)-at-1 && value.Digit(text[at+1+n]) {
		n++
	}
	return n
}
