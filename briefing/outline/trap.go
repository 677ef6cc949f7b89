package outline

import (
	"strings"

	"roadshow/internal/lazy"
)

// trap is one of YAML's own traps, found in a line.
type trap struct {
	line          int // 1-based; filled in by the caller of findTrap
	from, to      int // bytes of the line that the message points at
	summary, hint string
	mendFrom      int // bytes from here are replaced by a stand-in; -1: cannot be mended
	mendTo        int // to here; 0: to the end of the line
}

var (
	keyLine   = lazy.Pattern(`^(\s*(?:- +)*)((?:[\pL\pN_][^\s:#'"{}\[\]]*|"[^"]*"|'[^']*')(?: [^\s:#'"{}\[\]]+)*):(?:[ \t]+|$)(.*)$`)
	itemLine  = lazy.Pattern(`^(\s*(?:- +)+)(.*)$`)
	hashValue = lazy.Pattern(`(?:^|[\[,:\-][ \t]+|\[|,[ \t]*)#[^\s#!]`) // a # where a value should be: a colour, a rank, a tag
	badIndent = lazy.Pattern(`^ *\t`)
	// what may stand behind a key before a text of several lines, alone or with a comment
	blockHeader = lazy.Pattern(`^[|>]([1-9]?[+-]?|[+-][1-9])([ \t]+#.*)?$`)
	aliasOnly   = lazy.Pattern(`^\*[0-9A-Za-z_-]+([ \t]+#.*)?$`)
	anchored    = lazy.Pattern(`^&[0-9A-Za-z_-]+([ \t]|$)`)
)

// findTrap looks for one of YAML's traps in a line near the place where yaml gave up with a message.
func findTrap(line, msg string) *trap {
	if m := badIndent().FindString(line); m != "" {
		return &trap{from: len(m) - 1, to: len(m), summary: "a tab indents this line", hint: "indent with spaces", mendFrom: -1}
	}
	at, value, key := 0, "", ""
	if m := keyLine().FindStringSubmatchIndex(line); m != nil {
		at, key = m[6], line[m[4]:m[5]]
		value = line[at:]
	} else if m := itemLine().FindStringSubmatchIndex(line); m != nil {
		at = m[4]
		value = line[at:]
	} else {
		return nil
	}
	value = strings.TrimRight(value, " \t")
	if value == "" {
		return nil
	}
	t := &trap{from: at, to: at + 1, mendFrom: at}
	quoteIt := "quote it: " + quoted(value)
	if key != "" && len(value) > 40 {
		quoteIt = "quote the text, or put it below the key after |"
	}
	switch c := value[0]; {
	case c == '@' || c == '`' || c == '%':
		t.summary, t.hint = "text cannot begin with "+quote(value[:1]), quoteIt
	case c == '>' && !blockHeader().MatchString(value):
		t.summary, t.hint = "a value that begins with > must be quoted", "write "+quoted(value)+`, or "over …"`
	case c == '|' && !blockHeader().MatchString(value):
		t.summary, t.hint = "text begins in the line below |", "move it down and indent it"
	case c == '*' && aliasOnly().MatchString(value):
		if !strings.Contains(msg, "unknown anchor") {
			return nil
		}
		t.to = at + len(value)
		t.summary, t.hint = "YAML reads "+quote(value)+" as a reference to an anchor, and there is none", quoteIt
	case c == '*' || c == '&' && !anchored().MatchString(value):
		t.summary, t.hint = "text cannot begin with "+quote(value[:1]), quoteIt
	case c == '?' && (len(value) == 1 || value[1] == ' '):
		t.summary, t.hint = "a lone ? must be quoted", `write "?"`
	case c == '-' && key != "" && strings.HasPrefix(value, "- "):
		t.summary, t.hint, t.mendFrom = "a list cannot begin in its key's line", "put the dash in the next line, indented", -1
	case c == '"' || c == '\'':
		return quoteTrap(t, at, value)
	case c == '[' || c == '{':
		return bracketTrap(t, at, value)
	default:
		i := strings.Index(value, ": ")
		if i < 0 && strings.HasSuffix(value, ":") {
			i = len(value) - 1
		}
		if i < 0 || key == "" && i > 0 && keyLine().MatchString(value) && !strings.Contains(value[i+1:], ": ") {
			return nil
		}
		t.from, t.to = at+i, at+i+1
		t.summary, t.hint = "a colon inside the text ends it", quoteIt
	}
	return t
}

