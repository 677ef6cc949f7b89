package table

import (
	"errors"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"roadshow/briefing/evidence/source"
	"roadshow/briefing/evidence/value"
	"roadshow/internal/diag"
	"roadshow/internal/limits"
)

// types gives columns the type that the outline says, and dates their order. What is no such thing is reported at its cell.
func (r *reader) types(head []Cell, rows [][]Cell, o TableOptions) bool {
	order, said := value.ParseDateOrder(o.Dates)
	if said {
		calendar := value.Calendar{Order: order}
		for _, cells := range rows {
			for x := range cells {
				if !numericDate(cells[x].Text) {
					continue
				}
				if _, err := calendar.ParseDate(cells[x].Text); err == nil {
					cells[x].Form = &Form{Kind: DateCell}
				}
			}
		}
	}
	defer neighbours(head, rows, o)
	for _, typed := range o.Types {
		x := r.find(head, typed.Named)
		if x < 0 {
			return false
		}
		dates := value.Calendar{Order: order}
		if typed.Type == DateColumn {
			texts := make([]string, len(rows))
			for i := range rows {
				texts[i] = rows[i][x].Text
			}
			dates = dates.Among(texts)
		}
		for _, cells := range rows {
			c := &cells[x]
			if c.Text == "" || r.problems > limits.ProblemsOfFile.N() {
				continue
			}
			comma := c.Form != nil && c.Form.Comma
			switch typed.Type {
			case TextColumn:
				c.Form = &Form{Kind: TextCell}
			case NumberColumn:
				if c.Form != nil && c.Form.Kind == NumberCell {
					continue
				}
				exact := plainDigits(c.Text, comma)
				v, err := source.ParseValue(exact)
				if absent := strings.Trim(c.Text, "-–—−") == ""; absent || err == nil && v.State != value.Known {
					continue
				}
				if hint := foreignHint; err != nil || foreign(c.Text, comma) {
					if err != nil {
						hint = ""
					}
					r.fail(c.At, hint, value.Quoted(c.Text)+" is not a number, and column "+value.Quoted(typed.Name)+" is said to hold numbers")
					continue
				}
				c.Form = &Form{Kind: NumberCell, Exact: exact}
			case DateColumn:
				if _, err := dates.ParseDate(c.Text); err != nil {
					hint := ""
					switch fault := (*value.DateError)(nil); {
					case errors.As(err, &fault) && fault.Code == "E-AMBIGUOUS":
						hint = "set `dates: dmy` or `dates: mdy` for this data"
					case fault != nil:
						hint = fault.Summary
					}
					r.fail(c.At, hint, value.Quoted(c.Text)+" is not a date, and column "+value.Quoted(typed.Name)+" is said to hold dates")
					continue
				}
				c.Form = &Form{Kind: DateCell}
			case FlagColumn:
				if _, ok := ReadFlag(c.Text); !ok {
					r.fail(c.At, "write yes or no, true or false", value.Quoted(c.Text)+" is neither yes nor no, and column "+value.Quoted(typed.Name)+" is said to hold flags")
					continue
				}
				c.Form = &Form{Kind: FlagCell}
			}
		}
	}
	return r.problems == 0
}

// ReadFlag is yes or no as files write them; ok is false for anything else.
func ReadFlag(text string) (yes, ok bool) {
	switch strings.ToLower(strings.TrimSpace(text)) {
	case "yes", "y", "true", "1", "x", "✓", "✔", "是", "ja", "wahr", "oui", "vrai", "sí", "si", "verdadero":
		return true, true
	case "no", "n", "false", "0", "✗", "×", "否", "nein", "falsch", "non", "faux", "falso":
		return false, true
	}
	return false, false
}

// numericDate says that a text is three numbers with one mark between them.
func numericDate(text string) bool {
	text = strings.TrimSpace(text)
	return slices.ContainsFunc([]string{"/", ".", "-"}, func(mark string) bool {
		return strings.Count(text, mark) == 2 && strings.Trim(text, "0123456789"+mark) == ""
	})
}

