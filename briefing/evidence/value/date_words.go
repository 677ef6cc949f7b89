package value

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	tongue "roadshow/words"
)

// MonthName is the English name of a month, 1–12.
func MonthName(month int) string { return tongue.For("en").Date.Months[month-1] }

// Long is the date as an English sentence says it: "31 May 2023", "mid-March 2023", "Q3 2023", "before 2020", "March–May 2023".
func (d Date) Long() string { return d.In(tongue.For("en")) }

// In is the date as a sentence of a language says it.
func (d Date) In(t *tongue.Table) string { return dateWords{t: t}.date(d) }

// Label is the date for a category or a step, with short months: "2023", "Mid-Mar 2023", "31 May 2023"; in Chinese "2023年3月".
func (d Date) Label(t *tongue.Table) string {
	s := d.Lower(t)
	if d.Bound == OnDate && d.Start.Part == Whole {
		return s
	}
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// Lower is that label inside a line of words: "mid-Mar 2023".
func (d Date) Lower(t *tongue.Table) string { return dateWords{t: t, short: true}.date(d) }

// dateWords prints dates in a language.
type dateWords struct {
	t     *tongue.Table
	short bool // for a category
}

func (w dateWords) date(d Date) string {
	p := &w.t.Date
	switch {
	case d.IsZero():
		return ""
	case d.Bound != OnDate:
		pattern := [...]string{BeforeDate: p.Before, AfterDate: p.After}[d.Bound]
		if d.Start.Precision == OnDay && d.Start.Name == "" {
			pattern = [...]string{BeforeDate: p.BeforeDay, AfterDate: p.AfterDay}[d.Bound]
		}
		return tongue.With(pattern, w.moment(d.Start, true))
	case d.Start == d.End:
		return w.moment(d.Start, true)
	}
	a, b := d.Start, d.End
	if p.YearFirst {
		return w.moment(a, true) + p.To + w.moment(b, a.Year != b.Year)
	}
	if a.Part == Whole && b.Part == Whole && a.Precision == b.Precision {
		switch {
		case a.Precision == InYear:
			return w.moment(a, true) + p.Through + w.moment(b, true)
		case a.Precision == OnDay && a.Year == b.Year && a.Month == b.Month:
			return w.fill(p.DayOnly, a) + p.Through + w.moment(b, true)
		case a.Precision == InMonth && a.Year == b.Year || a.Precision == InQuarter && a.Year == b.Year:
			return w.moment(a, false) + p.Through + w.moment(b, true)
		}
	}
	return w.moment(a, a.Year != b.Year || a.Precision == InYear) + p.To + w.moment(b, true)
}

// moment is one period. A name that was typed stays, unless it is in plain English and the language has words of its own.
func (w dateWords) moment(m Moment, year bool) string {
	p := &w.t.Date
	parts := p.Parts
	period := m.Name
	clock := m.clock()
	if m.Name == "" || clock != "" || m.English && m.Year >= 1000 && w.t.Language != "en" {
		bare := [...]string{InYear: p.Year, InHalf: p.BareHalf, InQuarter: p.BareQuarter, InMonth: p.BareMonth, InWeek: p.Week, OnDay: p.BareDay}
		dated := [...]string{InYear: p.Year, InHalf: p.Half, InQuarter: p.Quarter, InMonth: p.Month, InWeek: p.Week, OnDay: p.Day}
		if w.short {
			year = year || m.Precision == InYear
			if bare[InMonth], bare[OnDay], dated[InMonth], dated[OnDay] = p.BareMonthShort, p.BareDayShort, p.MonthShort, p.DayShort; m.Part == Whole {
				dated[InYear] = p.BareYear
			}
		}
		pattern := bare[m.Precision]
		if year {
			pattern = dated[m.Precision]
		}
		if period = w.fill(pattern, m); m.Precision == InMonth {
			parts = p.MonthParts
		}
		if m.Precision == InWeek && w.t.Language == "en" {
			return m.String()
		}
		if clock != "" {
			period += w.t.Marks.Comma + clock
		}
	}
	if m.Part == Whole {
		return period
	}
	return tongue.With(parts[m.Part-1], period)
}

// clock is the hour and minute of a moment as programs write it, 2024-03-01T10:00Z; "" where a person wrote it, or where there are
// seconds or a zone of its own that the two would not say.
func (m Moment) clock() string {
	_, time, ok := strings.Cut(m.Name, "T")
	time = strings.TrimSuffix(time, "Z")
	if len(time) == len("15:04:05") {
		time = strings.TrimSuffix(time, ":00")
	}
	if !ok || m.Minute == 0 || m.Precision != OnDay || len(time) != len("15:04") {
		return ""
	}
	return fmt.Sprintf("%02d:%02d", m.Minute/60, m.Minute%60)
}

func (w dateWords) fill(pattern string, m Moment) string {
	p := &w.t.Date
	return tongue.Fill(pattern, func(letter byte) string {
		switch letter {
		case 'y':
			return strconv.Itoa(m.Year)
		case 'm':
			return p.Months[m.Month-1]
		case 'b':
			return p.Short[m.Month-1]
		case 'q':
			return strconv.Itoa(m.Quarter)
		case 'h':
			return p.Halves[m.Number-1]
		case 'w':
			return strconv.Itoa(int(m.Number))
		}
		if m.DayNumber == 1 && p.FirstDay != "" {
			return p.FirstDay
		}
		return strconv.Itoa(m.DayNumber)
	})
}

// MonthTick is a month on an axis, with its year where that is new.
func MonthTick(t *tongue.Table, month, year int, named bool) string {
	pattern := t.Date.BareMonthShort
	if named {
		pattern = t.Date.MonthShort
	}
	return dateWords{t: t}.fill(pattern, Moment{Year: year, Month: month})
}

// DayTick is a day on an axis.
func DayTick(t *tongue.Table, month, day int) string {
	return dateWords{t: t}.fill(t.Date.BareDayShort, Moment{Month: month, DayNumber: day})
}

// YearTick is a year on an axis of words.
func YearTick(t *tongue.Table, year int) string {
	return dateWords{t: t}.fill(t.Date.Year, Moment{Year: year})
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
		s += "-W" + Two(int(m.Number))
	case InQuarter:
		s += "-Q" + strconv.Itoa(m.Quarter)
	case InMonth:
		s += "-" + Two(m.Month)
	case OnDay:
		s += "-" + Two(m.Month) + "-" + Two(m.DayNumber)
	}
	return s
}

func Two(n int) string {
	s := "0" + strconv.Itoa(n)
	return s[len(s)-2:]
}
