package table

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"roadshow/briefing/evidence/value"
)

// moment is a serial number as a date, a time of day or both. Serial 1 is 1 January 1900, and workbooks believe in a 29 February
// of that year. ok is false for what no calendar has: the cell then shows a number.
func (s *formatSection) moment(n decimal.Decimal, date1904 bool) (out shown, ok bool) {
	if n.IsNegative() {
		return shown{}, false
	}
	day := n.Floor()
	seconds := n.Sub(day).Mul(decimal.NewFromInt(86400))
	if seconds = seconds.Round(int32(s.fractionDigits())); seconds.GreaterThanOrEqual(decimal.NewFromInt(86400)) {
		day, seconds = day.Add(decimal.NewFromInt(1)), decimal.Zero
	}
	if s.kind == timeFormat {
		return shown{text: s.clock(day, seconds), kind: TimeCell}, day.LessThan(decimal.NewFromInt(1e9))
	}
	if day.GreaterThan(decimal.NewFromInt(2958465)) {
		return shown{}, false
	}
	date, ok := serialDate(day.IntPart(), date1904, s.date)
	if !ok {
		return shown{}, false
	}
	out = shown{text: date, kind: DateCell}
	if s.kind == dateTimeFormat {
		whole, _ := serialDate(day.IntPart(), date1904, value.OnDay)
		out.text = whole + " " + s.clock(day, seconds)
		out.clock = !seconds.IsZero()
	}
	return out, true
}

// serialDate is the day of a serial number, as precisely as its format says.
func serialDate(n int64, date1904 bool, precision value.Precision) (string, bool) {
	switch {
	case date1904:
		n += 1462
	case n == 60 || n < 1:
		return "", false
	case n < 60:
		n++
	}
	if n > 2958465 {
		return "", false
	}
	y, m, d := value.Day(n - 25569).Civil()
	at := value.Moment{Precision: precision, Year: y}
	if precision >= value.InMonth {
		at.Month = m
	}
	if precision == value.OnDay {
		at.DayNumber = d
	}
	return at.String(), true
}

func (s *formatSection) fractionDigits() int {
	for _, t := range s.tokens {
		if t.kind == 'f' {
			return min(strings.Count(t.text, "0"), 9)
		}
	}
	return 0
}

// clock writes the hours, minutes and seconds of a format, with what stands between them. Elapsed time counts the days too.
func (s *formatSection) clock(day, seconds decimal.Decimal) string {
	whole := seconds.Floor().IntPart()
	days := day.IntPart()
	half := "AM"
	hours := whole / 3600
	if hours >= 12 {
		half = "PM"
	}
	if s.half {
		if hours %= 12; hours == 0 {
			hours = 12
		}
	}
	pad := func(n int64, width int) string {
		text := strconv.FormatInt(n, 10)
		return strings.Repeat("0", max(0, min(width, 9)-len(text))) + text
	}
	var b strings.Builder
	started, between := false, ""
	for _, t := range s.tokens {
		part := ""
		switch t.kind {
		case 'h':
			part = pad(hours, len(t.text))
		case 'n':
			part = pad(whole/60%60, len(t.text))
		case 's':
			part = pad(whole%60, len(t.text))
		case 'H':
			part = pad(days*24+whole/3600, len(t.text))
		case 'N':
			part = pad(days*1440+whole/60, len(t.text))
		case 'S':
			part = pad(days*86400+whole, len(t.text))
		case 'a':
			part = half
		case 'f':
			part = strings.TrimPrefix(seconds.Sub(seconds.Floor()).StringFixed(int32(s.fractionDigits())), "0")
		case '"':
			between += t.text
			continue
		default: // of the date
			between = ""
			continue
		}
		if started {
			b.WriteString(between)
		}
		between = ""
		b.WriteString(part)
		started = true
	}
	if strings.TrimSpace(between) != "" && strings.Trim(between, " ,;@)") != "" {
		b.WriteString(between) // 時, Uhr
	}
	return strings.TrimSpace(b.String())
}