// long turns rows of one value each into a column for each series, in the order of their first rows.
func (r *reader) long(head []Cell, rows [][]Cell, o TableOptions) ([]Cell, [][]Cell, bool) {
	if o.SeriesName.Name == "" || o.SeriesOf.Name == "" {
		r.fail(r.place("series"), "write series: {name: Region, value: Sales}", "series needs the column that names them and the one with their values")
		return nil, nil, false
	}
	name, val := r.find(head, o.SeriesName), r.find(head, o.SeriesOf)
	if name < 0 || val < 0 {
		return nil, nil, false
	}
	key, unit, excerpt := -1, -1, -1
	var others []string
	for x, c := range head {
		switch {
		case x == name || x == val:
		case strings.EqualFold(c.Text, "unit") && r.isMeta(c.Text, rows, x):
			unit = x
		case strings.EqualFold(c.Text, "excerpt"):
			excerpt = x
		case key < 0:
			key = x
		default:
			others = append(others, c.Text)
		}
	}
	switch {
	case key < 0:
		r.fail(r.place("series"), "", r.name+" has no column left that names the rows")
		return nil, nil, false
	case len(others) > 0:
		r.fail(r.place("series"), "choose three with `columns: ["+head[key].Text+", "+head[name].Text+", "+head[val].Text+"]`",
			"besides the rows' names, the series and their values there "+isAre(len(others))+" "+named("column", others))
		return nil, nil, false
	}
	out := []Cell{head[key]}
	column, row := map[string]int{}, map[string]int{}
	seen := map[[2]int]Cell{}
	var long [][]Cell
	for _, cells := range rows {
		s, k := cells[name].Text, cells[key].Text
		if column[s] == 0 {
			column[s] = len(out)
			out = append(out, cells[name])
		}
		at, there := row[k]
		if !there {
			at = len(long)
			row[k] = at
			long = append(long, []Cell{cells[key]})
		}
		place2 := [2]int{at, column[s]}
		if first, twice := seen[place2]; twice {
			r.fail(cells[val].At, "leave one of them out", value.Quoted(k)+" has two values for "+value.Quoted(s)+"; the first stands "+place(first.At))
			return nil, nil, false
		}
		seen[place2] = cells[val]
		for _, x := range [...]int{unit, excerpt} {
			if x < 0 {
				continue
			}
			extra := -1 - x // kept apart until the series are known
			if old, ok := seen[[2]int{at, extra}]; !ok {
				seen[[2]int{at, extra}] = cells[x]
			} else if x == unit && old.Text != cells[x].Text {
				r.fail(cells[x].At, "give the series of one table one unit", value.Quoted(k)+" has two units: "+value.Quoted(old.Text)+" and "+value.Quoted(cells[x].Text))
				return nil, nil, false
			} else if x == excerpt && cells[x].Text != "" && !slices.Contains(strings.Split(old.Text, " | "), cells[x].Text) {
				old.Text = strings.TrimSpace(old.Text + " | " + cells[x].Text)
				seen[[2]int{at, extra}] = old
			}
		}
		if len(out)-1 > limits.Series.N() { // the first names the rows
			r.limit(limits.Series)
			return nil, nil, false
		}
	}
	if len(long)*len(out) > limits.Cells.N() {
		r.limit(limits.Cells)
		return nil, nil, false
	}
	width := len(out)
	for _, x := range [...]int{unit, excerpt} {
		if x >= 0 {
			out = append(out, head[x])
		}
	}
	for y := range long {
		cells := make([]Cell, len(out))
		cells[0] = long[y][0]
		for x := 1; x < width; x++ {
			if c, ok := seen[[2]int{y, x}]; ok {
				cells[x] = c
			} else {
				cells[x] = Cell{At: cells[0].At, Form: cells[0].Form}
			}
		}
		at := width
		for _, x := range [...]int{unit, excerpt} {
			if x >= 0 {
				cells[at] = seen[[2]int{y, -1 - x}]
				at++
			}
		}
		long[y] = cells
	}
	return out, long, true
}

