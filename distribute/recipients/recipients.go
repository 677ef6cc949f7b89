// Package recipients reads the list of those who get a copy: CSV or YAML, strict, every problem at its line and column.
//
// Rules: nothing is guessed that decides who reads what, so an unknown audience or a column that may mean one is an error; what a
// recipient is called stands in one line of every page, so nothing that a reader cannot see is part of it; an id names files.
package recipients

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"hash"
	"iter"
	"path"
	"slices"
	"strings"

	"roadshow/briefing/evidence/table"
	"roadshow/briefing/outline"
	"roadshow/internal/diag"
	"roadshow/internal/limits"
)

// Recipient is one row of the list.
type Recipient struct {
	Number   int    // of the row, from 1: the number of the copy
	ID       string // unique regardless of case; names files
	Name     string
	Email    string // may be empty
	Org      string
	Audience string // an id of the outline's audiences; "": what everybody sees
	Basis    string // why this person may have it
	line     int    // where the row and its name stand, for problems that are found later
	col      int
}

// List is a whole list, without a problem.
type List struct {
	File       string
	Recipients []Recipient
}

// At is the place of a recipient's name.
func (l *List) At(r Recipient) diag.Span { return diag.Span{File: l.File, Line: r.line, Col: r.col} }

// Hash is the hash of the first n recipients as they were understood, hex: the same list as CSV and as YAML has the same one.
func (l *List) Hash(n int) string {
	h := sha256.New()
	for i := range l.Recipients[:n] {
		l.Recipients[i].into(h)
	}
	return hex.EncodeToString(h.Sum(nil))
}

func (r *Recipient) into(h hash.Hash) {
	line, _ := json.Marshal([]string{r.ID, r.Name, r.Email, r.Org, r.Audience, r.Basis}) // strings are always JSON
	h.Write(append(line, '\n'))
}

// Audiences are the audiences that the list names, each once, "" among them where somebody has none, in the list's order.
func (l *List) Audiences() []string {
	var out []string
	seen := map[string]bool{}
	for _, r := range l.Recipients {
		if !seen[r.Audience] {
			seen[r.Audience] = true
			out = append(out, r.Audience)
		}
	}
	return out
}

// Fields are the columns of a list. Those of id and name are required.
func Fields() []outline.Field {
	return []outline.Field{
		{Name: "id", Type: outline.Words, Required: true, Doc: "letters, digits, - and _; unique regardless of case; the copy's file is called after it"},
		{Name: "name", Type: outline.Words, Required: true, Doc: "the reader, as every page of the copy says it"},
		{Name: "email", Type: outline.Words, Doc: "one address, for the mail"},
		{Name: "org", Type: outline.Words, Doc: "organisation; on every page, beside the name"},
		{Name: "audience", Type: outline.Words, Doc: "an id of the outline's audiences; default: what everybody sees"},
		{Name: "basis", Type: outline.Words, Doc: "why this person may have it: nda, existing, or other words; kept in the ledger"},
	}
}

// cell is a field of a row with its place.
type cell struct {
	text  string
	at    diag.Span
	lines bool // it was typed in more than one
}

// row is a recipient as typed: a cell for each of Fields, and the place of what is missing.
type row struct {
	cells [6]cell
	at    diag.Span
	told  bool // what is missing has been reported
}

// Read reads a list: CSV, or YAML by the ending of its name. file is what messages call it. The result is nil where anything is
// wrong, which stands in l.
func Read(data, file string, audiences []string, l *diag.List) *List {
	start := diag.Span{File: file, Line: 1, Col: 1}
	var rows iter.Seq[row]
	switch ext := strings.ToLower(path.Ext(file)); ext {
	case ".csv", ".tsv", ".txt":
		rows = csvRows(data, file, l)
	case ".yaml", ".yml":
		if len(data) > limits.ListYAML.N() {
			l.Limit(start, limits.ListYAML, file)
			return nil
		}
		rows = yamlRows(data, file, l)
	default:
		l.Error(start, "E-DATA", "save it as CSV, or write it in YAML", "%s is neither a CSV nor a YAML file", path.Base(file))
		return nil
	}
	j := judge{l: l, audiences: audiences, first: map[string]int{}}
	list := &List{File: file}
	for r := range rows {
		if len(list.Recipients) == limits.Recipients.N() {
			l.Limit(r.at, limits.Recipients, file)
			return nil
		}
		to := j.recipient(r)
		to.Number = len(list.Recipients) + 1
		list.Recipients = append(list.Recipients, to)
		if l.Len() > limits.ProblemsShown.N() {
			break // more would not be shown
		}
	}
	if l.Failed(false) {
		return nil
	}
	if len(list.Recipients) == 0 {
		l.Error(start, "E-MISSING", "write a row for each reader, with id and name", "%s names nobody", path.Base(file))
		return nil
	}
	return list
}

