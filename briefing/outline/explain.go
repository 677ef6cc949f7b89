package outline

import (
	"errors"
	"strings"
	"unicode/utf8"

	"roadshow/internal/diag"
)

// explain says in the author's words why YAML cannot read the text, and mends the line where that is possible: the value
// that cannot be read is replaced by a stand-in of the same length.
func (p *parser) explain(text string, err error) (mended string, ok bool) {
	if errors.Is(err, errSecondDocument) {
		return p.secondDocument(text)
	}
	off := min(stumble(text), len(text))
	line := 1 + strings.Count(text[:off], "\n")
	msg := strings.TrimPrefix(err.Error(), "yaml: ")
	lines := strings.SplitAfter(text, "\n")
	for k := 1; k <= min(line+1, len(lines)); k++ {
		if strings.HasPrefix(lines[k-1], "<<<<<<< ") {
			return p.report(lines, k, &trap{to: 7, summary: "a merge conflict was left here", hint: "keep one of the two versions", mendFrom: -1})
		}
	}
	// yaml looks ahead: the culprit is the nearest line before that has something to say for itself.
	for k := min(line, len(lines)); k >= 1 && k >= line-2; k-- {
		if t := findTrap(strings.TrimRight(lines[k-1], "\r\n"), msg); t != nil && !inBlockScalar(lines, k) {
			return p.report(lines, k, t)
		}
	}
	if t := general(msg, lines, line); t != nil {
		return p.report(lines, t.line, t)
	}
	at := p.src.spanOf(line, lines[line-1], off-strings.LastIndexByte(text[:off], '\n')-1, 0)
	p.l.Error(at, "E-YAML", "look at the indentation and the quotes here and in the line above", "YAML cannot be read from here on")
	return "", false
}

// report reports a trap and mends its line.
func (p *parser) report(lines []string, k int, t *trap) (string, bool) {
	base := 0
	for _, l := range lines[:k-1] {
		base += len(l)
	}
	at := p.src.spanOf(k, lines[k-1], t.from, t.to)
	p.l.Error(at, "E-YAML", t.hint, "%s", t.summary)
	if t.mendFrom < 0 {
		return "", false
	}
	line := strings.TrimRight(lines[k-1], "\r\n")
	to := len(line)
	if t.mendTo > 0 {
		to = t.mendTo
	}
	stand := strings.Repeat(string(mendedMark), max(utf8.RuneCountInString(line[t.mendFrom:to]), 1))
	out := append([]string(nil), lines...)
	out[k-1] = line[:t.mendFrom] + stand + lines[k-1][to:]
	return strings.Join(out, ""), true
}

// spanOf is a place in a line that may have been mended: columns count its characters.
func (s *source) spanOf(line int, text string, from, to int) diag.Span {
	from, to = min(from, len(text)), min(to, len(text))
	for from > 0 && from < len(text) && !utf8.RuneStart(text[from]) {
		from-- // yaml stumbles between the bytes of a character
	}
	col := utf8.RuneCountInString(text[:from]) + 1
	end := col + max(utf8.RuneCountInString(text[from:max(from, to)]), 1)
	return diag.Span{File: s.file, Line: line, Col: col, EndLine: line, EndCol: end}
}