func isAre(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

// total marks the row that is the sum of the others.
func (r *reader) total(t *Table, n Named) {
	if n.Name == "" {
		return
	}
	at := -1
	for i := range t.Rows {
		if t.Rows[i].Name == n.Name {
			if at >= 0 {
				r.fail(n.At, "give it a name of its own", "two rows of "+r.name+" are named "+value.Quoted(n.Name)+", "+place(t.Rows[at].At)+" and "+place(t.Rows[i].At))
				return
			}
			at = i
		}
	}
	if at < 0 {
		known := make([]string, 0, min(len(t.Rows), 1000))
		for i := range t.Rows[:min(len(t.Rows), 1000)] {
			known = append(known, t.Rows[i].Name)
		}
		r.fail(n.At, diag.DidYouMean(n.Name, known), r.name+" has no row "+value.Quoted(n.Name))
		return
	}
	t.Rows[at].Total = true
}

// proveTotal holds the total against the sum of the other rows, column by column, in decimals. A column with a cell that is no
// number, or a unit that does not add up, has no sum. Parts that the author calls rounded may miss it by half a unit each.
func (r *reader) proveTotal(t *Table) {
	at := slices.IndexFunc(t.Rows, func(r Row) bool { return r.Total })
	if at < 0 {
		return
	}
	proved := false
	for c := range t.Columns {
		want, err := t.Judge(&t.Rows[at], c)
		total, ok := want.Point()
		if err != nil || !ok || want.About || want.Unit.Kind == value.Times || want.Unit.Kind == value.Points {
			continue
		}
		base, _ := want.Base()
		sum, slack, adds := decimal.Zero, lastPlace(want), true
		for i := range t.Rows {
			cell := &t.Rows[i].Cells[c]
			if i == at || cell.Text == "" && cell.Value == nil {
				continue
			}
			v, err := t.Judge(&t.Rows[i], c)
			if err == nil && v.State == value.NotApplicable {
				continue
			}
			if _, ok := v.Point(); err != nil || !ok || v.About || !value.SameUnit(v.Unit, want.Unit) {
				adds = false
				break
			}
			part, _ := v.Base()
			sum, slack = sum.Add(part.N), slack.Add(lastPlace(v))
		}
		if !adds || want.Unit.Kind == value.Percent && !total.Equal(decimal.NewFromInt(100)) {
			continue
		}
		proved = true
		miss := base.N.Sub(sum)
		switch {
		case miss.Abs().LessThanOrEqual(base.N.Abs().Shift(-12)): // what a workbook loses in its fifteenth digit
		case t.Rounded && miss.Abs().Mul(decimal.NewFromInt(2)).LessThanOrEqual(slack):
			t.Misses = true
		default:
			has, says, by := value.Missed(sum, base.N, miss, want.Unit, value.Format{})
			r.problems++
			hint := "correct the total or a part, or set `rounded: true` where the parts were rounded"
			r.l.Error(t.Rows[at].Cells[c].At, "E-SUM", hint, "the rows of %q add up to %s, the total says %s: the difference is %s", t.Columns[c].Name, has, says, by)
		}
	}
	if !proved && r.problems == 0 {
		r.fail(r.place("total"), "a total is the sum of the numbers above it", "no column of "+r.name+" adds up to "+value.Quoted(t.Rows[at].Name))
	}
}

// lastPlace is one unit of a number's last digit, in base units.
func lastPlace(v value.Value) decimal.Decimal {
	exp := min(v.Lo.N.Exponent(), 0)
	if v.Places > 0 {
		exp = -int32(v.Places - 1)
	}
	return decimal.New(1, exp+v.Unit.Exponent())
}
