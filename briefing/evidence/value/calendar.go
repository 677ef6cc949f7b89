package value

import "strings"

// DateOrder is the order in which a date of three numbers names day, month and year.
type DateOrder uint8

// Orders of a date such as 01/02/2024.
const (
	NoOrder DateOrder = iota // not said: only what cannot be read in two ways is a date
	DayFirst
	MonthFirst
	YearFirst
)

// ParseDateOrder reads the author's `dates`: dmy, mdy or ymd.
func ParseDateOrder(s string) (DateOrder, bool) {
	for order, name := range [...]string{DayFirst: "dmy", MonthFirst: "mdy", YearFirst: "ymd"} {
		if name != "" && strings.EqualFold(strings.TrimSpace(s), name) {
			return DateOrder(order), true
		}
	}
	return NoOrder, false
}

// Calendar is what an outline says about how its dates are read.
type Calendar struct {
	Order      DateOrder
	YearStarts int // the month in which fiscal years start, 1–12; 0: not said

	SlashMonths bool // 2011/12 is a month, because a neighbour is 2011/10
	ShortYears  bool // 2011-12 is a fiscal year, because a neighbour is 2012-13
}

// ParseDate reads one date in the grammar of the outline, and every name of a period that ParseDates reads but those without
// a year. Its errors are *SyntaxError, or *DateError where the text names a date that no calendar has, or two.
func (c Calendar) ParseDate(s string) (Date, error) {
	p := DateScan{Scan: Scan{S: s}, Calendar: c}
	return p.read()
}

// manyTexts are as many names as are read before a list without any date among them is given up.
const manyTexts = 64

// ParseDates reads the names of an axis or the cells of a column, of which each may decide what the others leave open (Among),
// and the year, which may stand once or not at all (Jan, Feb, Mar). Where errs[i] is nil, dates[i] is the date; errors are as
// in ParseDate.
func (c Calendar) ParseDates(texts []string) (dates []Date, errs []error) {
	dates, errs = make([]Date, len(texts)), make([]error, len(texts))
	settled, some := c.among(texts, dates, errs)
	if !some {
		return dates, errs
	}
	if settled != c {
		settled.among(texts, dates, errs)
	}
	placeYears(dates, errs)
	return dates, errs
}

// Among settles what one of several dates decides for all: the order of day and month (15/02 can only begin with the day), and
// whether 2011/12 is a month (beside 2011/10) and 2011-12 a fiscal year (beside 2012-13).
func (c Calendar) Among(texts []string) Calendar {
	c, _ = c.among(texts, make([]Date, len(texts)), make([]error, len(texts)))
	return c
}

// among reads texts; some says that one of them at least is written as a date.
func (c Calendar) among(texts []string, dates []Date, errs []error) (settled Calendar, some bool) {
	var seen dateForms
	for i := range texts {
		p := DateScan{Scan: Scan{S: texts[i]}, Calendar: c, Yearless: true}
		dates[i], errs[i] = p.read()
		seen |= p.forms
		some = some || errs[i] == nil || p.Code != ""
		if i == manyTexts && !some {
			for j := range errs {
				errs[j] = errs[i]
			}
			return c, false
		}
	}
	switch seen & (onlyDayFirst | onlyMonthFirst) {
	case onlyDayFirst:
		c.Order = DayFirst
	case onlyMonthFirst:
		c.Order = MonthFirst
	}
	c.SlashMonths = seen&slashMonth != 0 && seen&slashYear != 0
	c.ShortYears = seen&shortYear != 0
	return c, some
}

// noYear is the first year of periods that name none: a leap year, so that 29 February is a day.
const noYear = 4

// placeYears gives periods without a year the one that stands before them, or the next where the calendar begins again:
// Nov 2024, Dec, Jan. Where no year stands at all they are placed in years that are never printed.
func placeYears(dates []Date, errs []error) {
	year, last := 0, Day(0)
	for i := range dates {
		d := &dates[i]
		switch {
		case errs[i] != nil:
			continue
		case d.Start.Year >= 1000:
			if year > 0 && year < 1000 { // Nov, Dec, Jan 2025: whose year the first ones are nobody says
				for j := range dates[:i] {
					if errs[j] == nil && dates[j].Start.Year < 1000 {
						errs[j] = &SyntaxError{Summary: "a year is missing here", Hint: "write the year with the first of them"}
					}
				}
			}
			year = d.End.Year
		default:
			year = max(year, noYear)
			d.Start.Year, d.End.Year = year, year
			if last != 0 && d.From() <= last {
				year++
				d.Start.Year, d.End.Year = year, year
			}
		}
		last = d.From()
	}
}
