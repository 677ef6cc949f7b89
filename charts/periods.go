package charts

import (
	"math"

	"roadshow/briefing/evidence/value"
	"roadshow/internal/diag"
)

// uneven is the category behind which a period is missing: dates that do not follow each other at one distance. -1 where they
// do, or where they are of several kinds, so that no distance is theirs. Weekends and holidays are no gaps between days.
func (n *numbers) uneven() int {
	if !n.dated || len(n.cats) < 3 {
		return -1
	}
	least, most, at := 0, 0, -1
	for i := 1; i < len(n.cats); i++ {
		step, ok := n.cats[i-1].date.Step(*n.cats[i].date)
		if n.clocked { // minutes are counted, not days
			step, ok = int(math.Round((n.cats[i].x-n.cats[i-1].x)*1440)), true
		}
		if step < 0 {
			step = -step
		}
		if !ok || step == 0 {
			return -1
		}
		if i == 1 || step < least {
			least = step
		}
		if step > most {
			most, at = step, i-1
		}
	}
	switch days := n.cats[0].date.Start.Precision == value.OnDay && !n.clocked; {
	case !days && most == least, days && (2*most <= 3*least || least == 1 && most <= 5):
		return -1
	}
	return at
}

// missingPeriods warns of standing bars over dates of which some are missing: they stand evenly, and a slope seen across them is
// not there. Periods at equal distances are a choice.
func (c *check) missingPeriods() {
	at := c.n.uneven()
	if at < 0 {
		return
	}
	l := c.lang()
	what := "columns"
	if c.Is.Tall() {
		what = "bars"
	}
	c.l.Warn(c.place("kind"), "W-CHART", "use line, which is true to time, or give the missing rows, with n/a where no value is known",
		"%s stand evenly, but no %s stands between %s and %s", what, periodNoun(c.n.cats[at].date.Start.Precision), l.date(*c.n.cats[at].date), l.date(*c.n.cats[at+1].date))
}

// unlikePeriods refuses bars of periods of several lengths: a half-year's bar beside a year's says that sales were halved. Lines
// stand where time is, and what they measure may be a level; they are warned of.
func (c *check) unlikePeriods() {
	if !c.n.dated || c.Is.form == spanForm {
		return
	}
	first := c.n.cats[0].date
	for _, x := range c.n.cats[1:] {
		a, b := first.Start, x.date.Start
		if first.Range() || x.date.Range() || a.Precision == value.OnDay || b.Precision == value.OnDay || a.Months > 0 || b.Months > 0 || a.Precision == b.Precision {
			continue
		}
		hint := "give all rows periods of one length, or show them in a table"
		switch {
		case c.Is.levels:
			c.l.Warn(*x.at, "W-CHART", hint, "%q is a %s and %q a %s: what they add up to cannot be compared", c.n.cats[0].name, periodNoun(a.Precision), x.name, periodNoun(b.Precision))
		default:
			c.l.Error(*x.at, "E-CHART", hint, "%q is a %s and %q a %s: their marks cannot be compared", c.n.cats[0].name, periodNoun(a.Precision), x.name, periodNoun(b.Precision))
		}
		return
	}
}

func periodNoun(p value.Precision) string {
	return [...]string{value.InYear: "year", value.InHalf: "half-year", value.InQuarter: "quarter", value.InMonth: "month", value.InWeek: "week", value.OnDay: "date"}[p]
}

// unplacedYears warns of fiscal years beside calendar dates where nobody says when a fiscal year starts.
func (c *check) unplacedYears() {
	if !c.n.dated || c.n.cal.YearStarts > 0 || c.Is.form == stepForm {
		return
	}
	fiscal, plain := -1, -1
	for i, x := range c.n.cats {
		if x.date.Start.Fiscal {
			fiscal = i
		} else {
			plain = i
		}
	}
	if fiscal >= 0 && plain >= 0 {
		c.l.Warn(*c.n.cats[fiscal].at, "W-CHART", "say it under format: calendar: {year_starts: april}",
			"%s stands beside %s, and nobody says in which month fiscal years start", c.n.cats[fiscal].name, c.n.cats[plain].name)
	}
}

// onePeriod refuses two rows, or two columns, that are one period in two spellings: Jan-24 and 2024-01 are one month.
func (c *check) onePeriod() bool {
	twice := func(what string, n int, of func(int) (string, diag.Span)) bool {
		names := make([]string, n)
		for i := range n {
			names[i], _ = of(i)
		}
		a, b, ok := c.n.cal.Twice(names)
		if ok {
			_, above := of(a)
			_, at := of(b)
			c.l.Error(at, "E-DUP", "leave one of them out, or name another period", "%s %q and %q (%s) are one period in two spellings", what, names[b], names[a], Where(above))
		}
		return ok
	}
	return c.n.dated && !c.n.sample && twice("the rows", len(c.n.cats), func(i int) (string, diag.Span) { return c.n.cats[i].name, *c.n.cats[i].at }) ||
		twice("the columns", len(c.n.cols), func(k int) (string, diag.Span) { return c.n.cols[k].name, c.n.cols[k].at })
}

// periodsAsSeries warns of lines and layers that are periods, along rows that are none: the table lies on its side, and what
// looks like time is not. Months or quarters along the axis, with a line a year, are a comparison of seasons.
func (c *check) periodsAsSeries() {
	if !c.Is.along || c.n.dated || len(c.n.cols) < 2 || len(c.n.cats) == 0 {
		return
	}
	var first value.Date
	for k, col := range c.n.cols {
		d, err := c.n.cal.ParseDate(col.name)
		if err != nil || k > 0 && d.Start.Precision != first.Start.Precision {
			return
		}
		if k == 0 {
			first = d
		}
	}
	seasons := true
	for _, x := range c.n.cats {
		_, err := c.n.cal.ParseDate(x.name + " 2024")
		seasons = seasons && err == nil
	}
	if seasons || c.n.timed || c.n.ordered {
		return
	}
	hint := "write the periods as rows: they are the axis of time"
	if c.Table.ID != "" {
		hint = "set `transpose: true` at the data: rows become columns, and the periods the axis of time"
	}
	c.l.Warn(c.place("kind"), "W-CHART", hint, "the series %s to %s are periods, and the rows are none: time does not run along the axis", c.n.cols[0].name, c.n.cols[len(c.n.cols)-1].name)
}

// calledActual warns of a scenario that speaks against the name it is given to: 2025F is a forecast by itself.
func (c *check) calledActual() {
	for _, name := range sortedKeys(c.Scenario) {
		scenario := c.Scenario[name]
		if scenario != "actual" && scenario != "previous" {
			continue
		}
		i, k := c.n.cat(name), c.n.col(name)
		if i >= 0 && c.n.cats[i].date != nil && c.n.cats[i].date.Estimate() || k >= 0 && c.n.cols[k].estimate {
			c.l.Warn(c.place("scenario"), "W-CHART", "leave it out of scenario, or name the period without its mark of an estimate", "scenario calls %s %s, its own name calls it a forecast", name, scenario)
		}
	}
}
