package table

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"roadshow/briefing/evidence/value"
	"roadshow/internal/diag"
)

// separators are the marks that part columns, by the names that an outline gives them.
func separators() []struct {
	name string
	mark byte
} {
	return []struct {
		name string
		mark byte
	}{{"comma", ','}, {"semicolon", ';'}, {"tab", '\t'}, {"pipe", '|'}}
}

// sniffed is how much of a file decides how it is read.
const sniffed = 64 << 10

// separator is the mark that the outline names, else the one that parts all lines into equally many columns. Two such marks are
// a question to the author.
func (r *reader) separator(text string, o TableOptions) (byte, bool) {
	for _, s := range separators() {
		if o.Separator == s.name || o.Separator == string(s.mark) {
			return s.mark, true
		}
	}
	type candidate struct {
		name    string
		mark    byte
		even    bool // all lines have as many columns
		columns int
		head    string // the first line that it parts into so many
	}
	var found []candidate
	for _, s := range separators() {
		if !strings.Contains(text[:min(len(text), sniffed)], string(s.mark)) {
			continue
		}
		widest, even := fieldsOf(text, s.mark)
		if widest > 1 {
			head := ""
			for line := range strings.Lines(text) {
				if n, _ := fieldsOf(line, s.mark); n == widest {
					head = line
					break
				}
			}
			found = append(found, candidate{s.name, s.mark, even, widest, head})
		}
	}
	if len(found) == 0 {
		return ',', true
	}
	// A mark that the other's heading does not contain parts nothing there: it is the comma of 31,5.
	parts := slices.Clone(found)
	found = slices.DeleteFunc(found, func(c candidate) bool {
		return slices.ContainsFunc(parts, func(o candidate) bool { return o.even && !strings.Contains(o.head, string(c.mark)) })
	})
	if len(found) == 0 {
		found = parts
	}
	best := found[0]
	rivals := []string{best.name}
	for _, c := range found[1:] {
		switch {
		case c.even && !best.even:
			best, rivals = c, []string{c.name}
		case c.even == best.even && c.even:
			rivals = append(rivals, c.name)
		case c.even == best.even && c.columns > best.columns:
			best = c
		}
	}
	if len(rivals) > 1 {
		r.fail(r.at, "set `separator: "+strings.Join(rivals, "` or `separator: ")+"` for this data",
			"the columns of "+path.Base(r.name)+" may be separated by "+strings.Join(rivals, " or by "))
		return 0, false
	}
	if best.mark != ',' {
		r.said = append(r.said, "columns are separated by a "+best.name)
	}
	return best.mark, true
}

// fieldsOf counts the columns of the widest of the first lines, and says whether all lines that are no title have as many.
func fieldsOf(text string, sep byte) (widest int, even bool) {
	counts, n, cut := []int{}, 1, false
	inQuotes, start := false, true
	for i := 0; i < len(text); i++ {
		if i >= sniffed || len(counts) >= 200 {
			cut = true
			break
		}
		c := text[i]
		switch {
		case inQuotes:
			if c == '"' {
				inQuotes = i+1 < len(text) && text[i+1] == '"'
				if inQuotes {
					i++
				}
			}
			continue
		case c == '"' && start:
			inQuotes = true
			continue
		case c == sep:
			n++
			start = true
			continue
		case c == '\n' || c == '\r':
			if !(n == 1 && start) { // a blank line
				counts = append(counts, n)
			}
			n, start = 1, true
			continue
		case c != ' ' && c != '\t':
			start = false
		}
	}
	if !cut && (n > 1 || !start) {
		counts = append(counts, n)
	}
	for _, c := range counts {
		widest = max(widest, c)
	}
	even = len(counts) > 1
	for i, c := range counts {
		even = even && (c == widest || c == 1 && (i < 5 || i > len(counts)-4) && widest > 1 && i != len(counts)/2)
	}
	return widest, even && !(len(counts) > 0 && counts[0] == 1 && len(counts) > 1 && counts[1] != 1 && widest == 2 && len(counts) < 4)
}