// quoteTrap finds what is wrong with a value in quotes.
func quoteTrap(t *trap, at int, value string) *trap {
	end := closingQuote(value)
	rest := ""
	if end > 0 {
		rest = strings.TrimLeft(value[end:], " \t")
	}
	switch {
	case rest != "" && rest[0] != '#' && rest[0] != ':':
		t.from, t.to = at+len(value)-len(rest), at+len(value)
		t.summary, t.hint = "text goes on behind the closing quote", "put all of it between quotes, or below the key after |"
		if value[0] == '\'' && isLetter(value[end:]) {
			t.hint = "double an apostrophe between single quotes ('it''s'), or use double quotes"
		}
	case value[0] == '"' && badEscape(value) > 0:
		i := badEscape(value)
		t.from, t.to = at+i, at+i+2
		t.summary, t.hint = `"`+value[i:i+2]+`" is no escape between double quotes`, `write \\ for a backslash, or use single quotes`
	default:
		return nil
	}
	return t
}

// bracketTrap finds what is wrong with a value in brackets that should close in its line.
func bracketTrap(t *trap, at int, value string) *trap {
	var open []byte
	var colons []int // in the entry at hand, for each open bracket
	for i := 0; i < len(value); i++ {
		switch c := value[i]; c {
		case ',':
			if len(colons) > 0 {
				colons[len(colons)-1] = 0
			}
		case ':':
			if len(colons) == 0 || i+1 < len(value) && value[i+1] != ' ' {
				continue
			}
			if colons[len(colons)-1]++; colons[len(colons)-1] == 2 {
				t.from, t.to = at+i, at+i+1
				t.summary, t.hint = "a colon inside the text ends it", "quote the text, or use block style"
				return t
			}
		case '"', '\'':
			if i > 0 && strings.IndexByte("[{,: ", value[i-1]) < 0 {
				continue
			}
			end := closingQuote(value[i:])
			if end < 0 {
				return nil
			}
			i += end - 1
		case '[', '{':
			open = append(open, c)
			colons = append(colons, 0)
		case '?':
			before := strings.TrimRight(value[:i], " ")
			if i+1 < len(value) && strings.IndexByte(" ,]}", value[i+1]) >= 0 && before != "" && strings.IndexByte("[{,:", before[len(before)-1]) >= 0 {
				t.from, t.to = at+i, at+i+1
				t.summary, t.hint = "a lone ? must be quoted", `write "?"`
				t.mendFrom, t.mendTo = t.from, t.to
				return t
			}
		case '@', '`', '%', '>', '|':
			if before := strings.TrimRight(value[:i], " "); before != "" && strings.IndexByte("[{,:", before[len(before)-1]) >= 0 {
				t.from, t.to = at+i, at+i+1
				t.summary, t.hint = "text cannot begin with "+quote(string(c)), "quote it"
				if c == '>' {
					t.summary, t.hint = "a value that begins with > must be quoted", "quote it, or write \"over …\""
				}
				return t
			}
		case ']', '}':
			want := byte('[')
			if c == '}' {
				want = '{'
			}
			if len(open) == 0 || open[len(open)-1] != want {
				t.from, t.to = at+i, at+i+1
				t.summary, t.hint = "this bracket closes nothing", "quote text that holds brackets"
				return t
			}
			colons = colons[:len(colons)-1]
			if open = open[:len(open)-1]; len(open) == 0 {
				if rest := strings.TrimLeft(value[i+1:], " \t"); rest != "" && rest[0] != '#' {
					t.from, t.to = at+len(value)-len(rest), at+len(value)
					t.summary, t.hint = "text goes on behind the closing bracket", "quote text that begins with a bracket"
					return t
				}
				return nil
			}
		}
	}
	return nil
}

