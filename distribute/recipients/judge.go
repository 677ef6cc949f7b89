package recipients

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"roadshow/internal/address"
	"roadshow/internal/diag"
	"roadshow/internal/lazy"
	"roadshow/internal/limits"
)

const idLength = 64

// judge reads rows as recipients and says what is wrong with them.
type judge struct {
	l         *diag.List
	audiences []string
	first     map[string]int // id in small letters → its line
}

func (j *judge) recipient(r row) Recipient {
	id, name, email, org, audience, basis := r.cells[0], r.cells[1], r.cells[2], r.cells[3], r.cells[4], r.cells[5]
	out := Recipient{line: r.at.Line, col: r.at.Col}
	if name.at.Line > 0 {
		out.line, out.col = name.at.Line, name.at.Col
	}
	out.ID = j.id(id, r)
	out.Name = j.words("name", name)
	if out.Name == "" && strings.TrimSpace(name.text) == "" {
		j.missing("name", name, r)
	}
	out.Email = j.address(email)
	out.Org = j.words("organisation", org)
	out.Audience = j.audience(audience)
	out.Basis = j.words("basis", basis)
	return out
}

// missing reports an empty cell.
func (j *judge) missing(what string, c cell, r row) {
	at := c.at
	if r.told {
		return
	}
	if at.Line == 0 {
		at = r.at
	}
	j.l.Error(at, "E-MISSING", "every reader has an id and a name", "this recipient has no %s", what)
}

func (j *judge) id(c cell, r row) string {
	id := c.text
	switch {
	case strings.TrimSpace(id) == "":
		j.missing("id", c, r)
		return ""
	case !idForm().MatchString(id):
		j.l.Error(c.at, "E-ID", "an id has letters a to z, digits, - and _, and does not begin with -: the copy's file is called after it", "%q is no id", short(id))
		return ""
	case len(id) > idLength:
		j.l.Error(c.at, "E-ID", "files are called after it: a short one is kept by every system", "the id %q has more than %d characters", short(id), idLength)
		return ""
	case device(id):
		j.l.Error(c.at, "E-ID", "choose another id, such as "+id+"-1", "no file can be called %s under Windows, where it names a device", id)
		return ""
	}
	low := strings.ToLower(id)
	if line, taken := j.first[low]; taken {
		j.l.Error(c.at, "E-DUP", "give each reader an id of his own; capital letters make no difference", "the id %s is taken; the first is in line %d", id, line)
		return id
	}
	j.first[low] = c.at.Line
	return id
}

var idForm = lazy.Pattern(`^[A-Za-z0-9_][A-Za-z0-9_-]*$`)

// device says that Windows keeps a name for a device, whatever ending it has.
func device(id string) bool {
	id = strings.ToLower(id)
	if slices.Contains([]string{"con", "prn", "aux", "nul", "conin", "conout"}, id) {
		return true
	}
	return len(id) == 4 && (id[:3] == "com" || id[:3] == "lpt") && id[3] >= '0' && id[3] <= '9'
}

// words is a field that is printed in one line.
func (j *judge) words(what string, c cell) string {
	if c.lines {
		j.l.Error(c.at, "E-DATA", "write it in one line; two names in one cell are two recipients", "the %s has more than one line", what)
		return ""
	}
	text := strings.Join(strings.Fields(c.text), " ")
	if n := utf8.RuneCountInString(text); n > limits.RecipientField.N() {
		j.l.Limit(c.at, limits.RecipientField, "the "+what)
		return ""
	}
	before := ' '
	for _, r := range text { // joiners say how a letter of Persian or Indian scripts stands with the next one
		joins := unicode.Is(unicode.Join_Control, r) && (unicode.IsLetter(before) || unicode.IsMark(before))
		before = r
		if unseen(r) && !joins {
			j.l.Error(c.at, "E-DATA", "type it again: it came with text pasted from elsewhere, and could make the line read as another", "the %s holds U+%04X, which nobody can see", what, r)
			return ""
		}
	}
	return text
}

// endsLine recognises what ends a line.
func endsLine(r rune) bool { return strings.ContainsRune("\n\v\f\r\u0085\u2028\u2029", r) }

// unseen recognises characters that a reader cannot see: control characters, marks that turn the direction of a line, zero-width
// ones, and those that mean nothing outside one program.
func unseen(r rune) bool {
	switch {
	case r == utf8.RuneError, unicode.IsControl(r), unicode.In(r, unicode.Cf, unicode.Co, unicode.Zl, unicode.Zp):
		return true
	}
	return r == 0x115f || r == 0x1160 || r == 0x3164 || r == 0xffa0 || r&0xfffe == 0xfffe // fillers, and what is no character
}

func (j *judge) audience(c cell) string {
	id := strings.TrimSpace(c.text)
	if id == "" || slices.Contains(j.audiences, id) {
		return id
	}
	hint := diag.DidYouMean(id, j.audiences)
	switch {
	case hint != "":
	case len(j.audiences) == 0:
		hint = "the outline lists no audiences: add it to its `audiences`, or leave the column out"
	default:
		hint = "the outline lists " + strings.Join(j.audiences, ", ")
	}
	j.l.Error(c.at, "E-REF", hint, "unknown audience %q", short(id))
	return ""
}

func (j *judge) address(c cell) string {
	a := strings.TrimSpace(c.text)
	if a == "" {
		return ""
	}
	ok, hint := address.Valid(a)
	if !ok {
		j.l.Error(c.at, "E-ADDRESS", hint, "%q is no address", short(a))
		return ""
	}
	return a
}
