package charts

import (
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
