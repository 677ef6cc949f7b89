package value

import (
	"strconv"
	"strings"
)

// Period reads a year, half, quarter, month, week or day by any of its names, or several in a row: Jan–Mar 2025.
func (p *DateScan) Period(m *Moment) *SyntaxError {
	start := p.I
	if !Digit(p.S[p.I]) && p.row(m) {
		return nil
	}
	return p.onePeriod(m, start)
}

func (p *DateScan) onePeriod(m *Moment, start int) *SyntaxError {
	if n := p.rolling(); n > 0 {
		if err := p.Period(m); err != nil {
			return err
		}
		m.Months, m.English = uint8(n), false
		return nil
	}
	if c := p.S[p.I]; Digit(c) {
		return p.numbered(m, start)
	}
	if month, english := p.month(); month > 0 {
		return p.afterMonth(m, start, month, english)
	}
	if p.fiscalAhead() {
		if err := p.yearName(m, start, true); err != nil {
			return err
		}
		return p.partOfYear(m)
	}
	if found, err := p.spelled(m, start); found {
		return err
	}
	q := *p
	switch word := strings.ToUpper(q.letters()); word {
	case "Q", "T", "H", "S", "HJ", "W", "KW", "CW", "WEEK", "WK":
		if q.Spaces(); q.Done() || !Digit(q.S[q.I]) || len(word) == 1 && q.S[q.I-1] == ' ' {
			break
		}
		at := q.I
		n := q.count()
		if width := q.I - at; width > 2 || width > 1 && len(word) == 1 && word != "W" {
			break
		}
		*p = q
		if word == "W" || len(word) > 1 && word != "HJ" {
			return p.yearBehind(m, start, func() *SyntaxError { return p.week(m, n, at, q.I) })
		}
		if err := p.subdivision(m, word[0], n, at); err != nil {
			return err
		}
		err := p.yearBehind(m, start, nil)
		if err == nil && p.Prose && m.Year == 0 && word != "Q" && word != "H" { // the T4 of a sentence is a name
			return p.year(m, start)
		}
		return err
	}
	return p.year(m, start)
}

// subdivision notes the quarter or half that a letter and a number name; T and S are the French and Spanish letters.
func (p *DateScan) subdivision(m *Moment, letter byte, n, at int) *SyntaxError {
	switch letter {
	case 'Q', 'T':
		if n < 1 || n > 4 {
			return p.impossible(at, max(p.I, at+1), "write Q1, Q2, Q3 or Q4", "a year has four quarters")
		}
		m.Precision, m.Quarter, m.English = InQuarter, n, letter == 'Q'
	default:
		if n < 1 || n > 2 {
			return p.impossible(at, max(p.I, at+1), "write H1 or H2", "a year has two halves")
		}
		m.Precision, m.Number = InHalf, uint8(n)
	}
	return nil
}

// week notes a week of the year that was read.
func (p *DateScan) week(m *Moment, n, from, to int) *SyntaxError {
	if most := weeksIn(m.Year); n < 1 || n > most {
		return p.impossible(from, to, "its weeks are W01 to W"+strconv.Itoa(most), strconv.Itoa(m.Year)+" has no week "+strconv.Itoa(n))
	}
	m.Precision, m.Number, m.English = InWeek, uint8(n), false
	return nil
}

// yearBehind reads the year behind a quarter, half or week: Q3 2024, Q3'24, Q3-24, Q3FY25, H1 2023/24. Without one it is a
// period whose neighbours say the year.
func (p *DateScan) yearBehind(m *Moment, start int, then func() *SyntaxError) *SyntaxError {
	plain := p.I
	p.Spaces()
	if p.Done() && p.Yearless && then == nil {
		m.English = false
		return nil
	}
	if p.mark("-", "/", "‑", ",") != "" {
		m.English = false
	}
	p.words("of the year", "of the", "of", "des jahres", "des", "de", "del")
	p.Spaces()
	at := p.I
	err := p.yearName(m, start, true)
	if p.Prose && then == nil && (err != nil || p.counts(at)) {
		m.Year, p.I = 0, plain
		return nil
	}
	if err != nil {
		return err
	}
	m.English = m.English && p.I-at == 4 && p.S[plain:at] == " " && !m.Fiscal
	if then != nil {
		return then()
	}
	return nil
}

// counts says that the two digits read from at on are no year, but count what stands behind them: in Q3 12 million.
func (p *DateScan) counts(at int) bool {
	q := *p
	if q.I-at != 2 || !Digit(q.S[at]) {
		return false
	}
	q.Spaces()
	return q.mark("%") != "" || q.words("percent", "per", "thousand", "million", "billion", "trillion", "lakh", "crore", "m", "bn", "k", "mn") != ""
}

