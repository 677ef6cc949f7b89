package charts

import (
	"roadshow/briefing/evidence"
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
	switch days := n.cats[0].date.Start.Precision == evidence.OnDay; {
	case !days && most == least, days && (2*most <= 3*least || least == 1 && most <= 5):
		return -1
	}
	return at
}

// missingPeriods warns of standing bars over dates of which some are missing: they stand evenly, and a slope seen across them is
// not there. Periods at equal distances are a choice.
func (c *check) missingPeriods() {
	at := c.n.uneven()
	if at < 0 || c.Kind == "bar" {
		return
	}
	l := c.lang()
	c.l.Warn(c.place("kind"), "W-CHART", "use line, which is true to time, or give the missing rows, with n/a where no value is known",
		"columns stand evenly, but no %s stands between %s and %s", periodNoun(c.n.cats[at].date.Start.Precision), l.date(*c.n.cats[at].date), l.date(*c.n.cats[at+1].date))
}

func periodNoun(p evidence.Precision) string {
	return [...]string{evidence.InYear: "year", evidence.InHalf: "half-year", evidence.InQuarter: "quarter", evidence.InMonth: "month", evidence.InWeek: "week", evidence.OnDay: "date"}[p]
}

// unplacedYears warns of fiscal years beside calendar dates where nobody says when a fiscal year starts.
func (c *check) unplacedYears() {
	if !c.n.dated || c.n.cal.YearStarts > 0 || c.Kind == "gantt" {
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
