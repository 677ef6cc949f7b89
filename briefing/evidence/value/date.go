package value

import (
	"cmp"
	"fmt"
	"strings"
)

// Day is a civil day, counted from 1 January 1970 in the Gregorian calendar. It knows no clock and no time zone.
type Day int32

// Precision is how exactly a moment was typed.
type Precision uint8

// Precisions.
const (
	InYear Precision = iota
	InHalf
	InQuarter
	InMonth
	InWeek // of ISO 8601: from Monday
	OnDay
)

// Part is the part of a year, quarter or month that a moment names.
type Part uint8

// Parts: thirds of the period, or its very end (December, a quarter's last month, a month's last five days).
const (
	Whole Part = iota
	Early
	Middle
	Late
	EndOf
)

// Moment is one typed period of the calendar: a year, half, quarter, month, week or day, a part of one, or the months that
// end with one. It keeps the words it was typed in.
type Moment struct {
	Precision Precision
	Part      Part
	Number    uint8  // 1–2, InHalf; 1–53, InWeek
	Months    uint8  // 0, or how many months end with the period: "12 months to June 2024"
	Fiscal    bool   // of a fiscal year: it is named for the year in which it ends
	Starts    uint8  // the month in which fiscal years start; 0: nobody said, January is taken
	Minute    uint16 // OnDay: of the day, where a time was typed
	Zone      int16  // … and how many minutes its clock is ahead of Greenwich's
	Estimate  bool   // 2025E, 2025F: not yet what happened
	English   bool   // Name is in plain English words, which other languages have words for: May 2023
	Year      int    // 1000–9999; below 1000 where none was typed: Jan
	Quarter   int    // 1–4, InQuarter
	Month     int    // 1–12, InMonth and OnDay
	DayNumber int    // 1–31, OnDay
	Name      string // as typed, where that is not the form of ISO 8601, which is printed in words
}

// DateBound says that a date only limits when something was.
type DateBound uint8

// Bounds of a date.
const (
	OnDate DateBound = iota
	BeforeDate
	AfterDate
)

// Date is one cell or field of a date: a moment, a range of two, or a bound. The zero Date is no date.
type Date struct {
	Start, End Moment // equal unless a range
	Bound      DateBound
	Spans      bool // typed with "to", even where both ends are one: 2025-07 to 2025-07
}

// IsZero says that there is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Range says that the date was typed as a range of two moments.
func (d Date) Range() bool { return d.Spans || d.Start != d.End }

// Whole says that the date is one whole period: no range, no part of one, no bound.
func (d Date) Whole() bool { return !d.Range() && d.Start.Part == Whole && d.Bound == OnDate }

// Same says that two dates are the same days, however they are written: FY24 and FY2024.
func (d Date) Same(o Date) bool { return d.Compare(o) == 0 }

// Estimate says that the date says by itself that it is a forecast: 2025E.
func (d Date) Estimate() bool { return d.Start.Estimate || d.End.Estimate }

// Period is a key of the whole period that a date names, one for all its spellings: Jan-24 and 2024-01. "" where it names none. A
// year as it was and as it was expected are two; so are a fiscal and a calendar year, which are the same days only where nobody
// says otherwise.
func (d Date) Period() string {
	m := d.Start
	if !d.Whole() {
		return ""
	}
	if m.Fiscal && m.Precision == InYear { // FY24 and 2023/24: both end in 2024
		return fmt.Sprint("FY", m.Year, m.Months, m.Estimate)
	}
	if m.Minute > 0 {
		return fmt.Sprint(m.Precision, m.Estimate, d.Instant())
	}
	return fmt.Sprint(m.Precision, m.Months, m.Fiscal, m.Estimate, d.From(), d.To())
}