// decimalComma says whether a comma is the decimal mark of a file's numbers: the outline says so, or they show it. Where they
// may be read either way, the author is asked.
func (r *reader) decimalComma(text string, sep byte, o TableOptions) (comma, ok bool) {
	if o.Decimal != "" {
		return o.Decimal == ",", true
	}
	var commas, points, either numberSeen
	line := 1
	field := func(s string) {
		s = digitsOf(strings.Trim(strings.TrimSpace(s), `"`))
		switch markOf(s) {
		case ',':
			commas.see(s, line)
		case '.':
			points.see(s, line)
		case '?':
			either.see(s, line)
		}
	}
	text = text[:min(len(text), 4*sniffed)]
	if sep == ',' && !strings.Contains(text, `"`) {
		return false, true
	}
	inQuotes, from := false, 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '"':
			inQuotes = !inQuotes
		case !inQuotes && (c == sep || c == '\n' || c == '\r'):
			if i-from < 40 {
				field(text[from:i])
			}
			from = i + 1
			if c == '\n' {
				line++
			}
		}
	}
	if len(text)-from < 40 {
		field(text[from:])
	}
	ask := func(what string, at int) {
		r.fail(diag.Span{File: r.name, Line: at, Col: 1}, "set `decimal: \",\"` or `decimal: \".\"` for this data", what)
	}
	switch {
	case commas.n > 0 && points.n > 0 && sep == ',':
		return false, true // a cell of its own: it is judged where it is used
	case commas.n > 0 && points.n > 0:
		ask("the decimal mark of "+r.name+" is not certain: "+value.Quoted(commas.text)+" in line "+strconv.Itoa(commas.line)+", "+value.Quoted(points.text)+" in line "+strconv.Itoa(points.line), commas.line)
		return false, false
	case commas.n > 0:
		r.said = append(r.said, "its decimal mark is a comma, as in "+commas.text)
		return true, true
	case points.n == 0 && either.n > 0 && sep == ';':
		ask(value.Quoted(either.text)+" may be a number with three decimals or one in thousands", either.line)
		return false, false
	}
	return false, true
}

// numberSeen is the first number that shows something.
type numberSeen struct {
	n, line int
	text    string
}

func (s *numberSeen) see(text string, line int) {
	if s.n == 0 {
		s.text, s.line = text, line
	}
	s.n++
}

// digitsOf is a number's text without the signs around it.
func digitsOf(s string) string {
	return strings.TrimRight(strings.TrimLeft(strings.TrimSpace(s), "-+−(~<>≈$€£ "), ")%€$£ ")
}

// markOf says which mark is the decimal one of a number: a comma, a point, ? where the only mark may group thousands, 0 where
// there is none or the text is no number.
func markOf(s string) byte {
	commas, points := strings.Count(s, ","), strings.Count(s, ".")
	if commas+points == 0 || s == "" || !value.Digit(s[0]) || !value.Digit(s[len(s)-1]) || strings.Trim(s, "0123456789.,") != "" {
		return 0
	}
	grouped := func(whole, mark string) bool {
		parts := strings.Split(whole, mark)
		for i, p := range parts {
			if len(p) > 3 || i > 0 && len(p) != 3 || p == "" {
				return false
			}
		}
		return parts[0][0] != '0'
	}
	switch last := max(strings.LastIndexByte(s, ','), strings.LastIndexByte(s, '.')); {
	case commas > 0 && points > 0:
		if s[last] == ',' && commas == 1 && grouped(s[:last], ".") {
			return ','
		}
		if s[last] == '.' && points == 1 && grouped(s[:last], ",") {
			return '.'
		}
		return 0
	case commas > 1:
		if grouped(s, ",") {
			return '.'
		}
		return 0
	case points > 1:
		if grouped(s, ".") {
			return ','
		}
		return 0
	case commas == 1 && grouped(s, ","), points == 1 && grouped(s, "."):
		return '?'
	case commas == 1:
		return ','
	}
	return '.'
}
