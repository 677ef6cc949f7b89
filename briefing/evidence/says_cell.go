package evidence

import (
	"slices"
	"strings"
)

// CellPlace is where a number stands in its table: what the words of its row must not say of it.
type CellPlace struct {
	Calendar          // how its dates are read
	Date     Date     // of the row, or of the column where rows have none; zero: neither
	Name     string   // of its column
	Others   []string // names of the other columns
}

// SaysCell checks that an excerpt says a cell: Says, and that it says so of this column and of this date. A number is some
// other column's where that column's name stands directly behind it (300 people are no 300 offices); it is some other
// date's where the words give a number of its kind for its own date, and that is another one.
func SaysCell(words string, v Value, p CellPlace) (note string, err error) {
	note, err = Says(words, v)
	if err != nil || v.State != Known || v.Words != "" {
		return note, err
	}
	e := readExcerpt(words)
	all := e.quantities()
	var mine []int // readings that say v
	for i := range all {
		if all[i].slips(v) == 0 {
			mine = append(mine, i)
		}
	}
	named := ""
	mine = slices.DeleteFunc(mine, func(i int) bool {
		other := e.counts(&all[i], p.Others)
		if other == "" {
			other = e.namedBefore(all, i, p)
		}
		if other != "" {
			named = other
		}
		return other != ""
	})
	if named != "" && len(mine) == 0 {
		return "", &Disagreement{Summary: "the excerpt says " + v.String() + " of " + quoted(named), Hint: "is the cell in the right column?", Other: true}
	}
	if p.Date.IsZero() || p.Date.Range() {
		return note, nil
	}
	bound := e.bind(all, v, p.Calendar)
	right, other := "", false
	for i := range all {
		d := bound[i]
		if d == nil || !d.says(p.Date.Start) {
			continue
		}
		if slices.Contains(mine, i) {
			return note, nil
		}
		right, other = e.says(&all[i]), true
	}
	elsewhere := len(mine) > 0 && !slices.ContainsFunc(mine, func(i int) bool { return bound[i] == nil })
	if other && elsewhere {
		return "", &Disagreement{Summary: "the excerpt says " + v.String() + " of " + e.part(bound[mine[0]].from, bound[mine[0]].to) + ", not of " + p.Date.Long(),
			Hint: "of " + p.Date.Long() + " it says “" + right + "”", Other: true}
	}
	return note, nil
}

// counts is the column whose name stands behind a reading, one adjective being allowed between.
func (e *excerpt) counts(r *reading, columns []string) string {
	for skip := range 2 {
		i := r.to + skip
		if skip > 0 && (mark(e.at(r.to)) || joins(e.at(r.to)) || digit(e.at(r.to)[0])) {
			return ""
		}
		if i >= len(e.words) {
			return ""
		}
		for _, c := range columns {
			if e.columnAt(c, i) > 0 {
				return c
			}
		}
	}
	return ""
}

// columnAt is how many words the name of a column has that stands from word i on, 0 where it does not.
func (e *excerpt) columnAt(column string, i int) int {
	words := splitWords(column)
	for k, w := range words {
		if !sameNoun(e.at(i+k), fold(w.text)) {
			return 0
		}
	}
	return len(words)
}

// namedBefore is the other column whose name stands directly before a number, a verb such as "was" at most between: of "margin
// 12, revenue 40" 12 is the margin. What is listed first and counted later (margin and revenue were 12 and 40) is not read.
func (e *excerpt) namedBefore(all []reading, i int, p CellPlace) string {
	k := all[i].from
	for e.ahead(k-1, sayLevel) != nil || linksName(e.at(k-1)) {
		k--
	}
	ends := func(column string) int { // words of a name that ends before word k
		n := len(splitWords(column))
		if n == 0 || n > k || e.columnAt(column, k-n) == 0 {
			return 0
		}
		return n
	}
	best, other := ends(p.Name), ""
	for _, c := range p.Others {
		if n := ends(c); n > best {
			best, other = n, c
		}
	}
	before := k - best - 1
	if other == "" || i > 0 && all[i-1].to > k-best {
		return ""
	}
	if e.ahead(before, sayAnd) != nil || e.at(before) == "," || e.at(before) == "、" {
		if i == 0 || all[i-1].to != before {
			return ""
		}
	}
	return other
}

func linksName(w string) bool {
	switch w {
	case "was", "were", "is", "are", "of", ":", "=", "stood", "came", "reached", "betrug", "betrugen", "lag", "ist", "war", "von", "était", "est", "de", "fue", "es", "son", "为", "是", "达":
		return true
	}
	return false
}

// joins says that a word begins what is no longer counted by the number before it.
func joins(word string) bool {
	switch word {
	case "", "of", "in", "at", "for", "and", "with", "to", "from", "by", "per", "on", "or", "as", "than", "were", "was", "is", "are", "的", "和", "在", "于":
		return true
	}
	return false
}

// bind gives the readings of a value's kind the date that they are of: the next in the words with no other such number
// between. Between two dates a number has the one that its sentence puts first: "20% in 2023 and 25% in 2024", "in 2023 20%,
// in 2024 25%".
func (e *excerpt) bind(all []reading, v Value, c Calendar) []*dated {
	dates := e.dates(c)
	out := make([]*dated, len(all))
	kin := func(i int) bool {
		r := &all[i]
		for _, d := range dates {
			if r.from < d.to && d.from < r.to { // the year itself
				return false
			}
		}
		return r.Unit.Kind == v.Unit.Kind && r.sameCurrency(v)
	}
	firstDate, firstNumber := len(e.words), len(e.words)
	if len(dates) > 0 {
		firstDate = dates[0].from
	}
	for i := range all {
		if kin(i) {
			firstNumber = min(firstNumber, all[i].from)
		}
	}
	for i := range all {
		if !kin(i) {
			continue
		}
		var before, behind *dated
		for k := range dates {
			switch d := &dates[k]; {
			case d.to <= all[i].from:
				before = d
			case d.from >= all[i].to && behind == nil:
				behind = d
			}
		}
		for k := range all { // another number stands between
			if k == i || !kin(k) {
				continue
			}
			if before != nil && all[k].from >= before.to && all[k].to <= all[i].from {
				before = nil
			}
			if behind != nil && all[k].from >= all[i].to && all[k].to <= behind.from {
				behind = nil
			}
		}
		out[i] = before
		if before == nil || behind != nil && firstNumber < firstDate {
			out[i] = behind
		}
	}
	return out
}

// otherColumns are the names of a table's columns but one, without the units that their heads give.
func (t *Table) otherColumns(c int) []string {
	var out []string
	for i, col := range t.Columns {
		if name, _ := col.bare(); i != c && name != "" {
			out = append(out, name)
		}
	}
	return out
}

// PlaceOf is what the cell of a row and column is held against besides its number.
func (t *Table) PlaceOf(row *Row, c int) CellPlace {
	names := t.DatesOf(-1)
	name, _ := t.Columns[c].bare()
	p := CellPlace{Calendar: names, Name: name, Others: t.otherColumns(c)}
	for _, name := range [...]string{row.Name, t.Columns[c].Name} {
		if d, err := names.ParseDate(strings.TrimSpace(name)); err == nil && !d.IsZero() {
			p.Date = d
			break
		}
	}
	return p
}
