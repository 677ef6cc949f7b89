package charts

import (
	"strings"

	"roadshow/briefing/evidence/source"
	"roadshow/briefing/evidence/table"
	"roadshow/briefing/evidence/value"
	"roadshow/words"
)

// language is the one that the chart's own words are in.
type language struct{ *words.Table }

func (s *Spec) lang() language { return language{words.For(s.Language)} }

func (l language) words() *words.Chart { return &l.Chart }

// comma and semicolon part remarks on one line.
func (l language) comma() string     { return l.Marks.Comma }
func (l language) semicolon() string { return l.Marks.Semicolon }

// with puts values at the marks of a pattern, in order.
func with(pattern string, values ...string) string { return words.With(pattern, values...) }

// date is a date for a category.
func (l language) date(d value.Date) string { return d.Label(l.Table) }

// category is a category's name in words: dates are typed as 2021-Q1, which no Chinese sentence says.
func (l language) category(c category) string {
	if l.Language != "en" && c.date != nil {
		return l.date(*c.date)
	}
	return c.name
}

// monthTick is a month on an axis, with its year where that is new.
func (l language) monthTick(month, year int, named bool) string {
	return value.MonthTick(l.Table, month, year, named)
}

// UnitSaid is the unit in a caption: what stands before a period or a remark.
func UnitSaid(line string) string {
	if i := strings.IndexAny(line, ",;，；、("); i >= 0 {
		line = line[:i]
	}
	return strings.TrimSpace(line)
}

// counts is what the numbers of a chart are of, by their cells, else by its caption, else by the heads of its columns: charts on
// one scale count the same.
func (c *Chart) counts() string {
	if !c.n.unit.IsZero() {
		return label(c.n.unit)
	}
	if said := UnitSaid(c.Unit); said != "" {
		if u, err := source.ParseUnit(said); err == nil {
			return label(u)
		}
		return said
	}
	for _, col := range c.n.cols {
		if u, ok := table.HeadUnit(col.name); ok {
			return label(u)
		}
	}
	return ""
}

// unitLine holds the unit that the chart's caption names against that of its cells: "€bn" over $5m is false in both parts.
// Words that are no unit ("number of companies") say nothing that cells could contradict.
func (c *check) unitLine() {
	if c.Unit == "" || c.Is.form == pointForm || c.Is.form == spanForm { // points have two axes, spans have dates
		return
	}
	head := UnitSaid(c.Unit)
	said, err := source.ParseUnit(head)
	if err != nil {
		return
	}
	for _, col := range c.n.cols {
		if own, ok := table.HeadUnit(col.name); ok && table.Contradicts(said, own) {
			c.l.Error(c.place("unit"), "E-UNIT", "write the unit of the column, or correct its head", "the unit line says %q, and the column %q says %s", strings.TrimSpace(head), col.name, label(own))
			return
		}
	}
	if c.n.unit.IsZero() {
		return
	}
	have := c.n.unit
	measured := have.Currency != "" || have.Kind != value.Plain
	switch {
	case said.Currency != "" && measured && said.Currency != have.Currency:
	case said.Kind != value.Plain && measured && said.Kind != have.Kind:
	case said.Scale != "" && said.Scale != have.Scale && (said.Currency == have.Currency || have.Currency == "") && have.Kind == value.Plain &&
		(have.Currency != "" || have.Scale != ""):
	default:
		return
	}
	c.l.Error(c.place("unit"), "E-UNIT", "the cells count "+label(have), "the unit line says %q over values in %q", strings.TrimSpace(head), label(have))
}
