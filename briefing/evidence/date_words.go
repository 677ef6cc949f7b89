package evidence

import "strconv"

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
	if d.Start == d.End {
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
	if m.Name != "" {
		return m.Part.english(m.Name)
	}
	period := ""
	switch m.Precision {
	case InHalf:
		period = "H" + strconv.Itoa(int(m.Number))
	case InQuarter:
		period = "Q" + strconv.Itoa(m.Quarter)
	case InWeek:
		return m.String()
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
	if d.Start == d.End {
		return mark + d.Start.short()
	}
	return d.Start.short() + "–" + d.End.short()
}

func (m Moment) short() string {
	year := "0" + strconv.Itoa(m.Year%100)
	year = year[len(year)-2:]
	period := m.Name
	if m.Name != "" && !m.English {
		return m.Part.english(period)
	}
	switch m.Precision {
	case InYear:
		period = strconv.Itoa(m.Year)
	case InHalf:
		period = "H" + strconv.Itoa(int(m.Number)) + " " + year
	case InWeek:
		period = m.String()
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
	s := [...]string{"", "early ", "mid ", "late ", "end "}[m.Part]
	if m.Fiscal || m.Months > 0 || m.Minute > 0 || m.Estimate || m.Year < 1000 {
		return s + m.Name
	}
	s += strconv.Itoa(m.Year)
	switch m.Precision {
	case InHalf:
		s += "-H" + strconv.Itoa(int(m.Number))
	case InWeek:
		s += "-W" + two(int(m.Number))
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