// Twice finds two names of a list that are one period in two spellings; ok is false where none are, or not all are periods.
func (c Calendar) Twice(names []string) (first, second int, ok bool) {
	seen := make(map[string]int, len(names))
	dates, errs := c.ParseDates(names)
	for i, name := range names {
		if errs[i] != nil {
			return 0, 0, false
		}
		key := dates[i].Period()
		if key == "" {
			continue
		}
		at, twice := seen[key]
		switch {
		case !twice:
			seen[key] = i
		case !ok && !strings.EqualFold(strings.TrimSpace(names[at]), strings.TrimSpace(name)):
			first, second, ok = at, i, true
		}
	}
	return first, second, ok
}

// From is the first day that the date covers; for "before" the day before its moment, for "after" the day after it.
func (d Date) From() Day {
	switch d.Bound {
	case BeforeDate:
		return d.Start.First() - 1
	case AfterDate:
		return d.End.Last() + 1
	}
	return d.Start.First()
}

// To is the last day that the date covers, inclusive; equal to From where there is a bound.
func (d Date) To() Day {
	if d.Bound != OnDate {
		return d.From()
	}
	return d.End.Last()
}

// YearsTo is the number of years from a date to another: whole months between periods of one length (FY22 to FY25 is 3, H1 2023
// to H2 2024 is 1.5), whole years and months between days where they are, else the days between their middles.
func (d Date) YearsTo(o Date) float64 {
	a, b := d.Start, o.Start
	if d.Whole() && o.Whole() && a.Precision == b.Precision && a.Months == b.Months && a.Fiscal == b.Fiscal {
		switch {
		case a.Precision < InWeek:
			from, _ := a.months()
			to, _ := b.months()
			return float64(to-from) / 12
		case a.Precision == OnDay && (a.DayNumber == b.DayNumber || a.DayNumber == DaysIn(a.Year, a.Month) && b.DayNumber == DaysIn(b.Year, b.Month)):
			return float64(12*(b.Year-a.Year)+b.Month-a.Month) / 12
		}
	}
	return (float64(o.From()) + float64(o.To()) - float64(d.From()) - float64(d.To())) / 2 / 365.2425
}

// Step is how many of its own periods a date lies before another of the same kind: 1 from Q4 2024 to Q1 2025. Days count as
// days. ok is false where the two are not of one kind.
func (d Date) Step(o Date) (n int, ok bool) {
	a, b := d.Start, o.Start
	if !d.Whole() || !o.Whole() || a.Precision != b.Precision || a.Months != b.Months || a.Fiscal != b.Fiscal {
		return 0, false
	}
	switch a.Precision {
	case OnDay:
		return int(o.From() - d.From()), true
	case InWeek:
		return int(o.From()-d.From()) / 7, true
	}
	from, months := a.months()
	to, _ := b.months()
	return (to - from) / months, true
}

// Mid is the date's middle as a year with a fraction, for axes that are true to time: 2023 is 2023.5.
func (d Date) Mid() float64 {
	lo, hi := d.Years()
	return (lo + hi) / 2
}

// Years are the date's beginning and end as years with fractions: 2023 is 2023 to 2024.
func (d Date) Years() (lo, hi float64) { return d.From().Year(), (d.To() + 1).Year() }

// Instant is where a day's time stands, in days since 1970 by Greenwich's clock; a day without a time stands at its beginning.
func (d Date) Instant() float64 {
	return float64(d.From()) + float64(int(d.Start.Minute)-int(d.Start.Zone))/1440
}

// Compare orders dates by their first day, then by their last. Times of days are instants: 12:00+02:00 is 10:00Z.
func (d Date) Compare(o Date) int {
	if d.Whole() && o.Whole() && d.Start.Minute > 0 && o.Start.Minute > 0 {
		return cmp.Compare(d.Instant(), o.Instant())
	}
	return cmp.Or(cmp.Compare(d.From(), o.From()), cmp.Compare(d.To(), o.To()), cmp.Compare(d.Start.Minute, o.Start.Minute), cmp.Compare(d.Bound, o.Bound))
}