// closingQuote is the byte behind the quote that closes the one at the start, -1 when there is none.
func closingQuote(s string) int {
	for i := 1; i < len(s); i++ {
		switch {
		case s[0] == '"' && s[i] == '\\':
			i++
		case s[i] != s[0]:
		case s[0] == '\'' && i+1 < len(s) && s[i+1] == '\'':
			i++
		default:
			return i + 1
		}
	}
	return -1
}

// badEscape is the place of the first backslash that double quotes do not understand, 0 when there is none.
func badEscape(s string) int {
	for i := 1; i+1 < len(s); i++ {
		if s[i] != '\\' {
			continue
		}
		if strings.IndexByte("0abt\tnvfre \"'/\\N_LPxuU", s[i+1]) < 0 {
			return i
		}
		i++
	}
	return 0
}

// openQuote finds the quoted value that is never closed: its line and the byte of its quote.
func openQuote(lines []string) (line, at int) {
	text, off := strings.Join(lines, ""), 0
	for k, l := range lines {
		begin := off
		off += len(l)
		from := valueAt(l)
		if from < 0 || l[from] != '"' && l[from] != '\'' || inBlockScalar(lines, k+1) {
			continue
		}
		if closingQuote(strings.TrimRight(l[from:], "\r\n")) > 0 {
			continue
		}
		// A quote that closes only at a later value's opening quote was never meant to reach that far.
		if k+1 < len(lines) && keyLine().MatchString(strings.TrimRight(lines[k+1], "\r\n")) || closingQuote(text[begin+from:]) < 0 {
			return k + 1, from
		}
	}
	return 0, 0
}

// valueAt is the byte of a line where its value begins, behind key or dash; -1 when there is none.
func valueAt(line string) int {
	line = strings.TrimRight(line, "\r\n")
	at := -1
	if m := keyLine().FindStringSubmatchIndex(line); m != nil {
		at = m[6]
	} else if m := itemLine().FindStringSubmatchIndex(line); m != nil {
		at = m[4]
	}
	if at >= len(line) {
		return -1
	}
	return at
}

// openBracket finds the nearest value at or above line k whose brackets do not close in its line.
func openBracket(lines []string, k int) (line, at int) {
	for j := k; j >= max(k-40, 1); j-- {
		l := strings.TrimRight(lines[j-1], "\r\n")
		from := valueAt(l)
		if from < 0 || l[from] != '[' && l[from] != '{' {
			continue
		}
		depth := 0
		for i := from; i < len(l); i++ {
			switch l[i] {
			case '"', '\'':
				if end := closingQuote(l[i:]); end > 0 && strings.IndexByte("[{,: ", l[i-1]) >= 0 {
					i += end - 1
				}
			case '[', '{':
				depth++
			case ']', '}':
				depth--
			}
		}
		if depth > 0 {
			return j, from
		}
	}
	return 0, 0
}

// inBlockScalar says whether line k stands in a text that began after | or >.
func inBlockScalar(lines []string, k int) bool {
	depth := blanks(lines[k-1])
	for i := k - 1; i >= 1 && depth > 0; i-- {
		l := strings.TrimRight(lines[i-1], " \t\r\n")
		if l == "" || blanks(l) >= depth {
			continue
		}
		depth = blanks(l)
		if opensText(l) {
			return true
		}
	}
	return false
}

// opensText says that a line ends in | or >: a text of several lines stands below it.
func opensText(line string) bool {
	j := strings.LastIndexAny(line, "|>")
	return j > 0 && line[j-1] == ' ' && strings.Trim(line[j+1:], "+-0123456789") == ""
}

func isLetter(s string) bool {
	return s != "" && (s[0] >= 'a' && s[0] <= 'z' || s[0] >= 'A' && s[0] <= 'Z')
}

// quoted is how the author could write the text.
func quoted(s string) string {
	if strings.ContainsAny(s, `"\`) {
		return "'" + strings.ReplaceAll(s, "'", "''") + "'"
	}
	return `"` + s + `"`
}