// csvRows are the rows of a CSV file below its heading.
func csvRows(data, file string, l *diag.List) iter.Seq[row] {
	return func(yield func(row) bool) {
		fields := Fields()
		var place []int // of a column among the fields; -1: not one of them
		for cells := range table.Records(data, file, l) {
			if place == nil {
				if place = heading(cells, fields, l); place == nil {
					return
				}
				continue
			}
			at := cells[0].At
			at.EndLine, at.EndCol = 0, 0
			r := row{at: at}
			blank := true
			for i, c := range cells {
				blank = blank && c.Text == ""
				if i >= len(place) && c.Text != "" {
					l.Error(c.At, "E-DATA", "put a cell that holds the mark between the columns into double quotes: \"Doe, Jane\"", "this row has more cells than the heading has columns: %d", len(place))
					blank = true // what it would mean is not known
					break
				}
				if i < len(place) && place[i] >= 0 {
					r.cells[place[i]] = cell{c.Text, c.At, c.At.EndLine > c.At.Line}
				}
			}
			if !blank && !yield(r) {
				return
			}
		}
	}
}

// heading finds each column's field, nil where the list cannot be read by it.
func heading(cells []table.Cell, fields []outline.Field, l *diag.List) []int {
	var names, others []string
	var other diag.Span // the first of them
	for _, f := range fields {
		names = append(names, f.Name)
	}
	seen := map[int]bool{}
	place := make([]int, len(cells))
	ok := true
	for i, c := range cells {
		place[i] = -1
		name := strings.ToLower(strings.TrimSpace(c.Text))
		for f := range fields {
			if names[f] != name {
				continue
			}
			if seen[f] {
				l.Error(c.At, "E-DUP", "keep one of them", "the column %s stands twice", name)
				ok = false
			}
			place[i], seen[f] = f, true
		}
		if place[i] >= 0 || name == "" {
			continue
		}
		if near := cmp.Or(diag.Nearest(name, names), begun(name, names)); near != "" && !seen[slices.Index(names, near)] && !has(cells, near) {
			l.Error(c.At, "E-KEY", "did you mean "+near+"? A column that means nothing here has a name unlike those that do: "+strings.Join(names, ", "), "there is no column %q", short(c.Text))
			ok = false
			continue
		}
		if len(others) == 0 {
			other = c.At
		}
		others = append(others, `"`+short(c.Text)+`"`)
	}
	for f := range fields {
		if fields[f].Required && !seen[f] {
			at := cells[0].At
			l.Error(at, "E-MISSING", "the first row names the columns: "+strings.Join(names, ", "), "the list has no column %q", names[f])
			ok = false
		}
	}
	if !ok {
		return nil
	}
	if len(others) > 0 {
		l.Warn(other, "W-COLUMN", "the columns of a list are "+strings.Join(names, ", "), "nothing is made of the column%s %s", plural(len(others)), strings.Join(others, ", "))
	}
	return place
}

// begun is the name of three letters or more that a heading goes on from: Organisation, Email address; "" for none.
func begun(heading string, names []string) string {
	for _, n := range names {
		if len(n) >= 3 && strings.HasPrefix(heading, n) {
			return n
		}
	}
	return ""
}

// has says whether a heading names a column.
func has(cells []table.Cell, name string) bool {
	return slices.ContainsFunc(cells, func(c table.Cell) bool { return strings.EqualFold(strings.TrimSpace(c.Text), name) })
}

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

// short is a word of the list as a message repeats it.
func short(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:59]) + "…"
	}
	return s
}

// Shape is a list in YAML: a list of mappings, alone or under the key recipients.
func Shape() *outline.Shape {
	return &outline.Shape{Name: "list of recipients", Fields: []outline.Field{
		{Name: "recipients", Type: outline.Object, List: true, Required: true, Doc: "those who get a copy", Shape: &outline.Shape{Name: "recipient", Fields: Fields()}},
	}}
}

// yamlRows are the recipients of a YAML file.
func yamlRows(data, file string, l *diag.List) iter.Seq[row] {
	return func(yield func(row) bool) {
		fields := Fields()
		for _, n := range outline.ParseShape([]byte(data), file, Shape(), l).Get("recipients").Items() {
			r := row{at: n.At, told: true}
			r.at.EndLine, r.at.EndCol = 0, 0
			for i, f := range fields {
				if k := n.Get(f.Name); k != nil && !k.Null {
					r.cells[i] = cell{k.Text, k.At, strings.ContainsFunc(strings.TrimSpace(k.Text), endsLine)}
				}
			}
			if !n.Null && !yield(r) {
				return
			}
		}
	}
}