// afterMonth reads what stands behind the name of a month: a year (May 2023, Jan-24, Mai '23), or a day and a year (May 31, 2023).
func (p *DateScan) afterMonth(m *Moment, start, month int, english bool) *SyntaxError {
	m.Precision, m.Month = InMonth, month
	plain := p.I
	gap := p.Spaces()
	if p.Done() && p.Yearless {
		return nil
	}
	q := *p
	at := q.I
	if day := q.count(); gap && q.I > at && q.I-at <= 2 {
		to := q.I
		q.words("st", "nd", "rd", "th")
		if p.Prose && (day < 1 || day > 31) {
			p.I = plain
			return nil
		}
		end := q.I
		comma := q.mark(",") != ""
		if space := q.Spaces(); (comma || space) && !q.Done() && Digit(q.S[q.I]) {
			*p = q
			m.Precision, m.DayNumber = OnDay, day
			if err := p.year(m, start); err != nil {
				return p.orNoYear(m, end, err)
			}
			return p.checkDay(m, at, to)
		}
		if p.Prose && (q.Done() || q.S[q.I] != '%') {
			m.Precision, m.DayNumber, p.I = OnDay, day, end
			return nil
		}
	}
	p.mark(",")
	if p.I > plain {
		p.Spaces()
	}
	short := p.mark("-", "/", "‑") != ""
	spelled := p.words("de", "of") != ""
	p.Spaces()
	at = p.I
	if err := p.shortYear(m, start, short); err != nil {
		return p.orNoYear(m, plain, err)
	}
	m.English = english && gap && !short && !spelled && p.I-at == 4
	return nil
}

// orNoYear lets the year of a sentence be missing behind what ends at plain.
func (p *DateScan) orNoYear(m *Moment, plain int, err *SyntaxError) *SyntaxError {
	if !p.Prose {
		return err
	}
	m.Year, p.I = 0, plain
	return nil
}

// numbered reads the periods whose names begin with a number.
func (p *DateScan) numbered(m *Moment, start int) *SyntaxError {
	at := p.I
	n := p.count()
	width := p.I - at
	if width == 1 || width == 2 {
		for _, form := range []func(*Moment, int, int) (bool, *SyntaxError){p.counted, p.dayOfMonth, p.threeNumbers} {
			if found, err := form(m, n, at); found || err != nil {
				return err
			}
			p.I = at + width
		}
	}
	p.I = at
	if width == 4 {
		if p.monthOfYear(m) {
			return nil
		}
		if err := p.yearName(m, start, false); err != nil || m.Fiscal {
			if err == nil {
				err = p.partOfYear(m)
			}
			return err
		}
		return p.afterYear(m)
	}
	return p.year(m, start)
}

// counted reads 3Q25, 1H 2024, 9M FY25, 1. Quartal 2024, 2nd quarter of 2024, 1er semestre 2024.
func (p *DateScan) counted(m *Moment, n, at int) (bool, *SyntaxError) {
	dot := p.mark(".", "st", "nd", "rd", "th", "er", "re", "ème", "e", "º", "°") != ""
	gap := p.Spaces()
	start := p.I
	word := strings.ToUpper(p.letters())
	if strings.HasSuffix(word, "FY") && len(word) == 3 { // 3QFY25
		word, p.I = word[:1], p.I-2
	}
	named := partNamed(word)
	switch {
	case named != 0 && (gap || dot):
		word = string(rune(named))
	case word == "HJ":
		word = "H"
	case len(word) != 1 || dot || gap || !strings.Contains("QTHSM", word):
		p.I = start
		return false, nil
	}
	q := *p
	if q.Spaces(); q.Done() && !p.Yearless || named == 0 && !q.Done() && !Digit(q.S[q.I]) && !strings.Contains("-/'’‑Ffd", q.rest()[:1]) && !strings.HasPrefix(q.rest(), "’") {
		return false, nil
	}
	if word != "M" {
		if err := p.subdivision(m, word[0], n, at); err != nil {
			return true, err
		}
		m.English = false
		return true, p.yearBehind(m, at, nil)
	}
	if n < 1 || n > 12 || q.Done() || p.Prose && (n%3 > 0 || at > 0 && p.S[at-1] != ' ') { // $5M 2024
		return false, nil
	}
	return true, p.firstMonths(m, n, at)
}

// firstMonths reads the year of which so many months are meant. They end with its ninth where they are nine.
func (p *DateScan) firstMonths(m *Moment, n, start int) *SyntaxError {
	if err := p.yearBehind(m, start, nil); err != nil {
		return err
	}
	first, _ := m.months()
	m.end(first+n-1, n)
	return nil
}

// end makes a moment of so many months, the last of which is counted from January of year 0.
func (m *Moment) end(last, months int) {
	*m = Moment{Precision: InMonth, Months: uint8(months), Year: last / 12, Month: last%12 + 1}
}

