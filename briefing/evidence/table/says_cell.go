package table

import (
	"slices"
	"strings"

	"roadshow/briefing/evidence/source"
	"roadshow/briefing/evidence/value"
)

// CellPlace is where a number stands in its table: what the words of its row must not say of it.
type CellPlace struct {
	value.Calendar            // how its dates are read
	Date           value.Date // of the row, or of the column where rows have none; zero: neither
	Name           string     // of its column
	Others         []string   // names of the other columns
}

// SaysCell checks that an excerpt says a cell: Says, and that it says so of this column and of this date. A number is some
// other column's where that column's name stands directly behind it (300 people are no 300 offices); it is some other
// date's where the words give a number of its kind for its own date, and that is another one.
func SaysCell(words string, v value.Value, p CellPlace) (note string, err error) {
	note, err = source.Says(words, v)
	if err != nil || v.State != value.Known || v.Words != "" {
		return note, err
	}
	e := source.ReadExcerpt(words)
	all := e.Quantities()
	var mine []int // readings that say v
	for i := range all {
		if all[i].Slips(v) == 0 {
			mine = append(mine, i)
		}
	}
	named := ""
	mine = slices.DeleteFunc(mine, func(i int) bool {
		other := counts(e, &all[i], p.Others)
		if other == "" {
			other = namedBefore(e, all, i, p)
		}
		if other != "" {
			named = other
		}
		return other != ""
	})
	if named != "" && len(mine) == 0 {
		return "", &source.Disagreement{Summary: "the excerpt says " + v.String() + " of " + value.Quoted(named), Hint: "is the cell in the right column?", Other: true}
	}
	if p.Date.IsZero() || p.Date.Range() {
		return note, nil
	}
	bound := bind(e, all, v, p.Calendar)
	right, other := "", false
	for i := range all {
		d := bound[i]
		if d == nil || !d.Says(p.Date.Start) {
			continue
		}
		if slices.Contains(mine, i) {
			return note, nil
		}
		right, other = e.Says(&all[i]), true
	}
	elsewhere := len(mine) > 0 && !slices.ContainsFunc(mine, func(i int) bool { return bound[i] == nil })
	if other && elsewhere {
		return "", &source.Disagreement{Summary: "the excerpt says " + v.String() + " of " + e.Part(bound[mine[0]].From, bound[mine[0]].To) + ", not of " + p.Date.Long(),
			Hint: "of " + p.Date.Long() + " it says “" + right + "”", Other: true}
	}
	return note, nil
}

// counts is the column whose name stands behind a reading, one adjective being allowed between.
func counts(e *source.Excerpt, r *source.Reading, columns []string) string {
	for skip := range 2 {
		i := r.To + skip
		if skip > 0 && (source.Mark(e.At(r.To)) || joins(e.At(r.To)) || value.Digit(e.At(r.To)[0])) {
			return ""
		}
		if i >= len(e.Words) {
			return ""
		}
		for _, c := range columns {
			if columnAt(e, c, i) > 0 {
				return c
			}
		}
	}
	return ""
}

// columnAt is how many words the name of a column has that stands from word i on, 0 where it does not.
func columnAt(e *source.Excerpt, column string, i int) int {
	words := source.SplitWords(column)
	for k, w := range words {
		if !value.SameNoun(e.At(i+k), source.Fold(w.Text)) {
			return 0
		}
	}
	return len(words)
}

// namedBefore is the other column whose name stands directly before a number, a verb such as "was" at most between: of "margin
// 12, revenue 40" 12 is the margin. What is listed first and counted later (margin and revenue were 12 and 40) is not read.
func namedBefore(e *source.Excerpt, all []source.Reading, i int, p CellPlace) string {
	k := all[i].From
	for e.Ahead(k-1, source.SayLevel) != nil || linksName(e.At(k-1)) {
		k--
	}
	ends := func(column string) int { // words of a name that ends before word k
		n := len(source.SplitWords(column))
		if n == 0 || n > k || columnAt(e, column, k-n) == 0 {
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
	if other == "" || i > 0 && all[i-1].To > k-best {
		return ""
	}
	if e.Ahead(before, source.SayAnd) != nil || e.At(before) == "," || e.At(before) == "、" {
		if i == 0 || all[i-1].To != before {
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
// in 2024 25%". Of two lists each has its own.
func bind(e *source.Excerpt, all []source.Reading, v value.Value, c value.Calendar) []*source.DateSaid {
	dates := e.DatesBeside(c)
	out := make([]*source.DateSaid, len(all))
	kin := func(i int) bool {
		r := &all[i]
		for _, d := range dates {
			if r.From < d.To && d.From < r.To { // the year itself
				return false
			}
		}
		return r.Unit.Kind == v.Unit.Kind && r.SameCurrency(v)
	}
	firstDate, firstNumber := len(e.Words), len(e.Words)
	if len(dates) > 0 {
		firstDate = dates[0].From
	}
	var numbers []int
	for i := range all {
		if kin(i) {
			numbers = append(numbers, i)
			firstNumber = min(firstNumber, all[i].From)
		}
	}
	if len(numbers) == len(dates) && listed(e) {
		for k, i := range numbers {
			out[i] = &dates[k]
		}
		return out
	}
	for _, i := range numbers {
		var before, behind *source.DateSaid
		for k := range dates {
			switch d := &dates[k]; {
			case d.To <= all[i].From:
				before = d
			case d.From >= all[i].To && behind == nil:
				behind = d
			}
		}
		for _, k := range numbers { // another number stands between
			if k == i {
				continue
			}
			if before != nil && all[k].From >= before.To && all[k].To <= all[i].From {
				before = nil
			}
			if behind != nil && all[k].From >= all[i].To && all[k].To <= behind.From {
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

// listed says that numbers and what they are of stand in two lists of one order: "in 2023 and 2024 were $5m and $7m, respectively".
func listed(e *source.Excerpt) bool {
	return slices.ContainsFunc(e.Lower, func(w string) bool {
		switch w {
		case "respectively", "respektive", "beziehungsweise", "bzw", "respectivement", "respectivamente":
			return true
		}
		return false
	}) || strings.Contains(strings.Join(e.Lower, ""), "分别")
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
