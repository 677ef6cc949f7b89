package evidence

import (
	"cmp"
	"strconv"
)

// Day is a civil day, counted from 1 January 1970 in the Gregorian calendar. It knows no clock and no time zone.
type Day int32

// Precision is how exactly a moment was typed.
type Precision uint8

// Precisions.
const (
	InYear Precision = iota
	InQuarter
	InMonth
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

// Moment is one typed point of the calendar: a year, quarter, month or day, or a part of one.
type Moment struct {
	Precision Precision
	Part      Part
	Year      int // 1000–9999
	Quarter   int // 1–4, InQuarter
	Month     int // 1–12, InMonth and OnDay
	DayNumber int // 1–31, OnDay
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
}

// IsZero says that there is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Range says that the date was typed as a range of two moments.
func (d Date) Range() bool { return d.Start != d.End }

// From is the first day that the date covers; for "before" the day before its moment, for "after" the day after it.
func (d Date) From() Day {
	switch d.Bound {
	case BeforeDate:
		return d.Start.first() - 1
	case AfterDate:
		return d.End.last() + 1
	}
	return d.Start.first()
}

// To is the last day that the date covers, inclusive; equal to From where there is a bound.
func (d Date) To() Day {
	if d.Bound != OnDate {
		return d.From()
	}
	return d.End.last()
}

// Mid is the date's middle as a year with a fraction, for axes that are true to time: 2023 is 2023.5.
func (d Date) Mid() float64 {
	lo, hi := d.Years()
	return (lo + hi) / 2
}

// Years are the date's beginning and end as years with fractions: 2023 is 2023 to 2024.
func (d Date) Years() (lo, hi float64) { return d.From().Year(), (d.To() + 1).Year() }

// Compare orders dates by their first day, then by their last.
func (d Date) Compare(o Date) int {
	return cmp.Or(cmp.Compare(d.From(), o.From()), cmp.Compare(d.To(), o.To()), cmp.Compare(d.Bound, o.Bound))
}

// first and last are the days that a moment covers.
func (m Moment) first() Day {
	from, _ := m.days()
	return from
}

func (m Moment) last() Day {
	_, to := m.days()
	return to
}

func (m Moment) days() (from, to Day) {
	switch m.Precision {
	case OnDay:
		from = DayOf(m.Year, m.Month, m.DayNumber)
		return from, from
	case InMonth:
		from, to = DayOf(m.Year, m.Month, 1), DayOf(m.Year, m.Month, daysIn(m.Year, m.Month))
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
	month, months := 1, 12
	if m.Precision == InQuarter {
		month, months = 3*m.Quarter-2, 3
	}
	third := months / 3
	switch m.Part {
	case Early:
		months = third
	case Middle:
		month, months = month+third, third
	case Late:
		month, months = month+2*third, third
	case EndOf:
		month, months = month+months-1, 1
	}
	last := month + months - 1
	return DayOf(m.Year, month, 1), DayOf(m.Year, last, daysIn(m.Year, last))
}

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

func daysIn(year, month int) int {
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

const monthNames = "January   February  March     April     May       June      July      August    September October   November  December  "

// MonthName is the English name of a month, 1–12.
func MonthName(month int) string {
	name := monthNames[10*(month-1) : 10*month]
	for name[len(name)-1] == ' ' {
		name = name[:len(name)-1]
	}
	return name
}

// Long is the date as a sentence says it: "31 May 2023", "mid-March 2023", "Q3 2023", "before 2020", "March–May 2023".
func (d Date) Long() string {
	if d.IsZero() {
		return ""
	}
	switch d.Bound {
	case BeforeDate:
		return "before " + d.Start.long(true)
	case AfterDate:
		return "after " + d.Start.long(true)
	}
	if !d.Range() {
		return d.Start.long(true)
	}
	a, b := d.Start, d.End
	if a.Part == Whole && b.Part == Whole && a.Precision == b.Precision {
		switch {
		case a.Precision == InYear:
			return a.long(true) + "–" + b.long(true)
		case a.Precision == OnDay && a.Year == b.Year && a.Month == b.Month:
			return strconv.Itoa(a.DayNumber) + "–" + b.long(true)
		case a.Precision == InMonth && a.Year == b.Year || a.Precision == InQuarter && a.Year == b.Year:
			return a.long(false) + "–" + b.long(true)
		}
	}
	return a.long(a.Year != b.Year || a.Precision == InYear) + " to " + b.long(true)
}

func (m Moment) long(year bool) string {
	period := ""
	switch m.Precision {
	case InQuarter:
		period = "Q" + strconv.Itoa(m.Quarter)
	case InMonth:
		period = MonthName(m.Month)
	case OnDay:
		period = strconv.Itoa(m.DayNumber) + " " + MonthName(m.Month)
	}
	if year || period == "" {
		if period != "" {
			period += " "
		}
		period += strconv.Itoa(m.Year)
	}
	return m.Part.english(period)
}

func (p Part) english(period string) string {
	switch p {
	case Early:
		return "early " + period
	case Middle:
		return "mid-" + period
	case Late:
		return "late " + period
	case EndOf:
		return "end of " + period
	}
	return period
}

// Short is the date for a tick or a dense cell: "2023", "Q3 23", "Mar 23", "31 May".
func (d Date) Short() string {
	if d.IsZero() {
		return ""
	}
	mark := [...]string{"", "<", ">"}[d.Bound]
	if !d.Range() {
		return mark + d.Start.short()
	}
	return d.Start.short() + "–" + d.End.short()
}

func (m Moment) short() string {
	year := "0" + strconv.Itoa(m.Year%100)
	year = year[len(year)-2:]
	period := ""
	switch m.Precision {
	case InYear:
		period = strconv.Itoa(m.Year)
	case InQuarter:
		period = "Q" + strconv.Itoa(m.Quarter) + " " + year
	case InMonth:
		period = MonthName(m.Month)[:3] + " " + year
	case OnDay:
		period = strconv.Itoa(m.DayNumber) + " " + MonthName(m.Month)[:3]
	}
	if m.Part == EndOf {
		return "end " + period
	}
	return m.Part.english(period)
}

// String is the date as an author types it; ParseDate reads it back.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	s := [...]string{"", "before ", "after "}[d.Bound] + d.Start.String()
	if d.Range() {
		s += " to " + d.End.String()
	}
	return s
}

func (m Moment) String() string {
	s := [...]string{"", "early ", "mid ", "late ", "end "}[m.Part] + strconv.Itoa(m.Year)
	switch m.Precision {
	case InQuarter:
		s += "-Q" + strconv.Itoa(m.Quarter)
	case InMonth:
		s += "-" + two(m.Month)
	case OnDay:
		s += "-" + two(m.Month) + "-" + two(m.DayNumber)
	}
	return s
}

func two(n int) string {
	s := "0" + strconv.Itoa(n)
	return s[len(s)-2:]
}