// First and last are the days that a moment covers.
func (m Moment) First() Day {
	from, _ := m.days()
	return from
}

func (m Moment) Last() Day {
	_, to := m.days()
	return to
}

func (m Moment) days() (from, to Day) {
	switch {
	case m.Precision == InWeek:
		from = firstWeek(m.Year) + 7*Day(m.Number-1)
		return from, from + 6
	case m.Precision == OnDay:
		to = DayOf(m.Year, m.Month, m.DayNumber)
		if m.Months == 0 {
			return to, to
		}
		from = monthsBefore(to, int(m.Months)) + 1
		return from, to
	}
	first, n := m.months()
	if m.Months > 0 {
		first, n = first+n-int(m.Months), int(m.Months)
	}
	if m.Precision == InMonth && m.Part != Whole {
		from, to = monthDay(first), monthDay(first+1)-1
		switch m.Part {
		case Early:
			to = from + 9
		case Middle:
			from, to = from+10, from+19
		case Late:
			from += 20
		case EndOf:
			from = to - 4
		}
		return from, to
	}
	switch third := n / 3; m.Part {
	case Early:
		n = third
	case Middle:
		first, n = first+third, third
	case Late:
		first, n = first+2*third, third
	case EndOf:
		first, n = first+n-1, 1
	}
	return monthDay(first), monthDay(first+n) - 1
}

// months are the first month of a year, half, quarter or month, counted from January of year 0, and how many there are.
func (m Moment) months() (first, n int) {
	first = m.Year * 12
	if m.Fiscal && m.Starts > 1 {
		first += int(m.Starts) - 13
	}
	switch m.Precision {
	case InHalf:
		return first + 6*int(m.Number) - 6, 6
	case InQuarter:
		return first + 3*m.Quarter - 3, 3
	case InMonth:
		return m.Year*12 + m.Month - 1, 1
	}
	return first, 12
}

// monthDay is the first day of a month that is counted from January of year 0.
func monthDay(month int) Day { return DayOf(month/12, month%12+1, 1) }

// monthsBefore is the day so many months before another; the last day of a month goes with the last day of a month.
func monthsBefore(d Day, n int) Day {
	y, m, day := d.Civil()
	last := day == DaysIn(y, m)
	at := y*12 + m - 1 - n
	y, m = at/12, at%12+1
	if last || day > DaysIn(y, m) {
		day = DaysIn(y, m)
	}
	return DayOf(y, m, day)
}

// firstWeek is the Monday of a year's first week: the one that holds 4 January.
func firstWeek(year int) Day {
	d := DayOf(year, 1, 4)
	return d - ((d+3)%7+7)%7 // 1 January 1970 was a Thursday
}

// weeksIn is the number of weeks that a year has.
func weeksIn(year int) int { return int(firstWeek(year+1)-firstWeek(year)) / 7 }

// DayOf is the day of a civil date (Howard Hinnant, "chrono-compatible low-level date algorithms": days_from_civil).
func DayOf(year, month, day int) Day {
	if month <= 2 {
		year--
	}
	era := year / 400
	yoe := year - era*400
	shifted := month - 3
	if month <= 2 {
		shifted = month + 9
	}
	doy := (153*shifted+2)/5 + day - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return Day(era*146097 + doe - 719468)
}

// Civil is the year, month and day of a Day.
func (d Day) Civil() (year, month, day int) {
	z := int(d) + 719468
	era := z / 146097
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	day = doy - (153*mp+2)/5 + 1
	month = mp + 3
	if month > 12 {
		month -= 12
	}
	year = yoe + era*400
	if month <= 2 {
		year++
	}
	return year, month, day
}

// Year is the day's beginning as a year with a fraction.
func (d Day) Year() float64 {
	y, _, _ := d.Civil()
	from := DayOf(y, 1, 1)
	return float64(y) + float64(d-from)/float64(DayOf(y+1, 1, 1)-from)
}

func DaysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}