// general words what yaml says about structure rather than about one value.
func general(msg string, lines []string, line int) *trap {
	k := min(max(line, 1), len(lines))
	for k > 1 && strings.TrimSpace(lines[k-1]) == "" {
		k--
	}
	text := strings.TrimRight(lines[k-1], "\r\n")
	t := &trap{line: k, from: blanks(text), to: len(text), mendFrom: -1}
	switch {
	case strings.Contains(msg, "unexpected end of stream"), strings.Contains(msg, "document indicator"):
		return neverClosed(t, lines)
	case strings.Contains(msg, "',' or ']'"), strings.Contains(msg, "',' or '}'"):
		if from, at := openBracket(lines, k); from > 0 {
			t.line, t.from, t.to, t.mendFrom = from, at, at+1, at
			t.summary, t.hint = "the bracket that opens here is never closed", "close [ with ] and { with }; quote text that holds brackets"
			open := lines[from-1]
			if c := hashValue().FindStringIndex(open[at:]); c != nil {
				t.from, t.to, t.mendFrom = at+strings.IndexByte(open[at:], '#'), len(strings.TrimRight(open, "\r\n")), at
				t.summary, t.hint = "YAML reads the rest of the line from # on as a comment, so the bracket is never closed", "quote what begins with #"
			}
			return t
		}
		t.summary, t.hint = "a bracket is never closed, or a comma is missing before this", "close [ with ] and { with }; quote text that holds brackets or commas"
	case strings.Contains(msg, "did not find expected key"), strings.Contains(msg, "'-' indicator"):
		if from, _ := openQuote(lines); from > 0 && from < k { // it closed at the next quote of its kind, which opens another value
			return neverClosed(t, lines)
		}
		t.summary, t.hint = "this line does not fit the indentation above it", "give the keys of one mapping the same indentation, and nothing else"
	case strings.Contains(msg, "mapping values are not allowed"):
		return noKeyHere(t, lines)
	case strings.Contains(msg, "could not find expected ':'"):
		for j := k; j >= max(k-1, 1); j-- {
			l := strings.TrimRight(lines[j-1], "\r\n")
			if !keyLine().MatchString(l) && strings.TrimSpace(l) != "" {
				t.line, t.from, t.to = j, blanks(l), len(l)
				break
			}
		}
		t.summary, t.hint = "this line is neither a key nor indented text", "end the key with a colon and a blank, or indent the text further than its key"
	case strings.Contains(msg, "sequence entries are not allowed"):
		t.summary, t.hint = "a list item cannot stand here", "put the dash in a line of its own below the key"
	case strings.Contains(msg, "exceeded max depth"):
		t.summary = "nested too deep"
	case strings.Contains(msg, "tab character"):
		t.summary, t.hint = "a tab indents this line", "indent with spaces"
		if i := strings.IndexByte(text, '\t'); i >= 0 {
			t.from, t.to = i, i+1
		}
	case strings.Contains(msg, "unknown anchor"):
		name := msg[strings.Index(msg, "'")+1 : strings.LastIndex(msg, "'")]
		for i, l := range lines {
			if c := strings.Index(l, "*"+name); c >= 0 {
				t.line, t.from, t.to = i+1, c, c+1+len(name)
				t.summary, t.hint = "YAML reads "+quote("*"+name)+" as a reference to an anchor, and there is none", "quote the text"
				return t
			}
		}
		return nil
	case strings.Contains(msg, "alphabetic or numeric"):
		t.summary, t.hint = "text cannot begin with * or &", "quote it"
	case strings.Contains(msg, "cannot start any token"):
		t.summary, t.hint = "text cannot begin with this character", "quote it"
	case strings.Contains(msg, "directive"):
		t.summary, t.hint = "a line cannot begin with %", "quote the text, or indent it further than its key"
	case strings.Contains(msg, "block scalar"), strings.Contains(msg, "comment or line break"), strings.Contains(msg, "indentation indicator"):
		t.summary, t.hint = "text begins in the line below | or >", "move it down and indent it; quote a value that begins with >"
	case strings.Contains(msg, "escape"), strings.Contains(msg, "hexdecimal"):
		t.summary, t.hint = "a backslash between double quotes begins an escape", "write \\\\ for a backslash, or use single quotes"
	case strings.Contains(msg, "tag"):
		t.summary, t.hint = "text cannot begin with !", "quote it"
	case hashValue().MatchString(text) && strings.ContainsAny(text, "[{"):
		at := strings.IndexByte(text, '#')
		t.from, t.mendFrom = at, -1
		t.summary, t.hint = "YAML reads the rest of the line from # on as a comment, so a bracket is never closed", "quote what begins with #"
	default:
		return nil
	}
	return t
}

// neverClosed finds the quote that runs to the end of the file.
func neverClosed(t *trap, lines []string) *trap {
	t.summary, t.hint = "a quote is never closed", "look for a value that begins with a quote"
	line, at := openQuote(lines)
	if line == 0 {
		return t
	}
	t.line, t.from, t.to, t.mendFrom = line, at, at+1, at
	t.summary, t.hint = "the quote that begins here is never closed", "close it behind the text"
	if lines[line-1][at] == '\'' {
		t.hint = "close it behind the text; between single quotes an apostrophe is doubled ('it''s')"
	}
	return t
}

// noKeyHere words "mapping values are not allowed": a key stands where the value above has not ended.
func noKeyHere(t *trap, lines []string) *trap {
	t.summary, t.hint = "a key cannot stand here", "quote text that holds a colon, and indent keys alike"
	for j := t.line - 1; j >= 1; j-- {
		above := strings.TrimRight(lines[j-1], "\r\n")
		if strings.TrimSpace(above) == "" || strings.HasPrefix(strings.TrimSpace(above), "#") {
			continue
		}
		if m := keyLine().FindStringSubmatchIndex(above); m != nil {
			if m[6] < m[7] && m[4] < t.from {
				t.summary = "this key is indented further than " + quote(above[m[4]:m[5]]) + ", which has its value already"
				t.hint = "indent it like the key above; text of several lines stands below its key after |"
			}
			return t
		}
		body := strings.TrimLeft(above, " ")
		switch i := strings.IndexByte(body, ':'); {
		case strings.HasPrefix(body, "-") && !strings.HasPrefix(body, "- "):
			t.line, t.from, t.to = j, blanks(above), blanks(above)+1
			t.summary, t.hint = "a dash needs a blank behind it", "write \"- \""
		case i > 0 && i+1 < len(body) && body[i+1] != ' ':
			t.line, t.from, t.to = j, blanks(above)+i, blanks(above)+i+1
			t.summary, t.hint = "a colon needs a blank behind it", "write "+quote(strings.TrimLeft(body[:i], "- ")+": …")
		}
		return t
	}
	return t
}

func (p *parser) secondDocument(text string) (string, bool) {
	at := diag.Span{File: p.src.file, Line: 1, Col: 1}
	seen := false
	off := 0
	for i, l := range strings.SplitAfter(text, "\n") {
		t := strings.TrimRight(l, " \t\r\n")
		if seen && (t == "---" || strings.HasPrefix(l, "--- ") || t == "...") {
			p.l.Error(p.src.spanOf(i+1, l, 0, 3), "E-YAML", "delete this line and what follows it, or make two files", "a second document begins here; an outline is one")
			return text[:off], true
		}
		if t != "" && t[0] != '#' && t[0] != '%' && t != "---" {
			seen = true
		}
		off += len(l)
	}
	p.l.Error(at, "E-YAML", "", "the file holds more than one document")
	return "", false
}