// dayOfMonth reads 31 May 2023, 31-Jan-24, 31. Mai 2023, 3 de mayo de 2023.
func (p *DateScan) dayOfMonth(m *Moment, day, at int) (bool, *SyntaxError) {
	to := p.I
	ordinal := p.mark("st", "nd", "rd", "th", "er", ".") != ""
	gap := p.Spaces()
	short := p.mark("-", "/", "‑") != ""
	spelled := p.words("de", "of") != ""
	p.Spaces()
	month, english := p.month()
	if month == 0 {
		return false, nil
	}
	if p.Prose && (day < 1 || day > 31) {
		return false, nil
	}
	m.Precision, m.Month, m.DayNumber = OnDay, month, day
	plain := p.I
	space := p.Spaces()
	if p.Done() && p.Yearless {
		return true, p.checkDay(m, at, to)
	}
	if p.mark("-", "/", "‑") == "" {
		short = false
	}
	p.mark(",")
	spelled = p.words("de", "of") != "" || spelled
	p.Spaces()
	year := p.I
	if err := p.shortYear(m, at, short); err != nil {
		return true, p.orNoYear(m, plain, err)
	}
	m.English = english && gap && space && !ordinal && !short && !spelled && p.I-year == 4
	return true, p.checkDay(m, at, to)
}

// threeNumbers reads 31.12.2024, 31/12/2024, 12/31/24, and 12/2024 as a month.
func (p *DateScan) threeNumbers(m *Moment, a, at int) (bool, *SyntaxError) {
	sep := p.mark("/", ".", "-")
	bAt := p.I
	b := p.count()
	width := p.I - bAt
	if sep == "" || width == 0 {
		return false, nil
	}
	if width == 4 { // 12/2024
		if b < 1000 {
			return false, nil
		}
		if a < 1 || a > 12 {
			return true, p.impossible(at, p.I, "months are 1 to 12", Quoted(p.S[at:p.I])+" has no month "+strconv.Itoa(a))
		}
		m.Precision, m.Year, m.Month = InMonth, b, a
		return true, nil
	}
	if width > 2 || p.mark(sep) == "" {
		return false, nil
	}
	cAt := p.I
	c := p.count()
	switch width = p.I - cAt; {
	case width == 4 && c >= 1000:
	case width == 2 && sep != "-" && (p.Done() || !Digit(p.S[p.I])):
	default:
		return false, nil
	}
	return true, p.inOrder(m, [3]int{a, b, c}, at, width == 2, sep)
}

// inOrder makes a day of three numbers: in the order that is said, else in the only one that the calendar allows. Dots stand
// in dates that begin with the day.
func (p *DateScan) inOrder(m *Moment, n [3]int, at int, short bool, sep string) *SyntaxError {
	text := p.S[at:p.I]
	read := func(order DateOrder) (y, month, day int, ok bool) {
		y, month, day = n[2], n[1], n[0]
		switch order {
		case MonthFirst:
			month, day = n[0], n[1]
		case YearFirst:
			y, month, day = n[0], n[1], n[2]
		}
		if short {
			y = century(y)
		}
		return y, month, day, month >= 1 && month <= 12 && day >= 1 && day <= DaysIn(y, month)
	}
	order := p.Order
	if order == YearFirst && !short || order == NoOrder && sep == "." {
		order = DayFirst
	}
	if order == NoOrder {
		y, month, day, dmy := read(DayFirst)
		_, month2, day2, mdy := read(MonthFirst)
		switch {
		case dmy && mdy && month != month2:
			iso := func(month, day int) string { return strconv.Itoa(y) + "-" + Two(month) + "-" + Two(day) }
			p.Code = "E-AMBIGUOUS"
			return p.fail(at, p.I, "write "+iso(month, day)+" or "+iso(month2, day2),
				Quoted(text)+" is "+strconv.Itoa(day)+" "+MonthName(month)+" or "+strconv.Itoa(day2)+" "+MonthName(month2))
		case dmy && !mdy:
			p.forms |= onlyDayFirst
			order = DayFirst
		case mdy && !dmy:
			p.forms |= onlyMonthFirst
			order = MonthFirst
		default:
			order = DayFirst
		}
	}
	y, month, day, ok := read(order)
	if !ok {
		hint := "write the day as 2024-05-31"
		if month >= 1 && month <= 12 {
			return p.impossible(at, p.I, "its days are 1 to "+strconv.Itoa(DaysIn(y, month)), Quoted(text)+" is no date: "+MonthName(month)+" "+strconv.Itoa(y)+" has no day "+strconv.Itoa(day))
		}
		return p.impossible(at, p.I, hint, Quoted(text)+" is no date: there is no month "+strconv.Itoa(month))
	}
	m.Precision, m.Year, m.Month, m.DayNumber = OnDay, y, month, day
	return nil
}

// century is the year that two digits mean: from 1970 to 2069.
func century(yy int) int {
	if yy >= 70 {
		return 1900 + yy
	}
	return 2000 + yy
}
